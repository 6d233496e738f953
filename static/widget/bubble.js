/**
 * One message as a node, and what may change about it later: its state, its text after an edit or recall, its place in a
 * group. Knows nothing of the others.
 */
import { el, face, icon } from './dom.js';

/** Addresses that somebody wrote out; trailing punctuation is the sentence's. Split by it, every second part is one. */
const LINK = /(https?:\/\/[^\s<>"'，。；！？、）」】]*[^\s<>"'，。；！？、）」】.,;:!?)])/;

/** @param {string} text */
const withLinks = (text) =>
  text.split(LINK).map((part, i) => (i % 2 ? el('a', { href: part, target: '_blank', rel: 'noopener noreferrer nofollow' }, part) : part));

const STATES = { sending: 'clock', sent: 'check', delivered: 'check-check', read: 'check-check' };

/**
 * @typedef {object} Said
 * @property {boolean} mine
 * @property {string} author   shown name; empty for the visitor
 * @property {string} group    messages of one group and one stretch of time stand together
 * @property {Date} at
 * @property {any} content     null = recalled
 * @property {boolean} [edited]
 * @property {string} [state]  of an own message: sending, sent, delivered, read, failed
 * @property {string|null} [code] why it failed
 * @property {number} [waiting] own messages waiting for the network, told under the last
 */

/**
 * @param {Said} said
 * @param {ReturnType<typeof import('./texts.js').createTexts>} texts
 * @param {{retry:()=>void, edit:()=>void, remove:()=>void}} act
 */
export function createBubble(said, texts, act) {
  const { t } = texts;
  const body = el('div', { class: 'bubble' });
  const meta = el('p', { class: 'meta' });
  const node = el(
    'div',
    { class: `turn ${said.mine ? 'mine' : 'theirs'}` },
    !said.mine && face(said.author),
    el('div', { class: 'stack' }, el('span', { class: 'sr' }, said.mine ? t('you') : said.author), body, meta),
  );
  let shown = '';

  const drawBody = () => {
    const { content } = said;
    const recalled = content === null ? (said.mine ? t('recalled.mine') : t('recalled.theirs', { name: said.author })) : null;
    node.classList.toggle('recalled', recalled !== null);
    body.replaceChildren(...(recalled !== null ? [recalled] : content.kind === 'text' ? withLinks(content.text) : [t('unsupported')]));
  };
  const drawMeta = () => {
    const { state = '', waiting = 0 } = said;
    const key = [state, waiting, said.code, said.edited, said.at.getTime()].join();
    if (key === shown) return;
    shown = key;
    node.dataset.state = state;
    if (state === 'failed') {
      const why = said.code === 'too_large' || said.code === 'blocked' ? t(`failed.${said.code}`) : t('failed');
      meta.replaceChildren(
        el('span', { class: 'why' }, icon('circle-alert'), why),
        el('button', { type: 'button', onclick: act.retry }, t('retry')),
        el('button', { type: 'button', onclick: act.edit }, t('edit')),
        el('button', { type: 'button', onclick: act.remove }, t('delete')),
      );
      return;
    }
    const parts = [];
    if (waiting) {
      parts.push(icon('clock', 14), texts.count('waiting', waiting));
    } else {
      if (state !== 'sending') parts.push(el('time', { datetime: said.at.toISOString() }, texts.time(said.at)));
      if (said.edited) parts.push(t('edited'));
      const mark = STATES[/** @type {keyof typeof STATES} */ (state)];
      if (mark) parts.push(icon(/** @type {any} */ (mark), 14), t(`status.${state}`));
    }
    meta.replaceChildren(...parts);
  };
  drawBody();
  drawMeta();

  return {
    node,
    said,
    /** @param {Partial<Said>} change */
    update(change) {
      Object.assign(said, change);
      if ('content' in change) drawBody();
      drawMeta();
    },
    /** @param {boolean} first @param {boolean} last of its group */
    place(first, last) {
      node.classList.toggle('first', first);
      node.classList.toggle('last', last);
    },
  };
}
