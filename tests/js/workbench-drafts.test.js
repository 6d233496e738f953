/** Drafts: in this browser at once, on the desk a moment later, the newest text wins wherever it was written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDrafts } from '../../static/workbench/store/drafts.js';
import { ME, arrive, at, createFakeStorage } from './support/workbench.js';

/** A desk that keeps drafts, and timers that run when they are told to. @param {{storage?:Storage|null, items?:any[]}} [has] */
function stage({ storage = createFakeStorage(), items = [] } = {}) {
  const kept = [];
  const timers = [];
  const api = {
    fails: false,
    items,
    drafts: async () => ({ items: api.items }),
    keepDraft: async (...draft) => {
      if (api.fails) throw new Error('away');
      kept.push(draft);
    },
  };
  let now = Date.parse(at(100));
  const open = (owner = ME) => createDrafts({ storage, owner, now: () => now, after: (run) => timers.push(run), api, changed() {} });
  const pass = async () => {
    for (const run of timers.splice(0)) run();
    await arrive();
  };
  return { api, kept, open, pass, storage, later: () => (now += 1000) };
}

test('per conversation and tab, over a reload, never somebody else’s, none after sign-out', () => {
  const { open } = stage();
  const first = open();
  first.set('c', 'reply', '可以的');
  first.set('c', 'note', 'ask Wang');
  first.flush();
  const second = open();
  assert.equal(second.get('c', 'reply'), '可以的');
  assert.equal(second.get('c', 'note'), 'ask Wang');
  assert.equal(second.of('c'), '可以的');
  assert.equal(open('a_other').of('c'), null);
  second.set('c', 'reply', '  ');
  second.flush();
  assert.equal(open().of('c'), 'ask Wang');
  second.forget();
  assert.equal(open().size, 0);
});

test('without storage, and with one that is full, they live as long as the page', () => {
  const full = { ...createFakeStorage(), length: 0, setItem: () => assert.fail('quota') };
  for (const storage of [null, full]) {
    const drafts = stage({ storage }).open();
    drafts.set('c', 'reply', 'kept');
    drafts.flush();
    assert.equal(drafts.get('c', 'reply'), 'kept');
  }
});

test('the desk hears of a draft once the keys rest, and of its end', async () => {
  const { kept, open, pass } = stage();
  const drafts = open();
  drafts.set('c', 'reply', '可');
  drafts.set('c', 'reply', '可以');
  assert.equal(drafts.unkept, 1);
  await pass();
  assert.deepEqual(kept, [['c', false, '可以']]);
  assert.equal(drafts.unkept, 0);
  assert.ok(drafts.kept('c', 'reply'));
  drafts.set('c', 'reply', '');
  await pass();
  assert.deepEqual(kept[1], ['c', false, '']);
});

test('with the desk away a draft stays and is told at the next comparison', async () => {
  const { api, kept, open, pass } = stage();
  const drafts = open();
  api.fails = true;
  drafts.set('c', 'note', 'ask');
  await pass();
  assert.equal(drafts.unkept, 1);
  api.fails = false;
  await drafts.load();
  await pass();
  assert.deepEqual(kept, [['c', true, 'ask']]);
});

test('what was written on another machine comes here, unless it is older; what was sent there goes', async () => {
  const written = (conversation_id, text, seconds) => ({ conversation_id, note: false, text, updated_at: at(seconds) });
  const { api, kept, open, pass } = stage();
  const drafts = open();
  drafts.set('mine', 'reply', 'newer here');
  api.items = [written('theirs', 'from home', 50), written('mine', 'older there', 50)];
  await drafts.load();
  assert.equal(drafts.get('theirs', 'reply'), 'from home');
  assert.equal(drafts.get('mine', 'reply'), 'newer here');
  await pass();
  assert.deepEqual(kept, [['mine', false, 'newer here']]);
  api.items = [];
  await drafts.load();
  assert.equal(drafts.get('theirs', 'reply'), '', 'it was sent at home');
});
