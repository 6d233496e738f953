/**
 * What was written and is not yet known to be stored by the desk. Durable first, then sent, in the order of writing, never
 * more at once than the desk allows, repeated only after `continue` or on the next link, always with the same id.
 *
 * Pages of one identity share the store. The page that flushes is the one with the lock; see `tabs` in types.js.
 */
import { sendFrame } from './frames.js';
import { countBytes, countScalars } from './text.js';

/** A message may wait this long for its writer to change his mind; more is a clock that was moved. */
const HOLD_MAX_MS = 60_000;
/** How long a page waits for another one, which holds the lock, to send what was written here. */
const STEAL_MS = 5000;
const ROOM_MS = 100;
const REMEMBERED = 500;

/**
 * @param {object} host
 * @param {import('./types.js').Clock} host.clock
 * @param {import('./types.js').OutboxStore} host.store
 * @param {import('./types.js').Tabs} host.tabs
 * @param {string} host.tab
 * @param {() => string} host.makeId
 * @param {import('./types.js').Options['role']} host.role
 * @param {ReturnType<typeof import('./link.js').createLink>} host.link
 * @param {import('./emitter.js').Emit} host.emit
 * @param {import('./types.js').Options['recall']} [host.recall]
 * @param {string|null} host.owner
 * @param {boolean} host.anonymous
 */
