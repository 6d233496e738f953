/**
 * One open conversation: its entries without holes, loaded newest first and by pages upwards. Whoever jumps far up sees a stretch
 * of its own, which grows both ways until it meets the newest ones. Holes are the delivery core's business; here entries are only
 * joined. Knows nothing of scrolling.
 */

/** Entries of one page, here and in the history. */
export const PAGE = 50;

/** @typedef {import('../../im/types.js').Entry} Entry */
/** @typedef {(ask:{before_sequence?:number, after_sequence?:number, limit:number}) => Promise<{items:Entry[]}>} Fetch */

/** Sequences are dense from 1, so the first of a page says whether something lies above it. @param {Entry[]} items */
const deeper = (items) => items.length > 0 && items[0].sequence > 1;

/** What of a conversation is in memory. */
const begun = () => ({
  /** @type {Entry[]} ascending by sequence, no doubles */
  entries: [],
  /** The newest ones, while a stretch further up is shown. @type {Entry[]|null} */
  tail: null,
  more: false,
  /** @type {'empty'|'loading'|'ready'|'failed'|'missing'} */
  phase: 'empty',
  history: false,
  generation: 0,
});
/** @typedef {ReturnType<typeof begun>} State */

/** Pages join what is there. @param {State} at */
function createJoining(at) {
  /** @param {Entry[]} page */
  const join = (page) => {
    if (page.length === 0) return;
    const known = new Set(at.entries.map((entry) => entry.sequence));
    const fresh = page.filter((entry) => !known.has(entry.sequence));
    if (fresh.length === 0) return;
    at.entries = [...at.entries, ...fresh].sort((a, b) => a.sequence - b.sequence);
  };
  /** The stretch reaches the newest ones. */
  const meet = () => {
    const end = at.entries.at(-1)?.sequence ?? 0;
    if (!at.tail || end + 1 < (at.tail[0]?.sequence ?? 0)) return;
    at.entries = [...at.entries, ...at.tail.filter((entry) => entry.sequence > end)];
    at.tail = null;
  };
  /** The newest ones are shown again. */
  const rejoin = () => {
    if (!at.tail) return;
    at.entries = at.tail;
    at.tail = null;
    at.more = deeper(at.entries);
  };
  /** @param {Entry} entry the next one, as the core gives it out */
  const apply = (entry) => {
    const last = (at.tail ?? at.entries).at(-1);
    const next = !last || entry.sequence > last.sequence;
    if (!at.tail && next) at.entries = [...at.entries, entry];
    else if (!at.tail) join([entry]);
    else if (next) at.tail = [...at.tail, entry];
  };
  return { join, meet, rejoin, apply };
}

/**
 * Further pages of what is shown.
 * @param {object} host
 * @param {State} host.at
 * @param {Fetch} host.fetch
 * @param {() => void} host.changed
 * @param {(page:Entry[]) => void} host.join
 * @param {() => void} host.meet
 */
function pagesOf({ at, fetch, changed, join, meet }) {
  /** A page at one end, if that end is still there once it came. @param {boolean} upward */
  const grow = async (upward) => {
    const end = upward ? 0 : -1;
    const edge = at.entries.at(end)?.sequence;
    if (at.history || edge === undefined || !(upward ? at.more : at.tail)) return;
    at.history = true;
    changed();
    try {
      const page = await fetch(upward ? { before_sequence: edge, limit: PAGE } : { after_sequence: edge, limit: PAGE });
      // Loaded anew meanwhile: it still belongs here if it ends where what is there begins.
      if (at.entries.at(end)?.sequence !== edge) return;
      join(page.items);
      if (upward) at.more = deeper(page.items);
      else meet();
    } catch {
      // The next scroll to the edge asks again.
    } finally {
      at.history = false;
      changed();
    }
  };
  return {
    /** A page of history above what is loaded. */
    older: () => grow(true),
    /** A page below a stretch that does not reach the end. */
    newer: () => grow(false),
    /** So that this entry is shown with what is around it. @param {number} sequence @returns {Promise<boolean>} whether it is there */
    async reach(sequence) {
      const has = () => at.entries.some((entry) => entry.sequence === sequence);
      if (has()) return true;
      const [above, below] = await Promise.all([
        fetch({ before_sequence: sequence + 1, limit: PAGE / 2 }),
        fetch({ after_sequence: sequence, limit: PAGE / 2 }),
      ]);
      if (above.items.at(-1)?.sequence !== sequence) return has();
      at.tail ??= at.entries;
      at.entries = [...above.items, ...below.items];
      at.more = deeper(at.entries);
      meet();
      changed();
      return true;
    },
  };
}

/**
 * The thread of one conversation.
 * @param {object} host
 * @param {string} host.id
 * @param {Fetch} host.fetch
 * @param {() => void} host.changed
 */
export function createThread({ id, fetch, changed }) {
  const at = begun();
  const { join, meet, rejoin, apply } = createJoining(at);

  return {
    id,
    get entries() {
      return at.entries;
    },
    get more() {
      return at.more;
    },
    get phase() {
      return at.phase;
    },
    get history() {
      return at.history;
    },
    get last() {
      return (at.tail ?? at.entries).at(-1)?.sequence ?? 0;
    },
    /** What is shown does not reach the newest ones. */
    get parted() {
      return at.tail !== null;
    },
    /** Those that are not shown: they may say something about what is. */
    get beyond() {
      return at.tail ?? [];
    },
    /** Newest page; what was there before is dropped once it came. @returns {Promise<number|null>} last sequence, null = not loaded */
    async load() {
      const mine = (at.generation += 1);
      if (at.phase !== 'ready') at.phase = 'loading';
      changed();
      try {
        const page = await fetch({ limit: PAGE });
        if (mine !== at.generation) return null;
        // What the socket brought while the page travelled stays.
        const last = page.items.at(-1)?.sequence ?? 0;
        const newest = [...page.items, ...(at.tail ?? at.entries).filter((entry) => entry.sequence > last)];
        if (at.tail) at.tail = newest;
        else {
          at.entries = newest;
          at.more = deeper(page.items);
        }
        at.phase = 'ready';
        return last;
      } catch (error) {
        if (mine !== at.generation) return null;
        if (at.phase !== 'ready') at.phase = /** @type {import('../api.js').Problem} */ (error)?.status === 404 ? 'missing' : 'failed';
        return null;
      } finally {
        changed();
      }
    },
    ...pagesOf({ at, fetch, changed, join, meet }),
    rejoin() {
      if (at.tail === null) return;
      rejoin();
      changed();
    },
    /** Lets the oldest go where there are more than so many; what is above is asked for again. @param {number} most */
    trim(most) {
      if (at.history) return;
      rejoin();
      if (at.entries.length <= most + PAGE) return;
      at.entries = at.entries.slice(-most);
      at.more = true;
    },
    /** @param {Entry} entry */
    apply(entry) {
      apply(entry);
      changed();
    },
  };
}
