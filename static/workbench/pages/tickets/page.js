/**
 * The tickets: a list or a board of them, and the page of one, which takes in the conversation's thread and composer. Comes when it is
 * first entered and stays, also while another room is seen.
 */
import { take } from '../../app/layers.js';
import { mount } from '../../app/mount.js';
import { offer } from '../../app/rooms.js';
import { t } from '../../app/texts.js';
import { html, nothing, render } from '../../lit.js';
import { effect, signal } from '../../signals.js';
import { createTicketsApi } from '../../store/tickets/api.js';
import { VIEWS } from '../../store/tickets/ticket.js';
import { createTickets } from '../../store/tickets/tickets.js';
import { conversationOf } from '../../thread/conversation.js';
import { flatView } from '../../thread/flat.js';
import { openMerge } from '../../thread/choosing.js';
import { createTicketActions } from './actions.js';
import { drawn, keepColumns, keptColumns } from './columns.js';
import { createChanges, createDoing } from './doing.js';
import { createBulk, createTicketHead } from './head.js';
import './icons.js';
import { createTicketList } from './list.js';
import { createMenus } from './menus.js';
import { createTicketHeadView } from './ticket-head.js';

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
 * @param {import('./list.js').TicketList} host.list
 * @param {ReturnType<typeof createDoing>} host.doing
 * @param {() => import('./list.js').TicketList | import('./board.js').BoardView} host.pane
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
    choose: list.choose,
    chooseAll: list.chooseAll,
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

/** @param {import('../../app/bench.js').Bench} bench @returns {import('../../app/router.js').Room} */
function createRoom(bench) {
  const conversation = conversationOf(bench);
  const { app, thread } = conversation;
  const { desk, ui, storage, api, me } = app;
  const tickets = createTickets({ core: bench.desk, api: createTicketsApi(api.call), storage, now: Date.now, after: (fn, ms) => setTimeout(fn, ms) });
  const root = layOut(app);
  /** @param {string} name */
  const place = (name) => /** @type {HTMLElement} */ (root.querySelector(`.${name}`));
  const open = signal(/** @type {string|null} */ (null));
  const columns = signal(keptColumns(storage));
  const openId = () => (open.peek() ? (tickets.opened.ticket?.id ?? null) : null);
  const openOne = (/** @type {string} */ id) => {
    pane().rest(id);
    show(tickets.rows.get(id)?.name ?? id);
  };
  const show = createOpening({ app, tickets, conversation, lodging: () => lodging, open });
  const menus = createMenus({ desk, tickets });
  const list = createTicketList({ desk, tickets, ui, columns: () => drawn(columns.value, ui.narrow.value), open: openOne });
  // Comes with the first look at it.
  const board = late(() => import('./board.js').then(({ createBoardView }) => createBoardView({ desk, tickets, ui, open: openOne, move: (id, status_id) => tickets.act([id], 'status', { status_id }) })));
  const pane = () => (tickets.look === 'board' ? board.peek() : null) ?? list;
  const doing = createDoing({ app, tickets, menus, root, pane, show, openId });
  const changes = createChanges({ app, tickets });
  const back = () => {
    const id = openId();
    if (history.state?.from === 'tickets' && ui.phone.value) history.back();
    else show(null);
    requestAnimationFrame(() => id && (tickets.look === 'board' ? board.peek()?.focusCard(id) : list.focusRow(id)));
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
    piece: flatView,
    head: createTicketHeadView({ desk, tickets, ui, where, does: { back, go: doing.go, solve: doing.solve, merge, children: changes.children, rename: changes.rename } }),
    empty: () => nothing,
    leave: () => show(null),
  };
  drawRoom({ app, tickets, place, list, board, menus, doing, changes, columns, open, show });
  followSide({ app, root, open });
  app.shell.addActions('tickets', actionsOf({ app, conversation, tickets, root, list, doing, pane, open, openOne, back, merge }));

  let entered = false;
  return {
    root,
    title: () => {
      const { ticket } = tickets.opened;
      return open.peek() && ticket ? `${ticket.name} ${ticket.title} · ${me.shop.name}` : `${t('rail.tickets')} · ${me.shop.name}`;
    },
    heading: () => (open.peek() ? document.getElementById('thread-title') : root.querySelector('h1')),
    address: () => addressOf(open.peek()),
    show({ inner, url }) {
      const view = url.searchParams.get('view');
      if (view) tickets.showView(/** @type {any} */ (view));
      desk.start();
      tickets.show(true);
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
      list.letGo();
      tickets.show(false);
      if (ui.narrow.value) ui.details.set(false);
      app.rail.inert = false;
    },
  };
}

