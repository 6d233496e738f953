/**
 * What was written and is not yet known to be stored by the desk. Durable first, then sent, in the order of writing, never
 * more at once than the desk allows, repeated only after `continue` or on the next link, always with the same id.
 *
 * Pages of one identity share the store. The page that flushes is the one with the lock; see `tabs` in types.js.
 */
import { sendFrame } from './frames.js';
import { createOutboxQueue } from './outbox-queue.js';
import { countBytes, countScalars } from './text.js';

/** How long a page waits for another one, which holds the lock, to send what was written here. */
const STEAL_MS = 5000;
const ROOM_MS = 100;

/**
 * @typedef {object} Host
 * @property {import('./types.js').Clock} clock
 * @property {import('./types.js').OutboxStore} store
 * @property {import('./types.js').Tabs} tabs
 * @property {string} tab
 * @property {() => string} makeId
 * @property {import('./types.js').Options['role']} role
 * @property {ReturnType<typeof import('./link.js').createLink>} link
 * @property {import('./emitter.js').Emit} emit
 * @property {import('./types.js').Options['recall']} [recall]
 * @property {string|null} owner
 * @property {boolean} anonymous
 */

/** Where the outbox stands: whose it is, and what it waits for. @param {Host} host */
const begun = (host) => ({
  owner: host.owner,
  anonymous: host.anonymous,
  live: false,
  restored: false,
  holder: false,
  busyUntil: 0,
  /** @type {unknown} */
  pause: null,
  /** @type {unknown} */
  poll: null,
  /** @type {unknown} */
  due: null,
  /** @type {unknown} */
  steal: null,
  release: () => {},
});
/** @typedef {ReturnType<typeof begun>} State */

/**
 * Whose messages they are: what an earlier page left is sorted out, what the desk has is settled.
 * @param {import('./types.js').OutboxStore} store
 * @param {ReturnType<typeof createOutboxQueue>} queue
 * @param {Set<string>} tried
 * @param {State} at
 * @param {Set<string>} writing
 * @param {() => void} planHolds
 * @param {() => void} pump
 * @param {Host} host
 * @param {import('./types.js').Tabs} tabs
 * @param {import('./emitter.js').Emit} emit
 */
function createOwning(store, queue, tried, at, writing, planHolds, pump, host, tabs, emit) {
  /** Their recall is under way. @type {Set<string>} */
  const recalling = new Set();
  const ready = store
    .list()
    .catch((error) => (queue.unkept(error), []))
    .then((found) => {
      for (const item of found) {
        const id = item.client_message_id;
        if (queue.items.has(id) || queue.over.has(id)) continue;
        queue.items.set(id, item);
        tried.add(id);
        queue.earlier.add(id);
      }
      at.restored = true;
      if (at.owner) sortOut();
      for (const item of queue.sorted()) if (!writing.has(item.client_message_id)) queue.tell(item, item.state);
      planHolds();
      pump();
    });
  /** Items of somebody else are not sent: anonymous texts come back as drafts, others wait in the store for their owner. */
  const sortOut = () => {
    /** @type {import('./types.js').Item[]} */
    const drafts = [];
    for (const item of queue.sorted()) {
      if (item.owner === null) {
        Object.assign(item, { owner: at.owner, anonymous: at.anonymous });
        queue.keep(item);
      } else if (item.owner !== at.owner) {
        const id = item.client_message_id;
        queue.tell(item, 'removed');
        if (host.role === 'visitor' && item.anonymous) {
          if (!item.discarded && !item.message_id) drafts.push(item);
          queue.erase(id);
          tabs.post({ t: 'removed', id });
        } else {
          queue.items.delete(id);
          queue.unanswered.delete(id);
        }
      }
    }
    if (drafts.length) emit('unsent', { items: drafts });
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
    queue.erase(id);
    tabs.post({ t: 'removed', id });
  };
  /**
   * The desk has it. @param {string} id @param {import('./types.js').Entry} entry @returns {boolean} whether it was in this outbox
   */
  const settle = (id, entry) => {
    const item = queue.items.get(id);
    if (!item || item.message_id) return false;
    queue.unanswered.delete(id);
    if (item.discarded && host.recall) {
      item.message_id = entry.message_id ?? null;
      queue.keep(item);
      recallNow(item);
    } else {
      queue.erase(id);
      queue.tell(item, 'settled', entry);
      tabs.post({ t: 'settled', id, entry });
    }
    // After whoever settles it has given the entry out.
    Promise.resolve().then(pump);
    return true;
  };

  return { ready, sortOut, recallNow, settle };
}

