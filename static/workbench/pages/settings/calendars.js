/**
 * Calendars as the page works on them: a list of ranges for each day of the week, days that differ beside it. Plain: between the
 * desk's shape and this one, what is wrong, runs of equal days, and what a day of the year is. A range that closes at or before it
 * opens goes on into the next day.
 *
 * @typedef {{opens:string, closes:string}} Range
 * @typedef {{date:string, name:string, ranges:Range[], like:number|null}} Special
 * @typedef {{name:string, time_zone:string, always:boolean, days:Record<string, Range[]>, special_days:Special[]}} Draft
 * @typedef {object} Row                  one of `GET /calendars`
 * @property {string} id
 * @property {string} name
 * @property {boolean} shop
 * @property {number} version
 * @property {string} time_zone
 * @property {boolean} always
 * @property {({day:number}&Range)[]} week
 * @property {Special[]} special_days
 * @property {{now:boolean, closes_at:string|null, opens_at:string|null}} open
 * @typedef {'name'|'time'|'overlap'|'never'|'date'|'order'|'long'|'twice'|'empty'} Wrong
 * @typedef {{from:string, to:string, name:string, kind:'closed'|'open'|'like', like:number, ranges:Range[]}} Entry  days in a row
 * @typedef {Special & {to:string}} Run
 */
import { isTime } from '../../parts/zone.js';

export const DAYS = [1, 2, 3, 4, 5, 6, 7];
export const RANGES_A_DAY = 8;
export const SPECIAL_DAYS_MAX = 400;
export const USUAL = { opens: '09:00', closes: '18:00' };
/** Longest entry that is written at once. */
const LONGEST = 62;
const DAY_MS = 86_400_000;

/** A calendar as the form has it. @param {Omit<Row, 'id'|'shop'|'version'|'open'>} row @returns {Draft} */
export const toDraft = ({ name, time_zone, always, week, special_days }) => ({
  name,
  time_zone,
  always,
  days: Object.fromEntries(DAYS.map((day) => [day, week.filter((range) => range.day === day).map(({ opens, closes }) => ({ opens, closes }))])),
  special_days: structuredClone(special_days),
});

/** A calendar as the desk takes it. @param {Draft} draft */
export const toCalendar = ({ name, time_zone, always, days, special_days }) => ({
  name: name.trim(),
  time_zone,
  always,
  week: DAYS.flatMap((day) => days[day].map(({ opens, closes }) => ({ day, opens, closes }))),
  special_days: special_days.map((day) => ({ ...day, name: day.name.trim() })),
});

/** Whether a range ends on the next day. @param {Range} range */
export const overnight = ({ opens, closes }) => isTime(opens) && isTime(closes) && closes <= opens;

/** @param {string} time */
const minutes = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** From and until, in minutes from midnight. @param {Range} range @returns {[number, number]} */
const span = ({ opens, closes }) => [minutes(opens), minutes(closes) + (closes <= opens ? 1440 : 0)];

/** What is wrong with the ranges of one day. @param {Range[]} ranges @returns {Wrong|undefined} */
export function wrongRanges(ranges) {
  if (ranges.some(({ opens, closes }) => !isTime(opens) || opens === '24:00' || !isTime(closes))) return 'time';
  const sorted = ranges.map(span).sort((a, b) => a[0] - b[0]);
  return sorted.some(([, until], i) => i + 1 < sorted.length && until > sorted[i + 1][0]) ? 'overlap' : undefined;
}

/** What is wrong, by the setting it belongs to. @param {Draft} draft @param {boolean} shop whose own needs no name @returns {Record<string, Wrong>} */
export function wrong(draft, shop) {
  /** @type {Record<string, Wrong>} */ const found = {};
  if (!shop && !draft.name.trim()) found.name = 'name';
  if (draft.always) return found;
  for (const day of DAYS) {
    const what = wrongRanges(draft.days[day]);
    if (what) found[`days.${day}`] = what;
  }
  // Nights that reach into the ranges of the next day, from Sunday into Monday, too.
  for (const day of DAYS) {
    const next = (day % 7) + 1;
    if (found[`days.${day}`] || found[`days.${next}`]) continue;
    const until = Math.max(0, ...draft.days[day].map((range) => span(range)[1])) - 1440;
    if (draft.days[next].some((range) => span(range)[0] < until)) found[`days.${next}`] = 'overlap';
  }
  const open = DAYS.some((day) => draft.days[day].length > 0) || draft.special_days.some((day) => day.ranges.length > 0);
  if (!open) found['days.1'] = 'never';
  const special = draft.special_days.map((day) => wrongRanges(day.ranges)).find(Boolean);
  if (special) found.special_days = special;
  return found;
}

