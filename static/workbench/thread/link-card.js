/** What the first link of a message leads to, as a small card under it: asked for once the message is in sight. */
import { firstLink } from '../../design/links.js';
import { html, nothing } from '../lit.js';

/**
 * The card under a message, or the place that has the desk asked about it.
 * @param {import('../store/desk.js').Desk} desk @param {import('../store/timeline.js').Bubble} piece
 */
export function linkView(desk, piece) {
  const { id, text, content } = piece;
  if (!desk.links.enabled || !id || !text || content?.kind !== 'text') return nothing;
  const url = firstLink(text);
  if (!url) return nothing;
  const found = desk.links.get(id, url);
  if (!found) return desk.links.isKnown(id, url) ? nothing : html`<i class="link-ask" data-of=${id} data-url=${url}></i>`;
  return html`<a class="link-card" href=${url} target="_blank" rel="noopener noreferrer nofollow">
    <span class="link-site">${found.site}</span><b>${found.title}</b>${found.text ? html`<span class="link-text">${found.text}</span>` : nothing}
  </a>`;
}

/** Watches for messages with a link that come into sight. @param {import('../store/desk.js').Desk} desk */
export function createLinkWatch(desk) {
  const watch = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting) continue;
      watch.unobserve(target);
      const { of, url } = /** @type {HTMLElement} */ (target).dataset;
      if (of && url) desk.links.look(of, url);
    }
  });
  /** @param {HTMLElement} place where they stand; asking twice for one is asking once */
  return (place) => {
    if (!desk.links.enabled) return;
    for (const ask of place.getElementsByClassName('link-ask')) watch.observe(ask);
  };
}
