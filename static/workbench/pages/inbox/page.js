/**
 * The inbox: joins the desk's store with list, thread, composer and details, and keeps the address equal to what is open. Comes when
 * it is first entered and stays, also while another room is seen.
 */
import { take } from '../../app/layers.js';
import { mount } from '../../app/mount.js';
import { offer } from '../../app/rooms.js';
import { t } from '../../app/texts.js';
import { html, render } from '../../lit.js';
import { icon } from '../../parts/icons.js';
import { openMenu } from '../../parts/menu.js';
import { effect } from '../../signals.js';
import { isSaved } from '../../store/rows.js';
import { aim, assignMenu, handOverMenu, labelMenu, perform, priorityMenu, snoozeMenu } from '../../thread/perform.js';
import { openMerge } from '../../thread/choosing.js';
import { conversationOf } from '../../thread/conversation.js';
import { turnIntoTicket } from '../../thread/to-ticket.js';
import { createInboxActions } from './actions.js';
import { detailsView } from './details.js';
import { emptyView } from './empty.js';
import { createPaneDivider } from './pane-divider.js';
import { createFirstSteps } from './first-steps.js';
import { headerView } from './header.js';
import { createListPane } from './list.js';
import { createNoticeLine } from './notice-view.js';
import { openMacros } from '../../thread/tools-later.js';
import { giveToBot, mayGetBot } from '../../thread/bot-later.js';

/** The open conversation loads first, its neighbours in the list after it. */
const PREFETCH_AFTER_MS = 400;

