/**
 * Every key of the workbench, once: what the `?` dialog lists is what works. Single keys act only outside fields and never while
 * an input method composes; keys with ⌘ or Ctrl act anywhere.
 *
 * @typedef {{name:string, keys:string[], shown?:string[], chord?:boolean, field?:boolean}} Key
 */
import { VIEWS } from './store/rows.js';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** @type {Key[]} */
export const KEYS = [
  { name: 'next', keys: ['j'] },
  { name: 'previous', keys: ['k'] },
  { name: 'open', keys: ['Enter'], shown: ['↵'] },
  { name: 'reply', keys: ['r'] },
  { name: 'note', keys: ['n'] },
  { name: 'send', keys: [], shown: [isMac ? '⌘' : 'Ctrl', '↵'] },
  { name: 'take', keys: ['m'] },
  { name: 'assign', keys: ['a'] },
  { name: 'close', keys: ['e'] },
  { name: 'details', keys: ['i'] },
  { name: 'views', keys: VIEWS.map((view, index) => String(index + 1)), shown: ['1', '–', String(VIEWS.length)] },
  { name: 'back', keys: ['Escape'], shown: ['Esc'], field: true },
  { name: 'help', keys: ['?'] },
  { name: 'theme', keys: ['l'], shown: [isMac ? '⌘' : 'Ctrl', isMac ? '⇧' : 'Shift', 'L'], chord: true },
];

/** @param {Key} key what stands on the keycaps */
export const keyNames = (key) => key.shown ?? key.keys.map((one) => one.toUpperCase());

/** @param {EventTarget|null} target */
const inField = (target) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/**
 * Enter belongs to what is focused: rows are links and buttons are buttons, so the page needs no handler for it.
 * @param {Record<string, (key:string) => void>} run  by name
 */
export function listen(run) {
  addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
    // Menus and dialogs have keys of their own.
    if (document.querySelector('dialog[open], .menu:popover-open')) return;
    const chord = (isMac ? event.metaKey : event.ctrlKey) && event.shiftKey;
    const plain = !event.metaKey && !event.ctrlKey && !event.altKey;
    const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const key = KEYS.find((one) => one.keys.includes(pressed) && (one.chord ? chord : plain));
    if (!key || !run[key.name]) return;
    if (inField(event.target) && !key.chord && !key.field) return;
    event.preventDefault();
    run[key.name](pressed);
  });
}
