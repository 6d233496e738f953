/** Files on their way: slices, cuts, refusals, and what becomes of a chosen file. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { singleTab } from '../../static/im/browser.js';
import { createFileOutbox } from '../../static/im/file-outbox.js';
import { parted } from '../../static/design/file-name.js';
import { fit, renamed } from '../../static/im/picture.js';
import { createSha256, sha256 } from '../../static/im/sha256.js';
import { upload } from '../../static/im/upload.js';
import { span } from '../../static/design/span.js';
import { createClock, settle } from './support/clock.js';

const hex = (/** @type {Uint8Array} */ bytes) => Buffer.from(bytes).toString('hex');
const bytesOf = (/** @type {number} */ count) => Uint8Array.from({ length: count }, (_, i) => (i * 31 + (i >> 8)) % 256);

/** Digests are made beside the script: how long one takes is not known. @param {() => any} happened */
async function until(happened) {
  for (let i = 0; i < 20_000; i += 1) {
    if (await happened()) return;
    await settle();
  }
  assert.fail(`never: ${happened}`);
}

test('a long name is cut before its ending', () => {
  for (const [name, stem, ending] of [['发票.pdf', '发票', '.pdf'], ['a.tar.gz', 'a.tar', '.gz'], ['.profile', '.profile', ''], ['README', 'README', ''], ['v1. final', 'v1. final', ''], ['', '', '']]) {
    assert.deepEqual(parted(name), [stem, ending]);
  }
});

test('digests are those of everybody else, in one piece and in many', async () => {
  for (const length of [0, 1, 3, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1000, 100_003]) {
    const bytes = bytesOf(length);
    const expected = createHash('sha256').update(bytes).digest('hex');
    const hash = createSha256();
    for (let at = 0, step = 1; at < length; at += step, step = (step * 7) % 97 || 5) hash.update(bytes.subarray(at, Math.min(length, at + step)));
    assert.equal(hex(hash.finish()), expected, `${length} in pieces`);
    assert.equal(hex(await sha256(new Blob([bytes]), undefined)), expected);
    assert.equal(hex(await sha256(new Blob([bytes]))), expected);
  }
});

/** A desk that takes slices, and breaks off where a test wants it to. */
function createDesk(size = 50 << 10) {
  const slice = 5 << 10;
  const desk = {
    /** @type {string[]} */ asked: [],
    /** @type {Map<number, Uint8Array>} */ slices: new Map(),
    begun: 0,
    done: false,
    most: 0,
    /** @type {(method:string, path:string) => any} */ answer: () => null,
    /** @param {string} method @param {string} path @param {any} init */
    async call(method, path, { body, headers, signal }) {
      const name = `${method} ${path.replace('/files/v1/', '').replace('uploads/u_1', 'it')}`;
      desk.asked.push(name);
      desk.most = Math.max(desk.most, (flying += 1));
      await settle();
      flying -= 1;
      if (signal.aborted) throw new DOMException('aborted', 'AbortError');
      const other = desk.answer(method, name);
      if (other instanceof Error) throw other;
      if (other) return other;
      const json = (/** @type {any} */ value, status = 200) => new Response(JSON.stringify(value), { status });
      if (name === 'POST uploads') {
        desk.begun += 1;
        return json({ upload_id: 'u_1', slice_bytes: slice, slice_count: Math.ceil(size / slice) }, 201);
      }
      if (name === 'GET it') {
        if (desk.done) return json({ state: 'complete', received: [], missing: [], file: { file_id: 'f_1' } });
        const all = Array.from({ length: Math.ceil(size / slice) }, (_, i) => i);
        return json({ state: 'arriving', slice_bytes: slice, received: all.filter((n) => desk.slices.has(n)), missing: all.filter((n) => !desk.slices.has(n)) });
      }
      if (method === 'PUT') {
        const sum = createHash('sha256').update(Buffer.from(body)).digest('base64');
        assert.equal(headers['content-digest'], `sha-256=:${sum}:`);
        desk.slices.set(Number(name.split('/').pop()), new Uint8Array(body));
        return new Response(null, { status: 204 });
      }
      desk.done = true;
      return json({ file_id: 'f_1', name: 'a.bin', media_type: 'application/octet-stream', byte_size: size, width: null, height: null });
    },
    whole: () => Buffer.concat([...desk.slices].sort(([a], [b]) => a - b).map(([, bytes]) => bytes)),
  };
  let flying = 0;
  return desk;
}
const problem = (/** @type {number} */ status, /** @type {string} */ code, headers = {}) => new Response(JSON.stringify({ code }), { status, headers });

/** @param {ReturnType<typeof createDesk>} desk @param {any} [more] */
function start(desk, more = {}) {
  const clock = createClock();
  const stop = new AbortController();
  /** @type {number[]} */ const progress = [];
  /** @type {any} */ let wake = null;
  const bytes = bytesOf(50 << 10);
  const going = upload({
    blob: new Blob([bytes], { type: 'image/png' }), name: 'a.bin', call: desk.call, clock, random: () => 0.5, signal: stop.signal,
    onOnline: (fn) => ((wake = fn), () => (wake = null)), onBegun: () => {}, onProgress: (sent) => progress.push(sent), ...more,
  });
  going.catch(() => {});
  /** It waits for a time, or for the network. */
  const rests = () => until(() => wake);
  return { clock, stop, progress, bytes, going, rests, wake: () => wake?.() };
}

