/**
 * What surrounds every page: preferences, keys, palette, notices, availability, the number on the tab. Knows rooms only by what they
 * hand over: a room adds its actions when it is first entered, and they work while it is seen.
 */
import { computed, effect, signal } from '../signals.js';
import { createShellActions } from './actions.js';
import { TOUCHES, createActivity } from './activity.js';
import { showBadge } from './badge.js';
import { loadStyle } from './load-style.js';
import { listen } from './keyboard.js';
import { createKeymap } from './keymap.js';
import { mount } from './mount.js';
import { createNotices } from './notices.js';
import { createPreferences } from './preferences.js';
import { joinTabs, watchEyes } from './tabs.js';

/** Conversations that are remembered as having been open. */
const RECENT_KEPT = 12;

/** @typedef {Record<string, import('../pages/inbox/actions.js').Action>} Actions */

/**
 * @typedef {object} ShellActions   what the workbench does where the shell only asks for it
 * @property {(id:string|null) => void} open     a conversation, wherever one is
 * @property {(id:string) => void} arrived
 * @property {() => void} next                   the conversation after this one
 * @property {(team:string) => void} toTeam      asks for a note for the team that what is open is handed to
 * @property {() => void} search
 * @property {() => void} inbox
 * @property {() => void} tickets
 * @property {(path:string) => void} go
 * @property {(theme:string) => void} theme
 * @property {(locale:string) => void} language
 * @property {() => void} doneForToday
 * @property {(everywhere:boolean) => void} signOut
 */

/**
 * Actions of the shell and of the rooms that were entered, and the keys that they have. What two rooms call the same is the one that is
 * seen; its keys come before those of the others.
 * @param {import('./ui.js').Ui} ui @param {() => Record<string, string>} chosen
 */
function createActions(ui, chosen) {
  /** @type {Actions} */ const actions = {};
  /** @type {Map<string, Actions>} */ const rooms = new Map();
  const arranged = signal(0);
  /** @type {Actions} */ let common = {};
  const arrange = () => {
    const seen = ui.room.peek();
    for (const id of Object.keys(actions)) delete actions[id];
    for (const room of new Set([seen, ...rooms.keys()])) {
      for (const [id, action] of Object.entries(rooms.get(room) ?? {})) actions[id] ??= action;
    }
    Object.assign(actions, common);
    arranged.value = arranged.peek() + 1;
  };
  effect(() => {
    ui.room.value;
    arrange();
  });

  return {
    actions,
    keymap: computed(() => {
      arranged.value;
      return createKeymap(actions, chosen());
    }),
    /** @param {Actions} shared what every page has */
    start(shared) {
      common = { ...shared };
      arrange();
    },
    /** A room's come before those of every page. @param {string} room @param {Actions} own */
    add(room, own) {
      const bound = Object.entries(own).map(([id, action]) => [id, { ...action, when: () => ui.sees(room) && action.when?.() !== false }]);
      rooms.set(room, Object.fromEntries(bound));
      arrange();
    },
  };
}

/** The agent's preferences, which the document brings. */
const brought = async () => JSON.parse(document.querySelector('meta[name="preferences"]')?.getAttribute('content') || '{}');

/**
 * The palette, fetched when it is first asked for.
 * @param {object} host
 * @param {() => Promise<void>} host.words
 * @param {Element|null} host.place
 * @param {(parts:typeof import('./entries.js')) => import('./palette-view.js').Palette} host.make
 */
