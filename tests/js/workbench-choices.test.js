/** Selecting rows, acting on all of them with a way back; labels and canned replies found by a few letters. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changes, foresee } from '../../static/workbench/store/actions.js';
import { fillCanned, searchCanned } from '../../static/workbench/store/canned.js';
import { createLabels, ownColour } from '../../static/workbench/store/labels.js';
import { SELECTED_MAX, createSelection } from '../../static/workbench/store/selection.js';
import { createDesk } from '../../static/workbench/store/desk.js';
import { ME, arrive, at, createFakeApi, createFakeClient, row } from './support/workbench.js';

test('one by one, by range in either direction, all, and never more than the desk takes', () => {
  let ticks = 0;
  const selection = createSelection({ changed: () => (ticks += 1) });
  const order = ['a', 'b', 'c', 'd', 'e'];
  selection.toggle('d');
  selection.range('b', order);
  assert.deepEqual(selection.ids.sort(), ['b', 'c', 'd']);
  selection.toggle('c');
  assert.deepEqual(selection.ids.sort(), ['b', 'd']);
  selection.keep((id) => id !== 'b');
  assert.deepEqual(selection.ids, ['d']);
  selection.all(Array.from({ length: SELECTED_MAX + 5 }, (_, i) => `r${i}`));
  assert.equal(selection.size, SELECTED_MAX);
  selection.toggle('one more');
  assert.equal(selection.size, SELECTED_MAX);
  selection.clear();
  assert.equal(selection.size, 0);
  const before = ticks;
  selection.clear();
  assert.equal(ticks, before, 'nothing changed');
});

test('what an action would change is foreseen, and nothing is asked where it changes nothing', () => {
  const open = row('c', { labels: ['a'], waiting_since: at(1) });
  assert.deepEqual(foresee(open, 'close', {}), { state: 'closed', waiting_since: null, snoozed_until: null });
  assert.deepEqual(foresee(open, 'label', { labels: ['a', 'b'] }), { labels: ['a', 'b'] });
  assert.deepEqual(foresee(open, 'unlabel', { labels: ['a'] }), { labels: [] });
  // What goes to a team waits there for somebody of it.
  const { agent_id, state, team_id } = /** @type {any} */ (foresee({ ...open, agent_id: 'a_1', state: 'open' }, 'team', { team_id: 'tm_1' }));
  assert.deepEqual([agent_id, state, team_id], [null, 'waiting', 'tm_1']);
  assert.equal(changes(open, 'label', { labels: ['a'] }), false);
  assert.equal(changes(open, 'assign', { agent_id: ME }), false);
  assert.equal(changes(open, 'reopen', {}), false);
  assert.equal(changes(row('d', { state: 'closed' }), 'close', {}), false);
});

test('many are closed with one call, what the desk refused goes back, and undo restores what was done', async () => {
  const rows = ['a', 'b', 'c'].map((id) => row(id, { waiting_since: at(1) }));
  const api = createFakeApi({ rows });
  const asked = [];
  const target = Object.assign(api, {
    bulk: async (what) => {
      asked.push(what);
      if (what.action === 'restore') return { items: what.items.map(({ id }) => ({ id, done: true })) };
      return {
        items: what.ids.map((id) => (id === 'b' ? { id, done: false, code: 'wrong_state' } : { id, done: true, before: { state: 'open', agent_id: ME, snoozed_until: null, labels: [] } })),
      };
    },
    labels: async () => ({ items: [] }),
    drafts: async () => ({ items: [] }),
  });
  const desk = createDesk({
    api: /** @type {any} */ (target),
    client: createFakeClient(),
    me: /** @type {any} */ ({ agent: { id: ME, name: 'Mei', role: 'owner' }, shop: { name: 'x' }, widget: null }),
    storage: null,
    now: () => Date.parse(at(10)),
    after: () => 0,
    schedule: (flush) => flush(),
    painted: (fn) => fn(),
    signedOut() {},
  });
  desk.startList();
  await arrive();
  await desk.actOnAll(['a', 'b', 'c'], 'close');
  assert.deepEqual(asked[0], { ids: ['a', 'b', 'c'], action: 'close', last_sequences: { a: 1, b: 1, c: 1 } });
  const states = () => ['a', 'b', 'c'].map((id) => desk.cache.rows.get(id)?.state);
  assert.deepEqual(states(), ['closed', 'open', 'closed']);
  assert.equal(desk.notice?.key, 'inbox.done_close');
  assert.equal(desk.notice?.count, 2);
  assert.ok(desk.undoable);
  assert.ok(desk.undoAction());
  await arrive();
  assert.equal(asked[1].action, 'restore');
  assert.deepEqual(asked[1].items.map((one) => one.id), ['a', 'c']);
  assert.deepEqual(states(), ['open', 'open', 'open']);
  assert.equal(desk.undoable, false);
});

test('labels: a colour for every name, the best match first, a new name shown at once', async () => {
  const labels = createLabels({
    api: /** @type {any} */ ({ labels: async () => ({ items: [{ id: 'l_1', name: '退款', colour: 4, conversations: 1 }, { id: 'l_2', name: '待退款', colour: 2, conversations: 9 }] }) }),
    changed() {},
  });
  assert.notEqual(ownColour('加急'), 5, 'red means broken promises');
  await labels.load();
  assert.equal(labels.colour('退款'), 4);
  assert.deepEqual(labels.all.map((one) => one.name), ['待退款', '退款'], 'the most used first');
  assert.deepEqual(labels.search('退').map((one) => one.name), ['退款', '待退款'], 'what begins so first');
  labels.expect('加急');
  assert.equal(labels.search('加')[0].name, '加急');
});

test('canned replies: by shortcut before title before words; gaps stay to be written', () => {
  const one = (id, shortcut, title, text, used = 0) => ({ id, shortcut, title, text, shared: true, used });
  const all = [one('1', 'hi', '问候', '退款的事'), one('2', 'refund', '退款在路上', 'x'), one('3', 'ref', '参考', 'x', 9)];
  assert.deepEqual(searchCanned(all, 'ref').map((found) => found.id), ['3', '2']);
  assert.deepEqual(searchCanned(all, '退款').map((found) => found.id), ['2', '1']);
  assert.equal(searchCanned(all, '')[0].id, '3', 'the most used first');
  assert.equal(fillCanned('{{contact.name}}您好，{{agent.name}} {{unknown}} {{x.y}}', { 'contact.name': null, 'agent.name': '小梅' }, '［待填］'), '［待填］您好，小梅 {{unknown}} {{x.y}}');
});
