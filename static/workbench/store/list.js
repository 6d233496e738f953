/**
 * The conversation list: what is shown of a view right now. Which rows stand in it, and in which order, the desk says: its pages
 * (REST) and, for the part that is watched, each change. A row that an agent's own action takes out goes at once.
 * Promises that nothing moves while the list is held (pointer over it, scrolled away from the top): rows change in place,
 * newcomers are counted and come in when it is let go. Does not fetch by itself and knows no pixels.
 */
import { belongs as standsIn, groupOf, isSaved } from './rows.js';

/**
 * @typedef {import('./rows.js').Row} Row
 * @typedef {import('./rows.js').View} View
 * @typedef {{id:string, group:import('./rows.js').Group}} Place
 * @typedef {object} Page
 * @property {string[]} head      the part that is watched, from the top
 * @property {string[]} tail      what was loaded below it
 * @property {Map<string, number>} away   taken out by an action that the desk has not confirmed, and where they stood
 * @property {boolean} told       the desk has told the head; pages that were asked for before do not change it
 * @property {string|null} cursor
 * @property {boolean} loaded
 * @property {boolean} loading
 * @property {boolean} failed
 */

/** Which rows are shown, and in which order. @param {{view:View, sort:import('./rows.js').Sort}} first */
const begun = (first) => ({
  view: first.view,
  sort: first.sort,
  /** Only conversations with this label. @type {string|null} */
  label: null,
  /** @type {Place[]} */
  shown: [],
  waiting: 0,
  stale: false,
});
/** @typedef {ReturnType<typeof begun>} State */

/** @returns {Page} */
const empty = () => ({ head: [], tail: [], away: new Map(), told: false, cursor: null, loaded: false, loading: false, failed: false });

/** @param {Page} page @param {string} id */
function take(page, id) {
  for (const part of [page.head, page.tail]) {
    const at = part.indexOf(id);
    if (at >= 0) part.splice(at, 1);
  }
}

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
      found = empty();
      pages.set(of, found);
    }
    return found;
  };
  /** @param {string[]} ids @returns {Place[]} */
  const places = (ids) => {
    /** @type {Place[]} */ const list = [];
    for (const id of ids) {
      const row = rows.get(id);
      if (row) list.push({ id, group: groupOf(row) });
    }
    // Answered a moment ago, the desk has yet to say where it stands now.
    return at.sort === 'waiting' ? [...list.filter((one) => one.group === 'us'), ...list.filter((one) => one.group !== 'us')] : list;
  };
  /** The order is worked out when somebody looks, so that a burst of events does it once. */
  const settle = () => {
    if (!at.stale) return;
    at.stale = false;
    const { head, tail } = page();
    if (holds.size === 0) {
      at.shown = places([...head, ...tail]);
      at.waiting = 0;
    } else {
      const seen = new Set(at.shown.map((place) => place.id));
      at.waiting = [...head, ...tail].filter((id) => !seen.has(id)).length;
      at.shown = at.shown.filter((place) => rows.has(place.id));
    }
  };
  const arrange = () => {
    at.stale = true;
    changed();
  };

  return { settle, page, arrange, places };
}

/**
 * Pages of a view as they come.
 * @param {object} host
 * @param {(of?: View) => Page} host.page
 * @param {() => void} host.changed
 * @param {() => void} host.settle
 * @param {State} host.at
 * @param {Set<string>} host.holds
 * @param {(ids: string[]) => Place[]} host.places
 * @param {() => void} host.arrange
 */
function loadingOf({ page, changed, settle, at, holds, places, arrange }) {
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
      const ids = items.map((row) => row.id);
      if (first && !target.told) Object.assign(target, { head: ids, tail: [] });
      const fresh = ids.filter((id) => !target.head.includes(id) && !target.tail.includes(id));
      if (!first) target.tail.push(...fresh);
      Object.assign(target, { cursor, loaded: true, loading: false });
      if (of === at.view && holds.size > 0 && !(first && at.shown.length > 0)) {
        // Scrolling down loads while the list is held: what the page brings goes to the end, nothing above moves.
        const there = new Set(at.shown.map((place) => place.id));
        at.shown = [...at.shown, ...places((first ? ids : fresh).filter((id) => !there.has(id)))];
      }
      arrange();
    },
  };
}

/**
 * What the desk tells of the part that is watched.
 * @param {object} host
 * @param {(of?: View) => Page} host.page
 * @param {(row: Row) => boolean} host.takes
 * @param {Map<string, Row>} host.rows
 * @param {() => void} host.arrange
 */
