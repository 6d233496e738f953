/**
 * Who is here: colleagues online and what they view, and who is typing where. Memory only; a new link starts from nothing.
 */

/**
 * @typedef {{kind:string, id:string, name?:string|null}} Member
 * @typedef {{member:Member, preview:string|null}} Writer
 */

/** Presence and typing as they come over the link. @param {{changed:()=>void}} host */
export function createPresence({ changed }) {
  /** @type {Map<string, {online:boolean, availability:string, viewing:string|null, looksIn:boolean}>} */
  const agents = new Map();
  /** Whether the customer of a conversation that was looked at is there. @type {Map<string, boolean>} */
  const customers = new Map();
  /** @type {Map<string, Map<string, Writer>>} */
  const writers = new Map();
  /** @param {Member} member */
  const keyOf = (member) => `${member.kind}:${member.id}`;

  return {
    forget() {
      agents.clear();
      customers.clear();
      writers.clear();
      changed();
    },
    /** Of customers, only the one is told whose conversation is on the screen. @param {import('../../im/types.js').PresenceFrame} frame @param {string|null} [open] that conversation */
    presence(frame, open) {
      if (frame.member.kind !== 'agent') {
        if (open) customers.set(open, frame.online);
        return changed();
      }
      const before = agents.get(frame.member.id);
      agents.set(frame.member.id, {
        online: frame.online,
        availability: frame.availability ?? 'offline',
        // How somebody stands says nothing about what they look at.
        viewing: frame.presence ? (before?.viewing ?? null) : (frame.viewing ?? null),
        looksIn: frame.presence ? (before?.looksIn ?? false) : Boolean(frame.look_in),
      });
      changed();
    },
    /** @param {{conversation_id:string, member:Member, active:boolean, preview:string|null}} frame */
    typing({ conversation_id, member, active, preview }) {
      const there = writers.get(conversation_id) ?? new Map();
      if (active) there.set(keyOf(member), { member, preview: preview ?? null });
      else there.delete(keyOf(member));
      if (there.size) writers.set(conversation_id, there);
      else writers.delete(conversation_id);
      changed();
    },
    /** A message from somebody ends their typing before the six seconds are over. @param {string} conversation @param {Member} member */
    spoke(conversation, member) {
      if (writers.get(conversation)?.delete(keyOf(member))) changed();
    },
    /** @param {string} conversation @returns {boolean|undefined} undefined = not told yet */
    customer: (conversation) => customers.get(conversation),
    /** @param {string} id */
    agent: (id) => agents.get(id) ?? null,
    /** @param {string} conversation @returns {Writer[]} */
    writing: (conversation) => [...(writers.get(conversation)?.values() ?? [])],
    /** Colleagues who have it open. @param {string} conversation @param {string} me */
    viewing: (conversation, me) =>
      [...agents].filter(([id, seen]) => id !== me && seen.online && seen.viewing === conversation).map(([id]) => id),
  };
}
