/** What somebody of the shop just wrote, shown at the closed launcher: a press opens the chat, the cross leaves it at the badge. */
import { unmarked } from '../design/markdown.js';
import { el, face, pictureAt } from './dom.js';
import { headButton } from './head.js';

/** Before it is laid out: the loader gives it room, then it says how much it needs. */
const FIRST_PX = 120;
const MARGIN_PX = 16;
const CHARS = 200;

/**
 * Shows the last message at the closed launcher.
 * @param {object} options
 * @param {import('./types.js').Texts} options.texts
 * @param {(type:string, value?:any) => void} options.tell the loader
 * @param {() => import('./types.js').Shop} options.shop
 */
export function createPeek({ texts, tell, shop }) {
  const { t } = texts;
  const leave = () => {
    node.remove();
    tell('peek', 0);
  };
  const who = el('div', { class: 'peek-who' });
  const words = el('p', { class: 'peek-words' });
  const head = el('div', { class: 'peek-head', role: 'status' }, who, words);
  const node = el(
    'section',
    { class: 'peek' },
    el('button', { type: 'button', class: 'peek-open', 'aria-label': t('peek.open'), onclick: () => tell('open') }),
    head,
    headButton('leave', 'x', t('peek.close'), leave),
  );
  node.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    leave();
  });
  const fit = () => {
    const { height, bottom } = head.getBoundingClientRect();
    if (height) tell('peek', Math.round(bottom) + MARGIN_PX);
    return height;
  };
  if (window.ResizeObserver) new ResizeObserver(fit).observe(head);

  return {
    /** @param {import('./types.js').Entry} entry @param {string} name */
    show({ sender, content }, name) {
      const known = (shop().agents ?? []).find((one) => one.id === sender?.id);
      who.replaceChildren(face(name, 36, pictureAt(known?.picture)), el('div', {}, el('b', {}, name), el('span', {}, shop().shop_name ?? '')));
      words.textContent = unmarked(content?.text || content?.name || '').slice(0, CHARS);
      document.getElementById('app')?.append(node);
      if (!fit()) tell('peek', FIRST_PX);
    },
    end: () => node.remove(),
  };
}
