/** The ticket whose page is open: all of it, and what was done to it. */

const AGAIN_KINDS = new Set(['ticket', 'ticket_changed', 'linked', 'merged', 'unmerged', 'assigned', 'unassigned', 'transferred', 'team', 'priority', 'labels', 'state', 'clock', 'contact_changed']);

/**
 * @param {object} host
 * @param {import('./api.js').TicketsApi} host.api
 * @param {() => void} host.changed
 * @param {(error:unknown) => void} host.failed
 * @param {(ticket:any) => void} host.took   the desk told it anew
 */
export function createOpenTicket({ api, changed, failed, took }) {
  const at = {
    /** As the address names it. @type {string|null} */ name: null,
    /** @type {'empty'|'loading'|'ready'|'missing'|'failed'} */ phase: 'empty',
    /** @type {any} */ ticket: null,
    /** Newest first; null = not asked for. @type {any[]|null} */ activity: null,
  };
  /** Whoever asked last is heard. */
  let turn = 0;

  /** @param {any} ticket */
  const take = (ticket) => {
    at.ticket = ticket;
    at.phase = 'ready';
    took(ticket);
    changed();
  };
  const load = async () => {
    const mine = (turn += 1);
    const { name } = at;
    if (!name) return;
    try {
      const ticket = await api.get(name);
      if (mine === turn) take(ticket);
    } catch (error) {
      if (mine !== turn) return;
      if (!at.ticket) at.phase = /** @type {import('../../api.js').Problem} */ (error).status === 404 ? 'missing' : 'failed';
      changed();
    }
  };
  const loadActivity = async () => {
    const { ticket } = at;
    if (!ticket) return;
    try {
      const { items } = await api.activity(ticket.id);
      if (at.ticket?.id === ticket.id) at.activity = items;
      changed();
    } catch (error) {
      failed(error);
    }
  };

  return {
    get name() {
      return at.name;
    },
    get phase() {
      return at.phase;
    },
    get ticket() {
      return at.ticket;
    },
    get activity() {
      return at.activity;
    },
    loadActivity,
    load,
    /** @param {string|null} name its number as it is shown, or its id @returns {Promise<void>} */
    open(name) {
      if (name === at.name && at.phase !== 'failed') return Promise.resolve();
      Object.assign(at, { name, phase: name ? 'loading' : 'empty', ticket: null, activity: null });
      turn += 1;
      changed();
      return load();
    },
    /** A part of it that the desk has not confirmed yet. @param {string} id @param {Record<string, any>} fields */
    patch(id, fields) {
      if (at.ticket?.id !== id) return;
      at.ticket = { ...at.ticket, ...fields };
      changed();
    },
    /** What lists know of it changes it, too. @param {import('./ticket.js').Ticket} line */
    placed(line) {
      if (at.ticket?.id !== line.id) return;
      const { agent_id, team_id, priority, labels, title, due_at, contact } = line;
      at.ticket = { ...at.ticket, agent_id, team_id, priority, labels, title, due_at, contact };
      changed();
    },
    /** The desk told all of it. @param {any} ticket */
    told(ticket) {
      if (at.ticket?.id !== ticket.id) return;
      at.ticket = ticket;
      changed();
    },
    /** @param {import('../../../im/types.js').Entry} entry */
    heard(entry) {
      if (entry.conversation_id !== at.ticket?.id || entry.type !== 'entry' || !AGAIN_KINDS.has(entry.kind)) return;
      if (at.activity) loadActivity();
    },
  };
}
