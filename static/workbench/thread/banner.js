/** The line about the connection, over the thread. */
import { html, nothing } from '../lit.js';
import { signal } from '../signals.js';
import { icon } from '../parts/icons.js';
import { has, t } from '../app/texts.js';

/** A link that comes back within this time is nobody's business. */
const QUIET_MS = 3000;

/** Draws the line once the link has been away for a while. @param {import('../store/desk.js').Desk} desk */
export function createBanner(desk) {
  const late = signal(false);
  /** @type {Timer} */ let timer = null;

  return () => {
    desk.ticks.frame.value;
    const { phase, code, paused } = desk.client.status;
    const down = phase === 'connecting' || phase === 'waiting';
    if (!down) {
      clearTimeout(timer);
      timer = null;
      if (late.peek()) queueMicrotask(() => (late.value = false));
    } else if (timer === null) timer = setTimeout(() => (late.value = true), QUIET_MS);

    /** @param {string} key @param {import('../parts/icons.js').IconName} mark @param {unknown} [action] */
    const line = (key, mark, action) => html`<div class="banner" role="status">${icon(mark)}<span>${t(key)}</span>${action}</div>`;
    if (phase === 'ended' && code) {
      const text = has(`inbox.ended_${code}`) ? `inbox.ended_${code}` : 'inbox.ended';
      const again = html`<button class="text-button" @click=${() => desk.client.start()}>${t('inbox.connect_here')}</button>`;
      return line(text, 'wifi-off', code === 'blocked' ? nothing : again);
    }
    if (down && late.value) return line('inbox.connecting', 'wifi-off');
    if (paused) return line('inbox.paused', 'cloud-off');
    return nothing;
  };
}
