/** The outbox: once, in order, durable; pauses, refusals, repeats, identities, storage that goes away. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { settle, start } from './support/start.js';
import { createDesk, texts } from './support/desk.js';
import { createFallbackStore, createMemoryStore, createRemoteStore } from '../../static/im/index.js';

const changes = (of) => of('outbox').map((e) => e.change);

test('queued, sending, settled; accepted stands for the echo', async () => {
  const { client, of, shown } = await start();
  const item = client.send({ text: 'hello' });
  assert.equal(item.state, 'queued');
  await settle();
  assert.deepEqual(changes(of), ['queued', 'sending', 'settled']);
  const { entry } = of('outbox').at(-1);
  assert.equal(entry.sequence, 1);
  assert.equal(entry.client_message_id, item.client_message_id);
  assert.deepEqual(shown(), ['hello']);
  assert.equal(of('entry')[0].own, true);
  assert.deepEqual(client.items(), []);
});

test('the store has it before the wire does', async () => {
  const store = createMemoryStore();
  let stored = () => {};
  const slow = { ...store, put: (item) => new Promise((resolve) => (stored = () => resolve(store.put(item)))) };
  const { client, desk } = await start({ store: slow });
  client.send({ text: 'a' });
  await settle();
  assert.equal(desk.link.of('send').length, 0);
  stored();
  await settle();
  assert.equal(desk.link.of('send').length, 1);
});

test('never more in flight than the desk allows', async () => {
  const desk = createDesk({ limits: { sends_in_flight: 3 } });
  desk.answering = false;
  const { client } = await start({ desk });
  for (let i = 0; i < 8; i += 1) client.send({ text: `m${i}` });
  await settle();
  assert.equal(desk.link.of('send').length, 3);
  desk.answering = true;
  for (const entry of [...desk.log]) desk.accept(desk.link, entry);
  await settle();
  assert.deepEqual(texts(desk), ['m0', 'm1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7']);
});

test('no repeat on a live link, however long the answer takes', async () => {
  const { client, desk, clock } = await start();
  desk.storing = false;
  client.send({ text: 'a' });
  await clock.advance(40000);
  assert.equal(desk.link.of('send').length, 1);
});

test('unanswered sends are repeated in order on the next link, with the same ids', async () => {
  const { client, desk, clock, shown } = await start();
  desk.storing = false;
  for (const text of ['a', 'b', 'c']) client.send({ text });
  await settle();
  const ids = desk.link.of('send').map((f) => f.client_message_id);
  desk.link.close();
  client.send({ text: 'd' });
  desk.storing = true;
  await clock.advance(1000);
  assert.deepEqual(desk.link.of('send').slice(0, 3).map((f) => f.client_message_id), ids);
  assert.deepEqual(texts(desk), ['a', 'b', 'c', 'd']);
  assert.deepEqual(shown(), ['a', 'b', 'c', 'd']);
});

test('stored but unanswered: there once, whether the replay or the repeat tells', async () => {
  const { client, desk, clock, shown } = await start();
  desk.answering = false;
  for (const text of ['a', 'b', 'c']) client.send({ text });
  await settle();
  desk.link.close();
  client.send({ text: 'd' });
  desk.answering = true;
  await clock.advance(1000);
  assert.deepEqual(texts(desk), ['a', 'b', 'c', 'd']);
  assert.deepEqual(shown(), ['a', 'b', 'c', 'd']);
  assert.deepEqual(client.items(), []);
});

test('the own message in a replay settles as accepted does', async () => {
  const { client, desk, clock, of, shown } = await start();
  desk.answering = false;
  client.send({ text: 'a' });
  await settle();
  desk.link.close();
  await clock.advance(1000);
  assert.equal(of('outbox').at(-1).change, 'settled');
  assert.deepEqual(shown(), ['a']);
  assert.equal(desk.link.of('send').length, 0);
});

test('paused in mid-pipeline: nothing more until continue, then all unanswered in order', async () => {
  const { client, desk, clock, of } = await start();
  client.send({ text: 'a' });
  await settle();
  desk.pausing = 1;
  for (const text of ['b', 'c', 'd']) client.send({ text });
  await settle();
  assert.equal(client.status.paused, true);
  client.send({ text: 'e' });
  await clock.advance(1900);
  const before = desk.link.of('send').length;
  assert.deepEqual(texts(desk), ['a']);
  await clock.advance(200);
  assert.equal(client.status.paused, false);
  assert.equal(desk.link.of('continue').length, 1);
  const frames = desk.link.received.filter((f) => f.type === 'send' || f.type === 'continue');
  assert.deepEqual(frames.slice(before).map((f) => f.content?.text ?? f.type), ['continue', 'b', 'c', 'd', 'e']);
  assert.deepEqual(texts(desk), ['a', 'b', 'c', 'd', 'e']);
  assert.equal(of('outbox').filter((e) => e.change === 'settled').length, 5);
});

test('refused is final: failed, kept, sent again only by the writer and under a new id', async () => {
  const store = createMemoryStore();
  const { client, desk, clock, of } = await start({ store });
  desk.refusing = 'id_conflict';
  const item = client.send({ text: 'a' });
  await settle();
  assert.deepEqual(of('outbox').at(-1).item.code, 'id_conflict');
  assert.equal((await store.list())[0].state, 'failed');
  desk.refusing = null;
  desk.link.close();
  await clock.advance(1000);
  assert.equal(desk.link.of('send').length, 0);
  const again = client.retry(item.client_message_id);
  assert.notEqual(again?.client_message_id, item.client_message_id);
  assert.equal(again?.replaces, item.client_message_id);
  await settle();
  assert.deepEqual(texts(desk), ['a']);
  assert.deepEqual(await store.list(), []);
});

test('an item left by an earlier page is sent first, under its own id', async () => {
  const store = createMemoryStore();
  const first = await start({ store });
  first.desk.storing = false;
  const item = first.client.send({ text: 'from before' });
  await settle();
  first.client.stop();
  const second = await start({ store, started: false });
  second.client.send({ text: 'now' });
  second.client.start();
  await second.clock.advance(100);
  assert.deepEqual(texts(second.desk), ['from before', 'now']);
  assert.equal(second.desk.link.of('send')[0].client_message_id, item.client_message_id);
});

test('unsent texts of an anonymous visitor become drafts of whoever they are now', async () => {
  const store = createMemoryStore();
  const first = await start({ store });
  first.desk.storing = false;
  first.client.send({ text: 'hm' });
  await settle();
  first.client.stop();
  const desk = createDesk();
  desk.identity = { kind: 'visitor', id: 'v_9' };
  const second = await start({ store, desk });
  assert.deepEqual(second.of('unsent')[0].items.map((i) => i.content.text), ['hm']);
  assert.equal(desk.link.of('send').length, 0);
  assert.deepEqual(await store.list(), []);
});

test('what a proven visitor or an agent left unsent is neither sent nor shown under another identity', async () => {
  const store = createMemoryStore();
  const one = { kind: 'visitor', id: 'v_1' };
  const first = await start({ store, session: async () => ({ token: 't', identity: one, anonymous: false }) });
  first.desk.storing = false;
  first.client.send({ text: 'private' });
  await settle();
  first.client.stop();
  const desk = createDesk();
  desk.identity = { kind: 'visitor', id: 'v_2' };
  const second = await start({ store, desk });
  assert.deepEqual(second.of('unsent'), []);
  assert.deepEqual(second.client.items(), []);
  assert.equal(desk.link.of('send').length, 0);
  assert.equal((await store.list()).length, 1);
});

test('size and form are checked before anything is queued', async () => {
  const { client, desk } = await start();
  assert.throws(() => client.send({ text: '  \n' }), { code: 'empty' });
  assert.throws(() => client.send({ text: 'x'.repeat(8001) }), { code: 'too_large' });
  client.send({ text: '😀'.repeat(8000) });
  client.send({ text: 'a\ud83db\udc00c' });
  await settle();
  assert.equal(desk.link.of('send')[1].content.text, 'a\ufffdb\ufffdc');
});

test('a frame the server hung up on is failed, the rest is repeated', async () => {
  const { client, desk, clock, of } = await start();
  desk.storing = false;
  client.send({ text: 'short' });
  const long = client.send({ text: 'l'.repeat(5000) });
  await settle();
  desk.link.close(4009);
  desk.storing = true;
  await clock.advance(1000);
  assert.deepEqual(texts(desk), ['short']);
  const failed = of('outbox').filter((e) => e.change === 'failed');
  assert.deepEqual(failed.map((e) => [e.item.client_message_id, e.item.code]), [[long.client_message_id, 'too_large']]);
});

test('deleted while on its way: settled first, then recalled', async () => {
  const recalled = [];
  const { client, desk, clock, of, store } = await start({ recall: async (id) => void recalled.push(id) });
  desk.answering = false;
  const item = client.send({ text: 'oops' });
  await settle();
  client.discard(item.client_message_id);
  assert.equal(of('outbox').at(-1).change, 'removed');
  assert.deepEqual(client.items(), []);
  desk.link.close();
  desk.answering = true;
  await clock.advance(1000);
  assert.deepEqual(recalled, [desk.log[0].message_id]);
  assert.deepEqual(await store.list(), []);
});

test('a recall that fails is tried on the next link', async () => {
  let broken = true;
  const recalled = [];
  const recall = async (id) => {
    if (broken) throw new Error('offline');
    recalled.push(id);
  };
  const { client, desk, clock, store } = await start({ recall });
  desk.answering = false;
  const item = client.send({ text: 'oops' });
  await settle();
  client.discard(item.client_message_id);
  desk.answering = true;
  desk.accept(desk.link, desk.log[0]);
  await settle();
  assert.equal((await store.list())[0].message_id, desk.log[0].message_id);
  broken = false;
  desk.link.close();
  await clock.advance(1000);
  assert.deepEqual(recalled, [desk.log[0].message_id]);
  assert.deepEqual(await store.list(), []);
});

test('deleted before it ever left: gone without a trace', async () => {
  const { client, desk, store, clock } = await start({ started: false });
  const item = client.send({ text: 'never' });
  await settle();
  client.discard(item.client_message_id);
  client.start();
  await clock.advance(100);
  assert.equal(desk.log.length, 0);
  assert.deepEqual(await store.list(), []);
});

test('an accepted with an older position does not pull the cursor back', async () => {
  const { client, desk } = await start();
  desk.answering = false;
  client.send({ text: 'a' });
  await settle();
  desk.agentSays('c_1', 'b');
  assert.equal(client.cursor?.log_position, 102);
  desk.accept(desk.link, desk.log[0]);
  assert.equal(client.cursor?.log_position, 102);
});

test('storage lost in mid-life: the second store has everything, sending goes on', async () => {
  const first = createMemoryStore();
  let broken = false;
  /** @type {any} */
  const breaking = Object.fromEntries(
    Object.entries(/** @type {Record<string, any>} */ (first)).map(([name, fn]) => [name, async (/** @type {any[]} */ ...args) => (broken ? Promise.reject(new Error('gone')) : fn(...args))]),
  );
  /** @type {string|null} */ let kept = null;
  const second = createRemoteStore({ get: async () => kept, set: async (text) => void (kept = text) });
  const { client, desk } = await start({ store: createFallbackStore(breaking, second) });
  desk.storing = false;
  client.send({ text: 'a' });
  await settle();
  broken = true;
  client.send({ text: 'b' });
  for (let i = 0; i < 5; i += 1) await settle();
  assert.deepEqual(JSON.parse(kept ?? '').map((/** @type {any} */ i) => i.content.text), ['a', 'b']);
  assert.deepEqual(desk.link.of('send').map((f) => f.content.text), ['a', 'b']);
});

test('both stores refusing costs durability, not the message', async () => {
  const none = { put: async () => Promise.reject(new Error('no')), list: async () => Promise.reject(new Error('no')), remove: async () => Promise.reject(new Error('no')) };
  const { client, desk, of } = await start({ store: none });
  client.send({ text: 'a' });
  await settle();
  assert.deepEqual(texts(desk), ['a']);
  assert.ok(of('trouble').every((t) => t.code === 'store'));
});

test('a slow line: the page stops writing while the browser has much unsent', async () => {
  const { client, desk, clock } = await start();
  desk.link.buffered = 300 * 1024;
  client.send({ text: 'a' });
  await clock.advance(500);
  assert.equal(desk.link.of('send').length, 0);
  desk.link.buffered = 0;
  await clock.advance(200);
  assert.equal(desk.link.of('send').length, 1);
});

test('forget leaves nothing behind', async () => {
  const { client, desk, store } = await start();
  desk.storing = false;
  client.send({ text: 'a' });
  await settle();
  await client.forget();
  await settle();
  assert.deepEqual(await store.list(), []);
  assert.equal(client.status.phase, 'idle');
});
