/**
 * Messages of the open conversation that go out later, whoever wrote them: asked for when it is opened, and again when the desk says
 * that one was added, sent or kept back.
 *
 * @typedef {{id:string, conversation_id:string, agent_id:string, client_message_id:string, content:{kind:string, text:string}, send_at:string, kept_at:string|null}} Scheduled
 */

/**
 * @param {object} host
 * @param {import('../api.js').Api} host.api
 * @param {() => string|null} host.open
 * @param {() => void} host.changed
 * @param {() => Promise<void>} host.loadDrafts   one that was kept back is a draft now
 */
export function createScheduled({ api, open, changed, loadDrafts }) {
  /** @type {Scheduled[]} */ let items = [];
  /** @type {string|null} */ let of = null;

  const load = async () => {
    const id = open();
    if (!id) return;
    try {
      const found = (await api.scheduled(id)).items;
      if (open() !== id) return;
      const had = of === id ? items : [];
      of = id;
      items = found;
      const gone = had.filter((one) => !found.some(({ id }) => id === one.id));
      if (gone.length) {
        await loadDrafts();
        scheduled.gone(gone);
      }
      if (found.length || had.length) changed();
    } catch {
      // The next word of the desk asks again.
    }
  };
  const scheduled = {
    get items() {
      return of === open() ? items : [];
    },
    load,
    /** One was taken back by hand. @param {string} id */
    drop: (id) => void (items = items.filter((one) => one.id !== id)),
    /** What wait no more: they were sent, or came back. @type {(gone:Scheduled[]) => void} */
    gone: () => {},
  };
  return scheduled;
}
