/**
 * SLA policies as the page works on them. Plain JS without a DOM: times as people write them, what a policy says, what is missing.
 *
 * @typedef {'first'|'next'|'solution'} Kind
 * @typedef {Record<string, number|null>} Limits   milliseconds by priority
 * @typedef {{at:string, do:string, priority?:string, team_id?:string}} Step
 * @typedef {object} Policy
 * @property {string} key      unlike any other's, kept while the page is open
 * @property {string} [id]     left out of a new one
 * @property {number} [version]
 * @property {boolean} [unreadable]
 * @property {string} name
 * @property {any} when
 * @property {string|null} calendar_id
 * @property {Record<Kind, Limits>} targets
 * @property {number} warn_percent
 * @property {boolean} pause_for_customer
 * @property {Step[]} steps
 *
 * @typedef {import('../../parts/filter-words.js').Words} Words
 * @typedef {import('../../parts/filter-words.js').Choices} Choices
 */
import { sentence } from '../../parts/filter-words.js';

export const NAME_CHARS = 60;
export const STEPS_MAX = 10;
export const POLICIES_MAX = 50;
/** @type {Kind[]} */
export const KINDS = ['first', 'next', 'solution'];
export const PRIORITIES = ['urgent', 'high', 'normal', 'low'];
export const ACTIONS = ['tell_agent', 'tell_supervisors', 'set_priority', 'set_team'];

/** @type {[string, number][]} */
const UNITS = [
  ['days', 86_400_000],
  ['hours', 3_600_000],
  ['minutes', 60_000],
  ['seconds', 1_000],
];

/**
 * A time as somebody wrote it: `90`, `2 min`, `1 h 30`, `1.5 h`. A number alone is minutes, one behind another unit the next
 * smaller one. null where it is empty, NaN where it is no time.
 * @param {string} text @param {Words} t knows how units are spelled @returns {number|null}
 */
export function spanOf(text, t) {
  const isUnit = (/** @type {string} */ name, /** @type {string} */ word) => t(`settings_sla.spelled_${name}`).split(' ').includes(word.toLowerCase());
  const rest = text.trim().replaceAll('\uff0c', ' ').replaceAll(',', '.');
  if (rest === '') return null;
  let [ms, last, at] = [0, 1, 0];
  for (const found of rest.matchAll(/\s*(\d+(?:\.\d+)?)\s*([a-z\u4e00-\u9fff]*)/gi)) {
    if (found.index !== at) return Number.NaN;
    at += found[0].length;
    const unit = found[2] ? UNITS.findIndex(([name]) => isUnit(name, found[2])) : ms ? last + 1 : 2;
    if (!UNITS[unit]) return Number.NaN;
    ms += Number(found[1]) * UNITS[unit][1];
    last = unit;
  }
  return at === rest.length && ms > 0 ? Math.round(ms) : Number.NaN;
}

/** The same in words, largest unit first. @param {number|null} ms @param {Words} t */
export function spanText(ms, t) {
  if (ms === null) return '';
  let rest = ms;
  /** @type {string[]} */ const parts = [];
  for (const [name, size] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count) parts.push(t(`settings_sla.${name}`, { count }));
  }
  return parts.join(' ');
}

/** One as it came. @param {any} policy @returns {Policy} */
export const toDraft = ({ changed_at: _at, ...policy }) => ({ ...policy, key: policy.id });

/** What the desk takes of it. @param {Policy} policy */
export const toDesk = ({ key: _key, id: _id, version: _version, unreadable: _unreadable, ...policy }) => ({ ...policy, name: policy.name.trim() });

/** @param {number} ms @returns {Limits} */
const forAll = (ms) => Object.fromEntries(PRIORITIES.map((priority) => [priority, ms]));
const nothing = () => /** @type {Limits} */ (Object.fromEntries(PRIORITIES.map((priority) => [priority, null])));

/** A policy to start from: the first answer within two minutes while the shop is open. @param {string|null} calendar_id @param {string} name @param {string} key @returns {Policy} */
export const begun = (calendar_id, name, key) => ({
  key,
  name,
  when: { all: [] },
  calendar_id,
  targets: { first: forAll(120_000), next: nothing(), solution: nothing() },
  warn_percent: 75,
  pause_for_customer: true,
  steps: [
    { at: 'warned', do: 'tell_agent' },
    { at: 'broken', do: 'tell_supervisors' },
  ],
});

/** A step that does something else; what it needs begins with the first there is. @param {Step} step @param {string} action @param {Choices} choices @returns {Step} */
export function doing(step, action, choices) {
  const { at } = step;
  if (action === 'set_priority') return { at, do: action, priority: 'urgent' };
  if (action === 'set_team') return { at, do: action, team_id: choices.team?.[0]?.value ?? '' };
  return { at, do: action };
}

/** What it promises, in words. @param {Policy} policy @param {Choices} choices @param {Words} t */
export function says(policy, choices, t) {
  const promises = KINDS.flatMap((kind) => {
    const given = PRIORITIES.flatMap((priority) => policy.targets[kind][priority] ?? []);
    if (given.length === 0) return [];
    const [least, most] = [Math.min(...given), Math.max(...given)];
    const time = least === most ? spanText(least, t) : t('settings_sla.from_to', { from: spanText(least, t), to: spanText(most, t) });
    return [t(`settings_sla.says_${kind}`, { time })];
  });
  const calendar = choices.calendar?.find((one) => one.value === policy.calendar_id)?.label;
  const when = sentence(policy.when, choices, t);
  const what = promises.join(t('filters.comma'));
  return t(policy.calendar_id ? 'settings_sla.says_in' : 'settings_sla.says', { when, what, calendar: calendar ?? '' });
}

/** What is missing, by the path that the desk would name. @param {Policy[]} policies @returns {Record<string, 'name'|'time'|'targets'>} */
export function missing(policies) {
  /** @type {Record<string, 'name'|'time'|'targets'>} */ const found = {};
  for (const [i, policy] of policies.entries()) {
    if (policy.unreadable) continue;
    if (!policy.name.trim()) found[`policies[${i}].name`] = 'name';
    let some = false;
    for (const kind of KINDS) {
      for (const priority of PRIORITIES) {
        const ms = policy.targets[kind][priority];
        some ||= ms !== null;
        if (Number.isNaN(ms)) found[`policies[${i}].targets.${kind}.${priority}`] = 'time';
      }
    }
    if (!some) found[`policies[${i}].targets`] = 'targets';
  }
  return found;
}

/** Which policy a complaint is about; -1 for none. @param {Record<string, unknown>} errors */
export function wrongPolicy(errors) {
  const found = Object.keys(errors).map((key) => /^policies\[(\d+)\]/.exec(key)?.[1]);
  return Number(found.find((one) => one !== undefined) ?? -1);
}

/**
 * The calls that make of what the desk has what shall be, in their order. @param {Map<string, string>} known what each says there, in
 * order @param {Policy[]} policies @returns {{gone:string[], written:number[]}}
 */
export function toDo(known, policies) {
  const kept = new Set(policies.map((policy) => policy.id));
  const differs = (/** @type {Policy} */ policy) => !policy.unreadable && (!policy.id || known.get(policy.id) !== JSON.stringify(toDesk(policy)));
  return {
    gone: [...known.keys()].filter((id) => !kept.has(id)),
    written: policies.flatMap((policy, i) => (differs(policy) ? [i] : [])),
  };
}
