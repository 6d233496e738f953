/** Pages of one identity: one link for all, whoever leads; nothing is lost, doubled or out of order when the lead changes hands. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { createFollower } from '../../static/im/follower.js';
import { OWN, createLeaderRelay } from '../../static/im/leader-relay.js';
import { createReplayBuffer } from '../../static/im/replay-buffer.js';
import { createDesk, texts } from './support/desk.js';
import { createBrowser } from './support/pages.js';

/** @param {number} count */
async function several(count, how = {}) {
  const browser = createBrowser(how);
  const pages = [];
  for (let i = 0; i < count; i += 1) pages.push(await browser.open());
  await browser.clock.advance(50);
  return { ...browser, browser, pages };
}
const phases = (pages) => pages.map((page) => page.client.status.phase);

test('a page that is alone loads nothing and has its link', async () => {
  const { pages, links } = await several(1);
  assert.deepEqual([pages[0].loads, links().length], [0, 1]);
});

test('the second page makes one link of two; the first comes back with its cursor', async () => {
  const { pages, links, desk } = await several(2);
  const [a, b] = pages;
  assert.deepEqual(phases(pages), ['live', 'live']);
  assert.equal(links().length, 1);
  assert.equal(desk.connects, 2);
  assert.deepEqual(a.of('welcome').map(({ mode }) => mode), ['fresh', 'replaying']);
  assert.deepEqual(b.of('welcome').map(({ mode }) => mode), ['fresh']);
});

test('a third page costs the desk nothing', async () => {
  const { pages, desk } = await several(3);
  assert.deepEqual(phases(pages), ['live', 'live', 'live']);
  assert.equal(desk.connects, 2);
});

test('where the rest cannot be fetched each page has its own link', async () => {
  const browser = createBrowser();
  browser.loads = false;
  const pages = [await browser.open(), await browser.open()];
  assert.deepEqual(phases(pages), ['live', 'live']);
  assert.equal(browser.links().length, 2);
});

test('what a page that follows writes is stored once and shown by all in one order', async () => {
  const { pages, desk, clock } = await several(3);
  const [a, b, c] = pages;
  b.client.send({ text: 'b1' });
  await clock.advance(10);
  desk.agentSays('c_1', 'agent');
  c.client.send({ text: 'c1' });
  a.client.send({ text: 'a1' });
  await clock.advance(50);
  const said = texts(desk);
  assert.deepEqual([...said].sort(), ['a1', 'agent', 'b1', 'c1']);
  for (const page of pages) assert.deepEqual(page.shown(), said);
  for (const page of pages) assert.deepEqual(page.client.items(), []);
});

test('a newcomer is told by the page that leads what there is', async () => {
  const { pages, desk, clock, browser } = await several(2);
  pages[0].client.send({ text: 'hello' });
  await clock.advance(20);
  desk.conversation('c_1').mine = { received: 1, read: 1 };
  const c = await browser.open();
  const [{ conversations }] = c.of('welcome');
  assert.deepEqual(conversations.map((one) => [one.conversation_id, one.last_sequence]), [['c_1', 1]]);
  const page = await c.client.load('c_1');
  assert.deepEqual(page.entries.map((entry) => entry.content.text), ['hello']);
  assert.equal(desk.connects, 2);
});

test('pages of history come to the page that asked', async () => {
  const { pages, desk, clock } = await several(3);
  for (let i = 0; i < 5; i += 1) desk.agentSays('c_1', String(i));
  await clock.advance(10);
  const [first, second, none] = await Promise.all([
    pages[1].client.older('c_1', 3),
    pages[2].client.older('c_1', 5, 1),
    pages[2].client.older('c_404', 5).catch((error) => error.code),
  ]);
  assert.deepEqual(first.entries.map((entry) => entry.content.text), ['0', '1']);
  assert.deepEqual(second.entries.map((entry) => entry.content.text), ['3']);
  assert.equal(none, 'not_found');
  assert.ok(desk.link.of('fetch').every((frame, i, all) => all.findIndex((one) => one.request_id === frame.request_id) === i));
});

