/** One row of the list, 72 px: who, how long they have waited, the last line with what matters before it, and whose it is. */
import { html, nothing } from '../../lit.js';
import { icon } from '../../parts/icons.js';
import { agentAvatar, contactAvatar, contactName, dots, provenName, verifiedMark } from '../../parts/people.js';
import { summaryOf, withKind } from '../../parts/message-summary.js';
import { standing } from '../../store/clocks.js';
import { mentioned } from '../../store/rows.js';
import { plural, t } from '../../app/texts.js';
import { exact, span, toCome, when } from '../../parts/times.js';
import { channelIcon } from '../../thread/channel.js';
import { clockBar, clockText } from '../../thread/clock.js';

/** Labels shown before "+n". */
const LABELS_SHOWN = 2;
/** @param {import('../../store/desk.js').Desk} desk @param {import('../../store/rows.js').Row} row */
function lastLine(desk, row) {
  const unsent = desk.unsentOf(row.id);
  const failed = unsent.find((item) => item.state === 'failed');
  if (failed) {
    return html`<span class="failed" role="img" aria-label=${t('inbox.failed')}>${icon('circle-alert', 14)}</span> ${summaryOf(failed.content)}`;
  }
  const visitor = desk.presence.writing(row.id).find((writer) => writer.member.kind === 'visitor');
  if (visitor) {
    return html`<span class="typing">${dots}</span> ${visitor.preview ?? html`<span>${t('inbox.typing')}</span>`}`;
  }
  const draft = row.id === desk.openId ? null : desk.drafts.of(row.id);
  if (draft) return html`<span class="draft">${t('inbox.draft')}</span> ${draft}`;
  const waiting = unsent.at(-1);
  if (waiting) return t('inbox.you', { text: summaryOf(waiting.content) ?? '' });
  const last = row.last_message;
  if (!last) return t('inbox.no_message');
  const text = withKind(last.text, last.media_type, last.sender.kind) ?? t('thread.recalled');
  if (last.note) return html`<span class="quiet">${t('inbox.note')}</span> ${text}`;
  if (last.sender.kind === 'visitor') return text;
  if (last.sender.id === desk.agent.id) return t('inbox.you', { text });
  return t('inbox.by', { name: last.sender.name ?? desk.agentName(last.sender.id) ?? '', text });
}

/** @param {import('../../store/rows.js').Row} row @param {number} now @param {import('../../store/clocks.js').Stands|null} clock */
function waiting(row, now, clock) {
  if (clock?.level === 'broken') return html`<span class="late">${clockText(clock)}</span>`;
  if (row.state === 'closed') return html`<span>${when(row.updated_at, now)}</span>`;
  if (row.waiting_since) {
    const text = span(row.waiting_since, now);
    return html`<span title=${exact(row.waiting_since)}><span class="hidden">${t('inbox.waits')} </span>${text}</span>`;
  }
  return html`<span title=${exact(row.updated_at)}>${when(row.updated_at, now)}</span>`;
}

/** @param {import('../../store/desk.js').Desk} desk @param {import('../../store/rows.js').Row} row @param {number} now */
function facts(desk, row, now) {
  if (row.labels.length > 0) {
    const more = row.labels.length - LABELS_SHOWN;
    return html`${row.labels
      .slice(0, LABELS_SHOWN)
      .map((label) => html`<span class="row-label"><i class="label-dot series-${desk.labels.colour(label)}"></i>${label}</span>`)}${more > 0 ? html`<span>+${more}</span>` : nothing}`;
  }
  if (row.state === 'closed') return t('inbox.state_closed');
  if (row.state === 'snoozed') {
    const until = row.snoozed_until ? toCome(row.snoozed_until, now) : t('thread.snooze_reply');
    return html`${icon('alarm-clock', 12)} <span title=${t('inbox.state_snoozed')}>${until}</span>`;
  }
  if (row.state === 'bot') return html`${icon('bot', 12)} ${t('common.state_bot')}`;
  return row.agent_id ? nothing : t('inbox.unassigned');
}

/**
 * What a pointer can do to a row without opening it; keyboards have keys for each.
 * @param {import('../../store/rows.js').Row} row @param {string} me
 */
export function rowTools(row, me) {
  const name = contactName(row.contact);
  /** @param {string} action @param {import('../../parts/icons.js').IconName} shape @param {string} label */
  const tool = (action, shape, label) =>
    html`<button class="icon-button" tabindex="-1" data-action=${action} aria-label=${`${t(label)} · ${name}`} title=${t(label)}>${icon(shape, 16)}</button>`;
  if (row.state === 'closed') return html`<span class="row-tools">${tool('reopen', 'rotate-ccw', 'thread.reopen')}</span>`;
  return html`<span class="row-tools">
    ${row.agent_id === me ? nothing : tool('take', 'user-plus', 'inbox.key_take')} ${tool('snooze', 'alarm-clock', 'thread.snooze')}
    ${tool('close', 'check', 'thread.close')}
  </span>`;
}

/**
 * The row of one conversation.
 * @param {import('../../store/desk.js').Desk} desk
 * @param {import('../../store/rows.js').Row} row
 * @param {{now:number, index:number, count:number, focus:boolean, open:boolean}} at
 */
export function rowView(desk, row, at) {
  // What arrives while it is being read is read: no number flashes up.
  const unread = row.id === desk.openId && desk.reading ? 0 : row.unread;
  const assignee = row.agent_id ? { id: row.agent_id, name: desk.agentName(row.agent_id) ?? '' } : null;
  const clock = standing(row, at.now);
  const colleague = desk.presence.writing(row.id).find((writer) => writer.member.kind === 'agent' && writer.member.id !== desk.agent.id);
  return html`<a
    class="row ${unread > 0 ? 'unread' : ''}"
    href="/inbox/${row.id}"
    data-id=${row.id}
    aria-current=${at.open ? 'true' : 'false'}
    tabindex=${at.focus ? 0 : -1}
  >
    ${contactAvatar(row.contact, html`<span class="channel">${channelIcon(row.channel)}</span>${row.online ? html`<i class="presence on"></i>` : nothing}`)}
    <span class="row-name"><span class="name">${contactName(row.contact)}</span>${row.online ? html`<span class="hidden">${t('agent.state_online')}</span>` : nothing}${provenName(row.contact) ? verifiedMark(true) : nothing}</span>
    <span class="row-wait">${waiting(row, at.now, clock)}</span>
    <span class="row-last">${lastLine(desk, row)}</span>
    ${mentioned(row) && row.id !== desk.openId
      ? html`<span class="pill pill-mention" role="img" aria-label=${t('inbox.mentioned')} title=${t('inbox.mentioned')}>@</span>`
      : nothing}
    ${unread > 0
      ? html`<span class="pill"><span aria-hidden="true">${unread > 99 ? '99+' : unread}</span
          ><span class="hidden">${plural('inbox.unread', unread)}</span></span>`
      : nothing}
    <span class="row-facts">${facts(desk, row, at.now)}</span>
    <span class="row-who">
      ${colleague ? html`<span class="writing-colleague">${dots}</span>` : nothing}
      ${assignee?.name
        ? html`${agentAvatar(assignee, 'tiny')}<span class="hidden">${t('inbox.assigned_to', { name: assignee.name })}</span>`
        : nothing}
      ${clockBar(clock)}
    </span>
  </a>`;
}
