import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDesk } from '../../static/workbench/store/desk.js';
import { ME, agent, arrive, at, createFakeApi, createFakeClient, createFakeStorage, entry, message, row, visitor } from './support/workbench.js';

async function setUp(tables) {
  const api = createFakeApi(tables);
  const client = createFakeClient();
  let left = false;
  const desk = createDesk({
    api,
    client,
    me: /** @type {any} */ ({ agent: { id: ME, name: 'Mei', availability: 'online' }, shop: { name: 'shop' }, widget: null }),
    storage: createFakeStorage(),
    now: () => 1_700_000_100_000,
    after: (fn) => setImmediate(fn),
    schedule: (flush) => queueMicrotask(flush),
    painted: (fn) => fn(),
    signedOut: () => (left = true),
  });
  desk.startList();
  await arrive();
  return { api, client, desk, left: () => left, calls: (/** @type {string} */ name) => client.calls.filter((/** @type {any[]} */ call) => call[0] === name) };
}

const talk = (id, count) => Array.from({ length: count }, (_, i) => message(id, i + 1, visitor, `line ${i + 1}`));

test('opening loads the newest page, tells the core, and history comes by pages', async () => {
  const { desk, calls } = await setUp({ rows: [row('c', { last_sequence: 120 })], entries: { c: talk('c', 120) } });
  desk.show('c');
  await arrive();
  assert.deepEqual(calls('view'), [['view', 'c']]);
  assert.deepEqual(calls('adopt'), [['adopt', 'c', 120]]);
  assert.equal(desk.thread?.entries.length, 50);
  await desk.thread?.older();
  await desk.thread?.older();
  assert.equal(desk.thread?.entries.length, 120);
  assert.equal(desk.thread?.more, false);
  assert.deepEqual(desk.thread?.entries.map((one) => one.sequence), Array.from({ length: 120 }, (_, i) => i + 1));
});

test('an entry reaches row, thread and list; a notice reaches the row', async () => {
  const { desk, client } = await setUp({ rows: [row('c'), row('d')], entries: { c: talk('c', 1) } });
  desk.show('c');
  await arrive();
  client.emit('entry', { entry: message('c', 2, visitor, 'and?'), own: false });
  client.emit('notice', { entry: message('d', 2, visitor, 'hello'), known: true });
  assert.equal(desk.thread?.last, 2);
  assert.equal(desk.cache.rows.get('c')?.last_message?.text, 'and?');
  assert.equal(desk.cache.rows.get('d')?.unread, 1);
  assert.deepEqual(desk.list.shown.map((place) => place.group), ['us', 'us']);
});

test('an entry of an unknown conversation fetches its row; one that is not ours is ignored', async () => {
  const { api, desk, client } = await setUp({ rows: [] });
  api.rows.push(row('new', { waiting_since: at(1) }));
  client.emit('notice', { entry: message('new', 1, visitor, 'hi'), known: false });
  client.emit('notice', { entry: message('foreign', 1, visitor, 'hi'), known: false });
  await arrive();
  assert.ok(desk.cache.rows.has('new'), 'where it stands the desk says');
  assert.ok(!desk.cache.rows.has('foreign'));
});

test('after a reset list and open thread are asked again and the thread is adopted anew', async () => {
  const entries = { c: talk('c', 2) };
  const { api, desk, client, calls } = await setUp({ rows: [row('c', { last_sequence: 2 })], entries });
  desk.show('c');
  await arrive();
  entries.c.push(message('c', 3, visitor, 'missed'));
  api.rows[0] = row('c', { last_sequence: 3 });
  api.asked.length = 0;
  client.emit('reset', { mode: 'reload' });
  await arrive();
  assert.ok(api.asked.some(([name]) => name === 'conversations') && api.asked.some(([name]) => name === 'counts'));
  assert.equal(desk.thread?.last, 3);
  assert.deepEqual(calls('adopt').at(-1), ['adopt', 'c', 3]);
});

