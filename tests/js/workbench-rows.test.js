import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEntry, belongs, groupOf, mentioned, needsReload } from '../../static/workbench/store/rows.js';
import { layOut, within } from '../../static/workbench/store/sections.js';
import { ME, agent, at, entry, message, row, visitor } from './support/workbench.js';

test('a visitor waits from their first unanswered message on, and a reply ends it', () => {
  let now = row('c', { state: 'waiting', agent_id: null });
  now = applyEntry(now, message('c', 2, visitor, 'hello?'));
  now = applyEntry(now, message('c', 3, visitor, 'anybody?'));
  assert.equal(now.waiting_since, at(2));
  assert.equal(now.unread, 2);
  now = applyEntry(now, message('c', 4, agent(), 'here'));
  assert.equal(now.waiting_since, null);
  assert.equal(now.state, 'open');
  assert.equal(now.agent_id, ME, 'the first reply takes the conversation');
  assert.equal(now.last_message?.text, 'here');
});

test('a note answers nobody and takes nothing', () => {
  const before = row('c', { state: 'waiting', agent_id: null, waiting_since: at(1) });
  const now = applyEntry(before, message('c', 2, agent(), 'look at this', { note: true }));
  assert.equal(now.waiting_since, at(1));
  assert.equal(now.agent_id, null);
  assert.equal(now.state, 'waiting');
});

test('what the row already knew changes nothing', () => {
  const before = row('c', { last_sequence: 5 });
  assert.equal(applyEntry(before, message('c', 5, visitor, 'old')), before);
});

test('an edit or recall shows in the last line only if it is about the last message', () => {
  let now = applyEntry(row('c'), message('c', 2, agent(), 'first'));
  now = applyEntry(now, message('c', 3, agent(), 'second'));
  now = applyEntry(now, entry('c', 4, 'edited', { message_sequence: 2, content: { kind: 'text', text: 'changed' } }));
  assert.equal(now.last_message?.text, 'second');
  now = applyEntry(now, entry('c', 5, 'edited', { message_sequence: 3, content: { kind: 'text', text: 'changed' } }));
  assert.equal(now.last_message?.text, 'changed');
  now = applyEntry(now, entry('c', 6, 'recalled', { message_sequence: 3 }));
  assert.equal(now.last_message?.text, null);
});

test('closing ends the waiting; assignment moves it between views', () => {
  let now = row('c', { waiting_since: at(1), agent_id: null });
  assert.ok(belongs('unassigned', now, ME) && belongs('waiting', now, ME) && belongs('open', now, ME));
  now = applyEntry(now, entry('c', 2, 'assigned', { agent_id: ME }));
  assert.ok(belongs('mine', now, ME) && !belongs('unassigned', now, ME));
  now = applyEntry(now, entry('c', 3, 'state', { state: 'closed', until: null }));
  assert.equal(now.waiting_since, null);
  assert.ok(belongs('closed', now, ME) && !belongs('mine', now, ME) && !belongs('waiting', now, ME) && !belongs('open', now, ME));
  assert.ok(!belongs('mine', { ...now, state: 'snoozed' }, ME), 'put off: nothing to do now');
});

test('an assignment implies the state, as the desk has it without an entry of its own', () => {
  const waits = row('c', { state: 'waiting', agent_id: null });
  const taken = applyEntry(waits, entry('c', 2, 'assigned', { agent_id: ME }));
  assert.deepEqual([taken.state, taken.agent_id], ['open', ME]);
  const handed = applyEntry(waits, entry('c', 2, 'transferred', { agent_id: 'a_other' }));
  assert.deepEqual([handed.state, handed.agent_id], ['open', 'a_other']);
  const back = applyEntry(taken, entry('c', 3, 'unassigned'));
  assert.deepEqual([back.state, back.agent_id], ['waiting', null]);
  const snoozed = applyEntry({ ...taken, state: 'snoozed' }, entry('c', 3, 'unassigned'));
  assert.equal(snoozed.state, 'snoozed', 'what is put off stays so, with whomever');
});