/**
 * Puts messages on the wire, in order and within the bounds of the link.
 * @param {State} at
 * @param {import('./types.js').Tabs} tabs
 * @param {string} tab
 * @param {ReturnType<typeof createOutboxQueue>} queue
 * @param {import('./types.js').Clock} clock
 * @param {Set<string>} writing
 * @param {ReturnType<typeof import('./link.js').createLink>} link
 * @param {Set<string>} tried
 * @param {() => void} watch
 */
function createPump(at, tabs, tab, queue, clock, writing, link, tried, watch) {
  /** @param {import('./types.js').Item} item */
  const flushesHere = (item) => at.holder || (!tabs.locks && (item.tab === tab || queue.earlier.has(item.client_message_id)));
  /** Wakes when the next one that is held may go. */
  const planHolds = () => {
    clock.cancel(at.due);
    at.due = null;
    const holding = [...queue.items.values()].filter((item) => !item.discarded && queue.held(item));
    if (holding.length === 0) return;
    const next = Math.min(...holding.map((item) => item.hold_until ?? 0));
    at.due = clock.after(() => {
      for (const item of holding) if (queue.items.has(item.client_message_id) && !queue.held(item)) queue.tell(item, 'queued');
      planHolds();
      pump();
    }, next - clock.now());
  };
  const pump = () => {
    clock.cancel(at.poll);
    at.poll = null;
    if (!at.restored) return;
    /** What was written after a held message of the same conversation waits behind it. @type {Set<string|null>} */
    const behind = new Set();
    for (const item of queue.sorted()) {
      const id = item.client_message_id;
      if (!item.discarded && (queue.held(item) || behind.has(item.conversation_id))) {
        behind.add(item.conversation_id);
        continue;
      }
      if (!queue.items.has(id) || item.state === 'failed' || item.message_id || queue.unanswered.has(id) || !flushesHere(item)) continue;
      if (!at.live || at.pause || writing.has(id) || queue.unanswered.size >= link.limits.sends_in_flight) return;
      if (!link.roomy()) {
        at.poll = clock.after(pump, ROOM_MS);
        return;
      }
      if (tooLarge(item)) {
        fail(item, 'too_large');
        continue;
      }
      queue.unanswered.add(id);
      tried.add(id);
      item.state = 'sending';
      queue.tell(item, 'sending');
      link.send(sendFrame(item));
    }
    watch();
  };
  /** @param {import('./types.js').Item} item */
  const tooLarge = (item) =>
    countScalars(item.content.text ?? '') > link.limits.text_chars ||
    countBytes(JSON.stringify(sendFrame(item))) > link.limits.frame_bytes;
  const requeue = () => {
    for (const id of queue.unanswered) {
      const item = queue.items.get(id);
      if (item) queue.tell(Object.assign(item, { state: 'queued' }), 'queued');
    }
    queue.unanswered.clear();
  };
  /** @param {import('./types.js').Item} item @param {string} code */
  const fail = (item, code) => {
    const id = item.client_message_id;
    queue.unanswered.delete(id);
    if (item.discarded) {
      queue.erase(id);
      tabs.post({ t: 'removed', id });
    } else {
      Object.assign(item, { state: 'failed', code });
      queue.keep(item);
      queue.tell(item, 'failed');
      tabs.post({ t: 'failed', item });
    }
  };

  return { planHolds, pump, requeue, fail };
}

/**
 * Pages of one identity: which of them sends, and what the others say of their messages.
 * @param {State} at
 * @param {import('./types.js').Tabs} tabs
 * @param {ReturnType<typeof import('./link.js').createLink>} link
 * @param {ReturnType<typeof createOutboxQueue>} queue
 * @param {string} tab
 * @param {import('./types.js').Clock} clock
 * @param {() => void} pump
 * @param {() => void} requeue
 * @param {Set<string>} tried
 * @param {() => void} planHolds
 */
