/** Tools of a shift that come when they are used: macros, sending later, and the list of what waits for its time. */
import { html, nothing } from '../lit.js';
import { windows } from './perform.js';

/** @typedef {import('../store/desk.js').Desk} Desk */

/** Something that comes with its first use; away, it can be pressed again. @param {Desk} desk @param {() => Promise<unknown>} work */
const attempt = (desk, work) => work().catch(() => desk.failed({ code: 'unreachable' }));

/** @param {Desk} desk @param {HTMLElement} anchor @param {string[]} ids */
export const openMacros = (desk, anchor, ids) => attempt(desk, async () => (await import('./macros.js')).pickMacro(desk, anchor, ids));

/** @param {Desk} desk @param {HTMLElement} anchor @param {import('./later.js').Writing} writing */
export const openLater = (desk, anchor, writing) => attempt(desk, async () => (await import('./later.js')).laterMenu(desk, anchor, writing));

/** Over the composer: what waits for its time in the open conversation. @param {Desk} desk @param {import('../app/ui.js').Ui} ui */
export function createWaiting(desk, ui) {
  /** @type {typeof import('./later.js')|null} */ let part = null;
  let coming = false;
  const load = async () => {
    coming = true;
    try {
      const later = await import('./later.js');
      await later.ready();
      part = later;
      desk.scheduled.gone = (gone) => later.takeBack(desk, gone);
      desk.touch('thread');
    } catch {
      // The next draw asks again.
    }
    coming = false;
  };
  return () => {
    desk.ticks.thread.value;
    if (!desk.openId || desk.scheduled.items.length === 0) return nothing;
    if (part) return html`${part.laterList(desk, ui.now.value)}`;
    if (!coming) load();
    return nothing;
  };
}

/**
 * What comes up over the field while somebody writes, as far as it is there: what was written before is looked at then.
 * @param {Desk} desk @param {Parameters<typeof import('./suggest.js').createSuggest>[1]} host
 */
export function createLateSuggest(desk, host) {
  /** @type {ReturnType<typeof import('./suggest.js').createSuggest>|null} */ let there = null;
  /** @param {import('./perform.js').Windows} all */
  const made = ({ createSuggest }) => (there ??= createSuggest(desk, host));
  return {
    look() {
      if (there) there.look();
      else windows.load().then((all) => made(all).look(), () => {});
    },
    close: () => there?.close(),
    key: (/** @type {KeyboardEvent} */ event) => there?.key(event) ?? false,
    active: () => there?.active() ?? '',
    get isOpen() {
      return there?.isOpen ?? false;
    },
    view: () => there?.view() ?? nothing,
    /** @param {HTMLElement} anchor */
    pickCanned: (anchor) => windows.use((all) => void made(all).pickCanned(anchor), desk.failed),
  };
}
/** @typedef {ReturnType<typeof createLateSuggest>} Suggest */
