/** What the agent looks at in the store, how it is arranged, and what they change of the customer they look at. */

import { isSaved } from './rows.js';

/** Where this browser keeps the view that was looked at last, and its order. */
export const VIEW_KEPT = 'servicedesk.view';
export const SORT_KEPT = 'servicedesk.sort';

/**
 * What agents do to a customer.
 * @param {object} host
 * @param {import('./core.js').State} host.at
 * @param {import('../api.js').Api} host.api
 * @param {ReturnType<typeof import('./conversation-cache.js').createConversationCache>} host.cache
 * @param {(...places: ('composer' | 'details' | 'frame' | 'list' | 'thread')[]) => void} host.touch
 * @param {(error: unknown) => void} host.failed
 * @param {(quiet: boolean) => Promise<void>} host.loadContact
 */
export function contactActions({ at, api, cache, touch, failed, loadContact }) {
  return {
    /** What an agent has learnt of the customer is written down. @param {Record<string, any>} fields @returns {Promise<string|null>} code of what is wrong */
    async changeContact(fields) {
      const mine = at.contact;
      if (!mine?.data) return 'unexpected';
      try {
        const data = await api.changeContact(mine.id, fields);
        mine.data = data;
        for (const row of cache.rows.values()) {
          if (row.contact.id === mine.id) cache.patch(row.id, { contact: { ...row.contact, name: data.name, name_source: data.sources.name } });
        }
        touch('details');
        return null;
      } catch (error) {
        return /** @type {import('../api.js').Problem} */ (error).code ?? 'unexpected';
      }
    },
    /** Keeps a person from writing, wherever they come from. @param {string} contact @param {{reason:string|null, until:string|null, addresses:boolean}} how @returns {Promise<boolean>} */
    async block(contact, how) {
      try {
        await api.blockContact(contact, how);
      } catch (error) {
        failed(error);
        return false;
      } finally {
        await loadContact(true);
      }
      return true;
    },
    /** @param {string} contact */
    async unblock(contact) {
      try {
        await api.unblockContact(contact);
      } catch (error) {
        failed(error);
      }
      await loadContact(true);
    },
  };
}

/**
 * What is looked at, and how far it was read.
 * @param {object} host
 * @param {import('./core.js').State} host.at
 * @param {ReturnType<typeof import('./threads.js').createThreads>} host.threads
 * @param {{load:() => Promise<void>}} host.scheduled
 * @param {ReturnType<typeof import('./conversation-cache.js').createConversationCache>} host.cache
 * @param {(row: import('./rows.js').Row) => number | null} host.markOf
 * @param {(...places: ('composer' | 'details' | 'frame' | 'list' | 'thread')[]) => void} host.touch
 * @param {ReturnType<typeof import('./ticks.js').createTicks>} host.clock
 * @param {(fn:()=>void) => void} host.painted
 * @param {(quiet: boolean) => Promise<void>} host.loadContact
 * @param {import('../../im/client.js').Client} host.client
 */
export function readingActions({ at, threads, scheduled, cache, markOf, touch, clock, painted, loadContact, client }) {
  return {
    /** @param {string|null} id */
    show(id) {
      if (id === at.open) return;
      at.open = id;
      at.seen = undefined;
      at.contact = null;
      at.turning = true;
      threads.show(id);
      const row = id ? cache.rows.get(id) : null;
      if (row) at.seen = markOf(row);
      else if (id) cache.want(id);
      // The words first, in the frame of the press; the row, who it is and what else there is, once they are painted.
      touch('thread');
      clock.flush();
      painted(() => {
        at.turning = false;
        touch('list', 'details', 'frame');
        if (id && at.open === id) scheduled.load();
        if (row && at.open === id) loadContact(false);
      });
    },
    /** The newest entry was in front of somebody's eyes. */
    read() {
      const row = at.open && cache.rows.get(at.open);
      const last = at.open ? (threads.get(at.open)?.last ?? 0) : 0;
      // A mark that the core cannot keep must not be shown as kept: it is made once the thread came again.
      if (!row || last <= row.mine.read || threads.get(row.id)?.phase !== 'ready' || !threads.adopted(row.id)) return;
      client.read(row.id, last);
      cache.patch(row.id, { unread: 0, mine: { received: Math.max(row.mine.received, last), read: last } });
    },
    /** Nobody looks any more: what comes now is new when they are back. */
    away() {
      const last = at.open ? threads.get(at.open)?.last : 0;
      if (at.seen == null && last) at.seen = last;
    },
    /** @param {() => boolean} asked */
    readingWhen(asked) {
      at.isReading = asked;
    },
  };
}

/**
 * Views, their order and their filter, as this browser keeps them.
 * @param {object} host
 * @param {Storage|null} host.storage
 * @param {ReturnType<typeof import('./selection.js').createSelection>} host.selection
 * @param {ReturnType<typeof import('./list.js').createList>} host.list
 * @param {(view: import('./rows.js').View, first: boolean, anew?: boolean | undefined) => Promise<void>} host.loadView
 * @param {() => void} host.watch   the desk tells what stands in the list that is shown
 * @param {(...places: ('composer' | 'details' | 'frame' | 'list' | 'thread')[]) => void} host.touch
 * @param {(enough: () => boolean) => Promise<void>} host.moreUntil
 * @param {(view: import('./rows.js').View) => import('./rows.js').Sort} host.sortOf
 */
export function viewActions({ storage, selection, list, loadView, watch, touch, moreUntil, sortOf }) {
  return {
    /** Another order, or one label only. A saved view has its own order, which is not kept here. @param {{sort?:import('./rows.js').Sort, label?:string|null}} how */
    arrangeBy(how) {
      if (how.sort && !isSaved(list.view)) {
        try {
          storage?.setItem(SORT_KEPT, how.sort);
        } catch {
          // As with the view.
        }
      }
      selection.clear();
      list.arrangeBy(how);
      watch();
      loadView(list.view, true);
    },
    /** @param {import('./rows.js').View} view */
    showView(view) {
      selection.clear();
      try {
        storage?.setItem(VIEW_KEPT, view);
      } catch {
        // The choice lasts as long as the page.
      }
      const sort = sortOf(view);
      if (sort !== list.sort) list.arrangeBy({ sort });
      const fresh = list.show(view);
      watch();
      if (fresh) loadView(view, true);
      touch('list');
    },
    more: () => loadView(list.view, false),
    moreUntil,
    retryList: () => loadView(list.view, true),
  };
}

/**
 * How things are right now, beside what every page knows.
 * @param {object} host
 * @param {import('./core.js').State} host.at
 * @param {() => number} host.now
 * @param {ReturnType<typeof import('./threads.js').createThreads>} host.threads
 * @param {any} host.files
 */
export function currentState({ at, now, threads, files }) {
  return {
    get undoable() {
      return Boolean(at.notice?.action?.undo);
    },
    /** Whether something in the open conversation is still held. */
    get holding() {
      return Boolean(at.open) && (at.unsent.get(at.open) ?? []).some((item) => (item.hold_until ?? 0) > now());
    },
    get contact() {
      return at.contact;
    },
    get turning() {
      return at.turning;
    },
    get thread() {
      return at.open ? threads.get(at.open) : null;
    },
    /** Where "new since you last looked" stands in the open thread. */
    get seen() {
      return at.seen ?? null;
    },
    /** Somebody looks at the end of the open thread right now. */
    get reading() {
      return at.isReading();
    },
    get unsentCount() {
      return [...at.unsent.values()].reduce((sum, items) => sum + items.length, files.count);
    },
  };
}
