/**
 * The workbench's store: everything the page knows, joined from REST and the live link, with the agent's actions on it.
 * Plain JS without a DOM; time, storage, network and scheduling come in from outside. Whoever shows something reads the
 * tick of its place (`ticks.list.value` …) and then the plain data.
 */
import { createActions } from './actions.js';
import { createBook } from './book.js';
import { createCanned } from './canned.js';
import { createCompose } from './compose.js';
import { createDrafts } from './drafts.js';
import { createFirstSteps } from './first-steps.js';
import { createLabels } from './labels.js';
import { createLinks } from './links.js';
import { createList } from './list.js';
import { createPaging } from './paging.js';
import { createPresence } from './presence.js';
import { VIEWS } from './rows.js';
import { createSelection } from './selection.js';
import { createSending } from './sending.js';
import { createThreads } from './threads.js';
import { createTicks } from './ticks.js';

/** Where this browser keeps the view that was looked at last, and its order. */
const VIEW_KEPT = 'servicedesk.view';
const SORT_KEPT = 'servicedesk.sort';
const OWN_FRESH_MS = 3000;

/**
 * @typedef {object} Notice   one quiet sentence at the edge, with at most one action
 * @property {string} key     catalogue key
 * @property {Record<string, string|number>} [vars]
 * @property {number} [count]  chooses the form of the sentence
 * @property {string} [icon]
 * @property {{key:string, run:()=>void, undo?:boolean}} [action]   undo = its key does it, too
 */

/**
 * @param {object} host
 * @param {import('../api.js').Api} host.api
 * @param {import('../../im/client.js').Client} host.client         delivery core
 * @param {import('../answers.js').Me} host.me             answer of `GET /me`
 * @param {Storage|null} host.storage
 * @param {() => number} host.now
 * @param {(fn:()=>void, ms:number) => unknown} host.after
 * @param {() => boolean} [host.saving]   somebody pays for what comes over the line
 * @param {(flush:()=>void) => void} host.schedule
 * @param {(fn:()=>void) => void} host.painted   runs it once what is drawn now can be seen
 * @param {(hooks:{changed:(id:string|null) => void, failed:(error:unknown) => void}) => any} [host.files] what sends files (files.js)
 * @param {() => void} host.signedOut
 */
