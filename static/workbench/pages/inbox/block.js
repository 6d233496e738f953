/**
 * Blocking the person of the open conversation: what keeps them from writing now, or the way to do so, at the end of the contact
 * panel. A press opens a small form where it stands; the person is told nothing but that they cannot write.
 */
import { html, live, nothing } from '../../lit.js';
import { icon } from '../../parts/icons.js';
import { t } from '../../app/texts.js';
import { chosen, when } from '../../parts/times.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** For how many days; 0 until it is lifted. */
const SPANS = [1, 7, 30, 0];
const REASON_CHARS = 200;

/** @typedef {import('../../store/desk.js').Desk} Desk */

/** What is being filled in. @type {{contact:string, days:number, reason:string, address:boolean, busy:boolean}|null} */
let form = null;

/** @param {Desk} desk @param {import('../../answers.js').Contact} data */
function begin(desk, data) {
  form = { contact: data.id, days: 0, reason: '', address: false, busy: false };
  desk.touch('details');
  requestAnimationFrame(() => document.getElementById('block-reason')?.focus());
}

/** @param {Desk} desk */
function leave(desk) {
  form = null;
  desk.touch('details');
  requestAnimationFrame(() => document.getElementById('block')?.focus());
}

/** @param {Desk} desk @param {import('../../answers.js').Contact} data */
async function send(desk, data) {
  const mine = form;
  if (!mine || mine.busy) return;
  mine.busy = true;
  const how = { reason: mine.reason.trim() || null, until: mine.days ? new Date(Date.now() + mine.days * DAY_MS).toISOString() : null };
  const done = await desk.block(data.id, { ...how, addresses: mine.address });
  mine.busy = false;
  if (done && form === mine) leave(desk);
}

/** @param {Desk} desk @param {import('../../answers.js').Contact} data */
const fields = (desk, data) => html`<form
  class="block-form"
  @submit=${(/** @type {Event} */ event) => {
    event.preventDefault();
    send(desk, data);
  }}
  @keydown=${(/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    leave(desk);
  }}
>
  <p>${t('contact.block_means')}</p>
  <label for="block-reason">${t('contact.block_reason')}</label>
  <input
    id="block-reason"
    class="edit-field"
    maxlength=${REASON_CHARS}
    autocomplete="off"
    .value=${live(form?.reason ?? '')}
    @input=${(/** @type {FieldEvent} */ event) => form && (form.reason = event.target.value)}
  />
  <label for="block-days">${t('contact.block_for')}</label>
  <select id="block-days" class="edit-field" @change=${(/** @type {FieldEvent} */ event) => form && (form.days = Number(event.target.value))}>
    ${SPANS.map((days) => html`<option value=${days} ?selected=${form?.days === days}>${t(`contact.block_days_${days}`)}</option>`)}
  </select>
  ${data.address
    ? html`<label class="check"
        ><input
          type="checkbox"
          .checked=${live(form?.address ?? false)}
          @change=${(/** @type {FieldEvent} */ event) => form && (form.address = event.target.checked)}
        /><span>${t('contact.block_address', { address: data.address })}</span></label
      >`
    : nothing}
  <div class="block-does">
    <button type="button" class="button quiet" @click=${() => leave(desk)}>${t('contact.block_cancel')}</button>
    <button type="submit" class="button danger" aria-busy=${form?.busy ?? false}>${t('contact.block')}</button>
  </div>
</form>`;

/** @param {Desk} desk @param {import('../../answers.js').Contact} data @param {number} now */
function held(desk, data, now) {
  const { reason, agent_id: by, blocked_at: at, until } = /** @type {import('../../answers.js').Block} */ (data.block);
  const who = by ? desk.agentName(by) : null;
  const facts = [who ? t('contact.blocked_by', { name: who }) : null, when(at, now), until ? t('contact.blocked_until', { time: chosen(until) }) : null];
  return html`<div class="blocked" role="status">
    ${icon('lock', 16)}
    <div>
      <strong>${t('contact.blocked')}</strong>
      ${reason ? html`<p>${reason}</p>` : nothing}
      <p class="blocked-facts">${facts.filter(Boolean).join(' · ')}</p>
    </div>
    ${desk.may('block') ? html`<button class="text-button" @click=${() => desk.unblock(data.id)}>${t('contact.unblock')}</button>` : nothing}
  </div>`;
}

/** What keeps the person from writing, at the top of the panel. @param {Desk} desk @param {import('../../answers.js').Contact} data @param {number} now */
export const blockedView = (desk, data, now) => (data.block ? html`<section class="panel">${held(desk, data, now)}</section>` : nothing);

/** The way to keep them from writing, at its end. @param {Desk} desk @param {import('../../answers.js').Contact} data */
export function blockView(desk, data) {
  if (data.block || !desk.may('block')) return nothing;
  const open = form?.contact === data.id;
  return html`<section class="panel">
    ${open
      ? fields(desk, data)
      : html`<button class="text-button quiet" id="block" @click=${() => begin(desk, data)}>${icon('lock', 14)} ${t('contact.block')}</button>`}
  </section>`;
}