function createSharing(at, tabs, link, queue, tab, clock, pump, requeue, tried, planHolds) {
  /** Takes the lock away from a page that has it and does not send what was written here: it may be frozen. */
  const watch = () => {
    const waiting = at.live && tabs.locks && !at.holder && link.visible && queue.sorted().some((item) => item.tab === tab && item.state === 'queued' && !queue.held(item));
    if (!waiting) {
      clock.cancel(at.steal);
      at.steal = null;
    } else if (!at.steal) {
      at.steal = clock.after(() => {
        at.steal = null;
        if (at.live && !at.holder) ask(true);
      }, STEAL_MS + Math.max(0, at.busyUntil - clock.now()));
    }
  };
  const ask = (force = false) => {
    at.release();
    at.release = tabs.lock(
      `outbox:${at.owner}`,
      () => {
        at.holder = tabs.locks;
        pump();
      },
      () => {
        at.holder = false;
        requeue();
        if (at.live) ask();
      },
      force,
    );
  };
  tabs.listen((message) => {
    if (message.t === 'busy') at.busyUntil = clock.now() + message.ms;
    if (message.t === 'left' && !tabs.locks) {
      for (const one of queue.items.values()) if (one.tab === message.tab) queue.earlier.add(one.client_message_id);
      pump();
    }
    const item = queue.items.get(message.id ?? message.item?.client_message_id ?? '');
    if (message.t === 'queued' && !item && message.item.owner === at.owner && !queue.over.has(message.item.client_message_id)) {
      queue.items.set(message.item.client_message_id, message.item);
      tried.add(message.item.client_message_id);
      queue.tell(message.item, 'queued');
      planHolds();
      pump();
    }
    if (!item) return;
    const id = item.client_message_id;
    // What this page has on the wire gets its own answer.
    if (message.t === 'settled' && !queue.unanswered.has(id)) {
      queue.finish(id);
      queue.tell(item, 'settled', message.entry);
    } else if (message.t === 'failed') {
      Object.assign(item, message.item);
      queue.tell(item, 'failed');
    } else if (message.t === 'removed') {
      queue.finish(id);
      queue.tell(item, 'removed');
    } else if (message.t === 'discarded') {
      queue.tell(item, 'removed');
      item.discarded = true;
    }
    watch();
  });

  return { watch, ask };
}

/**
 * What writers and the desk say of messages.
 * @param {State} at
 * @param {string} tab
 * @param {ReturnType<typeof createOutboxQueue>} queue
 * @param {Set<string>} writing
 * @param {() => void} planHolds
 * @param {import('./types.js').OutboxStore} store
 * @param {import('./types.js').Tabs} tabs
 * @param {Set<string>} tried
 * @param {ReturnType<typeof import('./link.js').createLink>} link
 * @param {() => void} pump
 * @param {(item: import('./types.js').Item, code: string) => void} fail
 * @param {() => void} requeue
 * @param {import('./types.js').Clock} clock
 * @param {Promise<void>} ready
 */
