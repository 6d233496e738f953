/**
 * The list pane: views as pills, the windowed list, the "n new" pill, what is said when there is nothing. Only rows near the
 * window are in the document, whatever the view holds. Focus is one row (roving); the keys are in actions.js.
 */
import { html, nothing } from '../../lit.js';
import { signal } from '../../signals.js';
import { icon } from '../../parts/icons.js';
import { SELECTED_MAX } from '../../store/selection.js';
import { layOut } from '../../store/sections.js';
import { plural } from '../../app/texts.js';
import { perform, snoozeMenu } from '../../thread/perform.js';
import { createHeads, createMenus } from './list-head.js';
import { createBody } from './list-body.js';

const HEIGHTS = { row: 72, head: 34 };
const PHONE_HEIGHTS = { row: 76, head: 38 };
const PREFETCH_AFTER_MS = 120;
const NEIGHBOURS = 2;
/** Rows left below the window when the next page is asked for. */
const AHEAD = 12;

/** Where somebody is in the list. */
const begun = () => ({
  /** The row that Tab comes to; where none was chosen, the open one. @type {string|null} */
  focused: null,
  /** @type {HTMLElement|null} */
  scroller: null,
  /** @type {any} */
  hover: null,
  lastAt: 0,
  /** Scrolling asks for the layout again and again; it changes only with the order. */
  known: /** @type {any} */ ({}),
  /** Where keys led to, and what was open then. @type {{id:string, open:string|null}|null} */
  walked: null,
});
/** @typedef {ReturnType<typeof begun>} State */

/**
 * Where rows are, and which are on the screen.
 * @param {object} host
 * @param {import('../../app/ui.js').Ui} host.ui
 * @param {import('../../store/desk.js').Desk} host.desk
 * @param {State} host.here
 */
function createPlaces({ ui, desk, here }) {
  const stretch = signal({ top: 0, height: 900 });
  /** Who came while this page was open, until they were in front of somebody's eyes. @type {Set<string>} */
  const arrived = new Set();
  const heights = () => (ui.phone.value ? PHONE_HEIGHTS : HEIGHTS);
  const laid = () => {
    const [shown, grouped, tall] = [desk.list.shown, desk.list.view === 'open' && desk.list.sort === 'waiting' && desk.list.label === null, heights()];
    if (here.known.shown !== shown || here.known.grouped !== grouped || here.known.tall !== tall) {
      here.known = { shown, grouped, tall, ...layOut(shown, grouped, tall) };
    }
    return here.known;
  };
  const onScroll = () => {
    if (!here.scroller) return;
    const { scrollTop, clientHeight } = here.scroller;
    if (Math.abs(scrollTop - stretch.value.top) > 80 || clientHeight !== stretch.value.height) {
      stretch.value = { top: scrollTop, height: clientHeight };
    }
    desk.list.hold('scrolled', scrollTop > 8);
    const { height } = laid();
    if (height - scrollTop - clientHeight < AHEAD * heights().row) desk.more();
  };
  /** Below or above what is seen; gone from here once it is seen. @returns {string[]} */
  const unseen = () => {
    const { top, height } = stretch.value;
    for (const id of arrived) {
      const row = desk.cache.rows.get(id);
      const line = laid().sections.find((/** @type {any} */ section) => section.key === id);
      const seen = line && line.top + line.height / 2 > top && line.top + line.height / 2 < top + height && ui.sees('inbox') && document.visibilityState === 'visible';
      if (!row?.waiting_since || id === desk.openId || seen || !desk.list.takes(row)) arrived.delete(id);
    }
    return [...arrived];
  };

  return { stretch, laid, arrived, onScroll, unseen };
}

/**
 * Steps through the list, by keys.
 * @param {object} host
 * @param {State} host.here
 * @param {import('../../store/desk.js').Desk} host.desk
 * @param {import('../../signals.js').Signal<{ top: number; height: number; }>} host.stretch
 * @param {() => any} host.laid
 */
