/**
 * The inbox's link, number and sound for pages of the workbench that are not the inbox: whoever is shown as online can be reached there
 * as well. Loaded once such a page stands. Knows rows only as news brings them, and sends what is still in the outbox.
 */
import { createAgentClient } from './app/client.js';
import { createAvailability } from './app/availability.js';
import { showBadge } from './app/badge.js';
import { createNotices } from './app/notices.js';
import { createPreferences } from './app/preferences.js';
import { joinTabs, watchEyes } from './app/tabs.js';
import { effect } from './signals.js';
import { createBook } from './store/book.js';
import { t } from './app/texts.js';

/**
 * @param {object} page
 * @param {import('./answers.js').Me} page.me                    answer of `GET /me`; its availability is kept true
 * @param {import('./api.js').Api} page.api
 * @param {Storage|null} page.storage
 * @param {string} page.title              of the page, without a number
 * @param {(counts:Record<string, number>|null) => void} page.changed   counts or the own availability moved
 * @param {(state:'online'|'away'|'offline') => Promise<void>} page.setAvailability
 * @param {(text:string, run?:() => void) => void} page.say   one sentence, with a way to what it is about
 * @param {(id:string) => void} page.open
 * @param {() => void} page.signedOut
 * @param {(agent:{id:string, online:boolean, availability:string|null}) => void} page.seen   an agent came, went or chose
 * @param {(area:string) => void} page.refreshed   somebody changed this area of the settings
 */
export function startLive({ me, api, storage, title, changed, setAvailability, say, open, signedOut, seen, refreshed }) {
  const { client } = createAgentClient({ me, api });
  /** @type {((entry:import('../im/types.js').Entry) => void)[]} */ const heard = [];
  /** @type {((row:import('./store/rows.js').Row) => void)[]} */ const placed = [];
  const book = createBook({
    me: me.agent.id,
    api,
    now: Date.now,
    after: (fn, ms) => setTimeout(fn, ms),
    placed: (row) => placed.forEach((listener) => listener(row)),
    gone() {},
    changed: () => {
      changed(book.counts);
      showBadge(book.counts, title);
    },
  });
  /** What of the inbox's store notices and availability ask for. @type {any} */
  const desk = {
    agent: me.agent,
    book,
    onEntry: (/** @type {(entry:import('../im/types.js').Entry) => void} */ listener) => void heard.push(listener),
    onRow: (/** @type {(row:any) => void} */ listener) => void placed.push(listener),
    setAvailability,
  };

  const preferences = createPreferences({ load: api.preferences, save: api.savePreferences, failed() {} });
  const tabs = joinTabs(me.agent.id, (order) => notices.ordered(order));
  const notices = createNotices({ desk, tabs, preferences, storage, open, mentioned: (by, id) => say(t('notify.mention', { by }), () => open(id)) });
  const availability = createAvailability({ desk, tabs, preferences, storage });
  watchEyes(tabs, () => null)();
  effect(() => {
    if (notices.hint.value) say(t('notify.blocked'));
  });

  for (const name of /** @type {const} */ (['entry', 'notice'])) {
    client.on(name, ({ entry }) => {
      book.apply(entry);
      for (const listener of heard) listener(entry);
    });
  }
  client.on('reset', () => book.fetchCounts());
  client.on('gone', ({ conversation_id }) => book.drop(conversation_id));
  client.on('settings', ({ area }) => refreshed(area));
  client.on('presence', ({ member, online, availability: state }) => {
    if (member.kind === 'agent') seen({ id: member.id, online, availability: state ?? null });
    if (member.id !== me.agent.id || !state) return;
    me.agent.availability = state;
    changed(book.counts);
  });
  // An answer that was to close its conversation does so wherever it leaves from.
  client.on('outbox', ({ item, change, entry }) => {
    if (change === 'settled' && entry && item.then === 'close') api.close(entry.conversation_id, entry.sequence).catch(() => {});
  });
  client.on('ended', ({ code }) => code === 'logged_out' && signedOut());

  addEventListener('online', () => client.wake());
  addEventListener('pagehide', () => client.flush());
  const visibility = () => client.visibility(document.visibilityState === 'visible' ? 'visible' : 'hidden');
  document.addEventListener('visibilitychange', visibility);
  if (document.visibilityState === 'hidden') visibility();
  preferences.load();
  client.start();
  return { choose: availability.choose };
}
