/** Beside a ticket: its properties, each with its key, the fields of its type, the customer, links, followers, and what was done. */
import { html, nothing } from '../../lit.js';
import { icon } from '../../parts/icons.js';
import { agentAvatar, contactAvatar, contactName, provenName, verifiedMark } from '../../parts/people.js';
import { exact, when } from '../../parts/times.js';
import { lang, t } from '../../app/texts.js';
import { labelOf } from '../../store/tickets/ticket.js';
import { fieldControl } from '../../thread/ticket-fields.js';
import { activityView } from './activity.js';
import { bars, statusIcon } from './icons.js';
import { agentView } from './row.js';
import { dueText, priorityName } from './words.js';

/** @typedef {import('../../store/tickets/tickets.js').Tickets} Tickets */
/** @typedef {import('../../store/tickets/ticket.js').Field} Field */

/** What was refused, by the field that it is about. @typedef {Record<string, string>} Complaints */

/**
 * The fields of the ticket's type.
 * @param {object} host
 * @param {any} host.ticket
 * @param {Field[]} host.fields
 * @param {Complaints} host.wrong
 * @param {(key:string, value:any) => void} host.set
 */
function fieldsView({ ticket, fields, wrong, set }) {
  return fields.map(
    (field) => html`<div class="prop">
      <label class="prop-name" for="ticket-field-${field.key}">${labelOf(field, lang)}${field.required ? html`<span class="faint" title=${t('tickets.required')}> *</span>` : nothing}</label>
      ${fieldControl(field, { id: `ticket-field-${field.key}`, value: ticket.fields[field.key], set: (value) => set(field.key, value), wrong: Boolean(wrong[field.key]), look: 'prop-field' })} ${wrong[field.key] ? html`<p class="field-error" role="alert">${wrong[field.key]}</p>` : nothing}
    </div>`,
  );
}

/** @param {import('../../store/desk.js').Desk} desk @param {any} ticket */
function customerView(desk, ticket) {
  const { contact } = ticket;
  const data = desk.contact?.data;
  const facts = [data?.email ?? data?.phone, data ? t('tickets.since', { month: new Intl.DateTimeFormat(lang, { year: 'numeric', month: 'short' }).format(new Date(data.created_at)) }) : null];
  const others = (data?.conversations ?? []).filter((one) => one.id !== ticket.id).slice(0, 3);
  return html`<section class="panel">
    <div class="panel-head"><h3>${t('tickets.col_contact')}</h3></div>
    <div class="ticket-customer">
      ${contactAvatar(contact)}
      <div><b>${contactName(contact)}</b>${provenName(contact) ? verifiedMark(true) : nothing}<p>${facts.filter(Boolean).join(' · ')}</p></div>
    </div>
    ${others.length
      ? html`<ul class="ticket-links">
          ${others.map((one) => html`<li><a href=${one.ticket ? `/tickets/${one.ticket.name}` : `/inbox/${one.id}`}>${icon(one.ticket ? 'ticket' : 'message-circle')}<span class="cut">${one.ticket ? `${one.ticket.name} ${one.ticket.title}` : t('tickets.chat_of', { when: when(one.updated_at, Date.now()) })}</span><span class="faint">${t(`common.state_${one.state}`)}</span></a></li>`)}
        </ul>`
      : nothing}
  </section>`;
}

/**
 * What it belongs with.
 * @param {object} host
 * @param {any} host.ticket
 * @param {Tickets} host.tickets
 * @param {(error:unknown) => void} host.failed
 * @param {(anchor:HTMLElement) => void} host.link   asks with which one more
 */
function linksView({ ticket, tickets, failed, link }) {
  /** @param {{id:string}} other */
  const unlink = async ({ id }) => {
    tickets.opened.patch(ticket.id, { links: ticket.links.filter((/** @type {any} */ one) => one.id !== id) });
    try {
      tickets.tell(await tickets.api.unlink(ticket.id, id));
    } catch (error) {
      failed(error);
      tickets.want(ticket.id);
    }
  };
  // What a chat was turned into has its own words.
  const source = ticket.source?.conversation_id === ticket.id ? null : ticket.source;
  return html`<section class="panel">
    <div class="panel-head"><h3>${t('tickets.links')}</h3><button type="button" class="icon-button small" id="ticket-link" aria-haspopup="dialog" aria-expanded="false" aria-label=${t('tickets.add_link')} title=${`${t('tickets.add_link')} · L`} @click=${(/** @type {FieldEvent} */ event) => link(event.currentTarget)}>${icon('plus')}</button></div>
    ${ticket.links.length === 0 && !source
      ? html`<p class="faint small-text">${t('tickets.no_links')}</p>`
      : html`<ul class="ticket-links">
          ${source ? html`<li><a href="/inbox/${source.conversation_id}">${icon('message-circle')}<span class="cut">${t('tickets.source_chat')}</span><span class="faint">${t('tickets.source')}</span></a></li>` : nothing}
          ${ticket.links.map(
            (/** @type {any} */ one) => {
              const name = one.name ?? t('tickets.source_chat');
              return html`<li>
                <a href=${one.name ? `/tickets/${one.name}` : `/inbox/${one.id}`}>${one.name ? statusIcon(one.category) : icon('message-circle')}<span class="cut">${name} ${one.title ?? ''}</span><span class="faint">${t(`tickets.link_${one.kind}`)}</span></a>
                <button type="button" class="icon-button small" aria-label=${t('tickets.unlink', { name })} title=${t('tickets.unlink', { name })} @click=${() => unlink(one)}>${icon('x', 14)}</button>
              </li>`;
            },
          )}
        </ul>`}
  </section>`;
}

