/** A desk that only pretends: the sides of the delivery core, the session and the loader that the views know, with one sample talk. */

const CONVERSATION = 'c_preview';

/**
 * @param {string[]} lines said in turn, the visitor first @param {{id:string, name:string}} agent @param {Date} now
 */
const sample = (lines, agent, now) =>
  lines.map((text, i) => ({
    type: 'message',
    conversation_id: CONVERSATION,
    sequence: i + 1,
    message_id: `m_${i + 1}`,
    sender: i % 2 ? { kind: 'agent', ...agent } : { kind: 'visitor', id: 'v_preview', name: null },
    content: { kind: 'text', text },
    sent_at: new Date(now.getTime() - (lines.length - i) * 60_000).toISOString(),
  }));

/**
 * Answers the calls of the frame as a desk would, without one.
 * @param {object} options
 * @param {boolean} options.talking whether the visitor has a conversation that goes on
 * @param {string[]} options.lines @param {{id:string, name:string}} options.agent @param {Date} options.now
 */
export function pretend({ talking, lines, agent, now }) {
  const entries = talking ? sample(lines, agent, now) : [];
  const last = entries.length;
  const marks = { read: last, received: last };
  const row = { id: CONVERSATION, conversation_id: CONVERSATION, state: 'open', last, last_sequence: last, mine: marks, theirs: marks };
  const rows = talking ? [row] : [];
  /** @type {Record<string, (event:any) => void>} */ const heard = {};
  const nothing = () => {};

  return {
    client: {
      on: (/** @type {string} */ name, /** @type {(event:any) => void} */ fn) => (heard[name] = fn),
      ready: Promise.resolve(),
      status: { phase: 'live' },
      items: () => [],
      conversations: () => rows,
      conversation: (/** @type {string} */ id) => (talking && id === CONVERSATION ? row : undefined),
      load: async () => ({ entries, more: false }),
      older: async () => ({ entries: [], more: false }),
      send: nothing,
      read: nothing,
      typing: nothing,
      adopt: nothing,
      restart: nothing,
      retry: nothing,
      discard: nothing,
    },
    session: {
      call: async () => new Response(JSON.stringify({ items: entries.length ? [{ ...row, opened_at: entries[0].sent_at, updated_at: entries[last - 1].sent_at, last_message: { sender: entries[last - 1].sender, text: lines[last - 1], sent_at: entries[last - 1].sent_at }, unread: 0, rating: null }] : [] })),
    },
    loader: { hello: { kept: {}, tags: [] }, tell: nothing, on: nothing, ask: async () => null },
    /** The link is there and has said what the visitor has. */
    welcome: () => heard.welcome?.({ mode: 'fresh', conversations: rows }),
  };
}
