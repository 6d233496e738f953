/**
 * The builder of a filter: conditions that all hold, or one of them, in groups two deep. It shows what it is given and says what it
 * shall be; whoever uses it keeps it.
 */
import { html, live, nothing } from '../lit.js';
import { t } from '../app/texts.js';
import { segments, select } from './choices.js';
import { icon } from './icons.js';
import * as words from './filter-words.js';

/** @typedef {import('./filter-words.js').Filter} Filter */
/** @typedef {import('./filter-words.js').Condition} Condition */
/** @typedef {(next:Filter) => void} Sets */

/** The value under which a choice holds "none"; nothing else is a single space. */
const NONE = ' ';

/**
 * @typedef {object} Host
 * @property {string} id               unlike that of any other builder on the page
 * @property {string[]} fields         those that are offered; `attribute:` for one by its name
 * @property {import('./filter-words.js').Choices} choices
 * @property {(path:string) => string|undefined} [complaint]  what is wrong, by the path of the condition
 */

/** What a condition is compared with. @param {import('./filter-words.js').Choices} choices */
function createValues(choices) {
  /** @param {string} field */
  const options = (field) => {
    const all = choices[field] ?? [];
    return words.mayBeNone(field) ? [...all, { value: NONE, label: t('filters.none') }] : all;
  };
  /** @param {Condition} condition @param {string} key @param {Sets} set */
  const several = (condition, key, set) => {
    /** @type {(string|null)[]} */ const values = condition.value;
    const add = (/** @type {string} */ value) => value !== '' && set({ ...condition, value: [...new Set([...values, value === NONE ? null : value])] });
    const named = (/** @type {string|null} */ value) => options(condition.field).find((one) => one.value === (value ?? NONE))?.label ?? value ?? '';
    const left = options(condition.field).filter((one) => !values.includes(one.value === NONE ? null : one.value));
    return html`<span class="filter-values">
      ${values.map(
        (value, i) =>
          html`<span class="chip">${named(value)}<button type="button" class="chip-off" aria-label=${t('filters.take_out', { name: named(value) })} @click=${() => set({ ...condition, value: values.toSpliced(i, 1) })}>${icon('x', 12)}</button></span>`,
      )}
      ${choices[condition.field]
        ? select(`${key}-add`, [{ value: '', label: t('filters.add_value') }, ...left], '', add, t('filters.add_value'))
        : html`<input
            class="input"
            aria-label=${t('filters.add_value')}
            placeholder=${t('filters.add_value')}
            @change=${(/** @type {FieldEvent} */ event) => {
              add(event.target.value.trim());
              event.target.value = '';
            }}
          />`}
    </span>`;
  };
  /** @param {Condition} condition @param {string} key @param {Sets} set */
  const duration = (condition, key, set) => {
    const { count, unit } = words.inUnits(condition.value);
    return html`<input
        class="input number"
        type="number"
        min="0"
        aria-label=${t('filters.value')}
        .value=${live(String(count))}
        @change=${(/** @type {FieldEvent} */ event) => set({ ...condition, value: words.inMs(Math.max(0, Number(event.target.value) || 0), unit) })}
      />${select(
        `${key}-unit`,
        words.UNIT_NAMES.map((name) => ({ value: name, label: t(`filters.unit_${name}`) })),
        unit,
        (next) => set({ ...condition, value: words.inMs(count, next) }),
        t('filters.unit'),
      )}`;
  };
  /** @param {Condition} condition @param {string} key @param {Sets} set */
  const value = (condition, key, set) => {
    const { field, op, value: held } = condition;
    const take = (/** @type {string} */ next) => set({ ...condition, value: next === NONE ? null : next });
    if (words.takesSeveral(op)) return several(condition, key, set);
    if (words.typeOf(field) === 'time') return duration(condition, key, set);
    if (words.typeOf(field) === 'yes') {
      const named = (/** @type {boolean} */ yes) => ({ value: String(yes), label: t(field === 'hours_open' ? `filters.open_${yes}` : `filters.${yes}`) });
      return select(`${key}-value`, [named(true), named(false)], String(held), (next) => set({ ...condition, value: next === 'true' }), t('filters.value'));
    }
    if (choices[field]) {
      const there = options(field);
      const shown = held ?? NONE;
      const known = there.some((one) => one.value === shown) ? there : [{ value: shown, label: held || t('filters.choose') }, ...there];
      return select(`${key}-value`, known, shown, take, t('filters.value'));
    }
    return html`<input class="input" aria-label=${t('filters.value')} maxlength="200" .value=${live(held ?? '')} @input=${(/** @type {FieldEvent} */ event) => take(event.target.value)} />`;
  };
  return value;
}

