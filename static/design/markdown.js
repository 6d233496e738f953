/**
 * The small markdown of messages, parsed to plain values: bold, italic, code, lists, links, mentions. A message stays the text that was
 * written; whoever shows it makes nodes of these values, so no HTML is ever made from a string. What does not read as markdown
 * stays as it is, to the letter. Linear in the length of the text; plain enough for Chrome 87 and Safari 14 (no look-behind).
 *
 * @typedef {string
 *   | {type:'b'|'i', parts:Inline[]}
 *   | {type:'code', text:string}
 *   | {type:'link', url:string, parts:Inline[]}
 *   | {type:'mention', text:string}} Inline
 * @typedef {{type:'text', parts:Inline[]}
 *   | {type:'code', text:string}
 *   | {type:'list', ordered:boolean, start:number, items:Inline[][]}} Block
 */

/** Deeper than this nothing is marked any more. */
const DEPTH_MAX = 4;
const ADDRESS = /^https?:\/\/[^\s<>"'`，。；：！？、（）【】「」]+/;
const ITEM = /^ {0,3}(?:([-*•])|(\d{1,3})[.)]) +(\S.*)$/;
const WORD = /[A-Za-z0-9_]/;
const SPACE = /\s/;

/** What a sentence puts behind an address is not part of it. @param {string} address */
function trimmed(address) {
  let end = address.length;
  while (end > 0 && '.,;:!?)]}*_'.indexOf(address[end - 1]) >= 0) {
    // A closing bracket that was opened within belongs to the address.
    if (address[end - 1] === ')' && address.slice(0, end).split('(').length >= address.slice(0, end).split(')').length) break;
    end -= 1;
  }
  return address.slice(0, end);
}

/** Where the mark that opens at `from` closes, -1 = nowhere. @param {string} text @param {string} mark @param {number} from behind the opening one */
function closing(text, mark, from) {
  if (from >= text.length || SPACE.test(text[from])) return -1;
  for (let at = text.indexOf(mark, from + 1); at >= 0; at = text.indexOf(mark, at + 1)) {
    if (SPACE.test(text[at - 1])) continue;
    const next = text[at + mark.length];
    if (mark.length === 1) {
      if (next === mark || text[at - 1] === mark) continue;
      if (next !== undefined && WORD.test(next)) continue;
    }
    return at;
  }
  return -1;
}

/** @param {string} text of one paragraph @param {string[]} mentions names @param {number} depth @returns {Inline[]} */
function inline(text, mentions, depth) {
  /** @type {Inline[]} */
  const parts = [];
  let plain = '';
  /** Marks that close nowhere are looked for once only. @type {Record<string, boolean>} */
  const lost = {};
  /** @param {Inline} part */
  const put = (part) => {
    if (plain) parts.push(plain);
    plain = '';
    parts.push(part);
  };
  let at = 0;
  while (at < text.length) {
    const char = text[at];
    const before = at > 0 ? text[at - 1] : '';
    if (char === '`' && !lost['`']) {
      const end = text.indexOf('`', at + 1);
      if (end > at + 1) {
        put({ type: 'code', text: text.slice(at + 1, end) });
        at = end + 1;
        continue;
      }
      if (end < 0) lost['`'] = true;
    }
    if (char === 'h' && !WORD.test(before)) {
      const found = ADDRESS.exec(text.slice(at, at + 2048));
      if (found) {
        const url = trimmed(found[0]);
        put({ type: 'link', url, parts: [url] });
        at += url.length;
        continue;
      }
    }
    if (char === '[' && !lost[']('] && depth < DEPTH_MAX) {
      const middle = text.indexOf('](', at + 1);
      const end = middle > 0 ? text.indexOf(')', middle) : -1;
      if (middle < 0) lost[']('] = true;
      const url = end > 0 ? text.slice(middle + 2, end) : '';
      const found = url ? ADDRESS.exec(url) : null;
      if (found && found[0] === url && middle > at + 1 && text.slice(at + 1, middle).indexOf('[') < 0) {
        put({ type: 'link', url, parts: [text.slice(at + 1, middle)] });
        at = end + 1;
        continue;
      }
    }
    if ((char === '*' || char === '_') && depth < DEPTH_MAX) {
      const mark = text[at + 1] === char ? char + char : char;
      const opens = !WORD.test(before) || mark === '**';
      if (opens && !lost[mark]) {
        const end = closing(text, mark, at + mark.length);
        if (end > 0) {
          put({ type: mark.length === 2 ? 'b' : 'i', parts: inline(text.slice(at + mark.length, end), mentions, depth + 1) });
          at = end + mark.length;
          continue;
        }
        if (!SPACE.test(text[at + mark.length] || ' ')) lost[mark] = true;
      }
      plain += mark;
      at += mark.length;
      continue;
    }
    if (char === '@') {
      const name = mentions.find((one) => text.startsWith(one, at + 1));
      if (name) {
        put({ type: 'mention', text: `@${name}` });
        at += name.length + 1;
        continue;
      }
    }
    plain += char;
    at += 1;
  }
  if (plain) parts.push(plain);
  return parts;
}

