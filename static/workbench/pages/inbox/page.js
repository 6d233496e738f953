/**
 * The inbox page: joins store, delivery core and panes, and keeps the address equal to what is open. Loaded as the page's one
 * module; everything it needs to start stands in the page's meta tags.
 */
import { createIndexedStore, createSystemClock, createTabs } from '../../../im/index.js';
import { createInboxActions } from './actions.js';
import { createApi } from '../../api.js';
import { createAgentClient } from '../../app/client.js';
import { html, render } from '../../lit.js';
import { mount } from '../../app/mount.js';
import { take } from '../../app/layers.js';
import { createShell } from '../../app/shell.js';
import { startWorker } from '../../app/worker.js';
import { saidIn } from '../../parts/said.js';
import { effect } from '../../signals.js';
import { createDesk } from '../../store/desk.js';
import { createFiles } from '../../store/files.js';
import { lang, t } from '../../app/texts.js';
import { createUi, openStorage } from '../../app/ui.js';
import { createComposer } from './composer.js';
import { detailsView } from './details.js';
import { createBanner, createDialogs, createToast } from '../../app/toasts.js';
import { aim, assignMenu, labelMenu, perform, snoozeMenu } from './deeds.js';
import { createEdge } from './edge.js';
import { createFirstSteps } from './first-steps.js';
import { headerView } from './header.js';
import { createListPane } from './list.js';
import { createRail } from '../../app/rail.js';
import { createThreadPane } from './thread.js';

/** The page a visitor looks at is asked for again this often while the details are seen. */
const CONTACT_EVERY_MS = 30_000;
/** The open conversation loads first, its neighbours in the list after it. */
const PREFETCH_AFTER_MS = 400;

/** @param {string} name */
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? '';

const me = JSON.parse(meta('me'));
const storage = openStorage();
const ui = createUi(storage);
const signedOut = () => location.assign(`/login?next=${encodeURIComponent(location.pathname)}`);
const csrf = meta('csrf') || me.csrf_token;
const api = createApi({ csrf, signedOut });

const { client, steady } = createAgentClient({ me, api });

/** A frame soon; a page that is not seen gets none, so a timer stands beside it. @param {() => void} flush */
const schedule = (flush) => {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    flush();
  };
  requestAnimationFrame(once);
  setTimeout(once, 250);
};

/** Once the next frame is on the screen; a page that is not seen has none, so a timer stands beside it. @param {() => void} fn */
const painted = (fn) => schedule(() => setTimeout(fn));

