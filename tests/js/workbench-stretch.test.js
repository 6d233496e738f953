import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST, createStretch } from '../../static/workbench/store/stretch.js';

/** @param {number} first @param {number} last */
const thread = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => /** @type {any} */ ({ type: 'bubble', key: `k${first + i}`, id: `m${first + i}` }));
const ends = (/** @type {readonly any[]} */ pieces) => [pieces[0]?.key, pieces.at(-1)?.key];

test('begins with the end, and with the mark of new ones where they are many', () => {
  const stretch = createStretch();
  assert.deepEqual(stretch.cut([], true), []);
  assert.deepEqual(ends(stretch.cut(thread(1, 100), true)), ['k81', 'k100']);
  assert.ok(stretch.ends);
  stretch.reset();
  const marked = [...thread(1, 50), /** @type {any} */ ({ type: 'new', key: 'new' }), ...thread(51, 100)];
  const seen = stretch.cut(marked, true);
  assert.deepEqual([seen[0].key, seen[2].key], ['k49', 'new']);
  assert.ok(!stretch.ends);
});

test('follows what comes while the end is read, and lets go above', () => {
  const stretch = createStretch();
  for (let last = 1; last <= 1000; last += 1) {
    const held = stretch.cut(thread(1, last), true);
    assert.equal(held.at(-1).key, `k${last}`);
    assert.ok(held.length <= MOST);
  }
});

test('what is read above stays while more comes below, within the bound', () => {
  const stretch = createStretch();
  stretch.cut(thread(1, 100), true);
  assert.ok(stretch.up());
  const [top] = ends(stretch.cut(thread(1, 100), false));
  assert.equal(top, 'k41');
  const held = stretch.cut(thread(1, 900), false);
  assert.deepEqual([held[0].key, held.length], ['k41', MOST]);
  assert.ok(!stretch.ends);
});

test('grows to either side until the thread ends there, and lets go at the other', () => {
  const stretch = createStretch();
  stretch.cut(thread(1, 500), true);
  let steps = 0;
  while (stretch.up()) {
    assert.ok(stretch.cut(thread(1, 500), false).length <= MOST);
    steps += 1;
  }
  assert.ok(steps >= 12);
  assert.deepEqual(ends(stretch.cut(thread(1, 500), false)), ['k1', `k${MOST}`]);
  while (stretch.down()) assert.ok(stretch.cut(thread(1, 500), false).length <= MOST);
  assert.deepEqual(ends(stretch.cut(thread(1, 500), false)), [`k${501 - MOST}`, 'k500']);
});

test('history above does not move it', () => {
  const stretch = createStretch();
  stretch.cut(thread(200, 300), true);
  while (stretch.up()) stretch.cut(thread(200, 300), false);
  assert.equal(stretch.cut(thread(150, 300), false)[0].key, 'k200');
  assert.ok(stretch.up());
  assert.equal(stretch.cut(thread(150, 300), false)[0].key, 'k160');
});

test('a message far away is reached, and the end again', () => {
  const stretch = createStretch();
  stretch.cut(thread(1, 500), true);
  assert.ok(stretch.reach('m30'));
  assert.ok(stretch.cut(thread(1, 500), false).some((/** @type {any} */ one) => one.id === 'm30'));
  assert.ok(!stretch.reach('m900'));
  assert.ok(stretch.toEnd());
  assert.equal(ends(stretch.cut(thread(1, 500), true))[1], 'k500');
  assert.ok(!stretch.toEnd());
});

test('entries that were let go, or a thread asked for anew, leave it at what is there', () => {
  const stretch = createStretch();
  stretch.cut(thread(1, 500), true);
  while (stretch.up()) stretch.cut(thread(1, 500), true);
  const held = stretch.cut(thread(451, 520), true);
  assert.ok(held.length > 0 && held.length <= MOST);
  stretch.toEnd();
  assert.deepEqual(ends(stretch.cut(thread(471, 520), true))[1], 'k520');
});
