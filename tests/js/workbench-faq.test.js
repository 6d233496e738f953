/** The rules of the FAQ's page: what an entry may hold, marks, questions of the queue, verdicts, versions, figures, and one entry on the table. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../../static/workbench/api.js';
import { concernsOf, verdictOf } from '../../static/workbench/pages/faq/check.js';
import { changes, differences } from '../../static/workbench/pages/faq/diff.js';
import { KEPT_KEY, addAlternatives, createKept, equal, linesOf, optionsOf, toDesk, toDraft, wrongIn } from '../../static/workbench/pages/faq/draft.js';
import { createEditing } from '../../static/workbench/pages/faq/editing.js';
import { nextOf, percent, points, stepped, weakness } from '../../static/workbench/pages/faq/gaps.js';
import { createEntries, createQueue } from '../../static/workbench/pages/faq/lists.js';
import { goesOn, marked } from '../../static/workbench/pages/faq/marking.js';
import { draftOf, offersOf } from '../../static/workbench/pages/faq/offers.js';
import { addressOf, placeOf } from '../../static/workbench/pages/faq/places.js';
import { rates, told, weekly } from '../../static/workbench/pages/faq/rates.js';
import { titleOf } from '../../static/workbench/pages/faq/spoken.js';

/** @param {string} question @param {string} answer @param {object} [more] @returns {any} */
const text = (question, answer, more = {}) => ({ question, answer, alternatives: [], buttons: [], picture: null, ...more });
/** `then` is what the desk calls what follows. */
const taskOf = (/** @type {any} */ fields, /** @type {string} */ next) => Object.fromEntries([['fields', fields], ['then', next]]);
/** @param {object} [more] @returns {any} */
const entryOf = (more = {}) => ({
  id: 'faq_1', key: 'faq_1', kind: 'answer', state: 'published', category: '物流', channels: null, valid_from: null, valid_until: null, public: true, bot: true, version: 2,
  updated_at: '2026-11-30T00:00:00Z', updated_by: null, texts: { 'zh-CN': text('多久到货', '三天') }, channel_answers: [], links: [], task: null, stats: { asked: 0, answered: 0, helpful: 0, unhelpful: 0 }, ...more,
});
/** @param {object} [more] @returns {any} */
const gapOf = (more = {}) => ({ id: 'gap_1', kind: 'unanswered', count: 9, count_7d: 0, trend: 0, title: '寄台湾吗？', phrasings: [], language: 'zh', faq_id: null, weak: null, draft: {}, saves_minutes: 3, examples: 9, ...more });

test('pasted lines lose their bullets, and each is taken once', () => {
  /** @type {[string, string[]][]} */
  const cases = [
    ['- 台湾能收吗\n* 寄到台北多少钱\r\n2. 港澳台发货\n3、海关', ['台湾能收吗', '寄到台北多少钱', '港澳台发货', '海关']],
    ['Ship to Taiwan?\n\n  ship to taiwan  \n？？', ['Ship to Taiwan?']],
    ['1042 号订单\n3 天能到吗', ['1042 号订单', '3 天能到吗']],
    ['', []],
  ];
  for (const [pasted, lines] of cases) assert.deepEqual(linesOf(pasted), lines, pasted);
});

test('other wordings go to their language, none twice, fifty at most', () => {
  const draft = toDraft({ texts: { 'zh-CN': text('寄台湾吗？', '') } });
  assert.deepEqual(addAlternatives(draft, ['寄台湾吗', '台湾能收吗', 'Ship to Taiwan', 'x'.repeat(201)]), { added: 2, doubled: 1, over: 1 });
  assert.deepEqual([draft.texts['zh-CN'].alternatives, draft.texts.en.alternatives], [['台湾能收吗'], ['Ship to Taiwan']]);
  const many = addAlternatives(draft, Array.from({ length: 60 }, (_, n) => `问法${n}号`));
  assert.deepEqual(many, { added: 49, doubled: 0, over: 11 });
});

