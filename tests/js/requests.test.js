/** Ways around a blocked WebSocket: which one is taken, in which order words leave, and how the WebSocket is come back to. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { createTransport } from '../../static/im/browser.js';
import { PROBE_MS, createPollTransport, createStreamTransport, createWays } from '../../static/im/requests.js';
import { createClock, settle } from './support/clock.js';

const HELLO = JSON.stringify({ type: 'hello', session_token: 't', resume: null, client_state: 'visible', previous_session_id: null });
const WELCOME = { type: 'welcome', session_id: 's_1', log_epoch: 'e', log_position: 7, resume: 'fresh' };

/** A desk that answers requests as a test tells it to. */
function createServer() {
  /** @type {any[]} */ const asked = [];
  /** @type {ReadableStreamDefaultController|null} */ let stream = null;
  const server = {
    asked,
    refuses: /** @type {RegExp|null} */ (null),
    /** @param {any} _body @returns {any} */
    answers: (_body) => ({ status: 200, body: [] }),
    /** @param {object} frame */
    push: (frame) => stream?.enqueue(new TextEncoder().encode(`data: ${JSON.stringify(frame)}\n\n`)),
    /** @param {any} address @param {any} how */
    async fetch(address, how) {
      if (server.refuses?.test(address)) throw new TypeError('refused');
      const body = how.body ? JSON.parse(how.body) : null;
      asked.push({ address, headers: how.headers, body });
      if (address.startsWith('/im/v1/stream')) {
        const events = new ReadableStream({ start: (controller) => void (stream = controller) });
        server.push(WELCOME);
        return new Response(events);
      }
      const answer = await server.answers(body);
      return new Response(JSON.stringify(answer.body), { status: answer.status });
    },
  };
  return server;
}

/** @param {import('../../static/im/types.js').Transport} transport */
function open(transport) {
  /** @type {any[]} */ const heard = [];
  /** @type {number[]} */ const closed = [];
  const socket = transport({
    onopen: () => socket.send(HELLO),
    onmessage: (text) => heard.push(...text.split('\n').map((line) => JSON.parse(line))),
    onclose: (code) => closed.push(code),
  });
  return { socket, heard, closed };
}

test('words wait for the request before them and leave in their order, also when that was not taken', async () => {
  const server = createServer();
  const clock = createClock();
  const { socket, heard } = open(createStreamTransport({ fetch: server.fetch, clock }));
  let busy = true;
  server.answers = () => (busy ? { status: 409, body: {} } : { status: 200, body: [{ type: 'pong', log_position: 7 }] });
  await settle();
  socket.send('{"type":"send","client_message_id":"1"}');
  socket.send('{"type":"send","client_message_id":"2"}');
  await settle();
  assert.equal(server.asked.at(-1).address, '/im/v1/frames?session_id=s_1');
  assert.deepEqual(server.asked.at(-1).body.map((/** @type {any} */ one) => one.client_message_id), ['1']);
  busy = false;
  await clock.advance(1000);
  assert.deepEqual(server.asked.at(-1).body.map((/** @type {any} */ one) => one.client_message_id), ['1', '2']);
  assert.deepEqual(heard.map((frame) => frame.type), ['welcome', 'pong']);
  assert.equal(socket.buffered(), 0);
});

test('a stream goes on after the cursor of hello', async () => {
  const server = createServer();
  const { socket } = open(createStreamTransport({ fetch: server.fetch, clock: createClock() }));
  void socket;
  await settle();
  assert.equal(server.asked[0].headers['last-event-id'], undefined);
  const transport = createStreamTransport({ fetch: server.fetch, clock: createClock() });
  const again = transport({
    onopen: () => again.send(JSON.stringify({ ...JSON.parse(HELLO), resume: { log_epoch: 'e', log_position: 7 } })),
    onmessage() {},
    onclose() {},
  });
  await settle();
  assert.equal(server.asked.at(-1).headers['last-event-id'], 'e:7');
});

