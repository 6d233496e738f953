/** Outbox store that lives as long as the page. For tests, and where nothing may be stored. */
/** A store in memory. @returns {import('./types.js').OutboxStore} */
export declare function createMemoryStore(): import('./types.js').OutboxStore;
