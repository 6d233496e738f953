/**
 * The tickets of the desk as their page shows them: lines of one view at a time, kept true by the live link; what was solved this
 * week; the board; statuses and types. Plain JS without a DOM. What stands in a view, and in which order, the desk says.
 */
import { joined } from '../joined.js';
import { createList } from '../list.js';
import { createListWatch } from '../list-watch.js';
import { createPaging } from '../paging.js';
import { createSelection } from '../selection.js';
import { createBoard } from './board.js';
import { createTicketActions } from './actions.js';
import { createOpenTicket } from './open.js';
import { SORTS, VIEWS, belongs, isDone, ofRow, ofTicket } from './ticket.js';

/** @typedef {import('./ticket.js').Ticket} Ticket */
/** @typedef {import('./ticket.js').Status} Status */
/** @typedef {import('./ticket.js').Type} Type */
/** @typedef {import('./ticket.js').View} View */

const VIEW_KEPT = 'servicedesk.tickets.view';
const SORT_KEPT = 'servicedesk.tickets.sort';
const LOOK_KEPT = 'servicedesk.tickets.look';
/** Those solved this week that are shown under a view. */
const SOLVED_MAX = 20;
/** What moved is asked for once things are quiet. */
const SOON_MS = 400;

/** What the page keeps. */
const begun = () => ({
  /** @type {Status[]} */ statuses: [],
  /** @type {Type[]} */ types: [],
  /** Both came. */
  known: false,
  /** @type {Record<string, number|null>} */ counts: {},
  /** Solved this week, newest first. @type {string[]} */ solved: [],
  /** @type {'list'|'board'} */ look: 'list',
  /** The page is seen: only then the desk tells of it. */
  shown: false,
  /** Its list or board was asked for; the page of one ticket alone needs neither. */
  listed: false,
  /** Boxes to tick stand before the lines, also while nothing is ticked. */
  choosing: false,
});
/** @typedef {ReturnType<typeof begun>} State */

/** The Monday of a week, as it begins here. @param {Date} now */
const monday = (now) => new Date(now.getFullYear(), now.getMonth(), now.getDate() - ((now.getDay() + 6) % 7)).getTime();

/** @param {Storage|null} storage @param {string} name @param {string} value */
function keep(storage, name, value) {
  try {
    storage?.setItem(name, value);
  } catch {
    // The choice lasts as long as the page.
  }
}

/**
 * Statuses, types and counts.
 * @param {object} host
 * @param {State} host.at
 * @param {import('./api.js').TicketsApi} host.api
 * @param {() => void} host.changed
 * @param {(fn:() => void, ms:number) => unknown} host.after
 */
function createKnown({ at, api, changed, after }) {
  let planned = false;
  const loadKnown = async () => {
    try {
      const [statuses, types] = await Promise.all([api.statuses(), api.types()]);
      Object.assign(at, { statuses: statuses.statuses, types: types.types, known: true });
      changed();
    } catch {
      // Names of statuses come with the tickets as well.
    }
  };
  const loadCounts = async () => {
    planned = false;
    try {
      at.counts = (await api.counts()).views;
      changed();
    } catch {
      // The next change asks again.
    }
  };
  const countsSoon = () => {
    if (planned || !at.shown || !at.listed) return;
    planned = true;
    after(loadCounts, SOON_MS);
  };
  return { loadKnown, loadCounts, countsSoon };
}

/**
 * The lines of one view, with what was solved this week.
 * @param {object} host
 * @param {State} host.at
 * @param {Map<string, Ticket>} host.rows
 * @param {import('./api.js').TicketsApi} host.api
 * @param {import('../../../im/client.js').Client} host.client
 * @param {string} host.me
 * @param {() => number} host.now
 * @param {() => void} host.changed
 * @param {Storage|null} host.storage
 * @param {(ticket:Ticket) => void} host.put
 */
