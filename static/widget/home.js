/** The first view: a greeting by name, when somebody answers, first questions, the last conversation, and one loud button. */
import { el, face, icon, pictureAt, shape } from './dom.js';
import { headButton, stateMark } from './head.js';
import { standing } from './hours.js';

/** Where a shop has no picture of its own: hills in its colour. */
const HILLS = ['M0 60Q60 10 120 40T250 20T400 50V120H0Z', 'M0 85Q70 40 150 70T290 55T400 80V120H0Z', 'M0 105Q90 75 180 95T400 95V120H0Z'];
const SEARCH = ['m21 21-4-4', 'M11 3a8 8 0 1 0 0 16 8 8 0 0 0 0-16Z'];
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
 * @param {() => void} options.find articles
 * @param {(id:string) => void} options.open a conversation
 * @param {() => void} options.all
 * @param {() => Promise<import('./types.js').More>} options.load the part that draws rows
 */
export function createHome({ texts, close, talk, ask, find, open, all, load }) {
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
  /** @param {string} words @param {() => void} press @param {string} [look] */
  const line = (words, press, look = '') => el('button', { type: 'button', class: `line-button ${look}`, onclick: press }, look && shape(SEARCH, 18), el('span', {}, words), !look && icon('chevron-right', 16));
  let drawn = '';

  return {
    node,
    focus: () => title.focus({ preventScroll: true }),
    /** @param {import('./types.js').Shop} shop settings of the session @param {import('./types.js').Row[]} rows conversations, newest first @param {(id:string) => number} unread */
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
      const key = JSON.stringify([people, shop.articles, shop.questions, shop.logo, rows.slice(0, 1), rows.length, rows[0] && unread(rows[0].id)]);
      if (key === drawn) return;
      drawn = key;
      const logo = pictureAt(shop.logo);
      name.textContent = logo ? '' : shop.shop_name ?? '';
      faces.replaceChildren(
        ...(logo
          ? [el('img', { class: 'logo', src: logo, alt: shop.shop_name ?? '' })]
          : (people.length ? people : [{ name: shop.shop_name ?? '' }]).map((/** @type {{name:string, picture?:string|null}} */ one) => face(one.name, 36, pictureAt(one.picture)))),
      );
      const asked = shop.questions ?? [];
      questions.hidden = !asked.length && !shop.articles;
      questions.replaceChildren(
        shop.articles ? line(t('home.find'), find, 'find') : '',
        ...asked.map((/** @type {string} */ one) => line(one, () => ask(one))),
      );
      last.hidden = true;
      if (!rows.length) return;
      load().then(
        (more) => key === drawn && more.drawLast(last, { texts, shop, rows, unread: unread(rows[0].id), open, all }),
        // The next draw asks again.
        () => (drawn = ''),
      );
    },
  };
}
