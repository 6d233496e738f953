/** The board: a column for each status, its first tickets, and more of them as somebody scrolls. */
import { ofTicket } from './ticket.js';

/** @typedef {import('./ticket.js').Ticket} Ticket */
/** @typedef {{status_id:string, count:number|null, ids:string[], next:string|null, loading:boolean}} Column */

/**
 * @param {object} host
 * @param {import('./api.js').TicketsApi} host.api
 * @param {Map<string, Ticket>} host.rows
 * @param {(ticket:Ticket) => void} host.put
 * @param {() => void} host.changed
 * @param {() => string} host.view
 * @param {() => string} host.sort
 */
export function createBoard({ api, rows, put, changed, view, sort }) {
  /** @type {Column[]} */ let columns = [];
  /** @type {'empty'|'loading'|'ready'|'failed'} */ let phase = 'empty';
  /** Whoever asked last is heard. */
  let turn = 0;

  /** @param {string} id */
  const columnOf = (id) => columns.find((one) => one.ids.includes(id)) ?? null;
  /** @param {Column} column @param {number} by */
  const count = (column, by) => {
    if (column.count !== null) column.count = Math.max(0, column.count + by);
  };

  return {
    get columns() {
      return columns;
    },
    get phase() {
      return phase;
    },
    columnOf,
    async load() {
      const mine = (turn += 1);
      if (phase !== 'ready') phase = 'loading';
      changed();
      try {
        const answer = await api.board(view(), { sort: sort() });
        if (mine !== turn) return;
        const next = answer.columns.map((one) => ({ status_id: one.status_id, count: one.count, next: one.next, ids: one.items.map((/** @type {any} */ item) => item.id), loading: false }));
        columns = [];
        for (const one of answer.columns) for (const item of one.items) put(ofTicket(item));
        columns = next;
        phase = 'ready';
      } catch {
        if (mine === turn && phase !== 'ready') phase = 'failed';
      }
      changed();
    },
    /** The next tickets of a column. @param {string} status */
    async more(status) {
      const column = columns.find((one) => one.status_id === status);
      if (!column?.next || column.loading) return;
      column.loading = true;
      changed();
      try {
        const { items, next } = await api.list(view(), column.next, { sort: sort(), status });
        const fresh = items.map(ofTicket).filter((one) => !columnOf(one.id));
        column.ids.push(...fresh.map((one) => one.id));
        column.next = next;
        for (const one of fresh) put(one);
      } catch {
        // The next look at the end asks again.
      }
      column.loading = false;
      changed();
    },
    /** A ticket is another one now: it goes to the top of the column of its status. @param {Ticket} ticket */
    place(ticket) {
      const from = columnOf(ticket.id);
      const to = columns.find((one) => one.status_id === ticket.status_id);
      if (from === to) return;
      if (from) {
        from.ids.splice(from.ids.indexOf(ticket.id), 1);
        count(from, -1);
      }
      if (to && (from || to.next === null)) {
        to.ids.unshift(ticket.id);
        count(to, 1);
      }
    },
    /** @param {string} id */
    drop(id) {
      const column = columnOf(id);
      if (!column) return;
      column.ids.splice(column.ids.indexOf(id), 1);
      count(column, -1);
    },
    /** The ticket beside, above or below one. @param {string} id @param {'up'|'down'|'left'|'right'} to @returns {string|null} */
    beside(id, to) {
      const column = columnOf(id);
      if (!column) return null;
      const line = column.ids.indexOf(id);
      if (to === 'up' || to === 'down') return column.ids[line + (to === 'up' ? -1 : 1)] ?? null;
      const step = to === 'left' ? -1 : 1;
      for (let i = columns.indexOf(column) + step; columns[i]; i += step) {
        const { ids } = columns[i];
        if (ids.length > 0) return ids[Math.min(line, ids.length - 1)];
      }
      return null;
    },
    /** The status of the column at a side of the one that holds it. @param {string} id @param {-1|1} step @returns {string|null} */
    statusBeside(id, step) {
      const at = columns.findIndex((one) => one.ids.includes(id));
      return at < 0 ? null : (columns[at + step]?.status_id ?? null);
    },
    first: () => columns.find((one) => one.ids.length > 0)?.ids[0] ?? null,
    /** @param {string} id */
    has: (id) => Boolean(columnOf(id)) && rows.has(id),
  };
}
