/**
 * What a shop asks before a conversation, and while it is closed: a form that says in words what is missing and honestly where and
 * when the answer comes, then a receipt with what was written.
 */
import { isBlank } from '../im/text.js';
import { el, icon, shape } from './dom.js';
import { createFields } from './fields.js';
import { headButton, stateMark } from './head.js';
import { moment, standing } from './hours.js';

const MAIL = ['m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7', 'M4 4h16a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2Z'];

/**
 * The field for words that are left, with its bounds.
 * @param {number} limit
 * @param {import('./types.js').Texts} texts
 * @param {boolean} closed
 * @param {import('./types.js').Texts['t']} t
 * @param {string} words
 */
function createBox(limit, texts, closed, t, words) {
  const left = el('span', { class: 'optional' });
  const box = el('textarea', { id: 'form-text', rows: '4', 'aria-describedby': 'form-text-error', 'aria-required': 'true' });
  const boxError = el('p', { class: 'field-error', id: 'form-text-error', hidden: true });
  const count = () => {
    const rest = limit - [...box.value].length;
    left.textContent = rest < 0 ? texts.count('over', -rest, { limit }) : rest < 500 ? texts.count('form.left', rest) : '';
    return rest;
  };
  const checkBox = () => {
    const problem = !closed ? null : isBlank(box.value) ? 'rule.message' : count() < 0 ? 'rule.long' : null;
    boxError.hidden = !problem;
    boxError.replaceChildren(...(problem ? [icon('circle-alert', 16), el('span', {}, t(problem))] : []));
    if (problem) box.setAttribute('aria-invalid', 'true');
    else box.removeAttribute('aria-invalid');
    return !problem;
  };
  box.value = words;
  box.addEventListener('input', () => {
    count();
    if (box.hasAttribute('aria-invalid')) checkBox();
  });

  return { left, box, boxError, checkBox, count };
}

/**
 * What stands there once words were left.
 * @param {HTMLHeadingElement} title
 * @param {import('./types.js').Texts['t']} t
 * @param {HTMLFormElement} form
 * @param {string} opens
 * @param {HTMLTextAreaElement} box
 * @param {() => void} goOn
 */
function createReceipt(title, t, form, opens, box, goOn) {
  const receipt = () => {
    title.textContent = t('receipt.title');
    form.replaceWith(
      el(
        'div',
        { class: 'form' },
        el(
          'div',
          { class: 'page receipt' },
          el('span', { class: 'receipt-mark' }, icon('check', 32)),
          el('p', { class: 'receipt-line' }, opens ? t('receipt.when', { when: opens }) : t('receipt.soon')),
          el('p', { class: 'receipt-where' }, t('receipt.here')),
          el('div', { class: 'home-card receipt-words' }, el('h2', {}, t('receipt.said')), el('p', {}, box.value.trim())),
        ),
        el('footer', { class: 'home-foot' }, el('button', { type: 'button', class: 'calm', onclick: goOn }, t('receipt.more'))),
      ),
    );
    title.focus();
  };

  return receipt;
}

/**
 * The view of one form, and of the receipt after it.
 * @param {object} options
 * @param {import('./types.js').Texts} options.texts
 * @param {import('./types.js').Shop} options.shop settings of the session
 * @param {boolean} options.closed nobody is there: words are left instead of a talk begun
 * @param {string} options.words begun elsewhere
 * @param {() => void} options.close
 * @param {() => void} options.back
 * @param {(answers:Record<string,string>, text:string) => Promise<void>} options.done rejects with `field` where the desk refuses one
 * @param {() => void} options.goOn from the receipt into the conversation
 */
