/**
 * What an agent does to conversations: take, give away, snooze, label, close, reopen; one or many at once. Shown at once, taken back
 * with a word if the desk says no; the entry that the desk writes about it comes by the socket like everybody else's. What can be
 * undone offers it for some seconds.
 */

import { takenBack } from './collection.js';
import { given } from './rows.js';

/** @typedef {import('./rows.js').Row} Row */
/** @typedef {'assign'|'team'|'priority'|'close'|'reopen'|'snooze'|'label'|'unlabel'} ActionName */
/** @typedef {{agent_id?:string|null, team_id?:string, priority?:string, note?:string, until?:string|null, labels?:string[]}} How */

/** What an action on a row would not do if the customer said something after it. @param {ActionName} action */
export const heedsWords = (action) => action === 'close' || action === 'snooze';

/** @param {Row} row */
const stateOf = ({ id, state, agent_id, snoozed_until, labels, waiting_since }) => ({ id, state, agent_id, snoozed_until, labels, waiting_since });

/** The row's fields after the action, as it is shown until the desk has said so. @param {Row} row @param {ActionName} action @param {How} how @returns {Partial<Row>} */
export function foresee(row, action, how) {
  switch (action) {
    case 'assign':
      return given(row, how.agent_id ?? null);
    case 'team':
      return { ...given(row, null), team_id: how.team_id ?? null };
    case 'priority':
      return { priority: how.priority };
    case 'close':
      return { state: 'closed', waiting_since: null, snoozed_until: null };
    case 'reopen':
      return { state: row.agent_id ? 'open' : 'waiting', snoozed_until: null };
    case 'snooze':
      return { state: 'snoozed', snoozed_until: how.until ?? null };
    case 'label':
      return { labels: [...row.labels, ...(how.labels ?? []).filter((one) => !row.labels.includes(one))] };
    default:
      return { labels: row.labels.filter((one) => !(how.labels ?? []).includes(one)) };
  }
}

/** Whether the action changes anything there. @param {Row} row @param {ActionName} action @param {How} how */
export function changes(row, action, how) {
  if (action === 'close') return row.state !== 'closed';
  if (action === 'reopen') return row.state === 'closed' || row.state === 'snoozed';
  const after = foresee(row, action, how);
  return Object.entries(after).some(([key, value]) => String(value) !== String(/** @type {any} */ (row)[key]));
}

/**
 * An action on many conversations.
 * @param {object} host
 * @param {ReturnType<typeof import('./conversation-cache.js').createConversationCache>} host.cache
 * @param {(id:string, fields:Partial<Row>, before:Row) => void} host.takeBack
 * @param {import('../api.js').Api} host.api
 * @param {(error:unknown) => void} host.failed
 * @param {(notice:import('./core.js').Notice|null) => void} host.notify
 * @param {(key: string, run: () => void, count?: number | undefined) => void} host.offerUndo
 */
function createMany({ cache, takeBack, api, failed, notify, offerUndo }) {
  /** Done to many with one call; undone with one call. @param {string[]} ids @param {ActionName} action @param {How} [how] */
  const actOnAll = async (ids, action, how = {}) => {
    const rows = ids.map((id) => cache.rows.get(id)).filter((row) => row !== undefined && changes(row, action, how));
    const touched = /** @type {Row[]} */ (rows);
    if (touched.length === 0) return;
    for (const row of touched) cache.patch(row.id, foresee(row, action, how));
    const before = new Map(touched.map((row) => [row.id, row]));
    /** @param {string} id */
    const back = (id) => {
      const row = before.get(id);
      if (row) takeBack(id, foresee(row, action, how), row);
    };
    let answer;
    try {
      const seen = heedsWords(action) ? { last_sequences: Object.fromEntries(touched.map((row) => [row.id, row.last_sequence])) } : {};
      answer = await api.bulk({ ids: [...before.keys()], action, ...seen, ...how });
    } catch (error) {
      for (const id of before.keys()) back(id);
      failed(error);
      return;
    }
    cache.countsSoon();
    /** @type {import('../answers.js').Fate[]} */
    const done = answer.items.filter((one) => one.done);
    for (const one of answer.items) if (!one.done) back(one.id);
    const kept = answer.items.filter((one) => one.code === 'newer_message').length;
    if (done.length === 0) {
      notify(kept ? { key: 'inbox.bulk_kept', count: kept, icon: 'message-circle' } : { key: 'inbox.bulk_none', icon: 'circle-alert' });
      return;
    }
    const undo = async () => {
      for (const one of done) cache.patch(one.id, one.before ?? {});
      try {
        await api.bulk({ action: 'restore', items: done.map((one) => ({ id: one.id, ...one.before })) });
      } catch (error) {
        failed(error);
      }
      // Who waits since when, only the desk knows.
      for (const one of done) cache.want(one.id);
      cache.countsSoon();
    };
    if (kept) notify({ key: 'inbox.bulk_kept', count: kept, icon: 'message-circle', action: { key: 'thread.undo', run: undo, undo: true } });
    else offerUndo(`inbox.done_${action}`, undo, done.length);
  };

  return actOnAll;
}