/**
 * A part that is loaded when it is first looked at; whoever draws it is told once it is there.
 * @template T
 * @param {() => Promise<T>} load
 */
function late(load) {
  /** @type {import('../../signals.js').Signal<T|null>} */ const part = signal(/** @type {T|null} */ (null));
  let asked = false;
  const ask = async () => {
    asked = true;
    try {
      part.value = await load();
    } catch {
      // Away: the next look asks again.
      asked = false;
    }
  };
  return {
    peek: () => part.peek(),
    get() {
      if (!asked) ask();
      return part.value;
    },
  };
}
/**
 * @template T
 * @typedef {ReturnType<typeof late<T>>} Late
 */

/** The builder comes with its words, which are those of the page where views are made. @template T @param {Bench} app @param {() => Promise<T>} load @returns {Promise<T|null>} null = away: it can be asked for again */
async function openConditions({ table }, load) {
  const page = table.find('/settings/views')?.page;
  try {
    const [part] = await Promise.all([load(), page && table.words(page)]);
    return part;
  } catch {
    return null;
  }
}

/**
 * Draws head, list or board, and the side into their places.
 * @param {object} host
 * @param {Bench} host.app
 * @param {Tickets} host.tickets
 * @param {(name:string) => HTMLElement} host.place
 * @param {import('./list.js').TicketList} host.list
 * @param {Late<import('./board.js').BoardView>} host.board
 * @param {import('./menus.js').Menus} host.menus
 * @param {ReturnType<typeof createDoing>} host.doing
 * @param {ReturnType<typeof createChanges>} host.changes
 * @param {import('../../signals.js').Signal<Set<string>>} host.columns
 * @param {import('../../signals.js').Signal<string|null>} host.open
 * @param {(name:string|null) => Promise<void>} host.show
 */
function drawRoom({ app, tickets, place, list, board, menus, doing, changes, columns, open, show }) {
  const { desk, ui, storage } = app;
  const showView = (/** @type {string} */ view) => tickets.showView(/** @type {any} */ (view));
  const heads = createTicketHead({
    desk,
    tickets,
    chosenColumns: () => columns.peek(),
    setColumns(next) {
      columns.value = next;
      keepColumns(storage, next);
    },
    showView,
    lookAt: tickets.lookAt,
    add: doing.add,
    filter: (anchor) => void openConditions(app, () => import('./filter.js')).then((part) => part?.openFilter(anchor, { desk, tickets, show: showView })),
  });
  const side = late(() => import('./side.js').then(({ createSide }) => createSide({ desk, tickets, ui, menus, refused: changes.refused, wrong: changes.wrong, setField: changes.setField })));
  const bulk = createBulk({ tickets, menus: { assign: (anchor) => menus.assign(anchor, doing.aim()), status: (anchor) => menus.status(anchor, doing.aim()), priority: (anchor) => menus.priority(anchor, doing.aim()), label: (anchor) => menus.label(anchor, doing.aim()) }, solve: doing.solve });
  const scroll = place('tickets-scroll');
  list.attach(scroll);
  mount(place('tickets-top'), heads.head);
  mount(place('tickets-conditions'), heads.bar);
  mount(place('tickets-pill'), () => (tickets.look === 'list' ? list.pill() : nothing));
  mount(scroll, () => {
    tickets.ticks.list.value;
    scroll.dataset.look = tickets.look;
    if (tickets.look === 'list') return list.view();
    const there = board.get();
    there?.attach(scroll);
    return there ? there.view() : html`<p class="list-note" role="status">${t('common.loading')}</p>`;
  });
  mount(place('tickets-bulk'), bulk);
  mount(place('ticket-side'), () => {
    tickets.ticks.open.value;
    const { phase } = tickets.opened;
    if (open.value === null) return nothing;
    if (phase === 'missing' || phase === 'failed') {
      return html`<p class="panel-note" role="alert">${t(phase === 'missing' ? 'tickets.missing' : 'tickets.failed')} ${phase === 'failed' ? html`<button class="text-button" @click=${() => tickets.opened.load()}>${t('common.retry')}</button>` : html`<button class="text-button" @click=${() => show(null)}>${t('tickets.to_list')}</button>`}</p>`;
    }
    return side.get()?.() ?? nothing;
  });
  effect(() => {
    open.value;
    changes.forget();
  });
}

offer('tickets', createRoom);
