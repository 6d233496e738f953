/**
 * What every page of the settings shares: the list of pages with its search, the sheet with title, tabs and the bar that says how
 * much is not live yet. Draws everything again when somebody says `changed`; lit touches what differs.
 */
import { html, live, nothing, render } from '../../lit.js';
import { plural, t } from '../../app/texts.js';
import { mark } from '../../parts/settings-icons.js';

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
 * @property {() => unknown} [start]     each time it is shown
 * @property {(url:URL) => void} [aim]   once that is done: what the address asks for
 */

/** What is shown. */
const begun = () => ({
  /** @type {SettingsView|null} */
  page: null,
  /** @type {PageRow|null} */
  shown: null,
  /** The address names the page; else a phone shows the list. */
  named: false,
  search: '',
  planned: false,
});
/** @typedef {ReturnType<typeof begun>} State */
/** @typedef {import('../../app/page-table.js').PageRow} PageRow */

/** What went wrong, in the words of the desk's answers. @type {Record<number, string>} */
const PROBLEMS = { 0: 'error.unreachable', 403: 'error.forbidden', 404: 'error.not_found', 409: 'error.conflict', 429: 'error.rate_limited', 503: 'error.unavailable', 400: 'error.invalid', 422: 'error.invalid' };

/**
 * One sentence at the edge, in the settings' own words.
 * @param {import('../../store/core.js').Core} desk
 */
function createSaying(desk) {
  /** @param {string} text @param {{bad?:boolean, action?:{label:string, run:()=>void}}} [how] */
  const say = (text, how = {}) => desk.notify({ text, icon: how.bad ? 'circle-alert' : 'circle-check', action: how.action });
  /** What went wrong, with its cure. @param {unknown} error */
  const failed = (error) => {
    const key = PROBLEMS[/** @type {import('../../api.js').Problem} */ (error).status];
    say(t(key ?? 'error.unexpected'), { bad: true });
  };
  return { say, failed };
}

/**
 * Keys of the settings, and what the browser is asked before it goes away.
 * @param {object} host
 * @param {HTMLElement} host.root
 * @param {(flush: () => void) => void} host.schedule
 * @param {() => number} host.unsaved
 * @param {() => Promise<void>} host.save
 */
