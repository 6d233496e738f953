/**
 * The team's prepared answers: fetched when somebody first asks for one and again after a while, searched by shortcut, title and
 * words, filled with what is known of customer, agent and shop. A variable that has no value shows as a gap to be written.
 *
 * @typedef {{id:string, shortcut:string, title:string, text:string, shared:boolean, used:number}} Canned
 */

import { createCollection } from './collection.js';

const FRESH_MS = 60_000;
export const SHOWN_MAX = 50;

/** The better the lower; null = does not match. @param {Canned} one @param {string} query lower case */
function rank(one, query) {
  const shortcut = one.shortcut.toLowerCase();
  if (shortcut === query) return 0;
  if (shortcut.startsWith(query)) return 1;
  const title = one.title.toLowerCase();
  if (title.startsWith(query)) return 2;
  if (title.includes(query) || shortcut.includes(query)) return 3;
  return one.text.toLowerCase().includes(query) ? 4 : null;
}

/**
 * Replies that fit what was typed.
 * @param {Canned[]} all @param {string} query @returns {Canned[]} best first; those used most before others
 */
export function searchCanned(all, query) {
  const asked = query.trim().toLowerCase();
  return all
    .map((one) => ({ one, at: asked ? rank(one, asked) : 1 }))
    .filter(({ at }) => at !== null)
    .sort((a, b) => /** @type {number} */ (a.at) - /** @type {number} */ (b.at) || b.one.used - a.one.used || a.one.title.localeCompare(b.one.title))
    .slice(0, SHOWN_MAX)
    .map(({ one }) => one);
}

/**
 * A reply with its variables filled in.
 * @param {string} text with `{{contact.name}}` and the like
 * @param {Record<string, string|null|undefined>} values
 * @param {string} gap what stands where nothing is known
 */
export const fillCanned = (text, values, gap) =>
  text.replace(/\{\{\s*([a-z]+\.[a-z]+)\s*\}\}/g, (whole, name) => (name in values ? values[name] || gap : whole));

/** The replies of the team and of this agent. @param {{api:import('../api.js').Api, now:()=>number, changed:()=>void}} host */
export function createCanned({ api, now, changed }) {
  /** @type {import('./collection.js').Collection<Canned>} */
  const canned = createCollection({ read: () => api.canned(), changed, now, freshMs: FRESH_MS });

  return {
    get all() {
      return canned.rows;
    },
    get phase() {
      return canned.phase;
    },
    load: canned.ensure,
    stale: canned.stale,
    /** @param {string} query */
    search: (query) => searchCanned(canned.rows, query),
    /** @param {string} id */
    used(id) {
      canned.patch(id, { used: (canned.get(id)?.used ?? 0) + 1 });
      api.cannedUsed(id).catch(() => {});
    },
  };
}
