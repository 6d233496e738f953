/**
 * What is asked for, as the desk reads it: words, and operators such as `tag:退款` or `from:"Li Na"` that narrow it. Reads what was
 * typed, also with the colon and the quotation marks of a Chinese keyboard, and writes it down again. Pure.
 *
 * @typedef {'from'|'tag'|'agent'|'team'|'channel'|'after'|'before'|'in'|'has'} Operator
 * @typedef {{op:Operator, value:string}} Chip
 * @typedef {{chips:Chip[], words:string}} Asked
 */

/** In the order in which they are offered. @type {Operator[]} */
export const OPERATORS = ['from', 'tag', 'agent', 'team', 'channel', 'after', 'before', 'in', 'has'];
/** Characters of a whole question, as the desk takes them. */
export const QUERY_MAX = 200;

/** Those that have these values alone. @type {Partial<Record<Operator, string[]>>} */
export const ONLY = { in: ['ticket', 'chat'], has: ['file'] };

const TOKEN = new RegExp(`(^|\\s)(${OPERATORS.join('|')})[:：](?:["“”「]([^"“”」]*)["“”」]|([^\\s"“”「]+))(?=\\s|$)`, 'giu');
const BEGUN = new RegExp(`(?:^|\\s)(${OPERATORS.join('|')})[:：]["“”「]?([^"“”「」\\s]*)$`, 'iu');

/** A day as `2026-03-01`, or a month, if it is one. @param {string} text */
function dayOf(text) {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
  const found = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (!found) return null;
  const [year, month, day] = found.slice(1).map(Number);
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.toISOString().slice(0, 10) : null;
}

/** The value as the desk takes it; null = this operator has no such value, and what stands there is a word. @param {Operator} op @param {string} value */
function given(op, value) {
  const text = value.trim();
  if (!text) return null;
  const only = ONLY[op];
  if (only) return only.find((one) => one === text.toLowerCase()) ?? null;
  return op === 'after' || op === 'before' ? dayOf(text) : text;
}

/** Chips with one more; the same twice is once, and of days and kinds the last one holds. @param {Chip[]} chips @param {Chip} chip @returns {Chip[]} */
export function withChip(chips, chip) {
  const alone = chip.op === 'after' || chip.op === 'before' || chip.op === 'in';
  const others = chips.filter(({ op, value }) => op !== chip.op || (!alone && value.toLowerCase() !== chip.value.toLowerCase()));
  return [...others, chip];
}

/**
 * Operators and words of a text.
 * @param {string} text
 * @param {boolean} [typing]  what its end may still become stays a word
 * @returns {Asked}
 */
export function read(text, typing = false) {
  /** @type {Chip[]} */ let chips = [];
  const words = text.replace(TOKEN, (whole, space, name, quoted, plain, at) => {
    const op = /** @type {Operator} */ (name.toLowerCase());
    const value = given(op, quoted ?? plain);
    if (value === null || (typing && quoted === undefined && at + whole.length === text.length)) return whole;
    chips = withChip(chips, { op, value });
    return space;
  });
  return { chips, words: typing ? words.replace(/\s{2,}/g, ' ').trimStart() : words.replace(/\s+/g, ' ').trim() };
}

/** @param {Chip} chip as it is typed */
export const written = ({ op, value }) => `${op}:${/\s/.test(value) ? `"${value.replaceAll('"', '')}"` : value}`;

/** The question as far as it can be asked: an operator whose value is being typed is not in it. @param {Asked} asked */
export const sayable = ({ chips, words }) => write({ chips, words: begun(words)?.before ?? words });

/** The whole question. @param {Asked} asked */
export const write = ({ chips, words }) => [...chips.map(written), words.replace(/\s+/g, ' ').trim()].filter(Boolean).join(' ');

/** An operator whose value is being typed at the end of a text. @param {string} text @returns {{op:Operator, value:string, before:string}|null} */
export function begun(text) {
  const found = BEGUN.exec(text);
  if (!found) return null;
  return { op: /** @type {Operator} */ (found[1].toLowerCase()), value: found[2], before: text.slice(0, found.index).trimEnd() };
}
