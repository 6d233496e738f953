/**
 * The workbench's frame around the inbox: puts preferences, keys, palette, notices and availability together and gives them their
 * places on the page. Knows the inbox only by what it is handed.
 */
import { computed, effect } from '../signals.js';
import { mount } from './mount.js';
import { createShellActions } from './actions.js';
import { createAvailability } from './availability.js';
import { showBadge } from './badge.js';
import { createEntries } from './entries.js';
import { createHelp } from './help-view.js';
import { listen } from './keyboard.js';
import { createKeymap } from './keymap.js';
import { watchBack } from './layers.js';
import { createNoticeLine } from '../pages/inbox/notice-view.js';
import { createNotices } from './notices.js';
import { createPalette } from './palette-view.js';
import { createPreferences } from './preferences.js';
import { joinTabs, watchEyes } from './tabs.js';
import { t } from './texts.js';

/** Conversations that are remembered as having been open. */
const RECENT_KEPT = 12;

/**
 * @param {object} host
 * @param {import('../store/desk.js').Desk} host.desk
 * @param {import('./ui.js').Ui} host.ui
 * @param {import('../api.js').Api} host.api
 * @param {Storage|null} host.storage
 * @param {{open:(id:string|null)=>void, next:()=>void, arrived:(id:string)=>void, theme:(theme:string)=>void, language:(locale:string)=>void, signOut:(everywhere:boolean)=>void}} host.page
 */
export function createShell({ desk, ui, api, storage, page }) {
  watchBack();
  const preferences = createPreferences({ load: api.preferences, save: api.savePreferences, failed: desk.failed });
  const tabs = joinTabs(desk.agent.id, (order) => notices.ordered(order));
  const notices = createNotices({
    desk,
    tabs,
    preferences,
    storage,
    open: (id) => page.open(id),
    arrived: (id) => page.arrived(id),
    mentioned: (by, id) =>
      desk.notify({ key: 'notify.mention', vars: { by }, icon: 'at-sign', action: { key: 'inbox.mentioned_show', run: () => page.open(id) } }),
  });
  const availability = createAvailability({ desk, tabs, preferences, storage });
  const watch = watchEyes(tabs, () => desk.openId);
  /** @type {Record<string, import('../pages/inbox/actions.js').Action>} */
  const actions = {};
  const keymap = computed(() => createKeymap(actions, preferences.value.value.keys));
  /** @type {string[]} */ let recent = [];
  const selection = {
    get count() {
      return desk.selection.size;
    },
    assign(/** @type {string|null} */ agent_id) {
      const { ids } = desk.selection;
      desk.selection.clear();
      desk.actOnAll(ids, 'assign', { agent_id });
    },
  };

  const entries = createEntries({
    desk,
    actions,
    keymap: () => keymap.value,
    open: page.open,
    recent: () => recent,
    selection,
  });
  const palette = createPalette({ entries: entries.all, subject: entries.subject, next: page.next, phone: () => ui.phone.value });
  const help = createHelp({ actions, keymap: () => keymap.value, settings: '/settings/notifications', close: () => (ui.dialog.value = null) });

  return {
    preferences,
    availability,
    keymap,
    help,
    palette,
    /** A conversation was opened. @param {string} id */
    visited(id) {
      recent = [id, ...recent.filter((one) => one !== id)].slice(0, RECENT_KEPT);
    },
    /**
     * The inbox's actions are there: keys begin to work.
     * @param {Record<string, import('../pages/inbox/actions.js').Action>} inbox @param {{palette:Element|null, notice:Element|null}} places
     */
    start(inbox, places) {
      Object.assign(
        actions,
        inbox,
        createShellActions({
          desk,
          ui,
          availability: availability.choose,
          palette: palette.open,
          inbox: () => page.open(null),
          theme: page.theme,
          language: page.language,
          signOut: page.signOut,
        }),
      );
      mount(places.palette, palette.view, palette.around);
      mount(places.notice, createNoticeLine({ desk, notices, availability }));
      effect(() => {
        desk.ticks.thread.value;
        watch();
      });
      effect(() => {
        desk.ticks.frame.value;
        showBadge(desk.book.counts, `${t('inbox.title')} · ${desk.shop.name}`);
      });
      listen({ keymap: () => keymap.peek(), actions });
      preferences.load();
    },
  };
}

/** @typedef {ReturnType<typeof createShell>} Shell */
