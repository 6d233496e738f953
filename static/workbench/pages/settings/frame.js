/**
 * What every page of the settings shares: the list of pages with its search, the sheet with title, tabs and the bar that says how
 * much is not live yet, toasts, and questions. Draws everything again when somebody says `changed`; lit touches what differs.
 */
import { html, live, nothing, render } from '../../lit.js';
import { plural, t } from '../../app/texts.js';
import { mark } from '../../parts/marks.js';
import { SETTINGS_GROUPS, settingsPagesFor } from './pages.js';

const TOAST_MS = 5000;

/** @type {Record<string, import('../../parts/marks.js').MarkName>} */
const MARKS = {
  widget: 'bubble', hours: 'clock', canned: 'quote', labels: 'tag', blocks: 'lock', team: 'users', shop: 'store', data: 'drive', about: 'info',
  profile: 'user', notifications: 'bell', sessions: 'monitor', tokens: 'code',
};

/**
 * @typedef {object} SettingsView
 * @property {() => unknown} body
 * @property {() => unknown} [aside]     beside the sheet's content, where there is room
 * @property {() => unknown} [status]    beside the title
 * @property {{id:string, label:string}[]} [tabs]
 * @property {string} [tab]
 * @property {(id:string) => void} [choose]
 * @property {import('../../parts/form.js').SettingsForm} [form]
 * @property {{save:string, changes:string}} [words]  catalogue keys of the bar, where they are not the usual ones
 * @property {() => void} [start]
 */

/**
 * @typedef {object} Question
 * @property {string} title
 * @property {string} [text]
 * @property {string} confirm
 * @property {string} [cancel]
 * @property {unknown} [content]
 * @property {string} [type]   has to be typed before it can be confirmed
 */

/** What is shown, and what is on its way. */
const begun = () => ({
  /** @type {SettingsView|null} */
  page: null,
  /** @type {{text:string, bad:boolean, action?:{label:string, run:()=>void}}|null} */
  toast: null,
  /** @type {any} */
  toastTimer: null,
  /** @type {(Question & {answer:(yes:boolean)=>void, typed:string})|null} */
  question: null,
  search: '',
  planned: false,
  leaving: false,
});
/** @typedef {ReturnType<typeof begun>} State */

/**
 * One sentence at the edge, for some seconds.
 * @param {object} host
 * @param {State} host.at
 * @param {() => void} host.changed
 */
function createToasts({ at, changed }) {
  /** @param {string} text @param {{bad?:boolean, action?:{label:string, run:()=>void}}} [how] */
  const say = (text, how = {}) => {
    clearTimeout(at.toastTimer);
    at.toast = { text, bad: how.bad ?? false, action: how.action };
    at.toastTimer = setTimeout(() => {
      at.toast = null;
      changed();
    }, TOAST_MS);
    changed();
  };
  /** What went wrong, with its cure. @param {unknown} error */
  const failed = (error) => {
    const known = { 0: 'error.unreachable', 403: 'error.forbidden', 404: 'error.not_found', 409: 'error.conflict', 429: 'error.rate_limited', 503: 'error.unavailable', 400: 'error.invalid', 422: 'error.invalid' };
    const key = known[/** @type {keyof typeof known} */ (/** @type {import('../../api.js').Problem} */ (error).status)];
    say(key ? t(key) : t('error.unexpected'), { bad: true });
  };

  return { say, failed };
}

/**
 * Questions, one at a time.
 * @param {object} host
 * @param {State} host.at
 * @param {() => void} host.changed
 */
