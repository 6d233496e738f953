/**
 * Files that somebody has chosen and the desk does not have yet. Kept with their bytes until a message names them, so that a
 * reload goes on where it was; sent one after the other in the order of choosing. What arrived becomes a message of the outbox
 * under the id that the parcel had from the start: it cannot come twice.
 */
import { upload } from './upload.js';

/** In this time the outbox has written a message down. */
const OUTBOX_MS = 2000;

/**
 * @typedef {object} Parcel
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
 * @property {(parcel:Parcel, change:'added'|'changed'|'sent'|'gone') => void} onChange
 */

/** The parcel on its way, and what stops it. */
const begun = () => ({
  /** @type {AbortController|null} */
  working: null,
  /** @type {string|null} */
  at: null,
});
/** @typedef {ReturnType<typeof begun>} State */

/**
 * The parcels of this page, their locks, and their copies in the store.
 * @param {import('./types.js').OutboxStore} store
 * @param {import('./types.js').Tabs} tabs
 * @param {(parcel: Parcel, change: 'added' | 'changed' | 'gone' | 'sent') => void} onChange
 * @param {() => Promise<void>} pump
 */
function createShelf(store, tabs, onChange, pump) {
  /** @type {Map<string, Parcel>} */
  const parcels = new Map();
  /** Locks of those that this page sends, by id. @type {Map<string, () => void>} */
  const locks = new Map();
  /** Given to the outbox, not known to be in its store. @type {Set<string>} */
  const delivered = new Set();
  const keep = (/** @type {Parcel} */ parcel) => store.put(/** @type {any} */ ({ ...parcel, state: parcel.state === 'failed' ? 'failed' : 'waiting' })).catch(() => {});
  const forget = (/** @type {string} */ id) => {
    parcels.delete(id);
    locks.get(id)?.();
    locks.delete(id);
  };
  const remove = (/** @type {string} */ id) => store.remove(id).catch(() => {});
  /** Another page may have the same one from the store: who holds its lock sends it. @param {Parcel} parcel */
  const claim = (parcel) => {
    const id = parcel.client_message_id;
    const release = tabs.lock(`parcel:${id}`, () => {
      if (!parcels.has(id)) {
        parcels.set(id, parcel);
        onChange(parcel, 'added');
      }
      pump();
    }, () => {});
    locks.set(id, release);
  };
  /** The outbox has written the message down. @param {string} id */
  const kept = (id) => {
    if (delivered.delete(id)) remove(id);
  };

  return { parcels, keep, forget, delivered, kept, locks, remove, claim };
}

/**
 * Sends one after the other, and hands what arrived to the outbox.
 * @param {State} now
 * @param {Map<string, Parcel>} parcels
 * @param {(parcel: Parcel, change: 'added' | 'changed' | 'gone' | 'sent') => void} onChange
 * @param {Host} host
 * @param {import('./types.js').Clock} clock
 * @param {(parcel: Parcel) => Promise<void>} keep
 * @param {(id: string) => void} forget
 * @param {Set<string>} delivered
 * @param {(id: string) => void} kept
 */
