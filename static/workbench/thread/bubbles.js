/** What a thread consists of: bubbles with time and state, notes, quiet lines, day and "new" marks, who is typing. */
import { createSpeech } from '../../design/speech.js';
import { html, nothing } from '../lit.js';
import { icon } from '../parts/icons.js';
import { contactAvatar, dots } from '../parts/people.js';
import { summaryOf } from '../parts/message-summary.js';
import { has, lang, t } from '../app/texts.js';
import { botPart } from './bot-later.js';
import { choose, chooseBox, sourceView } from './choosing.js';
import { lineText, nameOf } from './lines.js';
import { clock, dayName, exact } from '../parts/times.js';
import { fileView, outgoingFileView } from './file.js';
import { linkView } from './link-card.js';
import { openMenu } from '../parts/menu.js';
import { cardView, marked, quoteView } from './message-content.js';

/**
 * @typedef {object} Hands  what a message asks of the pane
 * @property {(item:import('../../im/types.js').Item) => void} edit    a failed one goes back to where it was written
 * @property {(id:string) => void} reach  to the message that it answers
 */

/** @type {Record<string, import('../parts/icons.js').IconName>} */
const STATE_ICONS = { sending: 'clock', sent: 'check', delivered: 'check-check', read: 'check-check' };

/** @param {string} state */
export const stateMark = (state) =>
  html`<span class="state state-${state}">${icon(STATE_ICONS[state], 14)}${t(`thread.state_${state}`)}</span>`;

/** @param {import('../store/desk.js').Desk} desk @param {import('../../im/types.js').Item} item @param {(item:import('../../im/types.js').Item)=>void} edit */
const failedStamp = (desk, item, edit) =>
  html`<div class="stamp stamp-own">
    <span class="failed" title=${has(`thread.refused_${item.code}`) ? t(`thread.refused_${item.code}`) : nothing}
      >${icon('circle-alert', 14)} ${t('thread.state_failed')}</span
    >
    <button class="text-button" @click=${() => desk.client.retry(item.client_message_id)}>${t('thread.retry')}</button>
    ${item.content.kind === 'text' ? html`<button class="text-button" @click=${() => edit(item)}>${t('thread.edit')}</button>` : nothing}
    <button class="text-button quiet" @click=${() => desk.client.discard(item.client_message_id)}>${t('thread.delete')}</button>
  </div>`;

/** A file that could not be sent: why, again, or away with it. @param {import('../store/desk.js').Desk} desk @param {import('../../im/file-outbox.js').OutgoingFile} outgoing */
const failedFile = (desk, outgoing) =>
  html`<div class="stamp stamp-own">
    <span class="failed">${icon('circle-alert', 14)} ${has(`thread.file_failed_${outgoing.code}`) ? t(`thread.file_failed_${outgoing.code}`) : t('thread.state_failed')}</span>
    <button class="text-button" @click=${() => desk.files.retry(outgoing.client_message_id)}>${t('thread.retry')}</button>
    <button class="text-button quiet" @click=${() => desk.files.cancel(outgoing.client_message_id)}>${t('thread.delete')}</button>
  </div>`;

/** What stands under one that failed. @param {import('../store/desk.js').Desk} desk @param {import('../store/timeline.js').Bubble} piece @param {Hands} hands */
export const failure = (desk, piece, hands) => (piece.outgoing ? failedFile(desk, piece.outgoing) : failedStamp(desk, /** @type {import('../../im/types.js').Item} */ (piece.item), hands.edit));

/** Pictures and films need no bubble around them. @param {import('../store/timeline.js').Bubble} piece */
export const isPictured = ({ content, outgoing }) => {
  const type = outgoing ? (outgoing.width ? outgoing.blob.type : '') : content?.kind === 'file' ? (content.media_type ?? '') : '';
  return (type.startsWith('image/') && Boolean(outgoing || content?.width)) || (type.startsWith('video/') && !outgoing);
};

/** @param {import('../store/desk.js').Desk} desk @param {import('../store/timeline.js').Bubble} piece @param {Hands} hands */
export function words(desk, piece, hands) {
  if (piece.text === null) return html`<em class="recalled">${t('thread.recalled')}</em>`;
  const { content } = piece;
  if (content?.kind === 'card') return cardView(content.card);
  if (piece.outgoing) return outgoingFileView(desk, piece.outgoing);
  if (content?.kind === 'file') return fileView(content, piece.sender.kind);
  const names = (content?.mentions ?? []).map((id) => desk.agentName(id) ?? '').filter(Boolean);
  return html`${content?.quote ? quoteView(desk, content.quote, hands.reach) : nothing}${marked(piece.text, piece.sender.kind, names)}`;
}

