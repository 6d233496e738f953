/**
 * The settings: the list of pages and the one that is asked for, each a file of its own that comes when it is first opened and keeps
 * what it shows. What was not saved is asked for before somebody goes elsewhere.
 */
import { loadStyle } from '../../app/load-style.js';
import { offer } from '../../app/rooms.js';
import { plural, t } from '../../app/texts.js';
import { createCalls, createSending, createSlices, createUploads } from './calls.js';
import { createFrame } from './frame.js';
// What several of these pages use comes with the first of them.
import '../../parts/byte-size.js';
import '../../parts/controls.js';
import '../../parts/fields.js';
import '../../parts/form.js';
import '../../parts/loaded.js';
import '../../parts/settings-icons.js';
import '../../parts/picture.js';
import '../../parts/zone.js';
import './check-list.js';
import './confirmed.js';
import './role-names.js';

/** @typedef {import('../../app/bench.js').Bench} Bench */
/** @typedef {(on:Context) => import('./frame.js').SettingsView} Opens */

/** Which file draws which page of the table. @type {Record<string, () => Promise<Opens>>} */
const PAGES = {
  'settings-widget': () => Promise.all([import('./page-widget.js'), loadStyle('settings-widget')]).then(([part]) => part.widgetPage),
  'settings-hours': () => Promise.all([import('./page-hours.js'), loadStyle('settings-hours')]).then(([part]) => part.hoursPage),
  'settings-bot': () => Promise.all([import('./page-bot.js'), loadStyle('settings-bot')]).then(([part]) => part.botPage),
  'settings-canned': () => import('./page-canned.js').then((part) => part.cannedPage),
  'settings-macros': () => Promise.all([import('./page-macros.js'), loadStyle('settings-macros')]).then(([part]) => part.macrosPage),
  'settings-labels': () => import('./page-labels.js').then((part) => part.labelsPage),
  'settings-views': () => Promise.all([import('./page-views.js'), loadStyle('settings-views')]).then(([part]) => part.viewsPage),
  'settings-blocks': () => import('./page-blocks.js').then((part) => part.blocksPage),
  'settings-team': () => import('./page-team.js').then((part) => part.teamPage),
  'settings-teams': () => import('./page-teams.js').then((part) => part.teamsPage),
  'settings-roles': () => import('./page-roles.js').then((part) => part.rolesPage),
  'settings-routing': () => Promise.all([import('./page-routing.js'), loadStyle('settings-routing')]).then(([part]) => part.routingPage),
  'settings-sla': () => Promise.all([import('./page-sla.js'), loadStyle('settings-routing'), loadStyle('settings-sla')]).then(([part]) => part.slaPage),
  'settings-tickets': () => Promise.all([import('./page-tickets.js'), loadStyle('settings-tickets')]).then(([part]) => part.ticketsPage),
  'settings-shop': () => import('./page-shop.js').then((part) => part.shopPage),
  'settings-data': () => import('./page-data.js').then((part) => part.dataPage),
  'settings-import': () => import('./page-import.js').then((part) => part.importPage),
  'settings-about': () => import('./page-about.js').then((part) => part.aboutPage),
  'settings-profile': () => import('./page-profile.js').then((part) => part.profilePage),
  'settings-notifications': () => import('./page-notifications.js').then((part) => part.notificationsPage),
  'settings-sessions': () => import('./page-sessions.js').then((part) => part.sessionsPage),
  'settings-tokens': () => import('./page-tokens.js').then((part) => part.tokensPage),
};

/** Lists that others change meanwhile, by the area of the settings that tells of it. Forms keep what is being written. @type {Record<string, string>} */
const LISTS = { labels: 'settings-labels', views: 'settings-views', canned: 'settings-canned', macros: 'settings-macros', members: 'settings-team', blocks: 'settings-blocks', teams: 'settings-teams', roles: 'settings-roles', calendars: 'settings-hours', hours: 'settings-hours', sla: 'settings-sla', tickets: 'settings-tickets' };

