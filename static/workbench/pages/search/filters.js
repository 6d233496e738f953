/** Operators as buttons below the field: each opens what it can be given, and leaves a chip. */
import { html, nothing } from '../../lit.js';
import { t } from '../../app/texts.js';
import { icon } from '../../parts/icons.js';
import { openMenu } from '../../parts/menu.js';
import { openPicker } from '../../parts/picker.js';
import { closePopup, openPopup } from '../../parts/popup.js';
import { days } from './choices.js';
import { ONLY } from './query.js';

/** @typedef {import('./query.js').Chip} Chip */
/** @typedef {import('./query.js').Operator} Operator */

const PICKED = /** @type {const} */ (['from', 'tag', 'agent', 'team', 'channel']);

/** Two days, of which one may be left out. @param {HTMLElement} anchor @param {Chip[]} chips @param {(chips:Chip[]) => void} take */
function askDays(anchor, chips, take) {
  const now = (/** @type {'after'|'before'} */ op) => chips.find((chip) => chip.op === op)?.value ?? '';
  openPopup(
    anchor,
    t('search.when'),
    () => html`<form
      class="popup-form"
      @submit=${(/** @type {SubmitEvent & {target: HTMLFormElement}} */ event) => {
        event.preventDefault();
        const given = new FormData(event.target);
        closePopup();
        take([...chips.filter(({ op }) => op !== 'after' && op !== 'before'), .../** @type {const} */ (['after', 'before']).flatMap((op) => (given.get(op) ? [{ op, value: String(given.get(op)) }] : []))]);
      }}
    >
      ${/** @type {const} */ (['after', 'before']).map(
        (op) => html`<label for="search-${op}">${t(`search.op_${op}`)}</label><input id="search-${op}" name=${op} type="date" .value=${now(op)} />`,
      )}
      <button class="button primary">${t('search.narrow')}</button>
    </form>`,
  );
}

/**
 * @param {object} host
 * @param {import('./choices.js').Choices} host.choices
 * @param {() => Chip[]} host.chips
 * @param {(chip:Chip) => void} host.add
 * @param {(chips:Chip[]) => void} host.take   in the place of all of them
 * @param {boolean} host.tickets
 */
export function createFilters({ choices, chips, add, take, tickets }) {
  /** @param {HTMLElement} anchor @param {Operator} op */
  const pick = (anchor, op) =>
    openPicker(anchor, {
      label: t(`search.op_${op}`),
      placeholder: t(`search.find_${op}`),
      nothing: t('search.find_nothing'),
      options: (query) =>
        choices
          .all(op)
          .filter(({ label }) => label.toLowerCase().includes(query.toLowerCase()))
          .map(({ value, label }) => ({ id: value, label, checked: chips().some((chip) => chip.op === op && chip.value === value) })),
      choose: ({ id }) => add({ op, value: id }),
      // A customer's name is nobody's list.
      create: op === 'from' ? { label: (query) => t('search.from_named', { name: query }), run: (value) => add({ op, value }) } : undefined,
    });
  /** @param {HTMLElement} anchor */
  const pickDays = (anchor) => {
    const since = chips().find((chip) => chip.op === 'after')?.value;
    openMenu(anchor, t('search.when'), [
      { items: days(Date.now()).map(({ value, label, hint }) => ({ label, hint, checked: value === since, run: () => add({ op: 'after', value }) })) },
      { items: [{ label: t('search.days'), run: () => setTimeout(() => askDays(anchor, chips(), take)) }] },
    ]);
  };
  /** @param {string} id @param {string} label @param {(event:FieldEvent) => void} run @param {'menu'|'dialog'} kind */
  const button = (id, label, run, kind) =>
    html`<button type="button" class="ask-filter" id="filter-${id}" aria-haspopup=${kind} aria-expanded="false" @click=${run}>${label}${icon('chevron-down', 14)}</button>`;
  /** @param {'in'|'has'} op */
  const toggle = (op) => {
    const on = chips().some((chip) => chip.op === op);
    return html`<button
      type="button"
      class="ask-filter"
      id="filter-${op}"
      aria-pressed=${on}
      @click=${() => (on ? take(chips().filter((chip) => chip.op !== op)) : add({ op, value: String(ONLY[op]) }))}
    >
      ${t(`search.only_${op}`)}
    </button>`;
  };

  return () => html`<div class="ask-filters" role="group" aria-label=${t('search.filters')}>
    ${PICKED.map((op) => (choices.all(op).length > 0 || op === 'from' ? button(op, t(`search.op_${op}`), (event) => pick(event.currentTarget, op), 'dialog') : nothing))}
    ${button('when', t('search.when'), (event) => pickDays(event.currentTarget), 'menu')} ${toggle('has')} ${tickets ? toggle('in') : nothing}
  </div>`;
}
