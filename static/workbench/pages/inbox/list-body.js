/** The body of the list: rows in their groups, or why there are none. */
import { isSaved } from '../../store/rows.js';
import { icon } from '../../parts/icons.js';
import { html, nothing } from '../../lit.js';
import { repeat } from '../../lit-repeat.js';
import { contactName } from '../../parts/people.js';
import { within } from '../../store/sections.js';
import { t } from '../../app/texts.js';
import { emptyView } from './empty.js';
import { rowTools, rowView } from './row.js';

/** Pixels above and below the window that are rendered too. */
const MARGIN = 360;

/**
 * The rows, in their groups, or why there are none.
 * @param {object} host
 * @param {import('../../store/desk.js').Desk} host.desk
 * @param {import('../../app/ui.js').Ui} host.ui
 * @param {() => any} host.laid
 * @param {import('../../signals.js').Signal<{ top: number; height: number; }>} host.stretch
 * @param {import('./list.js').State} host.here
 * @param {import('../../signals.js').Signal<boolean>} host.choosing
 * @param {{value:string|null}} host.pointed
 */
export function createBody({ desk, ui, laid, stretch, here, choosing, pointed }) {
  /** @param {import('../../store/rows.js').Group} group */
  const groupCount = (group) => {
    const counts = desk.cache.counts;
    if (!counts) return '';
    const [open, waiting] = [counts.open ?? 0, counts.waiting ?? 0];
    return group === 'us' ? waiting : open - waiting;
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
    if (desk.cache.counts?.all === 0) return html`<h3 class="lone-head">${t('inbox.group_us')} <span class="count">0</span></h3>${ui.phone.value ? emptyView(desk) : skeleton()}`;
    return html`<p class="list-note">${t(`inbox.empty_${isSaved(desk.list.view) ? 'saved' : desk.list.view}`)}</p>`;
  };
  const body = () => {
    const { sections, height } = laid();
    const { top, height: tall } = stretch.value;
    const near = within(sections, top - MARGIN, top + tall + MARGIN);
    const now = ui.now.value;
    const count = desk.list.page.cursor ? -1 : desk.list.shown.length;
    const focus = here.focused ?? desk.openId ?? desk.list.shown[0]?.id;
    const tabbed = desk.list.shown.some((place) => place.id === focus) ? focus : desk.list.shown[0]?.id;
    return html`<div class="list-space ${choosing.value || desk.selection.size ? 'choosing' : ''}" .style=${`height:${height}px`}>
      ${repeat(
        near.filter((/** @type {any} */ section) => section.kind === 'head'),
        (/** @type {import('../../store/sections.js').Section} */ section) => section.key,
        (/** @type {import('../../store/sections.js').Section} */ section) =>
          section.kind === 'head' &&
          html`<h3 class="group-head" .style=${`transform:translateY(${section.top}px)`}>
            ${t(`inbox.group_${section.group}`)} <span class="count">${groupCount(section.group)}</span>
          </h3>`,
      )}
      <div role="list" aria-label=${t('inbox.list')}>
        ${repeat(
          near.filter((/** @type {any} */ section) => section.kind === 'row'),
          (/** @type {import('../../store/sections.js').Section} */ section) => section.key,
          (/** @type {import('../../store/sections.js').Section} */ section) => {
            const row = section.kind === 'row' && desk.cache.rows.get(section.id);
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

  return { body, emptyWords };
}
