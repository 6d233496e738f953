/**
 * What was found, as it is shown: a text in pieces with its hits marked, and items in their groups. Pure.
 *
 * @typedef {'message'|'note'|'file'|'contact'|'ticket'|'canned'} Kind
 * @typedef {object} Hit
 * @property {Kind} kind
 * @property {string|null} [id]
 * @property {string|null} conversation_id
 * @property {number|null} sequence
 * @property {string|null} text       hits stand in `<mark>`; the rest is as it was written
 * @property {string|null} at
 * @property {{kind:string, id:string|null, name:string|null}|null} [who]   said it
 * @property {{id:string, name:string|null, label?:string}|null} [contact]
 * @property {{number:number, name:string, title?:string|null, status?:string|null}|null} [ticket]
 * @property {string|null} [channel]
 *
 * @typedef {'contact'|'ticket'|'canned'|'message'} Group
 */

/** What is one thing comes before what was said, which goes on and on. @type {Group[]} */
const ORDER = ['contact', 'ticket', 'canned', 'message'];

/** @param {Kind} kind @returns {Group} */
const groupOf = (kind) => (kind === 'note' || kind === 'file' ? 'message' : kind);

/** A text in pieces. Marks alone mean something; whatever else looks like markup was written so. @param {string|null} text @returns {{text:string, hit:boolean}[]} */
export function pieces(text) {
  const found = [];
  let hit = false;
  for (const part of (text ?? '').split(/(<\/?mark>)/)) {
    if (part === '<mark>') hit = true;
    else if (part === '</mark>') hit = false;
    else if (part) found.push({ text: part, hit });
  }
  return found;
}

/** The same without marks. @param {string|null} text */
export const plain = (text) => (text ?? '').replace(/<\/?mark>/g, '');

/**
 * Items in their groups, each in the order in which they came.
 * @param {Hit[]} items @returns {{name:Group, items:Hit[]}[]}
 */
export const grouped = (items) =>
  ORDER.map((name) => ({ name, items: items.filter((one) => groupOf(one.kind) === name) })).filter((group) => group.items.length > 0);

/**
 * Where a hit lives.
 * @param {Hit} hit @param {boolean} tickets   they have a page
 * @returns {string|null} null = nowhere that this agent can go
 */
export function addressOf(hit, tickets) {
  const at = hit.sequence ? `?at=${hit.sequence}` : '';
  if (hit.kind === 'canned') return `/settings/canned${hit.id ? `?id=${encodeURIComponent(hit.id)}` : ''}`;
  if (hit.ticket && tickets) return `/tickets/${encodeURIComponent(hit.ticket.name)}${at}`;
  if (!hit.conversation_id) return null;
  return `/inbox/${encodeURIComponent(hit.conversation_id)}${hit.kind === 'contact' ? '?who' : at}`;
}
