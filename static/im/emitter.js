/** Events by name. A listener that throws does not stop the others or the link; its error surfaces as uncaught. */

export function createEmitter() {
  /** @type {Map<string, Set<(value:any)=>void>>} */
  const listeners = new Map();
  return {
    /** @param {string} name @param {(value:any)=>void} fn @returns {() => void} */
    on(name, fn) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(fn));
      return () => set.delete(fn);
    },
    /** @param {string} name @param {any} [value] */
    emit(name, value = {}) {
      for (const fn of [...(listeners.get(name) ?? [])]) {
        try {
          fn(value);
        } catch (error) {
          queueMicrotask(() => {
            throw error;
          });
        }
      }
    },
  };
}
