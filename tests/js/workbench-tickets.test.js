import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foresee } from '../../static/workbench/store/tickets/actions.js';
import { createBoard } from '../../static/workbench/store/tickets/board.js';
import { belongs, dueOf, findTickets, following, isDueToday, ofRow, ofTicket, optionsOf, promised } from '../../static/workbench/store/tickets/ticket.js';
import { createTickets } from '../../static/workbench/store/tickets/tickets.js';
import { createInboxActions } from '../../static/workbench/pages/inbox/actions.js';
import { createTicketActions } from '../../static/workbench/pages/tickets/actions.js';
import { drawn, keepColumns, keptColumns, template } from '../../static/workbench/pages/tickets/columns.js';
import { ME, arrive, at, createFakeClient, createFakeStorage, row } from './support/workbench.js';

const NOW = Date.parse(at(0));
const HOUR = 3_600_000;
const STATUSES = /** @type {any[]} */ ([
  ['ts_new', 'new'],
  ['ts_open', 'open'],
  ['ts_wait', 'pending'],
  ['ts_courier', 'on_hold'],
  ['ts_solved', 'solved'],
  ['ts_closed', 'closed'],
].map(([id, category]) => ({ id, name: id, category, public_name: { 'zh-CN': id, en: id } })));

/** A ticket as REST tells it. @param {number} number @param {Record<string, any>} [fields] */
const told = (number, { status = 'ts_open', ...fields } = {}) => ({
  id: `c_${number}`,
  number,
  name: `T-${number}`,
  title: `title ${number}`,
  status: STATUSES.find((one) => one.id === status),
  type: null,
  fields: {},
  priority: 'normal',
  due_at: null,
  agent_id: ME,
  team_id: null,
  labels: [],
  contact: { id: 'p_1', name: '李娜', verified: false, label: '83f1' },
  followers: [],
  links: [],
  source: null,
  clock: null,
  first_clock: null,
  created_at: at(0),
  updated_at: at(0),
  solved_at: null,
  message_count: 3,
  ...fields,
});

/** @param {Record<string, any>} [fields] @returns {any} */
const clock = (fields = {}) => ({
  kind: 'solution', at: at(0), target_ms: 8 * HOUR, warn_ms: 6 * HOUR, spent_ms: 2 * HOUR, running: true, paused: null, changes_at: null,
  due_at: new Date(NOW + 6 * HOUR).toISOString(), broken_at: null, ended_at: null, ...fields,
});

test('a ticket is the same from either shape in which the desk tells it', () => {
  const ticket = ofTicket(told(218, { type: { id: 'tt_1', name: '破损' }, due_at: at(60) }));
  const line = ofRow(row('c_218', { contact: ticket.contact, ticket: { number: 218, name: 'T-218', title: 'title 218', status_id: 'ts_open', category: 'open', type_id: 'tt_1', due_at: at(60) } }), ticket);
  for (const name of ['id', 'number', 'name', 'title', 'status_id', 'category', 'type_id', 'due_at', 'agent_id', 'priority', 'messages']) assert.deepEqual(/** @type {any} */ (line)[name], /** @type {any} */ (ticket)[name], name);
});

test('of a row’s clocks only the one of its solution is its promise', () => {
  const ticket = { number: 1, name: 'T-1', title: 'a', status_id: 'ts_open', category: 'open', type_id: null, due_at: null };
  const before = ofTicket(told(1, { clock: clock() }));
  assert.equal(ofRow(row('c_1', { ticket, clock: clock({ kind: 'next' }) }), before).clock?.kind, 'solution');
  assert.equal(ofRow(row('c_1', { ticket, clock: clock({ spent_ms: 5 }) }), before).clock?.spent_ms, 5);
  assert.equal(ofRow(row('c_1', { ticket, clock: clock({ kind: 'next' }) })).clock, null);
});

