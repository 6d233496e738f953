/** Outbox store that lives as long as the page. For tests, and where nothing may be stored. */

/** A store in memory. @returns {import('./types.js').OutboxStore} */
export function createMemoryStore() {
  /** @type {Map<string, import('./types.js').Item>} */
  const items = new Map();
  return {
    async put(item) {
      items.set(item.client_message_id, JSON.parse(JSON.stringify(item)));
    },
    async list() {
      return [...items.values()].map((item) => JSON.parse(JSON.stringify(item)));
    },
    async remove(id) {
      items.delete(id);
    },
  };
}