function keepChanges({ root, schedule, unsaved, save }) {
  // What an "add" button has made is there with the next frame, and is what is written next.
  root.addEventListener('click', (event) => {
    const button = /** @type {HTMLElement|null} */ (/** @type {HTMLElement} */ (event.target).closest?.('[data-adds]'));
    const list = button?.closest('.field-card, .day-ranges, section');
    if (button && list) schedule(() => /** @type {HTMLElement|null} */ (list.querySelector(button.dataset.adds ?? ''))?.focus());
  });
  addEventListener('beforeunload', (event) => {
    if (unsaved() > 0) event.preventDefault();
  });
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
  addEventListener('keydown', (event) => {
    if (root.inert || event.isComposing || document.querySelector('dialog[open], .menu:popover-open')) return;
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
 * @param {PageRow[]} host.pages
 * @param {State} host.at
 * @param {() => boolean} host.phone
 * @param {() => void} host.changed
 * @param {HTMLElement} host.root
 * @param {() => Promise<void>} host.words   what else each page is found by
 */
function createList({ pages, at, phone, changed, root, words }) {
  const matching = () => {
    const asked = at.search.trim().toLowerCase().split(/\s+/).filter(Boolean);
    return pages.filter((one) => {
      const text = `${t(one.title)} ${t(one.find)}`.toLowerCase();
      return asked.every((word) => text.includes(word));
    });
  };
  const list = () => {
    const found = matching();
    const here = at.named || !phone() ? at.shown : null;
    const title = t('settings.title');
    return html`${here ? html`<p class="pages-title">${title}</p>` : html`<h1 class="pages-title" tabindex="-1">${title}</h1>`}
      <div class="pages-search" role="search">
        ${mark('search')}
        <input
          id="settings-search"
          type="search"
          placeholder=${t('settings_frame.search')}
          aria-label=${t('settings_frame.search')}
          autocomplete="off"
          .value=${live(at.search)}
          @focus=${() => words().then(changed, () => {})}
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
        ${[...new Set(found.map((one) => one.group))].map((group) => {
          return html`<p class="pages-group" id="group-${group}">${t(`settings.group_${group}`)}</p>
            <ul aria-labelledby="group-${group}">
              ${found.filter((one) => one.group === group).map(
                (one) =>
                  html`<li>
                    <a class="pages-link" href=${one.path} aria-current=${one === here ? 'page' : nothing}
                      >${mark(/** @type {import('../../parts/settings-icons.js').MarkName} */ (one.icon))}<span>${t(one.title)}</span>${mark('chevron-right')}</a
                    >
                  </li>`,
              )}
            </ul>`;
        })}
        ${found.length === 0 ? html`<p class="pages-none" role="status">${t('settings_frame.nothing', { text: at.search })}</p>` : nothing}
      </nav>`;
  };

  return list;
}

/**
 * The page itself, with title, tabs and the bar that says how much is not live yet.
 * @param {object} host
 * @param {State} host.at
 * @param {() => Promise<void>} host.save
 * @param {boolean} host.isMac
 */
function createSheet({ at, save, isMac }) {
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
    const form = at.page.form;
    return html`<section class="page" aria-labelledby="page-title">
        <header class="page-head">
          <a class="icon-button only-phone" href="/settings" aria-label=${t('common.back')}>${mark('chevron-left', 22)}</a>
          <h1 id="page-title" tabindex="-1">${at.shown ? t(at.shown.title) : ''}</h1>
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

/** Places of the room. */
function layOut() {
  const root = document.createElement('main');
  root.id = 'settings';
  root.className = 'room';
  render(html`<section class="pages" aria-label=${t('settings_frame.pages')}></section><div class="sheet page-sheet"></div>`, root);
  return root;
}

/**
 * The list of pages at the left, and the one that is shown.
 * @param {{app:import('../../app/bench.js').Bench, pages:PageRow[]}} host
 */
export function createFrame({ app, pages }) {
  const { desk, ui } = app;
  const phone = () => ui.phone.peek();
  const schedule = (/** @type {() => void} */ flush) => requestAnimationFrame(flush);
  const root = layOut();
  const at = begun();

  const changed = () => {
    if (at.planned) return;
    at.planned = true;
    app.schedule(() => {
      at.planned = false;
      draw();
    });
  };
  const { say, failed } = createSaying(desk);
  const unsaved = () => (at.page?.form ? at.page.form.changes.length : 0);

  const save = async () => {
    if (!at.page?.form || unsaved() === 0) return;
    try {
      if (await at.page.form.save()) say(t('settings_frame.saved'));
      else schedule(() => /** @type {HTMLElement|null} */ (root.querySelector('[aria-invalid="true"]'))?.focus());
    } catch (error) {
      failed(error);
    }
  };
  const isMac = keepChanges({ root, schedule, unsaved, save });
  const list = createList({ pages, at, phone, changed, root, words: () => app.table.later('commands') });
  const sheet = createSheet({ at, save, isMac });
  /** @param {string} name */
  const place = (name) => /** @type {HTMLElement} */ (root.querySelector(`.${name}`));
  /** A phone shows the list or the page. */
  const isPage = () => at.named || !phone();
  const heading = () => /** @type {HTMLElement|null} */ (root.querySelector(isPage() ? '#page-title' : '.pages-title'));
  const body = () => root.querySelector('.page-body');

  function draw() {
    root.dataset.pane = at.named ? 'page' : 'list';
    root.dataset.aside = String(Boolean(at.page?.aside));
    if (ui.sees('settings')) document.body.dataset.alone = String(at.named);
    render(list(), place('pages'));
    render(isPage() ? sheet() : nothing, place('page-sheet'));
  }

  return {
    root,
    changed,
    say,
    failed,
    unsaved,
    heading,
    get shown() {
      return at.shown;
    },
    get named() {
      return at.named;
    },
    get view() {
      return at.page;
    },
    /** How far its content is scrolled. */
    get top() {
      return body()?.scrollTop ?? 0;
    },
    /** @param {PageRow} page @param {SettingsView} view @param {boolean} named @param {number} top @param {URL} [url] that asks for something of it */
    show(page, view, named, top, url) {
      Object.assign(at, { shown: page, page: view, named });
      const started = view.start?.();
      view.form?.load();
      if (url) Promise.resolve(started).then(() => view.aim?.(url));
      draw();
      body()?.scrollTo(0, top);
    },
    /** After going from page to page: to the heading; after Back, to the page's link where that can be seen. @param {boolean} back */
    aim(back) {
      const link = /** @type {HTMLElement|null} */ (back ? root.querySelector('.pages-link[aria-current]') : null);
      (link?.checkVisibility?.() ? link : heading())?.focus({ preventScroll: true });
    },
  };
}

/** @typedef {ReturnType<typeof createFrame>} Frame */
