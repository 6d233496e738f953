/**
 * A conversation as one component: thread and composer over the desk's store. It is made once, when the first page that shows
 * conversations is entered, and each of those pages takes it in while it is seen, under a head of its own.
 */
import { mount } from '../app/mount.js';
import { t } from '../app/texts.js';
import { createIndexedStore, createSystemClock, createTabs } from '../../im/index.js';
import { html, nothing, render } from '../lit.js';
import { summaryOf } from '../parts/message-summary.js';
import { effect, signal } from '../signals.js';
import { growDesk } from '../store/desk.js';
import { createFiles } from '../store/files.js';
import { createBanner } from './banner.js';
import { pieceView } from './bubbles.js';
import { chooseBar } from './choosing.js';
import { createComposer } from './composer.js';
import { createLookIn } from './look-in.js';
import { mergedView } from './merged.js';
import { createThreadPane } from './thread.js';
import { createWaiting } from './tools-later.js';
import './icons.js';
// What several pages with conversations use is here once.
import './to-ticket.js';
import '../store/sections.js';
import '../store/tickets/ticket.js';
import './ticket-fields.js';

/** The page a visitor looks at is asked for again this often while the details are seen. */
const CONTACT_EVERY_MS = 30_000;

/**
 * The workbench with the desk as pages with conversations know it.
 * @typedef {Omit<import('../app/bench.js').Bench, 'desk'> & {desk:import('../store/desk.js').Desk}} Bench
 *
 * @typedef {object} Host   a page that shows conversations
 * @property {string} room
 * @property {HTMLElement} place
 * @property {() => unknown} head      over the thread
 * @property {() => unknown} empty     where nothing is open
 * @property {() => void} leave        what is open is there no longer
 * @property {typeof pieceView} [piece]   how the thread is drawn, where it is not in bubbles
 */

/** Lays the store of conversations over what every page knows. @param {import('../app/bench.js').Bench} app @returns {Bench} */
function grow(app) {
  const { me, client, csrf, storage, steady, schedule } = app;
  const desk = growDesk(app.desk, {
    me,
    storage,
    saving: steady.saving,
    now: Date.now,
    after: (fn, ms) => setTimeout(fn, ms),
    // Once the next frame is on the screen.
    painted: (fn) => schedule(() => setTimeout(fn)),
    files: (hooks) =>
      createFiles({
        ...hooks,
        load: () => import(new URL('im-files.js', import.meta.url).href),
        client,
        csrf,
        parts: { clock: createSystemClock(), tabs: createTabs('servicedesk:files'), store: createIndexedStore('servicedesk-files') },
        owner: () => `agent:${me.agent.id}`,
        storage,
        t,
      }),
  });
  return Object.defineProperties(/** @type {Bench} */ ({}), { ...Object.getOwnPropertyDescriptors(app), desk: { value: desk } });
}

/** Places of the component, by their names. */
function layOut() {
  const root = document.createElement('section');
  root.className = 'thread';
  root.setAttribute('aria-label', t('thread.region'));
  render(
    html`<div class="thread-banner"></div>
      <div class="thread-top"></div>
      <div class="thread-scroll" role="log" aria-live="off" aria-label=${t('thread.messages')} tabindex="0"></div>
      <div class="thread-jump"></div>
      <div class="thread-later"></div>
      <div class="thread-bottom"></div>`,
    root,
  );
  return root;
}

/**
 * Draws the panes into their places.
 * @param {object} of
 * @param {Bench} of.app
 * @param {HTMLElement} of.root
 * @param {{value:Host|null}} of.host
 * @param {ReturnType<typeof createThreadPane>} of.thread
 * @param {ReturnType<typeof createComposer>} of.composer
 */
