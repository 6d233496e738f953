/** Links a ticket with another one: which, by number or title, and how they belong together. */
import { html } from '../../lit.js';
import { closePopup, openPopup } from '../../parts/popup.js';
import { t } from '../../app/texts.js';
import { findTickets } from '../../store/tickets/ticket.js';
import { statusIcon } from './icons.js';

const KINDS = ['related', 'duplicate', 'parent', 'child'];

/** @param {HTMLElement} anchor @param {{ticket:any, tickets:import('../../store/tickets/tickets.js').Tickets, failed:(error:unknown) => void}} host */
export function openLinkPicker(anchor, { ticket, tickets, failed }) {
  const here = { text: '', kind: 'related', wrong: '' };
  /** @type {(() => void)|null} */ let draw = null;
  const set = (/** @type {Partial<typeof here>} */ change) => {
    Object.assign(here, { wrong: '', ...change });
    draw?.();
  };
  /** @param {string} other */
  const link = async (other) => {
    try {
      const answer = await tickets.api.link(ticket.id, other, here.kind);
      closePopup();
      tickets.tell(answer);
    } catch (error) {
      const { status, code } = /** @type {import('../../api.js').Problem} */ (error);
      if (code === 'circle') set({ wrong: t('tickets.link_circle') });
      else if (status === 404 || status === 400) set({ wrong: t('tickets.link_missing', { name: other }) });
      else {
        closePopup();
        failed(error);
      }
    }
  };
  draw = openPopup(
    anchor,
    t('tickets.add_link'),
    () => html`<form
      class="popup-form link-form"
      @submit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        const [first] = here.text.trim() ? findTickets(tickets.rows.values(), here.text, ticket.id) : [];
        if (here.text.trim()) link(first?.id ?? here.text.trim());
      }}
    >
      <label for="link-kind">${t('tickets.link_how')}</label>
      <select id="link-kind" class="prop-field" @change=${(/** @type {FieldEvent} */ event) => set({ kind: event.target.value })}>
        ${KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === here.kind}>${t(`tickets.link_as_${kind}`)}</option>`)}
      </select>
      <label for="link-other">${t('tickets.link_other')}</label>
      <input id="link-other" autofocus autocomplete="off" placeholder=${t('tickets.link_find')} aria-describedby="link-wrong" @input=${(/** @type {FieldEvent} */ event) => set({ text: event.target.value })} />
      <p class="field-error" id="link-wrong" role="alert">${here.wrong}</p>
      ${here.text.trim()
        ? html`<ul class="link-found">
            ${findTickets(tickets.rows.values(), here.text, ticket.id).map((one) => html`<li><button type="button" class="menu-item" @click=${() => link(one.id)}>${statusIcon(one.category)}<span class="menu-label cut">${one.name} ${one.title}</span></button></li>`)}
          </ul>`
        : ''}
      <button class="button primary">${t('tickets.link_do')}</button>
    </form>`,
  );
}
