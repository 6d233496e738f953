/**
 * The workbench as every page has it: who is signed in, the desk with its one live link, and what concerns the agent and not a
 * page: theme, language, leaving. Rooms are handed this one object.
 */
import { createApi } from '../api.js';
import { createCore } from '../store/core.js';
import { createAgentClient } from './client.js';
import { createDialogs } from './dialogs.js';
import { watchBack } from './layers.js';
import { mount } from './mount.js';
import { createRail } from './rail.js';
import { openRoom } from './rooms.js';
import { createRouter } from './router.js';
import { createShell } from './shell.js';
import { roomOf } from './page-table.js';
import { lang } from './texts.js';
import { createToast } from './toasts.js';
import { createUi, openStorage } from './ui.js';

/** What a meta tag of the document says. @param {string} name */
export const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? '';

/** Hands over what is left; comes when it is used. @param {import('../store/core.js').Core} desk */
export const doneForToday = (desk) => void import('./hand-over.js').then(({ openHandOver }) => openHandOver(desk)).catch(() => desk.failed({ code: 'unreachable' }));

/** A frame soon; a page that is not seen gets none, so a timer stands beside it. @param {() => void} flush */
const schedule = (flush) => {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    flush();
  };
  requestAnimationFrame(once);
  setTimeout(once, 250);
};

/**
 * What the inbox does where others ask for it; while it was not entered, it is gone to.
 * @typedef {object} Inbox
 * @property {(id:string|null) => void} open
 * @property {(id:string) => void} arrived
 * @property {() => void} next
 * @property {(team:string) => void} toTeam
 * @property {(view:import('../store/rows.js').View) => void} showView
 *
 * @typedef {object} Conversations   once a page that shows them was entered
 * @property {import('../store/desk.js').Desk} desk
 * @property {() => void} flush             what is written is kept
 * @property {() => string|null} looksAt    the one that is on the screen
 */

/** What is known of the desk, and its link. @param {import('../answers.js').Me} me */
function openStore(me) {
  const signedOut = () => location.assign(`/login?next=${encodeURIComponent(location.pathname)}`);
  const csrf = meta('csrf') || me.csrf_token;
  const api = createApi({ csrf, signedOut });
  const { client, steady } = createAgentClient({ me, api });
  const desk = createCore({ api, client, me, now: Date.now, after: (fn, ms) => setTimeout(fn, ms), schedule, signedOut });
  return { api, client, steady, desk, csrf, signedOut };
}

/**
 * What concerns the agent, wherever they are.
 * @param {object} host
 * @param {ReturnType<typeof openStore>} host.store
 * @param {import('./ui.js').Ui} host.ui
 * @param {() => Conversations|null} host.conversations
 * @param {Storage|null} host.storage
 */
function createSelf({ store: { api, client, desk }, ui, conversations, storage }) {
  /** @param {string} theme */
  const wear = (theme) => {
    ui.theme.value = theme;
    document.documentElement.dataset.theme = theme;
  };
  /** @param {boolean} everywhere */
  const leave = async (everywhere) => {
    try {
      await (everywhere ? api.signOutEverywhere() : api.signOut());
    } catch (error) {
      desk.failed(error);
      return;
    }
    for (const kept of ['searches', 'faq']) storage?.removeItem(`servicedesk.${kept}`);
    const whole = conversations()?.desk;
    whole?.drafts.forget();
    await whole?.files.forget().catch(() => {});
    await Promise.race([client.forget(), new Promise((resolve) => setTimeout(resolve, 1000))]);
    location.assign('/login');
  };

  /** What is not at the desk yet. */
  const unsent = () => {
    const whole = conversations()?.desk;
    return whole ? whole.unsentCount + whole.drafts.unkept : client.items().length;
  };

  return {
    wear,
    leave,
    unsent,
    /** @param {string} theme */
    theme(theme) {
      wear(theme);
      api.change({ theme }).catch(desk.failed);
    },
    /** @param {string} locale */
    async language(locale) {
      if (locale === lang) return;
      try {
        conversations()?.flush();
        await api.change({ locale });
        location.reload();
      } catch (error) {
        desk.failed(error);
      }
    },
    /** Asks only where there is something to lose or the reach is wider than this page. @param {boolean} everywhere */
    signOut(everywhere) {
      if (everywhere) ui.dialog.value = 'sign-out-everywhere';
      else if (unsent() > 0) ui.dialog.value = 'sign-out';
      else leave(false);
    },
  };
}

/** What it is as a ticket, as far as that is known. @param {import('../store/core.js').Core} desk @param {string|null} id */
const ticketOf = (desk, id) => (id && desk.cache.rows.get(id)?.ticket) || null;

