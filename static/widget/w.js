/**
 * The loader: one classic script on the shop's page. Boots the launcher and answers `servicedesk(method, …)` from before it was
 * loaded. Everything that a closed launcher does not need is in w-open.js, fetched when somebody opens the conversation or has
 * one that goes on; what the page says until then waits here.
 *
 * Never reads or changes the page beyond its own element, and lets nothing of the page in as it is: values are copied, a listener
 * that throws is told of and left behind. A second run of the tag hands its queue to the first.
 */
import { createLauncher } from './launcher.js';

const RETRY_MS = [5000, 30000];
/** Calls that the conversation answers; without one they wait, so many at most. */
const LATER = /^(identify|set(Conversation)?Attributes|(add|remove)Tag|prefill|track|page)$/;
const LATER_MAX = 100;
/** So often a minute the element comes back to a page that takes it away. */
const RETURNS = 20;

const page = /** @type {any} */ (window);
/** Of the run that came first. */
const first = page.document.servicedesk;
const queue = page.servicedesk?.q ?? [];
// A module has no current script.
const script = /** @type {HTMLScriptElement} */ (document.currentScript ?? document.querySelector('script[src*="/w.js"]'));
const { nonce, dataset } = script;
const { origin: desk, searchParams } = new URL(script.src);
/** @type {Map<string, Set<(detail:any)=>void>>} */
const listeners = new Map();

/** What loader and w-open.js share. @type {Record<string, any>} */
const at = {
  /** The conversation's frame, once it is wanted. @type {HTMLIFrameElement|null} */ frame: null,
  /** Its first word, for whoever comes later than it. @type {MessageEvent|null} */ spoke: null,
  desk,
  nonce,
  // Tag managers may strip attributes; they leave the address alone.
  options: { key: dataset.key || searchParams.get('key') || searchParams.get('k'), locale: dataset.locale || 'auto', theme: dataset.theme || 'auto' },
  settings: null,
  launcher: null,
  open: false,
  unread: 0,
  later: [],
  /** @param {string} name @param {any} [detail] */
  emit(name, detail = {}) {
    for (const fn of [...(listeners.get(name) ?? [])]) {
      try {
        fn(detail);
      } catch (error) {
        console.error(error);
        // One that listens for errors is not told of its own.
        if (name !== 'error') at.wrong('listener', name);
      }
    }
    dispatchEvent(new CustomEvent(`servicedesk:${name}`, { detail }));
  },
  /** @param {string} code @param {any} detail */
  wrong: (code, detail) => at.emit('error', { code, detail: `${detail}` }),
  /** What the button is called; w-open.js can count. */
  label: () => (at.open ? at.settings.texts.close : at.options.launcher?.label || at.settings.launcher.label || at.settings.texts.open),
  draw() {
    const { options, settings, launcher } = at;
    if (!launcher) return;
    const look = { ...settings.launcher, ...options.launcher };
    launcher.dress(
      {
        ...look,
        accent: options.accent ?? settings.accent,
        zIndex: options.zIndex,
        position: options.position ?? look.position,
        offset: { ...look.offset, ...options.offset },
        hidden: hidden ?? look.hidden,
      },
      icons,
    );
    launcher.show({ open: at.open, unread: at.unread, name: at.label(), label: look.label });
    if (!icons && look.icon && look.icon !== 'bubble' && settings.frame) {
      icons = {};
      bring('w-icons').then((module) => {
        icons = module.ICONS;
        at.draw();
      });
    }
  },
  /** Loads beside the rest of the loader, hidden until the panel is opened. Its address carries no secret. */
  mount() {
    if (at.frame) return;
    const frame = (at.frame = document.createElement('iframe'));
    frame.title = at.settings.texts.title;
    frame.allow = 'clipboard-write; microphone';
    frame.src = `${desk}${at.settings.frame}&locale=${at.settings.locale}`;
    at.launcher.panel.append(frame);
  },
  /** @param {boolean} value */
  setOpen(value) {
    if (at.open === value) return;
    at.open = value;
    at.draw();
    at.emit(value ? 'open' : 'close');
  },
  async look(attempt = 0) {
    const { key, locale } = at.options;
    try {
      const response = await fetch(`${desk}/w/boot?k=${encodeURIComponent(key)}&locale=${locale}`, { credentials: 'omit' });
      if (response.ok) return await response.json();
      throw new Error(String(response.status));
    } catch (error) {
      // No button that nothing stands behind.
      page.servicedesk.look = null;
      if (!at.settings?.frame) take();
      // What the desk refuses stays refused.
      if (/^4/.test(/** @type {Error} */ (error).message) || attempt >= RETRY_MS.length || at.options.key !== key) {
        at.wrong('boot', error);
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS[attempt]));
      return at.look(attempt + 1);
    }
  },
};
/** @type {Promise<any>|null} */ let panel = null;
/** @type {Promise<void>|null} */ let booting = null;
/** By a call of the page. @type {boolean|undefined} */ let hidden;
/** @type {Record<string, string>|undefined} */ let icons;
let returns = RETURNS;

/** Whether this tab was left open, and whether the visitor has a conversation that goes on. @returns {string} */
const kept = () => {
  const name = `servicedesk:${at.options.key}`;
  try {
    return `${sessionStorage.getItem(name)} ${localStorage.getItem(name)} ${document.cookie}`;
  } catch {
    return '';
  }
};

