/**
 * Frames over plain requests, for networks that let no WebSocket through: a stream of events with requests beside it, and where
 * that is held back, one request after the other. Behaves as a socket does. Loaded when first needed.
 */
import { WAY, createSystemClock } from './browser.js';
import * as CLOSE from './close.js';
import { isOrdered, readFrames } from './frames.js';

/** A way that has brought nothing within this time is given up for the next one. */
const PATIENCE_MS = 10000;
/** So often it is seen whether a WebSocket gets through by now. */
export const PROBE_MS = 5 * 60 * 1000;
/** How long one request waits for something to come. */
const WAIT_MS = 25000;
/** Frames of one request. */
const FRAMES_MAX = 64;

/**
 * @typedef {object} World
 * @property {typeof fetch} fetch
 * @property {import('./types.js').Clock} clock
 * @property {(way:string|null) => void} [remember]  the way that works here; null: a WebSocket does
 */

/**
 * @typedef {import('./types.js').HelloFrame} Hello
 * @typedef {object} At  where one line stands
 * @property {AbortSignal} signal
 * @property {Hello|null} hello
 * @property {string|null} session
 * @property {import('./types.js').Cursor|null} cursor
 * @property {(code:number) => void} end
 * @property {(status:number) => void} refused
 * @property {(text:string) => void} take
 * @property {() => Record<string, string>} headers
 * @property {boolean} over
 */

/** The close code that a socket would have had. @param {number} status */
const codeOf = (status) => (status === 401 ? CLOSE.unauthenticated : status === 413 ? CLOSE.frameTooLarge : CLOSE.lost);

/** What both ways share: one `hello` that opens, frames that go out one request at a time, one end.
 * @param {import('./types.js').SocketHandlers} handlers
 * @param {World} world
 * @param {(hello:Hello, at:At) => void} open
 * @param {(frames:string[], at:At) => Promise<Response>} bring
 * @returns {import('./types.js').Socket}
 */
function createRequests(handlers, world, open, bring) {
  const leaving = new AbortController();
  /** @type {string[]} */ let waiting = [];
  let over = false;
  let busy = false;

  /** @type {At} */
  const at = {
    signal: leaving.signal,
    hello: null,
    session: null,
    cursor: null,
    /** @param {number} code */
    end(code) {
      if (over) return;
      over = true;
      leaving.abort();
      handlers.onclose(code, '');
    },
    /** @param {number} status */
    refused: (status) => at.end(codeOf(status)),
    /** @param {string} text one frame or more */
    take(text) {
      if (over) return;
      for (const frame of readFrames(text)) {
        if (frame.type === 'welcome') {
          at.session = frame.session_id;
          at.cursor = frame.resume === 'replaying' ? (at.hello?.resume ?? null) : { log_epoch: frame.log_epoch, log_position: frame.log_position };
        } else if (at.cursor && isOrdered(frame) && frame.log_position > at.cursor.log_position) {
          at.cursor = { ...at.cursor, log_position: frame.log_position };
        }
      }
      handlers.onmessage(text);
      flush();
    },
    headers: () => ({ authorization: `Bearer ${at.hello?.session_token}`, 'content-type': 'application/json' }),
    get over() {
      return over;
    },
  };

  const flush = async () => {
    if (busy || over || !at.session || waiting.length === 0) return;
    busy = true;
    const frames = waiting.slice(0, FRAMES_MAX);
    try {
      const answer = await bring(frames, at);
      if (answer.status === 409 || answer.status === 429) {
        // Not taken: again in a moment, in the same order.
        await new Promise((resolve) => world.clock.after(() => resolve(undefined), 1000));
      } else if (answer.ok) {
        waiting = waiting.slice(frames.length);
        const said = (await answer.json()).map((/** @type {import('./types.js').Frame} */ frame) => JSON.stringify(frame)).join('\n');
        if (said) at.take(said);
      } else at.refused(answer.status);
    } catch {
      at.end(CLOSE.lost);
    }
    busy = false;
    flush();
  };

  queueMicrotask(() => over || handlers.onopen());
  return {
    send(text) {
      if (over) return;
      if (at.hello) {
        waiting.push(text);
        flush();
        return;
      }
      const hello = JSON.parse(text);
      at.hello = hello;
      open(hello, at);
    },
    close() {
      over = true;
      leaving.abort();
    },
    buffered: () => waiting.reduce((sum, text) => sum + text.length, 0),
  };
}

/** A page that is going takes its last words along. */
const parting = () => globalThis.document?.visibilityState === 'hidden';

