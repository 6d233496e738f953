/** What the workbench's store is given in tests: rows, entries, a desk that answers REST, a delivery core that only notes calls. */

export const ME = 'a_me';

/**
 * @typedef {import('../../../static/workbench/store/rows.js').Row} Row
 * @typedef {import('../../../static/im/types.js').MessageEntry} MessageEntry
 * @typedef {import('../../../static/im/types.js').EventEntry} EventEntry
 * @typedef {import('../../../static/im/types.js').Member} Member
 */

export const at = (/** @type {number} */ seconds) => new Date(1_700_000_000_000 + seconds * 1000).toISOString();

/** @param {string} id @param {Partial<Row>} [fields] @returns {Row} */
export const row = (id, fields = {}) => ({
  id,
  state: 'open',
  channel: 'web',
  last_sequence: 1,
  contact: { id: `k_${id}`, name: id, verified: false, label: '83f1' },
  visitor_id: `v_${id}`,
  agent_id: ME,
  updated_at: at(0),
  opened_at: at(0),
  waiting_since: null,
  labels: [],
  last_message: null,
  unread: 0,
  mine: { received: 0, read: 0 },
  theirs: { received: 0, read: 0 },
  snoozed_until: null,
  ...fields,
});

/** @type {Member} */
export const visitor = { kind: 'visitor', id: 'v_1', name: '李娜' };
/** @returns {Member} */
export const agent = (id = ME) => ({ kind: 'agent', id, name: id });

/** @param {string} conversation_id @param {number} sequence @param {Member} sender @param {string} text @param {Partial<MessageEntry>} [fields] @returns {MessageEntry} */
export const message = (conversation_id, sequence, sender, text, fields = {}) => ({
  type: 'message',
  conversation_id,
  sequence,
  log_position: 1000 + sequence,
  message_id: `m_${conversation_id}_${sequence}`,
  client_message_id: null,
  sender,
  note: false,
  sent_at: at(sequence),
  edited_at: null,
  content: { kind: 'text', text },
  ...fields,
});

/** @param {string} conversation_id @param {number} sequence @param {string} kind @param {Partial<EventEntry>} [fields] @returns {EventEntry} */
export const entry = (conversation_id, sequence, kind, fields = {}) => ({
  type: 'entry',
  conversation_id,
  sequence,
  log_position: 1000 + sequence,
  kind,
  at: at(sequence),
  ...fields,
});

/** A delivery core without a network. `emit` plays what it would say. @returns {any} */
export function createFakeClient() {
  /** @type {Map<string, ((value:any) => void)[]>} */
  const listeners = new Map();
  /** @type {any[]} */
  const calls = [];
  const note = (/** @type {string} */ name) => (/** @type {any[]} */ ...args) => void calls.push([name, ...args]);
  return {
    calls,
    unsent: [],
    status: { phase: 'live', since: 0, attempt: 0, code: null, paused: false },
    limits: { text_chars: 8000 },
    /** @param {string} name @param {(value:any) => void} fn */
    on(name, fn) {
      listeners.set(name, [...(listeners.get(name) ?? []), fn]);
      return () => {};
    },
    /** @param {string} name */
    emit(name, value = {}) {
      for (const fn of listeners.get(name) ?? []) fn(value);
    },
    items() {
      return this.unsent;
    },
    adopt: note('adopt'),
    release: note('release'),
    view: note('view'),
    read: note('read'),
    send: note('send'),
    watch: note('watch'),
  };
}

/** Answers as the desk does, from plain tables; `asked` keeps the calls. @param {{rows?:Row[], entries?:Record<string, any[]>, contacts?:Record<string, any>}} [tables] @returns {any} */
export function createFakeApi({ rows = [], entries = {}, contacts = {} } = {}) {
  /** @type {any[]} */
  const asked = [];
  const missing = () => Object.assign(new Error('missing'), { status: 404, code: 'not_found' });
  /** @type {any} */
  const api = {
    asked,
    rows,
    entriesOf: entries,
    /** A call by this name fails once. */
    failing: new Set(),
    conversations: async (/** @type {string} */ _view, /** @type {string|null} */ cursor) => {
      const from = Number(cursor ?? 0);
      const items = api.rows.slice(from, from + 50);
      return { items, next_cursor: from + 50 < api.rows.length ? String(from + 50) : null };
    },
    conversation: async (/** @type {string} */ id) => {
      const found = api.rows.find((/** @type {Row} */ one) => one.id === id);
      if (!found) throw missing();
      return found;
    },
    counts: async () => ({ mine: 0, unassigned: 0, waiting: 0, open: 0, snoozed: 0, closed: 0, all: api.rows.length }),
    agents: async () => ({ items: [{ id: ME, name: 'Mei', active: true, availability: 'online', online: true }] }),
    entries: async (/** @type {string} */ id, /** @type {{before_sequence?:number, limit:number}} */ { before_sequence = Infinity, limit }) => {
      const all = (entries[id] ?? []).filter((one) => one.sequence < before_sequence);
      return { items: all.slice(-limit) };
    },
    contact: async (/** @type {string} */ id) => contacts[id] ?? { id, name: id, conversations: [], created_at: at(0), visits: 1, page: null },
    assign: async () => ({}),
    close: async () => ({}),
    reopen: async () => ({}),
    availability: async () => ({}),
  };
  return new Proxy(api, {
    /** @param {any} target @param {string} name */
    get(target, name) {
      const found = target[name];
      if (typeof found !== 'function') return found;
      return async (/** @type {any[]} */ ...args) => {
        asked.push([name, ...args]);
        if (target.failing.delete(name)) throw Object.assign(new Error('no'), { status: 503, code: 'unavailable' });
        return found(...args);
      };
    },
  });
}

/** @returns {Storage} */
export const createFakeStorage = () => {
  /** @type {Map<string, string>} */
  const kept = new Map();
  return {
    get length() {
      return kept.size;
    },
    key: (i) => [...kept.keys()][i] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
};

/** Lets every answer that is on its way arrive. */
export const arrive = async () => {
  for (let i = 0; i < 8; i += 1) await new Promise((resolve) => setImmediate(resolve));
};
