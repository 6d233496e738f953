/** After a reply to a question: whether the two are worth an entry of the FAQ. Offered once, quietly, and gone with the next word. */
import { isBlank } from '../../im/text.js';

/** @typedef {import('../store/desk.js').Desk} Desk */
/** @typedef {{question:string, answer:string}} Pair */

const QUESTION = { least: 4, most: 120 };
const ANSWER = { least: 8, most: 2000 };
/** What ends or fills small words. */
const FILLING = /[\s\p{P}\p{S}]+$/u;

/** @param {string} text @param {{least:number, most:number}} bounds */
const fits = (text, { least, most }) => {
  const length = [...text].length;
  return length >= least && length <= most;
};

/**
 * The customer's words that a reply answers, and the reply; null = nothing worth keeping.
 * @param {import('../../im/types.js').Entry[]} entries ascending, with the reply @param {number} sequence of the reply
 * @param {string[]} small thanks and greetings, which ask for nothing
 * @returns {Pair|null}
 */
export function pairOf(entries, sequence, small) {
  const reply = entries.find((one) => one.sequence === sequence);
  if (reply?.type !== 'message' || reply.note || reply.content?.kind !== 'text') return null;
  /** @type {string[]} */ const asked = [];
  for (const entry of entries.filter((one) => one.sequence < sequence).reverse()) {
    if (entry.type !== 'message' || entry.note) continue;
    if (entry.sender.kind !== 'visitor') break;
    const text = entry.content?.kind === 'text' ? (entry.content.text ?? '').trim() : '';
    if (text && !small.includes(text.replace(FILLING, '').toLowerCase())) asked.unshift(text);
  }
  const question = asked.join(' ').replace(/\s+/g, ' ');
  const answer = (reply.content.text ?? '').trim();
  // An answer that asks back has not answered yet.
  if (isBlank(question) || !fits(question, QUESTION) || !fits(answer, ANSWER) || /[?？]$/.test(answer)) return null;
  return { question, answer };
}

/** @param {Desk} desk @param {string[]} small */
export function createKeeping(desk, small) {
  /** @type {{id:string, pair:Pair, sequence:number}|null} */ let offer = null;
  desk.client.on('outbox', ({ item, change, entry }) => {
    if (change !== 'settled' || item.note || !entry || item.conversation_id !== desk.openId) return;
    const entries = desk.thread?.entries ?? [];
    const pair = pairOf(entries.some((one) => one.sequence === entry.sequence) ? entries : [...entries, entry], entry.sequence, small);
    offer = pair && { id: String(item.conversation_id), pair, sequence: entry.sequence };
    desk.touch('composer');
  });

  return {
    /** @param {string|null} id of what is open @returns {Pair|null} */
    offered(id) {
      if (!offer || offer.id !== id) return null;
      const { sequence } = offer;
      // The talk has gone on.
      const isPast = desk.thread?.entries.some((one) => one.type === 'message' && one.sequence > sequence);
      return isPast ? null : offer.pair;
    },
    dismiss() {
      offer = null;
      desk.touch('composer');
    },
    /** Where an entry is written, begun with the two. @param {Pair} pair */
    address: ({ question, answer }) => `/faq/new?${new URLSearchParams({ question, answer })}`,
  };
}