function draw({ app: { desk, ui, table }, root, host, thread, composer }) {
  /** @param {string} name */
  const place = (name) => /** @type {HTMLElement} */ (root.querySelector(`.${name}`));
  const scroll = place('thread-scroll');
  thread.attach(scroll);
  for (const name of ['pointerdown', 'blur']) scroll.addEventListener(name, () => scroll.toggleAttribute('data-pressed', name === 'pointerdown'));
  // Files can be dropped anywhere on the conversation.
  for (const name of ['dragover', 'drop']) root.addEventListener(name, (event) => composer.onFiles(/** @type {DragEvent} */ (event)));
  const [banner, lookIn] = [createBanner(desk), createLookIn(desk, composer.choose, Boolean(table.find('/wall')))];
  mount(place('thread-banner'), () => html`${banner()}${lookIn()}${mergedView(desk)}`);
  mount(place('thread-top'), () => {
    desk.ticks.thread.value;
    const at = host.value;
    return desk.openId && at ? at.head() : null;
  });
  mount(scroll, thread.view, thread.around);
  mount(place('thread-jump'), thread.jump);
  mount(place('thread-later'), createWaiting(desk, ui));
  mount(
    place('thread-bottom'),
    () => {
      desk.ticks.thread.value;
      desk.ticks.composer.value;
      return chooseBar(desk) ?? composer.view();
    },
    { after: composer.grow },
  );
}

/** What comes over the link while it is seen. @param {Bench} app @param {{peek():Host|null}} host @param {() => boolean} seen */
function follow({ desk, ui, client, shell }, host, seen) {
  // What is gone is not written to; the list is where to go on.
  client.on('gone', ({ conversation_id: id }) => id === desk.openId && host.peek()?.leave());
  desk.onHeard((entry) => {
    if (!seen() || entry.type !== 'message' || entry.sender.kind !== 'visitor' || !entry.content) return;
    const announcer = document.getElementById('announcer');
    if (announcer) announcer.textContent = summaryOf(entry.content, 'visitor');
  });
  effect(() => desk.holdFor(shell.preferences.value.value.undo_send_s * 1000));
  setInterval(() => document.visibilityState === 'visible' && seen() && ui.details.open && desk.loadContact(true), CONTACT_EVERY_MS);
}

/** @param {import('../app/bench.js').Bench} bench */
function create(bench) {
  const app = grow(bench);
  const { desk, ui, client, shell } = app;
  /** @type {import('../signals.js').Signal<Host|null>} */
  const host = signal(/** @type {Host|null} */ (null));
  const seen = () => ui.sees(host.peek()?.room ?? '');
  const root = layOut();
  // Under a thumb there is no other key for a new line.
  const keep = app.table.find('/faq') ? (/** @type {string} */ address) => void app.router.go(address) : null;
  const composer = createComposer(desk, ui, () => (ui.phone.value ? 'mod+enter' : shell.preferences.value.value.send_on), keep);
  const thread = createThreadPane(desk, ui, {
    seen,
    empty: () => host.value?.empty() ?? nothing,
    piece: () => host.value?.piece ?? pieceView,
    edit(item) {
      // A failed message goes back to where it was written, in front of what stands there now.
      const tab = item.note ? 'note' : 'reply';
      const id = String(item.conversation_id);
      const there = desk.drafts.get(id, tab);
      desk.drafts.set(id, tab, [item.content.text, there].filter(Boolean).join('\n'));
      client.discard(item.client_message_id);
      composer.choose(tab);
    },
  });
  draw({ app, root, host, thread, composer });
  follow(app, host, seen);
  bench.setConversations({ desk, flush: composer.flush, looksAt: () => (seen() ? desk.openId : null) });

  return {
    app,
    composer,
    thread,
    /** The page that is seen takes it in. @param {Host} next */
    lodge(next) {
      if (host.peek() === next) return;
      next.place.append(root);
      root.dataset.look = next.piece ? 'flat' : 'bubbles';
      host.value = next;
    },
    /** Whether what is open is this page's. @param {Host} one */
    isAt: (one) => host.value === one,
    /** Another page is seen: what is written is kept, and nobody looks. */
    rest() {
      composer.flush();
      desk.away();
      client.view(null);
    },
  };
}

/** @type {WeakMap<import('../app/bench.js').Bench, ReturnType<typeof create>>} */
const made = new WeakMap();

/** The one there is. @param {import('../app/bench.js').Bench} app */
export function conversationOf(app) {
  const there = made.get(app) ?? create(app);
  made.set(app, there);
  return there;
}

/** @typedef {ReturnType<typeof create>} Conversation */
