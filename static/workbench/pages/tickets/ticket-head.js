/** Over the thread of a ticket: the way back, its neighbours, what is done to it as a whole, its title and its two promises. */
import { html, live, nothing } from '../../lit.js';
import { icon } from '../../parts/icons.js';
import { openMenu } from '../../parts/menu.js';
import { contactName } from '../../parts/people.js';
import { exact } from '../../parts/times.js';
import { companyPill } from '../../thread/company.js';
import { channelIcon, channelName } from '../../thread/channel.js';
import { t } from '../../app/texts.js';
import { isDone, promised } from '../../store/tickets/ticket.js';
import { dueText, long, promiseText } from './words.js';

const TITLE_CHARS = 200;

/**
 * @typedef {object} Does   what the head asks for
 * @property {() => void} back
 * @property {(by:number) => void} go
 * @property {() => void} solve       or opens it again
 * @property {() => void} children    one answer to all of its children
 * @property {(() => void)|null} merge   asks where it is to go on; null = not for this agent
 * @property {(title:string) => Promise<boolean>} rename
 */

/** @param {Event} event */
async function copyAddress(event) {
  const button = /** @type {HTMLElement} */ (event.currentTarget);
  await navigator.clipboard?.writeText(location.href).catch(() => {});
  button.dataset.copied = 'true';
  setTimeout(() => delete button.dataset.copied, 1500);
}

/** What a promise says in its box. @param {import('../../store/tickets/ticket.js').Promised} promise @param {any} of @param {number} now */
function promiseWords(promise, of, now) {
  const { level, due_at } = promise;
  if (level === 'met') return html`<span class="ok">${icon('check')}${t('tickets.met_of', { spent: long(of.spent_ms), target: long(of.target_ms) })}</span>`;
  if (level === 'missed') return html`<span class="missed">${t('tickets.missed_of', { time: long(promise.left_ms), target: long(of.target_ms) })}</span>`;
  return html`<span class=${level}><b>${promiseText(promise)}</b>${due_at && level !== 'broken' ? html`<span class="no-phone"> · ${dueText(due_at, now)}</span>` : nothing}</span>`;
}

/** @param {string} name @param {any} of @param {number} now */
function promiseBox(name, of, now) {
  const promise = promised(of, now);
  return html`<div class="promise-box">
    <p><span class="promise-name">${t(`tickets.promise_${name}`)}</span>${promise ? promiseWords(promise, of, now) : html`<span class="faint">${t('tickets.no_promise')}</span>`}</p>
    <progress class="clock wide ${promise?.level ?? ''}" max="1" value=${(promise?.share ?? 0).toFixed(3)} aria-hidden="true"></progress>
  </div>`;
}

/** Who began it, when, and where it came from. @param {any} ticket @param {import('../../store/desk.js').Desk} desk @param {number} now */
function origin(ticket, desk, now) {
  const channel = desk.row?.channel ?? 'web';
  const facts = [t('tickets.begun_by', { name: contactName(ticket.contact), channel: channelName(channel) }), dueText(ticket.created_at, now)];
  return html`${channelIcon(channel)}<span title=${exact(ticket.created_at)}>${facts.join(' · ')}</span>${ticket.source && ticket.source.conversation_id !== ticket.id
    ? html`<span> · <a href="/inbox/${ticket.source.conversation_id}">${t('tickets.from_chat')}</a></span>`
    : nothing}`;
}

/**
 * @param {object} host
 * @param {import('../../store/desk.js').Desk} host.desk
 * @param {import('../../store/tickets/tickets.js').Tickets} host.tickets
 * @param {import('../../app/ui.js').Ui} host.ui
 * @param {() => {at:number, count:string}|null} host.where   its place among its neighbours
 * @param {Does} host.does
 */
