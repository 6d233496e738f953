/** The search page without a page: what is typed, what is found, what is asked when. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAsking } from '../../static/workbench/pages/search/asking.js';
import { addressOf, grouped, pieces, plain } from '../../static/workbench/pages/search/hits.js';
import { begun, read, sayable, withChip, write, written } from '../../static/workbench/pages/search/query.js';
import { createRecent } from '../../static/workbench/pages/search/recent.js';

test('operators are read wherever they stand, and everything else is words', () => {
  /** @type {[string, string[], string][]} */
  const cases = [
    ['退款', [], '退款'],
    ['tag:退款 盖碗', ['tag:退款'], '盖碗'],
    ['盖碗 tag:退款', ['tag:退款'], '盖碗'],
    ['chipped from:"Li Na" cup', ['from:"Li Na"'], 'chipped cup'],
    ['from：李娜 破损', ['from:李娜'], '破损'],
    ['from：“Li Na” x', ['from:"Li Na"'], 'x'],
    ['TAG:vip In:Ticket HAS:file', ['tag:vip', 'in:ticket', 'has:file'], ''],
    ['after:2026-3-1 before:2026/12/31', ['after:2026-03-01', 'before:2026-12-31'], ''],
    // What is none stays a word: the desk finds it as it stands.
    ['after:2026-02-30 after:soon', [], 'after:2026-02-30 after:soon'],
    ['in:box has:teeth', [], 'in:box has:teeth'],
    ['in:chat in:ticket after:2026-04', ['in:ticket', 'after:2026-04'], ''],
    ['tag:「老 客」 x', ['tag:"老 客"'], 'x'],
    ['https://shop.cn/a from: tag:', [], 'https://shop.cn/a from: tag:'],
    ['untag:x xfrom:y', [], 'untag:x xfrom:y'],
    ['tag:a tag:a tag:B tag:b', ['tag:a', 'tag:b'], ''],
    ['after:2026-01-01 after:2026-05-01', ['after:2026-05-01'], ''],
    ['100% "not closed', [], '100% "not closed'],
    ['  two   words  ', [], 'two words'],
  ];
  for (const [text, chips, words] of cases) {
    const asked = read(text);
    assert.deepEqual([asked.chips.map(written), asked.words], [chips, words], text);
    assert.deepEqual(read(write(asked)), asked, `${text}: written down it is the same`);
  }
});

test('while somebody types, the end may still become something else', () => {
  assert.deepEqual(read('tag:退', true), { chips: [], words: 'tag:退' });
  assert.deepEqual(read('tag:退款 ', true), { chips: [{ op: 'tag', value: '退款' }], words: '' });
  assert.deepEqual(read('from:"Li Na"', true), { chips: [{ op: 'from', value: 'Li Na' }], words: '' }, 'a closed quotation is done');
  assert.deepEqual(read('two words ', true).words, 'two words ', 'the space stays under the hand');
  assert.deepEqual(begun('盖碗 tag:退'), { op: 'tag', value: '退', before: '盖碗' });
  assert.deepEqual(begun('tag：'), { op: 'tag', value: '', before: '' });
  assert.equal(begun('tag:退款 '), null);
  assert.equal(sayable({ chips: [], words: '盖碗 tag:退' }), '盖碗', 'what is half typed is not asked for');
});

test('a chip that is there already is not there twice', () => {
  const tag = { op: /** @type {const} */ ('tag'), value: 'VIP' };
  assert.deepEqual(withChip([tag], { op: 'tag', value: 'vip' }), [{ op: 'tag', value: 'vip' }]);
  assert.equal(withChip([tag], { op: 'tag', value: '退款' }).length, 2);
});

test('marks become pieces, and nothing else that looks like markup means anything', () => {
  assert.deepEqual(pieces('旅行茶具<mark>破损</mark>，要求补发'), [
    { text: '旅行茶具', hit: false },
    { text: '破损', hit: true },
    { text: '，要求补发', hit: false },
  ]);
  assert.deepEqual(pieces('<img src=x onerror=alert(1)> <mark>a</mark>&amp;'), [
    { text: '<img src=x onerror=alert(1)> ', hit: false },
    { text: 'a', hit: true },
    { text: '&amp;', hit: false },
  ]);
  assert.deepEqual(pieces('</mark>x<mark>y'), [{ text: 'x', hit: false }, { text: 'y', hit: true }], 'unbalanced ones do no harm');
  assert.deepEqual([pieces(null), plain('<mark>a</mark>b')], [[], 'ab']);
});

/** @param {Partial<import('../../static/workbench/pages/search/hits.js').Hit>} some */
const hit = (some) => ({ kind: /** @type {const} */ ('message'), conversation_id: 'c_1', sequence: 7, text: 'x', at: null, ...some });

test('groups stand in one order, and each keeps that of the desk', () => {
  const items = [hit({ sequence: 9 }), hit({ kind: 'contact' }), hit({ kind: 'note', sequence: 8 }), hit({ kind: 'ticket' }), hit({ kind: 'file', sequence: 3 })];
  assert.deepEqual(
    grouped(items).map(({ name, items: of }) => [name, of.map((one) => one.kind)]),
    [['contact', ['contact']], ['ticket', ['ticket']], ['message', ['message', 'note', 'file']]],
  );
});

