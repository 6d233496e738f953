/**
 * The loader: one classic script on the shop's page. Boots the launcher, keeps the visitor's tokens in the page's storage,
 * answers `servicedesk(method, …)` from before it was loaded, and speaks to the conversation's frame through one port.
 *
 * Never reads or changes the page beyond its own element, and fetches the rest only when somebody opens the conversation or
 * has one that is not closed.
 */
import { createLauncher } from './launcher.js';
import { createPocket } from './pocket.js';

/** Of the hand-shake: a cached loader may meet a newer frame. */
const VERSION = 1;
const RETRY_MS = [5000, 30000];

const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const desk = new URL(script.src).origin;
const page = /** @type {any} */ (window);
const waiting = page.servicedesk?.q ?? [];

/** @type {Record<string, any>} */
let options = { key: script.dataset.key, locale: script.dataset.locale || 'auto', theme: script.dataset.theme || 'auto' };
/** @type {any} */ let settings = null;
/** @type {ReturnType<typeof createPocket>} */ let pocket;
/** @type {ReturnType<typeof createLauncher>|null} */ let launcher = null;
/** @type {HTMLIFrameElement|null} */ let frame = null;
/** @type {MessagePort|null} */ let port = null;
/** @type {Promise<any>|null} */ let panel = null;
/** @type {Promise<void>|null} */ let booting = null;
/** @type {any} */ let identity = null;
let open = false;
let unread = 0;
let hidden = /** @type {boolean|null} */ (null);
let calls = 0;
/** @type {Map<number, {resolve:(value:any)=>void, reject:(error:Error)=>void}>} */
const answers = new Map();
/** @type {Map<string, Set<(detail:any)=>void>>} */
const listeners = new Map();

/** @param {string} name @param {any} [detail] */
const emit = (name, detail = {}) => {
  for (const fn of listeners.get(name) ?? []) fn(detail);
  dispatchEvent(new CustomEvent(`servicedesk:${name}`, { detail }));
};

/** @param {string} id */
const text = (id) => settings.texts[id] ?? '';
const label = () => {
  if (open) return text('close');
  if (!unread) return text('open');
  const form = new Intl.PluralRules(settings.locale).select(unread);
  return (text(`unread.${form}`) || text('unread.other')).replace('{count}', String(unread));
};
const draw = () => {
  launcher?.dress({
    accent: settings.accent,
    zIndex: options.zIndex,
    position: options.position ?? settings.launcher.position,
    offset: { ...settings.launcher.offset, ...options.offset },
    hidden: hidden ?? options.launcher?.hidden ?? settings.launcher.hidden,
  });
  launcher?.show({ open, unread, label: label() });
};

const look = async (attempt = 0) => {
  const { key, locale } = options;
  let status = 0;
  try {
    const response = await fetch(`${desk}/w/boot?k=${encodeURIComponent(key)}&locale=${locale}`, { credentials: 'omit' });
    if (response.ok) return await response.json();
    throw new Error(String((status = response.status)));
  } catch (error) {
    // What the desk refuses stays refused.
    if ((status > 399 && status < 500) || attempt >= RETRY_MS.length || options.key !== key) {
      emit('error', { code: 'boot', detail: String(error) });
      throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS[attempt]));
    return look(attempt + 1);
  }
};

const boot = () =>
  (booting ??= (async () => {
    settings = await look();
    pocket = createPocket(options.key);
    launcher = createLauncher({ nonce: script.nonce, press: () => methods.toggle(), near: loadPanel });
    draw();
    document.body.append(launcher.host);
    emit('ready');
    if (pocket.read().live) (page.requestIdleCallback ?? setTimeout)(() => launcher && mount(), { timeout: 3000 });
  })().catch((error) => {
    booting = null;
    throw error;
  }));

/** The frame, hidden until the panel is opened. Its address carries no secret. */
const mount = () => {
  if (frame || !launcher) return;
  frame = document.createElement('iframe');
  frame.title = text('title');
  frame.allow = 'clipboard-write';
  frame.src = `${desk}${settings.frame}&locale=${settings.locale}`;
  launcher.panel.append(frame);
};
const unmount = () => {
  frame?.remove();
  port?.close();
  frame = port = null;
  for (const { reject } of answers.values()) reject(new Error('closed'));
  answers.clear();
};

const loadPanel = () => {
  panel ??= import(`${desk}${settings.assets}/dist/w-open.js`).then((module) =>
    module.createPanel({ launcher, nonce: script.nonce, tell: post, closed: () => setOpen(false), theme: () => options.theme }),
  );
  panel.catch(() => {
    panel = null;
  });
  return panel;
};

/** @param {boolean} value */
const setOpen = (value) => {
  if (open === value) return;
  open = value;
  draw();
  emit(open ? 'open' : 'close');
};

