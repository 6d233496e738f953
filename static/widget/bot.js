/**
 * What the shop's bot says: its face and the word that it answers by itself, and its cards. A card of the bot is asked several things
 * that do not end one another: whether it helped, which of its choices was meant, and for a person, who is one press away in each.
 */
import { el, face, icon, pictureAt, shape } from './dom.js';
import { drawRich } from './rich.js';

/** Lucide (ISC). */
const ROBOT = ['M12 8V4H8', 'M6 8h12a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2Z', 'M2 14h2', 'M20 14h2', 'M15 13v2', 'M9 13v2'];
export const THUMB_UP = ['M7 10v12', 'M15 5.88 14 10h5.83a2 2 0 0 1 1.92 2.56l-2.33 8A2 2 0 0 1 17.5 22H4a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2h2.76a2 2 0 0 0 1.79-1.11L12 2a3.13 3.13 0 0 1 3 3.88Z'];
export const THUMB_DOWN = ['M17 14V2', 'M9 18.12 10 14H4.17a2 2 0 0 1-1.92-2.56l2.33-8A2 2 0 0 1 6.5 2H20a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-2.76a2 2 0 0 0-1.79 1.11L12 22a3.13 3.13 0 0 1-3-3.88Z'];
const PERSON = ['M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2', 'M12 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z'];

/** @typedef {{id:string, label:string, url?:string}} Button */
/** @typedef {'person'|'helpful'|'choice'} Kind   which choices take the place of one another */

/** Whether a card is the bot's. @param {{buttons?:Button[]}|undefined} card */
export const isOfBot = (card) => (card?.buttons ?? []).some(({ id }) => /^(bot|faq):/.test(id));

/** @param {string} choice @returns {Kind} */
export const kindOf = (choice) => (choice === 'bot:person' ? 'person' : /^bot:(un)?helpful$/.test(choice) ? 'helpful' : 'choice');

/** What was pressed on a card so far, in whatever order it is heard of. @type {WeakMap<HTMLElement, Set<string>>} */
const pressed = new WeakMap();

/**
 * Whether a button has nothing more to ask: it was pressed, or another one that it stands against.
 * @param {string} id @param {Set<string>} chosen @param {boolean} oneOf the choices are what may have been meant
 */
export function isDone(id, chosen, oneOf) {
  if (chosen.has(id)) return true;
  const kind = kindOf(id);
  return kind !== 'person' && (kind === 'helpful' || oneOf) && [...chosen].some((one) => kindOf(one) === kind);
}

