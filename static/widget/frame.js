/**
 * The conversation in its frame: meets the loader, gets a session, and joins the views to the delivery core. It alone speaks to
 * the desk; the shop's page gets a count, a few events and the tokens to keep.
 */
import { createClient } from '../im/client.js';
import { createIndexedStore } from '../im/store-indexed.js';
import { createRemoteStore } from '../im/store-remote.js';
import { createFallbackStore } from '../im/store-fallback.js';
import { createSocketTransport, createSteady, createTabs, createTransport } from '../im/browser.js';
import { createChat } from './chat.js';
import { createAppearance } from './appearance.js';
import { meetLoader } from './port.js';
import { createSession } from './session.js';
import { createTexts } from './texts.js';

const VERSION = '1.0.0';
/** A lost link is not worth a word before this. */
const PATIENCE_MS = 3000;
/** How long an opened conversation waits for the page to say who its signed-in visitor is. */
const IDENTITY_MS = 1500;
/** Languages written from the right. */
const RTL = /^(ar|dv|fa|he|iw|ps|sd|ug|ur|yi)\b/i;
/** Calls of the page that are passed on to the desk as they are. */
const SAYS = ['setAttributes', 'setConversationAttributes', 'addTag', 'removeTag', 'track'];

const root = document.documentElement;
const meta = (/** @type {string} */ name) => JSON.parse(document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') || '{}');
const config = meta('config');
const texts = createTexts(meta('texts'), root.lang);

const timeZone = () => {
  try {
    return Intl.DateTimeFormat().resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
};

/** What was heard of the page so far. */
const begun = () => ({
  /** @type {((identity:any) => void)|null} */
  identityCame: null,
  openedNow: () => {},
});
/** @typedef {ReturnType<typeof begun>} State */

/**
 * Tells of a link that is away, and of one that has ended.
 * @param {import('./types.js').Client} client
 * @param {ReturnType<typeof import('./head.js').createHead>} head
 * @param {import('./types.js').Talk} talk
 * @param {ReturnType<typeof import('./chat.js').createChat>} chat
 * @param {import('./types.js').Session} session
 * @param {Awaited<ReturnType<typeof meetLoader>>} loader
 * @param {import('./types.js').Composer} composer
 */
function followLink(client, head, talk, chat, session, loader, composer) {
  /** @type {any} */ let patience = null;
  client.on('status', (status) => {
    clearTimeout(patience);
    const away = status.phase !== 'live' && status.since ? Date.now() - status.since : 0;
    const late = away >= PATIENCE_MS;
    head.setStatus(status, late);
    talk.setLate(late);
    if (late) chat.late();
    if (status.phase !== 'live' && status.since && !late) {
      patience = setTimeout(() => {
        head.setStatus(client.status, true);
        talk.setLate(true);
        chat.late();
      }, PATIENCE_MS - away);
    }
  });
  client.on('ended', async ({ code }) => {
    if (code === 'replaced') return;
    if (code === 'erased' || code === 'logged_out') {
      // Somebody new from here on; nothing of the former visitor stays.
      await client.forget();
      session.forget();
      chat.forget();
      loader.tell('save', { visitor_token: null, visitor_id: null, anonymous: true, live: false, form: null });
      client.start();
      return;
    }
    head.setProblem(code === 'blocked' ? 'ended.blocked' : 'ended.unavailable');
    composer.disable(true);
  });
}

/**
 * What the loader says.
 * @param {Awaited<ReturnType<typeof meetLoader>>} loader
 * @param {ReturnType<typeof import('./chat.js').createChat>} chat
 * @param {State} at
 * @param {import('./types.js').Client} client
 * @param {ReturnType<typeof import('./appearance.js').createAppearance>} appearance
 * @param {import('./types.js').Composer} composer
 * @param {ReturnType<typeof import('./chat/page-calls.js').createPageCalls>} pageCalls
 * @param {import('./types.js').Session} session
 */
function hearLoader(loader, chat, at, client, appearance, composer, pageCalls, session) {
  loader.on('open', ({ phone }) => {
    root.toggleAttribute('data-phone', phone);
    if (!chat.isOpen) {
      at.openedNow();
      client.wake();
    }
    chat.open(phone);
  });
  loader.on('close', chat.closed);
  loader.on('back', chat.back);
  loader.on('view', chat.show);
  loader.on('look', appearance.say);
  loader.on('prefill', ([text]) => composer.prefill(String(text ?? '')));
  loader.on('page', (value) => pageCalls.add('page', [value]));
  for (const method of SAYS) loader.on(method, (args) => pageCalls.add(method, args));
  loader.on('identity', async (identity) => {
    const waited = at.identityCame;
    waited?.(identity);
    at.identityCame = null;
    const result = await session.identify(identity);
    // A link that waited for this word goes on with it.
    if (!waited) client.restart({ renew: false });
    return result;
  });
  loader.on('forget', async () => {
    await client.forget();
    // The desk ends every credential of the visitor; where it cannot be reached, what is kept here goes all the same.
    if (session.owner) await session.call('POST', '/widget/v1/forget').catch(() => {});
    session.forget();
    chat.forget();
  });
}

/**
 * What the frame's own document goes through.
 * @param {Awaited<ReturnType<typeof meetLoader>>} loader
 * @param {import('./types.js').Client} client
 * @param {import('./types.js').Talk} talk
 */
function followPage(loader, client, talk) {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) loader.tell('close');
  });
  document.addEventListener('visibilitychange', () => {
    client.visibility(document.visibilityState === 'visible' ? 'visible' : 'hidden');
    talk.maybeRead();
  });
  addEventListener('online', () => client.wake());
  addEventListener('pagehide', () => client.flush());
  addEventListener('pageshow', (event) => event.persisted && client.wake());
}

