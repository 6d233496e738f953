/**
 * The loader: one classic script on the shop's page. Boots the launcher and answers `servicedesk(method, …)` from before it was
 * loaded. Everything that a closed launcher does not need is in w-open.js, fetched when somebody opens the conversation or has
 * one that goes on; what the page says until then waits here.
 *
 * Never reads or changes the page beyond its own element.
 */
import { createLauncher } from './launcher.js';

const RETRY_MS = [5000, 30000];
/** Calls that the conversation answers; without one they wait, so many at most. */
const LATER = /^(identify|set(Conversation)?Attributes|(add|remove)Tag|prefill|track|page)$/;
const LATER_MAX = 100;

const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const page = /** @type {any} */ (window);
const waiting = page.servicedesk?.q ?? [];
/** @type {Map<string, Set<(detail:any)=>void>>} */
const listeners = new Map();

/** What loader and w-open.js share. @type {Record<string, any>} */
const at = {
  /** The conversation's frame, once it is wanted. @type {HTMLIFrameElement|null} */ frame: null,
  /** Its first word, for whoever comes later than it. @type {MessageEvent|null} */ spoke: null,
  desk: new URL(script.src).origin,
  nonce: script.nonce,
  options: { key: script.dataset.key, locale: script.dataset.locale || 'auto', theme: script.dataset.theme || 'auto' },
  settings: null,
  launcher: null,
  open: false,
  unread: 0,
  later: [],
  /** @param {string} name @param {any} [detail] */
  emit(name, detail = {}) {
    for (const fn of listeners.get(name) ?? []) fn(detail);
    dispatchEvent(new CustomEvent(`servicedesk:${name}`, { detail }));
  },
  label() {
    const { texts, locale, launcher } = at.settings;
    if (at.open) return texts.close;
    const label = at.options.launcher?.label ?? launcher.label;
    if (!at.unread) return label || texts.open;
    const form = new Intl.PluralRules(locale).select(at.unread);
    return (label ? `${label} · ` : '') + (texts[`unread.${form}`] ?? texts['unread.other']).replace('{count}', at.unread);
  },
  draw() {
    const { options, settings } = at;
    const look = { ...settings.launcher, ...options.launcher };
    at.launcher?.dress({
      ...look,
      accent: options.accent ?? settings.accent,
      zIndex: options.zIndex,
      position: options.position ?? look.position,
      offset: { ...look.offset, ...options.offset },
      hidden: hidden ?? look.hidden,
    });
    at.launcher?.show({ open: at.open, unread: at.unread, name: at.label(), label: look.label });
  },
  /** Loads beside the rest of the loader, hidden until the panel is opened. Its address carries no secret. */
  mount() {
    if (at.frame) return;
    const frame = (at.frame = document.createElement('iframe'));
    frame.title = at.settings.texts.title;
    frame.allow = 'clipboard-write; microphone';
    frame.src = `${at.desk}${at.settings.frame}&locale=${at.settings.locale}`;
    at.launcher.panel.append(frame);
  },
  /** @param {boolean} value */
  setOpen(value) {
    if (at.open === value) return;
    at.open = value;
    at.draw();
    at.emit(value ? 'open' : 'close');
  },
};
/** @type {Promise<any>|null} */ let panel = null;
/** @type {Promise<void>|null} */ let booting = null;
let hidden = /** @type {boolean|null} */ (null);

const look = async (attempt = 0) => {
  const { key, locale } = at.options;
  let status = 0;
  try {
    const response = await fetch(`${at.desk}/w/boot?k=${encodeURIComponent(key)}&locale=${locale}`, { credentials: 'omit' });
    if (response.ok) return await response.json();
    throw new Error(String((status = response.status)));
  } catch (error) {
    // No button that nothing stands behind.
    page.servicedesk.look = null;
    if (!at.settings?.frame) at.launcher?.host.remove();
    // What the desk refuses stays refused.
    if ((status > 399 && status < 500) || attempt >= RETRY_MS.length || at.options.key !== key) {
      at.emit('error', { code: 'boot', detail: String(error) });
      throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS[attempt]));
    return look(attempt + 1);
  }
};

