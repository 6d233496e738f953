/**
 * Things of one kind as a page holds them: asked for page by page, kept in the desk's order, changed before the desk has said so and
 * put back where it says no. Who shows them is told by `changed` and reads the plain data. Knows neither network nor DOM.
 *
 * @template T
 * @typedef {object} Source
 * @property {(cursor:string|null) => Promise<import('../answers.js').Page<T>>} read   a page; null = the first
 * @property {() => void} changed
 * @property {(a:T, b:T) => number} [order]   where the page has an order of its own; else the desk's
 * @property {() => number} [now]
 * @property {number} [freshMs]               so long what was loaded is not asked for again
 */

/**
 * What goes back of a change that the desk refused: the fields that are still as it left them. Others have changed meanwhile.
 * @template T
 * @param {Partial<T>} fields as the change left them
 * @param {T|undefined} before
 * @param {T|undefined} present
 * @returns {Partial<T>}
 */
export function takenBack(fields, before, present) {
  const keys = /** @type {(keyof T)[]} */ (Object.keys(fields));
  const back = keys.filter((key) => before && present?.[key] === fields[key]).map((key) => [key, before?.[key]]);
  return /** @type {Partial<T>} */ (Object.fromEntries(back));
}

/**
 * A collection over one source.
 * @template {{id:string}} T
 * @param {Source<T>} source
 */
export function createCollection({ read, changed, order, now = () => 0, freshMs = 0 }) {
  /** @type {T[]} */ let rows = [];
  /** @type {'empty'|'loading'|'ready'|'failed'} */ let phase = 'empty';
  /** @type {string|null} */ let cursor = null;
  let at = -Infinity;
  /** Whoever asked last is heard. */
  let turn = 0;

  /** @param {T[]} next */
  const take = (next) => {
    rows = order ? [...next].sort(order) : next;
    changed();
  };
  /** @param {boolean} first */
  const ask = async (first) => {
    const mine = (turn += 1);
    if (phase !== 'ready') phase = 'loading';
    if (first) at = now();
    try {
      const { items, next_cursor } = await read(first ? null : cursor);
      if (mine !== turn) return;
      phase = 'ready';
      cursor = next_cursor ?? null;
      const known = first ? [] : rows;
      take([...known, ...items.filter((row) => !known.some((one) => one.id === row.id))]);
    } catch {
      if (mine !== turn) return;
      // What is there is better than nothing.
      if (phase !== 'ready') phase = 'failed';
      at = -Infinity;
      changed();
    }
  };
  /** @param {string} id @param {Partial<T>} fields */
  const patch = (id, fields) => take(rows.map((row) => (row.id === id ? { ...row, ...fields } : row)));

  return {
    get rows() {
      return rows;
    },
    get phase() {
      return phase;
    },
    /** Whether the desk has more than is here. */
    get hasMore() {
      return cursor !== null;
    },
    /** @param {string} id */
    get: (id) => rows.find((row) => row.id === id) ?? null,
    load: () => ask(true),
    /** Unless it is being asked for, or was just now. @returns {Promise<void>} */
    ensure: () => (phase === 'loading' || (phase === 'ready' && now() - at < freshMs) ? Promise.resolve() : ask(true)),
    more: () => (cursor === null || phase === 'loading' ? Promise.resolve() : ask(false)),
    /** Somebody changed them: the next look asks again. */
    stale() {
      at = -Infinity;
    },
    /** New or changed, as the desk tells it. @param {T} row */
    put(row) {
      take(rows.some((one) => one.id === row.id) ? rows.map((one) => (one.id === row.id ? row : one)) : [...rows, row]);
    },
    patch,
    /** @param {string} id */
    drop: (id) => take(rows.filter((row) => row.id !== id)),
    /**
     * Shown at once; as it was if the desk says no, but for what has changed meanwhile.
     * @template R
     * @param {string} id @param {Partial<T>} fields @param {() => Promise<R>} call @returns {Promise<R>}
     */
    async change(id, fields, call) {
      const before = rows.find((row) => row.id === id);
      patch(id, fields);
      try {
        return await call();
      } catch (error) {
        patch(id, takenBack(fields, before, rows.find((row) => row.id === id)));
        throw error;
      }
    },
  };
}

/**
 * @template {{id:string}} T
 * @typedef {ReturnType<typeof createCollection<T>>} Collection
 */
