/**
 * The small markdown of messages, parsed to plain values: bold, italic, code, lists, links, mentions. A message stays the text that was
 * written; whoever shows it makes nodes of these values, so no HTML is ever made from a string. What does not read as markdown
 * stays as it is, to the letter: names of files, sums and faces made of signs are no marks. What customers write is not marked up
 * at all (`plain`). Linear in the length of the text; plain enough for Chrome 87 and Safari 14 (no look-behind).
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
import { findLinks } from './links.js';

/** Deeper than this nothing is marked any more. */
const DEPTH_MAX = 4;
/** An address that stands in brackets reaches as far as they do. */
const SCHEME = /^https?:\/\//i;
const TARGET = /^https?:\/\/[^\s<>"]+$/i;
const TARGET_CHARS = 2048;
const ITEM = /^ {0,3}(?:([-*•])|(\d{1,3})[.)]) +(\S.*)$/;
const SPACE = /\s/;
/** Letters and digits of any script. */
const LETTER = /[\p{L}\p{N}\p{M}_]/u;
const LATIN = /[A-Za-z0-9_]/;
/** What words between single signs begin and end with; anything else is a face or a sum. Halves of an emoji are letters here. */
const BEGINS = /[\p{L}\p{N}\p{M}\ud800-\udfff"“‘'「『《[`*_@#¥$€]/u;
const ENDS = /[\p{L}\p{N}\p{M}\ud800-\udfff"”’'」』》\]`*_.,:;!?。，：；！？…%)）]/u;
/** Behind a mark that closes: what goes on with a name, as in `__init__.py`. */
const GOES_ON = /^[./\\-][\p{L}\p{N}]/u;

/** Chinese is written without blanks: two stars may stand between its letters, one may not. @param {string} mark */
const beside = (mark) => (mark === '**' ? LATIN : LETTER);

/** Where the mark that opens at `from` closes, -1 = nowhere. @param {string} text @param {string} mark @param {number} from behind the opening one */
function closing(text, mark, from) {
  for (let at = text.indexOf(mark, from + 1); at >= 0; at = text.indexOf(mark, at + 1)) {
    if (mark === '**' ? SPACE.test(text[at - 1]) : !ENDS.test(text[at - 1])) continue;
    const next = text[at + mark.length];
    if (mark.length === 1 && (next === mark || text[at - 1] === mark)) continue;
    if (next !== undefined && beside(mark).test(next)) continue;
    if (mark !== '**' && GOES_ON.test(text.slice(at + mark.length, at + mark.length + 2))) continue;
    return at;
  }
  return -1;
}

/** Where the bracket closes that opened before `from`, -1 = not in one address. @param {string} text @param {number} from */
function bracket(text, from) {
  let depth = 1;
  for (let at = from; at < text.length && at < from + TARGET_CHARS && !SPACE.test(text[at]); at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')' && (depth -= 1) === 0) return at;
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
  const links = findLinks(text);
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
    while (links.length && links[0].at < at) links.shift();
    if (links[0]?.at === at) {
      const { text: said, url } = links[0];
      put({ type: 'link', url, parts: [said] });
      at += said.length;
      continue;
    }
    if (char === '[' && !lost[']('] && depth < DEPTH_MAX) {
      const middle = text.indexOf('](', at + 1);
      const end = middle > 0 && SCHEME.test(text.slice(middle + 2, middle + 10)) ? bracket(text, middle + 2) : -1;
      if (middle < 0) lost[']('] = true;
      const url = end > 0 ? text.slice(middle + 2, end) : '';
      if (TARGET.test(url) && middle > at + 1 && text.slice(at + 1, middle).indexOf('[') < 0) {
        put({ type: 'link', url, parts: [text.slice(at + 1, middle)] });
        at = end + 1;
        continue;
      }
    }
    if ((char === '*' || char === '_') && depth < DEPTH_MAX) {
      const mark = text[at + 1] === char ? char + char : char;
      const from = at + mark.length;
      const opens = mark === '**' ? !SPACE.test(text[from] ?? ' ') : BEGINS.test(text[from] ?? ' ');
      if (opens && !beside(mark).test(before) && !lost[mark]) {
        const end = closing(text, mark, from);
        if (end > 0) {
          put({ type: mark.length === 2 ? 'b' : 'i', parts: inline(text.slice(from, end), mentions, depth + 1) });
          at = end + mark.length;
          continue;
        }
        lost[mark] = true;
      }
      plain += mark;
      at = from;
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

/** What a customer wrote: words and links, nothing else. @param {string} text @returns {Block[]} */
export function plain(text) {
  /** @type {Inline[]} */ const parts = [];
  let at = 0;
  for (const { at: from, text: said, url } of findLinks(text)) {
    if (from > at) parts.push(text.slice(at, from));
    parts.push({ type: 'link', url, parts: [said] });
    at = from + said.length;
  }
  if (at < text.length || !parts.length) parts.push(text.slice(at));
  return [{ type: 'text', parts }];
}

/**
 * An agent's message as blocks.
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
  /** Whether a fence may still close: one that does not is followed by none that does. */
  let fenced = true;
  const flush = () => {
    if (open.length) blocks.push({ type: 'text', parts: inline(open.join('\n'), names, 0) });
    open = [];
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (fenced && line.startsWith('```')) {
      let end = at + 1;
      while (end < lines.length && lines[end].trim() !== '```') end += 1;
      fenced = end < lines.length;
      if (fenced) {
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
