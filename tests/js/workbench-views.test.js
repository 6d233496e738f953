/** Saved views: what stands in them the desk says, their order is theirs, and one action reaches everything in them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDesk } from '../../static/workbench/store/desk.js';
import { createList } from '../../static/workbench/store/list.js';
import { createSelection } from '../../static/workbench/store/selection.js';
import { belongs } from '../../static/workbench/store/rows.js';
import { WHOLE_MAX, actOnWhole } from '../../static/workbench/thread/whole-view.js';
import { ME, arrive, at, createFakeApi, createFakeClient, row } from './support/workbench.js';

const VIEW = 'view_1';

test('a row stays in a saved view until the desk takes it out', () => {
  const rows = new Map();
  const list = createList({ rows, me: ME, changed() {} });
  list.show(VIEW);
  const items = ['a', 'b'].map((id) => row(id, { waiting_since: at(1) }));
  for (const one of items) rows.set(one.id, one);
  list.took(VIEW, items, null, true);
  rows.set('a', row('a', { state: 'closed' }));
  list.place(rows.get('a'));
  assert.deepEqual(list.shown.map((place) => place.id), ['b', 'a'], 'closed, it may still be what the filter asks for');
  rows.set('c', row('c', {}));
  assert.equal(list.takes(rows.get('a')), true);
  assert.equal(list.takes(rows.get('c')), false, 'nobody knows that it stands there');
  list.gone('a');
  assert.deepEqual(list.shown.map((place) => place.id), ['b']);
  assert.equal(belongs(VIEW, row('x', { state: 'closed' }), ME), true);
});

/** A desk whose agent has these views. @param {object[]} views @param {Record<string, string>} kept */
async function opened(views, kept = {}) {
  const asked = [];
  const api = Object.assign(createFakeApi({ rows: [row('a', {})] }), {
    views: async () => ({ items: views }),
    labels: async () => ({ items: [] }),
    drafts: async () => ({ items: [] }),
  });
  const conversations = api.conversations;
  api.conversations = (view, cursor, how) => {
    asked.push([view, how.sort]);
    return conversations(view, cursor, how);
  };
  const desk = createDesk({
    api: /** @type {any} */ (api),
    client: createFakeClient(),
    me: /** @type {any} */ ({ agent: { id: ME, name: 'Mei', role: 'owner' }, shop: { name: 'x' }, widget: null }),
    storage: /** @type {any} */ ({ getItem: (key) => kept[key] ?? null, setItem: (key, value) => (kept[key] = value) }),
    now: () => Date.parse(at(10)),
    after: () => 0,
    schedule: (flush) => flush(),
    painted: (fn) => fn(),
    signedOut() {},
  });
  desk.startList();
  await arrive();
  return { desk, asked, kept };
}
const saved = (more) => ({ id: VIEW, name: '退款', shared: false, filter: { all: [] }, problem: null, sort: 'due', ...more });

test('a saved view brings its own order, and the views of every desk keep theirs', async () => {
  const { desk, asked, kept } = await opened([saved({})], { 'servicedesk.sort': 'newest' });
  desk.showView(VIEW);
  await arrive();
  assert.deepEqual(asked.at(-1), [VIEW, 'due']);
  desk.arrangeBy({ sort: 'waiting' });
  await arrive();
  assert.deepEqual(asked.at(-1), [VIEW, 'waiting']);
  assert.equal(kept['servicedesk.sort'], 'newest', 'chosen for now');
  desk.showView('mine');
  await arrive();
  assert.deepEqual(asked.at(-1), ['mine', 'newest']);
});

test('a view that was looked at last and is gone, or cannot be read, gives way', async () => {
  for (const views of [[], [saved({ filter: null, problem: { field: 'filter', message: '' } })]]) {
    const { desk } = await opened(views, { 'servicedesk.view': VIEW });
    assert.equal(desk.list.view, 'open');
  }
  const { desk } = await opened([saved({})], { 'servicedesk.view': VIEW });
  assert.deepEqual([desk.list.view, desk.list.sort], [VIEW, 'due']);
});

