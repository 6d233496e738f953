/**
 * Outbox store in IndexedDB. A `put` resolves when the browser says the write is on disk (`durability: 'strict'`; Chrome's
 * default is relaxed). Rejects where storage is blocked, and after a second where it hangs, as some private windows do.
 */
/**
 * A store that outlives the page and the browser.
 * @param {string} name of the database, one per kind of user
 * @param {IDBFactory|undefined} [factory]
 * @returns {import('./types.js').OutboxStore}
 */
export declare function createIndexedStore(name: string, factory?: IDBFactory | undefined): import('./types.js').OutboxStore;
