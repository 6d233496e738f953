/** What the page of business hours works out without a page: there and back, what is wrong, days in a row, a year, two who edit. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateOf, entryOf, expand, monthOf, number, overnight, rebase, runs, toCalendar, toDraft, weekday, wrong, wrongEntry } from '../../static/workbench/pages/settings/calendars.js';

/** @typedef {import('../../static/workbench/pages/settings/calendars.js').Special} Special */

const range = (/** @type {string} */ opens, /** @type {string} */ closes) => ({ opens, closes });
/** @param {string} date @param {Partial<Special>} [how] @returns {Special} */
const day = (date, how = {}) => ({ date, name: '', ranges: [], like: null, ...how });
/** @param {({day:number, opens:string, closes:string})[]} week @param {Special[]} [special_days] */
const calendar = (week, special_days = []) => ({ name: '晚班', time_zone: 'Asia/Shanghai', always: false, week, special_days });
const monday = [
  { day: 1, opens: '09:00', closes: '12:00' },
  { day: 1, opens: '13:00', closes: '18:00' },
];

test('a calendar goes to the page and back without a change', () => {
  const whole = calendar(
    [...monday, { day: 6, opens: '20:00', closes: '02:00' }],
    [day('2026-10-01', { name: '国庆节' }), day('2026-10-10', { like: 1 }), day('2026-11-11', { ranges: [range('00:00', '24:00')] })],
  );
  assert.deepEqual(toCalendar(toDraft(whole)), whole);
  assert.equal(overnight(range('20:00', '02:00')), true);
  assert.equal(overnight(range('09:00', '24:00')), false);
});

test('what cannot be kept is named by its day', () => {
  /** @param {number} n @param {string} opens @param {string} closes */
  const on = (n, opens, closes) => ({ day: n, opens, closes });
  for (const [week, found] of /** @type {const} */ ([
    [[on(1, '09:00', '12:00'), on(1, '12:00', '18:00')], {}],
    [[], { 'days.1': 'never' }],
    [[on(2, '9', '18:00')], { 'days.2': 'time' }],
    [[on(2, '24:00', '18:00')], { 'days.2': 'time' }],
    [[on(3, '12:00', '18:00'), on(3, '09:00', '13:00')], { 'days.3': 'overlap' }],
    [[on(3, '08:00', '02:00'), on(3, '12:00', '18:00')], { 'days.3': 'overlap' }],
    [[on(3, '22:00', '02:00'), on(4, '01:00', '03:00')], { 'days.4': 'overlap' }],
    [[on(3, '22:00', '02:00'), on(4, '02:00', '03:00')], {}],
    [[on(7, '22:00', '10:00'), on(1, '09:00', '12:00')], { 'days.1': 'overlap' }],
  ])) assert.deepEqual(wrong(toDraft(calendar([...week])), false), found, JSON.stringify(week));
  assert.deepEqual(wrong({ ...toDraft(calendar(monday)), name: ' ' }, false), { name: 'name' });
  assert.deepEqual(wrong({ ...toDraft(calendar(monday)), name: ' ' }, true), {}, 'the shop has a name');
  assert.deepEqual(wrong({ ...toDraft(calendar([])), always: true }, false), {});
  assert.deepEqual(wrong(toDraft(calendar(monday, [day('2026-10-01', { ranges: [range('9', '10')] })])), false), { special_days: 'time' });
});

test('days in a row are one entry, and an entry is days in a row', () => {
  const holiday = { name: '国庆节' };
  const days = [day('2026-09-30', holiday), day('2026-10-01', holiday), day('2026-10-02', { name: '中秋' }), day('2026-10-04', holiday)];
  assert.deepEqual(runs(days).map((run) => [run.date, run.to, run.name]), [
    ['2026-09-30', '2026-10-01', '国庆节'],
    ['2026-10-02', '2026-10-02', '中秋'],
    ['2026-10-04', '2026-10-04', '国庆节'],
  ]);
  const [first] = runs(days);
  assert.deepEqual(expand(entryOf(first)), days.slice(0, 2));
  const worked = day('2026-10-10', { like: 1 });
  assert.deepEqual(expand(entryOf({ ...worked, to: '2026-10-10' })), [worked]);
});

test('an entry that cannot be kept says why', () => {
  const others = [day('2026-10-05')];
  /** @param {string} from @param {string} to @param {object} [how] */
  const entry = (from, to, how = {}) => ({ from, to, name: '', kind: /** @type {'closed'} */ ('closed'), like: 1, ranges: [range('09:00', '18:00')], ...how });
  for (const [one, found] of /** @type {const} */ ([
    [entry('2026-10-01', '2026-10-04'), undefined],
    [entry('', ''), 'date'],
    [entry('1999-12-31', '2026-10-04'), 'date'],
    [entry('2026-10-04', '2026-10-01'), 'order'],
    [entry('2026-01-01', '2026-03-03'), undefined],
    [entry('2026-01-01', '2026-03-04'), 'long'],
    [entry('2026-10-01', '2026-10-05'), 'twice'],
    [entry('2026-10-01', '2026-10-01', { kind: 'open', ranges: [] }), 'empty'],
    [entry('2026-10-01', '2026-10-01', { kind: 'open', ranges: [range('9', '18:00')] }), 'time'],
    [entry('2026-10-01', '2026-10-01', { kind: 'like', ranges: [range('9', '18:00')] }), undefined],
  ])) assert.equal(wrongEntry(one, others), found, JSON.stringify(one));
});

test('a month shows which days are open, and which differ', () => {
  const draft = toDraft(calendar(monday, [day('2026-10-05'), day('2026-10-10', { like: 1 }), day('2026-10-11', { like: 2 })]));
  const october = monthOf(draft, 2026, 9);
  assert.deepEqual([october.length, october[0].date], [31, '2026-10-01']);
  const is = Object.fromEntries(october.map((one) => [one.date.slice(8), one.is]));
  assert.deepEqual([is['01'], is['05'], is['10'], is['11'], is['12']], ['shut', 'off', 'own', 'off', 'open']);
  assert.deepEqual(october[9].ranges, [range('09:00', '12:00'), range('13:00', '18:00')]);
  assert.equal(monthOf(draft, 2028, 1).length, 29);
  assert.deepEqual([weekday('2026-01-05'), weekday('2026-01-04'), dateOf(number('1969-12-31')), weekday('1970-01-01')], [1, 7, '1969-12-31', 4]);
});

test('of two who edit, each keeps what they touched', () => {
  const before = toDraft(calendar(monday));
  const mine = { ...structuredClone(before), name: '夜班' };
  const theirs = { ...structuredClone(before), name: '早班', special_days: [day('2026-10-01')] };
  const both = rebase(before, mine, theirs);
  assert.deepEqual([both.name, both.special_days], ['夜班', theirs.special_days]);
  assert.equal(rebase(before, mine, before).days[1], mine.days[1], 'what is the same stays the very same');
});
