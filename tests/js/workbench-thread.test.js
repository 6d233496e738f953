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

/** Answers what is asked for from a conversation of so many entries. @param {number} last */
function desk(last) {
  const { one, asked, sequences } = thread();
  const answer = () => {
    for (const { ask, answer } of asked.splice(0)) {
      const { before_sequence = last + 1, after_sequence: after, limit } = ask;
      const before = Math.min(before_sequence, last + 1);
      if (after === undefined) answer(run(Math.max(1, before - limit), before - 1));
      else answer(run(after + 1, Math.min(after + limit, last)));
    }
    return settled();
  };
  return { one, sequences, answer };
}

test('a jump far up shows a stretch of its own, which grows both ways until it meets the newest', async () => {
  const { one, sequences, answer } = desk(500);
  one.load();
  await answer();
  const jump = one.reach(300);
  await answer();
  assert.equal(await jump, true);
  assert.deepEqual([sequences()[0], sequences().at(-1), one.parted, one.more, one.last], [276, 325, true, true, 500]);

  // What comes meanwhile is counted and not shown.
  one.apply(/** @type {any} */ ({ sequence: 501 }));
  assert.deepEqual([one.last, sequences().at(-1)], [501, 325]);
  one.older();
  await answer();
  one.newer();
  await answer();
  assert.deepEqual([sequences()[0], sequences().at(-1), one.parted], [226, 375, true]);
  for (const _ of [1, 2]) {
    one.newer();
    await answer();
  }
  assert.deepEqual([sequences()[0], sequences().at(-1), one.parted], [226, 501, false]);
  assert.deepEqual(sequences(), run(226, 501).items.map((entry) => entry.sequence), 'without holes');
});

test('a jump to what is there asks for nothing, and one to nowhere changes nothing', async () => {
  const { one, sequences, answer } = desk(120);
  one.load();
  await answer();
  assert.equal(await one.reach(80), true);
  assert.equal(one.parted, false);
  const jump = one.reach(4000);
  await answer();
  assert.equal(await jump, false);
  assert.deepEqual([sequences()[0], sequences().at(-1), one.parted], [71, 120, false]);
});

test('back at the end the stretch is let go, and what came anew meanwhile is there', async () => {
  const { one, sequences, answer } = desk(500);
  one.load();
  await answer();
  const jump = one.reach(20);
  await answer();
  await jump;
  assert.deepEqual([sequences()[0], one.more], [1, false]);
  // The link was gone: everything is asked for again, and the reader stays where they are.
  one.load();
  await answer();
  assert.deepEqual([sequences()[0], sequences().at(-1), one.last], [1, 45, 500]);
  one.rejoin();
  assert.deepEqual([sequences()[0], sequences().at(-1), one.parted, one.more], [451, 500, false, true]);
});
