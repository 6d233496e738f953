/**
 * How well a text answers what somebody typed, and which of its letters do. Each word of the question has to be found: whole and
 * at a beginning is best, then anywhere, then its letters in order within reach of one another. Pure; no dictionary, no pinyin.
 */

const WHOLE = 100;
const AT_START = 60;
const AT_WORD = 40;
const INSIDE = 20;
/** Letters between two that were asked for, at most, where they are only found in order. */
const REACH = 4;

/** @param {string} text @param {number} at */
const beginsWord = (text, at) => at === 0 || /[\s·.,/\-_:：，（(「]/.test(text[at - 1]);

/** @param {string} word @param {string} text @returns {{score:number, spans:[number, number][]}|null} */
function find(word, text) {
  let best = -1;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (best < 0) best = at;
    if (beginsWord(text, at)) {
      best = at;
      break;
    }
  }
  if (best >= 0) {
    const score = best === 0 ? (word.length === text.length ? WHOLE : AT_START) : beginsWord(text, best) ? AT_WORD : INSIDE;
    return { score: score - best / 100, spans: [[best, best + word.length]] };
  }
  if (word.length < 2) return null;
  // From each place where it can begin, near enough together.
  for (let start = text.indexOf(word[0]); start >= 0; start = text.indexOf(word[0], start + 1)) {
    const spans = /** @type {[number, number][]} */ ([[start, start + 1]]);
    let at = start;
    for (const letter of word.slice(1)) {
      const next = text.indexOf(letter, at + 1);
      const near = next >= 0 && (next - at <= REACH || beginsWord(text, next));
      if (!near) {
        spans.length = 0;
        break;
      }
      const last = spans[spans.length - 1];
      if (next === last[1]) last[1] += 1;
      else spans.push([next, next + 1]);
      at = next;
    }
    if (spans.length) return { score: 5 - spans.length / 10, spans };
  }
  return null;
}

/**
 * The score of a text for a query, and the letters that matched.
 * @param {string} query
 * @param {string} text shown: its spans are marked
 * @param {string} [more] not shown, but found by as well
 * @returns {{score:number, spans:[number, number][]}|null} null = no answer
 */
export function match(query, text, more = '') {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = text.toLowerCase();
  const hidden = more.toLowerCase();
  let score = 0;
  /** @type {[number, number][]} */ const spans = [];
  for (const word of words) {
    const found = find(word, shown);
    if (found) {
      score += found.score;
      spans.push(...found.spans);
    } else if (hidden.includes(word)) score += 1;
    else return null;
  }
  return { score, spans: join(spans) };
}

/** @param {[number, number][]} spans @returns {[number, number][]} in order, without overlap */
function join(spans) {
  /** @type {[number, number][]} */ const joined = [];
  for (const [from, to] of spans.sort((a, b) => a[0] - b[0])) {
    const last = joined[joined.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** The text in pieces, those that answer marked. @param {string} text @param {[number, number][]} spans @returns {{text:string, hit:boolean}[]} */
export function pieces(text, spans) {
  const parts = [];
  let at = 0;
  for (const [from, to] of spans) {
    if (from > at) parts.push({ text: text.slice(at, from), hit: false });
    parts.push({ text: text.slice(from, to), hit: true });
    at = to;
  }
  if (at < text.length) parts.push({ text: text.slice(at), hit: false });
  return parts;
}
