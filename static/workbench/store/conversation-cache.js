/**
 * The rows this page knows, kept true: changed by entries as they come, fetched where an entry speaks of an unknown one, and the
 * counts of the views asked again soon after something moved. Fetches a few rows at a time, so that a replay after a long
 * sleep does not flood the desk.
 *
 * Not a collection (collection.js): which rows stand in a view, and in which order, the desk tells the list (list.js); here they lie
 * by their id, from several views, and an entry changes one among thousands without a look at the others.
 */
import { applyEntry, mentioned, needsReload } from './rows.js';

const FETCHES_AT_ONCE = 4;
const COUNTS_AFTER_MS = 400;
const COUNTS_EVERY_MS = 2000;
/** Asked for so short a time ago, they are those of now. */
const FRESH_MS = 3000;
/** A mark has reached the desk by then. */
const MARKED_AFTER_MS = 3000;

/** @typedef {import('./rows.js').Row} Row */

/**
 * Rows that are asked for, a few at a time.
 * @param {object} host
 * @param {import('../api.js').Api} host.api
 * @param {(row: Row) => void} host.put
 * @param {(id:string) => void} host.gone
 */
function createFetching({ api, put, gone }) {
  /** @type {Set<string>} */
  const wanted = new Set();
  let fetching = 0;
  const pump = () => {
    for (const id of wanted) {
      if (fetching >= FETCHES_AT_ONCE) return;
      wanted.delete(id);
      fetching += 1;
      api
        .conversation(id)
        .then(put, (/** @type {import('../api.js').Problem} */ error) => error.status === 404 && gone(id))
        .finally(() => {
          fetching -= 1;
          pump();
        });
    }
  };
  /** @param {string} id */
  const want = (id) => {
    wanted.add(id);
    pump();
  };

  return { want, wanted };
}

/**
 * A cache of conversation rows, with the counts of the views.
 * @param {object} host
 * @param {string} host.me
 * @param {import('../api.js').Api} host.api
 * @param {() => number} host.now
 * @param {(fn:()=>void, ms:number) => unknown} host.after
 * @param {(row:Row) => void} host.placed
 * @param {(id:string) => void} host.gone
 * @param {() => void} host.changed
 */
export function createConversationCache({ me, api, now, after, placed, gone, changed }) {
  /** @type {Map<string, Row>} */
  const rows = new Map();
  const { want, wanted } = createFetching({ api, put: (row) => put(row), gone });
  /** @type {Record<string, number|null>|null} */
  let counts = null;
  let countsAt = 0;
  let countsPlanned = false;
  /** The desk tells them by itself. */
  let told = false;

  const fetchCounts = async () => {
    countsPlanned = false;
    countsAt = now();
    try {
      counts = await api.counts();
      changed();
    } catch {
      // The next change asks again.
    }
  };
  const countsSoon = () => {
    if (countsPlanned || told) return;
    countsPlanned = true;
    after(fetchCounts, Math.max(COUNTS_AFTER_MS, countsAt + COUNTS_EVERY_MS - now()));
  };

  /** @param {Row} row */
  const put = (row) => {
    const known = rows.get(row.id);
    // An answer that left the desk before the newest entry arrived must not take the row back.
    if (known && known.last_sequence > row.last_sequence) return;
    rows.set(row.id, row);
    placed(row);
  };

  return {
    rows,
    get counts() {
      return counts;
    },
    put,
    want,
    countsSoon,
    fetchCounts,
    /** From here on the desk tells the counts, or no more. @param {boolean} on */
    countsTold(on) {
      told = on;
      if (!on) countsSoon();
    },
    /** @param {Record<string, number|null>} next */
    setCounts(next) {
      counts = next;
      countsAt = now();
      changed();
    },
    /** The link is there: counts from before it may be old, unless they were asked for just now. */
    countsFresh() {
      if (now() - countsAt > FRESH_MS) countsSoon();
    },
    /** @param {import('../../im/types.js').Entry} entry */
    apply(entry) {
      const row = rows.get(entry.conversation_id);
      if (!row || needsReload(entry, row, me)) want(entry.conversation_id);
      if (row) {
        const next = applyEntry(row, entry, me);
        if (next === row) return;
        rows.set(row.id, next);
        placed(next);
      }
      countsSoon();
    },
    /** A customer's page was opened or closed. @param {string} visitor @param {boolean} online */
    seen(visitor, online) {
      for (const row of [...rows.values()]) if (row.visitor_id === visitor && row.online !== online) this.patch(row.id, { online });
    },
    /** Changes fields without an entry: marks, or an action shown before the desk confirmed it. @param {string} id @param {Partial<Row>} fields */
    patch(id, fields) {
      const row = rows.get(id);
      if (!row) return;
      const next = { ...row, ...fields };
      rows.set(id, next);
      // The number goes with the mark, and is asked for once the desk has it.
      if (counts && mentioned(row) && !mentioned(next)) {
        counts = { ...counts, mentions_unread: Math.max(0, (counts.mentions_unread ?? 0) - 1) };
        after(fetchCounts, MARKED_AFTER_MS);
      }
      placed(next);
    },
    /** Those that were not confirmed are forgotten: after a reload only what the desk names is known to be there. @param {(id:string) => boolean} confirmed */
    keep(confirmed) {
      for (const id of [...rows.keys()]) if (!confirmed(id)) rows.delete(id);
    },
    /** @param {string} id */
    drop(id) {
      wanted.delete(id);
      if (rows.delete(id)) countsSoon();
    },
  };
}
