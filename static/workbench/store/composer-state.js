/**
 * What the composer of each conversation is busy with beyond its draft: the message it answers, the own message it changes, and
 * whether a colleague answered while somebody was writing here. Lives as long as the page.
 *
 * @typedef {{message_id:string, name:string, text:string}} Quote
 * @typedef {{message_id:string, note:boolean, text:string, was:string, quote:string|null}} Change   text = as it is being changed
 */

/** State of the composers, by conversation. @param {{changed:(conversation:string)=>void}} host */
export function createComposerState({ changed }) {
  /** @type {Map<string, Quote>} */
  const quotes = new Map();
  /** @type {Map<string, Change>} */
  const changes = new Map();
  /** @type {Map<string, string>} */
  const answered = new Map();

  /** @template T @param {Map<string, T>} map @param {string} id @param {T|null} value */
  const put = (map, id, value) => {
    if (value === null ? !map.delete(id) : map.get(id) === value) return;
    if (value !== null) map.set(id, value);
    changed(id);
  };

  return {
    /** @param {string} id */
    quote: (id) => quotes.get(id) ?? null,
    /** @param {string} id @param {Quote|null} quote */
    setQuote: (id, quote) => put(quotes, id, quote),
    /** @param {string} id */
    change: (id) => changes.get(id) ?? null,
    /** @param {string} id @param {Change|null} change */
    setChange: (id, change) => put(changes, id, change),
    /** A colleague's name whose answer came while a draft stood here. @param {string} id */
    answered: (id) => answered.get(id) ?? null,
    /** @param {string} id @param {string|null} name */
    setAnswered: (id, name) => put(answered, id, name),
    /** @param {string} id */
    drop(id) {
      quotes.delete(id);
      changes.delete(id);
      answered.delete(id);
    },
  };
}
