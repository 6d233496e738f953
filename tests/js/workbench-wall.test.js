import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoursShown, scale, stopwatch, used } from '../../static/workbench/pages/wall/figures.js';

test('waits read as on a stopwatch', () => {
  for (const [ms, shown] of /** @type {[number, string][]} */ ([
    [-5, '0:00'],
    [999, '0:00'],
    [61_000, '1:01'],
    [724_000, '12:04'],
    [3_724_000, '1:02:04'],
  ])) {
    assert.equal(stopwatch(ms), shown);
  }
});

test('the curve has few round marks', () => {
  for (const [most, marks] of /** @type {any[][]} */ ([
    [0, [2, 4]],
    [4, [2, 4]],
    [8, [5, 10]],
    [10, [5, 10]],
    [11, [10, 20]],
    [130, [100, 200]],
  ])) {
    assert.deepEqual(scale(most), marks, String(most));
    assert.ok(marks[1] >= most);
  }
});

test('the curve shows the hours in which something came', () => {
  const day = (...busy) => Array.from({ length: 24 }, (_, hour) => (busy.includes(hour) ? 3 : 0));
  for (const [what, now, today, before, shown] of /** @type {any[][]} */ ([
    ['a shop day', 19, day(8, 16), day(9, 21), [8, 21]],
    ['nothing yet', 0, day(), day(), [0, 6]],
    ['late at night', 23, day(23), day(), [17, 23]],
    ['only a week ago', 9, day(), day(10, 20), [9, 20]],
  ])) {
    assert.deepEqual(hoursShown(today.slice(0, now + 1), before), shown, what);
  }
});

test('a wait fills its bar until it is late', () => {
  const row = { waiting_since: '2026-03-01T08:00:00Z', late_at: '2026-03-01T08:10:00Z' };
  const at = (minute) => Date.parse(row.waiting_since) + minute * 60_000;
  assert.deepEqual([-1, 0, 5, 10, 30].map((minute) => used(row, at(minute))), [0, 0, 50, 100, 100]);
  assert.equal(used({ ...row, late_at: row.waiting_since }, at(0)), 100, 'late from the start');
});