function createLines({ at, rows, api, client, me, now, changed, storage, put }) {
  const keptView = storage?.getItem(VIEW_KEPT) ?? '';
  const first = {
    view: VIEWS.includes(/** @type {View} */ (keptView)) || keptView.startsWith('view_') ? keptView : 'unsolved',
    sort: SORTS.find((sort) => sort === storage?.getItem(SORT_KEPT)) ?? 'due',
  };
  const list = createList({ rows: /** @type {any} */ (rows), me, changed, belongs, first: /** @type {any} */ (first) });
  const selection = createSelection({ changed });
  /** The list's pages ask as the inbox's do; lines come in a shape of their own. @type {any} */
  const pages = {
    async conversations(/** @type {string} */ view, /** @type {string|null} */ cursor, /** @type {{sort:string}} */ { sort }) {
      const { items, next, partial } = await api.list(view, cursor, { sort });
      return { items: items.map(ofTicket), next_cursor: next, partial };
    },
  };
  const cache = /** @type {any} */ ({ put, keep() {} });
  const { loadView, moreUntil } = createPaging({ api: pages, cache, list, selection, open: () => null });
  const { watch } = createListWatch({
    client,
    list,
    name: 'tickets-',
    named: (view) => `tickets:${view}`,
    wanted: () => at.shown && at.listed && at.look === 'list',
    cache: /** @type {any} */ ({
      put: (/** @type {any} */ row) => row.ticket && put(ofRow(row, rows.get(row.id))),
      countsTold() {},
      setCounts(/** @type {Record<string, number|null>} */ counts) {
        at.counts = counts;
        changed();
      },
    }),
  });
  const loadSolved = async () => {
    const view = String(list.view);
    // Where everything is shown, they stand in the list itself.
    if (view === 'all' || view.startsWith('view_') || view === 'customer') {
      at.solved = [];
      return;
    }
    try {
      const { items } = await api.list('solved', null, { sort: 'updated', limit: SOLVED_MAX });
      const tickets = items.map(ofTicket).filter((one) => isDone(one.category) && (view !== 'mine' || one.agent_id === me) && Date.parse(one.solved_at ?? one.updated_at) >= monday(new Date(now())));
      for (const ticket of tickets) put(ticket);
      at.solved = tickets.map(({ id }) => id);
      changed();
    } catch {
      // The list stands without them.
    }
  };

  return { list, selection, loadView, moreUntil, watch, loadSolved };
}

/**
 * Views, orders and looks.
 * @param {object} host
 * @param {State} host.at
 * @param {ReturnType<typeof createLines>} host.lines
 * @param {ReturnType<typeof createBoard>} host.board
 * @param {Storage|null} host.storage
 * @param {() => void} host.changed
 */
function createShowing({ at, lines: { list, selection, loadView, watch, loadSolved }, board, storage, changed }) {
  const ask = () => {
    if (at.look === 'board') return board.load();
    return Promise.all([loadView(list.view, true), loadSolved()]);
  };
  return {
    ask,
    /** @param {View} view */
    showView(view) {
      selection.clear();
      keep(storage, VIEW_KEPT, view);
      const fresh = list.show(/** @type {any} */ (view));
      at.solved = [];
      if (!at.listed) return;
      watch();
      if (at.look === 'board') board.load();
      else {
        if (fresh) loadView(/** @type {any} */ (view), true);
        loadSolved();
      }
      changed();
    },
    /** @param {import('./ticket.js').Sort} sort */
    sortBy(sort) {
      selection.clear();
      keep(storage, SORT_KEPT, sort);
      list.arrangeBy({ sort: /** @type {any} */ (sort) });
      watch();
      ask();
    },
    /** @param {'list'|'board'} look */
    lookAt(look) {
      if (at.look === look) return;
      selection.clear();
      at.look = look;
      keep(storage, LOOK_KEPT, look);
      watch();
      ask();
      changed();
    },
    more: () => loadView(list.view, false),
    retry: ask,
  };
}

/**
 * What comes over the link changes the lines.
 * @param {object} host
 * @param {State} host.at
 * @param {import('../core.js').Core} host.core
 * @param {Map<string, Ticket>} host.rows
 * @param {(id:string) => void} host.want
 * @param {(id:string) => void} host.drop
 * @param {() => void} host.again
 * @param {ReturnType<typeof createKnown>} host.known
 * @param {ReturnType<typeof createOpenTicket>} host.opened
 */
function follow({ at, core, rows, want, drop, again, known, opened }) {
  const { client } = core;
  core.onEntry((entry) => {
    const id = entry.conversation_id;
    if (rows.has(id) || entry.kind === 'ticket') want(id);
    if (rows.has(id) || (entry.kind ?? '').startsWith('ticket')) known.countsSoon();
    opened.heard(entry);
  });
  client.on('gone', ({ conversation_id }) => drop(conversation_id));
  // Right after the start all of it was asked for just now.
  client.on('reset', ({ mode }) => {
    if (at.shown && at.listed && mode !== 'fresh') again();
  });
  client.on('settings', ({ area }) => area === 'tickets' && at.known && known.loadKnown());
}

/**
 * Tickets that are asked for anew, each once however much is told of it.
 * @param {object} host
 * @param {import('./api.js').TicketsApi} host.api
 * @param {(ticket:any) => void} host.took
 * @param {(id:string) => void} host.drop
 * @param {(fn:() => void, ms:number) => unknown} host.after
 */
