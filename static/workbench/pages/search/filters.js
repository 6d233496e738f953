/** Operators as buttons below the field: each begins one, whose values the field then offers; those that have one value are switches. */
import { html, nothing } from '../../lit.js';
import { t } from '../../app/texts.js';
import { icon } from '../../parts/icons.js';
import { openMenu } from '../../parts/menu.js';
import { days } from './choices.js';

/** @typedef {import('./query.js').Chip} Chip */
/** @typedef {import('./query.js').Operator} Operator */

const BEGUN = /** @type {const} */ (['from', 'tag', 'agent', 'team', 'channel']);

/**
 * @param {object} host
 * @param {import('./choices.js').Choices} host.choices
 * @param {() => Chip[]} host.chips
 * @param {(chip:Chip) => void} host.add
 * @param {(chips:Chip[]) => void} host.take   in the place of all of them
 * @param {(op:Operator) => void} host.begin   its value is chosen in the field
 * @param {boolean} host.tickets
 */
export function createFilters({ choices, chips, add, take, begin, tickets }) {
  /** @param {HTMLElement} anchor */
  const pickDays = (anchor) => {
    const since = chips().find((chip) => chip.op === 'after')?.value;
    openMenu(anchor, t('search.when'), [
      { items: days(Date.now()).map(({ value, label, hint }) => ({ label, hint, checked: value === since, run: () => add({ op: 'after', value }) })) },
      { items: /** @type {const} */ (['after', 'before']).map((op) => ({ label: t(`search.days_${op}`), run: () => setTimeout(() => begin(op)) })) },
    ]);
  };
  /** @param {'in'|'has'} op @param {string} value */
  const toggle = (op, value) => {
    const on = chips().some((chip) => chip.op === op && chip.value === value);
    return html`<button
      type="button"
      class="ask-filter"
      id="filter-${op}"
      aria-pressed=${on}
      @click=${() => (on ? take(chips().filter((chip) => chip.op !== op)) : add({ op, value }))}
    >
      ${t(`search.only_${value}`)}
    </button>`;
  };

  return () => html`<div class="ask-filters" role="group" aria-label=${t('search.filters')}>
    ${BEGUN.map((op) =>
      choices.all(op).length > 0 ? html`<button type="button" class="ask-filter" id="filter-${op}" @click=${() => begin(op)}>${t(`search.op_${op}`)}</button>` : nothing,
    )}
    <button type="button" class="ask-filter" id="filter-when" aria-haspopup="menu" aria-expanded="false" @click=${(/** @type {FieldEvent} */ event) => pickDays(event.currentTarget)}>
      ${t('search.when')}${icon('chevron-down', 14)}
    </button>
    ${toggle('has', 'file')} ${tickets ? toggle('in', 'ticket') : nothing}
  </div>`;
}
