/**
 * Tells the agent that something happened: takes the entries as they come, asks notify.js what they mean to the agent, and has one
 * of their pages ring and show. The page's own title and icon carry the number of who waits, in every page.
 */
import { signal } from '../signals.js';
import { contactName } from '../parts/contact-name.js';
import { summaryOf } from '../parts/message-summary.js';
import { t } from './texts.js';
import { createBell } from './bell.js';
import { decide, kindOf, ringsAgain, untaken } from './notify.js';

/** What came longer ago is a replay, not news. */
const NEWS_WITHIN_MS = 2 * 60_000;
/** Waiting before this page was opened: rings again only if it is not long ago. */
const WAITS_SINCE_MS = 10 * 60_000;
const LOOK_EVERY_MS = 5000;
/** Sounds do not fall over one another. */
const APART_MS = 1500;
const NOT_NOW = 'servicedesk.notices.not_now';

/** What a notice says; a clock that calls says how late it is. @param {import('./notify.js').Kind} kind @param {import('../../im/types.js').Entry} entry */
const titleOf = (kind, entry) => `notify.${(entry.type === 'entry' && entry.alarm) || kind}`;

/** When something rang last. */
const begun = () => ({
  rangAt: Date.now(),
  soundedAt: 0,
});
/** @typedef {ReturnType<typeof begun>} State */

/**
 * What rings, in which of the pages, and when it rings again.
 * @param {object} host
 * @param {import('../store/core.js').Core} host.desk
 * @param {ReturnType<typeof import('./tabs.js').joinTabs>} host.tabs
 * @param {() => NotificationPermission} host.permission
 * @param {State} host.at
 * @param {ReturnType<typeof import('./bell.js').createBell>} host.bell
 * @param {Set<string>} host.rung
 * @param {ReturnType<typeof import('./preferences.js').createPreferences>} host.preferences
 */
function createRinging({ desk, tabs, permission, at, bell, rung, preferences }) {
  const situation = () => ({
    now: new Date(),
    availability: desk.agent.availability,
    looking: tabs.looking,
    focused: tabs.focused,
    allowed: permission() === 'granted',
  });
  /** @param {import('./notify.js').Kind} kind */
  const ring = (kind) => {
    if (Date.now() - at.soundedAt < APART_MS) return;
    at.soundedAt = Date.now();
    const page = tabs.audible;
    if (page) tabs.order(page, { ring: kind });
    else bell.missed();
  };
  const again = () => {
    for (const id of rung) {
      const row = desk.cache.rows.get(id);
      if (row && !untaken(row)) rung.delete(id);
    }
    if (!tabs.leads || rung.size === 0) return;
    const rows = [...rung].map((id) => desk.cache.rows.get(id));
    if (!ringsAgain(rows, at.rangAt, preferences.value.peek(), situation())) return;
    at.rangAt = Date.now();
    ring('new');
  };

  return { situation, ring, again };
}

/**
 * Notices of the system, which lead to their conversation.
 * @param {object} host
 * @param {(id:string) => void} host.open
 */
function createShowing({ open }) {
  /** @param {import('./notify.js').Kind} kind @param {import('../../im/types.js').Entry} entry @param {import('../store/rows.js').Row} row */
  const show = async (kind, entry, row) => {
    const title = t(titleOf(kind, entry), { name: contactName(row.contact), by: entry.by?.name ?? entry.sender?.name ?? '' });
    const options = { body: summaryOf(entry.content ?? null, entry.sender?.kind)?.slice(0, 200) ?? '', tag: row.id, data: { id: row.id }, icon: `${assets()}/img/icon-192.png` };
    const worker = await navigator.serviceWorker?.getRegistration?.().catch(() => undefined);
    // Phones show notices only through the worker.
    if (worker?.active) return worker.showNotification(title, options).catch(() => {});
    try {
      const notice = new Notification(title, options);
      notice.onclick = () => {
        window.focus();
        open(row.id);
        notice.close();
      };
    } catch {
      // This browser wants a worker and has none.
    }
    return undefined;
  };

  return show;
}

