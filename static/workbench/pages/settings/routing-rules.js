/**
 * Rules as the page works on them. Plain JS without a DOM: their order, what they say, what is missing.
 *
 * @typedef {import('../../parts/filter-words.js').Words} Words
 * @typedef {{team_id?:string|null, priority?:string|null, required_skills?:string[], preferred_skills?:string[]}} Then
 * @typedef {object} Rule
 * @property {string} key      unlike any other's, kept while the page is open
 * @property {string} [id]     left out of a new one
 * @property {string} name
 * @property {boolean} enabled
 * @property {any} when
 * @property {Then} follows   `then` on the wire
 * @property {boolean} stop
 * @property {{path:string, why:string}|null} broken
 */
import { group, modeOf, sentence } from '../../parts/filter-words.js';

export const NAME_CHARS = 60;
export const PRIORITIES = ['urgent', 'high', 'normal', 'low'];

/** Rules as they came. @param {any[]} rules @returns {Rule[]} */
export const toDraft = (rules) => rules.map(({ then: follows, ...rule }) => ({ ...rule, follows: follows ?? {}, key: rule.id }));

/** Rules as the desk takes them. @param {Rule[]} rules */
export const toDesk = (rules) =>
  rules.map(({ key: _key, broken: _broken, follows, ...rule }) => Object.assign({ ...rule, name: rule.name.trim() }, Object.fromEntries([['then', follows]])));

/** The list with one of it in another place. @template T @param {T[]} list @param {number} from @param {number} to @returns {T[]} */
export function moved(list, from, to) {
  const place = Math.max(0, Math.min(list.length - 1, to));
  return list.toSpliced(from, 1).toSpliced(place, 0, list[from]);
}

/** What somebody typed as skills. @param {string} text */
export const skillsOf = (text) => [...new Set(text.split(/[,，、;；\n]/).map((one) => one.trim()).filter(Boolean))];

/** Conditions as the builder wants them: in a group. @param {any} when */
export const asGroup = (when) => (modeOf(when) ? when : group('all', [when]));

/** What follows, without what is left out. @param {Then} then @param {Partial<Then>} change @returns {Then} */
export function changedThen(then, change) {
  const all = Object.entries({ ...then, ...change });
  return Object.fromEntries(all.filter(([, value]) => (Array.isArray(value) ? value.length > 0 : Boolean(value))));
}

/** What follows, in words. @param {Then} then @param {import('../../parts/filter-words.js').Choices} choices @param {Words} t */
export function followsSays(then, choices, t) {
  const team = choices.team?.find((one) => one.value === then.team_id)?.label ?? then.team_id ?? '';
  const parts = [
    then.team_id ? t('settings_routing.then_team', { team }) : '',
    then.priority ? t(`settings_routing.then_${then.priority}`) : '',
    then.required_skills?.length ? t('settings_routing.then_required', { skills: then.required_skills.join(t('filters.comma')) }) : '',
    then.preferred_skills?.length ? t('settings_routing.then_preferred', { skills: then.preferred_skills.join(t('filters.comma')) }) : '',
  ];
  return parts.filter(Boolean).join(t('settings_routing.then_and'));
}

/** A rule as one sentence. @param {Rule} rule @param {import('../../parts/filter-words.js').Choices} choices @param {Words} t */
export function says(rule, choices, t) {
  const values = { when: sentence(rule.when, choices, t), follows: followsSays(rule.follows, choices, t) };
  return t(rule.stop ? 'settings_routing.says_stop' : 'settings_routing.says', values);
}

/** What is missing, by the path that the desk would name. @param {Rule[]} rules @returns {Record<string, 'name'|'then'>} */
export function missing(rules) {
  /** @type {Record<string, 'name'|'then'>} */ const found = {};
  for (const [i, rule] of rules.entries()) {
    if (rule.broken) continue;
    if (!rule.name.trim()) found[`rules[${i}].name`] = 'name';
    if (Object.keys(rule.follows).length === 0) found[`rules[${i}].then`] = 'then';
  }
  return found;
}

/** The complaint about something, or about a part of it. @param {Record<string, string|undefined>} errors @param {string} path */
export function complaintAt(errors, path) {
  const at = Object.keys(errors).find((key) => key === path || key.startsWith(`${path}.`) || key.startsWith(`${path}[`));
  return at ? errors[at] : undefined;
}

/** Which rule a complaint is about; -1 for none. @param {Record<string, unknown>} errors */
export function wrongRule(errors) {
  const found = Object.keys(errors).map((key) => /^rules\[(\d+)\]/.exec(key)?.[1]);
  const first = found.find((one) => one !== undefined);
  return first === undefined ? -1 : Number(first);
}
