/** Words of a message as nodes: its small markdown, what it quotes, and cards with their choices as customers see them. */
import { parse, plain } from '../../design/markdown.js';
import { html, nothing } from '../lit.js';
import { summaryOf } from '../parts/message-summary.js';
import { t } from '../app/texts.js';

/** @param {string} url @param {unknown} words */
const link = (url, words) => html`<a href=${url} target="_blank" rel="noopener noreferrer nofollow">${words}</a>`;

/** @param {import('../../design/markdown.js').Inline} part @returns {unknown} */
function inline(part) {
  if (typeof part === 'string') return part;
  if (part.type === 'code') return html`<code>${part.text}</code>`;
  if (part.type === 'mention') return html`<strong class="mention">${part.text}</strong>`;
  if (part.type === 'link') return link(part.url, part.parts.map(inline));
  return part.type === 'b' ? html`<strong>${part.parts.map(inline)}</strong>` : html`<em>${part.parts.map(inline)}</em>`;
}

/**
 * Words with their marks; a customer's have none.
 * @param {string} text @param {string} [from] kind of the sender @param {string[]} [mentions]
 */
export const marked = (text, from, mentions = []) =>
  (from === 'visitor' ? plain(text) : parse(text, { mentions })).map((block) => {
    if (block.type === 'code') return html`<pre><code>${block.text}</code></pre>`;
    if (block.type === 'text') return html`<span>${block.parts.map(inline)}</span>`;
    const items = block.items.map((item) => html`<li>${item.map(inline)}</li>`);
    return block.ordered ? html`<ol start=${block.start}>${items}</ol>` : html`<ul>${items}</ul>`;
  });

/** What the message answers; a click goes there where it is loaded. @param {import('../store/desk.js').Desk} desk @param {string} id @param {(id:string)=>void} reach */
export function quoteView(desk, id, reach) {
  const entry = /** @type {import('../../im/types.js').MessageEntry|undefined} */ (desk.thread?.entries.find((one) => one.type === 'message' && one.message_id === id));
  const name = entry?.sender.name ?? (entry ? t(`thread.sender_${entry.sender.kind}`) : '');
  const words = !entry ? t('thread.quote_above') : summaryOf(entry.content, entry.sender.kind) ?? t('thread.recalled');
  return html`<button class="quote" ?disabled=${!entry} @click=${() => reach(id)}><span class="quote-name">${name}</span><span class="quote-text">${words}</span></button>`;
}

/** @param {any[]|undefined} buttons */
const buttonsView = (buttons) =>
  buttons?.length ? html`<div class="card-buttons">${buttons.map((one) => html`<span class="chip">${one.label}</span>`)}</div>` : nothing;

/** A card with its choices as labels. @param {any} card */
export function cardView(card) {
  const title = card.title ?? (card.type === 'order' ? `${card.number} · ${card.status}` : null);
  return html`<div class="card">
    ${card.picture ? html`<img class="card-picture" src=${card.picture} alt="" />` : nothing}
    ${title ? html`<strong>${card.url ? link(card.url, title) : title}</strong>` : nothing}
    ${card.text ? html`<span>${card.text}</span>` : nothing} ${card.price ? html`<span>${card.price}</span>` : nothing}
    ${(card.lines ?? []).map((/** @type {any} */ one) => html`<span class="card-line"><span>${one.label}</span><span>${one.value}</span></span>`)}
    ${(card.items ?? []).map((/** @type {any} */ one) => html`<span>${one.url ? link(one.url, one.title) : one.title}</span>`)}
    ${(card.fields ?? []).map((/** @type {any} */ one) => html`<span class="card-line"><span>${one.label}</span></span>`)}
    ${buttonsView(card.buttons)}
  </div>`;
}
