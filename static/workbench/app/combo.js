/**
 * Keys as text: `j`, `Shift+x`, `mod+Enter` (`mod` is ⌘ on a Mac, Ctrl elsewhere), `g i` for two keys one after the other.
 * One spelling per key, so that texts can be compared: modifiers in the order mod, Alt, Shift; letters small; a sign that needs
 * Shift on some keyboards (`?`) is named by itself alone. Pure.
 */

export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

/** @type {Record<string, string>} */
const CAPS = {
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  ' ': 'Space',
  Backspace: '⌫',
  Delete: 'Del',
};
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Fn', 'Dead', 'Process', 'Unidentified']);
const LETTER = /^\p{L}$/u;

/**
 * What was pressed; null for a modifier alone, an input method at work, or keys that belong to the system.
 * @param {{key:string, code?:string, ctrlKey?:boolean, metaKey?:boolean, altKey?:boolean, shiftKey?:boolean, isComposing?:boolean, keyCode?:number, getModifierState?:(name:string)=>boolean}} event
 * @param {boolean} [mac]
 */
export function comboOf(event, mac = isMac) {
  if (event.isComposing || event.keyCode === 229 || MODIFIERS.has(event.key)) return null;
  // AltGr is how some keyboards write signs; Windows reports it as Ctrl and Alt.
  const writing = event.getModifierState?.('AltGraph') ?? false;
  const mod = mac ? event.metaKey : event.ctrlKey && !writing;
  const other = mac ? event.ctrlKey : event.metaKey;
  if (other) return null;
  let { key } = event;
  // A keyboard of another script still has its letters in their places.
  const place = /^Key([A-Z])$/.exec(event.code ?? '');
  if (key.length === 1 && key.charCodeAt(0) > 127 && place) key = place[1];
  const letter = LETTER.test(key);
  const named = key.length > 1 || key === ' ';
  const parts = [];
  if (mod) parts.push('mod');
  if (event.altKey && !writing) parts.push('Alt');
  if (event.shiftKey && (letter || named)) parts.push('Shift');
  parts.push(letter ? key.toLowerCase() : key);
  return parts.join('+');
}

/** The one spelling of a key written by hand or kept by the desk; null if it is none. @param {string} text */
export function normal(text) {
  const steps = text.trim().split(/ +/).filter(Boolean);
  if (steps.length === 0 || steps.length > 2) return null;
  const spelled = steps.map((step) => {
    const parts = step.split('+');
    // `+` itself is a key: "+" and "mod++" end in two empty parts.
    const key = step.endsWith('+') ? '+' : /** @type {string} */ (parts.at(-1));
    const given = parts.slice(0, step.endsWith('+') ? -2 : -1).map((part) => part.toLowerCase());
    if (!given.every((part) => ['mod', 'alt', 'shift'].includes(part))) return null;
    const letter = LETTER.test(key);
    const name = letter ? key.toLowerCase() : key.length > 1 ? key[0].toUpperCase() + key.slice(1) : key;
    const order = [
      ['mod', 'mod'],
      ['alt', 'Alt'],
      ['shift', 'Shift'],
    ].flatMap(([small, written]) => (given.includes(small) ? [written] : []));
    return [...order, name].join('+');
  });
  return spelled.every(Boolean) ? spelled.join(' ') : null;
}

/** What stands on the keycaps, in the order they are pressed. @param {string} combo @param {boolean} [mac] @returns {string[]} */
export function keycaps(combo, mac = isMac) {
  if (!combo) return [];
  return combo.split(' ').flatMap((step) => {
    const parts = step === '+' ? ['+'] : step.split('+');
    return parts.map((part) => {
      if (part === 'mod') return mac ? '⌘' : 'Ctrl';
      if (part === 'Shift') return mac ? '⇧' : 'Shift';
      if (part === 'Alt') return mac ? '⌥' : 'Alt';
      return CAPS[part] ?? (part.length === 1 ? part.toUpperCase() : part);
    });
  });
}

/** On one line, for tooltips. @param {string} combo */
export const keyText = (combo) => keycaps(combo).join(isMac ? '' : ' ');

/** Acts also while somebody writes. @param {string} combo */
export const isChord = (combo) => combo.startsWith('mod+') || combo.startsWith('Alt+');