/** @param {string} type @param {any} [value] */
const post = (type, value) => port?.postMessage({ type, value });
/** Asks the frame, where there is one. @param {string} type @param {any} value @returns {Promise<any>} */
const ask = (type, value) =>
  new Promise((resolve, reject) => {
    if (!port) return resolve(undefined);
    answers.set((calls += 1), { resolve, reject });
    port.postMessage({ type, value, call: calls });
  });

const where = () => ({ url: location.href, title: document.title, referrer: document.referrer });

/** What the frame may say. @type {Record<string, (value:any, call:number) => void>} */
const heard = {
  save: (value) => pocket.save(value),
  unread(count) {
    if (count !== unread) emit('unread', { count });
    unread = count;
    draw();
  },
  close: () => methods.close(),
  event: ({ name, detail }) => emit(name, detail),
  load: (part, call) => port?.postMessage({ type: 'answer', call, value: pocket.get(part) }),
  store({ part, text }, call) {
    pocket.set(part, text);
    port?.postMessage({ type: 'answer', call });
  },
  answer({ call, value, error }) {
    const found = answers.get(call);
    answers.delete(call);
    if (error) found?.reject(Object.assign(new Error(error), { code: error }));
    else found?.resolve(value);
  },
};

addEventListener('message', ({ origin, source, data }) => {
  if (!frame || origin !== desk || source !== frame.contentWindow || data?.servicedesk !== 'frame') return;
  const { port1, port2 } = new MessageChannel();
  port?.close();
  port = port1;
  port.onmessage = ({ data: { type, value, call } }) => heard[type]?.(value, call);
  const kept = pocket.read();
  if (!kept.device_id) pocket.save({ device_id: (kept.device_id = makeDeviceId()) });
  const hello = { servicedesk: 'loader', version: VERSION, kept, identity, theme: options.theme, page: where() };
  frame.contentWindow?.postMessage(hello, desk, [port2]);
  if (open) panel?.then((opened) => opened.greet());
});

/** UUIDv4; `randomUUID` would need https. */
const makeDeviceId = () => {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte, i) =>
    (i === 6 ? (byte & 15) | 64 : i === 8 ? (byte & 63) | 128 : byte).toString(16).padStart(2, '0'),
  ).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
};

/** @type {Record<string, (...args:any[]) => any>} */
const methods = {
  boot(more = {}) {
    options = { ...options, ...more };
    return boot();
  },
  async update(more = {}) {
    const { locale, theme } = options;
    options = { ...options, ...more };
    if (!booting) return;
    await booting;
    if (options.theme !== theme) post('theme', options.theme);
    if (options.locale !== locale) {
      settings = await look();
      if (frame) {
        unmount();
        mount();
      }
    }
    draw();
  },
  /** Forgets the visitor and takes everything off the page; `boot` brings it back, for a new one. */
  async shutdown() {
    await booting?.catch(() => {});
    await methods.close();
    await Promise.race([ask('forget', null), new Promise((resolve) => setTimeout(resolve, 1000))]);
    unmount();
    launcher?.host.remove();
    pocket?.clear();
    launcher = panel = booting = identity = null;
    unread = 0;
  },
  async open() {
    await boot();
    mount();
    const opened = await loadPanel();
    opened.open();
    setOpen(true);
  },
  async close() {
    if (open) (await panel).close();
    setOpen(false);
  },
  toggle: () => (open ? methods.close() : methods.open()),
  async showLauncher() {
    hidden = false;
    draw();
  },
  async hideLauncher() {
    hidden = true;
    draw();
  },
  /** @param {any} user @param {string} [token] */
  async identify(user, token) {
    const before = identity;
    identity = token ? { token } : user ?? null;
    const result = await ask('identity', identity).catch((error) => {
      identity = before;
      throw error;
    });
    return result;
  },
  setLocale: (locale) => methods.update({ locale }),
  setTheme: (theme) => methods.update({ theme }),
  async on(name, fn) {
    listeners.set(name, (listeners.get(name) ?? new Set()).add(fn));
  },
  async off(name, fn) {
    listeners.get(name)?.delete(fn);
  },
  unread: async () => unread,
};

page.servicedesk = async (/** @type {string} */ method, /** @type {any[]} */ ...args) => {
  if (!Object.hasOwnProperty.call(methods, method)) throw new Error(`servicedesk: no method "${method}"`);
  return methods[method](...args);
};

const start = () => {
  // Calls in the queue came first: listeners are on before `ready`.
  for (const args of waiting) page.servicedesk(...args);
  if (script.dataset.manual === undefined) boot().catch(() => {});
};
if (document.body) start();
else addEventListener('DOMContentLoaded', start);