/** @typedef {import('../../thread/conversation.js').Bench} Bench */

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
      <div class="sheet"></div>
      <div class="scrim" @click=${() => ui.details.set(false)}></div>
      <section class="details" aria-label=${t('thread.details')}></section>`,
    root,
  );
  return root;
}

/** @typedef {ReturnType<typeof createListPane>} List */

/**
 * What is open, and the address that says so.
 * @param {object} host
 * @param {Bench} host.app
 * @param {import('../../thread/conversation.js').Conversation} host.conversation
 * @param {() => List} host.list
 */
function createOpening({ app, conversation: { composer }, list }) {
  const { desk, ui, shell } = app;
  /** @param {string|null} id @param {boolean} [keep] leaves the address as it is: it is where this came from */
  const open = (id, keep) => {
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
    if (id) setTimeout(() => id === desk.openId && list().prefetchAfter(id), PREFETCH_AFTER_MS);
    if (id && ui.phone.value) requestAnimationFrame(() => document.getElementById('thread-title')?.focus());
  };
  /** Not after another room was entered meanwhile: the address is that one's. @param {() => void} address */
  const painted = (address) => app.schedule(() => setTimeout(() => ui.sees('inbox') && address()));
  return open;
}

/** @param {string|null} id */
const addressOf = (id) => (id ? `/inbox/${encodeURIComponent(id)}` : '/inbox');

/**
 * Draws the list, the details and the head of the conversation into their places.
 * @param {object} host
 * @param {Bench} host.app
 * @param {(name:string) => HTMLElement} host.place
 * @param {import('../../thread/conversation.js').Conversation} host.conversation
 * @param {List} host.list
 * @param {(id:string|null) => void} host.open
 */
function draw({ app, place, conversation, list, open }) {
  const { desk, ui, shell, storage, me } = app;
  const mayTicket = me.rights.includes('ticket');
  /** On a phone Back is the browser's Back where that leads to the list. */
  const back = () => {
    if (history.state?.from) history.back();
    else open(null);
  };
  /** @param {HTMLElement} anchor */
  const more = (anchor) => {
    const { row } = desk;
    if (!row) return;
    openMenu(anchor, t('inbox.more'), [
      {
        items: [
          ...(mayTicket ? [{ label: t('inbox.to_ticket'), mark: icon('ticket'), run: () => turnIntoTicket(app, row.id) }] : []),
          ...(mayGetBot(desk, row) ? [{ label: t('inbox.key_bot'), hint: 'B', mark: icon('bot'), run: () => giveToBot(app, row.id) }] : []),
          ...(desk.may('merge') ? [{ label: t('inbox.key_merge'), mark: icon('git-merge'), run: () => openMerge(app, row.id, 'more') }] : []),
        ],
      },
    ]);
  };
  /** @type {import('../../thread/conversation.js').Host} */
  const host = { room: 'inbox', place: place('sheet'), head: () => headerView(desk, ui, back, mayTicket || desk.may('merge') || mayGetBot(desk, desk.row) ? more : null), empty: () => emptyView(desk), leave: () => open(null) };
  list.attach(place('list-scroll'));
  createPaneDivider(/** @type {HTMLElement} */ (place('list').parentElement), place('list'), storage);
  mount(place('list-top'), list.header);
  mount(place('list-pill'), list.pill);
  mount(place('list-bulk'), list.bulk);
  mount(place('list-first'), createFirstSteps(desk, ui));
  mount(place('list-line'), createNoticeLine({ desk, notices: shell.notices }));
  mount(place('list-scroll'), list.body);
  conversation.lodge(host);
  // What another page has open is not this one's to show.
  mount(place('details'), () => (conversation.isAt(host) ? detailsView(desk, ui, (id) => open(id)) : null));
  return host;
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
    const drawer = here && shown && ui.narrow.value;
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
 * @param {import('../../thread/conversation.js').Conversation} host.conversation
 * @param {List} host.list
 * @param {(id:string|null) => void} host.open
 */
function actionsOf({ app, root, place, conversation: { composer }, list, open }) {
  const { desk, ui, me } = app;
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
      // From another page, which has what it led from.
      else if (history.state?.from && history.state.from !== 'inbox') history.back();
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
    handOver: () => void handOverMenu(desk, anchorOf('assign'), aimedAt()),
    prioritize: () => priorityMenu(desk, anchorOf('assign'), aimedAt()),
    snooze: () => snoozeMenu(desk, anchorOf('snooze'), aimedAt()),
    label: () => labelMenu(desk, anchorOf('labels'), aimedAt()),
    macro: () => openMacros(desk, anchorOf('composer-text'), aimedAt()),
    print: () => void window.open(`/print/${aimedAt()[0]}`, '_blank', 'noopener'),
    merge: () => openMerge(app, aimedAt()[0], 'more'),
    giveToBot: () => giveToBot(app, aimedAt()[0]),
    mayGetBot: (row) => mayGetBot(desk, row),
    toTicket: me.rights.includes('ticket') ? () => void turnIntoTicket(app, aimedAt()[0]) : null,
  });
}

/** @param {import('../../app/bench.js').Bench} bench @returns {import('../../app/router.js').Room} */
function createInbox(bench) {
  const conversation = conversationOf(bench);
  const { app, thread } = conversation;
  const { desk, ui } = app;
  const root = layOut(app);
  /** @param {string} name */
  const place = (name) => /** @type {HTMLElement} */ (root.querySelector(`.${name}`));
  const open = createOpening({ app, conversation, list: () => list });
  const list = createListPane(desk, ui, (id) => open(id), () => void app.router.go('/settings/views'));
  const host = draw({ app, place, conversation, list, open });
  followDetails({ app, root, place });
  app.shell.addActions('inbox', actionsOf({ app, root, place, conversation, list, open }));
  // A ticket has a page of its own.
  effect(() => {
    desk.ticks.thread.value;
    const name = ui.room.value === 'inbox' && conversation.isAt(host) ? desk.row?.ticket?.name : null;
    // Who comes back to the list comes with what another page had open.
    if (name) queueMicrotask(() => ui.sees('inbox') && desk.row?.ticket?.name === name && void app.router.go(`/tickets/${encodeURIComponent(name)}${location.search}`));
  });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && ui.sees('inbox') && desk.firstSteps.looked());

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
    toTeam: (team_id) => desk.openId && void handOverMenu(desk, /** @type {HTMLElement} */ (document.getElementById('assign') ?? document.getElementById('thread-title')), [desk.openId], { team_id }),
    showView,
  });

  let entered = false;
  let seen = false;
  return {
    root,
    title: () => `${t('rail.inbox')} · ${app.me.shop.name}`,
    heading: () => root.querySelector('h1'),
    address: () => addressOf(desk.openId),
    show({ inner, url }) {
      conversation.lodge(host);
      // The view that the address asks for, by a link of another page.
      const view = url.searchParams.get('view');
      if (view === 'mentions' || view === 'bot' || isSaved(view ?? '')) entered ? list.showView(/** @type {import('../../store/rows.js').View} */ (view)) : desk.list.show(/** @type {import('../../store/rows.js').View} */ (view));
      if (!entered) desk.startList();
      else if (!seen) desk.firstSteps.looked();
      const inside = entered && seen;
      const at = Number(url.searchParams.get('at'));
      if (inner && at > 0) thread.goTo(inner, at);
      if (!entered || inner !== desk.openId) open(inner, true);
      else if (inside && ui.narrow.value) ui.details.set(false);
      if (inner && url.searchParams.has('who')) ui.details.set(true);
      entered = true;
      seen = true;
      desk.view(desk.openId);
      thread.markRead();
    },
    hide() {
      seen = false;
      conversation.rest();
      list.rest();
      if (ui.narrow.value) ui.details.set(false);
      app.rail.inert = false;
    },
  };
}

offer('inbox', createInbox);
