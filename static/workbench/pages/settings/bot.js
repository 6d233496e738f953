/** The bot's settings as a form works on them, and back. Plain values without a DOM. */

/** @typedef {import('../../parts/form.js').Complaints} Complaints */

export const LOCALES = /** @type {const} */ (['zh-CN', 'en']);
export const MODES = /** @type {const} */ (['always', 'busy_or_closed', 'closed', 'off']);
export const CAREFULNESS = /** @type {const} */ (['careful', 'balanced', 'bold']);
/** Of a hundred answers that it gives by itself, so many are to be right. */
export const RIGHT = { careful: 97, balanced: 95, bold: 90 };
export const NAME_CHARS = 40;
export const WORDS_CHARS = 500;

/** Who answers in which mode, when the shop is closed, when all are busy, when somebody is free. @type {Record<typeof MODES[number], ['bot'|'person', 'bot'|'person', 'bot'|'person']>} */
export const ANSWERS = {
  always: ['bot', 'bot', 'bot'],
  busy_or_closed: ['bot', 'bot', 'person'],
  closed: ['bot', 'person', 'person'],
  off: ['person', 'person', 'person'],
};

/** Groups of words that mean the same, one group on a line. @param {string[][]} groups */
export const toLines = (groups) => groups.map((words) => words.join(', ')).join('\n');

/** @param {string} text @returns {string[][]} lines of one word say nothing */
export const fromLines = (text) =>
  text
    .split('\n')
    .map((line) => [...new Set(line.split(/[,，、;；]/).map((word) => word.trim()).filter(Boolean))])
    .filter((words) => words.length > 1);

/** Lines that hold one word only, which would be lost. @param {string} text @returns {string[]} */
export const aloneIn = (text) =>
  text
    .split('\n')
    .map((line) => line.split(/[,，、;；]/).map((word) => word.trim()).filter(Boolean))
    .filter((words) => words.length === 1)
    .map(([word]) => word);

/** Lines that the shop may say in its own words. */
export const LINES = /** @type {const} */ (['greeting', 'hand_over', 'busy', 'closed']);
/** Channels that are always offered, with what holds where nothing was chosen. @type {Record<string, typeof MODES[number]>} */
const CHANNELS = { web: 'always', api: 'off' };
const MAIL = 'email';

/** @param {any} both */
const inBoth = (both) => Object.fromEntries(LOCALES.map((locale) => [locale, both?.[locale] ?? '']));

/** @param {Record<string, string>} both only the languages in which something is written */
const written = (both) => Object.fromEntries(Object.entries(both).flatMap(([locale, text]) => (text?.trim() ? [[locale, text.trim()]] : [])));

/** @param {any} settings as the desk has them @param {string[]} [channels] that it has beside the usual ones */
export const toDraft = (settings, channels = []) => ({
  enabled: Boolean(settings.enabled),
  name: inBoth(settings.name),
  face: settings.face ?? null,
  duty: { ...CHANNELS, ...Object.fromEntries(channels.map((channel) => [channel, channel === MAIL ? 'off' : 'always'])), ...settings.duty },
  carefulness: settings.carefulness ?? 'balanced',
  words: Object.fromEntries(LINES.map((line) => [line, inBoth(settings.words?.[line])])),
  synonyms: toLines(settings.synonyms ?? []),
  cost: settings.hourly_cost === null || settings.hourly_cost === undefined ? '' : String(settings.hourly_cost),
  help: { enabled: Boolean(settings.help?.enabled), title: inBoth(settings.help?.title) },
});

/** @param {any} draft */
export const toDesk = ({ synonyms, cost, name, words, help, ...rest }) => ({
  ...rest,
  name: written(name),
  words: Object.fromEntries(LINES.flatMap((line) => (Object.keys(written(words[line])).length ? [[line, written(words[line])]] : []))),
  help: { enabled: help.enabled, title: written(help.title) },
  synonyms: fromLines(synonyms),
  hourly_cost: cost.trim() ? Number(cost) : null,
});

/** What stands against it. @param {any} draft @returns {Record<string, string>} ends of catalogue keys */
export function wrongIn(draft) {
  /** @type {Record<string, string>} */ const wrong = {};
  if (draft.cost.trim() && !(Number(draft.cost) > 0 && Number(draft.cost) <= 100_000)) wrong.cost = 'cost';
  if (aloneIn(draft.synonyms).length > 0) wrong.synonyms = 'synonyms';
  return wrong;
}

/** The setting that the desk's complaint is about. @param {string} field */
export function placeOf(field) {
  const path = field.replace(/^settings\./, '').replace(/\[\d+\].*$/, '');
  return path === 'hourly_cost' ? 'cost' : path;
}
