/**
 * The board: tickets by status. A card is dragged to another column, or moved there with Shift and an arrow key; arrows alone go from
 * card to card. Columns load more as somebody scrolls in them.
 */
import { html, nothing } from '../../lit.js';
import { repeat } from '../../lit-repeat.js';
import { agentAvatar, contactName } from '../../parts/people.js';
import { t } from '../../app/texts.js';
import { following, isDone, promised } from '../../store/tickets/ticket.js';
import { bars, statusIcon } from './icons.js';
import { priorityName, promiseView } from './words.js';

/** Pixels left in a column when more is asked for. */
const AHEAD = 320;

/** Where somebody is on the board. */
const begun = () => ({
  /** @type {string|null} */ focused: null,
  /** What is dragged, and over which column. @type {string|null} */ dragged: null,
  /** @type {string|null} */ over: null,
  /** @type {HTMLElement|null} */ place: null,
  said: '',
});
/** @typedef {ReturnType<typeof begun>} Here */
/** @typedef {import('../../store/desk.js').Desk} Desk */
/** @typedef {import('../../store/tickets/tickets.js').Tickets} Tickets */

/**
 * Cards are gone through and moved, by keys and by a pointer.
 * @param {object} host
 * @param {Here} host.here
 * @param {Desk} host.desk
 * @param {Tickets} host.tickets
 * @param {(id:string, status:string) => Promise<boolean>} host.move
 */