test('the page that leads is closed in the middle of a send: another leads with its cursor, the rest go on', async () => {
  const { pages, desk, clock, links } = await several(3);
  const [a, b, c] = pages;
  desk.answering = false;
  for (const text of ['b1', 'b2']) b.client.send({ text });
  await clock.advance(20);
  desk.answering = true;
  a.close();
  c.client.send({ text: 'c1' });
  await clock.advance(100);
  assert.deepEqual(texts(desk), ['b1', 'b2', 'c1']);
  for (const page of [b, c]) {
    assert.deepEqual(page.shown(), ['b1', 'b2', 'c1']);
    assert.deepEqual(page.of('reset').length, 1);
    assert.equal(page.client.status.phase, 'live');
  }
  assert.equal(links().length, 1);
  assert.ok(desk.link.received[0].resume);
});

test('the page that leads is killed without a word', async () => {
  const { pages, desk, clock, links } = await several(3);
  const [a, b, c] = pages;
  a.kill();
  desk.agentSays('c_1', 'meanwhile');
  await clock.advance(100);
  for (const page of [b, c]) assert.deepEqual([page.shown(), page.of('reset').length], [['meanwhile'], 1]);
  assert.equal(links().length, 1);
});

test('a page that leads and is frozen without a word loses the lead within a second to one that is looked at', async () => {
  const { pages, desk, clock, links } = await several(2);
  const [a, b] = pages;
  a.hide();
  await clock.advance(10);
  a.freeze();
  b.client.wake();
  await clock.advance(900);
  assert.equal(desk.connects, 2);
  await clock.advance(200);
  assert.equal(desk.connects, 3);
  assert.equal(b.client.status.phase, 'live');
  // It takes its old link's place at the desk.
  assert.equal(desk.link.received[0].previous_session_id, desk.links[1].sessionId);
  assert.equal(desk.links[1].open, false);
  desk.agentSays('c_1', 'news');
  await a.thaw();
  await clock.advance(100);
  assert.equal(a.client.status.phase, 'live');
  assert.deepEqual(a.of('ended'), []);
  assert.deepEqual([a.shown(), b.shown()], [['news'], ['news']]);
  assert.equal(links().length, 1);
});

test('a page that sleeps with both locks: what another one writes leaves within two seconds', async () => {
  const { pages, desk, clock } = await several(2);
  pages[0].freeze();
  pages[1].client.send({ text: 'now' });
  await clock.advance(2000);
  assert.deepEqual(texts(desk), ['now']);
  await pages[0].thaw();
  await clock.advance(100);
  for (const page of pages) assert.deepEqual(page.shown(), ['now']);
});

test('a quiet page that is looked at notices by itself that nobody leads it', async () => {
  const { pages, clock, links, desk } = await several(2);
  pages[0].freeze();
  await clock.advance(11_500);
  assert.equal(desk.connects, 3);
  assert.equal(pages[1].client.status.phase, 'live');
  await pages[0].thaw();
  await clock.advance(50);
  assert.equal(links().length, 1);
});

test('a page told that it is frozen, or in the back and forward cache, gives the lead away and comes back as a follower', async () => {
  const { pages, desk, clock, links } = await several(2);
  const [a, b] = pages;
  a.life.leave();
  a.freeze();
  await clock.advance(50);
  assert.equal(b.client.status.phase, 'live');
  assert.equal(links().length, 1);
  desk.agentSays('c_1', 'meanwhile');
  await a.thaw();
  await clock.advance(50);
  assert.notEqual(a.client.status.phase, 'live');
  a.life.back();
  await clock.advance(50);
  assert.equal(a.client.status.phase, 'live');
  assert.deepEqual(a.shown(), ['meanwhile']);
  assert.equal(a.of('reset').length, 1);
  assert.equal(links().length, 1);
});

test('what was missed beyond what the other page keeps is loaded anew', async () => {
  const { pages, desk, clock } = await several(2);
  const [a, b] = pages;
  b.life.leave();
  b.freeze();
  for (let i = 0; i < 600; i += 1) desk.agentSays('c_1', String(i));
  await clock.advance(10);
  await b.thaw();
  b.life.back();
  await clock.advance(50);
  assert.equal(b.client.status.phase, 'live');
  assert.deepEqual(b.of('reset').map(({ mode }) => mode), ['fresh', 'reload']);
  assert.deepEqual(a.of('reset').map(({ mode }) => mode), ['fresh']);
});

test('somebody else in the same browser has a link of their own', async () => {
  const browser = createBrowser();
  const a = await browser.open();
  browser.desk.identity = { kind: 'visitor', id: 'v_2' };
  const b = await browser.open();
  await browser.clock.advance(2000);
  assert.equal(browser.links().length, 2);
  assert.deepEqual([a, b].map((page) => page.client.identity.id), ['v_1', 'v_2']);
  assert.deepEqual([a.loads, b.loads], [0, 0]);
});

