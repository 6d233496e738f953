/**
 * The desk's REST calls as the workbench uses them. Answers are the JSON of the server; anything else is a Problem with the
 * server's stable code. A session that ended leads to `signedOut`. Retries nothing by itself.
 */

/** An answer that is not the asked one. `retryAfter` in seconds where the server said so. */
export class Problem extends Error {
  /** @param {number} status @param {{title?:string, code?:string, field?:string|null, named?:{name:string}[]}|null} body @param {number|null} retryAfter */
  constructor(status, body, retryAfter) {
    super(body?.title ?? `status ${status}`);
    this.status = status;
    /** @type {string} */
    this.code = body?.code ?? (status ? 'unexpected' : 'unreachable');
    /** @type {string|null} */
    this.field = body?.field ?? null;
    /** What is in the way, with `in_use`. */
    this.named = body?.named ?? [];
    this.retryAfter = retryAfter;
  }
}

/**
 * @param {string} method @param {string} path @param {object} [body] @param {string} [csrf]
 * @returns {Promise<any>}
 */
export async function request(method, path, body, csrf) {
  /** @type {Record<string,string>} */
  const headers = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (csrf) headers['x-csrf-token'] = csrf;
  let response;
  try {
    response = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Problem(0, null, null);
  }
  const text = await response.text();
  let json = null;
  try {
    json = text ? JSON.parse(text) : null;
  } catch {
    // A proxy's page, perhaps; the status says enough.
  }
  if (response.ok) return json;
  const wait = Number(response.headers.get('retry-after'));
  throw new Problem(response.status, json, Number.isFinite(wait) && wait > 0 ? wait : null);
}

/** @param {Record<string, string|number|undefined|null>} fields */
function query(fields) {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return given.length ? `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}` : '';
}

/**
 * What a shift has tools for: messages for later, macros, handing over, blocking a person.
 * @param {(method:string, path:string, body?:object) => Promise<any>} call @param {(id:string) => string} at a conversation's address
 */
const shiftCalls = (call, at) => ({
  /** @param {string} id @returns {Promise<{items:import('./store/scheduled.js').Scheduled[]}>} */
  scheduled: (id) => call('GET', `/scheduled${query({ conversation_id: id })}`),
  /** @param {string} id @param {{content:object, send_at:string, last_sequence?:number}} what */
  sendLater: (id, what) => call('POST', `${at(id)}/messages`, what),
  /** @param {string} id @param {object} change */
  changeScheduled: (id, change) => call('PATCH', `/scheduled/${encodeURIComponent(id)}`, change),
  /** @param {string} id */
  cancelScheduled: (id) => call('DELETE', `/scheduled/${encodeURIComponent(id)}`, {}),
  /** @returns {Promise<{open:{now:boolean, opens_at:string|null}}>} */
  shopHours: () => call('GET', '/shop'),
  /** @returns {Promise<import('./answers.js').Page<import('./store/macros.js').Macro>>} */
  macros: () => call('GET', '/macros'),
  /** @param {string} id @param {object} what @returns {Promise<{items:import('./store/macros.js').Preview[]}>} */
  previewMacro: (id, what) => call('POST', `/macros/${encodeURIComponent(id)}/preview`, what),
  /** @param {string} id @param {object} what @returns {Promise<import('./answers.js').Page<import('./answers.js').Fate>>} */
  runMacro: (id, what) => call('POST', `/macros/${encodeURIComponent(id)}/run`, what),
  /** @returns {Promise<{items:import('./app/hand-over.js').Left[]}>} */
  left: () => call('GET', '/me/hand-over'),
  /** @param {object[]} items @returns {Promise<import('./answers.js').Agent>} */
  handOver: (items) => call('POST', '/me/hand-over', { items }),
  /** @param {string} id the person's @param {{reason:string|null, until:string|null, addresses:boolean}} how */
  blockContact: (id, how) => call('POST', `/contacts/${encodeURIComponent(id)}/block`, how),
  /** @param {string} id the person's */
  unblockContact: (id) => call('DELETE', `/contacts/${encodeURIComponent(id)}/block`, {}),
});

