/**
 * Tells a dead link from a quiet one. A visible page pings after a silence and on waking; no sign of life in time, or a
 * head above the cursor that nobody delivers, means the link is lost. Hidden pages leave it to the server's own PING.
 */
import { HEARTBEAT } from './frames.js';

/** A head above the cursor may still be on its way for this long. */
const TAIL_MS = 2000;

/**
 * @param {object} host
 * @param {import('./types.js').Clock} host.clock
 * @param {() => number} host.random
 * @param {() => void} host.ping      sends the frame
 * @param {() => number} host.cursor
 * @param {(why:string) => void} host.lost
 */
export function createHeartbeat({ clock, random, ping, cursor, lost }) {
  let every = Number(HEARTBEAT.ping_every_ms);
  let within = Number(HEARTBEAT.pong_within_ms);
  let running = false;
  let visible = true;
  let heardAt = 0;
  let head = 0;
  /** @type {any} */ let beat = null;
  /** @type {any} */ let wait = null;
  /** @type {any} */ let tail = null;

  const clear = () => {
    clock.cancel(beat);
    clock.cancel(wait);
    clock.cancel(tail);
    beat = wait = tail = null;
  };
  /** @param {number} ms */
  const schedule = (ms) => {
    clock.cancel(beat);
    beat = running && visible ? clock.after(tick, ms) : null;
  };
  const tick = () => {
    const silence = clock.now() - heardAt;
    if (silence >= every) now();
    else schedule(every - silence);
  };
  const expire = () => {
    // Something else came meanwhile: a long replay on a slow line may hold up the pong, and is life.
    const silence = clock.now() - heardAt;
    if (silence < within) wait = clock.after(expire, within - silence);
    else lost('no pong');
  };
  const now = () => {
    if (!running) return;
    schedule(every);
    if (wait) return;
    wait = clock.after(expire, within);
    ping();
  };
  const checkTail = () => {
    tail = null;
    if (cursor() >= head) return;
    const silence = clock.now() - heardAt;
    if (silence >= TAIL_MS) lost('tail is missing');
    else tail = clock.after(checkTail, TAIL_MS - silence);
  };

  return {
    /** @param {{ping_every_ms:number, pong_within_ms:number}} [times] */
    start(times) {
      clear();
      every = times?.ping_every_ms ?? HEARTBEAT.ping_every_ms;
      within = times?.pong_within_ms ?? HEARTBEAT.pong_within_ms;
      running = true;
      heardAt = clock.now();
      head = 0;
      schedule(Math.ceil(every * (0.5 + random() / 2)));
    },
    stop() {
      running = false;
      clear();
    },
    /** Any frame but a pong. */
    heard() {
      heardAt = clock.now();
    },
    /** @param {number} position */
    pong(position) {
      clock.cancel(wait);
      wait = null;
      head = Math.max(head, position || 0);
      if (cursor() < head && !tail) tail = clock.after(checkTail, TAIL_MS);
    },
    /** @param {boolean} value */
    setVisible(value) {
      visible = value;
      if (visible) now();
      else clock.cancel(beat);
    },
    now,
  };
}
