/**
 * Rules of a conversation row, for as long as the desk has not told it anew: what an entry changes in it, and whether a view still
 * holds it. Which rows stand in a list, and in which order, the desk says (list-watch.js).
 * Pure functions over the row as REST gives it. Numbers that the server alone knows (counts) are not made up here.
 *
 * @typedef {{kind:string, id:string, name?:string|null}} Sender
 * @typedef {object} Row
 * @property {string} id
 * @property {'bot'|'waiting'|'open'|'snoozed'|'closed'} state
 * @property {string} channel
 * @property {number} last_sequence
 * @property {{id:string, name:string|null, name_source?:'proven'|'team'|'said'|null, verified:boolean, label:string}} contact
 * @property {string} visitor_id
 * @property {boolean} [online] whether a page of the customer's is open
 * @property {string|null} agent_id
 * @property {string} updated_at
 * @property {string} opened_at
 * @property {string|null} waiting_since
 * @property {string[]} labels
 * @property {{sender:Sender, note:boolean, text:string|null, media_type:string|null, sent_at:string}|null} last_message
 * @property {number} unread
 * @property {number} [message_sequence]   of the last message, where an entry told it
 * @property {number|null} [mention_sequence]   the newest entry that names the agent in a note
 * @property {{received:number, read:number}} mine
 * @property {{received:number, read:number}} theirs
 * @property {string|null} snoozed_until
 * @property {string|null} [team_id]   null = everybody
 * @property {string} [priority]   urgent, high, normal or low
 * @property {string|null} [due_at]   of the earliest of its running clocks
 * @property {import('./clocks.js').Clock|null} [clock]   the one that is due first
 * @property {{number:number, name:string, title:string, status_id:string, category:string, type_id:string|null, due_at:string|null}|null} [ticket]
 *
 * @typedef {'mine'|'unassigned'|'open'|'waiting'|'snoozed'|'closed'|'mentions'|`view_${string}`} View   the last are saved ones, by their ids
 * @typedef {'waiting'|'newest'|'due'} Sort
 * @typedef {'us'|'customer'} Group
 */

/** Views by the desk's names, in the order of the keys 1–7. `open` is what agents call "all": neither closed nor put off. @type {View[]} */
export const VIEWS = ['mine', 'unassigned', 'open', 'waiting', 'snoozed', 'closed', 'mentions'];

/** A saved view: what stands in it the desk alone knows. @param {string} view @returns {view is `view_${string}`} */
export const isSaved = (view) => view.startsWith('view_');

/** Somebody at the desk is expected to do something with it. @param {Row} row */
const live = (row) => row.state === 'waiting' || row.state === 'open';

/** A note names the agent, who has not read it. @param {Row} row */
export const mentioned = (row) => (row.mention_sequence ?? 0) > row.mine.read;

/** Whether a row stands in a view. @param {View} view @param {Row} row @param {string} me */
export function belongs(view, row, me) {
  // Tickets have lists of their own; a note may call for one all the same.
  if (row.ticket && view !== 'mentions') return false;
  switch (view) {
    case 'mine':
      return row.agent_id === me && live(row);
    case 'mentions':
      return row.mention_sequence ? row.state !== 'closed' || mentioned(row) : false;
    case 'unassigned':
      return !row.agent_id && live(row);
    case 'waiting':
      return groupOf(row) === 'us';
    case 'open':
      return live(row);
    default:
      return isSaved(view) || row.state === view;
  }
}

/** Whose turn it is. @param {Row} row @returns {Group} */
export const groupOf = (row) => (row.waiting_since && live(row) ? 'us' : 'customer');

/** Whether it says of an answer of the bot's whether it helped. @param {any} content */
const isFeedback = (content) => content?.kind === 'choice' && (content.choice === 'bot:helpful' || content.choice === 'bot:unhelpful');

