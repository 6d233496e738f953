/**
 * What a network allows: how long a line may be silent and live. Grows a step after each silence that the link outlived, falls a
 * step after one that it did not; what failed twice is not tried again for a week. Pure: a record goes in, a record comes out.
 */

/** Silences that are asked for, in ms. Below the first the desk's own PINGs keep the line. */
export const STEPS = [90_000, 150_000, 240_000, 360_000, 480_000, 600_000];
/** An agent who is gone is to be missed sooner than a visitor. */
export const MOST = { agent: 150_000, visitor: 600_000 };
const FORGOTTEN_MS = 7 * 24 * 3600 * 1000;
const NETWORKS = 20;

/**
 * @typedef {object} NetworkRecord   of one network
 * @property {number|null} ask      for the next link; null = nothing
 * @property {number} good          longest silence that was outlived
 * @property {number|null} failed   the one that was not, the last time
 * @property {number|null} bad      shortest that was not, twice
 * @property {number} until         so long that holds, ms since 1970
 * @property {number} at            last change, the same
 */

/** The longest step up to one that holds. @param {number} below @returns {number|null} */
const step = (below) => [...STEPS].reverse().find((one) => one <= below) ?? null;

/**
 * What a network is known to allow after one more silence.
 * @param {NetworkRecord|undefined} known
 * @param {{ms:number, survived:boolean, asked:number|null, most:number, now:number}} silence
 * @returns {NetworkRecord|undefined} the same where it says nothing new
 */
export function learn(known, { ms, survived, asked, most, now }) {
  let { ask, good, failed, bad, until } = known ?? { ask: null, good: 0, failed: null, bad: null, until: 0 };
  if (now >= until) bad = null;
  if (survived) {
    if (asked && ms < asked) return known;
    good = Math.max(good, asked ?? 0);
    if (failed && good >= failed) failed = null;
    const next = STEPS.find((one) => one > good && one <= most && (!bad || one < bad));
    ask = next ?? step(Math.min(good, most));
  } else {
    // A proxy hangs up after a time of its own, long before what was asked for.
    if (!asked) return known;
    if (failed === asked) {
      bad = Math.min(bad ?? Infinity, asked);
      until = now + FORGOTTEN_MS;
    }
    failed = asked;
    ask = step(asked - 1);
    good = Math.min(good, ask ?? 0);
  }
  return { ask, good, failed, bad, until, at: now };
}

/**
 * All networks, the oldest of too many forgotten.
 * @param {Record<string, NetworkRecord>} all @param {string} network @param {NetworkRecord} record @returns {Record<string, NetworkRecord>}
 */
export function remember(all, network, record) {
  const sorted = Object.entries({ ...all, [network]: record }).sort(([, a], [, b]) => b.at - a.at);
  return Object.fromEntries(sorted.slice(0, NETWORKS));
}
