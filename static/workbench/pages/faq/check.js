/**
 * What a line from a customer would meet, and what saving would make worse, as the desk found out on a copy.
 *
 * @typedef {object} Checked            `POST /faq/check`
 * @property {{faq_id:string|null, question:string, p:number}[]} match   best first; without an id = what is being written
 * @property {number} threshold
 * @property {'answer'|'ask'|'hand_over'} would
 * @property {{question:string, before:string|null, after:string|null}[]} worse
 * @property {{text:string, faq_id:string, question?:string}[]} conflicts
 *
 * @typedef {object} Verdict
 * @property {'this'|'other'|'ask'|'hand_over'} kind
 * @property {number} p            of what would be used, or came nearest
 * @property {number} own          of what is being written
 * @property {{question:string, p:number}|null} other   the best beside it
 * @property {number} threshold
 */

/** Whether a match is what is being written. @param {{faq_id:string|null}} match @param {string|null} id */
const isOwn = ({ faq_id }, id) => !faq_id || faq_id === 'draft' || faq_id === id;

/** @param {Checked} checked @param {string|null} id of what is being written @returns {Verdict} */
export function verdictOf({ match, threshold, would }, id) {
  const own = match.find((one) => isOwn(one, id))?.p ?? 0;
  const other = match.find((one) => !isOwn(one, id)) ?? null;
  const mine = match.length > 0 && isOwn(match[0], id);
  const kind = would === 'answer' ? (mine ? 'this' : 'other') : would;
  return { kind, p: match[0]?.p ?? 0, own, other: other && { question: other.question, p: other.p }, threshold };
}

/** What should be looked at before it is saved. @param {Checked} checked */
export const concernsOf = ({ worse = [], conflicts = [] }) => (worse.length || conflicts.length ? { worse, conflicts } : null);
/** @typedef {NonNullable<ReturnType<typeof concernsOf>>} Concerns */