function wordsOf(at, tab, queue, writing, planHolds, store, tabs, tried, link, pump, fail, requeue, clock, ready) {
  return {
    /** @param {import('./types.js').Item} item */
    queue(item) {
      const id = item.client_message_id;
      Object.assign(item, { owner: at.owner, anonymous: at.anonymous, tab });
      queue.items.set(id, item);
      writing.add(id);
      queue.tell(item, 'queued');
      planHolds();
      queue.keep(item).then(() => {
        writing.delete(id);
        if (!queue.items.has(id)) return store.remove(id).catch(queue.unkept);
        tabs.post({ t: 'queued', item: { ...item, state: 'queued' } });
        if (tabs.locks && !at.holder) {
          // From here on another page may send it, if one is there.
          tried.add(id);
          link.wake();
        }
        pump();
      });
    },
    /** @param {string} id */
    discard(id) {
      const item = queue.items.get(id);
      if (!item || item.discarded) return;
      queue.tell(item, 'removed');
      if (item.state === 'failed' || !tried.has(id) || queue.held(item)) {
        queue.erase(id);
        tabs.post({ t: 'removed', id });
      } else {
        item.discarded = true;
        queue.keep(item);
        tabs.post({ t: 'discarded', id });
      }
    },
    /** The conversation is gone; so is what was meant for it. @param {string} conversation_id */
    drop(conversation_id) {
      for (const item of queue.sorted()) {
        if (item.conversation_id !== conversation_id) continue;
        queue.tell(item, 'removed');
        queue.erase(item.client_message_id);
      }
    },
    async clear() {
      await ready;
      for (const item of queue.sorted()) {
        queue.tell(item, 'removed');
        queue.erase(item.client_message_id);
      }
    },
    /** @param {import('./types.js').RefusedFrame} frame */
    refused(frame) {
      const item = queue.items.get(frame.client_message_id);
      if (item) fail(item, frame.code);
      pump();
    },
    /** @param {number} ms */
    paused(ms) {
      requeue();
      clock.cancel(at.pause);
      at.pause = clock.after(() => {
        at.pause = null;
        link.setPaused(false);
        link.send({ type: 'continue' });
        pump();
      }, ms);
      link.setPaused(true);
      tabs.post({ t: 'busy', ms });
    },
    /** The server hung up on a frame: of what was on the wire, the largest. */
    blameLargest() {
      const size = (/** @type {string} */ id) => countBytes(JSON.stringify(queue.items.get(id)?.content ?? ''));
      const [worst] = [...queue.unanswered].sort((a, b) => size(b) - size(a));
      const item = queue.items.get(worst);
      if (item) fail(item, 'too_large');
    },
  };
}

/** The outbox of messages of one page. @param {Host} host */
export function createOutbox(host) {
  const { clock, store, tabs, tab, link, emit } = host;
  const at = begun(host);
  const queue = createOutboxQueue(clock, emit, store);
  /** Left this page at least once, so the desk may have them. @type {Set<string>} */
  const tried = new Set();
  /** Being written to the store; sending waits for it. @type {Set<string>} */
  const writing = new Set();
  const { ready, sortOut, recallNow, settle } = createOwning(store, queue, tried, at, writing, () => planHolds(), () => pump(), host, tabs, emit);

  const { planHolds, pump, requeue, fail } = createPump(at, tabs, tab, queue, clock, writing, link, tried, () => watch());

  const { watch, ask } = createSharing(at, tabs, link, queue, tab, clock, pump, requeue, tried, planHolds);

  return {
    ready,
    ...wordsOf(at, tab, queue, writing, planHolds, store, tabs, tried, link, pump, fail, requeue, clock, ready),
    /** @param {string} id @returns {import('./types.js').Item|undefined} */
    get: (id) => queue.items.get(id),
    list: () => queue.sorted().filter((item) => !item.discarded),
    /** Whether the writer may still take it back, and nobody has seen it. @param {string} id */
    isHeld: (id) => queue.items.has(id) && queue.held(/** @type {import('./types.js').Item} */ (queue.items.get(id))),
    /** @param {{identity?:{kind:string,id:string}, anonymous?:boolean}} session */
    setOwner(session) {
      if (session.anonymous !== undefined) at.anonymous = session.anonymous;
      if (!session.identity) return;
      at.owner = `${session.identity.kind}:${session.identity.id}`;
      sortOut();
    },
    /** @param {boolean} [taken] the link was taken from a page that does not answer */
    live(taken) {
      at.live = true;
      if (tabs.locks) ask(taken);
      ready.then(() => {
        for (const item of queue.items.values()) if (item.message_id) recallNow(item);
        pump();
      });
    },
    down() {
      at.live = false;
      at.holder = false;
      clock.cancel(at.pause);
      clock.cancel(at.poll);
      clock.cancel(at.steal);
      at.pause = at.poll = at.steal = null;
      at.release();
      requeue();
    },
    /** The page may be gone in a moment: another one goes on with what it wrote. */
    leave: () => tabs.post({ t: 'left', tab }),
    settle,
    pump,
  };
}
