/** The head of the page of tickets: views as tabs with their counts, looks, columns, order, saved views, and the bar of what is chosen. */
import { html, nothing } from '../../lit.js';
import { icon } from '../../parts/icons.js';
import { openMenu } from '../../parts/menu.js';
import { plural, t } from '../../app/texts.js';
import { SORTS, VIEWS } from '../../store/tickets/ticket.js';
import { asksTickets } from '../../store/views.js';
import { COLUMNS, FIXED } from './columns.js';

/** @typedef {import('../../store/tickets/tickets.js').Tickets} Tickets */
/** @typedef {import('../../parts/icons.js').IconName} IconName */

/** @param {Tickets} tickets @param {string} view */
const countOf = (tickets, view) => {
  const count = tickets.counts[view];
  return count === null ? '999+' : (count ?? '');
};

/**
 * @param {object} host
 * @param {import('../../store/desk.js').Desk} host.desk
 * @param {Tickets} host.tickets
 * @param {() => Set<string>} host.chosenColumns
 * @param {(columns:Set<string>) => void} host.setColumns
 * @param {(view:string) => void} host.showView
 * @param {(look:'list'|'board') => void} host.lookAt
 * @param {() => void} host.add
 * @param {(anchor:HTMLElement) => void} host.filter   opens the builder
 */
export function createTicketHead({ desk, tickets, chosenColumns, setColumns, showView, lookAt, add, filter }) {
  const saved = () => desk.views.all.filter((view) => view.filter && asksTickets(view.filter));
  /** @param {FieldEvent} event */
  const columnsMenu = (event) => {
    const chosen = chosenColumns();
    openMenu(event.currentTarget, t('tickets.columns'), [
      {
        items: COLUMNS.filter((name) => !FIXED.has(name)).map((name) => ({
          label: t(`tickets.col_${name}`),
          checked: chosen.has(name),
          run() {
            const next = new Set(chosen);
            if (!next.delete(name)) next.add(name);
            setColumns(next);
          },
        })),
      },
    ]);
  };
  /** @param {FieldEvent} event */
  const sortMenu = (event) =>
    openMenu(event.currentTarget, t('inbox.sort'), [{ items: SORTS.map((sort) => ({ label: t(`tickets.sort_${sort}`), checked: String(tickets.list.sort) === sort, run: () => tickets.sortBy(sort) })) }]);
  /** @param {FieldEvent} event */
  const viewsMenu = (event) => {
    const view = String(tickets.list.view);
    openMenu(event.currentTarget, t('inbox.views'), [
      { items: VIEWS.map((one) => ({ label: t(`tickets.view_${one}`), hint: String(countOf(tickets, one)), checked: one === view, run: () => showView(one) })) },
      { label: saved().length ? t('tickets.views_saved') : undefined, items: saved().map(({ id, name }) => ({ label: name, checked: id === view, run: () => showView(id) })) },
      { items: tickets.look === 'list' ? [{ label: t('inbox.choose_many'), hint: 'X', mark: icon('list-checks'), run: () => tickets.choose(true) }] : [] },
      { items: [{ label: t(tickets.look === 'board' ? 'tickets.as_list' : 'tickets.as_board'), hint: 'B', mark: icon(tickets.look === 'board' ? 'list' : 'kanban'), run: () => lookAt(tickets.look === 'board' ? 'list' : 'board') }] },
    ]);
  };
  const tabs = () => {
    const view = String(tickets.list.view);
    const other = VIEWS.includes(/** @type {any} */ (view)) ? [] : [view];
    return html`<div class="segments ticket-tabs" role="group" aria-label=${t('inbox.views')}>
      ${[...VIEWS, ...other].map(
        (one) => html`<button type="button" class="segment" aria-current=${one === view ? 'true' : nothing} @click=${() => showView(one)}>
          ${one.startsWith('view_') ? (desk.views.get(one)?.name ?? '') : t(`tickets.view_${one}`)}${one === 'all' ? nothing : html` <span class="count">${countOf(tickets, one)}</span>`}
        </button>`,
      )}
    </div>`;
  };
  /** @param {'list'|'board'} look @param {IconName} shape */
  const lookButton = (look, shape) =>
    html`<button type="button" class="icon-button" aria-pressed=${tickets.look === look} aria-label=${t(`tickets.as_${look}`)} title=${`${t(`tickets.as_${look}`)} · B`} @click=${() => lookAt(look)}>${icon(shape, 18)}</button>`;

  return {
    head: () => {
      tickets.ticks.list.value;
      desk.ticks.list.value;
      return html`<header class="tickets-head">
        <button class="title-button only-phone" aria-haspopup="menu" aria-expanded="false" @click=${viewsMenu}>
          <span class="cut">${t('rail.tickets')} · ${String(tickets.list.view).startsWith('view_') ? (desk.views.get(String(tickets.list.view))?.name ?? '') : t(`tickets.view_${tickets.list.view}`)}</span>${icon('chevron-down', 18)}
        </button>
        <h2 class="no-phone" aria-hidden="true">${t('rail.tickets')}</h2>
        <div class="no-phone">${tabs()}</div>
        <span class="tickets-tools">
          <span class="look-buttons no-phone" role="group" aria-label=${t('tickets.look')}>${lookButton('list', 'list')}${lookButton('board', 'kanban')}</span>
          ${tickets.look === 'list'
            ? html`<button type="button" class="button no-phone" aria-haspopup="menu" aria-expanded="false" @click=${columnsMenu}>${icon('columns')}<span>${t('tickets.columns')}</span></button>`
            : nothing}
          <button type="button" class="button primary new-ticket" aria-keyshortcuts="c" @click=${add}>${icon('plus')}<span>${t('tickets.new')}</span><kbd class="no-phone" aria-hidden="true">C</kbd></button>
        </span>
      </header>`;
    },
    bar: () => {
      tickets.ticks.list.value;
      desk.ticks.list.value;
      const view = String(tickets.list.view);
      return html`<div class="tickets-bar">
        ${view === 'all'
          ? nothing
          : html`<span class="filter-chip chip-view"><span class="faint">${t('tickets.chip_view')}</span>${view.startsWith('view_') ? (desk.views.get(view)?.name ?? '') : t(`tickets.view_${view}`)}<button type="button" class="chip-off" aria-label=${t('tickets.chip_off')} @click=${() => showView('all')}>${icon('x', 12)}</button></span>`}
        <button type="button" class="filter-chip" aria-haspopup="menu" aria-expanded="false" @click=${sortMenu}><span class="faint">${t('tickets.chip_sort')}</span>${t(`tickets.sort_${tickets.list.sort}`)}${icon('chevron-down', 12)}</button>
        <button type="button" class="filter-add" aria-haspopup="dialog" aria-expanded="false" @click=${(/** @type {FieldEvent} */ event) => filter(event.currentTarget)}>${icon('plus', 14)}<span>${t('tickets.add_condition')}</span></button>
        ${saved().length > 0
          ? html`<button type="button" class="filter-add tickets-saved" aria-haspopup="menu" aria-expanded="false" @click=${viewsMenu}>${icon('bookmark', 14)}<span>${t('tickets.views_saved')}</span></button>`
          : nothing}
      </div>`;
    },
    saved,
  };
}

