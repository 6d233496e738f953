/**
 * Files on their way to customers: chosen, pasted or dropped into a conversation, sent beside the messages, shown in the thread
 * until they are one. What sends them is fetched when there is something to send.
 */

/** Where this browser notes that something is on its way, so that the next page goes on with it. */
const KEPT = 'servicedesk.files';
/** Files taken at once. */
const AT_ONCE = 10;

/**
 * @typedef {typeof import('../../im/files.js')} Sending   the module that sends files
 * @typedef {ReturnType<Sending['createFileOutbox']>} FileOutbox
 * @typedef {Pick<Parameters<Sending['createFileOutbox']>[0], 'clock'|'tabs'|'store'>} OutboxParts
 */

/** What sends files, once it was fetched. */
const begun = () => ({
  /** @type {Promise<Sending>|null} */
  loading: null,
  /** Not there before the module is. @type {any} */
  outbox: null,
});
/** @typedef {ReturnType<typeof begun>} State */

/**
 * Fetches what sends files.
 * @param {object} host
 * @param {State} host.at
 * @param {Storage|null} host.storage
 * @param {() => Promise<Sending>} host.load
 * @param {OutboxParts} host.parts
 * @param {() => string} host.owner
 * @param {import('../../im/client.js').Client} host.client
 * @param {string} host.csrf
 * @param {(conversation_id:string|null) => void} host.changed
 */
function createReady({ at, storage, load, parts, owner, client, csrf, changed }) {
  /** @type {Map<string, string>} */ const addresses = new Map();
  const keep = () => {
    try {
      if (at.outbox.list().length) storage?.setItem(KEPT, '1');
      else storage?.removeItem(KEPT);
    } catch {
      // Full or blocked: the page goes on without.
    }
  };
  const ready = () => {
    at.loading ??= load().then((module) => {
      at.outbox = module.createFileOutbox({
        ...parts,
        random: Math.random,
        makeId: module.createIdMaker({ now: parts.clock.now }),
        owner,
        send: (message) => client.send(message),
        call: (method, path, init) =>
          fetch(path, { ...init, method, credentials: 'same-origin', headers: { ...init.headers, 'x-csrf-token': csrf } }),
        onOnline(wake) {
          addEventListener('online', wake);
          return () => removeEventListener('online', wake);
        },
        onChange(outgoing, change) {
          if (change === 'sent' || change === 'gone') {
            const address = addresses.get(outgoing.client_message_id);
            addresses.delete(outgoing.client_message_id);
            // The message that takes its place has loaded its own picture by then.
            if (address) parts.clock.after(() => URL.revokeObjectURL(address), 10_000);
          }
          keep();
          changed(outgoing.conversation_id);
        },
      });
      client.on('outbox', ({ item, change }) => change !== 'queued' && at.outbox.kept(item.client_message_id));
      return module;
    });
    at.loading.catch(() => {
      at.loading = null;
    });
    return at.loading;
  };

  return { addresses, ready, keep };
}

/**
 * Files that this page sends.
 * @param {object} host
 * @param {() => Promise<Sending>} host.load what sends files (im/files.js)
 * @param {import('../../im/client.js').Client} host.client
 * @param {string} host.csrf
 * @param {OutboxParts} host.parts clock, tabs and store for `createFileOutbox`
 * @param {() => string} host.owner
 * @param {Storage|null} host.storage
 * @param {(key:string) => string} host.t
 * @param {(conversation_id:string|null) => void} host.changed
 * @param {(error:{code:string}) => void} host.failed
 */
export function createFiles({ load, client, csrf, parts, owner, storage, t, changed, failed }) {
  const at = begun();
  const { addresses, ready, keep } = createReady({ at, storage, load, parts, owner, client, csrf, changed });

  /** @param {{blob:Blob, name:string, conversation_id:string, note:boolean, width?:number, height?:number, duration_ms?:number}} about */
  const add = (about) => at.outbox.add(about);

  return {
    /** Those of a conversation, in the order of choosing. @param {string} id @returns {import('../../im/file-outbox.js').OutgoingFile[]} */
    of: (id) => (at.outbox ? at.outbox.list().filter((/** @type {import('../../im/file-outbox.js').OutgoingFile} */ one) => one.conversation_id === id) : []),
    /** An address under which this page shows the bytes. @param {import('../../im/file-outbox.js').OutgoingFile} outgoing */
    addressOf(outgoing) {
      const id = outgoing.client_message_id;
      if (!addresses.has(id)) addresses.set(id, URL.createObjectURL(outgoing.blob));
      return addresses.get(id);
    },
    get count() {
      return at.outbox ? at.outbox.list().length : 0;
    },
    /** @param {Iterable<File>} files @param {string} conversation_id @param {boolean} note */
    async take(files, conversation_id, note) {
      const all = [...files];
      const chosen = all.slice(0, AT_ONCE);
      if (all.length > AT_ONCE) failed({ code: 'too_many_files' });
      try {
        const { prepare, renamed } = await ready();
        for (const file of chosen) {
          if (!file.size) {
            failed({ code: 'empty_file' });
            continue;
          }
          const { blob, width, height, ending } = await prepare(file);
          // Browsers call what was pasted `image.png`, all of them.
          const pasted = !file.name || /^image\.\w+$/.test(file.name);
          const name = pasted ? `${t('thread.file_pasted')}.${ending ?? (file.type.split('/')[1] || 'bin')}` : renamed(file.name, ending);
          await add({ blob, name, conversation_id, note, width, height });
        }
      } catch {
        failed({ code: 'unreachable' });
      }
    },
    /** Records until one of its two ends is called; null where the microphone is refused. @param {(ms:number) => void} onTick @param {() => void} onFull */
    async record(onTick, onFull) {
      try {
        const { record } = await ready();
        return await record({ clock: parts.clock, onTick, onFull });
      } catch {
        failed({ code: 'no_microphone' });
        return null;
      }
    },
    /** @param {{blob:Blob, duration_ms:number, ending:string}} recorded @param {string} conversation_id @param {boolean} note */
    say({ ending, ...recorded }, conversation_id, note) {
      return add({ ...recorded, name: `${t('common.kind_voice')}.${ending}`, conversation_id, note });
    },
    /** @param {string} id */
    cancel: (id) => at.outbox?.cancel(id),
    /** @param {string} id */
    retry: (id) => at.outbox?.retry(id),
    /** Goes on with what an earlier page left. */
    restore() {
      if (storage?.getItem(KEPT)) ready().then(() => at.outbox.restore().then(keep), () => {});
    },
    /** Nothing of this agent stays in the browser. */
    async forget() {
      if (!at.outbox && !storage?.getItem(KEPT)) return;
      await ready();
      await at.outbox.restore();
      at.outbox.clear();
      keep();
    },
  };
}
