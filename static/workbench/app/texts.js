/**
 * The page's words. The server renders each catalogue area into `<meta name="texts-AREA">`; keys are then `area.name`.
 * A missing key shows as itself, which the tests look for. Times and numbers are formatted in the page's language.
 */

/** @type {Record<string, string>} */
const catalogue = {};
for (const meta of document.querySelectorAll('meta[name^="texts-"]')) {
  const area = /** @type {HTMLMetaElement} */ (meta).name.slice('texts-'.length);
  const texts = JSON.parse(/** @type {HTMLMetaElement} */ (meta).content);
  for (const [key, text] of Object.entries(texts)) catalogue[`${area}.${key}`] = /** @type {string} */ (text);
}

export const lang = document.documentElement.lang || 'zh-CN';
const plurals = new Intl.PluralRules(lang);

/** @param {string} key */
export const has = (key) => key in catalogue;

/** @param {string} key @param {Record<string, string|number>} [vars] */
export function t(key, vars) {
  const text = catalogue[key] ?? key;
  return vars ? text.replace(/\{(\w+)\}/g, (whole, name) => String(vars[name] ?? whole)) : text;
}

/** The form of `key` that fits the count, given as `{count}`. @param {string} key @param {number} count @param {Record<string, string|number>} [vars] */
export function plural(key, count, vars) {
  const form = `${key}.${plurals.select(count)}`;
  return t(form in catalogue ? form : `${key}.other`, { count, ...vars });
}
