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
 * @typedef {object} Host
 * @property {import('./types.js').Clock} clock
 * @property {() => number} random
 * @property {import('./types.js').Transport} transport
 * @property {import('./types.js').Options['session']} session
 * @property {string} version
 * @property {() => number|null} pace   the silence that `hello` asks for
 * @property {(status:import('./types.js').Status) => void} onStatus
 * @property {(session:import('./types.js').Session) => void} onSession
 * @property {(frame:import('./types.js').WelcomeFrame) => void} onWelcome
 * @property {(frame:import('./types.js').Frame) => void} onFrame
 * @property {() => void} onDown     the link is no longer live
 * @property {() => void} onTooLarge the server refused a frame for its size and hung up
 * @property {(code:string) => void} onEnded
 */

/** Where the link stands. */
const begun = () => ({
  /** @type {import('./types.js').Status} */
  status: { phase: 'idle', since: 0, attempt: 0, code: null, paused: false },
  /** @type {{log_epoch:string, log_position:number, identity:string}|null} */
  cursor: null,
  /** @type {import('./types.js').Socket|null} */
  socket: null,
  generation: 0,
  visible: true,
  told: true,
  renew: false,
  /** @type {string|null} */
  previous: null,
  /** @type {string|null} */
  current: null,
  /** @type {import('./types.js').Member|null} */
  identity: null,
  /** @type {import('./types.js').Limits} */
  limits: { ...LIMITS },
  liveAt: 0,
  /** @type {unknown} */
  timer: null,
  /** @type {unknown} */
  draining: null,
  /** The silence that the present link asked for. @type {number|null} */
  asked: null,
  /** @type {import('./types.js').Quiet} */
  onQuiet: () => {},
});
/** @typedef {ReturnType<typeof begun>} State */

/**
 * Ends of a link: for a moment, or for good.
 * @param {State} at
 * @param {Host} host
 * @param {import('./types.js').Clock} clock
 * @param {ReturnType<typeof import('./heartbeat.js').createHeartbeat>} heartbeat
 * @param {() => number} random
 * @param {() => Promise<void>} connect
 */