const desk = createDesk({
  api,
  client,
  me,
  storage,
  saving: steady.saving,
  now: Date.now,
  after: (fn, ms) => setTimeout(fn, ms),
  schedule,
  painted,
  signedOut,
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

/** @param {string|null} id @param {boolean} [keep] leaves the address as it is: it is where this came from */
function open(id, keep) {
  composer.flush();
  desk.show(id);
  ui.tab.value = 'reply';
  if (!keep) {
    const address = () => take({ from: 'inbox' }, id ? `/inbox/${encodeURIComponent(id)}` : '/inbox');
    // A drawer's own entry makes room: Back does not open it again. Else the words come before the address.
    if (ui.narrow.value) address();
    else painted(address);
  }
  if (ui.narrow.value) ui.details.set(false);
  if (id) shell.visited(id);
  if (id) setTimeout(() => id === desk.openId && list.prefetchAfter(id), PREFETCH_AFTER_MS);
  if (id && ui.phone.value) requestAnimationFrame(() => document.getElementById('thread-title')?.focus());
}

/** On a phone Back is the browser's Back where that leads to the list. */
function back() {
  if (history.state?.from === 'inbox') history.back();
  else open(null);
}

/** @param {string} theme */
function setTheme(theme) {
  ui.theme.value = theme;
  document.documentElement.dataset.theme = theme;
  api.change({ theme }).catch(desk.failed);
}

/** @param {string} locale */
async function setLanguage(locale) {
  if (locale === lang) return;
  try {
    composer.flush();
    await api.change({ locale });
    location.reload();
  } catch (error) {
    desk.failed(error);
  }
}

/** @param {boolean} everywhere */
async function leave(everywhere) {
  try {
    await (everywhere ? api.signOutEverywhere() : api.signOut());
  } catch (error) {
    desk.failed(error);
    return;
  }
  desk.drafts.forget();
  await desk.files.forget().catch(() => {});
  await Promise.race([client.forget(), new Promise((resolve) => setTimeout(resolve, 1000))]);
  location.assign('/login');
}

/** Asks only where there is something to lose or the reach is wider than this page. @param {boolean} everywhere */
function signOut(everywhere) {
  if (everywhere) ui.dialog.value = 'sign-out-everywhere';
  else if (desk.unsentCount + desk.drafts.unkept > 0) ui.dialog.value = 'sign-out';
  else leave(false);
}

const shell = createShell({
  desk,
  ui,
  api,
  storage,
  page: {
    open: (id) => open(id),
    arrived: (id) => list.arrived(id),
    next: () => {
      list.step(1);
      if (list.focused) open(list.focused);
    },
    theme: setTheme,
    language: setLanguage,
    signOut,
  },
});
const list = createListPane(desk, ui, (id) => open(id));
// Under a thumb there is no other key for a new line.
const composer = createComposer(desk, ui, () => (ui.phone.value ? 'mod+enter' : shell.preferences.value.value.send_on));
const thread = createThreadPane(desk, ui, (item) => {
  // A failed message goes back to where it was written, in front of what stands there now.
  const tab = item.note ? 'note' : 'reply';
  const id = String(item.conversation_id);
  const there = desk.drafts.get(id, tab);
  desk.drafts.set(id, tab, [item.content.text, there].filter(Boolean).join('\n'));
  client.discard(item.client_message_id);
  composer.choose(tab);
});
const rail = createRail(desk, ui, { theme: setTheme, language: setLanguage, signOut, palette: shell.palette.open, availability: shell.availability.choose, mentions: () => goTo('mentions') });
const dialogs = createDialogs(desk, ui, leave, shell.help);

const app = /** @type {HTMLElement} */ (document.getElementById('app'));
render(
  html`<h1 class="hidden">${t('inbox.title')} · ${me.shop.name}</h1>
    <nav class="rail" aria-label=${t('inbox.navigation')}></nav>
    <section class="list" aria-label=${t('inbox.title')}>
      <div class="list-top"></div>
      <div class="list-pill"></div>
      <div class="list-scroll"></div>
      <div class="list-line"></div>
      <div class="list-first"></div>
      <div class="list-bulk"></div>
    </section>
    <div class="sheet">
      <section class="thread" aria-label=${t('thread.region')}>
        <div class="thread-banner"></div>
        <div class="thread-top"></div>
        <div class="thread-scroll" role="log" aria-live="off" aria-label=${t('thread.messages')} tabindex="0"></div>
        <div class="thread-jump"></div>
        <div class="thread-bottom"></div>
      </section>
    </div>
    <div class="scrim" @click=${() => ui.details.set(false)}></div>
    <section class="details" aria-label=${t('thread.details')}></section>
    <div class="toasts" role="status"></div>
    <div class="dialogs"></div>
    <div class="palettes"></div>
    <div class="hidden" id="announcer" aria-live="polite"></div>`,
  app,
);
/** @param {string} name */
const place = (name) => /** @type {HTMLElement} */ (app.querySelector(`.${name}`));

list.attach(place('list-scroll'));
createEdge(app, place('list'), storage);
thread.attach(place('thread-scroll'));
for (const name of ['pointerdown', 'blur']) place('thread-scroll').addEventListener(name, () => place('thread-scroll').toggleAttribute('data-pressed', name === 'pointerdown'));
// Files can be dropped anywhere on the conversation.
for (const name of ['dragover', 'drop']) place('thread').addEventListener(name, (event) => composer.onFiles(/** @type {DragEvent} */ (event)));
mount(place('rail'), rail);
mount(place('list-top'), list.header);
mount(place('list-pill'), list.pill);
mount(place('list-bulk'), list.bulk);
mount(place('list-first'), createFirstSteps(desk, ui));
mount(place('list-scroll'), list.body);
mount(place('thread-banner'), createBanner(desk));
mount(place('thread-top'), () => {
  desk.ticks.thread.value;
  return desk.openId ? headerView(desk, ui, back) : null;
});
mount(place('thread-scroll'), thread.view, thread.around);
mount(place('thread-jump'), thread.jump);
mount(
  place('thread-bottom'),
  () => {
    desk.ticks.thread.value;
    desk.ticks.composer.value;
    return composer.view();
  },
  { after: composer.grow },
);
mount(place('details'), () => detailsView(desk, ui, (id) => open(id)));
mount(place('toasts'), createToast(desk));
mount(place('dialogs'), dialogs.view, dialogs.around);

/** The element that opened the drawer gets the focus back. @type {HTMLElement|null} */
let opener = null;
effect(() => {
  desk.ticks.thread.value;
  const shown = Boolean(desk.openId) && ui.details.open;
  const drawer = shown && ui.narrow.value;
  const was = app.dataset.drawer === 'true';
  app.dataset.pane = desk.openId ? 'thread' : 'list';
  app.dataset.details = String(shown);
  app.dataset.drawer = String(drawer);
  for (const name of ['rail', 'list', 'sheet']) place(name).inert = drawer;
  place('details').inert = !shown;
  if (drawer && !was) {
    opener = /** @type {HTMLElement|null} */ (document.activeElement);
    // Back closes the drawer before it leaves the conversation.
    history.pushState({ ...history.state, drawer: true }, '');
    requestAnimationFrame(() => document.getElementById('details-title')?.focus());
  } else if (!drawer && was) {
    opener?.focus();
    if (history.state?.drawer) history.back();
  }
});

// What is gone is not written to; the list is where to go on.
client.on('gone', ({ conversation_id: id }) => id === desk.openId && open(null));

desk.onHeard((entry) => {
  if (entry.type !== 'message' || entry.sender.kind !== 'visitor' || !entry.content) return;
  const announcer = document.getElementById('announcer');
  if (announcer) announcer.textContent = saidIn(entry.content, 'visitor');
});

/** Where a menu that was asked for by a key comes up: beside its button, else beside the list's head. @param {string} id */
const anchorOf = (id) => /** @type {HTMLElement} */ ((desk.selection.size === 0 && (list.aimed ? document.activeElement : document.getElementById(id))) || place('list-bulk').querySelector('.bulk') || place('list-top').querySelector('.title-button'));

/** What a key is about: the selection, else the row that has the focus, else what is open. */
const aimedAt = () => (desk.selection.size === 0 && list.aimed ? [list.aimed] : aim(desk));

const actions = createInboxActions({
  desk,
  ui,
  list,
  composer,
  open,
  back: () => {
    if (app.dataset.drawer === 'true') ui.details.set(false);
    else if (list.endChoosing()) return;
    else if (document.activeElement?.closest('.composer')) list.focusOpen();
    else if (desk.openId) {
      const id = desk.openId;
      open(null);
      requestAnimationFrame(() => list.focusRow(id));
    }
  },
  perform: (deed, how) => {
    const id = desk.selection.size === 0 ? list.aimed : null;
    // What is open stays what keys are about: pressed again, the key takes it back.
    const next = id && id !== desk.openId && list.nextTo(id);
    const done = perform(desk, aimedAt(), deed, how);
    // A row that leaves the list leaves the focus to its neighbour.
    if (next) requestAnimationFrame(() => document.activeElement === document.body && list.focusRow(next));
    return done;
  },
  closeNext: () => {
    const [id] = aimedAt();
    const next = list.nextTo(id);
    perform(desk, [id], 'close');
    open(next);
    if (next) list.focusRow(next);
  },
  assign: () => assignMenu(desk, anchorOf('assign'), aimedAt()),
  snooze: () => snoozeMenu(desk, anchorOf('snooze'), aimedAt()),
  label: () => labelMenu(desk, anchorOf('labels'), aimedAt()),
});

effect(() => desk.holdFor(shell.preferences.value.value.undo_send_s * 1000));
shell.start(actions, { palette: place('palettes'), notice: place('list-line') });

/** A view of the list, whatever is open. @param {import('../../store/rows.js').View} view */
function goTo(view) {
  if (ui.phone.value) open(null);
  list.showView(view);
}

/** The view that the address asks for, by the rail of another page. */
const asked = new URLSearchParams(location.search).get('view');
if (asked === 'mentions') desk.list.show(asked);

/** The conversation that the address names. */
const named = () => {
  const [, , id] = location.pathname.split('/');
  return id ? decodeURIComponent(id) : null;
};
addEventListener('popstate', () => {
  if (named() !== desk.openId) open(named(), true);
  else if (ui.narrow.value) ui.details.set(false);
});
addEventListener('online', () => client.wake());
addEventListener('pagehide', () => {
  composer.flush();
  client.flush();
});
document.addEventListener('visibilitychange', () => {
  client.visibility(document.visibilityState === 'visible' ? 'visible' : 'hidden');
  if (document.visibilityState === 'visible') desk.firstSteps.looked();
});
setInterval(() => {
  if (document.visibilityState === 'visible' && ui.details.open) desk.loadContact(true);
}, CONTACT_EVERY_MS);

if (document.visibilityState === 'hidden') client.visibility('hidden');
desk.start();
open(named(), true);
client.start();
startWorker((id) => open(id));