const speech = createSpeech({ locale: lang, onWords: () => {}, onEnd: () => {} });

/** Milliseconds in which a message can still be taken back. @param {import('../../im/types.js').Item|null} item */
export const heldFor = (item) => Math.max(0, (item?.hold_until ?? 0) - Date.now());

/** @param {import('../store/desk.js').Desk} desk @param {import('../store/timeline.js').Bubble} piece */
export const heldStamp = (desk, piece) =>
  html`<div class="stamp stamp-own">
    <button class="text-button held" @click=${() => piece.item && desk.takeBack(piece.item.client_message_id)}>
      <svg class="hold-ring" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" .style=${`animation-duration:${heldFor(piece.item)}ms`}>
        <circle cx="8" cy="8" r="6" pathLength="1"></circle></svg
      >${t('thread.undo')}
    </button>
  </div>`;

/** What can be done with a stored message. @param {import('../store/desk.js').Desk} desk @param {import('../store/timeline.js').Bubble} piece */
export function tools(desk, piece) {
  const { id, content, text } = piece;
  const conversation = desk.openId;
  if (!id || text === null || !conversation) return nothing;
  const name = piece.sender.name ?? t(`thread.sender_${piece.sender.kind}`);
  const quote = () => {
    desk.compose.setQuote(conversation, { message_id: id, name, text: summaryOf(content, piece.sender.kind) ?? text });
    document.getElementById('composer-text')?.focus();
  };
  const change = () => {
    const quoted = content?.quote ?? null;
    desk.compose.setChange(conversation, { message_id: id, note: piece.tone === 'note', text, was: text, quote: quoted });
    requestAnimationFrame(() => document.getElementById('composer-text')?.focus());
  };
  const own = piece.mine && content?.kind === 'text';
  return html`<button
    class="icon-button turn-tools"
    aria-haspopup="menu"
    aria-expanded="false"
    aria-label=${t('thread.message_actions')}
    title=${t('thread.message_actions')}
    @click=${(/** @type {FieldEvent} */ event) =>
      openMenu(event.currentTarget, t('thread.message_actions'), [
        {
          items: [
            // A note's words are for the team alone: an answer to the customer cannot quote them.
            ...(piece.tone === 'note' ? [] : [{ label: t('thread.quote'), mark: icon('undo-2'), run: quote }]),
            ...(speech.canSpeak
              ? [
                  {
                    label: t('thread.aloud'),
                    mark: icon('volume-2'),
                    run() {
                      // Another one takes its place.
                      speech.hush();
                      speech.speak(text);
                    },
                  },
                ]
              : []),
            { label: t('common.copy'), mark: icon('copy'), run: () => navigator.clipboard?.writeText(text).catch(() => {}) },
            ...(desk.may('merge') ? [{ label: t('merge.choose'), mark: icon('list-checks'), run: () => choose(desk, piece.sequence) }] : []),
            ...(own ? [{ label: t('thread.edit'), mark: icon('pencil-line'), run: change }] : []),
            ...(piece.mine ? [{ label: t('thread.recall'), mark: icon('rotate-ccw'), run: () => desk.recall(conversation, id) }] : []),
          ],
        },
      ])}
  >
    ${icon('chevron-down', 16)}
  </button>`;
}

/** @param {import('../store/timeline.js').Bubble} piece @param {import('../store/desk.js').Desk} desk @param {Hands} hands */
function note(piece, desk, hands) {
  return html`<div class="turn turn-own">
    ${chooseBox(desk, piece.sequence)}${tools(desk, piece)}
    <div data-message=${piece.id ?? nothing} class="note ${piece.state === 'failed' ? 'bubble-failed' : ''}">
      <div class="note-head">
        ${icon('lock', 14)}<strong>${t('thread.note_by', { name: piece.sender.name ?? '' })}</strong
        ><span class="note-who">${t('thread.note_private')}</span
        ><time datetime=${piece.at} title=${exact(piece.at)}>${clock(piece.at)}</time>
      </div>
      <div class="note-text">${words(desk, piece, hands)}</div>
    </div>
    ${piece.state === 'failed'
      ? failure(desk, piece, hands)
      : heldFor(piece.item)
        ? heldStamp(desk, piece)
      : piece.state === 'sending'
        ? html`<div class="stamp stamp-own">${stateMark('sending')}</div>`
        : nothing}
  </div>`;
}