/** The face of the bot. @param {number} size @param {{name:string, face?:string|null}} bot */
export const botFace = (size, { name, face: picture }) => {
  const address = pictureAt(picture?.replace(/^\/p\//, ''));
  if (address) return face(name, size, address);
  return el('span', { class: `face size-${size} face-bot`, 'aria-hidden': 'true' }, shape(ROBOT, Math.round(size * 0.6), 'robot'));
};

/** Its words look like what they are. @param {HTMLElement} turn @param {{name:string, face?:string|null}} bot @param {import('./types.js').Texts} texts */
export function markBot(turn, bot, texts) {
  if (turn.classList.contains('bot')) return;
  turn.classList.add('bot');
  turn.querySelector('.face')?.replaceWith(botFace(28, bot));
  const name = turn.querySelector('.sr');
  if (!name) return;
  name.textContent = texts.t('bot.auto', { name: bot.name });
  name.className = 'bot-name';
}

/** Whether it helped is no part of the talk. @param {Element} turn of the card @param {string[]} labels */
function hideVotes(turn, labels) {
  for (const said of turn.closest('.scroll')?.querySelectorAll('.turn.mine[data-kind="choice"]:not(.told)') ?? []) {
    const follows = turn.compareDocumentPosition(said) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (follows && labels.includes(said.querySelector('.bubble')?.textContent ?? '')) said.classList.add('told');
  }
}

/**
 * A card of the bot: words in the bubble, what can be pressed under it.
 * @param {HTMLElement} holder
 * @param {import('../im/types.js').Card} card
 * @param {{texts:import('./types.js').Texts, id:string, answer:any, send:(content:import('./types.js').Content) => boolean}} how
 */
export function drawBotCard(holder, card, { texts, id, answer, send }) {
  const { t } = texts;
  /** @type {Button[]} */ const buttons = card.buttons ?? [];
  const chosen = pressed.get(holder) ?? new Set();
  if (answer?.kind === 'choice') chosen.add(answer.choice);
  pressed.set(holder, chosen);
  const oneOf = buttons.some(({ id: one }) => one === 'bot:none');

  /** @param {Button} one @param {string} look @param {...(Node|string|false)} inside */
  const press = (one, look, ...inside) => {
    const is = chosen.has(one.id);
    return el(
      'button',
      {
        type: 'button',
        class: `${look}${is ? ' chosen' : ''}`,
        'data-choice': one.id,
        disabled: isDone(one.id, chosen, oneOf),
        'aria-pressed': is ? 'true' : null,
        onclick: () => send({ kind: 'choice', of: id, choice: one.id, text: one.label }),
      },
      ...inside,
    );
  };
  /** @param {Button} one */
  const isChosen = (one) => chosen.has(one.id);
  /** @param {Button} one */
  const pill = (one) =>
    one.url
      ? /^https?:\/\//i.test(one.url) && el('a', { class: 'pill', href: one.url, target: '_blank', rel: 'noopener noreferrer' }, one.label)
      : press(one, 'pill', isChosen(one) && icon('check', 14), one.label);
  const meant = buttons.filter((one) => one.id.startsWith('faq:') || one.id === 'bot:none');
  const own = buttons.filter((one) => !/^(bot|faq):/.test(one.id));
  /** @param {string} name */
  const of = (name) => buttons.find((one) => one.id === name);
  const [yes, no, person] = [of('bot:helpful'), of('bot:unhelpful'), of('bot:person')];

  const words = el('div', { class: 'bot-words' });
  drawRich(words, card.text ?? '', !card.markdown);
  holder.replaceChildren(words);
  holder.dataset.type = 'bot';
  const under = el(
    'div',
    { class: 'bot-under' },
    meant.length > 0 &&
      el(
        'ul',
        { class: 'card-list bot-meant' },
        ...meant.map((one) => el('li', {}, press(one, one.id === 'bot:none' ? 'line-button bot-none' : 'line-button', el('span', {}, one.label), icon(isChosen(one) ? 'check' : 'chevron-right', 16)))),
      ),
    own.length > 0 && el('div', { class: 'card-buttons' }, ...own.map(pill)),
    Boolean(yes || person) &&
      el(
        'div',
        { class: 'bot-foot' },
        yes && no
          ? el(
              'div',
              { class: 'bot-helped', role: 'group', 'aria-label': t('bot.helped') },
              el('span', { 'aria-hidden': 'true' }, t('bot.helped')),
              press(yes, 'pill small', shape(THUMB_UP, 16), t('bot.yes')),
              press(no, 'pill small', shape(THUMB_DOWN, 16), t('bot.no')),
            )
          : null,
        person ? press(person, 'bot-person', shape(PERSON, 14), person.label || t('bot.person')) : null,
      ),
  );
  const turn = holder.closest('.turn');
  turn?.classList.add('bot-said');
  if (turn && yes && no) hideVotes(turn, [yes.label, no.label]);
  const below = turn?.querySelector('.below');
  const before = below?.querySelector('.bot-under');
  // Somebody who pressed a button keeps their place.
  const held = before?.contains(document.activeElement) ? document.activeElement?.getAttribute('data-choice') : null;
  if (before) before.replaceWith(under);
  else below?.prepend(under);
  if (held) /** @type {HTMLElement|null} */ (under.querySelector('button:not(:disabled)'))?.focus({ preventScroll: true });
}
