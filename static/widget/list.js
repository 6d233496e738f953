/** All of the visitor's conversations, newest first, each one press away, and a button for another one. */
import { el, icon } from './dom.js';
import { headButton } from './head.js';
import { conversationRow } from './rows.js';
import { ticketMark } from './tickets.js';

/**
 * The view of all conversations.
 * @param {object} options
 * @param {import('./types.js').Texts} options.texts
 * @param {() => void} options.close
 * @param {() => void} options.back
 * @param {(id:string) => void} options.open
 * @param {() => void} options.begin
 * @param {() => void} [options.leave] a ticket; pages of an older release have none
 */
export function createList({ texts, close, back, open, begin, leave }) {
  const { t } = texts;
  const title = el('h1', { class: 'name', tabindex: '-1' }, t('list.title'));
  const rows = el('ul', { class: 'talks' });
  const node = el(
    'section',
    { class: 'view', hidden: true },
    el('header', { class: 'head' }, headButton('back', 'chevron-left', t('back'), back), el('div', { class: 'who' }, title), headButton('leave', 'x', t('close'), close)),
    el('div', { class: 'page' }, rows),
    el(
      'footer',
      { class: 'home-foot' },
      el('button', { type: 'button', class: 'loud', onclick: begin }, icon('chat', 20), el('span', {}, t('list.new'))),
      leave && el('button', { type: 'button', class: 'calm', onclick: leave }, ticketMark(20), el('span', {}, t('list.ticket'))),
    ),
  );
  return {
    node,
    focus: () => title.focus({ preventScroll: true }),
    /** @param {import('./types.js').Shop} shop @param {import('./types.js').Row[]} all @param {(id:string) => number} unread */
    draw(shop, all, unread) {
      const held = rows.contains(document.activeElement) ? [...rows.querySelectorAll('button')].indexOf(/** @type {HTMLButtonElement} */ (document.activeElement)) : -1;
      rows.replaceChildren(...all.map((row) => el('li', {}, conversationRow(row, { texts, shop, unread: unread(row.id), open: () => open(row.id) }))));
      if (held >= 0) rows.querySelectorAll('button')[held]?.focus();
    },
  };
}
