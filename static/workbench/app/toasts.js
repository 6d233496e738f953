/** One quiet sentence at the edge of every page, for some seconds. */
import { html, nothing } from '../lit.js';
import { icon } from '../parts/icons.js';
import { has, plural, t } from './texts.js';

const TOAST_MS = 5000;

/** A view of the sentence that the desk has now. @param {import('../store/core.js').Core} desk */
export function createToast(desk) {
  /** @type {Timer} */ let timer = null;
  /** @type {import('../store/core.js').Notice|null} */ let shown = null;

  const gone = () => {
    clearTimeout(timer);
    desk.notify(null);
  };
  return () => {
    desk.ticks.frame.value;
    const notice = desk.notice;
    if (notice !== shown) {
      shown = notice;
      clearTimeout(timer);
      if (notice) timer = setTimeout(gone, TOAST_MS);
    }
    if (!notice) return nothing;
    const { action } = notice;
    const key = notice.key ?? '';
    const known = has(key) ? key : 'error.unexpected';
    const text = notice.text ?? (notice.count === undefined ? t(known, notice.vars) : plural(key, notice.count));
    return html`<div class="toast ${notice.icon === 'circle-alert' ? 'toast-bad' : ''}">
      ${icon(notice.icon ?? 'info', 18)}<span>${text}</span>
      ${action
        ? html`<button
            class="text-button"
            @click=${() => {
              gone();
              action.run();
            }}
          >
            ${action.label ?? t(action.key ?? '')}
          </button>`
        : nothing}
    </div>`;
  };
}
