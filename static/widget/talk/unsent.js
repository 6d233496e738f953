/** Own messages that the desk has not taken yet, in order, under what it has. */

/**
 * Draws the outbox of the conversation that is shown.
 * @param {Pick<import('../talk.js').Options, 'client'|'timeline'|'extras'>} frame
 * @param {import('../talk.js').Here} here
 * @param {ReturnType<typeof import('./entries.js').createEntries>} entries
 */
export function createUnsent({ client, timeline, extras }, here, { makeBubble, noteAnswer }) {
  /** By their ids. @type {Map<string, import('../timeline.js').Bubble>} */
  const pending = new Map();
  let late = false;

  const waiting = () => [...pending.values()].filter((bubble) => bubble.said.state !== 'failed');
  /** Tells under the last how many wait for the network. */
  const draw = () => waiting().forEach((bubble, i, all) => bubble.update({ waiting: late && i === all.length - 1 ? all.length : 0 }));
  /** Whether it belongs into what is shown. @param {import('../types.js').Item} item */
  const belongs = ({ conversation_id: id }) => (here.current ? id === here.current : id === null || id === 'new');
  /** @param {import('../types.js').Item} item */
  const add = (item) => {
    const { client_message_id: id, content, code } = item;
    const at = new Date(item.created_at);
    const bubble = makeBubble({ mine: true, author: '', group: 'me', at, content, state: item.state === 'failed' ? 'failed' : 'sending', code }, id);
    pending.set(id, bubble);
    here.known.set(id, bubble);
    noteAnswer(content);
    timeline.append(bubble.node, at, { follow: true });
    draw();
    extras.end();
  };

  return {
    add,
    draw,
    belongs,
    get: (/** @type {string} */ id) => pending.get(id),
    /** It is settled, or gone. @param {string} id */
    drop: (id) => pending.delete(id),
    /** Where what is settled ends. */
    first: () => waiting()[0]?.node ?? null,
    get empty() {
      return !pending.size;
    },
    /** Another conversation is shown. */
    turn() {
      pending.clear();
      client.items().filter(belongs).forEach(add);
    },
    /** @param {boolean} value the link has been away for longer than people do not notice */
    setLate(value) {
      late = value;
      draw();
    },
  };
}