test('what is wrong with an entry is told by its place', () => {
  const field = (more) => ({ id: 'f1', label: { 'zh-CN': '订单号' }, type: 'order', required: true, ...more });
  /** @type {[any, boolean, object][]} */
  const cases = [
    [{}, false, { 'zh-CN.question': 'question' }],
    [{ texts: { 'zh-CN': text('问', '') } }, false, {}],
    [{ texts: { 'zh-CN': text('问', '') } }, true, { 'zh-CN.answer': 'answer' }],
    [{ texts: { en: text('', 'Yes.') } }, true, { 'en.question': 'question' }],
    [{ texts: { 'zh-CN': text('问'.repeat(201), '答') } }, true, { 'zh-CN.question': 'question_long' }],
    [{ texts: { 'zh-CN': text('问', '答'.repeat(8001)) } }, true, { 'zh-CN.answer': 'answer_long' }],
    [{ texts: { 'zh-CN': text('问', '答', { buttons: [{ id: 'b1', label: '', url: 'https://a.example' }] }) } }, true, { 'zh-CN.buttons': 'button_label' }],
    [{ texts: { 'zh-CN': text('问', '答', { buttons: [{ id: 'b1', label: '看', url: 'javascript:alert(1)' }] }) } }, true, { 'zh-CN.buttons': 'button_url' }],
    [{ texts: { 'zh-CN': text('问', '答') }, channels: [] }, true, { channels: 'channels' }],
    [{ texts: { 'zh-CN': text('问', '答') }, valid_from: '2026-02-01T00:00:00Z', valid_until: '2026-01-01T00:00:00Z' }, true, { valid: 'valid' }],
    [{ kind: 'task', texts: { 'zh-CN': text('查订单', '') }, task: taskOf([field({})], 'hand_over') }, true, {}],
    [{ kind: 'task', texts: { 'zh-CN': text('查订单', '') }, task: taskOf([], 'hand_over') }, true, { task: 'task_empty' }],
    [{ kind: 'task', texts: { 'zh-CN': text('查订单', '') }, task: taskOf([field({ label: {} })], 'hand_over') }, true, { task: 'task_label' }],
    [{ kind: 'task', texts: { 'zh-CN': text('查订单', '') }, task: taskOf([field({ type: 'select', options: [{}] })], 'hand_over') }, true, { task: 'task_options' }],
  ];
  for (const [entry, publish, wrong] of cases) assert.deepEqual(wrongIn(toDraft(entry), publish), wrong, JSON.stringify(entry));
});

test('the desk gets what was said, and nothing of an empty language', () => {
  const draft = toDraft(entryOf({ kind: 'task', task: taskOf([{ id: 'f1', label: { 'zh-CN': ' 尺码 ', en: '' }, type: 'select', required: false, options: [{ 'zh-CN': '大' }, { 'zh-CN': ' ' }] }], 'answer') }));
  draft.texts['zh-CN'].question = ' 多久到货 ';
  draft.texts['zh-CN'].buttons.push({ id: 'b1', label: ' ' });
  const sent = /** @type {any} */ (toDesk(draft));
  assert.deepEqual(Object.keys(sent.texts), ['zh-CN']);
  assert.deepEqual([sent.texts['zh-CN'].question, sent.texts['zh-CN'].buttons], ['多久到货', []]);
  assert.deepEqual(sent.task, taskOf([{ id: 'f1', label: { 'zh-CN': '尺码' }, type: 'select', required: false, options: [{ 'zh-CN': '大' }] }], 'answer'));
  for (const kept of ['id', 'key', 'version', 'state', 'stats', 'updated_at']) assert.equal(kept in sent, false, kept);
  draft.texts.en.alternatives.push('When does it arrive?');
  assert.deepEqual(/** @type {any} */ (toDesk(draft)).texts['zh-CN'].alternatives, ['When does it arrive?'], 'who asks in another language finds what there is');
  assert.ok(equal(toDraft(entryOf()), toDraft(entryOf({ version: 9, state: 'draft' }))));
  assert.equal(titleOf(toDraft({ texts: { en: text('Returns?', '') } }), 'zh-CN'), 'Returns?');
  assert.deepEqual(optionsOf([{ en: 'Small' }], '小，大', 'zh-CN'), [{ en: 'Small', 'zh-CN': '小' }, { 'zh-CN': '大' }]);
});

