/** Emoji in a grid, for people with a keyboard; phones have their own. Arrow keys walk, Esc closes. */
import { EMOJI, walk } from '../design/emoji.js';
import { el } from './dom.js';
import { popUp } from './menu.js';

/**
 * Opens the grid at a button.
 * @param {{texts:import('./types.js').Texts, anchor:HTMLElement, pick:(emoji:string) => void}} options
 */
export function createEmoji({ texts, anchor, pick }) {
  const buttons = EMOJI.map((one, i) => el('button', { type: 'button', class: 'emoji', tabindex: i ? '-1' : '0', onclick: () => (close(), pick(one)) }, one));
  const grid = el('div', { class: 'emoji-grid', role: 'group', 'aria-label': texts.t('emoji') }, ...buttons);
  const close = popUp(el('div', { class: 'pop emoji-pop', role: 'dialog', 'aria-label': texts.t('emoji') }, grid), anchor);
  buttons[0].focus();
  grid.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    const from = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const to = walk(event.key, from);
    if (to === null) return;
    event.preventDefault();
    buttons[from].tabIndex = -1;
    buttons[to].tabIndex = 0;
    buttons[to].focus();
  });
}
