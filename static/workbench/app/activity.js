/**
 * Tells the desk that a page was touched, at once and then at most once a minute. The desk judges: it sets away whom it heard nothing
 * of on any machine, and back at the next touch. Opening a page is no touch. Pure but for what it is given.
 */

/** Touches come by the hundred; the other pages hear of one in so many milliseconds. */
const SHARE_EVERY_MS = 3000;
export const SAY_EVERY_MS = 60_000;
export const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'];

/**
 * @param {object} host
 * @param {() => void} host.say                      to the desk
 * @param {(at:number) => void} host.share           to the agent's other pages in this browser
 * @param {() => number} host.now
 * @param {(fn:() => void, ms:number) => unknown} host.after
 */
export function createActivity({ say, share, now, after }) {
  let saidAt = -SAY_EVERY_MS;
  let sharedAt = -SHARE_EVERY_MS;
  let waits = false;
  const tell = () => {
    waits = false;
    saidAt = now();
    say();
  };
  return {
    touched() {
      const at = now();
      if (at - sharedAt >= SHARE_EVERY_MS) {
        sharedAt = at;
        share(at);
      }
      if (waits) return;
      if (at - saidAt >= SAY_EVERY_MS) return tell();
      // The last touch of a minute counts like the first.
      waits = true;
      after(tell, saidAt + SAY_EVERY_MS - at);
    },
  };
}
