/** What an operator can be given: colleagues, labels, teams, channels, days. Asked of the desk once somebody comes to the page. */
import { has, t } from '../../app/texts.js';
import { dayAndMonth } from '../../parts/times.js';
import { ONLY } from './query.js';

const DAY_MS = 86_400_000;
/** Days back that are offered by name. */
const DAYS = /** @type {const} */ ([['today', 0], ['yesterday', 1], ['week', 7], ['month', 30], ['year', 365]]);
const CHANNELS = ['web', 'api'];
/** What stands for somebody or for nobody. @type {Partial<Record<import('./query.js').Operator, string[]>>} */
const MEANT = { from: ['me', 'visitor'], agent: ['me', 'none'], team: ['none'] };

/** What a value is called. @param {import('./query.js').Operator} op @param {string} value */
export function valueName(op, value) {
  if (op === 'channel') return has(`common.channel_${value}`) ? t(`common.channel_${value}`) : value;
  return MEANT[op]?.includes(value) || ONLY[op] ? t(`search.value_${value}`) : value;
}
/** Offered at once. */
const SHOWN = 8;

/** @typedef {{value:string, label:string, hint?:string}} Choice */

/** A local day as `2026-03-01`. @param {Date} at */
export const day = (at) => `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;

/** @param {number} now @returns {Choice[]} */
export const days = (now) =>
  DAYS.map(([name, back]) => {
    const at = new Date(now - back * DAY_MS);
    return { value: day(at), label: t(`search.since_${name}`), hint: dayAndMonth(at) };
  });

/** @param {import('../../app/bench.js').Bench} app @param {() => void} changed */
export function createChoices({ api, desk }, changed) {
  /** @type {string[]} */ let labels = [];
  /** @type {string[]} */ let teams = [];
  /** @param {string[]} names @returns {Choice[]} */
  const plain = (names) => names.map((name) => ({ value: name, label: name }));

  /** @param {import('./query.js').Operator} op @returns {Choice[]} */
  const all = (op) => {
    if (op === 'tag') return plain(labels);
    if (op === 'after' || op === 'before') return days(Date.now());
    const known = [...(op === 'channel' ? CHANNELS : (ONLY[op] ?? MEANT[op] ?? []))].map((value) => ({ value, label: valueName(op, value) }));
    if (op === 'team') return teams.length > 0 ? [...plain(teams), ...known] : [];
    return op === 'from' || op === 'agent' ? [...known, ...plain(desk.agents.map((agent) => agent.name))] : known;
  };

  return {
    load() {
      if (desk.agents.length === 0) desk.loadAgents().then(changed);
      api.labels().then(({ items }) => {
        labels = items.map((one) => one.name);
        changed();
      }, () => {});
      api.teams().then(({ items }) => {
        teams = items.map((one) => one.name);
        changed();
      }, () => {});
    },
    /** @param {import('./query.js').Operator} op @param {string} text that it holds */
    of: (op, text) => all(op).filter(({ value, label }) => `${value} ${label}`.toLowerCase().includes(text.toLowerCase())).slice(0, SHOWN),
    all,
  };
}

/** @typedef {ReturnType<typeof createChoices>} Choices */
