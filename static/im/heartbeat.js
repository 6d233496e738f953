/**
 * Tells a dead link from a quiet one. A visible page pings after a silence and on waking; no sign of life in time, or a
 * head above the cursor that nobody delivers, means the link is lost. Hidden pages leave it to the server's own PING, but where a
 * long silence was asked for: they make sure that the network let the link live through it. What silence did is told on.
 */
import { HEARTBEAT } from './frames.js';

/** A head above the cursor may still be on its way for this long. */
const TAIL_MS = 2000;
/** Silence as short as this says nothing: the server's own PINGs lie in it. */
const QUIET_MS = 50000;

/** Last word either way, and the longest silence since the last sign of life. */
const begun = () => ({
  /** Last word either way, and the longest silence since the last sign of life. */
  wordAt: 0,
  silent: 0,
});
/** @typedef {ReturnType<typeof begun>} Line */

/**
 * How long nobody said anything.
 * @param {Line} line
 * @param {import('./types.js').Clock} clock
 * @param {(ms:number, survived:boolean) => void} quiet
 */
function createSilence(line, clock, quiet) {
  const word = () => {
    line.silent = Math.max(line.silent, clock.now() - line.wordAt);
    line.wordAt = clock.now();
  };
  /** @param {boolean} survived */
  const tell = (survived) => {
    word();
    if (line.silent >= QUIET_MS) quiet(line.silent, survived);
    line.silent = 0;
  };

  return { tell, word };
}

/**
 * Watches one link: pings when it has to, and reports when the link is lost.
 * @param {object} host
 * @param {import('./types.js').Clock} host.clock
 * @param {() => number} host.random
 * @param {() => void} host.ping      sends the frame
 * @param {() => number} host.cursor
 * @param {(why:string) => void} host.lost
 * @param {(ms:number, survived:boolean) => void} host.quiet  the line was silent for so long
 */
export function createHeartbeat({ clock, random, ping, cursor, lost, quiet }) {
  let every = Number(HEARTBEAT.ping_every_ms);
  let within = Number(HEARTBEAT.pong_within_ms);
  let running = false;
  let visible = true;
  let heardAt = 0;
  let head = 0;
  /** The silence that this link asked for. @type {number|null} */ let asked = null;
  const line = begun();
  /** @type {unknown} */ let beat = null;
  /** @type {unknown} */ let wait = null;
  /** @type {unknown} */ let tail = null;

  const clear = () => {
    clock.cancel(beat);
    clock.cancel(wait);
    clock.cancel(tail);
    beat = wait = tail = null;
  };
  const { tell, word } = createSilence(line, clock, quiet);
  /** Somebody who looks is not to wait for as long as the network would. */
  const pause = () => (asked && visible ? HEARTBEAT.ping_every_ms : every);
  /** @param {number} ms */
  const schedule = (ms) => {
    clock.cancel(beat);
    beat = running && (visible || asked) ? clock.after(tick, ms) : null;
  };
  const tick = () => {
    const silence = clock.now() - heardAt;
    if (silence >= pause()) now();
    else schedule(pause() - silence);
  };
  const expire = () => {
    // Something else came meanwhile: a long replay on a slow line may hold up the pong, and is life.
    const silence = clock.now() - heardAt;
    if (silence < within) wait = clock.after(expire, within - silence);
    else {
      tell(false);
      lost('no pong');
    }
  };
  const now = () => {
    if (!running) return;
    schedule(pause());
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
    /** @param {{ping_every_ms:number, pong_within_ms:number}} [times] @param {number|null} [silence] asked for */
    start(times, silence = null) {
      clear();
      every = times?.ping_every_ms ?? HEARTBEAT.ping_every_ms;
      within = times?.pong_within_ms ?? HEARTBEAT.pong_within_ms;
      running = true;
      heardAt = line.wordAt = clock.now();
      head = line.silent = 0;
      asked = silence;
      schedule(Math.ceil(pause() * (0.5 + random() / 2)));
    },
    stop() {
      running = false;
      clear();
    },
    /** Any frame but a pong. */
    heard() {
      heardAt = clock.now();
      tell(true);
    },
    /** Something was sent. */
    spoke: word,
    /** The socket broke. */
    broke: () => running && tell(false),
    /** @param {number} position */
    pong(position) {
      clock.cancel(wait);
      wait = null;
      tell(true);
      head = Math.max(head, position || 0);
      if (cursor() < head && !tail) tail = clock.after(checkTail, TAIL_MS);
    },
    /** @param {boolean} value */
    setVisible(value) {
      visible = value;
      if (visible) now();
      else schedule(pause());
    },
    now,
  };
}
