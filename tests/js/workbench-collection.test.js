/** Things of one kind: page by page, changed before the desk has said so, put back where it says no. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCollection } from '../../static/workbench/store/collection.js';

/** @param {{id:string, name?:string}[][]} pages */
function setUp(pages, how = {}) {
  const asked = [];
  let told = 0;
  const desk = { failing: false };
  const collection = createCollection({
    read: async (cursor) => {
      asked.push(cursor);
      if (desk.failing) throw new Error('away');
      const at = Number(cursor ?? 0);
      return { items: pages[at], next_cursor: at + 1 < pages.length ? String(at + 1) : null };
    },
    changed: () => (told += 1),
    ...how,
  });
  return { collection, asked, desk, told: () => told, ids: () => collection.rows.map((row) => row.id).join() };
}

test('pages join without doubles, and the first one begins anew', async () => {
  const { collection, asked, ids } = setUp([[{ id: 'a' }, { id: 'b' }], [{ id: 'b' }, { id: 'c' }]]);
  assert.equal(collection.phase, 'empty');
  await collection.load();
  assert.deepEqual([ids(), collection.hasMore, collection.phase], ['a,b', true, 'ready']);
  await collection.more();
  assert.deepEqual([ids(), collection.hasMore], ['a,b,c', false]);
  await collection.more();
  await collection.load();
  assert.deepEqual([ids(), asked], ['a,b', [null, '1', null]]);
});

test('who asked last is heard, and what is there outlives a failure', async () => {
  const { collection, desk, ids } = setUp([[{ id: 'a' }]]);
  desk.failing = true;
  await collection.load();
  assert.equal(collection.phase, 'failed');
  desk.failing = false;
  await Promise.all([collection.load(), collection.load()]);
  assert.equal(ids(), 'a');
  desk.failing = true;
  await collection.load();
  assert.deepEqual([ids(), collection.phase], ['a', 'ready']);
});

test('what was asked for just now is not asked for again until it is stale', async () => {
  let now = 0;
  const { collection, asked } = setUp([[{ id: 'a' }]], { now: () => now, freshMs: 10 });
  await collection.ensure();
  now = 9;
  await collection.ensure();
  assert.equal(asked.length, 1);
  collection.stale();
  await collection.ensure();
  now = 30;
  await collection.ensure();
  assert.equal(asked.length, 3);
});

test('a change is shown at once and taken back where the desk says no, but for what changed meanwhile', async () => {
  const { collection } = setUp([[{ id: 'a', name: 'old' }]], { order: (a, b) => a.name.localeCompare(b.name) });
  await collection.load();
  const refused = Object.assign(new Error('no'), { code: 'forbidden' });
  const refuse = (meanwhile = () => {}) => collection.change('a', { name: 'new' }, async () => (meanwhile(), Promise.reject(refused)));
  const first = refuse();
  assert.equal(collection.get('a')?.name, 'new');
  await assert.rejects(first, refused);
  assert.equal(collection.get('a')?.name, 'old');
  await assert.rejects(refuse(() => collection.put({ id: 'a', name: 'theirs' })), refused);
  assert.equal(collection.get('a')?.name, 'theirs');
  assert.equal(await collection.change('a', { name: 'kept' }, async () => 1), 1);
  assert.equal(collection.get('a')?.name, 'kept');
  collection.put({ id: 'b', name: 'aa' });
  assert.deepEqual(collection.rows.map((row) => row.id), ['b', 'a']);
  collection.drop('b');
  assert.equal(collection.get('b'), null);
});
