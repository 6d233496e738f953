/**
 * A desk in memory that speaks the server's side of the protocol: dense sequences, positions in commit order, idempotent
 * sends, replay by cursor, pages. Faults are switched on by the test: silence, pauses, refusals, lost pushes.
 */

/** @typedef {import('../../../static/im/types.js').Frame} Frame */

/**
 * @typedef {object} Link   a connection, as the desk sees it; what frames hold is looked at by each test
 * @property {any} handlers
 * @property {any[]} received
 * @property {boolean} open
 * @property {boolean} ready
 * @property {any} identity
 * @property {boolean} paused
 * @property {string} sessionId
 * @property {number} buffered
 * @property {boolean} [closedByClient]
 * @property {(...frames:object[]) => void} push
 * @property {(code?:number) => void} close
 * @property {(type:string) => any[]} of
 */

const AT = '2026-03-01T08:30:12.511Z';
const HEARTBEAT = { ping_every_ms: 45000, pong_within_ms: 5000, dead_after_ms: 60000 };

/** @param {{limits?:object, epoch?:string}} [options] */
export function createDesk({ limits = {}, epoch = 'e1' } = {}) {
  const desk = {
    epoch,
    position: 100,
    limits: { sends_in_flight: 16, frame_bytes: 131072, text_chars: 8000, ...limits },
    /** Every entry in commit order. @type {any[]} */
    log: [],
    /** @type {Map<string, any>} */
    conversations: new Map(),
    /** @type {Link[]} */
    links: [],
    /** Switches. */
    answering: true,
    storing: true,
    mute: false,
    pausing: 0,
    /** @type {string|null} */
    refusing: null,
    unreachable: false,
    deaf: false,
    identity: /** @type {{kind:'visitor'|'agent', id:string}} */ ({ kind: 'visitor', id: 'v_1' }),
    replayLimit: 1000,
    connects: 0,

    get link() {
      return desk.links[desk.links.length - 1];
    },

    /** @param {any} handlers @returns {import('../../../static/im/types.js').Socket} */
    transport(handlers) {
      desk.connects += 1;
      /** @type {Link} */
      const link = {
        handlers,
        received: [],
        open: true,
        ready: false,
        identity: null,
        paused: false,
        sessionId: `s_${desk.connects}`,
        buffered: 0,
        push(...frames) {
          if (link.open) handlers.onmessage(frames.map((f) => JSON.stringify(f)).join('\n'));
        },
        close(code = 1006) {
          if (!link.open) return;
          link.open = false;
          handlers.onclose(code, '');
        },
        of: (type) => link.received.filter((f) => f.type === type),
      };
      desk.links.push(link);
      if (desk.unreachable) {
        setImmediate(() => link.close(1006));
      } else {
        setImmediate(() => link.open && handlers.onopen());
      }
      return {
        send(text) {
          const frame = JSON.parse(text);
          link.received.push(frame);
          if (link.open) desk.take(link, frame);
        },
        close() {
          link.open = false;
          link.closedByClient = true;
        },
        buffered: () => link.buffered,
      };
    },

    /** @param {string} id */
    conversation(id) {
      if (!desk.conversations.has(id)) {
        desk.conversations.set(id, { id, state: 'open', last: 0, mine: { received: 0, read: 0 }, theirs: { received: 0, read: 0 } });
      }
      return desk.conversations.get(id);
    },

    /** Commits an entry and pushes it to every live link but `except`. @param {string} id @param {any} fields @param {Link|null} [except] */
    append(id, fields, except = null) {
      const conversation = desk.conversation(id);
      conversation.last += 1;
      desk.position += 1;
      const entry = { type: 'message', conversation_id: id, sequence: conversation.last, log_position: desk.position, ...fields };
      if (entry.kind === 'state') conversation.state = entry.state;
      desk.log.push(entry);
      for (const link of desk.links) if (link.open && link.ready && link !== except && !desk.mute) link.push(entry);
      return entry;
    },
    /** @param {string} id @param {string} text */
    agentSays(id, text) {
      return desk.append(id, {
        message_id: `m_${desk.position}`, client_message_id: null, sender: { kind: 'agent', id: 'a_1', name: 'Mei' },
        note: false, sent_at: AT, edited_at: null, content: { kind: 'text', text },
      });
    },

    /** @param {Link} link @param {any} frame */
    take(link, frame) {
      if (frame.type === 'hello') return desk.hello(link, frame);
      if (!link.ready) return undefined;
      if (frame.type === 'send') return desk.send(link, frame);
      if (frame.type === 'continue') {
        link.paused = false;
        return undefined;
      }
      if (frame.type === 'ping' && desk.answering) return link.push({ type: 'pong', log_position: desk.position });
      if (frame.type === 'fetch' && desk.answering) return desk.fetch(link, frame);
      return undefined;
    },

    /** @param {Link} link @param {any} frame */
    hello(link, frame) {
      if (desk.deaf) return;
      if (frame.session_token === 'stale') return void link.close(4001);
      link.identity = desk.identity;
      link.ready = true;
      const former = desk.links.find((one) => one !== link && one.open && one.sessionId === frame.previous_session_id);
      former?.push({ type: 'session_ended', code: 'replaced', reconnect: false });
      former?.close(4003);
      const missed = frame.resume ? desk.log.filter((e) => e.log_position > frame.resume.log_position) : [];
      const known = frame.resume && frame.resume.log_epoch === desk.epoch && missed.length <= desk.replayLimit;
      const mode = !frame.resume ? 'fresh' : known ? 'replaying' : 'reload';
      const touched = new Set(missed.map((e) => e.conversation_id));
      const rows = [...desk.conversations.values()]
        .filter((c) => link.identity.kind === 'visitor' && (mode !== 'replaying' || touched.has(c.id)))
        .map((c) => ({ conversation_id: c.id, state: c.state, last_sequence: c.last, mine: c.mine, theirs: c.theirs }));
      link.push({
        type: 'welcome', session_id: link.sessionId, log_epoch: desk.epoch, log_position: desk.position, resume: mode,
        identity: link.identity, conversations: rows, limits: desk.limits,
        heartbeat: { ...HEARTBEAT, ping_every_ms: Math.max(HEARTBEAT.ping_every_ms, frame.heartbeat_ms ?? 0) },
      });
      if (mode === 'replaying') {
        for (const entry of missed) link.push(entry);
        link.push({ type: 'caught_up', log_position: desk.position });
      }
    },

    /** @param {Link} link @param {any} frame */
    send(link, frame) {
      if (link.paused) return;
      if (desk.pausing > 0) {
        desk.pausing -= 1;
        link.paused = true;
        return void link.push({ type: 'paused', reason: 'unavailable', retry_after_ms: 2000 });
      }
      if (desk.refusing) {
        return void link.push({ type: 'refused', client_message_id: frame.client_message_id, code: desk.refusing, message: '' });
      }
      if (!desk.storing) return;
      let entry = desk.log.find((e) => e.client_message_id === frame.client_message_id && e.sender.id === link.identity.id);
      if (entry && entry.content.text !== frame.content.text) {
        return void link.push({ type: 'refused', client_message_id: frame.client_message_id, code: 'id_conflict', message: '' });
      }
      entry ??= desk.append(
        frame.conversation_id ?? 'c_1',
        {
          message_id: `m_${frame.client_message_id.slice(-4)}_${desk.position}`, client_message_id: frame.client_message_id,
          sender: { ...link.identity, name: null }, note: frame.note, sent_at: AT, edited_at: null, content: frame.content,
        },
        link,
      );
      if (desk.answering) desk.accept(link, entry);
    },
    /** @param {Link} link @param {any} entry */
    accept(link, entry) {
      link.push({
        type: 'accepted', client_message_id: entry.client_message_id, conversation_id: entry.conversation_id,
        sequence: entry.sequence, log_position: entry.log_position, message_id: entry.message_id, accepted_at: AT,
      });
    },

    /** @param {Link} link @param {any} frame */
    fetch(link, { request_id, conversation_id, after_sequence, before_sequence, limit = 50 }) {
      if (!desk.conversations.has(conversation_id)) {
        return link.push({ type: 'error', code: 'not_found', message: '', request_id });
      }
      const all = desk.log.filter(
        (e) =>
          e.conversation_id === conversation_id &&
          e.sequence > (after_sequence ?? 0) &&
          e.sequence < (before_sequence ?? Infinity),
      );
      const entries = after_sequence === undefined ? all.slice(-limit) : all.slice(0, limit);
      return link.push({ type: 'page', request_id, entries, more: entries.length < all.length });
    },
  };
  return desk;
}

/** Texts of a conversation as the desk holds them. @param {Desk} desk @param {string} [id] */
export const texts = (desk, id = 'c_1') =>
  desk.log.filter((e) => e.conversation_id === id && e.content).map((e) => e.content.text);

/** @typedef {ReturnType<typeof createDesk>} Desk */
