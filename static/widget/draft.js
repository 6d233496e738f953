/**
 * What the visitor has begun to write, kept over a reload: in the frame's own storage, or where the browser blocks that, with
 * whoever keeps the outbox then.
 */

/**
 * The draft of one widget: read once, written while somebody types.
 * @param {string} name in the frame's storage
 * @param {{get:()=>Promise<string|null>, set:(text:string|null)=>Promise<void>}} elsewhere
 */
export function createDraft(name, elsewhere) {
  return {
    /** @returns {Promise<string>} */
    async read() {
      try {
        return localStorage.getItem(name) ?? '';
      } catch {
        return (await elsewhere.get()) ?? '';
      }
    },
    /** @param {string} text empty = forget */
    keep(text) {
      try {
        if (text) localStorage.setItem(name, text);
        else localStorage.removeItem(name);
      } catch {
        elsewhere.set(text || null);
      }
    },
  };
}
