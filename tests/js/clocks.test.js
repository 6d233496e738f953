/** How clocks are shown between what the desk tells, and how policies are written. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { begun, doing, missing, spanOf, spanText, toDesk, toDo, wrongPolicy } from '../../static/workbench/pages/settings/sla-policies.js';
import { standing } from '../../static/workbench/store/clocks.js';

const START = Date.parse('2026-11-30T08:00:00Z');
const MINUTE = 60_000;
/** @param {number} minutes */
const at = (minutes) => new Date(START + minutes * MINUTE).toISOString();

/** @param {object} clock @param {object} [row] */
const row = (clock, row = {}) =>
  /** @type {any} */ ({
    state: 'open',
    waiting_since: at(0),
    clock: { kind: 'first', at: at(0), target_ms: 10 * MINUTE, warn_ms: 7 * MINUTE, spent_ms: 0, running: true, paused: null, changes_at: null, due_at: at(10), broken_at: null, ...clock },
    ...row,
  });

/** @param {any} it @param {number} minutes */
function shown(it, minutes) {
  const stands = standing(it, START + minutes * MINUTE);
  return stands && [stands.level, Math.round(stands.share * 100), stands.left_ms / MINUTE, stands.paused];
}

test('a clock that runs fills, warns and is over, without a word of the desk', () => {
  for (const [minutes, expected] of /** @type {[number, unknown][]} */ ([
    [0, ['', 0, 10, null]],
    [4, ['', 40, 6, null]],
    [7, ['warned', 70, 3, null]],
    [10, ['warned', 100, 0, null]],
    [12, ['broken', 100, 2, null]],
  ]))
    assert.deepEqual(shown(row({}), minutes), expected, String(minutes));
  assert.deepEqual(shown(row({ broken_at: at(-3) }), 2), ['broken', 20, 5, null]);
});

test('hours end and begin while nobody tells', () => {
  const closing = row({ changes_at: at(3), due_at: at(1000) });
  assert.deepEqual(shown(closing, 2), ['', 20, 8, null]);
  assert.deepEqual(shown(closing, 30), ['paused', 30, 7, 'hours']);
  const opening = row({ running: false, paused: 'hours', spent_ms: 2 * MINUTE, changes_at: at(60), due_at: at(68) });
  assert.deepEqual(shown(opening, 50), ['paused', 20, 8, 'hours']);
  assert.deepEqual(shown(opening, 64), ['', 60, 4, null]);
  assert.deepEqual(shown(opening, 70), ['broken', 100, 2, null]);
});

test('what waits for the customer stands still, and an answer is promised to whoever waits', () => {
  const rests = row({ kind: 'solution', running: false, paused: 'customer', spent_ms: 5 * MINUTE, due_at: null }, { waiting_since: null });
  assert.deepEqual(shown(rests, 500), ['paused', 50, 5, 'customer']);
  assert.equal(shown(row({}, { waiting_since: null }), 1), null);
  assert.equal(shown(row({}, { state: 'closed' }), 1), null);
  assert.equal(shown({ ...row({}), clock: null }, 1), null);
});

const words = JSON.parse(readFileSync(new URL('../../src/i18n/zh-CN/settings_sla.json', import.meta.url), 'utf8'));
/** @param {string} key */
const spelled = (key) => words[key.split('.')[1]];

test('times are read as people write them', () => {
  for (const [text, ms] of /** @type {[string, number|null][]} */ ([
    ['', null],
    ['  ', null],
    ['90', 90 * MINUTE],
    ['2 min', 2 * MINUTE],
    ['2分钟', 2 * MINUTE],
    ['1 h 30', 90 * MINUTE],
    ['1小时30分', 90 * MINUTE],
    ['1.5 h', 90 * MINUTE],
    ['1,5 h', 90 * MINUTE],
    ['3 days', 3 * 1440 * MINUTE],
    ['1 天 4 小时', 28 * 60 * MINUTE],
    ['45 秒', 45_000],
    ['2 m 30', 150_000],
    ['soon', Number.NaN],
    ['0', Number.NaN],
    ['-5', Number.NaN],
    ['5 apples', Number.NaN],
    ['5 min later', Number.NaN],
    ['5 s 3', Number.NaN],
  ]))
    assert.equal(spanOf(text, spelled), ms, text);
  const t = (/** @type {string} */ key, /** @type {any} */ values) => `${values.count}${key.split('.')[1]}`;
  assert.equal(spanText(90 * MINUTE, t), '1hours 30minutes');
  assert.equal(spanText(null, t), '');
  for (const ms of [45_000, 90 * MINUTE, 100_000_000]) {
    const said = spanText(ms, (key, values) => `${values?.count} ${key.split('.')[1]}`);
    assert.equal(spanOf(said, spelled), ms, said);
  }
});

test('what is missing is named, and only what differs is written', () => {
  const policy = begun('cal_1', 'First', 'new-1');
  assert.deepEqual(missing([policy]), {});
  const wrong = { ...policy, name: ' ', targets: { ...policy.targets, first: { ...policy.targets.first, high: Number.NaN } } };
  assert.deepEqual(missing([policy, wrong]), { 'policies[1].name': 'name', 'policies[1].targets.first.high': 'time' });
  assert.deepEqual(missing([{ ...policy, targets: { ...policy.targets, first: policy.targets.next } }]), { 'policies[0].targets': 'targets' });
  assert.equal(wrongPolicy({ 'policies[3].name': 'x' }), 3);
  assert.equal(wrongPolicy({ policies: 'x' }), -1);
  const kept = { ...policy, id: 'sla_1', version: 4 };
  const known = new Map([
    ['sla_1', JSON.stringify(toDesk(kept))],
    ['sla_2', '{}'],
  ]);
  assert.deepEqual(toDo(known, [kept, policy]), { gone: ['sla_2'], written: [1] });
  assert.deepEqual(toDo(known, [{ ...kept, warn_percent: 50 }]), { gone: ['sla_2'], written: [0] });
  assert.deepEqual(doing({ at: 'broken', do: 'set_priority', priority: 'high' }, 'tell_agent', {}), { at: 'broken', do: 'tell_agent' });
});
