/**
 * One open conversation: its entries without holes, loaded newest first and by pages upwards. Holes are the delivery core's
 * business; here entries are only joined. Knows nothing of scrolling.
 */

/** Entries of one page, here and in the history. */
export const PAGE = 50;

/** Sequences are dense from 1, so the first of a page says whether something lies above it. @param {import('../../im/types.js').Entry[]} items */
const deeper = (items) => items.length > 0 && items[0].sequence > 1;

/**
 * The thread of one conversation.
 * @param {object} host
 * @param {string} host.id
 * @param {(ask:{before_sequence?:number, limit:number}) => Promise<{items:import('../../im/types.js').Entry[]}>} host.fetch
 * @param {() => void} host.changed
 */
export function createThread({ id, fetch, changed }) {
  /** @type {import('../../im/types.js').Entry[]} ascending by sequence, no doubles */
  let entries = [];
  let more = false;
  /** @type {'empty'|'loading'|'ready'|'failed'|'missing'} */
  let phase = 'empty';
  let history = false;
  let generation = 0;

  /** @param {import('../../im/types.js').Entry[]} page */
  const join = (page) => {
    if (page.length === 0) return;
    const known = new Set(entries.map((entry) => entry.sequence));
    const fresh = page.filter((entry) => !known.has(entry.sequence));
    if (fresh.length === 0) return;
    entries = [...entries, ...fresh].sort((a, b) => a.sequence - b.sequence);
  };

  return {
    id,
    get entries() {
      return entries;
    },
    get more() {
      return more;
    },
    get phase() {
      return phase;
    },
    get history() {
      return history;
    },
    get last() {
      return entries.at(-1)?.sequence ?? 0;
    },
    /** Newest page; what was there before is dropped once it came. @returns {Promise<number|null>} last sequence, null = not loaded */
    async load() {
      const mine = (generation += 1);
      if (phase !== 'ready') phase = 'loading';
      changed();
      try {
        const page = await fetch({ limit: PAGE });
        if (mine !== generation) return null;
        // What the socket brought while the page travelled stays.
        const last = page.items.at(-1)?.sequence ?? 0;
        const newer = entries.filter((entry) => entry.sequence > last);
        entries = [...page.items, ...newer];
        more = deeper(page.items);
        phase = 'ready';
        return last;
      } catch (error) {
        if (mine !== generation) return null;
        if (phase !== 'ready') phase = /** @type {import('../api.js').Problem} */ (error)?.status === 404 ? 'missing' : 'failed';
        return null;
      } finally {
        changed();
      }
    },
    /** A page of history above what is loaded. */
    async older() {
      if (history || !more || entries.length === 0) return;
      history = true;
      changed();
      const before = entries[0].sequence;
      try {
        const page = await fetch({ before_sequence: before, limit: PAGE });
        // Loaded anew meanwhile: it still belongs here if it ends where what is there begins.
        if (entries[0]?.sequence !== before) return;
        join(page.items);
        more = deeper(page.items);
      } catch {
        // The next scroll to the top asks again.
      } finally {
        history = false;
        changed();
      }
    },
    /** Lets the oldest go where there are more than so many; what is above is asked for again. @param {number} most */
    trim(most) {
      if (history || entries.length <= most + PAGE) return;
      entries = entries.slice(-most);
      more = true;
    },
    /** @param {import('../../im/types.js').Entry} entry the next one, as the core gives it out */
    apply(entry) {
      const last = entries.at(-1);
      if (!last || entry.sequence > last.sequence) entries = [...entries, entry];
      else join([entry]);
      changed();
    },
  };
}
