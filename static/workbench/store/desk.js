/**
 * The inbox's store, over what every page knows (core.js): list, threads, drafts and the agent's actions, joined from REST and the
 * live link. Plain JS without a DOM; time, storage, network and scheduling come in from outside.
 */
import { createActions } from './actions.js';
import { createCanned } from './canned.js';
import { createCollection } from './collection.js';
import { createComposerState } from './composer-state.js';
import { createCore } from './core.js';
import { createDrafts } from './drafts.js';
import { createFirstSteps } from './first-steps.js';
import { handleLinkEvents } from './link-events.js';
import { joined } from './joined.js';
import { createLabels } from './labels.js';
import { createLinks } from './links.js';
import { createList } from './list.js';
import { SORT_KEPT, VIEW_KEPT, contactActions, currentState, readingActions, viewActions } from './view-state.js';
import { createPaging } from './paging.js';
import { createPresence } from './presence.js';
import { VIEWS, isSaved } from './rows.js';
import { createScheduled } from './scheduled.js';
import { createSelection } from './selection.js';
import { createSending } from './sending.js';
import { createThreads } from './threads.js';
import { createViews } from './views.js';
import { createListWatch } from './list-watch.js';

const OWN_FRESH_MS = 3000;
/** A link that can be made has said its first word by then. */
const LINK_WITHIN_MS = 1500;

/** @typedef {import('./core.js').State} State */

/**
 * What the page keeps, by subject.
 * @param {object} host
 * @param {(...places: ('composer' | 'details' | 'frame' | 'list' | 'thread')[]) => void} host.touch
 * @param {State} host.at
 * @param {Storage|null} host.storage
 * @param {() => number} host.now
 * @param {(fn:()=>void, ms:number) => unknown} host.after
 * @param {import('../api.js').Api} host.api
 * @param {import('../answers.js').Me} host.me
 * @param {(error: unknown) => void} host.failed
 * @param {(hooks: { changed: (id: string | null) => void; failed: (error: unknown) => void; }) => any} host.makeFiles
 * @param {import('../../im/client.js').Client} host.client
 * @param {(id:string|null) => void} host.view
 * @param {() => boolean} host.saving
 * @param {(id: string) => void} host.forget
 */
function createStores({ touch, at, storage, now, after, api, me, failed, makeFiles, client, view, saving, forget }) {
  const presence = createPresence({ changed: () => touch('list', 'thread', 'details') });
  /** Typing in the open conversation draws the composer alone, however long list and thread are. @param {string} id */
  const composed = (id) => touch(id === at.open ? 'composer' : 'list');
  const drafts = createDrafts({ storage, owner: at.agent.id, now, after, api, changed: composed });
  const compose = createComposerState({ changed: () => touch('composer') });
  const labels = createLabels({ api, changed: () => touch('list', 'details') });
  const canned = createCanned({ api, now, changed: () => touch('composer') });
  /** @type {import('./collection.js').Collection<import('../answers.js').Team>} */
  const teams = createCollection({ read: () => api.teams(), changed: () => touch('details') });
  /** @type {import('./collection.js').Collection<import('./macros.js').Macro>} */
  const macros = createCollection({ read: () => api.macros(), changed: () => touch('composer'), now, freshMs: OWN_FRESH_MS });
  const firstSteps = createFirstSteps({ api, list: me.setup ?? null, changed: () => touch('frame', 'thread'), failed });
  const links = createLinks({ api, enabled: me.link_previews === true, changed: () => touch('thread') });
  const files = makeFiles({ changed: (id) => (id === at.open ? touch('thread', 'list') : touch('list')), failed });
  const scheduled = createScheduled({ api, open: () => at.open, changed: () => touch('thread', 'composer'), loadDrafts: drafts.load });
  const selection = createSelection({ changed: () => touch('list') });
  const threads = createThreads({
    api,
    client,
    view,
    saving,
    changed: (id) => id === at.open && touch('thread'),
    missing: (id) => forget(id),
  });

  return { threads, drafts, compose, selection, labels, teams, presence, firstSteps, canned, links, files, macros, scheduled };
}

/**
 * Where "new since you last looked" stands as a conversation is opened.
 * @param {import('./rows.js').Row} row
 */
