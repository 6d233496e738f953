/** Rules of what the bot says and of what the FAQ suggests, at both ends: without a page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDone, isOfBot, kindOf } from '../../static/widget/bot.js';
import { createAsking } from '../../static/widget/help.js';
import { createAdvice, fateOf, otherOf } from '../../static/workbench/thread/advice.js';
import { askedBy, goesOn, percent, turnOf } from '../../static/workbench/thread/bot-cards.js';
import { pairOf } from '../../static/workbench/thread/keeping.js';

test('a card is the bot’s by what can be pressed on it', () => {
  for (const [ids, is] of /** @type {const} */ ([
    [['bot:helpful', 'bot:unhelpful', 'bot:person'], true],
    [['faq:faq_1', 'bot:none'], true],
    [['yes', 'robot:1', 'a bot:person'], false],
    [[], false],
  ])) {
    assert.equal(isOfBot({ buttons: ids.map((id) => ({ id, label: id })) }), is, ids.join(' '));
  }
  assert.equal(isOfBot(undefined), false);
});

test('choices of one kind take the place of one another, and of no other', () => {
  assert.deepEqual(['bot:person', 'bot:helpful', 'bot:unhelpful', 'faq:1', 'bot:none', 'own'].map(kindOf), ['person', 'helpful', 'helpful', 'choice', 'choice', 'choice']);
});

test('a pressed choice ends what it stands against alone', () => {
  const done = (/** @type {string} */ id, /** @type {string[]} */ chosen, oneOf = false) => isDone(id, new Set(chosen), oneOf);
  assert.ok(done('bot:helpful', ['bot:unhelpful']) && done('bot:person', ['bot:person']));
  assert.ok(!done('bot:person', ['bot:helpful', 'faq:1']) && !done('bot:helpful', ['bot:person', 'faq:1']));
  assert.ok(!done('faq:2', ['faq:1']), 'related questions can all be read');
  assert.ok(done('faq:2', ['faq:1'], true) && done('bot:none', ['faq:1'], true), 'one of them was meant');
});

/** Something to ask, whose answers come when they are let. */
function asking() {
  /** @type {{query:string, answer:(found:any) => void, fail:() => void}[]} */ const asked = [];
  /** @type {[string, any][]} */ const shown = [];
  /** @type {Map<number, () => void>} */ const timers = new Map();
  let next = 0;
  const one = createAsking(
    (query) => new Promise((answer, reject) => asked.push({ query, answer, fail: () => reject(new Error('away')) })),
    (query, found) => shown.push([query, found]),
    (fn) => {
      timers.set((next += 1), fn);
      return next;
    },
    (timer) => timers.delete(timer),
  );
  const pause = () => {
    const due = [...timers.values()];
    timers.clear();
    for (const fn of due) fn();
  };
  return { one, asked, shown, pause, settled: () => new Promise((resolve) => setImmediate(resolve)) };
}

test('articles: asked when the writer pauses, once, and the newest question is answered', async () => {
  const { one, asked, shown, pause, settled } = asking();
  one.look('发');
  one.look('发票 ');
  pause();
  assert.deepEqual(asked.map(({ query }) => query), ['发票']);
  one.look('发票');
  pause();
  assert.equal(asked.length, 1, 'the same words are not asked for twice');
  one.look('退货', true);
  assert.equal(asked.length, 2, 'Enter does not wait');
  asked[1].answer(['b']);
  await settled();
  asked[0].answer(['a']);
  await settled();
  assert.deepEqual(shown, [['退货', ['b']]], 'an answer that comes late is not shown');
  one.look('   ');
  pause();
  assert.equal(asked[2].query, '', 'nothing written is what people ask often');
});

test('articles: what did not come is asked for again', async () => {
  const { one, asked, shown, settled } = asking();
  one.look('发票', true);
  asked[0].fail();
  await settled();
  assert.deepEqual(shown, [['发票', null]]);
  one.look('发票', true);
  assert.equal(asked.length, 2);
});

