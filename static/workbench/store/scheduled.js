/**
 * Messages of the open conversation that go out later, whoever wrote them: asked for when it is opened, and again when the desk says
 * that one was added, sent or kept back.
 *
 * @typedef {{id:string, conversation_id:string, agent_id:string, content:{kind:string, text:string}, send_at:string, kept_at:string|null}} Scheduled
 */

/**
 * @param {object} host
 * @param {import('../api.js').Api} host.api
 * @param {() => string|null} host.open
 * @param {() => void} host.changed
 * @param {(error:unknown) => void} host.failed
 * @param {() => Promise<void>} host.loadDrafts   one that was kept back is a draft now
 */
export function createScheduled({ api, open, changed, failed, loadDrafts }) {
  /** @type {Scheduled[]} */ let items = [];
  /** @type {string|null} */ let of = null;

  const load = async () => {
    const id = open();
    if (!id) return;
    try {
      const found = (await api.scheduled(id)).items;
      if (open() !== id) return;
      const had = of === id ? items.length : 0;
      of = id;
      items = found;
      if (found.length < had) await loadDrafts();
      if (found.length || had) changed();
    } catch {
      // The next word of the desk asks again.
    }
  };
  /** @template T @param {() => Promise<T>} call @returns {Promise<boolean>} */
  const attempt = async (call) => {
    try {
      await call();
    } catch (error) {
      failed(error);
      await load();
      return false;
    }
    await load();
    return true;
  };

  return {
    get items() {
      return of === open() ? items : [];
    },
    load,
    /** @param {string} id @param {{text:string, send_at:string, last_sequence?:number}} what */
    add: (id, { text, ...when }) => attempt(() => api.sendLater(id, { content: { kind: 'text', text }, ...when })),
    /** @param {Scheduled} one @param {{text?:string, send_at?:string}} change */
    change: ({ id, content }, { text, send_at }) => attempt(() => api.changeScheduled(id, { ...(text ? { content: { ...content, text } } : {}), ...(send_at ? { send_at } : {}) })),
    /** @param {string} id */
    cancel: (id) => attempt(() => api.cancelScheduled(id)),
  };
}