function createMoves({ here, desk, tickets, move }) {
  const { board } = tickets;
  const draw = () => desk.clock.touch(tickets.ticks.list);
  /** @param {string|null} id */
  const focusCard = (id) => {
    if (!id) return;
    here.focused = id;
    draw();
    requestAnimationFrame(() => {
      const card = /** @type {HTMLElement|null} */ (here.place?.querySelector(`.board-card[data-id="${CSS.escape(id)}"]`));
      card?.focus();
      card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
  };
  /** Whether the ticket may stand in the column. @param {string|null} id @param {string|null} status */
  const may = (id, status) => {
    const ticket = id && tickets.rows.get(id);
    return Boolean(ticket && status && ticket.status_id !== status && following(tickets.statuses, ticket.category).some((one) => one.id === status));
  };
  /** @param {string} id @param {string} status */
  const moveTo = async (id, status) => {
    if (!may(id, status)) {
      here.said = t('tickets.board_cannot');
      return draw();
    }
    const done = await move(id, status);
    if (done) here.said = t('tickets.board_moved', { name: tickets.rows.get(id)?.name ?? '', status: tickets.status(status)?.name ?? '' });
    focusCard(id);
  };
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const id = /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.target).closest('.board-card'))?.dataset.id;
    const to = /** @type {const} */ ({ ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' })[event.key];
    if (!id || !to || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (!event.shiftKey) return focusCard(board.beside(id, to));
    if (to !== 'left' && to !== 'right') return;
    const status = board.statusBeside(id, to === 'left' ? -1 : 1);
    if (status) moveTo(id, status);
  };
  /** @param {string} status */
  const drop = (status) => ({
    over: (/** @type {DragEvent} */ event) => {
      if (!may(here.dragged, status)) return;
      event.preventDefault();
      if (here.over === status) return;
      here.over = status;
      draw();
    },
    take: (/** @type {DragEvent} */ event) => {
      event.preventDefault();
      const id = here.dragged;
      here.over = null;
      here.dragged = null;
      if (id) moveTo(id, status);
      draw();
    },
  });
  return { draw, focusCard, onKey, drop };
}

/**
 * One card.
 * @param {object} host
 * @param {Here} host.here
 * @param {Desk} host.desk
 * @param {Tickets} host.tickets
 * @param {import('../../app/ui.js').Ui} host.ui
 * @param {(id:string) => void} host.open
 * @param {() => void} host.draw
 */
function createCard({ here, desk, tickets, ui, open, draw }) {
  /** @param {string} id @param {string} tabbed */
  const card = (id, tabbed) => {
    const ticket = tickets.rows.get(id);
    if (!ticket) return nothing;
    const agent = ticket.agent_id ? (desk.agents.find((one) => one.id === ticket.agent_id) ?? { id: ticket.agent_id, name: desk.agentName(ticket.agent_id) ?? '' }) : null;
    return html`<li>
      <a
        class="board-card ${here.dragged === id ? 'dragged' : ''}"
        href="/tickets/${ticket.name}"
        data-id=${id}
        draggable="true"
        tabindex=${tabbed === id ? 0 : -1}
        @click=${(/** @type {MouseEvent} */ event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
          event.preventDefault();
          here.focused = id;
          open(id);
        }}
        @dragstart=${(/** @type {DragEvent} */ event) => {
          here.dragged = id;
          event.dataTransfer?.setData('text/plain', `${ticket.name} ${ticket.title}`);
        }}
        @dragend=${() => {
          Object.assign(here, { dragged: null, over: null });
          draw();
        }}
      >
        <span class="board-top"><span class="faint numeric">${ticket.name}</span><span class="board-priority" title=${priorityName(ticket.priority)}>${bars(ticket.priority)}<span class="hidden">${priorityName(ticket.priority)}</span></span></span>
        <span class="board-title">${ticket.title}</span>
        <span class="board-who"><span class="cut">${contactName(ticket.contact)}</span>${agent ? html`${agentAvatar(agent, 'small')}<span class="hidden">${t('inbox.assigned_to', { name: agent.name })}</span>` : nothing}</span>
        ${promiseView(promised(ticket.clock, ui.now.value))}
      </a>
    </li>`;
  };
  return card;
}

/**
 * @param {object} host
 * @param {Desk} host.desk
 * @param {Tickets} host.tickets
 * @param {import('../../app/ui.js').Ui} host.ui
 * @param {(id:string) => void} host.open
 * @param {(id:string, status:string) => Promise<boolean>} host.move
 */
export function createBoardView({ desk, tickets, ui, open, move }) {
  const { board } = tickets;
  const here = begun();
  const { draw, focusCard, onKey, drop } = createMoves({ here, desk, tickets, move });
  const card = createCard({ here, desk, tickets, ui, open, draw });
  /** The desk counts unsolved and done tickets; of another view as many as there are here. @param {import('../../store/tickets/board.js').Column} column @param {import('../../store/tickets/ticket.js').Category} category */
  const countOf = ({ count, ids, next }, category) => {
    const shown = String(tickets.list.view);
    if (shown === 'all' || (shown === 'unsolved' && !isDone(category))) return count === null ? '999+' : String(count);
    return `${ids.length}${next ? '+' : ''}`;
  };
  const view = () => {
    tickets.ticks.list.value;
    desk.ticks.list.value;
    if (board.phase === 'failed') return html`<p class="list-note" role="alert">${t('tickets.list_failed')} <button class="text-button" @click=${tickets.retry}>${t('common.retry')}</button></p>`;
    if (board.phase !== 'ready') return html`<p class="list-note" role="status">${t('common.loading')}</p>`;
    const tabbed = (here.focused && board.has(here.focused) ? here.focused : board.first()) ?? '';
    return html`<div class="board" role="group" aria-label=${t('tickets.board')} @keydown=${onKey}>
        ${board.columns.map((column) => {
          const status = tickets.status(column.status_id);
          const { over, take } = drop(column.status_id);
          return html`<section class="board-column ${here.over === column.status_id ? 'over' : ''}" data-status=${column.status_id} aria-label=${status?.name ?? ''} @dragover=${over} @drop=${take}>
            <h2 class="board-head">${statusIcon(status?.category ?? 'open')}<span class="cut">${status?.name ?? ''}</span><span class="count">${countOf(column, status?.category ?? 'open')}</span></h2>
            <ul
              class="board-cards"
              tabindex="-1"
              @scroll=${(/** @type {Event} */ event) => {
                const { scrollHeight, scrollTop, clientHeight } = /** @type {HTMLElement} */ (event.currentTarget);
                if (scrollHeight - scrollTop - clientHeight < AHEAD) board.more(column.status_id);
              }}
            >
              ${repeat(column.ids, (/** @type {string} */ id) => id, (/** @type {string} */ id) => card(id, tabbed))}
              ${column.next ? html`<li><button type="button" class="text-button quiet board-more" @click=${() => board.more(column.status_id)}>${t('tickets.board_more')}</button></li>` : nothing}
            </ul>
          </section>`;
        })}
      </div>
      <p class="hidden" aria-live="polite">${here.said}</p>`;
  };

  return {
    view,
    focusCard,
    get focused() {
      return here.focused;
    },
    aimed: () => /** @type {HTMLElement|null|undefined} */ (document.activeElement?.closest('.board-card'))?.dataset.id ?? null,
    /** @param {number} by */
    step(by) {
      const id = here.focused && board.has(here.focused) ? board.beside(here.focused, by > 0 ? 'down' : 'up') : board.first();
      focusCard(id);
    },
    /** @param {string} id @param {number} by */
    beside: (id, by) => board.beside(id, by > 0 ? 'down' : 'up'),
    order: () => board.columns.flatMap((column) => column.ids),
    /** @param {string} id */
    rest(id) {
      here.focused = id;
    },
    /** @param {HTMLElement} place */
    attach(place) {
      if (here.place === place) return;
      here.place = place;
      place.addEventListener('focusin', (event) => {
        const id = /** @type {HTMLElement|null} */ (/** @type {Element} */ (event.target).closest('.board-card'))?.dataset.id;
        if (id) here.focused = id;
      });
    },
  };
}

/** @typedef {ReturnType<typeof createBoardView>} BoardView */
