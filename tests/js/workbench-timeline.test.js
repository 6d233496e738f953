import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeline } from '../../static/workbench/store/timeline.js';
import { ME, agent, entry, message, visitor } from './support/workbench.js';

/** What is shown, but for days. @param {any[]} entries @param {{items?:any[], theirs?:{received:number, read:number}, seen?:number|null}} [how] @returns {any[]} */
const show = (entries, { items = [], theirs = { received: 0, read: 0 }, seen = null } = {}) =>
  timeline({ entries, items, me: ME, name: 'Mei', theirs, seen }).filter((piece) => piece.type !== 'day');

test('turns of one speaker are grouped; time and state stand under the last', () => {
  const pieces = show([message('c', 1, visitor, 'a'), message('c', 2, visitor, 'b'), message('c', 3, agent(), 'c')]);
  assert.deepEqual(
    pieces.map((one) => [one.tone, one.first, one.last]),
    [
      ['customer', true, false],
      ['customer', false, true],
      ['own', true, true],
    ],
  );
});

test('a pause, another speaker, a line or a note ends the turn', () => {
  const late = message('c', 2, visitor, 'b', { sent_at: new Date(1_700_000_000_000 + 600_000).toISOString() });
  assert.equal(show([message('c', 1, visitor, 'a'), late])[1].first, true);
  const pieces = show([
    message('c', 1, agent(), 'a'),
    entry('c', 2, 'assigned', { agent_id: ME }),
    message('c', 3, agent(), 'b'),
    message('c', 4, agent(), 'n', { note: true }),
    message('c', 5, agent('a_other'), 'c'),
  ]);
  assert.deepEqual(pieces.map((one) => one.tone ?? one.type), ['own', 'line', 'own', 'note', 'own']);
  assert.ok(pieces.filter((one) => one.type === 'bubble').every((one) => one.first && one.last));
});

test('states of what went out: sent, delivered, read; notes have none', () => {
  const entries = [1, 2, 3].map((n) => message('c', n, agent(), 'x'));
  entries.push(message('c', 4, agent(), 'n', { note: true }));
  assert.deepEqual(show(entries, { theirs: { received: 2, read: 1 } }).map((one) => one.state), ['read', 'delivered', 'sent', null]);
});

test('unsent ones come last, in their own state, and keep their key when they are stored', () => {
  const item = { client_message_id: 'id1', created_at: new Date(1_700_000_009_000).toISOString(), note: false, content: { text: 'x' }, state: 'sending' };
  const [, sending] = show([message('c', 1, visitor, 'a')], { items: [item] });
  assert.equal(sending.state, 'sending');
  const [, stored] = show([message('c', 1, visitor, 'a'), message('c', 2, agent(), 'x', { client_message_id: 'id1' })]);
  assert.equal(stored.key, sending.key);
  assert.equal(show([], { items: [{ ...item, state: 'failed' }] })[0].state, 'failed');
});

test('"new since" stands before the first unseen entry, once, never on top and never before one\'s own', () => {
  const entries = [message('c', 1, visitor, 'a'), message('c', 2, agent(), 'b'), message('c', 3, visitor, 'c'), message('c', 4, visitor, 'd')];
  assert.deepEqual(show(entries, { seen: 2 }).map((one) => one.type), ['bubble', 'bubble', 'new', 'bubble', 'bubble']);
  assert.deepEqual(show(entries, { seen: 1 }).map((one) => one.type), ['bubble', 'bubble', 'new', 'bubble', 'bubble']);
  assert.ok(!show(entries, { seen: 0 }).some((one) => one.type === 'new'));
  assert.ok(!show(entries).some((one) => one.type === 'new'));
});

test('edits and recalls show in the message and leave no line', () => {
  const pieces = show([
    message('c', 1, agent(), 'typo'),
    message('c', 2, agent(), 'gone'),
    entry('c', 3, 'edited', { message_id: 'm_c_1', content: { kind: 'text', text: 'fixed' } }),
    entry('c', 4, 'recalled', { message_id: 'm_c_2' }),
    entry('c', 5, 'hidden'),
  ]);
  assert.deepEqual(pieces.map((one) => [one.text, one.edited]), [['fixed', true], [null, false]]);
});

test('whether an answer helped is no turn of its own, what else was chosen is', () => {
  const chose = (/** @type {number} */ n, /** @type {string} */ choice) => message('c', n, visitor, choice, { content: { kind: 'choice', of: 'm_1', choice, text: choice } });
  const pieces = show([message('c', 1, visitor, 'a'), chose(2, 'bot:helpful'), chose(3, 'bot:unhelpful'), chose(4, 'bot:person'), chose(5, 'faq:faq_1')]);
  assert.deepEqual(pieces.map((one) => one.text), ['a', 'bot:person', 'faq:faq_1']);
});