function createDialog({ at, changed }) {
  /** @param {Question} asks @returns {Promise<boolean>} */
  const ask = (asks) =>
    new Promise((resolve) => {
      at.question = {
        ...asks,
        typed: '',
        answer: (yes) => {
          at.question = null;
          changed();
          resolve(yes);
        },
      };
      changed();
    });
  const dialog = () => {
    if (!at.question) return nothing;
    const asks = at.question;
    const ready = !asks.type || asks.typed.trim() === asks.type;
    return html`<dialog
      class="dialog"
      aria-labelledby="dialog-title"
      @close=${() => at.question === asks && asks.answer(false)}
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
        ${asks.text ? html`<p>${asks.text}</p>` : nothing} ${asks.content ?? nothing}
        ${asks.type
          ? html`<div class="set-field dialog-type">
              <label for="dialog-typed">${t('settings_frame.type_it')} <code>${asks.type}</code></label>
              <input
                id="dialog-typed"
                class="input mono"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                .value=${live(asks.typed)}
                @input=${(/** @type {FieldEvent} */ event) => {
                  asks.typed = event.target.value;
                  changed();
                }}
              />
            </div>`
          : nothing}
        <div class="dialog-actions">
          <button type="button" class="button" @click=${() => asks.answer(false)}>${asks.cancel ?? t('settings_frame.cancel')}</button>
          <button type="submit" class="button primary" ?disabled=${!ready}>${asks.confirm}</button>
        </div>
      </form>
    </dialog>`;
  };

  return { ask, dialog };
}

/**
 * What was not saved is not lost without a word.
 * @param {object} host
 * @param {HTMLElement} host.root
 * @param {(flush: () => void) => void} host.schedule
 * @param {() => number} host.unsaved
 * @param {(asks: Question) => Promise<boolean>} host.ask
 * @param {State} host.at
 * @param {() => Promise<void>} host.save
 */
function keepChanges({ root, schedule, unsaved, ask, at, save }) {
  // What an "add" button has made is there with the next frame, and is what is written next.
  root.addEventListener('click', (event) => {
    const button = /** @type {HTMLElement|null} */ (/** @type {HTMLElement} */ (event.target).closest?.('[data-adds]'));
    const list = button?.closest('.field-card, .day-ranges, section');
    if (button && list) schedule(() => /** @type {HTMLElement|null} */ (list.querySelector(button.dataset.adds ?? ''))?.focus());
  });
  // Leaving with something unsaved asks first; the browser asks by itself where the page has no say.
  root.addEventListener('click', async (event) => {
    const link = /** @type {HTMLElement} */ (event.target).closest?.('a[href]');
    if (!(link instanceof HTMLAnchorElement) || link.target || link.origin !== location.origin || unsaved() === 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const go = await ask({
      title: t('settings_frame.leave_title'),
      text: plural('settings_frame.leave_text', unsaved()),
      confirm: t('settings_frame.leave'),
      cancel: t('settings_frame.stay'),
    });
    if (!go) return;
    at.leaving = true;
    location.assign(link.href);
  });
  addEventListener('beforeunload', (event) => {
    if (!at.leaving && unsaved() > 0) event.preventDefault();
  });
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
  addEventListener('keydown', (event) => {
    if (event.isComposing || document.querySelector('dialog[open], .menu:popover-open')) return;
    if ((isMac ? event.metaKey : event.ctrlKey) && event.key.toLowerCase() === 's') {
      event.preventDefault();
      save();
    } else if (event.key === '/' && !(event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName))) {
      event.preventDefault();
      document.getElementById('settings-search')?.focus();
    }
  });

  return isMac;
}

/**
 * The list of pages, with its search.
 * @param {object} host
 * @param {import('../../answers.js').Me} host.me
 * @param {State} host.at
 * @param {string} host.asked
 * @param {() => boolean} host.phone
 * @param {string} host.shown
 * @param {() => void} host.changed
 * @param {HTMLElement} host.root
 */
