/**
 * Sending later: the times to choose from, and the messages of the open conversation that wait for theirs, to be changed or taken
 * back. Loaded when used.
 */
import { loadStyle } from '../app/load-style.js';
import { laterWords } from '../app/page-table.js';
import { t } from '../app/texts.js';
import { html, live, nothing } from '../lit.js';
import { icon } from '../parts/icons.js';
import { openMenu } from '../parts/menu.js';
import { closePopup, openPopup } from '../parts/popup.js';
import { clock, toCome } from '../parts/times.js';
import { sendTimes } from '../store/send-times.js';

/** @typedef {import('../store/desk.js').Desk} Desk */
/** @typedef {import('../store/scheduled.js').Scheduled} Scheduled */
/**
 * The field whose words go out later.
 * @typedef {{field:() => HTMLTextAreaElement|null, grow:() => void, suggest:{close:() => void}}} Writing
 */

const TEXT_CHARS = 8000;

/** Its words and looks are there. */
export const ready = () => Promise.all([laterWords('shift'), loadStyle('shift')]);

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

/** Does it, and reads the list anew. @param {Desk} desk @param {() => Promise<unknown>} call @returns {Promise<boolean>} */
async function attempt(desk, call) {
  let done = true;
  try {
    await call();
  } catch (error) {
    done = false;
    const { code } = /** @type {import('../api.js').Problem} */ (error);
    if (code === 'newer_message') desk.notify({ text: t('shift.newer'), icon: 'message-circle' });
    else if (code === 'scheduled_limit') desk.notify({ text: t('shift.limit'), icon: 'circle-alert' });
    else desk.failed(error);
  }
  await desk.scheduled.load();
  return done;
}

/**
 * What came back stands in the field, whatever is being written there at this moment: the desk has it in the draft that it knew.
 * @param {Desk} desk @param {Scheduled[]} gone
 */
export function takeBack(desk, gone) {
  for (const one of [...gone].reverse()) {
    const isSent = desk.thread?.entries.some((entry) => entry.type === 'message' && entry.client_message_id === one.client_message_id);
    const there = desk.drafts.get(one.conversation_id, 'reply');
    if (isSent || one.agent_id !== desk.agent.id || there.includes(one.content.text)) continue;
    desk.drafts.set(one.conversation_id, 'reply', [one.content.text, there].filter(Boolean).join('\n'));
  }
  desk.touch('composer');
}

/** Takes one back. @param {Desk} desk @param {Scheduled} one */
function cancel(desk, one) {
  desk.scheduled.drop(one.id);
  return attempt(desk, () => desk.api.cancelScheduled(one.id));
}

/** What is written goes out at a time. What is written meanwhile stays. @param {Desk} desk @param {Writing} writing @param {string} send_at */
async function write(desk, { field, grow, suggest }, send_at) {
  const id = desk.openId;
  const text = field()?.value ?? '';
  if (!id || !text.trim()) return;
  suggest.close();
  const what = { content: { kind: 'text', text }, send_at, last_sequence: desk.cache.rows.get(id)?.last_sequence };
  if (!(await attempt(desk, () => desk.api.sendLater(id, what))) || desk.drafts.get(id, 'reply') !== text) return;
  desk.drafts.set(id, 'reply', '');
  desk.drafts.flush();
  const area = field();
  if (area && desk.openId === id) area.value = '';
  grow();
}

/**
 * When to send what is written.
 * @param {Desk} desk @param {HTMLElement} anchor @param {Writing} writing
 */
export async function laterMenu(desk, anchor, writing) {
  const send = (/** @type {string} */ at) => void write(desk, writing, at);
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
        await attempt(desk, () => desk.api.changeScheduled(one.id, { content: { ...one.content, text }, send_at }));
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
  if (!(await cancel(desk, one))) return;
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
    <button class="text-button" aria-label=${t('shift.cancel_of', { time })} @click=${() => cancel(desk, one)}>${t('shift.cancel')}</button>
  </li>`;
}

/** The messages that wait for their time. @param {Desk} desk @param {number} now */
export const laterList = (desk, now) =>
  html`<ul class="later" aria-label=${t('shift.waiting')}>
    ${desk.scheduled.items.map((one) => row(desk, one, now))}
  </ul>`;
