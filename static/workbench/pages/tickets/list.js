/**
 * The list of tickets: lines in the order of the desk, those solved this week below. Only lines near the window are in the document.
 * Focus is one line (roving); what can be done to it has its key (actions.js).
 */
import { html, nothing } from '../../lit.js';
import { repeat } from '../../lit-repeat.js';
import { signal } from '../../signals.js';
import { icon } from '../../parts/icons.js';
import { plural, t } from '../../app/texts.js';
import { SELECTED_MAX } from '../../store/selection.js';
import { layOut, within } from '../../store/sections.js';
import { template } from './columns.js';
import { rowView } from './row.js';

const HEIGHTS = { row: 52, head: 36 };
const PHONE_HEIGHTS = { row: 84, head: 36 };
/** Pixels above and below the window that are drawn, too. */
const MARGIN = 320;
/** Lines left below the window when the next page is asked for. */
const AHEAD = 12;

/** @typedef {import('../../store/tickets/tickets.js').Tickets} Tickets */
/** @typedef {import('../../store/tickets/ticket.js').Ticket} Ticket */

/** Where somebody is in the list. */
const begun = () => ({
  /** The line that Tab comes to. @type {string|null} */ focused: null,
  /** @type {HTMLElement|null} */ scroller: null,
  lastAt: 0,
});

/**
 * Where lines are, and which are on the screen.
 * @param {object} host
 * @param {Tickets} host.tickets
 * @param {import('../../app/ui.js').Ui} host.ui
 * @param {ReturnType<typeof begun>} host.here
 */
function createPlaces({ tickets, ui, here }) {
  const stretch = signal({ top: 0, height: 900 });
  const heights = () => (ui.phone.value ? PHONE_HEIGHTS : HEIGHTS);
  /** Those solved this week stand under the end of the list. */
  const solved = () => (tickets.list.page.cursor === null && tickets.list.page.loaded ? tickets.solved.filter((id) => tickets.rows.has(id) && !tickets.list.has(id)) : []);
  const laid = () => {
    const tall = heights();
    const { sections, height } = layOut(tickets.list.shown, false, tall);
    const below = solved();
    if (below.length === 0) return { sections, height, below };
    const more = [.../** @type {any[]} */ (sections), { kind: 'head', key: 'solved', top: height, height: tall.head }];
    below.forEach((id, i) => more.push({ kind: 'row', key: `solved:${id}`, id, index: sections.length + i, top: height + tall.head + i * tall.row, height: tall.row }));
    return { sections: more, height: height + tall.head + below.length * tall.row, below };
  };
  const onScroll = () => {
    if (!here.scroller) return;
    const { scrollTop, clientHeight } = here.scroller;
    if (Math.abs(scrollTop - stretch.value.top) > 80 || clientHeight !== stretch.value.height) stretch.value = { top: scrollTop, height: clientHeight };
    tickets.list.hold('scrolled', scrollTop > 8);
    if (laid().height - scrollTop - clientHeight < AHEAD * heights().row) tickets.more();
  };
  /** Every line there is, as keys go through them. */
  const order = () => [...tickets.list.shown.map((place) => place.id), ...solved()];
  return { stretch, laid, onScroll, order };
}

/**
 * Steps through the lines, and what is chosen of them.
 * @param {object} host
 * @param {Tickets} host.tickets
 * @param {ReturnType<typeof begun>} host.here
 * @param {ReturnType<typeof createPlaces>} host.places
 * @param {() => void} host.draw
 */
