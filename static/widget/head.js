/** The frame's head: who is there, whether he is, and the way out. Says only what is known: no promise of an answer time. */
import { el, face, icon } from './dom.js';

/**
 * @param {object} options
 * @param {ReturnType<typeof import('./texts.js').createTexts>} options.texts
 * @param {() => void} options.close
 */
export function createHead({ texts, close }) {
  const { t } = texts;
  const faces = el('div', { class: 'faces' });
  const name = el('h1', { class: 'name', tabindex: '-1' });
  const state = el('p', { class: 'state', role: 'status' });
  const button = (/** @type {string} */ place, /** @type {any} */ shape) =>
    el('button', { type: 'button', class: `icon-button ${place}`, 'aria-label': t('close'), title: t('close'), onclick: close }, icon(shape, 20));
  const node = el('header', { class: 'head' }, button('back', 'chevron-left'), faces, el('div', { class: 'who' }, name, state), button('leave', 'x'));

  let shop = { name: '', agents: /** @type {Array<{id:string,name:string}>} */ ([]), availability: '' };
  /** @type {{name:string, availability?:string}|null} */ let agent = null;
  let late = false;
  let paused = false;
  let problem = '';
  let once = false;
  let drawnFaces = '';

  const sentence = () => {
    if (problem) return { text: t(problem), kind: 'trouble' };
    if (paused) return { text: t('state.busy'), kind: 'wait' };
    if (late) return { text: t(once ? 'reconnecting' : 'connecting'), kind: 'wait' };
    const availability = agent?.availability ?? shop.availability;
    return availability ? { text: t(`state.${availability}`), kind: availability } : { text: '', kind: 'none' };
  };
  const draw = () => {
    const shown = agent ? [agent.name] : shop.agents.slice(0, 2).map((one) => one.name);
    const people = shown.length ? shown : [shop.name].filter(Boolean);
    if (people.join('\n') !== drawnFaces) {
      drawnFaces = people.join('\n');
      faces.replaceChildren(...people.map((one) => face(one, 36)));
    }
    name.textContent = agent?.name ?? shop.name;
    const { text, kind } = sentence();
    const mark = kind === 'wait' ? icon('loader', 14) : kind === 'trouble' ? icon('circle-alert', 14) : kind === 'none' ? null : el('span', { class: 'dot' });
    if (state.dataset.kind === kind && state.textContent === text) return;
    state.dataset.kind = kind;
    state.replaceChildren(...(mark ? [mark] : []), el('span', {}, text));
  };

  return {
    node,
    focus: () => name.focus({ preventScroll: true }),
    /** @param {any} settings */
    setShop(settings) {
      shop = { name: settings.shop_name ?? '', agents: settings.agents ?? [], availability: settings.availability ?? '' };
      draw();
    },
    /** @param {string|null} who @param {string|null} [availability] left out = as it was; null = as the shop is */
    setAgent(who, availability) {
      const as = availability === undefined && agent?.name === who ? agent.availability : availability;
      agent = who ? { name: who, availability: as ?? undefined } : null;
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
