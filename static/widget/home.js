/** The first view: a greeting by name, when somebody answers, first questions, the last conversation, and one loud button. */
import { el, face, icon, pictureAt, shape } from './dom.js';
import { headButton, stateMark } from './head.js';
import { standing } from './hours.js';

/**
 * A row about one conversation.
 * @param {any} row
 * @param {{texts:import('./types.js').Texts, shop:import('./types.js').Shop, unread:number, open:() => void, words:(text:string) => Node|string}} how `words` shows marked ones as plain ones
 */
export function conversationRow(row, { texts, shop, unread, open, words }) {
  const { t } = texts;
  const said = row.last_message;
  const theirs = said && said.sender?.kind !== 'visitor' ? said.sender : null;
  const ours = shop.texts?.title || shop.shop_name || '';
  const who = theirs?.name || ours;
  // Where nobody has answered yet, the visitor's own words tell one from another.
  const title = said && !theirs ? said.text : who;
  const line = !said ? t('list.empty') : theirs ? words(said.text) : ours;
  const known = (shop.agents ?? []).find((/** @type {any} */ one) => one.name === theirs?.name);
  const at = new Date(said?.sent_at ?? row.updated_at ?? row.opened_at);
  const time = Number.isNaN(at.getTime()) ? '' : texts.when(at, new Date());
  return el(
    'button',
    { type: 'button', class: 'talk-row', onclick: open },
    face(who, 36, pictureAt(known?.picture ?? (theirs ? null : shop.logo))),
    el(
      'span',
      { class: 'talk-words' },
      el('span', { class: `talk-name${unread ? ' strong' : ''}` }, title, row.state === 'closed' && el('span', { class: 'talk-closed' }, t('list.closed'))),
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

/** Where a shop has no picture of its own: hills in its colour. */
const HILLS = ['M0 60Q60 10 120 40T250 20T400 50V120H0Z', 'M0 85Q70 40 150 70T290 55T400 80V120H0Z', 'M0 105Q90 75 180 95T400 95V120H0Z'];
const hills = () => {
  const svg = shape(HILLS, 24, 'hills');
  svg.setAttribute('viewBox', '0 0 400 120');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('class', 'hills');
  return svg;
};

/**
 * The home view.
 * @param {object} options
 * @param {ReturnType<typeof import('./texts.js').createTexts>} options.texts
 * @param {() => void} options.close
 * @param {() => void} options.talk
 * @param {(question:string) => void} options.ask
 * @param {(id:string) => void} options.open a conversation
 * @param {() => void} options.all
 * @param {(text:string) => Node} options.words marked ones as plain ones
 */
export function createHome({ texts, close, talk, ask, open, all, words }) {
  const { t } = texts;
  const faces = el('div', { class: 'faces' });
  /** On a phone nothing around the chat says whose it is. */
  const name = el('span', { class: 'home-shop' });
  const title = el('h1', { class: 'home-title', tabindex: '-1' });
  const state = el('p', { class: 'state' });
  const top = el('header', { class: 'home-top' }, hills(), el('div', { class: 'home-bar' }, faces, name, headButton('leave', 'x', t('close'), close)), title, state);
  const questions = el('div', { class: 'home-card questions', hidden: true });
  const last = el('section', { class: 'home-card home-last', hidden: true });
  const privacy = el('p', { class: 'privacy' });
  const node = el(
    'section',
    { class: 'view home', hidden: true },
    el('div', { class: 'home-scroll' }, top, el('div', { class: 'home-body' }, questions, last)),
    el(
      'footer',
      { class: 'home-foot' },
      el('button', { type: 'button', class: 'loud home-talk', onclick: talk }, icon('chat', 20), el('span', {}, t('home.talk'))),
      privacy,
    ),
  );
  let drawn = '';

  return {
    node,
    focus: () => title.focus({ preventScroll: true }),
    /** @param {import('./types.js').Shop} shop settings of the session @param {any[]} rows conversations, newest first @param {(id:string) => number} unread */
    draw(shop, rows, unread) {
      const person = shop.profile?.name;
      title.textContent = shop.texts?.greeting || (person ? t('home.hello_name', { name: person }) : t('home.hello'));
      const { kind, text } = standing(shop, texts, new Date());
      state.dataset.kind = kind;
      const mark = stateMark(kind);
      state.replaceChildren(...(mark ? [mark] : []), el('span', {}, text));
      privacy.textContent = t('privacy', { shop: shop.shop_name ?? '' });
      top.classList.toggle('pictured', Boolean(pictureAt(shop.header)));
      const picture = pictureAt(shop.header);
      if (picture) top.style.setProperty('background-image', `linear-gradient(var(--veil), var(--veil)), url("${picture}")`);
      else top.style.removeProperty('background-image');

      const people = (shop.agents ?? []).slice(0, 3);
      const key = JSON.stringify([people, shop.questions, shop.logo, rows.slice(0, 1), rows.length, rows[0] && unread(rows[0].id)]);
      if (key === drawn) return;
      drawn = key;
      const logo = pictureAt(shop.logo);
      name.textContent = logo ? '' : shop.shop_name ?? '';
      faces.replaceChildren(
        ...(logo
          ? [el('img', { class: 'logo', src: logo, alt: shop.shop_name ?? '' })]
          : (people.length ? people : [{ name: shop.shop_name ?? '' }]).map((/** @type {any} */ one) => face(one.name, 36, pictureAt(one.picture)))),
      );
      const asked = shop.questions ?? [];
      questions.hidden = !asked.length;
      questions.replaceChildren(
        ...asked.map((/** @type {string} */ one) => el('button', { type: 'button', class: 'line-button', onclick: () => ask(one) }, el('span', {}, one), icon('chevron-right', 16))),
      );
      last.hidden = !rows.length;
      if (!rows.length) return;
      last.replaceChildren(
        el(
          'div',
          { class: 'card-head' },
          el('h2', {}, t('home.last')),
          el('button', { type: 'button', class: 'quiet', onclick: all }, texts.count('home.all', rows.length)),
        ),
        conversationRow(rows[0], { texts, shop, unread: unread(rows[0].id), open: () => open(rows[0].id), words }),
      );
    },
  };
}
