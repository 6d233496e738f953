/** What a field of a ticket's type is given by, wherever it is asked for. */
import { html, live, nothing } from '../lit.js';
import { lang, t } from '../app/texts.js';
import { optionsOf } from '../store/tickets/ticket.js';

/** @typedef {import('../store/tickets/ticket.js').Field} Field */

/** @type {Record<string, string>} */
const INPUT = { text: 'text', email: 'email', phone: 'tel', number: 'number', date: 'date' };

/** What somebody typed, as the desk takes it; null = nothing. @param {Field} field @param {string} text */
const typedValue = (field, text) => (text.trim() === '' ? null : field.type === 'number' ? Number(text) : text.trim());

/** Whether a required field is given. @param {Field} field @param {any} value */
export const isGiven = (field, value) => value !== undefined && value !== null && value !== '' && (field.type !== 'checkbox' || value === true);

/**
 * @param {Field} field
 * @param {{id:string, value:any, set:(value:any) => void, wrong?:boolean, look?:string}} how
 */
export function fieldControl(field, { id, value, set, wrong = false, look = '' }) {
  const invalid = wrong ? 'true' : nothing;
  if (field.type === 'checkbox') return html`<input id=${id} type="checkbox" aria-invalid=${invalid} .checked=${live(value === true)} @change=${(/** @type {FieldEvent} */ event) => set(event.target.checked)} />`;
  if (field.type === 'select') {
    return html`<select id=${id} class=${look} aria-invalid=${invalid} @change=${(/** @type {FieldEvent} */ event) => set(event.target.value || null)}>
      <option value="" ?selected=${live(!value)}>${field.required ? t('thread.field_choose') : '–'}</option>
      ${optionsOf(field, lang).map((one) => html`<option value=${one.value} ?selected=${live(one.value === value)}>${one.label}</option>`)}
    </select>`;
  }
  // What is being typed stays while something else about the ticket changes.
  return html`<input id=${id} class=${look} type=${INPUT[field.type] ?? 'text'} placeholder=${look ? '–' : nothing} aria-invalid=${invalid} .value=${String(value ?? '')} @change=${(/** @type {FieldEvent} */ event) => set(typedValue(field, event.target.value))} />`;
}
