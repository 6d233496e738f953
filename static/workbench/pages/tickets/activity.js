/** What was done to a ticket, newest first: asked for when somebody wants to see it. */
import { html, nothing } from '../../lit.js';
import { icon } from '../../parts/icons.js';
import { exact } from '../../parts/times.js';
import { lineText } from '../../thread/lines.js';
import { plural, t } from '../../app/texts.js';
import { dueText } from './words.js';

/** Which of them stands open. @type {string|null} */
let open = null;

/**
 * @param {object} host
 * @param {import('../../store/desk.js').Desk} host.desk
 * @param {import('../../store/tickets/tickets.js').Tickets} host.tickets
 * @param {any} host.ticket
 * @param {number} host.now
 */
export function activityView({ desk, tickets, ticket, now }) {
  const isOpen = open === ticket.id;
  const toggle = () => {
    open = isOpen ? null : ticket.id;
    if (open && !tickets.opened.activity) tickets.opened.loadActivity();
    desk.clock.touch(tickets.ticks.open);
  };
  const items = tickets.opened.activity;
  return html`<section class="panel ticket-activity">
    <button type="button" class="activity-head" aria-expanded=${isOpen} @click=${toggle}>${t('tickets.activity')}<span class="count">${items?.length ?? ''}</span>${icon(isOpen ? 'chevron-down' : 'chevron-right')}</button>
    ${!isOpen
      ? nothing
      : items
        ? html`<ol class="activity">
            ${items.map((entry) => html`<li><span>${lineText(desk, entry)}</span><time datetime=${entry.at} title=${exact(entry.at)}>${dueText(entry.at, now)}</time></li>`)}
          </ol>
          <p class="hidden" role="status">${plural('tickets.activity_count', items.length)}</p>`
        : html`<p class="faint small-text" role="status">${t('common.loading')}</p>`}
  </section>`;
}
