/**
 * The link of a page that follows another one: frames go over the channel to the page that leads. Every word is acknowledged
 * there, so a page that is looked at notices within a second that nobody leads it any more.
 */
import * as CLOSE from './close.js';
import { isOrdered } from './frames.js';

/** So long an acknowledgement may take; a page that nobody sees has more time, and fewer timers. */
const ACK_MS = 1000;
const ACK_HIDDEN_MS = 10_000;
/** A page that is looked at asks after this much silence whether it is still led. */
const QUIET_MS = 10_000;

/**
 * The end of the channel in a page that follows.
 * @param {object} host
 * @param {string} host.id
 * @param {import('./types.js').HelloFrame} host.hello
 * @param {ReturnType<typeof import('./replay-buffer.js').createReplayBuffer>} host.buffer
 * @param {import('./types.js').Clock} host.clock
 * @param {() => boolean} host.visible
 * @param {(message:import('./types.js').PageMessage) => void} host.post
 * @param {(text:string) => void} host.give
 * @param {(session:string|null) => void} host.onWelcome   the real link's session
 * @param {() => void} host.onUnled    nobody acknowledges
 * @param {(code:number) => void} host.onEnd
 */
export function createFollower({ id, hello, buffer, clock, visible, post, give, onWelcome, onUnled, onEnd }) {
  /** Whose words count. @type {string|null} */ let leader = null;
  let welcomed = false;
  let pinged = false;
  /** @type {unknown} */ let ack = null;
  /** @type {unknown} */ let quiet = null;

  const expect = () => (ack ??= clock.after(onUnled, visible() ? ACK_MS : ACK_HIDDEN_MS));
  const led = () => {
    clock.cancel(ack);
    clock.cancel(quiet);
    ack = null;
    quiet = visible() ? clock.after(() => speak({ t: 'there' }), QUIET_MS) : null;
  };
  /** @param {import('./types.js').PageMessage} message */
  const speak = (message) => {
    post({ ...message, from: id });
    expect();
  };
  const ask = () => speak({ t: 'hello', resume: hello.resume, visible: hello.client_state === 'visible' });

  /** @param {import('./types.js').Frame} frame */
  const take = (frame) => {
    pinged = false;
    // What came over an earlier link comes again where the page that leads was behind it.
    const before = isOrdered(frame) && frame.type !== 'accepted' && frame.log_position <= (hello.resume?.log_position ?? 0);
    if (before && frame.type !== 'caught_up') return;
    if (isOrdered(frame) && frame.type !== 'accepted') buffer.add(frame);
    give(JSON.stringify(frame));
  };
  /** @param {import('./types.js').PageMessage} message */
  const hear = (message) => {
    if (message.t === 'lead') {
      leader = message.lead;
      led();
      return welcomed ? onEnd(CLOSE.moved) : ask();
    }
    if (message.to === id ? leader && message.lead !== leader : !welcomed || message.lead !== leader || message.to) return;
    led();
    if (message.t === 'end') return onEnd(CLOSE.moved);
    if (message.t !== 'frame') return;
    const { frame } = message;
    if (frame.type === 'welcome') {
      welcomed = true;
      leader = message.lead;
      buffer.begin(hello.resume, frame);
      onWelcome(message.session ?? null);
    }
    // The sender has its own answer to what the others get as an entry.
    if (message.but?.includes(id)) buffer.add(/** @type {import('./types.js').OrderedFrame} */ (frame));
    else take(frame);
  };

  ask();
  return {
    hear,
    /** @param {string} text */
    say(text) {
      const frame = JSON.parse(text);
      if (frame.type === 'ping') pinged = true;
      speak({ t: 'say', frame });
    },
    stop() {
      clock.cancel(ack);
      clock.cancel(quiet);
      post({ t: 'left', from: id });
    },
    get welcomed() {
      return welcomed;
    },
    /** The page that leads acknowledges and yet brings nothing. */
    get unserved() {
      return pinged || !welcomed;
    },
  };
}