test('a view holds what the desk would put there', () => {
  const [open, solved, waits, other] = [told(1), told(2, { status: 'ts_solved' }), told(3, { status: 'ts_wait' }), told(4, { agent_id: null })].map(ofTicket);
  const held = (/** @type {string} */ view) => [open, solved, waits, other].filter((one) => belongs(view, one, ME)).map((one) => one.number);
  assert.deepEqual(held('unsolved'), [1, 3, 4]);
  assert.deepEqual(held('mine'), [1, 3]);
  assert.deepEqual(held('customer'), [3]);
  assert.deepEqual(held('all'), [1, 2, 3, 4]);
  assert.deepEqual(held('view_1'), [1, 2, 3, 4], 'the desk alone knows');
});

test('what is closed stays so, and nothing becomes new again', () => {
  const names = (/** @type {any} */ from) => following(STATUSES, from).map((one) => one.category);
  assert.deepEqual(names('new'), ['new', 'open', 'pending', 'on_hold', 'solved', 'closed']);
  assert.deepEqual(names('solved'), ['open', 'pending', 'on_hold', 'solved', 'closed']);
  assert.deepEqual(names('closed'), ['closed']);
});

test('the promise of a solution runs, stands still, breaks and ends', () => {
  /** @type {[string, any, number, any][]} */
  const cases = [
    ['nothing is promised', null, 0, null],
    ['it runs', clock(), HOUR, { level: 'running', left_ms: 5 * HOUR, share: 3 / 8 }],
    ['time is short', clock(), 4.5 * HOUR, { level: 'warned', left_ms: 1.5 * HOUR }],
    ['it is over', clock(), 7 * HOUR, { level: 'broken', left_ms: HOUR, share: 1 }],
    ['the customer is to answer', clock({ running: false, paused: 'customer' }), 5 * HOUR, { level: 'paused', paused: 'customer', left_ms: 6 * HOUR, due_at: null }],
    ['hours end', clock({ changes_at: new Date(NOW + HOUR).toISOString() }), 5 * HOUR, { level: 'paused', paused: 'hours', left_ms: 5 * HOUR }],
    ['hours begin again', clock({ running: false, paused: 'hours', changes_at: new Date(NOW + HOUR).toISOString() }), 2 * HOUR, { level: 'running', left_ms: 5 * HOUR }],
    ['solved in time', clock({ running: false, ended_at: at(1) }), 9 * HOUR, { level: 'met', left_ms: 0 }],
    ['solved too late', clock({ running: false, spent_ms: 10 * HOUR, broken_at: at(1), ended_at: at(2) }), 9 * HOUR, { level: 'missed', left_ms: 2 * HOUR }],
  ];
  for (const [name, of, after, expected] of cases) {
    const told_ = promised(of, NOW + after);
    if (expected === null) assert.equal(told_, null, name);
    else for (const [key, value] of Object.entries(expected)) assert.equal(/** @type {any} */ (told_)[key], value, `${name}: ${key}`);
  }
});

test('it is due by the time that somebody set, else by its promise', () => {
  const now = new Date(2026, 2, 1, 10);
  const due = (/** @type {Date} */ date) => date.toISOString();
  assert.equal(dueOf(ofTicket(told(1, { clock: clock() }))), clock().due_at);
  assert.equal(dueOf(ofTicket(told(1, { clock: clock(), due_at: at(5) }))), at(5));
  assert.ok(isDueToday(ofTicket(told(1, { due_at: due(new Date(2026, 2, 1, 23, 59)) })), now));
  assert.ok(isDueToday(ofTicket(told(1, { due_at: due(new Date(2026, 1, 27)) })), now), 'late is due, too');
  assert.ok(!isDueToday(ofTicket(told(1, { due_at: due(new Date(2026, 2, 2)) })), now));
  assert.ok(!isDueToday(ofTicket(told(1)), now));
});

