/**
 * The page's words; keys are `area.name`. Plain pages have them in `<meta name="texts-AREA">`, one for each area of the catalogue; the
 * workbench fetches those of a page before it shows it, and keeps them.
 * A missing key shows as itself, which the tests look for. Times and numbers are formatted in the page's language.
 */

/** @type {Record<string, string>} */
const catalogue = {};

/** Adds words to the catalogue. @param {Record<string, Record<string, string>>} areas */
export function learn(areas) {
  for (const [area, texts] of Object.entries(areas)) for (const [key, text] of Object.entries(texts)) catalogue[`${area}.${key}`] = text;
}

for (const meta of document.querySelectorAll('meta[name^="texts-"]')) {
  const { name, content } = /** @type {HTMLMetaElement} */ (meta);
  learn({ [name.slice('texts-'.length)]: JSON.parse(content) });
}

export const lang = document.documentElement.lang || 'zh-CN';
const plurals = new Intl.PluralRules(lang);

/** Whether the catalogue has a key. @param {string} key */
export const has = (key) => key in catalogue;

/** The words of a key, with its variables filled in. @param {string} key @param {Record<string, string|number>} [vars] */
export function t(key, vars) {
  const text = catalogue[key] ?? key;
  return vars ? text.replace(/\{(\w+)\}/g, (whole, name) => String(vars[name] ?? whole)) : text;
}

/** The form of `key` that fits the count, given as `{count}`. @param {string} key @param {number} count @param {Record<string, string|number>} [vars] */
export function plural(key, count, vars) {
  const form = `${key}.${plurals.select(count)}`;
  return t(form in catalogue ? form : `${key}.other`, { count, ...vars });
}
