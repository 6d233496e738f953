/** Splitting messages off a conversation, and what was split off shown in its new place. */
import { plural, t } from '../app/texts.js';
import { html, live, nothing } from '../lit.js';
import { icon } from '../parts/icons.js';
import { summaryOf } from '../parts/message-summary.js';
import { clock, exact } from '../parts/times.js';
import { leaveChoosing } from './choosing.js';

/** @typedef {import('../store/desk.js').Desk} Desk */
/** @typedef {import('../../im/types.js').MessageEntry} MessageEntry */

const TITLE_CHARS = 200;
const PAGE = 200;

/** What is being made of them. */
let title = '';
let titled = false;
let busy = false;

/** @param {Desk} desk @param {Set<number>} sequences @param {'chat'|'ticket'} kind */
async function split(desk, sequences, kind) {
  const id = String(desk.openId);
  if (busy || sequences.size === 0) return;
  busy = true;
  try {
    const made = await desk.api.split(id, { sequences: [...sequences].sort((a, b) => a - b), kind, ...(kind === 'ticket' && { title: title.trim() }) });
    [title, titled] = ['', false];
    leaveChoosing(desk);
    desk.notify({ key: kind === 'ticket' ? 'merge.split_ticket_done' : 'merge.split_done', icon: 'circle-check', action: { key: 'merge.go', run: () => open(made.conversation_id, kind) } });
  } catch (error) {
    desk.failed(error);
  } finally {
    busy = false;
  }
}

/** @param {string} id @param {'chat'|'ticket'} kind */
const open = (id, kind) => location.assign(`${kind === 'ticket' ? '/tickets' : '/inbox'}/${encodeURIComponent(id)}`);

/** The bar under the thread. @param {Desk} desk @param {Set<number>} sequences */
export function barView(desk, sequences) {
  const leave = () => leaveChoosing(desk);
  const count = html`<strong role="status">${plural('merge.chosen', sequences.size)}</strong>`;
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    leave();
  };
  if (titled) {
    return html`<form
      class="choose-bar"
      @keydown=${onKey}
      @submit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        if (title.trim()) split(desk, sequences, 'ticket');
      }}
    >
      ${count}
      <label class="hidden" for="split-title">${t('merge.split_title')}</label>
      <input id="split-title" class="edit-field" maxlength=${TITLE_CHARS} required placeholder=${t('merge.split_title')} .value=${live(title)} @input=${(/** @type {FieldEvent} */ event) => (title = event.target.value)} />
      <button type="button" class="button quiet" @click=${leave}>${t('merge.leave')}</button>
      <button type="submit" class="button primary">${t('merge.split_ticket')}</button>
    </form>`;
  }
  const name = () => {
    titled = true;
    title = firstWords(desk, sequences);
    desk.touch('composer');
    requestAnimationFrame(() => /** @type {HTMLInputElement|null} */ (document.getElementById('split-title'))?.select());
  };
  return html`<div class="choose-bar" @keydown=${onKey}>
    ${count}
    <button type="button" class="button quiet" @click=${leave}>${t('merge.leave')}</button>
    <button type="button" class="button" ?disabled=${sequences.size === 0} @click=${() => split(desk, sequences, 'chat')}>${t('merge.split_chat')}</button>
    ${desk.may('ticket') ? html`<button type="button" class="button primary" ?disabled=${sequences.size === 0} @click=${name}>${t('merge.split_ticket')}</button>` : nothing}
  </div>`;
}

/** The first words among the chosen ones: a title to begin with. @param {Desk} desk @param {Set<number>} sequences */
function firstWords(desk, sequences) {
  const first = desk.thread?.entries.find((entry) => sequences.has(entry.sequence) && entry.content?.text);
  return (first?.content?.text ?? '').replace(/\s+/g, ' ').slice(0, 60);
}

/** What other conversations hold of these, by the entry that names them. @type {Map<number, MessageEntry[]|'loading'|'failed'|'gone'>} */
const sources = new Map();

/** @param {Desk} desk @param {import('../../im/types.js').EventEntry & {other?:string, sequences?:number[]}} entry */
async function load(desk, { log_position: key, other = '', sequences = [] }) {
  sources.set(key, 'loading');
  try {
    const wanted = new Set(sequences);
    /** @type {MessageEntry[]} */ const found = [];
    let before = Math.max(...sequences) + 1;
    while (before > Math.min(...sequences)) {
      const { items } = await desk.api.entries(other, { before_sequence: before, limit: PAGE });
      found.unshift(...items.flatMap((one) => (one.type === 'message' && wanted.has(one.sequence) ? [one] : [])));
      if (items.length === 0) break;
      before = items[0].sequence;
    }
    sources.set(key, found);
  } catch (error) {
    sources.set(key, /** @type {any} */ (error).status === 404 ? 'gone' : 'failed');
  }
  desk.touch('thread');
}

/** @param {Desk} desk @param {import('../../im/types.js').EventEntry} entry */
export function sourceView(desk, entry) {
  const found = sources.get(entry.log_position);
  if (!found) {
    load(desk, entry);
    return nothing;
  }
  if (found === 'loading') return nothing;
  if (typeof found === 'string') return html`<p class="source-note">${t(`merge.source_${found}`)}</p>`;
  return html`<div class="source">
    ${found.map(
      (one) => html`<div class="source-turn ${one.note ? 'source-of-team' : ''}">
        <strong>${one.note ? icon('lock', 14) : nothing} ${one.sender.name ?? t(`thread.sender_${one.sender.kind}`)}</strong>
        <time datetime=${one.sent_at} title=${exact(one.sent_at)}>${clock(one.sent_at)}</time>
        <p>${one.content ? summaryOf(one.content, one.sender.kind) : t('thread.recalled')}</p>
      </div>`,
    )}
  </div>`;
}