test('each poll confirms what came before', async () => {
  const server = createServer();
  /** @type {(answer:any) => void} */ let later = () => {};
  server.answers = (body) => (body.session_id ? new Promise((resolve) => (later = resolve)) : { status: 200, body: [WELCOME] });
  const { heard, closed } = open(createPollTransport({ fetch: server.fetch, clock: createClock() }));
  await settle();
  assert.deepEqual(server.asked.at(-1).body.resume, { log_epoch: 'e', log_position: 7 });
  later({ status: 200, body: [{ type: 'message', log_position: 9 }, { type: 'accepted', log_position: 8 }] });
  await settle();
  assert.deepEqual(server.asked.at(-1).body.resume, { log_epoch: 'e', log_position: 9 });
  assert.equal(heard.length, 3);
  later({ status: 404, body: {} });
  await settle();
  assert.deepEqual(closed, [1006]);
});

test('a token that does not hold ends the link as a socket would', async () => {
  const server = createServer();
  server.answers = () => ({ status: 401, body: {} });
  const { closed } = open(createPollTransport({ fetch: server.fetch, clock: createClock() }));
  await settle();
  assert.deepEqual(closed, [4001]);
});

test('the next way is taken where one brings nothing, and what works is remembered', async () => {
  const server = createServer();
  const clock = createClock();
  /** @type {any[]} */ const remembered = [];
  server.refuses = /stream/;
  server.answers = () => ({ status: 200, body: [WELCOME] });
  const ways = createWays(() => assert.fail('no WebSocket yet'), { fetch: server.fetch, clock, remember: (way) => remembered.push(way) });
  const first = open(ways);
  await settle();
  assert.deepEqual(first.closed, [1006]);
  server.answers = (body) => (body.session_id ? new Promise(() => {}) : { status: 200, body: [WELCOME] });
  const second = open(ways);
  await settle();
  assert.deepEqual(second.heard.map((frame) => frame.type), ['welcome']);
  assert.deepEqual(remembered, ['poll']);
});

test('once a WebSocket gets through, the link comes back over it', async () => {
  const server = createServer();
  const clock = createClock();
  /** @type {any[]} */ const remembered = [];
  let through = false;
  let sockets = 0;
  /** @type {import('../../static/im/types.js').Transport} */
  const socket = (handlers) => {
    sockets += 1;
    queueMicrotask(() => (through ? handlers.onopen() : handlers.onclose(1006, '')));
    return { send: () => handlers.onmessage(JSON.stringify(WELCOME)), close() {}, buffered: () => 0 };
  };
  const ways = createWays(socket, { fetch: server.fetch, clock, remember: (way) => remembered.push(way) });
  const first = open(ways);
  await settle();
  assert.equal(first.heard.length, 1);
  await clock.advance(PROBE_MS);
  assert.deepEqual([sockets, first.closed], [1, []]);
  through = true;
  await clock.advance(PROBE_MS);
  assert.deepEqual([sockets, first.closed], [2, [1001]]);
  const second = open(ways);
  await settle();
  assert.equal(second.heard[0].type, 'welcome');
  assert.deepEqual(remembered, ['stream', null]);
});

test('another way is looked for after two WebSockets that brought nothing, and not because one was left or lost', async () => {
  /** @type {import('../../static/im/types.js').SocketHandlers[]} */ const tried = [];
  let loads = 0;
  const load = async () => {
    loads += 1;
    return { createWays: () => (/** @type {any} */ handlers) => ({ send() {}, close() {}, buffered: () => handlers.other ?? 7 }) };
  };
  const transport = createTransport((handlers) => (tried.push(handlers), { send() {}, close() {}, buffered: () => 0 }), load);
  const next = () => {
    const { socket } = open(transport);
    return { socket, handlers: /** @type {any} */ (tried.at(-1)) };
  };
  next().handlers.onclose(1006, '');
  const lived = next();
  lived.handlers.onmessage(JSON.stringify(WELCOME));
  lived.handlers.onclose(1006, '');
  next().handlers.onclose(1006, '');
  const left = next();
  left.socket.close();
  left.handlers.onclose(1006, '');
  await settle();
  assert.equal(loads, 0);
  next().handlers.onclose(1006, '');
  await settle();
  assert.equal(loads, 1);
  assert.equal(open(transport).socket.buffered(), 7);
});
