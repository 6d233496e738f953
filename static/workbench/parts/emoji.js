/** The grid of emoji, for people with a keyboard. */
import { html } from '../lit.js';
import { EMOJI, walk } from '../../design/emoji.js';
import { t } from '../app/texts.js';
import { closePopup, openPopup } from './popup.js';

/** Opens the grid at a button. @param {HTMLElement} anchor @param {(emoji:string) => void} pick */
export function openEmoji(anchor, pick) {
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const buttons = /** @type {HTMLElement[]} */ ([.../** @type {HTMLElement} */ (event.currentTarget).children]);
    const to = walk(event.key, buttons.indexOf(/** @type {HTMLElement} */ (document.activeElement)));
    if (to === null) return;
    event.preventDefault();
    for (const [index, button] of buttons.entries()) button.tabIndex = index === to ? 0 : -1;
    buttons[to].focus();
  };
  openPopup(
    anchor,
    t('thread.emoji'),
    () => html`<div class="emoji-grid" role="group" aria-label=${t('thread.emoji')} @keydown=${onKey}>
      ${EMOJI.map(
        (one, index) => html`<button
          type="button"
          tabindex=${index ? -1 : 0}
          @click=${() => {
            closePopup();
            pick(one);
          }}
        >
          ${one}
        </button>`,
      )}
    </div>`,
    { above: true },
  );
}
