/**
 * A browser with several pages: locks with a queue and stealing, channels, and pages that can be hidden, frozen, closed or killed.
 * What reaches a frozen page waits and comes at once when it wakes.
 */
import { createClient, createMemoryStore } from '../../../static/im/index.js';
import { coordinateTabs } from '../../../static/im/tab-coordination.js';
import { createClock, settle } from './clock.js';
import { createDesk } from './desk.js';
import { createBytes } from './start.js';

/** @type {(keyof import('../../../static/im/types.js').Events)[]} */
const EVENTS = ['status', 'reset', 'welcome', 'caught_up', 'conversation', 'entry', 'notice', 'outbox', 'progress', 'typing', 'presence', 'gone', 'ended', 'trouble'];

const half = () => 0.5;

/** @param {{clock?:any, desk?:import('./desk.js').Desk, store?:any, random?:() => number}} [on] */
export function createBrowser({ clock = createClock(), desk = createDesk(), store = createMemoryStore(), random = half } = {}) {
  /** Requests for locks by name, the holder first. @type {Map<string, any[]>} */
  const queues = new Map();
  /** @type {Set<any>} */
  const pages = new Set();
  const grant = (/** @type {string} */ name) => {
    const [first] = queues.get(name) ?? [];
    if (!first || first.held) return;
    first.held = true;
    first.page.gate(() => queues.get(name)?.includes(first) && first.got());
  };
  const drop = (/** @type {any} */ request) => {
    const queue = queues.get(request.name) ?? [];
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

  /** @param {{identity?:any, role?:'visitor'|'agent', visible?:boolean}} [how] */
  async function open({ identity = desk.identity, role = 'visitor', visible = true } = {}) {
    /** @type {any[]} */ const waiting = [];
    /** @type {Set<any>} */
    const channels = new Set();
    /** What is shown by it is looked at by each test. @type {any} */
    const page = {
      frozen: false,
      gone: false,
      visible,
      loads: 0,
      /** @type {{leave:() => void, back:() => void}|null} */ life: null,
      /** @param {() => void} fn @param {(run:() => void) => unknown} [late] */
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
      /** @param {'hidden'|'visible'} [state] */
      hide(state = 'hidden') {
        page.visible = state === 'visible';
        client.visibility(state);
      },
      tabs,
    };
    /** @type {Set<import('./desk.js').Link>} */
    const sockets = new Set();

    /** @param {string} at */
    function tabs(at) {
      /** @type {(message:any) => void} */ let heard = () => {};
      const end = { at, page, hear: (/** @type {any} */ message) => heard(message) };
      channels.add(end);
      return {
        locks: true,
        /** @param {string} lock @param {() => void} got @param {() => void} lost */
        lock(lock, got, lost, steal = false) {
          const name = `${at}:${lock}`;
          const request = { name, page, got, lost, held: false };
          if (!queues.has(name)) queues.set(name, []);
          const queue = queues.get(name) ?? [];
          if (steal && queue[0]?.held) {
            const [former] = queue.splice(0, 1);
            former.page.gate(() => former.lost());
          }
          if (steal) queue.unshift(request);
          else queue.push(request);
          grant(name);
          return () => drop(request);
        },
        /** @param {string} who @param {(away:boolean) => void} asked */
        async alone(who, asked) {
          const name = `${who}:link`;
          if (!queues.has(name)) queues.set(name, []);
          const queue = queues.get(name) ?? [];
          if (queue.length) return false;
          queue.push({ name, page, held: true, got() {}, lost: () => asked(false) });
          const door = tabs(who);
          door.listen(() => {
            door.close();
            asked(true);
          });
          return true;
        },
        /** @param {any} message */
        post(message) {
          if (page.gone) return;
          const copy = JSON.stringify(message);
          for (const other of pages) for (const one of other.channels) if (one !== end && one.at === at) other.gate(() => one.hear(JSON.parse(copy)));
        },
        listen: (/** @type {(message:any) => void} */ fn) => void (heard = fn),
        close: () => void channels.delete(end),
      };
    }
    page.channels = channels;
    pages.add(page);

    const now = (/** @type {() => void} */ run) => run();
    /** A clock whose timers wait while the page is frozen. */
    const own = { now: clock.now, cancel: clock.cancel, after: (/** @type {() => void} */ fn, /** @type {number} */ ms) => clock.after(() => page.gate(fn, now), ms) };
    const transport = (/** @type {any} */ handlers) => {
      const gated = {
        onopen: () => page.gate(() => handlers.onopen(), now),
        onmessage: (/** @type {string} */ text) => page.gate(() => handlers.onmessage(text), now),
        onclose: (/** @type {number} */ code, /** @type {string} */ reason) => page.gate(() => handlers.onclose(code, reason), now),
      };
      const socket = desk.transport(gated);
      sockets.add(desk.link);
      return socket;
    };
    const world = { tabs, visible: () => page.visible, onAway: (/** @type {() => void} */ leave, /** @type {() => void} */ back) => (page.life = { leave, back }) };
    const client = createClient({
      role,
      clock: own,
      store,
      random,
      randomBytes: createBytes(),
      tabs: tabs('outbox'),
      meet: /** @type {any} */ (async () => {
        if (!browser.loads) throw new Error('away');
        page.loads += 1;
        return { coordinateTabs: (/** @type {any} */ given, /** @type {any} */ rows) => coordinateTabs({ ...given, random: Math.random }, rows, world) };
      }),
      session: async () => ({ token: 't', identity, anonymous: true }),
      transport,
    });
    /** @type {{name:string, value:any}[]} */
    const events = [];
    for (const name of EVENTS) client.on(name, (value) => events.push({ name, value: structuredClone(value) }));
    const of = (/** @type {string} */ name) => events.filter((event) => event.name === name).map((event) => event.value);
    Object.assign(page, { client, events, of, shown: () => of('entry').map(({ entry }) => entry.content?.text ?? entry.kind) });
    if (!visible) client.visibility('hidden');
    client.start();
    await clock.advance(20);
    return page;
  }
  return browser;
}