export function createTicketHeadView({ desk, tickets, ui, where, does }) {
  /** @param {any} ticket */
  const mayMerge = (ticket) => does.merge !== null && !ticket.merged_into;
  /** @param {any} ticket @param {FieldEvent} event */
  const moreMenu = (ticket, event) =>
    openMenu(event.currentTarget, ticket.name, [
      {
        items: [
          ...(ui.phone.value && mayMerge(ticket) ? [{ label: t('inbox.key_merge'), mark: icon('git-merge'), run: () => does.merge?.() }] : []),
          { label: t('tickets.key_title'), hint: 'H', mark: icon('pencil-line'), run: () => document.getElementById('ticket-title')?.focus() },
          ...(ticket.links.some((/** @type {any} */ one) => one.kind === 'child') ? [{ label: t('tickets.answer_children'), mark: icon('users'), run: does.children }] : []),
        ],
      },
    ]);
  /** @param {any} ticket */
  const title = (ticket) => {
    /** @param {FieldEvent} event */
    const keep = async (event) => {
      const field = event.target;
      const text = field.value.replace(/\s+/g, ' ').trim();
      if (text === ticket.title) return;
      if (!text || !(await does.rename(text))) field.value = tickets.opened.ticket?.title ?? ticket.title;
    };
    /** @param {any} event */
    const onKey = (event) => {
      if (event.isComposing || event.keyCode === 229) return;
      if (event.key === 'Enter') {
        event.preventDefault();
        event.target.blur();
      } else if (event.key === 'Escape') {
        event.stopPropagation();
        event.target.value = ticket.title;
        event.target.blur();
      }
    };
    return html`<h2 class="hidden" id="thread-title" tabindex="-1">${ticket.name} ${ticket.title}</h2>
      <textarea id="ticket-title" class="ticket-title" rows="1" aria-label=${t('tickets.title_field')} title=${`${t('tickets.key_title')} · H`} maxlength=${TITLE_CHARS} .value=${live(ticket.title)} @change=${keep} @keydown=${onKey}></textarea>`;
  };

  return () => {
    tickets.ticks.open.value;
    tickets.ticks.list.value;
    const { ticket } = tickets.opened;
    if (!ticket) return html`<header class="ticket-top"></header>`;
    const now = ui.now.value;
    const done = isDone(ticket.status.category);
    const place = where();
    return html`<header class="ticket-top">
        <button type="button" class="icon-button only-phone" aria-label=${t('common.back')} @click=${does.back}>${icon('chevron-left', 24)}</button>
        <nav class="ticket-path" aria-label=${t('tickets.path')}>
          <a class="no-phone" href="/tickets" @click=${(/** @type {MouseEvent} */ event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            does.back();
          }}>${icon('chevron-left')}${t('rail.tickets')}</a><span class="no-phone faint" aria-hidden="true">/</span><b class="numeric">${ticket.name}</b>
          <button type="button" class="icon-button copy-link" aria-label=${t('tickets.copy_link')} title=${t('tickets.copy_link')} @click=${copyAddress}>${icon('link')}</button>
        </nav>
        <span class="no-phone">${companyPill(desk, ticket.id)}</span>
        ${place
          ? html`<span class="ticket-steps no-phone"><span class="numeric" title=${t('tickets.place')}>${place.at} / ${place.count}</span>
              <button type="button" class="icon-button" aria-label=${t('tickets.key_previous')} title=${`${t('tickets.key_previous')} · K`} @click=${() => does.go(-1)}>${icon('chevron-up', 18)}</button>
              <button type="button" class="icon-button" aria-label=${t('tickets.key_next')} title=${`${t('tickets.key_next')} · J`} @click=${() => does.go(1)}>${icon('chevron-down', 18)}</button></span>`
          : nothing}
        <span class="ticket-does">
          ${mayMerge(ticket)
            ? html`<button type="button" class="button no-phone" id="merge" aria-haspopup="dialog" aria-expanded="false" title=${`${t('inbox.key_merge')} · ⇧M`} @click=${() => does.merge?.()}>${icon('git-merge')}<span>${t('merge.do')}</span></button>`
            : nothing}
          ${ticket.status.category === 'closed' || ticket.merged_into
            ? nothing
            : html`<button type="button" class="button" aria-keyshortcuts="e" @click=${does.solve}>${icon(done ? 'rotate-ccw' : 'circle-check')}<span class="no-phone">${t(done ? 'thread.reopen' : 'tickets.solve')}</span><span class="only-phone hidden">${t(done ? 'thread.reopen' : 'tickets.solve')}</span><kbd class="no-phone" aria-hidden="true">E</kbd></button>`}
          <button type="button" class="icon-button" aria-haspopup="menu" aria-expanded="false" aria-label=${t('tickets.more')} title=${t('tickets.more')} @click=${(/** @type {FieldEvent} */ event) => moreMenu(ticket, event)}>${icon('ellipsis', 18)}</button>
          ${ui.narrow.value
            ? html`<button type="button" class="icon-button" id="details-toggle" aria-label=${t('tickets.properties')} title=${`${t('tickets.properties')} · I`} aria-expanded=${ui.details.open} @click=${() => ui.details.toggle()}>${icon(ui.phone.value ? 'info' : 'panel-right', ui.phone.value ? 24 : 18)}</button>`
            : nothing}
        </span>
      </header>
      <div class="ticket-lead">
        ${title(ticket)}
        <p class="ticket-origin">${origin(ticket, desk, now)}</p>
        <div class="promises" role="group" aria-label=${t('tickets.promises')}>${promiseBox('first', ticket.first_clock, now)}${promiseBox('solution', ticket.clock, now)}</div>
      </div>`;
  };
}
