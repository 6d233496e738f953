/** Full jitter: a random time below a bound that doubles, so that a restarted desk is not met by all its clients at once. */

export const BASE_MS = 500;
export const CAP_MS = 30000;

/**
 * How long to wait before the next try, in ms.
 * @param {number} attempt failed tries so far, 0 for the first retry
 * @param {() => number} random
 */
export const backoff = (attempt, random) => Math.floor(random() * Math.min(CAP_MS, BASE_MS * 2 ** Math.min(attempt, 16)));
