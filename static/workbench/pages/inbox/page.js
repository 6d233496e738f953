/**
 * The inbox: joins the desk's store with list, thread, composer and details, and keeps the address equal to what is open. Comes when
 * it is first entered and stays, also while another room is seen.
 */
import { take } from '../../app/layers.js';
import { mount } from '../../app/mount.js';
import { offer } from '../../app/rooms.js';
import { t } from '../../app/texts.js';
import { createIndexedStore, createSystemClock, createTabs } from '../../../im/index.js';
import { html, render } from '../../lit.js';
import { summaryOf } from '../../parts/message-summary.js';
import { effect } from '../../signals.js';
import { growDesk } from '../../store/desk.js';
import { createFiles } from '../../store/files.js';
import { isSaved } from '../../store/rows.js';
import { createInboxActions } from './actions.js';
import { createBanner } from './banner.js';
import { createLookIn } from './look-in.js';
import { createComposer } from './composer.js';
import { aim, assignMenu, labelMenu, perform, snoozeMenu } from './actions-menu.js';
import { detailsView } from './details.js';
import { createPaneDivider } from './pane-divider.js';
import { createFirstSteps } from './first-steps.js';
import { headerView } from './header.js';
import { createListPane } from './list.js';
import { createNoticeLine } from './notice-view.js';
import { createThreadPane } from './thread.js';
import { createWaiting, openMacros } from './tools-later.js';
import './icons.js';

/** The page a visitor looks at is asked for again this often while the details are seen. */
const CONTACT_EVERY_MS = 30_000;
/** The open conversation loads first, its neighbours in the list after it. */
const PREFETCH_AFTER_MS = 400;

/**
 * The workbench with the desk as the inbox knows it.
 * @typedef {Omit<import('../../app/bench.js').Bench, 'desk'> & {desk:import('../../store/desk.js').Desk}} Bench
 */

/** Lays the inbox's store over what every page knows. @param {import('../../app/bench.js').Bench} app @returns {Bench} */
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

/** Places of the room, by their names. @param {Bench} app */
function layOut({ me, ui }) {
  const root = document.createElement('main');
  root.id = 'inbox';
  root.className = 'room';
  root.dataset.pane = 'list';
  render(
    html`<h1 class="hidden" tabindex="-1">${t('rail.inbox')} · ${me.shop.name}</h1>
      <section class="list" aria-label=${t('rail.inbox')}>
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
          <div class="thread-later"></div>
          <div class="thread-bottom"></div>
        </section>
      </div>
      <div class="scrim" @click=${() => ui.details.set(false)}></div>
      <section class="details" aria-label=${t('thread.details')}></section>`,
    root,
  );
  return root;
}

/**
 * What is open, and the address that says so.
 * @param {object} host
 * @param {Bench} host.app
 * @param {() => Panes} host.panes
 */
function createOpening({ app, panes }) {
  const { desk, ui, shell } = app;
  /** @param {string|null} id @param {boolean} [keep] leaves the address as it is: it is where this came from */
  const open = (id, keep) => {
    const { composer, list } = panes();
    composer.flush();
    desk.show(id);
    ui.tab.value = 'reply';
    if (!keep) {
      const address = () => {
        take({ from: 'inbox' }, addressOf(id));
        app.moved();
      };
      // A drawer's own entry makes room: Back does not open it again. Else the words come before the address.
      if (ui.narrow.value) address();
      else painted(address);
    }
    if (ui.narrow.value) ui.details.set(false);
    if (id) shell.visited(id);
    if (id) setTimeout(() => id === desk.openId && list.prefetchAfter(id), PREFETCH_AFTER_MS);
    if (id && ui.phone.value) requestAnimationFrame(() => document.getElementById('thread-title')?.focus());
  };
  /** Not after another room was entered meanwhile: the address is that one's. @param {() => void} address */
  const painted = (address) => app.schedule(() => setTimeout(() => ui.sees('inbox') && address()));
  return open;
}

/** @param {string|null} id */
const addressOf = (id) => (id ? `/inbox/${encodeURIComponent(id)}` : '/inbox');

/**
 * List, thread and composer, which know of one another.
 * @param {Bench} app @param {(id:string|null, keep?:boolean) => void} open
 */
