/** Waits for a condition that the page announces by no event: asks again soon, for a bounded time, and says what was missing. */
import { isDeepStrictEqual } from 'node:util';

const PATIENCE_MS = 15_000;
const AGAIN_MS = 25;

/**
 * @template T
 * @param {string} what for the message when it never comes
 * @param {() => T|Promise<T>} look a truthy value ends the wait; a thrown error counts as "not yet"
 * @param {number} [patienceMs]
 * @returns {Promise<NonNullable<T>>}
 */
export async function eventually(what, look, patienceMs = PATIENCE_MS) {
  const until = Date.now() + patienceMs;
  /** @type {unknown} */ let last;
  for (;;) {
    try {
      last = await look();
      if (last) return /** @type {NonNullable<T>} */ (last);
    } catch (error) {
      last = error;
    }
    if (Date.now() > until) throw new Error(`${what}: not within ${patienceMs} ms (last: ${last instanceof Error ? last.message : JSON.stringify(last)})`);
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

/**
 * The same for a value that a page shows a moment after what was done to it. Not for what may never be seen, not even for a moment
 * (a message twice, markup that runs): that is asserted at once, after an event that tells it would be there.
 * @template T
 * @param {() => Promise<T>} look @param {T} want @param {string} [what]
 */
export async function settles(look, want, what = 'what is shown') {
  await eventually(what, async () => {
    const found = await look();
    if (!isDeepStrictEqual(found, want)) throw new Error(`${JSON.stringify(found)} instead of ${JSON.stringify(want)}`);
    return true;
  });
}
