/**
 * What the palette answers: entries that fit the question, in groups of a fixed order, the best of each group first. Pure.
 *
 * @typedef {'selection'|'conversation'|'assign'|'view'|'recent'|'settings'|'desk'|'found'} Group
 * @typedef {object} Entry
 * @property {string} id
 * @property {Group} group
 * @property {string} label
 * @property {string} [hint]     beside it, quieter
 * @property {string} [more]     not shown, but found by
 * @property {string} [key]      the key that does the same
 * @property {unknown} [mark]    icon or avatar
 * @property {boolean} [asked]   only where something was typed
 * @property {boolean} [current] what is so already
 * @property {boolean} [next]    one may go on to the next conversation after it
 * @property {() => void} run
 *
 * @typedef {{entry:Entry, spans:[number,number][]}} Hit
 * @typedef {{name:Group, hits:Hit[]}} Answered
 */
import { match } from './fuzzy.js';

/** @type {Group[]} */
const ORDER = ['selection', 'conversation', 'assign', 'view', 'recent', 'settings', 'desk'];
/** Shown of one group, so that no group hides the others. */
const PER_GROUP = 8;
/** Below it only letters in order were found, which counts only where nothing better is. */
const CLEAR = 10;

/**
 * The entries that fit a query.
 * @param {Entry[]} entries @param {string} query
 * @returns {{groups:Answered[], flat:Hit[]}}
 */
export function answer(entries, query) {
  const asked = query.trim();
  /** @type {(Hit & {score:number})[]} */ let found = [];
  for (const entry of entries) {
    if (!asked) {
      if (!entry.asked) found.push({ entry, spans: [], score: 0 });
      continue;
    }
    const hit = match(asked, entry.label, `${entry.hint ?? ''} ${entry.more ?? ''}`);
    if (hit) found.push({ entry, ...hit });
  }
  const clear = found.filter((one) => one.score >= CLEAR || one.spans.length === 0);
  if (clear.some((one) => one.score >= CLEAR)) found = clear;
  const groups = ORDER.map((name) => ({
    name,
    hits: found
      .filter((one) => one.entry.group === name)
      .sort((a, b) => b.score - a.score)
      .slice(0, PER_GROUP)
      .map(({ entry, spans }) => ({ entry, spans })),
  })).filter((group) => group.hits.length > 0);
  return { groups, flat: groups.flatMap((group) => group.hits) };
}

/** With what the desk found, which comes last: what is known here is there at once and does not move. @param {ReturnType<typeof answer>} known @param {Hit[]} found */
export function extended({ groups, flat }, found) {
  if (found.length === 0) return { groups, flat, local: flat.length };
  return { groups: [...groups, { name: /** @type {Group} */ ('found'), hits: found }], flat: [...flat, ...found], local: flat.length };
}

/** The hit to stand on after the question changed: the first, as long as nobody moved. @param {number} at @param {number} by @param {number} count */
export const moved = (at, by, count) => (count === 0 ? 0 : (at + by + count) % count);