/** A stream of events for what comes, requests for what goes. @param {World} world @returns {import('./types.js').Transport} */
export const createStreamTransport = (world) => (handlers) => {
  /** @param {Hello} hello @param {At} at */
  const open = async (hello, at) => {
    const query = new URLSearchParams();
    for (const name of /** @type {const} */ (['client_state', 'previous_session_id', 'heartbeat_ms'])) {
      const value = hello[name];
      if (value != null) query.set(name, String(value));
    }
    const { resume } = hello;
    try {
      const answer = await world.fetch(`/im/v1/stream?${query}`, {
        headers: { ...at.headers(), ...(resume && { 'last-event-id': `${resume.log_epoch}:${resume.log_position}` }) },
        signal: at.signal,
        cache: 'no-store',
      });
      if (!answer.ok || !answer.body) return at.refused(answer.status);
      const reader = answer.body.getReader();
      const letters = new TextDecoder();
      let read = '';
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return at.end(CLOSE.lost);
        const events = (read + letters.decode(value, { stream: true })).split('\n\n');
        read = /** @type {string} */ (events.pop());
        const said = events.flatMap((event) => event.split('\n').filter((line) => line.startsWith('data: ')).map((line) => line.slice(6)));
        if (said.length) at.take(said.join('\n'));
      }
    } catch {
      at.end(CLOSE.lost);
    }
  };
  /** @param {string[]} frames @param {At} at */
  const bring = (frames, at) =>
    world.fetch(`/im/v1/frames?session_id=${encodeURIComponent(String(at.session))}`, {
      method: 'POST',
      headers: at.headers(),
      body: `[${frames.join(',')}]`,
      signal: parting() ? null : at.signal,
      keepalive: parting(),
    });
  return createRequests(handlers, world, open, bring);
};

/** One request after the other, for both ways. @param {World} world @returns {import('./types.js').Transport} */
export const createPollTransport = (world) => (handlers) => {
  /** @param {At} at @param {object|string} body */
  const ask = (at, body) =>
    world.fetch('/im/v1/poll', {
      method: 'POST',
      headers: at.headers(),
      body: typeof body === 'string' ? body : JSON.stringify(body),
      signal: parting() ? null : at.signal,
      keepalive: parting(),
    });
  /** @param {Hello} hello @param {At} at */
  const open = async (hello, at) => {
    const { resume, client_state, previous_session_id, heartbeat_ms } = hello;
    /** @type {object} */ let next = { session_id: null, resume, frames: [], client_state, previous_session_id, heartbeat_ms };
    try {
      while (!at.over) {
        const answer = await ask(at, next);
        if (!answer.ok) return at.refused(answer.status);
        const said = (await answer.json()).map((/** @type {import('./types.js').Frame} */ frame) => JSON.stringify(frame)).join('\n');
        if (said) at.take(said);
        if (!at.session) return at.end(CLOSE.lost);
        next = { session_id: at.session, resume: at.cursor, frames: [], wait_ms: WAIT_MS };
      }
    } catch {
      at.end(CLOSE.lost);
    }
  };
  /** @param {string[]} frames @param {At} at */
  const bring = (frames, at) => {
    const name = JSON.stringify({ session_id: at.session, resume: at.cursor });
    return ask(at, `${name.slice(0, -1)},"frames":[${frames.join(',')}]}`);
  };
  return createRequests(handlers, world, open, bring);
};

/**
 * Goes from way to way until one brings something, stays with it, and comes back to the WebSocket once that gets through.
 * @param {import('./types.js').Transport} socket
 * @param {World} [world]
 * @returns {import('./types.js').Transport}
 */
export function createWays(socket, world = browserWorld()) {
  const ways = [
    { name: 'stream', open: createStreamTransport(world) },
    { name: 'poll', open: createPollTransport(world) },
    { name: null, open: socket },
  ];
  let chosen = 0;

  return (handlers) => {
    const way = ways[chosen];
    let brought = false;
    let over = false;
    /** @type {unknown} */ let timer = null;
    /** @param {number} code @param {string} reason */
    const ended = (code, reason) => {
      if (over) return;
      over = true;
      world.clock.cancel(timer);
      // Refused by name is no fault of the way.
      if (!brought && code === CLOSE.lost) chosen = (chosen + 1) % ways.length;
      handlers.onclose(code, reason);
    };
    const probe = () => {
      const seen = socket({
        onopen() {
          seen.close(CLOSE.leaving);
          if (over) return;
          chosen = ways.length - 1;
          opened.close();
          ended(CLOSE.goingAway, '');
        },
        onmessage() {},
        onclose() {},
      });
      timer = world.clock.after(probe, PROBE_MS);
    };
    const opened = way.open({
      onopen: () => over || handlers.onopen(),
      onmessage(text) {
        if (over) return;
        if (!brought) {
          brought = true;
          world.clock.cancel(timer);
          world.remember?.(way.name);
          if (way.name) timer = world.clock.after(probe, PROBE_MS);
        }
        handlers.onmessage(text);
      },
      onclose: ended,
    });
    timer = world.clock.after(() => {
      opened.close();
      ended(CLOSE.lost, '');
    }, PATIENCE_MS);
    return {
      send: (text) => opened.send(text),
      close(code) {
        over = true;
        world.clock.cancel(timer);
        opened.close(code);
      },
      buffered: () => opened.buffered(),
    };
  };
}

/** @returns {World} */
const browserWorld = () => ({
  fetch: (address, how) => fetch(address, how),
  clock: createSystemClock(),
  remember(way) {
    try {
      if (way) sessionStorage.setItem(WAY, way);
      else sessionStorage.removeItem(WAY);
    } catch {
      // Blocked: the next page finds out anew.
    }
  },
});
