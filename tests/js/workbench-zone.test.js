/** Clocks elsewhere: a zone by its own name, and moments to come as people say them, in both languages. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { clockIn, momentIn, zoneName } from '../../static/workbench/parts/zone.js';

/** @param {string} lang @returns {import('../../static/workbench/parts/zone.js').Say} */
const speaker = (lang) => {
  const area = (/** @type {string} */ name) => JSON.parse(readFileSync(new URL(`../../src/i18n/${lang}/${name}.json`, import.meta.url), 'utf8'));
  const texts = { common: area('common'), zone: area('zone') };
  return (key, values = {}) => {
    const [of, name] = key.split('.');
    return texts[/** @type {'common'|'zone'} */ (of)][name].replace(/\{(\w+)\}/g, (/** @type {string} */ _, /** @type {string} */ value) => values[value]);
  };
};

test('a zone has its own name, Beijing the one that people say', () => {
  for (const [lang, zone, name] of [
    ['zh-CN', 'Asia/Shanghai', '北京时间（Asia/Shanghai）'],
    ['zh-CN', 'America/New_York', '北美东部时间（America/New York）'],
    ['en', 'Asia/Shanghai', 'China Standard Time (Asia/Shanghai)'],
    ['en', 'Europe/Berlin', 'Central European Time (Europe/Berlin)'],
    ['en', 'UTC', 'UTC'],
    ['zh-CN', 'Mars/Olympus_Mons', 'Mars/Olympus Mons'],
  ]) {
    assert.equal(zoneName(zone, lang, speaker(lang)), name);
  }
});

test('a moment to come is today, tomorrow, a day of the week, then a date, all by the clock of the zone', () => {
  // A Monday, 23:30 in Shanghai and 16:30 in Berlin.
  const now = Date.parse('2026-03-02T15:30:00Z');
  for (const [lang, zone, at, said] of [
    ['zh-CN', 'Europe/Berlin', '2026-03-02T17:00:00Z', '今天 18:00'],
    ['zh-CN', 'Asia/Shanghai', '2026-03-03T01:00:00Z', '明天 09:00'],
    ['zh-CN', 'Asia/Shanghai', '2026-03-06T01:00:00Z', '周五 09:00'],
    ['zh-CN', 'Asia/Shanghai', '2026-03-09T01:00:00Z', '3月9日 09:00'],
    ['en', 'Europe/Berlin', '2026-03-02T17:00:00Z', 'today at 18:00'],
    ['en', 'Asia/Shanghai', '2026-03-02T17:00:00Z', 'tomorrow at 01:00'],
    ['en', 'Europe/Berlin', '2026-03-08T08:00:00Z', 'on Sunday at 09:00'],
  ]) {
    assert.equal(momentIn(zone, Date.parse(at), now, lang, speaker(lang)), said);
  }
  assert.equal(clockIn('Asia/Shanghai', now, 'en'), '23:30');
  assert.equal(clockIn('Mars/Olympus_Mons', now, 'en'), '');
});
