/**
 * Looks after a link that lives long: notices that the machine slept or changed its network, and learns how long this network lets
 * a line be silent. Fetched once a page has been open for a while.
 */
import { PACE, createSystemClock, network } from './browser.js';
import { MOST, learn, remember } from './adaptive-heartbeat.js';

const TICK_MS = 5000;
const HIDDEN_TICK_MS = 60_000;
/** A timer that comes so late was asleep; less is a busy page. */
const SLEPT_MS = 10_000;

/**
 * @typedef {object} World
 * @property {import('./types.js').Clock} clock
 * @property {() => string} network
 * @property {(fn:() => void) => void} onNetwork
 * @property {() => Record<string, import('./adaptive-heartbeat.js').NetworkRecord>} read
 * @property {(all:Record<string, import('./adaptive-heartbeat.js').NetworkRecord>) => void} write
 */

/**
 * Watches a link from here on, for as long as the page lives.
 * @param {Pick<ReturnType<typeof import('./link.js').createLink>, 'observe'|'wake'|'visible'>} link
 * @param {import('./types.js').Options['role']} role
 * @param {World} [world]
 */
export function attend(link, role, world = browserWorld()) {
  const { clock } = world;
  /** Slept, or came to another network: what dies then says nothing of silence. */
  let disturbedAt = -Infinity;
  const disturbed = () => {
    disturbedAt = clock.now();
    link.wake();
  };

  let ticked = clock.now();
  let seen = link.visible;
  const tick = () => {
    const late = clock.now() - ticked - TICK_MS;
    // Browsers slow the timers of pages that nobody sees; those ping when they are looked at.
    if (seen && link.visible && late >= SLEPT_MS) disturbed();
    ticked = clock.now();
    seen = link.visible;
    clock.after(tick, seen ? TICK_MS : HIDDEN_TICK_MS);
  };
  clock.after(tick, TICK_MS);
  world.onNetwork(disturbed);

  link.observe((ms, survived, asked) => {
    const now = clock.now();
    if (!survived && now - disturbedAt <= ms + SLEPT_MS) return;
    const [all, name] = [world.read(), world.network()];
    const record = learn(all[name], { ms, survived, asked, most: MOST[role], now });
    if (record && record !== all[name]) world.write(remember(all, name, record));
  });
}

/** @returns {World} */
const browserWorld = () => ({
  clock: createSystemClock(),
  network,
  onNetwork: (fn) => navigator.connection?.addEventListener?.('change', fn),
  read() {
    try {
      return JSON.parse(localStorage.getItem(PACE) ?? '{}') ?? {};
    } catch {
      return {};
    }
  },
  write(all) {
    try {
      localStorage.setItem(PACE, JSON.stringify(all));
    } catch {
      // Blocked or full: the next page finds out anew.
    }
  },
});
