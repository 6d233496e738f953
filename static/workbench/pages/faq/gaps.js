/**
 * Questions that nobody answered well yet, as the queue has them: what of them becomes an entry, where the next one is. Plain values.
 *
 * @typedef {'unanswered'|'phrasing'|'conflict'|'weak'} GapKind
 *
 * @typedef {object} Gap                one of `GET /faq/gaps`
 * @property {string} id
 * @property {GapKind} kind
 * @property {number} count
 * @property {number} count_7d
 * @property {number} trend            change from the seven days before: 0.5 is half as many again
 * @property {string} title
 * @property {{text:string, count:number}[]} phrasings
 * @property {string} language
 * @property {string|null} faq_id
 * @property {{unhelpful:number, asked:number}|null} weak
 * @property {Partial<Record<import('./draft.js').Locale, string>>} draft
 * @property {number} saves_minutes
 * @property {number} examples
 *
 * @typedef {object} Example
 * @property {string} conversation_id
 * @property {string|null} contact_name
 * @property {string} at
 * @property {string} question
 * @property {string|null} answer
 * @property {string|null} agent_name
 * @property {'answered'|'ticket'|'left'} outcome
 * @property {number} sequence
 *
 * @typedef {Record<GapKind|'done', number>} Totals
 * @typedef {{now:number, after_three:number, days:{day:string, asked:number, rate:number}[]}} Rate   shares of what was asked that the FAQ answers
 * @typedef {{text:string, count:number, on:boolean}} Offer   a way to ask it that may be learned, too
 */
/** The one that is next when this one is gone: the one after it, else the one before. @template {{id:string}} T @param {T[]} items @param {string} id @returns {string|null} */
export function nextOf(items, id) {
  const at = items.findIndex((one) => one.id === id);
  if (at < 0) return items[0]?.id ?? null;
  return (items[at + 1] ?? items[at - 1])?.id ?? null;
}

/** The one `by` steps further. @template {{id:string}} T @param {T[]} items @param {string|null} id @param {number} by @returns {string|null} */
export function stepped(items, id, by) {
  if (items.length === 0) return null;
  const at = items.findIndex((one) => one.id === id);
  if (at < 0) return items[by > 0 ? 0 : items.length - 1].id;
  return items[Math.max(0, Math.min(items.length - 1, at + by))].id;
}

/** A share as whole percent. @param {number|null|undefined} share */
export const percent = (share) => (share === null || share === undefined ? null : Math.round(share * 100));

/** How many of those who asked said that it did not help. @param {{unhelpful:number, asked:number}|null} weak */
export const weakness = (weak) => (weak && weak.asked > 0 ? Math.round((weak.unhelpful / weak.asked) * 100) : null);

/**
 * Points of a small curve, oldest first; days without a figure are passed over.
 * @param {(number|null)[]} values @param {number} wide @param {number} high @param {number} [top] the highest value that is drawn
 * @returns {[number, number][]}
 */
export function points(values, wide, high, top = Math.max(0, ...values.map((one) => one ?? 0))) {
  const step = values.length > 1 ? wide / (values.length - 1) : 0;
  return values.flatMap((value, at) => (value === null ? [] : [/** @type {[number, number]} */ ([at * step, high - (top > 0 ? (value / top) * high : 0)])]));
}
