/**
 * Conversations as seen from here: for each loaded one the entries come out once and without holes, whatever order and
 * however often they come in. Asks for what is missing. Keeps no entries but those that wait for a hole to close.
 */

const PAGE = 50;
const HOLE_PAGE = 200;
const RETRY_MS = 1000;

/**
 * @typedef {{entries:import('./types.js').Entry[], more:boolean}} Page
 * @typedef {import('./types.js').Conversation & {known:boolean, loading:boolean, filling:boolean, held:Map<number, {entry:import('./types.js').Entry, own:boolean}>}} Record
 */

/**
 * Pages asked for, until they are answered.
 * @param {(frame:import('./types.js').ClientFrame) => boolean} send
 */
function createAsked(send) {
  /** @type {Map<string, {frame:import('./types.js').FetchFrame, resolve:(page:Page)=>void, reject:(error:unknown)=>void}>} */
  const asked = new Map();
  let nextRequest = 1;
  /** @param {Omit<import('./types.js').FetchFrame, 'type'|'request_id'>} range @returns {Promise<Page>} */
  const fetch = (range) =>
    new Promise((resolve, reject) => {
      const request_id = String(nextRequest++);
      /** @type {import('./types.js').FetchFrame} */ const frame = { type: 'fetch', request_id, ...range };
      asked.set(request_id, { frame, resolve, reject });
      send(frame);
    });
  /** @param {string} reason */
  const rejectAll = (reason) => {
    for (const { reject } of asked.values()) reject(Object.assign(new Error(reason), { code: reason }));
    asked.clear();
  };

  return { fetch, asked, rejectAll };
}

/**
 * Entries in their order: what came too early is held, and what is missing below it is fetched.
 * @param {(record:Record, entry:import('./types.js').Entry) => void} applied
 * @param {import('./emitter.js').Emit} emit
 * @param {Map<string, Record>} records
 * @param {(range: Omit<import('./types.js').FetchFrame, 'request_id' | 'type'>) => Promise<Page>} fetch
 * @param {(entry:import('./types.js').Entry) => boolean} settle
 */
function createHoles(applied, emit, records, fetch, settle) {
  /** @param {Record} rec @param {import('./types.js').Entry} entry @param {boolean} own */
  const give = (rec, entry, own) => {
    rec.last = entry.sequence;
    rec.held.delete(entry.sequence);
    applied(rec, entry);
    emit('entry', { entry, own });
  };
  /** @param {Record} rec */
  const drain = (rec) => {
    for (const sequence of rec.held.keys()) if (sequence <= /** @type {number} */ (rec.last)) rec.held.delete(sequence);
    for (let next; (next = rec.held.get(/** @type {number} */ (rec.last) + 1)); ) give(rec, next.entry, next.own);
  };
  /** Closes every hole below what is held or known to exist. @param {Record} rec */
  const fill = async (rec) => {
    if (rec.filling || rec.loading || rec.last === null) return;
    rec.filling = true;
    try {
      while (rec.last !== null && records.get(rec.conversation_id) === rec) {
        drain(rec);
        const first = rec.held.size ? Math.min(...rec.held.keys()) : rec.last_sequence + 1;
        if (first <= rec.last + 1) break;
        const page = await fetch({
          conversation_id: rec.conversation_id, after_sequence: rec.last, before_sequence: first, limit: HOLE_PAGE,
        });
        if (rec.last === null) break;
        for (const entry of page.entries) if (entry.sequence > rec.last) hold(rec, entry, settle(entry));
        // Nothing exists there any more; what comes after it is still true.
        if (!page.entries.length && !page.more) rec.last = Math.max(rec.last, first - 1);
      }
    } catch {
      // The link's next welcome or the next entry asks again; `gone` was told where it is.
    } finally {
      rec.filling = false;
    }
  };
  /** @param {Record} rec @param {import('./types.js').Entry} entry @param {boolean} own */
  const hold = (rec, entry, own) => rec.held.set(entry.sequence, { entry, own });

  return { hold, drain, fill };
}

/**
 * How conversations come to be loaded, and are let go.
 * @param {(id: string) => Record} record
 * @param {(rec: Record) => Promise<void>} fill
 * @param {(range: Omit<import('./types.js').FetchFrame, 'request_id' | 'type'>) => Promise<Page>} fetch
 * @param {(entry:import('./types.js').Entry) => boolean} settle
 * @param {import('./types.js').Clock} clock
 * @param {Map<string, Record>} records
 */