function createPanes(app, open) {
  const { desk, ui, client, shell } = app;
  const list = createListPane(desk, ui, (id) => open(id), () => void app.router.go('/settings/views'));
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
  return { list, composer, thread };
}
/** @typedef {ReturnType<typeof createPanes>} Panes */

/**
 * Draws the panes into their places.
 * @param {object} host
 * @param {Bench} host.app
 * @param {(name:string) => HTMLElement} host.place
 * @param {Panes} host.panes
 * @param {(id:string|null) => void} host.open
 */
function draw({ app: { desk, ui, shell, storage, table }, place, panes: { list, composer, thread }, open }) {
  /** On a phone Back is the browser's Back where that leads to the list. */
  const back = () => {
    if (history.state?.from === 'inbox') history.back();
    else open(null);
  };
  const scroll = place('thread-scroll');
  list.attach(place('list-scroll'));
  createPaneDivider(/** @type {HTMLElement} */ (place('list').parentElement), place('list'), storage);
  thread.attach(scroll);
  for (const name of ['pointerdown', 'blur']) scroll.addEventListener(name, () => scroll.toggleAttribute('data-pressed', name === 'pointerdown'));
  // Files can be dropped anywhere on the conversation.
  for (const name of ['dragover', 'drop']) place('thread').addEventListener(name, (event) => composer.onFiles(/** @type {DragEvent} */ (event)));
  mount(place('list-top'), list.header);
  mount(place('list-pill'), list.pill);
  mount(place('list-bulk'), list.bulk);
  mount(place('list-first'), createFirstSteps(desk, ui));
  mount(place('list-line'), createNoticeLine({ desk, notices: shell.notices }));
  mount(place('list-scroll'), list.body);
  const [banner, lookIn] = [createBanner(desk), createLookIn(desk, composer.choose, Boolean(table.find('/wall')))];
  mount(place('thread-banner'), () => html`${banner()}${lookIn()}`);
  mount(place('thread-top'), () => {
    desk.ticks.thread.value;
    return desk.openId ? headerView(desk, ui, back) : null;
  });
  mount(scroll, thread.view, thread.around);
  mount(place('thread-jump'), thread.jump);
  mount(place('thread-later'), createWaiting(desk, ui));
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
}

/**
 * Details as a column or as a drawer, and which pane a phone shows.
 * @param {object} host
 * @param {Bench} host.app
 * @param {HTMLElement} host.root
 * @param {(name:string) => HTMLElement} host.place
 */
