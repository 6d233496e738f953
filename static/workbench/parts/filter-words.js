/**
 * Filters in words and as the builder works on them: which fields there are, how each is compared, what a condition says. Plain JS
 * without a DOM. A filter is `{all: […]}`, `{any: […]}` or a condition `{field, op, value}`.
 *
 * @typedef {{field:string, op:string, value:any}} Condition
 * @typedef {{all:Filter[]} | {any:Filter[]} | Condition} Filter
 * @typedef {{value:string, label:string}} Choice
 * @typedef {Record<string, Choice[]>} Choices  what there is to choose, by field
 * @typedef {(key:string, values?:Record<string, string|number>) => string} Words
 */

/** What the values of a field are. @type {Record<string, 'choice'|'text'|'set'|'time'|'yes'>} */
const TYPES = {
  state: 'choice',
  agent: 'choice',
  team: 'choice',
  priority: 'choice',
  channel: 'choice',
  kind: 'choice',
  status: 'choice',
  category: 'choice',
  type: 'choice',
  language: 'choice',
  widget: 'choice',
  chosen_team: 'choice',
  label: 'set',
  waiting_ms: 'time',
  idle_ms: 'time',
  age_ms: 'time',
  due_in_ms: 'time',
  verified: 'yes',
  hours_open: 'yes',
  returning: 'yes',
  page: 'text',
};
/** How each kind is compared. */
const OPS = {
  choice: ['is', 'is_not', 'in', 'not_in'],
  text: ['contains', 'contains_not', 'is', 'is_not', 'in', 'not_in'],
  set: ['has', 'has_not', 'has_any'],
  time: ['more_than', 'less_than'],
  yes: ['is'],
};
/** Of one of these a conversation may have none. */
const OPTIONAL = ['agent', 'team', 'type', 'language', 'widget', 'chosen_team', 'page'];
const SEVERAL = ['in', 'not_in', 'has_any'];
const ATTRIBUTE = 'attribute:';
export const CONDITIONS_MAX = 30;
/** @type {[string, number][]} */
const UNITS = [
  ['days', 86_400_000],
  ['hours', 3_600_000],
  ['minutes', 60_000],
  ['seconds', 1_000],
];

/** @param {string} field */
export const typeOf = (field) => (field.startsWith(ATTRIBUTE) ? 'text' : (TYPES[field] ?? 'text'));
/** @param {string} field */
export const opsOf = (field) => OPS[typeOf(field)];
/** @param {string} field */
export const mayBeNone = (field) => OPTIONAL.includes(field) || field.startsWith(ATTRIBUTE);
/** @param {string} op */
export const takesSeveral = (op) => SEVERAL.includes(op);
/** The name of an attribute; null where the field is none. @param {string} field */
export const attributeOf = (field) => (field.startsWith(ATTRIBUTE) ? field.slice(ATTRIBUTE.length) : null);
/** @param {string} name */
export const attributeNamed = (name) => ATTRIBUTE + name;

/** A number and the largest unit in which it is whole. @param {number} ms @returns {{count:number, unit:string}} */
export function inUnits(ms) {
  const found = UNITS.find(([, size]) => ms !== 0 && ms % size === 0) ?? UNITS[2];
  return { count: ms / found[1], unit: found[0] };
}
/** @param {number} count @param {string} unit */
export const inMs = (count, unit) => Math.round(count * (UNITS.find(([name]) => name === unit)?.[1] ?? 60_000));
export const UNIT_NAMES = UNITS.map(([name]) => name).reverse();

/** A condition on a field, as it begins. @param {string} field @param {Choices} choices @param {string} [op] @returns {Condition} */
export function begin(field, choices, op = opsOf(field)[0]) {
  const first = choices[field]?.[0]?.value ?? '';
  const values = { choice: first, text: '', set: first, time: 300_000, yes: true };
  const value = values[typeOf(field)];
  return { field, op, value: takesSeveral(op) ? (value === '' ? [] : [value]) : value };
}

/** The same condition compared in another way; what was chosen stays where it fits. @param {Condition} condition @param {string} op @returns {Condition} */
export function comparedBy({ field, op: before, value }, op) {
  const was = takesSeveral(before);
  if (was === takesSeveral(op)) return { field, op, value };
  if (was) return { field, op, value: value[0] ?? '' };
  return { field, op, value: value === '' ? [] : [value] };
}

/** Whether it is a group, and of which kind. @param {any} filter @returns {'all'|'any'|null} */
export const modeOf = (filter) => (filter?.all ? 'all' : filter?.any ? 'any' : null);
/** @param {any} filter @returns {Filter[]} */
export const itemsOf = (filter) => filter.all ?? filter.any ?? [filter];
/** @param {'all'|'any'} mode @param {Filter[]} items @returns {Filter} */
export const group = (mode, items) => /** @type {any} */ ({ [mode]: items });
/** How many conditions there are. @param {Filter} filter @returns {number} */
export const countOf = (filter) => (modeOf(filter) ? itemsOf(filter).reduce((sum, one) => sum + countOf(one), 0) : 1);

/** Whether the builder can show it: another version may have written what this one does not know. @param {any} filter @returns {boolean} */
export function isReadable(filter) {
  const mode = modeOf(filter);
  if (mode) return Array.isArray(filter[mode]) && filter[mode].every(isReadable);
  return typeof filter?.field === 'string' && typeof filter.op === 'string' && (filter.field in TYPES || attributeOf(filter.field) !== null);
}

/** @param {string} field @param {Words} t */
export function fieldName(field, t) {
  const attribute = attributeOf(field);
  return attribute === null ? t(`filters.field_${field}`) : t('filters.attribute_named', { name: attribute });
}

/** @param {Condition} condition @param {unknown} value @param {Choices} choices @param {Words} t */
function valueName({ field }, value, choices, t) {
  if (value === null) return t('filters.none');
  if (typeof value === 'boolean') return t(field === 'hours_open' ? `filters.open_${value}` : `filters.${value}`);
  if (typeof value === 'number') {
    const { count, unit } = inUnits(value);
    return t(`filters.in_${unit}`, { count });
  }
  return choices[field]?.find((one) => one.value === value)?.label ?? t('filters.quoted', { text: String(value) });
}

/** A name inside a sentence: what has capital letters begins with a small one there. @param {string} name */
const inside = (name) => name.charAt(0).toLowerCase() + name.slice(1);

/** A filter as a sentence without its end. @param {any} filter @param {Choices} choices @param {Words} t @returns {string} */
export function sentence(filter, choices, t) {
  const mode = modeOf(filter);
  if (mode) {
    const parts = itemsOf(filter).map((one) => (modeOf(one) ? t('filters.bracket', { text: sentence(one, choices, t) }) : sentence(one, choices, t)));
    return parts.length === 0 ? t('filters.everything') : parts.join(t(mode === 'all' ? 'filters.and' : 'filters.or'));
  }
  if (typeof filter?.field !== 'string') return t('filters.unreadable');
  const values = Array.isArray(filter.value) ? filter.value : [filter.value];
  const names = values.map((/** @type {unknown} */ value) => valueName(filter, value, choices, t));
  const how = typeof filter.value === 'boolean' && filter.field !== 'hours_open' ? 'filters.says_yes' : 'filters.says';
  return t(how, { field: inside(fieldName(filter.field, t)), op: t(`filters.op_${filter.op}`), value: names.join(t('filters.comma')) });
}