test('buttons put marks and take them away again', () => {
  const press = (words, from, to, mark) => {
    const { from: a, to: b, insert, select } = marked(words, from, to, mark);
    const now = words.slice(0, a) + insert + words.slice(b);
    return [now, now.slice(...select)];
  };
  const cases = [
    [['可以寄', 0, 3, 'bold'], ['**可以寄**', '可以寄']],
    [['**可以寄**', 2, 5, 'bold'], ['可以寄', '可以寄']],
    [['**可以寄**', 0, 7, 'bold'], ['可以寄', '可以寄']],
    [['a b ', 2, 4, 'italic'], ['a *b* ', 'b']],
    [['**a**', 2, 3, 'italic'], ['***a***', 'a']],
    [['', 0, 0, 'bold'], ['****', '']],
    [['一\n二', 0, 3, 'list'], ['- 一\n- 二', '- 一\n- 二']],
    [['- 一\n- 二', 0, 7, 'list'], ['一\n二', '一\n二']],
    [['- 一\n- 二', 0, 7, 'ordered'], ['1. 一\n2. 二', '1. 一\n2. 二']],
    [['看这里', 1, 3, 'link'], ['看[这里](https://)', 'https://']],
    [['https://a.example', 0, 17, 'link'], ['[](https://a.example)', '']],
  ];
  for (const [asked, result] of cases) assert.deepEqual(press(...asked), result, JSON.stringify(asked));
});

test('a new line goes on with a list, and an empty item ends it', () => {
  const typed = (words) => {
    const change = goesOn(words, words.length);
    return change && words.slice(0, change.from) + change.insert + words.slice(change.to);
  };
  assert.deepEqual(['- 一', '1. 一', '- ', '一', '9) x'].map(typed), ['- 一\n- ', '1. 一\n2. ', '', null, '9) x\n10) ']);
});

test('a question of the queue becomes an entry with what persons answered', () => {
  const gap = gapOf({ phrasings: [{ text: '台湾能收吗', count: 4 }, { text: '寄台湾吗', count: 3 }, { text: '海关', count: 1 }], draft: { 'zh-CN': '可以寄' } });
  const draft = draftOf(gap, null);
  assert.deepEqual([draft.texts['zh-CN'].question, draft.texts['zh-CN'].answer, draft.id], ['寄台湾吗？', '可以寄', null]);
  assert.deepEqual(offersOf(gap, '寄台湾吗？'), [{ text: '台湾能收吗', count: 4, on: true }, { text: '海关', count: 1, on: false }]);
  const once = gapOf({ phrasings: [...'abcdef'].map((one) => ({ text: one, count: 1 })) });
  assert.equal(offersOf(once, '?').filter((one) => one.on).length, 4);
  assert.equal(draftOf(gap, entryOf()).texts['zh-CN'].answer, '三天', 'what exists is mended, not written over');
});

test('the next question is the one after, else the one before', () => {
  const items = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  assert.deepEqual([nextOf(items, 'a'), nextOf(items, 'c'), nextOf([{ id: 'a' }], 'a'), nextOf(items, 'x')], ['b', 'b', null, 'a']);
  assert.deepEqual([stepped(items, 'b', 1), stepped(items, 'c', 1), stepped(items, null, 1), stepped(items, null, -1), stepped([], 'a', 1)], ['c', 'c', 'a', 'c', null]);
  assert.deepEqual([percent(0.376), percent(null), weakness({ unhelpful: 25, asked: 41 }), weakness({ unhelpful: 0, asked: 0 })], [38, null, 61, null]);
  assert.deepEqual(points([0, null, 1], 10, 4), [[0, 4], [10, 0]]);
});

