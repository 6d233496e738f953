/** The promise of time of a conversation: a thin bar that fills, amber when time is short, red when it is over. */
import { html, nothing } from '../lit.js';
import { t } from '../app/texts.js';
import { lasting } from '../parts/times.js';

/** @typedef {import('../store/clocks.js').Stands} Stands */

/** What is left, how late it is, or why it stands still. @param {Stands} stands */
export function clockText({ level, paused, left_ms }) {
  if (level === 'broken') return t('clocks.over', { time: lasting(left_ms) });
  return paused ? t(`clocks.paused_${paused}`) : t('clocks.left', { time: lasting(left_ms) });
}

/** @param {Stands|null} stands */
export function clockBar(stands) {
  if (!stands) return nothing;
  const text = `${t(`clocks.${stands.kind}`)} · ${clockText(stands)}`;
  return html`<progress class="clock ${stands.level}" max="1" value=${stands.share.toFixed(2)} aria-label=${text} title=${text}></progress>`;
}
