/**
 * The shop's articles: a search that answers while somebody writes, one article at a time, whether it helped, and the way to somebody
 * who answers. What an input method is still composing is not searched for.
 */
import { el, icon, pictureAt, shape } from './dom.js';
import { headButton } from './head.js';
import { drawRich } from './rich.js';
import { unmarked } from '../design/markdown.js';
import { isBlank } from '../im/text.js';
import { THUMB_DOWN, THUMB_UP } from './bot.js';

const SEARCH = ['m21 21-4-4', 'M11 3a8 8 0 1 0 0 16 8 8 0 0 0 0-16Z'];
const WAIT_MS = 180;
/** More than the desk looks at says nothing more. */
const QUERY_CHARS = 200;

/** @typedef {{id:string, question:string, excerpt?:string}} Found */
/** @typedef {{id:string, question:string, answer:string, links?:Found[], picture?:string|null, buttons?:{label:string, url?:string}[]}} Article */

/**
 * The newest question is answered; one that was asked before is forgotten.
 * @param {(query:string) => Promise<Found[]>} ask @param {(query:string, found:Found[]|null) => void} show null = it did not come
 * @param {(fn:() => void, ms:number) => any} after @param {(timer:any) => void} never
 */
export function createAsking(ask, show, after, never) {
  let turn = 0;
  /** @type {any} */ let timer = null;
  /** What is shown, or on its way. @type {string|null} */ let last = null;
  const now = async (/** @type {string} */ query) => {
    const mine = (turn += 1);
    last = query;
    const found = await ask(query).catch(() => null);
    if (mine !== turn) return;
    if (!found) last = null;
    show(query, found);
  };
  return {
    /** @param {string} text as it stands in the field @param {boolean} [atOnce] */
    look(text, atOnce = false) {
      const query = isBlank(text) ? '' : text.trim();
      never(timer);
      if (query === last) return;
      if (atOnce) void now(query);
      else timer = after(() => void now(query), WAIT_MS);
    },
  };
}

/**
 * One article.
 * @param {Article} article
 * @param {object} how
 * @param {import('./types.js').Texts} how.texts
 * @param {import('./types.js').Session} how.session
 * @param {(id:string) => void} how.open
 */
