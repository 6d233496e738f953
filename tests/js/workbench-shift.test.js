/** Tools of a shift, without a browser: times to send at, macros that are found and run, what waits for its time. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run, searchMacros } from '../../static/workbench/store/macros.js';
import { createScheduled } from '../../static/workbench/store/scheduled.js';
import { sendTimes } from '../../static/workbench/store/send-times.js';

test('times to send at are those that are still to come', () => {
  // A Monday, a Friday and a Sunday, in this machine's own day.
  for (const [now, opens, names] of /** @type {[Date, Date|null, string[]][]} */ ([
    [new Date(2026, 2, 2, 10), null, ['afternoon', 'tomorrow', 'monday']],
    [new Date(2026, 2, 2, 14, 30), null, ['afternoon', 'tomorrow', 'monday']],
    [new Date(2026, 2, 2, 14, 31), null, ['tomorrow', 'monday']],
    [new Date(2026, 2, 2, 20), new Date(2026, 2, 3, 8, 30), ['opening', 'tomorrow', 'monday']],
    [new Date(2026, 2, 2, 20), new Date(2026, 2, 2, 8), ['tomorrow', 'monday']],
    [new Date(2026, 2, 6, 16), null, ['tomorrow', 'monday']],
    [new Date(2026, 2, 8, 16), null, ['tomorrow']],
  ])) {
    const times = sendTimes(now, opens?.toISOString() ?? null);
    assert.deepEqual(
      times.map((one) => one.name),
      names,
      String(now),
    );
    assert.ok(times.every((one) => one.at > now));
  }
  const [, , monday] = sendTimes(new Date(2026, 2, 2, 10));
  assert.deepEqual([monday.at.getDay(), monday.at.getDate(), monday.at.getHours()], [1, 9, 9], 'on a Monday it is the next one');
});

/** @param {string} name @param {Partial<import('../../static/workbench/store/macros.js').Macro>} [more] @returns {import('../../static/workbench/store/macros.js').Macro} */
const named = (name, more) => ({ id: name, name, shared: true, reply: null, actions: [], unreadable: false, used: 0, ...more });

test('macros are found by name before words, those used most first', () => {
  const all = [named('Refund'), named('Close', { used: 9 }), named('Send', { reply: 'a refund is on its way' }), named('No refund'), named('Old', { unreadable: true })];
  const found = (/** @type {string} */ query) => searchMacros(all, query).map((one) => one.name);
  assert.deepEqual(found(''), ['Close', 'No refund', 'Refund', 'Send']);
  assert.deepEqual(found(' refund '), ['Refund', 'No refund', 'Send']);
  assert.deepEqual(found('old'), [], 'what cannot be read is not offered');
});

/** A desk that notes what it is asked and told. @param {(what:any) => any} answer */
function deskOf(answer) {
  /** @type {any[]} */ const asked = [];
  /** @type {any[]} */ const told = [];
  const desk = {
    cache: { rows: new Map([['c_1', { last_sequence: 4 }]]), want: (/** @type {string} */ id) => told.push(`want ${id}`), countsSoon() {} },
    api: {
      runMacro: async (/** @type {string} */ _, /** @type {any} */ what) => {
        asked.push(what);
        return answer(what);
      },
      bulk: async (/** @type {any} */ what) => void asked.push(what),
    },
    notify: (/** @type {any} */ notice) => told.push(notice),
    failed: (/** @type {any} */ error) => told.push(error.code),
  };
  return { desk: /** @type {any} */ (desk), asked, told };
}

test('a macro heeds what was seen, and what is not words is taken back with one call', async () => {
  const before = { state: 'waiting', labels: [] };
  const { desk, asked, told } = deskOf(() => ({ items: [{ id: 'c_1', done: true, before }] }));
  assert.equal(await run(desk, named('m', { reply: 'hi', actions: [{ do: 'close' }] }), ['c_1'], { 'shop.name': 'x' }), true);
  assert.deepEqual(asked, [{ conversation_ids: ['c_1'], values: { 'shop.name': 'x' }, last_sequences: { c_1: 4 } }]);
  const notice = told.at(-1);
  assert.equal(notice.key, 'thread.done_macro');
  await notice.action.run();
  assert.deepEqual(asked[1], { action: 'restore', items: [{ id: 'c_1', ...before }] });

  const words = deskOf(() => ({ items: [{ id: 'c_1', done: true, before }] }));
  await run(words.desk, named('m', { reply: 'hi', actions: [{ do: 'note' }] }), ['c_1'], {});
  assert.equal(words.told.at(-1).action, undefined, 'what was said stays said');
});

test('many go so many at a time, and nothing done says why', async () => {
  const ids = Array.from({ length: 250 }, (_, at) => `c_${at}`);
  const all = deskOf(({ conversation_ids }) => ({ items: conversation_ids.map((/** @type {string} */ id) => ({ id, done: false, code: 'newer_message' })) }));
  assert.equal(await run(all.desk, named('m'), ids, {}), false);
  assert.deepEqual(
    all.asked.map((one) => one.conversation_ids.length),
    [100, 100, 50],
  );
  assert.equal(all.told.at(-1).key, 'thread.kept');
  const refused = deskOf(() => {
    throw Object.assign(new Error('no'), { code: 'forbidden' });
  });
  assert.equal(await run(refused.desk, named('m'), ['c_1'], {}), false);
  assert.deepEqual(refused.told, ['forbidden']);
});

test('what waits belongs to the open conversation, and one that came back is looked for among the drafts', async () => {
  let open = /** @type {string|null} */ ('c_1');
  /** @type {Record<string, any[]>} */ const kept = { c_1: [{ id: 'sm_1' }, { id: 'sm_2' }], c_2: [] };
  let [drafts, changes] = [0, 0];
  const scheduled = createScheduled({
    api: /** @type {any} */ ({ scheduled: async (/** @type {string} */ id) => ({ items: kept[id] }) }),
    open: () => open,
    changed: () => (changes += 1),
    loadDrafts: async () => void (drafts += 1),
  });
  /** @type {string[]} */ const gone = [];
  scheduled.gone = (all) => gone.push(...all.map((one) => one.id));
  await scheduled.load();
  assert.deepEqual([scheduled.items.length, drafts, changes], [2, 0, 1]);
  kept.c_1 = [{ id: 'sm_2' }];
  await scheduled.load();
  assert.deepEqual([scheduled.items.length, drafts, changes, gone], [1, 1, 2, ['sm_1']]);
  scheduled.drop('sm_2');
  kept.c_1 = [];
  await scheduled.load();
  assert.deepEqual([scheduled.items.length, drafts, gone], [0, 1, ['sm_1']], 'what was taken back by hand is no draft');
  open = 'c_2';
  assert.deepEqual(scheduled.items, [], 'not those of the one before');
  await scheduled.load();
  assert.deepEqual([drafts, changes], [1, 2], 'nothing there changes nothing');
  // An answer that comes too late is not taken for another conversation's.
  const late = scheduled.load();
  open = 'c_1';
  await late;
  assert.deepEqual(scheduled.items, []);
  open = null;
  await scheduled.load();
  assert.deepEqual(scheduled.items, []);
});