test('a line that is tried says what would be used, and how near the rest comes', () => {
  const match = [{ faq_id: null, question: 'a', p: 0.91 }, { faq_id: 'faq_2', question: 'b', p: 0.54 }];
  const checked = (more) => ({ match, threshold: 0.75, would: 'answer', worse: [], conflicts: [], ...more });
  assert.deepEqual(verdictOf(checked({}), 'faq_1'), { kind: 'this', p: 0.91, own: 0.91, other: { question: 'b', p: 0.54 }, threshold: 0.75 });
  assert.equal(verdictOf(checked({ match: [match[1], { ...match[0], faq_id: 'faq_1', p: 0.2 }] }), 'faq_1').kind, 'other');
  assert.deepEqual(verdictOf(checked({ match: [], would: 'hand_over' }), null), { kind: 'hand_over', p: 0, own: 0, other: null, threshold: 0.75 });
  assert.equal(concernsOf(checked({})), null);
  assert.equal(concernsOf(checked({ worse: [{ question: 'q', before: 'faq_2', after: null }] }))?.worse.length, 1);
});

test('versions differ by words, Chinese by characters', () => {
  assert.deepEqual(changes('48 小时内发货', '24 小时内发货'), [{ kind: 'gone', text: '48' }, { kind: 'new', text: '24' }, { kind: 'same', text: ' 小时内发货' }]);
  assert.deepEqual(changes('', 'new'), [{ kind: 'new', text: 'new' }]);
  const long = 'a '.repeat(500);
  assert.deepEqual(changes(long, `${long}b`).map((one) => one.kind), ['gone', 'new'], 'long ones are shown whole');
  const found = differences(entryOf(), entryOf({ public: false, texts: { 'zh-CN': text('多久到货', '两天', { alternatives: ['几天到'] }) } }));
  assert.deepEqual(found.map((one) => [one.what, one.locale]), [['alternatives', 'zh-CN'], ['answer', 'zh-CN'], ['public', undefined]]);
  assert.deepEqual(differences(entryOf(), entryOf({ version: 9 })), []);
});

test('figures are those of a week, and say what changed in a sentence', () => {
  const day = (asked, answered) => ({ asked, answered, helpful: 0, unhelpful: 0 });
  assert.deepEqual(rates({ asked: 0, answered: 0, helpful: 3, unhelpful: 1 }), { coverage: null, hits: 0.75 });
  assert.deepEqual(weekly([day(10, 5), day(0, 0), day(10, 10)], 'coverage'), [0.5, 0.5, 0.75]);
  assert.equal(weekly([day(10, 10), ...Array.from({ length: 7 }, () => day(10, 0))], 'coverage').at(-1), 0, 'the eighth day back counts no longer');
  /** @type {[(number|null)[], string][]} */
  const cases = [[[null], 'none'], [[0.5, 0.6], 'now'], [[...Array(7).fill(0.4), 0.46], 'up'], [[...Array(7).fill(0.4), 0.3], 'down'], [Array(8).fill(0.4), 'same']];
  for (const [values, key] of cases) assert.equal(told(values).key, key, String(values));
  assert.equal(told([...Array(7).fill(0.4), 0.46]).change, 6);
});

test('addresses name a part, a question or an entry', () => {
  const cases = [[null, 'queue', null], ['entries', 'entries', null], ['import', 'import', null], ['gap_1', 'queue', 'gap_1'], ['faq_1', 'entries', 'faq_1'], ['new', 'entries', 'new']];
  for (const [inner, place, id] of cases) assert.deepEqual(placeOf(inner), { place, id });
  assert.deepEqual([addressOf('queue'), addressOf('numbers')], ['/faq', '/faq/numbers']);
});