const start = async () => {
  const loader = await meetLoader(window);
  const { kept, page, theme, tokens, accent } = loader.hello;
  // Words are Chinese or English; a page of another script is still read its own way.
  if (RTL.test(loader.hello.locale)) root.dir = 'rtl';
  const appearance = createAppearance(root, { theme, tokens, accent });
  /** A text that the loader keeps in the shop page's storage, for browsers that give a frame none. @param {string} part */
  const lent = (part) => ({
    get: () => loader.ask('load', part),
    set: (/** @type {string|null} */ text) => loader.ask('store', { part, text }),
  });
  const at = begun();

  /** @type {Promise<void>} */
  const opened = new Promise((resolve) => (at.openedNow = () => resolve()));

  const session = createSession({
    key: config.key,
    locale: texts.locale,
    timeZone: timeZone(),
    kept,
    page,
    identity: loader.hello.identity,
    save: (change) => loader.tell('save', change),
    onSettings(settings) {
      appearance.setSettings(settings);
      chat.setSettings(settings);
    },
    onIdentified: (detail) => loader.tell('event', { name: 'identified', detail }),
    onRefused: (code) => loader.tell('event', { name: 'error', detail: { code } }),
    onAnswer({ dropped = [] }) {
      for (const { field, code } of dropped) loader.tell('event', { name: 'error', detail: { code: 'dropped', detail: field, reason: code } });
    },
    // A hidden frame can wait for the page's word as long as it takes; somebody who has opened it cannot.
    awaitIdentity: () =>
      Promise.race([
        new Promise((resolve) => (at.identityCame = resolve)),
        opened.then(() => new Promise((resolve) => setTimeout(() => resolve(null), IDENTITY_MS))),
      ]),
  });

  const client = createClient({
    role: 'visitor',
    version: VERSION,
    transport: createTransport(createSocketTransport('/im/v1/socket'), () => import(new URL('im-requests.js', import.meta.url).href)),
    meet: () => import(new URL('im-meeting.js', import.meta.url).href),
    steady: createSteady(() => import(new URL('im-steady.js', import.meta.url).href)),
    session: ({ renew }) => session.get({ renew }),
    store: createFallbackStore(createIndexedStore('servicedesk-visitor'), createRemoteStore(lent(':outbox'))),
    tabs: createTabs(`servicedesk:${config.key}`),
    owner: session.owner,
    anonymous: session.anonymous,
    recall: async (id) => void (await session.call('DELETE', `/widget/v1/messages/${encodeURIComponent(id)}`)),
  });
  const chat = createChat({ app: /** @type {HTMLElement} */ (document.getElementById('app')), config, texts, client, session, loader, lent });
  const { head, talk, composer, pageCalls } = chat;

  followLink(client, head, talk, chat, session, loader, composer);
  hearLoader(loader, chat, at, client, appearance, composer, pageCalls, session);

  followPage(loader, client, talk);

  composer.refresh();
  client.start();
};
start();