export function createFormView({ texts, shop, closed, words, close, back, done, goOn }) {
  const { t } = texts;
  const limit = shop.limits?.text_chars ?? 8000;
  const now = new Date();
  const state = standing(shop, texts, now);
  const opens = shop.open?.opens_at ? moment(new Date(shop.open.opens_at), now, texts) : '';
  const title = el('h1', { class: 'name', tabindex: '-1' }, t(closed ? 'form.leave' : 'form.before'));
  const mark = stateMark(state.kind);
  const head = el(
    'header',
    { class: 'head' },
    headButton('back', 'chevron-left', t('back'), back),
    el('div', { class: 'who' }, title, el('p', { class: 'state', 'data-kind': state.kind }, ...(mark ? [mark] : []), el('span', {}, state.text))),
    headButton('leave', 'x', t('close'), close),
  );
  /** @type {Partial<NonNullable<typeof shop.profile>>} */ const profile = shop.profile ?? {};
  const asked = shop.form?.fields ?? [];
  const fields = createFields(asked, { texts, prefix: 'form', values: { name: profile.name ?? '', email: profile.email ?? '', phone: profile.phone ?? '' } });

  const note = () => {
    if (!closed) return el('p', { class: 'form-note plain' }, t('form.why'));
    return el('div', { class: 'form-note' }, shape(MAIL, 20), el('p', {}, el('span', {}, opens ? t('form.when', { when: opens }) : t('form.when_open')), el('b', {}, t('form.where_here'))));
  };
  const { left, box, boxError, checkBox, count } = createBox(limit, texts, closed, t, words);
  const trouble = el('p', { class: 'field-error', role: 'alert', hidden: true }, icon('circle-alert', 16), el('span', {}, t('form.failed')));
  const button = el('button', { type: 'submit', class: 'loud' }, t(closed ? 'form.leave_send' : 'form.begin'));
  const form = el(
    'form',
    { class: 'form', novalidate: true },
    el(
      'div',
      { class: 'page' },
      closed && shop.texts?.offline && el('p', { class: 'form-note plain' }, shop.texts.offline),
      note(),
      closed && el('div', { class: 'field' }, el('div', { class: 'field-head' }, el('label', { for: 'form-text' }, t('form.question')), left), box, boxError),
      ...fields.nodes,
    ),
    el('footer', { class: 'home-foot' }, trouble, button, el('p', { class: 'privacy' }, t('privacy', { shop: shop.shop_name ?? '' }))),
  );
  const node = el('section', { class: 'view', hidden: true }, head, form);
  const receipt = createReceipt(title, t, form, opens, box, goOn);

  form.addEventListener('submit', async (/** @type {Event} */ event) => {
    event.preventDefault();
    // Both are checked, so that everything wrong is told at once; the focus goes to the first.
    const boxRight = checkBox();
    const fieldsRight = fields.check();
    if (!boxRight) return box.focus();
    if (!fieldsRight) return;
    button.disabled = true;
    trouble.hidden = true;
    const answers = fields.values();
    try {
      await done(answers, closed ? box.value.trim() : '');
      if (closed) receipt();
    } catch (error) {
      const { field = '' } = /** @type {any} */ (error);
      if (!fields.refuse(field.replace(/^answers\./, ''))) trouble.hidden = false;
    } finally {
      button.disabled = false;
    }
  });
  count();

  return { node, focus: () => title.focus({ preventScroll: true }) };
}

/**
 * What was answered goes to the desk, which keeps it with the visitor.
 * @param {import('./types.js').Session} session @param {import('./types.js').Field[]} fields @param {Record<string, string>} answers
 */
export async function tellProfile(session, fields, answers) {
  if (!Object.keys(answers).length) return;
  /** @param {string} type */
  const given = (type) => {
    const id = fields.find((one) => one.type === type && answers[one.id])?.id;
    return id ? answers[id] : null;
  };
  await session.call('POST', '/widget/v1/profile', { name: answers.name ?? null, email: given('email'), phone: given('phone'), answers });
}

/**
 * The form before a conversation, or instead of one while the shop is closed.
 * @param {object} options
 * @param {import('./types.js').Texts} options.texts
 * @param {import('./types.js').Session} options.session
 * @param {import('./types.js').Shop} options.shop settings of the session
 * @param {boolean} options.closed words are left instead of a talk begun
 * @param {string} options.words begun elsewhere
 * @param {boolean} options.answered by this visitor, once
 * @param {() => void} options.onAnswered the desk has it
 * @param {() => void} options.begin the conversation that comes after it
 * @param {(text:string) => void} options.send into that
 * @param {() => void} options.close
 * @param {() => void} options.back
 * @param {() => void} options.goOn from the receipt into the conversation
 */
export function openForm({ texts, session, shop, closed, words, answered, onAnswered, begin, send, close, back, goOn }) {
  const fields = shop.form?.fields ?? [];
  // What was answered once is not asked again; who left words before only writes the next ones.
  const known = shop.profile?.verified || answered;
  return createFormView({
    texts,
    shop: known ? { ...shop, form: { when: '', ...shop.form, fields: [] } } : shop,
    closed,
    words,
    close,
    back,
    goOn,
    async done(answers, text) {
      await tellProfile(session, fields, answers);
      onAnswered();
      begin();
      if (closed || words) send(closed ? text : words);
    },
  });
}