function createWalk({ here, desk, stretch, laid }) {
  /** @param {string|null} id */
  const aimAt = (id) => {
    here.focused = id;
    desk.touch('list');
  };
  /** @param {import('../../store/rows.js').View} view */
  const showView = (view) => {
    here.scroller?.scrollTo(0, 0);
    stretch.value = { top: 0, height: here.scroller?.clientHeight || 900 };
    aimAt(null);
    desk.showView(view);
  };
  /** Brings a row into view and focuses it. @param {string} id */
  const focusRow = (id) => {
    here.walked = { id, open: desk.openId };
    aimAt(id);
    const line = laid().sections.find((/** @type {any} */ section) => section.key === id);
    if (here.scroller && line) {
      const { scrollTop, clientHeight } = here.scroller;
      if (line.top < scrollTop) here.scroller.scrollTop = line.top - 40;
      else if (line.top + line.height > scrollTop + clientHeight) here.scroller.scrollTop = line.top + line.height - clientHeight + 8;
      stretch.value = { top: here.scroller.scrollTop, height: clientHeight };
    }
    /** @type {HTMLElement|null} */ (here.scroller?.querySelector(`.row[data-id="${CSS.escape(id)}"]`))?.focus({ preventScroll: true });
  };
  /** @param {number} by */
  const step = (by) => {
    const shown = desk.list.shown;
    if (shown.length === 0) return;
    const from = shown.findIndex((place) => place.id === (here.focused ?? desk.openId));
    // A row that was closed is gone: the next one has taken its place.
    const aim = from >= 0 ? from + by : by > 0 ? here.lastAt : here.lastAt - 1;
    const to = Math.max(0, Math.min(shown.length - 1, aim));
    here.lastAt = to;
    focusRow(shown[to].id);
    if (to > shown.length - AHEAD) desk.more();
  };
  /** The row that keys led to and that still has the focus: they act on it before they act on what is open. @returns {string|null} */
  const aimed = () => {
    const at = /** @type {HTMLElement|null|undefined} */ (document.activeElement?.closest('.list-scroll .row'))?.dataset.id;
    return at && here.walked?.id === at && here.walked.open === desk.openId ? at : null;
  };

  return { aimAt, showView, step, aimed, focusRow };
}

/**
 * Rows chosen, to do the same to all of them.
 * @param {object} host
 * @param {import('../../store/desk.js').Desk} host.desk
 */
function createChoice({ desk }) {
  /** Boxes to tick stand before the rows, also while nothing is ticked. */
  const choosing = signal(false);
  const order = () => desk.list.shown.map((place) => place.id);
  /** The neighbour that is next once this one has left the list. @param {string} id */
  const nextTo = (id) => {
    const ids = order();
    const at = ids.indexOf(id);
    return at < 0 ? null : (ids[at + 1] ?? ids[at - 1] ?? null);
  };
  /** How many a click on "all" takes; null = the desk has not said how many there are. */
  const all = () => (desk.list.page.cursor === null ? order().length : desk.list.label === null ? (desk.cache.counts?.[desk.list.view] ?? null) : null);
  const chooseAll = async () => {
    choosing.value = true;
    await desk.moreUntil(() => order().length >= SELECTED_MAX);
    desk.selection.all(order());
  };
  const endChoosing = () => {
    choosing.value = false;
    desk.selection.clear();
  };

  return { choosing, order, all, chooseAll, endChoosing, nextTo };
}

/**
 * What presses and a pointer do to rows.
 * @param {object} host
 * @param {import('../../store/desk.js').Desk} host.desk
 * @param {import('../../signals.js').Signal<boolean>} host.choosing
 * @param {import('../../app/ui.js').Ui} host.ui
 * @param {State} host.here
 * @param {(id:string) => void} host.open
 * @param {(id: string | null) => void} host.aimAt
 * @param {() => string[]} host.order
 */
function createPointer({ desk, choosing, ui, here, open, aimAt, order }) {
  /** The row under a mouse: it alone has tools. @type {{value:string|null}} */
  const pointed = signal(null);
  /** @param {Event} event */
  const rowOf = (event) => /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.target).closest?.('.row'));
  /** @param {string} id @param {HTMLElement} button */
  const doTo = (id, button) => {
    const { action } = button.dataset;
    if (action === 'take') perform(desk, [id], 'assign', { agent_id: desk.agent.id });
    else if (action === 'snooze') snoozeMenu(desk, button, [id]);
    else perform(desk, [id], action === 'close' ? 'close' : 'reopen');
  };
  /** @param {MouseEvent} event */
  const onClick = (event) => {
    const at = /** @type {Element} */ (event.target);
    const id = /** @type {HTMLElement|null} */ (at.closest('.place'))?.dataset.id;
    if (!id) return;
    const button = /** @type {HTMLElement|null} */ (at.closest('[data-action]'));
    if (button) return doTo(id, button);
    const box = at.closest('.row-check');
    if (!box && (!rowOf(event) || event.ctrlKey || event.metaKey || event.button)) return;
    event.preventDefault();
    const ticks = event.shiftKey || box || (choosing.value && ui.phone.value);
    if (!ticks) {
      // The list hears of it with what `open` changes, once the words are painted: another `tabindex` on the row that has the focus
      // makes the browser look over the whole page at once.
      here.focused = id;
      open(id);
      return;
    }
    aimAt(id);
    if (event.shiftKey) desk.selection.range(id, order());
    else desk.selection.toggle(id);
  };
  /** @param {PointerEvent} event */
  const onOver = (event) => {
    clearTimeout(here.hover);
    const id = /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.target).closest('.place'))?.dataset.id;
    if (event.pointerType === 'mouse') pointed.value = id ?? null;
    if (id) here.hover = setTimeout(() => desk.threads.prefetch(id), PREFETCH_AFTER_MS);
  };
  /** @param {PointerEvent} event */
  const onEnter = (event) => event.pointerType === 'mouse' && desk.list.hold('pointer', true);
  const onLeave = () => {
    clearTimeout(here.hover);
    pointed.value = null;
    desk.list.hold('pointer', false);
  };

  return { pointed, onClick, onOver, onEnter, onLeave };
}

