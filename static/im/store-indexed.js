/**
 * Outbox store in IndexedDB. A `put` resolves when the browser says the write is on disk (`durability: 'strict'`; Chrome's
 * default is relaxed). Rejects where storage is blocked, and after a second where it hangs, as some private windows do.
 */

const STORE = 'items';
const PATIENCE_MS = 1000;

/**
 * A store that outlives the page and the browser.
 * @param {string} name of the database, one per kind of user
 * @param {IDBFactory|undefined} [factory]
 * @returns {import('./types.js').OutboxStore}
 */
export function createIndexedStore(name, factory) {
  /** @type {Promise<IDBDatabase>|null} */
  let opening = null;

  const open = () =>
    (opening ??= new Promise((resolve, reject) => {
      const timer = setTimeout(() => fail(new Error('IndexedDB does not answer')), PATIENCE_MS);
      const fail = (/** @type {any} */ error) => {
        clearTimeout(timer);
        opening = null;
        reject(error);
      };
      try {
        const request = (factory ?? indexedDB).open(name, 1);
        request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'client_message_id' });
        request.onerror = () => fail(request.error);
        request.onblocked = () => fail(new Error('IndexedDB is blocked'));
        request.onsuccess = () => {
          clearTimeout(timer);
          const db = request.result;
          // Site data was cleared, or another page wants a newer version: the next call opens again.
          db.onclose = db.onversionchange = () => {
            db.close();
            opening = null;
          };
          resolve(db);
        };
      } catch (error) {
        fail(error);
      }
    }));

  /**
   * @template T
   * @param {IDBTransactionMode} mode
   * @param {(store:IDBObjectStore)=>IDBRequest<T>} work
   * @returns {Promise<T>}
   */
  const run = async (mode, work, again = true) => {
    const db = await open();
    try {
      return await new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('IndexedDB does not answer')), PATIENCE_MS);
        const tx = db.transaction(STORE, mode, { durability: 'strict' });
        const request = work(tx.objectStore(STORE));
        tx.oncomplete = () => {
          clearTimeout(timer);
          resolve(request.result);
        };
        tx.onabort = tx.onerror = () => {
          clearTimeout(timer);
          reject(tx.error ?? request.error);
        };
      });
    } catch (error) {
      opening = null;
      if (again && /** @type {any} */ (error)?.name === 'InvalidStateError') return run(mode, work, false);
      throw error;
    }
  };

  return {
    put: (item) => run('readwrite', (store) => store.put(item)).then(() => {}),
    list: () => run('readonly', (store) => store.getAll()),
    remove: (id) => run('readwrite', (store) => store.delete(id)).then(() => {}),
  };
}
