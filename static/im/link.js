/**
 * One link to the desk at a time: token, socket, `hello`, `welcome`, cursor, and coming back after every kind of end.
 * Gives out frames in the order they came. Does not look into them beyond what moves the cursor or ends the link.
 */
import { backoff } from './backoff.js';
import * as CLOSE from './close.js';
import { LIMITS, PROTOCOL, isOrdered, readFrames } from './frames.js';
import { createHeartbeat } from './heartbeat.js';

/** Token, opening and `welcome` together may take this long. */
const OPEN_MS = 15000;
/** A link that lived this long forgets the failures before it. */
const STABLE_MS = 10000;
/** Above this much unsent data the page stops adding to it. */
const BUFFER_BYTES = 256 * 1024;

/**
 * @param {object} host
 * @param {import('./types.js').Clock} host.clock
 * @param {() => number} host.random
 * @param {import('./types.js').Transport} host.transport
 * @param {import('./types.js').Options['session']} host.session
 * @param {string} host.version
 * @param {() => number|null} host.pace   the silence that `hello` asks for
 * @param {(status:import('./types.js').Status) => void} host.onStatus
 * @param {(session:import('./types.js').Session) => void} host.onSession
 * @param {(frame:import('./types.js').WelcomeFrame) => void} host.onWelcome
 * @param {(frame:import('./types.js').Frame) => void} host.onFrame
 * @param {() => void} host.onDown     the link is no longer live
 * @param {() => void} host.onTooLarge the server refused a frame for its size and hung up
 * @param {(code:string) => void} host.onEnded
 */
