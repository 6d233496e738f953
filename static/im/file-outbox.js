/**
 * Files that somebody has chosen and the desk does not have yet. Kept with their bytes until a message names them, so that a
 * reload goes on where it was; sent one after the other in the order of choosing. What arrived becomes a message of the outbox
 * under the id that the file had from the start: it cannot come twice.
 */
import { upload } from './upload.js';

/** In this time the outbox has written a message down. */
const OUTBOX_MS = 2000;

/**
 * @typedef {object} OutgoingFile
 * @property {string} client_message_id     UUIDv7; also the message's
 * @property {string|null} conversation_id
 * @property {boolean} note
 * @property {string|null} owner            identity that chose it
 * @property {Blob} blob
 * @property {string} name
 * @property {string} text                  words to it
 * @property {number} [duration_ms]         of a voice message
 * @property {number} [width]               of a picture, as it was prepared
 * @property {number} [height]
 * @property {string|null} upload_id
 * @property {string} [file_id]             once the desk has it all
 * @property {'waiting'|'sending'|'failed'} state
 * @property {string|null} code             why it failed
 * @property {number} sent                  bytes that the desk has
 * @property {number} created_at            ms since 1970
 */

/**
 * @typedef {object} Host
 * @property {(message:{id:string, conversation_id:string|null, note:boolean, content:import('./types.js').Content}) => unknown} send the client's; the message is durable or on its way when it returns
 * @property {Parameters<typeof upload>[0]['call']} call
 * @property {import('./types.js').OutboxStore} store
 * @property {import('./types.js').Tabs} tabs
 * @property {import('./types.js').Clock} clock
 * @property {() => number} random
 * @property {() => string} makeId
 * @property {() => string|null} owner
 * @property {Parameters<typeof upload>[0]['onOnline']} onOnline
 * @property {(outgoing:OutgoingFile, change:'added'|'changed'|'sent'|'gone') => void} onChange
 */

/** The file on its way, and what stops it. */
const begun = () => ({
  /** @type {AbortController|null} */
  working: null,
  /** @type {string|null} */
  at: null,
});
/** @typedef {ReturnType<typeof begun>} State */

/**
 * The files that this page has to send, their locks, and their copies in the store.
 * @param {import('./types.js').OutboxStore} store
 * @param {import('./types.js').Tabs} tabs
 * @param {(outgoing: OutgoingFile, change: 'added' | 'changed' | 'gone' | 'sent') => void} onChange
 * @param {() => Promise<void>} pump
 */
function createFileQueue(store, tabs, onChange, pump) {
  /** @type {Map<string, OutgoingFile>} */
  const queue = new Map();
  /** Locks of those that this page sends, by id. @type {Map<string, () => void>} */
  const locks = new Map();
  /** Given to the outbox, not known to be in its store. @type {Set<string>} */
  const delivered = new Set();
  const keep = (/** @type {OutgoingFile} */ outgoing) => store.put(/** @type {any} */ ({ ...outgoing, state: outgoing.state === 'failed' ? 'failed' : 'waiting' })).catch(() => {});
  const forget = (/** @type {string} */ id) => {
    queue.delete(id);
    locks.get(id)?.();
    locks.delete(id);
  };
  const remove = (/** @type {string} */ id) => store.remove(id).catch(() => {});
  /** Another page may have the same one from the store: who holds its lock sends it. @param {OutgoingFile} outgoing */
  const claim = (outgoing) => {
    const id = outgoing.client_message_id;
    const release = tabs.lock(`parcel:${id}`, () => {
      if (!queue.has(id)) {
        queue.set(id, outgoing);
        onChange(outgoing, 'added');
      }
      pump();
    }, () => {});
    locks.set(id, release);
  };
  /** The outbox has written the message down. @param {string} id */
  const kept = (id) => {
    if (delivered.delete(id)) remove(id);
  };

  return { queue, keep, forget, delivered, kept, locks, remove, claim };
}

/**
 * Sends one after the other, and hands what arrived to the outbox.
 * @param {State} now
 * @param {Map<string, OutgoingFile>} queue
 * @param {(outgoing: OutgoingFile, change: 'added' | 'changed' | 'gone' | 'sent') => void} onChange
 * @param {Host} host
 * @param {import('./types.js').Clock} clock
 * @param {(outgoing: OutgoingFile) => Promise<void>} keep
 * @param {(id: string) => void} forget
 * @param {Set<string>} delivered
 * @param {(id: string) => void} kept
 */
