/**
 * The conversation list: which rows a view holds, in which order, page by page, and what is shown of it right now. Nobody else
 * decides that: rules of views and order (rows.js) are asked here alone, so that the desk may take them over.
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

/** Which rows are shown, and in which order. */
const begun = () => ({
  /** @type {View} */
  view: 'open',
  /** @type {'waiting'|'newest'} */
  sort: 'waiting',
  /** Only conversations with this label. @type {string|null} */
  label: null,
  /** @type {Place[]} */
  shown: [],
  waiting: 0,
  stale: false,
});
/** @typedef {ReturnType<typeof begun>} State */

/**
 * Rows in their order, with those that wait for a look.
 * @param {object} host
 * @param {State} host.at
 * @param {Map<View, Page>} host.pages
 * @param {Map<string, Row>} host.rows
 * @param {Set<string>} host.holds
 * @param {() => void} host.changed
 */
function createOrder({ at, pages, rows, holds, changed }) {
  const page = (of = at.view) => {
    let found = pages.get(of);
    if (!found) {
      found = { ids: new Set(), cursor: null, loaded: false, loading: false, failed: false, edge: null };
      pages.set(of, found);
    }
    return found;
  };
  const compare = () => (at.sort === 'newest' ? compareNewest : compareRows);
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
    if (!at.stale) return;
    at.stale = false;
    if (holds.size === 0) {
      at.shown = order();
      at.waiting = 0;
    } else {
      const seen = new Set(at.shown.map((place) => place.id));
      at.waiting = [...page().ids].filter((id) => !seen.has(id)).length;
      at.shown = at.shown.filter((place) => rows.has(place.id));
    }
  };
  const arrange = () => {
    at.stale = true;
    changed();
  };

  return { settle, page, arrange, compare };
}

/**
 * Pages of a view as they come.
 * @param {object} host
 * @param {(of?: View) => Page} host.page
 * @param {() => void} host.changed
 * @param {() => void} host.settle
 * @param {State} host.at
 * @param {Set<string>} host.holds
 * @param {() => (a: Row, b: Row) => number} host.compare
 * @param {() => void} host.arrange
 */
function loadingOf({ page, changed, settle, at, holds, compare, arrange }) {
  return {
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
      if (of === at.view && holds.size > 0 && !(first && at.shown.length > 0)) {
        // Scrolling down loads while the list is held: what the page brings goes to the end, nothing above moves.
        const there = new Set(at.shown.map((place) => place.id));
        const fresh = items.filter((row) => !before.has(row.id) && !there.has(row.id));
        at.shown = [...at.shown, ...fresh.sort(compare()).map((row) => ({ id: row.id, group: groupOf(row) }))];
      }
      arrange();
    },
  };
}

/**
 * Rows come, go, and are held where somebody points at them.
 * @param {object} host
 * @param {Map<View, Page>} host.pages
 * @param {string} host.me
 * @param {State} host.at
 * @param {() => (a: Row, b: Row) => number} host.compare
 * @param {() => void} host.arrange
 * @param {Set<string>} host.holds
 * @param {() => void} host.settle
 */
function placingOf({ pages, me, at, compare, arrange, holds, settle }) {
  /** @param {View} view @param {Row} row */
  const holdsRow = (view, row) => belongs(view, row, me) && (!at.label || row.labels.includes(at.label));
  return {
    /** Whether the view that is shown would hold it. @param {Row} row */
    takes: (row) => holdsRow(at.view, row),
    /** A row is new or changed. @param {Row} row */
    place(row) {
      for (const [of, target] of pages) {
        if (!target.loaded) continue;
        if (!holdsRow(of, row)) target.ids.delete(row.id);
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
        if (of !== at.view) pages.delete(of);
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
  const at = begun();
  const { settle, page, arrange, compare } = createOrder({ at, pages, rows, holds, changed });

  return {
    get view() {
      return at.view;
    },
    get shown() {
      settle();
      return at.shown;
    },
    /** Rows that would come in if the list were not held. */
    get waiting() {
      settle();
      return at.waiting;
    },
    /** Whether the view, as far as it is loaded, holds it. @param {string} id */
    has: (id) => page().ids.has(id),
    get page() {
      return page();
    },
    /** @param {View} of */
    pageOf: (of) => page(of),
    get sort() {
      return at.sort;
    },
    get label() {
      return at.label;
    },
    /** Another order or another filter: every page is to be fetched anew. @param {{sort?:'waiting'|'newest', label?:string|null}} how */
    arrangeBy(how) {
      at.sort = how.sort ?? at.sort;
      if (how.label !== undefined) at.label = how.label;
      pages.clear();
      holds.clear();
      arrange();
    },
    /** @param {View} next @returns {boolean} true: its first page is still to be fetched */
    show(next) {
      at.view = next;
      holds.clear();
      arrange();
      const { loaded, loading } = page();
      return !loaded && !loading;
    },
    ...loadingOf({ page, changed, settle, at, holds, compare, arrange }),
    ...placingOf({ pages, me, at, compare, arrange, holds, settle }),
  };
}
