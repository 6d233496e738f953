/**
 * Outbox store in one text value that somebody else keeps: the loader, in the shop page's own storage, for frames whose
 * storage the browser blocks. Small and rarely used, so the whole list is written each time; calls queue behind one another.
 */

/**
 * A store in a text value that somebody else keeps.
 * @param {{get:()=>Promise<string|null>, set:(text:string)=>Promise<void>}} value
 * @returns {import('./types.js').OutboxStore}
 */
export function createRemoteStore(value) {
  /** @type {Promise<any>} */
  let tail = Promise.resolve();

  const read = async () => {
    try {
      const items = JSON.parse((await value.get()) ?? '[]');
      return Array.isArray(items) ? items : [];
    } catch {
      return [];
    }
  };
  /** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
  const inTurn = (work) => {
    const result = tail.then(work);
    tail = result.catch(() => {});
    return result;
  };
  /** @param {string} id @param {import('./types.js').Item[]} added */
  const replace = (id, added) =>
    inTurn(async () => {
      const others = (await read()).filter((/** @type {any} */ item) => item.client_message_id !== id);
      await value.set(JSON.stringify([...others, ...added]));
    });

  return {
    put: (item) => replace(item.client_message_id, [item]),
    list: () => inTurn(read),
    remove: (id) => replace(id, []),
  };
}
