/**
 * Puts the parts together: link, outbox, conversations, marks, typing. One object per page and identity; what it does for
 * whoever uses it is written in README.md.
 */
import { createSystemClock, singleTab } from './browser.js';
import { createEmitter } from './emitter.js';
import { createIdMaker } from './ids.js';
import { createLink } from './link.js';
import { createLogs } from './logs.js';
import { createMarks } from './marks.js';
import { createOutbox } from './outbox.js';
import { sendFrame } from './frames.js';
import { countBytes, countScalars, isBlank, wellFormed } from './text.js';
import { shareLink } from './tab-sharing.js';
import { createTyping } from './typing.js';

/** A page that is open for this long has its link looked after. */
const LONG_MS = 60000;

/** @param {string} code */
const fault = (code) => Object.assign(new Error(code), { code });

/** What the page looks at, and whether its link is looked after. @param {{ pace: () => number | null; saving: () => boolean; load: () => Promise<typeof import('./link-watchdog.js')>; } | undefined} steady */
const begun = (steady) => ({
  attended: !steady,
  /** @type {string|null} */
  viewed: null,
  looksIn: false,
});
/** @typedef {ReturnType<typeof begun>} State */
/** @param {State} at @returns {import('./types.js').ClientFrame} */
const viewing = (at) => ({ type: 'viewing', conversation_id: at.viewed, ...(at.looksIn && { look_in: true }) });

/**
 * What the client knows and keeps, behind its link.
 * @param {import('./types.js').Clock} clock
 * @param {<K extends keyof import('./types.js').Events>(name: K, value?: import('./types.js').Events[K] | undefined) => void} emit
 * @param {'agent' | 'visitor'} role
 * @param {ReturnType<typeof import('./link.js').createLink>} link
 * @param {() => boolean | undefined} saving
 * @param {State} at
 * @param {import('./types.js').Tabs} tabs
 * @param {ReturnType<typeof import('./ids.js').createIdMaker>} makeId
 * @param {import('./types.js').Options} options
 */
function createStock(clock, emit, role, link, saving, at, tabs, makeId, options) {
  const logs = createLogs({
    clock,
    emit,
    adoptNew: role === 'visitor',
    send: link.send,
    settle: (entry) => isMine(entry) && outbox.settle(entry.client_message_id, entry),
    applied: (rec, entry) => {
      typing.entry(entry);
      if (!isOwnSide(entry.sender)) marks.received(rec.conversation_id, entry.sequence);
    },
  });
  const marks = createMarks({
    clock,
    role,
    emit,
    send: link.send,
    // Where data is saved, marks may wait as on a page that nobody sees.
    visible: () => link.visible && !saving(),
    get: logs.get,
    wanted: (id) => role === 'visitor' || id === at.viewed,
  });
  const typing = createTyping({ clock, send: link.send, emit });
  const outbox = createOutbox({
    clock,
    role,
    tabs,
    link,
    emit,
    makeId,
    tab: makeId(),
    store: options.store,
    recall: options.recall,
    owner: options.owner ?? null,
    anonymous: options.anonymous ?? role === 'visitor',
  });
  /** @param {import('./types.js').Member} [member] */
  const isSelf = (member) => member?.kind === link.identity?.kind && member?.id === link.identity?.id;
  /** A visitor's other devices are their side too. @param {import('./types.js').Member} [member] */
  const isOwnSide = (member) => (role === 'visitor' ? member?.kind === 'visitor' : isSelf(member));
  /** @param {import('./types.js').Entry} entry @returns {entry is import('./types.js').MessageEntry & {client_message_id:string}} */
  const isMine = (entry) => Boolean(entry.client_message_id) && isSelf(entry.sender);

  return { logs, outbox, typing, marks, isMine, isSelf };
}

/**
 * What the frames of the desk change.
 * @param {ReturnType<typeof import('./typing.js').createTyping>} typing
 * @param {ReturnType<typeof import('./logs.js').createLogs>} logs
 * @param {<K extends keyof import('./types.js').Events>(name: K, value?: import('./types.js').Events[K] | undefined) => void} emit
 * @param {ReturnType<typeof import('./outbox.js').createOutbox>} outbox
 * @param {ReturnType<typeof import('./marks.js').createMarks>} marks
 * @param {State} at
 * @param {ReturnType<typeof import('./link.js').createLink>} link
 * @param {import('./types.js').Clock} clock
 * @param {{ pace: () => number | null; saving: () => boolean; load: () => Promise<typeof import('./link-watchdog.js')>; } | undefined} steady
 * @param {'agent' | 'visitor'} role
 * @param {(entry: import('./types.js').Entry) => entry is import('./types.js').MessageEntry & { client_message_id: string; }} isMine
 * @param {(member?: import('./types.js').Member | undefined) => boolean} isSelf
 * @param {string | null} name
 */
