/**
 * The workbench's store: everything the page knows, joined from REST and the live link, with the agent's actions on it.
 * Plain JS without a DOM; time, storage, network and scheduling come in from outside. Whoever shows something reads the
 * tick of its place (`ticks.list.value` …) and then the plain data.
 */
import { createActions } from './actions.js';
import { createBook } from './book.js';
import { createCanned } from './canned.js';
import { createCompose } from './compose.js';
import { createDrafts } from './drafts.js';
import { createFirstSteps } from './first-steps.js';
import { joined } from './joined.js';
import { createLabels } from './labels.js';
import { createLinks } from './links.js';
import { createList } from './list.js';
import { createPaging } from './paging.js';
import { createPresence } from './presence.js';
import { VIEWS } from './rows.js';
import { createSelection } from './selection.js';
import { createSending } from './sending.js';
import { createThreads } from './threads.js';
import { createTicks } from './ticks.js';
import { hearLink } from './hearing.js';
import { SORT_KEPT, VIEW_KEPT, arrangingOf, contactOf, lookingOf, presentOf } from './looking.js';

const OWN_FRESH_MS = 3000;

/**
 * @typedef {object} Notice   one quiet sentence at the edge, with at most one action
 * @property {string} [key]   catalogue key
 * @property {string} [text]  the sentence itself, where there is no key
 * @property {Record<string, string|number>} [vars]
 * @property {number} [count]  chooses the form of the sentence
 * @property {import('../parts/icons.js').IconName} [icon]
 * @property {{key?:string, label?:string, run:()=>void, undo?:boolean}} [action]   undo = its key does it, too
 */

/** What is open, and what is known of it. @param {import('../answers.js').Me} me */
const begun = (me) => ({
  /** @type {string|null} */
  open: null,
  /** Mark of "new since"; undefined while the open conversation's row is still on its way. @type {number|null|undefined} */
  seen: null,
  /** Another conversation was opened, and its words are not on the screen yet. */
  turning: false,
  /** @type {Notice|null} */
  notice: null,
  /** @type {import('../answers.js').Agent[]} */
  agents: [],
  /** @type {Map<string|null, import('../../im/types.js').Item[]>} */
  unsent: new Map(),
  /** @type {{id:string, phase:'loading'|'ready'|'failed', data:import('../answers.js').Contact|null}|null} */
  contact: null,
  /** @type {() => boolean} */
  isReading: () => false,
  holdMs: 0,
  /** The list was asked for. */
  started: false,
  agent: me.agent,
});
/** @typedef {ReturnType<typeof begun>} State */

/**
 * One quiet sentence at a time.
 * @param {object} host
 * @param {State} host.at
 * @param {(...places: ('composer' | 'details' | 'frame' | 'list' | 'thread')[]) => void} host.touch
 */
function createNotices({ at, touch }) {
  /** @param {Notice|null} next */
  const notify = (next) => {
    at.notice = next;
    touch('frame');
  };
  /** @param {unknown} error */
  const failed = (error) => {
    const { code = 'unexpected', retryAfter } = /** @type {Partial<import('../api.js').Problem>} */ (error);
    notify({ key: `error.${code}`, icon: 'circle-alert', vars: { seconds: retryAfter ?? 0 } });
  };

  return { failed, notify };
}

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
 * @param {() => boolean} host.saving
 * @param {(id: string) => void} host.forget
 */