test('those that are chosen stand for the whole view until something else is chosen', () => {
  const selection = createSelection({ changed() {} });
  selection.takeWhole();
  assert.equal(selection.whole, false, 'of nothing there is no whole');
  for (const ends of [() => selection.toggle('b'), () => selection.range('b', ['a', 'b']), () => selection.all(['a']), () => selection.clear()]) {
    selection.all(['a']);
    selection.takeWhole();
    assert.equal(selection.whole, true);
    ends();
    assert.equal(selection.whole, false);
  }
});

/** A desk that holds so many rows, and what it is asked and told. @param {number} count @param {(id:string) => string|null} refuses */
function whole(count, refuses = () => null) {
  const rows = Array.from({ length: count }, (_, i) => row(`c${i}`, { waiting_since: at(1) }));
  const calls = [];
  const notices = [];
  const desk = {
    list: { view: VIEW, sort: 'due', label: null },
    api: {
      conversations: async (view, cursor, { sort, limit }) => {
        assert.deepEqual([view, sort], [VIEW, 'due']);
        const from = Number(cursor ?? 0);
        return { items: rows.slice(from, from + limit), next_cursor: from + limit < rows.length ? String(from + limit) : null };
      },
      bulk: async (what) => {
        calls.push(what);
        const ids = what.ids ?? what.items.map(({ id }) => id);
        return { items: ids.map((id) => (refuses(id) ? { id, done: false, code: refuses(id) } : { id, done: true, before: { state: 'open', team_id: 'tm_1', priority: 'high' } })) };
      },
    },
    cache: { countsSoon() {} },
    notify: (notice) => notices.push(notice),
    failed: (error) => notices.push(error),
  };
  return { desk: /** @type {any} */ (desk), calls, notices };
}

test('everything in a view is closed in turns, and put back as it was', async () => {
  const { desk, calls, notices } = whole(450, (id) => (id === 'c7' ? 'newer_message' : null));
  await actOnWhole(desk, 'close', {});
  assert.deepEqual(calls.map(({ ids }) => ids.length), [200, 200, 50]);
  assert.equal(calls[0].last_sequences.c0, 1, 'what the customer says meanwhile keeps it open');
  assert.deepEqual(notices.slice(0, 3).map(({ key, vars }) => [key, vars.done, vars.count]), [0, 200, 400].map((done) => ['inbox.whole_doing', done, 450]));
  const last = notices.at(-1);
  assert.deepEqual([last.key, last.count, last.action.undo], ['inbox.bulk_kept', 1, true]);
  await last.action.run();
  const back = calls.slice(3);
  assert.deepEqual(back.map(({ action, items }) => [action, items.length]), [['restore', 200], ['restore', 200], ['restore', 49]]);
  assert.deepEqual(back[0].items[0], { id: 'c0', state: 'open', team_id: 'tm_1', priority: 'high' }, 'with team and priority');
  assert.equal(notices.at(-1), null);
});

test('it ends where somebody stops it or the desk says no, and what was done can be undone', async () => {
  const stopped = whole(500);
  stopped.desk.notify = (notice) => {
    stopped.notices.push(notice);
    if (notice?.vars?.done === 200) notice.action.run();
  };
  await actOnWhole(stopped.desk, 'close', {});
  assert.equal(stopped.calls.length, 2);
  assert.equal(stopped.notices.at(-1).count, 400);
  const broken = whole(500);
  const { bulk } = broken.desk.api;
  broken.desk.api.bulk = async (what) => (broken.calls.length > 0 ? Promise.reject(new Error('away')) : bulk(what));
  await actOnWhole(broken.desk, 'close', {});
  assert.equal(broken.notices.at(-2).message, 'away');
  assert.equal(broken.notices.at(-1).count, 200);
});

test('no more than so many at once, and none that it would not change', async () => {
  const { desk, calls } = whole(WHOLE_MAX + 300);
  await actOnWhole(desk, 'label', { labels: ['x'] });
  assert.equal(calls.reduce((sum, { ids }) => sum + ids.length, 0), WHOLE_MAX);
  const none = whole(3);
  await actOnWhole(none.desk, 'reopen', {});
  assert.deepEqual([none.calls.length, none.notices.at(-1).key], [0, 'inbox.bulk_none']);
});