function createHearing(typing, logs, emit, outbox, marks, at, link, clock, steady, role, isMine, isSelf, name) {
  /** @param {import('./types.js').WelcomeFrame} frame */
  const welcome = (frame) => {
    const { resume: mode, identity, conversations = [] } = frame;
    const reset = mode !== 'replaying';
    typing.forget();
    if (reset) {
      logs.forget();
      emit('reset', { mode, identity });
    }
    outbox.setOwner({ identity });
    logs.know(conversations, !reset);
    marks.welcome(reset);
    if (at.viewed) link.send(viewing(at));
    logs.resume();
    emit('welcome', { mode, identity, conversations });
    if (reset) emit('caught_up');
    // A page that sleeps with the link's lock sleeps with the outbox's.
    outbox.live(frame.taken);
    if (at.attended) return;
    at.attended = true;
    clock.after(() => steady?.load().then(({ attend }) => attend(link, role), () => {}), LONG_MS);
  };
  /** @param {import('./types.js').Frame} frame */
  const take = (frame) => {
    switch (frame.type) {
      case 'message':
      case 'entry': {
        const own = isMine(frame) && outbox.settle(frame.client_message_id, frame);
        return logs.take(frame, own);
      }
      case 'accepted':
        return accepted(frame);
      case 'refused':
        return outbox.refused(frame);
      case 'paused':
        return outbox.paused(frame.retry_after_ms ?? 1000);
      case 'page':
        return logs.page(frame);
      case 'progress':
        return marks.take({ ...frame, self: isSelf(frame.member) });
      case 'typing':
        return void (isSelf(frame.member) || typing.take(frame));
      case 'caught_up':
        logs.check();
        return emit('caught_up');
      case 'erased':
        outbox.drop(frame.conversation_id);
        return logs.drop(frame.conversation_id, 'erased');
      case 'error':
        if (!logs.error(frame)) emit('trouble', { code: frame.code, detail: frame.message });
        return undefined;
      default:
        // Said as it came; what a newer server says nobody listens for.
        return emit(/** @type {'shop'} */ (frame.type), /** @type {import('./types.js').ShopFrame} */ (frame));
    }
  };
  /** `accepted` stands where the echo would: made into the entry it is about. @param {import('./types.js').AcceptedFrame} frame */
  const accepted = (frame) => {
    const item = outbox.get(frame.client_message_id);
    if (!item) return logs.missing(frame.conversation_id, frame.sequence);
    /** @type {import('./types.js').MessageEntry} */
    const entry = {
      type: 'message',
      conversation_id: frame.conversation_id,
      sequence: frame.sequence,
      log_position: frame.log_position,
      message_id: frame.message_id,
      client_message_id: frame.client_message_id,
      sender: { .../** @type {import('./types.js').Member} */ (link.identity), name },
      note: item.note,
      sent_at: frame.accepted_at,
      edited_at: null,
      content: item.content,
    };
    typing.forgetOwn();
    outbox.settle(frame.client_message_id, entry);
    return logs.take(entry, true);
  };

  return { welcome, take };
}

/**
 * Messages as their writers handle them.
 * @param {ReturnType<typeof import('./ids.js').createIdMaker>} makeId
 * @param {import('./types.js').Clock} clock
 * @param {ReturnType<typeof import('./link.js').createLink>} link
 * @param {ReturnType<typeof import('./outbox.js').createOutbox>} outbox
 */
function writingOf(makeId, clock, link, outbox) {
  return {
    /**
     * @param {{id?:string, conversation_id?:string|null, text?:string, content?:import('./types.js').Content, note?:boolean, replaces?:string, hold_ms?:number, then?:string, team?:string}} message
     *   id = one made before (UUIDv7), so that the same message cannot come twice;
     *   hold_ms = leaves no sooner, so that `unsend` takes it back without a trace; then = kept with the item for whoever settles it
     * @returns {import('./types.js').Item}
     */
    send({ id = makeId(), conversation_id = null, text, content, note = false, replaces, hold_ms = 0, then, team }) {
      const whole = content ?? { kind: 'text', text: wellFormed(text ?? '') };
      if (whole.kind === 'text' && isBlank(whole.text ?? '')) throw fault('empty');
      /** @type {import('./types.js').Item} */
      const item = {
        client_message_id: id, conversation_id, note, content: whole, state: 'queued', code: null, owner: null,
        anonymous: true, tab: '', discarded: false, message_id: null, created_at: new Date(clock.now()).toISOString(),
        ...(replaces ? { replaces } : {}),
        ...(hold_ms > 0 ? { hold_until: clock.now() + hold_ms } : {}),
        ...(then ? { then } : {}),
        ...(team ? { team } : {}),
      };
      const { text_chars, frame_bytes } = link.limits;
      if (countScalars(whole.text ?? '') > text_chars || countBytes(JSON.stringify(sendFrame(item))) > frame_bytes) {
        throw fault('too_large');
      }
      outbox.queue(item);
      return item;
    },
    /** Takes a message back that is still held. @param {string} id @returns {import('./types.js').Item|null} null: it has gone out */
    unsend(id) {
      const item = outbox.isHeld(id) ? (outbox.get(id) ?? null) : null;
      if (item) outbox.discard(id);
      return item;
    },
    /** @param {string} [conversation_id] */
    items: (conversation_id) =>
      outbox.list().filter((item) => conversation_id === undefined || item.conversation_id === conversation_id),
  };
}

