/** The head of the list: its view, order and filter, and what can be done to rows that are chosen. */
import { icon } from '../../parts/icons.js';
import { html, nothing } from '../../lit.js';
import { VIEWS, isSaved } from '../../store/rows.js';
import { SELECTED_MAX } from '../../store/selection.js';
import { asksTickets } from '../../store/views.js';
import { plural, t } from '../../app/texts.js';
import { assignMenu, labelMenu, perform, priorityMenu, snoozeMenu, windows } from '../../thread/perform.js';
import { openMenu } from '../../parts/menu.js';

const PILLS = /** @type {const} */ (['mine', 'unassigned', 'open']);

/**
 * Views, order and filter as menus.
 * @param {object} host
 * @param {import('../../store/desk.js').Desk} host.desk
 * @param {(view: import('../../store/rows.js').View) => void} host.showView
 * @param {import('../../signals.js').Signal<boolean>} host.choosing
 * @param {import('./list.js').State} host.here
 * @param {(id: string | null) => void} host.aimAt
 * @param {() => void} host.edit   goes to where views are made
 */
export function createMenus({ desk, showView, choosing, here, aimAt, edit }) {
  /** @param {import('../../store/rows.js').View} view */
  const countOf = (view) => desk.cache.counts?.[view] ?? '';
  /** @param {string} title @param {boolean} shared */
  const saved = (title, shared) => ({
    label: title,
    items: desk.views.all
      .filter((view) => view.shared === shared && !asksTickets(view.filter))
      .map((view) => {
        const id = /** @type {import('../../store/rows.js').View} */ (view.id);
        if (!view.filter) return { label: view.name, hint: t('inbox.view_broken'), mark: html`<span class="failed">${icon('circle-alert')}</span>`, run: edit };
        return { label: view.name, hint: String(countOf(id)), checked: id === desk.list.view, run: () => showView(id) };
      }),
  });
  /** @param {Event} event */
  const viewsMenu = (event) => {
    const offered = VIEWS.filter((view) => (view !== 'snoozed' && view !== 'bot') || view === desk.list.view || countOf(view));
    openMenu(/** @type {HTMLElement} */ (event.currentTarget), t('inbox.views'), [
      {
        items: offered.map((view) => ({
          label: t(`inbox.view_${view}`),
          hint: String(countOf(view)),
          checked: view === desk.list.view,
          run: () => showView(view),
        })),
      },
      saved(t('inbox.views_team'), true),
      saved(t('inbox.views_own'), false),
      { items: [{ label: t('inbox.views_edit'), mark: icon('list-filter'), run: edit }, { label: t('inbox.choose_many'), hint: 'X', mark: icon('list-checks'), run: () => (choosing.value = true) }] },
    ]);
  };
  /** @param {FieldEvent} event */
  const sortMenu = (event) =>
    openMenu(event.currentTarget, t('inbox.sort'), [
      {
        items: /** @type {const} */ (['waiting', 'newest', 'due']).map((sort) => ({
          label: t(`inbox.sort_${sort}`),
          checked: desk.list.sort === sort,
          run: () => again({ sort }),
        })),
      },
    ]);
  /** @param {FieldEvent} event */
  const filterMenu = ({ currentTarget: anchor }) =>
    windows.use(({ openPicker }) => openPicker(anchor, {
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
    }), desk.failed);
  /** @param {{sort?:import('../../store/rows.js').Sort, label?:string|null}} how */
  const again = (how) => {
    here.scroller?.scrollTo(0, 0);
    aimAt(null);
    desk.arrangeBy(how);
  };

  return { viewsMenu, sortMenu, filterMenu, countOf, again };
}

