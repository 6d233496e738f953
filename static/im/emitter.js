/**
 * Events by name. A listener that throws does not stop the others or the link; its error surfaces as uncaught.
 *
 * @typedef {import('./types.js').Events} Events
 * @typedef {<K extends keyof Events>(name:K, value?:Events[K]) => void} Emit
 */

export function createEmitter() {
  /** @type {Map<string, Set<(value:never)=>void>>} */
  const listeners = new Map();
  return {
    /** @template {keyof Events} K @param {K} name @param {(value:Events[K])=>void} fn @returns {() => void} */
    on(name, fn) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(fn));
      return () => set.delete(fn);
    },
    /** @type {Emit} */
    emit(name, value) {
      for (const fn of [...(listeners.get(name) ?? [])]) {
        try {
          fn(/** @type {never} */ (value ?? {}));
        } catch (error) {
          queueMicrotask(() => {
            throw error;
          });
        }
      }
    },
  };
}