test('paused: the page that sent waits and says continue, whichever page goes on', async () => {
  const { pages, desk, clock } = await several(3);
  const [a, b, c] = pages;
  desk.pausing = 1;
  for (const text of ['b1', 'b2']) b.client.send({ text });
  await clock.advance(20);
  assert.deepEqual(texts(desk), []);
  c.client.send({ text: 'c1' });
  await clock.advance(1900);
  assert.deepEqual(texts(desk), []);
  await clock.advance(200);
  assert.equal(desk.link.of('continue').length, 1);
  assert.deepEqual(texts(desk), ['b1', 'b2', 'c1']);
  for (const page of [a, b, c]) assert.deepEqual(page.shown(), ['b1', 'b2', 'c1']);
});

test('paused, and the page that flushes goes: the next one says continue', async () => {
  const { pages, desk, clock } = await several(3);
  const [a, b, c] = pages;
  // The first page gives the lead away and follows: the one that flushes is one that leads, and then not.
  a.life.leave();
  a.life.back();
  await clock.advance(50);
  desk.pausing = 1;
  for (const text of ['b1', 'b2']) b.client.send({ text });
  await clock.advance(50);
  for (const page of [b, c]) page.client.flush();
  b.close();
  await clock.advance(4000);
  assert.deepEqual(texts(desk), ['b1', 'b2']);
  for (const page of [a, c]) assert.deepEqual(page.shown(), ['b1', 'b2']);
});

test('a refusal comes to the page that sent', async () => {
  const { pages, desk, clock } = await several(2);
  desk.refusing = 'blocked';
  pages[1].client.send({ text: 'no' });
  await clock.advance(20);
  assert.deepEqual(pages.map((page) => page.client.items()[0].state), ['failed', 'failed']);
});

test('no more sends are on the wire than the desk allows, whoever writes', async () => {
  const { pages, desk, clock } = await several(2, { desk: createDesk({ limits: { sends_in_flight: 3 } }) });
  desk.answering = false;
  for (let i = 0; i < 5; i += 1) pages[i % 2].client.send({ text: String(i) });
  await clock.advance(50);
  assert.equal(desk.link.of('send').length, 3);
  desk.answering = true;
  for (const entry of [...desk.log]) desk.accept(desk.link, entry);
  await clock.advance(50);
  assert.equal(desk.log.length, 5);
  assert.equal(pages[0].shown().length, 5);
  assert.deepEqual(pages[1].shown(), pages[0].shown());
});

test('the desk hears visible while any page is looked at', async () => {
  const { pages, desk, clock } = await several(2);
  const states = () => desk.link.of('client_state').map((frame) => frame.state);
  pages[0].hide();
  await clock.advance(10);
  assert.deepEqual(states(), []);
  pages[1].hide();
  await clock.advance(10);
  assert.deepEqual(states(), ['hidden']);
  pages[0].hide('visible');
  await clock.advance(10);
  assert.deepEqual(states(), ['hidden', 'visible']);
});

test('what one page has read the others know', async () => {
  const { pages, desk, clock } = await several(3);
  desk.agentSays('c_1', 'read me');
  await clock.advance(10);
  pages[2].client.read('c_1', 1);
  await clock.advance(2000);
  for (const page of pages) assert.equal(page.client.conversation('c_1').mine.read, 1);
});

test('agents: the desk is told what is open on the page looked at last', async () => {
  const desk = createDesk();
  desk.identity = { kind: 'agent', id: 'a_1' };
  const browser = createBrowser({ desk });
  const a = await browser.open({ role: 'agent' });
  const b = await browser.open({ role: 'agent' });
  await browser.clock.advance(50);
  const viewed = () => desk.link.of('viewing').map((frame) => frame.conversation_id);
  a.client.view('c_1');
  b.client.view('c_2');
  await browser.clock.advance(10);
  assert.deepEqual(viewed(), ['c_1', 'c_2']);
  b.hide();
  a.hide();
  await browser.clock.advance(10);
  a.hide('visible');
  await browser.clock.advance(10);
  assert.deepEqual(viewed(), ['c_1', 'c_2', 'c_1']);
  a.close();
  await browser.clock.advance(50);
  assert.deepEqual(viewed(), ['c_2']);
});

