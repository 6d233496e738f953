/** Progress, typing, presence, viewing. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { start } from './support/start.js';
import { createDesk } from './support/desk.js';

const agentDesk = () => Object.assign(createDesk(), { identity: { kind: 'agent', id: 'a_9' } });

test('received by itself, read on request, at most once a second, cumulative', async () => {
  const { client, desk, clock } = await start();
  desk.agentSays('c_1', 'one');
  desk.agentSays('c_1', 'two');
  await clock.advance(60);
  assert.deepEqual(desk.link.of('progress'), [{ type: 'progress', received: { c_1: 2 }, read: {} }]);
  client.read('c_1', 1);
  client.read('c_1', 2);
  client.read('c_1', 99);
  client.read('c_1', 1);
  await clock.advance(500);
  assert.equal(desk.link.of('progress').length, 1);
  await clock.advance(500);
  assert.deepEqual(desk.link.of('progress')[1], { type: 'progress', received: { c_1: 2 }, read: { c_1: 2 } });
  await clock.advance(5000);
  assert.equal(desk.link.of('progress').length, 2);
});

test('own messages are not receipted', async () => {
  const { client, desk, clock } = await start();
  client.send({ text: 'mine' });
  await clock.advance(2000);
  assert.equal(desk.link.of('progress').length, 0);
});

test('what the last link may have swallowed is said again', async () => {
  const { desk, clock } = await start();
  desk.agentSays('c_1', 'one');
  await clock.advance(100);
  desk.link.close();
  await clock.advance(3000);
  assert.deepEqual(desk.link.of('progress').at(-1).received, { c_1: 1 });
});

test('leaving the page says it at once', async () => {
  const { client, desk } = await start();
  desk.agentSays('c_1', 'one');
  client.read('c_1', 1);
  client.flush();
  assert.deepEqual(desk.link.of('progress')[0].read, { c_1: 1 });
});

test('marks of others move forward only; those of other devices of the visitor are their own', async () => {
  const { client, desk, of } = await start();
  desk.agentSays('c_1', 'one');
  const progress = (kind, id, received, read) =>
    desk.link.push({ type: 'progress', conversation_id: 'c_1', member: { kind, id }, received, read });
  progress('agent', 'a_1', 5, 4);
  progress('agent', 'a_1', 3, 2);
  progress('visitor', 'v_2', 1, 1);
  assert.deepEqual(client.conversation('c_1')?.theirs, { received: 5, read: 4 });
  assert.deepEqual(client.conversation('c_1')?.mine.read, 1);
  assert.equal(of('progress').length, 2);
});

test('agents: marks are told for the viewed conversation only, viewing is repeated on every link', async () => {
  const desk = agentDesk();
  const { client, clock } = await start({ desk, role: 'agent' });
  const visitorSays = (id) => desk.append(id, { message_id: 'm', sender: { kind: 'visitor', id: 'v_1' }, content: { kind: 'text', text: 'x' } });
  client.adopt('c_1', 0);
  client.adopt('c_2', 0);
  client.view('c_1');
  visitorSays('c_1');
  visitorSays('c_2');
  await clock.advance(100);
  assert.deepEqual(desk.link.of('progress').map((p) => p.received), [{ c_1: 1 }]);
  client.view('c_2');
  await clock.advance(1100);
  assert.deepEqual(desk.link.of('progress').at(-1).received, { c_2: 1 });
  desk.link.close();
  await clock.advance(1000);
  assert.deepEqual(desk.link.of('viewing'), [{ type: 'viewing', conversation_id: 'c_2' }]);
  desk.link.push({ type: 'progress', conversation_id: 'c_1', member: { kind: 'agent', id: 'a_other' }, received: 9, read: 9 });
  assert.equal(client.conversation('c_1')?.mine.read, 0);
});

test('typing is said once in three seconds, taken back by silence of the writer or by their message', async () => {
  const { client, desk, clock } = await start();
  for (let i = 0; i < 10; i += 1) {
    client.typing('c_1', true);
    await clock.advance(500);
  }
  assert.equal(desk.link.of('typing').length, 2);
  client.typing('c_1', false);
  client.typing('c_1', false);
  assert.deepEqual(desk.link.of('typing').map((t) => t.active), [true, true, false]);
});

test('what is shown while somebody types is what stands there last, not what stood there first', async () => {
  const { client, desk, clock } = await start();
  const words = '这款茶适合送人吗，包装怎么样，能开发票吗';
  for (let i = 1; i <= words.length; i += 1) {
    client.typing('c_1', true, words.slice(0, i));
    await clock.advance(140);
  }
  await clock.advance(3000);
  const told = desk.link.of('typing').map((one) => one.preview);
  assert.equal(told[0], words.slice(0, 1));
  assert.equal(told.at(-1), words);
  assert.ok(told.length <= 3, 'and no oftener than every three seconds');
});

test('somebody else\'s typing lapses after six seconds, with their message, and at each welcome', async () => {
  const { desk, clock, of } = await start();
  const member = { kind: 'agent', id: 'a_1' };
  const types = () => desk.link.push({ type: 'typing', conversation_id: 'c_1', member, active: true, preview: null });
  const last = () => of('typing').at(-1).active;
  types();
  await clock.advance(5900);
  assert.equal(last(), true);
  await clock.advance(200);
  assert.equal(last(), false);
  types();
  desk.agentSays('c_1', 'done');
  assert.equal(last(), false);
  types();
  desk.link.close();
  await clock.advance(1000);
  assert.equal(last(), false);
});

test('presence is passed on, unknown identities and all', async () => {
  const desk = agentDesk();
  const { of } = await start({ desk, role: 'agent' });
  desk.link.push({ type: 'presence', member: { kind: 'agent', id: 'a_2' }, online: true, availability: 'away', viewing: 'c_1' });
  assert.equal(of('presence')[0].viewing, 'c_1');
});
