/** One thread's pages, whatever order their answers come in. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createThread } from '../../static/workbench/store/thread.js';

/** Entries from…to. */
const run = (from, to) => ({ items: Array.from({ length: to - from + 1 }, (_, i) => ({ sequence: from + i })) });

function thread() {
  /** @type {{ask:any, answer:(page:any)=>void}[]} */ const asked = [];
  const one = createThread({ id: 'c_1', fetch: (ask) => new Promise((answer) => asked.push({ ask, answer })), changed() {} });
  return { one, asked, sequences: () => one.entries.map((entry) => entry.sequence) };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a page of history that was asked for before everything came anew still joins', async () => {
  const { one, asked, sequences } = thread();
  one.load();
  asked[0].answer(run(91, 140));
  await settled();
  one.older();
  one.load();
  assert.deepEqual(asked.map(({ ask }) => ask.before_sequence), [undefined, 91, undefined]);
  asked[2].answer(run(91, 140));
  await settled();
  asked[1].answer(run(41, 90));
  await settled();
  assert.deepEqual([sequences()[0], sequences().length, one.more], [41, 100, true]);
});

test('one that no longer meets what is there is left out', async () => {
  const { one, asked, sequences } = thread();
  one.load();
  asked[0].answer(run(91, 140));
  await settled();
  one.older();
  one.load();
  asked[2].answer(run(95, 144));
  await settled();
  asked[1].answer(run(41, 90));
  await settled();
  assert.deepEqual([sequences()[0], sequences().at(-1)], [95, 144]);
});