function drawArticle({ id, question, answer, links = [], picture, buttons = [] }, { texts: { t }, session, open }) {
  const words = el('div', { class: 'bubble article-words' });
  drawRich(words, answer);
  const address = pictureAt(picture?.replace(/^\/p\//, ''));
  const told = el('p', { class: 'article-told', role: 'status' });
  /** @param {boolean} helpful @param {string[]} lines @param {string} label */
  const vote = (helpful, lines, label) =>
    el(
      'button',
      {
        type: 'button',
        class: 'pill small',
        'aria-pressed': 'false',
        async onclick(/** @type {any} */ { currentTarget: pressed }) {
          for (const one of votes) one.disabled = true;
          try {
            await session.call('POST', `/widget/v1/articles/${encodeURIComponent(id)}/helpful`, { helpful });
            pressed.classList.add('chosen');
            pressed.setAttribute('aria-pressed', 'true');
            told.textContent = t(helpful ? 'help.thanks' : 'help.sorry');
          } catch {
            for (const one of votes) one.disabled = false;
            told.textContent = t('failed.call');
          }
        },
      },
      shape(lines, 16),
      label,
    );
  const votes = [vote(true, THUMB_UP, t('bot.yes')), vote(false, THUMB_DOWN, t('bot.no'))];
  return el(
    'article',
    { class: 'article' },
    el('h2', { class: 'article-title', tabindex: '-1' }, question),
    address ? el('img', { class: 'article-picture', src: address, alt: '', loading: 'lazy' }) : null,
    words,
    buttons.length > 0 && el('div', { class: 'card-buttons article-ways' }, ...buttons.map(({ url, label }) => (/^https?:\/\//i.test(url ?? '') ? el('a', { class: 'pill', href: url, target: '_blank', rel: 'noopener noreferrer' }, label) : null))),
    el('div', { class: 'article-helped', role: 'group', 'aria-label': t('help.helpful') }, el('span', { 'aria-hidden': 'true' }, t('help.helpful')), ...votes),
    told,
    links.length > 0 &&
      el('section', { class: 'article-more' }, el('h3', {}, t('help.more')), el('ul', { class: 'help-list' }, ...links.map((one) => el('li', {}, el('button', { type: 'button', class: 'line-button', onclick: () => open(one.id) }, el('span', {}, one.question), icon('chevron-right', 16)))))),
  );
}

/**
 * The view in which articles are searched and read.
 * @param {object} options
 * @param {import('./types.js').Texts} options.texts
 * @param {import('./types.js').Session} options.session
 * @param {() => void} options.close
 * @param {() => void} options.back
 * @param {(goesOn?:boolean) => void} options.talk to somebody who answers
 */
export function createHelp({ texts, session, close, back, talk }) {
  const { t, count, locale } = texts;
  const title = el('h1', { class: 'name', tabindex: '-1' }, t('help.title'));
  const field = el('input', { type: 'search', class: 'help-field', 'aria-label': t('help.search'), placeholder: t('help.placeholder'), maxlength: QUERY_CHARS, autocomplete: 'off', enterkeyhint: 'search', 'aria-controls': 'help-found' });
  const told = el('p', { class: 'help-told', role: 'status' });
  const found = el('ul', { class: 'help-list', id: 'help-found' });
  const search = el('form', { class: 'help-search', role: 'search' }, shape(SEARCH, 18, 'search'), field);
  const list = el('div', { class: 'page help' }, search, told, found);
  const reading = el('div', { class: 'page help', hidden: true });
  /** The article that is read, or is to come. */
  let wanted = '';
  /** Where somebody came from. @type {HTMLElement|null} */ let from = null;
  const toList = () => {
    wanted = '';
    reading.hidden = true;
    list.hidden = false;
    title.textContent = t('help.title');
    (from?.isConnected ? from : field).focus({ preventScroll: true });
  };
  const node = el(
    'section',
    { class: 'view', hidden: true },
    el('header', { class: 'head' }, headButton('back', 'chevron-left', t('back'), () => (reading.hidden ? back() : toList())), el('div', { class: 'who' }, title), headButton('leave', 'x', t('close'), close)),
    list,
    reading,
    el('footer', { class: 'home-foot' }, el('button', { type: 'button', class: 'calm help-ask', onclick: () => talk(true) }, icon('chat', 20), el('span', {}, t('help.ask')))),
  );
  /** @param {string} path */
  const read = async (path) => (await session.call('GET', `/widget/v1/articles${path}`)).json();
  const failed = (/** @type {() => void} */ again) => el('div', { class: 'help-failed', role: 'alert' }, el('p', {}, t('help.failed')), el('button', { type: 'button', class: 'pill', onclick: again }, t('help.retry')));

  const open = async (/** @type {string} */ id) => {
    if (reading.hidden) from = /** @type {HTMLElement|null} */ (document.activeElement);
    wanted = id;
    list.hidden = true;
    reading.hidden = false;
    reading.replaceChildren(el('p', { class: 'help-told', role: 'status' }, t('help.loading')));
    const article = await read(`/${encodeURIComponent(id)}?locale=${locale}`).catch(() => null);
    if (wanted !== id) return;
    reading.replaceChildren(article ? drawArticle(article, { texts, session, open }) : failed(() => open(id)));
    reading.scrollTop = 0;
    /** @type {HTMLElement|null} */ (reading.querySelector('.article-title'))?.focus({ preventScroll: true });
  };

  const asking = createAsking(
    async (query) => (await read(`?q=${encodeURIComponent(query)}&locale=${locale}`)).items,
    (query, items) => {
      if (!items) {
        told.textContent = '';
        return found.replaceChildren(el('li', {}, failed(() => asking.look(field.value, true))));
      }
      told.textContent = items.length ? (query ? count('help.found', items.length) : t('help.popular')) : query ? t('help.none', { query }) : '';
      found.replaceChildren(
        ...items.map(({ id, question, excerpt }) =>
          el('li', {}, el('button', { type: 'button', class: 'line-button', onclick: () => open(id) }, el('span', { class: 'card-item' }, el('b', {}, question), excerpt ? el('span', {}, unmarked(excerpt)) : null), icon('chevron-right', 16))),
        ),
        ...(items.length || !query ? [] : [el('li', { class: 'help-none' }, t('help.none_hint'))]),
      );
    },
    setTimeout,
    clearTimeout,
  );
  field.addEventListener('input', (/** @type {any} */ event) => !event.isComposing && asking.look(field.value));
  field.addEventListener('compositionend', () => asking.look(field.value));
  search.addEventListener('submit', (event) => {
    event.preventDefault();
    asking.look(field.value, true);
  });
  // Arrow keys walk from the field through what was found.
  list.addEventListener('keydown', (event) => {
    if (event.isComposing || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    const stops = /** @type {HTMLElement[]} */ ([field, ...found.querySelectorAll('button')]);
    const next = stops[stops.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  asking.look('', true);

  return { node, focus: () => (reading.hidden ? field.focus({ preventScroll: true }) : title.focus({ preventScroll: true })) };
}
