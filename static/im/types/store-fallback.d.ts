/**
 * Two outbox stores as one: the first, and from its first failure on the second, which then gets everything known so far.
 * Rejects only when both do. `list` joins both, since an earlier page may have had to use the second.
 */
/**
 * A store that goes on in the second one when the first one fails.
 * @param {import('./types.js').OutboxStore} first
 * @param {import('./types.js').OutboxStore} second
 * @param {(error:unknown)=>void} [onSwitch]
 * @returns {import('./types.js').OutboxStore}
 */
export declare function createFallbackStore(first: import('./types.js').OutboxStore, second: import('./types.js').OutboxStore, onSwitch?: (error: unknown) => void): import('./types.js').OutboxStore;
