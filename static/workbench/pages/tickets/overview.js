/**
 * The tickets side by side: the lines of a view, the head over them and the bar of what is chosen. Comes when the list is first seen, or
 * once somebody moves on the page of one ticket, whose neighbours stand in it.
 */
import { loadStyle } from '../../app/load-style.js';
import { signal } from '../../signals.js';
import { PRIORITIES } from '../../store/tickets/ticket.js';
import { drawn, keepColumns, keptColumns } from './columns.js';
import { createBulk, createTicketHead } from './head.js';
import { createTicketList } from './list.js';
import { priorityName } from './words.js';

/** The builder comes with its words, which are those of the page where views are made. @template T @param {import('../../thread/conversation.js').Bench} app @param {() => Promise<T>} load @returns {Promise<T|null>} null = away: it can be asked for again */
async function openConditions({ table }, load) {
  const page = table.find('/settings/views')?.page;
  try {
    const [part] = await Promise.all([load(), page && table.words(page), loadStyle('tickets-windows')]);
    return part;
  } catch {
    return null;
  }
}

/**
 * @param {object} host
 * @param {import('../../thread/conversation.js').Bench} host.app
 * @param {import('../../store/tickets/tickets.js').Tickets} host.tickets
 * @param {import('./menus.js').Menus} host.menus
 * @param {ReturnType<typeof import('./doing.js').createDoing>} host.doing
 * @param {HTMLElement} host.scroll   the element that scrolls
 * @param {(id:string) => void} host.open
 */
export function createOverview({ app, tickets, menus, doing, scroll, open }) {
  const { desk, ui, storage } = app;
  const columns = signal(keptColumns(storage));
  const showView = (/** @type {string} */ view) => tickets.showView(/** @type {any} */ (view));
  const list = createTicketList({ desk, tickets, ui, columns: () => drawn(columns.value, ui.narrow.value), open });
  list.attach(scroll);
  const { head, bar } = createTicketHead({
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
    filter: (anchor) =>
      void openConditions(app, () => import('./filter.js')).then((part) =>
        part?.openFilter(anchor, { desk, tickets, priorities: PRIORITIES.map((value) => ({ value, label: priorityName(value) })), show: showView }),
      ),
  });
  const bulk = createBulk({
    tickets,
    menus: { assign: (anchor) => menus.assign(anchor, doing.aim()), status: (anchor) => menus.status(anchor, doing.aim()), priority: (anchor) => menus.priority(anchor, doing.aim()), label: (anchor) => menus.label(anchor, doing.aim()) },
    solve: doing.solve,
  });
  return { list, head, bar, bulk };
}

/** @typedef {ReturnType<typeof createOverview>} Overview */
