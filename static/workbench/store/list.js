/**
 * The conversation list: which rows a view holds, in which order, page by page, and what is shown of it right now.
 * Promises that nothing moves while the list is held (pointer over it, scrolled away from the top): rows change in place,
 * newcomers are counted and come in when it is let go. Does not fetch by itself and knows no pixels.
 */
import { belongs, compareNewest, compareRows, groupOf } from './rows.js';

/**
 * @typedef {import('./rows.js').Row} Row
 * @typedef {import('./rows.js').View} View
 * @typedef {{id:string, group:import('./rows.js').Group}} Place
 * @typedef {{ids:Set<string>, cursor:string|null, loaded:boolean, loading:boolean, failed:boolean, edge:Row|null}} Page
 */

/**
 * @param {object} host
 * @param {Map<string, Row>} host.rows
 * @param {string} host.me
 * @param {() => void} host.changed
 */
export function createList({ rows, me, changed }) {
  /** @type {Map<View, Page>} */
  const pages = new Map();
  /** @type {Set<string>} */
  const holds = new Set();
  /** @type {View} */
  let view = 'open';
  /** @type {'waiting'|'newest'} */
  let sort = 'waiting';
  /** Only conversations with this label. @type {string|null} */
  let label = null;
  /** @type {Place[]} */
  let shown = [];
  let waiting = 0;
  let stale = false;

  const page = (of = view) => {
    let found = pages.get(of);
    if (!found) {
      found = { ids: new Set(), cursor: null, loaded: false, loading: false, failed: false, edge: null };
      pages.set(of, found);
    }
    return found;
  };

  const compare = () => (sort === 'newest' ? compareNewest : compareRows);

  /** @returns {Place[]} */
  const order = () => {
    const list = [];
    for (const id of page().ids) {
      const row = rows.get(id);
      if (row) list.push(row);
    }
    return list.sort(compare()).map((row) => ({ id: row.id, group: groupOf(row) }));
  };

  /** The order is worked out when somebody looks, so that a burst of events sorts once. */
  const settle = () => {
    if (!stale) return;
    stale = false;
    if (holds.size === 0) {
      shown = order();
      waiting = 0;
    } else {
      const seen = new Set(shown.map((place) => place.id));
      waiting = [...page().ids].filter((id) => !seen.has(id)).length;
      shown = shown.filter((place) => rows.has(place.id));
    }
  };
  const arrange = () => {
    stale = true;
    changed();
  };

  return {
    get view() {
      return view;
    },
    get shown() {
      settle();
      return shown;
    },
    /** Rows that would come in if the list were not held. */
    get waiting() {
      settle();
      return waiting;
    },
    /** Whether the view, as far as it is loaded, holds it. @param {string} id */
    has: (id) => page().ids.has(id),
    get page() {
      return page();
    },
    /** @param {View} of */
    pageOf: (of) => page(of),
    get sort() {
      return sort;
    },
    get label() {
      return label;
    },
    /** Another order or another filter: every page is to be fetched anew. @param {{sort?:'waiting'|'newest', label?:string|null}} how */
    arrangeBy(how) {
      sort = how.sort ?? sort;
      if (how.label !== undefined) label = how.label;
      pages.clear();
      holds.clear();
      arrange();
    },
    /** @param {View} next @returns {boolean} true: its first page is still to be fetched */
    show(next) {
      view = next;
      holds.clear();
      arrange();
      const { loaded, loading } = page();
      return !loaded && !loading;
    },
    /** @param {View} of */
    began(of) {
      const target = page(of);
      target.loading = true;
      target.failed = false;
      changed();
    },
    /** @param {View} of */
    failed(of) {
      Object.assign(page(of), { loading: false, failed: true });
      changed();
    },
    /** A page came. @param {View} of @param {Row[]} items @param {string|null} cursor @param {boolean} first replaces what was there */
    took(of, items, cursor, first) {
      settle();
      const target = page(of);
      if (first) target.ids = new Set();
      const before = new Set(target.ids);
      for (const row of items) target.ids.add(row.id);
      Object.assign(target, { cursor, loaded: true, loading: false, edge: items.at(-1) ?? target.edge });
      if (of === view && holds.size > 0 && !(first && shown.length > 0)) {
        // Scrolling down loads while the list is held: what the page brings goes to the end, nothing above moves.
        const there = new Set(shown.map((place) => place.id));
        const fresh = items.filter((row) => !before.has(row.id) && !there.has(row.id));
        shown = [...shown, ...fresh.sort(compare()).map((row) => ({ id: row.id, group: groupOf(row) }))];
      }
      arrange();
    },
    /** A row is new or changed. @param {Row} row */
    place(row) {
      for (const [of, target] of pages) {
        if (!target.loaded) continue;
        if (!belongs(of, row, me) || (label && !row.labels.includes(label))) target.ids.delete(row.id);
        else if (!target.cursor || !target.edge || compare()(row, target.edge) <= 0) target.ids.add(row.id);
      }
      arrange();
    },
    /** @param {string} id */
    drop(id) {
      for (const target of pages.values()) target.ids.delete(id);
      arrange();
    },
    /** Everything is to be asked for again; what is shown stays until it comes. */
    stale() {
      for (const [of, target] of pages) {
        if (of !== view) pages.delete(of);
        else target.loading = false;
      }
    },
    /** @param {string} why @param {boolean} on */
    hold(why, on) {
      if (on === holds.has(why)) return;
      settle();
      if (on) holds.add(why);
      else holds.delete(why);
      if (!on && holds.size === 0) arrange();
    },
    release() {
      holds.clear();
      arrange();
    },
  };
}