test('every hit opens where it lives', () => {
  const ticket = { number: 218, name: 'T-218' };
  assert.equal(addressOf(hit({}), true), '/inbox/c_1?at=7');
  assert.equal(addressOf(hit({ ticket }), true), '/tickets/T-218?at=7');
  assert.equal(addressOf(hit({ ticket }), false), '/inbox/c_1?at=7', 'a desk without their page');
  assert.equal(addressOf(hit({ kind: 'ticket', sequence: null, ticket }), true), '/tickets/T-218');
  assert.equal(addressOf(hit({ kind: 'contact', sequence: null }), true), '/inbox/c_1?who');
  assert.equal(addressOf(hit({ kind: 'contact', sequence: null, conversation_id: null }), true), null);
  assert.equal(addressOf(hit({ kind: 'canned', id: 'cr_1', conversation_id: null }), true), '/settings/canned?id=cr_1');
});

/** A desk that answers when told to, and a clock by hand. */
function asker() {
  /** @type {{q:string, before?:string|null, answer:(page:any) => void, refuse:(error:any) => void}[]} */ const asked = [];
  /** @type {{fn:() => void, ms:number}[]} */ let timers = [];
  const one = createAsking({
    search: ({ q, before }) => new Promise((answer, refuse) => asked.push({ q, before, answer, refuse })),
    changed() {},
    after: (fn, ms) => {
      const timer = { fn, ms };
      timers.push(timer);
      return timer;
    },
    cancel: (timer) => (timers = timers.filter((kept) => kept !== timer)),
  });
  const tick = () => {
    const due = timers;
    timers = [];
    for (const { fn } of due) fn();
    return due.map(({ ms }) => ms);
  };
  return { one, asked, tick };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a word is asked for once its keys rest, and an older answer changes nothing', async () => {
  const { one, asked, tick } = asker();
  for (const q of ['破', '破损', '破损 盖碗']) one.ask(q);
  tick();
  assert.deepEqual(asked.map(({ q }) => q), ['破损 盖碗']);
  one.ask('退款', true);
  asked[1].answer({ items: [hit({ sequence: 2 })], next: 'n', suggestions: [] });
  await settled();
  asked[0].answer({ items: [hit({ sequence: 1 })], next: null, suggestions: [] });
  await settled();
  assert.deepEqual([one.state.q, one.state.items[0].sequence, one.state.phase], ['退款', 2, 'ready']);

  one.more();
  assert.deepEqual(asked[2].before, 'n');
  one.more();
  assert.equal(asked.length, 3, 'one page at a time');
  asked[2].answer({ items: [hit({ sequence: 1 })], next: null });
  await settled();
  assert.deepEqual([one.state.items.length, one.state.next], [2, null]);
  one.ask('');
  assert.deepEqual([one.state.phase, one.state.items], ['idle', []]);
});

test('what is shown stays until the next answer is there', async () => {
  const { one, asked, tick } = asker();
  one.ask('a', true);
  asked[0].answer({ items: [hit({})], next: null, suggestions: [] });
  await settled();
  one.ask('ab');
  assert.deepEqual([one.state.phase, one.state.items.length, one.state.of], ['asking', 1, 'a']);
  tick();
  asked[1].answer({ items: [], next: null, suggestions: ['abc'] });
  await settled();
  assert.deepEqual([one.state.items.length, one.state.suggestions], [0, ['abc']]);
});

test('a desk that wants fewer questions is asked again when it said, any other trouble waits for a hand', async () => {
  const { one, asked, tick } = asker();
  one.ask('a', true);
  asked[0].refuse({ status: 429, code: 'rate_limited', retryAfter: 3 });
  await settled();
  assert.equal(one.state.phase, 'failed');
  assert.deepEqual(tick(), [3000]);
  asked[1].refuse({ status: 0, code: 'unreachable', retryAfter: null });
  await settled();
  assert.deepEqual([one.state.problem?.code, tick()], ['unreachable', []]);
  one.ask('a', true);
  asked[2].answer({ items: [], next: null, suggestions: [] });
  await settled();
  assert.deepEqual([one.state.phase, one.state.problem], ['ready', null]);
});

test('what was looked for is kept newest first, for whoever looked', () => {
  const kept = new Map();
  const storage = /** @type {any} */ ({ getItem: (/** @type {string} */ key) => kept.get(key) ?? null, setItem: (/** @type {string} */ key, /** @type {string} */ text) => kept.set(key, text) });
  const mine = createRecent(storage, 'a_1');
  for (const q of ['a', 'b', 'a', ...Array.from({ length: 8 }, (_, i) => `q${i}`)]) mine.add(q);
  assert.deepEqual(mine.all(), ['q7', 'q6', 'q5', 'q4', 'q3', 'q2', 'q1', 'q0']);
  assert.deepEqual(createRecent(storage, 'a_2').all(), [], 'not for a colleague at the same machine');
  mine.clear();
  assert.deepEqual(mine.all(), []);
  kept.set('servicedesk.searches', '{broken');
  assert.deepEqual(mine.all(), []);
  assert.deepEqual(createRecent(null, 'a_1').all(), [], 'a browser that keeps nothing');
});
