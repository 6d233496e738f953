/** Dialogs over every page, one at a time: questions, leaving, the list of keys. */
import { html, live, nothing } from '../lit.js';
import { signal } from '../signals.js';
import { opened } from './layers.js';
import { plural, t } from './texts.js';

/**
 * @typedef {object} Question
 * @property {string} title
 * @property {string} [text]
 * @property {string} confirm
 * @property {string} [cancel]
 * @property {unknown} [content]
 * @property {string} [type]   has to be typed before it can be confirmed
 */

/** Questions, one at a time. */
function createQuestions() {
  /** @type {{value:(Question & {answer:(yes:boolean)=>void})|null, peek():any}} */
  const asked = /** @type {any} */ (signal(null));
  const typed = signal('');
  /** @param {Question} asks @returns {Promise<boolean>} */
  const ask = (asks) =>
    new Promise((resolve) => {
      typed.value = '';
      asked.value = {
        ...asks,
        answer: (yes) => {
          asked.value = null;
          resolve(yes);
        },
      };
    });
  /** @param {Question} asks */
  const field = (asks) => html`<div class="set-field dialog-type">
    <label for="dialog-typed">${t('settings_frame.type_it')} <code>${asks.type}</code></label>
    <input
      id="dialog-typed"
      class="input mono"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      .value=${live(typed.value)}
      @input=${(/** @type {FieldEvent} */ event) => (typed.value = event.target.value)}
    />
  </div>`;
  const view = () => {
    const asks = asked.value;
    if (!asks) return null;
    const ready = !asks.type || typed.value.trim() === asks.type;
    return html`<dialog
      class="dialog"
      aria-labelledby="dialog-title"
      @close=${() => asked.peek() === asks && asks.answer(false)}
      @click=${(/** @type {FieldEvent} */ event) => event.target === event.currentTarget && asks.answer(false)}
    >
      <form
        class="dialog-body"
        method="dialog"
        @submit=${(/** @type {Event} */ event) => {
          event.preventDefault();
          if (ready) asks.answer(true);
        }}
      >
        <h2 id="dialog-title">${asks.title}</h2>
        ${asks.text ? html`<p>${asks.text}</p>` : nothing} ${asks.content ?? nothing} ${asks.type ? field(asks) : nothing}
        <div class="dialog-actions">
          <button type="button" class="button" @click=${() => asks.answer(false)}>${asks.cancel ?? t('settings_frame.cancel')}</button>
          <button type="submit" class="button primary" ?disabled=${!ready}>${asks.confirm}</button>
        </div>
      </form>
    </dialog>`;
  };

  return { ask, view };
}

/**
 * Opens and closes the dialogs.
 * @param {() => number} unsent   what signing out would lose
 * @param {import('./ui.js').Ui} ui
 * @param {(everywhere:boolean) => void} leave
 * @param {{view:()=>unknown, forget:()=>void}} help  the list of keys
 */
export function createDialogs(unsent, ui, leave, help) {
  const questions = createQuestions();
  /** @type {(() => void)|null} */ let left = null;
  const close = () => {
    ui.dialog.value = null;
    help.forget();
    left?.();
    left = null;
  };

  /** @param {boolean} everywhere */
  const signOut = (everywhere) => {
    const count = unsent();
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
    ask: questions.ask,
    view: () => {
      const question = questions.view();
      const which = ui.dialog.value;
      if (!which) return question ?? nothing;
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
        if (ui.phone.peek() && ui.dialog.peek()) left = opened(() => dialog.close());
      },
    },
  };
}

/** @typedef {ReturnType<typeof createDialogs>} Dialogs */
