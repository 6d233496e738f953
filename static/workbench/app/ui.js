/**
 * State of the page itself, not of the desk: how wide it is, which pane and which menu is open, the theme, the passing minute.
 * Preferences of this browser are kept in its storage where that exists.
 */
import { effect, signal } from '../signals.js';

/** This browser's storage, where it may be used. @returns {Storage|null} */
export function openStorage() {
  try {
    localStorage.getItem('servicedesk.probe');
    return localStorage;
  } catch {
    return null;
  }
}

const NARROW = '(max-width: 1100px)';
const PHONE = '(max-width: 720px)';
const NOW_EVERY_MS = 15_000;

/** State of one page. @param {Storage|null} storage */
export function createUi(storage) {
  /** @param {string} query */
  const media = (query) => {
    const list = matchMedia(query);
    const matches = signal(list.matches);
    list.addEventListener('change', () => (matches.value = list.matches));
    return matches;
  };
  const panel = signal(storage?.getItem('servicedesk.details') !== 'closed');
  const drawer = signal(false);
  const now = signal(Date.now());
  setInterval(() => (now.value = Date.now()), NOW_EVERY_MS);
  effect(() => {
    try {
      storage?.setItem('servicedesk.details', panel.value ? 'open' : 'closed');
    } catch {
      // The choice lasts as long as the page.
    }
  });

  const narrow = media(NARROW);
  return {
    narrow,
    phone: media(PHONE),
    /** Seconds pass without anybody looking: fifteen at a time is enough for minutes. */
    now,
    /** Details are a column on a wide page and a drawer on a narrow one; each remembers for itself. */
    details: {
      get open() {
        return narrow.value ? drawer.value : panel.value;
      },
      /** @param {boolean} open */
      set(open) {
        if (narrow.value) drawer.value = open;
        else panel.value = open;
      },
      toggle() {
        this.set(!this.open);
      },
    },
    /** @type {{value:'reply'|'note'}} */
    tab: /** @type {any} */ (signal('reply')),
    /** @type {{value:null|'keys'|'sign-out'|'sign-out-everywhere', peek():string|null}} */
    dialog: /** @type {any} */ (signal(null)),
    /** The room that is seen. @type {{value:string, peek():string}} */
    room: /** @type {any} */ (signal('')),
    /** Moves when what is seen has another title or address. */
    moved: signal(0),
    /** Somebody looks at this room, if the page is seen at all. @param {string} name */
    sees(name) {
      return this.room.peek() === name;
    },
    theme: signal(document.documentElement.dataset.theme ?? 'auto'),
  };
}

/** @typedef {ReturnType<typeof createUi>} Ui */
