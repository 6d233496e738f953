/**
 * A thread as it is read: day by day, turns of one speaker grouped, quiet lines between, the mark "new since you last
 * looked", and last what is not sent yet. Pure function of entries and marks; tested without a page.
 *
 * @typedef {object} Bubble
 * @property {'bubble'} type
 * @property {string} key
 * @property {'customer'|'own'|'note'} tone
 * @property {import('../../im/types.js').Member} sender
 * @property {string} at
 * @property {string|null} text     null = recalled
 * @property {boolean} edited
 * @property {boolean} mine         this agent wrote it
 * @property {boolean} first        of its group
 * @property {boolean} last         of its group: carries time and state
 * @property {'sending'|'sent'|'delivered'|'read'|'failed'|null} state
 * @property {import('../../im/types.js').Item|null} item  the unsent one, null once it is stored
 * @property {number} sequence      0 = not stored
 * @property {string|null} id        of the stored message
 * @property {import('../../im/types.js').Content|null} content           null = recalled
 * @property {import('../../im/file-outbox.js').OutgoingFile} [outgoing]  a file on its way, no message yet
 *
 * @typedef {{type:'day', key:string, at:string}} Day
 * @typedef {{type:'line', key:string, entry:import('../../im/types.js').EventEntry, at:string}} Line
 * @typedef {{type:'new', key:string}} Fresh
 * @typedef {Bubble|Day|Line|Fresh} Piece
 */

/** Messages of one speaker within this time are one turn. */
const TURN_MS = 5 * 60 * 1000;
/** Entries that are not lines of their own. `edited` and `recalled` show in the message they are about. */
const SILENT = new Set(['hidden', 'edited', 'recalled', 'contact_changed']);

/** Whether an answer of the bot helped: shown with the answer. @param {import('../../im/types.js').Entry} entry */
const isVote = (entry) => entry.type === 'message' && /^bot:(un)?helpful$/.test(entry.content?.choice ?? '');

/** @param {string} at local day of a time */
const dayOf = (at) => {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
};

/** Later edits and recalls, by the message they are about. @param {import('../../im/types.js').Entry[]} entries */
function overlays(entries) {
  /** @type {Map<string, {content:import('../../im/types.js').Content|null, recalled:boolean}>} */
  const found = new Map();
  for (const entry of entries) {
    if (entry.type !== 'entry') continue;
    const about = entry.message_id ?? '';
    if (entry.kind === 'edited' && !found.get(about)?.recalled) {
      found.set(about, { content: entry.content ?? null, recalled: false });
    }
    if (entry.kind === 'recalled') found.set(about, { content: null, recalled: true });
  }
  return found;
}

/** @param {import('../../im/types.js').MessageEntry} entry @param {{received:number, read:number}} theirs */
function stateOf(entry, theirs) {
  if (entry.note || entry.sender.kind === 'visitor') return null;
  if (entry.sequence <= theirs.read) return 'read';
  return entry.sequence <= theirs.received ? 'delivered' : 'sent';
}

/** @param {import('../../im/types.js').MessageEntry} message @returns {'customer'|'own'|'note'} */
const toneOf = (message) => (message.note ? 'note' : message.sender.kind === 'visitor' ? 'customer' : 'own');

/** Where the thread has come to. @param {number|null} seen */
const begun = (seen) => ({
  /** @type {Bubble|null} */
  open: null,
  day: '',
  marked: seen === null,
});
/** @typedef {ReturnType<typeof begun>} State */

/**
 * Pieces join what stands before them.
 * @param {object} host
 * @param {State} host.here
 */
function createJoining({ here }) {
  /** @type {Piece[]} */
  const pieces = [];
  /** @param {string} at */
  const turnDay = (at) => {
    if (dayOf(at) === here.day) return;
    here.day = dayOf(at);
    here.open = null;
    pieces.push({ type: 'day', key: `day:${here.day}`, at });
  };
  /** @param {Omit<Bubble,'first'|'last'|'type'>} bubble */
  const add = (bubble) => {
    const joins =
      here.open !== null &&
      here.open.tone === bubble.tone &&
      bubble.tone !== 'note' &&
      here.open.sender.kind === bubble.sender.kind &&
      here.open.sender.id === bubble.sender.id &&
      here.open.state !== 'failed' &&
      Date.parse(bubble.at) - Date.parse(here.open.at) < TURN_MS;
    if (joins && here.open) here.open.last = false;
    here.open = { ...bubble, type: 'bubble', first: !joins, last: true };
    pieces.push(here.open);
  };

  return { turnDay, pieces, add };
}