/** Whether this tab was left open, and whether the visitor has a conversation that goes on. @returns {string} */
const kept = () => {
  const name = `servicedesk:${at.options.key}`;
  try {
    return `${sessionStorage.getItem(name)} ${localStorage.getItem(name)}`;
  } catch {
    return '';
  }
};

const breath = () => new Promise((resolve) => setTimeout(resolve));
/** @param {any} settings of the whole answer, or what of it stood in the loader already: the button need not wait */
const place = (settings) => {
  at.settings = settings;
  at.launcher ??= createLauncher({ nonce: at.nonce, press: () => methods.toggle(), near: () => at.settings.frame && loadPanel() });
  at.draw();
  if (!at.launcher.host.isConnected) document.body.append(at.launcher.host);
};
const lift = () => {
  at.launcher?.host.remove();
  at.launcher = at.frame = at.spoke = panel = booting = null;
};

const boot = () =>
  (booting ??= (async () => {
    // A phone takes its breath between the parts: the shop's page is not held up by their sum.
    const settings = look();
    settings.catch(() => {});
    await breath();
    const before = kept();
    const left = before.startsWith('open');
    // Drawn as open from the first moment, so that a press in between closes.
    at.open = left;
    await breath();
    const first = page.servicedesk.look;
    if (!left && first?.key === at.options.key && at.options.locale === 'auto') place(first);
    place(await settings);
    at.emit('ready');
    if (left) methods.open();
    else if (/live":true/.test(before) || /servicedesk\S+live%22%3Atrue/.test(document.cookie)) {
      (page.requestIdleCallback ?? setTimeout)(() => at.launcher && (at.mount(), loadPanel()), { timeout: 3000 });
    }
  })().catch((error) => {
    lift();
    throw error;
  }));

const loadPanel = () => {
  panel ??= import(`${at.desk}${at.settings.assets}/dist/w-open.js`).then((module) => module.createPanel(at));
  panel.catch(() => {
    panel = null;
  });
  return panel;
};

/** @type {Record<string, (...args:any[]) => any>} */
const methods = {
  boot(more = {}) {
    at.options = { ...at.options, ...more };
    return boot();
  },
  async update(more = {}) {
    const before = at.options;
    at.options = { ...before, ...more };
    if (!booting) return;
    await booting;
    if (at.options.locale !== before.locale) at.settings = await look();
    at.draw();
    if (panel) (await panel).update(before);
  },
  /** Forgets the visitor and takes everything off the page; `boot` brings it back, for a new one. */
  async shutdown() {
    await booting?.catch(() => {});
    if (at.settings) await (await loadPanel()).shutdown();
    lift();
    at.later = [];
    at.unread = 0;
  },
  /** @param {string} [view] home, conversations or talk */
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
  unread: async () => at.unread,
};

page.servicedesk = async (/** @type {string} */ method, /** @type {any[]} */ ...args) => {
  if (Object.hasOwnProperty.call(methods, method)) return methods[method](...args);
  if (!LATER.test(method)) throw new Error(`servicedesk: no method "${method}"`);
  if (panel) return (await panel).say(method, args);
  if (at.later.length < LATER_MAX) at.later.push([method, args]);
};

addEventListener('message', (event) => {
  if (at.frame && event.source === at.frame.contentWindow) at.spoke = event;
});
const start = () => {
  // Calls in the queue came first: listeners are on before `ready`.
  for (const args of waiting) page.servicedesk(...args);
  if (script.dataset.manual === undefined) boot().catch(() => {});
};
// After what the desk put behind this script.
if (document.body) setTimeout(start);
else addEventListener('DOMContentLoaded', start);
addEventListener('click', ({ target }) => {
  const { openOn } = at.options;
  if (openOn && /** @type {any} */ (target)?.closest?.(openOn)) methods.open();
});
