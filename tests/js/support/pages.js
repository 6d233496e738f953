/**
 * A browser with several pages: locks with a queue and stealing, channels, and pages that can be hidden, frozen, closed or killed.
 * What reaches a frozen page waits and comes at once when it wakes.
 */
import { createClient, createMemoryStore } from '../../../static/im/index.js';
import { coordinateTabs } from '../../../static/im/tab-coordination.js';
import { createClock, settle } from './clock.js';
import { createDesk } from './desk.js';
import { createBytes } from './start.js';

const EVENTS = ['status', 'reset', 'welcome', 'caught_up', 'conversation', 'entry', 'notice', 'outbox', 'progress', 'typing', 'presence', 'gone', 'ended', 'trouble'];

export function createBrowser({ clock = createClock(), desk = createDesk(), store = createMemoryStore(), random = () => 0.5 } = {}) {
  /** Requests for locks by name, the holder first. */
  const queues = new Map();
  const pages = new Set();
  const grant = (name) => {
    const [first] = queues.get(name) ?? [];
    if (!first || first.held) return;
    first.held = true;
    first.page.gate(() => queues.get(name)?.includes(first) && first.got());
  };
  const drop = (request) => {
    const queue = queues.get(request.name);
    const at = queue.indexOf(request);
    if (at >= 0) queue.splice(at, 1);
    grant(request.name);
  };
  const browser = {
    clock,
    desk,
    /** Live links of this browser as the desk sees them. */
    links: () => desk.links.filter((link) => link.open && link.ready),
    /** The module cannot be fetched. */
    loads: true,
    open,
  };

  async function open({ identity = desk.identity, role = 'visitor', visible = true } = {}) {
    /** @type {any[]} */ const waiting = [];
    const channels = new Set();
    const page = {
      frozen: false,
      gone: false,
      visible,
      loads: 0,
      /** @type {{leave:() => void, back:() => void}|null} */ life: null,
      gate(fn, late = setImmediate) {
        late(() => {
          if (page.gone) return;
          if (page.frozen) waiting.push(fn);
          else fn();
        });
      },
      /** Without a word, as phones do. */
      freeze() {
        page.frozen = true;
      },
      async thaw() {
        page.frozen = false;
        for (const fn of waiting.splice(0)) fn();
        await settle();
      },
      /** As a crash: nothing is said, locks and sockets are gone. */
      kill() {
        page.gone = true;
        pages.delete(page);
        for (const queue of queues.values()) for (const request of [...queue]) if (request.page === page) drop(request);
        for (const link of sockets) link.open = false;
      },
      /** As closing a tab: its last words are heard. */
      close() {
        client.flush();
        page.life?.leave();
        page.kill();
      },
      hide(state = 'hidden') {
        page.visible = state === 'visible';
        client.visibility(state);
      },
      tabs,
    };
    const sockets = new Set();

    /** @param {string} at */
    function tabs(at) {
      /** @type {(message:any) => void} */ let heard = () => {};
      const end = { at, page, hear: (message) => heard(message) };
      channels.add(end);
      return {
        locks: true,
        lock(lock, got, lost, steal = false) {
          const name = `${at}:${lock}`;
          const request = { name, page, got, lost, held: false };
          if (!queues.has(name)) queues.set(name, []);
          const queue = queues.get(name);
          if (steal && queue[0]?.held) {
            const [former] = queue.splice(0, 1);
            former.page.gate(() => former.lost());
          }
          if (steal) queue.unshift(request);
          else queue.push(request);
          grant(name);
          return () => drop(request);
        },
        async alone(who, asked) {
          const name = `${who}:link`;
          if (!queues.has(name)) queues.set(name, []);
          if (queues.get(name).length) return false;
          queues.get(name).push({ name, page, held: true, got() {}, lost: () => asked(false) });
          const door = tabs(who);
          door.listen(() => {
            door.close();
            asked(true);
          });
          return true;
        },
        post(message) {
          if (page.gone) return;
          const copy = JSON.stringify(message);
          for (const other of pages) for (const one of other.channels) if (one !== end && one.at === at) other.gate(() => one.hear(JSON.parse(copy)));
        },
        listen: (fn) => (heard = fn),
        close: () => void channels.delete(end),
      };
    }
    page.channels = channels;
    pages.add(page);

    /** A clock whose timers wait while the page is frozen. */
    const own = { now: clock.now, cancel: clock.cancel, after: (fn, ms) => clock.after(() => page.gate(fn, (run) => run()), ms) };
    const transport = (handlers) => {
      const gated = {
        onopen: () => page.gate(() => handlers.onopen(), (run) => run()),
        onmessage: (text) => page.gate(() => handlers.onmessage(text), (run) => run()),
        onclose: (code, reason) => page.gate(() => handlers.onclose(code, reason), (run) => run()),
      };
      const socket = desk.transport(gated);
      sockets.add(desk.link);
      return socket;
    };
    const world = { tabs, visible: () => page.visible, onAway: (leave, back) => (page.life = { leave, back }) };
    const client = createClient({
      role,
      clock: own,
      store,
      random,
      randomBytes: createBytes(),
      tabs: tabs('outbox'),
      meet: async () => {
        if (!browser.loads) throw new Error('away');
        page.loads += 1;
        return { coordinateTabs: (given, rows) => coordinateTabs({ ...given, random: Math.random }, rows, world) };
      },
      session: async () => ({ token: 't', identity, anonymous: true }),
      transport,
    });
    const events = [];
    for (const name of EVENTS) client.on(name, (value) => events.push({ name, value: structuredClone(value) }));
    const of = (name) => events.filter((event) => event.name === name).map((event) => event.value);
    Object.assign(page, { client, events, of, shown: () => of('entry').map(({ entry }) => entry.content?.text ?? entry.kind) });
    if (!visible) client.visibility('hidden');
    client.start();
    await clock.advance(20);
    return page;
  }
  return browser;
}