/** Whole days since 1970. @param {string} date @returns {number} NaN for none */
export const number = (date) => (/^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) / DAY_MS : Number.NaN);

/** @param {number} day since 1970 */
export const dateOf = (day) => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** 1 = Monday to 7 = Sunday. @param {string} date */
export const weekday = (date) => ((number(date) + 3) % 7) + 1;

/** @param {Special} day */
const content = ({ name, ranges, like }) => JSON.stringify([name, ranges, like]);

/** Days that follow one another and are the same, as one. @param {Special[]} days in order @returns {Run[]} */
export function runs(days) {
  /** @type {Run[]} */ const found = [];
  for (const day of days) {
    const last = found.at(-1);
    if (last && number(day.date) === number(last.to) + 1 && content(day) === content(last)) last.to = day.date;
    else found.push({ ...day, to: day.date });
  }
  return found;
}

/** @param {Special[]} days */
export const inOrder = (days) => [...days].sort((a, b) => a.date.localeCompare(b.date));

/** A run as it is written. @param {Run} run @returns {Entry} */
export const entryOf = ({ date, to, name, ranges, like }) => ({
  from: date,
  to,
  name,
  kind: like ? 'like' : ranges.length > 0 ? 'open' : 'closed',
  like: like ?? 1,
  ranges: ranges.length > 0 ? structuredClone(ranges) : [{ ...USUAL }],
});

/** What is wrong with an entry beside others. @param {Entry} entry @param {Special[]} others @returns {Wrong|undefined} */
export function wrongEntry(entry, others) {
  const [from, to] = [number(entry.from), number(entry.to || entry.from)];
  if (Number.isNaN(from) || Number.isNaN(to) || entry.from < '2000' || entry.to > '2199-12-31') return 'date';
  if (to < from) return 'order';
  if (to - from >= LONGEST) return 'long';
  if (others.some((day) => number(day.date) >= from && number(day.date) <= to)) return 'twice';
  if (entry.kind !== 'open') return undefined;
  return entry.ranges.length === 0 ? 'empty' : wrongRanges(entry.ranges);
}

/** The days of an entry. @param {Entry} entry @returns {Special[]} */
export function expand({ from, to, name, kind, like, ranges }) {
  const [first, last] = [number(from), number(to || from)];
  return Array.from({ length: last - first + 1 }, (_, n) => ({
    date: dateOf(first + n),
    name,
    ranges: kind === 'open' ? structuredClone(ranges) : [],
    like: kind === 'like' ? like : null,
  }));
}

/**
 * What each day of a month is: `open` or `shut` by its week, `off` or `own` where it differs.
 * @param {Draft} draft @param {number} year @param {number} month from 0
 */
export function monthOf(draft, year, month) {
  const special = new Map(draft.special_days.map((day) => [day.date, day]));
  const first = Date.UTC(year, month, 1) / DAY_MS;
  const length = Date.UTC(year, month + 1, 1) / DAY_MS - first;
  return Array.from({ length }, (_, n) => {
    const date = dateOf(first + n);
    const own = special.get(date);
    const ranges = own ? (own.like ? draft.days[own.like] : own.ranges) : draft.days[weekday(date)];
    return { date, special: own, ranges, is: own ? (ranges.length > 0 ? 'own' : 'off') : ranges.length > 0 ? 'open' : 'shut' };
  });
}

/**
 * What somebody is changing, over what somebody else made of it meanwhile: what they did not touch is the other's.
 * @param {Draft} before @param {Draft} mine @param {Draft} fresh @returns {Draft}
 */
export function rebase(before, mine, fresh) {
  const same = (/** @type {unknown} */ a, /** @type {unknown} */ b) => JSON.stringify(a) === JSON.stringify(b);
  /** @template T @param {T} was @param {T} now @param {T} other */
  const choose = (was, now, other) => (same(was, now) && !same(was, other) ? structuredClone(other) : now);
  return {
    name: choose(before.name, mine.name, fresh.name),
    time_zone: choose(before.time_zone, mine.time_zone, fresh.time_zone),
    always: choose(before.always, mine.always, fresh.always),
    days: Object.fromEntries(DAYS.map((day) => [day, choose(before.days[day], mine.days[day], fresh.days[day])])),
    special_days: choose(before.special_days, mine.special_days, fresh.special_days),
  };
}