const markOf = (row) => (row.unread > 0 ? row.mine.read : null);

/**
 * What comes is told to the inbox from here on.
 * @param {object} host
 * @param {import('./core.js').Core} host.core
 * @param {ReturnType<typeof createList>} host.list
 * @param {ReturnType<typeof createThreads>} host.threads
 * @param {ReturnType<typeof createDrafts>} host.drafts
 * @param {ReturnType<typeof createComposerState>} host.compose
 * @param {ReturnType<typeof createSending>} host.sending
 * @param {(quiet:boolean) => Promise<void>} host.loadContact
 * @param {(mode:string) => void} host.reload
 */
function follow({ core: { at, cache, hooks, touch }, list, threads, drafts, compose, sending, loadContact, reload }) {
  hooks.reset = reload;
  hooks.placed = list.place;
  hooks.shown = (row) => {
    if (row.id !== at.open) return;
    if (at.seen === undefined) {
      at.seen = markOf(row);
      loadContact(false);
    }
    touch('thread', 'details');
  };
  hooks.entry = threads.apply;
  hooks.settled = sending.settled;
  hooks.forget = (id) => {
    const contactId = cache.rows.get(id)?.contact.id;
    threads.drop(id);
    drafts.drop(id);
    compose.drop(id);
    list.drop(id);
    if (at.contact && at.contact.id === contactId) at.contact = null;
  };
}

/**
 * What is asked of the desk, at the start and again.
 * @param {object} host
 * @param {State} host.at
 * @param {import('../api.js').Api} host.api
 * @param {(...places: ('composer' | 'details' | 'frame' | 'list' | 'thread')[]) => void} host.touch
 * @param {ReturnType<typeof import('./conversation-cache.js').createConversationCache>} host.cache
 * @param {() => number} host.now
 * @param {ReturnType<typeof import('./labels.js').createLabels>} host.labels
 * @param {import('./collection.js').Collection<import('../answers.js').Team>} host.teams
 * @param {{load:() => void}} host.views
 * @param {ReturnType<typeof import('./drafts.js').createDrafts>} host.drafts
 * @param {ReturnType<typeof import('./list.js').createList>} host.list
 * @param {(view: import('./rows.js').View, first: boolean, anew?: boolean | undefined) => Promise<void>} host.loadView
 * @param {ReturnType<typeof import('./threads.js').createThreads>} host.threads
 * @param {() => Promise<void>} host.loadAgents
 * @param {(fn:()=>void, ms:number) => unknown} host.after
 * @param {() => void} host.watch   the desk tells what stands in the list
 */
function createLoading({ at, api, touch, cache, now, labels, teams, views, drafts, list, loadView, threads, loadAgents, after, watch }) {
  /** @param {boolean} quiet keeps what is shown while it loads */
  const loadContact = async (quiet) => {
    const id = at.open && cache.rows.get(at.open)?.contact.id;
    if (!id) return;
    if (at.contact?.id !== id) at.contact = { id, phase: 'loading', data: null };
    else if (!quiet) at.contact.phase = at.contact.data ? 'ready' : 'loading';
    touch('details');
    const mine = at.contact;
    try {
      mine.data = await api.contact(id);
      mine.phase = 'ready';
    } catch {
      if (!mine.data) mine.phase = 'failed';
    }
    touch('details');
  };
  let ownAt = -Infinity;
  const isFresh = () => now() - ownAt < OWN_FRESH_MS;
  /** Views and teams are shown by lists and menus alone: asked for with the first of them. */
  let forLists = false;
  const loadLists = () => Promise.all([teams.load(), views.load()]);
  /** Labels, teams and drafts change rarely elsewhere: the link's first word, right after the start, asks for nothing new. */
  const loadOwn = () => {
    if (isFresh()) return;
    ownAt = now();
    labels.load();
    if (forLists) loadLists();
    drafts.load();
  };
  /** Lists or menus are there from here on. @returns {Promise<unknown>} */
  const loadForLists = () => {
    if (forLists) return Promise.resolve();
    forLists = true;
    return loadLists();
  };
  /** @param {string} mode as the welcome said it; `fresh` is the first word of a link */
  const reload = (mode) => {
    const coming = list.page.loaded || list.page.loading;
    list.stale();
    // Right after the start the list is there or on its way, and the desk tells its rows and the counts as soon as the link has its
    // first word.
    if (mode !== 'fresh' || !isFresh() || (at.listed && !coming)) {
      if (at.listed) loadView(list.view, true, true);
      cache.fetchCounts();
    }
    if (mode !== 'fresh' || !isFresh() || at.agents.length === 0) loadAgents();
    loadOwn();
    threads.reset();
    if (at.open) cache.want(at.open);
  };

  /** What every page with conversations shows; nothing where the link's first word came before and had it loaded. */
  const start = () => {
    if (isFresh()) return;
    cache.fetchCounts();
    // The link's first word asks who is there; where none comes, this does.
    after(() => at.agents.length === 0 && loadAgents(), LINK_WITHIN_MS);
    loadOwn();
  };
  /** The list is shown from here on: its first page is asked for, and the desk tells what changes in it. */
  const startList = () => {
    if (at.listed) return;
    at.listed = true;
    loadView(list.view, true);
    start();
    loadForLists();
    watch();
  };

  return { loadContact, reload, start, startList, loadForLists };
}