/** The first web address in a text, as it is linked; null = there is none. @param {string} text */
export function firstLink(text) {
  for (let at = text.indexOf('http'); at >= 0; at = text.indexOf('http', at + 4)) {
    const found = at > 0 && WORD.test(text[at - 1]) ? null : ADDRESS.exec(text.slice(at, at + 2048));
    if (found) return trimmed(found[0]);
  }
  return null;
}

/**
 * @param {string} text
 * @param {{mentions?:string[]}} [with_] names that read as mentions behind an `@`
 * @returns {Block[]}
 */
export function parse(text, { mentions = [] } = {}) {
  const names = [...mentions].sort((a, b) => b.length - a.length);
  const lines = text.split('\n');
  /** @type {Block[]} */
  const blocks = [];
  /** @type {string[]} */
  let open = [];
  /** Lines that close a piece of code. @type {number[]|null} */ let fences = null;
  const flush = () => {
    if (open.length) blocks.push({ type: 'text', parts: inline(open.join('\n'), names, 0) });
    open = [];
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line.startsWith('```')) {
      // Found once for all that open: each would look through the whole text.
      fences ??= lines.flatMap((one, index) => (one.trim() === '```' ? [index] : []));
      while (fences.length && fences[0] <= at) fences.shift();
      const [end] = fences;
      if (end) {
        flush();
        blocks.push({ type: 'code', text: lines.slice(at + 1, end).join('\n') });
        at = end;
        continue;
      }
    }
    const item = ITEM.exec(line);
    if (item) {
      flush();
      const ordered = item[2] !== undefined;
      const last = blocks[blocks.length - 1];
      const parts = inline(item[3], names, 0);
      if (last && last.type === 'list' && last.ordered === ordered && ITEM.test(lines[at - 1])) last.items.push(parts);
      else blocks.push({ type: 'list', ordered, start: ordered ? Number(item[2]) : 1, items: [parts] });
      continue;
    }
    open.push(line);
  }
  flush();
  return blocks;
}

/** @param {Inline} part @returns {string} */
const wordsOf = (part) => (typeof part === 'string' ? part : 'parts' in part ? part.parts.map(wordsOf).join('') : part.text);

/** The same words without their marks, for where a line of them is shown. @param {string} text */
export const unmarked = (text) =>
  parse(text)
    .map((block) => {
      if (block.type === 'code') return block.text;
      return block.type === 'text' ? block.parts.map(wordsOf).join('') : block.items.map((item) => item.map(wordsOf).join('')).join('\n');
    })
    .join('\n');

/** Whether there is anything but words. @param {Block[]} blocks */
export const isPlain = (blocks) =>
  blocks.every((block) => block.type === 'text' && block.parts.every((part) => typeof part === 'string'));