/**
 * An agent's actions on one conversation or on many.
 * @param {object} host
 * @param {import('../api.js').Api} host.api
 * @param {ReturnType<typeof import('./conversation-cache.js').createConversationCache>} host.cache
 * @param {(notice:import('./core.js').Notice|null) => void} host.notify
 * @param {(error:unknown) => void} host.failed
 */
export function createActions({ api, cache, notify, failed }) {
  /** Only what is still as this action left it goes back: an entry may have come in between. @param {string} id @param {Partial<Row>} fields @param {Row} before */
  const takeBack = (id, fields, before) => cache.patch(id, takenBack(fields, before, cache.rows.get(id)));

  /**
   * @param {string} id @param {Partial<Row>} fields @param {() => Promise<unknown>} run
   * @returns {Promise<boolean>}
   */
  const attempt = async (id, fields, run) => {
    const before = cache.rows.get(id);
    if (!before) return false;
    cache.patch(id, fields);
    try {
      const answer = /** @type {Partial<Row>|null} */ (await run());
      cache.countsSoon();
      if (!fields.state || !answer?.state || answer.state === fields.state) return true;
      // The customer has written meanwhile: it stays as it is.
      takeBack(id, fields, before);
      cache.want(id);
      notify({ key: 'thread.kept', icon: 'message-circle' });
      return false;
    } catch (error) {
      takeBack(id, fields, before);
      failed(error);
      return false;
    }
  };

  /** @param {string} key @param {() => void} run @param {number} [count] */
  const offerUndo = (key, run, count) => notify({ key, count, icon: 'circle-check', action: { key: 'thread.undo', run, undo: true } });

  /** @param {string} id */
  const reopen = (id) => {
    const row = cache.rows.get(id);
    // An offer to undo the closing is no longer true.
    notify(null);
    return row ? attempt(id, foresee(row, 'reopen', {}), () => api.reopen(id)) : Promise.resolve(false);
  };

  /** @param {Row} row @param {ActionName} action @param {How} how */
  const calls = (row, action, how) => {
    const after = foresee(row, action, how);
    if (action === 'assign' && how.agent_id && how.note !== undefined) return () => api.transfer(row.id, { agent_id: how.agent_id, note: how.note || null });
    if (action === 'assign') return () => api.assign(row.id, how.agent_id ?? null);
    if (action === 'team') return () => api.transfer(row.id, { team_id: how.team_id, note: how.note || null });
    if (action === 'priority') return () => api.prioritize(row.id, how.priority ?? 'normal');
    if (action === 'close') return () => api.close(row.id, row.last_sequence);
    if (action === 'reopen') return () => api.reopen(row.id);
    if (action === 'snooze') return () => api.snooze(row.id, how.until ?? null, row.last_sequence);
    return () => api.label(row.id, after.labels ?? []);
  };

  /** What brings the row back to where it was, by the desk's single calls. @param {Row} before @param {ActionName} action */
  const undoOne = (before, action) => () => {
    const { id } = before;
    if (action === 'assign') return attempt(id, { agent_id: before.agent_id, state: before.state }, () => api.assign(id, before.agent_id));
    if (action === 'team') {
      const { state, agent_id, snoozed_until, labels, team_id, priority } = before;
      return attempt(id, { state, agent_id, team_id }, () => api.bulk({ action: 'restore', items: [{ id, state, agent_id, snoozed_until, labels, team_id, priority }] }));
    }
    if (action === 'priority') return attempt(id, { priority: before.priority }, () => api.prioritize(id, before.priority ?? 'normal'));
    if (action === 'label' || action === 'unlabel') return attempt(id, { labels: before.labels }, () => api.label(id, before.labels));
    if (action === 'reopen') return attempt(id, foresee(before, 'close', {}), () => api.close(id, before.last_sequence));
    return attempt(id, stateOf(before), () => api.reopen(id));
  };

  /** Done to one conversation. @param {string} id @param {ActionName} action @param {How} [how] @param {boolean} [quiet] no toast */
  const act = async (id, action, how = {}, quiet = false) => {
    const row = cache.rows.get(id);
    if (!row || !changes(row, action, how)) return false;
    const done = await attempt(id, foresee(row, action, how), calls(row, action, how));
    if (done && !quiet) offerUndo(`thread.done_${action}`, undoOne(row, action));
    return done;
  };
  const actOnAll = createMany({ cache, takeBack, api, failed, notify, offerUndo });

  return {
    act,
    actOnAll,
    /** @param {string} id @param {string|null} agent */
    assign: (id, agent) => act(id, 'assign', { agent_id: agent }, true),
    /** @param {string} id */
    close: (id) => act(id, 'close'),
    reopen,
    /** @param {string} id @param {string|null} until */
    snooze: (id, until) => act(id, 'snooze', { until }),
    /** The customer's words need no answer. @param {string} id */
    noAnswer: (id) => attempt(id, { waiting_since: null }, () => api.noAnswer(id)),
    /** @param {string} id @param {string} label @param {boolean} on */
    label: (id, label, on) => act(id, on ? 'label' : 'unlabel', { labels: [label] }, true),
  };
}