function createPump(now, parcels, onChange, host, clock, keep, forget, delivered, kept) {
  const pump = async () => {
    if (now.working) return;
    const parcel = [...parcels.values()].sort((a, b) => (a.client_message_id < b.client_message_id ? -1 : 1)).find((one) => one.state === 'waiting');
    if (!parcel) return;
    const id = (now.at = parcel.client_message_id);
    now.working = new AbortController();
    Object.assign(parcel, { state: 'sending', code: null });
    onChange(parcel, 'changed');
    try {
      const file = await upload({
        blob: parcel.blob,
        name: parcel.name,
        call: host.call,
        clock,
        random: host.random,
        signal: now.working.signal,
        onOnline: host.onOnline,
        upload_id: parcel.upload_id,
        onBegun(upload_id) {
          parcel.upload_id = upload_id;
          keep(parcel);
        },
        onProgress(bytes) {
          parcel.sent = bytes;
          onChange(parcel, 'changed');
        },
      });
      if (parcels.has(id)) deliver(parcel, file);
    } catch (error) {
      if (parcels.has(id)) {
        Object.assign(parcel, { state: 'failed', code: /** @type {import('./types.js').Failure} */ (error).code ?? 'refused' });
        keep(parcel);
        onChange(parcel, 'changed');
      }
    }
    now.working = now.at = null;
    pump();
  };
  /** @param {Parcel} parcel @param {import('./upload.js').Outcome} file */
  const deliver = (parcel, file) => {
    const { client_message_id: id, conversation_id, note, text, duration_ms } = parcel;
    // What the desk knows of the file comes along, for one's own view of the message; the desk puts its own in.
    const about = { name: file.name, media_type: file.media_type, byte_size: file.byte_size, ...(file.width ? { width: file.width, height: /** @type {number} */ (file.height) } : {}) };
    const content = { kind: 'file', file_id: file.file_id, ...(duration_ms ? { duration_ms } : {}), ...(text ? { text } : {}), ...about };
    onChange(Object.assign(parcel, { file_id: file.file_id }), 'sent');
    host.send({ id, conversation_id, note, content });
    forget(id);
    // The outbox writes it down meanwhile, and says so. If the page ends before that, the next one delivers it again, under the same id.
    delivered.add(id);
    clock.after(() => kept(id), OUTBOX_MS);
  };

  return pump;
}

/** @param {Host} host */
export function createParcels(host) {
  const { store, tabs, clock, onChange } = host;
  const { parcels, keep, forget, delivered, kept, locks, remove, claim } = createShelf(store, tabs, onChange, () => pump());
  const now = begun();

  const pump = createPump(now, parcels, onChange, host, clock, keep, forget, delivered, kept);

  const api = {
    /** Those that were left by an earlier page of the same identity; what somebody else chose goes. */
    async restore() {
      const isForeign = (/** @type {Parcel} */ { owner }) => owner !== null && owner !== host.owner();
      for (const parcel of [...parcels.values()]) if (isForeign(parcel)) this.cancel(parcel.client_message_id);
      for (const parcel of /** @type {any[]} */ (await store.list().catch(() => []))) {
        const id = parcel.client_message_id;
        if (parcels.has(id) || locks.has(id)) continue;
        if (isForeign(parcel)) await remove(id);
        else claim(parcel);
      }
    },
    /** @param {{blob:Blob, name:string, conversation_id:string|null, note?:boolean, text?:string, duration_ms?:number, width?:number, height?:number}} chosen */
    async add({ note = false, text = '', ...chosen }) {
      /** @type {Parcel} */
      const parcel = {
        ...chosen, note, text, client_message_id: host.makeId(), owner: host.owner(), upload_id: null, state: 'waiting', code: null,
        sent: 0, created_at: clock.now(),
      };
      parcels.set(parcel.client_message_id, parcel);
      onChange(parcel, 'added');
      await keep(parcel);
      if (parcels.has(parcel.client_message_id)) claim(parcel);
      return parcel;
    },
    /** @param {string} id */
    cancel(id) {
      const parcel = parcels.get(id);
      if (!parcel) return;
      forget(id);
      remove(id);
      if (now.at === id) now.working?.abort();
      onChange(parcel, 'gone');
    },
    /** @param {string} id */
    retry(id) {
      const parcel = parcels.get(id);
      if (parcel?.state !== 'failed') return;
      Object.assign(parcel, { state: 'waiting', code: null });
      onChange(parcel, 'changed');
      pump();
    },
    /** A conversation that had no name has one now. @param {string} conversation_id */
    named(conversation_id) {
      for (const parcel of parcels.values()) {
        if (parcel.conversation_id) continue;
        parcel.conversation_id = conversation_id;
        keep(parcel);
      }
    },
    kept,
    list: () => [...parcels.values()].sort((a, b) => (a.client_message_id < b.client_message_id ? -1 : 1)),
    /** Somebody else is there now: nothing of the one before is sent. */
    clear() {
      for (const id of [...parcels.keys()]) this.cancel(id);
    },
  };
  return api;
}
