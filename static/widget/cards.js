/**
 * Cards: buttons, a product, an order, a form, a list. Built from data the desk has checked, never from markup. What a visitor
 * chooses or fills in is a message of theirs; a card that has been answered shows the answer and asks no more.
 */
import { drawBotCard, isOfBot } from './bot.js';
import { el, icon, pictureAt, shape } from './dom.js';
import { createFields } from './fields.js';

/** Lucide (ISC): what is pressed leads out of the chat. */
export const EXTERNAL = ['M15 3h6v6', 'M10 14 21 3', 'M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6'];

/** @param {string|undefined} url @param {string} label @param {string} kind */
const link = (url, label, kind) => url && /^https?:\/\//i.test(url) && el('a', { class: kind, href: url, target: '_blank', rel: 'noopener noreferrer' }, label, shape(EXTERNAL, 14, 'external'));

/**
 * Draws a card into the room that its bubble keeps for it.
 * @param {HTMLElement} holder
 * @param {import('../im/types.js').Card} card
 * @param {{texts:import('./types.js').Texts, id:string, answer:any, send:(content:import('./types.js').Content) => boolean}} how
 *   `answer` = content of what was answered, if anything
 */
export function drawCard(holder, card, { texts, id, answer, send }) {
  if (isOfBot(card)) return drawBotCard(holder, card, { texts, id, answer, send });
  const { t } = texts;
  const chosen = answer?.kind === 'choice' ? answer.choice : null;
  const choose = (/** @type {string} */ choice, /** @type {string} */ label) => send({ kind: 'choice', of: id, choice, text: label });
  /** @param {any[]} [list] */
  const buttons = (list = []) =>
    list.length > 0 &&
    el(
      'div',
      { class: 'card-buttons' },
      ...list.map((one) =>
        one.url
          ? link(one.url, one.label, 'pill')
          : el(
              'button',
              { type: 'button', class: `pill${chosen === one.id ? ' chosen' : ''}`, disabled: Boolean(answer), 'aria-pressed': chosen === one.id ? 'true' : null, onclick: () => choose(one.id, one.label) },
              chosen === one.id && icon('check', 14),
              one.label,
            ),
      ),
    );

  const draw = /** @type {Record<string, () => any[]>} */ ({
    buttons: () => [card.text && el('p', { class: 'card-text' }, card.text), buttons(card.buttons)],
    product() {
      const picture = pictureAt(String(card.picture ?? '').replace(/^\/p\//, ''));
      return [
        el(
          'div',
          { class: 'card-product' },
          picture && el('img', { src: picture, alt: '', loading: 'lazy', width: 64, height: 64 }),
          el('div', {}, el('p', { class: 'card-title' }, card.title), card.text && el('p', { class: 'card-text' }, card.text), card.price && el('p', { class: 'card-price' }, card.price)),
        ),
        link(card.url, t('card.look'), 'card-link'),
        buttons(card.buttons),
      ];
    },
    order: () => [
      el('div', { class: 'card-order' }, el('p', { class: 'card-title' }, t('card.order', { number: card.number ?? '' })), card.status && el('span', { class: 'card-status' }, card.status)),
      Boolean(card.lines?.length) && el('dl', { class: 'card-lines' }, ...(card.lines ?? []).map((line) => el('div', {}, el('dt', {}, line.label), el('dd', {}, line.value)))),
      link(card.url, t('card.look'), 'card-link'),
      buttons(card.buttons),
    ],
    list: () => [
      card.title && el('p', { class: 'card-title' }, card.title),
      el(
        'ul',
        { class: 'card-list' },
        ...(card.items ?? []).map((item) => {
          const words = el('span', { class: 'card-item' }, el('b', {}, item.title), item.text && el('span', {}, item.text));
          const is = chosen === item.id;
          const inside = item.url
            ? el('a', { class: 'line-button', href: item.url, target: '_blank', rel: 'noopener noreferrer' }, words, shape(EXTERNAL, 16, 'external'))
            : el('button', { type: 'button', class: `line-button${is ? ' chosen' : ''}`, disabled: Boolean(answer), onclick: () => choose(item.id, item.title) }, words, icon(is ? 'check' : 'chevron-right', 16));
          return el('li', {}, inside);
        }),
      ),
    ],
    form() {
      if (answer) return [el('p', { class: 'card-title' }, card.title), el('p', { class: 'card-done' }, icon('check', 16), t('card.sent'))];
      const fields = createFields(card.fields ?? [], { texts, prefix: `f-${id}` });
      const button = el('button', { type: 'submit', class: 'loud small' }, card.submit || t('form.send'));
      const form = el('form', { class: 'card-form', novalidate: true }, el('p', { class: 'card-title' }, card.title), ...fields.nodes, button);
      form.addEventListener('submit', (/** @type {Event} */ event) => {
        event.preventDefault();
        if (!fields.check()) return;
        const values = fields.values();
        send({ kind: 'form_answer', of: id, values, text: fields.words() || t('card.sent') });
      });
      return [form];
    },
  })[card?.type];
  // A card of a kind that is not known here has its words beside it: they stand there.
  if (draw) holder.replaceChildren(...draw().filter(Boolean));
  holder.dataset.type = card?.type ?? '';
}
