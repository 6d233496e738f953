/**
 * Where a conversation may go on: other ones of its customer. Pure.
 *
 * @typedef {{id:string, label:string, more?:string, closed?:boolean, named?:boolean}} Target  named = by a number that was typed
 */

/** A ticket's number as somebody types it. */
const NUMBER = /^(\p{L}*-?)?\d+$/u;

/**
 * What may be chosen: open ones of the customer, and what was typed as a number.
 * @param {Target[]} targets @param {string} query
 * @returns {Target[]}
 */
export function choices(targets, query) {
  const wanted = query.toLowerCase();
  const found = targets.filter((one) => !one.closed && one.label.toLowerCase().includes(wanted));
  return found.length === 0 && NUMBER.test(query) ? [{ id: query, label: query, named: true }] : found;
}