function followDetails({ app, root, place }) {
  const { desk, ui } = app;
  /** The element that opened the drawer gets the focus back. @type {HTMLElement|null} */
  let opener = null;
  effect(() => {
    desk.ticks.thread.value;
    const here = ui.room.value === 'inbox';
    const shown = Boolean(desk.openId) && ui.details.open;
    const drawer = shown && ui.narrow.value;
    const was = root.dataset.drawer === 'true';
    root.dataset.pane = desk.openId ? 'thread' : 'list';
    root.dataset.details = String(shown);
    root.dataset.drawer = String(drawer);
    for (const name of ['list', 'sheet']) place(name).inert = drawer;
    place('details').inert = !shown;
    app.rail.inert = drawer && here;
    if (here) document.body.dataset.alone = String(Boolean(desk.openId));
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
}

/**
 * What the keys, the palette and the buttons' hints offer here.
 * @param {object} host
 * @param {Bench} host.app
 * @param {HTMLElement} host.root
 * @param {(name:string) => HTMLElement} host.place
 * @param {Panes} host.panes
 * @param {(id:string|null) => void} host.open
 */
function actionsOf({ app: { desk, ui }, root, place, panes: { list, composer }, open }) {
  /** Where a menu that was asked for by a key comes up: beside its button, else beside the list's head. @param {string} id */
  const anchorOf = (id) => /** @type {HTMLElement} */ ((desk.selection.size === 0 && (list.aimed ? document.activeElement : document.getElementById(id))) || place('list-bulk').querySelector('.bulk') || place('list-top').querySelector('.title-button'));
  /** What a key is about: the selection, else the row that has the focus, else what is open. */
  const aimedAt = () => (desk.selection.size === 0 && list.aimed ? [list.aimed] : aim(desk));

  return createInboxActions({
    desk,
    ui,
    list,
    composer,
    open,
    back: () => {
      if (root.dataset.drawer === 'true') ui.details.set(false);
      else if (list.endChoosing()) return;
      else if (document.activeElement?.closest('.composer')) list.focusOpen();
      else if (desk.openId) {
        const id = desk.openId;
        open(null);
        requestAnimationFrame(() => list.focusRow(id));
      }
    },
    perform: (action, how) => {
      const id = desk.selection.size === 0 ? list.aimed : null;
      // What is open stays what keys are about: pressed again, the key takes it back.
      const next = id && id !== desk.openId && list.nextTo(id);
      const done = perform(desk, aimedAt(), action, how);
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
    macro: () => openMacros(desk, anchorOf('composer-text'), aimedAt()),
    print: () => void window.open(`/print/${aimedAt()[0]}`, '_blank', 'noopener'),
  });
}

/** What comes over the link while this is open. @param {Bench} app @param {(id:string|null) => void} open */
function follow({ desk, ui, client, shell }, open) {
  // What is gone is not written to; the list is where to go on.
  client.on('gone', ({ conversation_id: id }) => id === desk.openId && open(null));
  desk.onHeard((entry) => {
    if (!ui.sees('inbox') || entry.type !== 'message' || entry.sender.kind !== 'visitor' || !entry.content) return;
    const announcer = document.getElementById('announcer');
    if (announcer) announcer.textContent = summaryOf(entry.content, 'visitor');
  });
  effect(() => desk.holdFor(shell.preferences.value.value.undo_send_s * 1000));
  const looked = () => document.visibilityState === 'visible' && ui.sees('inbox');
  document.addEventListener('visibilitychange', () => looked() && desk.firstSteps.looked());
  setInterval(() => looked() && ui.details.open && desk.loadContact(true), CONTACT_EVERY_MS);
}

/** @param {import('../../app/bench.js').Bench} bench @returns {import('../../app/router.js').Room} */
function createInbox(bench) {
  const app = grow(bench);
  const { desk, ui, client } = app;
  const root = layOut(app);
  /** @param {string} name */
  const place = (name) => /** @type {HTMLElement} */ (root.querySelector(`.${name}`));
  const open = createOpening({ app, panes: () => panes });
  const panes = createPanes(app, open);
  const { list, composer, thread } = panes;
  draw({ app, place, panes, open });
  followDetails({ app, root, place });
  app.shell.addActions('inbox', actionsOf({ app, root, place, panes, open }));
  follow(app, open);

  /** A view of the list, whatever is open. @param {import('../../store/rows.js').View} view */
  const showView = (view) => {
    if (ui.phone.value) open(null);
    list.showView(view);
  };
  app.setInbox({
    open,
    arrived: (id) => list.arrived(id),
    next: () => {
      list.step(1);
      if (list.focused) open(list.focused);
    },
    showView,
    flush: composer.flush,
    desk,
  });

  let entered = false;
  let seen = false;
  return {
    root,
    title: () => `${t('rail.inbox')} · ${app.me.shop.name}`,
    heading: () => root.querySelector('h1'),
    address: () => addressOf(desk.openId),
    show({ inner, url }) {
      // The view that the address asks for, by a link of another page.
      const view = url.searchParams.get('view');
      if (view === 'mentions' || isSaved(view ?? '')) entered ? list.showView(/** @type {import('../../store/rows.js').View} */ (view)) : desk.list.show(/** @type {import('../../store/rows.js').View} */ (view));
      if (!entered) desk.start();
      else if (!seen) desk.firstSteps.looked();
      const inside = entered && seen;
      if (!entered || inner !== desk.openId) open(inner, true);
      else if (inside && ui.narrow.value) ui.details.set(false);
      entered = true;
      seen = true;
      desk.view(desk.openId);
      thread.markRead();
    },
    hide() {
      seen = false;
      composer.flush();
      desk.away();
      client.view(null);
      list.rest();
      if (ui.narrow.value) ui.details.set(false);
      app.rail.inert = false;
    },
  };
}

offer('inbox', createInbox);
