import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createActivity } from '../../static/workbench/app/activity.js';
import { nobodyOnline, standing } from '../../static/workbench/app/idle.js';
import { decide, isQuiet, kindOf, ringsAgain } from '../../static/workbench/app/notify.js';
import { DEFAULTS, complete } from '../../static/workbench/app/preferences.js';
import { createTabs } from '../../static/workbench/app/tabs.js';
import { ME, agent, at, entry, message, row, visitor } from './support/workbench.js';

const free = (fields) => row('c', { agent_id: null, state: 'waiting', waiting_since: at(1), ...fields });
const said = (sequence = 1, fields) => message('c', sequence, visitor, '在吗', fields);

test('what an entry is to an agent', () => {
  for (const [what, one, after, kind] of /** @type {any[][]} */ ([
    ['the first words of somebody', said(1), free(), 'new'],
    ['what they add while they wait', said(2), free(), null],
    ['words in mine', said(2), row('c'), 'message'],
    ['words in a colleague’s', said(2), row('c', { agent_id: 'a_2' }), null],
    ['my own reply', message('c', 2, agent(), 'ja'), row('c'), null],
    ['a note that names me', message('c', 2, agent('a_2'), '@me', { note: true, content: { kind: 'text', text: '@me', mentions: [ME] } }), row('c', { agent_id: 'a_2' }), 'mention'],
    ['a note that names another', message('c', 2, agent('a_2'), '@x', { note: true, content: { kind: 'text', text: '@x', mentions: ['a_3'] } }), row('c'), null],
    ['my own note that names me', message('c', 2, agent(), '@me', { note: true, content: { kind: 'text', text: '@me', mentions: [ME] } }), row('c'), null],
    ['assigned to me by a colleague', entry('c', 2, 'assigned', { agent_id: ME, by: agent('a_2') }), row('c'), 'assigned'],
    ['handed to me', entry('c', 2, 'transferred', { agent_id: ME, by: agent('a_2') }), row('c'), 'assigned'],
    ['taken by myself', entry('c', 2, 'assigned', { agent_id: ME, by: agent() }), row('c'), null],
    ['assigned to another', entry('c', 2, 'assigned', { agent_id: 'a_2', by: agent('a_3') }), row('c', { agent_id: 'a_2' }), null],
    ['a recalled message', message('c', 2, visitor, '', { content: null }), row('c'), 'message'],
    ['a label', entry('c', 2, 'labels', { labels: [] }), row('c'), null],
    ['words to the bot', said(2), free({ state: 'bot', waiting_since: null }), null],
    ['the bot hands over', entry('c', 3, 'state', { state: 'waiting', reason: 'asked' }), free({ waiting_since: at(3) }), 'new'],
    ['handed over, and somebody has it', entry('c', 3, 'state', { state: 'waiting', reason: 'asked' }), row('c'), null],
    ['reopened by a colleague', entry('c', 3, 'state', { state: 'waiting' }), free(), null],
    ['words after closing', said(9, {}), free({ state: 'closed' }), null],
  ])) {
    assert.equal(kindOf(one, after, ME), kind, what);
  }
});

const situation = (fields) => ({ now: new Date(2026, 2, 2, 12, 0), availability: 'online', looking: new Set(), focused: false, allowed: true, ...fields });
const with_ = (change) => complete({ ...DEFAULTS, ...change });

