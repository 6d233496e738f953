/**
 * Parts of a page that come after it. They are fetched once the page is drawn and somebody moves, at the latest a while after; whoever
 * asks for one before that waits for it, and keys that are pressed meanwhile are meant for what opens.
 */
import { signal } from '../signals.js';
import { TOUCHES } from './activity.js';

/** Without a movement they are fetched so long after the page was drawn: what was loaded works without a network as well. */
const AFTER_MS = 5000;

/** What is to be fetched once somebody moves. @type {(() => Promise<unknown>)[]} */
let waiting = [];
let isDrawn = false;

/** Fetches what can wait no longer. Away, the first use asks again. */
function begin() {
  const fetches = waiting;
  waiting = [];
  for (const fetch of fetches) fetch().catch(() => {});
}

/** The first page is drawn. */
export function drawn() {
  isDrawn = true;
  for (const name of TOUCHES) addEventListener(name, begin, { capture: true, passive: true });
  setTimeout(begin, AFTER_MS);
}

/** Fetches something before it is used, without being in the way of what is used now. @param {() => Promise<unknown>} fetch */
export function soon(fetch) {
  waiting.push(fetch);
  if (isDrawn) setTimeout(begin, AFTER_MS);
}

/** Keys that came before a window was there do in it what they would have done. @param {KeyboardEvent[]} keys */
function press(keys) {
  for (const { key, code, shiftKey, ctrlKey, metaKey, altKey } of keys) {
    const at = document.activeElement ?? document.body;
    const free = at.dispatchEvent(new KeyboardEvent('keydown', { key, code, shiftKey, ctrlKey, metaKey, altKey, bubbles: true, cancelable: true }));
    if (!free || ctrlKey || metaKey || altKey) continue;
    if (key === 'Escape') /** @type {HTMLElement|null} */ (document.querySelector('.menu:popover-open'))?.hidePopover();
    else if (key === 'Enter' && at instanceof HTMLButtonElement) at.click();
    else if (key.length === 1 && (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement)) {
      at.setRangeText(key, at.selectionStart ?? at.value.length, at.selectionEnd ?? at.value.length, 'end');
      at.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
}

/**
 * A part, once for all who use it.
 * @template T
 * @param {() => Promise<T>} load
 */
export function late(load) {
  /** @type {import('../signals.js').Signal<T|null>} */ const part = signal(/** @type {T|null} */ (null));
  /** @type {Promise<T>|null} */ let coming = null;
  const ask = () => {
    const asked = (coming ??= load().then((made) => (part.value = made)));
    // Away: whoever needs it next asks again.
    asked.catch(() => (coming = null));
    return asked;
  };
  return {
    load: ask,
    /** As far as it is there. */
    seen: () => part.value,
    peek: () => part.peek(),
    /** Whoever draws it is told once it is there. */
    get() {
      if (!coming) ask().catch(() => {});
      return part.value;
    },
    /** Opens a window of it: at once, or as soon as it is there. @param {(there:T) => void} run @param {(error:{code:string}) => void} failed */
    use(run, failed) {
      const there = part.peek();
      if (there) return run(there);
      /** @type {KeyboardEvent[]} */ const keys = [];
      /** @param {KeyboardEvent} event */
      const keep = (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        if (!event.repeat) keys.push(event);
      };
      addEventListener('keydown', keep, true);
      const over = () => removeEventListener('keydown', keep, true);
      ask().then(
        (made) => {
          over();
          run(made);
          press(keys);
        },
        () => {
          over();
          failed({ code: 'unreachable' });
        },
      );
    },
  };
}
/**
 * @template T
 * @typedef {ReturnType<typeof late<T>>} Late
 */
