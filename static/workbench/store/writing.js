/**
 * What keys do to a text while it is written: marks around a selection, lists, and which popup the letters before the caret ask
 * for (`/` an answer, `@` a colleague, `:` an emoji). Pure functions over text and selection; a field applies what comes out.
 *
 * @typedef {{text:string, start:number, end:number}} Edit   text with the selection in it
 * @typedef {{kind:'canned'|'mention'|'emoji', query:string, from:number, to:number}} Ask
 */

/** Longer words are no search. */
const QUERY_MAX = 40;
/** Letters behind a colon before it means an emoji: `10:3` and `:)` do not. */
const EMOJI_FROM = 2;

/** Puts marks around the selection, or takes them away. @param {Edit} edit @param {string} mark @returns {Edit} */
export function toggleMark({ text, start, end }, mark) {
  const wide = mark.length;
  const inside = text.slice(start, end);
  if (text.slice(start - wide, start) === mark && text.slice(end, end + wide) === mark) {
    return { text: text.slice(0, start - wide) + inside + text.slice(end + wide), start: start - wide, end: end - wide };
  }
  if (inside.length >= 2 * wide && inside.startsWith(mark) && inside.endsWith(mark)) {
    return { text: text.slice(0, start) + inside.slice(wide, -wide) + text.slice(end), start, end: end - 2 * wide };
  }
  return { text: text.slice(0, start) + mark + inside + mark + text.slice(end), start: start + wide, end: end + wide };
}

/** Code: a fence where the selection has lines, else marks. @param {Edit} edit @returns {Edit} */
export function toggleCode(edit) {
  const inside = edit.text.slice(edit.start, edit.end);
  if (!inside.includes('\n')) return toggleMark(edit, '`');
  const open = edit.start > 0 && edit.text[edit.start - 1] !== '\n' ? '\n```\n' : '```\n';
  const text = `${edit.text.slice(0, edit.start)}${open}${inside}\n\`\`\`${edit.text.slice(edit.end)}`;
  return { text, start: edit.start + open.length, end: edit.end + open.length };
}

/** A link around the selection, with the address selected to be written. @param {Edit} edit @returns {Edit} */
export function putLink({ text, start, end }) {
  const label = text.slice(start, end);
  const address = /^https?:\/\/\S+$/.test(label) ? label : 'https://';
  const words = address === label ? '' : label;
  const at = start + words.length + 3;
  const done = `${text.slice(0, start)}[${words}](${address})${text.slice(end)}`;
  return address === label ? { text: done, start: start + 1, end: start + 1 } : { text: done, start: at, end: at + address.length };
}

const ITEM = /^(- |\d+\. )/;

/** Lines of the selection become items, or lines again. @param {Edit} edit @param {boolean} ordered @returns {Edit} */
export function toggleList({ text, start, end }, ordered) {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end);
  const lines = text.slice(from, to).split('\n');
  const off = lines.every((line) => ITEM.test(line) && /^\d/.test(line) === ordered);
  const next = lines.map((line, index) => (off ? '' : ordered ? `${index + 1}. ` : '- ') + line.replace(ITEM, '')).join('\n');
  const done = text.slice(0, from) + next + text.slice(to);
  return lines.length === 1
    ? { text: done, start: from + next.length, end: from + next.length }
    : { text: done, start: from, end: from + next.length };
}

/** Enter within a list goes on with it, on an empty item it ends it; null = an ordinary new line. @param {Edit} edit @returns {Edit|null} */
export function newLine({ text, start, end }) {
  if (start !== end) return null;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const line = text.slice(from, start);
  const found = ITEM.exec(line);
  if (!found) return null;
  if (line === found[0]) return { text: text.slice(0, from) + text.slice(start), start: from, end: from };
  const mark = found[0] === '- ' ? '- ' : `${Number.parseInt(found[0], 10) + 1}. `;
  const put = `\n${mark}`;
  return { text: text.slice(0, start) + put + text.slice(start), start: start + put.length, end: start + put.length };
}

/**
 * What the letters before the caret ask for.
 * @param {string} text @param {number} caret @param {boolean} note mentions are for colleagues only
 * @returns {Ask|null}
 */
export function asks(text, caret, note) {
  const before = text.slice(Math.max(0, caret - QUERY_MAX - 1), caret);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
  const found = /(^|[\s，。！？、（]|[^\x00-\x7f])([/@:])([^\s/@:]*)$/u.exec(before);
  if (!found) return null;
  const [, lead, mark, query] = found;
  const from = caret - query.length - 1;
  // An answer begins a line or follows a blank; `和/或` is a word.
  if (mark === '/' && (lead === '' ? from > 0 : !/\s/.test(lead))) return null;
  if (mark === '/') return { kind: 'canned', query, from, to: caret };
  if (mark === '@') return note ? { kind: 'mention', query, from, to: caret } : null;
  const wide = [...query].some((char) => char > '\u2e7f');
  if (query.length < (wide ? 1 : EMOJI_FROM) || /^\d/.test(query)) return null;
  return { kind: 'emoji', query, from, to: caret };
}

/**
 * The text with a part of it replaced, and the caret behind it.
 * @param {string} text @param {{from:number, to:number}} at @param {string} words @returns {Edit}
 */
export function replace(text, { from, to }, words) {
  const caret = from + words.length;
  return { text: text.slice(0, from) + words + text.slice(to), start: caret, end: caret };
}
