/**
 * One action on everything that a view holds, also what was not loaded: which conversations those are is asked first, because what is
 * done moves them; then so many at a time, with how far it is and a way to stop. Undone the same way. Loaded when used.
 */
import { changes, heedsWords } from '../store/actions.js';

/** Conversations of one call, and of one page. */
const AT_ONCE = 200;
/** Most conversations; whoever means more does it again. */
export const WHOLE_MAX = 2000;

/** @typedef {import('../store/desk.js').Desk} Desk */
/** @typedef {import('../store/rows.js').Row} Row */
/** @typedef {import('../answers.js').Fate} Fate */

/** What the view that is shown holds, from its top. @param {Desk} desk @returns {Promise<Row[]>} */
async function holds({ api, list: { view, sort, label } }) {
  /** @type {Map<string, Row>} a row may move to a later page meanwhile */
  const rows = new Map();
  /** @type {string|null} */ let cursor = null;
  do {
    /** @type {import('../answers.js').Page<Row>} */
    const page = await api.conversations(view, cursor, { sort, label, limit: AT_ONCE });
    for (const row of page.items) rows.set(row.id, row);
    cursor = page.next_cursor ?? null;
  } while (cursor && rows.size < WHOLE_MAX);
  return [...rows.values()].slice(0, WHOLE_MAX);
}

/**
 * Does it to some at a time; ends early where the desk says no, or when somebody stops it.
 * @template T
 * @param {Desk} desk @param {T[]} all @param {(some:T[]) => Promise<Fate[]>} call @returns {Promise<Fate[]>} of those it came to
 */
async function inTurn(desk, all, call) {
  let stopped = false;
  /** @type {Fate[]} */ const fates = [];
  for (let at = 0; at < all.length && !stopped; at += AT_ONCE) {
    const vars = { done: at, count: all.length };
    if (all.length > AT_ONCE) desk.notify({ key: 'inbox.whole_doing', vars, icon: 'list-checks', action: { key: 'inbox.whole_stop', run: () => (stopped = true) } });
    try {
      fates.push(...(await call(all.slice(at, at + AT_ONCE))));
    } catch (error) {
      desk.failed(error);
      break;
    }
  }
  desk.cache.countsSoon();
  return fates;
}

/**
 * @param {Desk} desk @param {import('../store/actions.js').ActionName} action @param {import('../store/actions.js').How} how
 */
export async function actOnWhole(desk, action, how) {
  /** @type {Row[]} */ let rows;
  try {
    rows = (await holds(desk)).filter((row) => changes(row, action, how));
  } catch (error) {
    return desk.failed(error);
  }
  const fates = await inTurn(desk, rows, async (some) => {
    const seen = heedsWords(action) ? { last_sequences: Object.fromEntries(some.map((row) => [row.id, row.last_sequence])) } : {};
    return (await desk.api.bulk({ ids: some.map((row) => row.id), action, ...seen, ...how })).items;
  });
  const done = fates.filter((one) => one.done);
  const kept = fates.filter((one) => one.code === 'newer_message').length;
  const undo = async () => {
    const items = done.map((one) => ({ id: one.id, ...one.before }));
    const back = await inTurn(desk, items, async (some) => (await desk.api.bulk({ action: 'restore', items: some })).items);
    if (back.length > 0) desk.notify(null);
  };
  const offer = done.length > 0 ? { key: 'thread.undo', run: undo, undo: true } : undefined;
  if (kept > 0) desk.notify({ key: 'inbox.bulk_kept', count: kept, icon: 'message-circle', action: offer });
  else if (done.length > 0) desk.notify({ key: `inbox.done_${action}`, count: done.length, icon: 'circle-check', action: offer });
  else if (fates.length > 0 || rows.length === 0) desk.notify({ key: 'inbox.bulk_none', icon: 'circle-alert' });
}
