/**
 * The pages of one agent in this browser, as one: each says what it looks at, whether it can be heard and when it was touched; one of
 * them leads, and only that one rings, counts idle minutes and shows notices. The leader holds a lock for as long as it lives; where
 * the browser has no locks (plain http), the page that has been open longest leads. Without a channel a page is alone and leads.
 *
 * @typedef {object} Page
 * @property {boolean} focused
 * @property {string|null} open      conversation at whose end somebody reads
 * @property {boolean} audible
 * @property {number} active_at
 */

/** Browsers slow the timers of hidden pages down to one a minute. */
const SAYS_EVERY_MS = 20_000;
const GONE_AFTER_MS = 130_000;

/** The pages of one agent hear one another. @param {string} name @returns {BroadcastChannel|null} */
function openChannel(name) {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}

/** This page among the agent's pages in this browser. @param {string} agent @param {(order:any) => void} ordered */
export function joinTabs(agent, ordered) {
  const name = `servicedesk:pages:${agent}`;
  const tabs = createTabs({
    name,
    id: String(crypto.getRandomValues(new Uint32Array(2))),
    now: Date.now,
    every: setInterval,
    channel: openChannel(name),
    locks: navigator.locks ?? null,
    changed() {},
    ordered,
  });
  addEventListener('pagehide', tabs.leave);
  return tabs;
}

/** Tells the others what this page looks at, whenever that changes. @param {Tabs} tabs @param {() => string|null} open */
export function watchEyes(tabs, open) {
  const look = () => {
    const focused = document.visibilityState === 'visible' && document.hasFocus();
    tabs.set({ focused, open: focused ? open() : null });
  };
  for (const event of ['focus', 'blur', 'visibilitychange', 'pageshow']) addEventListener(event, look);
  return look;
}

/**
 * This page among the pages of the same agent.
 * @param {object} host
 * @param {string} host.name                shared by the pages of one agent
 * @param {string} host.id                  this page
 * @param {() => number} host.now
 * @param {(fn:()=>void, ms:number) => any} host.every
 * @param {BroadcastChannel|null} host.channel
 * @param {LockManager|null} host.locks
 * @param {() => void} host.changed
 * @param {(order:any) => void} host.ordered  the leader asks this page to do something
 */
export function createTabs({ name, id, now, every, channel, locks, changed, ordered }) {
  const born = now();
  /** @type {Page} */
  let mine = { focused: false, open: null, audible: false, active_at: born };
  /** @type {Map<string, Page & {born:number, said:number}>} */
  const others = new Map();
  let holds = false;
  let byLock = Boolean(locks && channel);
  let last = born;

  const say = () => channel?.postMessage({ type: 'page', from: id, born, page: mine });
  const sweep = () => {
    for (const [one, page] of others) if (now() - page.said > GONE_AFTER_MS) others.delete(one);
  };
  const leads = () => {
    if (byLock) return holds;
    sweep();
    for (const [one, page] of others) if (page.born < born || (page.born === born && one < id)) return false;
    return true;
  };

  if (channel) {
    channel.onmessage = ({ data }) => {
      if (data.type === 'order') {
        if (data.to === id) ordered(data.order);
        return;
      }
      if (data.type === 'bye') others.delete(data.from);
      else {
        const known = others.has(data.from);
        others.set(data.from, { ...data.page, born: data.born, said: now() });
        last = Math.max(last, data.page.active_at);
        if (!known) say();
      }
      changed();
    };
    say();
    every(say, SAYS_EVERY_MS);
  }
  if (byLock) {
    /** @type {LockManager} */ (locks)
      .request(`${name}:leader`, () => {
        holds = true;
        changed();
        return new Promise(() => {});
      })
      .catch(() => {
        byLock = false;
        changed();
      });
  }

  return {
    get leads() {
      return leads();
    },
    /** @param {Partial<Page>} change */
    set(change) {
      const keys = /** @type {(keyof Page)[]} */ (Object.keys(change));
      if (keys.every((key) => mine[key] === change[key])) return;
      mine = { ...mine, ...change };
      last = Math.max(last, mine.active_at);
      say();
    },
    /** When any page, also one that is gone, was touched last. */
    get touched() {
      return last;
    },
    get focused() {
      return mine.focused || [...others.values()].some((page) => page.focused);
    },
    /** @returns {Set<string>} */
    get looking() {
      const seen = [mine, ...others.values()].filter((page) => page.focused && page.open);
      return new Set(seen.map((page) => /** @type {string} */ (page.open)));
    },
    /** A page that can be heard, this one first. @returns {string|null} */
    get audible() {
      if (mine.audible) return id;
      return [...others].find(([, page]) => page.audible)?.[0] ?? null;
    },
    /** @param {string} to @param {any} order */
    order(to, order) {
      if (to === id) ordered(order);
      else channel?.postMessage({ type: 'order', to, order });
    },
    leave() {
      channel?.postMessage({ type: 'bye', from: id });
    },
    back: say,
  };
}

/** @typedef {ReturnType<typeof createTabs>} Tabs */
