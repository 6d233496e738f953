import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST, createThreadRange } from '../../static/workbench/store/thread-range.js';

/** @param {number} first @param {number} last */
const thread = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => /** @type {any} */ ({ type: 'bubble', key: `k${first + i}`, id: `m${first + i}` }));
const ends = (/** @type {readonly any[]} */ pieces) => [pieces[0]?.key, pieces.at(-1)?.key];

test('begins with the end, and with the mark of new ones where they are many', () => {
  const range = createThreadRange();
  assert.deepEqual(range.cut([], true), []);
  assert.deepEqual(ends(range.cut(thread(1, 100), true)), ['k81', 'k100']);
  assert.ok(range.ends);
  range.reset();
  const marked = [...thread(1, 50), /** @type {any} */ ({ type: 'new', key: 'new' }), ...thread(51, 100)];
  const seen = range.cut(marked, true);
  assert.deepEqual([seen[0].key, seen[2].key], ['k49', 'new']);
  assert.ok(!range.ends);
});

test('follows what comes while the end is read, and lets go above', () => {
  const range = createThreadRange();
  for (let last = 1; last <= 1000; last += 1) {
    const held = range.cut(thread(1, last), true);
    assert.equal(held.at(-1)?.key, `k${last}`);
    assert.ok(held.length <= MOST);
  }
});

test('what is read above stays while more comes below, within the bound', () => {
  const range = createThreadRange();
  range.cut(thread(1, 100), true);
  assert.ok(range.up());
  const [top] = ends(range.cut(thread(1, 100), false));
  assert.equal(top, 'k41');
  const held = range.cut(thread(1, 900), false);
  assert.deepEqual([held[0].key, held.length], ['k41', MOST]);
  assert.ok(!range.ends);
});

test('grows to either side until the thread ends there, and lets go at the other', () => {
  const range = createThreadRange();
  range.cut(thread(1, 500), true);
  let steps = 0;
  while (range.up()) {
    assert.ok(range.cut(thread(1, 500), false).length <= MOST);
    steps += 1;
  }
  assert.ok(steps >= 12);
  assert.deepEqual(ends(range.cut(thread(1, 500), false)), ['k1', `k${MOST}`]);
  while (range.down()) assert.ok(range.cut(thread(1, 500), false).length <= MOST);
  assert.deepEqual(ends(range.cut(thread(1, 500), false)), [`k${501 - MOST}`, 'k500']);
});

test('history above does not move it', () => {
  const range = createThreadRange();
  range.cut(thread(200, 300), true);
  while (range.up()) range.cut(thread(200, 300), false);
  assert.equal(range.cut(thread(150, 300), false)[0].key, 'k200');
  assert.ok(range.up());
  assert.equal(range.cut(thread(150, 300), false)[0].key, 'k160');
});

test('a message far away is reached, and the end again', () => {
  const range = createThreadRange();
  range.cut(thread(1, 500), true);
  assert.ok(range.reach('m30'));
  assert.ok(range.cut(thread(1, 500), false).some((/** @type {any} */ one) => one.id === 'm30'));
  assert.ok(!range.reach('m900'));
  assert.ok(range.toEnd());
  assert.equal(ends(range.cut(thread(1, 500), true))[1], 'k500');
  assert.ok(!range.toEnd());
});

test('entries that were let go, or a thread asked for anew, leave it at what is there', () => {
  const range = createThreadRange();
  range.cut(thread(1, 500), true);
  while (range.up()) range.cut(thread(1, 500), true);
  const held = range.cut(thread(451, 520), true);
  assert.ok(held.length > 0 && held.length <= MOST);
  range.toEnd();
  assert.deepEqual(ends(range.cut(thread(471, 520), true))[1], 'k520');
});
