/**
 * What every page of the workbench knows of the desk: who is signed in and who else is there, the rows of which news came, the
 * counts, what waits to be sent, one quiet sentence. Hears the live link from the start. The inbox lays its store over it
 * (desk.js) and is then told what comes. Plain JS without a DOM; time, network and scheduling come in from outside. Whoever shows
 * something reads the tick of its place (`ticks.list.value` …) and then the plain data.
 */
import { createConversationCache } from './conversation-cache.js';
import { joined } from './joined.js';
import { createTicks } from './ticks.js';

/**
 * @typedef {object} Notice   one quiet sentence at the edge, with at most one action
 * @property {string} [key]   catalogue key
 * @property {string} [text]  the sentence itself, where there is no key
 * @property {Record<string, string|number>} [vars]
 * @property {number} [count]  chooses the form of the sentence
 * @property {import('../parts/icons.js').IconName} [icon]
 * @property {{key?:string, label?:string, run:()=>void, undo?:boolean}} [action]   undo = its key does it, too
 *
 * @typedef {'composer' | 'details' | 'frame' | 'list' | 'thread'} Place
 *
 * @typedef {object} Hooks   what the inbox does with what comes
 * @property {(mode:string) => void} reset                                 everything is to be asked for again
 * @property {(entry:import('../../im/types.js').Entry) => void} entry     before the row takes it in
 * @property {(entry:import('../../im/types.js').Entry) => void} took      after it
 * @property {(entry:import('../../im/types.js').Entry) => void} told      after everybody who listens
 * @property {(row:import('./rows.js').Row) => void} placed
 * @property {(row:import('./rows.js').Row) => void} shown                 after everybody who listens
 * @property {(id:string) => void} forget
 * @property {(item:import('../../im/types.js').Item, entry?:import('../../im/types.js').Entry) => void} settled
 */

/** What is open, and what is known of it. @param {import('../answers.js').Me} me */
const begun = (me) => ({
  /** @type {string|null} */
  open: null,
  /** Mark of "new since"; undefined while the open conversation's row is still on its way. @type {number|null|undefined} */
  seen: null,
  /** Another conversation was opened, and its words are not on the screen yet. */
  turning: false,
  /** @type {Notice|null} */
  notice: null,
  /** @type {import('../answers.js').Agent[]} */
  agents: [],
  /** @type {Map<string|null, import('../../im/types.js').Item[]>} */
  unsent: new Map(),
  /** @type {{id:string, phase:'loading'|'ready'|'failed', data:import('../answers.js').Contact|null}|null} */
  contact: null,
  /** @type {() => boolean} */
  isReading: () => false,
  /** The list of conversations is shown somewhere. */
  listed: false,
  holdMs: 0,
  agent: me.agent,
  /** Something that the bot may answer with is published. */
  faq: Boolean(me.has_faq),
});
/** @typedef {ReturnType<typeof begun>} State */

/**
 * One quiet sentence at a time.
 * @param {State} at @param {(...places:Place[]) => void} touch
 */
function createNotices(at, touch) {
  /** @param {Notice|null} next */
  const notify = (next) => {
    at.notice = next;
    touch('frame');
  };
  /** @param {unknown} error */
  const failed = (error) => {
    const { code = 'unexpected', retryAfter } = /** @type {Partial<import('../api.js').Problem>} */ (error);
    notify({ key: `error.${code}`, icon: 'circle-alert', vars: { seconds: retryAfter ?? 0 } });
  };

  return { failed, notify };
}

/**
 * The team, and whether the agent is there.
 * @param {object} host
 * @param {State} host.at
 * @param {(...places:Place[]) => void} host.touch
 * @param {import('../api.js').Api} host.api
 * @param {(error: unknown) => void} host.failed
 */
function agentsOf({ at, touch, api, failed }) {
  return {
    async loadAgents() {
      try {
        at.agents = (await api.agents()).items;
        at.agent = at.agents.find((one) => one.id === at.agent.id) ?? at.agent;
        touch('list', 'thread', 'frame');
      } catch {
        // Names from entries serve meanwhile.
      }
    },
    /** @param {string} id */
    agentName: (id) => at.agents.find((one) => one.id === id)?.name ?? null,
    /** @param {'online'|'away'|'offline'} state @param {{reason?:string, until?:string}} [more] */
    async setAvailability(state, more) {
      const before = at.agent.availability;
      at.agent.availability = state;
      touch('frame');
      try {
        Object.assign(at.agent, await api.availability(state, more));
      } catch (error) {
        at.agent.availability = before;
        failed(error);
      }
    },
  };
}

/**
 * What comes over the link changes what is known.
 * @param {object} host
 * @param {State} host.at
 * @param {import('../../im/client.js').Client} host.client
 * @param {ReturnType<typeof createConversationCache>} host.cache
 * @param {Hooks} host.hooks
 * @param {Set<(entry:import('../../im/types.js').Entry)=>void>} host.entered
 * @param {(...places:Place[]) => void} host.touch
 * @param {(id:string) => void} host.forget
 * @param {() => Promise<void>} host.loadAgents
 * @param {() => void} host.signedOut
 */
