/** What a thread consists of: bubbles with time and state, notes, quiet lines, day and "new" marks, who is typing. */
import { html, nothing } from '../lit.js';
import { icon } from '../icons.js';
import { contactAvatar, dots } from '../people.js';
import { has, t } from '../texts.js';
import { clock, dayName, exact } from '../times.js';

const LINK = /https?:\/\/[^\s<>"'，。；：！？、）】」]+/g;

/** Text with its addresses as links. @param {string} text */
function linked(text) {
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(LINK)) {
    const address = found[0].replace(/[.,;:!?)\]]+$/, '');
    parts.push(text.slice(from, found.index));
    parts.push(html`<a href=${address} target="_blank" rel="noopener noreferrer nofollow">${address}</a>`);
    from = found.index + address.length;
  }
  parts.push(text.slice(from));
  return parts;
}

/** @type {Record<string, import('../icons.js').IconName>} */
const STATE_ICONS = { sending: 'clock', sent: 'check', delivered: 'check-check', read: 'check-check' };

/** @param {string} state */
const stateMark = (state) =>
  html`<span class="state state-${state}">${icon(STATE_ICONS[state], 14)}${t(`thread.state_${state}`)}</span>`;

/** @param {import('../store/desk.js').Desk} desk @param {any} item @param {(item:any)=>void} edit */
const failedStamp = (desk, item, edit) =>
  html`<div class="stamp stamp-own">
    <span class="failed" title=${has(`thread.refused_${item.code}`) ? t(`thread.refused_${item.code}`) : nothing}
      >${icon('circle-alert', 14)} ${t('thread.state_failed')}</span
    >
    <button class="text-button" @click=${() => desk.client.retry(item.client_message_id)}>${t('thread.retry')}</button>
    <button class="text-button" @click=${() => edit(item)}>${t('thread.edit')}</button>
    <button class="text-button quiet" @click=${() => desk.client.discard(item.client_message_id)}>${t('thread.delete')}</button>
  </div>`;

/** @param {import('../store/timeline.js').Bubble} piece @param {string} text */
const words = (piece, text) =>
  piece.text === null ? html`<em class="recalled">${t('thread.recalled')}</em>` : linked(text);

/** @param {import('../store/timeline.js').Bubble} piece @param {import('../store/desk.js').Desk} desk @param {(item:any)=>void} edit */
function note(piece, desk, edit) {
  return html`<div class="turn turn-own">
    <div class="note ${piece.state === 'failed' ? 'bubble-failed' : ''}">
      <div class="note-head">
        ${icon('lock', 14)}<strong>${t('thread.note_by', { name: piece.sender.name ?? '' })}</strong
        ><span class="note-who">${t('thread.note_private')}</span
        ><time datetime=${piece.at} title=${exact(piece.at)}>${clock(piece.at)}</time>
      </div>
      <div class="note-text">${words(piece, piece.text ?? '')}</div>
    </div>
    ${piece.state === 'failed'
      ? failedStamp(desk, piece.item, edit)
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

/** @param {import('../store/desk.js').Desk} desk @param {import('../store/timeline.js').Bubble} piece @param {(item:any)=>void} edit */
export function bubbleView(desk, piece, edit) {
  if (piece.tone === 'note') return note(piece, desk, edit);
  const own = piece.tone === 'own';
  const shape = `${piece.first ? '' : 'joins'} ${piece.last ? '' : 'goes-on'} ${piece.state === 'failed' ? 'bubble-failed' : ''}`;
  return html`<div class="turn ${own ? 'turn-own' : 'turn-customer'} ${piece.first ? '' : 'turn-joined'}">
    ${own ? nothing : html`<span class="turn-face">${piece.last && desk.row ? contactAvatar(desk.row.contact) : nothing}</span>`}
    <div class="turn-body">
      <span class="hidden">${t('thread.says', { name: piece.mine ? t('common.you') : (piece.sender.name ?? t(`thread.sender_${piece.sender.kind}`)) })}</span>
      <div class="bubble ${own ? 'bubble-own' : 'bubble-customer'} ${shape}">${words(piece, piece.text ?? '')}</div>
      ${piece.state === 'failed' ? failedStamp(desk, piece.item, edit) : piece.last ? stamp(piece, own) : nothing}
    </div>
  </div>`;
}

/** @param {import('../store/desk.js').Desk} desk @param {any} entry */
function lineText(desk, entry) {
  /** @param {any} member */
  const nameOf = (member) =>
    !member || member.kind === 'system'
      ? t('thread.system')
      : member.id === desk.agent.id
        ? t('common.you')
        : (member.name ?? desk.agentName(member.id) ?? t(`thread.sender_${member.kind}`));
  const by = nameOf(entry.by);
  const agent = entry.agent_id === desk.agent.id ? t('common.you') : (entry.agent_name ?? desk.agentName(entry.agent_id) ?? '');
  switch (entry.kind) {
    case 'assigned':
      return entry.by?.id === entry.agent_id ? t('thread.line_took', { by }) : t('thread.line_assigned', { by, agent });
    case 'unassigned':
      return t('thread.line_unassigned', { by });
    case 'transferred':
      return t(entry.note ? 'thread.line_transferred_note' : 'thread.line_transferred', { by, agent, note: entry.note ?? '' });
    case 'state':
      return t(`thread.line_state_${entry.state}`, { by });
    case 'rated':
      return t(entry.comment ? 'thread.line_rated_comment' : 'thread.line_rated', { score: entry.score, comment: entry.comment ?? '' });
    case 'labels':
      return entry.labels.length
        ? t('thread.line_labels', { by, labels: entry.labels.join(t('common.list_comma')) })
        : t('thread.line_labels_none', { by });
    default:
      return t('thread.line_other');
  }
}

/**
 * @param {import('../store/desk.js').Desk} desk
 * @param {import('../store/timeline.js').Piece} piece
 * @param {number} now
 * @param {(item:any)=>void} edit
 */
export function pieceView(desk, piece, now, edit) {
  switch (piece.type) {
    case 'day':
      return html`<div class="day"><span>${dayName(piece.at, now)}</span></div>`;
    case 'new':
      return html`<div class="fresh"><span>${t('thread.fresh')}</span></div>`;
    case 'line':
      return html`<div class="line">
        <time datetime=${piece.at} title=${exact(piece.at)}>${clock(piece.at)}</time> ${lineText(desk, piece.entry)}
      </div>`;
    default:
      return bubbleView(desk, piece, edit);
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
