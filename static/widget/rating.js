/** The rating of a conversation that has ended, in its place: five faces, a few words if somebody likes, then thanks. */
import { el, shape } from './dom.js';

const CIRCLE = 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Z';
/** Lucide (ISC), from worst to best. */
const FACES = [
  [CIRCLE, 'M16 16s-1.5-2-4-2-4 2-4 2', 'M7.5 8 10 9', 'm14 9 2.5-1', 'M9 10h.01', 'M15 10h.01'],
  [CIRCLE, 'M8 15h8', 'M8 9h2', 'M14 9h2'],
  [CIRCLE, 'M8 15h8', 'M9 9h.01', 'M15 9h.01'],
  [CIRCLE, 'M8 14s1.5 2 4 2 4-2 4-2', 'M9 9h.01', 'M15 9h.01'],
  [CIRCLE, 'M18 13a6 6 0 0 1-6 5 6 6 0 0 1-6-5h12Z', 'M9 9h.01', 'M15 9h.01'],
];
const COMMENT_CHARS = 1000;

/**
 * The rating of one conversation.
 * @param {object} options
 * @param {import('./types.js').Texts} options.texts
 * @param {import('./types.js').Session} options.session
 * @param {import('./types.js').ConversationCache} options.cache
 * @param {any} [options.book]  the same, as pages of an older release hand it over
 * @param {any} options.row of the conversation
 * @param {string} options.path where the desk takes it
 * @param {(type:string, value?:any) => void} options.tell the loader
 */
export function createRating({ texts, session, book, cache = book, row, path, tell }) {
  const { t } = texts;
  const name = row.last_message?.sender?.kind === 'agent' ? row.last_message.sender.name : '';
  const node = el('section', { class: 'rating', 'aria-label': t('rating.title') });
  let score = 0;

  /** @param {number} of */
  const thanks = (of) => {
    node.replaceChildren(
      el('p', { class: 'rating-thanks', tabindex: '-1' }, shape(FACES[of - 1], 24), el('span', {}, t(of > 2 ? 'rating.thanks' : 'rating.sorry'))),
    );
  };
  const ask = () => {
    const inputs = FACES.map((face, i) => {
      const input = el('input', { type: 'radio', name: 'score', value: i + 1, class: 'sr', onchange: () => choose(i + 1) });
      return el('label', { class: 'rating-face' }, input, shape(face, 24), el('span', {}, t(`rating.${i + 1}`)));
    });
    const comment = el('textarea', { rows: '2', 'aria-label': t('rating.comment'), placeholder: t('rating.comment'), maxlength: COMMENT_CHARS });
    const trouble = el('p', { class: 'field-error', role: 'alert', hidden: true }, t('rating.failed'));
    const button = el('button', { type: 'submit', class: 'loud small', disabled: true }, t('rating.send'));
    const rest = el('div', { class: 'rating-rest', hidden: true }, comment, trouble, button);
    const form = el('form', { class: 'rating-form' }, el('h2', {}, name ? t('rating.title_name', { name }) : t('rating.title')), el('div', { class: 'rating-faces', role: 'radiogroup', 'aria-label': t('rating.title') }, ...inputs), rest);
    /** @param {number} value */
    const choose = (value) => {
      score = value;
      rest.hidden = false;
      button.disabled = false;
      inputs.forEach((one, i) => one.classList.toggle('chosen', i + 1 === value));
      rest.scrollIntoView({ block: 'nearest' });
    };
    form.addEventListener('submit', async (/** @type {Event} */ event) => {
      event.preventDefault();
      if (!score) return;
      button.disabled = true;
      trouble.hidden = true;
      try {
        const rating = { score, comment: comment.value.trim() || null };
        await session.call('POST', path, rating);
        cache.rate(row.id, rating);
        tell('event', { name: 'rated', detail: { conversation_id: row.id, score } });
        thanks(score);
        node.querySelector('p')?.focus();
      } catch {
        button.disabled = false;
        trouble.hidden = false;
      }
    });
    node.replaceChildren(form);
  };
  if (row.rating) thanks(row.rating.score);
  else ask();
  return node;
}
