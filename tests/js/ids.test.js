/** Ids and text rules. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { createIdMaker } from '../../static/im/ids.js';
import { countBytes, countScalars, isBlank, wellFormed } from '../../static/im/text.js';
import { readFrames } from '../../static/im/frames.js';

test('UUIDv7: version, variant, time in front', () => {
  const id = createIdMaker({ now: () => 0x0192f3c17a54, randomBytes: (b) => b.fill(0xff) })();
  assert.equal(id, '0192f3c1-7a54-77ff-bfff-ffffffffffff');
});

test('ids of one maker ascend within a millisecond, past its counter, and when the clock steps back', () => {
  let now = 1000;
  const make = createIdMaker({ now: () => now, randomBytes: (bytes) => crypto.getRandomValues(/** @type {Uint8Array<ArrayBuffer>} */ (bytes)) });
  const ids = [];
  for (let i = 0; i < 10000; i += 1) {
    if (i === 9000) now = 10;
    ids.push(make());
  }
  assert.deepEqual([...ids].sort(), ids);
  assert.equal(new Set(ids).size, ids.length);
  assert.match(ids[0], /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('text: lone surrogates go, pairs stay; sizes as the server counts', () => {
  assert.equal(wellFormed('a😀b'), 'a😀b');
  assert.equal(wellFormed('\ud800'), '\ufffd');
  assert.equal(wellFormed('\udc00\ud800x'), '\ufffd\ufffdx');
  for (const text of ['', 'abc', '几点发货', '😀👍🏽', 'é', 'mixed 茶 😀']) {
    assert.equal(countScalars(text), [...text].length, text);
    assert.equal(countBytes(text), Buffer.byteLength(text), text);
  }
});

test('several frames in one message', () => {
  assert.deepEqual(readFrames('{"type":"a"}\n\n{"type":"b"}').map((f) => f.type), ['a', 'b']);
  assert.deepEqual(readFrames('{').map((f) => f.type), ['unreadable']);
});

test('nothing to be seen is nothing to send', () => {
  for (const text of ['', ' \n', '\u200b\u200b', '\u3164\u200b', '\u2060\ufeff', '\u202e', '\u2800', '\u00ad', '\u{e0020}']) assert.equal(isBlank(text), true, JSON.stringify(text));
  for (const text of ['a', '\u200b茶', '0', '👍\ufe0f', '…', 'אב']) assert.equal(isBlank(text), false, JSON.stringify(text));
});