test('the network is gone and comes back: one link, everything once', async () => {
  const { pages, desk, clock, links } = await several(3);
  desk.unreachable = true;
  desk.link.close();
  for (const [i, page] of pages.entries()) page.client.send({ text: String(i) });
  await clock.advance(20_000);
  assert.deepEqual(texts(desk), []);
  desk.agentSays('c_1', 'meanwhile');
  desk.unreachable = false;
  for (const page of pages) page.client.wake();
  await clock.advance(31_000);
  assert.equal(links().length, 1);
  assert.deepEqual(phases(pages), ['live', 'live', 'live']);
  assert.deepEqual([...texts(desk)].sort(), ['0', '1', '2', 'meanwhile']);
  for (const page of pages) assert.deepEqual(page.shown(), texts(desk));
});

test('a link that died while the page that leads is hidden is found by a page that is looked at', async () => {
  const { pages, desk, clock } = await several(2);
  pages[0].hide();
  await clock.advance(20_000);
  desk.answering = false;
  pages[1].client.wake();
  await clock.advance(5_100);
  desk.answering = true;
  await clock.advance(1000);
  assert.equal(desk.connects, 3);
  assert.deepEqual(phases(pages), ['live', 'live']);
});

/** A relay whose frames are noted. */
function createRelay() {
  const sent = [];
  const given = [];
  const desk = createLeaderRelay({
    buffer: createReplayBuffer(),
    now: () => 0,
    resume: null,
    visible: true,
    asked: null,
    name: null,
    rows: () => [],
    toDesk: (frame) => sent.push(frame),
    toPage: (/** @type {string} */ page, /** @type {any} */ frame) => given.push([page, frame.type, frame.request_id]),
    toOthers: (frame, but) => given.push(['others', frame.type, ...but]),
  });
  /** @type {any} */
  const welcome = { type: 'welcome', resume: 'fresh', log_epoch: 'e', log_position: 5, identity: { kind: 'visitor', id: 'v' }, limits: { sends_in_flight: 16 } };
  desk.hear(welcome);
  for (const id of ['x.1', 'y.1']) desk.hello(id, { resume: null, visible: true });
  given.length = 0;
  return { desk, sent, given };
}
/** @type {import('../../static/im/types.js').SendFrame} */
const send = { type: 'send', client_message_id: '1', conversation_id: null, note: false, content: { kind: 'text', text: 'a' } };
/** @type {import('../../static/im/types.js').AcceptedFrame} */
const accepted = { type: 'accepted', client_message_id: '1', conversation_id: 'c', sequence: 1, log_position: 6, message_id: 'm', accepted_at: '' };

test('a send that is on the wire is not put there again by another page; both are answered, the rest get the entry', () => {
  const { desk, sent, given } = createRelay();
  desk.say('x.1', send);
  desk.say('y.1', send);
  assert.deepEqual(sent, [send]);
  desk.hear(accepted);
  assert.deepEqual(given, [[OWN, 'message', undefined], ['others', 'message', 'x.1', 'y.1'], ['x.1', 'accepted', undefined], ['y.1', 'accepted', undefined]]);
});

test('accepted with an older position is told to the sender alone', () => {
  const { desk, given } = createRelay();
  desk.say('x.1', send);
  desk.hear({ ...accepted, log_position: 4 });
  assert.deepEqual(given, [['x.1', 'accepted', undefined]]);
});

test('a page ahead of the one that leads is not given again what it has', () => {
  const heard = [];
  const posted = [];
  const follower = createFollower({
    id: 'x.1',
    hello: /** @type {any} */ ({ client_state: 'visible', resume: { log_epoch: 'e', log_position: 8 } }),
    buffer: createReplayBuffer(),
    clock: { now: () => 0, after: () => 0, cancel() {} },
    visible: () => true,
    post: (message) => posted.push(message.t),
    give: (text) => heard.push(JSON.parse(text).log_position),
    onWelcome() {},
    onUnled() {},
    onEnd() {},
  });
  const hear = (frame) => follower.hear({ t: 'frame', lead: 'y.1', frame, ...(frame.type === 'welcome' ? { to: 'x.1' } : {}) });
  hear({ type: 'welcome', resume: 'replaying', log_epoch: 'e', log_position: 6 });
  for (const log_position of [7, 8, 9]) hear({ type: 'message', log_position });
  assert.deepEqual([posted, heard], [['hello'], [6, 9]]);
});
