/**
 * Coordinates the pages of one identity: whoever holds the lock leads and has the link to the desk, the others follow (one connection per
 * browser). A transport like any other for the page's own link, which resumes with its cursor whenever the lead changes hands.
 *
 * The lead is given away when the link ends, when the page goes or is frozen, and taken from a page that does not answer.
 * Loaded when a second page is there.
 */
import { createSystemClock, createTabs } from './browser.js';
import * as CLOSE from './close.js';
import { createFollower } from './follower.js';
import { createLeader } from './leader.js';
import { createReplayBuffer } from './replay-buffer.js';

/** A page that was given the lead and does not come back to its link gives it on after this time. */
const GRACE_MS = 5000;

/**
 * @typedef {import('./types.js').HelloFrame} Hello
 * @typedef {object} Seat  one connection of the page's link
 * @property {() => void} granted  the lock is this page's
 * @property {() => void} lost
 * @property {(code:number) => void} end
 * @property {(message:import('./types.js').PageMessage) => void} hear
 * @property {() => void} open
 * @property {import('./types.js').Socket} socket
 *
 * @typedef {object} World
 * @property {(name:string) => import('./types.js').Tabs} tabs
 * @property {() => boolean} visible
 * @property {(leave:() => void, back:() => void) => void} onAway  the page goes, or is frozen; it comes back
 */

/** Where this page stands among the others. */
const begun = () => ({
  count: 0,
  /** @type {import('./types.js').Tabs|null} */
  tabs: null,
  holds: false,
  /** The lock is to be taken from whoever has it. */
  force: false,
  /** It was taken from a page that does not answer, which may flush the outbox, too. */
  taken: false,
  /** The real link's session, as the page that led told it. @type {string|null} */
  session: null,
  /** The link's present connection. @type {Seat|null} */
  seat: null,
  away: false,
  /** @type {unknown} */
  grace: null,
});
/** @typedef {ReturnType<typeof begun>} State */

/**
 * Connections of the page's link: as the one that leads, or as one that follows.
 * @param {string} me
 * @param {State} at
 * @param {import('./types.js').Transport} transport
 * @param {ReturnType<typeof import('./replay-buffer.js').createReplayBuffer>} buffer
 * @param {import('./types.js').Clock} clock
 * @param {string | null} own
 * @param {() => import('./types.js').Conversation[]} rows
 * @param {() => void} giveAway
 * @param {World} world
 * @param {(steal: boolean) => void} request
 */
function createSeats(me, at, transport, buffer, clock, own, rows, giveAway, world, request) {
  /** One connection of the page's link. @param {import('./types.js').SocketHandlers} handlers */
  const connect = (handlers) => {
    const id = `${me}.${(at.count += 1)}`;
    const { post } = /** @type {import('./types.js').Tabs} */ (at.tabs);
    let over = false;
    let opened = false;
    /** @type {Hello|null} */ let hello = null;
    /** @type {ReturnType<typeof createLeader>|null} */ let leader = null;
    /** @type {ReturnType<typeof createFollower>|null} */ let follower = null;

    const leave = (/** @type {number} */ code = CLOSE.leaving) => {
      over = true;
      if (at.seat === here) at.seat = null;
      follower?.stop();
      leader?.close(code);
    };
    /** @param {number} code */
    const end = (code) => {
      if (over) return;
      leave();
      handlers.onclose(code, '');
    };
    const give = (/** @type {string} */ text) => over || handlers.onmessage(text);
    const lead = (/** @type {Hello} */ asked) => {
      follower?.stop();
      follower = null;
      // A page that slept still has its link: it ends with this one's beginning.
      const said = { ...asked, previous_session_id: at.session ?? asked.previous_session_id };
      at.session = null;
      leader = createLeader({
        id, hello: said, transport, buffer, clock, name: own, rows, taken: at.taken, post, give,
        onEnd(code) {
          giveAway();
          end(code);
        },
      });
      at.taken = false;
    };
    const follow = (/** @type {Hello} */ asked) => {
      follower = createFollower({
        id, hello: asked, buffer, clock, post, give, visible: world.visible,
        onWelcome: (real) => (at.session = real),
        onUnled() {
          at.taken = true;
          request(true);
        },
        onEnd: end,
      });
    };
    const here = {
      granted() {
        if (over || leader) return;
        // Whoever led is gone. The link comes back with its cursor.
        if (follower?.welcomed) {
          at.grace = clock.after(giveAway, GRACE_MS);
          end(CLOSE.moved);
        } else if (hello) lead(hello);
      },
      lost: () => leader && end(CLOSE.moved),
      end,
      /** @param {import('./types.js').PageMessage} message */
      hear: (message) => (leader ?? follower)?.hear(message),
      open() {
        if (over || opened || at.away) return;
        opened = true;
        clock.cancel(at.grace);
        if (!at.holds) request(at.force);
        at.force = false;
        handlers.onopen();
      },
      socket: {
        /** @param {string} text */
        send(text) {
          if (over) return;
          if (leader || follower) return (leader ?? follower)?.say(text);
          const asked = JSON.parse(text);
          hello = asked;
          if (at.holds) lead(asked);
          else follow(asked);
        },
        /** @param {number} [code] */
        close(code) {
          if (over) return;
          if (follower?.unserved) at.force = at.taken = true;
          giveAway();
          leave(code);
        },
        buffered: () => leader?.buffered() ?? 0,
      },
    };
    return here;
  };

  return connect;
}

