/**
 * How far this side has received and read, told to the desk cumulatively and seldom, and how far the other side has.
 * Marks only move forward.
 */

const EVERY_MS = 1000;
const HIDDEN_MS = 10000;
const FIRST_MS = 50;

/**
 * Marks of both sides: what to tell the desk, and what it told.
 * @param {object} host
 * @param {import('./types.js').Clock} host.clock
 * @param {import('./types.js').Options['role']} host.role
 * @param {(frame:import('./types.js').ClientFrame) => boolean} host.send
 * @param {() => boolean} host.visible
 * @param {(id:string) => import('./types.js').Conversation|undefined} host.get
 * @param {(id:string) => boolean} host.wanted  whether the desk keeps marks of this conversation now
 * @param {import('./emitter.js').Emit} host.emit
 */
export function createMarks({ clock, role, send, visible, get, wanted, emit }) {
  /** @type {Set<string>} */
  const dirty = new Set();
  /** Told on the present link; it may have died before the desk heard. @type {Set<string>} */
  const told = new Set();
  /** @type {unknown} */ let timer = null;
  let sentAt = 0;
  let dueAt = 0;

  const flush = () => {
    clock.cancel(timer);
    timer = null;
    /** @type {Record<string, number>} */ const received = {};
    /** @type {Record<string, number>} */ const read = {};
    const due = [...dirty].filter(wanted);
    for (const id of due) {
      const mine = get(id)?.mine;
      if (!mine) continue;
      received[id] = mine.received;
      if (mine.read) read[id] = mine.read;
    }
    if (!Object.keys(received).length || !send({ type: 'progress', received, read })) return;
    sentAt = clock.now();
    for (const id of due) {
      dirty.delete(id);
      told.add(id);
    }
  };
  const plan = () => {
    const now = clock.now();
    const wait = Math.max(FIRST_MS, sentAt + (visible() ? EVERY_MS : HIDDEN_MS) - now);
    // Planned while hidden, wanted sooner now that somebody looks.
    if (timer && dueAt <= now + wait) return;
    clock.cancel(timer);
    dueAt = now + wait;
    timer = clock.after(flush, wait);
  };
  /** @param {string} id */
  const mark = (id) => {
    dirty.add(id);
    plan();
  };

  return {
    flush,
    plan,
    /** @param {string} id @param {number} sequence */
    received(id, sequence) {
      const rec = get(id);
      if (!rec || sequence <= rec.mine.received) return;
      rec.mine = { ...rec.mine, received: sequence };
      mark(id);
    },
    /** @param {string} id @param {number} sequence */
    read(id, sequence) {
      const rec = get(id);
      const upTo = Math.min(sequence, rec?.last ?? rec?.last_sequence ?? 0);
      if (!rec || upTo <= rec.mine.read) return;
      rec.mine = { received: Math.max(rec.mine.received, upTo), read: upTo };
      mark(id);
      emit('progress', { conversation_id: id, mine: rec.mine, theirs: rec.theirs, member: null });
    },
    /** @param {import('./types.js').ProgressFrame & {self:boolean}} frame */
    take(frame) {
      const rec = get(frame.conversation_id);
      if (!rec) return;
      const visitorSide = frame.member.kind === 'visitor';
      const side = visitorSide === (role === 'visitor') ? 'mine' : 'theirs';
      // Another agent's marks are neither mine nor the customer's.
      if (side === 'mine' && role === 'agent' && !frame.self) return;
      const old = rec[side];
      const now = { received: Math.max(old.received, frame.received ?? 0), read: Math.max(old.read, frame.read ?? 0) };
      if (now.received === old.received && now.read === old.read) return;
      rec[side] = now;
      emit('progress', { conversation_id: rec.conversation_id, mine: rec.mine, theirs: rec.theirs, member: frame.member });
    },
    /** On every new link. @param {boolean} reset */
    welcome(reset) {
      if (reset) dirty.clear();
      else for (const id of told) dirty.add(id);
      told.clear();
      if (dirty.size) plan();
    },
  };
}
