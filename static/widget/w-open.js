/**
 * The rest of the loader, fetched when a conversation is opened or goes on: the frame and the port to it, what the visitor keeps
 * in the page's storage, calls of the page, its address as it changes, and the signs of unread words (title, sound). Size and
 * place of the panel are panel.js, what a call may say is calls.js.
 */
import { createPlace } from './panel.js';
import { createPageStorage } from './page-storage.js';
import { createTitleBadge } from './title-badge.js';

/** Of the hand-shake: a cached loader may meet a newer frame. */
const VERSION = 1;
const FORGET_MS = 1000;
/** A frame that has not spoken for so long does not load. */
const FRAME_MS = 10000;
/** Of an address or a title, in characters; the desk keeps less. */
const PLACE_CHARS = 2000;

/** UUIDv4; `randomUUID` would need https. */
const makeDeviceId = () => {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte, i) =>
    (i === 6 ? (byte & 15) | 64 : i === 8 ? (byte & 63) | 128 : byte).toString(16).padStart(2, '0'),
  ).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
};

/** Whether there is a frame, and what was said before it came. */
const begun = () => ({
  /** @type {MessagePort|null} */
  port: null,
  /** @type {any} */
  identity: null,
  calls: 0,
  address: location.href,
  /** Said before there was anybody to hear it. @type {Array<[string, any]>} */
  unheard: [],
  /** @type {Timer} */
  late: null,
  /** Calls keep their order while it is fetched. @type {Promise<any>|null} */
  reader: null,
});
/** @typedef {ReturnType<typeof begun>} State */

/**
 * Words to the frame, and its answers.
 * @param {State} now
 * @param {Map<number, {resolve:(value:any)=>void, reject:(error:Error)=>void}>} answers
 * @param {(name: string) => Promise<any>} part
 * @param {any} at
 */
function createSpeech(now, answers, part, at) {
  /** @param {string} type @param {any} [value] */
  const post = (type, value) => now.port?.postMessage({ type, value });
  /** Asks the frame, where there is one. @param {string} type @param {any} value @returns {Promise<any>} */
  const ask = (type, value) =>
    new Promise((resolve, reject) => {
      if (!now.port) return resolve(undefined);
      answers.set((now.calls += 1), { resolve, reject });
      now.port.postMessage({ type, value, call: now.calls });
    });
  const where = () => {
    const [url, title, referrer] = [location.href, document.title, document.referrer].map((text) => text.slice(0, PLACE_CHARS));
    return { url, title, referrer };
  };
  /** The page may have become another one without being loaded: told once it is noticed. */
  const watch = () => {
    if (now.address === location.href) return;
    now.address = location.href;
    post('page', where());
  };
  /** A call of the page. @param {string} method @param {any[]} args plain values @returns {Promise<any>} */
  const say = async (method, args) => {
    if (method === 'page') {
      now.address = location.href;
      const [url, title] = args;
      return void post('page', { ...where(), ...(url && { url: String(url).slice(0, PLACE_CHARS) }), ...(title && { title: String(title).slice(0, PLACE_CHARS) }) });
    }
    now.reader ??= part('calls');
    const { readCall } = await now.reader;
    const found = readCall(method, args, (/** @type {string} */ field) => at.wrong('dropped', field));
    if (!found) return;
    if (method === 'identify') {
      const before = now.identity;
      [now.identity] = found;
      return ask('identity', now.identity).catch((error) => {
        now.identity = before;
        throw error;
      });
    }
    if (now.port) post(method, found);
    else now.unheard.push([method, found]);
  };

  return { post, where, watch, say, ask };
}

/**
 * What the frame may say.
 * @param {ReturnType<typeof import('./page-storage.js').createPageStorage>} storage
 * @param {any} at
 * @param {ReturnType<typeof import('./title-badge.js').createTitleBadge>} titleBadge
 * @param {ReturnType<typeof import('./panel.js').createPlace>} place
 * @param {() => { say: (method: string, args: any[]) => Promise<any>; update(before: any): Promise<void>; open(view?: string | undefined): void; close(): void; shutdown(): Promise<void>; }} self
 * @param {(name: string) => Promise<any>} part
 * @param {State} now
 * @param {Map<number, {resolve:(value:any)=>void, reject:(error:Error)=>void}>} answers
 */
function createHearing(storage, at, titleBadge, place, self, part, now, answers) {
  /** What the frame may say. @type {Record<string, (value:any, call:number) => void>} */
  const heard = {
    save: (value) => storage.save(value),
    unread(count) {
      if (count !== at.unread) at.emit('unread', { count });
      at.unread = count;
      at.draw();
      titleBadge.unread(count);
      if (!count) place.peek(0);
    },
    open() {
      at.setOpen(true);
      self().open();
    },
    peek: (value) => place.peek(value),
    close: () => {
      place.close();
      storage.leave(false);
      at.setOpen(false);
    },
    depth: (value) => place.depth(value),
    wide: (value) => place.wide(value),
    sound: () => part('sound').then((module) => module.sound(), () => {}),
    event: ({ name, detail }) => at.emit(name, detail),
    load: (part, call) => now.port?.postMessage({ type: 'answer', call, value: storage.get(part) }),
    store({ part, text }, call) {
      storage.set(part, text);
      now.port?.postMessage({ type: 'answer', call });
    },
    answer({ call, value, error }) {
      const found = answers.get(call);
      answers.delete(call);
      if (error) found?.reject(Object.assign(new Error(error), { code: error }));
      else found?.resolve(value);
    },
  };

  return heard;
}