/** @param {number} sequence @param {string} kind of the sender @param {object} content @param {object} [more] @returns {any} */
const said = (sequence, kind, content, more = {}) => ({ type: 'message', conversation_id: 'c_1', sequence, message_id: `m_${sequence}`, sender: { kind, id: kind === 'bot' ? null : `${kind}_1` }, note: false, content, sent_at: '2026-03-01T08:00:00Z', ...more });
const words = (/** @type {string} */ text) => ({ kind: 'text', text });

test('what was pressed on a card: helpful and a person stand apart', () => {
  const card = { buttons: ['own', 'bot:helpful', 'bot:unhelpful', 'bot:person'].map((id) => ({ id, label: id })) };
  /** @param {...[string, string]} pressed */
  const asked = (...pressed) => askedBy(card, 'm_1', pressed.map(([of, choice], at) => said(at + 2, 'visitor', { kind: 'choice', of, choice, text: choice })));
  assert.deepEqual(asked(), { choices: [{ id: 'own', label: 'own', chosen: false }], helped: null, person: false });
  assert.deepEqual(asked(['m_1', 'bot:unhelpful'], ['m_1', 'bot:person']), { choices: [{ id: 'own', label: 'own', chosen: false }], helped: 'no', person: true });
  assert.equal(asked(['m_1', 'own'], ['m_9', 'bot:helpful']).choices[0].chosen, true);
  assert.equal(asked(['m_9', 'bot:helpful']).helped, null, 'another card’s');
});

test('the turn of a message is the one that its id names, else the newest before it', () => {
  /** @type {any[]} */ const turns = [{ through_sequence: 1 }, { through_sequence: 4 }, { through_sequence: 9 }];
  assert.equal(turnOf(turns, { sequence: 7, client_message_id: 'bot:c_1:1:2' })?.through_sequence, 1);
  assert.equal(turnOf(turns, { sequence: 7, client_message_id: null })?.through_sequence, 4);
  assert.equal(turnOf(turns, { sequence: 1 }), null);
  assert.equal(turnOf([...turns, { through_sequence: 2, sequence: 3 }], { sequence: 4 })?.sequence, 3, 'the desk says which came of it');
  assert.deepEqual([0, 0.004, 0.914, 0.999, 1].map(percent), [1, 1, 91, 99, 99], 'never certain, never nothing');
});

test('a turn tells why once, under its last message', () => {
  const entries = /** @type {any[]} */ ([
    { sequence: 1, client_message_id: 'mine' },
    { sequence: 2, client_message_id: 'bot:c_1:1:1' },
    { sequence: 3, client_message_id: 'bot:c_1:1:2' },
    { sequence: 4, client_message_id: 'bot:c_1:3:1' },
    { sequence: 5, client_message_id: null },
    { sequence: 6 },
  ]);
  assert.deepEqual(entries.filter((one) => goesOn(one, entries)).map((one) => one.sequence), [2]);
  assert.equal(goesOn({ sequence: 9 }, entries), false);
});

test('what became of a suggestion, by what was sent', () => {
  assert.equal(fateOf('当天发出。', { answer: '当天发出。 ' }), 'taken');
  assert.equal(fateOf('当天发出，放心。', { answer: '当天发出。' }), 'edited');
  assert.equal(fateOf('您好', null), 'ignored');
  const texts = { 'zh-CN': { question: '发货', answer: '当天' }, en: { question: 'Delivery', answer: 'Same day' } };
  assert.deepEqual(otherOf(texts, '当天'), { lang: 'en', question: 'Delivery', answer: 'Same day' });
  assert.equal(otherOf({ 'zh-CN': { question: '发货', answer: '当天' } }, '当天'), null);
  assert.equal(otherOf(undefined, '当天'), null);
});

