/** The marks of an answer as buttons put them: what of a text is replaced by what, and what is selected then. Without a DOM. */

/** @typedef {'bold'|'italic'|'code'|'list'|'ordered'|'link'} Mark */
/** @typedef {{from:number, to:number, insert:string, select:[number, number]}} Change */

const AROUND = { bold: '**', italic: '*', code: '`' };
const ITEM = /^ {0,3}(?:[-*•]|\d{1,3}[.)]) +/;
const ADDRESS = 'https://';

/** Sets a sign around the words, or takes it away. @param {string} text @param {number} from @param {number} to @param {string} sign @returns {Change} */
function around(text, from, to, sign) {
  const words = text.slice(from, to);
  const inner = words.trim();
  const [start, end] = [from + words.indexOf(inner), from + words.indexOf(inner) + inner.length];
  const size = sign.length;
  const outside = text.slice(start - size, start) === sign && text.slice(end, end + size) === sign && text[start - size - 1] !== sign[0];
  if (outside) return { from: start - size, to: end + size, insert: inner, select: [start - size, start - size + inner.length] };
  if (inner.length >= 2 * size && inner.startsWith(sign) && inner.endsWith(sign)) {
    const bare = inner.slice(size, -size);
    return { from: start, to: end, insert: bare, select: [start, start + bare.length] };
  }
  return { from: start, to: end, insert: sign + inner + sign, select: [start + size, start + size + inner.length] };
}

/** Makes the lines a list, or takes that away. @param {string} text @param {number} from @param {number} to @param {boolean} ordered @returns {Change} */
function listed(text, from, to, ordered) {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const next = text.indexOf('\n', Math.max(from, to - 1));
  const end = next < 0 ? text.length : next;
  const lines = text.slice(start, end).split('\n');
  const sign = (/** @type {number} */ at) => (ordered ? `${at + 1}. ` : '- ');
  const is = (/** @type {string} */ line) => (ordered ? /^ {0,3}\d/ : /^ {0,3}[-*•] /).test(line) && ITEM.test(line);
  const insert = (lines.every(is) ? lines.map((line) => line.replace(ITEM, '')) : lines.map((line, at) => sign(at) + line.replace(ITEM, ''))).join('\n');
  const at = start + insert.length;
  return { from: start, to: end, insert, select: from === to ? [at, at] : [start, at] };
}

/** @param {string} text @param {number} from @param {number} to @returns {Change} */
function linked(text, from, to) {
  const words = text.slice(from, to);
  if (/^https?:\/\/\S+$/i.test(words)) return { from, to, insert: `[](${words})`, select: [from + 1, from + 1] };
  const insert = `[${words}](${ADDRESS})`;
  const at = from + words.length + 3;
  return { from, to, insert, select: words ? [at, at + ADDRESS.length] : [from + 1, from + 1] };
}

/**
 * What a button or key does to what is selected.
 * @param {string} text @param {number} from @param {number} to @param {Mark} mark @returns {Change}
 */
export function marked(text, from, to, mark) {
  if (mark === 'list' || mark === 'ordered') return listed(text, from, to, mark === 'ordered');
  if (mark === 'link') return linked(text, from, to);
  return around(text, from, to, AROUND[mark]);
}

/**
 * A new line in a list goes on with it; an empty item ends it.
 * @param {string} text @param {number} at the caret @returns {Change|null} null = a plain new line
 */
export function goesOn(text, at) {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const line = text.slice(start, at);
  const sign = ITEM.exec(line)?.[0];
  if (!sign) return null;
  if (line === sign) return { from: start, to: at, insert: '', select: [start, start] };
  const number = Number.parseInt(sign, 10);
  const insert = `\n${Number.isNaN(number) ? sign : sign.replace(/\d+/, String(number + 1))}`;
  return { from: at, to: at, insert, select: [at + insert.length, at + insert.length] };
}
