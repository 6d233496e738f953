/** Tickets and merges, as far as pages decide by themselves: rules of fields, where a talk goes on, what may be merged into. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createConversationCache } from '../../static/widget/conversation-cache.js';
import { problemOf } from '../../static/widget/fields.js';
import { createLeaving, findTicket, ticketLine } from '../../static/widget/tickets.js';
import { choices } from '../../static/workbench/store/merge-targets.js';

const TICKET = { number: 218, name: 'T-218', title: '盖碗破损', status: '等快递' };
/** @param {string} id @param {object} more */
const item = (id, more) => ({ id, state: 'open', opened_at: `2026-03-01T0${id}:00:00Z`, updated_at: `2026-03-01T0${id}:00:00Z`, last_message: null, rating: null, last_sequence: 1, unread: 0, ...more });

test('numbers and days are told what they lack', () => {
  for (const [type, value, problem] of /** @type {[string, string, string|null][]} */ ([
    ['number', '3', null],
    ['number', '-2.5', null],
    ['number', '2,5', null],
    ['number', 'two', 'rule.number'],
    ['number', '1e3', 'rule.number'],
    ['date', '2026-03-01', null],
    ['date', 'March', 'rule.date'],
    ['number', '', null],
  ])) {
    assert.equal(problemOf({ type }, value), problem, `${type} ${value}`);
  }
});

test('a talk goes on in the newest chat, never in a ticket', () => {
  const cache = createConversationCache({ read: () => 0 });
  cache.set([item('3', { ticket: TICKET }), item('2', {}), item('1', {})]);
  assert.equal(cache.going()?.id, '2');
  assert.equal(ticketLine(/** @type {any} */ (cache.get('3')?.ticket)), 'T-218 · 等快递');
  // A welcome says it as well, and what a later list says of it goes before.
  cache.know([{ conversation_id: '4', state: 'open', last_sequence: 1, ticket: TICKET }]);
  assert.equal(cache.going()?.id, '2');
  cache.set([item('3', { ticket: { ...TICKET, status: '已解决' } })]);
  assert.equal(cache.get('3')?.ticket?.status, '已解决');
});

test('a ticket is found by its number, its shown number or its id, in the list of the desk if need be', async () => {
  const cache = createConversationCache({ read: () => 0 });
  let asked = 0;
  const session = /** @type {any} */ ({
    call: async () => {
      asked += 1;
      return { json: async () => ({ items: [item('3', { ticket: TICKET }), item('2', {})] }) };
    },
  });
  for (const name of ['T-218', ' t-218 ', '218', '3']) assert.equal(await findTicket({ name, session, cache }), '3', name);
  assert.equal(asked, 1);
  assert.equal(await findTicket({ name: '2', session, cache }), null, 'a chat is none');
});

test('a form that is pressed again is the same ticket, and another once it changed', async () => {
  /** @type {string[]} */ const keys = [];
  let fails = true;
  const session = /** @type {any} */ ({
    fetch: async (/** @type {string} */ _path, /** @type {any} */ init) => {
      keys.push(init.headers['idempotency-key']);
      if (fails) return { ok: false, json: async () => ({ code: 'invalid', field: 'fields.order_no' }) };
      return { ok: true, json: async () => TICKET };
    },
  });
  const leave = createLeaving(session);
  await assert.rejects(leave({ message: 'a' }), { field: 'fields.order_no', code: 'invalid' });
  fails = false;
  assert.equal((await leave({ message: 'a' })).name, 'T-218');
  await leave({ message: 'b' });
  assert.equal(keys[0], keys[1]);
  assert.notEqual(keys[1], keys[2]);
});

test('what is merged into is found by words, or named by its number', () => {
  const targets = [
    { id: 'a', label: '盖碗破了', closed: false },
    { id: 'b', label: 'T-12 · 盖碗补发', closed: false },
    { id: 'c', label: '很久以前的盖碗', closed: true },
  ];
  assert.deepEqual(choices(targets, '').map((one) => one.id), ['a', 'b']);
  assert.deepEqual(choices(targets, '补发').map((one) => one.id), ['b']);
  assert.deepEqual(choices(targets, 't-12').map((one) => one.id), ['b']);
  assert.deepEqual(choices(targets, 'T-99').map((one) => one.id), ['T-99']);
  assert.deepEqual(choices(targets, '99').map((one) => one.id), ['99']);
  assert.deepEqual(choices(targets, '没有').map((one) => one.id), []);
});
