/** The link: hello and welcome, resume in its three kinds, every way of ending, heartbeat and back-off. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { settle, start } from './support/start.js';
import { createDesk } from './support/desk.js';
import { backoff } from '../../static/im/backoff.js';

test('the first frame is hello, with no cursor', async () => {
  const { desk, of, client } = await start();
  const [hello] = desk.link.received;
  assert.equal(hello.type, 'hello');
  assert.equal(hello.protocol, 'servicedesk.im.v1');
  assert.equal(hello.resume, null);
  assert.deepEqual(of('reset')[0].mode, 'fresh');
  assert.equal(client.status.phase, 'live');
  assert.deepEqual(client.cursor, { log_epoch: 'e1', log_position: 100 });
});

test('a lost link comes back with its cursor and gets only what it missed', async () => {
  const desk = createDesk();
  const { client, clock, of, shown } = await start({ desk });
  desk.agentSays('c_1', 'one');
  desk.link.close(1006);
  desk.agentSays('c_1', 'two');
  assert.equal(client.status.phase, 'waiting');
  await clock.advance(1000);
  assert.equal(client.status.phase, 'live');
  assert.deepEqual(desk.link.received[0].resume, { log_epoch: 'e1', log_position: 101 });
  assert.equal(desk.link.received[0].previous_session_id, 's_1');
  assert.deepEqual(shown(), ['one', 'two']);
  assert.equal(of('reset').length, 1);
  assert.equal(client.cursor?.log_position, 102);
});

test('positions in welcome, pong and page do not move the cursor while replaying', async () => {
  const { client, desk, clock } = await start();
  desk.agentSays('c_1', 'one');
  desk.mute = true;
  desk.agentSays('c_1', 'lost');
  client.wake();
  await settle();
  assert.equal(desk.link.of('ping').length, 1);
  assert.equal(client.cursor?.log_position, 101);
  await client.older('c_1', 3);
  assert.equal(client.cursor?.log_position, 101);
  await clock.advance(0);
});

test('another epoch means reload: entries are forgotten, unsent texts are not', async () => {
  const { client, desk, clock, of } = await start();
  desk.storing = false;
  client.send({ text: 'mine' });
  await settle();
  desk.agentSays('c_1', 'before');
  desk.link.close();
  desk.epoch = 'e2';
  desk.position = 5;
  desk.storing = true;
  await clock.advance(1000);
  assert.equal(of('reset')[1].mode, 'reload');
  assert.deepEqual(client.cursor?.log_epoch, 'e2');
  assert.equal(of('outbox').at(-1).change, 'settled');
  assert.equal(client.items().length, 0);
});

test('a replay onto another identity is not taken', async () => {
  const { client, desk, clock, of } = await start({ session: async () => ({ token: 't' }) });
  desk.agentSays('c_1', 'theirs');
  desk.link.close();
  desk.identity = { kind: 'visitor', id: 'v_2' };
  await clock.advance(2000);
  assert.equal(client.status.phase, 'live');
  assert.equal(desk.link.received[0].resume, null);
  assert.equal(of('reset').at(-1).identity.id, 'v_2');
});

test('a session known to be somebody else does not offer the cursor', async () => {
  const { desk, clock } = await start();
  desk.agentSays('c_1', 'theirs');
  desk.identity = { kind: 'visitor', id: 'v_2' };
  desk.link.close();
  await clock.advance(1000);
  assert.equal(desk.link.received[0].resume, null);
});

test('4001 asks for a new token', async () => {
  let token = 'stale';
  const asked = [];
  const { client, clock } = await start({
    session: async ({ renew }) => {
      asked.push(renew);
      if (renew) token = 'good';
      return { token };
    },
  });
  await clock.advance(1000);
  assert.deepEqual(asked, [false, true]);
  assert.equal(client.status.phase, 'live');
});

test('a final session error ends, another is tried again', async () => {
  let calls = 0;
  const { client, clock, of } = await start({
    session: async () => {
      calls += 1;
      throw Object.assign(new Error('x'), calls < 3 ? {} : { final: true, code: 'identity_required' });
    },
  });
  assert.equal(client.status.phase, 'waiting');
  await clock.advance(60000);
  assert.equal(calls, 3);
  assert.deepEqual(of('ended'), [{ code: 'identity_required' }]);
});

test('drain: sends are still answered, then the client leaves at its time', async () => {
  const { client, desk, clock, of } = await start();
  const first = desk.link;
  first.push({ type: 'drain', reconnect_after_ms: 1870, reason: 'restart' });
  client.send({ text: 'still here' });
  await clock.advance(1000);
  assert.equal(of('outbox').at(-1).change, 'settled');
  assert.equal(desk.link, first);
  await clock.advance(900);
  assert.notEqual(desk.link, first);
  assert.ok(first.closedByClient);
  assert.equal(client.status.phase, 'live');
});

test('behind: comes back at once with the cursor', async () => {
  const { client, desk, clock, shown } = await start();
  desk.agentSays('c_1', 'one');
  desk.mute = true;
  desk.agentSays('c_1', 'two');
  desk.link.push({ type: 'behind', reason: 'queue_full' });
  await clock.advance(0);
  desk.mute = false;
  await clock.advance(10);
  assert.equal(client.status.phase, 'live');
  assert.deepEqual(desk.link.received[0].resume, { log_epoch: 'e1', log_position: 101 });
  assert.deepEqual(shown(), ['one', 'two']);
});

test('an ended session stays ended; a replaced one returns when somebody looks', async () => {
  for (const [code, returns] of /** @type {[string, boolean][]} */ ([['logged_out', false], ['blocked', false], ['erased', false], ['replaced', true]])) {
    const { client, desk, clock, of } = await start();
    desk.link.push({ type: 'session_ended', code, reconnect: false });
    desk.link.close(4003);
    await clock.advance(60000);
    assert.deepEqual(of('ended'), [{ code }]);
    client.visibility('visible');
    await clock.advance(100);
    assert.equal(client.status.phase, returns ? 'live' : 'ended', code);
  }
});