const breath = () => new Promise((resolve) => setTimeout(resolve));
/** @param {string} name of a part of the loader */
const bring = (name) => import(`${desk}${at.settings.assets}/dist/${name}.js`);
/** Under the root: what the page does to its body, by its rules or by another body, does not reach it. */
const stand = () => {
  const root = document.documentElement;
  for (const node of [document, root]) watch.observe(node, { childList: true });
  if (at.launcher.host.isConnected || !returns) return;
  returns -= 1;
  setTimeout(() => (returns += 1), 60000);
  root.append(at.launcher.host);
};
const watch = new MutationObserver(stand);
const take = () => {
  watch.disconnect();
  at.launcher?.host.remove();
};
/** @param {import('./types.js').Shop} settings of the whole answer, or what of it stood in the loader already: the button need not wait */
const place = (settings) => {
  at.settings = settings;
  at.launcher ??= createLauncher({ nonce, press: () => methods.toggle(), near: () => at.settings.frame && loadPanel() });
  at.draw();
  stand();
};
/** Of the window, as long as they have something to serve. @type {Record<string, (event:any) => void>} */
const ears = {
  message(event) {
    if (at.frame && event.source === at.frame.contentWindow) at.spoke = event;
  },
  click({ target }) {
    const { openOn } = at.options;
    if (openOn && target.closest?.(openOn)) methods.open();
  },
};
const lift = () => {
  take();
  for (const name in ears) removeEventListener(name, ears[name]);
  at.launcher = at.frame = at.spoke = panel = booting = null;
};

const boot = () =>
  (booting ??= (async () => {
    for (const name in ears) addEventListener(name, ears[name]);
    // A phone takes its breath between the parts: the shop's page is not held up by their sum.
    const early = page.servicedesk.look;
    // Where the tag names none: the desk's own.
    at.options.key ||= early?.key;
    const settings = at.look();
    settings.catch(() => {});
    await breath();
    const before = kept();
    const left = before.startsWith('open');
    // Drawn as open from the first moment, so that a press in between closes.
    at.open = left;
    await breath();
    if (!left && page.servicedesk.look?.key === at.options.key && at.options.locale === 'auto') place(early);
    place(await settings);
    at.emit('ready');
    if (left) methods.open();
    else if (/live":true|servicedesk\S+live%22%3Atrue/.test(before)) {
      (page.requestIdleCallback ?? setTimeout)(() => at.launcher && (at.mount(), loadPanel()), { timeout: 3000 });
    }
  })().catch((error) => {
    lift();
    throw error;
  }));

const loadPanel = () => {
  panel ??= bring('w-open').then((module) => module.createPanel(at));
  panel.catch((error) => {
    panel = null;
    // Nothing is shown as open that did not come.
    at.setOpen(false);
    at.wrong('panel', error);
  });
  return panel;
};

/** @type {Record<string, (...args:any[]) => any>} */
const methods = {
  // No name that the page asks for is found on Object.
  __proto__: /** @type {any} */ (null),
  boot(more = {}) {
    at.options = { ...at.options, ...more };
    return boot();
  },
  async update(more = {}) {
    const before = at.options;
    at.options = { ...before, ...more };
    await booting;
    if (booting) await (await loadPanel()).update(before);
  },
  /** Forgets the visitor and takes everything off the page; `boot` brings it back, for a new one. */
  async shutdown() {
    await booting?.catch(() => {});
    if (at.settings) await (await loadPanel()).shutdown();
    lift();
    at.later = [];
    at.unread = 0;
  },
  /** @param {string} [view] home, conversations, talk, or a ticket */
  async open(view) {
    await boot();
    at.setOpen(true);
    at.mount();
    await (await loadPanel()).open(view);
  },
  async close() {
    if (at.open) (await panel)?.close();
    at.setOpen(false);
  },
  toggle: () => (at.open ? methods.close() : methods.open()),
  async showLauncher() {
    hidden = false;
    at.draw();
  },
  async hideLauncher() {
    hidden = true;
    at.draw();
  },
  setLocale: (locale) => methods.update({ locale }),
  setTheme: (theme) => methods.update(theme?.trim ? { theme } : { tokens: theme }),
  async on(name, fn) {
    listeners.set(name, (listeners.get(name) ?? new Set()).add(fn));
  },
  async off(name, fn) {
    listeners.get(name)?.delete(fn);
  },
  ticket: (id) => methods.open(`ticket:${id}`),
  unread: async () => at.unread,
};

/** What the page hands in, as plain values; what is none is left out and told of. @param {any} value */
const copy = (value) =>
  value && JSON.parse(JSON.stringify(value, (name, one) => (/^(f|bi|sy)/.test(typeof one) ? at.wrong('dropped', name) : one)) ?? null);

const run =
  first ??
  (async (/** @type {string} */ method, /** @type {any[]} */ ...args) => {
    const own = methods[method];
    if (!own && !LATER.test(method)) throw new Error(`servicedesk: no method "${method}"`);
    if (!/^o(n|ff)$/.test(method)) args = args.map(copy);
    if (own) return own(...args);
    if (panel) return (await panel).say(method, args);
    if (at.later.length < LATER_MAX) at.later.push([method, args]);
  });
page.servicedesk = page.document.servicedesk = run;
const start = () => {
  // Calls in the queue came first: listeners are on before `ready`. One that fails leaves the others alone.
  for (const args of queue) run.apply(0, args).catch((/** @type {Error} */ error) => at.wrong('call', error));
  if (dataset.manual === undefined) run('boot', page.servicedeskSettings).catch(() => {});
};
// After what the desk put behind this script.
if (document.body) setTimeout(start);
else addEventListener('DOMContentLoaded', start);
