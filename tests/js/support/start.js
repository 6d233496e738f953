/** A client on a desk in memory, with everything it says recorded. */
import { createClient, createMemoryStore, singleTab } from '../../../static/im/index.js';
import { createClock, settle } from './clock.js';
import { createDesk } from './desk.js';

let seed = 1;
/** Repeatable bytes; each client gets other ones. */
export function createBytes() {
  let state = (seed += 7919);
  /** @template {ArrayBufferView} T @param {T} bytes @returns {T} */
  const fill = (bytes) => {
    const view = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let i = 0; i < view.length; i += 1) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      view[i] = state >>> 16;
    }
    return bytes;
  };
  return fill;
}

/** @type {(keyof import('../../../static/im/types.js').Events)[]} */
const EVENTS = ['status', 'reset', 'welcome', 'caught_up', 'conversation', 'entry', 'notice', 'outbox', 'unsent', 'progress',
  'typing', 'presence', 'gone', 'ended', 'trouble'];

/** @param {any} [options] of the client, and what it stands on; `started: false` leaves it still */
export async function start(options = {}) {
  /** @type {ReturnType<typeof createClock>} */
  const clock = options.clock ?? createClock();
  /** @type {import('./desk.js').Desk} */
  const desk = options.desk ?? createDesk();
  const store = options.store ?? createMemoryStore();
  /** @type {any[]} */
  const asked = [];
  const client = createClient({
    role: 'visitor',
    clock,
    store,
    random: () => 0.5,
    randomBytes: createBytes(),
    tabs: singleTab(),
    session: async (ask) => {
      asked.push(ask);
      return { token: 't', identity: desk.identity, anonymous: true };
    },
    ...options,
    transport: (handlers) => desk.transport(handlers),
  });
  /** @type {{name:string, value:any}[]} */
  const events = [];
  for (const name of EVENTS) client.on(name, (value) => events.push({ name, value: structuredClone(value) }));
  const of = (/** @type {string} */ name) => events.filter((e) => e.name === name).map((e) => e.value);
  const shown = () => of('entry').map(({ entry }) => entry.content?.text ?? entry.kind);
  if (options.started !== false) {
    client.start();
    await settle();
    await settle();
    await settle();
  }
  return { client, clock, desk, store, events, of, shown, asked };
}
export { settle };