function createWalk({ tickets, here, places: { stretch, laid, order }, draw }) {
  /** Brings a line into view and focuses it. @param {string} id */
  const focusRow = (id) => {
    here.focused = id;
    draw();
    const line = laid().sections.find((/** @type {any} */ one) => one.id === id);
    const { scroller } = here;
    if (scroller && line) {
      const { scrollTop, clientHeight } = scroller;
      if (line.top < scrollTop) scroller.scrollTop = line.top - 8;
      else if (line.top + line.height > scrollTop + clientHeight - 48) scroller.scrollTop = line.top + line.height - clientHeight + 64;
      stretch.value = { top: scroller.scrollTop, height: clientHeight };
    }
    requestAnimationFrame(() => /** @type {HTMLElement|null} */ (scroller?.querySelector(`.ticket-row[data-id="${CSS.escape(id)}"]`))?.focus({ preventScroll: true }));
  };
  /** @param {number} by */
  const step = (by) => {
    const ids = order();
    if (ids.length === 0) return;
    const from = here.focused ? ids.indexOf(here.focused) : -1;
    const aim = from >= 0 ? from + by : by > 0 ? here.lastAt : here.lastAt - 1;
    const to = Math.max(0, Math.min(ids.length - 1, aim));
    here.lastAt = to;
    focusRow(ids[to]);
    if (to > ids.length - AHEAD) tickets.more();
  };
  /** The line that has the focus. @returns {string|null} */
  const aimed = () => /** @type {HTMLElement|null|undefined} */ (document.activeElement?.closest('.ticket-row'))?.dataset.id ?? null;
  /** @param {boolean} range */
  const choose = (range) => {
    const id = aimed() ?? here.focused ?? order()[0];
    if (!id) return;
    if (range) tickets.selection.range(id, order());
    else tickets.selection.toggle(id);
  };
  const chooseAll = async () => {
    await tickets.moreUntil(() => tickets.list.shown.length >= SELECTED_MAX);
    tickets.selection.all(tickets.list.shown.map((place) => place.id));
  };
  /** @param {string} id @param {number} by */
  const beside = (id, by) => order()[order().indexOf(id) + by] ?? null;
  return { focusRow, step, aimed, choose, chooseAll, beside };
}

/** @param {Tickets} tickets */
function emptyWords(tickets) {
  const { page, view } = tickets.list;
  if (page.failed && !page.loaded) return html`<p class="list-note" role="alert">${t('tickets.list_failed')} <button class="text-button" @click=${tickets.retry}>${t('common.retry')}</button></p>`;
  if (!page.loaded) return html`<p class="list-note" role="status">${t('common.loading')}</p>`;
  return html`<div class="tickets-empty">${icon('ticket', 24)}<p>${t(`tickets.empty_${view.startsWith('view_') ? 'saved' : view}`)}</p></div>`;
}

/**
 * The names of the columns, with the box that chooses all.
 * @param {object} host
 * @param {Tickets} host.tickets
 * @param {() => import('./columns.js').Column[]} host.columns
 * @param {() => void} host.chooseAll
 */
function createHeads({ tickets, columns, chooseAll }) {
  const all = () => {
    const shown = tickets.list.shown.length;
    const state = tickets.selection.size === 0 ? 'false' : tickets.selection.size >= shown ? 'true' : 'mixed';
    return html`<button class="row-box shown" role="checkbox" aria-checked=${state} aria-label=${t('tickets.choose_all')} @click=${() => (tickets.selection.size ? tickets.selection.clear() : chooseAll())}>
      <i>${state === 'mixed' ? html`<b class="dash"></b>` : icon('check', 14)}</i>
    </button>`;
  };
  const heads = () => {
    const { sort } = tickets.list;
    const sorted = { due: 'promise', updated: 'updated', priority: 'priority', number: 'number' }[/** @type {string} */ (sort)];
    return html`<div class="ticket-heads" role="row" aria-rowindex="1">
      <span class="cell cell-check" role="columnheader">${all()}</span>
      ${columns().map(
        (name) => html`<span class="cell cell-${name}" role="columnheader" aria-sort=${name === sorted ? (name === 'promise' ? 'ascending' : 'descending') : nothing}>${t(`tickets.col_${name}`)}${name === sorted ? icon(name === 'promise' ? 'arrow-up' : 'arrow-down', 12) : nothing}</span>`,
      )}
    </div>`;
  };
  return heads;
}

/**
 * @param {object} host
 * @param {import('../../store/desk.js').Desk} host.desk
 * @param {Tickets} host.tickets
 * @param {import('../../app/ui.js').Ui} host.ui
 * @param {() => import('./columns.js').Column[]} host.columns
 * @param {(id:string) => void} host.open
 */