function createStores({ touch, at, storage, now, after, api, me, failed, makeFiles, client, saving, forget }) {
  const presence = createPresence({ changed: () => touch('list', 'thread', 'details') });
  /** Typing in the open conversation draws the composer alone, however long list and thread are. @param {string} id */
  const composed = (id) => touch(id === at.open ? 'composer' : 'list');
  const drafts = createDrafts({ storage, owner: at.agent.id, now, after, api, changed: composed });
  const compose = createCompose({ changed: () => touch('composer') });
  const labels = createLabels({ api, changed: () => touch('list', 'details') });
  const canned = createCanned({ api, now, changed: () => touch('composer') });
  const firstSteps = createFirstSteps({ api, list: me.setup ?? null, changed: () => touch('frame', 'thread'), failed });
  const links = createLinks({ api, enabled: me.link_previews === true, changed: () => touch('thread') });
  const files = makeFiles({ changed: (id) => (id === at.open ? touch('thread', 'list') : touch('list')), failed });
  const selection = createSelection({ changed: () => touch('list') });
  const threads = createThreads({
    api,
    client,
    saving,
    changed: (id) => id === at.open && touch('thread'),
    missing: (id) => forget(id),
  });

  return { threads, drafts, compose, selection, labels, presence, firstSteps, canned, links, files };
}

/**
 * Rows and their list, and what goes with a conversation that is gone.
 * @param {object} host
 * @param {State} host.at
 * @param {import('../api.js').Api} host.api
 * @param {() => number} host.now
 * @param {(fn:()=>void, ms:number) => unknown} host.after
 * @param {(...places: ('composer' | 'details' | 'frame' | 'list' | 'thread')[]) => void} host.touch
 * @param {Set<(row:import('./rows.js').Row)=>void>} host.placed
 * @param {(quiet: boolean) => Promise<void>} host.loadContact
 * @param {ReturnType<typeof import('./threads.js').createThreads>} host.threads
 * @param {ReturnType<typeof import('./drafts.js').createDrafts>} host.drafts
 * @param {ReturnType<typeof import('./compose.js').createCompose>} host.compose
 */
function createRows({ at, api, now, after, touch, placed, loadContact, threads, drafts, compose }) {
  const book = createBook({
    me: at.agent.id,
    api,
    now,
    after,
    placed: (row) => {
      list.place(row);
      touch('list', 'frame');
      for (const listener of placed) listener(row);
      if (row.id !== at.open) return;
      if (at.seen === undefined) {
        at.seen = markOf(row);
        loadContact(false);
      }
      touch('thread', 'details');
    },
    gone: (id) => forget(id),
    changed: () => touch('list', 'frame'),
  });
  const list = createList({ rows: book.rows, me: at.agent.id, changed: () => touch('list') });
  /** @param {string} id every copy goes */
  const forget = (id) => {
    const contactId = book.rows.get(id)?.contact.id;
    threads.drop(id);
    drafts.drop(id);
    compose.drop(id);
    book.drop(id);
    list.drop(id);
    if (at.contact && at.contact.id === contactId) at.contact = null;
    touch('list', 'thread', 'details', 'frame');
  };
  /** Where "new since you last looked" stands as the conversation is opened. @param {import('./rows.js').Row} row */
  const markOf = (row) => (row.unread > 0 ? row.mine.read : null);

  return { book, forget, list, markOf };
}

/**
 * What is asked of the desk, at the start and again.
 * @param {object} host
 * @param {State} host.at
 * @param {import('../api.js').Api} host.api
 * @param {(...places: ('composer' | 'details' | 'frame' | 'list' | 'thread')[]) => void} host.touch
 * @param {ReturnType<typeof import('./book.js').createBook>} host.book
 * @param {() => number} host.now
 * @param {ReturnType<typeof import('./labels.js').createLabels>} host.labels
 * @param {ReturnType<typeof import('./drafts.js').createDrafts>} host.drafts
 * @param {ReturnType<typeof import('./list.js').createList>} host.list
 * @param {(view: import('./rows.js').View, first: boolean, anew?: boolean | undefined) => Promise<void>} host.loadView
 * @param {ReturnType<typeof import('./threads.js').createThreads>} host.threads
 */
