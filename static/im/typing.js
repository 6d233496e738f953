/** Who is typing, both ways. May be lost and is never stored, so it ends by itself: a word is good for six seconds. */

const LAPSE_MS = 6000;
const REPEAT_MS = 3000;

/**
 * Tells the desk that somebody types here, and the page that somebody types there.
 * @param {object} host
 * @param {import('./types.js').Clock} host.clock
 * @param {(frame:import('./types.js').ClientFrame) => boolean} host.send
 * @param {import('./emitter.js').Emit} host.emit
 */
export function createTyping({ clock, send, emit }) {
  /** @type {Map<string, {frame:import('./types.js').Events['typing'], timer:unknown}>} */
  const others = new Map();
  let here = { conversation_id: '', at: 0, preview: /** @type {string|null} */ (null) };
  /** @type {unknown} */ let trailing = null;
  /** The newest words, for when the next may be told. @type {string|null} */ let latest = null;

  /** @param {string} key */
  const lapse = (key) => {
    const found = others.get(key);
    if (!found) return;
    clock.cancel(found.timer);
    others.delete(key);
    emit('typing', { ...found.frame, active: false, preview: null });
  };
  /** @param {string} conversation_id @param {boolean} active @param {string|null} preview */
  const tell = (conversation_id, active, preview) => {
    clock.cancel(trailing);
    trailing = null;
    here = active ? { conversation_id, at: clock.now(), preview } : { conversation_id: '', at: 0, preview: null };
    send({ type: 'typing', conversation_id, active, ...(preview === null ? {} : { preview }) });
  };

  return {
    /** @param {import('./types.js').TypingFrame} frame */
    take({ conversation_id, member, active, preview = null }) {
      const key = `${conversation_id} ${member.kind}:${member.id}`;
      if (!active) return lapse(key);
      clock.cancel(others.get(key)?.timer);
      const frame = { conversation_id, member, active, preview };
      others.set(key, { frame, timer: clock.after(() => lapse(key), LAPSE_MS) });
      emit('typing', frame);
    },
    /** What somebody wrote has come: they no longer type it. @param {import('./types.js').Entry} entry */
    entry(entry) {
      if (entry.sender) lapse(`${entry.conversation_id} ${entry.sender.kind}:${entry.sender.id}`);
    },
    /** @param {string} conversation_id @param {boolean} active @param {string|null} preview */
    say(conversation_id, active, preview) {
      if (here.conversation_id && here.conversation_id !== conversation_id) tell(here.conversation_id, false, null);
      if (!active) return void (here.conversation_id && tell(conversation_id, false, null));
      const due = here.at + REPEAT_MS - clock.now();
      if (here.conversation_id !== conversation_id || due <= 0) return tell(conversation_id, true, preview);
      // The last words of a burst reach the other side as well, where they are shown: whatever stands there when the time has come.
      latest = preview;
      if (preview !== null && preview !== here.preview && !trailing) {
        trailing = clock.after(() => tell(conversation_id, true, latest), due);
      }
    },
    /** The server has taken a message from here, or the link is new: nothing is being typed as far as the desk knows. */
    forgetOwn() {
      clock.cancel(trailing);
      trailing = null;
      here = { conversation_id: '', at: 0, preview: null };
    },
    forget() {
      for (const key of [...others.keys()]) lapse(key);
      this.forgetOwn();
    },
  };
}