/**
 * Coordinates this page with the others; the page's own link goes through its transport.
 * @param {import('./types.js').Options} options
 * @param {() => import('./types.js').Conversation[]} rows  what this page knows, for one that follows it
 * @param {World} [world]
 */
export function coordinateTabs(options, rows, world = browserWorld()) {
  const { transport, name: own = null, clock = createSystemClock(), random = Math.random } = options;
  const me = Math.floor(random() * 2 ** 48).toString(36);
  const buffer = createReplayBuffer();
  const at = begun();
  let release = () => {};
  let back = () => {};

  const giveAway = () => {
    clock.cancel(at.grace);
    at.holds = false;
    release();
    release = () => {};
  };
  /** @param {boolean} steal */
  const request = (steal) => {
    giveAway();
    release = /** @type {import('./types.js').Tabs} */ (at.tabs).lock(
      'link',
      () => {
        at.holds = true;
        if (at.seat) at.seat.granted();
        else at.grace = clock.after(giveAway, GRACE_MS);
      },
      () => {
        at.holds = false;
        at.seat?.lost();
      },
      steal,
    );
  };
  const connect = createSeats(me, at, transport, buffer, clock, own, rows, giveAway, world, request);

  world.onAway(
    () => {
      at.away = true;
      giveAway();
      at.seat?.end(CLOSE.moved);
    },
    () => {
      at.away = false;
      back();
    },
  );

  return {
    /** @param {string} name whose pages meet; empty = nobody's @param {boolean} [held] this page has the lock already */
    enter(name, held = false) {
      at.tabs?.close();
      giveAway();
      at.force = held;
      at.session = null;
      at.tabs = name ? world.tabs(name) : null;
      at.tabs?.listen((message) => at.seat?.hear(message));
    },
    /** @type {import('./types.js').Transport} */
    transport(handlers) {
      if (!at.tabs) return transport(handlers);
      const mine = connect(handlers);
      at.seat = mine;
      // A page in the back and forward cache has no link; it gets one when it is shown again.
      back = mine.open;
      queueMicrotask(mine.open);
      return mine.socket;
    },
  };
}

// The name under which pages of an older release ask for it.
export { coordinateTabs as createMeeting };

/** @returns {World} */
const browserWorld = () => ({
  tabs: createTabs,
  visible: () => document.visibilityState === 'visible',
  onAway(leave, back) {
    addEventListener('pagehide', leave);
    addEventListener('pageshow', back);
    document.addEventListener('freeze', leave);
    document.addEventListener('resume', back);
  },
});