/** A storage in memory. */
const storageOf = () => {
  const map = new Map();
  return { getItem: (key) => map.get(key) ?? null, setItem: (key, value) => void map.set(key, value), removeItem: (key) => void map.delete(key) };
};
const nothing = { match: [], threshold: 0.7, would: 'answer', worse: [], conflicts: [] };

/** One entry on the table, over a desk that answers as it is told. */
function table(answers = {}) {
  const asked = [];
  const call = (name) => async (...given) => {
    asked.push([name, ...given]);
    const answer = answers[name];
    if (answer instanceof Error) throw answer;
    return typeof answer === 'function' ? answer(...given) : answer;
  };
  const api = /** @type {any} */ (Object.fromEntries(['check', 'change', 'add', 'decide', 'get'].map((name) => [name, call(name)])));
  const waits = [];
  const storage = storageOf();
  const editing = createEditing({ api, kept: createKept(storage), changed() {}, now: () => 1, after: (fn) => waits.push(fn) });
  return { editing, asked, storage, later: () => waits.splice(0).forEach((fn) => fn()) };
}

test('what is written is kept in the browser until it is saved', async () => {
  const { editing, storage, later } = table({ check: nothing, change: (_, sent) => entryOf({ ...sent, id: 'faq_1', version: 3 }) });
  editing.openEntry(entryOf());
  editing.edit((draft) => void (draft.texts['zh-CN'].answer = '两天'));
  later();
  assert.match(storage.getItem(KEPT_KEY), /两天/);
  const again = createKept(storage).get('faq_1');
  assert.equal(again?.texts['zh-CN'].answer, '两天');
  editing.shut();
  editing.openEntry(entryOf());
  assert.equal(editing.at.draft.texts['zh-CN'].answer, '两天', 'it is there again');
  editing.openEntry(entryOf({ version: 3 }));
  assert.equal(editing.at.draft.texts['zh-CN'].answer, '三天', 'not over a newer version');
  editing.openEntry(entryOf());
  assert.equal((await editing.save(true)).done, true);
  assert.equal(createKept(storage).get('faq_1'), null);
  assert.equal(editing.dirty(), false);
});

test('what turned worse is shown before it is saved, and a second press saves', async () => {
  const worse = [{ question: '几天能到', before: 'faq_1', after: null }];
  const { editing, asked } = table({ check: { ...nothing, worse }, add: (sent) => entryOf({ ...sent, version: 1 }) });
  editing.openNew({ texts: { 'zh-CN': text('寄台湾吗', '可以') } });
  assert.deepEqual(await editing.save(true), { done: false });
  assert.deepEqual(editing.at.concerns?.worse, worse);
  assert.deepEqual(asked.map(([name]) => name), ['check']);
  assert.equal((await editing.save(true)).done, true);
  assert.deepEqual(asked.map(([name]) => name), ['check', 'add']);
  editing.openNew({ texts: { 'zh-CN': text('寄香港吗', '可以') } });
  await editing.save(true);
  editing.edit((draft) => void (draft.texts['zh-CN'].answer = '不寄'));
  assert.equal(editing.at.concerns, null, 'what was changed is looked at anew');
});

test('an entry that somebody else changed is settled by a choice', async () => {
  const theirs = entryOf({ version: 5, texts: { 'zh-CN': text('多久到货', '五天') } });
  const { editing, asked } = table({ check: nothing, change: new Problem(409, { code: 'changed_meanwhile' }, null), get: theirs });
  editing.openEntry(entryOf());
  editing.edit((draft) => void (draft.texts['zh-CN'].answer = '两天'));
  assert.deepEqual(await editing.save(true), { done: false });
  assert.equal(editing.at.theirs?.version, 5);
  editing.settle(true);
  assert.deepEqual([editing.at.draft.version, editing.at.draft.texts['zh-CN'].answer], [5, '两天']);
  assert.equal(asked.filter(([name]) => name === 'change')[0][2].version, 2);
  await editing.save(true);
  editing.settle(false);
  assert.equal(editing.at.draft.texts['zh-CN'].answer, '五天');
  assert.equal(editing.dirty(), false);
});

