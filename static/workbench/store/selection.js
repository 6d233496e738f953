/**
 * Which rows of the list are chosen for one action on all of them: one by one, by range, all that are loaded. Knows ids only;
 * rows that leave the list leave the selection when somebody asks.
 */

/** The desk takes so many in one call. */
export const SELECTED_MAX = 200;

/** An empty selection. @param {{changed:()=>void}} host */
export function createSelection({ changed }) {
  /** @type {Set<string>} */
  const chosen = new Set();
  /** Where a range begins. @type {string|null} */
  let anchor = null;
  /** Everything that the view holds, also what was not loaded. */
  let whole = false;

  return {
    get size() {
      return chosen.size;
    },
    get whole() {
      return whole;
    },
    get ids() {
      return [...chosen];
    },
    /** @param {string} id */
    has: (id) => chosen.has(id),
    /** @param {string} id */
    toggle(id) {
      whole = false;
      if (chosen.has(id)) chosen.delete(id);
      else if (chosen.size < SELECTED_MAX) chosen.add(id);
      anchor = id;
      changed();
    },
    /** From the last one that was touched to this one, both with it. @param {string} id @param {string[]} order as shown */
    range(id, order) {
      const to = order.indexOf(id);
      const from = anchor ? order.indexOf(anchor) : to;
      if (to < 0) return;
      whole = false;
      const [low, high] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
      for (const one of order.slice(low, high + 1)) if (chosen.size < SELECTED_MAX) chosen.add(one);
      anchor = id;
      changed();
    },
    /** @param {string[]} order as shown; at most SELECTED_MAX are taken */
    all(order) {
      whole = false;
      chosen.clear();
      for (const id of order.slice(0, SELECTED_MAX)) chosen.add(id);
      changed();
    },
    /** Those that are chosen stand for everything in the view. */
    takeWhole() {
      whole = chosen.size > 0;
      changed();
    },
    /** @param {(id:string)=>boolean} there */
    keep(there) {
      for (const id of chosen) if (!there(id)) chosen.delete(id);
      changed();
    },
    clear() {
      if (chosen.size === 0) return;
      chosen.clear();
      whole = false;
      anchor = null;
      changed();
    },
  };
}
