/** The pace of an import: nothing is said before something was measured, and what is left follows from what went in here. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { sendHistory } from '../../static/workbench/pages/settings/import-upload.js';

test('only what is missing is sent, and a cut costs what was on its way', async () => {
  const file = new File([new Uint8Array(10_000)], 'old.jsonl');
  const slices = { slice_bytes: 4096, slice_count: 3, received: /** @type {number[]} */ ([0]) };
  const row = /** @type {any} */ ({ id: 'im_1', slices });
  /** @type {string[]} */ const sent = [];
  /** @type {string[]} */ const asked = [];
  /** @type {number[]} */ const told = [];
  await sendHistory({
    call: async (method, path) => {
      asked.push(`${method} ${path}`);
      return row;
    },
    put: async (path, body, digest) => {
      assert.match(digest, /^sha-256=:[\w+/]{43}=:$/);
      sent.push(`${path} ${body.byteLength}`);
    },
    file,
    import: row,
    signal: new AbortController().signal,
    progress: (there) => told.push(there),
  });
  assert.deepEqual(sent.sort(), ['/imports/im_1/slices/1 4096', '/imports/im_1/slices/2 1808']);
  // Two are on their way at once: either may come first.
  assert.deepEqual([told[0], told.at(-1), told.length], [4096, 10_000, 3]);
  assert.deepEqual(asked, ['GET /imports/im_1', 'POST /imports/im_1/complete']);
});

test('what was stopped is not completed', async () => {
  const file = new File([new Uint8Array(5000)], 'old.jsonl');
  const row = /** @type {any} */ ({ id: 'im_1', slices: { slice_bytes: 4096, slice_count: 2, received: [] } });
  const stop = new AbortController();
  /** @type {string[]} */ const asked = [];
  await sendHistory({
    call: async (method) => {
      asked.push(method);
      return row;
    },
    put: async () => stop.abort(),
    file,
    import: row,
    signal: stop.signal,
    progress() {},
  });
  assert.deepEqual(asked, ['GET']);
});
