/**
 * A thread as it is read once it has become a matter of its own: one under the other over the whole width, each with who and when
 * above it; the same messages, tools and states as in bubbles.
 */
import { html, nothing } from '../lit.js';
import { icon } from '../parts/icons.js';
import { agentAvatar, contactAvatar } from '../parts/people.js';
import { clock, dayName, exact } from '../parts/times.js';
import { t } from '../app/texts.js';
import { failure, heldFor, heldStamp, isPictured, stateMark, tools, words } from './bubbles.js';
import { channelName } from './channel.js';
import { chooseBox, sourceView } from './choosing.js';
import { lineText } from './lines.js';
import { linkView } from './link-card.js';

/** @typedef {import('../store/desk.js').Desk} Desk */
/** @typedef {import('../store/timeline.js').Bubble} Bubble */

/** @type {Record<string, import('../parts/icons.js').IconName>} */
const LINE_ICONS = { ticket: 'ticket', ticket_changed: 'pencil-line', linked: 'link', labels: 'tag', assigned: 'user-plus', transferred: 'user-plus', team: 'users', clock: 'alarm-clock', state: 'circle-check', rated: 'star', priority: 'list-filter' };

/** @param {Desk} desk @param {Bubble} piece */
function face(desk, { sender, tone }) {
  if (tone === 'customer') return desk.row ? contactAvatar(desk.row.contact) : nothing;
  const agent = desk.agents.find((one) => one.id === sender.id) ?? { id: sender.id, name: sender.name ?? t(`thread.sender_${sender.kind}`) };
  return agentAvatar(agent);
}

/** What stands under a message that is on its way. @param {Desk} desk @param {Bubble} piece @param {import('./bubbles.js').Hands} hands */
function below(desk, piece, hands) {
  if (piece.state === 'failed') return failure(desk, piece, hands);
  return heldFor(piece.item) ? heldStamp(desk, piece) : nothing;
}

/** @param {Bubble} piece */
const time = ({ at }) => html`<time datetime=${at} title=${exact(at)}>${clock(at)}</time>`;

/** @param {Desk} desk @param {Bubble} piece @param {import('./bubbles.js').Hands} hands */
const note = (desk, piece, hands) =>
  html`<div class="turn flat flat-note">
    ${chooseBox(desk, piece.sequence)}
    <div class="turn-body">
      <div data-message=${piece.id ?? nothing} class="note ${piece.state === 'failed' ? 'bubble-failed' : ''}">
        <div class="note-head">${icon('lock', 14)}<strong>${t('thread.note_by', { name: piece.sender.name ?? '' })}</strong><span class="note-who">${t('thread.note_private')}</span>${time(piece)}</div>
        <div class="note-text">${words(desk, piece, hands)}</div>
      </div>
      ${tools(desk, piece)} ${below(desk, piece, hands)}
    </div>
  </div>`;

/** @param {Desk} desk @param {Bubble} piece @param {import('./bubbles.js').Hands} hands */
function said(desk, piece, hands) {
  const own = piece.tone === 'own';
  const name = own ? (piece.sender.name ?? t(`thread.sender_${piece.sender.kind}`)) : (desk.row?.contact.name ?? piece.sender.name ?? t('thread.sender_visitor'));
  return html`<div class="turn flat ${own ? 'turn-own' : 'turn-customer'} ${piece.first ? '' : 'flat-joined'}">
    ${chooseBox(desk, piece.sequence)}<span class="flat-face">${piece.first ? face(desk, piece) : nothing}</span>
    <div class="turn-body">
      ${piece.first
        ? html`<div class="flat-head"><strong>${name}</strong>${own ? nothing : html`<span>${channelName(desk.row?.channel ?? 'web')}</span>`}${own && piece.state && piece.state !== 'failed' ? stateMark(piece.state) : nothing}${time(piece)}</div>`
        : html`<span class="hidden">${t('thread.says', { name: piece.mine ? t('common.you') : name })}</span>`}
      ${tools(desk, piece)}
      <div data-message=${piece.id ?? nothing} class="bubble ${own ? 'bubble-own' : 'bubble-customer'} ${isPictured(piece) ? 'bubble-pictured' : ''} ${piece.state === 'failed' ? 'bubble-failed' : ''}">${words(desk, piece, hands)}</div>
      ${linkView(desk, piece)}${piece.edited ? html`<div class="stamp">${t('thread.edited')}</div>` : nothing} ${below(desk, piece, hands)}
    </div>
  </div>`;
}

/**
 * @param {Desk} desk
 * @param {import('../store/timeline.js').Piece} piece
 * @param {number} now
 * @param {import('./bubbles.js').Hands} hands
 */
export function flatView(desk, piece, now, hands) {
  switch (piece.type) {
    case 'day':
      return html`<div class="day"><span>${dayName(piece.at, now)}</span></div>`;
    case 'new':
      return html`<div class="fresh"><span>${t('thread.fresh')}</span></div>`;
    case 'line':
      return html`<div class="line flat-line"><span class="flat-face">${icon(LINE_ICONS[piece.entry.kind] ?? 'info')}</span><span>${lineText(desk, piece.entry)}</span><time datetime=${piece.at} title=${exact(piece.at)}>${clock(piece.at)}</time></div>
        ${piece.entry.link === 'source' ? sourceView(desk, piece.entry) : nothing}`;
    default:
      return piece.tone === 'note' ? note(desk, piece, hands) : said(desk, piece, hands);
  }
}
