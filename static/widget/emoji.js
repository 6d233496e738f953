/** Sixty-four emoji in a grid of eight, for people with a keyboard; phones have their own. Arrow keys walk, Esc closes. */
import { el } from './dom.js';
import { popUp } from './menu.js';

const ALL = [...'😀😄😁😅😂🙂😊😉😍😘😋😎🤗🤔😐😏😴😌😔😢😭😤😡😱😳🥰🤩🥳😇🤝👍👎👌✌🙏👏💪👋🤞💐🌹🌸🍵🎁🎉🎂🎈❤💔💯✨🔥⭐☀🌙☔📦🚚🛒💰📷📞⏰✅'];
const COLUMNS = 8;

/** @param {{texts:any, anchor:HTMLElement, pick:(emoji:string) => void}} options */
export function createEmoji({ texts, anchor, pick }) {
  const buttons = ALL.slice(0, 64).map((one, i) => {
    // Text signs that want to be pictures.
    const shown = /[\u2600-\u27bf\u2b50\u23f0]/.test(one) ? `${one}\ufe0f` : one;
    return el('button', { type: 'button', class: 'emoji', tabindex: i ? '-1' : '0', onclick: () => (close(), pick(shown)) }, shown);
  });
  const grid = el('div', { class: 'emoji-grid', role: 'group', 'aria-label': texts.t('emoji') }, ...buttons);
  const close = popUp(el('div', { class: 'pop emoji-pop', role: 'dialog', 'aria-label': texts.t('emoji') }, grid), anchor);
  buttons[0].focus();
  grid.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    const step = /** @type {Record<string, number>} */ ({ ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS })[event.key];
    if (!step) return;
    event.preventDefault();
    const from = buttons.indexOf(document.activeElement);
    const next = buttons[Math.min(buttons.length - 1, Math.max(0, from + step))];
    buttons[from].tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
}