/**
 * @param {object} host
 * @param {import('../../store/desk.js').Desk} host.desk
 * @param {Tickets} host.tickets
 * @param {import('../../app/ui.js').Ui} host.ui
 * @param {import('./menus.js').Menus} host.menus
 * @param {(error:import('../../api.js').Problem) => void} host.refused   what a property was not taken for
 * @param {() => Complaints} host.wrong
 * @param {(key:string, value:any) => void} host.setField
 */
export function createSide({ desk, tickets, ui, menus, refused, wrong, setField }) {
  /** @param {string} name @param {string} key @param {unknown} content @param {(anchor:HTMLElement) => void} run */
  const prop = (name, key, content, run) =>
    html`<div class="prop">
      <span class="prop-name" aria-hidden="true">${t(`tickets.col_${name}`)}</span>
      <button type="button" class="prop-value" id="prop-${name}" aria-haspopup="menu" aria-expanded="false" title=${`${t(`tickets.col_${name}`)} · ${key}`} @click=${(/** @type {FieldEvent} */ event) => run(event.currentTarget)}>
        <span class="hidden">${t(`tickets.col_${name}`)}</span><span class="prop-shown">${content}</span>${icon('chevron-down')}
      </button>
    </div>`;
  /** @param {any} ticket @param {number} now */
  const properties = (ticket, now) => {
    const ids = [ticket.id];
    const type = tickets.type(ticket.type?.id ?? null);
    return html`<div class="panel props">
      <div class="props-head only-narrow"><h2 id="details-title" tabindex="-1">${ticket.name}</h2><button type="button" class="icon-button" aria-label=${t('common.close')} @click=${() => ui.details.set(false)}>${icon('x', 20)}</button></div>
      ${prop('status', 'S', html`${statusIcon(ticket.status.category)}<span class="cut">${ticket.status.name}</span>`, (anchor) => menus.status(anchor, ids))}
      ${prop('agent', 'A', agentView({ desk, tickets, now }, ticket.agent_id), (anchor) => menus.assign(anchor, ids))}
      ${prop('priority', 'P', html`${bars(ticket.priority)}<span>${priorityName(ticket.priority)}</span>`, (anchor) => menus.priority(anchor, ids))}
      ${tickets.types.length > 0 || ticket.type
        ? prop('type', 'Y', ticket.type ? html`<span class="cut">${ticket.type.name}</span>` : html`<span class="faint">–</span>`, (anchor) => menus.type(anchor, ticket.id, refused))
        : nothing}
      ${prop('due', 'D', ticket.due_at ? html`<span class=${Date.parse(ticket.due_at) < now ? 'late' : ''} title=${exact(ticket.due_at)}>${dueText(ticket.due_at, now)}</span>` : html`<span class="faint">–</span>`, (anchor) => menus.due(anchor, ticket.id, refused))}
      ${prop(
        'labels',
        'T',
        ticket.labels.length
          ? html`<span class="prop-labels">${ticket.labels.map((/** @type {string} */ label) => html`<span class="chip"><i class="chip-dot series-${desk.labels.colour(label)}"></i>${label}</span>`)}</span>`
          : html`<span class="faint">–</span>`,
        (anchor) => menus.label(anchor, ids),
      )}
      ${type ? fieldsView({ ticket, fields: type.fields, wrong: wrong(), set: setField }) : nothing}
    </div>`;
  };
  /** @param {any} ticket */
  const followers = (ticket) => {
    const people = ticket.followers.map((/** @type {string} */ id) => desk.agents.find((one) => one.id === id) ?? { id, name: desk.agentName(id) ?? '' });
    return html`<section class="panel">
      <div class="panel-head"><h3>${t('tickets.followers')}</h3><button type="button" class="icon-button small" id="ticket-followers" aria-haspopup="dialog" aria-expanded="false" aria-label=${t('tickets.change_followers')} title=${`${t('tickets.change_followers')} · W`} @click=${(/** @type {FieldEvent} */ event) => menus.followers(event.currentTarget, ticket)}>${icon('plus')}</button></div>
      ${people.length
        ? html`<p class="ticket-followers">${people.map((/** @type {any} */ one) => agentAvatar(one, 'small'))}<span>${people.map((/** @type {any} */ one) => one.name).join(t('common.list_comma'))}</span></p>`
        : html`<p class="faint small-text">${t('tickets.no_followers')}</p>`}
    </section>`;
  };

  return () => {
    tickets.ticks.open.value;
    tickets.ticks.list.value;
    desk.ticks.details.value;
    desk.ticks.thread.value;
    const { ticket } = tickets.opened;
    if (!ticket) return nothing;
    const now = ui.now.value;
    return html`<div class="grip only-phone" aria-hidden="true"></div>
      ${properties(ticket, now)} ${customerView(desk, ticket)} ${linksView({ ticket, tickets, failed: desk.failed, link: (anchor) => menus.link(anchor, ticket) })} ${followers(ticket)} ${activityView({ desk, tickets, ticket, now })}`;
  };
}