test('reading marks up to the last entry once; what was unseen keeps its mark', async () => {
  const seenTo2 = row('c', { last_sequence: 4, unread: 2, mine: { received: 4, read: 2 } });
  const { desk, calls } = await setUp({ rows: [seenTo2], entries: { c: talk('c', 4) } });
  desk.show('c');
  await arrive();
  assert.equal(desk.seen, 2);
  desk.read();
  desk.read();
  assert.deepEqual(calls('read'), [['read', 'c', 4]]);
  assert.equal(desk.row?.unread, 0);
  assert.equal(desk.seen, 2);
});

test('what the core forgot is not marked before it knows the conversation again, and then is', async () => {
  const { api, client, desk, calls } = await setUp({ rows: [row('c', { last_sequence: 2, unread: 2, mine: { received: 0, read: 0 } })], entries: { c: talk('c', 2) } });
  desk.show('c');
  await arrive();
  /** @type {(value?:any) => void} */
  let answer = () => {};
  const { entries } = api;
  api.entries = async (...asked) => {
    await new Promise((resolve) => (answer = resolve));
    return entries(...asked);
  };
  client.emit('reset', { mode: 'fresh' });
  await arrive();
  desk.read();
  assert.deepEqual([calls('read'), desk.row?.unread], [[], 2], 'the row does not say what the desk never hears');
  answer();
  await arrive();
  desk.read();
  assert.deepEqual([calls('read'), desk.row?.unread], [[['read', 'c', 2]], 0]);
});

test('the mark is right also when the row comes after the address opened it', async () => {
  const { api, desk } = await setUp({ rows: [], entries: { c: talk('c', 3) } });
  api.rows.push(row('c', { last_sequence: 3, unread: 1, mine: { received: 3, read: 2 } }));
  desk.show('c');
  await arrive();
  assert.equal(desk.seen, 2);
  assert.equal(desk.contact?.phase, 'ready');
});

test('closing shows at once, can be undone, and goes back with a word when the desk refuses', async () => {
  const { api, desk } = await setUp({ rows: [row('c', { waiting_since: at(1) })] });
  const done = desk.close('c');
  assert.equal(desk.cache.rows.get('c')?.state, 'closed');
  await done;
  assert.equal(desk.notice?.key, 'thread.done_close');
  await desk.notice?.action?.run();
  assert.equal(desk.cache.rows.get('c')?.state, 'open');
  api.failing.add('assign');
  await desk.assign('c', 'a_other');
  assert.equal(desk.cache.rows.get('c')?.agent_id, ME);
  assert.equal(desk.notice?.key, 'error.unavailable');
});

test('closing names the last word that was seen, and a newer one keeps the conversation open with a word to the agent', async () => {
  const { api, desk } = await setUp({ rows: [row('c', { waiting_since: at(1), last_sequence: 7 })] });
  /** @type {any[]} */ const asked = [];
  Object.assign(api, {
    close: async (/** @type {any[]} */ ...how) => (asked.push(how), { conversation_id: 'c', sequence: 8, log_position: 8, state: 'open' }),
    snooze: async (/** @type {any[]} */ ...how) => (asked.push(how), { conversation_id: 'c', sequence: 8, log_position: 8, state: 'open' }),
  });
  assert.equal(await desk.close('c'), false);
  assert.deepEqual(asked[0], ['c', 7]);
  assert.equal(desk.cache.rows.get('c')?.state, 'open');
  assert.equal(desk.cache.rows.get('c')?.waiting_since, at(1));
  assert.equal(desk.notice?.key, 'thread.kept');
  assert.equal(await desk.snooze('c', null), false);
  assert.deepEqual(asked[1], ['c', null, 7]);
  assert.equal(desk.cache.rows.get('c')?.state, 'open');
});

test('a failed action does not undo what the desk said meanwhile', async () => {
  const { api, desk, client } = await setUp({ rows: [row('c', { agent_id: null })] });
  api.failing.add('assign');
  const running = desk.assign('c', ME);
  client.emit('notice', { entry: entry('c', 2, 'assigned', { agent_id: 'a_other' }), known: true });
  await running;
  assert.equal(desk.cache.rows.get('c')?.agent_id, 'a_other');
});