test('a question of the queue is approved with what is ticked, or attached where nothing else changed', async () => {
  const { editing, asked } = table({ check: nothing, decide: {} });
  editing.openGap(gapOf({ phrasings: [{ text: '台湾能收吗', count: 2 }, { text: '海关', count: 1 }], draft: { 'zh-CN': '可以' } }), null);
  editing.tick(1);
  assert.equal((await editing.save(true)).done, true);
  const [, id, what, sent] = asked.find(([name]) => name === 'decide');
  assert.deepEqual([id, what, sent.phrasings, sent.tell], ['gap_1', 'approve', ['台湾能收吗', '海关'], false]);
  assert.equal(sent.entry.texts['zh-CN'].answer, '可以');
  editing.openGap(gapOf({ id: 'gap_2', kind: 'phrasing', faq_id: 'faq_1', phrasings: [{ text: '几天到', count: 2 }] }), entryOf());
  await editing.save(true);
  assert.deepEqual(asked.at(-1), ['decide', 'gap_2', 'attach', { faq_id: 'faq_1', phrasings: ['几天到'], despite: false }]);
});

test('an answer that is missing is asked for before the desk is', async () => {
  const { editing, asked } = table();
  editing.openNew({ texts: { 'zh-CN': text('寄台湾吗', '') } });
  assert.deepEqual(await editing.save(true), { done: false });
  assert.deepEqual([editing.at.wrong, asked], [{ 'zh-CN.answer': 'answer' }, []]);
});

test('a line that is tried belongs to what is open now', async () => {
  const answers = [];
  const { editing, later } = table({ check: () => new Promise((resolve) => answers.push(resolve)) });
  editing.openEntry(entryOf());
  editing.ask('几天到');
  later();
  editing.openEntry(entryOf({ id: 'faq_2' }));
  answers[0]({ ...nothing, would: 'answer' });
  await Promise.resolve();
  assert.equal(editing.at.checked, null);
});

test('a decided question leaves the column, and its count with it', async () => {
  const totals = { unanswered: 2, phrasing: 0, conflict: 0, weak: 1, done: 0 };
  const api = { gaps: async ({ kind }) => ({ items: kind === 'weak' ? [gapOf({ id: 'gap_w', kind: 'weak' })] : [gapOf(), gapOf({ id: 'gap_2' })], totals, rate: { now: null, after_three: null, days: [] }, next_cursor: null }) };
  const queue = createQueue(/** @type {any} */ (api), () => {});
  await queue.load();
  assert.deepEqual(queue.all().map((one) => one.id), ['gap_1', 'gap_2', 'gap_w']);
  queue.drop('gap_1');
  queue.drop('gap_w');
  assert.deepEqual([queue.at.totals?.unanswered, queue.at.totals?.weak, queue.at.items.length], [1, 0, 1]);
});

test('an entry that was saved stands in the list at once', async () => {
  const api = { list: async () => ({ items: [entryOf()], next_cursor: null, total: 1, categories: [{ name: '物流', entries: 1 }] }) };
  const entries = createEntries(/** @type {any} */ (api), () => {});
  await entries.load();
  entries.put(entryOf({ id: 'faq_2', category: '售后' }));
  assert.deepEqual([entries.at.items.map((one) => one.id), entries.at.total, [...entries.at.categories]], [['faq_2', 'faq_1'], 2, ['物流', '售后']]);
  entries.drop('faq_2');
  assert.equal(entries.at.total, 1);
});