function createLatePalette({ words, place, make }) {
  /** @type {Promise<import('./palette-view.js').Palette>|null} */ let coming = null;
  const load = () => {
    coming ??= Promise.all([import('./entries.js'), loadStyle('palette'), words()]).then(([parts]) => {
      const palette = make(parts);
      mount(place, palette.view, palette.around);
      return palette;
    });
    coming.catch(() => (coming = null));
    return coming;
  };
  return {
    load,
    /** What is typed while it is on its way is the beginning of the question, and no key of the page's. */
    open() {
      let typed = '';
      /** @param {KeyboardEvent} event */
      const keep = (event) => {
        if (event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
        typed += event.key;
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      addEventListener('keydown', keep, true);
      load()
        .then((palette) => palette.open(typed), () => {})
        .finally(() => removeEventListener('keydown', keep, true));
    },
  };
}

/**
 * The list of keys, fetched when it is first asked for.
 * @param {import('./ui.js').Ui} ui @param {() => Promise<void>} words @param {() => Parameters<typeof import('./help-view.js').createHelp>[0]} host
 */
function createLateHelp(ui, words, host) {
  /** @type {ReturnType<typeof import('./help-view.js').createHelp>|null} */ let help = null;
  return {
    view: () => help?.view(),
    forget: () => void help?.forget(),
    async open() {
      try {
        const [{ createHelp }] = await Promise.all([import('./help-view.js'), loadStyle('keys'), words()]);
        help ??= createHelp(host());
        ui.dialog.value = 'keys';
      } catch {
        // Away: the key can be pressed again.
      }
    },
  };
}

/**
 * Builds the shell around the first page.
 * @param {object} host
 * @param {import('../store/core.js').Core} host.desk
 * @param {() => import('../store/desk.js').Desk|null} host.whole   the desk with its conversations, once a page that shows them was entered
 * @param {() => string|null} host.looksAt   the conversation on the screen
 * @param {import('./ui.js').Ui} host.ui
 * @param {import('../api.js').Api} host.api
 * @param {Storage|null} host.storage
 * @param {import('./page-table.js').Table} host.table
 * @param {ShellActions} host.does
 * @param {() => string} host.title   of the page, without a number
 */
export function createShell({ desk, whole, looksAt, ui, api, storage, table, does, title }) {
  const preferences = createPreferences({ load: brought, save: api.savePreferences, failed: desk.failed });
  const tabs = joinTabs(desk.agent.id, (order) => notices.ordered(order));
  const notices = createNotices({
    desk,
    tabs,
    preferences,
    storage,
    open: (id) => does.open(id),
    arrived: (id) => does.arrived(id),
    mentioned: (key, vars, id) =>
      desk.notify({ key, vars, icon: 'at-sign', action: { key: 'notify.mentioned_show', run: () => does.open(id) } }),
  });
  const activity = createActivity({
    say: () => desk.client.say({ type: 'active' }),
    share: (active_at) => tabs.set({ active_at }),
    now: Date.now,
    after: setTimeout,
  });
  for (const name of TOUCHES) addEventListener(name, activity.touched, { capture: true, passive: true });
  const watch = watchEyes(tabs, looksAt);
  const { actions, keymap, start, add } = createActions(ui, () => preferences.value.value.keys);
  /** @type {string[]} */ let recent = [];

  const words = () => table.later('commands');
  const palette = createLatePalette({
    words,
    place: document.querySelector('.palettes'),
    make({ createEntries, createPalette, createPaletteSearch }) {
      const entries = createEntries({ whole, actions, keymap: () => keymap.value, open: does.open, recent: () => recent, toTeam: does.toTeam, table, ui, go: does.go });
      return createPalette({ entries: entries.all, subject: entries.subject, next: does.next, phone: () => ui.phone.value, search: createPaletteSearch({ api, go: does.go, tickets: Boolean(table.find('/tickets')) }) });
    },
  });
  const help = createLateHelp(ui, words, () => ({ actions, keymap: () => keymap.value, settings: '/settings/notifications', close: () => (ui.dialog.value = null) }));

  return {
    preferences,
    notices,
    help,
    palette,
    addActions: add,
    /** A conversation was opened. @param {string} id */
    visited(id) {
      recent = [id, ...recent.filter((one) => one !== id)].slice(0, RECENT_KEPT);
    },
    /** Keys begin to work. */
    start() {
      const { search, inbox, tickets, go, theme, language, signOut, doneForToday } = does;
      start(
        createShellActions({
          desk, ui, availability: desk.setAvailability, palette: palette.open, doneForToday, keys: help.open, search, inbox, tickets, faq: () => go('/faq'), settings: () => go('/settings'), theme, language, signOut,
        }),
      );
      effect(() => {
        desk.ticks.thread.value;
        ui.room.value;
        watch();
      });
      effect(() => {
        desk.ticks.frame.value;
        ui.moved.value;
        showBadge(desk.cache.counts, title());
      });
      listen({ keymap: () => keymap.peek(), actions });
      preferences.load();
    },
  };
}

/** @typedef {ReturnType<typeof createShell>} Shell */