test('what an action does is foreseen', () => {
  const ticket = ofTicket(told(1, { labels: ['a'], solved_at: at(1) }));
  assert.deepEqual(foresee(ticket, 'assign', { agent_id: 'a_2' }, STATUSES), { agent_id: 'a_2' });
  assert.deepEqual(foresee(ticket, 'team', { team_id: 't_1' }, STATUSES), { agent_id: null, team_id: 't_1' });
  assert.deepEqual(foresee(ticket, 'priority', { priority: 'high' }, STATUSES), { priority: 'high' });
  assert.deepEqual(foresee(ticket, 'status', { status_id: 'ts_solved' }, STATUSES), { status_id: 'ts_solved', category: 'solved' });
  assert.deepEqual(foresee(ticket, 'status', { status_id: 'ts_wait' }, STATUSES), { status_id: 'ts_wait', category: 'pending', solved_at: null });
  assert.deepEqual(foresee(ticket, 'label', { labels: ['a', 'b'] }, STATUSES), { labels: ['a', 'b'] });
  assert.deepEqual(foresee(ticket, 'unlabel', { labels: ['a'] }, STATUSES), { labels: [] });
});

test('choices of a field have one shape, whichever way they are written', () => {
  const field = /** @type {any} */ ({ key: 'way', options: ['补发', { value: 'refund', label: { 'zh-CN': '退款', en: 'Refund' } }] });
  assert.deepEqual(optionsOf(field, 'en'), [{ value: '补发', label: '补发' }, { value: 'refund', label: 'Refund' }]);
});

test('columns are kept, and without room some of them go', () => {
  const storage = createFakeStorage();
  assert.deepEqual(drawn(keptColumns(storage), false), ['number', 'title', 'contact', 'status', 'priority', 'agent', 'promise', 'updated']);
  keepColumns(storage, new Set(['number', 'title', 'labels', 'agent']));
  assert.deepEqual(drawn(keptColumns(storage), false), ['number', 'title', 'agent', 'labels']);
  assert.deepEqual(drawn(keptColumns(storage), true), ['number', 'title', 'agent']);
  storage.setItem('servicedesk.tickets.columns', 'nothing');
  assert.equal(drawn(keptColumns(storage), false).length, 8, 'another version kept what this one does not know');
  assert.equal(template(['number', 'title']).split(' ')[0], '36px');
});

test('a ticket to link with is found by number and title', () => {
  const all = [told(21), told(201, { title: '罐盖松动' }), told(218)].map(ofTicket);
  const found = (/** @type {string} */ text) => findTickets(all, text, 'c_218').map((one) => one.name);
  assert.deepEqual(found('T-21'), ['T-21'], 'never the ticket itself');
  assert.deepEqual(found('201'), ['T-201']);
  assert.deepEqual(found('罐盖'), ['T-201']);
  assert.deepEqual(found('21')[0], 'T-21', 'the number itself comes first');
});