test('a file goes in slices, four at a time', async () => {
  const desk = createDesk();
  const { going, progress, bytes } = start(desk);
  assert.equal((await going).file_id, 'f_1');
  assert.deepEqual(desk.whole(), Buffer.from(bytes));
  assert.equal(desk.most, 4);
  assert.deepEqual([progress[0], progress.at(-1)], [0, 50 << 10]);
});

test('after a cut only the missing slices are sent again', async () => {
  const desk = createDesk();
  let puts = 0;
  desk.answer = (method) => (method === 'PUT' && (puts += 1) > 6 ? new TypeError('the line is cut') : null);
  const { going, clock, rests } = start(desk);
  await rests();
  assert.equal(desk.slices.size, 6);
  desk.answer = () => null;
  desk.asked.length = 0;
  await clock.advance(30000);
  assert.equal((await going).file_id, 'f_1');
  assert.equal(desk.asked.filter((name) => name.startsWith('PUT')).length, 4);
  assert.equal(desk.begun, 1);
});

test('the network that is back is used at once, and a busy desk is waited for', async () => {
  const desk = createDesk();
  desk.answer = () => new TypeError('offline');
  const { going, rests, wake, clock } = start(desk);
  await rests();
  desk.answer = () => problem(503, 'storage_full', { 'retry-after': '7' });
  wake();
  await rests();
  const asked = desk.asked.length;
  desk.answer = () => null;
  await clock.advance(6900);
  assert.equal(desk.asked.length, asked);
  await clock.advance(100);
  assert.equal((await going).file_id, 'f_1');
});

test('an answer that was lost does no harm', async () => {
  const desk = createDesk();
  desk.answer = (_, name) => (name === 'POST it/complete' ? ((desk.done = true), new TypeError('lost')) : null);
  const { going, rests, clock } = start(desk);
  await rests();
  desk.answer = () => null;
  await clock.advance(30000);
  assert.equal((await going).file_id, 'f_1');
});

test('a file chosen without a network waits for one, and is announced once', async () => {
  const desk = createDesk();
  /** @type {string[]} */ const keys = [];
  const { call } = desk;
  let lost = 8;
  desk.call = async (method, path, init) => {
    if (path === '/files/v1/uploads') {
      keys.push(init.headers['idempotency-key']);
      if ((lost -= 1) >= 0) throw new TypeError('offline');
    }
    return call(method, path, init);
  };
  const { going, clock } = start(desk);
  await until(async () => (await clock.advance(30_000), desk.done));
  assert.equal((await going).file_id, 'f_1');
  assert.equal(keys.length, 9);
  assert.equal(new Set(keys).size, 1);
});

test('what the desk will never take is told, what it forgot is begun anew', async () => {
  for (const [status, code] of /** @type {const} */ ([[413, 'too_large'], [422, 'no_room'], [403, 'forbidden'], [422, 'too_many_pixels']])) {
    const desk = createDesk();
    desk.answer = () => problem(status, code);
    await assert.rejects(start(desk).going, { code });
    assert.equal(desk.asked.length, 1);
  }
  const desk = createDesk();
  let forgotten = 2;
  desk.answer = (method) => (method === 'PUT' && forgotten > 0 ? ((forgotten -= 1), problem(404, 'not_found')) : null);
  const { going, clock } = start(desk, { upload_id: 'u_1' });
  await until(async () => (await clock.advance(1), desk.done));
  assert.equal((await going).file_id, 'f_1');
  const thrown = createDesk();
  let twice = 0;
  thrown.answer = (_, name) => (name === 'POST it/complete' && (twice += 1) === 1 ? (thrown.slices.clear(), problem(422, 'incomplete')) : null);
  const again = start(thrown, { upload_id: 'u_1' });
  await until(async () => (await again.clock.advance(100), thrown.done));
  assert.equal((await again.going).file_id, 'f_1');
  const never = createDesk();
  never.answer = (method) => (method === 'PUT' ? problem(404, 'not_found') : null);
  const lost = start(never);
  let over = false;
  lost.going.catch(() => (over = true));
  await until(async () => (await lost.clock.advance(1), over));
  await assert.rejects(lost.going, { code: 'refused' });
});

test('a cancelled file is left where it is', async () => {
  const desk = createDesk();
  desk.answer = () => new TypeError('offline');
  const { going, stop, rests } = start(desk);
  await rests();
  stop.abort();
  await assert.rejects(going, { code: 'cancelled' });
});

/** As IndexedDB does, it keeps files as they are. */
function createStore() {
  /** @type {Map<string, any>} */ const items = new Map();
  return {
    put: async (/** @type {any} */ item) => void items.set(item.client_message_id, { ...item }),
    list: async () => [...items.values()].map((item) => ({ ...item })),
    remove: async (/** @type {string} */ id) => void items.delete(id),
  };
}