/**
 * What came where nobody looks.
 * @param {object} host
 * @param {import('../../store/desk.js').Desk} host.desk
 * @param {() => string[]} host.unseen
 * @param {() => string[]} host.order
 * @param {State} host.here
 * @param {(id: string) => void} host.focusRow
 * @param {() => any} host.laid
 * @param {import('../../signals.js').Signal<{ top: number; height: number; }>} host.stretch
 */
function pillOf({ desk, unseen, order, here, focusRow, laid, stretch }) {
  return {
    pill: () => {
      desk.ticks.list.value;
      const far = unseen();
      // Those that the list holds back are counted by it already.
      const shown = new Set(order());
      const count = desk.list.waiting + far.filter((id) => shown.has(id) || !desk.list.has(id)).length;
      if (!count) return nothing;
      const show = async () => {
        desk.list.release();
        const [first] = far;
        if (!first) return here.scroller?.scrollTo(0, 0);
        await desk.moreUntil(() => desk.list.has(first));
        // Room to scroll to is there once what was loaded is drawn.
        return requestAnimationFrame(() => requestAnimationFrame(() => focusRow(first)));
      };
      const below = far.length > 0 && (laid().sections.find((/** @type {any} */ section) => section.key === far[0])?.top ?? Infinity) > stretch.value.top;
      return html`<button class="new-pill" @click=${show}>${icon(below ? 'arrow-down' : 'arrow-up', 14)} ${plural('inbox.new', count)}</button>`;
    },
  };
}

/**
 * The list pane of the inbox.
 * @param {import('../../store/desk.js').Desk} desk
 * @param {import('../../app/ui.js').Ui} ui
 * @param {(id:string) => void} open
 * @param {() => void} edit   goes to where views are made
 */
export function createListPane(desk, ui, open, edit) {
  const here = begun();
  const { stretch, laid, arrived, onScroll, unseen } = createPlaces({ ui, desk, here });
  const { aimAt, showView, step, aimed, focusRow } = createWalk({ here, desk, stretch, laid });
  const { choosing, order, all, chooseAll, endChoosing, nextTo } = createChoice({ desk });
  const { pointed, onClick, onOver, onEnter, onLeave } = createPointer({ desk, choosing, ui, here, open, aimAt, order });

  const { viewsMenu, sortMenu, filterMenu, countOf, again } = createMenus({ desk, showView, choosing, here, aimAt, edit });

  const { body, emptyWords } = createBody({ desk, ui, laid, stretch, here, choosing, pointed });

  const { bulk, header } = createHeads({ desk, viewsMenu, sortMenu, filterMenu, showView, countOf, again, all, choosing, chooseAll, endChoosing });

  /** Loads what is probably opened next. @param {string} id */
  const prefetchAfter = (id) => {
    const at = desk.list.shown.findIndex((place) => place.id === id);
    if (at < 0) return;
    here.lastAt = at;
    for (const place of desk.list.shown.slice(at + 1, at + 1 + NEIGHBOURS)) desk.threads.prefetch(place.id);
  };

  return {
    step,
    bulk: () => {
      desk.ticks.list.value;
      return bulk();
    },
    /** Ticks the row that has the focus or is open. @param {boolean} range from the last one */
    choose(range) {
      const id = here.focused ?? desk.openId ?? desk.list.shown[0]?.id;
      if (!id) return;
      if (range) desk.selection.range(id, order());
      else desk.selection.toggle(id);
    },
    chooseAll,
    nextTo,
    get aimed() {
      return aimed();
    },
    /** Somebody waits there who did not before. @param {string} id */
    arrived(id) {
      arrived.add(id);
      desk.touch('list');
    },
    /** Ends choosing; false = nobody was. */
    endChoosing() {
      if (!choosing.value && desk.selection.size === 0) return false;
      endChoosing();
      return true;
    },
    prefetchAfter,
    /** Another room is seen: no pointer holds the list any more. */
    rest: onLeave,
    focusRow,
    showView,
    get focused() {
      return here.focused;
    },
    /** Returns to the row that is open, for Esc out of the thread; to the thread's head if the view does not hold it. */
    focusOpen() {
      if (desk.list.shown.some((place) => place.id === desk.openId)) focusRow(desk.openId ?? '');
      else document.getElementById('thread-title')?.focus();
    },
    /** @param {HTMLElement} place the element that scrolls */
    attach(place) {
      here.scroller = place;
      place.addEventListener('scroll', onScroll, { passive: true });
      place.addEventListener('click', onClick);
      place.addEventListener('pointerover', onOver);
      place.addEventListener('pointerenter', onEnter);
      place.addEventListener('pointerleave', onLeave);
      new ResizeObserver(onScroll).observe(place);
    },
    header: () => {
      desk.ticks.list.value;
      return header();
    },
    body: () => {
      desk.ticks.list.value;
      return desk.list.shown.length ? body() : emptyWords();
    },
    ...pillOf({ desk, unseen, order, here, focusRow, laid, stretch }),
  };
}
