/**
 * One small window beside what asked for it, with whatever is drawn into it: closes on Esc, outside click or when it is told to,
 * and gives the focus back. On a phone it comes from below and Back closes it.
 */
import { render } from '../lit.js';
import { opened } from '../app/layers.js';
import { housed, place } from './menu.js';

/** @type {HTMLElement|null} */ let host = null;
/** @type {HTMLElement|null} */ let asked = null;
/** @type {(() => void)|null} */ let left = null;
/** @type {(() => void)|null} */ let after = null;

export function closePopup() {
  if (host?.matches(':popover-open')) host.hidePopover();
}

function make() {
  const made = document.createElement('div');
  made.className = 'menu popup';
  made.popover = 'auto';
  made.setAttribute('role', 'dialog');
  made.addEventListener('toggle', (event) => {
    if (/** @type {ToggleEvent} */ (event).newState !== 'closed') return;
    left?.();
    left = null;
    after?.();
    after = null;
    asked?.setAttribute('aria-expanded', 'false');
    if (document.activeElement === document.body || made.contains(document.activeElement)) asked?.focus();
    asked = null;
    render(null, made);
  });
  return made;
}

/**
 * Opens a small window at a button.
 * @param {HTMLElement} anchor @param {string} label
 * @param {() => unknown} view drawn now and at each call of what is returned
 * @param {{above?:boolean, closed?:() => void}} [how]
 * @returns {(() => void)|null} draws again; null = it was open for the same button and is closed now
 */
export function openPopup(anchor, label, view, how = {}) {
  if (host?.matches(':popover-open')) {
    const same = asked === anchor;
    closePopup();
    if (same) return null;
  }
  const popup = (host ??= make());
  housed(popup);
  asked = anchor;
  after = how.closed ?? null;
  popup.setAttribute('aria-label', label);
  render(view(), popup);
  anchor.setAttribute('aria-expanded', 'true');
  popup.showPopover();
  if (matchMedia('(max-width: 720px)').matches) left = opened(closePopup);
  place(popup, anchor.getBoundingClientRect(), how.above ?? false);
  /** @type {HTMLElement|null} */ (popup.querySelector('[autofocus], input, button'))?.focus();
  return () => asked === anchor && render(view(), popup);
}
