/** Conversations as rows: in the list of all, and the last one on the home view. */
import { unmarked } from '../design/markdown.js';
import { el, face, pictureAt } from './dom.js';
import { ticketLine, ticketMark } from './tickets.js';

/** A time of today, else the day. @param {Date} date @param {Date} now @param {import('./types.js').Texts} texts */
export function when(date, now, texts) {
  const day = texts.day(date, now);
  if (day === texts.t('day.today')) return texts.time(date);
  if (day === texts.t('day.yesterday') || date.getFullYear() !== now.getFullYear()) return day;
  return new Intl.DateTimeFormat(texts.locale, { month: 'short', day: 'numeric' }).format(date);
}

/**
 * A row about one conversation.
 * @param {import('./types.js').Row} row
 * @param {{texts:import('./types.js').Texts, shop:import('./types.js').Shop, unread:number, open:() => void}} how
 */
export function conversationRow(row, { texts, shop, unread, open }) {
  const { t } = texts;
  const said = row.last_message;
  const theirs = said && said.sender?.kind !== 'visitor' ? said.sender : null;
  const ours = shop.texts?.title || shop.shop_name || '';
  const who = theirs?.name || ours;
  // Where nobody has answered yet, the visitor's own words tell one from another.
  const { ticket } = row;
  const title = ticket ? ticket.title : said && !theirs ? said.text : who;
  const line = ticket ? ticketLine(ticket) : !said ? t('list.empty') : theirs ? unmarked(said.text) : ours;
  const known = (shop.agents ?? []).find((one) => one.name === theirs?.name);
  const at = new Date(said?.sent_at ?? row.updated_at ?? row.opened_at);
  const time = Number.isNaN(at.getTime()) ? '' : when(at, new Date(), texts);
  return el(
    'button',
    { type: 'button', class: 'talk-row', onclick: open },
    ticket ? el('span', { class: 'ticket-mark' }, ticketMark(20)) : face(who, 36, pictureAt(known?.picture ?? (theirs ? null : shop.logo))),
    el(
      'span',
      { class: 'talk-words' },
      el('span', { class: `talk-name${unread ? ' strong' : ''}` }, title, row.state === 'closed' && !ticket && el('span', { class: 'talk-closed' }, t('list.closed'))),
      el('span', { class: 'talk-last' }, line),
    ),
    el(
      'span',
      { class: 'talk-facts' },
      el('time', {}, time),
      unread > 0 && el('span', { class: 'count' }, el('span', { 'aria-hidden': 'true' }, String(unread)), el('span', { class: 'sr' }, texts.count('list.unread', unread))),
    ),
  );
}

/**
 * The last conversation, with the way to all of them.
 * @param {HTMLElement} box shown once it is drawn
 * @param {{texts:import('./types.js').Texts, shop:import('./types.js').Shop, rows:import('./types.js').Row[], unread:number, open:(id:string) => void, all:() => void}} how the rows are newest first
 */
export function drawLast(box, { texts, shop, rows, unread, open, all }) {
  box.replaceChildren(
    el(
      'div',
      { class: 'card-head' },
      el('h2', {}, texts.t('home.last')),
      el('button', { type: 'button', class: 'quiet', onclick: all }, texts.count('home.all', rows.length)),
    ),
    conversationRow(rows[0], { texts, shop, unread, open: () => open(rows[0].id) }),
  );
  box.hidden = false;
}