/** One condition. @param {Host} host */
function createRow({ id, fields, choices, complaint = () => undefined }) {
  const value = createValues(choices);
  /** @param {Condition} condition @param {string} path @param {Sets} set @param {() => void} remove */
  const row = (condition, path, set, remove) => {
    const key = `${id}-${path.replace(/\W+/g, '-')}`;
    const attribute = words.attributeOf(condition.field);
    const shown = attribute === null ? condition.field : 'attribute:';
    const offered = fields.includes(shown) ? fields : [...fields, shown];
    const wrong = complaint(path);
    return html`<li class="filter-row">
      ${select(
        `${key}-field`,
        offered.map((field) => ({ value: field, label: field === 'attribute:' ? t('filters.attribute') : words.fieldName(field, t) })),
        shown,
        (field) => set(words.begin(field, choices)),
        t('filters.field'),
      )}
      ${attribute === null
        ? nothing
        : html`<input class="input" aria-label=${t('filters.attribute_name')} placeholder=${t('filters.attribute_name')} maxlength="40" .value=${live(attribute)} @input=${(/** @type {FieldEvent} */ event) => set({ ...condition, field: words.attributeNamed(event.target.value) })} />`}
      ${select(
        `${key}-op`,
        words.opsOf(condition.field).map((op) => ({ value: op, label: t(`filters.op_${op}`) })),
        condition.op,
        (op) => set(words.comparedBy(condition, op)),
        t('filters.op'),
      )}
      <span class="filter-value">${value(condition, key, set)}</span>
      <button type="button" class="icon-button" aria-label=${t('filters.remove')} @click=${remove}>${icon('x')}</button>
      ${wrong ? html`<p class="field-error" role="alert">${wrong}</p>` : nothing}
    </li>`;
  };
  return row;
}

/** @param {Host} host */
export function filterBuilder(host) {
  const { fields, choices } = host;
  const row = createRow(host);
  /** @param {Filter} filter @param {string} path @param {Sets} set @param {(() => void)|null} remove @param {number} room @returns {unknown} */
  const groupOf = (filter, path, set, remove, room) => {
    const mode = words.modeOf(filter) ?? 'all';
    const items = words.itemsOf(filter);
    const setItem = (/** @type {number} */ i) => (/** @type {Filter} */ next) => set(words.group(mode, items.with(i, next)));
    const add = (/** @type {Filter} */ next) => set(words.group(mode, [...items, next]));
    const condition = () => words.begin(fields[0], choices);
    return html`<div class="filter-group" role="group" aria-label=${t(`filters.${mode}`)}>
      <div class="filter-head">
        ${items.length > 1
          ? segments(
              t('filters.how'),
              [
                { value: 'all', label: t('filters.all') },
                { value: 'any', label: t('filters.any') },
              ],
              mode,
              (next) => set(words.group(next === 'any' ? 'any' : 'all', items)),
            )
          : nothing}
        ${remove ? html`<button type="button" class="icon-button" aria-label=${t('filters.remove_group')} @click=${remove}>${icon('x')}</button>` : nothing}
      </div>
      <ul class="filter-rows">
        ${items.map((one, i) => {
          const at = `${path}${path ? '.' : ''}${mode}[${i}]`;
          const gone = () => {
            const left = items.toSpliced(i, 1);
            if (left.length === 0 && remove) remove();
            else set(words.group(left.length === 0 ? 'all' : mode, left));
          };
          return words.modeOf(one)
            ? html`<li>${groupOf(one, at, setItem(i), gone, room)}</li>`
            : row(/** @type {Condition} */ (one), at, setItem(i), gone);
        })}
      </ul>
      ${room > 0
        ? html`<div class="set-actions">
            <button type="button" class="text-button" @click=${() => add(condition())}>${t('filters.add')}</button>
            ${remove ? nothing : html`<button type="button" class="text-button" @click=${() => add(words.group(mode === 'all' ? 'any' : 'all', [condition()]))}>${t('filters.add_group')}</button>`}
          </div>`
        : nothing}
    </div>`;
  };
  /** @param {Filter} filter @param {Sets} set */
  return (filter, set) => groupOf(filter, '', set, null, words.CONDITIONS_MAX - words.countOf(filter));
}
