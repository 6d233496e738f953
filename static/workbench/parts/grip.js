/** The handle of a row in a list with an order: it is dragged, or moved by the arrow keys while it has the focus. */
import { html } from '../lit.js';

/**
 * Handles of one list.
 * @param {object} host
 * @param {(key:string) => string[]} host.keys of the list in which this one stands, in its order now
 * @param {(key:string, to:number) => void} host.move to the place with this number, or the nearest there is
 * @param {(key:string) => void} [host.done] somebody let it go
 */
export function createGrips({ keys, move, done = () => {} }) {
  /** @type {string|null} */ let dragged = null;
  return {
    /** @param {{key:string, name:string, place:number, label:string, hint:string}} row */
    grip({ key, name, place, label, hint }) {
      const steps = (/** @type {KeyboardEvent} */ event) => {
        const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
        if (!by) return;
        event.preventDefault();
        move(key, keys(key).indexOf(key) + by);
        done(key);
        requestAnimationFrame(() => document.getElementById(`grip-${key}`)?.focus());
      };
      const takes = (/** @type {DragEvent} */ event) => {
        dragged = key;
        event.dataTransfer?.setData('text/plain', name);
      };
      const leaves = () => {
        dragged = null;
        done(key);
      };
      return html`<button type="button" class="order-grip" id="grip-${key}" draggable="true" aria-label=${label} title=${hint} @keydown=${steps} @dragstart=${takes} @dragend=${leaves}>${place + 1}</button>`;
    },
    /** What is dragged over a row of its list goes there. @param {string} key of the row */
    over: (key) => (/** @type {DragEvent} */ event) => {
      const list = keys(key);
      if (dragged === null || !list.includes(dragged)) return;
      event.preventDefault();
      if (key !== dragged) move(dragged, list.indexOf(key));
    },
  };
}
