/** The outbox's messages themselves: which there are, in which order, what of them is in the store, and who is told of them. */

/** A message may wait this long for its writer to change their mind; more is a clock that was moved. */
const HOLD_MAX_MS = 60_000;
const REMEMBERED = 500;

/**
 * The messages that are not settled, in their order, kept in the store and let go of.
 * @param {import('./types.js').Clock} clock
 * @param {import('./emitter.js').Emit} emit
 * @param {import('./types.js').OutboxStore} store
 */
export function createOutboxQueue(clock, emit, store) {
  /** @type {Map<string, import('./types.js').Item>} */
  const items = new Map();
  /** On the wire of the present link, without an answer. @type {Set<string>} */
  const unanswered = new Set();
  /** Left by pages that are gone: they go first, whatever the clock said then, and without locks from here. @type {Set<string>} */
  const earlier = new Set();
  /** Ids that are over, so that a late word from another page does not bring them back. @type {Set<string>} */
  const over = new Set();
  /** Its writer may still change their mind. @param {import('./types.js').Item} item */
  const held = ({ hold_until: until = 0 }) => until > clock.now() && until - clock.now() <= HOLD_MAX_MS;
  /** @param {unknown} error */
  const unkept = (error) => emit('trouble', { code: 'store', detail: String(error) });
  /** @param {import('./types.js').Item} item */
  const keep = (item) => store.put({ ...item, state: item.state === 'failed' ? 'failed' : 'queued' }).catch(unkept);
  /** @param {import('./types.js').Item} item */
  const place = ({ client_message_id: id }) => (earlier.has(id) ? 0 : 1) + id;
  const sorted = () => [...items.values()].sort((a, b) => (place(a) < place(b) ? -1 : 1));
  /** @param {import('./types.js').Item} item @param {string} change @param {import('./types.js').Entry} [entry] */
  const tell = (item, change, entry) => !item.discarded && emit('outbox', { item, change, entry });
  /** @param {string} id */
  const finish = (id) => {
    items.delete(id);
    unanswered.delete(id);
    earlier.delete(id);
    over.add(id);
    if (over.size > REMEMBERED) over.delete(over.values().next().value ?? '');
  };
  /** @param {string} id */
  const erase = (id) => {
    finish(id);
    store.remove(id).catch(unkept);
  };

  return { unkept, items, over, earlier, sorted, tell, keep, erase, unanswered, held, finish };
}
