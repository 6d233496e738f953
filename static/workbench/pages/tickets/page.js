/**
 * The tickets: a list or a board of them, and the page of one, which takes in the conversation's thread and composer. Comes when it is
 * first entered and stays, also while another room is seen.
 */
import { late, soon } from '../../app/late.js';
import { take } from '../../app/layers.js';
import { loadStyle } from '../../app/load-style.js';
import { mount } from '../../app/mount.js';
import { offer } from '../../app/rooms.js';
import { t } from '../../app/texts.js';
import { html, nothing, render } from '../../lit.js';
import { effect, signal } from '../../signals.js';
import { createTicketsApi } from '../../store/tickets/api.js';
import { VIEWS } from '../../store/tickets/ticket.js';
import { createTickets } from '../../store/tickets/tickets.js';
import { conversationOf } from '../../thread/conversation.js';
import { openMerge } from '../../thread/choosing.js';
import { createTicketActions } from './actions.js';
import { createChanges, createDoing } from './doing.js';
// What several pieces of the room use is here once.
import './icons.js';
import './row.js';
import '../../lit-repeat.js';
import '../../parts/popup.js';

/** @typedef {import('../../thread/conversation.js').Bench} Bench */
/** @typedef {import('../../store/tickets/tickets.js').Tickets} Tickets */

/** @param {string|null} name */
const addressOf = (name) => (name ? `/tickets/${encodeURIComponent(name)}` : '/tickets');

/** Places of the room, by their names. @param {Bench} app */
function layOut({ me, ui }) {
  const root = document.createElement('main');
  root.id = 'tickets';
  root.className = 'room';
  root.dataset.pane = 'list';
  render(
    html`<h1 class="hidden" tabindex="-1">${t('rail.tickets')} · ${me.shop.name}</h1>
      <section class="sheet tickets-sheet" aria-label=${t('rail.tickets')}>
        <div class="tickets-column">
          <div class="tickets-top"></div>
          <div class="tickets-conditions"></div>
          <div class="tickets-pill"></div>
          <div class="tickets-scroll"></div>
          <div class="tickets-bulk"></div>
        </div>
      </section>
      <section class="sheet ticket-sheet" aria-label=${t('tickets.page')}></section>
      <div class="scrim" @click=${() => ui.details.set(false)}></div>
      <section class="ticket-side" aria-label=${t('tickets.properties')}></section>`,
    root,
  );
  return root;
}

/**
 * Which ticket is open, and the address that says so.
 * @param {object} host
 * @param {Bench} host.app
 * @param {Tickets} host.tickets
 * @param {import('../../thread/conversation.js').Conversation} host.conversation
 * @param {() => import('../../thread/conversation.js').Host} host.lodging
 * @param {import('../../signals.js').Signal<string|null>} host.open
 */
function createOpening({ app, tickets, conversation, lodging, open }) {
  const { desk, ui, shell } = app;
  /** @param {string|null} name its number or its id @param {boolean} [keep] leaves the address as it is @param {number} [at] the entry to go to */
  const show = (name, keep, at = 0) => {
    conversation.composer.flush();
    const known = name ? [...tickets.rows.values()].find((one) => one.name === name || one.id === name) : null;
    open.value = name;
    if (ui.narrow.value) ui.details.set(false);
    if (name) conversation.lodge(lodging());
    else needList(desk, tickets);
    ui.tab.value = 'reply';
    if (known && at > 0) conversation.thread.goTo(known.id, at);
    desk.show(known?.id ?? null);
    const arrives = tickets.opened.open(name).then(() => {
      const { ticket } = tickets.opened;
      if (!ticket || open.peek() !== name) return;
      if (at > 0 && !known) conversation.thread.goTo(ticket.id, at);
      if (desk.openId !== ticket.id) desk.show(ticket.id);
      shell.visited(ticket.id);
      // Opened by its id, or by an older number: the address is the one that is shown.
      if (ticket.name !== name) {
        open.value = ticket.name;
        history.replaceState(history.state, '', addressOf(ticket.name));
      }
      app.moved();
    });
    if (!keep) take({ from: 'tickets' }, addressOf(name));
    app.moved(Boolean(name));
    if (name) requestAnimationFrame(() => document.getElementById('thread-title')?.focus({ preventScroll: true }));
    return arrives;
  };
  return show;
}

