/**
 * The widget's settings as the page works on them, and back: sites and tokens are lines of text there, lists on the desk. Plain.
 */

export const LOCALES = /** @type {const} */ (['zh-CN', 'en']);
export const QUESTIONS_MAX = 6;
export const FIELDS_MAX = 8;
export const OPTIONS_MAX = 20;
export const KINDS = /** @type {const} */ (['text', 'email', 'phone', 'select', 'checkbox', 'consent']);
const COLOUR = /^#[0-9a-f]{6}$/;
const TOKEN = /^\s*(--sd-[a-z0-9-]{1,32})\s*:\s*([^;]{1,80}?)\s*;?\s*$/;

/** Tokens as they were typed, one a line. @param {string} text @returns {Record<string, string>|null} null where a line is none */
export function readTokens(text) {
  /** @type {Record<string, string>} */ const found = {};
  for (const line of text.split('\n')) {
    if (!line.trim()) continue;
    const [, name, value] = TOKEN.exec(line) ?? [];
    if (!name) return null;
    found[name] = value;
  }
  return found;
}

/** The widget as the form has it. @param {any} widget as `GET /api/v1/widgets/{name}` answers */
export const toDraft = ({ settings, allowed_origins }) => ({
  ...settings,
  custom: Object.entries(settings.custom).map(([name, value]) => `${name}: ${value}`).join('\n'),
  origins: allowed_origins.join('\n'),
});

/** The settings alone, as they are kept. @param {any} draft */
export function settingsOf({ origins, ...draft }) {
  return { ...draft, custom: readTokens(draft.custom) ?? {} };
}

/** Sites as they were typed. @param {string} text */
export const readSites = (text) => [...new Set(text.split(/[\s,，;；、]+/).filter(Boolean))];

/** What the desk is told: the parts that differ, whole. @param {any} draft @param {string[]} changes */
export function fromDraft(draft, changes) {
  const parts = new Set(changes.map((path) => path.split('.')[0]));
  /** @type {Record<string, any>} */ const told = {};
  if (parts.delete('origins')) told.allowed_origins = readSites(draft.origins);
  const whole = /** @type {Record<string, any>} */ (settingsOf(draft));
  if (parts.size > 0) told.settings = Object.fromEntries([...parts].map((part) => [part, whole[part]]));
  if (told.settings?.questions) {
    told.settings.questions = Object.fromEntries(
      Object.entries(told.settings.questions).map(([locale, list]) => [locale, /** @type {string[]} */ (list).map((one) => one.trim()).filter(Boolean)]),
    );
  }
  return told;
}

/** @param {Record<string, string>} words */
const said = (words) => LOCALES.some((locale) => words[locale]?.trim());

/**
 * What is wrong in the draft, by setting.
 * @param {any} draft @returns {Record<string, 'colour'|'offset'|'custom'|'label'|'options'|'fields'>}
 */
export function wrongIn(draft) {
  /** @type {ReturnType<typeof wrongIn>} */ const found = {};
  if (!COLOUR.test(draft.accent)) found.accent = 'colour';
  for (const side of ['x', 'y']) {
    const value = draft.launcher.offset[side];
    if (!Number.isInteger(value) || value < 0 || value > 400) found['launcher.offset'] = 'offset';
  }
  if (readTokens(draft.custom) === null) found.custom = 'custom';
  if (draft.form.when !== 'never' && draft.form.fields.length === 0) found['form.fields'] = 'fields';
  draft.form.fields.forEach((/** @type {any} */ field, /** @type {number} */ i) => {
    if (!said(field.label)) found[`form.fields.${i}`] = 'label';
    else if (field.type === 'select' && (field.options.length === 0 || !field.options.every(said))) found[`form.fields.${i}`] = 'options';
  });
  return found;
}

/** A name that no other field has. @param {string} type @param {{id:string}[]} fields */
export function freshId(type, fields) {
  const used = new Set(fields.map((field) => field.id));
  const first = type === 'email' || type === 'phone' ? type : used.has('name') || type !== 'text' ? `${type}_1` : 'name';
  if (!used.has(first)) return first;
  let n = 1;
  while (used.has(`${type}_${n}`)) n += 1;
  return `${type}_${n}`;
}
