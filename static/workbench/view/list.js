/**
 * The list pane: views as pills, the windowed list, the "n new" pill, what is said when there is nothing. Only rows near the
 * window are in the document, whatever the view holds. Focus is one row (roving); the keys are in actions.js.
 */
import { html, nothing, repeat } from '../lit.js';
import { signal } from '../signals.js';
import { icon } from '../icons.js';
import { VIEWS } from '../store/rows.js';
import { layOut, within } from '../store/sections.js';
import { plural, t } from '../texts.js';
import { emptyView } from './empty.js';
import { openMenu } from './menu.js';
import { rowView } from './row.js';

const HEIGHTS = { row: 72, head: 34 };
const PHONE_HEIGHTS = { row: 76, head: 38 };
/** Pixels above and below the window that are rendered too. */
const MARGIN = 360;
const PREFETCH_AFTER_MS = 120;
const NEIGHBOURS = 2;
/** Rows left below the window when the next page is asked for. */
const AHEAD = 12;

const PILLS = /** @type {const} */ (['mine', 'unassigned', 'open']);

/**
 * @param {import('../store/desk.js').Desk} desk
 * @param {import('../ui.js').Ui} ui
 * @param {(id:string) => void} open
 */
export function createListPane(desk, ui, open) {
  const stretch = signal({ top: 0, height: 900 });
  /** @type {{value:string|null}} */
  const focused = signal(null);
  /** @type {HTMLElement|null} */ let scroller = null;
  /** @type {any} */ let hover = null;
  let lastAt = 0;

  const heights = () => (ui.phone.value ? PHONE_HEIGHTS : HEIGHTS);
  /** Scrolling asks for the layout again and again; it changes only with the order. */
  let known = /** @type {any} */ ({});
  const laid = () => {
    const [shown, grouped, tall] = [desk.list.shown, desk.list.view === 'open', heights()];
    if (known.shown !== shown || known.grouped !== grouped || known.tall !== tall) {
      known = { shown, grouped, tall, ...layOut(shown, grouped, tall) };
    }
    return known;
  };

  const onScroll = () => {
    if (!scroller) return;
    const { scrollTop, clientHeight } = scroller;
    if (Math.abs(scrollTop - stretch.value.top) > 80 || clientHeight !== stretch.value.height) {
      stretch.value = { top: scrollTop, height: clientHeight };
    }
    desk.list.hold('scrolled', scrollTop > 8);
    const { height } = laid();
    if (height - scrollTop - clientHeight < AHEAD * heights().row) desk.more();
  };

  /** @param {import('../store/rows.js').View} view */
  const showView = (view) => {
    scroller?.scrollTo(0, 0);
    stretch.value = { top: 0, height: scroller?.clientHeight || 900 };
    focused.value = null;
    desk.showView(view);
  };

  /** Brings a row into view and focuses it. @param {string} id */
  const focusRow = (id) => {
    focused.value = id;
    const line = laid().sections.find((/** @type {any} */ section) => section.key === id);
    if (scroller && line) {
      const { scrollTop, clientHeight } = scroller;
      if (line.top < scrollTop) scroller.scrollTop = line.top - 40;
      else if (line.top + line.height > scrollTop + clientHeight) scroller.scrollTop = line.top + line.height - clientHeight + 8;
      stretch.value = { top: scroller.scrollTop, height: clientHeight };
    }
    /** @type {HTMLElement|null} */ (scroller?.querySelector(`[data-id="${CSS.escape(id)}"]`))?.focus({ preventScroll: true });
  };

  /** @param {number} by */
  const step = (by) => {
    const shown = desk.list.shown;
    if (shown.length === 0) return;
    const from = shown.findIndex((place) => place.id === (focused.value ?? desk.openId));
    // A row that was closed is gone: the next one has taken its place.
    const aim = from >= 0 ? from + by : by > 0 ? lastAt : lastAt - 1;
    const to = Math.max(0, Math.min(shown.length - 1, aim));
    lastAt = to;
    focusRow(shown[to].id);
    if (to > shown.length - AHEAD) desk.more();
  };

  /** @param {Event} event */
  const rowOf = (event) => /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.target).closest?.('.row'));
  /** @param {MouseEvent} event */
  const onClick = (event) => {
    const row = rowOf(event);
    if (!row?.dataset.id || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    focused.value = row.dataset.id;
    open(row.dataset.id);
  };
  /** @param {PointerEvent} event */
  const onOver = (event) => {
    clearTimeout(hover);
    const id = rowOf(event)?.dataset.id;
    if (id) hover = setTimeout(() => desk.threads.prefetch(id), PREFETCH_AFTER_MS);
  };
  /** @param {PointerEvent} event */
  const onEnter = (event) => event.pointerType === 'mouse' && desk.list.hold('pointer', true);
  const onLeave = () => {
    clearTimeout(hover);
    desk.list.hold('pointer', false);
  };

  /** @param {import('../store/rows.js').View} view */
  const countOf = (view) => desk.book.counts?.[view] ?? '';
  /** @param {import('../store/rows.js').Group} group */
  const groupCount = (group) => {
    const counts = desk.book.counts;
    if (!counts) return '';
    return group === 'us' ? counts.waiting : counts.open - counts.waiting;
  };

  /** @param {Event} event */
  const viewsMenu = (event) => {
    const offered = VIEWS.filter((view) => view !== 'snoozed' || Number(countOf('snoozed')) > 0);
    openMenu(/** @type {HTMLElement} */ (event.currentTarget), t('inbox.views'), [
      {
        items: offered.map((view) => ({
          label: t(`inbox.view_${view}`),
          hint: String(countOf(view)),
          checked: view === desk.list.view,
          run: () => showView(view),
        })),
      },
    ]);
  };

  const header = () => {
    const view = desk.list.view;
    const pills = PILLS.includes(/** @type {any} */ (view)) ? PILLS : [...PILLS, view];
    return html`<header class="list-head">
      <h2>
        <button class="title-button" aria-haspopup="menu" aria-expanded="false" @click=${viewsMenu}>
          ${t('inbox.title')}${icon('chevron-down', 18)}
        </button>
      </h2>
      <div class="pills" role="group" aria-label=${t('inbox.views')}>
        ${pills.map(
          (one) => html`<button class="view-pill" aria-pressed=${one === view} @click=${() => showView(one)}>
            ${t(`inbox.view_${one}`)} <span class="count">${countOf(one)}</span>
          </button>`,
        )}
      </div>
    </header>`;
  };

  const skeleton = () => html`<div class="skeletons" aria-hidden="true">
    ${[0, 1, 2].map((n) => html`<div class="skeleton fade-${n}"><i></i><b></b><b></b></div>`)}
  </div>`;

  const emptyWords = () => {
    const page = desk.list.page;
    if (page.failed && !page.loaded) {
      return html`<p class="list-note" role="alert">
        ${t('inbox.list_failed')} <button class="text-button" @click=${desk.retryList}>${t('common.retry')}</button>
      </p>`;
    }
    if (!page.loaded) return skeleton();
    if (desk.book.counts?.all === 0) return html`<h3 class="lone-head">${t('inbox.group_us')} <span class="count">0</span></h3>${ui.phone.value ? emptyView(desk) : skeleton()}`;
    return html`<p class="list-note">${t(`inbox.empty_${desk.list.view}`)}</p>`;
  };

  const body = () => {
    const { sections, height } = laid();
    const { top, height: tall } = stretch.value;
    const near = within(sections, top - MARGIN, top + tall + MARGIN);
    const now = ui.now.value;
    const count = desk.list.page.cursor ? -1 : desk.list.shown.length;
    const focus = focused.value ?? desk.openId ?? desk.list.shown[0]?.id;
    const tabbed = desk.list.shown.some((place) => place.id === focus) ? focus : desk.list.shown[0]?.id;
    return html`<div class="list-space" .style=${`height:${height}px`}>
      ${repeat(
        near.filter((/** @type {any} */ section) => section.kind === 'head'),
        (/** @type {import('../store/sections.js').Section} */ section) => section.key,
        (/** @type {import('../store/sections.js').Section} */ section) =>
          section.kind === 'head' &&
          html`<h3 class="group-head" .style=${`transform:translateY(${section.top}px)`}>
            ${t(`inbox.group_${section.group}`)} <span class="count">${groupCount(section.group)}</span>
          </h3>`,
      )}
      <div role="list" aria-label=${t('inbox.list')}>
        ${repeat(
          near.filter((/** @type {any} */ section) => section.kind === 'row'),
          (/** @type {import('../store/sections.js').Section} */ section) => section.key,
          (/** @type {import('../store/sections.js').Section} */ section) => {
            const row = section.kind === 'row' && desk.book.rows.get(section.id);
            if (!row || section.kind !== 'row') return nothing;
            return html`<div
              class="place"
              role="listitem"
              aria-setsize=${count}
              aria-posinset=${section.index + 1}
              .style=${`transform:translateY(${section.top}px)`}
            >
              ${rowView(desk, row, { now, index: section.index, count, focus: tabbed === row.id, open: desk.openId === row.id })}
            </div>`;
          },
        )}
      </div>
    </div>`;
  };

  /** Loads what is probably opened next. @param {string} id */
  const prefetchAfter = (id) => {
    const at = desk.list.shown.findIndex((place) => place.id === id);
    if (at < 0) return;
    lastAt = at;
    for (const place of desk.list.shown.slice(at + 1, at + 1 + NEIGHBOURS)) desk.threads.prefetch(place.id);
  };

  return {
    step,
    prefetchAfter,
    focusRow,
    showView,
    get focused() {
      return focused.value;
    },
    /** Returns to the row that is open, for Esc out of the thread; to the thread's head if the view does not hold it. */
    focusOpen() {
      if (desk.list.shown.some((place) => place.id === desk.openId)) focusRow(desk.openId ?? '');
      else document.getElementById('thread-title')?.focus();
    },
    /** @param {HTMLElement} place the element that scrolls */
    attach(place) {
      scroller = place;
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
    pill: () => {
      desk.ticks.list.value;
      const waiting = desk.list.waiting;
      if (!waiting) return nothing;
      const release = () => {
        desk.list.release();
        scroller?.scrollTo(0, 0);
      };
      return html`<button class="new-pill" @click=${release}>${icon('arrow-up', 14)} ${plural('inbox.new', waiting)}</button>`;
    },
  };
}
