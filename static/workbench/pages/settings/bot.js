/** The bot's settings as a form works on them, and back. Plain values without a DOM. */

/** @typedef {import('../../parts/form.js').Complaints} Complaints */

export const LOCALES = /** @type {const} */ (['zh-CN', 'en']);
export const MODES = /** @type {const} */ (['always', 'busy_or_closed', 'closed', 'off']);
export const CAREFULNESS = /** @type {const} */ (['careful', 'balanced', 'bold']);
/** Of a hundred answers that it gives by itself, so many are to be right. */
export const RIGHT = { careful: 97, balanced: 95, bold: 90 };
export const NAME_CHARS = 40;
export const WORDS_CHARS = 300;

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

/** @param {any} settings as the desk has them */
export const toDraft = (settings) => {
  const { synonyms = [], hourly_cost: cost = null, threshold: _, thresholds: __, entries: ___, version: ____, ...rest } = structuredClone(settings);
  return { ...rest, synonyms: toLines(synonyms), cost: cost === null ? '' : String(cost) };
};

/** @param {any} draft */
export const toDesk = ({ synonyms, cost, ...rest }) => ({ ...rest, synonyms: fromLines(synonyms), hourly_cost: cost.trim() ? Number(cost) : null });

/** What stands against it. @param {any} draft @returns {Record<string, string>} ends of catalogue keys */
export function wrongIn(draft) {
  /** @type {Record<string, string>} */ const wrong = {};
  for (const locale of LOCALES) if (!draft.name?.[locale]?.trim()) wrong[`name.${locale}`] = 'name';
  if (draft.cost.trim() && !(Number(draft.cost) >= 0 && Number(draft.cost) <= 1_000_000)) wrong.cost = 'cost';
  if (aloneIn(draft.synonyms).length > 0) wrong.synonyms = 'synonyms';
  return wrong;
}
