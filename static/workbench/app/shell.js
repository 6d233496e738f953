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
 * @property {() => void} inbox
 * @property {(path:string) => void} go
 * @property {(theme:string) => void} theme
 * @property {(locale:string) => void} language
 * @property {() => void} doneForToday
 * @property {(everywhere:boolean) => void} signOut
 */

/**
 * Actions of the shell and of the rooms that were entered, and the keys that they have.
 * @param {import('./ui.js').Ui} ui @param {() => Record<string, string>} chosen
 */
function createActions(ui, chosen) {
  /** @type {Actions} */ const actions = {};
  const added = signal(0);
  /** @type {Actions} */ let common = {};

  return {
    actions,
    keymap: computed(() => {
      added.value;
      return createKeymap(actions, chosen());
    }),
    /** @param {Actions} shared what every page has */
    start(shared) {
      common = Object.assign(actions, shared);
      common = { ...shared };
    },
    /** A room's come before those of every page. @param {string} room @param {Actions} own */
    add(room, own) {
      const before = Object.fromEntries(Object.entries(actions).filter(([id]) => !(id in common)));
      for (const id of Object.keys(actions)) delete actions[id];
      const bound = Object.entries(own).map(([id, action]) => [id, { ...action, when: () => ui.sees(room) && action.when?.() !== false }]);
      Object.assign(actions, before, Object.fromEntries(bound), common);
      added.value += 1;
    },
  };
}

/**
 * The palette, fetched when it is first asked for.
 * @param {object} host
 * @param {Element|null} host.place
 * @param {(parts:typeof import('./entries.js')) => import('./palette-view.js').Palette} host.make
 */
function createLatePalette({ place, make }) {
  /** @type {Promise<import('./palette-view.js').Palette>|null} */ let coming = null;
  const load = () => {
    coming ??= Promise.all([import('./entries.js'), loadStyle('palette')]).then(([parts]) => {
      const palette = make(parts);
      mount(place, palette.view, palette.around);
      return palette;
    });
    coming.catch(() => (coming = null));
    return coming;
  };
  return { load, open: () => void load().then((palette) => palette.open(), () => {}) };
}

/** The list of keys, fetched when it is first asked for. @param {import('./ui.js').Ui} ui @param {() => Parameters<typeof import('./help-view.js').createHelp>[0]} host */
function createLateHelp(ui, host) {
  /** @type {ReturnType<typeof import('./help-view.js').createHelp>|null} */ let help = null;
  return {
    view: () => help?.view(),
    forget: () => void help?.forget(),
    async open() {
      try {
        const [{ createHelp }] = await Promise.all([import('./help-view.js'), loadStyle('keys')]);
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
 * @param {() => import('../store/desk.js').Desk|null} host.whole   the desk as the inbox knows it, once that was entered
 * @param {import('./ui.js').Ui} host.ui
 * @param {import('../api.js').Api} host.api
 * @param {Storage|null} host.storage
 * @param {import('./page-table.js').Table} host.table
 * @param {ShellActions} host.does
 * @param {() => string} host.title   of the page, without a number
 */
export function createShell({ desk, whole, ui, api, storage, table, does, title }) {
  const preferences = createPreferences({ load: api.preferences, save: api.savePreferences, failed: desk.failed });
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
  const watch = watchEyes(tabs, () => (ui.sees('inbox') ? desk.openId : null));
  const { actions, keymap, start, add } = createActions(ui, () => preferences.value.value.keys);
  /** @type {string[]} */ let recent = [];

  const palette = createLatePalette({
    place: document.querySelector('.palettes'),
    make({ createEntries, createPalette }) {
      const entries = createEntries({ whole, actions, keymap: () => keymap.value, open: does.open, recent: () => recent, table, ui, go: does.go });
      return createPalette({ entries: entries.all, subject: entries.subject, next: does.next, phone: () => ui.phone.value });
    },
  });
  const help = createLateHelp(ui, () => ({ actions, keymap: () => keymap.value, settings: '/settings/notifications', close: () => (ui.dialog.value = null) }));

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
      const { inbox, go, theme, language, signOut, doneForToday } = does;
      start(
        createShellActions({
          desk, ui, availability: desk.setAvailability, palette: palette.open, doneForToday, keys: help.open, inbox, settings: () => go('/settings'), theme, language, signOut,
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
