/** Full jitter: a random time below a bound that doubles, so that a restarted desk is not met by all its clients at once. */
export declare const BASE_MS = 500;
export declare const CAP_MS = 30000;
/**
 * How long to wait before the next try, in ms.
 * @param {number} attempt failed tries so far, 0 for the first retry
 * @param {() => number} random
 */
export declare const backoff: (attempt: number, random: () => number) => number;
