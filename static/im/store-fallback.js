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
export function createFallbackStore(first, second, onSwitch) {
  /** @type {Map<string, import('./types.js').Item>} */
  const known = new Map();
  let broken = false;

  /** @param {unknown} error */
  const fall = async (error) => {
    if (broken) return;
    broken = true;
    onSwitch?.(error);
    for (const item of known.values()) await second.put(item);
  };

  return {
    async put(item) {
      known.set(item.client_message_id, item);
      if (!broken) {
        try {
          return await first.put(item);
        } catch (error) {
          return await fall(error);
        }
      }
      return second.put(item);
    },
    async list() {
      const both = new Map();
      for (const item of await second.list().catch(() => [])) both.set(item.client_message_id, item);
      if (!broken) {
        try {
          for (const item of await first.list()) both.set(item.client_message_id, item);
        } catch (error) {
          await fall(error);
        }
      }
      for (const item of both.values()) known.set(item.client_message_id, item);
      return [...both.values()];
    },
    async remove(id) {
      known.delete(id);
      if (!broken) await first.remove(id).catch(fall);
      await second.remove(id);
    },
  };
}