function createRail({ me, at, asked, phone, shown, changed, root }) {
  const open = settingsPagesFor(me.agent.role);
  const matching = () => {
    const words = at.search.trim().toLowerCase().split(/\s+/).filter(Boolean);
    return open.filter((one) => {
      const text = `${t(one.label)} ${t(one.keywords)}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
  };
  const list = () => {
    const found = matching();
    const here = asked || (phone() ? '' : shown);
    const title = t('settings.title');
    return html`${here ? html`<p class="pages-title">${title}</p>` : html`<h1 class="pages-title">${title}</h1>`}
      <div class="pages-search" role="search">
        ${mark('search')}
        <input
          id="settings-search"
          type="search"
          placeholder=${t('settings_frame.search')}
          aria-label=${t('settings_frame.search')}
          autocomplete="off"
          .value=${live(at.search)}
          @input=${(/** @type {FieldEvent} */ event) => {
            at.search = event.target.value;
            changed();
          }}
          @keydown=${(/** @type {KeyboardEvent} */ event) => {
            if (event.isComposing) return;
            if (event.key === 'Enter' && found[0]) /** @type {HTMLElement|null} */ (root.querySelector('.pages-link'))?.click();
            if (event.key === 'Escape' && at.search) {
              at.search = '';
              changed();
            }
          }}
        /><kbd class="no-phone" aria-hidden="true">/</kbd>
      </div>
      <nav class="pages-list" aria-label=${t('settings.title')}>
        ${SETTINGS_GROUPS.map((group) => {
          const pages = found.filter((one) => one.group === group.id);
          if (pages.length === 0) return nothing;
          return html`<p class="pages-group" id="group-${group.id}">${t(group.label)}</p>
            <ul aria-labelledby="group-${group.id}">
              ${pages.map(
                (one) =>
                  html`<li>
                    <a class="pages-link" href="/settings/${one.id}" aria-current=${one.id === here ? 'page' : nothing}
                      >${mark(MARKS[one.id])}<span>${t(one.label)}</span>${mark('chevron-right')}</a
                    >
                  </li>`,
              )}
            </ul>`;
        })}
        ${found.length === 0 ? html`<p class="pages-none" role="status">${t('settings_frame.nothing', { text: at.search })}</p>` : nothing}
      </nav>`;
  };

  return { open, list };
}

/**
 * The page itself, with title, tabs and the bar that says how much is not live yet.
 * @param {object} host
 * @param {State} host.at
 * @param {() => Promise<void>} host.save
 * @param {boolean} host.isMac
 * @param {ReturnType<typeof import('./pages.js').settingsPagesFor>} host.open
 * @param {string} host.shown
 */
function createSheet({ at, save, isMac, open, shown }) {
  const bar = () => {
    const form = at.page?.form;
    if (form?.phase !== 'ready') return nothing;
    const count = form.changes.length;
    const wrong = Object.keys(form.errors).length;
    const words = at.page?.words ?? { save: 'settings_frame.make_live', changes: 'settings_frame.not_live' };
    return html`<footer class="page-bar" data-changes=${count}>
      <p role="status">
        ${wrong ? html`<span class="bad">${plural('settings_frame.wrong', wrong)}</span>` : count ? plural(words.changes, count) : t('settings_frame.all_saved')}
      </p>
      ${count
        ? html`<button type="button" class="button quiet" @click=${() => form.revert()}>${t('settings_frame.revert')}</button>
            <button type="button" class="button primary" aria-busy=${form.busy} @click=${save}>
              ${t(words.save)}<kbd class="no-phone" aria-hidden="true">${isMac ? '⌘' : 'Ctrl '}S</kbd>
            </button>`
        : nothing}
    </footer>`;
  };
  const sheet = () => {
    if (!at.page) return nothing;
    const about = open.find((one) => one.id === shown);
    const form = at.page.form;
    return html`<section class="page" aria-labelledby="page-title">
        <header class="page-head">
          <a class="icon-button only-phone" href="/settings" aria-label=${t('common.back')}>${mark('chevron-left', 22)}</a>
          <h1 id="page-title" tabindex="-1">${about ? t(about.label) : ''}</h1>
          ${at.page.status?.() ?? nothing}
        </header>
        ${at.page.tabs
          ? html`<div class="page-tabs" role="tablist" aria-labelledby="page-title" @keydown=${moveTab}>
              ${at.page.tabs.map(
                (tab) =>
                  html`<button
                    type="button"
                    role="tab"
                    id="tab-${tab.id}"
                    aria-controls="page-body"
                    aria-selected=${tab.id === at.page?.tab}
                    tabindex=${tab.id === at.page?.tab ? 0 : -1}
                    @click=${() => at.page?.choose?.(tab.id)}
                  >
                    ${tab.label}
                  </button>`,
              )}
            </div>`
          : nothing}
        <div
          class="page-body"
          id="page-body"
          role=${at.page.tabs ? 'tabpanel' : nothing}
          aria-labelledby=${at.page.tabs ? `tab-${at.page.tab}` : nothing}
          tabindex="0"
        >
          <div class="page-content">
            ${form?.phase === 'failed'
              ? html`<p class="page-failed" role="alert">
                  ${t('settings_frame.load_failed')}
                  <button type="button" class="text-button" @click=${() => form.load()}>${t('common.retry')}</button>
                </p>`
              : form?.phase === 'loading'
                ? html`<p class="page-loading" role="status">${t('common.loading')}</p>`
                : at.page.body()}
          </div>
        </div>
        ${bar()}
      </section>
      ${at.page.aside && form?.phase !== 'loading' && form?.phase !== 'failed' ? at.page.aside() : nothing}`;
  };
  /** @param {KeyboardEvent} event */
  function moveTab(event) {
    const tabs = at.page?.tabs ?? [];
    const index = tabs.findIndex((tab) => tab.id === at.page?.tab);
    const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length];
    at.page?.choose?.(next.id);
    requestAnimationFrame(() => document.getElementById(`tab-${next.id}`)?.focus());
  }

  return sheet;
}

/** @param {{me:import('../../answers.js').Me, asked:string, shown:string, schedule:(flush:()=>void)=>void, phone:() => boolean}} host */
export function createFrame({ me, asked, shown, schedule, phone }) {
  const root = /** @type {HTMLElement} */ (document.getElementById('settings'));
  const at = begun();

  const changed = () => {
    if (at.planned) return;
    at.planned = true;
    schedule(() => {
      at.planned = false;
      draw();
    });
  };
  const { say, failed } = createToasts({ at, changed });

  const { ask, dialog } = createDialog({ at, changed });

  const unsaved = () => (at.page?.form ? at.page.form.changes.length : 0);

  const save = async () => {
    if (!at.page?.form || unsaved() === 0) return;
    try {
      if (await at.page.form.save()) say(t('settings_frame.saved'));
      else requestAnimationFrame(() => /** @type {HTMLElement|null} */ (root.querySelector('[aria-invalid="true"]'))?.focus());
    } catch (error) {
      failed(error);
    }
  };
  const isMac = keepChanges({ root, schedule, unsaved, ask, at, save });

  const { open, list } = createRail({ me, at, asked, phone, shown, changed, root });

  const sheet = createSheet({ at, save, isMac, open, shown });

  render(
    html`<nav class="rail" aria-label=${t('inbox.navigation')}></nav>
      <section class="pages" aria-label=${t('settings_frame.pages')}></section>
      <div class="sheet page-sheet"></div>
      <div class="toasts" role="status"></div>
      <div class="dialogs"></div>
      <div class="palette-place"></div>`,
    root,
  );
  /** @param {string} name */
  const place = (name) => /** @type {HTMLElement} */ (root.querySelector(`.${name}`));

  function draw() {
    root.dataset.pane = asked ? 'page' : 'list';
    root.dataset.aside = String(Boolean(at.page?.aside));
    render(list(), place('pages'));
    render(asked || !phone() ? sheet() : nothing, place('page-sheet'));
    render(
      at.toast
        ? html`<div class="toast ${at.toast.bad ? 'toast-bad' : ''}">
            ${mark(at.toast.bad ? 'alert' : 'done', 18)}<span>${at.toast.text}</span>
            ${at.toast.action ? html`<button class="text-button" @click=${at.toast.action.run}>${at.toast.action.label}</button>` : nothing}
          </div>`
        : nothing,
      place('toasts'),
    );
    render(dialog(), place('dialogs'));
    const box = root.querySelector('.dialogs dialog');
    if (box instanceof HTMLDialogElement && !box.open) box.showModal();
  }

  return {
    rail: place('rail'),
    palette: place('palette-place'),
    changed,
    say,
    failed,
    ask,
    save,
    unsaved,
    /** @param {SettingsView} view */
    show(view) {
      at.page = view;
      view.start?.();
      if (view.form) view.form.load();
      changed();
    },
  };
}

/** @typedef {ReturnType<typeof createFrame>} Frame */
