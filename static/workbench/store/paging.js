/** Fetches the list page by page, in the order that is asked for, and after a reload keeps only what the desk still names. */

/** So many pages of a saved view are asked for one after the other where they are not full. */
const PARTIAL_MAX = 9;

/**
 * Loads the list's pages.
 * @param {object} host
 * @param {import('../api.js').Api} host.api
 * @param {ReturnType<typeof import('./conversation-cache.js').createConversationCache>} host.cache
 * @param {ReturnType<typeof import('./list.js').createList>} host.list
 * @param {ReturnType<typeof import('./selection.js').createSelection>} host.selection
 * @param {() => string|null} host.open
 */
export function createPaging({ api, cache, list, selection, open }) {
  /** @param {import('./rows.js').View} view @param {boolean} first @param {boolean} [anew] what was known before may be gone @param {number} [goes] pages that may follow one that found little */
  const loadView = async (view, first, anew = false, goes = PARTIAL_MAX) => {
    const page = list.page;
    if (page.loading || (!first && !page.cursor)) return;
    list.began(view);
    try {
      const { sort, label } = list;
      const answer = await api.conversations(view, first ? null : page.cursor, { sort, label });
      // Asked for in another order meanwhile.
      if (page !== list.pageOf(view)) return;
      if (anew) {
        const there = new Set([open(), ...answer.items.map((row) => row.id)]);
        cache.keep((id) => there.has(id));
        selection.keep((id) => there.has(id));
      }
      for (const row of answer.items) cache.put(row);
      list.took(view, answer.items, answer.next_cursor ?? null, first);
      // The desk looked through as many as it does at once, and found little.
      if (answer.partial && goes > 0) await loadView(view, false, false, goes - 1);
    } catch {
      list.failed(view);
    }
  };

  return {
    loadView,
    /** Loads on until it is enough or there is no more. @param {() => boolean} enough */
    async moreUntil(enough) {
      for (let { page } = list, from = ''; page === list.page && page.cursor && page.cursor !== from && !enough(); ) {
        from = page.cursor;
        await loadView(list.view, false);
      }
    },
  };
}
