/**
 * A fact about the customer that an agent may change where it stands: a press turns it into a field, Enter or leaving the field
 * keeps it, Esc does not. What the desk refuses is said beside the field, with the words still in it.
 */
import { html, live, nothing } from '../lit.js';
import { icon } from './icons.js';
import { has, t } from '../app/texts.js';

/** @typedef {'name'|'email'|'phone'|'city'|'note'} Name */

/** What is being changed: one field at a time. @type {{contact:string, name:Name, text:string, wrong:string|null, busy:boolean}|null} */
let now = null;

/** @param {import('../store/desk.js').Desk} desk @param {Name} name @param {string|null} was */
async function keep(desk, name, was) {
  const mine = now;
  if (!mine || mine.busy || mine.name !== name) return;
  const text = mine.text.trim();
  if (text === (was ?? '')) return leave(desk);
  mine.busy = true;
  mine.wrong = await desk.changeContact({ [name]: text || null });
  mine.busy = false;
  if (now !== mine) return;
  if (mine.wrong) {
    desk.touch('details');
    requestAnimationFrame(() => document.getElementById(`contact-${name}`)?.focus());
  } else leave(desk);
}

/** @param {import('../store/desk.js').Desk} desk @param {boolean} [back] the focus goes to where it was pressed */
function leave(desk, back = false) {
  const name = now?.name;
  now = null;
  desk.touch('details');
  if (back) requestAnimationFrame(() => document.getElementById(`edit-${name}`)?.focus());
}

/** @param {import('../store/desk.js').Desk} desk @param {Name} name @param {string|null} value */
function change(desk, name, value) {
  now = { contact: desk.contact?.id ?? '', name, text: value ?? '', wrong: null, busy: false };
  desk.touch('details');
  requestAnimationFrame(() => /** @type {HTMLInputElement|null} */ (document.getElementById(`contact-${name}`))?.select());
}

/** The pencil beside what can be changed. @param {import('../store/desk.js').Desk} desk @param {Name} name @param {string|null} value */
export function pencil(desk, name, value) {
  const what = t('contact.change', { what: t(`contact.field_${name}`).toLowerCase() });
  return html`<button class="icon-button edit-button" id="edit-${name}" aria-label=${what} title=${what} @click=${() => change(desk, name, value)}>
    ${icon('pencil-line', 14)}
  </button>`;
}

/** Whether a fact is being changed. @param {import('../store/desk.js').Desk} desk @param {Name} name whether it is being changed */
export const isChanged = (desk, name) => now?.name === name && now.contact === desk.contact?.id;

/** What is not known yet, to be added. @param {import('../store/desk.js').Desk} desk @param {Record<string, any>} data @param {Name[]} names */
export function addable(desk, data, names) {
  const missing = names.filter((name) => !data[name] && !isChanged(desk, name));
  return missing.map(
    (name) => html`<button class="text-button quiet" id="edit-${name}" @click=${() => change(desk, name, null)}>
      ${icon('plus', 14)} ${t(`contact.field_${name}`)}
    </button>`,
  );
}

/**
 * A fact, or the field that changes it.
 * @param {import('../store/desk.js').Desk} desk @param {import('./icons.js').IconName|null} shape null = a text of several lines
 * @param {Name} name @param {string|null} value @param {string|null} [href] where the value leads
 * @param {{fixed?:boolean, mark?:unknown, below?:unknown}} [how] a value that stands, what marks it, what else is said
 */
export function editable(desk, shape, name, value, href = null, how = {}) {
  const contact = desk.contact?.id ?? '';
  const label = t(`contact.field_${name}`);
  const edits = now?.contact === contact && now.name === name ? now : null;
  const begin = () => change(desk, name, value);
  /** @param {any} event */
  const onKey = (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      leave(desk, true);
    } else if (event.key === 'Enter' && (shape || event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      keep(desk, name, value);
    }
  };
  const field = () => {
    const wrong = edits?.wrong;
    const complaint = wrong && (has(`contact.wrong_${name}`) && wrong === 'invalid' ? t(`contact.wrong_${name}`) : t(has(`error.${wrong}`) ? `error.${wrong}` : 'error.unexpected', { seconds: 0 }));
    const on = {
      input: (/** @type {FieldEvent} */ event) => edits && (edits.text = event.target.value),
      blur: () => keep(desk, name, value),
    };
    const box = shape
      ? html`<input id="contact-${name}" class="edit-field" aria-label=${label} aria-invalid=${Boolean(wrong)} aria-describedby=${wrong ? `wrong-${name}` : nothing} maxlength="254" .value=${live(edits?.text ?? '')} @input=${on.input} @keydown=${onKey} @blur=${on.blur} />`
      : html`<textarea id="contact-${name}" class="edit-field" rows="4" aria-label=${label} aria-invalid=${Boolean(wrong)} aria-describedby=${wrong ? `wrong-${name}` : nothing} maxlength="2000" .value=${live(edits?.text ?? '')} @input=${on.input} @keydown=${onKey} @blur=${on.blur}></textarea>`;
    return html`${box}${wrong ? html`<p class="failed edit-wrong" id="wrong-${name}" role="alert">${complaint}</p>` : nothing}`;
  };
  const shown = () =>
    value
      ? html`${href ? html`<a href=${href}>${value}</a>` : html`<span class=${shape ? '' : 'note-lines'}>${value}</span>`}${how.mark ?? nothing}${how.fixed ? nothing : pencil(desk, name, value)}${how.below ?? nothing}`
      : html`<button class="text-button quiet" id="edit-${name}" @click=${begin}>${t('contact.add', { what: label.toLowerCase() })}</button>`;
  if (shape && !value && !edits) return nothing;
  const inner = edits ? field() : shown();
  if (!shape) return html`<div class="edit-note">${inner}</div>`;
  return html`<div class="fact">
    <dt title=${label}>${icon(shape, 16)}<span class="hidden">${label}</span></dt>
    <dd class="edit">${inner}</dd>
  </div>`;
}
