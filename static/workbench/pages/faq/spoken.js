/** In which languages an entry speaks, and what it is called in lists. */

/** @typedef {import('./draft.js').Locale} Locale */
/** @typedef {import('./draft.js').Draft} Draft */
/** @typedef {import('./draft.js').Entry} Entry */

/** @type {Locale[]} */
export const LOCALES = ['zh-CN', 'en'];

/** The language that it has words in, the wanted one first. @param {Draft|Entry} draft @param {Locale} wanted @returns {Locale} */
export const spokenIn = (draft, wanted) => [wanted, ...LOCALES].find((one) => draft.texts[one]?.question.trim()) ?? wanted;

/** What it is called in a list. @param {Draft|Entry} entry @param {Locale} wanted */
export const titleOf = (entry, wanted) => entry.texts[spokenIn(entry, wanted)]?.question ?? '';