/**
 * The head of the list, and what stands there while rows are chosen.
 * @param {object} host
 * @param {import('../../store/desk.js').Desk} host.desk
 * @param {(event: Event) => void} host.viewsMenu
 * @param {(event:FieldEvent) => void} host.sortMenu
 * @param {(event:FieldEvent) => void} host.filterMenu
 * @param {(view: import('../../store/rows.js').View) => void} host.showView
 * @param {(view: import('../../store/rows.js').View) => number | ''} host.countOf
 * @param {(how: { sort?: import('../../store/rows.js').Sort | undefined; label?: string | null | undefined; }) => void} host.again
 * @param {() => number | null} host.all
 * @param {import('../../signals.js').Signal<boolean>} host.choosing
 * @param {() => Promise<void>} host.chooseAll
 * @param {() => void} host.endChoosing
 */
export function createHeads({ desk, viewsMenu, sortMenu, filterMenu, showView, countOf, again, all, choosing, chooseAll, endChoosing }) {
  const header = () => {
    const view = desk.list.view;
    /** @type {import('../../store/rows.js').View[]} */
    const usual = countOf('bot') ? [...PILLS, 'bot'] : [...PILLS];
    const pills = usual.includes(view) ? usual : [...usual, view];
    return html`<header class="list-head">
      <h2>
        <button class="title-button" aria-haspopup="menu" aria-expanded="false" @click=${viewsMenu}>
          ${t('rail.inbox')}${icon('chevron-down', 18)}
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
            ${isSaved(one) ? desk.views.get(one)?.name : t(`inbox.view_${one}`)} <span class="count">${countOf(one)}</span>
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
  /** More than can be chosen one by one: a second press takes the whole view. */
  const hasMore = () => desk.selection.size >= SELECTED_MAX && desk.list.page.cursor !== null;
  const allWords = () => {
    if (hasMore()) return t('inbox.choose_whole');
    const count = all();
    if (count === null) return t('inbox.choose_every');
    return count > SELECTED_MAX ? t('inbox.choose_first', { count: SELECTED_MAX }) : t('inbox.choose_all', { count });
  };
  /** What can be done to everything that is ticked. */
  const bulk = () => {
    const count = desk.selection.size;
    if (count === 0 && !choosing.value) return nothing;
    const view = desk.list.view;
    /** @param {import('../../parts/icons.js').IconName} shape @param {string} label @param {string} key @param {(event:FieldEvent) => void} run @param {boolean} menu */
    const action = (shape, label, key, run, menu) =>
      html`<button class="bulk-action" ?disabled=${count === 0} aria-haspopup=${menu ? 'menu' : nothing} @click=${run}>
        ${icon(shape, 18)}<span>${t(label)} <kbd class="no-phone" aria-hidden="true">${key}</kbd></span>
      </button>`;
    return html`<div class="bulk" role="toolbar" aria-label=${t('inbox.bulk')}>
      <p>
        <b role="status">${desk.selection.whole ? t('inbox.whole') : plural('inbox.chosen', count)}</b>
        ${desk.selection.whole ? nothing : html`<button class="text-button" @click=${() => (hasMore() ? desk.selection.takeWhole() : chooseAll())}>${allWords()}</button>`}
        <button class="text-button" @click=${endChoosing}>${t('inbox.choose_none')}</button>
      </p>
      <div>
        ${action('user-plus', 'inbox.bulk_assign', 'A', (event) => assignMenu(desk, event.currentTarget), true)}
        ${action('tag', 'inbox.bulk_label', 'T', (event) => labelMenu(desk, event.currentTarget), true)}
        ${view === 'closed'
          ? action('rotate-ccw', 'thread.reopen', 'E', () => perform(desk, desk.selection.ids, 'reopen'), false)
          : html`${action('alarm-clock', 'thread.snooze', 'Z', (event) => snoozeMenu(desk, event.currentTarget), true)}
            ${action('flag', 'thread.priority', 'P', (event) => priorityMenu(desk, event.currentTarget), true)}
            ${action('check', 'thread.close', 'E', () => perform(desk, desk.selection.ids, 'close'), false)}`}
      </div>
    </div>`;
  };

  return { bulk, header };
}
