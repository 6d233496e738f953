/** What a message answers: whose words and how they begin; a press goes there where they are loaded. */
import { unmarked } from '../design/markdown.js';
import { el } from './dom.js';

const QUOTED_CHARS = 120;

/** @param {Element} node */
function goTo(node) {
  node.scrollIntoView({ block: 'center' });
  node.classList.remove('found');
  void (/** @type {HTMLElement} */ (node).offsetWidth);
  node.classList.add('found');
}

/**
 * @param {HTMLElement} holder
 * @param {import('./timeline.js').Bubble|null|undefined} found none = it is not loaded
 * @param {import('./types.js').Texts} texts
 * @param {(content:import('./types.js').Content|null) => string} textOf
 */
export function drawQuote(holder, found, { t }, textOf) {
  if (!found) return holder.replaceChildren(el('span', {}, t('quote.earlier')));
  const { mine, author, content } = found.said;
  const text = textOf(content).slice(0, QUOTED_CHARS);
  const inside = [el('b', {}, mine ? t('you') : author), el('span', {}, mine || content?.kind !== 'text' ? text : unmarked(text))];
  holder.replaceWith(el('button', { type: 'button', class: 'quote', onclick: () => goTo(found.node) }, ...inside));
}
