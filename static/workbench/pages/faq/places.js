/** The parts of the knowledge and their addresses. */

/** @typedef {'queue'|'entries'|'import'|'numbers'} Place */
/** @type {Place[]} */
export const PLACES = ['queue', 'entries', 'import', 'numbers'];

/** @param {Place} place */
export const addressOf = (place) => (place === 'queue' ? '/faq' : `/faq/${place}`);

/** What an address below the page names. @param {string|null} inner @returns {{place:Place, id:string|null}} */
export function placeOf(inner) {
  if (!inner) return { place: 'queue', id: null };
  if (PLACES.includes(/** @type {Place} */ (inner))) return { place: /** @type {Place} */ (inner), id: null };
  return { place: inner.startsWith('gap_') ? 'queue' : 'entries', id: inner };
}