export function createOutbox(host) {
  const { clock, store, tabs, tab, link, emit } = host;
  let { owner, anonymous } = host;
  /** @type {Map<string, import('./types.js').Item>} */
  const items = new Map();
  /** On the wire of the present link, without an answer. @type {Set<string>} */
  const unanswered = new Set();
  /** Left this page at least once, so the desk may have them. @type {Set<string>} */
  const tried = new Set();
  /** Being written to the store; sending waits for it. @type {Set<string>} */
  const writing = new Set();
  /** Left by pages that are gone: they go first, whatever the clock said then, and without locks from here. @type {Set<string>} */
  const earlier = new Set();
  /** Their recall is under way. @type {Set<string>} */
  const recalling = new Set();
  /** Ids that are over, so that a late word from another page does not bring them back. @type {Set<string>} */
  const over = new Set();
  let live = false;
  let restored = false;
  let holder = false;
  let busyUntil = 0;
  /** @type {unknown} */ let pause = null;
  /** @type {unknown} */ let poll = null;
  /** @type {unknown} */ let due = null;
  /** @type {unknown} */ let steal = null;
  let release = () => {};

  /** Its writer may still change his mind. @param {import('./types.js').Item} item */
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

  const ready = store
    .list()
    .catch((error) => (unkept(error), []))
    .then((found) => {
      for (const item of found) {
        const id = item.client_message_id;
        if (items.has(id) || over.has(id)) continue;
        items.set(id, item);
        tried.add(id);
        earlier.add(id);
      }
      restored = true;
      if (owner) sortOut();
      for (const item of sorted()) if (!writing.has(item.client_message_id)) tell(item, item.state);
      planHolds();
      pump();
    });

  /** Items of somebody else are not sent: anonymous texts come back as drafts, others wait in the store for their owner. */
  const sortOut = () => {
    /** @type {import('./types.js').Item[]} */
    const drafts = [];
    for (const item of sorted()) {
      if (item.owner === null) {
        Object.assign(item, { owner, anonymous });
        keep(item);
      } else if (item.owner !== owner) {
        const id = item.client_message_id;
        tell(item, 'removed');
        if (host.role === 'visitor' && item.anonymous) {
          if (!item.discarded && !item.message_id) drafts.push(item);
          erase(id);
          tabs.post({ t: 'removed', id });
        } else {
          items.delete(id);
          unanswered.delete(id);
        }
      }
    }
    if (drafts.length) emit('unsent', { items: drafts });
  };

  /** @param {import('./types.js').Item} item */
  const flushesHere = (item) => holder || (!tabs.locks && (item.tab === tab || earlier.has(item.client_message_id)));

  /** Wakes when the next one that is held may go. */
  const planHolds = () => {
    clock.cancel(due);
    due = null;
    const holding = [...items.values()].filter((item) => !item.discarded && held(item));
    if (holding.length === 0) return;
    const next = Math.min(...holding.map((item) => item.hold_until ?? 0));
    due = clock.after(() => {
      for (const item of holding) if (items.has(item.client_message_id) && !held(item)) tell(item, 'queued');
      planHolds();
      pump();
    }, next - clock.now());
  };

  const pump = () => {
    clock.cancel(poll);
    poll = null;
    if (!restored) return;
    /** What was written after a held message of the same conversation waits behind it. @type {Set<string|null>} */
    const behind = new Set();
    for (const item of sorted()) {
      const id = item.client_message_id;
      if (!item.discarded && (held(item) || behind.has(item.conversation_id))) {
        behind.add(item.conversation_id);
        continue;
      }
      if (!items.has(id) || item.state === 'failed' || item.message_id || unanswered.has(id) || !flushesHere(item)) continue;
      if (!live || pause || writing.has(id) || unanswered.size >= link.limits.sends_in_flight) return;
      if (!link.roomy()) {
        poll = clock.after(pump, ROOM_MS);
        return;
      }
      if (tooLarge(item)) {
        fail(item, 'too_large');
        continue;
      }
      unanswered.add(id);
      tried.add(id);
      item.state = 'sending';
      tell(item, 'sending');
      link.send(sendFrame(item));
    }
    watch();
  };

  /** @param {import('./types.js').Item} item */
  const tooLarge = (item) =>
    countScalars(item.content.text ?? '') > link.limits.text_chars ||
    countBytes(JSON.stringify(sendFrame(item))) > link.limits.frame_bytes;

  /** Takes the lock away from a page that has it and does not send what was written here: it may be frozen. */
  const watch = () => {
    const waiting = live && tabs.locks && !holder && link.visible && sorted().some((item) => item.tab === tab && item.state === 'queued' && !held(item));
    if (!waiting) {
      clock.cancel(steal);
      steal = null;
    } else if (!steal) {
      steal = clock.after(() => {
        steal = null;
        if (live && !holder) ask(true);
      }, STEAL_MS + Math.max(0, busyUntil - clock.now()));
    }
  };

  const ask = (force = false) => {
    release();
    release = tabs.lock(
      `outbox:${owner}`,
      () => {
        holder = tabs.locks;
        pump();
      },
      () => {
        holder = false;
        requeue();
        if (live) ask();
      },
      force,
    );
  };

  const requeue = () => {
    for (const id of unanswered) {
      const item = items.get(id);
      if (item) tell(Object.assign(item, { state: 'queued' }), 'queued');
    }
    unanswered.clear();
  };

  /** @param {import('./types.js').Item} item @param {string} code */
  const fail = (item, code) => {
    const id = item.client_message_id;
    unanswered.delete(id);
    if (item.discarded) {
      erase(id);
      tabs.post({ t: 'removed', id });
    } else {
      Object.assign(item, { state: 'failed', code });
      keep(item);
      tell(item, 'failed');
      tabs.post({ t: 'failed', item });
    }
  };

  /** Takes back what was settled after its writer had deleted it. @param {import('./types.js').Item} item */
  const recallNow = async (item) => {
    const id = item.client_message_id;
    if (recalling.has(id)) return;
    recalling.add(id);
    try {
      await host.recall?.(/** @type {string} */ (item.message_id), item);
    } catch (error) {
      if (!(/** @type {import('./types.js').Failure|undefined} */ (error)?.final)) return;
    } finally {
      recalling.delete(id);
    }
    erase(id);
    tabs.post({ t: 'removed', id });
  };

  /**
   * The desk has it. @param {string} id @param {import('./types.js').Entry} entry @returns {boolean} whether it was in this outbox
   */
  const settle = (id, entry) => {
    const item = items.get(id);
    if (!item || item.message_id) return false;
    unanswered.delete(id);
    if (item.discarded && host.recall) {
      item.message_id = entry.message_id ?? null;
      keep(item);
      recallNow(item);
    } else {
      erase(id);
      tell(item, 'settled', entry);
      tabs.post({ t: 'settled', id, entry });
    }
    // After whoever settles it has given the entry out.
    Promise.resolve().then(pump);
    return true;
  };

  tabs.listen((message) => {
    if (message.t === 'busy') busyUntil = clock.now() + message.ms;
    if (message.t === 'left' && !tabs.locks) {
      for (const one of items.values()) if (one.tab === message.tab) earlier.add(one.client_message_id);
      pump();
    }
    const item = items.get(message.id ?? message.item?.client_message_id ?? '');
    if (message.t === 'queued' && !item && message.item.owner === owner && !over.has(message.item.client_message_id)) {
      items.set(message.item.client_message_id, message.item);
      tried.add(message.item.client_message_id);
      tell(message.item, 'queued');
      planHolds();
      pump();
    }
    if (!item) return;
    const id = item.client_message_id;
    // What this page has on the wire gets its own answer.
    if (message.t === 'settled' && !unanswered.has(id)) {
      finish(id);
      tell(item, 'settled', message.entry);
    } else if (message.t === 'failed') {
      Object.assign(item, message.item);
      tell(item, 'failed');
    } else if (message.t === 'removed') {
      finish(id);
      tell(item, 'removed');
    } else if (message.t === 'discarded') {
      tell(item, 'removed');
      item.discarded = true;
    }
    watch();
  });

  return {
    ready,
    /** @param {import('./types.js').Item} item */
    queue(item) {
      const id = item.client_message_id;
      Object.assign(item, { owner, anonymous, tab });
      items.set(id, item);
      writing.add(id);
      tell(item, 'queued');
      planHolds();
      keep(item).then(() => {
        writing.delete(id);
        if (!items.has(id)) return store.remove(id).catch(unkept);
        tabs.post({ t: 'queued', item: { ...item, state: 'queued' } });
        if (tabs.locks && !holder) {
          // From here on another page may send it, if one is there.
          tried.add(id);
          link.wake();
        }
        pump();
      });
    },
    /** @param {string} id @returns {import('./types.js').Item|undefined} */
    get: (id) => items.get(id),
    list: () => sorted().filter((item) => !item.discarded),
    /** Whether the writer may still take it back, and nobody has seen it. @param {string} id */
    isHeld: (id) => items.has(id) && held(/** @type {import('./types.js').Item} */ (items.get(id))),
    /** @param {string} id */
    discard(id) {
      const item = items.get(id);
      if (!item || item.discarded) return;
      tell(item, 'removed');
      if (item.state === 'failed' || !tried.has(id) || held(item)) {
        erase(id);
        tabs.post({ t: 'removed', id });
      } else {
        item.discarded = true;
        keep(item);
        tabs.post({ t: 'discarded', id });
      }
    },
    /** @param {{identity?:{kind:string,id:string}, anonymous?:boolean}} session */
    setOwner(session) {
      if (session.anonymous !== undefined) anonymous = session.anonymous;
      if (!session.identity) return;
      owner = `${session.identity.kind}:${session.identity.id}`;
      sortOut();
    },
    /** @param {boolean} [taken] the link was taken from a page that does not answer */
    live(taken) {
      live = true;
      if (tabs.locks) ask(taken);
      ready.then(() => {
        for (const item of items.values()) if (item.message_id) recallNow(item);
        pump();
      });
    },
    down() {
      live = false;
      holder = false;
      clock.cancel(pause);
      clock.cancel(poll);
      clock.cancel(steal);
      pause = poll = steal = null;
      release();
      requeue();
    },
    /** The page may be gone in a moment: another one goes on with what it wrote. */
    leave: () => tabs.post({ t: 'left', tab }),
    settle,
    pump,
    /** @param {import('./types.js').RefusedFrame} frame */
    refused(frame) {
      const item = items.get(frame.client_message_id);
      if (item) fail(item, frame.code);
      pump();
    },
    /** @param {number} ms */
    paused(ms) {
      requeue();
      clock.cancel(pause);
      pause = clock.after(() => {
        pause = null;
        link.setPaused(false);
        link.send({ type: 'continue' });
        pump();
      }, ms);
      link.setPaused(true);
      tabs.post({ t: 'busy', ms });
    },
    /** The server hung up on a frame: of what was on the wire, the largest. */
    blameLargest() {
      const size = (/** @type {string} */ id) => countBytes(JSON.stringify(items.get(id)?.content ?? ''));
      const [worst] = [...unanswered].sort((a, b) => size(b) - size(a));
      const item = items.get(worst);
      if (item) fail(item, 'too_large');
    },
    /** The conversation is gone; so is what was meant for it. @param {string} conversation_id */
    drop(conversation_id) {
      for (const item of sorted()) {
        if (item.conversation_id !== conversation_id) continue;
        tell(item, 'removed');
        erase(item.client_message_id);
      }
    },
    async clear() {
      await ready;
      for (const item of sorted()) {
        tell(item, 'removed');
        erase(item.client_message_id);
      }
    },
  };
}