/**
 * Conversations as they are loaded, read and looked at.
 * @param {ReturnType<typeof import('./logs.js').createLogs>} logs
 * @param {ReturnType<typeof import('./marks.js').createMarks>} marks
 * @param {ReturnType<typeof import('./typing.js').createTyping>} typing
 * @param {() => boolean | undefined} saving
 * @param {State} at
 * @param {ReturnType<typeof import('./link.js').createLink>} link
 */
function readingOf(logs, marks, typing, saving, at, link) {
  return {
    load: logs.load,
    adopt: logs.adopt,
    release: logs.release,
    older: logs.older,
    conversation: (/** @type {string} */ id) => logs.get(id),
    conversations: () => logs.all(),
    read: marks.read,
    /** @param {string} conversation_id @param {boolean} active @param {string|null} [preview] */
    typing: (conversation_id, active, preview = null) => typing.say(conversation_id, active, saving() ? null : preview),
    /** A list of conversations, told from here on; `view` null ends it. @param {Omit<import('./types.js').WatchFrame, 'type'>} list */
    watch: (list) => link.send({ type: 'watch', ...list }),
    /** What the client knows nothing of. @param {import('./types.js').ClientFrame} frame */
    say: (frame) => link.send(frame),
    /** @param {string|null} conversation_id @param {boolean} [looksIn] over a colleague's shoulder */
    view(conversation_id, looksIn = false) {
      if (at.viewed === conversation_id && at.looksIn === looksIn) return;
      marks.flush();
      at.viewed = conversation_id;
      at.looksIn = looksIn;
      link.send(viewing(at));
      marks.plan();
    },
  };
}

/**
 * The client of one page and one identity; README.md describes its calls and events.
 * @param {import('./types.js').Options} options
 */
export function createClient(options) {
  const { role, clock = createSystemClock(), random = Math.random, tabs = singleTab(), name = null } = options;
  const makeId = createIdMaker({ now: clock.now, randomBytes: options.randomBytes });
  const { on, emit } = createEmitter();
  const { steady } = options;
  const at = begun(steady);
  const saving = () => steady?.saving();

  const link = createLink({
    clock,
    random,
    ...shareLink({ ...options, tabs }, () => logs.all()),
    version: options.version ?? '1.0.0',
    pace: () => steady?.pace() ?? null,
    onStatus: (status) => emit('status', status),
    onSession: (session) => outbox.setOwner(session),
    onWelcome: (frame) => welcome(frame),
    onFrame: (frame) => take(frame),
    onDown: () => outbox.down(),
    onTooLarge: () => outbox.blameLargest(),
    onEnded: (code) => emit('ended', { code }),
  });
  const { logs, outbox, typing, marks, isMine, isSelf } = createStock(clock, emit, role, link, saving, at, tabs, makeId, options);

  const { welcome, take } = createHearing(typing, logs, emit, outbox, marks, at, link, clock, steady, role, isMine, isSelf, name);

  return {
    on,
    start: link.start,
    stop() {
      link.stop();
    },
    restart: link.restart,
    async forget() {
      link.stop();
      logs.forget();
      await outbox.clear();
    },

    ...writingOf(makeId, clock, link, outbox),
    /** @param {string} id @returns {import('./types.js').Item|null} */
    retry(id) {
      const old = outbox.get(id);
      if (old?.state !== 'failed') return null;
      const { conversation_id, content, note, then } = old;
      // A refused id counts as never used, but it may be taken by something else: a new one cannot conflict.
      const item = this.send({ conversation_id, content, note, replaces: id, then });
      outbox.discard(id);
      return item;
    },
    discard: outbox.discard,

    ...readingOf(logs, marks, typing, saving, at, link),

    /** @param {'visible'|'hidden'} state */
    visibility(state) {
      if (state === 'hidden') marks.flush();
      link.setVisible(state === 'visible');
    },
    wake: link.wake,
    flush() {
      marks.flush();
      outbox.leave();
    },
    ready: outbox.ready,

    get status() {
      return link.status;
    },
    get identity() {
      return link.identity;
    },
    get limits() {
      return link.limits;
    },
    get cursor() {
      return link.cursor;
    },
  };
}

/** @typedef {ReturnType<typeof createClient>} Client */