/**
 * Conversations that go on in one another, and what is split off them.
 * @param {(method:string, path:string, body?:object) => Promise<any>} call @param {(id:string) => string} at
 */
const mergingCalls = (call, at) => ({
  /** @param {string} id @param {string} into id, or a ticket's number */
  merge: (id, into) => call('POST', `${at(id)}/merge`, { into }),
  /** @param {string} id */
  unmerge: (id) => call('POST', `${at(id)}/unmerge`, {}),
  /** @param {string} id @param {{sequences:number[], kind:'chat'|'ticket', title?:string}} what @returns {Promise<{conversation_id:string, number:number|null, name:string|null}>} */
  split: (id, what) => call('POST', `${at(id)}/split`, what),
});

/** The calls, by what they do. @param {{csrf:string, signedOut:()=>void}} host */
export function createApi({ csrf, signedOut }) {
  /** @param {string} method @param {string} path @param {object} [body] */
  const call = async (method, path, body) => {
    try {
      return await request(method, `/api/v1${path}`, body, csrf);
    } catch (error) {
      if (error instanceof Problem && error.status === 401) signedOut();
      throw error;
    }
  };
  /** @param {string} id */
  const at = (id) => `/conversations/${encodeURIComponent(id)}`;

  return {
    /** What a page of its own asks for. */
    call,
    /** @returns {Promise<{session_token:string, session_expires_at:string}>} */
    session: () => call('POST', '/im/session', {}),
    /** @returns {Promise<import('./answers.js').Me>} */
    me: () => call('GET', '/me'),
    /** @param {{locale?:string, theme?:string}} change */
    change: (change) => call('PATCH', '/me', change),
    /** @param {object} whole */
    savePreferences: (whole) => call('PUT', '/me/preferences', whole),
    /** @returns {Promise<import('./answers.js').Page<import('./answers.js').Agent>>} */
    agents: () => call('GET', '/agents?limit=200'),
    /** @param {string} state @param {{reason?:string, until?:string}} [more] @param {string} [who] @returns {Promise<import('./answers.js').Agent>} */
    availability: (state, more, who = 'me') => call('PUT', `/agents/${encodeURIComponent(who)}/availability`, { state, ...more }),
    /** @returns {Promise<{items:{id:string, name:string|null}[]}>} */
    reasons: () => call('GET', '/availability-reasons'),
    signOut: () => call('POST', '/logout', {}),
    signOutEverywhere: () => call('POST', '/logout-everywhere', {}),
    /** @returns {Promise<import('./answers.js').Counts>} */
    counts: () => call('GET', '/conversations/counts'),
    /** @param {string} view @param {string|null} cursor @param {{sort?:string, label?:string|null, limit?:number}} [how] @returns {Promise<import('./answers.js').Page<import('./store/rows.js').Row>>} */
    conversations: (view, cursor, how = {}) => call('GET', `/conversations${query({ view, limit: 50, ...how, cursor })}`),
    /** @param {string} id @returns {Promise<import('./store/rows.js').Row>} */
    conversation: (id) => call('GET', at(id)),
    /** @param {string} id @param {{before_sequence?:number, after_sequence?:number, limit:number}} ask @returns {Promise<import('./answers.js').Page<import('../im/types.js').Entry>>} */
    entries: (id, ask) => call('GET', `${at(id)}/entries${query(ask)}`),
    /** @param {string} id */
    takeOver: (id) => call('POST', `${at(id)}/take-over`, {}),
    /** @param {string} id @param {string|null} agent_id */
    assign: (id, agent_id) => call('POST', `${at(id)}/assign`, { agent_id }),
    /** @param {string} id @param {{agent_id?:string|null, team_id?:string, note?:string|null}} to with a note for the team alone; a team's waits for somebody of it */
    transfer: (id, to) => call('POST', `${at(id)}/transfer`, to),
    /** @param {string} id @param {string} priority */
    prioritize: (id, priority) => call('POST', `${at(id)}/priority`, { priority }),
    /** @param {string} id @param {number} last_sequence the newest that was seen: a customer's word after it keeps it open */
    close: (id, last_sequence) => call('POST', `${at(id)}/resolve`, { last_sequence }),
    /** @param {string} id */
    reopen: (id) => call('POST', `${at(id)}/reopen`, {}),
    /** @param {string} id */
    noAnswer: (id) => call('POST', `${at(id)}/no-answer-needed`, {}),
    /** @param {string} id @param {string|null} until null = the customer's next word @param {number} last_sequence as with `close` */
    snooze: (id, until, last_sequence) => call('POST', `${at(id)}/snooze`, { until, last_sequence }),
    /** @param {string} id @param {string[]} labels all of them */
    label: (id, labels) => call('POST', `${at(id)}/labels`, { labels }),
    ...mergingCalls(call, at),
    /** @param {object} what `{ids, action, …}` or `{action:'restore', items}` @returns {Promise<import('./answers.js').Page<import('./answers.js').Fate>>} */
    bulk: (what) => call('POST', '/conversations/bulk', what),
    /** @param {string} id @param {string} message @param {object} content */
    editMessage: (id, message, content) => call('PATCH', `${at(id)}/messages/${encodeURIComponent(message)}`, { content }),
    /** @param {string} id @param {string} message */
    recallMessage: (id, message) => call('DELETE', `${at(id)}/messages/${encodeURIComponent(message)}`, {}),
    /** @param {string} id @returns {Promise<import('./answers.js').Contact>} */
    contact: (id) => call('GET', `/contacts/${encodeURIComponent(id)}`),
    /** @param {string} id @param {object} fields null clears @returns {Promise<import('./answers.js').Contact>} */
    changeContact: (id, fields) => call('PATCH', `/contacts/${encodeURIComponent(id)}`, fields),
    /** @returns {Promise<import('./store/first-steps.js').SetupList>} */
    setupList: () => call('GET', '/setup/list'),
    /** @param {boolean} dismissed @returns {Promise<import('./store/first-steps.js').SetupList>} */
    dismissSetupList: (dismissed) => call('PATCH', '/setup/list', { dismissed }),
    addDemoData: () => call('POST', '/demo-data', {}),
    removeDemoData: () => call('DELETE', '/demo-data', {}),
    /** @param {string} message @param {string} url as it stands there; null = nothing to show @returns {Promise<import('./store/links.js').Preview|null>} */
    linkPreview: (message, url) => call('GET', `/link-preview${query({ message, url })}`),
    /** @param {{q:string, limit:number, before?:string|null}} ask @returns {Promise<import('./pages/search/asking.js').Answer>} */
    search: (ask) => call('GET', `/search${query(ask)}`),
    /** @returns {Promise<import('./answers.js').Page<import('./answers.js').Team>>} */
    teams: () => call('GET', '/teams'),
    /** @returns {Promise<import('./answers.js').Page<import('./store/labels.js').Label>>} */
    labels: () => call('GET', '/labels'),
    /** @returns {Promise<import('./answers.js').Page<import('./store/views.js').SavedView>>} */
    views: () => call('GET', '/views'),
    /** @returns {Promise<import('./answers.js').Page<import('./store/canned.js').Canned>>} */
    canned: () => call('GET', '/canned'),
    /** @param {string} id */
    cannedUsed: (id) => call('POST', `/canned/${encodeURIComponent(id)}/used`, {}),
    /** @returns {Promise<import('./answers.js').Page<import('./answers.js').Draft>>} */
    drafts: () => call('GET', '/drafts'),
    ...shiftCalls(call, at),
    /** @param {string} conversation @param {boolean} note @param {string} text empty removes it */
    keepDraft: (conversation, note, text) => call('PUT', `/drafts/${encodeURIComponent(conversation)}`, { note, text }),
  };
}

/** @typedef {ReturnType<typeof createApi>} Api */