/**
 * The view that this browser looked at last.
 * @param {object} host
 * @param {Storage|null} host.storage
 * @param {ReturnType<typeof import('./list.js').createList>} host.list
 */
function recallView({ storage, list }) {
  const kept = /** @type {any} */ (storage?.getItem(VIEW_KEPT));
  if (VIEWS.includes(kept) || isSaved(kept ?? '')) list.show(kept);
  list.arrangeBy({ sort: keptSort(storage) });
}

/** The order that this browser's agent chose for the views that every desk has. @param {Storage|null} storage @returns {import('./rows.js').Sort} */
const keptSort = (storage) => (['newest', 'due'].find((sort) => sort === storage?.getItem(SORT_KEPT)) ? /** @type {any} */ (storage?.getItem(SORT_KEPT)) : 'waiting');

/**
 * The saved views, and what a list does that shows one of them.
 * @param {object} host
 * @param {import('../api.js').Api} host.api
 * @param {Storage|null} host.storage
 * @param {(...places: ('composer' | 'details' | 'frame' | 'list' | 'thread')[]) => void} host.touch
 * @param {() => import('./rows.js').View} host.shown
 * @param {(view: import('./rows.js').View) => void} host.showView
 * @param {(how: {sort: import('./rows.js').Sort}) => void} host.arrangeBy
 * @param {() => import('./rows.js').Sort} host.sort
 */
function createSaved({ api, storage, touch, shown, showView, arrangeBy, sort }) {
  /** The order it is shown in, where nobody chose another one for now. @type {string} */
  let told = '';
  const views = createViews({
    api,
    changed: () => {
      touch('list');
      const view = shown();
      if (!isSaved(view) || !views.known) return;
      const saved = views.get(view);
      // It was deleted, is a colleague's alone now, or cannot be read.
      if (!saved?.filter) return showView('open');
      // Its order came, or is another one.
      if (told !== `${view} ${saved.sort}` && saved.sort !== sort()) arrangeBy({ sort: saved.sort });
      told = `${view} ${saved.sort}`;
    },
  });
  return {
    views,
    /** @param {import('./rows.js').View} view @returns {import('./rows.js').Sort} */
    sortOf: (view) => (isSaved(view) && views.get(view)?.sort) || keptSort(storage),
  };
}

/**
 * What can be taken back.
 * @param {object} host
 * @param {State} host.at
 * @param {ReturnType<typeof import('./sending.js').createSending>} host.sending
 * @param {(next: import('./core.js').Notice | null) => void} host.notify
 */
function undoingOf({ at, sending, notify }) {
  return {
    /** Takes back what is still held in the open conversation. */
    undoSend: () => (at.open ? sending.undo(at.open) : null),
    /** Takes back the action that the toast offers to take back; false = there is none. */
    undoAction() {
      const action = at.notice?.action;
      if (!action?.undo) return false;
      notify(null);
      action.run();
      return true;
    },
    /** @param {string} message its client id */
    takeBack: (message) => (at.open ? sending.undo(at.open, message) : null),
    /** A message waits so long before it leaves. @param {number} ms */
    holdFor(ms) {
      at.holdMs = ms;
    },
  };
}