test('a note that names the agent marks the row until it is read, and stays in its view until the conversation is closed', () => {
  const note = (sequence, sender, mentions) => message('c', sequence, sender, '@', { note: true, content: { kind: 'text', text: '@', mentions } });
  let now = applyEntry(row('c'), note(2, agent('a_other'), ['a_third']), ME);
  assert.ok(!mentioned(now) && !belongs('mentions', now, ME));
  now = applyEntry(now, note(3, agent(), [ME]), ME);
  assert.ok(!mentioned(now), 'nobody mentions themselves');
  now = applyEntry(now, note(4, agent('a_other'), [ME]), ME);
  assert.ok(mentioned(now) && belongs('mentions', now, ME));
  const closed = { ...now, state: /** @type {const} */ ('closed') };
  assert.ok(belongs('mentions', closed, ME), 'closed, but not read');
  const marks = { received: 4, read: 4 };
  assert.ok(!mentioned({ ...now, mine: marks }) && belongs('mentions', { ...now, mine: marks }, ME));
  assert.ok(!belongs('mentions', { ...closed, mine: marks }, ME));

  const edited = (mentions) => entry('c', 5, 'edited', { message_sequence: 2, content: { kind: 'text', text: '@', mentions } });
  assert.ok(needsReload(edited([ME]), row('c'), ME), 'named by an edit');
  assert.ok(needsReload(edited([]), now, ME), 'perhaps no longer named');
  assert.ok(!needsReload(edited([]), row('c'), ME));
});

test('the window finds what it touches among ten thousand', () => {
  const shown = Array.from({ length: 10_000 }, (_, i) => ({ id: `c${i}`, group: /** @type {'us'|'customer'} */ (i < 3 ? 'us' : 'customer') }));
  const { sections, height } = layOut(shown, true, { row: 72, head: 34 });
  assert.equal(height, 10_000 * 72 + 2 * 34);
  const near = within(sections, 7200, 8000);
  assert.ok(near.length < 15);
  assert.ok(near.every((one) => one.top + one.height > 7200 && one.top < 8000));
  assert.equal(within(sections, 0, 10)[0].kind, 'head');
  assert.equal(groupOf(row('c', { state: 'snoozed', waiting_since: at(1) })), 'customer');
});

test('with the bot nobody waits for a person, and a hand-over begins the wait', () => {
  const bot = /** @type {any} */ ({ kind: 'bot', id: null, name: '小助手' });
  let now = row('c', { state: 'bot', agent_id: null, waiting_since: null, last_message: null });
  now = applyEntry(now, message('c', 2, visitor, 'where is my parcel?'));
  assert.equal(now.waiting_since, null);
  assert.equal(now.unread, 1);
  assert.ok(belongs('bot', now, ME) && !belongs('open', now, ME) && !belongs('unassigned', now, ME));
  now = applyEntry(now, message('c', 3, bot, 'On its way.'));
  assert.equal(now.last_message?.text, 'On its way.');
  now = applyEntry(now, message('c', 4, visitor, 'a person, please'));
  const handed = entry('c', 5, 'state', { state: 'waiting', reason: 'asked' });
  now = applyEntry(now, handed);
  assert.equal(now.state, 'waiting');
  assert.equal(now.waiting_since, at(5));
  assert.ok(needsReload(handed, now, ME), 'since which word, the desk alone knows');
  assert.ok(!needsReload(entry('c', 5, 'state', { state: 'waiting' }), now, ME));
  now = applyEntry(now, message('c', 6, bot, 'Somebody will be with you.'));
  assert.equal(now.last_message?.text, 'a person, please', 'what the bot says of it is no news');
  now = applyEntry(now, entry('c', 7, 'state', { state: 'bot' }));
  assert.equal(now.waiting_since, null, 'given back, nobody waits');
});

test('a person who answers while the bot has it takes it; whether the bot helped begins no wait', () => {
  const taken = applyEntry(row('c', { state: 'bot', agent_id: null, waiting_since: null }), message('c', 2, agent(), 'I am here'));
  assert.equal(taken.state, 'open');
  assert.equal(taken.agent_id, ME);
  for (const [choice, waits] of /** @type {const} */ ([['bot:helpful', false], ['bot:unhelpful', false], ['bot:person', true]])) {
    const said = /** @type {any} */ (message('c', 2, visitor, choice));
    said.content = { kind: 'choice', of: 'm_1', choice, text: choice };
    const now = applyEntry(row('c', { state: 'open', waiting_since: null }), said);
    assert.equal(Boolean(now.waiting_since), waits, choice);
  }
});
