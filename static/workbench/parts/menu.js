/**
 * One menu for the whole page: opens beside what asked for it (from below on a phone), closes on Esc, outside click or choice,
 * gives the focus back. Arrow keys, Home and End move in it.
 *
 * @typedef {object} MenuItem
 * @property {string} label
 * @property {string} [hint]        at the right: a key, a count
 * @property {unknown} [mark]       icon or avatar at the left
 * @property {boolean} [checked]    one of a group; left out = a plain command
 * @property {string} [href]
 * @property {() => void} [run]
 * @typedef {{label?:string, items:MenuItem[]}} MenuGroup
 */
import { html, nothing, render } from '../lit.js';
import { icon } from './icons.js';
import { opened } from '../app/layers.js';

const GAP = 6;
/** @type {HTMLElement|null} */ let host = null;
/** @type {HTMLElement|null} */ let asked = null;
/** Takes the menu's place in the history away. @type {(() => void)|null} */ let left = null;

/** @param {MenuItem} item */
function row(item) {
  const inner = html`${item.mark ? html`<span class="menu-mark">${item.mark}</span>` : nothing}<span class="menu-label"
      >${item.label}</span
    >${item.hint ? html`<span class="menu-hint">${item.hint}</span>` : nothing}${item.checked
      ? html`<span class="menu-check">${icon('check')}</span>`
      : nothing}`;
  if (item.href) {
    return html`<a class="menu-item" role="menuitem" tabindex="-1" href=${item.href} target="_blank" rel="noopener">${inner}</a>`;
  }
  const choose = () => {
    closeMenu();
    item.run?.();
  };
  return item.checked === undefined
    ? html`<button class="menu-item" role="menuitem" tabindex="-1" @click=${choose}>${inner}</button>`
    : html`<button class="menu-item" role="menuitemradio" aria-checked=${item.checked} tabindex="-1" @click=${choose}>
        ${inner}
      </button>`;
}

/** @param {KeyboardEvent} event */
function move(event) {
  const items = /** @type {HTMLElement[]} */ ([...(host?.querySelectorAll('.menu-item') ?? [])]);
  const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (event.key === 'Tab') return closeMenu();
  if (to === undefined) return;
  event.preventDefault();
  items[(to + items.length) % items.length]?.focus();
}

/**
 * Moves a menu to where it fits beside what asked for it.
 * @param {HTMLElement} menu @param {DOMRect} from @param {boolean} above
 */
export function place(menu, from, above) {
  const { width, height } = menu.getBoundingClientRect();
  const left = Math.max(8, Math.min(from.left, innerWidth - width - 8));
  const below = from.bottom + GAP;
  const top = above || below + height > innerHeight - 8 ? Math.max(8, from.top - GAP - height) : below;
  menu.style.setProperty('left', `${left}px`);
  menu.style.setProperty('top', `${top}px`);
}

/** In the room that is seen: what lies in another one is out of reach. @param {HTMLElement} over a menu or a window beside a button */
export function housed(over) {
  const room = document.querySelector('main:not([inert])') ?? document.body;
  if (over.parentElement !== room) room.append(over);
}

export function closeMenu() {
  if (host?.matches(':popover-open')) host.hidePopover();
}

/**
 * Opens a menu and closes the one before it.
 * @param {HTMLElement} anchor @param {string} label @param {MenuGroup[]} groups
 * @param {{above?:boolean, head?:unknown}} [how]
 */
export function openMenu(anchor, label, groups, how = {}) {
  if (host?.matches(':popover-open')) {
    const same = asked === anchor;
    closeMenu();
    if (same) return;
  }
  if (!host) {
    host = document.createElement('div');
    host.className = 'menu';
    host.popover = 'auto';
    host.addEventListener('keydown', move);
    host.addEventListener('toggle', (event) => {
      if (/** @type {ToggleEvent} */ (event).newState !== 'closed') return;
      left?.();
      left = null;
      asked?.setAttribute('aria-expanded', 'false');
      if (document.activeElement === document.body || host?.contains(document.activeElement)) asked?.focus();
      asked = null;
    });
  }
  const menu = host;
  housed(menu);
  asked = anchor;
  render(
    html`${how.head ?? nothing}
      <div role="menu" aria-label=${label}>
        ${groups
          .filter((group) => group.items.length > 0)
          .map(
            (group) => html`<div class="menu-group" role="group" aria-label=${group.label ?? label}>
              ${group.label ? html`<div class="menu-head" aria-hidden="true">${group.label}</div>` : nothing}
              ${group.items.map(row)}
            </div>`,
          )}
      </div>`,
    menu,
  );
  anchor.setAttribute('aria-expanded', 'true');
  menu.showPopover();
  // From below, over a page that is then behind it: Back is the way out.
  if (matchMedia('(max-width: 720px)').matches) left = opened(closeMenu);
  place(menu, anchor.getBoundingClientRect(), how.above ?? false);
  const first = menu.querySelector('[aria-checked="true"]') ?? menu.querySelector('.menu-item');
  /** @type {HTMLElement|null} */ (first)?.focus();
}
