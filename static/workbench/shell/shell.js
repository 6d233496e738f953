/**
 * The workbench's frame around the inbox: puts preferences, keys, palette and the list of keys together and gives them their places
 * on the page. Knows the inbox only by what it is handed.
 */
import { computed } from '../signals.js';
import { mount } from '../mount.js';
import { createShellActions } from './actions.js';
import { createEntries } from './entries.js';
import { createHelp } from './help-view.js';
import { listen } from './keyboard.js';
import { createKeymap } from './keymap.js';
import { watchBack } from './layers.js';
import { createPalette } from './palette-view.js';
import { createPreferences } from './preferences.js';

/** Conversations that are remembered as having been open. */
const RECENT_KEPT = 12;

/**
 * @param {object} host
 * @param {import('../store/desk.js').Desk} host.desk
 * @param {import('../ui.js').Ui} host.ui
 * @param {import('../api.js').Api} host.api
 * @param {{open:(id:string|null)=>void, next:()=>void, theme:(theme:string)=>void, language:(locale:string)=>void, signOut:(everywhere:boolean)=>void}} host.page
 */
export function createShell({ desk, ui, api, page }) {
  watchBack();
  const preferences = createPreferences({ load: api.preferences, save: api.savePreferences, failed: desk.failed });
  /** @type {Record<string, import('../actions.js').Action>} */
  const actions = {};
  const keymap = computed(() => createKeymap(actions, preferences.value.value.keys));
  /** @type {string[]} */ let recent = [];
  const selection = { count: 0, assign() {} };

  const entries = createEntries({
    desk,
    actions,
    keymap: () => keymap.value,
    open: page.open,
    recent: () => recent,
    selection,
    pages: [],
  });
  const palette = createPalette({ entries: entries.all, subject: entries.subject, next: page.next, phone: () => ui.phone.value });
  const help = createHelp({ actions, keymap: () => keymap.value, settings: null, close: () => (ui.dialog.value = null) });

  return {
    preferences,
    keymap,
    help,
    palette,
    /** A conversation was opened. @param {string} id */
    visited(id) {
      recent = [id, ...recent.filter((one) => one !== id)].slice(0, RECENT_KEPT);
    },
    /**
     * The inbox's actions are there: keys begin to work.
     * @param {Record<string, import('../actions.js').Action>} inbox @param {Element|null} place for the palette
     */
    start(inbox, place) {
      Object.assign(
        actions,
        inbox,
        createShellActions({
          desk,
          ui,
          palette: palette.open,
          inbox: () => page.open(null),
          theme: page.theme,
          language: page.language,
          signOut: page.signOut,
        }),
      );
      mount(place, palette.view, palette.around);
      listen({ keymap: () => keymap.peek(), actions });
    },
  };
}

/** @typedef {ReturnType<typeof createShell>} Shell */
