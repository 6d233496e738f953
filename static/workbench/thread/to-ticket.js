/** Asks for what a new ticket needs; the dialog, its words and its styles come with the first one. */
import { loadStyle } from '../app/load-style.js';
import { createTicketsApi } from '../store/tickets/api.js';

/**
 * @param {import('./conversation.js').Bench} app
 * @param {object} how
 * @param {string|null} how.of        the customer of the conversation that becomes one; null = looked up
 * @param {string} [how.title]
 * @param {(api:import('../store/tickets/api.js').TicketsApi, what:Record<string, any>) => Promise<any>} how.make
 * @returns {Promise<any>} the ticket; null = it was left
 */
export async function askTicket({ api: { call }, table, desk }, { of, title, make }) {
  const api = createTicketsApi(call);
  try {
    const [{ openTicketDialog }, { types }] = await Promise.all([import('./ticket-dialog.js'), api.types(), table.later('ticket_new'), loadStyle('tickets-windows')]);
    return await openTicketDialog({ types, of, title, find: api.contacts, make: (what) => make(api, what) });
  } catch (error) {
    desk.failed(error);
    return null;
  }
}

/** The open conversation becomes a ticket. @param {import('./conversation.js').Bench} app @param {string} id */
export async function turnIntoTicket(app, id) {
  const row = app.desk.cache.rows.get(id);
  if (!row || row.ticket) return;
  const words = row.last_message?.sender.kind === 'visitor' ? (row.last_message.text ?? '') : '';
  const ticket = await askTicket(app, { of: row.contact.name ?? row.contact.label, title: words.split('\n')[0].slice(0, 80), make: (api, what) => api.turn(id, what) });
  if (!ticket) return;
  app.desk.notify({ key: 'inbox.turned', vars: { name: ticket.name }, icon: 'circle-check' });
  // All of its row is in the answer: the inbox lets go of it at once.
  app.desk.cache.put(ticket);
  app.router.go(`/tickets/${encodeURIComponent(ticket.name)}`);
}
