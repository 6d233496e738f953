/** What lies over the panes: the line about the connection, the toast, and dialogs. */
import { html, nothing } from '../lit.js';
import { signal } from '../signals.js';
import { icon } from '../parts/icons.js';
import { has, plural, t } from './texts.js';
import { opened } from './layers.js';

/** A link that comes back within this time is nobody's business. */
const QUIET_MS = 3000;
const TOAST_MS = 5000;

/** @param {import('../store/desk.js').Desk} desk */
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

/** @param {import('../store/desk.js').Desk} desk */
export function createToast(desk) {
  /** @type {Timer} */ let timer = null;
  /** @type {any} */ let shown = null;

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
    const text = notice.count !== undefined || has(notice.key) ? notice.key : 'error.unexpected';
    return html`<div class="toast ${notice.icon === 'circle-alert' ? 'toast-bad' : ''}">
      ${icon(/** @type {any} */ (notice.icon ?? 'info'), 18)}<span>${notice.count === undefined ? t(text, notice.vars) : plural(notice.key, notice.count)}</span>
      ${action
        ? html`<button
            class="text-button"
            @click=${() => {
              gone();
              action.run();
            }}
          >
            ${t(action.key)}
          </button>`
        : nothing}
    </div>`;
  };
}

/**
 * @param {import('../store/desk.js').Desk} desk
 * @param {import('./ui.js').Ui} ui
 * @param {(everywhere:boolean) => void} leave
 * @param {{view:()=>unknown, forget:()=>void}} help  the list of keys
 */
export function createDialogs(desk, ui, leave, help) {
  const close = () => {
    ui.dialog.value = null;
    help.forget();
    left?.();
    left = null;
  };
  /** @type {(() => void)|null} */ let left = null;

  /** @param {boolean} everywhere */
  const signOut = (everywhere) => {
    const count = desk.unsentCount + desk.drafts.unkept;
    return html`<h2 id="dialog-title">${t(everywhere ? 'agent.sign_out_everywhere_ask' : 'agent.sign_out_ask')}</h2>
      <p>
        ${everywhere ? t('agent.sign_out_everywhere_means') : nothing} ${count ? plural('agent.sign_out_loses', count) : nothing}
      </p>
      <div class="dialog-actions">
        <button class="button" @click=${close}>${t('agent.stay')}</button>
        <button
          class="button primary"
          @click=${() => {
            close();
            leave(everywhere);
          }}
        >
          ${t(everywhere ? 'agent.sign_out_everywhere' : 'agent.sign_out')}
        </button>
      </div>`;
  };

  return {
    view: () => {
      const which = ui.dialog.value;
      if (!which) return nothing;
      return html`<dialog
        class="dialog ${which === 'keys' ? 'dialog-keys' : ''}"
        aria-labelledby="dialog-title"
        @close=${close}
        @click=${(/** @type {FieldEvent} */ event) => event.target === event.currentTarget && close()}
      >
        <div class="dialog-body">${which === 'keys' ? help.view() : signOut(which === 'sign-out-everywhere')}</div>
      </dialog>`;
    },
    around: {
      after() {
        const dialog = /** @type {HTMLDialogElement|null} */ (document.querySelector('.dialogs dialog'));
        if (!dialog || dialog.open) return;
        dialog.showModal();
        if (ui.phone.peek()) left = opened(() => dialog.close());
      },
    },
  };
}