/**
 * The frame comes, is met, and goes.
 * @param {State} now
 * @param {any} at
 * @param {ReturnType<typeof import('./panel.js').createPlace>} place
 * @param {Map<number, {resolve:(value:any)=>void, reject:(error:Error)=>void}>} answers
 * @param {any} desk
 * @param {Record<string, (value:any, call:number) => void>} heard
 * @param {ReturnType<typeof import('./page-storage.js').createPageStorage>} storage
 * @param {() => { url: string; title: string; referrer: string; }} where
 * @param {() => { theme: any; tokens: any; accent: any; }} look
 * @param {(type: string, value?: any) => void | undefined} post
 */
function createDoor(now, at, place, answers, desk, heard, storage, where, look, post) {
  /** The frame is to speak soon; else the panel says that it does not, and offers to load it again. */
  const expect = () => {
    clearTimeout(now.late);
    if (now.port || !at.frame) return;
    now.late = setTimeout(() => {
      at.wrong('frame', 'not loaded');
      place.stuck(() => {
        unmount();
        at.mount();
        expect();
      });
    }, FRAME_MS);
  };
  const unmount = () => {
    clearTimeout(now.late);
    at.frame?.remove();
    now.port?.close();
    at.frame = at.spoke = now.port = null;
    for (const { reject } of answers.values()) reject(new Error('closed'));
    answers.clear();
  };
  const meet = (/** @type {MessageEvent} */ { origin, source, data }) => {
    const { frame } = at;
    if (!frame || origin !== desk || source !== frame.contentWindow || data?.servicedesk !== 'frame') return;
    clearTimeout(now.late);
    place.stuck(null);
    const { port1, port2 } = new MessageChannel();
    now.port?.close();
    now.port = port1;
    now.port.onmessage = ({ data: { type, value, call } }) => heard[type]?.(value, call);
    const kept = storage.read();
    if (!kept.device_id) storage.save({ device_id: (kept.device_id = makeDeviceId()) });
    const hello = { servicedesk: 'loader', version: VERSION, kept, identity: now.identity, page: where(), locale: at.options.locale, ...look() };
    frame.contentWindow?.postMessage(hello, desk, [port2]);
    for (const [type, value] of now.unheard.splice(0)) post(type, value);
    place.greet();
  };

  return { meet, expect, unmount };
}

/** Opens the frame, talks to it, and closes it. @param {any} at what the loader shares */
export function createPanel(at) {
  const { desk } = at;
  const plainLabel = at.label;
  at.label = () => {
    const label = plainLabel();
    if (at.open || !at.unread) return label;
    const { texts, locale } = at.settings;
    const form = new Intl.PluralRules(locale).select(at.unread);
    return (label === texts.open ? '' : `${label} · `) + (texts[`unread.${form}`] ?? texts['unread.other']).replace('{count}', at.unread);
  };
  const storage = createPageStorage(at.options.key, at.options);
  const titleBadge = createTitleBadge({ words: () => at.label() });
  const now = begun();
  /** @type {Map<number, {resolve:(value:any)=>void, reject:(error:Error)=>void}>} */
  const answers = new Map();

  /** @param {string} name of what few visitors need */
  const part = (name) => import(`${desk}${at.settings.assets}/dist/w-${name}.js`);
  const { post, where, watch, say, ask } = createSpeech(now, answers, part, at);
  const look = () => ({ theme: at.options.theme, tokens: at.options.tokens, accent: at.options.accent });

  const place = createPlace({
    at,
    tell: post,
    closed() {
      storage.leave(false);
      at.setOpen(false);
    },
  });

  const heard = createHearing(storage, at, titleBadge, place, () => self, part, now, answers);

  const { meet, expect, unmount } = createDoor(now, at, place, answers, desk, heard, storage, where, look, post);

  const { navigation } = /** @type {any} */ (window);
  navigation?.addEventListener?.('navigatesuccess', watch);
  addEventListener('popstate', watch);
  document.addEventListener('visibilitychange', watch);
  addEventListener('message', meet);

  const tag = (/** @type {any} */ tags) => say('addTag', [tags]).catch(() => {});
  for (const [method, args] of at.later.splice(0)) say(method, args).catch(() => {});
  if (at.options.tags) tag(at.options.tags);
  expect();
  if (at.spoke) meet(at.spoke);

  const self = {
    say,
    /** @param {any} before options as they were */
    async update(before) {
      const another = at.options.locale !== before.locale;
      storage.change(at.options);
      if (another) at.settings = await at.look();
      at.draw();
      if (another && at.frame) {
        unmount();
        at.mount();
        expect();
      } else post('look', look());
      const { tags } = at.options;
      if (tags && tags !== before.tags) tag(tags);
      place.arrange();
    },
    /** @param {string} [view] */
    open(view) {
      if (view) {
        if (now.port) post('view', view);
        else now.unheard.push(['view', view]);
      }
      expect();
      place.open();
      storage.leave(true);
    },
    close() {
      place.close();
      storage.leave(false);
    },
    async shutdown() {
      place.close();
      at.setOpen(false);
      await Promise.race([ask('forget', null), new Promise((resolve) => setTimeout(resolve, FORGET_MS))]);
      unmount();
      titleBadge.unread(0);
      storage.clear();
      place.end();
      titleBadge.end();
      at.label = plainLabel;
      navigation?.removeEventListener?.('navigatesuccess', watch);
      removeEventListener('popstate', watch);
      document.removeEventListener('visibilitychange', watch);
      removeEventListener('message', meet);
    },
  };
  return self;
}