function createLoading({ at, api, touch, book, now, labels, drafts, list, loadView, threads }) {
  const loadAgents = async () => {
    try {
      at.agents = (await api.agents()).items;
      at.agent = at.agents.find((one) => one.id === at.agent.id) ?? at.agent;
      touch('list', 'thread', 'frame');
    } catch {
      // Names from entries serve meanwhile.
    }
  };
  /** @param {boolean} quiet keeps what is shown while it loads */
  const loadContact = async (quiet) => {
    const id = at.open && book.rows.get(at.open)?.contact.id;
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
  /** Labels and drafts change rarely elsewhere: the link's first word, right after the start, asks for nothing new. */
  const loadOwn = () => {
    if (now() - ownAt < OWN_FRESH_MS) return;
    ownAt = now();
    labels.load();
    drafts.load();
  };
  const reload = () => {
    // Nobody has looked at the list yet: what is known are rows of news.
    if (!at.started) return book.countsSoon();
    list.stale();
    loadView(list.view, true, true);
    book.fetchCounts();
    loadAgents();
    loadOwn();
    threads.reset();
    if (at.open) book.want(at.open);
  };

  return { loadContact, reload, loadAgents, loadOwn };
}

/**
 * The view that this browser looked at last.
 * @param {object} host
 * @param {Storage|null} host.storage
 * @param {ReturnType<typeof import('./list.js').createList>} host.list
 */
function recallView({ storage, list }) {
  const kept = /** @type {any} */ (storage?.getItem(VIEW_KEPT));
  if (VIEWS.includes(kept)) list.show(kept);
  if (storage?.getItem(SORT_KEPT) === 'newest') list.arrangeBy({ sort: 'newest' });
}

/**
 * What can be taken back.
 * @param {object} host
 * @param {State} host.at
 * @param {ReturnType<typeof import('./sending.js').createSending>} host.sending
 * @param {(next: Notice | null) => void} host.notify
 */
function undoingOf({ at, sending, notify }) {
  return {
    /** Takes back what is still held in the open conversation. */
    undoSend: () => (at.open ? sending.undo(at.open) : null),
    /** Takes back the deed that the toast offers to take back; false = there is none. */
    undoDeed() {
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
 * The team, and whether the agent is there.
 * @param {object} host
 * @param {State} host.at
 * @param {(...places: ('composer' | 'details' | 'frame' | 'list' | 'thread')[]) => void} host.touch
 * @param {import('../api.js').Api} host.api
 * @param {(error: unknown) => void} host.failed
 */
function agentsOf({ at, touch, api, failed }) {
  return {
    /** @param {string} id */
    agentName: (id) => at.agents.find((one) => one.id === id)?.name ?? null,
    /** @param {'online'|'away'|'offline'} state */
    async setAvailability(state) {
      const before = at.agent.availability;
      at.agent.availability = state;
      touch('frame');
      try {
        await api.availability(state);
      } catch (error) {
        at.agent.availability = before;
        failed(error);
      }
    },
  };
}

/**
 * Who is told of entries and rows.
 * @param {object} host
 * @param {Set<(entry:import('../../im/types.js').Entry)=>void>} host.heard
 * @param {Set<(entry:import('../../im/types.js').Entry)=>void>} host.entered
 * @param {Set<(row:import('./rows.js').Row)=>void>} host.placed
 */
function heardOf({ heard, entered, placed }) {
  return {
    /** A conversation's newest entry that is not one's own, for whoever reads aloud. @param {(entry:import('../../im/types.js').Entry)=>void} listener */
    onHeard(listener) {
      heard.add(listener);
    },
    /** Every entry of the desk, after its row has taken it in; the row may still be on its way. @param {(entry:import('../../im/types.js').Entry)=>void} listener */
    onEntry(listener) {
      entered.add(listener);
    },
    /** A row is new or changed. @param {(row:import('./rows.js').Row)=>void} listener */
    onRow(listener) {
      placed.add(listener);
    },
  };
}

/**
 * @param {object} host
 * @param {import('../api.js').Api} host.api
 * @param {import('../../im/client.js').Client} host.client         delivery core
 * @param {import('../answers.js').Me} host.me             answer of `GET /me`
 * @param {Storage|null} host.storage
 * @param {() => number} host.now
 * @param {(fn:()=>void, ms:number) => unknown} host.after
 * @param {() => boolean} [host.saving]   somebody pays for what comes over the line
 * @param {(flush:()=>void) => void} host.schedule
 * @param {(fn:()=>void) => void} host.painted   runs it once what is drawn now can be seen
 * @param {(hooks:{changed:(id:string|null) => void, failed:(error:unknown) => void}) => any} [host.files] what sends files (files.js)
 * @param {() => void} host.signedOut
 */
export function createDesk({ api, client, me, storage, saving = () => false, now, after, schedule, painted, signedOut, files: makeFiles = () => ({ of: () => [], count: 0 }) }) {
  const clock = createTicks(schedule);
  const ticks = { list: clock.create(), thread: clock.create(), composer: clock.create(), details: clock.create(), frame: clock.create() };
  /** @param {...keyof typeof ticks} places */
  const touch = (...places) => places.forEach((place) => clock.touch(ticks[place]));
  const at = begun(me);

  /** @type {Set<(entry:import('../../im/types.js').Entry)=>void>} */ const heard = new Set();
  /** @type {Set<(entry:import('../../im/types.js').Entry)=>void>} */ const entered = new Set();
  /** @type {Set<(row:import('./rows.js').Row)=>void>} */ const placed = new Set();
  const { failed, notify } = createNotices({ at, touch });

  const {
    threads, drafts, compose, selection, labels, presence, firstSteps, canned, links, files,
  } = createStores({ touch, at, storage, now, after, api, me, failed, makeFiles, client, saving, forget: (id) => forget(id) });
  const {
    book, forget, list, markOf,
  } = createRows({ at, api, now, after, touch, placed, loadContact: (quiet) => loadContact(quiet), threads, drafts, compose });
  const actions = createActions({ api, book, notify, failed });

  const { loadView, moreUntil } = createPaging({ api, book, list, selection, open: () => at.open });

  const { loadContact, reload, loadAgents, loadOwn } = createLoading({ at, api, touch, book, now, labels, drafts, list, loadView, threads });

  recallView({ storage, list });

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
  hearLink({
    book, presence, firstSteps, labels, canned, sending, entered, at, loadContact, heard, client, reload, threads, loadAgents, touch,
    forget, signedOut,
  });

  return joined({
    ticks,
    list,
    book,
    presence,
    drafts,
    compose,
    labels,
    canned,
    selection,
    firstSteps,
    links,
    api,
    client,
    threads,
    touch,
    notify,
    failed,
    ...actions,
    send: sending.send,
    saveChange: sending.saveChange,
    recall: sending.recall,
    ...undoingOf({ at, sending, notify }),
    ...contactOf({ at, api, book, touch, failed, loadContact }),
    shop: me.shop,
    /** What the widgets' forms ask for, by the names of the answers. @type {Record<string, string>} */
    formLabels: me.form_labels ?? {},
    /** First load of what the inbox shows; link and counts are there before it. */
    start() {
      at.started = true;
      loadView(list.view, true);
      book.fetchCounts();
      loadAgents();
      loadOwn();
    },
    ...arrangingOf({ storage, selection, list, loadView, touch, moreUntil }),
    ...lookingOf({ at, threads, book, markOf, touch, clock, painted, loadContact, client }),
    files,
    loadContact,
    retryThread: () => at.open && threads.reload(at.open),
    /** @param {string} id */
    unsentOf: (id) => at.unsent.get(id) ?? [],
    ...heardOf({ heard, entered, placed }),
    ...agentsOf({ at, touch, api, failed }),
  }, presentOf({ at, now, book, threads, files }));
}

/** @typedef {ReturnType<typeof createDesk>} Desk */
