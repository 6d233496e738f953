/** What this agent looked for last, kept in this browser alone and forgotten as they sign out. */

/** Questions that are kept. */
const KEPT = 8;
export const RECENT_KEY = 'servicedesk.searches';

/** @param {Storage|null} storage @param {string} owner */
export function createRecent(storage, owner) {
  /** @returns {string[]} newest first */
  const all = () => {
    try {
      const kept = JSON.parse(storage?.getItem(RECENT_KEY) ?? 'null');
      return kept?.owner === owner && Array.isArray(kept.list) ? kept.list.filter((/** @type {unknown} */ one) => typeof one === 'string').slice(0, KEPT) : [];
    } catch {
      return [];
    }
  };
  /** @param {string[]} list */
  const keep = (list) => {
    try {
      storage?.setItem(RECENT_KEY, JSON.stringify({ owner, list }));
    } catch {
      // A full storage keeps none.
    }
  };
  return {
    all,
    /** @param {string} q */
    add: (q) => q && keep([q, ...all().filter((one) => one !== q)].slice(0, KEPT)),
    clear: () => keep([]),
  };
}
