/**
 * Working hours as the page works on them: a list of ranges for each day of the week, days that differ beside it. Plain: between
 * the desk's shape (`week` as one list of ranges) and this one. A range that closes at or before it opens goes
 * on into the next day.
 *
 * @typedef {{opens:string, closes:string}} Range
 * @typedef {{date:string, name:string, closed:boolean, opens:string, closes:string}} Holiday
 * @typedef {{always:boolean, days:Record<string, Range[]>, holidays:Holiday[]}} Draft
 */

export const DAYS = [1, 2, 3, 4, 5, 6, 7];
export const RANGES_A_DAY = 4;
export const HOLIDAYS_MAX = 60;
export const USUAL = { opens: '09:00', closes: '18:00' };

const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** Opening hours as the form has them. @param {any} hours @returns {Draft} */
export const toDraft = (hours) => ({
  always: hours.always,
  days: Object.fromEntries(
    DAYS.map((day) => [
      day,
      hours.week.filter((/** @type {any} */ range) => range.day === day).map((/** @type {any} */ range) => ({ opens: range.opens, closes: range.closes })),
    ]),
  ),
  holidays: hours.holidays.map((/** @type {any} */ day) => ({
    date: day.date,
    name: day.name ?? '',
    closed: day.opens === null,
    opens: day.opens ?? USUAL.opens,
    closes: day.closes ?? USUAL.closes,
  })),
});

/** Opening hours as the desk takes them. @param {Draft} draft */
export const toHours = (draft) => ({
  always: draft.always,
  week: DAYS.flatMap((day) => draft.days[day].map(({ opens, closes }) => ({ day, opens, closes }))),
  holidays: draft.holidays
    .map(({ date, name, closed, opens, closes }) => ({ date, name: name.trim(), opens: closed ? null : opens, closes: closed ? null : closes }))
    .sort((a, b) => a.date.localeCompare(b.date)),
});

/** Whether a text is a time of day. @param {string} text */
export const isTime = (text) => TIME.test(text);

/** Whether a range ends on the next day. @param {Range} range */
export const overnight = ({ opens, closes }) => isTime(opens) && isTime(closes) && closes <= opens;

/** What is wrong, by the setting it belongs to. @param {Draft} draft @returns {Record<string, 'time'|'overlap'|'date'|'twice'|'never'>} */
export function wrong(draft) {
  if (draft.always) return {};
  /** @type {Record<string, 'time'|'overlap'|'date'|'twice'|'never'>} */ const found = {};
  for (const day of DAYS) {
    const ranges = draft.days[day];
    if (ranges.some(({ opens, closes }) => !isTime(opens) || !isTime(closes))) found[`days.${day}`] = 'time';
    else {
      const sorted = [...ranges].sort((a, b) => a.opens.localeCompare(b.opens));
      if (sorted.some((range, i) => i + 1 < sorted.length && (overnight(range) || range.closes > sorted[i + 1].opens))) found[`days.${day}`] = 'overlap';
    }
  }
  if (DAYS.every((day) => draft.days[day].length === 0)) found['days.1'] = 'never';
  const dates = new Set();
  for (const day of draft.holidays) {
    if (!day.date) found.holidays = 'date';
    else if (dates.has(day.date)) found.holidays = 'twice';
    else if (!day.closed && (!isTime(day.opens) || !isTime(day.closes))) found.holidays = 'time';
    dates.add(day.date);
  }
  return found;
}