/** @param {import('../store/timeline.js').Bubble} piece @param {boolean} own */
const stamp = (piece, own) =>
  html`<div class="stamp ${own ? 'stamp-own' : ''}">
    ${own && !piece.mine ? html`<span>${piece.sender.name ?? t(`thread.sender_${piece.sender.kind}`)}</span>` : nothing}
    <time datetime=${piece.at} title=${exact(piece.at)}>${clock(piece.at)}</time>${piece.edited
      ? html`<span>${t('thread.edited')}</span>`
      : nothing}${piece.state ? stateMark(piece.state) : nothing}
  </div>`;

/**
 * One message with its time and state.
 * @param {import('../store/desk.js').Desk} desk @param {import('../store/timeline.js').Bubble} piece @param {Hands} hands
 */
export function bubbleView(desk, piece, hands) {
  if (piece.tone === 'note') return note(piece, desk, hands);
  const bot = piece.sender.kind === 'bot' && botPart(desk);
  if (bot) return bot.botBubble(desk, piece, tools(desk, piece));
  const own = piece.tone === 'own';
  const shape = `${piece.first ? '' : 'joins'} ${piece.last ? '' : 'goes-on'} ${piece.state === 'failed' ? 'bubble-failed' : ''}`;
  return html`<div class="turn ${own ? 'turn-own' : 'turn-customer'} ${piece.first ? '' : 'turn-joined'}">
    ${own ? nothing : html`<span class="turn-face">${piece.last && desk.row ? contactAvatar(desk.row.contact) : nothing}</span>`}
    ${chooseBox(desk, piece.sequence)}
    <div class="turn-body">
      <span class="hidden">${t('thread.says', { name: piece.mine ? t('common.you') : (piece.sender.name ?? t(`thread.sender_${piece.sender.kind}`)) })}</span>
      ${tools(desk, piece)}
      <div data-message=${piece.id ?? nothing} class="bubble ${own ? 'bubble-own' : 'bubble-customer'} ${isPictured(piece) ? 'bubble-pictured' : ''} ${shape}">${words(desk, piece, hands)}</div>
      ${linkView(desk, piece)}
      ${piece.state === 'failed' ? failure(desk, piece, hands) : heldFor(piece.item) ? heldStamp(desk, piece) : piece.last ? stamp(piece, own) : nothing}
    </div>
  </div>`;
}

/**
 * One piece of the thread, whichever kind it is.
 * @param {import('../store/desk.js').Desk} desk
 * @param {import('../store/timeline.js').Piece} piece
 * @param {number} now
 * @param {Hands} hands
 */
export function pieceView(desk, piece, now, hands) {
  switch (piece.type) {
    case 'day':
      return html`<div class="day"><span>${dayName(piece.at, now)}</span></div>`;
    case 'new':
      return html`<div class="fresh"><span>${t('thread.fresh')}</span></div>`;
    case 'line':
      if (piece.entry.kind === 'state' && (piece.entry.reason || piece.entry.state === 'bot')) {
        const part = botPart(desk);
        if (part) return part.stateView(piece.entry, nameOf(desk, piece.entry.by));
      }
      return html`<div class="line">
        <time datetime=${piece.at} title=${exact(piece.at)}>${clock(piece.at)}</time> ${lineText(desk, piece.entry)}
      </div>
      ${piece.entry.link === 'source' ? sourceView(desk, piece.entry) : nothing}`;
    default:
      return bubbleView(desk, piece, hands);
  }
}

/** The visitor is typing, with the words where the shop shows them. @param {import('../store/desk.js').Desk} desk @param {string} id */
export function typingView(desk, id) {
  const writer = desk.presence.writing(id).find((one) => one.member.kind === 'visitor');
  if (!writer || !desk.row) return nothing;
  return html`<div class="turn turn-customer">
    <span class="turn-face">${contactAvatar(desk.row.contact)}</span>
    <div class="turn-body">
      ${writer.preview
        ? html`<div class="bubble bubble-unsent">${writer.preview}</div>
            <div class="stamp">${icon('pencil-line', 14)} ${t('thread.writing')}</div>`
        : html`<div class="bubble bubble-customer bubble-dots">${dots}<span class="hidden">${t('thread.writing')}</span></div>`}
    </div>
  </div>`;
}
