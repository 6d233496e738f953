/** A picture or film over the whole frame, with a way to save it and back. */
import { el, shape } from '../dom.js';

const CLOSE = ['M18 6 6 18', 'm6 6 12 12'];
const SAVE = ['M12 15V3', 'M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4', 'm7 10 5 5 5-5'];

/**
 * Opens the viewer over the frame; closing it gives the focus back.
 * @param {object} host
 * @param {import('../types.js').Texts} host.texts
 * @param {string} host.name
 * @param {boolean} [host.film]
 * @param {HTMLElement} host.at what gets the focus back
 * @param {() => Promise<string>} host.load its address
 * @param {() => void} host.save
 */
export function openViewer({ texts: { t }, name, film = false, at, load, save }) {
  const shut = el('button', { type: 'button', class: 'viewer-button', 'aria-label': t('file.close'), title: t('file.close'), onclick: () => close() }, shape(CLOSE, 22));
  const keep = el('button', { type: 'button', class: 'viewer-button', 'aria-label': t('file.save', { name }), title: t('file.save', { name }), onclick: save }, shape(SAVE, 22));
  const stage = el('div', { class: 'viewer-stage' });
  const box = el('div', { class: 'viewer', role: 'dialog', 'aria-modal': 'true', 'aria-label': name }, el('div', { class: 'viewer-head' }, keep, shut), stage);
  const app = /** @type {HTMLElement} */ (document.getElementById('app'));
  const close = () => {
    box.remove();
    at.focus({ preventScroll: true });
  };
  box.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      event.preventDefault();
      close();
    }
    if (event.key !== 'Tab' || film) return;
    // Two buttons: each leads to the other.
    event.preventDefault();
    (document.activeElement === shut ? keep : shut).focus();
  });
  stage.addEventListener('click', (/** @type {Event} */ event) => event.target === stage && close());
  app.append(box);
  shut.focus();
  load().then(
    (address) => stage.append(film ? el('video', { src: address, controls: true, autoplay: true, playsinline: true }) : el('img', { src: address, alt: name })),
    () => stage.append(el('p', {}, t('file.gone'))),
  );
}