/** The store over a desk that answers from plain tables. @param {any[]} tickets */
function setUp(tickets) {
  const client = createFakeClient();
  /** @type {any[]} */ const notices = [];
  /** @type {any[]} */ const asked = [];
  const find = (/** @type {string} */ name) => tickets.find((one) => one.id === name || one.name === name);
  /** @type {any} */
  const api = {
    statuses: async () => ({ version: 1, statuses: STATUSES }),
    types: async () => ({ version: 1, types: [] }),
    counts: async () => ({ views: { unsolved: tickets.length } }),
    list: async (/** @type {string} */ view, /** @type {string|null} */ cursor, /** @type {any} */ how) => {
      asked.push(['list', view, cursor, how]);
      const of = tickets.filter((one) => (how.status ? one.status.id === how.status : (view === 'solved' ? one.status.category === 'solved' : belongs(view, ofTicket(one), ME))));
      const from = Number(cursor ?? 0);
      return { items: of.slice(from, from + 50), next: of.length > from + 50 ? String(from + 50) : null };
    },
    board: async () => ({ columns: STATUSES.map(({ id }) => ({ status_id: id, count: tickets.filter((one) => one.status.id === id).length, items: tickets.filter((one) => one.status.id === id).slice(0, 50), next: tickets.filter((one) => one.status.id === id).length > 50 ? '50' : null })) }),
    get: async (/** @type {string} */ name) => {
      const found = find(name);
      if (!found) throw Object.assign(new Error('missing'), { status: 404 });
      return structuredClone(found);
    },
    activity: async () => ({ items: [] }),
    bulk: async (/** @type {any} */ what) => {
      asked.push(['bulk', what]);
      const ids = what.ids ?? what.items.map((/** @type {any} */ one) => one.id);
      return { items: ids.map((/** @type {string} */ id) => (find(id)?.refuses ? { id, done: false, code: 'wrong_state' } : { id, done: true, before: { status_id: find(id).status.id } })) };
    },
    status: async (/** @type {string} */ id, /** @type {string} */ status_id) => void asked.push(['status', id, status_id]),
    change: async (/** @type {string} */ id, /** @type {any} */ fields) => ({ ...find(id), ...fields }),
  };
  /** @type {((entry:any) => void)[]} */ const entered = [];
  /** @type {any} */
  const core = {
    client,
    clock: { create: () => ({ value: 0 }), touch() {} },
    agent: { id: ME },
    notify: (/** @type {any} */ notice) => notices.push(notice),
    failed: (/** @type {any} */ error) => notices.push(error),
    onEntry: (/** @type {any} */ listener) => entered.push(listener),
  };
  const store = createTickets({ core, api, storage: createFakeStorage(), now: () => NOW, after: (fn) => setImmediate(fn) });
  return { store, client, api, asked, notices, hear: (/** @type {any} */ entry) => entered.forEach((listener) => listener(entry)) };
}

test('the page asks for its list, and the desk tells what changes in it', async () => {
  const { store, client, asked } = setUp([told(1), told(2), told(3, { status: 'ts_solved', solved_at: at(-60) })]);
  client.emit('welcome');
  assert.deepEqual(client.calls, [], 'nothing is watched while the page is not seen');
  store.show(true);
  await arrive();
  assert.deepEqual([client.calls, asked.filter(([name]) => name === 'list')], [[], []], 'nor for the page of one ticket');
  store.showList();
  assert.deepEqual(client.calls.at(-1), ['watch', { view: 'tickets:unsolved', sort: 'due', label: null, rows: 50, request_id: 'tickets-1' }]);
  await arrive();
  assert.deepEqual(store.list.shown.map((one) => one.id), ['c_1', 'c_2']);
  assert.deepEqual(store.solved, ['c_3']);
  assert.ok(asked.some(([, view]) => view === 'solved'));
  client.emit('row', { request_id: 'tickets-1', row: row('c_9', { ticket: { number: 9, name: 'T-9', title: 'new', status_id: 'ts_new', category: 'new', type_id: null, due_at: null } }), after: null });
  assert.deepEqual(store.list.shown.map((one) => one.id), ['c_9', 'c_1', 'c_2']);
  client.emit('row', { request_id: '1', row: row('c_5'), after: null });
  assert.equal(store.list.shown.length, 3, 'what is told of another list is none of ours');
  store.show(false);
  assert.deepEqual(client.calls.at(-1), ['watch', { view: null, request_id: 'tickets-1' }]);
});

test('what is solved leaves the view at once, comes back where the desk refuses, and can be undone', async () => {
  const { store, asked, notices } = setUp([told(1), told(2, { refuses: true })]);
  store.show(true);
  await store.showList();
  const doing = store.act(['c_1', 'c_2'], 'status', { status_id: 'ts_solved' });
  assert.deepEqual(store.list.shown.map((one) => one.id), []);
  assert.equal(await doing, false);
  assert.equal(store.rows.get('c_2')?.status_id, 'ts_open');
  assert.equal(notices.at(-1).key, 'tickets.refused_state');
  await arrive();
  assert.equal(await store.act(['c_1'], 'priority', { priority: 'high' }), true);
  notices.at(-1).action.run();
  await arrive();
  assert.equal(asked.filter(([name]) => name === 'bulk').at(-1)[1].action, 'restore');
  await store.act(['c_1'], 'status', { status_id: 'ts_solved' });
  notices.at(-1).action.run();
  await arrive();
  assert.deepEqual(asked.filter(([name]) => name === 'status'), [['status', 'c_1', 'ts_solved'], ['status', 'c_1', 'ts_open']]);
});