/** A desk with one open conversation. */
function advised() {
  /** @type {any[]} */ const calls = [];
  /** @type {((news:any) => void)[]} */ const heard = [];
  const row = { id: 'c_1', state: 'waiting', waiting_since: '2026-03-01T08:00:00Z', last_sequence: 3, ticket: null };
  const items = ['a', 'b', 'c', 'd'].map((id) => ({ faq_id: id, question: id, answer: `answer ${id}`, p: 0.5 }));
  const desk = /** @type {any} */ ({
    hasFaq: true,
    openId: 'c_1',
    presence: { writing: () => [] },
    touch() {},
    client: { on: (/** @type {string} */ _, /** @type {any} */ fn) => heard.push(fn) },
    api: {
      async call(/** @type {string} */ method, /** @type {string} */ path, /** @type {any} */ body) {
        calls.push([method, path, body]);
        return path.startsWith('/faq/') ? { texts: {} } : { items, for_sequence: 3 };
      },
    },
  });
  const send = (/** @type {string} */ text, more = {}) => heard[0]({ change: 'settled', item: { conversation_id: 'c_1', note: false, content: words(text), ...more } });
  return { desk, row: /** @type {any} */ (row), calls, send, advice: createAdvice(desk), settled: () => new Promise((resolve) => setImmediate(resolve)) };
}

test('suggestions: three of the words that wait, asked for once, and told what became of them', async () => {
  const { row, calls, send, advice, settled } = advised();
  advice.look(row);
  advice.look(row);
  await settled();
  assert.deepEqual(calls.map(([method, path]) => `${method} ${path}`), ['GET /conversations/c_1/suggestions', 'GET /faq/a']);
  assert.equal(advice.now().items.length, 3);
  advice.choose(1);
  assert.equal(advice.now().shown.answer, 'answer b');
  advice.taken();
  assert.equal(advice.now().items.length, 0, 'what was taken stands in the field');
  calls.length = 0;
  send('写给同事', { note: true });
  assert.deepEqual(calls, [], 'a note is no reply');
  send('answer b, and more');
  assert.deepEqual(calls, [['POST', '/conversations/c_1/suggestions', { faq_id: 'b', sequence: 3, used: 'edited' }]]);
});

test('suggestions: a reply without them is told, one waved away is not', async () => {
  const { row, calls, send, advice, settled } = advised();
  advice.look(row);
  await settled();
  calls.length = 0;
  send('您好');
  assert.deepEqual(calls, [['POST', '/conversations/c_1/suggestions', { faq_id: 'a', sequence: 3, used: 'ignored' }]]);
  advice.look({ ...row, last_sequence: 5 });
  await settled();
  advice.hide();
  calls.length = 0;
  send('您好');
  assert.deepEqual(calls, []);
});

test('suggestions: none for who waits for nothing, for tickets, for what is closed', async () => {
  const { desk, row, calls, advice } = advised();
  for (const other of [{ waiting_since: null }, { ticket: {} }, { state: 'closed' }]) advice.look({ ...row, ...other });
  desk.hasFaq = false;
  advice.look(row);
  assert.deepEqual(calls, []);
});

test('worth keeping: a question and its answer, no thanks, no question back', () => {
  const question = said(1, 'visitor', words('能寄到台湾吗？'));
  /** @param {any[]} entries @param {number} at */
  const pair = (entries, at) => pairOf(entries, at, ['谢谢', 'thank you']);
  assert.deepEqual(pair([question, said(2, 'agent', words('可以，运费三十元，五天到。'))], 2), { question: '能寄到台湾吗？', answer: '可以，运费三十元，五天到。' });
  assert.deepEqual(pair([question, said(2, 'visitor', words('多久到')), said(3, 'agent', words('可以，运费三十元，五天到。'))], 3)?.question, '能寄到台湾吗？ 多久到', 'a burst is one question');
  for (const [why, entries] of /** @type {[string, any[]][]} */ ([
    ['thanks', [said(1, 'visitor', words('谢谢！')), said(2, 'agent', words('不客气，有事随时找我们。'))]],
    ['asks back', [question, said(2, 'agent', words('请问您的订单号是多少？'))]],
    ['a note', [question, said(2, 'agent', words('这个客户问过三次了吧。'), { note: true })]],
    ['a file', [said(1, 'visitor', { kind: 'file', name: 'a.png' }), said(2, 'agent', words('看到了，马上补发给您。'))]],
    ['answered before', [question, said(2, 'agent', words('可以寄到台湾。')), said(3, 'agent', words('五天左右就能收到了。'))]],
    ['too short', [question, said(2, 'agent', words('可以'))]],
  ])) {
    assert.equal(pair(entries, entries.at(-1).sequence), null, why);
  }
});
