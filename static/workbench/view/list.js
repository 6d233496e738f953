/**
 * The list pane: views as pills, the windowed list, the "n new" pill, what is said when there is nothing. Only rows near the
 * window are in the document, whatever the view holds. Focus is one row (roving); the keys are in actions.js.
 */
import { html, nothing, repeat } from '../lit.js';
import { signal } from '../signals.js';
import { icon } from '../icons.js';
import { contactName } from '../people.js';
import { SELECTED_MAX } from '../store/selection.js';
import { VIEWS, belongs } from '../store/rows.js';
import { layOut, within } from '../store/sections.js';
import { plural, t } from '../texts.js';
import { emptyView } from './empty.js';
import { assignMenu, labelMenu, perform, snoozeMenu } from './deeds.js';
import { openMenu } from './menu.js';
import { openPicker } from './picker.js';
import { rowTools, rowView } from './row.js';

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
  /** The row that Tab comes to; where none was chosen, the open one. @type {string|null} */
  let focused = null;
  /** @param {string|null} id */
  const aimAt = (id) => {
    focused = id;
    desk.touch('list');
  };
  /** @type {HTMLElement|null} */ let scroller = null;
  /** @type {any} */ let hover = null;
  let lastAt = 0;
  /** The row under a mouse: it alone has tools. @type {{value:string|null}} */
  const pointed = signal(null);
  /** Who came while this page was open, until they were in front of somebody's eyes. @type {Set<string>} */
  const arrived = new Set();
  /** Boxes to tick stand before the rows, also while nothing is ticked. */
  const choosing = signal(false);

  const heights = () => (ui.phone.value ? PHONE_HEIGHTS : HEIGHTS);
  /** Scrolling asks for the layout again and again; it changes only with the order. */
  let known = /** @type {any} */ ({});
  const laid = () => {
    const [shown, grouped, tall] = [desk.list.shown, desk.list.view === 'open' && desk.list.sort === 'waiting' && desk.list.label === null, heights()];
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
    aimAt(null);
    desk.showView(view);
  };

  /** Brings a row into view and focuses it. @param {string} id */
  const focusRow = (id) => {
    walked = { id, open: desk.openId };
    aimAt(id);
    const line = laid().sections.find((/** @type {any} */ section) => section.key === id);
    if (scroller && line) {
      const { scrollTop, clientHeight } = scroller;
      if (line.top < scrollTop) scroller.scrollTop = line.top - 40;
      else if (line.top + line.height > scrollTop + clientHeight) scroller.scrollTop = line.top + line.height - clientHeight + 8;
      stretch.value = { top: scroller.scrollTop, height: clientHeight };
    }
    /** @type {HTMLElement|null} */ (scroller?.querySelector(`.row[data-id="${CSS.escape(id)}"]`))?.focus({ preventScroll: true });
  };

  /** @param {number} by */
  const step = (by) => {
    const shown = desk.list.shown;
    if (shown.length === 0) return;
    const from = shown.findIndex((place) => place.id === (focused ?? desk.openId));
    // A row that was closed is gone: the next one has taken its place.
    const aim = from >= 0 ? from + by : by > 0 ? lastAt : lastAt - 1;
    const to = Math.max(0, Math.min(shown.length - 1, aim));
    lastAt = to;
    focusRow(shown[to].id);
    if (to > shown.length - AHEAD) desk.more();
  };

  /** @param {Event} event */
  const rowOf = (event) => /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.target).closest?.('.row'));
  /** Where keys led to, and what was open then. @type {{id:string, open:string|null}|null} */ let walked = null;
  /** The row that keys led to and that still has the focus: they act on it before they act on what is open. @returns {string|null} */
  const aimed = () => {
    const at = /** @type {HTMLElement|null|undefined} */ (document.activeElement?.closest('.list-scroll .row'))?.dataset.id;
    return at && walked?.id === at && walked.open === desk.openId ? at : null;
  };
  /** Below or above what is seen; gone from here once it is seen. @returns {string[]} */
  const unseen = () => {
    const { top, height } = stretch.value;
    for (const id of arrived) {
      const row = desk.book.rows.get(id);
      const { view, label } = desk.list;
      const line = laid().sections.find((/** @type {any} */ section) => section.key === id);
      const seen = line && line.top + line.height / 2 > top && line.top + line.height / 2 < top + height && document.visibilityState === 'visible';
      if (!row?.waiting_since || id === desk.openId || seen || !belongs(view, row, desk.agent.id) || (label !== null && !row.labels.includes(label))) arrived.delete(id);
    }
    return [...arrived];
  };
  const order = () => desk.list.shown.map((place) => place.id);
  /** The neighbour that is next once this one has left the list. @param {string} id */
  const nextTo = (id) => {
    const ids = order();
    const at = ids.indexOf(id);
    return at < 0 ? null : (ids[at + 1] ?? ids[at - 1] ?? null);
  };
  /** How many a click on "all" takes; null = the desk has not said how many there are. */
  const all = () => (desk.list.page.cursor === null ? order().length : desk.list.label === null ? (desk.book.counts?.[desk.list.view] ?? null) : null);
  const chooseAll = async () => {
    choosing.value = true;
    await desk.moreUntil(() => order().length >= SELECTED_MAX);
    desk.selection.all(order());
  };
  const endChoosing = () => {
    choosing.value = false;
    desk.selection.clear();
  };
  /** @param {string} id @param {HTMLElement} button */
  const doTo = (id, button) => {
    const { deed } = button.dataset;
    if (deed === 'take') perform(desk, [id], 'assign', { agent_id: desk.agent.id });
    else if (deed === 'snooze') snoozeMenu(desk, button, [id]);
    else perform(desk, [id], deed === 'close' ? 'close' : 'reopen');
  };
  /** @param {MouseEvent} event */
  const onClick = (event) => {
    const at = /** @type {Element} */ (event.target);
    const id = /** @type {HTMLElement|null} */ (at.closest('.place'))?.dataset.id;
    if (!id) return;
    const button = /** @type {HTMLElement|null} */ (at.closest('[data-deed]'));
    if (button) return doTo(id, button);
    const box = at.closest('.row-check');
    if (!box && (!rowOf(event) || event.ctrlKey || event.metaKey || event.button)) return;
    event.preventDefault();
    const ticks = event.shiftKey || box || (choosing.value && ui.phone.value);
    if (!ticks) {
      // The list hears of it with what `open` changes, once the words are painted: another `tabindex` on the row that has the focus
      // makes the browser look over the whole page at once.
      focused = id;
      open(id);
      return;
    }
    aimAt(id);
    if (event.shiftKey) desk.selection.range(id, order());
    else desk.selection.toggle(id);
  };
  /** @param {PointerEvent} event */
  const onOver = (event) => {
    clearTimeout(hover);
    const id = /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.target).closest('.place'))?.dataset.id;
    if (event.pointerType === 'mouse') pointed.value = id ?? null;
    if (id) hover = setTimeout(() => desk.threads.prefetch(id), PREFETCH_AFTER_MS);
  };
  /** @param {PointerEvent} event */
  const onEnter = (event) => event.pointerType === 'mouse' && desk.list.hold('pointer', true);
  const onLeave = () => {
    clearTimeout(hover);
    pointed.value = null;
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
      { items: [{ label: t('inbox.choose_many'), hint: 'X', mark: icon('list-checks'), run: () => (choosing.value = true) }] },
    ]);
  };

  /** @param {any} event */
  const sortMenu = (event) =>
    openMenu(event.currentTarget, t('inbox.sort'), [
      {
        items: /** @type {const} */ (['waiting', 'newest']).map((sort) => ({
          label: t(`inbox.sort_${sort}`),
          checked: desk.list.sort === sort,
          run: () => again({ sort }),
        })),
      },
    ]);
  /** @param {any} event */
  const filterMenu = (event) =>
    openPicker(event.currentTarget, {
      label: t('inbox.filter'),
      placeholder: t('thread.labels_find'),
      nothing: t('thread.labels_none'),
      options: (query) =>
        desk.labels.search(query).map((label) => ({
          id: label.id,
          label: label.name,
          mark: html`<i class="label-dot series-${desk.labels.colour(label.name)}"></i>`,
          checked: desk.list.label === label.name,
        })),
      choose: (option) => again({ label: option.label === desk.list.label ? null : option.label }),
    });
  /** @param {{sort?:'waiting'|'newest', label?:string|null}} how */
  const again = (how) => {
    scroller?.scrollTo(0, 0);
    aimAt(null);
    desk.arrangeBy(how);
  };

  const header = () => {
    const view = desk.list.view;
    const pills = PILLS.includes(/** @type {any} */ (view)) ? PILLS : [...PILLS, view];
    return html`<header class="list-head">
      <h2>
        <button class="title-button" aria-haspopup="menu" aria-expanded="false" @click=${viewsMenu}>
          ${t('inbox.title')}${icon('chevron-down', 18)}
        </button>
        <span class="list-tools">
          <button
            class="icon-button"
            aria-haspopup="menu"
            aria-expanded="false"
            aria-label=${`${t('inbox.sort')} · ${t(`inbox.sort_${desk.list.sort}`)}`}
            title=${t(`inbox.sort_${desk.list.sort}`)}
            @click=${sortMenu}
          >
            ${icon('arrow-up-down', 18)}
          </button>
          <button class="icon-button" aria-haspopup="dialog" aria-expanded="false" aria-label=${t('inbox.filter')} title=${t('inbox.filter')} @click=${filterMenu}>
            ${icon('list-filter', 18)}
          </button>
        </span>
      </h2>
      <div class="pills" role="group" aria-label=${t('inbox.views')}>
        ${pills.map(
          (one) => html`<button class="view-pill" aria-pressed=${one === view} @click=${() => showView(one)}>
            ${t(`inbox.view_${one}`)} <span class="count">${countOf(one)}</span>
          </button>`,
        )}
      </div>
      ${desk.list.label === null
        ? nothing
        : html`<p class="list-filter">
            <span class="chip"><i class="chip-dot series-${desk.labels.colour(desk.list.label)}"></i>${desk.list.label}</span>
            <button class="text-button" @click=${() => again({ label: null })}>${t('inbox.filter_off')}</button>
          </p>`}
    </header>`;
  };

  const allWords = () => {
    const count = all();
    if (count === null) return t('inbox.choose_every');
    return count > SELECTED_MAX ? t('inbox.choose_first', { count: SELECTED_MAX }) : t('inbox.choose_all', { count });
  };

  /** What can be done to everything that is ticked. */
  const bulk = () => {
    const count = desk.selection.size;
    if (count === 0 && !choosing.value) return nothing;
    const view = desk.list.view;
    /** @param {import('../icons.js').IconName} shape @param {string} label @param {string} key @param {(event:any) => void} run @param {boolean} menu */
    const deed = (shape, label, key, run, menu) =>
      html`<button class="bulk-deed" ?disabled=${count === 0} aria-haspopup=${menu ? 'menu' : nothing} @click=${run}>
        ${icon(shape, 18)}<span>${t(label)} <kbd class="no-phone" aria-hidden="true">${key}</kbd></span>
      </button>`;
    return html`<div class="bulk" role="toolbar" aria-label=${t('inbox.bulk')}>
      <p>
        <b role="status">${plural('inbox.chosen', count)}</b>
        <button class="text-button" @click=${chooseAll}>${allWords()}</button>
        <button class="text-button" @click=${endChoosing}>${t('inbox.choose_none')}</button>
      </p>
      <div>
        ${deed('user-plus', 'inbox.bulk_assign', 'A', (event) => assignMenu(desk, event.currentTarget), true)}
        ${deed('tag', 'inbox.bulk_label', 'T', (event) => labelMenu(desk, event.currentTarget), true)}
        ${view === 'closed'
          ? deed('rotate-ccw', 'thread.reopen', 'E', () => perform(desk, desk.selection.ids, 'reopen'), false)
          : html`${deed('alarm-clock', 'thread.snooze', 'Z', (event) => snoozeMenu(desk, event.currentTarget), true)}
            ${deed('check', 'thread.close', 'E', () => perform(desk, desk.selection.ids, 'close'), false)}`}
      </div>
    </div>`;
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
    if (desk.list.label !== null) return html`<p class="list-note">${t('inbox.empty_label', { name: desk.list.label })}</p>`;
    if (desk.book.counts?.all === 0) return html`<h3 class="lone-head">${t('inbox.group_us')} <span class="count">0</span></h3>${ui.phone.value ? emptyView(desk) : skeleton()}`;
    return html`<p class="list-note">${t(`inbox.empty_${desk.list.view}`)}</p>`;
  };

  const body = () => {
    const { sections, height } = laid();
    const { top, height: tall } = stretch.value;
    const near = within(sections, top - MARGIN, top + tall + MARGIN);
    const now = ui.now.value;
    const count = desk.list.page.cursor ? -1 : desk.list.shown.length;
    const focus = focused ?? desk.openId ?? desk.list.shown[0]?.id;
    const tabbed = desk.list.shown.some((place) => place.id === focus) ? focus : desk.list.shown[0]?.id;
    return html`<div class="list-space ${choosing.value || desk.selection.size ? 'choosing' : ''}" .style=${`height:${height}px`}>
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
            const chosen = desk.selection.has(row.id);
            return html`<div
              class="place ${chosen ? 'chosen' : ''}"
              data-id=${row.id}
              role="listitem"
              aria-setsize=${count}
              aria-posinset=${section.index + 1}
              .style=${`transform:translateY(${section.top}px)`}
            >
              ${rowView(desk, row, { now, index: section.index, count, focus: tabbed === row.id, open: desk.openId === row.id })}
              ${chosen || pointed.value === row.id || choosing.value || desk.selection.size
                ? html`<button class="row-check" role="checkbox" tabindex="-1" aria-checked=${chosen} aria-label=${t('inbox.choose_one', { name: contactName(row.contact) })}>
                    <i>${icon('check', 14)}</i>
                  </button>`
                : nothing}
              ${pointed.value === row.id ? rowTools(row, desk.agent.id) : nothing}
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
    bulk: () => {
      desk.ticks.list.value;
      return bulk();
    },
    /** Ticks the row that has the focus or is open. @param {boolean} range from the last one */
    choose(range) {
      const id = focused ?? desk.openId ?? desk.list.shown[0]?.id;
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
    focusRow,
    showView,
    get focused() {
      return focused;
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
      const far = unseen();
      // Those that the list holds back are counted by it already.
      const shown = new Set(order());
      const count = desk.list.waiting + far.filter((id) => shown.has(id) || !desk.list.has(id)).length;
      if (!count) return nothing;
      const show = async () => {
        desk.list.release();
        const [first] = far;
        if (!first) return scroller?.scrollTo(0, 0);
        await desk.moreUntil(() => desk.list.has(first));
        // Room to scroll to is there once what was loaded is drawn.
        return requestAnimationFrame(() => requestAnimationFrame(() => focusRow(first)));
      };
      const below = far.length > 0 && (laid().sections.find((/** @type {any} */ section) => section.key === far[0])?.top ?? Infinity) > stretch.value.top;
      return html`<button class="new-pill" @click=${show}>${icon(below ? 'arrow-down' : 'arrow-up', 14)} ${plural('inbox.new', count)}</button>`;
    },
  };
}
