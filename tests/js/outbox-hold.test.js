/** Messages that wait for their writer to change their mind: held, taken back, flushed after a restart, in order, by any page. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { settle, start } from './support/start.js';
import { createDesk } from './support/desk.js';
import { createTable } from './support/tabs.js';
import { createMemoryStore } from '../../static/im/index.js';

/** In the order in which the desk got them. */
const texts = (desk) => desk.log.map((entry) => entry.content.text);

test('a held message is stored at once and leaves when its time has come', async () => {
  const { client, clock, desk, store } = await start();
  client.send({ text: 'wait', hold_ms: 5000 });
  await settle();
  assert.equal((await store.list()).length, 1);
  await clock.advance(4900);
  assert.deepEqual(texts(desk), []);
  await clock.advance(200);
  assert.deepEqual(texts(desk), ['wait']);
  assert.deepEqual(await store.list(), []);
});

test('taken back in time it never was; too late it is gone out', async () => {
  const { client, clock, desk, store, of } = await start();
  const item = client.send({ text: 'oops', hold_ms: 5000 });
  await clock.advance(3000);
  assert.equal(client.unsend(item.client_message_id)?.content.text, 'oops');
  await clock.advance(10_000);
  assert.deepEqual(texts(desk), []);
  assert.deepEqual(await store.list(), []);
  assert.equal(of('outbox').at(-1).change, 'removed');

  const late = client.send({ text: 'gone', hold_ms: 5000 });
  await clock.advance(5001);
  assert.equal(client.unsend(late.client_message_id), null);
  assert.deepEqual(texts(desk), ['gone']);
});

test('order of writing holds: what comes behind a held one waits, other conversations do not', async () => {
  const { client, clock, desk } = await start();
  client.send({ conversation_id: 'a', text: 'a1', hold_ms: 5000 });
  client.send({ conversation_id: 'a', text: 'a2' });
  client.send({ conversation_id: 'b', text: 'b1' });
  await settle();
  assert.deepEqual(texts(desk), ['b1']);
  await clock.advance(5001);
  assert.deepEqual(texts(desk), ['b1', 'a1', 'a2']);
});

test('taking the held one back lets what was behind it go', async () => {
  const { client, clock, desk } = await start();
  const first = client.send({ conversation_id: 'a', text: 'a1', hold_ms: 5000 });
  client.send({ conversation_id: 'a', text: 'a2' });
  client.unsend(first.client_message_id);
  await clock.advance(10);
  assert.deepEqual(texts(desk), ['a2']);
});

test('the page was closed meanwhile: the next one sends it, with what was to be done after', async () => {
  const store = createMemoryStore();
  const desk = createDesk();
  const first = await start({ store, desk });
  // biome-ignore lint/suspicious/noThenProperty: a field of the outbox's items, which nobody awaits
  first.client.send({ text: 'from before', hold_ms: 5000, then: 'close' });
  await settle();
  first.client.stop();
  first.clock.jump(60_000);
  const next = await start({ store, desk, clock: first.clock });
  assert.deepEqual(texts(desk), ['from before']);
  assert.equal(next.of('outbox').findLast((one) => one.change === 'settled').item.then, 'close');
});

test('a page that comes back at once keeps what is left of the time', async () => {
  const store = createMemoryStore();
  const desk = createDesk();
  const first = await start({ store, desk });
  const item = first.client.send({ text: 'kept', hold_ms: 5000 });
  await settle();
  first.client.stop();
  const next = await start({ store, desk, clock: first.clock });
  assert.deepEqual(texts(desk), []);
  assert.ok(next.client.unsend(item.client_message_id));
});

test('a clock that was set back does not hold a message for a year', async () => {
  const { client, clock, desk } = await start();
  client.send({ text: 'soon', hold_ms: 5000 });
  await settle();
  clock.jump(-3_600_000);
  client.send({ text: 'now' });
  await settle();
  assert.deepEqual(texts(desk), ['soon', 'now']);
});

test('undone in one page while another one sends for both', async () => {
  const table = createTable();
  const store = createMemoryStore();
  const desk = createDesk();
  const one = await start({ store, desk, tabs: table() });
  const two = await start({ store, desk, tabs: table(), clock: one.clock });
  const item = two.client.send({ text: 'mine', hold_ms: 5000 });
  await settle();
  await one.clock.advance(2000);
  assert.ok(two.client.unsend(item.client_message_id));
  await one.clock.advance(10_000);
  assert.deepEqual(texts(desk), []);
  two.client.send({ text: 'other', hold_ms: 5000 });
  await one.clock.advance(6000);
  assert.deepEqual(texts(desk), ['other']);
});
