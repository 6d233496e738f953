/**
 * One message as a node, and what may change about it later: its state, its words after an edit or recall, its place in a
 * group. Knows nothing of the others; cards and link previews are drawn into it by others.
 */
import { el, face, icon } from './dom.js';

/** May be more than words: what looks like it is looked at by those who know. */
export const MARKED = /[*_`[]|^ *([-•]|\d+[.)]) /m;
export const LINKED = /https?:|www\./i;
const LONG_PRESS_MS = 500;

const STATES = { sending: 'clock', sent: 'check', delivered: 'check-check', read: 'check-check' };

/**
 * @typedef {object} Said
 * @property {boolean} mine
 * @property {string} author   shown name; empty for the visitor
 * @property {string|null} [picture] address of the author's picture
 * @property {string} group    messages of one group and one stretch of time stand together
 * @property {Date} at
 * @property {import('./types.js').Content|null} content     null = recalled
 * @property {boolean} [edited]
 * @property {string} [state]  of an own message: sending, sent, delivered, read, failed
 * @property {string|null} [code] why it failed
 * @property {string} [why] the same in words, where the code is not enough
 * @property {number} [waiting] own messages waiting for the network, told under the last
 *
 * @typedef {object} Acts
 * @property {() => void} retry
 * @property {() => void} edit   of one that failed
 * @property {() => void} remove
 * @property {(button:HTMLElement) => void} [menu] what can be done with a message that is there
 * @property {(id:string) => Node} [quoted] what it answers
 * @property {(content:import('./types.js').Content) => Node|null} [card]
 * @property {(content:import('./types.js').Content) => Node} [file]
 * @property {(text:string, plain:boolean) => Node} [rich] words with marks, plain = with links alone
 */

/**
 * Draws a message; returns its node and what changes it later.
 * @param {Said} said
 * @param {ReturnType<typeof import('./texts.js').createTexts>} texts
 * @param {Acts} act
 */
export function createBubble(said, texts, act) {
  const { t } = texts;
  const body = el('div', { class: 'bubble' });
  const below = el('div', { class: 'below' });
  const meta = el('p', { class: 'meta' });
  /** @type {HTMLButtonElement|undefined} */ const more = act.menu && el('button', { type: 'button', class: 'more', 'aria-haspopup': 'menu', 'aria-label': t('message.more'), title: t('message.more'), onclick: () => more && act.menu?.(more) }, icon('ellipsis'));
  const node = el(
    'div',
    { class: `turn ${said.mine ? 'mine' : 'theirs'}` },
    !said.mine && face(said.author, 28, said.picture),
    el('div', { class: 'stack' }, el('span', { class: 'sr' }, said.mine ? t('you') : said.author), el('div', { class: 'row' }, body, more ?? null), below, meta),
  );
  let shown = '';

  if (more) {
    /** @type {Timer} */ let press = null;
    const stop = () => clearTimeout(press);
    body.addEventListener('touchstart', () => (press = setTimeout(() => act.menu?.(more), LONG_PRESS_MS)), { passive: true });
    for (const name of ['touchend', 'touchmove', 'touchcancel']) body.addEventListener(name, stop, { passive: true });
    // A long press of a finger opens ours, not the browser's.
    body.addEventListener('contextmenu', (/** @type {any} */ event) => event.pointerType === 'touch' && event.preventDefault());
  }

  const words = () => {
    const content = /** @type {import('./types.js').Content} */ (said.content);
    const { text = '' } = content;
    if (content.kind === 'text') return [act.rich && (LINKED.test(text) || (!said.mine && MARKED.test(text))) ? act.rich(text, said.mine) : text];
    if (content.kind === 'card') return [act.card?.(content) ?? text];
    if (content.kind === 'file') return [act.file?.(content) ?? content.name ?? ''];
    return [text || t('unsupported')];
  };
  const drawBody = () => {
    const recalled = said.content === null ? (said.mine ? t('recalled.mine') : t('recalled.theirs', { name: said.author })) : null;
    node.classList.toggle('recalled', recalled !== null);
    node.dataset.kind = said.content?.kind ?? '';
    body.replaceChildren(...(recalled !== null ? [recalled] : /** @type {(Node|string)[]} */ ([said.content?.quote && act.quoted?.(said.content.quote), ...words()].filter(Boolean))));
    if (more) more.hidden = recalled !== null;
    if (recalled !== null) below.replaceChildren();
  };
  const drawMeta = () => {
    const { state = '', waiting = 0 } = said;
    const key = [state, waiting, said.code, said.edited, said.at.getTime()].join();
    if (key === shown) return;
    shown = key;
    node.dataset.state = state;
    if (state === 'failed') {
      const why = said.why || t(said.code === 'too_large' || said.code === 'blocked' ? `failed.${said.code}` : 'failed');
      meta.replaceChildren(
        el('span', { class: 'why' }, icon('circle-alert'), why),
        el('button', { type: 'button', onclick: act.retry }, t('retry')),
        said.content?.kind === 'file' ? '' : el('button', { type: 'button', onclick: act.edit }, t('edit')),
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
    body,
    said,
    /** What stands under the words: a preview of a link. */
    below,
    /** @param {Partial<Said>} change */
    update(change) {
      Object.assign(said, change);
      if ('content' in change) drawBody();
      drawMeta();
    },
    redraw: drawBody,
    /** @param {boolean} first @param {boolean} last of its group */
    place(first, last) {
      node.classList.toggle('first', first);
      node.classList.toggle('last', last);
    },
  };
}
