/** Two pages of one visitor: one outbox, flushed by one link at a time, seen by both. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { start } from './support/start.js';
import { createDesk, texts } from './support/desk.js';
import { createClock } from './support/clock.js';
import { createTable } from './support/tabs.js';
import { createMemoryStore } from '../../static/im/index.js';

async function two({ locks = true } = {}) {
  const table = createTable({ locks });
  const shared = { clock: createClock(), desk: createDesk(), store: createMemoryStore() };
  const a = await start({ ...shared, tabs: table() });
  const b = await start({ ...shared, tabs: table() });
  await shared.clock.advance(10);
  return { ...shared, a, b, [Symbol.iterator]: null };
}

test('what one page writes, the holder of the lock sends; both see it, once', async () => {
  const { a, b, desk, clock } = await two();
  const [first, second] = desk.links;
  b.client.send({ text: 'from b' });
  assert.equal(b.of('outbox')[0].change, 'queued');
  await clock.advance(20);
  assert.equal(first.of('send').length, 1);
  assert.equal(second.of('send').length, 0);
  assert.deepEqual(a.shown(), ['from b']);
  assert.deepEqual(b.shown(), ['from b']);
  assert.deepEqual([a, b].map((t) => t.of('outbox').at(-1).change), ['settled', 'settled']);
  assert.deepEqual(b.client.items(), []);
});

test('the holder dies with sends on the wire: the other link repeats them in order, nothing doubles', async () => {
  const { a, b, desk, clock } = await two();
  desk.answering = false;
  a.client.send({ text: 'a1' });
  await clock.advance(5);
  b.client.send({ text: 'b1' });
  await clock.advance(5);
  a.client.send({ text: 'a2' });
  await clock.advance(5);
  desk.answering = true;
  a.client.stop();
  await clock.advance(50);
  assert.deepEqual(texts(desk), ['a1', 'b1', 'a2']);
  assert.deepEqual(b.shown(), ['a1', 'b1', 'a2']);
  assert.deepEqual(b.client.items(), []);
});

test('a holder that is frozen loses the lock to a page that somebody looks at', async () => {
  const { b, desk, clock } = await two();
  const [first, second] = desk.links;
  // Frozen: it holds the lock, its link takes nothing, and it hears nobody.
  first.buffered = Infinity;
  b.client.send({ text: 'b1' });
  await clock.advance(4000);
  assert.equal(texts(desk).length, 0);
  await clock.advance(2000);
  assert.equal(second.of('send').length, 1);
  assert.deepEqual(texts(desk), ['b1']);
});

test('a refusal is seen by both pages', async () => {
  const { a, b, desk, clock } = await two();
  desk.refusing = 'blocked';
  b.client.send({ text: 'no' });
  await clock.advance(20);
  assert.deepEqual([a, b].map((t) => t.client.items()[0].state), ['failed', 'failed']);
  desk.refusing = null;
  b.client.discard(b.client.items()[0].client_message_id);
  await clock.advance(20);
  assert.deepEqual(a.client.items(), []);
});

test('without locks each page sends what it wrote itself', async () => {
  const { a, b, desk, clock } = await two({ locks: false });
  const [first, second] = desk.links;
  a.client.send({ text: 'a1' });
  b.client.send({ text: 'b1' });
  await clock.advance(50);
  assert.deepEqual([first, second].map((l) => l.of('send').map((f) => f.content.text)), [['a1'], ['b1']]);
  assert.equal(a.shown().length, 2);
  assert.equal(b.shown().length, 2);
});

test('without locks a page takes over what a dead one left in the store', async () => {
  const { a, desk, clock, store } = await two({ locks: false });
  desk.storing = false;
  a.client.send({ text: 'left' });
  await clock.advance(20);
  a.client.stop();
  desk.storing = true;
  const c = await start({ clock, desk, store });
  await clock.advance(20);
  assert.deepEqual(texts(desk), ['left']);
  assert.deepEqual(c.client.items(), []);
});

test('without locks what a page wrote goes on from another when it says that it leaves', async () => {
  const { a, b, desk, clock } = await two({ locks: false });
  desk.storing = false;
  a.client.send({ text: 'left behind' });
  await clock.advance(20);
  a.client.flush();
  a.client.stop();
  desk.storing = true;
  await clock.advance(20);
  assert.deepEqual(texts(desk), ['left behind']);
  assert.deepEqual(b.client.items(), []);
});
