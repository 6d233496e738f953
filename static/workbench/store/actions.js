/**
 * What an agent does to a conversation: take it, give it away, close, reopen. Shown at once, taken back with a word if the desk
 * says no; the entry that the desk writes about it comes by the socket like everybody else's.
 */

/**
 * @param {object} host
 * @param {import('../api.js').Api} host.api
 * @param {ReturnType<typeof import('./book.js').createBook>} host.book
 * @param {(notice:import('./desk.js').Notice|null) => void} host.notify
 * @param {(error:any) => void} host.failed
 */
export function createActions({ api, book, notify, failed }) {
  /**
   * @param {string} id @param {Partial<import('./rows.js').Row>} fields @param {() => Promise<any>} run
   * @returns {Promise<boolean>}
   */
  const attempt = async (id, fields, run) => {
    const before = book.rows.get(id);
    if (!before) return false;
    book.patch(id, fields);
    try {
      await run();
      book.countsSoon();
      return true;
    } catch (error) {
      // Only what is still as this action left it goes back: an entry may have come in between.
      const row = /** @type {any} */ (book.rows.get(id));
      const back = Object.keys(fields).filter((key) => row?.[key] === /** @type {any} */ (fields)[key]);
      book.patch(id, Object.fromEntries(back.map((key) => [key, /** @type {any} */ (before)[key]])));
      failed(error);
      return false;
    }
  };

  /** @param {string} id */
  const reopen = (id) => {
    const row = book.rows.get(id);
    // An offer to undo the closing is no longer true.
    notify(null);
    return attempt(id, { state: row?.agent_id ? 'open' : 'waiting' }, () => api.reopen(id));
  };

  return {
    /** @param {string} id @param {string|null} agent */
    async assign(id, agent) {
      if (book.rows.get(id)?.agent_id === agent) return;
      await attempt(id, { agent_id: agent }, () => api.assign(id, agent));
    },
    /** @param {string} id */
    async close(id) {
      if (book.rows.get(id)?.state === 'closed') return;
      const done = await attempt(id, { state: 'closed', waiting_since: null }, () => api.close(id));
      if (done) notify({ key: 'thread.closed_done', icon: 'circle-check', action: { key: 'thread.undo', run: () => reopen(id) } });
    },
    reopen,
    /** @param {string} id @param {string} until */
    async snooze(id, until) {
      const done = await attempt(id, { state: 'snoozed', snoozed_until: until }, () => api.snooze(id, until));
      if (done) notify({ key: 'thread.snoozed_done', icon: 'alarm-clock', action: { key: 'thread.undo', run: () => reopen(id) } });
    },
  };
}
