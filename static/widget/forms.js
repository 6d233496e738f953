/**
 * What a shop asks before a conversation, and of whoever leaves words, while it is closed or for a ticket: a form that says in words
 * what is missing and honestly where and when the answer comes, then a receipt with the number and what was written.
 */
import { isBlank } from '../im/text.js';
import { el, icon, shape } from './dom.js';
import { createFields } from './fields.js';
import { headButton, stateMark } from './head.js';
import { moment, standing } from './hours.js';
import { createKinds, createLeaving, offeredKinds } from './tickets.js';

const MAIL = ['m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7', 'M4 4h16a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2Z'];

/**
 * The field for words that are left, with its bounds.
 * @param {number} limit
 * @param {import('./types.js').Texts} texts
 * @param {boolean} wanted whether it must be filled in
 * @param {import('./types.js').Texts['t']} t
 * @param {string} words
 */
function createBox(limit, texts, wanted, t, words) {
  const left = el('span', { class: 'optional' });
  const box = el('textarea', { id: 'form-text', rows: '4', 'aria-describedby': 'form-text-error', 'aria-required': 'true' });
  const boxError = el('p', { class: 'field-error', id: 'form-text-error', hidden: true });
  const count = () => {
    const rest = limit - [...box.value].length;
    left.textContent = rest < 0 ? texts.count('over', -rest, { limit }) : rest < 500 ? texts.count('form.left', rest) : '';
    return rest;
  };
  const checkBox = () => {
    const problem = !wanted ? null : isBlank(box.value) ? 'rule.message' : count() < 0 ? 'rule.long' : null;
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
  const receipt = (/** @type {string} */ name) => {
    title.textContent = t('receipt.title');
    form.replaceWith(
      el(
        'div',
        { class: 'form' },
        el(
          'div',
          { class: 'page receipt' },
          el('span', { class: 'receipt-mark' }, icon('check', 32)),
          el('p', { class: 'receipt-line' }, name ? t('receipt.number', { name }) : t('receipt.title')),
          el('p', { class: 'receipt-where' }, el('span', {}, opens ? t('receipt.when', { when: opens }) : t('receipt.soon')), el('b', {}, t('receipt.here'))),
          el('div', { class: 'home-card receipt-words' }, el('h2', {}, t('receipt.said')), el('p', {}, box.value.trim())),
        ),
        el('footer', { class: 'home-foot' }, el('button', { type: 'button', class: 'calm', onclick: goOn }, t('receipt.more'))),
      ),
    );
    title.focus();
  };

  return receipt;
}

/** @typedef {''|'closed'|'ticket'} Leaves   words are left instead of a talk begun: the shop is closed, or they are about something longer */

/** Title, first words and button, by what the form is for. @type {Record<Leaves, [string, string]>} */
const WORDS = { '': ['form.before', 'form.begin'], closed: ['form.leave', 'form.leave_send'], ticket: ['form.ticket', 'form.send'] };

/**
 * What the form says first.
 * @param {Leaves} leaves @param {string} opens @param {import('./types.js').Texts['t']} t
 */
function createNote(leaves, opens, t) {
  if (leaves !== 'closed') return el('p', { class: 'form-note plain' }, t(leaves ? 'form.ticket_why' : 'form.why'));
  return el('div', { class: 'form-note' }, shape(MAIL, 20), el('p', {}, el('span', {}, opens ? t('form.when', { when: opens }) : t('form.when_open')), el('b', {}, t('form.where_here'))));
}

/**
 * The view of one form, and of the receipt after it.
 * @param {object} options
 * @param {import('./types.js').Texts} options.texts
 * @param {import('./types.js').Shop} options.shop settings of the session
 * @param {Leaves} options.leaves
 * @param {import('./tickets.js').Kind[]} [options.kinds] types of tickets to choose from
 * @param {string} options.words begun elsewhere
 * @param {() => void} options.close
 * @param {() => void} options.back
 * @param {(answers:Record<string,string>, text:string, kind:object) => Promise<string>} options.done gives the number; rejects with `field` where the desk refuses one
 * @param {() => void} options.goOn from the receipt into the conversation
 */
export function createFormView({ texts, shop, leaves, kinds = [], words, close, back, done, goOn }) {
  const { t } = texts;
  const limit = shop.limits?.text_chars ?? 8000;
  const now = new Date();
  const state = standing(shop, texts, now);
  const opens = shop.open?.opens_at ? moment(new Date(shop.open.opens_at), now, texts) : '';
  const title = el('h1', { class: 'name', tabindex: '-1' }, t(WORDS[leaves][0]));
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
  const kind = createKinds(kinds, texts);
  const { left, box, boxError, checkBox, count } = createBox(limit, texts, Boolean(leaves), t, words);
  const trouble = el('p', { class: 'field-error', role: 'alert', hidden: true }, icon('circle-alert', 16), el('span', {}, t('form.failed')));
  const button = el('button', { type: 'submit', class: 'loud' }, t(WORDS[leaves][1]));
  const form = el(
    'form',
    { class: 'form', novalidate: true },
    el(
      'div',
      { class: 'page' },
      leaves === 'closed' && shop.texts?.offline && el('p', { class: 'form-note plain' }, shop.texts.offline),
      createNote(leaves, opens, t),
      ...fields.nodes,
      ...kind.nodes,
      leaves && el('div', { class: 'field' }, el('div', { class: 'field-head' }, el('label', { for: 'form-text' }, t('form.question')), left), box, boxError),
    ),
    el('footer', { class: 'home-foot' }, trouble, button, el('p', { class: 'privacy' }, t('privacy', { shop: shop.shop_name ?? '' }))),
  );
  const node = el('section', { class: 'view', hidden: true }, head, form);
  const receipt = createReceipt(title, t, form, opens, box, goOn);

  form.addEventListener('submit', async (/** @type {Event} */ event) => {
    event.preventDefault();
    // Both are checked, so that everything wrong is told at once; the focus goes to the first.
    const boxRight = checkBox();
    const kindRight = kind.check();
    if (!fields.check() || !kindRight) return;
    if (!boxRight) return box.focus();
    button.disabled = true;
    trouble.hidden = true;
    const answers = fields.values();
    try {
      const name = await done(answers, leaves ? box.value.trim() : '', kind.values());
      if (leaves) receipt(name);
    } catch (error) {
      const { field = '' } = /** @type {any} */ (error);
      if (!fields.refuse(field.replace(/^answers\./, '')) && !kind.refuse(field)) trouble.hidden = false;
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
 * What both forms are told.
 * @typedef {object} Opening
 * @property {import('./types.js').Texts} texts
 * @property {import('./types.js').Session} session
 * @property {import('./types.js').Shop} shop settings of the session
 * @property {string} words begun elsewhere
 * @property {boolean} answered by this visitor, once
 * @property {() => void} onAnswered the desk has it
 * @property {() => void} close
 * @property {() => void} back
 */

/** What was answered once is not asked again; who left words before only writes the next ones. @param {Opening} opening */
const asking = ({ shop, answered }) => (shop.profile?.verified || answered ? { ...shop, form: { when: '', ...shop.form, fields: [] } } : shop);

/**
 * The form before a conversation.
 * @param {Opening & {begin:() => void, send:(text:string) => void, closed?:boolean, goOn?:() => void}} opening `begin` the conversation
 * that comes after it, `send` into that; pages of an older release leave words there, too, while the shop is `closed`
 */
export function openForm({ begin, send, closed = false, goOn = () => {}, ...opening }) {
  const { texts, session, shop, words, onAnswered, close, back } = opening;
  return createFormView({
    texts,
    shop: asking(opening),
    leaves: closed ? 'closed' : '',
    words,
    close,
    back,
    goOn,
    async done(answers, text) {
      await tellProfile(session, shop.form?.fields ?? [], answers);
      onAnswered();
      begin();
      if (closed || words) send(closed ? text : words);
      return '';
    },
  });
}

/**
 * The form that opens a ticket, while the shop is closed or for what takes longer.
 * @param {Opening & {leaves:Leaves, open:(id:string) => void}} opening `open` leads from the receipt into the thread
 */
export async function openTicketForm({ leaves, open, ...opening }) {
  const { texts, session, shop, words, onAnswered, close, back } = opening;
  const leave = createLeaving(session);
  /** The thread of what was left. */
  let thread = '';
  return createFormView({
    texts,
    kinds: await offeredKinds(session),
    shop: asking(opening),
    leaves,
    words,
    close,
    back,
    goOn: () => open(thread),
    async done(answers, text, kind) {
      await tellProfile(session, shop.form?.fields ?? [], answers);
      onAnswered();
      const ticket = await leave({ ...kind, message: text });
      thread = ticket.conversation_id;
      return ticket.name;
    },
  });
}