/** What a page of the settings works with. @param {Bench} app @param {import('./frame.js').Frame} frame */
function createContext(app, frame) {
  const { me, desk, ui, client, csrf, signedOut } = app;
  return {
    me: {
      ...me,
      get agent() {
        return desk.agent;
      },
    },
    call: createCalls({ csrf, signedOut }),
    upload: createUploads({ csrf, signedOut }),
    send: createSending({ csrf, signedOut }),
    slice: createSlices({ csrf, signedOut }),
    changed: frame.changed,
    say: frame.say,
    failed: frame.failed,
    ask: app.dialogs.ask,
    origin: app.origin,
    ui,
    /** The settings are what somebody looks at. */
    seen: () => document.visibilityState === 'visible' && ui.sees('settings'),
    /** @param {(agent:{id:string, online:boolean, availability:string|null, presence?:import('../../answers.js').Presence}) => void} listener whenever an agent comes, goes or chooses */
    onSeen: (listener) =>
      void client.on('presence', ({ member, online, availability, presence }) => member.kind === 'agent' && listener({ id: member.id, online, availability: availability ?? null, presence })),
    setTheme: app.self.wear,
    /** The agent, the shop or the forms were changed: what is shown of them elsewhere follows. */
    touched: () => {
      desk.touch('frame', 'list', 'thread', 'details');
      app.moved();
    },
  };
}
/** @typedef {ReturnType<typeof createContext>} Context */

/** @param {Bench} app @returns {import('../../app/router.js').Room} */
function createSettings(app) {
  const { table, ui, client } = app;
  const frame = createFrame({ app, pages: table.in('settings') });
  const context = createContext(app, frame);
  /** Pages that were opened, as they were left. @type {Map<string, {view:import('./frame.js').SettingsView, top:number}>} */
  const opened = new Map();
  const [first] = table.in('settings');
  /** @param {import('../../app/page-table.js').PageRow} page of the settings as such, the first is shown */
  const meant = (page) => (page.place === 'settings' ? page : first);
  let inside = false;

  client.on('settings', ({ area }) => ui.sees('settings') && LISTS[area] === frame.shown?.name && (frame.view?.start ?? frame.view?.form?.load)?.());
  matchMedia('(max-width: 720px)').addEventListener('change', frame.changed);

  /** @param {import('../../app/page-table.js').PageRow} page */
  const open = async (page) => {
    const known = opened.get(page.name);
    if (known) return;
    const [make] = await Promise.all([PAGES[page.name](), table.words(page)]);
    if (!opened.has(page.name)) opened.set(page.name, { view: make(context), top: 0 });
  };

  return {
    root: frame.root,
    title: () => `${t((frame.shown ?? first).title)} · ${t('settings.title')} · ${app.me.shop.name}`,
    heading: frame.heading,
    address: () => (frame.named ? /** @type {import('../../app/page-table.js').PageRow} */ (frame.shown).path : '/settings'),
    prepare: ({ page }) => open(meant(page)),
    show({ page, back, url }) {
      const asked = meant(page);
      const named = page.place === 'settings';
      const before = frame.shown && opened.get(frame.shown.name);
      if (before) before.top = frame.top;
      const { view, top } = /** @type {{view:import('./frame.js').SettingsView, top:number}} */ (opened.get(asked.name));
      const goes = inside && (frame.shown !== asked || frame.named !== named);
      frame.show(asked, view, named, back ? top : 0, back ? undefined : url);
      if (goes) frame.aim(back);
      inside = true;
    },
    hide() {
      inside = false;
      const left = frame.shown && opened.get(frame.shown.name);
      if (left) left.top = frame.top;
    },
    unsaved: (to) => (to && meant(to.page) === frame.shown ? 0 : frame.unsaved()),
    async mayLeave() {
      const sure = await app.dialogs.ask({
        title: t('settings_frame.leave_title'),
        text: plural('settings_frame.leave_text', frame.unsaved()),
        confirm: t('settings_frame.leave'),
        cancel: t('settings_frame.stay'),
      });
      if (sure) frame.view?.form?.revert();
      return sure;
    },
  };
}

offer('settings', createSettings);