/** Where a conversation is shown: a ticket has a page of its own. @param {import('../store/core.js').Core} desk @param {string|null} id */
function placeOf(desk, id) {
  const ticket = ticketOf(desk, id);
  if (ticket) return `/tickets/${encodeURIComponent(ticket.name)}`;
  return id ? `/inbox/${encodeURIComponent(id)}` : '/inbox';
}

/** Where a room was left, unless what was open there has become a ticket. @param {import('../store/core.js').Core} desk @param {Map<string, string>} left @param {string} room */
const leftAt = (desk, left, room) => {
  const place = left.get(room);
  return room === 'inbox' && ticketOf(desk, decodeURIComponent(place?.split('/')[2] ?? '')) ? undefined : place;
};

/**
 * Builds the one object that rooms are handed.
 * @param {import('../answers.js').Me} me @param {import('./page-table.js').Table} table @param {Record<string, () => Promise<unknown>>} rooms files of rooms
 */
export function createBench(me, table, rooms) {
  // Before anybody else listens to Back.
  watchBack();
  const storage = openStorage();
  const ui = createUi(storage);
  const store = openStore(me);
  const { desk } = store;
  /** @type {Inbox|null} */ let inbox = null;
  /** @type {Conversations|null} */ let conversations = null;
  const self = createSelf({ store, ui, conversations: () => conversations, storage });
  /** Where rooms were left. @type {Map<string, string>} */ const left = new Map();
  const atInbox = () => ui.sees('inbox') && inbox;

  const app = {
    me,
    ...store,
    storage,
    ui,
    table,
    self,
    origin: meta('origin'),
    /** A conversation, or the list. @type {(id:string|null) => void} */
    open: () => {},
    schedule,
    get inbox() {
      return inbox;
    },
    /** @param {Inbox} made */
    setInbox(made) {
      inbox = made;
    },
    get conversations() {
      return conversations;
    },
    /** @param {Conversations} made */
    setConversations(made) {
      conversations = made;
    },
    shell: /** @type {import('./shell.js').Shell} */ (/** @type {unknown} */ (null)),
    router: /** @type {import('./router.js').Router} */ (/** @type {unknown} */ (null)),
    dialogs: /** @type {import('./dialogs.js').Dialogs} */ (/** @type {unknown} */ (null)),
    rail: /** @type {HTMLElement} */ (document.querySelector('.rail')),
    /** Something of where this page is has changed: its title, its address, whether it has a phone's whole screen. @param {boolean} [alone] */
    moved(alone) {
      if (alone !== undefined) document.body.dataset.alone = String(alone);
      const { room, page } = app.router;
      if (room && page) left.set(ui.room.peek(), room.address());
      ui.moved.value += 1;
    },
  };
  app.router = createRouter({
    table,
    load: rooms,
    open: (name) => openRoom(name, app),
    seen: (page) => (ui.room.value = roomOf(page)),
    moved: () => app.moved(),
  });
  const go = (/** @type {string} */ path) => void app.router.go(path);
  app.open = (id) => (atInbox() && !ticketOf(desk, id) ? inbox?.open(id) : go(placeOf(desk, id)));
  app.shell = createShell({
    desk,
    whole: () => conversations?.desk ?? null,
    looksAt: () => conversations?.looksAt() ?? null,
    ui,
    api: store.api,
    storage,
    table,
    title: () => app.router.room?.title() ?? document.title,
    does: {
      ...self,
      doneForToday: () => doneForToday(desk),
      go,
      open: app.open,
      arrived: (id) => inbox?.arrived(id),
      next: () => inbox?.next(),
      toTeam: (team) => inbox?.toTeam(team),
      search: () => go(left.get('search') ?? '/search'),
      inbox: () => (atInbox() ? inbox?.open(null) : go(leftAt(desk, left, 'inbox') ?? '/inbox')),
      tickets: () => go('/tickets'),
    },
  });
  app.dialogs = createDialogs(self.unsent, ui, self.leave, app.shell.help);
  const mentions = () => (atInbox() ? inbox?.showView('mentions') : go('/inbox?view=mentions'));
  const rail = createRail({
    desk,
    ui,
    table,
    does: { ...self, keys: app.shell.help.open, availability: desk.setAvailability, mentions, doneForToday: () => doneForToday(desk) },
    addressOf: (page) => {
      ui.moved.value;
      return (!ui.sees(page.name) && ['inbox', 'tickets', 'faq', 'search'].includes(page.name) && leftAt(desk, left, page.name)) || page.path;
    },
  });
  mount(app.rail, rail);
  mount(document.querySelector('.toasts'), createToast(desk));
  mount(document.querySelector('.dialogs'), app.dialogs.view, app.dialogs.around);
  return app;
}

/** @typedef {ReturnType<typeof createBench>} Bench */