/**
 * The bar of what can be done to everything that is chosen.
 * @param {object} host
 * @param {Tickets} host.tickets
 * @param {Record<'assign'|'status'|'priority'|'label', (anchor:HTMLElement) => void>} host.menus
 * @param {() => void} host.solve
 */
export function createBulk({ tickets, menus, solve }) {
  /** @param {IconName} shape @param {string} label @param {string} key @param {(event:FieldEvent) => void} run @param {string} [name] */
  const action = (shape, label, key, run, name) =>
    html`<button type="button" class="bulk-action" aria-haspopup=${name ? 'menu' : nothing} ?disabled=${tickets.selection.size === 0} id=${name ? `bulk-${name}` : nothing} @click=${run}>${icon(shape, 18)}<span>${t(label)}</span><kbd class="no-phone" aria-hidden="true">${key}</kbd></button>`;
  /** @param {'assign'|'status'|'priority'|'label'} name */
  const menu = (name) => (/** @type {FieldEvent} */ event) => menus[name](event.currentTarget);
  return () => {
    tickets.ticks.list.value;
    const count = tickets.selection.size;
    if (count === 0 && !tickets.choosing) return nothing;
    return html`<div class="tickets-bulk-bar" role="toolbar" aria-label=${t('tickets.bulk')}>
      <b role="status">${plural('tickets.chosen', count)}</b>
      ${action('user-plus', 'inbox.bulk_assign', 'A', menu('assign'), 'assign')} ${action('circle-dot', 'tickets.col_status', 'S', menu('status'), 'status')}
      ${action('flag', 'tickets.col_priority', 'P', menu('priority'), 'priority')} ${action('tag', 'inbox.bulk_label', 'T', menu('label'), 'label')}
      ${action('circle-check', 'tickets.solve', 'E', solve)}
      <button type="button" class="bulk-action bulk-end" aria-label=${t('inbox.choose_none')} title=${t('inbox.choose_none')} @click=${() => tickets.choose(false)}>${icon('x', 18)}</button>
    </div>`;
  };
}
