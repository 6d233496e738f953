/**
 * Saved views as the desk keeps them: those that everybody sees, then the agent's own. What stands in one the desk alone knows
 * (list-watch.js).
 *
 * @typedef {object} SavedView
 * @property {string} id
 * @property {string} name
 * @property {boolean} shared
 * @property {any} filter                          null = it cannot be read
 * @property {{field:string|null, message:string}|null} problem
 * @property {'waiting'|'newest'|'due'} sort
 */
import { createCollection } from './collection.js';

/** Whether a filter asks for tickets alone: such views are the tickets' and not the inbox's. @param {any} filter @returns {boolean} */
export const asksTickets = (filter) =>
  Boolean(filter) && (filter.field === 'kind' ? filter.op === 'is' && filter.value === 'ticket' : (filter.all ?? []).some(asksTickets));

/** @param {{api:import('../api.js').Api, changed:()=>void}} host */
export function createViews({ api, changed }) {
  /** @type {import('./collection.js').Collection<SavedView>} */
  const views = createCollection({ read: () => api.views(), changed });
  return {
    get all() {
      return views.rows;
    },
    get known() {
      return views.phase === 'ready';
    },
    load: views.load,
    get: views.get,
  };
}
