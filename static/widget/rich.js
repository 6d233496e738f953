/** Words with their links, and those of an agent with their small markdown, as nodes. Nothing is ever made from a string of HTML. */
import { parse, plain } from '../design/markdown.js';
import { el } from './dom.js';

/** @param {import('../design/markdown.js').Inline} part @returns {any} */
function inline(part) {
  if (typeof part === 'string') return part;
  if (part.type === 'code') return el('code', {}, part.text);
  if (part.type === 'mention') return part.text;
  const inside = part.parts.map(inline);
  if (part.type === 'link') return el('a', { href: part.url, target: '_blank', rel: 'noopener noreferrer nofollow' }, ...inside);
  return el(part.type === 'b' ? 'strong' : 'em', {}, ...inside);
}

/**
 * Replaces the words of a message with nodes.
 * @param {HTMLElement} holder whose words are drawn over @param {string} text @param {boolean} [asWritten] by a customer
 */
export function drawRich(holder, text, asWritten = false) {
  holder.replaceChildren(
    ...(asWritten ? plain : parse)(text).map((block) => {
      if (block.type === 'code') return el('pre', {}, el('code', {}, block.text));
      if (block.type === 'text') return el('span', {}, ...block.parts.map(inline));
      const items = block.items.map((item) => el('li', {}, ...item.map(inline)));
      return block.ordered ? el('ol', { start: String(block.start) }, ...items) : el('ul', {}, ...items);
    }),
  );
}
