/** How messages of the outbox end: stored by the desk, and taken back if their writer has deleted them meanwhile. */

/**
 * What the desk has is settled, or taken back where its writer had deleted it.
 * @param {{recall?:import('./types.js').Options['recall']}} host
 * @param {ReturnType<typeof import('./shelf.js').createShelf>} shelf
 * @param {import('./types.js').Tabs} tabs
 * @param {() => void} pump
 */
export function createSettling(host, shelf, tabs, pump) {
  /** Their recall is under way. @type {Set<string>} */
  const recalling = new Set();
  /** Takes back what was settled after its writer had deleted it. @param {import('./types.js').Item} item */
  const recallNow = async (item) => {
    const id = item.client_message_id;
    if (recalling.has(id)) return;
    recalling.add(id);
    try {
      await host.recall?.(/** @type {string} */ (item.message_id), item);
    } catch (error) {
      if (!(/** @type {import('./types.js').Failure|undefined} */ (error)?.final)) return;
    } finally {
      recalling.delete(id);
    }
    shelf.erase(id);
    tabs.post({ t: 'removed', id });
  };
  /**
   * The desk has it. @param {string} id @param {import('./types.js').Entry} entry @returns {boolean} whether it was in this outbox
   */
  const settle = (id, entry) => {
    const item = shelf.items.get(id);
    if (!item || item.message_id) return false;
    shelf.unanswered.delete(id);
    if (item.discarded && host.recall) {
      item.message_id = entry.message_id ?? null;
      shelf.keep(item);
      recallNow(item);
    } else {
      shelf.erase(id);
      shelf.tell(item, 'settled', entry);
      tabs.post({ t: 'settled', id, entry });
    }
    // After whoever settles it has given the entry out.
    Promise.resolve().then(pump);
    return true;
  };

  return { recallNow, settle };
}