/**
 * Properties as a column or as a drawer, and which pane a phone shows.
 * @param {object} host
 * @param {Bench} host.app
 * @param {HTMLElement} host.root
 * @param {import('../../signals.js').Signal<string|null>} host.open
 */
function followSide({ app, root, open }) {
  const { ui } = app;
  /** The element that opened the drawer gets the focus back. @type {HTMLElement|null} */
  let opener = null;
  const side = /** @type {HTMLElement} */ (root.querySelector('.ticket-side'));
  const sheets = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('.sheet')]);
  effect(() => {
    const here = ui.room.value === 'tickets';
    const isOpen = open.value !== null;
    const shown = isOpen && (!ui.narrow.value || ui.details.open);
    const drawer = here && shown && ui.narrow.value;
    const was = root.dataset.drawer === 'true';
    root.dataset.pane = isOpen ? 'ticket' : 'list';
    root.dataset.drawer = String(drawer);
    side.inert = !shown;
    for (const sheet of sheets) sheet.inert = drawer;
    if (here) {
      app.rail.inert = drawer;
      document.body.dataset.alone = String(isOpen);
    }
    if (drawer && !was) {
      opener = /** @type {HTMLElement|null} */ (document.activeElement);
      // Back closes the drawer before it leaves the ticket.
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
 * @param {import('../../thread/conversation.js').Conversation} host.conversation
 * @param {Tickets} host.tickets
 * @param {HTMLElement} host.root
 * @param {() => import('./list.js').TicketList|null} host.list   once it was seen
 * @param {ReturnType<typeof createDoing>} host.doing
 * @param {() => import('./doing.js').Pane} host.pane
 * @param {import('../../signals.js').Signal<string|null>} host.open
 * @param {(id:string) => void} host.openOne
 * @param {() => void} host.back
 * @param {(() => void)|null} host.merge
 */
function actionsOf({ app: { desk, ui }, conversation: { composer }, tickets, root, list, doing, pane, open, openOne, back, merge }) {
  return createTicketActions({
    views: VIEWS,
    isOpen: () => open.peek() !== null,
    isKnown: () => doing.aim().length > 0,
    isBoard: () => tickets.look === 'board',
    step: (by) => (open.peek() ? doing.go(by) : pane().step(by)),
    open: () => {
      const at = document.activeElement;
      // A focused link or button has its own Enter.
      if (at instanceof HTMLElement && at.matches('a, button, summary')) return at.click();
      const id = pane().aimed();
      if (id) openOne(id);
    },
    back: () => {
      if (root.dataset.drawer === 'true') ui.details.set(false);
      else if ((tickets.selection.size > 0 || tickets.choosing) && !open.peek()) tickets.choose(false);
      else if (document.activeElement?.closest('.composer')) /** @type {HTMLElement} */ (document.activeElement).blur();
      else if (open.peek()) back();
    },
    choose: (range) => list()?.choose(range),
    chooseAll: () => void list()?.chooseAll(),
    showView: (view) => tickets.showView(/** @type {any} */ (view)),
    look: () => tickets.lookAt(tickets.look === 'board' ? 'list' : 'board'),
    add: doing.add,
    take: doing.take,
    solve: doing.solve,
    merge,
    menu: doing.menu,
    property: doing.property,
    composer,
    undoable: () => desk.undoable,
    undo: () => desk.undoAction(),
    holding: () => desk.holding,
    undoSend: () => {
      const tab = desk.undoSend();
      if (tab) composer.choose(tab);
    },
  });
}

/** Where neither list nor board was seen yet. @type {import('./doing.js').Pane} */
const NO_PANE = { focused: null, aimed: () => null, step() {}, rest() {}, beside: () => null, order: () => [] };

/** What can be done to tickets, in menus: they come once somebody moves, or with the first one. @param {{app:Bench, tickets:Tickets}} host */
function lateMenus({ app: { desk, table }, tickets }) {
  const part = late(async () => {
    const [{ createMenus }] = await Promise.all([import('./menus.js'), loadStyle('tickets-windows'), table.later('ticket_new'), desk.loadForLists(), tickets.ensureKnown()]);
    return createMenus({ desk, tickets });
  });
  /** @template {keyof import('./menus.js').Menus} N @param {N} name */
  const menu = (name) => (/** @type {any[]} */ ...args) => part.use((menus) => /** @type {any} */ (menus[name])(...args), desk.failed);
  return { load: part.load, status: menu('status'), priority: menu('priority'), assign: menu('assign'), label: menu('label'), type: menu('type'), due: menu('due'), followers: menu('followers'), link: menu('link') };
}

/** The list, or the board, is seen or needed from here on. @param {Bench['desk']} desk @param {Tickets} tickets */
const needList = (desk, tickets) => Promise.all([desk.loadForLists(), tickets.showList()]);

/**
 * What is seen of the room one after the other: each comes with its first look, or once somebody moves.
 * @param {object} host
 * @param {Bench} host.app
 * @param {Tickets} host.tickets
 * @param {ReturnType<typeof lateMenus>} host.menus
 * @param {(name:string) => HTMLElement} host.place
 * @param {(id:string) => void} host.open
 * @param {() => {doing:ReturnType<typeof createDoing>, changes:ReturnType<typeof createChanges>, does:import('./ticket-head.js').Does, where:() => {at:number, count:string}|null}} host.hands
 */
function createParts({ app, tickets, menus, place, open, hands }) {
  const { desk, ui } = app;
  const overview = late(async () => {
    const [{ createOverview }] = await Promise.all([import('./overview.js'), loadStyle('tickets-overview')]);
    return createOverview({ app, tickets, menus, doing: hands().doing, scroll: place('tickets-scroll'), open });
  });
  const board = late(async () => {
    const [{ createBoardView }] = await Promise.all([import('./board.js'), loadStyle('tickets-board')]);
    return createBoardView({ desk, tickets, ui, open, move: (id, status_id) => tickets.act([id], 'status', { status_id }) });
  });
  const single = late(async () => {
    const [{ createSingle, flatView }] = await Promise.all([import('./single.js'), loadStyle('tickets-single')]);
    const { changes, does, where } = hands();
    return { ...createSingle({ desk, tickets, ui, menus, where, does, refused: changes.refused, wrong: changes.wrong, setField: changes.setField }), piece: flatView };
  });
  const list = () => overview.peek()?.list ?? null;
  return {
    overview,
    board,
    single,
    list,
    pane: () => (tickets.look === 'board' ? board.peek() : null) ?? list() ?? NO_PANE,
    /** Those before and after a ticket are known. */
    neighbours: () => Promise.all([overview.load(), tickets.look === 'board' ? board.load() : null, needList(desk, tickets)]),
  };
}

/** @param {import('../../app/bench.js').Bench} bench @returns {import('../../app/router.js').Room} */
function createRoom(bench) {
  const conversation = conversationOf(bench);
  const { app, thread } = conversation;
  const { desk, ui, storage, api, me } = app;
  const tickets = createTickets({ core: bench.desk, api: createTicketsApi(api.call), storage, now: Date.now, after: (fn, ms) => setTimeout(fn, ms) });
  const root = layOut(app);
  /** @param {string} name */
  const place = (name) => /** @type {HTMLElement} */ (root.querySelector(`.${name}`));
  /** null = the list; '' = nothing was shown yet, and nothing is fetched for it. */
  const open = signal(/** @type {string|null} */ (''));
  const openId = () => (open.peek() ? (tickets.opened.ticket?.id ?? null) : null);
  const openOne = (/** @type {string} */ id) => {
    pane().rest(id);
    show(tickets.rows.get(id)?.name ?? id);
  };
  const show = createOpening({ app, tickets, conversation, lodging: () => lodging, open });
  const menus = lateMenus({ app, tickets });
  const parts = createParts({ app, tickets, menus, place, open: openOne, hands: () => ({ doing, changes, does: { back, go: doing.go, solve: doing.solve, merge, children: changes.children, rename: changes.rename }, where }) });
  const { single, list, pane, neighbours } = parts;
  const doing = createDoing({ app, tickets, menus, root, pane, neighbours, show, openId });
  const changes = createChanges({ app, tickets });
  const back = () => {
    const id = openId();
    if (history.state?.from === 'tickets' && ui.phone.value) history.back();
    else show(null);
    const focus = () => id && (tickets.look === 'board' ? parts.board.peek()?.focusCard(id) : list()?.focusRow(id));
    if (pane().order().length > 0) requestAnimationFrame(focus);
    else neighbours().then(focus, () => {});
  };
  const where = () => {
    const id = openId();
    const at = id ? pane().order().indexOf(id) : -1;
    const count = tickets.counts[String(tickets.list.view)];
    return at < 0 ? null : { at: at + 1, count: count === null ? '999+' : String(Math.max(count ?? 0, pane().order().length)) };
  };
  const merge = desk.may('merge') ? () => void openMerge(app, String(openId()), 'merge') : null;
  /** @type {import('../../thread/conversation.js').Host} */
  const lodging = {
    room: 'tickets',
    place: place('ticket-sheet'),
    piece: (...piece) => single.get()?.piece(...piece) ?? html``,
    head: () => single.get()?.head() ?? html`<header class="ticket-top"></header>`,
    empty: () => nothing,
    leave: () => show(null),
  };
  drawRoom({ tickets, place, parts, open, show });
  effect(() => {
    open.value;
    changes.forget();
  });
  followSide({ app, root, open });
  app.shell.addActions('tickets', actionsOf({ app, conversation, tickets, root, list, doing, pane, open, openOne, back, merge }));
  for (const load of [menus.load, single.load, neighbours]) soon(load);

  let entered = false;
  return {
    root,
    title: () => {
      const { ticket } = tickets.opened;
      return open.peek() && ticket ? `${ticket.name} ${ticket.title} · ${me.shop.name}` : `${t('rail.tickets')} · ${me.shop.name}`;
    },
    heading: () => (open.peek() ? document.getElementById('thread-title') : root.querySelector('h1')),
    address: () => addressOf(open.peek()),
    // What is seen first is drawn at once.
    prepare: ({ inner }) => (inner ? single.load() : parts.overview.load()),
    show({ inner, url }) {
      const view = url.searchParams.get('view');
      if (view) tickets.showView(/** @type {any} */ (view));
      tickets.show(true);
      desk.start();
      if (!inner) needList(desk, tickets);
      if (inner) conversation.lodge(lodging);
      const at = Number(url.searchParams.get('at')) || 0;
      if (!entered || at > 0 || inner !== open.peek() || (inner && desk.openId !== openId())) show(inner, true, at);
      else if (!inner) desk.show(null);
      else if (ui.narrow.value) ui.details.set(false);
      entered = true;
      thread.markRead();
    },
    hide() {
      conversation.rest();
      list()?.letGo();
      tickets.show(false);
      if (ui.narrow.value) ui.details.set(false);
      app.rail.inert = false;
    },
  };
}

/**
 * Draws head, list or board, and the side into their places.
 * @param {object} host
 * @param {Tickets} host.tickets
 * @param {(name:string) => HTMLElement} host.place
 * @param {ReturnType<typeof createParts>} host.parts
 * @param {import('../../signals.js').Signal<string|null>} host.open
 * @param {(name:string|null) => Promise<void>} host.show
 */
function drawRoom({ tickets, place, parts: { overview, board, single }, open, show }) {
  /** While a ticket is open the list is drawn only where it is there. */
  const shown = () => (open.value === null ? overview.get() : overview.seen());
  const scroll = place('tickets-scroll');
  const coming = () => (open.value === null ? html`<p class="list-note" role="status">${t('common.loading')}</p>` : nothing);
  mount(place('tickets-top'), () => shown()?.head() ?? nothing);
  mount(place('tickets-conditions'), () => shown()?.bar() ?? nothing);
  mount(place('tickets-pill'), () => (tickets.look === 'list' ? shown()?.list.pill() : null) ?? nothing);
  mount(scroll, () => {
    tickets.ticks.list.value;
    scroll.dataset.look = tickets.look;
    if (tickets.look === 'list') return shown()?.list.view() ?? coming();
    const there = open.value === null ? board.get() : board.seen();
    there?.attach(scroll);
    return there?.view() ?? coming();
  });
  mount(place('tickets-bulk'), () => shown()?.bulk() ?? nothing);
  mount(place('ticket-side'), () => {
    tickets.ticks.open.value;
    const { phase } = tickets.opened;
    if (!open.value) return nothing;
    if (phase === 'missing' || phase === 'failed') {
      return html`<p class="panel-note" role="alert">${t(phase === 'missing' ? 'tickets.missing' : 'tickets.failed')} ${phase === 'failed' ? html`<button class="text-button" @click=${() => tickets.opened.load()}>${t('common.retry')}</button>` : html`<button class="text-button" @click=${() => show(null)}>${t('tickets.to_list')}</button>`}</p>`;
    }
    return single.get()?.side() ?? nothing;
  });
}

offer('tickets', createRoom);
