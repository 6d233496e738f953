/** The edge between list and thread, to be moved with pointer or arrow keys; where it stood is kept in this browser. */
import { t } from '../../app/texts.js';

const KEPT = 'servicedesk.list_width';
const [LEAST, USUAL, MOST] = [280, 340, 560];
const STEP = 20;

/** Makes the divider and keeps where it stands. @param {HTMLElement} app @param {HTMLElement} list @param {Storage|null} storage */
export function createPaneDivider(app, list, storage) {
  let width = Number(storage?.getItem(KEPT)) || USUAL;
  const edge = document.createElement('div');
  edge.className = 'list-edge no-phone';
  edge.tabIndex = 0;
  edge.setAttribute('role', 'separator');
  edge.setAttribute('aria-orientation', 'vertical');
  edge.setAttribute('aria-label', t('inbox.edge'));
  edge.setAttribute('aria-valuemin', String(LEAST));
  edge.setAttribute('aria-valuemax', String(MOST));
  list.append(edge);

  /** @param {number} wanted */
  const set = (wanted) => {
    width = Math.round(Math.max(LEAST, Math.min(MOST, innerWidth * 0.45, wanted)));
    app.style.setProperty('--list', `${width}px`);
    edge.setAttribute('aria-valuenow', String(width));
  };
  const keep = () => {
    try {
      storage?.setItem(KEPT, String(width));
    } catch {
      // It stands there as long as the page.
    }
  };
  edge.addEventListener('keydown', (event) => {
    const to = { ArrowLeft: width - STEP, ArrowRight: width + STEP, Home: LEAST, End: MOST }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    set(to);
    keep();
  });
  edge.addEventListener('dblclick', () => {
    set(USUAL);
    keep();
  });
  edge.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    edge.setPointerCapture(event.pointerId);
    const from = event.clientX - width;
    const move = (/** @type {PointerEvent} */ moved) => set(moved.clientX - from);
    edge.addEventListener('pointermove', move);
    edge.addEventListener('lostpointercapture', () => (edge.removeEventListener('pointermove', move), keep()), { once: true });
  });
  set(width);
}