/**
 * The inbox's store: the core with list, threads and drafts around it.
 * @param {import('./core.js').Core} core
 * @param {object} host
 * @param {import('../answers.js').Me} host.me             answer of `GET /me`
 * @param {Storage|null} host.storage
 * @param {() => number} host.now
 * @param {(fn:()=>void, ms:number) => unknown} host.after
 * @param {() => boolean} [host.saving]   somebody pays for what comes over the line
 * @param {(fn:()=>void) => void} host.painted   runs it once what is drawn now can be seen
 * @param {(hooks:{changed:(id:string|null) => void, failed:(error:unknown) => void}) => any} [host.files] what sends files (files.js)
 */
export function growDesk(core, { me, storage, saving = () => false, now, after, painted, files: makeFiles = () => ({ of: () => [], count: 0 }) }) {
  const { at, api, client, cache, clock, touch, notify, failed, forget, loadAgents } = core;
  /** @type {Set<(entry:import('../../im/types.js').Entry)=>void>} */ const heard = new Set();
  const {
    threads, drafts, compose, selection, labels, teams, presence, firstSteps, canned, links, files, macros, scheduled,
  } = createStores({ touch, at, storage, now, after, api, me, failed, makeFiles, client, view: core.view, saving, forget });
  const list = createList({ rows: cache.rows, me: at.agent.id, changed: () => touch('list') });
  const actions = createActions({ api, cache, notify, failed });
  const { loadView, moreUntil } = createPaging({ api, cache, list, selection, open: () => at.open });
  const { views, sortOf } = createSaved({
    api,
    storage,
    touch,
    shown: () => list.view,
    showView: (view) => shows.showView(view),
    arrangeBy: (how) => shows.arrangeBy(how),
    sort: () => list.sort,
  });
  recallView({ storage, list });
  const { watch } = createListWatch({ client, cache, list, wanted: () => at.listed });
  const { loadContact, reload, start, startList, loadForLists } = createLoading({ at, api, touch, cache, now, labels, teams, views, drafts, list, loadView, threads, loadAgents, after, watch });
  const shows = viewActions({ storage, selection, list, loadView, watch, touch, moreUntil, sortOf });
  const sending = createSending({
    api,
    client,
    drafts,
    compose,
    failed,
    holdMs: () => at.holdMs,
    me: () => at.agent,
    agents: () => at.agents,
    open: () => at.open,
    close: (id) => actions.act(id, 'close'),
  });
  follow({ core, list, threads, drafts, compose, sending, loadContact, reload });
  handleLinkEvents({ cache, presence, firstSteps, labels, teams, views, canned, macros, scheduled, sending, hooks: core.hooks, at, loadContact, heard, client });

  const own = {
    list,
    presence,
    drafts,
    compose,
    labels,
    teams,
    views,
    canned,
    macros,
    scheduled,
    selection,
    firstSteps,
    links,
    threads,
    ...actions,
    send: sending.send,
    saveChange: sending.saveChange,
    recall: sending.recall,
    ...undoingOf({ at, sending, notify }),
    get hasFaq() {
      return at.faq;
    },
    ...contactActions({ at, api, cache, touch, failed, loadContact }),
    /** What the widgets' forms ask for, by the names of the answers. @type {Record<string, string>} */
    formLabels: me.form_labels ?? {},
    start,
    startList,
    loadForLists,
    ...shows,
    ...readingActions({ at, threads, scheduled, cache, markOf, touch, clock, painted, loadContact, client }),
    files,
    loadContact,
    retryThread: () => at.open && threads.reload(at.open),
    /** @param {string} id */
    unsentOf: (id) => at.unsent.get(id) ?? [],
    /** A conversation's newest entry that is not one's own, for whoever reads aloud. @param {(entry:import('../../im/types.js').Entry)=>void} listener */
    onHeard: (listener) => void heard.add(listener),
  };
  return joined(joined(own, core), currentState({ at, now, threads, files }));
}

/**
 * Both at once.
 * @param {Parameters<typeof createCore>[0] & Parameters<typeof growDesk>[1]} host
 */
export const createDesk = (host) => growDesk(createCore(host), host);

/** @typedef {ReturnType<typeof growDesk>} Desk */
