/** The head of a conversation: the way back, who is there and whether they are, the menu, and the way out. */
import { el, face, icon, pictureAt } from './dom.js';
import { standing } from './hours.js';

/**
 * A button of a head. @param {string} place @param {any} shape @param {string} label @param {() => void} press
 */
export const headButton = (place, shape, label, press) =>
  el('button', { type: 'button', class: `icon-button ${place}`, 'aria-label': label, title: label, onclick: press }, icon(shape, 20));

/** The mark before a word about the shop's state. @param {string} kind */
export const stateMark = (kind) => {
  if (kind === 'wait') return icon('loader', 14);
  if (kind === 'trouble') return icon('circle-alert', 14);
  if (kind === 'closed') return icon('moon', 14);
  return kind === 'none' ? null : el('span', { class: 'dot' });
};

/**
 * The head with its buttons; the rest of the frame tells it whom to show.
 * @param {object} options
 * @param {ReturnType<typeof import('./texts.js').createTexts>} options.texts
 * @param {() => void} options.close
 * @param {() => void} options.back
 * @param {(button:HTMLElement) => void} options.menu
 */
export function createHead({ texts, close, back, menu }) {
  const { t } = texts;
  const faces = el('div', { class: 'faces' });
  const name = el('h1', { class: 'name', tabindex: '-1' });
  const state = el('p', { class: 'state', role: 'status' });
  const options = headButton('options', 'ellipsis', t('menu'), () => menu(options));
  options.setAttribute('aria-haspopup', 'menu');
  const node = el(
    'header',
    { class: 'head' },
    headButton('back', 'chevron-left', t('back'), back),
    faces,
    el('div', { class: 'who' }, name, state),
    options,
    headButton('leave', 'x', t('close'), close),
  );

  let shop = /** @type {import('./types.js').Shop} */ ({ agents: [] });
  /** @type {{id?:string, name:string}|null} */ let agent = null;
  let late = false;
  /** @type {import('./conversation-cache.js').Row['ticket']} */ let ticket = null;
  let paused = false;
  let problem = '';
  let once = false;
  let drawnFaces = '';

  const sentence = () => {
    if (problem) return { text: t(problem), kind: 'trouble' };
    if (paused) return { text: t('state.busy'), kind: 'wait' };
    if (late) return { text: t(once ? 'reconnecting' : 'connecting'), kind: 'wait' };
    return ticket ? { text: `${ticket.name} · ${ticket.status}`, kind: 'none' } : standing(shop, texts, new Date());
  };
  const draw = () => {
    const known = shop.agents ?? [];
    const people = agent ? [known.find((/** @type {any} */ one) => one.id === agent?.id) ?? agent] : known.slice(0, 2);
    const shown = people.length ? people : [{ name: shop.shop_name ?? '', picture: shop.logo }].filter((one) => one.name);
    const key = shown.map((/** @type {any} */ one) => `${one.name} ${one.picture ?? ''}`).join('\n');
    if (key !== drawnFaces) {
      drawnFaces = key;
      faces.replaceChildren(...shown.map((/** @type {any} */ one) => face(one.name, 36, pictureAt(one.picture))));
    }
    name.textContent = ticket?.title ?? agent?.name ?? (shop.texts?.title || shop.shop_name || '');
    const { text, kind } = sentence();
    if (state.dataset.kind === kind && state.textContent === text) return;
    state.dataset.kind = kind;
    const mark = stateMark(kind);
    state.replaceChildren(...(mark ? [mark] : []), el('span', {}, text));
  };

  return {
    node,
    focus: () => name.focus({ preventScroll: true }),
    /** @param {import('./types.js').Shop} settings */
    setShop(settings) {
      shop = settings;
      draw();
    },
    draw,
    /** @param {{id?:string, name:string}|null} who */
    setAgent(who) {
      agent = who;
      draw();
    },
    /** What the conversation has become. @param {import('./conversation-cache.js').Row['ticket']} [one] */
    setTicket(one) {
      ticket = one;
      draw();
    },
    /** @param {import('../im/types.js').Status} status @param {boolean} isLate the link has been away for longer than people do not notice */
    setStatus(status, isLate) {
      ({ paused } = status);
      late = isLate;
      once ||= status.phase === 'live';
      draw();
    },
    /** @param {string} key of a text, or empty */
    setProblem(key) {
      problem = key;
      draw();
    },
  };
}
