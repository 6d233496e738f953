/** The desk's calls about tickets. */

/** @param {Record<string, string|number|undefined|null>} fields */
function query(fields) {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return given.length ? `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}` : '';
}

/** @param {(method:string, path:string, body?:object) => Promise<any>} call */
export function createTicketsApi(call) {
  /** @param {string} id */
  const at = (id) => `/tickets/${encodeURIComponent(id)}`;
  return {
    /** @returns {Promise<{version:number, statuses:import('./ticket.js').Status[]}>} */
    statuses: () => call('GET', '/ticket-statuses'),
    /** @returns {Promise<{version:number, types:import('./ticket.js').Type[]}>} */
    types: () => call('GET', '/ticket-types'),
    /** @param {string} view @param {string|null} cursor @param {{sort?:string, status?:string, limit?:number}} [how] @returns {Promise<{items:any[], next:string|null, partial?:boolean}>} */
    list: (view, cursor, how = {}) => call('GET', `/tickets${query({ view, limit: 50, ...how, cursor })}`),
    /** @returns {Promise<{views:Record<string, number|null>}>} */
    counts: () => call('GET', '/tickets/counts'),
    /** @param {string} view @param {{sort?:string}} [how] @returns {Promise<{columns:{status_id:string, count:number|null, items:any[], next:string|null}[]}>} */
    board: (view, how = {}) => call('GET', `/tickets/board${query({ view, ...how })}`),
    /** @param {string} id its id or its number as it is shown */
    get: (id) => call('GET', at(id)),
    /** @param {object} what */
    add: (what) => call('POST', '/tickets', what),
    /** @param {string} id @param {object} fields */
    change: (id, fields) => call('PATCH', at(id), fields),
    /** @param {string} id @param {string} status_id */
    status: (id, status_id) => call('POST', `${at(id)}/status`, { status_id }),
    /** @param {string} id @param {string[]} agent_ids */
    followers: (id, agent_ids) => call('PUT', `${at(id)}/followers`, { agent_ids }),
    /** @param {string} id @param {string} other @param {string} kind */
    link: (id, other, kind) => call('POST', `${at(id)}/links`, { other, kind }),
    /** @param {string} id @param {string} other */
    unlink: (id, other) => call('DELETE', `${at(id)}/links/${encodeURIComponent(other)}`, {}),
    /** @param {string} id @param {object} content */
    answerChildren: (id, content) => call('POST', `${at(id)}/answer-children`, { content }),
    /** @param {string} id */
    activity: (id) => call('GET', `${at(id)}/activity`),
    /** @param {string} conversation @param {object} what */
    turn: (conversation, what) => call('POST', `/conversations/${encodeURIComponent(conversation)}/ticket`, what),
    /** @param {object} what */
    bulk: (what) => call('POST', '/conversations/bulk', what),
    /** @param {object} what */
    addView: (what) => call('POST', '/views', what),
    /** @param {string} text */
    contacts: (text) => call('GET', `/contacts${query({ q: text, limit: 20 })}`),
  };
}

/** @typedef {ReturnType<typeof createTicketsApi>} TicketsApi */
