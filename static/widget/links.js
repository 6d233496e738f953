/** What a link in a message leads to, as a small card under it: asked for once it is in sight, and on a saving line only by a tap. */
import { EXTERNAL } from './cards.js';
import { el, saving, shape } from './dom.js';

/**
 * Draws the card of one link under a message.
 * @param {HTMLElement} below where it is drawn
 * @param {{url:string, id:string, texts:import('./types.js').Texts, session:import('./types.js').Session}} how the id is that of the message it stands in
 */
export function drawLink(below, { url, id, texts, session }) {
  /** @returns {Promise<{title:string, text?:string, site?:string}|null>} */
  const look = async () => {
    const query = new URLSearchParams({ message: id, url });
    const response = await session.call('GET', `/widget/v1/link-preview?${query}`);
    return response.status === 204 ? null : response.json();
  };
  const show = async () => {
    const found = await look().catch(() => null);
    if (!found?.title) return below.replaceChildren();
    below.replaceChildren(
      el(
        'a',
        { class: 'link-card', href: url, target: '_blank', rel: 'noopener noreferrer nofollow' },
        el('span', { class: 'link-site' }, found.site || new URL(url).host),
        el('b', {}, found.title),
        found.text && el('span', { class: 'link-text' }, found.text),
      ),
    );
  };
  if (saving()) {
    below.replaceChildren(el('button', { type: 'button', class: 'quiet', onclick: show }, shape(EXTERNAL, 14, 'external'), texts.t('link.look')));
    return;
  }
  if (!window.IntersectionObserver) return void show();
  const watch = new IntersectionObserver((seen) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    watch.disconnect();
    show();
  });
  watch.observe(/** @type {Element} */ (below.parentElement ?? below));
}
