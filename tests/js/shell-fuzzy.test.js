import assert from 'node:assert/strict';
import { test } from 'node:test';
import { match, pieces } from '../../static/workbench/app/fuzzy.js';

const hits = (query, text, more) => {
  const found = match(query, text, more);
  return found && pieces(text, found.spans).filter((piece) => piece.hit).map((piece) => piece.text).join('|');
};

test('finds words, words in any order, and letters within reach', () => {
  for (const [query, text, more, hit] of [
    ['标签', '加标签…', '', '标签'],
    ['close', 'Close conversation', '', 'Close'],
    ['conv close', 'Close conversation', '', 'Close|conv'],
    ['cc', 'Close conversation', '', 'C|c'],
    ['clcn', 'Close conversation', '', 'Cl|c|n'],
    ['王', '分给王磊', '', '王'],
    ['分王', '分给王磊', '', '分|王'],
    ['dark', '深色', 'dark theme', ''],
    ['zzz', 'Close conversation', '', null],
    ['close now', 'Close conversation', '', null],
    ['', 'Close', '', ''],
  ]) {
    assert.equal(hits(query, text, more), hit, `${query} in ${text}`);
  }
});

test('the better answer scores higher', () => {
  const order = (query, texts) =>
    texts
      .map((text) => ({ text, found: match(query, text) }))
      .filter((one) => one.found)
      .sort((a, b) => b.found.score - a.found.score)
      .map((one) => one.text);
  assert.deepEqual(order('open', ['Reopen', 'Open', 'Open settings', 'One per end', 'All open']), ['Open', 'Open settings', 'All open', 'Reopen', 'One per end']);
});
