import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createConversationCache } from '../../static/workbench/store/conversation-cache.js';
import { createList } from '../../static/workbench/store/list.js';
import { createListWatch } from '../../static/workbench/store/list-watch.js';
import { ME, at, createFakeClient, row } from './support/workbench.js';

/** @param {number} [count] @param {string|null} [cursor] */
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

test('rows stand where the desk says', () => {
  const { list, put, ids } = setUp();
  put(row('late', { waiting_since: at(9) }));
  assert.deepEqual(ids(), ['c0', 'c1', 'c2'], 'nothing comes in by itself');
  assert.ok(list.moved('late', 'c0'));
  assert.deepEqual(ids(), ['c0', 'late', 'c1', 'c2']);
  assert.ok(list.moved('late', null));
  assert.deepEqual(ids(), ['late', 'c0', 'c1', 'c2']);
  list.gone('c1');
  assert.deepEqual(ids(), ['late', 'c0', 'c2']);
  assert.ok(!list.moved('late', 'nowhere'), 'whoever hears that asks anew');
});

test('who was answered a moment ago stands below those who wait, before the desk says so', () => {
  const { put, ids } = setUp();
  put(row('c0', { waiting_since: null }));
  assert.deepEqual(ids(), ['c1', 'c2', 'c0']);
});

test('what an action takes out goes at once, and comes back to its place if the desk refuses', () => {
  const { list, put, ids } = setUp();
  put(row('c1', { waiting_since: at(1), state: 'closed' }));
  assert.deepEqual(ids(), ['c0', 'c2']);
  put(row('c1', { waiting_since: at(1) }));
  assert.deepEqual(ids(), ['c0', 'c1', 'c2']);
  put(row('c1', { state: 'closed' }));
  list.gone('c1');
  put(row('c1', { waiting_since: at(1) }));
  assert.deepEqual(ids(), ['c0', 'c2'], 'confirmed: now the desk says when it is back');
});

test('while the list is held nothing moves: newcomers are counted, leavers stay', () => {
  const { list, put, ids } = setUp();
  list.hold('pointer', true);
  put(row('new', { waiting_since: at(-5) }));
  list.moved('new', null);
  put(row('c1', { state: 'closed' }));
  list.moved('c2', null);
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
  list.moved('new', null);
  list.hold('pointer', false);
  assert.deepEqual(ids(), ['c0']);
  list.release();
  assert.deepEqual(ids(), ['new', 'c0']);
});

test('what is loaded below the part that is told stays there, and what falls out of it joins', () => {
  const { rows, list, put, ids } = setUp(3, 'next');
  const far = row('far', { waiting_since: at(30) });
  rows.set('far', far);
  list.took('mine', [far], null, false);
  assert.deepEqual(ids(), ['c0', 'c1', 'c2', 'far']);
  list.told(['c0', 'c1', 'c2'], true);
  put(row('new', { waiting_since: at(-5) }));
  list.gone('c2');
  list.moved('new', null);
  assert.deepEqual(ids(), ['new', 'c0', 'c1', 'c2', 'far']);
  list.moved('far', 'new');
  assert.deepEqual(ids(), ['new', 'far', 'c0', 'c1', 'c2'], 'it moved up into the part that is told');
  list.told(['c0'], false);
  assert.deepEqual(ids(), ['c0'], 'nothing is below');
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

test('other views are kept, lose what they no longer hold, and are told anew when they are shown', () => {
  const { rows, list, put, ids } = setUp();
  assert.equal(list.show('unassigned'), true, 'first time: fetch');
  const free = row('free', { agent_id: null });
  rows.set('free', free);
  list.took('unassigned', [free], null, true);
  put({ ...free, agent_id: ME });
  assert.deepEqual(ids(), []);
  assert.equal(list.show('mine'), false, 'second time: there');
  list.told(['c0', 'c1', 'c2', 'free'], false);
  assert.deepEqual(ids(), ['c0', 'c1', 'c2', 'free']);
  list.drop('c1');
  assert.deepEqual(ids(), ['c0', 'c2', 'free']);
});

test('an answer from before the desk told the list does not take it back', () => {
  const { list, ids } = setUp();
  list.told(['c2', 'c0'], false);
  list.took('mine', [row('c0'), row('c1')], null, true);
  assert.deepEqual(ids().sort(), ['c0', 'c2']);
});

/** @param {string} [phase] of the link when the list comes */
function watched(phase = 'connecting') {
  const client = createFakeClient();
  client.status.phase = phase;
  const counted = [];
  /** @type {any} */
  const api = { counts: async () => (counted.push('asked'), {}), conversation: async () => row('x') };
  const cache = createConversationCache({ me: ME, api, now: () => 0, after: (fn) => fn(), placed: (one) => list.place(one), gone() {}, changed() {} });
  const list = createList({ rows: cache.rows, me: ME, changed() {} });
  const watching = createListWatch({ client, cache, list });
  const said = () => client.calls.filter(([name]) => name === 'watch').map(([, frame]) => frame);
  return { client, cache, list, watching, said, counted, ids: () => list.shown.map((place) => place.id) };
}

test('the list that is shown is asked for at each welcome and when another one is shown', () => {
  const { client, list, watching, said } = watched();
  watching.watch();
  assert.deepEqual(said(), [], 'the link is not there');
  client.emit('welcome');
  assert.deepEqual(said(), [{ view: 'open', sort: 'waiting', label: null, rows: 50, request_id: '1' }]);
  list.show('mine');
  watching.watch();
  assert.deepEqual(said().slice(1).map(({ view, request_id }) => [view, request_id]), [[null, '1'], ['mine', '2']]);
});

test('a link that was quicker than the page is asked at once', () => {
  const { watching, said } = watched('live');
  watching.watch();
  assert.deepEqual(said().map(({ view }) => view), ['open']);
});

test('what was asked for before another list is passed over', () => {
  const { client, watching, cache, ids } = watched();
  client.emit('welcome');
  client.emit('rows', { view: 'open', request_id: '1', items: [row('a'), row('b')], more: false, counts: { open: 2 } });
  assert.deepEqual([ids(), cache.counts], [['a', 'b'], { open: 2 }]);
  client.emit('row', { view: 'open', request_id: '1', row: row('c'), after: 'a' });
  client.emit('row', { view: 'open', request_id: '1', id: 'b', gone: true });
  client.emit('counts', { type: 'counts', request_id: '1', open: 3 });
  assert.deepEqual([ids(), cache.counts], [['a', 'c'], { open: 3 }]);
  watching.watch();
  client.emit('row', { view: 'open', request_id: '1', row: row('d'), after: null });
  assert.deepEqual(ids(), ['a', 'c']);
});

test('counts are asked for only while nobody tells them', () => {
  const { client, cache, counted } = watched();
  cache.countsSoon();
  assert.equal(counted.length, 1);
  client.emit('welcome');
  client.emit('rows', { view: 'open', request_id: '1', items: [], more: false, counts: {} });
  cache.countsSoon();
  assert.equal(counted.length, 1);
  client.emit('status', { phase: 'waiting' });
  assert.equal(counted.length, 2);
});