test('an entry of a ticket has it asked for anew, each once', async () => {
  const tickets = [told(1)];
  const { store, hear } = setUp(tickets);
  store.show(true);
  await store.showList();
  tickets[0] = told(1, { title: 'another' });
  for (const sequence of [1, 2, 3]) hear({ type: 'entry', conversation_id: 'c_1', sequence, kind: 'ticket_changed' });
  await arrive();
  assert.equal(store.rows.get('c_1')?.title, 'another');
});

test('the page of a ticket opens by its number, and says where there is none', async () => {
  const { store } = setUp([told(218)]);
  await store.opened.open('T-218');
  assert.equal(store.opened.ticket.id, 'c_218');
  store.tell(told(218, { priority: 'urgent' }));
  assert.equal(store.opened.ticket.priority, 'urgent', 'what lists know changes it, too');
  await store.opened.open('T-9');
  assert.equal(store.opened.phase, 'missing');
});

test('a board of fifty thousand holds some of each column, and more as somebody scrolls', async () => {
  const many = Array.from({ length: 120 }, (_, i) => told(i + 1, { status: 'ts_open' }));
  const rows = new Map();
  /** @type {any} */
  const api = {
    board: async () => ({ columns: [{ status_id: 'ts_new', count: 0, items: [], next: null }, { status_id: 'ts_open', count: null, items: many.slice(0, 50), next: '50' }] }),
    list: async (/** @type {string} */ _view, /** @type {string} */ cursor) => ({ items: many.slice(Number(cursor), Number(cursor) + 50), next: Number(cursor) + 50 < many.length ? String(Number(cursor) + 50) : null }),
  };
  const board = createBoard({ api, rows, put: (ticket) => (rows.set(ticket.id, ticket), board.place(ticket)), changed() {}, view: () => 'all', sort: () => 'due' });
  await board.load();
  assert.deepEqual(board.columns.map((one) => one.ids.length), [0, 50]);
  await board.more('ts_open');
  await board.more('ts_open');
  assert.equal(board.columns[1].ids.length, 120);
  await board.more('ts_open');
  assert.equal(board.columns[1].ids.length, 120, 'there is no more');
  assert.equal(board.beside('c_2', 'up'), 'c_1');
  assert.equal(board.beside('c_2', 'down'), 'c_3');
  assert.equal(board.beside('c_2', 'left'), null, 'an empty column has nothing to go to');
  board.place({ .../** @type {any} */ (rows.get('c_7')), status_id: 'ts_new', category: 'new' });
  assert.deepEqual(board.columns[0].ids, ['c_7']);
  assert.equal(board.columns[0].count, 1);
  assert.equal(board.columnOf('c_7')?.status_id, 'ts_new');
  assert.equal(board.beside('c_1', 'left'), 'c_7');
  assert.equal(board.statusBeside('c_7', 1), 'ts_open');
});

test('what tickets and inbox call the same has the same key, and no key of tickets means two things', () => {
  const nowhere = /** @type {any} */ ({ desk: {}, ui: {}, list: {}, composer: {} });
  const [inbox, tickets] = [createInboxActions(nowhere), createTicketActions({ ...nowhere, views: ['unsolved', 'mine'] })];
  for (const [id, action] of Object.entries(tickets)) if (inbox[id]) assert.equal(action.key, inbox[id].key, id);
  const keys = Object.values(tickets).map((one) => one.key).filter(Boolean);
  assert.equal(new Set(keys).size, keys.length, keys.join(' '));
});
