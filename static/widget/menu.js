/** A small menu or grid at a button: opens beside it, walks by arrow keys, closes by Esc, a choice or a press elsewhere. */
import { el, shape } from './dom.js';
import { TICKET } from './tickets.js';

const EDGE_PX = 8;

/**
 * Shows a box at a button. @param {HTMLElement} box @param {HTMLElement} anchor @param {HTMLElement} [beside] what it stands at instead
 * @returns {() => void} closes it and gives the focus back
 */
export function popUp(box, anchor, beside = anchor) {
  const place = /** @type {HTMLElement} */ (document.getElementById('app'));
  for (const other of place.querySelectorAll('.pop')) other.dispatchEvent(new Event('dismiss'));
  let gone = false;
  const close = (back = true) => {
    if (gone) return;
    gone = true;
    box.remove();
    anchor.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', outside, true);
    window.removeEventListener('resize', leave);
    if (back) anchor.focus({ preventScroll: true });
  };
  const leave = () => close(false);
  const outside = (/** @type {Event} */ event) => {
    if (!box.contains(/** @type {Node} */ (event.target)) && !anchor.contains(/** @type {Node} */ (event.target))) close(false);
  };
  box.addEventListener('dismiss', leave);
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' && event.key !== 'Tab') return;
    event.stopPropagation();
    if (event.key === 'Escape') event.preventDefault();
    close();
  });
  place.append(box);
  anchor.setAttribute('aria-expanded', 'true');
  const at = beside.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const { clientWidth: wide, clientHeight: high } = document.documentElement;
  const left = Math.min(Math.max(EDGE_PX, at.left + at.width / 2 > wide / 2 ? at.right - width : at.left), wide - width - EDGE_PX);
  const under = at.bottom + 4 + height < high - EDGE_PX;
  box.style.setProperty('left', `${Math.max(EDGE_PX, left)}px`);
  box.style.setProperty('top', `${under ? at.bottom + 4 : Math.max(EDGE_PX, at.top - height - 4)}px`);
  document.addEventListener('pointerdown', outside, true);
  window.addEventListener('resize', leave);
  return close;
}

/** Lucide (ISC). @type {Record<string, string[]>} */
const ICONS = {
  ticket: TICKET,
  download: ['M12 15V3', 'M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4', 'm7 10 5 5 5-5'],
  bell: ['M10.268 21a2 2 0 0 0 3.464 0', 'M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8c0 4.499-1.411 5.956-2.738 7.326'],
  'bell-off': ['M10.268 21a2 2 0 0 0 3.464 0', 'M17 17H4a1 1 0 0 1-.74-1.673C4.59 13.956 6 12.499 6 8a6 6 0 0 1 .258-1.742', 'm2 2 20 20', 'M8.668 3.01A6 6 0 0 1 18 8c0 2.687.77 4.653 1.707 6.05'],
  wide: ['M15 3h6v6', 'm21 3-7 7', 'm3 21 7-7', 'M9 21H3v-6'],
  narrow: ['m14 10 7-7', 'M20 10h-6V4', 'm3 21 7-7', 'M4 14h6v6'],
  end: ['M20 6 9 17l-5-5'],
  speak: ['M11 4.702a.705.705 0 0 0-1.203-.498L6.413 7.587A1.4 1.4 0 0 1 5.416 8H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.416a1.4 1.4 0 0 1 .997.413l3.383 3.384A.705.705 0 0 0 11 19.298z', 'M16 9a5 5 0 0 1 0 6', 'M19.364 18.364a9 9 0 0 0 0-12.728'],
  dictate: ['M12 19v3', 'M19 10v2a7 7 0 0 1-14 0v-2', 'M12 2a3 3 0 0 0-3 3v7a3 3 0 0 0 6 0V5a3 3 0 0 0-3-3Z'],
  file: ['m16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551'],
  camera: ['M13.997 4a2 2 0 0 1 1.76 1.05l.486.9A2 2 0 0 0 18.003 7H20a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2h1.997a2 2 0 0 0 1.759-1.048l.489-.904A2 2 0 0 1 10.004 4z', 'M12 10a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z'],
  list: ['M3 5h.01', 'M3 12h.01', 'M3 19h.01', 'M8 5h13', 'M8 12h13', 'M8 19h13'],
  quote: ['M20 18v-2a4 4 0 0 0-4-4H4', 'm9 17-5-5 5-5'],
  copy: ['M20 8h-10a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V10a2 2 0 0 0-2-2Z', 'M4 16a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2'],
  edit: ['M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z'],
  recall: ['M9 14 4 9l5-5', 'M4 9h10.5a5.5 5.5 0 0 1 0 11H11'],
};

/**
 * Opens a menu at a button.
 * @param {HTMLElement} anchor
 * @param {string} label
 * @param {Array<{icon:string, label:string, press:() => void}>} items
 * @param {HTMLElement} [beside]
 */
export function openMenu(anchor, label, items, beside) {
  if (anchor.getAttribute('aria-expanded') === 'true') {
    for (const one of document.querySelectorAll('.pop')) one.dispatchEvent(new Event('dismiss'));
    return;
  }
  const buttons = items.map(({ icon, label: words, press }) =>
    el('button', { type: 'button', class: 'pop-item', role: 'menuitem', tabindex: '-1', onclick: () => (close(), press()) }, shape(ICONS[icon], 18), el('span', {}, words)),
  );
  const box = el('div', { class: 'pop', role: 'menu', 'aria-label': label }, ...buttons);
  const close = popUp(box, anchor, beside);
  buttons[0]?.focus();
  box.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    const at = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    buttons[(next + buttons.length) % buttons.length].focus();
  });
}