function loadingOf(record, fill, fetch, settle, clock, records) {
  return {
    /** The desk has something this side cannot show by itself: get it. @param {string} id @param {number} sequence */
    missing(id, sequence) {
      const rec = record(id);
      rec.last_sequence = Math.max(rec.last_sequence, sequence);
      fill(rec);
    },
    /** @param {string} id @param {number} [limit] */
    async load(id, limit = PAGE) {
      const rec = record(id);
      rec.known = rec.loading = true;
      try {
        const page = await fetch({ conversation_id: id, limit });
        for (const entry of page.entries) settle(entry);
        const last = page.entries.length ? page.entries[page.entries.length - 1].sequence : 0;
        rec.last = last;
        rec.last_sequence = Math.max(rec.last_sequence, last);
        return page;
      } finally {
        // A turn later, so that whoever awaits the page has it before the first entry after it.
        clock.after(() => {
          rec.loading = false;
          fill(rec);
        }, 0);
      }
    },
    /** @param {string} id @param {number} last @param {import('./types.js').Entry[]} [entries] */
    adopt(id, last, entries = []) {
      const rec = record(id);
      rec.known = true;
      rec.last = last;
      rec.last_sequence = Math.max(rec.last_sequence, last);
      for (const entry of entries) settle(entry);
      fill(rec);
    },
    /** @param {string} id */
    release(id) {
      const rec = records.get(id);
      if (rec) rec.last = null;
      rec?.held.clear();
    },
    /** @param {string} id @param {number} before @param {number} [limit] */
    older: (id, before, limit = PAGE) => fetch({ conversation_id: id, before_sequence: before, limit }),
  };
}

/**
 * The conversations that this page knows, and the holes in the loaded ones.
 * @param {object} host
 * @param {import('./types.js').Clock} host.clock
 * @param {boolean} host.adoptNew     a conversation whose first entry comes in is loaded by that
 * @param {(frame:import('./types.js').ClientFrame) => boolean} host.send
 * @param {import('./emitter.js').Emit} host.emit
 * @param {(entry:import('./types.js').Entry) => boolean} host.settle  offers an entry to the outbox
 * @param {(record:Record, entry:import('./types.js').Entry) => void} host.applied
 */
export function createLogs({ clock, adoptNew, send, emit, settle, applied }) {
  /** @type {Map<string, Record>} */
  const records = new Map();
  const { fetch, asked, rejectAll } = createAsked(send);

  /** @param {string} id @returns {Record} */
  const record = (id) => {
    let found = records.get(id);
    if (!found) {
      found = {
        conversation_id: id, state: '', last_sequence: 0, last: null, known: false, loading: false, filling: false,
        mine: { received: 0, read: 0 }, theirs: { received: 0, read: 0 }, held: new Map(),
      };
      records.set(id, found);
    }
    return found;
  };
  /** @param {Record} rec */
  const changed = (rec) => emit('conversation', { conversation: rec });

  const { hold, drain, fill } = createHoles(applied, emit, records, fetch, settle);

  return {
    record,
    get: (/** @type {string} */ id) => records.get(id),
    all: () => [...records.values()],

    /** An entry from the link. @param {import('./types.js').Entry} entry @param {boolean} own */
    take(entry, own) {
      const rec = record(entry.conversation_id);
      const fresh = !rec.known;
      const news = entry.sequence > rec.last_sequence;
      rec.last_sequence = Math.max(rec.last_sequence, entry.sequence);
      if (news && entry.kind === 'state' && entry.state) rec.state = entry.state;
      if (fresh && adoptNew) {
        rec.known = true;
        if (entry.sequence === 1 && rec.last === null) rec.last = 0;
      }
      if (news) changed(rec);
      if (rec.loading) return void hold(rec, entry, own);
      if (rec.last === null) {
        rec.known = true;
        return emit('notice', { entry, known: !fresh });
      }
      if (entry.sequence <= rec.last) return;
      hold(rec, entry, own);
      if (entry.sequence === rec.last + 1) drain(rec);
      if (rec.held.size) fill(rec);
    },

    ...loadingOf(record, fill, fetch, settle, clock, records),

    /** @param {import('./types.js').PageFrame} frame */
    page(frame) {
      asked.get(frame.request_id)?.resolve({ entries: frame.entries, more: frame.more });
      asked.delete(frame.request_id);
    },
    /** @param {import('./types.js').ErrorFrame} frame @returns {boolean} whether it answered a fetch */
    error(frame) {
      const id = frame.request_id ?? '';
      const request = asked.get(id);
      if (!request) return false;
      if (frame.code === 'rate_limited') {
        clock.after(() => asked.has(id) && send(request.frame), RETRY_MS);
        return true;
      }
      asked.delete(id);
      request.reject(Object.assign(new Error(frame.code), { code: frame.code }));
      if (frame.code === 'not_found') this.drop(request.frame.conversation_id, 'not_found');
      return true;
    },
    /** @param {string} id @param {'erased'|'not_found'} reason */
    drop(id, reason) {
      records.delete(id);
      emit('gone', { conversation_id: id, reason });
    },
    forget() {
      records.clear();
      rejectAll('reset');
    },
    /** @param {import('./types.js').KnownRow[]} rows of `welcome` @param {boolean} replaying all entries of one never heard of will follow */
    know(rows, replaying) {
      for (const row of rows) {
        const rec = record(row.conversation_id);
        const { state, mine, theirs } = row;
        Object.assign(rec, { known: rec.known || !replaying, state, mine: mine ?? rec.mine, theirs: theirs ?? rec.theirs });
        rec.last_sequence = Math.max(rec.last_sequence, row.last_sequence);
        changed(rec);
      }
    },
    /** Asks again what the last link did not answer. */
    resume() {
      for (const { frame } of asked.values()) send(frame);
    },
    /** All that was missed has come: what is still absent was lost on the way. */
    check() {
      for (const rec of records.values()) fill(rec);
    },
  };
}
