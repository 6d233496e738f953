/** What is done to tickets from list, board and page: by keys, buttons and the palette; what was refused of the open one. */
import { loadStyle } from '../../app/load-style.js';
import { t } from '../../app/texts.js';
import { html } from '../../lit.js';
import { isDone, statusOf } from '../../store/tickets/ticket.js';
import { askTicket } from '../../thread/to-ticket.js';

/** @typedef {import('../../thread/conversation.js').Bench} Bench */
/** @typedef {import('../../store/tickets/tickets.js').Tickets} Tickets */
/** What list and board have alike. @typedef {Pick<import('./board.js').BoardView, 'focused'|'aimed'|'step'|'rest'|'beside'|'order'>} Pane */

/**
 * What is done to tickets from here, by keys, buttons and the palette.
 * @param {object} host
 * @param {Bench} host.app
 * @param {Tickets} host.tickets
 * @param {Pick<import('./menus.js').Menus, 'assign'|'status'|'priority'|'label'>} host.menus
 * @param {HTMLElement} host.root
 * @param {() => Pane} host.pane
 * @param {() => Promise<unknown>} host.neighbours   they are there, as far as they come
 * @param {(name:string|null, keep?:boolean) => Promise<void>} host.show
 * @param {() => string|null} host.openId
 */
export function createDoing({ app, tickets, menus, root, pane, neighbours, show, openId }) {
  const { desk } = app;
  /** What a key is about: what is chosen, else the ticket that is open, else the line in focus. @returns {string[]} */
  const aim = () => {
    const id = openId();
    if (id) return [id];
    if (tickets.selection.size > 0) return tickets.selection.ids;
    const aimed = pane().focused ?? pane().aimed();
    return aimed && tickets.rows.has(aimed) ? [aimed] : [];
  };
  const solve = async () => {
    const ids = aim();
    if (!tickets.known) await tickets.ensureKnown();
    const tickets_ = ids.flatMap((id) => tickets.rows.get(id) ?? []);
    const reopens = tickets_.length > 0 && tickets_.every((one) => isDone(one.category));
    const status = statusOf(tickets.statuses, reopens ? 'open' : 'solved');
    if (!status) return;
    const next = !openId() && ids.length === 1 ? pane().beside(ids[0], 1) : null;
    if (!openId()) tickets.selection.clear();
    tickets.act(ids, 'status', { status_id: status.id }, { key: reopens ? 'tickets.done_reopen' : 'tickets.done_solve' });
    if (next) requestAnimationFrame(() => document.activeElement === document.body && 'focusRow' in pane() && /** @type {any} */ (pane()).focusRow(next));
  };
  /** Where a menu that was asked for by a key comes up. @param {string} name */
  const anchorOf = (name) => {
    const prop = name === 'assign' ? 'prop-agent' : name === 'label' ? 'prop-labels' : `prop-${name}`;
    const button = openId() ? document.getElementById(prop) : tickets.selection.size > 0 ? document.getElementById(`bulk-${name}`) : null;
    const seen = button && /** @type {any} */ (button).checkVisibility?.() !== false && !button.closest('[inert]');
    return /** @type {HTMLElement} */ ((seen && button) || (document.activeElement !== document.body && document.activeElement) || root.querySelector('.ticket-does button, .tickets-head button'));
  };
  /** @param {number} by */
  const go = async (by) => {
    const id = openId();
    if (id && pane().order().length === 0) await neighbours().catch(() => {});
    if (id !== openId()) return;
    const next = id && pane().beside(id, by);
    if (!next) return;
    pane().rest(next);
    show(tickets.rows.get(next)?.name ?? next);
  };
  const add = async () => {
    const ticket = await askTicket(app, { of: null, make: (api, what) => api.add(what) });
    if (!ticket) return;
    tickets.tell(ticket);
    desk.notify({ key: 'tickets.made', vars: { name: ticket.name }, icon: 'circle-check' });
    show(ticket.name);
  };
  /** @param {string} name */
  const find = (name) => /** @type {HTMLElement|null} */ (document.getElementById(name));

  return {
    aim,
    solve,
    go,
    add,
    take: () => tickets.act(aim(), 'assign', { agent_id: desk.agent.id }, { quiet: Boolean(openId()) }),
    /** @param {'assign'|'status'|'priority'|'label'} name */
    menu: (name) => aim().length > 0 && menus[name](anchorOf(name), aim()),
    /** @param {'type'|'due'|'link'|'followers'|'title'|'details'} name */
    property(name) {
      if (name === 'details') return app.ui.narrow.value && app.ui.details.toggle();
      if (name === 'title') return find('ticket-title')?.focus();
      // Where the properties are a drawer, it opens first.
      if (app.ui.narrow.value) app.ui.details.set(true);
      requestAnimationFrame(() => find({ type: 'prop-type', due: 'prop-due', link: 'ticket-link', followers: 'ticket-followers' }[name] ?? '')?.click());
    },
  };
}

/**
 * What was refused of the open ticket, and one answer to its children.
 * @param {object} host
 * @param {Bench} host.app
 * @param {Tickets} host.tickets
 */
export function createChanges({ app, tickets }) {
  const { desk, dialogs } = app;
  /** @type {Record<string, string>} */ let wrong = {};
  /** @param {string} key @param {import('../../api.js').Problem} error */
  const complain = (key, error) => {
    if (error.status === 400 || error.status === 422) {
      const place = error.field?.replace(/^fields\.?/, '') || key;
      wrong = { ...wrong, [place]: t('tickets.wrong_field') };
      desk.notify({ key: 'tickets.wrong_value', icon: 'circle-alert' });
      desk.clock.touch(tickets.ticks.open);
    } else desk.failed(error);
  };
  return {
    wrong: () => wrong,
    forget: () => {
      wrong = {};
    },
    /** @param {import('../../api.js').Problem} error */
    refused: (error) => complain('', error),
    /** @param {string} key @param {any} value */
    async setField(key, value) {
      const { ticket } = tickets.opened;
      if (!ticket) return;
      const { [key]: _gone, ...rest } = wrong;
      wrong = rest;
      const error = await tickets.change(ticket.id, { fields: { [key]: value } }, { fields: { ...ticket.fields, [key]: value } });
      if (error) complain(key, error);
    },
    /** @param {string} title */
    async rename(title) {
      const { ticket } = tickets.opened;
      const error = ticket && (await tickets.change(ticket.id, { title }));
      if (error) complain('title', error);
      return !error;
    },
    async children() {
      await loadStyle('tickets-windows');
      const { ticket } = tickets.opened;
      const count = ticket.links.filter((/** @type {any} */ one) => one.kind === 'child').length;
      let text = '';
      const sure = await dialogs.ask({
        title: t('tickets.children_ask', { count }),
        text: t('tickets.children_means'),
        confirm: t('tickets.children_send'),
        content: html`<textarea class="children-text" rows="4" aria-label=${t('thread.reply_label')} @input=${(/** @type {FieldEvent} */ event) => {
          text = event.target.value;
        }}></textarea>`,
      });
      if (!sure || !text.trim()) return;
      try {
        await tickets.api.answerChildren(ticket.id, { kind: 'text', text: text.trim() });
        desk.notify({ key: 'tickets.children_sent', count, icon: 'circle-check' });
      } catch (error) {
        desk.failed(error);
      }
    },
  };
}