/** @param {Row} row @param {import('../../im/types.js').MessageEntry} entry @param {string} me @returns {Row} */
function applyMessage(row, entry, me) {
  const { sender, note } = entry;
  /** @type {Row} */
  const next = {
    ...row,
    updated_at: entry.sent_at,
    last_message: { sender, note, ...wordsOf(entry.content), sent_at: entry.sent_at },
  };
  if (note && sender.id !== me && entry.content?.mentions?.includes(me)) next.mention_sequence = entry.sequence;
  if (sender.kind === 'visitor') {
    next.unread = row.unread + 1;
    // Who talks to the bot, or says of an answer whether it helped, waits for nobody.
    if (row.state !== 'bot' && !isFeedback(entry.content)) next.waiting_since = row.waiting_since ?? entry.sent_at;
  }
  if (sender.kind === 'agent' && !note) {
    next.waiting_since = null;
    next.agent_id = row.agent_id ?? sender.id;
    if (row.state === 'waiting' || row.state === 'bot') next.state = 'open';
  }
  return next;
}

/**
 * Whose it is, with the state that it implies: what an agent has is open, what was open and is with nobody waits.
 * @param {Row} row @param {string|null} agent_id @returns {Pick<Row, 'agent_id'|'state'>}
 */
export function given(row, agent_id) {
  if (agent_id) return { agent_id, state: row.state === 'waiting' || row.state === 'bot' ? 'open' : row.state };
  return { agent_id, state: row.state === 'open' ? 'waiting' : row.state };
}

/** What a row keeps of a message's content. @param {import('../../im/types.js').Content|null} content null = recalled */
const wordsOf = (content) => ({ text: content ? content.text || content.name || '' : null, media_type: content?.media_type ?? null });

/** @param {Row} row @param {import('../../im/types.js').EventEntry} entry @param {import('../../im/types.js').Content|null} content */
function applyLastText(row, entry, content) {
  // Only the newest message is shown in the row; an edit of an older one changes nothing here.
  if (row.last_message && entry.message_sequence === lastMessageSequence(row)) {
    return { ...row, last_message: { ...row.last_message, ...wordsOf(content) } };
  }
  return row;
}

/** The row does not carry its message's sequence: right after loading it is taken as the newest entry. @param {Row} row */
const lastMessageSequence = (row) => row.message_sequence ?? row.last_sequence;

/**
 * The row after an entry; the same row if it already knew.
 * @param {Row} row @param {import('../../im/types.js').Entry} entry @param {string} [me] @returns {Row}
 */
export function applyEntry(row, entry, me = '') {
  if (entry.sequence <= row.last_sequence) return row;
  let next = row;
  if (entry.type === 'message') next = { ...applyMessage(row, entry, me), message_sequence: entry.sequence };
  else if (entry.kind === 'assigned' || entry.kind === 'transferred') next = { ...row, ...given(row, entry.agent_id ?? null) };
  else if (entry.kind === 'unassigned') next = { ...row, ...given(row, null) };
  else if (entry.kind === 'team') next = { ...row, ...(entry.team_id ? given(row, null) : {}), team_id: entry.team_id ?? null };
  else if (entry.kind === 'priority') next = { ...row, priority: entry.priority };
  else if (entry.kind === 'no_answer_needed') next = { ...row, waiting_since: null };
  else if (entry.kind === 'labels') next = { ...row, labels: entry.labels ?? [] };
  else if (entry.kind === 'edited') next = applyLastText(row, entry, entry.content ?? null);
  else if (entry.kind === 'recalled') next = applyLastText(row, entry, null);
  else if (entry.kind === 'state') {
    next = { ...row, state: /** @type {Row['state']} */ (entry.state), snoozed_until: entry.until ?? null };
    if (entry.state === 'closed' || entry.state === 'bot') next.waiting_since = null;
    if (entry.state === 'bot') next.agent_id = null;
    // What the bot handed over waits; since when exactly, the next row says.
    if (row.state === 'bot' && entry.state === 'waiting') next.waiting_since = entry.at ?? row.updated_at;
  }
  return { ...next, message_sequence: lastMessageSequence(next), last_sequence: entry.sequence };
}

/** Entries after which only the server knows the row: whose it is, or whom its notes name. @param {import('../../im/types.js').Entry} entry @param {Row} row @param {string} me */
export function needsReload(entry, row, me) {
  if (entry.type !== 'entry') return false;
  if (entry.kind === 'contact_changed') return true;
  return (entry.kind === 'edited' || entry.kind === 'recalled') && Boolean(row.mention_sequence || entry.content?.mentions?.includes(me));
}