function createPump(now, queue, onChange, host, clock, keep, forget, delivered, kept) {
  const pump = async () => {
    if (now.working) return;
    const outgoing = [...queue.values()].sort((a, b) => (a.client_message_id < b.client_message_id ? -1 : 1)).find((one) => one.state === 'waiting');
    if (!outgoing) return;
    const id = (now.at = outgoing.client_message_id);
    now.working = new AbortController();
    Object.assign(outgoing, { state: 'sending', code: null });
    onChange(outgoing, 'changed');
    try {
      const file = await upload({
        blob: outgoing.blob,
        name: outgoing.name,
        call: host.call,
        clock,
        random: host.random,
        signal: now.working.signal,
        onOnline: host.onOnline,
        upload_id: outgoing.upload_id,
        onBegun(upload_id) {
          outgoing.upload_id = upload_id;
          keep(outgoing);
        },
        onProgress(bytes) {
          outgoing.sent = bytes;
          onChange(outgoing, 'changed');
        },
      });
      if (queue.has(id)) deliver(outgoing, file);
    } catch (error) {
      if (queue.has(id)) {
        Object.assign(outgoing, { state: 'failed', code: /** @type {import('./types.js').Failure} */ (error).code ?? 'refused' });
        keep(outgoing);
        onChange(outgoing, 'changed');
      }
    }
    now.working = now.at = null;
    pump();
  };
  /** @param {OutgoingFile} outgoing @param {import('./upload.js').Outcome} file */
  const deliver = (outgoing, file) => {
    const { client_message_id: id, conversation_id, note, text, duration_ms } = outgoing;
    // What the desk knows of the file comes along, for one's own view of the message; the desk puts its own in.
    const about = { name: file.name, media_type: file.media_type, byte_size: file.byte_size, ...(file.width ? { width: file.width, height: /** @type {number} */ (file.height) } : {}) };
    const content = { kind: 'file', file_id: file.file_id, ...(duration_ms ? { duration_ms } : {}), ...(text ? { text } : {}), ...about };
    onChange(Object.assign(outgoing, { file_id: file.file_id }), 'sent');
    host.send({ id, conversation_id, note, content });
    forget(id);
    // The outbox writes it down meanwhile, and says so. If the page ends before that, the next one delivers it again, under the same id.
    delivered.add(id);
    clock.after(() => kept(id), OUTBOX_MS);
  };

  return pump;
}

/** The outbox of files: keeps them, sends them, and hands the finished ones to the outbox of messages. @param {Host} host */
export function createFileOutbox(host) {
  const { store, tabs, clock, onChange } = host;
  const { queue, keep, forget, delivered, kept, locks, remove, claim } = createFileQueue(store, tabs, onChange, () => pump());
  const now = begun();

  const pump = createPump(now, queue, onChange, host, clock, keep, forget, delivered, kept);

  const api = {
    /** Those that were left by an earlier page of the same identity; what somebody else chose goes. */
    async restore() {
      const isForeign = (/** @type {OutgoingFile} */ { owner }) => owner !== null && owner !== host.owner();
      for (const outgoing of [...queue.values()]) if (isForeign(outgoing)) this.cancel(outgoing.client_message_id);
      for (const outgoing of /** @type {any[]} */ (await store.list().catch(() => []))) {
        const id = outgoing.client_message_id;
        if (queue.has(id) || locks.has(id)) continue;
        if (isForeign(outgoing)) await remove(id);
        else claim(outgoing);
      }
    },
    /** @param {{blob:Blob, name:string, conversation_id:string|null, note?:boolean, text?:string, duration_ms?:number, width?:number, height?:number}} chosen */
    async add({ note = false, text = '', ...chosen }) {
      /** @type {OutgoingFile} */
      const outgoing = {
        ...chosen, note, text, client_message_id: host.makeId(), owner: host.owner(), upload_id: null, state: 'waiting', code: null,
        sent: 0, created_at: clock.now(),
      };
      queue.set(outgoing.client_message_id, outgoing);
      onChange(outgoing, 'added');
      await keep(outgoing);
      if (queue.has(outgoing.client_message_id)) claim(outgoing);
      return outgoing;
    },
    /** @param {string} id */
    cancel(id) {
      const outgoing = queue.get(id);
      if (!outgoing) return;
      forget(id);
      remove(id);
      if (now.at === id) now.working?.abort();
      onChange(outgoing, 'gone');
    },
    /** @param {string} id */
    retry(id) {
      const outgoing = queue.get(id);
      if (outgoing?.state !== 'failed') return;
      Object.assign(outgoing, { state: 'waiting', code: null });
      onChange(outgoing, 'changed');
      pump();
    },
    /** A conversation that had no name has one now. @param {string} conversation_id */
    named(conversation_id) {
      for (const outgoing of queue.values()) {
        if (outgoing.conversation_id) continue;
        outgoing.conversation_id = conversation_id;
        keep(outgoing);
      }
    },
    kept,
    list: () => [...queue.values()].sort((a, b) => (a.client_message_id < b.client_message_id ? -1 : 1)),
    /** Somebody else is there now: nothing of the one before is sent. */
    clear() {
      for (const id of [...queue.keys()]) this.cancel(id);
    },
  };
  return api;
}