export function createDesk({ api, client, me, storage, saving = () => false, now, after, schedule, painted, signedOut, files: makeFiles = () => ({ of: () => [], count: 0 }) }) {
  const clock = createTicks(schedule);
  const ticks = { list: clock.create(), thread: clock.create(), composer: clock.create(), details: clock.create(), frame: clock.create() };
  /** @param {...keyof typeof ticks} places */
  const touch = (...places) => places.forEach((place) => clock.touch(ticks[place]));

  /** @type {string|null} */ let open = null;
  /** Mark of "new since"; undefined while the open conversation's row is still on its way. @type {number|null|undefined} */
  let seen = null;
  /** Another conversation was opened, and its words are not on the screen yet. */
  let turning = false;
  /** @type {Notice|null} */ let notice = null;
  /** @type {import('../answers.js').Agent[]} */ let agents = [];
  /** @type {Map<string|null, import('../../im/types.js').Item[]>} */ let unsent = new Map();
  /** @type {{id:string, phase:'loading'|'ready'|'failed', data:import('../answers.js').Contact|null}|null} */ let contact = null;
  /** @type {Set<(entry:import('../../im/types.js').Entry)=>void>} */ const heard = new Set();
  /** @type {Set<(entry:import('../../im/types.js').Entry)=>void>} */ const entered = new Set();
  /** @type {Set<(row:import('./rows.js').Row)=>void>} */ const placed = new Set();
  /** @type {() => boolean} */ let isReading = () => false;
  let agent = me.agent;

  /** @param {Notice|null} next */
  const notify = (next) => {
    notice = next;
    touch('frame');
  };
  /** @param {unknown} error */
  const failed = (error) => {
    const { code = 'unexpected', retryAfter } = /** @type {Partial<import('../api.js').Problem>} */ (error);
    notify({ key: `error.${code}`, icon: 'circle-alert', vars: { seconds: retryAfter ?? 0 } });
  };

  const book = createBook({
    me: agent.id,
    api,
    now,
    after,
    placed: (row) => {
      list.place(row);
      touch('list', 'frame');
      for (const listener of placed) listener(row);
      if (row.id !== open) return;
      if (seen === undefined) {
        seen = markOf(row);
        loadContact(false);
      }
      touch('thread', 'details');
    },
    gone: (id) => forget(id),
    changed: () => touch('list', 'frame'),
  });
  const list = createList({ rows: book.rows, me: agent.id, changed: () => touch('list') });
  const presence = createPresence({ changed: () => touch('list', 'thread', 'details') });
  /** Typing in the open conversation draws the composer alone, however long list and thread are. @param {string} id */
  const composed = (id) => touch(id === open ? 'composer' : 'list');
  const drafts = createDrafts({ storage, owner: agent.id, now, after, api, changed: composed });
  const compose = createCompose({ changed: () => touch('composer') });
  const labels = createLabels({ api, changed: () => touch('list', 'details') });
  const canned = createCanned({ api, now, changed: () => touch('composer') });
  const firstSteps = createFirstSteps({ api, list: me.setup ?? null, changed: () => touch('frame', 'thread'), failed });
  const links = createLinks({ api, enabled: me.link_previews === true, changed: () => touch('thread') });
  const files = makeFiles({ changed: (id) => (id === open ? touch('thread', 'list') : touch('list')), failed });
  const selection = createSelection({ changed: () => touch('list') });
  let holdMs = 0;
  const actions = createActions({ api, book, notify, failed });
  const threads = createThreads({
    api,
    client,
    saving,
    changed: (id) => id === open && touch('thread'),
    missing: (id) => forget(id),
  });

  /** @param {string} id every copy goes */
  const forget = (id) => {
    const contactId = book.rows.get(id)?.contact.id;
    threads.drop(id);
    drafts.drop(id);
    compose.drop(id);
    book.drop(id);
    list.drop(id);
    if (contact && contact.id === contactId) contact = null;
    touch('list', 'thread', 'details', 'frame');
  };

  const { loadView, moreUntil } = createPaging({ api, book, list, selection, open: () => open });

  const loadAgents = async () => {
    try {
      agents = (await api.agents()).items;
      agent = agents.find((one) => one.id === agent.id) ?? agent;
      touch('list', 'thread', 'frame');
    } catch {
      // Names from entries serve meanwhile.
    }
  };

  /** @param {boolean} quiet keeps what is shown while it loads */
  const loadContact = async (quiet) => {
    const id = open && book.rows.get(open)?.contact.id;
    if (!id) return;
    if (contact?.id !== id) contact = { id, phase: 'loading', data: null };
    else if (!quiet) contact.phase = contact.data ? 'ready' : 'loading';
    touch('details');
    const mine = contact;
    try {
      mine.data = await api.contact(id);
      mine.phase = 'ready';
    } catch {
      if (!mine.data) mine.phase = 'failed';
    }
    touch('details');
  };

  /** Where "new since you last looked" stands as the conversation is opened. @param {import('./rows.js').Row} row */
  const markOf = (row) => (row.unread > 0 ? row.mine.read : null);

  let ownAt = -Infinity;
  /** Labels and drafts change rarely elsewhere: the link's first word, right after the start, asks for nothing new. */
  const loadOwn = () => {
    if (now() - ownAt < OWN_FRESH_MS) return;
    ownAt = now();
    labels.load();
    drafts.load();
  };

  const reload = () => {
    list.stale();
    loadView(list.view, true, true);
    book.fetchCounts();
    loadAgents();
    loadOwn();
    threads.reset();
    if (open) book.want(open);
  };

  /** @param {import('../../im/types.js').Entry} entry */
  const take = (entry) => {
    book.apply(entry);
    if (entry.type === 'message') presence.spoke(entry.conversation_id, entry.sender);
    if (entry.type === 'message' && entry.sender.kind === 'agent') firstSteps.answered();
    if (entry.kind === 'labels') labels.heard(entry.labels ?? []);
    sending.heard(entry);
    for (const listener of entered) listener(entry);
    if (entry.conversation_id !== open) return;
    if (entry.kind === 'contact_changed' || entry.kind === 'rated') loadContact(true);
    for (const listener of heard) listener(entry);
  };

  client.on('reset', reload);
  client.on('welcome', () => presence.forget());
  client.on('notice', ({ entry }) => take(entry));
  client.on('entry', ({ entry }) => {
    threads.apply(entry);
    take(entry);
  });
  client.on('progress', ({ conversation_id: id, mine, theirs }) => {
    const row = book.rows.get(id);
    if (!row) return;
    // The core knows marks only from when it heard of the conversation; the row may know higher ones.
    const read = Math.max(row.mine.read, mine.read);
    book.patch(id, {
      mine: { received: Math.max(row.mine.received, mine.received), read },
      theirs: { received: Math.max(row.theirs.received, theirs.received), read: Math.max(row.theirs.read, theirs.read) },
      unread: read >= row.last_sequence ? 0 : row.unread,
    });
  });
  client.on('typing', presence.typing);
  client.on('presence', (frame) => {
    presence.presence(frame, open);
    const known = agents.find((one) => one.id === frame.member.id);
    if (!known && frame.member.kind === 'agent') loadAgents();
    else if (known) {
      Object.assign(known, { online: frame.online, availability: frame.availability ?? known.availability });
      touch('frame');
    }
  });
  client.on('settings', ({ area }) => area === 'blocks' && loadContact(true));
  client.on('outbox', ({ item: about, change, entry }) => {
    if (change === 'settled') sending.settled(about, entry);
    const over = change === 'removed' || change === 'settled';
    unsent = new Map();
    for (const item of client.items()) {
      if (over && item.client_message_id === about.client_message_id) continue;
      unsent.set(item.conversation_id, [...(unsent.get(item.conversation_id) ?? []), item]);
    }
    touch('list', 'thread');
  });
  client.on('gone', ({ conversation_id }) => forget(conversation_id));
  client.on('status', () => touch('frame'));
  client.on('ended', ({ code }) => (code === 'logged_out' ? signedOut() : touch('frame')));

  const kept = /** @type {any} */ (storage?.getItem(VIEW_KEPT));
  if (VIEWS.includes(kept)) list.show(kept);
  if (storage?.getItem(SORT_KEPT) === 'newest') list.arrangeBy({ sort: 'newest' });

  const sending = createSending({
    api,
    client,
    drafts,
    compose,
    failed,
    holdMs: () => holdMs,
    me: () => agent,
    agents: () => agents,
    open: () => open,
    close: (id) => actions.act(id, 'close'),
  });

  return {
    ticks,
    list,
    book,
    presence,
    drafts,
    compose,
    labels,
    canned,
    selection,
    firstSteps,
    links,
    api,
    client,
    threads,
    touch,
    notify,
    failed,
    ...actions,
    send: sending.send,
    saveChange: sending.saveChange,
    recall: sending.recall,
    /** Takes back what is still held in the open conversation. */
    undoSend: () => (open ? sending.undo(open) : null),
    /** Takes back the deed that the toast offers to take back; false = there is none. */
    undoDeed() {
      const action = notice?.action;
      if (!action?.undo) return false;
      notify(null);
      action.run();
      return true;
    },
    get undoable() {
      return Boolean(notice?.action?.undo);
    },
    /** What an agent has learnt of the customer is written down. @param {Record<string, any>} fields @returns {Promise<string|null>} code of what is wrong */
    async changeContact(fields) {
      const mine = contact;
      if (!mine?.data) return 'unexpected';
      try {
        const data = await api.changeContact(mine.id, fields);
        mine.data = data;
        for (const row of book.rows.values()) {
          if (row.contact.id === mine.id) book.patch(row.id, { contact: { ...row.contact, name: data.name, name_source: data.sources.name } });
        }
        touch('details');
        return null;
      } catch (error) {
        return /** @type {import('../api.js').Problem} */ (error).code ?? 'unexpected';
      }
    },
    /** Keeps the open conversation's customer from writing. @param {object[]} targets @returns {Promise<boolean>} */
    async block(targets) {
      try {
        for (const target of targets) await api.block(target);
      } catch (error) {
        failed(error);
        return false;
      } finally {
        await loadContact(true);
      }
      return true;
    },
    /** @param {string} id */
    async unblock(id) {
      try {
        await api.unblock(id);
      } catch (error) {
        failed(error);
      }
      await loadContact(true);
    },
    /** @param {string} message its client id */
    takeBack: (message) => (open ? sending.undo(open, message) : null),
    /** Whether something in the open conversation is still held. */
    get holding() {
      return Boolean(open) && (unsent.get(open) ?? []).some((item) => (item.hold_until ?? 0) > now());
    },
    /** A message waits so long before it leaves. @param {number} ms */
    holdFor(ms) {
      holdMs = ms;
    },
    get agent() {
      return agent;
    },
    get agents() {
      return agents;
    },
    get notice() {
      return notice;
    },
    get contact() {
      return contact;
    },
    get openId() {
      return open;
    },
    get turning() {
      return turning;
    },
    get row() {
      return (open && book.rows.get(open)) || null;
    },
    get thread() {
      return open ? threads.get(open) : null;
    },
    /** Where "new since you last looked" stands in the open thread. */
    get seen() {
      return seen ?? null;
    },
    shop: me.shop,
    /** What the widgets' forms ask for, by the names of the answers. @type {Record<string, string>} */
    formLabels: me.form_labels ?? {},
    /** First load; the link is started by the page. */
    start() {
      loadView(list.view, true);
      book.fetchCounts();
      loadAgents();
      loadOwn();
    },
    /** Another order, or one label only. @param {{sort?:'waiting'|'newest', label?:string|null}} how */
    arrangeBy(how) {
      if (how.sort) {
        try {
          storage?.setItem(SORT_KEPT, how.sort);
        } catch {
          // As with the view.
        }
      }
      selection.clear();
      list.arrangeBy(how);
      loadView(list.view, true);
    },
    /** @param {import('./rows.js').View} view */
    showView(view) {
      selection.clear();
      try {
        storage?.setItem(VIEW_KEPT, view);
      } catch {
        // The choice lasts as long as the page.
      }
      if (list.show(view)) loadView(view, true);
      touch('list');
    },
    more: () => loadView(list.view, false),
    moreUntil,
    retryList: () => loadView(list.view, true),
    /** @param {string|null} id */
    show(id) {
      if (id === open) return;
      open = id;
      seen = undefined;
      contact = null;
      turning = true;
      threads.show(id);
      const row = id ? book.rows.get(id) : null;
      if (row) seen = markOf(row);
      else if (id) book.want(id);
      // The words first, in the frame of the press; the row, who it is and what else there is, once they are painted.
      touch('thread');
      clock.flush();
      painted(() => {
        turning = false;
        touch('list', 'details', 'frame');
        if (row && open === id) loadContact(false);
      });
    },
    files,
    loadContact,
    retryThread: () => open && threads.reload(open),
    /** Somebody looks at the end of the open thread right now. */
    get reading() {
      return isReading();
    },
    /** @param {() => boolean} asked */
    readingWhen(asked) {
      isReading = asked;
    },
    /** The newest entry was in front of somebody's eyes. */
    read() {
      const row = open && book.rows.get(open);
      const last = open ? (threads.get(open)?.last ?? 0) : 0;
      if (!row || last <= row.mine.read || threads.get(row.id)?.phase !== 'ready') return;
      client.read(row.id, last);
      book.patch(row.id, { unread: 0, mine: { received: Math.max(row.mine.received, last), read: last } });
    },
    /** Nobody looks any more: what comes now is new when they are back. */
    away() {
      const last = open ? threads.get(open)?.last : 0;
      if (seen == null && last) seen = last;
    },
    /** @param {string} id */
    unsentOf: (id) => unsent.get(id) ?? [],
    get unsentCount() {
      return [...unsent.values()].reduce((sum, items) => sum + items.length, files.count);
    },
    /** A conversation's newest entry that is not one's own, for whoever reads aloud. @param {(entry:import('../../im/types.js').Entry)=>void} listener */
    onHeard(listener) {
      heard.add(listener);
    },
    /** Every entry of the desk, after its row has taken it in; the row may still be on its way. @param {(entry:import('../../im/types.js').Entry)=>void} listener */
    onEntry(listener) {
      entered.add(listener);
    },
    /** A row is new or changed. @param {(row:import('./rows.js').Row)=>void} listener */
    onRow(listener) {
      placed.add(listener);
    },
    /** @param {string} id */
    agentName: (id) => agents.find((one) => one.id === id)?.name ?? null,
    /** @param {'online'|'away'|'offline'} state */
    async setAvailability(state) {
      const before = agent.availability;
      agent.availability = state;
      touch('frame');
      try {
        await api.availability(state);
      } catch (error) {
        agent.availability = before;
        failed(error);
      }
    },
  };
}

/** @typedef {ReturnType<typeof createDesk>} Desk */
