/**
 * Tickets as their customer meets them: what a form asks for by the type, the call that opens one, the lines in the thread that
 * tell of it, and the way to one by its number.
 */
import { createIdMaker } from '../im/ids.js';
import { el, shape } from './dom.js';
import { createFields } from './fields.js';

const TICKET = ['M2 9a3 3 0 0 1 0 6v2a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-2a3 3 0 0 1 0-6V7a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2Z', 'M13 5v2', 'M13 17v2', 'M13 11v2'];

/** @typedef {{number:number, name:string, title:string, status:string}} Ticket  all that customers know of one */
/** @typedef {{id:string, name:string, fields:import('./types.js').Field[]}} Kind  a type that the shop offers */

/** The mark of tickets. @param {number} size */
export const ticketMark = (size) => shape(TICKET, size);

/** What customers are told of where it stands. @param {Ticket} ticket */
export const ticketLine = ({ name, status }) => `${name} · ${status}`;

/**
 * The type and what it asks for. Of several types one is chosen; of one its fields stand there at once.
 * @param {Kind[]} kinds @param {import('./types.js').Texts} texts
 */
export function createKinds(kinds, texts) {
  const { t } = texts;
  const holder = el('div');
  /** @type {Kind|undefined} */ let kind;
  let fields = createFields([], { texts, prefix: 'ticket' });
  /** @param {string} id */
  const choose = (id) => {
    kind = kinds.find((one) => one.id === id);
    fields = createFields(kind?.fields ?? [], { texts, prefix: 'ticket' });
    holder.replaceChildren(...fields.nodes);
  };
  const select = el('select', { id: 'form-kind', onchange: () => choose(select.value) }, el('option', { value: '' }, t('form.kind_other')), ...kinds.map((one) => el('option', { value: one.id }, one.name)));
  const chosen = el('div', { class: 'field' }, el('div', { class: 'field-head' }, el('label', { for: 'form-kind' }, t('form.kind'))), select);
  if (kinds.length === 1) choose(kinds[0].id);

  return {
    nodes: kinds.length > 1 ? [chosen, holder] : [holder],
    check: () => fields.check(),
    /** What the desk found wrong. @param {string} field */
    refuse: (field) => fields.refuse(field.replace(/^fields\./, '')),
    /** As the desk takes it. */
    values() {
      /** @param {string} key @param {string} value */
      const typed = (key, value) => {
        const type = kind?.fields.find((one) => one.id === key)?.type;
        return type === 'checkbox' ? true : type === 'number' ? Number(value.replace(',', '.')) : value;
      };
      return { type_id: kind?.id ?? null, fields: Object.fromEntries(Object.entries(fields.values()).map(([key, value]) => [key, typed(key, value)])) };
    },
  };
}

/**
 * The types that the shop offers; none where it cannot be asked now: words are left all the same.
 * @param {import('./types.js').Session} session @returns {Promise<Kind[]>}
 */
export const offeredKinds = (session) =>
  session.call('GET', '/widget/v1/ticket-types').then((response) => response.json()).then(({ types }) => types, () => []);

/**
 * Opens tickets. What is pressed again after the line broke is the same one, as long as nothing of it changes.
 * @param {import('./types.js').Session} session
 */
export function createLeaving(session) {
  const makeId = createIdMaker();
  let before = '';
  let key = '';
  /** @param {object} said @returns {Promise<Ticket & {conversation_id:string}>} rejects with `field` where the desk refuses one */
  return async (said) => {
    const body = JSON.stringify(said);
    if (body !== before) key = makeId();
    before = body;
    const response = await session.fetch('/widget/v1/tickets', { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': key }, body });
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) throw Object.assign(new Error(answer.code ?? 'call'), { field: answer.field, code: answer.code });
    return answer;
  };
}

/**
 * The conversation of a ticket, by number, shown number or id.
 * @param {{name:string, session:import('./types.js').Session, cache:import('./types.js').ConversationCache}} asked
 * @returns {Promise<string|null>}
 */
export async function findTicket({ name, session, cache }) {
  const wanted = name.trim().toLowerCase();
  const find = () => cache.list().find(({ id, ticket }) => ticket && [id, ticket.name, String(ticket.number)].some((one) => one.toLowerCase() === wanted))?.id ?? null;
  // A ticket may be younger than the list.
  if (!find()) {
    const { items } = await (await session.call('GET', '/widget/v1/conversations')).json();
    cache.set(items);
  }
  return find();
}

/**
 * A line in the thread about what became of the conversation.
 * @param {HTMLElement} line
 * @param {import('./types.js').Entry} entry
 * @param {{texts:import('./types.js').Texts, cache:import('./types.js').ConversationCache, open:(id:string) => void}} how
 */
export function drawTold(line, entry, { texts, cache, open }) {
  const { t } = texts;
  const { kind, into = '', conversation_id: id, number = 0 } = /** @type {import('./types.js').EventEntry} */ (entry);
  const name = cache.get(into)?.ticket?.name ?? '';
  if (kind === 'ticket') line.replaceChildren(el('span', {}, ticketMark(14), t('told.ticket', { name: cache.get(id)?.ticket?.name ?? number })));
  else if (kind === 'merged') line.replaceChildren(el('span', {}, el('button', { type: 'button', class: 'told', onclick: () => open(into) }, name ? t('told.merged', { name }) : t('told.merged_talk'))));
  else if (kind === 'unmerged') line.replaceChildren(el('span', {}, t('told.unmerged')));
}