test('what becomes of it', () => {
  for (const [what, kind, prefs, now, result] of /** @type {any[][]} */ ([
    ['nobody looks', 'new', DEFAULTS, {}, { sound: true, notice: true }],
    ['a page has the focus: no notice', 'new', DEFAULTS, { focused: true }, { sound: true, notice: false }],
    ['it is in front of one’s eyes', 'message', DEFAULTS, { focused: true, looking: new Set(['c']) }, { sound: false, notice: false }],
    ['the browser was not asked', 'new', DEFAULTS, { allowed: false }, { sound: true, notice: false }],
    ['away still hears', 'new', DEFAULTS, { availability: 'away' }, { sound: true, notice: true }],
    ['offline hears nothing', 'mention', DEFAULTS, { availability: 'offline' }, { sound: false, notice: false }],
    ['sound of this kind is off', 'message', with_({ notifications: { message: { sound: false } } }), {}, { sound: false, notice: true }],
    ['notices of this kind are off', 'new', with_({ notifications: { new: { browser: false } } }), {}, { sound: true, notice: false }],
    ['quiet hours', 'new', with_({ quiet: { enabled: true, from: '11:00', to: '13:00' } }), {}, { sound: false, notice: false }],
  ])) {
    assert.deepEqual(decide(kind, 'c', prefs, situation(now)), result, what);
  }
});

test('quiet hours span midnight and belong to the day they begin on', () => {
  // 2026-03-02 is a Monday.
  const quiet = (from, to, days) => ({ enabled: true, from, to, days });
  for (const [hours, day, hour, is] of /** @type {any[][]} */ ([
    [quiet('22:00', '08:00', [1]), 2, 21, false],
    [quiet('22:00', '08:00', [1]), 2, 22, true],
    [quiet('22:00', '08:00', [1]), 3, 7, true],
    [quiet('22:00', '08:00', [1]), 3, 8, false],
    [quiet('22:00', '08:00', [1]), 2, 7, false],
    [quiet('22:00', '08:00', [7]), 2, 7, true],
    [quiet('12:00', '14:00', [1]), 2, 13, true],
    [quiet('12:00', '14:00', [2]), 2, 13, false],
    [quiet('09:00', '09:00', [1]), 2, 10, true],
    [{ ...quiet('00:00', '23:59', [1]), enabled: false }, 2, 10, false],
  ])) {
    assert.equal(isQuiet(hours, new Date(2026, 2, day, hour, 0)), is, JSON.stringify([hours, day, hour]));
  }
});

test('it rings again every thirty seconds until somebody takes it', () => {
  const now = situation();
  const ago = (seconds) => now.now.getTime() - seconds * 1000;
  for (const [what, rows, seconds, prefs, change, again] of /** @type {any[][]} */ ([
    ['after thirty seconds', [free()], 30, DEFAULTS, {}, true],
    ['not before', [free()], 29, DEFAULTS, {}, false],
    ['taken', [free({ agent_id: 'a_2', state: 'open' })], 60, DEFAULTS, {}, false],
    ['answered', [free({ waiting_since: null })], 60, DEFAULTS, {}, false],
    ['closed', [free({ state: 'closed' })], 60, DEFAULTS, {}, false],
    ['forgotten', [undefined], 60, DEFAULTS, {}, false],
    ['looked at', [free()], 60, DEFAULTS, { looking: new Set(['c']) }, false],
    ['one of two', [free({ agent_id: ME }), free()], 60, DEFAULTS, {}, true],
    ['not wished', [free()], 60, with_({ notifications: { repeat: false } }), {}, false],
  ])) {
    assert.equal(ringsAgain(rows, ago(seconds), prefs, situation(change)), again, what);
  }
});

test('a touch is told at once, then once a minute, and the last one too', () => {
  let time = 1_000_000;
  const said = [];
  const shared = [];
  /** @type {{fn:() => void, at:number}[]} */ const timers = [];
  const activity = createActivity({
    say: () => said.push(time),
    share: (at) => shared.push(at),
    now: () => time,
    after: (fn, ms) => timers.push({ fn, at: time + ms }),
  });
  const pass = (ms) => {
    time += ms;
    for (const one of timers.splice(0)) one.at <= time ? one.fn() : timers.push(one);
  };
  assert.deepEqual(said, [], 'opening a page is no touch');
  activity.touched();
  for (let second = 0; second < 59; second += 1) {
    pass(1000);
    activity.touched();
  }
  assert.deepEqual(said, [1_000_000]);
  pass(1000);
  assert.deepEqual(said, [1_000_000, 1_060_000], 'the touches within the minute count');
  pass(600_000);
  assert.equal(said.length, 2, 'nobody touched anything');
  activity.touched();
  assert.equal(said.at(-1), time, 'at once, so that they are back at once');
  assert.ok(shared.length > 15 && shared.length < 25, 'other pages hear of it every three seconds');
});