/**
 * The pieces of a thread, in the order of reading.
 * @param {object} from
 * @param {import('../../im/types.js').Entry[]} from.entries  ascending
 * @param {import('../../im/types.js').Entry[]} [from.beyond]  later ones that are not shown: what they change is
 * @param {import('../../im/types.js').Item[]} from.items    unsent, in order of writing
 * @param {import('../../im/file-outbox.js').OutgoingFile[]} [from.outgoing] files on their way, in order of choosing
 * @param {string} from.me
 * @param {string} from.name    of this agent
 * @param {{received:number, read:number}} from.theirs
 * @param {number|null} from.seen  read up to here when the thread was opened; null = no mark wanted
 * @returns {Piece[]}
 */
export function timeline({ entries, beyond = [], items, outgoing = [], me, name, theirs, seen }) {
  const later = overlays(beyond.length > 0 ? [...entries, ...beyond] : entries);
  const here = begun(seen);
  const { turnDay, pieces, add } = createJoining({ here });

  for (const entry of entries) {
    const at = entry.sent_at ?? entry.at ?? '';
    if ((entry.type === 'entry' && SILENT.has(entry.kind)) || isVote(entry)) continue;
    turnDay(at);
    const own = entry.type === 'message' && entry.sender.kind === 'agent' && entry.sender.id === me;
    if (!here.marked && entry.sequence > /** @type {number} */ (seen) && !own) {
      here.marked = true;
      // Above the very first entry the mark says nothing.
      if (pieces.some((piece) => piece.type !== 'day')) {
        here.open = null;
        pieces.push({ type: 'new', key: 'new' });
      }
    }
    if (entry.type === 'entry') {
      here.open = null;
      pieces.push({ type: 'line', key: `e:${entry.sequence}`, entry, at });
      continue;
    }
    const change = later.get(entry.message_id);
    const content = change ? change.content : entry.content;
    add({
      key: entry.client_message_id ? `${entry.sender.id}:${entry.client_message_id}` : entry.message_id,
      tone: toneOf(entry),
      sender: entry.sender,
      at,
      text: content ? (content.text ?? '') : null,
      edited: Boolean(entry.edited_at || change) && content !== null,
      mine: own,
      state: stateOf(entry, theirs),
      item: null,
      sequence: entry.sequence,
      id: entry.message_id,
      content,
    });
  }
  /** Sent again by a page that did not know that it had arrived: it stands above. */
  const stored = new Set(entries.map((entry) => entry.sender?.id === me && entry.client_message_id));
  for (const item of items) {
    if (stored.has(item.client_message_id)) continue;
    turnDay(item.created_at);
    add({
      key: `${me}:${item.client_message_id}`,
      tone: item.note ? 'note' : 'own',
      sender: { kind: 'agent', id: me, name },
      at: item.created_at,
      text: item.content?.text ?? '',
      edited: false,
      mine: true,
      state: item.state === 'failed' ? 'failed' : 'sending',
      item,
      sequence: 0,
      id: null,
      content: item.content,
    });
  }
  for (const file of outgoing) {
    if (stored.has(file.client_message_id)) continue;
    const at = new Date(file.created_at).toISOString();
    turnDay(at);
    add({
      key: `${me}:${file.client_message_id}`,
      tone: file.note ? 'note' : 'own',
      sender: { kind: 'agent', id: me, name },
      at,
      text: '',
      edited: false,
      mine: true,
      state: file.state === 'failed' ? 'failed' : 'sending',
      item: null,
      sequence: 0,
      id: null,
      content: { kind: 'file', name: file.name },
      outgoing: file,
    });
  }
  return pieces;
}