/** @param {any} [more] */
function createPage(more = {}) {
  const desk = more.desk ?? createDesk();
  const clock = createClock();
  const store = more.store ?? createStore();
  /** @type {any[]} */ const said = [];
  /** @type {string[]} */ const changes = [];
  let ids = more.from ?? 0;
  const outbox = createFileOutbox({
    send: (message) => said.push(message), call: desk.call, store, tabs: singleTab(), clock, random: () => 0.5, makeId: () => `id-${(ids += 1)}`,
    owner: () => more.owner ?? 'visitor:v_1', onOnline: () => ((resting = true), () => (resting = false)), onChange: (outgoing, change) => changes.push(`${outgoing.client_message_id} ${change} ${outgoing.state}`),
  });
  let resting = false;
  /** It waits for a time, or there is nothing to do. */
  const rests = () => until(() => resting || outbox.list().every((outgoing) => outgoing.state === 'failed'));
  return { desk, clock, store, said, changes, outbox, rests };
}
const chosen = () => ({ blob: new Blob([bytesOf(50 << 10)], { type: 'image/png' }), name: 'tea.png', conversation_id: 'c_1' });

test('a chosen file becomes a message under the id that it had from the start', async () => {
  const page = createPage();
  await page.outbox.add({ ...chosen(), text: '看' });
  await page.rests();
  assert.deepEqual(page.said, [{
    id: 'id-1', conversation_id: 'c_1', note: false,
    content: { kind: 'file', file_id: 'f_1', text: '看', name: 'a.bin', media_type: 'application/octet-stream', byte_size: 50 << 10 },
  }]);
  assert.deepEqual(page.outbox.list(), []);
  assert.equal((await page.store.list()).length, 1);
  await page.clock.advance(2000);
  assert.deepEqual(await page.store.list(), []);
  assert.deepEqual([page.changes[0], page.changes.at(-1)], ['id-1 added waiting', 'id-1 sent sending']);
});

test('a reload goes on where it was, under the same id', async () => {
  const desk = createDesk();
  let puts = 0;
  desk.answer = (method) => (method === 'PUT' && (puts += 1) > 3 ? new TypeError('cut') : null);
  const before = createPage({ desk });
  await before.outbox.add(chosen());
  await before.rests();
  desk.answer = () => null;
  const after = createPage({ desk, store: before.store, from: 7 });
  await after.outbox.restore();
  await after.rests();
  assert.deepEqual(after.said.map((message) => message.id), ['id-1']);
  assert.equal(desk.begun, 1);
});

test('what somebody else chose is not sent', async () => {
  const desk = createDesk();
  desk.answer = () => new TypeError('offline');
  const before = createPage({ desk });
  await before.outbox.add(chosen());
  await before.rests();
  desk.answer = () => null;
  const after = createPage({ desk, store: before.store, owner: 'visitor:v_2' });
  await after.outbox.restore();
  await after.rests();
  assert.deepEqual([after.said, await before.store.list()], [[], []]);
});

test('one that failed waits for a word, and does not hold up the next', async () => {
  const page = createPage();
  page.desk.answer = () => problem(422, 'no_room');
  await page.outbox.add(chosen());
  await page.rests();
  page.desk.answer = () => null;
  await page.outbox.add(chosen());
  await page.rests();
  assert.deepEqual(page.said.map((message) => message.id), ['id-2']);
  const [failed] = page.outbox.list();
  assert.deepEqual([failed.state, failed.code], ['failed', 'no_room']);
  page.outbox.retry('id-1');
  await page.rests();
  assert.deepEqual(page.said.map((message) => message.id), ['id-2', 'id-1']);
});

test('a cancelled one is gone from the store, and the next goes on', async () => {
  const page = createPage();
  page.desk.answer = () => new TypeError('offline');
  await page.outbox.add(chosen());
  await page.outbox.add(chosen());
  await page.rests();
  page.desk.answer = () => null;
  page.outbox.cancel('id-1');
  await page.rests();
  assert.deepEqual(page.said.map((message) => message.id), ['id-2']);
  assert.equal(page.changes.includes('id-1 gone sending'), true);
});

test('pictures are made to fit, and named after what they became', () => {
  assert.deepEqual(fit(4000, 3000), { width: 1600, height: 1200 });
  assert.deepEqual(fit(800, 600), { width: 800, height: 600 });
  assert.deepEqual(fit(10000, 1), { width: 1600, height: 1 });
  assert.equal(renamed('IMG_1.HEIC', 'jpg'), 'IMG_1.jpg');
  assert.equal(renamed('.png', 'jpg'), '.png.jpg');
  assert.equal(renamed('a.b', undefined), 'a.b');
});

test('a minute is a minute, also when it is nearly one', () => {
  for (const [ms, text] of /** @type {const} */ ([[0, '0:00'], [499, '0:00'], [2690, '0:03'], [59_400, '0:59'], [59_600, '1:00'], [60_000, '1:00'], [299_900, '5:00']])) assert.equal(span(ms), text);
});
