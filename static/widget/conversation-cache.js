/**
 * The visitor's conversations as rows: what was said last in each, and how much of it is unread. Begins with what the desk lists
 * and follows the entries from there. Pure: no nodes, no network.
 */

/**
 * @typedef {object} Row
 * @property {string} id
 * @property {string} state
 * @property {string} opened_at
 * @property {string} updated_at
 * @property {{sender:{kind:string, id?:string, name?:string|null}|null, text:string, sent_at:string}|null} last_message
 * @property {{score:number, comment:string|null}|null} rating
 * @property {number} last_sequence
 * @property {import('./tickets.js').Ticket|null} [ticket]
 * @property {{conversation_id:string, sequences:number[]}|null} [source] what it was split off
 * @property {string|null} [merged_into]
 */

/**
 * The rows of the visitor's conversations and their unread counts.
 * @param {{read:(id:string) => number}} marks how far the visitor has read a conversation
 */
export function createConversationCache({ read }) {
  /** @type {Map<string, Row>} */
  const rows = new Map();
  /** Messages of the other side, by conversation. @type {Map<string, Set<number>>} */
  const theirs = new Map();
  /** What the desk counted, up to which entry. @type {Map<string, {count:number, upto:number}>} */
  const told = new Map();

  /** @param {string} id @param {string} [at] @returns {Row} */
  const row = (id, at = '') => {
    let found = rows.get(id);
    if (!found) rows.set(id, (found = { id, state: 'open', opened_at: at, updated_at: at, last_message: null, rating: null, last_sequence: 0 }));
    return found;
  };
  const list = () => [...rows.values()].sort((a, b) => (a.updated_at < b.updated_at ? 1 : a.updated_at > b.updated_at ? -1 : a.id < b.id ? 1 : -1));
  /** @param {string} id */
  const unread = (id) => {
    const to = read(id);
    const { count = 0, upto = 0 } = told.get(id) ?? {};
    let live = 0;
    for (const sequence of theirs.get(id) ?? []) if (sequence > to && sequence > upto) live += 1;
    return live + (to >= upto ? 0 : count);
  };

  return {
    list,
    unread,
    get: (/** @type {string|null} */ id) => (id ? rows.get(id) ?? null : null),
    total: () => [...rows.keys()].reduce((sum, id) => sum + unread(id), 0),
    /** The newest that is not closed and no ticket: where the talk goes on. */
    going: () => list().filter((one) => one.state !== 'closed' && !one.ticket).sort((a, b) => (a.opened_at < b.opened_at ? 1 : -1))[0] ?? null,
    /** Rows of the link's welcome: which there are, and their states. @param {import('../im/types.js').KnownRow[]} found newest first */
    know(found) {
      for (const { conversation_id: id, state, last_sequence, ticket } of found) Object.assign(row(id), { state, last_sequence, ticket });
    },
    /** Rows as the desk lists them. @param {(Row & {unread?:number})[]} items */
    set(items) {
      for (const item of items) {
        const before = rows.get(item.id);
        // An entry may have come while the list was on its way.
        if (before?.last_message && before.last_sequence > item.last_sequence) Object.assign(before, { opened_at: item.opened_at, ticket: item.ticket, source: item.source });
        else {
          const { id, state, opened_at, updated_at, last_message = null, rating = null, last_sequence, ticket, source, merged_into } = item;
          rows.set(id, { id, state, opened_at, updated_at, last_message, rating, last_sequence, ticket, source, merged_into });
          told.set(id, { count: item.unread ?? 0, upto: last_sequence });
        }
      }
    },
    /** @param {import('./types.js').Entry} entry live or of a page @param {string} text of a message, in words */
    take(entry, text = '') {
      const at = entry.sent_at ?? entry.at ?? '';
      const own = row(entry.conversation_id, at);
      const news = entry.sequence > own.last_sequence;
      if (news) own.last_sequence = entry.sequence;
      if (entry.type === 'message') {
        if (entry.sender.kind !== 'visitor') {
          if (!theirs.has(own.id)) theirs.set(own.id, new Set());
          theirs.get(own.id)?.add(entry.sequence);
        }
        if (at && (!own.last_message || at >= own.last_message.sent_at)) own.last_message = { sender: entry.sender, text, sent_at: at };
      }
      if (at > own.updated_at) own.updated_at = at;
      if (!own.opened_at) own.opened_at = at;
      if (news && entry.kind === 'state' && entry.state) own.state = entry.state;
      if (entry.kind === 'rated' && entry.score) own.rating = { score: entry.score, comment: entry.comment ?? null };
    },
    /** @param {string} id @param {{score:number, comment:string|null}} rating */
    rate(id, rating) {
      row(id).rating = rating;
    },
    clear() {
      rows.clear();
      theirs.clear();
      told.clear();
    },
  };
}