test('who is not there is offline to colleagues, and who loads a page anew is there', () => {
  const one = (there, online, availability) => ({ presence: { there }, online, availability });
  assert.equal(standing(one(true, false, 'online')), 'online');
  assert.equal(standing(one(true, true, 'away')), 'away');
  assert.equal(standing(one(false, false, 'online')), 'offline');
  assert.equal(standing({ online: true, availability: 'away' }), 'away');
});

test('nobody online means nobody who takes conversations', () => {
  const one = (online, availability, active = true) => ({ online, availability, active });
  assert.equal(nobodyOnline([one(true, 'away'), one(false, 'online'), one(true, 'online', false)]), true);
  assert.equal(nobodyOnline([one(true, 'away'), one(true, 'online')]), false);
  assert.equal(nobodyOnline([]), false, 'not known yet');
});

/** Channels that hear one another at once, and locks that go to the next in line. */
function createRoom() {
  const channels = new Set();
  const queue = [];
  return {
    time: 1000,
    channel() {
      const mine = { onmessage: null, postMessage: (data) => [...channels].filter((one) => one !== mine).forEach((one) => one.onmessage?.({ data: structuredClone(data) })) };
      channels.add(mine);
      return { mine, close: () => channels.delete(mine) };
    },
    locks: {
      request: (_, held) => {
        queue.push(held);
        if (queue.length === 1) held();
        return new Promise(() => {});
      },
    },
    next() {
      queue.shift();
      queue[0]?.();
    },
  };
}

function page(room, id, locks = true) {
  const { mine, close } = room.channel();
  const orders = [];
  const tabs = createTabs({ name: 'x', id, now: () => room.time, every() {}, channel: mine, locks: locks ? room.locks : null, changed() {}, ordered: (order) => orders.push(order) });
  return { tabs, orders, close };
}

test('one page leads; the next does when it closes', () => {
  const room = createRoom();
  const [a, b] = [page(room, 'a'), page(room, 'b')];
  assert.deepEqual([a.tabs.leads, b.tabs.leads], [true, false]);
  room.next();
  assert.equal(b.tabs.leads, true);
});

test('without locks the oldest leads, until it says goodbye or falls silent', () => {
  const room = createRoom();
  const a = page(room, 'a', false);
  room.time += 1;
  const b = page(room, 'b', false);
  room.time += 1;
  const c = page(room, 'c', false);
  assert.deepEqual([a, b, c].map((one) => one.tabs.leads), [true, false, false]);
  a.tabs.leave();
  a.close();
  assert.deepEqual([b, c].map((one) => one.tabs.leads), [true, false]);
  b.close();
  room.time += 200_000;
  assert.equal(c.tabs.leads, true);
});

test('pages know what the others look at, who can be heard, and when anybody was touched', () => {
  const room = createRoom();
  const [a, b] = [page(room, 'a'), page(room, 'b')];
  assert.equal(a.tabs.audible, null);
  b.tabs.set({ focused: true, open: 'c_1', audible: true, active_at: 5000 });
  assert.deepEqual([...a.tabs.looking], ['c_1']);
  assert.equal(a.tabs.focused, true);
  assert.equal(a.tabs.touched, 5000);
  assert.equal(a.tabs.audible, 'b');
  a.tabs.order('b', { ring: 'new' });
  assert.deepEqual(b.orders, [{ ring: 'new' }]);
  b.tabs.set({ focused: false });
  assert.deepEqual([...a.tabs.looking], []);
});
