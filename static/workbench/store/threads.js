/**
 * The conversations kept open in memory: the one that is shown and those that were shown or are about to be. Tells the delivery
 * core which are loaded, so that their entries come without holes, and lets the least recent go.
 */
import { createThread, PAGE } from './thread.js';

/** Kept at most; each holds some pages of text. */
const THREADS_MAX = 30;

/** @typedef {ReturnType<typeof createThread>} Thread */

/**
 * The threads in memory, the least recent let go first.
 * @param {object} host
 * @param {import('../api.js').Api} host.api
 * @param {import('../../im/client.js').Client} host.client
 * @param {(id:string|null) => void} host.view   tells the desk what is looked at
 * @param {() => boolean} host.saving   nothing is loaded that nobody asked for
 * @param {(id:string) => void} host.changed
 * @param {(id:string) => void} host.missing   the desk does not know it, or not for this agent
 */
export function createThreads({ api, client, view, saving, changed, missing }) {
  /** @type {Map<string, Thread>} least recent first */
  const kept = new Map();
  /** Those that the core was told of since it forgot: only their marks go anywhere. @type {Set<string>} */
  const adopted = new Set();
  /** @type {string|null} */
  let shown = null;

  /** @param {string} id */
  const touch = (id) => {
    let thread = kept.get(id);
    if (thread) kept.delete(id);
    else thread = createThread({ id, fetch: (ask) => api.entries(id, ask), changed: () => changed(id) });
    kept.set(id, thread);
    for (const old of kept.keys()) {
      if (kept.size <= THREADS_MAX) break;
      if (old === shown || old === id) continue;
      kept.delete(old);
      adopted.delete(old);
      client.release(old);
    }
    return thread;
  };

  /** @param {Thread} thread */
  const load = async (thread) => {
    const last = await thread.load();
    if (last !== null && kept.get(thread.id) === thread) {
      client.adopt(thread.id, last);
      adopted.add(thread.id);
    }
    if (thread.phase === 'missing') missing(thread.id);
  };

  return {
    /** @param {string|null} id */
    show(id) {
      shown = id;
      view(id);
      if (!id) return;
      const thread = touch(id);
      if (thread.phase !== 'ready' && thread.phase !== 'loading') load(thread);
    },
    /** Loads what will probably be opened next, unless data is saved. @param {string} id */
    prefetch(id) {
      if (kept.has(id) || saving()) return;
      load(touch(id));
    },
    /** @param {string} id */
    reload(id) {
      const thread = kept.get(id);
      if (thread) load(thread);
    },
    /** An entry of a conversation that may be kept. @param {import('../../im/types.js').Entry} entry */
    apply(entry) {
      const thread = kept.get(entry.conversation_id);
      thread?.apply(entry);
      // Nobody scrolled in it since: its end is what will be looked at.
      if (thread && thread.id !== shown) thread.trim(PAGE);
    },
    /** @param {string} id */
    get: (id) => kept.get(id) ?? null,
    /** @param {string} id */
    drop(id) {
      kept.delete(id);
      adopted.delete(id);
    },
    /** Whether what is read there reaches the desk. @param {string} id */
    adopted: (id) => adopted.has(id),
    /** The core forgot what is loaded: only the shown one is asked for again. */
    reset() {
      adopted.clear();
      for (const id of [...kept.keys()]) if (id !== shown) kept.delete(id);
      const thread = shown && kept.get(shown);
      if (thread) load(thread);
    },
  };
}