function createFetching({ api, took, drop, after }) {
  /** @type {Set<string>} */ const wanted = new Set();
  const pump = async () => {
    const ids = [...wanted];
    wanted.clear();
    for (const id of ids) {
      try {
        took(await api.get(id));
      } catch (error) {
        if (/** @type {import('../../api.js').Problem} */ (error).status === 404) drop(id);
      }
    }
  };
  /** @param {string} id */
  return (id) => {
    if (wanted.size === 0) after(pump, SOON_MS);
    wanted.add(id);
  };
}

/** How things are right now. @param {State} at */
const currentState = (at) => ({
  get statuses() {
    return at.statuses;
  },
  get types() {
    return at.types;
  },
  get known() {
    return at.known;
  },
  get counts() {
    return at.counts;
  },
  get solved() {
    return at.solved;
  },
  get look() {
    return at.look;
  },
  get choosing() {
    return at.choosing;
  },
});

/**
 * The tickets' store over what every page knows.
 * @param {object} host
 * @param {import('../core.js').Core} host.core
 * @param {import('./api.js').TicketsApi} host.api
 * @param {Storage|null} host.storage
 * @param {() => number} host.now
 * @param {(fn:() => void, ms:number) => unknown} host.after
 */
export function createTickets({ core, api, storage, now, after }) {
  const { client, clock, notify, failed } = core;
  const me = core.agent.id;
  const ticks = { list: clock.create(), open: clock.create() };
  const changed = () => clock.touch(ticks.list);
  const at = begun();
  at.look = storage?.getItem(LOOK_KEPT) === 'board' ? 'board' : 'list';
  /** @type {Map<string, Ticket>} */ const rows = new Map();
  const known = createKnown({ at, api, changed, after });
  /** @param {Ticket} ticket */
  const put = (ticket) => {
    rows.set(ticket.id, ticket);
    lines.list.place(/** @type {any} */ (ticket));
    board.place(ticket);
    opened.placed(ticket);
    changed();
  };
  /** @param {string} id @param {Partial<Ticket>} fields */
  const patch = (id, fields) => {
    const row = rows.get(id);
    if (row) put({ ...row, ...fields });
  };
  /** @param {string} id */
  const drop = (id) => {
    rows.delete(id);
    lines.list.drop(id);
    board.drop(id);
    at.solved = at.solved.filter((one) => one !== id);
    changed();
  };
  /** The desk told all of a ticket. @param {any} ticket */
  const tell = (ticket) => {
    put(ofTicket(ticket));
    opened.told(ticket);
  };
  const opened = createOpenTicket({ api, failed, changed: () => clock.touch(ticks.open), took: (ticket) => (put(ofTicket(ticket)), ticket.type && ensureKnown()) });
  const board = createBoard({ api, rows, put, changed, view: () => lines.list.view, sort: () => lines.list.sort });
  const lines = createLines({ at, rows, api, client, me, now, changed, storage, put });
  const want = createFetching({ api, drop, after, took: tell });
  const showing = createShowing({ at, lines, board, storage, changed });
  /** @type {Promise<unknown>} */ let asked = Promise.resolve();
  /** Statuses and types are there, as far as they come. */
  const ensureKnown = () => (at.known ? Promise.resolve() : known.loadKnown());
  const freshen = () => {
    ensureKnown();
    known.loadCounts();
    asked = showing.ask();
    return asked;
  };
  const again = () => {
    lines.list.stale();
    showing.ask();
    known.loadCounts();
  };
  follow({ at, core, rows, want, drop, again, known, opened });
  const actions = createTicketActions({ api, rows, statuses: () => at.statuses, patch, want, tell, notify, failed, countsSoon: known.countsSoon, openCopy: opened.patch });

  const store = {
    ticks,
    rows,
    api,
    board,
    opened,
    list: lines.list,
    selection: lines.selection,
    moreUntil: lines.moreUntil,
    ...actions,
    ...showing,
    want,
    tell,
    /** @param {string} id */
    status: (id) => at.statuses.find((one) => one.id === id) ?? null,
    /** @param {string|null} id */
    type: (id) => at.types.find((one) => one.id === id) ?? null,
    loadKnown: known.loadKnown,
    ensureKnown,
    /** @param {boolean} on */
    choose(on) {
      at.choosing = on;
      if (!on) lines.selection.clear();
      changed();
    },
    /** The page is seen, or another one. @param {boolean} shown */
    show(shown) {
      if (shown === at.shown) return;
      at.shown = shown;
      lines.watch();
      if (!shown) return;
      if (at.listed) freshen();
    },
    /** The list, or the board, is seen or needed from here on. @returns {Promise<unknown>} it came */
    showList() {
      if (at.listed) return asked;
      at.listed = true;
      lines.watch();
      return freshen();
    },
  };
  return joined(store, currentState(at));
}

/** @typedef {ReturnType<typeof createTickets>} Tickets */
