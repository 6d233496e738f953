/** Filters in words, and rules as the page of the routing works on them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as words from '../../static/workbench/parts/filter-words.js';
import * as rules from '../../static/workbench/pages/settings/routing-rules.js';
import filtersEn from '../../src/i18n/en/filters.json' with { type: 'json' };
import routingEn from '../../src/i18n/en/settings_routing.json' with { type: 'json' };
import filtersZh from '../../src/i18n/zh-CN/filters.json' with { type: 'json' };
import routingZh from '../../src/i18n/zh-CN/settings_routing.json' with { type: 'json' };

/** @param {Record<string, Record<string, string>>} areas */
const speaking = (areas) => (/** @type {string} */ key, /** @type {Record<string, string|number>} */ values = {}) => {
  const [area, ...name] = key.split('.');
  const text = areas[area][name.join('.')];
  assert.ok(text, key);
  return text.replace(/\{(\w+)\}/g, (_, one) => String(values[one]));
};
const en = speaking({ filters: filtersEn, settings_routing: routingEn });
const zh = speaking({ filters: filtersZh, settings_routing: routingZh });
const choices = { team: [{ value: 'tm_1', label: 'Returns' }], language: [{ value: 'fr', label: 'French' }], channel: [{ value: 'web', label: 'Website' }] };
/** A rule as the desk sends it. @param {string} name @param {object} follows @param {boolean} [stop] */
// biome-ignore lint/suspicious/noThenProperty: what follows from a rule, which nobody awaits
const sentRule = (name, follows, stop = false) => ({ id: 'rr_1', name, enabled: true, when: is('channel', 'web'), then: follows, stop });
const is = (/** @type {string} */ field, /** @type {any} */ value) => ({ field, op: 'is', value });

test('a filter reads as a sentence', () => {
  for (const [filter, said] of [
    [{ all: [] }, 'every conversation'],
    [is('channel', 'web'), 'channel is Website'],
    [is('hours_open', false), 'shop is closed'],
    [is('verified', true), 'verified customer: yes'],
    [is('chosen_team', null), 'team chosen by the customer is none'],
    [is('attribute:level', 'gold'), 'attribute level is “gold”'],
    [{ field: 'waiting_ms', op: 'more_than', value: 300_000 }, 'waiting time is more than 5 min'],
    [{ field: 'label', op: 'has_any', value: ['vip', 'refund'] }, 'label includes any of “vip”, “refund”'],
    [{ all: [is('channel', 'web'), { any: [is('language', 'fr'), is('language', 'nl')] }] }, 'channel is Website and (language is French or language is “nl”)'],
    ['nonsense', 'something this version can’t read'],
  ]) assert.equal(words.sentence(filter, choices, en), said);
  assert.equal(words.sentence({ all: [is('channel', 'web'), is('language', 'fr')] }, choices, zh), '渠道是Website，并且语言是French');
});

test('a rule reads as one sentence', () => {
  const rule = { key: 'a', name: 'Refunds', enabled: true, when: is('language', 'fr'), follows: { team_id: 'tm_1', priority: 'high', required_skills: ['VAT'] }, stop: false, broken: null };
  assert.equal(rules.says(rule, choices, en), 'If language is French: team Returns, priority high, needs VAT.');
  assert.equal(rules.says({ ...rule, stop: true }, choices, zh), '如果语言是French：分到「Returns」团队，优先级设为高，必须会VAT，不再看后面的规则。');
});

test('every field is compared in ways that have words, and begins with one of them', () => {
  for (const field of Object.keys(filtersEn).filter((key) => key.startsWith('field_')).map((key) => key.slice(6))) {
    const begun = words.begin(field, choices);
    assert.ok(words.opsOf(field).includes(begun.op), field);
    for (const op of words.opsOf(field)) assert.ok(en(`filters.op_${op}`) && zh(`filters.op_${op}`));
  }
});

test('what was chosen stays where the comparison changes', () => {
  const one = is('channel', 'web');
  assert.deepEqual(words.comparedBy(one, 'is_not'), { field: 'channel', op: 'is_not', value: 'web' });
  assert.deepEqual(words.comparedBy(one, 'in'), { field: 'channel', op: 'in', value: ['web'] });
  assert.deepEqual(words.comparedBy({ field: 'channel', op: 'in', value: ['web', 'api'] }, 'is'), one);
});

test('what another version wrote is not taken for something to build with', () => {
  for (const [filter, readable] of /** @type {[any, boolean][]} */ ([
    [{ all: [is('channel', 'web'), { any: [is('attribute:level', 'gold')] }] }, true],
    [is('mood', 'good'), false],
    [{ all: [is('channel', 'web'), { any: [is('mood', 'good')] }] }, false],
    [{ all: 'web' }, false],
    ['nonsense', false],
    [null, false],
  ])) assert.equal(words.isReadable(filter), readable, JSON.stringify(filter));
});

test('durations are shown in the largest unit that fits', () => {
  for (const [ms, count, unit] of /** @type {[number, number, string][]} */ ([[90_000, 90, 'seconds'], [300_000, 5, 'minutes'], [7_200_000, 2, 'hours'], [86_400_000, 1, 'days'], [0, 0, 'minutes']])) {
    assert.deepEqual(words.inUnits(ms), { count, unit });
    assert.equal(words.inMs(count, unit), ms);
  }
});

test('rules are moved, and come back as they are sent', () => {
  assert.deepEqual(rules.moved(['a', 'b', 'c'], 0, 2), ['b', 'c', 'a']);
  assert.deepEqual(rules.moved(['a', 'b', 'c'], 2, -1), ['c', 'a', 'b']);
  assert.deepEqual(rules.moved(['a', 'b', 'c'], 2, 9), ['a', 'b', 'c']);
  const sent = [sentRule('Refunds', { priority: 'low' }, true)];
  assert.deepEqual(rules.toDesk(rules.toDraft(sent.map((one) => ({ ...one, broken: null })))), sent);
});

test('what is missing is named by the path that the desk names', () => {
  const [rule] = rules.toDraft([{ ...sentRule(' ', {}), broken: null }]);
  assert.deepEqual(rules.missing([rule]), { 'rules[0].name': 'name', 'rules[0].then': 'then' });
  assert.deepEqual(rules.missing([{ ...rule, broken: { path: 'when', why: '' } }]), {}, 'one that is broken is kept as it is');
  const errors = { 'rules[2].when.all[0].value[1]': 'no' };
  assert.equal(rules.complaintAt(errors, 'rules[2].when.all[0]'), 'no');
  assert.equal(rules.complaintAt(errors, 'rules[2].when.all[1]'), undefined);
  assert.equal(rules.wrongRule(errors), 2);
  assert.deepEqual(rules.skillsOf('French, VAT、法语，VAT'), ['French', 'VAT', '法语']);
});