export function createTicketList({ desk, tickets, ui, columns, open }) {
  const here = begun();
  const again = signal(0);
  const draw = () => {
    again.value = again.peek() + 1;
  };
  const places = createPlaces({ tickets, ui, here });
  const walk = createWalk({ tickets, here, places, draw });

  /** @param {MouseEvent} event */
  const onClick = (event) => {
    const at = /** @type {Element} */ (event.target);
    const id = /** @type {HTMLElement|null} */ (at.closest('.ticket-row'))?.dataset.id;
    if (!id) return;
    const box = at.closest('.cell-check');
    if (!box && (event.ctrlKey || event.metaKey || event.button)) return;
    event.preventDefault();
    here.focused = id;
    if (event.shiftKey) tickets.selection.range(id, places.order());
    else if (box || tickets.choosing) tickets.selection.toggle(id);
    else open(id);
  };
  const heads = createHeads({ tickets, columns, chooseAll: walk.chooseAll });
  const view = () => {
    tickets.ticks.list.value;
    desk.ticks.list.value;
    again.value;
    const { sections, height, below } = places.laid();
    if (sections.length === 0) return emptyWords(tickets);
    const { top, height: tall } = places.stretch.value;
    const near = within(sections, top - MARGIN, top + tall + MARGIN);
    const of = { desk, tickets, now: ui.now.value };
    const shown = columns();
    const ids = places.order();
    const tabbed = here.focused && ids.includes(here.focused) ? here.focused : ids[0];
    return html`<div class="ticket-grid ${tickets.choosing ? 'choosing' : ''}" role="grid" aria-label=${t('tickets.list')} aria-rowcount=${tickets.list.page.cursor ? -1 : ids.length + 1} aria-multiselectable="true" .style=${`--columns:${template(shown, ui.narrow.value)}`}>
      ${heads()}
      <div class="ticket-space" role="rowgroup" .style=${`height:${height}px`}>
        ${repeat(
          near,
          (/** @type {any} */ one) => one.key,
          (/** @type {any} */ one) => {
            if (one.kind === 'head') {
              return html`<div class="ticket-part" role="row" .style=${`transform:translateY(${one.top}px)`}><span role="gridcell" aria-colspan=${shown.length + 1}>${t('tickets.solved_week')} <span class="count">${below.length}</span></span></div>`;
            }
            const ticket = tickets.rows.get(one.id);
            if (!ticket) return nothing;
            const chosen = tickets.selection.has(ticket.id);
            return html`<div class="ticket-place" role="presentation" .style=${`transform:translateY(${one.top}px)`}>
              ${rowView(of, ticket, { columns: shown, index: one.index, focus: ticket.id === tabbed, chosen, box: chosen || tickets.choosing })}
            </div>`;
          },
        )}
      </div>
    </div>`;
  };

  return {
    view,
    ...walk,
    order: places.order,
    get focused() {
      return here.focused;
    },
    /** The line that was opened is where keys go on. @param {string} id */
    rest(id) {
      here.focused = id;
      here.lastAt = Math.max(0, places.order().indexOf(id));
    },
    pill: () => {
      tickets.ticks.list.value;
      const { waiting } = tickets.list;
      return waiting ? html`<button class="new-pill" @click=${() => (tickets.list.release(), here.scroller?.scrollTo(0, 0))}>${icon('arrow-up', 14)} ${plural('tickets.new_ones', waiting)}</button>` : nothing;
    },
    /** @param {HTMLElement} place the element that scrolls */
    attach(place) {
      here.scroller = place;
      place.addEventListener('scroll', places.onScroll, { passive: true });
      place.addEventListener('click', onClick);
      place.addEventListener('pointerenter', (event) => event.pointerType === 'mouse' && tickets.list.hold('pointer', true));
      place.addEventListener('pointerleave', () => tickets.list.hold('pointer', false));
      new ResizeObserver(places.onScroll).observe(place);
    },
    letGo: () => tickets.list.hold('pointer', false),
  };
}

/** @typedef {ReturnType<typeof createTicketList>} TicketList */
