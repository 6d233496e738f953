/**
 * What the widget keeps in the shop page's own storage: tokens of the visitor, never texts of a conversation (but an outbox
 * and a draft that have no other place). Where storage is blocked or full it lasts as long as the page.
 */

/** @param {string} key of the widget */
export function createPocket(key) {
  const name = `servicedesk:${key}`;
  /** @type {Map<string, string>} */
  const memory = new Map();

  /** @param {string} part @returns {string|null} */
  const get = (part) => {
    try {
      return localStorage.getItem(name + part) ?? memory.get(part) ?? null;
    } catch {
      return memory.get(part) ?? null;
    }
  };
  /** @param {string} part @param {string|null} text null = forget */
  const set = (part, text) => {
    if (text === null) memory.delete(part);
    else memory.set(part, text);
    try {
      if (text === null) localStorage.removeItem(name + part);
      else localStorage.setItem(name + part, text);
    } catch {
      // Blocked or full: memory has it.
    }
  };
  /** @returns {Record<string, any>} */
  const read = () => {
    try {
      return JSON.parse(get('') ?? '{}') ?? {};
    } catch {
      return {};
    }
  };

  return {
    get,
    set,
    read,
    /** @param {Record<string, any>} change */
    save: (change) => set('', JSON.stringify({ ...read(), ...change })),
    clear() {
      for (const part of ['', ':outbox', ':draft']) set(part, null);
    },
  };
}
