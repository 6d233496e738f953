import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createList } from '../../static/workbench/store/list.js';
import { ME, at, row } from './support/workbench.js';

function setUp(count = 3, cursor = null) {
  const rows = new Map();
  const list = createList({ rows, me: ME, changed() {} });
  const put = (one) => {
    rows.set(one.id, one);
    list.place(one);
  };
  list.show('mine');
  const items = Array.from({ length: count }, (_, i) => row(`c${i}`, { waiting_since: at(i) }));
  for (const one of items) rows.set(one.id, one);
  list.took('mine', items, cursor, true);
  return { rows, list, put, ids: () => list.shown.map((place) => place.id) };
}

test('a newcomer takes his place by waiting time', () => {
  const { put, ids } = setUp();
  put(row('late', { waiting_since: at(9) }));
  put(row('idle', { updated_at: at(50) }));
  assert.deepEqual(ids(), ['c0', 'c1', 'c2', 'late', 'idle']);
});

test('while the list is held nothing moves: newcomers are counted, leavers stay', () => {
  const { list, put, ids } = setUp();
  list.hold('pointer', true);
  put(row('new', { waiting_since: at(-5) }));
  put(row('c1', { state: 'closed' }));
  put(row('c2', { waiting_since: at(-9) }));
  assert.deepEqual(ids(), ['c0', 'c1', 'c2']);
  assert.equal(list.waiting, 1);
  list.hold('pointer', false);
  assert.deepEqual(ids(), ['c2', 'new', 'c0']);
  assert.equal(list.waiting, 0);
});

test('two reasons hold it: it is let go when both are over, or by asking', () => {
  const { list, put, ids } = setUp(1);
  list.hold('pointer', true);
  list.hold('scrolled', true);
  put(row('new', { waiting_since: at(-5) }));
  list.hold('pointer', false);
  assert.deepEqual(ids(), ['c0']);
  list.release();
  assert.deepEqual(ids(), ['new', 'c0']);
});

test('what lies beyond the loaded pages comes with its page, not before', () => {
  const { rows, list, put, ids } = setUp(3, 'next');
  const far = row('far', { waiting_since: at(30) });
  put(far);
  assert.deepEqual(ids(), ['c0', 'c1', 'c2']);
  put(row('near', { waiting_since: at(1.5) }));
  assert.deepEqual(ids(), ['c0', 'c1', 'near', 'c2']);
  rows.set('far', far);
  list.took('mine', [far], null, false);
  assert.deepEqual(ids(), ['c0', 'c1', 'near', 'c2', 'far']);
});

test('a page that comes while scrolling is appended below', () => {
  const { rows, list, ids } = setUp(2, 'next');
  list.hold('scrolled', true);
  const page = [row('c8', { waiting_since: at(8) }), row('c9', { waiting_since: at(9) })];
  for (const one of page) rows.set(one.id, one);
  list.took('mine', page, null, false);
  assert.deepEqual(ids(), ['c0', 'c1', 'c8', 'c9']);
  assert.equal(list.waiting, 0);
});

test('other views are kept and follow along', () => {
  const { rows, list, put, ids } = setUp();
  assert.equal(list.show('unassigned'), true, 'first time: fetch');
  const free = row('free', { agent_id: null });
  rows.set('free', free);
  list.took('unassigned', [free], null, true);
  put({ ...free, agent_id: ME });
  assert.deepEqual(ids(), []);
  assert.equal(list.show('mine'), false, 'second time: there');
  assert.deepEqual(ids(), ['c0', 'c1', 'c2', 'free']);
  list.drop('c1');
  assert.deepEqual(ids(), ['c0', 'c2', 'free']);
});