export function createLink(host) {
  const { clock, random } = host;
  /** @type {import('./types.js').Status} */
  let status = { phase: 'idle', since: 0, attempt: 0, code: null, paused: false };
  /** @type {{log_epoch:string, log_position:number, identity:string}|null} */
  let cursor = null;
  /** @type {import('./types.js').Socket|null} */
  let socket = null;
  let generation = 0;
  let visible = true;
  let told = true;
  let renew = false;
  /** @type {string|null} */ let previous = null;
  /** @type {string|null} */ let current = null;
  /** @type {import('./types.js').Member|null} */ let identity = null;
  /** @type {import('./types.js').Limits} */ let limits = { ...LIMITS };
  let liveAt = 0;
  /** @type {unknown} */ let timer = null;
  /** @type {unknown} */ let draining = null;

  /** The silence that the present link asked for. @type {number|null} */ let asked = null;
  /** @type {(ms:number, survived:boolean, asked:number|null) => void} */ let onQuiet = () => {};

  const heartbeat = createHeartbeat({
    clock,
    random,
    ping: () => send({ type: 'ping' }),
    cursor: () => cursor?.log_position ?? 0,
    lost: () => again('lost'),
    // A page that follows another one has no line of its own.
    quiet: (ms, survived) => current && onQuiet(ms, survived, asked),
  });

  /** @param {Partial<import('./types.js').Status>} change */
  const setStatus = (change) => {
    status = { ...status, ...change };
    host.onStatus(status);
  };

  /** Leaves the present socket without hearing from it again. */
  const drop = (code = CLOSE.leaving) => {
    generation += 1;
    clock.cancel(timer);
    clock.cancel(draining);
    timer = draining = null;
    heartbeat.stop();
    const leaving = socket;
    socket = null;
    if (current) previous = current;
    current = null;
    if (status.phase === 'live') {
      if (clock.now() - liveAt >= STABLE_MS) status = { ...status, attempt: 0 };
      status = { ...status, phase: 'waiting', since: clock.now(), paused: false };
      host.onDown();
    }
    try {
      leaving?.close(code);
    } catch {
      // Already closing.
    }
  };

  /** Drops the link and comes back: at once after a good one if `how` is 'soon', else with jitter. @param {'soon'|'lost'} how */
  const again = (how) => {
    drop();
    const soon = how === 'soon' && status.attempt === 0;
    const delay = soon ? 0 : backoff(status.attempt, random);
    setStatus({ phase: 'waiting', attempt: status.attempt + 1 });
    timer = clock.after(connect, delay);
  };

  /** @param {string} code */
  const end = (code) => {
    drop();
    setStatus({ phase: 'ended', code });
    host.onEnded(code);
  };

  const connect = async () => {
    drop();
    const mine = generation;
    setStatus({ phase: 'connecting', since: status.since || clock.now(), code: null });
    timer = clock.after(() => again('lost'), OPEN_MS);
    let session;
    try {
      session = await host.session({ renew });
    } catch (error) {
      if (mine !== generation) return;
      const { final, code } = /** @type {import('./types.js').Failure|undefined} */ (error) ?? {};
      return final ? end(code ?? 'unauthorized') : again('lost');
    }
    if (mine !== generation) return;
    renew = false;
    const owner = session.identity ? `${session.identity.kind}:${session.identity.id}` : null;
    if (owner && cursor && cursor.identity !== owner) cursor = null;
    host.onSession(session);
    const resume = cursor && { log_epoch: cursor.log_epoch, log_position: cursor.log_position };
    const opened = host.transport({
      onopen() {
        if (mine !== generation) return;
        told = visible;
        asked = host.pace();
        write({
          type: 'hello',
          protocol: PROTOCOL,
          session_token: session.token,
          client: { kind: 'web', version: host.version },
          resume,
          client_state: visible ? 'visible' : 'hidden',
          previous_session_id: previous,
          heartbeat_ms: asked,
        });
      },
      onmessage(text) {
        for (const frame of readFrames(text)) {
          if (mine !== generation) return;
          take(frame);
        }
      },
      onclose(code) {
        if (mine !== generation) return;
        socket = null;
        closed(code);
      },
    });
    if (mine === generation) socket = opened;
  };

  /** @param {number} code */
  const closed = (code) => {
    if (code === CLOSE.moved) return void connect();
    if (code === CLOSE.lost) heartbeat.broke();
    if (code === CLOSE.unauthenticated || code === CLOSE.sessionEnded) {
      renew = true;
      return again('soon');
    }
    if (code === CLOSE.frameTooLarge) host.onTooLarge();
    again(code === CLOSE.behind ? 'soon' : 'lost');
  };

  /** @param {import('./types.js').Frame} frame */
  const take = (frame) => {
    if (frame.type === 'pong') return heartbeat.pong(frame.log_position);
    heartbeat.heard();
    if (cursor && isOrdered(frame) && frame.log_position > cursor.log_position) {
      cursor.log_position = frame.log_position;
    }
    if (frame.type === 'welcome') return welcome(frame);
    if (frame.type === 'behind') return again('soon');
    if (frame.type === 'drain') {
      clock.cancel(draining);
      draining = clock.after(() => again('soon'), frame.reconnect_after_ms ?? 0);
      return;
    }
    if (frame.type === 'session_ended') {
      current = previous = null;
      if (!frame.reconnect) return end(frame.code);
      renew = true;
      return again('soon');
    }
    host.onFrame(frame);
  };

  /** @param {import('./types.js').WelcomeFrame} frame */
  const welcome = (frame) => {
    const owner = `${frame.identity.kind}:${frame.identity.id}`;
    if (frame.resume === 'replaying') {
      // A replay onto somebody else's cursor would leave holes that no sequence shows.
      if (!cursor || cursor.identity !== owner || cursor.log_epoch !== frame.log_epoch) {
        cursor = null;
        return again('soon');
      }
    } else {
      cursor = { log_epoch: frame.log_epoch, log_position: frame.log_position, identity: owner };
    }
    clock.cancel(timer);
    timer = null;
    identity = frame.identity;
    current = frame.session_id;
    limits = { ...LIMITS, ...frame.limits };
    liveAt = clock.now();
    heartbeat.start(frame.heartbeat, current ? asked : null);
    status = { ...status, phase: 'live', since: 0, code: null, paused: false };
    tellState();
    host.onWelcome(frame);
    host.onStatus(status);
  };

  /** `hello` carries the state; it is said again only if it changed since. */
  const tellState = () => {
    if (told !== visible && send({ type: 'client_state', state: visible ? 'visible' : 'hidden' })) told = visible;
  };

  /** @param {import('./types.js').ClientFrame} frame */
  const write = (frame) => {
    try {
      socket?.send(JSON.stringify(frame));
      heartbeat.spoke();
    } catch {
      // Closing; `onclose` follows.
    }
  };
  /** @param {import('./types.js').ClientFrame} frame @returns {boolean} false: there is no live link */
  const send = (frame) => {
    if (status.phase !== 'live') return false;
    write(frame);
    return true;
  };

  return {
    start() {
      if (status.phase === 'idle' || status.phase === 'ended') connect();
    },
    stop() {
      drop();
      setStatus({ phase: 'idle', since: 0, attempt: 0, code: null });
    },
    restart({ renew: fresh = true } = {}) {
      renew = fresh;
      status = { ...status, attempt: 0 };
      connect();
    },
    send,
    /** Who is told of silences: their length, whether the link outlived them, and what was asked for. @param {typeof onQuiet} fn */
    observe: (fn) => void (onQuiet = fn),
    roomy: () => (socket?.buffered() ?? 0) < BUFFER_BYTES,
    /** @param {boolean} paused */
    setPaused: (paused) => paused !== status.paused && setStatus({ paused }),
    /** Something says that the network may be back. */
    wake() {
      if (status.phase === 'waiting') connect();
      else if (status.phase === 'live') heartbeat.now();
    },
    /** @param {boolean} value */
    setVisible(value) {
      visible = value;
      tellState();
      heartbeat.setVisible(value);
      if (value && status.phase === 'waiting') connect();
      if (value && status.phase === 'ended' && status.code === 'replaced') connect();
    },
    get status() {
      return status;
    },
    get identity() {
      return identity;
    },
    get limits() {
      return limits;
    },
    get cursor() {
      return cursor && { log_epoch: cursor.log_epoch, log_position: cursor.log_position };
    },
    get visible() {
      return visible;
    },
  };
}
