/**
 * The conversation in its frame: meets the loader, gets a session, and puts head, list, composer and delivery core together.
 * It alone speaks to the desk; the shop's page gets a count, a few events and the tokens to keep.
 */
import { createClient } from '../im/client.js';
import { createIndexedStore } from '../im/store-indexed.js';
import { createRemoteStore } from '../im/store-remote.js';
import { createFallbackStore } from '../im/store-fallback.js';
import { createSocketTransport, createTabs } from '../im/browser.js';
import { readColour } from './accent.js';
import { createComposer } from './composer.js';
import { createDraft } from './draft.js';
import { el } from './dom.js';
import { createHead } from './head.js';
import { palette } from './palette.js';
import { meetLoader } from './port.js';
import { createSession } from './session.js';
import { createTalk } from './talk.js';
import { createTexts } from './texts.js';
import { createTimeline } from './timeline.js';

const VERSION = '1.0.0';
/** A lost link is not worth a word before this. */
const PATIENCE_MS = 3000;
/** How long an opened conversation waits for the page to say who its signed-in visitor is. */
const IDENTITY_MS = 1500;

const root = document.documentElement;
const meta = (/** @type {string} */ name) => JSON.parse(document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') || '{}');
const config = meta('config');
const texts = createTexts(meta('texts'), root.lang);
const dark = matchMedia('(prefers-color-scheme: dark)');

const start = async () => {
  const loader = await meetLoader(window);
  const { kept, page } = loader.hello;
  let accent = '#1f6f5c';
  let isOpen = false;

  /** @param {string} theme */
  const setTheme = (theme) => {
    root.dataset.theme = theme;
    const isDark = theme === 'dark' || (theme !== 'light' && dark.matches);
    const own = palette(accent, isDark);
    for (const name of ['--accent', '--accent-hover', '--on-accent', '--accent-soft', '--accent-text', '--own', '--on-own']) {
      if (own[name]) root.style.setProperty(name, own[name]);
      else root.style.removeProperty(name);
    }
  };
  let theme = loader.hello.theme ?? 'auto';
  setTheme(theme);
  dark.addEventListener('change', () => setTheme(theme));

  const close = () => loader.tell('close');
  /** A text that the loader keeps in the shop page's storage, for browsers that give a frame none. @param {string} part */
  const lent = (part) => ({
    get: () => loader.ask('load', part),
    set: (/** @type {string|null} */ text) => loader.ask('store', { part, text }),
  });
  const head = createHead({ texts, close });
  const timeline = createTimeline({ texts, onTop: () => talk.more(), onBottom: () => talk.maybeRead() });
  const composer = createComposer({
    texts,
    draft: createDraft(`servicedesk:draft:${config.key}`, lent(':draft')),
    send: (text) => talk.send(text),
    onWriting: (writing) => talk.writing(writing),
  });
  const privacy = el('p', { class: 'privacy' });
  const app = /** @type {HTMLElement} */ (document.getElementById('app'));

  /** @type {((identity:any) => void)|null} */ let identityCame = null;
  let openedNow = () => {};
  /** @type {Promise<void>} */
  const opened = new Promise((resolve) => (openedNow = () => resolve()));

  const session = createSession({
    key: config.key,
    locale: texts.locale,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    kept,
    page,
    identity: loader.hello.identity,
    save: (change) => loader.tell('save', change),
    onSettings(settings) {
      accent = readColour(settings.accent) ?? accent;
      setTheme(theme);
      head.setShop(settings);
      talk.setSettings(settings);
      composer.setLimit(settings.limits?.text_chars ?? 8000);
      composer.refresh();
      privacy.textContent = texts.t('privacy', { shop: settings.shop_name ?? '' });
    },
    onIdentified: (detail) => loader.tell('event', { name: 'identified', detail }),
    onRefused: (code) => loader.tell('event', { name: 'error', detail: { code } }),
    // A hidden frame can wait for the page's word as long as it takes; somebody who has opened it cannot.
    awaitIdentity: () =>
      Promise.race([
        new Promise((resolve) => (identityCame = resolve)),
        opened.then(() => new Promise((resolve) => setTimeout(() => resolve(null), IDENTITY_MS))),
      ]),
  });

  const client = createClient({
    role: 'visitor',
    version: VERSION,
    transport: createSocketTransport('/im/v1/socket'),
    session: ({ renew }) => session.get({ renew }),
    store: createFallbackStore(createIndexedStore('servicedesk-visitor'), createRemoteStore(lent(':outbox'))),
    tabs: createTabs(`servicedesk:${config.key}`),
    owner: session.owner,
    anonymous: session.anonymous,
    recall: (id) => session.call('DELETE', `/widget/v1/messages/${encodeURIComponent(id)}`),
  });
  const looking = () => isOpen && document.visibilityState === 'visible';
  const talk = createTalk({ client, timeline, head, composer, texts, looking, tell: loader.tell });

  /** @type {any} */ let patience = null;
  client.on('status', (status) => {
    clearTimeout(patience);
    const away = status.phase !== 'live' && status.since ? Date.now() - status.since : 0;
    const late = away >= PATIENCE_MS;
    head.setStatus(status, late);
    talk.setLate(late);
    if (status.phase !== 'live' && status.since && !late) {
      patience = setTimeout(() => {
        head.setStatus(client.status, true);
        talk.setLate(true);
      }, PATIENCE_MS - away);
    }
  });
  client.on('ended', async ({ code }) => {
    if (code === 'replaced') return;
    if (code === 'erased' || code === 'logged_out') {
      // Somebody new from here on; nothing of the former visitor stays.
      await client.forget();
      session.forget();
      loader.tell('save', { visitor_token: null, visitor_id: null, anonymous: true, live: false });
      client.start();
      return;
    }
    head.setProblem(code === 'blocked' ? 'ended.blocked' : 'ended.unavailable');
    composer.disable(true);
  });

  loader.on('open', ({ phone }) => {
    root.toggleAttribute('data-phone', phone);
    if (isOpen) return;
    isOpen = true;
    openedNow();
    client.wake();
    // The frame was hidden: nothing can be scrolled or focused before it is laid out again.
    requestAnimationFrame(() => {
      timeline.toEnd();
      talk.more();
      talk.maybeRead();
      composer.refresh();
      // On a phone the keyboard would jump up and hide what was answered.
      if (phone) head.focus();
      else composer.focus();
    });
  });
  loader.on('close', () => {
    isOpen = false;
    talk.writing(false);
  });
  loader.on('theme', (value) => setTheme((theme = value)));
  loader.on('identity', async (identity) => {
    const waited = identityCame;
    waited?.(identity);
    identityCame = null;
    const result = await session.identify(identity);
    // A link that waited for this word goes on with it.
    if (!waited) client.restart({ renew: false });
    return result;
  });
  loader.on('forget', async () => {
    await client.forget();
    session.forget();
    composer.clear();
  });

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) close();
  });
  document.addEventListener('visibilitychange', () => {
    client.visibility(document.visibilityState === 'visible' ? 'visible' : 'hidden');
    talk.maybeRead();
  });
  addEventListener('online', () => client.wake());
  addEventListener('pagehide', () => client.flush());
  addEventListener('pageshow', (event) => event.persisted && client.wake());

  app.append(head.node, timeline.node, el('footer', { class: 'foot' }, composer.node, privacy));
  composer.refresh();
  client.start();
};
start();