function hear({ at, client, cache, hooks, entered, touch, forget, loadAgents, signedOut }) {
  /** @param {import('../../im/types.js').Entry} entry */
  const take = (entry) => {
    cache.apply(entry);
    hooks.took(entry);
    for (const listener of entered) listener(entry);
    hooks.told(entry);
  };
  client.on('reset', ({ mode }) => hooks.reset(mode));
  client.on('notice', ({ entry }) => take(entry));
  client.on('entry', ({ entry }) => {
    hooks.entry(entry);
    take(entry);
  });
  client.on('presence', ({ member, online, availability, presence }) => {
    if (member.kind === 'visitor') cache.seen(member.id, online);
    if (member.kind !== 'agent') return;
    const known = at.agents.find((one) => one.id === member.id);
    for (const one of new Set([known, member.id === at.agent.id ? at.agent : undefined])) {
      if (one) Object.assign(one, { online, availability: availability ?? one.availability, presence: presence ?? one.presence });
    }
    if (known) touch('thread');
    else if (at.agents.length > 0) loadAgents();
    touch('frame');
  });
  client.on('settings', ({ area }) => area === 'members' && at.agents.length > 0 && loadAgents());
  client.on('outbox', ({ item: about, change, entry }) => {
    if (change === 'settled') hooks.settled(about, entry);
    const over = change === 'removed' || change === 'settled';
    at.unsent = new Map();
    for (const item of client.items()) {
      if (over && item.client_message_id === about.client_message_id) continue;
      at.unsent.set(item.conversation_id, [...(at.unsent.get(item.conversation_id) ?? []), item]);
    }
    touch('list', 'thread');
  });
  client.on('gone', ({ conversation_id }) => forget(conversation_id));
  client.on('status', () => touch('frame'));
  client.on('ended', ({ code }) => (code === 'logged_out' ? signedOut() : touch('frame')));
}

/**
 * What is looked at, and whether over a colleague's shoulder.
 * @param {State} at
 * @param {import('../../im/client.js').Client} client
 * @param {ReturnType<typeof createConversationCache>} cache
 * @param {boolean} may   somebody who supervises
 */
function sightOf(at, client, cache, may) {
  /** @param {import('./rows.js').Row} row */
  const looksIn = (row) => may && row.agent_id !== null && row.agent_id !== at.agent.id;
  return {
    looksIn,
    /** @param {string|null} id */
    view(id) {
      const row = id && cache.rows.get(id);
      if (row && looksIn(row)) client.view(id, true);
      else client.view(id);
    },
  };
}

/**
 * How things are right now.
 * @param {State} at @param {ReturnType<typeof createConversationCache>} cache
 */
const currentState = (at, cache) => ({
  get agent() {
    return at.agent;
  },
  get agents() {
    return at.agents;
  },
  get notice() {
    return at.notice;
  },
  get openId() {
    return at.open;
  },
  get row() {
    return (at.open && cache.rows.get(at.open)) || null;
  },
});

/**
 * The part of the store that is on every page.
 * @param {object} host
 * @param {import('../api.js').Api} host.api
 * @param {import('../../im/client.js').Client} host.client         delivery core
 * @param {import('../answers.js').Me} host.me             answer of `GET /me`
 * @param {() => number} host.now
 * @param {(fn:()=>void, ms:number) => unknown} host.after
 * @param {(flush:()=>void) => void} host.schedule
 * @param {() => void} host.signedOut
 */
export function createCore({ api, client, me, now, after, schedule, signedOut }) {
  const clock = createTicks(schedule);
  const ticks = { list: clock.create(), thread: clock.create(), composer: clock.create(), details: clock.create(), frame: clock.create() };
  /** @param {...Place} places */
  const touch = (...places) => places.forEach((place) => clock.touch(ticks[place]));
  const at = begun(me);
  /** @type {Set<(entry:import('../../im/types.js').Entry)=>void>} */ const entered = new Set();
  /** @type {Set<(row:import('./rows.js').Row)=>void>} */ const placed = new Set();
  const { failed, notify } = createNotices(at, touch);
  /** Until there is an inbox: rows are news, and an answer that was to close its conversation does so wherever it leaves from. @type {Hooks} */
  const hooks = {
    reset: () => cache.countsFresh(),
    entry() {},
    took() {},
    told() {},
    placed() {},
    shown() {},
    forget() {},
    settled(item, entry) {
      if (item.then === 'close' && entry) api.close(entry.conversation_id, entry.sequence).catch(() => {});
    },
  };
  const cache = createConversationCache({
    me: at.agent.id,
    api,
    now,
    after,
    placed: (row) => {
      hooks.placed(row);
      touch('list', 'frame');
      for (const listener of placed) listener(row);
      hooks.shown(row);
    },
    gone: (id) => forget(id),
    changed: () => touch('list', 'frame'),
  });
  /** @param {string} id every copy goes */
  const forget = (id) => {
    hooks.forget(id);
    cache.drop(id);
    touch('list', 'thread', 'details', 'frame');
  };
  const agents = agentsOf({ at, touch, api, failed });
  hear({ at, client, cache, hooks, entered, touch, forget, loadAgents: agents.loadAgents, signedOut });

  return joined(
    {
      at,
      clock,
      hooks,
      ticks,
      touch,
      cache,
      api,
      client,
      notify,
      failed,
      ...agents,
      ...sightOf(at, client, cache, me.rights?.includes('supervise') ?? false),
      shop: me.shop,
      /** Whether the agent holds a right. @param {string} right */
      may: (right) => me.rights?.includes(right) ?? false,
      forget,
      /** Every entry of the desk, after its row has taken it in; the row may still be on its way. @param {(entry:import('../../im/types.js').Entry)=>void} listener */
      onEntry: (listener) => void entered.add(listener),
      /** A row is new or changed. @param {(row:import('./rows.js').Row)=>void} listener */
      onRow: (listener) => void placed.add(listener),
    },
    currentState(at, cache),
  );
}

/** @typedef {ReturnType<typeof createCore>} Core */
