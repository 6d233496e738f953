/**
 * Sending later: the times to choose from, and the messages of the open conversation that wait for theirs, to be changed or taken
 * back. Loaded when used.
 */
import { loadStyle } from '../../app/load-style.js';
import { laterWords } from '../../app/page-table.js';
import { t } from '../../app/texts.js';
import { html, live, nothing } from '../../lit.js';
import { icon } from '../../parts/icons.js';
import { openMenu } from '../../parts/menu.js';
import { closePopup, openPopup } from '../../parts/popup.js';
import { clock, toCome } from '../../parts/times.js';

/** @typedef {import('../../store/desk.js').Desk} Desk */
/** @typedef {import('../../store/scheduled.js').Scheduled} Scheduled */

const AFTERNOON = 15;
const MORNING = 9;
/** An afternoon that begins sooner is now. */
const AHEAD_MS = 30 * 60_000;
const TEXT_CHARS = 8000;

/** Its words and looks are there. */
export const ready = () => Promise.all([laterWords('shift'), loadStyle('shift')]);

/**
 * Times to send at, in the agent's own day.
 * @param {Date} now @param {string|null} [opens] when the shop opens next
 * @returns {{name:string, at:Date}[]}
 */
export function sendTimes(now, opens = null) {
  /** @param {number} days @param {number} hour */
  const on = (days, hour) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
  const afternoon = on(0, AFTERNOON);
  const opening = opens ? new Date(opens) : null;
  return [
    ...(afternoon.getTime() - now.getTime() >= AHEAD_MS ? [{ name: 'afternoon', at: afternoon }] : []),
    ...(opening && opening > now ? [{ name: 'opening', at: opening }] : []),
    { name: 'tomorrow', at: on(1, MORNING) },
    // On a Sunday that is tomorrow.
    ...(now.getDay() === 0 ? [] : [{ name: 'monday', at: on(((8 - now.getDay()) % 7) || 7, MORNING) }]),
  ];
}

/** @param {Date} at as a field for a date and a time takes it */
const local = (at) => new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

/** A field for a time to come. @param {string} id @param {Date} at */
const timeField = (id, at) => html`<label for=${id}>${t('shift.send_at')}</label>
  <input id=${id} name="at" type="datetime-local" required min=${local(new Date())} .value=${local(at)} />`;

/** What a form's field for a time says; null where it is not to come. @param {HTMLFormElement} form */
function timeIn(form) {
  const { at } = /** @type {HTMLFormControlsCollection & {at: HTMLInputElement}} */ (form.elements);
  const time = new Date(at.value);
  if (!Number.isNaN(time.getTime()) && time.getTime() > Date.now()) return time.toISOString();
  at.focus();
  return null;
}

/** @param {HTMLElement} anchor @param {(at:string) => void} send */
function pickTime(anchor, send) {
  const times = sendTimes(new Date());
  openPopup(
    anchor,
    t('shift.later'),
    () => html`<form
      class="popup-form"
      @submit=${(/** @type {SubmitEvent & {target: HTMLFormElement}} */ event) => {
        event.preventDefault();
        const at = timeIn(event.target);
        if (!at) return;
        closePopup();
        send(at);
      }}
    >
      ${timeField('later-at', times[0].at)}
      <button class="button primary">${t('shift.schedule')}</button>
    </form>`,
    { above: true },
  );
}

/**
 * When to send what is written.
 * @param {Desk} desk @param {HTMLElement} anchor @param {(at:string) => void} send
 */
export async function laterMenu(desk, anchor, send) {
  /** @type {string|null} */ let opens = null;
  try {
    const [, shop] = await Promise.all([ready(), desk.api.shopHours().catch(() => null)]);
    opens = shop && !shop.open.now ? shop.open.opens_at : null;
  } catch {
    return desk.failed({ code: 'unreachable' });
  }
  const now = Date.now();
  openMenu(
    anchor,
    t('shift.later'),
    [
      {
        label: t('shift.later'),
        items: sendTimes(new Date(now), opens).map(({ name, at }) => ({
          label: t(`shift.at_${name}`),
          hint: name === 'afternoon' || name === 'tomorrow' ? clock(at.toISOString()) : toCome(at.toISOString(), now),
          mark: icon('clock', 16),
          run: () => send(at.toISOString()),
        })),
      },
      { items: [{ label: t('shift.at_pick'), mark: icon('pencil-line', 16), run: () => setTimeout(() => pickTime(anchor, send)) }] },
    ],
    { above: true },
  );
}

/** Changes words and time of one. @param {Desk} desk @param {HTMLElement} anchor @param {Scheduled} one */
function edit(desk, anchor, one) {
  let text = one.content.text;
  openPopup(
    anchor,
    t('shift.edit'),
    () => html`<form
      class="popup-form later-edit"
      @submit=${async (/** @type {SubmitEvent & {target: HTMLFormElement}} */ event) => {
        event.preventDefault();
        const send_at = timeIn(event.target);
        if (!send_at || !text.trim()) return;
        closePopup();
        await desk.scheduled.change(one, { text, send_at });
      }}
    >
      <label for="later-text">${t('shift.text')}</label>
      <textarea
        id="later-text"
        class="edit-field"
        rows="4"
        maxlength=${TEXT_CHARS}
        autofocus
        .value=${live(text)}
        @input=${(/** @type {FieldEvent} */ input) => (text = input.target.value)}
      ></textarea>
      ${timeField('later-edit-at', new Date(one.send_at))}
      <button class="button primary">${t('shift.save')}</button>
    </form>`,
    { above: true },
  );
}

/** Its words go into the field, in front of what stands there. @param {Desk} desk @param {Scheduled} one */
async function use(desk, one) {
  if (!(await desk.scheduled.cancel(one.id))) return;
  const there = desk.drafts.get(one.conversation_id, 'reply');
  desk.drafts.set(one.conversation_id, 'reply', [one.content.text, there].filter(Boolean).join('\n'));
  desk.touch('composer');
}

/** @param {Desk} desk @param {Scheduled} one @param {number} now */
function row(desk, one, now) {
  const isOwn = one.agent_id === desk.agent.id;
  const time = toCome(one.send_at, now);
  const name = desk.agentName(one.agent_id) ?? '';
  return html`<li class="later-one ${one.kept_at ? 'later-kept' : ''}">
    ${icon('clock', 16)}
    <div class="later-what">
      <span class="later-when">${one.kept_at ? t('shift.kept', { name }) : isOwn ? t('shift.goes', { time }) : t('shift.goes_by', { time, name })}</span>
      <span class="later-text">${one.content.text}</span>
    </div>
    ${one.kept_at ? html`<button class="text-button" @click=${() => use(desk, one)}>${t('shift.use')}</button>` : nothing}
    ${isOwn && !one.kept_at
      ? html`<button class="text-button" aria-label=${t('shift.edit_of', { time })} @click=${(/** @type {FieldEvent} */ event) => edit(desk, event.currentTarget, one)}>${t('thread.edit')}</button>`
      : nothing}
    <button class="text-button" aria-label=${t('shift.cancel_of', { time })} @click=${() => desk.scheduled.cancel(one.id)}>${t('shift.cancel')}</button>
  </li>`;
}

/** The messages that wait for their time. @param {Desk} desk @param {number} now */
export const laterList = (desk, now) =>
  html`<ul class="later" aria-label=${t('shift.waiting')}>
    ${desk.scheduled.items.map((one) => row(desk, one, now))}
  </ul>`;
