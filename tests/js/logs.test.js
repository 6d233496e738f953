/** Conversations without holes: pushes, pages, replays and losses in every order give each entry once. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { settle, start } from './support/start.js';
import { createDesk } from './support/desk.js';

const filled = (count, id = 'c_1') => {
  const desk = createDesk();
  for (let i = 1; i <= count; i += 1) desk.agentSays(id, `m${i}`);
  return desk;
};

test('a page, then what comes after it', async () => {
  const desk = filled(60);
  const { client, clock, shown } = await start({ desk });
  const page = await client.load('c_1');
  assert.equal(page.entries.length, 50);
  assert.equal(page.more, true);
  desk.agentSays('c_1', 'new');
  await clock.advance(1);
  assert.deepEqual(shown(), ['new']);
  const older = await client.older('c_1', page.entries[0].sequence);
  assert.deepEqual(older.entries.map((e) => e.sequence), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  assert.equal(older.more, false);
});

test('pushes during a load are held back until the page is out', async () => {
  const desk = filled(3);
  const { client, clock, shown } = await start({ desk });
  desk.answering = false;
  const loading = client.load('c_1');
  desk.agentSays('c_1', 'm4');
  desk.agentSays('c_1', 'm5');
  assert.deepEqual(shown(), []);
  desk.answering = true;
  desk.fetch(desk.link, desk.link.of('fetch')[0]);
  const page = await loading;
  assert.equal(page.entries.length, 5);
  assert.deepEqual(shown(), []);
  desk.agentSays('c_1', 'm6');
  await clock.advance(1);
  assert.deepEqual(shown(), ['m6']);
});

test('a hole is fetched with exclusive bounds and given out in order', async () => {
  const desk = filled(2);
  const { client, clock, shown } = await start({ desk });
  await client.load('c_1');
  await clock.advance(1);
  desk.mute = true;
  desk.agentSays('c_1', 'm3');
  desk.agentSays('c_1', 'm4');
  desk.mute = false;
  desk.agentSays('c_1', 'm5');
  await settle();
  const fetch = desk.link.of('fetch').at(-1);
  assert.deepEqual([fetch.after_sequence, fetch.before_sequence], [2, 5]);
  assert.deepEqual(shown(), ['m3', 'm4', 'm5']);
});

test('an entry that comes twice counts once', async () => {
  const desk = filled(1);
  const { client, clock, shown } = await start({ desk });
  await client.load('c_1');
  await clock.advance(1);
  const entry = desk.agentSays('c_1', 'm2');
  desk.link.push(entry, desk.log[0], entry);
  assert.deepEqual(shown(), ['m2']);
});

test('a hole survives the link and is asked for again', async () => {
  const desk = filled(1);
  const { client, clock, shown } = await start({ desk });
  await client.load('c_1');
  await clock.advance(1);
  desk.answering = false;
  desk.mute = true;
  desk.agentSays('c_1', 'm2');
  desk.mute = false;
  desk.agentSays('c_1', 'm3');
  await settle();
  desk.link.close();
  desk.answering = true;
  await clock.advance(1000);
  assert.deepEqual(shown(), ['m2', 'm3']);
});

test('a hole wider than one page', async () => {
  const desk = filled(1);
  const { client, clock, shown } = await start({ desk });
  await client.load('c_1');
  await clock.advance(1);
  desk.mute = true;
  for (let i = 0; i < 450; i += 1) desk.agentSays('c_1', 'x');
  desk.mute = false;
  desk.agentSays('c_1', 'end');
  for (let i = 0; i < 6; i += 1) await settle();
  assert.equal(shown().length, 451);
  assert.equal(shown().at(-1), 'end');
});

test('a hole that no longer exists does not stop what comes after it', async () => {
  const desk = filled(1);
  const { client, clock, shown } = await start({ desk });
  await client.load('c_1');
  await clock.advance(1);
  desk.mute = true;
  desk.agentSays('c_1', 'retained no more');
  desk.mute = false;
  desk.log.pop();
  desk.agentSays('c_1', 'm3');
  await settle();
  assert.deepEqual(shown(), ['m3']);
});

test('agents: entries of conversations that are not loaded are notices', async () => {
  const desk = createDesk();
  desk.identity = { kind: 'agent', id: 'a_9' };
  const { client, of, shown } = await start({ desk, role: 'agent' });
  desk.agentSays('c_5', 'one');
  desk.agentSays('c_5', 'two');
  assert.deepEqual(of('notice').map((n) => [n.entry.sequence, n.known]), [[1, false], [2, true]]);
  client.adopt('c_5', 1);
  await settle();
  await settle();
  assert.deepEqual(shown(), ['two']);
  desk.agentSays('c_5', 'three');
  assert.deepEqual(shown(), ['two', 'three']);
  client.release('c_5');
  desk.agentSays('c_5', 'four');
  assert.equal(of('notice').length, 3);
});

test('agents: a REST page that already holds the own message settles it', async () => {
  const desk = createDesk();
  desk.identity = { kind: 'agent', id: 'a_9' };
  const { client, of } = await start({ desk, role: 'agent' });
  desk.answering = false;
  client.send({ conversation_id: 'c_5', text: 'mine', note: true });
  await settle();
  client.adopt('c_5', 1, desk.log);
  assert.equal(of('outbox').at(-1).change, 'settled');
  assert.equal(of('outbox').at(-1).entry.note, true);
});

test('erased: every copy goes, also what was meant for it', async () => {
  const desk = filled(2);
  const { client, of } = await start({ desk });
  await client.load('c_1');
  desk.storing = false;
  client.send({ conversation_id: 'c_1', text: 'late' });
  await settle();
  desk.link.push({ type: 'erased', conversation_id: 'c_1', log_position: 500 });
  assert.deepEqual(of('gone'), [{ conversation_id: 'c_1', reason: 'erased' }]);
  assert.deepEqual(client.items(), []);
  assert.equal(client.cursor?.log_position, 500);
  assert.equal(client.conversation('c_1'), undefined);
});

test('a fetch for somebody else\'s conversation says gone', async () => {
  const { client, of } = await start();
  await assert.rejects(client.load('c_other'), { code: 'not_found' });
  assert.deepEqual(of('gone').map((g) => g.reason), ['not_found']);
});

test('state entries change the conversation; a reopening comes before the message', async () => {
  const desk = filled(1);
  const { client, clock, of } = await start({ desk });
  await client.load('c_1');
  await clock.advance(1);
  desk.append('c_1', { type: 'entry', kind: 'state', state: 'closed' });
  assert.equal(client.conversation('c_1')?.state, 'closed');
  desk.append('c_1', { type: 'entry', kind: 'state', state: 'open' });
  client.send({ conversation_id: 'c_1', text: 'again' });
  await settle();
  assert.deepEqual(of('entry').map((e) => e.entry.sequence), [2, 3, 4]);
  assert.equal(client.conversation('c_1')?.state, 'open');
});
