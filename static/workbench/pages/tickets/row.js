/** One line of the list of tickets: number, title, whose, how it stands, how much time is left. */
import { html, nothing } from '../../lit.js';
import { icon } from '../../parts/icons.js';
import { agentAvatar, contactAvatar, contactName } from '../../parts/people.js';
import { plural, t } from '../../app/texts.js';
import { exact } from '../../parts/times.js';
import { isDone, promised } from '../../store/tickets/ticket.js';
import { bars, statusIcon } from './icons.js';
import { dueText, moved, priorityName, promiseView } from './words.js';

/** @typedef {import('../../store/tickets/ticket.js').Ticket} Ticket */
/** @typedef {{desk:import('../../store/desk.js').Desk, tickets:import('../../store/tickets/tickets.js').Tickets, now:number}} Of */

/** Labels shown before "+n". */
const LABELS_SHOWN = 2;

/** Who has it. @param {Of} of @param {string|null} id */
export function agentView({ desk }, id) {
  if (!id) return html`<span class="nobody" aria-hidden="true"></span><span class="faint">${t('tickets.unassigned')}</span>`;
  const agent = desk.agents.find((one) => one.id === id) ?? { id, name: desk.agentName(id) ?? '' };
  return html`${agentAvatar(agent, 'small')}<span class="cut">${agent.name}</span>`;
}

/** The status with its sign. @param {Of} of @param {Ticket} ticket */
export const statusView = ({ tickets }, ticket) => html`${statusIcon(ticket.category)}<span class="cut">${tickets.status(ticket.status_id)?.name ?? ''}</span>`;

/** @type {Record<string, (of:Of, ticket:Ticket) => unknown>} */
const CELLS = {
  number: (_, { name }) => html`<span class="faint numeric">${name}</span>`,
  title: (_, ticket) =>
    html`<a class="ticket-link cut" href="/tickets/${ticket.name}" tabindex="-1">${ticket.title}</a>${ticket.unread > 0
        ? html`<span class="pill"><span aria-hidden="true">${ticket.unread > 99 ? '99+' : ticket.unread}</span><span class="hidden">${plural('inbox.unread', ticket.unread)}</span></span>`
        : ticket.messages > 1
          ? html`<span class="said-count" title=${plural('tickets.messages', ticket.messages)}>${icon('message-circle', 14)}${ticket.messages}</span>`
          : nothing}`,
  contact: (_, { contact }) => html`${contactAvatar(contact)}<span class="cut">${contactName(contact)}</span>`,
  status: statusView,
  priority: (_, { priority }) => html`${bars(priority)}<span class=${priority === 'urgent' ? 'urgent' : ''}>${priorityName(priority)}</span>`,
  agent: (of, { agent_id }) => agentView(of, agent_id),
  promise: ({ now }, ticket) => promiseView(promised(ticket.clock, now)),
  updated: ({ now }, { updated_at }) => html`<span class="faint" title=${exact(updated_at)}>${moved(updated_at, now)}</span>`,
  type: ({ tickets }, { type_id }) => html`<span class="cut">${tickets.type(type_id)?.name ?? ''}</span>`,
  team: ({ desk }, { team_id }) => html`<span class="cut">${desk.teams.get(team_id ?? '')?.name ?? ''}</span>`,
  labels: ({ desk }, { labels }) =>
    html`<span class="cut">${labels.slice(0, LABELS_SHOWN).map((label) => html`<span class="row-label"><i class="label-dot series-${desk.labels.colour(label)}"></i>${label}</span>`)}${labels.length > LABELS_SHOWN ? `+${labels.length - LABELS_SHOWN}` : ''}</span>`,
  due: ({ now }, { due_at }) => (due_at ? html`<span class=${Date.parse(due_at) < now ? 'late' : ''} title=${exact(due_at)}>${dueText(due_at, now)}</span>` : nothing),
};

/**
 * @param {Of} of
 * @param {Ticket} ticket
 * @param {{columns:import('./columns.js').Column[], index:number, focus:boolean, chosen:boolean, box:boolean}} at
 */
export const rowView = (of, ticket, { columns, index, focus, chosen, box }) =>
  html`<div class="ticket-row ${isDone(ticket.category) ? 'done' : ''} ${chosen ? 'chosen' : ''}" role="row" data-id=${ticket.id} aria-rowindex=${index + 2} aria-selected=${chosen} tabindex=${focus ? 0 : -1}>
    <span class="cell cell-check" role="gridcell">
      <button class="row-box ${box ? 'shown' : ''}" role="checkbox" tabindex="-1" aria-checked=${chosen} aria-label=${t('tickets.choose_one', { name: ticket.name })}><i>${icon('check', 14)}</i></button>
    </span>
    ${columns.map((name) => html`<span class="cell cell-${name}" role="gridcell">${CELLS[name](of, ticket)}</span>`)}
  </div>`;