/**
 * Follows the desk and gives notice.
 * @param {object} host
 * @param {import('../store/core.js').Core} host.desk
 * @param {import('./tabs.js').Tabs} host.tabs
 * @param {import('./preferences.js').PreferencesStore} host.preferences
 * @param {Storage|null} host.storage
 * @param {(id:string) => void} host.open
 * @param {(id:string) => void} [host.arrived]   somebody waits there now who did not before, for this agent or for nobody yet
 * @param {(key:string, names:{by:string, name:string}, id:string) => void} host.mentioned   a note there names the agent, or a promise calls them
 */
export function createNotices({ desk, tabs, preferences, storage, open, arrived = () => {}, mentioned }) {
  /** Conversations that rang as new and may ring again. @type {Set<string>} */
  const rung = new Set();
  /** Entries whose row is on its way. @type {Map<string, any>} */
  const early = new Map();
  const at = begun();
  const opened = Date.now();

  const bell = createBell({
    changed: () => {
      tabs.set({ audible: bell.ready });
      hint.value = bell.blocked;
    },
  });
  /** A sound was due and the browser held it back. @type {{value:boolean}} */
  const hint = /** @type {any} */ (signal(false));
  /** The browser may be asked for notices: something happened while nobody looked. @type {{value:boolean}} */
  const offer = /** @type {any} */ (signal(false));

  const permission = () => globalThis.Notification?.permission ?? 'denied';
  const { situation, ring, again } = createRinging({ desk, tabs, permission, at, bell, rung, preferences });

  const show = createShowing({ open });

  /** @param {import('../../im/types.js').Entry} entry @param {import('../store/rows.js').Row} row */
  const hear = (entry, row) => {
    const kind = kindOf(entry, row, desk.agent.id);
    if (!kind || Date.now() - Date.parse(entry.sent_at ?? entry.at ?? '') > NEWS_WITHIN_MS) return;
    if (kind === 'new') rung.add(row.id);
    // What the page itself says, each page says for itself.
    if (kind === 'mention' || kind === 'clock') {
      if (!tabs.looking.has(row.id)) mentioned(titleOf(kind, entry), { by: entry.sender?.name ?? '', name: contactName(row.contact) }, row.id);
    } else if (row.waiting_since && ((kind !== 'message' && kind !== 'ticket') || Date.parse(row.waiting_since) >= Date.parse(entry.sent_at ?? ''))) arrived(row.id);
    if (!tabs.leads) return;
    const { sound, notice } = decide(kind, row.id, preferences.value.peek(), situation());
    if (sound) {
      if (kind === 'new') at.rangAt = Date.now();
      ring(kind);
    }
    if (notice) show(kind, entry, row);
    else if (!tabs.focused && permission() === 'default' && !storage?.getItem(NOT_NOW)) offer.value = true;
  };

  setInterval(again, LOOK_EVERY_MS);

  desk.onEntry((entry) => {
    const row = desk.cache.rows.get(entry.conversation_id);
    if (row) hear(entry, row);
    else if (entry.type === 'message') early.set(entry.conversation_id, early.get(entry.conversation_id) ?? entry);
  });
  desk.onRow((row) => {
    const entry = early.get(row.id);
    if (entry) {
      early.delete(row.id);
      hear(entry, row);
    } else if (untaken(row) && Date.parse(row.waiting_since ?? '') > opened - WAITS_SINCE_MS && Date.now() - opened < LOOK_EVERY_MS) {
      rung.add(row.id);
    }
  });

  return {
    bell,
    hint,
    offer,
    /** Somebody said that they want notices. */
    async allow() {
      offer.value = false;
      await globalThis.Notification?.requestPermission?.();
    },
    notNow() {
      offer.value = false;
      try {
        storage?.setItem(NOT_NOW, '1');
      } catch {
        // Asked again after the next load.
      }
    },
    /** The leader has this page sound. @param {{ring?:import('./notify.js').Kind}} order */
    ordered(order) {
      if (order.ring && !bell.ring(order.ring, preferences.value.peek().notifications.volume)) bell.missed();
    },
  };
}

const assets = () => document.querySelector('meta[name="assets"]')?.getAttribute('content') ?? '';
