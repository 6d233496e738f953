/** What a page may say by its calls, and what is left out of it. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { readCall } from '../../static/widget/calls.js';

/** @param {string} method @param {...any} args */
const read = (method, ...args) => {
  /** @type {string[]} */ const dropped = [];
  const found = readCall(method, args, (field) => void dropped.push(field));
  return [found, dropped];
};
const LONG = 'n'.repeat(3000);

test('each call by itself', () => {
  for (const [call, want, dropped = []] of /** @type {[any[], any, string[]?][]} */ ([
    [['identify', { id: 42, name: 'Anna' }], [{ id: 42, name: 'Anna' }]],
    [['identify', { id: 42 }, 'jwt'], [{ token: 'jwt' }]],
    [['identify', null, null], [null]],
    [['identify'], [null]],
    [['identify', 'Anna'], [null], ['user']],
    [['identify', [1]], [null], ['user']],
    [['identify', { name: 'Anna' }, 5], [{ name: 'Anna' }], ['token']],
    [['identify', { name: LONG }], [{ name: LONG.slice(0, 2000) }]],
    [['addTag', 'vip'], [['vip']]],
    [['addTag', 7], [['7']]],
    [['addTag', ['vip', {}, 'b']], [['vip', 'b']], ['tag']],
    [['addTag', null], undefined, ['tag']],
    [['addTag', '\u200b'], undefined, ['tag']],
    [['removeTag', 'vip'], [['vip']]],
    [['setAttributes', { plan: 'gold', size: null }], [{ plan: 'gold', size: null }]],
    [['setAttributes', {}], undefined],
    [['setAttributes', 'gold'], undefined, ['attributes']],
    [['setConversationAttributes', { note: LONG }], [{ note: LONG.slice(0, 2000) }]],
    [['track', 'seen', { sku: 1 }], ['seen', { sku: 1 }]],
    [['track', 'seen'], ['seen', {}]],
    [['track', {}], undefined, ['event']],
    [['track', 'seen', 'x'], ['seen', {}], ['properties']],
    [['prefill', 5], ['5']],
    [['prefill', {}], undefined, ['text']],
  ])) {
    assert.deepEqual(read(/** @type {any} */ (call)[0], ...call.slice(1)), [want, dropped], JSON.stringify(call).slice(0, 80));
  }
});

test('what no call was meant to carry is left out, the rest stays', () => {
  const big = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`k${i}`, LONG]));
  const [found, dropped] = read('setAttributes', { plan: 'gold', ...big });
  assert.deepEqual(found, [{ plan: 'gold' }]);
  assert.equal(/** @type {string[]} */ (dropped).length, 20);
});
