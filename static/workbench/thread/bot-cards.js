/**
 * What a card of the bot asked, and what the customer pressed on it. Several things are asked that do not end one another: which
 * question was meant, whether it helped, and for a person. Pure.
 *
 * @typedef {{id:string, label:string, url?:string}} Button
 * @typedef {{id:string, label:string, chosen:boolean, url?:string}} Choice
 * @typedef {object} Asked
 * @property {Choice[]} choices            entry's own, and the questions that may have been meant
 * @property {'yes'|'no'|null} helped      null = nobody said
 * @property {boolean} person              a person was asked for
 */

/** @param {string} id */
const isVote = (id) => id === 'bot:helpful' || id === 'bot:unhelpful';

/**
 * @param {{buttons?:Button[]}|undefined} card
 * @param {string} message its id
 * @param {import('../../im/types.js').Entry[]} entries of the thread, ascending
 * @returns {Asked}
 */
export function askedBy(card, message, entries) {
  /** @type {Set<string>} */ const pressed = new Set();
  for (const entry of entries) {
    if (entry.type !== 'message' || entry.content?.kind !== 'choice' || entry.content.of !== message) continue;
    pressed.add(String(entry.content.choice));
  }
  const choices = (card?.buttons ?? []).filter(({ id }) => !isVote(id) && id !== 'bot:person').map((one) => ({ ...one, chosen: pressed.has(one.id) }));
  return { choices, helped: pressed.has('bot:helpful') ? 'yes' : pressed.has('bot:unhelpful') ? 'no' : null, person: pressed.has('bot:person') };
}

/**
 * @typedef {object} Turn   of the bot, as the desk tells it
 * @property {number} from_sequence
 * @property {number} through_sequence
 * @property {string} at
 * @property {number|null} [sequence]     the first message or entry that came of it
 * @property {string} outcome
 * @property {string|null} reason
 * @property {Near|null} entry            what answered
 * @property {Near[]} others
 * @property {string} language
 *
 * @typedef {{faq_id:string, question:string|null, p:number|null}} Near
 */

/**
 * The turn that a message came of: the one that had read up to where its id says, else the newest before it.
 * @param {Turn[]} turns @param {{sequence:number, client_message_id?:string|null}} message
 * @returns {Turn|null}
 */
export function turnOf(turns, { sequence, client_message_id: id }) {
  const first = turns.filter((one) => one.sequence && one.sequence <= sequence).sort((a, b) => Number(b.sequence) - Number(a.sequence))[0];
  const through = /^bot:[^:]*:(\d+):/.exec(id ?? '')?.[1];
  const named = through === undefined ? undefined : turns.find((one) => one.through_sequence === Number(through));
  if (named ?? first) return named ?? first;
  const before = turns.filter((one) => one.through_sequence < sequence);
  return before.sort((a, b) => b.through_sequence - a.through_sequence)[0] ?? null;
}

/**
 * Whether the next message is of the same turn, and tells why as well: a turn has one reason.
 * @param {{sequence:number}} message @param {import('../../im/types.js').Entry[]} entries of the thread, ascending
 */
export function goesOn({ sequence }, entries) {
  const at = entries.findIndex((one) => one.sequence === sequence);
  const turn = (/** @type {any} */ one) => /^bot:[^:]*:\d+:/.exec(one?.client_message_id ?? '')?.[0];
  return at >= 0 && turn(entries[at]) !== undefined && turn(entries[at]) === turn(entries[at + 1]);
}

/** 0.914 is 91 %, and what is not certain is never 100 %. @param {number} p */
export const percent = (p) => Math.min(99, Math.max(1, Math.round(p * 100)));