function toldOf({ page, takes, rows, arrange }) {
  return {
    /** All of it. @param {string[]} ids @param {boolean} more the list goes on below */
    told(ids, more) {
      const target = page();
      const there = new Set(ids);
      target.away.clear();
      Object.assign(target, { head: [...ids], tail: more ? target.tail.filter((id) => !there.has(id)) : [], told: true, loaded: true });
      if (!more) target.cursor = null;
      arrange();
    },
    /** A row stands below another one, or first. @param {string} id @param {string|null} after @returns {boolean} false: the other one is not there */
    moved(id, after) {
      const target = page();
      target.away.delete(id);
      take(target, id);
      const above = after === null ? -1 : target.head.indexOf(after);
      if (after !== null && above < 0) return false;
      target.head.splice(above + 1, 0, id);
      arrange();
      return true;
    },
    /** A row stands in this part no longer. @param {string} id */
    gone(id) {
      const target = page();
      target.away.delete(id);
      const fell = target.head.at(-1) === id && (target.tail.length > 0 || target.cursor !== null);
      take(target, id);
      const row = rows.get(id);
      // The last one fell out below.
      if (fell && row && takes(row)) target.tail.unshift(id);
      arrange();
    },
  };
}

/**
 * Rows change, go, and are held where somebody points at them.
 * @param {object} host
 * @param {Map<View, Page>} host.pages
 * @param {(view: View, row: Row) => boolean} host.holdsRow
 * @param {State} host.at
 * @param {() => void} host.arrange
 * @param {Set<string>} host.holds
 * @param {() => void} host.settle
 */
function placingOf({ pages, holdsRow, at, arrange, holds, settle }) {
  return {
    /** A row is another one now: a view that does not hold it loses it at once, and gets it back if that was not to be. @param {Row} row */
    place(row) {
      for (const [of, target] of pages) {
        const { head, away } = target;
        const stood = away.get(row.id);
        if (!holdsRow(of, row)) {
          if (head.includes(row.id)) away.set(row.id, head.indexOf(row.id));
          take(target, row.id);
        } else if (stood !== undefined) {
          away.delete(row.id);
          head.splice(stood, 0, row.id);
        }
      }
      arrange();
    },
    /** @param {string} id */
    drop(id) {
      for (const target of pages.values()) {
        target.away.delete(id);
        take(target, id);
      }
      arrange();
    },
    /** Everything is to be asked for again; what is shown stays until it comes. */
    stale() {
      for (const [of, target] of pages) {
        if (of !== at.view) pages.delete(of);
        else Object.assign(target, { loading: false, told: false });
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
 * The list of one view at a time.
 * @param {object} host
 * @param {Map<string, Row>} host.rows
 * @param {string} host.me
 * @param {() => void} host.changed
 * @param {(view:View, row:Row, me:string) => boolean} [host.belongs]   whether a row stands in a view
 * @param {{view:View, sort:import('./rows.js').Sort}} [host.first]      what is shown first
 */
export function createList({ rows, me, changed, belongs = standsIn, first = { view: 'open', sort: 'waiting' } }) {
  /** @type {Map<View, Page>} */
  const pages = new Map();
  /** @type {Set<string>} */
  const holds = new Set();
  const at = begun(first);
  const { settle, page, arrange, places } = createOrder({ at, pages, rows, holds, changed });
  /** @param {View} view @param {Row} row */
  const holdsRow = (view, row) => belongs(view, row, me) && (!at.label || row.labels.includes(at.label));
  /** @param {string} id */
  const has = (id) => page().head.includes(id) || page().tail.includes(id);
  /** Whether the view that is shown would hold it. @param {Row} row */
  const takes = (row) => holdsRow(at.view, row) && (!isSaved(at.view) || has(row.id));

  return {
    takes,
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
    /** Whether the view, as far as it is loaded, holds it. */
    has,
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
    /** Another order or another filter: every page is to be fetched anew. @param {{sort?:import('./rows.js').Sort, label?:string|null}} how */
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
      page().told = false;
      holds.clear();
      arrange();
      const { loaded, loading } = page();
      return !loaded && !loading;
    },
    ...loadingOf({ page, changed, settle, at, holds, places, arrange }),
    ...toldOf({ page, takes: (row) => holdsRow(at.view, row), rows, arrange }),
    ...placingOf({ pages, holdsRow, at, arrange, holds, settle }),
  };
}
