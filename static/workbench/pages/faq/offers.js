/** What of a question becomes an entry: its title, ways to ask it, the answer that persons gave. Plain values. */
import { localeOf, same, toDraft } from './draft.js';

/** So many are ticked where each was asked once only. */
const TICKED = 4;

/** Ways to ask it, those that were asked more than once ticked. @param {import('./gaps.js').Gap} gap @param {string} title what the entry asks @returns {import('./gaps.js').Offer[]} */
export function offersOf({ phrasings }, title) {
  const others = phrasings.filter((one) => same(one.text) !== same(title));
  const often = others.some((one) => one.count > 1);
  return others.map((one, at) => ({ ...one, on: often ? one.count > 1 : at < TICKED }));
}

/**
 * What an answer to it begins with: the entry that is to be mended, or a new one from what was asked and what persons answered.
 * @param {import('./gaps.js').Gap} gap @param {import('./draft.js').Entry|null} entry
 */
export function draftOf(gap, entry) {
  const draft = toDraft(entry);
  if (entry) return draft;
  const locale = localeOf(gap.title);
  draft.texts[locale].question = gap.title;
  for (const [name, answer] of Object.entries(gap.draft ?? {})) {
    const text = draft.texts[/** @type {import('./draft.js').Locale} */ (name)];
    if (text && answer) text.answer = answer;
  }
  return draft;
}
