/** The desk's calls about what it knows. Fields that are empty are left out of an address. */

/** @param {Record<string, string|number|null|undefined>} fields */
const query = (fields) => {
  const given = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return given.length ? `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}` : '';
};

/** @param {(method:string, path:string, body?:object) => Promise<any>} call */
export function createFaqApi(call) {
  /** @param {string} id */
  const entry = (id) => `/faq/${encodeURIComponent(id)}`;
  /** @param {string} id */
  const gap = (id) => `/faq/gaps/${encodeURIComponent(id)}`;
  return {
    /** @param {{state?:string, category?:string, q?:string, sort?:string, limit?:number, cursor?:string|null}} ask @returns {Promise<import('../../answers.js').Page<import('./draft.js').Entry> & {categories?:{name:string, entries:number}[], total?:number}>} */
    list: (ask) => call('GET', `/faq${query(ask)}`),
    /** @param {string} id @returns {Promise<import('./draft.js').Entry>} */
    get: (id) => call('GET', entry(id)),
    /** @param {object} what @returns {Promise<import('./draft.js').Entry>} */
    add: (what) => call('POST', '/faq', what),
    /** @param {string} id @param {object} what with the version it was made of @returns {Promise<import('./draft.js').Entry>} */
    change: (id, what) => call('PATCH', entry(id), what),
    /** @param {string} id */
    remove: (id) => call('DELETE', entry(id), {}),
    /** @param {string} id @returns {Promise<import('./draft.js').Entry>} */
    publish: (id) => call('POST', `${entry(id)}/publish`, {}),
    /** @param {string} id @returns {Promise<import('./draft.js').Entry>} */
    unpublish: (id) => call('POST', `${entry(id)}/unpublish`, {}),
    /** @param {string} id @returns {Promise<{items:import('./versions.js').Version[]}>} */
    versions: (id) => call('GET', `${entry(id)}/versions`),
    /** @param {string} id @param {number} version @returns {Promise<import('./draft.js').Entry>} */
    revert: (id, version) => call('POST', `${entry(id)}/revert`, { version }),
    /** @param {object} what `{id, entry, question}` @returns {Promise<import('./check.js').Checked>} */
    check: (what) => call('POST', '/faq/check', what),
    /** @param {{kind?:string, state?:string, days?:number, limit?:number, cursor?:string|null}} ask @returns {Promise<import('../../answers.js').Page<import('./gaps.js').Gap> & {totals:import('./gaps.js').Totals, rate:import('./gaps.js').Rate}>} */
    gaps: (ask) => call('GET', `/faq/gaps${query(ask)}`),
    /** @param {string} id @param {{limit?:number, cursor?:string|null}} [ask] @returns {Promise<import('./gaps.js').Gap & {questions:import('./gaps.js').Example[], next_cursor:string|null}>} */
    gap: (id, ask = {}) => call('GET', `${gap(id)}${query(ask)}`),
    /** @param {string} id @param {'approve'|'attach'|'merge'|'dismiss'|'later'|'restore'} what @param {object} [more] @returns {Promise<any>} */
    decide: (id, what, more = {}) => call('POST', `${gap(id)}/${what}`, more),
    /** @returns {Promise<{hourly_cost:number|null}>} */
    bot: () => call('GET', '/bot'),
    /** @param {number} days @returns {Promise<import('./numbers.js').Stats>} */
    stats: (days) => call('GET', `/faq/stats${query({ days })}`),
    /** @param {string} id @returns {Promise<import('./import.js').Import>} */
    import: (id) => call('GET', `/faq/imports/${encodeURIComponent(id)}`),
    /** @returns {Promise<{items:import('./import.js').Import[]}>} */
    imports: () => call('GET', '/faq/imports'),
    /** @param {string} id @returns {Promise<import('./import.js').Import>} */
    undoImport: (id) => call('POST', `/faq/imports/${encodeURIComponent(id)}/undo`, {}),
  };
}

/** @typedef {ReturnType<typeof createFaqApi>} FaqApi */