test('a visible page pings after silence; no pong in time is a lost link', async () => {
  const { desk, clock, client } = await start();
  await clock.advance(46000);
  assert.ok(desk.links[0].of('ping').length >= 1);
  assert.equal(desk.links.length, 1);
  desk.answering = false;
  await clock.advance(46000 + 5000 + 500);
  assert.equal(desk.links.length, 2);
  assert.equal(client.status.phase, 'live');
});

test('frames postpone the beat, a hidden page leaves it to the server', async () => {
  const { desk, clock, client } = await start();
  for (let i = 0; i < 10; i += 1) {
    desk.agentSays('c_1', String(i));
    await clock.advance(20000);
  }
  assert.equal(desk.link.of('ping').length, 0);
  client.visibility('hidden');
  await clock.advance(600000);
  assert.equal(desk.link.of('ping').length, 0);
  assert.deepEqual(desk.link.of('client_state'), [{ type: 'client_state', state: 'hidden' }]);
  client.visibility('visible');
  assert.equal(desk.link.of('ping').length, 1);
});

test('a head that nobody delivers within 2 s brings the client back with its cursor', async () => {
  const { desk, clock, client, shown } = await start();
  desk.agentSays('c_1', 'one');
  desk.mute = true;
  desk.agentSays('c_1', 'swallowed');
  desk.mute = false;
  client.wake();
  await clock.advance(1900);
  assert.equal(desk.links.length, 1);
  await clock.advance(600);
  assert.equal(desk.links.length, 2);
  assert.deepEqual(shown(), ['one', 'swallowed']);
});

test('back-off is full jitter between 0 and a doubling bound of at most 30 s', async () => {
  assert.equal(backoff(0, () => 0.999999), 499);
  assert.equal(backoff(3, () => 0.5), 2000);
  assert.equal(backoff(40, () => 0.999999), 29999);
  assert.equal(backoff(9, () => 0), 0);
  const desk = createDesk();
  const { client, clock } = await start({ desk });
  desk.unreachable = true;
  desk.link.close();
  await clock.advance(250 + 500 + 1000 + 2000 + 50);
  assert.equal(desk.connects, 5);
  desk.unreachable = false;
  client.wake();
  await settle();
  await settle();
  await settle();
  assert.equal(client.status.phase, 'live');
});

test('a desk that takes the socket and says nothing is left after 15 s', async () => {
  const desk = createDesk();
  desk.deaf = true;
  const { clock } = await start({ desk });
  await clock.advance(16000);
  assert.equal(desk.connects, 2);
});

test('unknown and unreadable frames are passed over', async () => {
  const { desk, shown } = await start();
  desk.link.handlers.onmessage('{"type":"weather"}\nnot json\n[]\n');
  desk.agentSays('c_1', 'still');
  assert.deepEqual(shown(), ['still']);
});
