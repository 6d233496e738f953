/**
 * Turns pressed keys into actions. Single keys act only outside fields; keys with ⌘, Ctrl or Alt, and actions that say so, anywhere;
 * none while an input method composes or a menu or dialog is open, which have keys of their own. A pair (`g` then `i`) waits a
 * moment for its second key.
 */
import { comboOf, isChord } from './combo.js';

const SECOND_WITHIN_MS = 1500;

/** Whether keys pressed there are text. @param {EventTarget|null} target */
export const inField = (target) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/**
 * Listens to the keys of the page.
 * @param {object} host
 * @param {() => import('./keymap.js').Keymap} host.keymap
 * @param {Record<string, {when?:()=>boolean, field?:boolean, run:()=>void}>} host.actions
 * @param {(first:string|null) => void} [host.waiting]  a pair has begun, or is over
 */
export function listen({ keymap, actions, waiting }) {
  /** @type {string|null} */ let first = null;
  /** @type {Timer} */ let timer = null;
  const forget = () => {
    if (first === null) return;
    clearTimeout(timer);
    first = null;
    waiting?.(null);
  };

  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.repeat && first) return;
    const combo = comboOf(event);
    if (!combo) return;
    if (document.querySelector('dialog[open], .menu:popover-open')) return forget();
    const map = keymap();
    const free = !inField(event.target);
    const pair = first === null ? null : `${first} ${combo}`;
    const again = first !== null;
    forget();
    if (!again && free && map.opens(combo)) {
      first = combo;
      timer = setTimeout(forget, SECOND_WITHIN_MS);
      waiting?.(combo);
      event.preventDefault();
      return;
    }
    const id = (pair && map.actionOf(pair)) ?? map.actionOf(combo);
    const action = id ? actions[id] : null;
    if (!action || (!free && !isChord(combo) && !action.field) || action.when?.() === false) return;
    event.preventDefault();
    action.run();
  });
}
