/**
 * The browser's side of what the core has injected: clock, socket, and the channel between several pages. Everything here may be
 * missing (no secure context, blocked storage, old engines) and then answers as a page that is alone.
 */
import * as CLOSE from './close.js';
import { PROTOCOL } from './frames.js';

/** The browser's own clock and timers. @returns {import('./types.js').Clock} */
export const createSystemClock = () => ({
  now: () => Date.now(),
  after: (fn, ms) => setTimeout(fn, ms),
  cancel: (timer) => clearTimeout(/** @type {ReturnType<typeof setTimeout>} */ (timer)),
});

/**
 * Opens WebSockets to one address.
 * @param {string} address path on this host, or an absolute http(s) or ws(s) address
 * @returns {import('./types.js').Transport}
 */
export const createSocketTransport = (address) => (handlers) => {
  const url = new URL(address, location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  const socket = new WebSocket(url.href, PROTOCOL);
  socket.onopen = () => handlers.onopen();
  socket.onmessage = (event) => {
    if (typeof event.data === 'string') handlers.onmessage(event.data);
  };
  socket.onclose = (event) => handlers.onclose(event.code, event.reason);
  return {
    send: (text) => socket.send(text),
    close(code = CLOSE.leaving) {
      // Closed before it is open, a socket has the browser complain on the console of the shop's page: it opens and leaves.
      if (socket.readyState === WebSocket.CONNECTING) socket.onopen = () => socket.close(code);
      else socket.close(code);
    },
    buffered: () => socket.bufferedAmount,
  };
};

/** So often a WebSocket may fail before anything came over it, and so long it may take to open. */
const TRIES = 2;
const OPEN_MS = 10000;
/** Where a page that found another way leaves word for the next one of its tab. */
export const WAY = 'servicedesk:way';

/**
 * A WebSocket, and what `load` brings where none gets through.
 * @param {import('./types.js').Transport} socket
 * @param {() => Promise<{createWays:(socket:import('./types.js').Transport) => import('./types.js').Transport}>} load
 * @returns {import('./types.js').Transport}
 */
export const createTransport = (socket, load) => {
  let failed = 0;
  /** @type {import('./types.js').Transport|undefined} */ let ways;
  /** Ends a try that has brought nothing yet. */
  let retry = () => {};
  const look = () =>
    load().then(
      (module) => {
        ways = module.createWays(socket);
        retry();
      },
      () => {},
    );
  try {
    if (sessionStorage.getItem(WAY)) look();
  } catch {
    // Blocked: it is found out anew.
  }
  return (handlers) => {
    if (ways) return ways(handlers);
    let over = false;
    let heard = false;
    /** @type {ReturnType<typeof setTimeout>|undefined} */ let late;
    /** @param {number} code @param {string} reason */
    const ended = (code, reason) => {
      clearTimeout(late);
      if (over) return;
      over = true;
      if (!heard && (failed += 1) >= TRIES) look();
      handlers.onclose(code, reason);
    };
    const opened = socket({
      ...handlers,
      onmessage(text) {
        heard = true;
        failed = 0;
        clearTimeout(late);
        handlers.onmessage(text);
      },
      onclose: ended,
    });
    retry = () => {
      if (heard || over) return;
      opened.close();
      ended(CLOSE.lost, '');
    };
    late = setTimeout(retry, OPEN_MS);
    return {
      ...opened,
      close(code) {
        // Left on purpose: that says nothing of the network.
        clearTimeout(late);
        over = true;
        opened.close(code);
      },
    };
  };
};

/** Where pages leave word of the silence that networks were seen to allow. */
export const PACE = 'servicedesk:pace';
/** @returns {Partial<NetworkInformation>} */
const connection = () => navigator.connection ?? {};
/** The network, as far as the browser tells one from another. */
export const network = () => `${connection().type}/${connection().effectiveType}`;
/**
 * What looks after a link that lives long, and what it has learnt.
 * @param {() => Promise<typeof import('./link-watchdog.js')>} load
 * @returns {NonNullable<import('./types.js').Options['steady']>}
 */
export const createSteady = (load) => ({
  load,
  saving: () => Boolean(connection().saveData),
  pace() {
    try {
      return JSON.parse(localStorage.getItem(PACE) ?? '')[network()].ask;
    } catch {
      return null;
    }
  },
});

/** A page that is alone. @returns {import('./types.js').Tabs} */
export const singleTab = () => ({
  locks: false,
  lock: (_name, got) => (got(), () => {}),
  alone: async () => true,
  post() {},
  listen() {},
  close() {},
});

/**
 * Locks and a channel between the pages of one identity; where the browser has neither, a page that is alone.
 * @param {string} name shared by the pages that belong together
 * @returns {import('./types.js').Tabs}
 */
export function createTabs(name) {
  const locks = navigator.locks;
  /** @type {BroadcastChannel|null} */
  let channel = null;
  try {
    channel = new BroadcastChannel(name);
  } catch {
    // Not there, or storage is blocked.
  }
  /** @type {import('./types.js').Tabs} */
  const tabs = {
    locks: Boolean(locks && channel),
    lock(lock, got, lost, steal = false) {
      const given = new AbortController();
      let release = () => {};
      let over = false;
      const held = () =>
        new Promise((resolve) => {
          release = () => resolve(undefined);
          if (over) return release();
          got();
        });
      // `steal` and `signal` may not be combined; a stolen lock is granted at once, so there is nothing to abort.
      locks
        .request(`${name}:${lock}`, steal ? { steal: true } : { signal: given.signal }, held)
        .catch((/** @type {Error|undefined} */ error) => {
          if (over) return;
          if (error?.name === 'AbortError') return lost();
          tabs.locks = false;
          got();
        });
      return () => {
        over = true;
        release();
        if (!steal) given.abort();
      };
    },
    alone: (who, asked) =>
      new Promise((done) => {
        const door = new BroadcastChannel(who);
        door.onmessage = () => {
          door.close();
          asked(true);
        };
        locks
          .request(`${who}:link`, { ifAvailable: true }, (lock) => {
            done(Boolean(lock));
            // A page in the back and forward cache keeps nobody waiting, and asks like any other when it is shown again.
            return lock && new Promise((free) => addEventListener('pagehide', free)).then(() => addEventListener('pageshow', () => asked(false)));
          })
          .catch((/** @type {Error|undefined} */ error) => {
            // Blocked storage refuses: then nobody else is there to ask.
            done(true);
            if (error?.name === 'AbortError') asked(false);
          });
      }),
    post: (message) => channel?.postMessage(message),
    listen(fn) {
      if (channel) channel.onmessage = (event) => fn(event.data);
    },
    close: () => channel?.close(),
  };
  return tabs;
}