test('erased: every copy goes, drafts too', async () => {
  const { desk, client } = await setUp({ rows: [row('c'), row('d')], entries: { c: talk('c', 1) } });
  desk.show('c');
  await arrive();
  desk.drafts.set('c', 'reply', 'half a thought');
  client.emit('gone', { conversation_id: 'c', reason: 'erased' });
  assert.equal(desk.thread, null);
  assert.equal(desk.row, null);
  assert.equal(desk.contact, null);
  assert.equal(desk.drafts.of('c'), null);
  assert.deepEqual(desk.list.shown.map((place) => place.id), ['d']);
});

test('marks only move forward, and another device of the same agent reads for all', async () => {
  const { desk, client } = await setUp({
    rows: [row('c', { last_sequence: 5, unread: 3, theirs: { received: 4, read: 4 } })],
  });
  client.emit('progress', { conversation_id: 'c', mine: { received: 5, read: 5 }, theirs: { received: 0, read: 0 } });
  const now = desk.cache.rows.get('c');
  assert.equal(now?.unread, 0);
  assert.deepEqual(now?.theirs, { received: 4, read: 4 });
});

test('typing, looking and a new link: presence is forgotten, a message ends typing', async () => {
  const { desk, client } = await setUp({ rows: [row('c')] });
  client.emit('presence', { member: { kind: 'agent', id: 'a_2' }, online: true, availability: 'online', viewing: 'c' });
  client.emit('typing', { conversation_id: 'c', member: visitor, active: true, preview: null });
  assert.deepEqual(desk.presence.viewing('c', ME), ['a_2']);
  assert.equal(desk.presence.writing('c').length, 1);
  client.emit('notice', { entry: message('c', 2, visitor, 'there'), known: true });
  assert.equal(desk.presence.writing('c').length, 0);
  client.emit('welcome', {});
  assert.deepEqual(desk.presence.viewing('c', ME), []);
});

test('a row says whether its customer is here, as it was read and as it changes', async () => {
  const { desk, client } = await setUp({ rows: [row('c', { online: true }), row('d')] });
  const here = () => ['c', 'd'].map((id) => Boolean(desk.cache.rows.get(id)?.online));
  assert.deepEqual(here(), [true, false]);
  client.emit('presence', { member: { kind: 'visitor', id: 'v_d' }, online: true, availability: null, viewing: null });
  client.emit('presence', { member: { kind: 'visitor', id: 'v_c' }, online: false, availability: null, viewing: null });
  assert.deepEqual(here(), [false, true]);
  desk.show('c');
  client.emit('presence', { member: { kind: 'visitor', id: 'v_d' }, online: true, availability: null, viewing: null });
  assert.equal(desk.presence.customer('c'), undefined, 'somebody else’s coming says nothing of who is on the screen');
});

test('unsent items stand with their conversation until they are settled or removed', async () => {
  const { desk, client } = await setUp({ rows: [row('c')] });
  const item = { client_message_id: 'i1', conversation_id: 'c', state: 'queued', note: false, content: { text: 'x' } };
  client.unsent = [item];
  client.emit('outbox', { item, change: 'queued' });
  assert.equal(desk.unsentOf('c').length, 1);
  client.emit('outbox', { item, change: 'settled' });
  assert.equal(desk.unsentOf('c').length, 0);
});

test('what cannot be sent says why and stays a draft', async () => {
  const { desk, client } = await setUp({ rows: [row('c')] });
  desk.show('c');
  desk.drafts.set('c', 'reply', 'long');
  client.send = () => {
    throw { code: 'too_large' };
  };
  assert.deepEqual(desk.send('long', false), { code: 'too_large' });
  assert.equal(desk.drafts.get('c', 'reply'), 'long');
});

test('a link that ends because the session ended leads to sign-in; ticks move once for many events', async () => {
  const { desk, client, left } = await setUp({ rows: [row('c')] });
  await arrive();
  const before = desk.ticks.list.value;
  for (let i = 2; i < 500; i += 1) client.emit('notice', { entry: message('c', i, agent(), `${i}`), known: true });
  await Promise.resolve();
  assert.equal(desk.ticks.list.value, before + 1);
  client.emit('ended', { code: 'logged_out' });
  assert.ok(left());
});
