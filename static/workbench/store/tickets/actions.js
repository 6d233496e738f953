/**
 * What an agent does to tickets: one or many at once, by the desk's call for many, so that all of it can be undone alike. Shown at
 * once, taken back with a word where the desk says no.
 */
import { takenBack } from '../collection.js';
import { isDone } from './ticket.js';

/** @typedef {import('./ticket.js').Ticket} Ticket */
/** @typedef {'assign'|'team'|'status'|'priority'|'label'|'unlabel'} ActionName */
/** @typedef {{agent_id?:string|null, team_id?:string|null, status_id?:string, priority?:string, labels?:string[]}} How */

/**
 * The fields of a ticket after the action.
 * @param {Ticket} ticket @param {ActionName} action @param {How} how @param {import('./ticket.js').Status[]} statuses @returns {Partial<Ticket>}
 */
export function foresee(ticket, action, how, statuses) {
  switch (action) {
    case 'assign':
      return { agent_id: how.agent_id ?? null };
    case 'team':
      return { agent_id: null, team_id: how.team_id ?? null };
    case 'priority':
      return { priority: how.priority };
    case 'status': {
      const status = statuses.find((one) => one.id === how.status_id);
      return status ? { status_id: status.id, category: status.category, ...(isDone(status.category) ? {} : { solved_at: null }) } : {};
    }
    case 'label':
      return { labels: [...ticket.labels, ...(how.labels ?? []).filter((one) => !ticket.labels.includes(one))] };
    default:
      return { labels: ticket.labels.filter((one) => !(how.labels ?? []).includes(one)) };
  }
}

/** @param {Ticket} ticket @param {Partial<Ticket>} after */
const differs = (ticket, after) => Object.entries(after).some(([key, value]) => String(value) !== String(/** @type {any} */ (ticket)[key]));

/**
 * @param {object} host
 * @param {import('./api.js').TicketsApi} host.api
 * @param {Map<string, Ticket>} host.rows
 * @param {() => import('./ticket.js').Status[]} host.statuses
 * @param {(id:string, fields:Partial<Ticket>) => void} host.patch
 * @param {(id:string) => void} host.want
 * @param {(ticket:any) => void} host.tell   the desk told all of it
 * @param {(notice:import('../core.js').Notice|null) => void} host.notify
 * @param {(error:unknown) => void} host.failed
 * @param {() => void} host.countsSoon
 * @param {(id:string, fields:Record<string, any>) => void} host.openCopy   the open page's own copy
 */
export function createTicketActions({ api, rows, statuses, patch, want, tell, notify, failed, countsSoon, openCopy }) {
  /** @param {string} id @param {Partial<Ticket>} fields */
  const show = (id, fields) => {
    patch(id, fields);
    const status = fields.status_id && statuses().find((one) => one.id === fields.status_id);
    openCopy(id, status ? { ...fields, status } : fields);
  };
  /** @param {{id:string, before?:any}[]} done @param {Map<string, Ticket>} before */
  const undo = (done, before) => async () => {
    for (const { id } of done) {
      const was = before.get(id);
      if (was) show(id, { agent_id: was.agent_id, team_id: was.team_id, priority: was.priority, labels: was.labels, status_id: was.status_id, category: was.category });
    }
    try {
      const [first] = done;
      const was = before.get(first.id);
      if (done.length === 1 && was && !first.before) await api.status(first.id, was.status_id);
      else await api.bulk({ action: 'restore', items: done.map((one) => ({ id: one.id, ...one.before })) });
    } catch (error) {
      failed(error);
    }
    for (const { id } of done) want(id);
    countsSoon();
  };

  /** One ticket has a call of its own, which answers in the shape of the one for many. @param {string} id @param {string} status_id */
  const setStatus = async (id, status_id) => {
    try {
      await api.status(id, status_id);
      return { items: [{ id, done: true }] };
    } catch (error) {
      const { status, code } = /** @type {import('../../api.js').Problem} */ (error);
      if (status === 422) return { items: [{ id, done: false, code }] };
      throw error;
    }
  };

  /**
   * @param {string[]} ids @param {ActionName} action @param {How} how @param {{quiet?:boolean, key?:string}} [say] which sentence is said of it
   * @returns {Promise<boolean>} whether it was done to all of them
   */
  const act = async (ids, action, how, say = {}) => {
    const touched = ids.flatMap((id) => rows.get(id) ?? []).filter((ticket) => differs(ticket, foresee(ticket, action, how, statuses())));
    if (touched.length === 0) return true;
    const before = new Map(touched.map((ticket) => [ticket.id, ticket]));
    for (const ticket of touched) show(ticket.id, foresee(ticket, action, how, statuses()));
    /** @param {string} id */
    const back = (id) => {
      const was = before.get(id);
      if (was) show(id, takenBack(foresee(was, action, how, statuses()), was, rows.get(id)));
    };
    /** @type {{items:{id:string, done:boolean, code?:string|null, before?:any}[]}} */ let answer;
    try {
      answer = action === 'status' && touched.length === 1 ? await setStatus(touched[0].id, how.status_id ?? '') : await api.bulk({ action, ids: [...before.keys()], ...how });
    } catch (error) {
      for (const id of before.keys()) back(id);
      failed(error);
      return false;
    }
    countsSoon();
    const done = answer.items.filter((one) => one.done);
    const refused = answer.items.filter((one) => !one.done);
    for (const one of refused) back(one.id);
    for (const one of answer.items) want(one.id);
    if (refused.length > 0) notify({ key: refused.every((one) => one.code === 'wrong_state') ? 'tickets.refused_state' : 'tickets.refused', count: refused.length, icon: 'circle-alert' });
    else if (!say.quiet) notify({ key: say.key ?? `tickets.done_${action}`, count: done.length, icon: 'circle-check', action: { key: 'thread.undo', run: undo(done, before), undo: true } });
    return refused.length === 0;
  };

  return {
    act,
    /**
     * Title, type, fields and due date of one ticket.
     * @param {string} id @param {Record<string, any>} fields @param {Record<string, any>} [shown] how they are shown meanwhile
     * @returns {Promise<import('../../api.js').Problem|null>}
     */
    async change(id, fields, shown = fields) {
      const was = rows.get(id);
      const line = Object.fromEntries(Object.entries(shown).filter(([key]) => was && key in was));
      patch(id, line);
      openCopy(id, shown);
      try {
        tell(await api.change(id, fields));
        return null;
      } catch (error) {
        if (was) patch(id, takenBack(line, was, rows.get(id)));
        want(id);
        return /** @type {import('../../api.js').Problem} */ (error);
      }
    },
  };
}