function createLeaving(at, host, clock, heartbeat, random, connect) {
  /** @param {Partial<import('./types.js').Status>} change */
  const setStatus = (change) => {
    at.status = { ...at.status, ...change };
    host.onStatus(at.status);
  };
  /** Leaves the present socket without hearing from it again. */
  const drop = (code = CLOSE.leaving) => {
    at.generation += 1;
    clock.cancel(at.timer);
    clock.cancel(at.draining);
    at.timer = at.draining = null;
    heartbeat.stop();
    const leaving = at.socket;
    at.socket = null;
    if (at.current) at.previous = at.current;
    at.current = null;
    if (at.status.phase === 'live') {
      if (clock.now() - at.liveAt >= STABLE_MS) at.status = { ...at.status, attempt: 0 };
      at.status = { ...at.status, phase: 'waiting', since: clock.now(), paused: false };
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
    const soon = how === 'soon' && at.status.attempt === 0;
    const delay = soon ? 0 : backoff(at.status.attempt, random);
    setStatus({ phase: 'waiting', attempt: at.status.attempt + 1 });
    at.timer = clock.after(connect, delay);
  };
  /** @param {string} code */
  const end = (code) => {
    drop();
    setStatus({ phase: 'ended', code });
    host.onEnded(code);
  };

  return { again, drop, setStatus, end };
}

/**
 * Opens a link with a token, and hears how its socket ends.
 * @param {(code?: number) => void} drop
 * @param {State} at
 * @param {(change: Partial<import('./types.js').Status>) => void} setStatus
 * @param {import('./types.js').Clock} clock
 * @param {(how: 'lost' | 'soon') => void} again
 * @param {Host} host
 * @param {(code: string) => void} end
 * @param {(frame: import('./types.js').ClientFrame) => void} write
 * @param {(frame: import('./types.js').Frame) => void} take
 * @param {ReturnType<typeof import('./heartbeat.js').createHeartbeat>} heartbeat
 */
function createOpening(drop, at, setStatus, clock, again, host, end, write, take, heartbeat) {
  const connect = async () => {
    drop();
    const mine = at.generation;
    setStatus({ phase: 'connecting', since: at.status.since || clock.now(), code: null });
    at.timer = clock.after(() => again('lost'), OPEN_MS);
    let session;
    try {
      session = await host.session({ renew: at.renew });
    } catch (error) {
      if (mine !== at.generation) return;
      const { final, code } = /** @type {import('./types.js').Failure|undefined} */ (error) ?? {};
      return final ? end(code ?? 'unauthorized') : again('lost');
    }
    if (mine !== at.generation) return;
    at.renew = false;
    const owner = session.identity ? `${session.identity.kind}:${session.identity.id}` : null;
    if (owner && at.cursor && at.cursor.identity !== owner) at.cursor = null;
    host.onSession(session);
    const resume = at.cursor && { log_epoch: at.cursor.log_epoch, log_position: at.cursor.log_position };
    const opened = host.transport({
      onopen() {
        if (mine !== at.generation) return;
        at.told = at.visible;
        at.asked = host.pace();
        write({
          type: 'hello',
          protocol: PROTOCOL,
          session_token: session.token,
          client: { kind: 'web', version: host.version },
          resume,
          client_state: at.visible ? 'visible' : 'hidden',
          previous_session_id: at.previous,
          heartbeat_ms: at.asked,
        });
      },
      onmessage(text) {
        for (const frame of readFrames(text)) {
          if (mine !== at.generation) return;
          take(frame);
        }
      },
      onclose(code) {
        if (mine !== at.generation) return;
        at.socket = null;
        closed(code);
      },
    });
    if (mine === at.generation) at.socket = opened;
  };
  /** @param {number} code */
  const closed = (code) => {
    if (code === CLOSE.moved) return void connect();
    if (code === CLOSE.lost) heartbeat.broke();
    if (code === CLOSE.unauthenticated || code === CLOSE.sessionEnded) {
      at.renew = true;
      return again('soon');
    }
    if (code === CLOSE.frameTooLarge) host.onTooLarge();
    again(code === CLOSE.behind ? 'soon' : 'lost');
  };

  return connect;
}

/**
 * Frames that are about the link itself; the others are given out.
 * @param {ReturnType<typeof import('./heartbeat.js').createHeartbeat>} heartbeat
 * @param {State} at
 * @param {(how: 'lost' | 'soon') => void} again
 * @param {import('./types.js').Clock} clock
 * @param {(code: string) => void} end
 * @param {Host} host
 * @param {(frame: import('./types.js').ClientFrame) => boolean} send
 */
function createHearing(heartbeat, at, again, clock, end, host, send) {
  /** @param {import('./types.js').Frame} frame */
  const take = (frame) => {
    if (frame.type === 'pong') return heartbeat.pong(frame.log_position);
    heartbeat.heard();
    if (at.cursor && isOrdered(frame) && frame.log_position > at.cursor.log_position) {
      at.cursor.log_position = frame.log_position;
    }
    if (frame.type === 'welcome') return welcome(frame);
    if (frame.type === 'behind') return again('soon');
    if (frame.type === 'drain') {
      clock.cancel(at.draining);
      at.draining = clock.after(() => again('soon'), frame.reconnect_after_ms ?? 0);
      return;
    }
    if (frame.type === 'session_ended') {
      at.current = at.previous = null;
      if (!frame.reconnect) return end(frame.code);
      at.renew = true;
      return again('soon');
    }
    host.onFrame(frame);
  };
  /** @param {import('./types.js').WelcomeFrame} frame */
  const welcome = (frame) => {
    const owner = `${frame.identity.kind}:${frame.identity.id}`;
    if (frame.resume === 'replaying') {
      // A replay onto somebody else's cursor would leave holes that no sequence shows.
      if (!at.cursor || at.cursor.identity !== owner || at.cursor.log_epoch !== frame.log_epoch) {
        at.cursor = null;
        return again('soon');
      }
    } else {
      at.cursor = { log_epoch: frame.log_epoch, log_position: frame.log_position, identity: owner };
    }
    clock.cancel(at.timer);
    at.timer = null;
    at.identity = frame.identity;
    at.current = frame.session_id;
    at.limits = { ...LIMITS, ...frame.limits };
    at.liveAt = clock.now();
    heartbeat.start(frame.heartbeat, at.current ? at.asked : null);
    at.status = { ...at.status, phase: 'live', since: 0, code: null, paused: false };
    tellState();
    host.onWelcome(frame);
    host.onStatus(at.status);
  };
  /** `hello` carries the state; it is said again only if it changed since. */
  const tellState = () => {
    if (at.told !== at.visible && send({ type: 'client_state', state: at.visible ? 'visible' : 'hidden' })) at.told = at.visible;
  };

  return { take, tellState };
}

/**
 * What a page tells its link of itself.
 * @param {State} at
 * @param {() => Promise<void>} connect
 * @param {ReturnType<typeof import('./heartbeat.js').createHeartbeat>} heartbeat
 * @param {() => void} tellState
 */
function wakingOf(at, connect, heartbeat, tellState) {
  return {
    /** Something says that the network may be back. */
    wake() {
      if (at.status.phase === 'waiting') connect();
      else if (at.status.phase === 'live') heartbeat.now();
    },
    /** @param {boolean} value */
    setVisible(value) {
      at.visible = value;
      tellState();
      heartbeat.setVisible(value);
      if (value && at.status.phase === 'waiting') connect();
      if (value && at.status.phase === 'ended' && at.status.code === 'replaced') connect();
    },
    restart({ renew: fresh = true } = {}) {
      at.renew = fresh;
      at.status = { ...at.status, attempt: 0 };
      connect();
    },
  };
}

/** Keeps one link open, and opens the next one when it ends. @param {Host} host */
export function createLink(host) {
  const { clock, random } = host;
  const at = begun();

  const heartbeat = createHeartbeat({
    clock,
    random,
    ping: () => send({ type: 'ping' }),
    cursor: () => at.cursor?.log_position ?? 0,
    lost: () => again('lost'),
    // A page that follows another one has no line of its own.
    quiet: (ms, survived) => at.current && at.onQuiet(ms, survived, at.asked),
  });
  const { again, drop, setStatus, end } = createLeaving(at, host, clock, heartbeat, random, () => connect());

  const connect = createOpening(drop, at, setStatus, clock, again, host, end, (frame) => write(frame), (frame) => take(frame), heartbeat);

  const { take, tellState } = createHearing(heartbeat, at, again, clock, end, host, (frame) => send(frame));

  /** @param {import('./types.js').ClientFrame} frame */
  const write = (frame) => {
    try {
      at.socket?.send(JSON.stringify(frame));
      heartbeat.spoke();
    } catch {
      // Closing; `onclose` follows.
    }
  };
  /** @param {import('./types.js').ClientFrame} frame @returns {boolean} false: there is no live link */
  const send = (frame) => {
    if (at.status.phase !== 'live') return false;
    write(frame);
    return true;
  };

  return {
    start() {
      if (at.status.phase === 'idle' || at.status.phase === 'ended') connect();
    },
    stop() {
      drop();
      setStatus({ phase: 'idle', since: 0, attempt: 0, code: null });
    },
    ...wakingOf(at, connect, heartbeat, tellState),
    send,
    /** Who is told of silences: their length, whether the link outlived them, and what was asked for. @param {import('./types.js').Quiet} fn */
    observe: (fn) => void (at.onQuiet = fn),
    roomy: () => (at.socket?.buffered() ?? 0) < BUFFER_BYTES,
    /** @param {boolean} paused */
    setPaused: (paused) => paused !== at.status.paused && setStatus({ paused }),
    get status() {
      return at.status;
    },
    get identity() {
      return at.identity;
    },
    get limits() {
      return at.limits;
    },
    get cursor() {
      return at.cursor && { log_epoch: at.cursor.log_epoch, log_position: at.cursor.log_position };
    },
    get visible() {
      return at.visible;
    },
  };
}
