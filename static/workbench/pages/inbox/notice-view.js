/**
 * Quiet lines under the list, where their coming moves no row away from a pointer, at most one at a time: nobody takes
 * conversations, the browser holds sounds back, notices could be allowed. Each says what is so and offers the one step.
 */
import { html, nothing } from '../../lit.js';
import { icon } from '../../parts/icons.js';
import { t } from '../../app/texts.js';
import { nobodyOnline } from '../../app/idle.js';

/**
 * Draws the one notice that is due.
 * @param {object} host
 * @param {import('../../store/desk.js').Desk} host.desk
 * @param {ReturnType<typeof import('../../app/notices.js').createNotices>} host.notices
 */
export function createNoticeLine({ desk, notices }) {
  /** @param {import('../../parts/icons.js').IconName} mark @param {string} text @param {unknown} steps */
  const line = (mark, text, steps) => html`<div class="list-notice" role="status">
    ${icon(mark, 18)}<span>${text}</span><span class="list-notice-steps">${steps}</span>
  </div>`;

  return () => {
    desk.ticks.frame.value;
    const runs = desk.agent.role === 'owner' || desk.agent.role === 'admin';
    if (runs && nobodyOnline(desk.agents)) {
      return line(
        'users',
        t('notify.nobody_online'),
        html`<button class="text-button" @click=${() => desk.setAvailability('online')}>${t('notify.go_online')}</button>`,
      );
    }
    if (notices.hint.value) {
      return line(
        'volume-2',
        t('notify.blocked'),
        html`<button class="text-button" @click=${() => notices.bell.wake()}>${t('notify.unblock')}</button>`,
      );
    }
    if (notices.offer.value) {
      return line(
        'bell',
        t('notify.offer'),
        html`<button class="text-button" @click=${notices.allow}>${t('notify.allow')}</button
          ><button class="text-button quiet" @click=${notices.notNow}>${t('notify.not_now')}</button>`,
      );
    }
    return nothing;
  };
}
