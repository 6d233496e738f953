/** The thread's head: who, how long they have waited, who else is here, and the actions with their keys. */
import { html, nothing } from '../../lit.js';
import { icon } from '../../parts/icons.js';
import { agentAvatar, contactName, provenName, verifiedMark } from '../../parts/people.js';
import { t } from '../../app/texts.js';
import { span } from '../../parts/times.js';
import { standing } from '../../store/clocks.js';
import { assignMenu, snoozeMenu } from '../../thread/perform.js';
import { channelIcon, channelName } from '../../thread/channel.js';
import { clockBar, clockText } from '../../thread/clock.js';
import { companyPill } from '../../thread/company.js';
import { mergedInto } from '../../thread/merged.js';

/** @param {string} since @param {number} now */
const waited = (since, now) =>
  now - Date.parse(since) < 60_000 ? t('thread.waited_now') : t('thread.waited', { time: span(since, now) });

/**
 * The head of the open conversation.
 * @param {import('../../store/desk.js').Desk} desk
 * @param {import('../../app/ui.js').Ui} ui
 * @param {() => void} back
 * @param {((anchor:HTMLElement) => void)|null} more   what else can be done with it
 */
export function headerView(desk, ui, back, more) {
  const row = desk.row;
  const closed = row?.state === 'closed';
  /** What goes on elsewhere is opened by undoing that. */
  const merged = closed && mergedInto(desk) !== '';
  const assignee = row?.agent_id ? { id: row.agent_id, name: desk.agentName(row.agent_id) ?? '?' } : null;
  const assigneeName = assignee ? t('inbox.assigned_to', { name: assignee.name }) : t('inbox.unassigned');
  const clock = row ? standing(row, ui.now.value) : null;
  const facts = row
    ? [
        channelName(row.channel),
        closed
          ? t('inbox.state_closed')
          : row.state === 'bot'
            ? t('common.state_bot')
          : row.waiting_since
            ? waited(row.waiting_since, ui.now.value)
            : t('thread.not_waiting'),
        ...(row.priority && row.priority !== 'normal' ? [t(`thread.is_${row.priority}`)] : []),
      ]
    : [];
  return html`<header class="thread-head">
    <button class="icon-button only-phone" aria-label=${t('common.back')} @click=${back}>${icon('chevron-left', 24)}</button>
    <div class="thread-who">
      <h2 id="thread-title" tabindex="-1">
        <span class="name">${row ? contactName(row.contact) : ''}</span>${row && provenName(row.contact) ? verifiedMark(true) : nothing}
      </h2>
      <p>${row ? html`<span class="no-phone">${channelIcon(row.channel)} </span>${facts.join(' · ')} ${clockBar(clock)} ${clock ? html`<span class=${clock.level === 'broken' ? 'late' : ''}>${clockText(clock)}</span>` : nothing}` : html`&nbsp;`}</p>
    </div>
    ${row ? html`<span class="no-phone">${companyPill(desk, row.id)}</span>` : nothing}
    ${row
      ? html`<button
            class="assign-button no-phone"
            id="assign"
            aria-haspopup="menu"
            aria-expanded="false"
            aria-label=${t('thread.assign_now', { who: assigneeName })}
            title=${`${assigneeName} · A`}
            @click=${(/** @type {FieldEvent} */ event) => assignMenu(desk, event.currentTarget, [row.id])}
          >
            ${assignee ? agentAvatar(assignee, 'small') : icon('user-plus', 18)}${icon('chevron-down', 14)}
          </button>
          ${closed
            ? nothing
            : html`<button
                class="icon-button"
                id="snooze"
                aria-haspopup="menu"
                aria-expanded="false"
                aria-label=${t('thread.snooze')}
                title=${`${t('thread.snooze')} · Z`}
                @click=${(/** @type {FieldEvent} */ event) => snoozeMenu(desk, event.currentTarget, [row.id])}
              >
                ${icon('alarm-clock', ui.phone.value ? 24 : 18)}
              </button>`}
          ${merged
            ? nothing
            : closed
            ? html`<button class="button no-phone" @click=${() => desk.reopen(row.id)}>
                ${icon('rotate-ccw')}<span>${t('thread.reopen')}</span>
              </button>`
            : html`<button class="button no-phone" aria-keyshortcuts="e" @click=${() => desk.close(row.id)}>
                ${icon('check')}<span>${t('thread.close')}</span><kbd aria-hidden="true">E</kbd>
              </button>`}
          ${merged
            ? nothing
            : html`<button
            class="icon-button only-phone"
            aria-label=${t(closed ? 'thread.reopen' : 'thread.close')}
            @click=${() => (closed ? desk.reopen(row.id) : desk.close(row.id))}
          >
            ${icon(closed ? 'rotate-ccw' : 'check', 24)}
          </button>`}
          ${more
            ? html`<button class="icon-button" id="more" aria-haspopup="menu" aria-expanded="false" aria-label=${t('inbox.more')} title=${t('inbox.more')} @click=${(/** @type {FieldEvent} */ event) => more(event.currentTarget)}>${icon('ellipsis', ui.phone.value ? 24 : 18)}</button>`
            : nothing}
          <button
            class="icon-button"
            id="details-toggle"
            aria-label=${t('thread.details')}
            title=${`${t('thread.details')} · I`}
            aria-expanded=${ui.details.open ? 'true' : 'false'}
            @click=${() => ui.details.toggle()}
          >
            <span class="no-phone">${icon('panel-right', 18)}</span><span class="only-phone">${icon('info', 24)}</span>
          </button>`
      : nothing}
  </header>`;
}
