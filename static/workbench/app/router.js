/**
 * Goes from page to page in one document. A room (inbox, settings) is loaded when it is first entered and stays: coming back
 * shows it as it was left. What is not in the table is another document's business. Whoever goes somewhere by a link gets the focus on
 * the page's heading; Back and Forward give it back to where it was.
 */
import { loadStyle } from './load-style.js';
import { take } from './layers.js';
import { roomOf } from './page-table.js';

/**
 * @typedef {object} Goal
 * @property {import('./page-table.js').PageRow} page
 * @property {string|null} inner   what of the page
 * @property {URL} url
 * @property {boolean} back        the browser went there; else a link or a key did
 *
 * @typedef {object} Room
 * @property {HTMLElement} root
 * @property {(to:Goal) => Promise<unknown>} [prepare]   what has to be there before it is shown
 * @property {(to:Goal) => void} show
 * @property {() => void} [hide]
 * @property {() => string} title
 * @property {() => string} address           where somebody who comes back to it is
 * @property {() => HTMLElement|null} heading
 * @property {boolean} [returns]             whoever goes on from here comes back to it
 * @property {(to:Goal|null) => number} [unsaved]   how much would be lost by going there; null = to another document
 * @property {() => Promise<boolean>} [mayLeave]    asks; what was not saved is thrown away with a yes
 */

/**
 * Rooms, opened once each.
 * @param {Record<string, () => Promise<unknown>>} load
 * @param {(name:string) => Room} open
 */
function createRooms(load, open) {
  /** @type {Map<string, Promise<Room>>} */
  const rooms = new Map();
  /** @param {string} name @param {string[]} parts that it shares with others @param {Promise<unknown>} words   that it is drawn with */
  const enter = async (name, parts, words) => {
    await Promise.all([load[name](), ...[...parts, name].map(loadStyle), words]);
    const room = open(name);
    room.root.inert = true;
    document.querySelector('.rail')?.after(room.root);
    return room;
  };
  /** @param {import('./page-table.js').PageRow} page @param {Promise<unknown>} words */
  return (page, words) => {
    const name = roomOf(page);
    const room = rooms.get(name) ?? enter(name, page.parts, words);
    rooms.set(name, room);
    // A piece that did not come is asked for again the next time.
    room.catch(() => rooms.delete(name));
    return room;
  };
}

/**
 * The router of one document.
 * @param {object} host
 * @param {import('./page-table.js').Table} host.table
 * @param {Record<string, () => Promise<unknown>>} host.load   files of rooms, by name
 * @param {(name:string) => Room} host.open                     a room that was loaded
 * @param {(page:import('./page-table.js').PageRow) => void} host.seen   it is the one that is seen now
 * @param {() => void} host.moved                                  and has been told what of it
 */
export function createRouter({ table, load, open, seen, moved }) {
  const rooms = createRooms(load, open);
  /** @type {{page:import('./page-table.js').PageRow, room:Room}|null} */ let now = null;
  /** Where the focus was as a room was left. @type {Map<Room, Element|null>} */ const focused = new Map();
  /** Whoever is asked last goes. */
  let turn = 0;

  /** @param {string} address @param {boolean} back @returns {Goal|null} */
  const goalOf = (address, back) => {
    const url = new URL(address, location.href);
    const found = url.origin === location.origin ? table.find(url.pathname) : null;
    return found && { ...found, url, back };
  };
  /** @param {Goal} to @param {Room} room */
  const aim = (to, room) => {
    const was = to.back ? focused.get(room) : null;
    const at = was?.isConnected && was !== document.body ? was : room.heading();
    /** @type {HTMLElement|null} */ (at)?.focus({ preventScroll: true });
  };
  /** @param {Goal} to @param {() => void} [arrive] the address follows */
  const enter = async (to, arrive) => {
    const mine = (turn += 1);
    const words = table.words(to.page);
    const room = await rooms(to.page, words);
    await Promise.all([words, room.prepare?.(to)]);
    if (mine !== turn) return;
    const before = now;
    now = { page: to.page, room };
    arrive?.();
    if (before && before.room !== room) {
      focused.set(before.room, document.activeElement);
      before.room.hide?.();
      before.room.root.inert = true;
    }
    room.root.inert = false;
    seen(to.page);
    room.show(to);
    moved();
    // Where a room goes within itself, it minds the focus.
    if (before && before.room !== room) aim(to, room);
  };
  /** @param {Goal|null} to @returns {Promise<boolean>} */
  const mayLeave = async (to) => !now?.room.unsaved?.(to) || ((await now.room.mayLeave?.()) ?? true);

  /** @param {string} address */
  const go = async (address) => {
    const to = goalOf(address, false);
    if (!(await mayLeave(to))) return;
    if (!to) return location.assign(address);
    const there = to.url.pathname + to.url.search + to.url.hash;
    const state = now?.room.returns ? { from: roomOf(now.page) } : {};
    try {
      await enter(to, () => there !== location.pathname + location.search + location.hash && take(state, there));
    } catch {
      // Away, or a newer desk without this file: the document anew says what is so.
      location.assign(address);
    }
  };

  const onPop = async () => {
    const to = goalOf(location.href, true);
    if (!to) return location.reload();
    const [here, state] = [now?.room.address() ?? '', history.state];
    if (now?.room.unsaved?.(to)) {
      // The browser is there already: back to what is not saved, until it is decided.
      history.pushState(state, '', here);
      if (await mayLeave(to)) await go(to.url.href);
      return;
    }
    await enter(to).catch(() => location.reload());
  };

  /** @param {MouseEvent} event */
  const onClick = async (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = /** @type {Element} */ (event.target).closest?.('a[href]');
    if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    if (!goalOf(link.href, false) && !now?.room.unsaved?.(null)) return;
    event.preventDefault();
    await go(link.href);
  };

  return {
    go,
    get room() {
      return now?.room ?? null;
    },
    get page() {
      return now?.page ?? null;
    },
    /** The page that the address names. */
    async start() {
      addEventListener('popstate', onPop);
      document.addEventListener('click', onClick);
      const to = goalOf(location.href, true);
      if (to) await enter(to);
    },
  };
}

/** @typedef {ReturnType<typeof createRouter>} Router */
