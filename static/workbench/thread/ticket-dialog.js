/**
 * A new ticket: of a conversation that takes longer, or of a customer who is looked up first. What it is about, its type with that
 * type's fields; what the desk refuses is said at the field. Loaded when it is first asked for.
 */
import { html, live, nothing, render } from '../lit.js';
import { opened } from '../app/layers.js';
import { has, lang, t } from '../app/texts.js';
import { contactAvatar, contactName } from '../parts/people.js';
import { labelOf } from '../store/tickets/ticket.js';
import { fieldControl, isGiven } from './ticket-fields.js';

/** @typedef {import('../store/tickets/ticket.js').Type} Type */
/** @typedef {import('../store/tickets/ticket.js').Field} Field */
/** @typedef {import('../answers.js').Contact} Contact */

const TITLE_CHARS = 200;
const FIND_AFTER_MS = 200;

/** @param {string} title */
const begun = (title) => ({
  title,
  message: '',
  /** @type {string} */ type: '',
  /** @type {Record<string, any>} */ fields: {},
  /** @type {Pick<Contact, 'id'|'name'>|null} */ contact: null,
  find: '',
  /** @type {Pick<Contact, 'id'|'name'|'email'|'phone'>[]} */ found: [],
  /** @type {Record<string, string>} */ wrong: {},
  busy: false,
});
/** @typedef {ReturnType<typeof begun>} State */

/** @param {Field} field @param {State} at @param {() => void} draw */
function control(field, at, draw) {
  const path = `fields.${field.key}`;
  const input = fieldControl(field, {
    id: `new-field-${field.key}`,
    value: at.fields[field.key],
    wrong: Boolean(at.wrong[path]),
    set(value) {
      at.fields[field.key] = value;
      delete at.wrong[path];
      draw();
    },
  });
  return field.type === 'checkbox' ? html`<label class="check">${input}<span>${labelOf(field, lang)}</span></label>` : input;
}

/** @param {string} label @param {string} id @param {unknown} field @param {string|undefined} wrong @param {boolean} [required] */
const labelled = (label, id, field, wrong, required = false) =>
  html`<div class="new-field"><label for=${id}>${label}${required ? html`<span aria-hidden="true"> *</span>` : nothing}</label>${field}<p class="field-error" role="alert">${wrong ?? ''}</p></div>`;

/**
 * Whose it is: looked up by name, e-mail or phone.
 * @param {State} at @param {(text:string) => void} look @param {() => void} draw
 */
function customer(at, look, draw) {
  if (at.contact) {
    return html`<div class="new-field">
      <span class="new-label">${t('ticket_new.customer')}</span>
      <p class="new-customer">${contactAvatar(at.contact)}<b>${contactName(/** @type {any} */ (at.contact))}</b><button type="button" class="text-button" @click=${() => {
        at.contact = null;
        draw();
      }}>${t('ticket_new.another')}</button></p>
    </div>`;
  }
  return html`<div class="new-field">
    <label for="new-customer">${t('ticket_new.customer')}<span aria-hidden="true"> *</span></label>
    <input id="new-customer" autocomplete="off" placeholder=${t('ticket_new.customer_find')} aria-invalid=${at.wrong.contact_id ? 'true' : nothing} .value=${live(at.find)} @input=${(/** @type {FieldEvent} */ event) => look(event.target.value)} />
    <p class="field-error" role="alert">${at.wrong.contact_id ?? ''}</p>
    ${at.found.length
      ? html`<ul class="new-found">
          ${at.found.map((one) => html`<li><button type="button" class="menu-item" @click=${() => {
            at.contact = one;
            draw();
            requestAnimationFrame(() => document.getElementById('new-title')?.focus());
          }}>${contactAvatar(one)}<span class="menu-label">${contactName(/** @type {any} */ (one))}</span><span class="menu-hint">${one.email ?? one.phone ?? ''}</span></button></li>`)}
        </ul>`
      : at.find.trim().length > 0
        ? html`<p class="field-hint" role="status">${t('ticket_new.customer_none')}</p>`
        : nothing}
  </div>`;
}

/** What stands against sending it, by field. @param {State} at @param {Type|undefined} type @param {boolean} asks whose it is */
function missing(at, type, asks) {
  /** @type {Record<string, string>} */ const wrong = {};
  if (asks && !at.contact) wrong.contact_id = t('ticket_new.wrong_customer');
  if (!at.title.trim()) wrong.title = t('ticket_new.wrong_title');
  for (const field of type?.fields ?? []) {
    if (field.required && !isGiven(field, at.fields[field.key])) wrong[`fields.${field.key}`] = t('ticket_new.wrong_required');
  }
  return wrong;
}

/** @param {import('../api.js').Problem} error @returns {Record<string, string>} */
function refused({ status, field, code }) {
  if (status !== 400 && status !== 422) return { '': t(has(`error.${code}`) ? `error.${code}` : 'error.unexpected', { seconds: 0 }) };
  return { [field ?? '']: t(field?.startsWith('fields') ? 'ticket_new.wrong_field' : field === 'title' ? 'ticket_new.wrong_title' : 'ticket_new.wrong') };
}

/**
 * The form.
 * @param {object} host
 * @param {State} host.at
 * @param {Type[]} host.types
 * @param {string|null} host.of
 * @param {(text:string) => void} host.look
 * @param {() => void} host.draw
 * @param {(event:Event) => void} host.send
 * @param {(made:null) => void} host.end
 */
function formView({ at, types, of, look, draw, send, end }) {
  const asks = of === null;
  const type = types.find((one) => one.id === at.type);
  return html`<form class="dialog-body" novalidate @submit=${send}>
    <h2 id="new-ticket-head">${t(asks ? 'ticket_new.head' : 'ticket_new.head_of', { name: of ?? '' })}</h2>
    ${asks ? customer(at, look, draw) : nothing}
    ${labelled(
      t('ticket_new.title'),
      'new-title',
      html`<input id="new-title" maxlength=${TITLE_CHARS} autocomplete="off" aria-invalid=${at.wrong.title ? 'true' : nothing} .value=${live(at.title)} @input=${(/** @type {FieldEvent} */ event) => {
        at.title = event.target.value;
        delete at.wrong.title;
      }} />`,
      at.wrong.title,
      true,
    )}
    ${types.length
      ? labelled(
          t('ticket_new.type'),
          'new-type',
          html`<select id="new-type" @change=${(/** @type {FieldEvent} */ event) => {
            at.type = event.target.value;
            draw();
          }}>
            <option value="" ?selected=${live(at.type === '')}>${t('ticket_new.no_type')}</option>
            ${types.map((one) => html`<option value=${one.id} ?selected=${live(one.id === at.type)}>${one.name}</option>`)}
          </select>`,
          at.wrong.type_id,
        )
      : nothing}
    ${(type?.fields ?? []).map((field) =>
      field.type === 'checkbox'
        ? html`<div class="new-field">${control(field, at, draw)}<p class="field-error" role="alert">${at.wrong[`fields.${field.key}`] ?? ''}</p></div>`
        : labelled(labelOf(field, lang), `new-field-${field.key}`, control(field, at, draw), at.wrong[`fields.${field.key}`], field.required),
    )}
    ${asks
      ? labelled(
          t('ticket_new.message'),
          'new-message',
          html`<textarea id="new-message" rows="3" placeholder=${t('ticket_new.message_hint')} .value=${live(at.message)} @input=${(/** @type {FieldEvent} */ event) => {
            at.message = event.target.value;
          }}></textarea>`,
          at.wrong.message,
        )
      : nothing}
    <p class="field-error" role="alert">${at.wrong[''] ?? ''}</p>
    <div class="dialog-actions">
      <button type="button" class="button" @click=${() => end(null)}>${t('settings_frame.cancel')}</button>
      <button type="submit" class="button primary" aria-busy=${at.busy}>${t(asks ? 'ticket_new.make' : 'ticket_new.turn')}</button>
    </div>
  </form>`;
}

/**
 * Opens the dialog.
 * @param {object} host
 * @param {Type[]} host.types
 * @param {string|null} host.of        the customer of the conversation that becomes one; null = looked up here
 * @param {string} [host.title]        to begin with
 * @param {(text:string) => Promise<{items:any[]}>} host.find
 * @param {(what:Record<string, any>) => Promise<any>} host.make
 * @returns {Promise<any>} the ticket; null = it was left
 */
export function openTicketDialog({ types, of, title = '', find, make }) {
  const at = begun(title);
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog new-ticket-dialog';
  dialog.setAttribute('aria-labelledby', 'new-ticket-head');
  document.body.append(dialog);
  /** @type {Timer} */ let timer = null;
  const asks = of === null;
  const type = () => types.find((one) => one.id === at.type);
  /** @type {{send:(event:Event) => void, end:(made:any) => void}} */ let does;
  const draw = () => render(formView({ at, types, of, look, draw, ...does }), dialog);
  /** @param {string} text */
  const look = (text) => {
    at.find = text;
    delete at.wrong.contact_id;
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const { items } = text.trim() ? await find(text.trim()).catch(() => ({ items: [] })) : { items: [] };
      if (at.find === text) at.found = items.slice(0, 6);
      draw();
    }, FIND_AFTER_MS);
    draw();
  };

  return new Promise((resolve) => {
    /** @param {any} made */
    const end = (made) => {
      dialog.close();
      resolve(made);
    };
    /** @param {Event} event */
    const send = async (event) => {
      event.preventDefault();
      if (at.busy) return;
      at.wrong = missing(at, type(), asks);
      if (Object.keys(at.wrong).length === 0) {
        at.busy = true;
        draw();
        const fields = Object.fromEntries(Object.entries(at.fields).filter(([key, value]) => value !== null && value !== '' && type()?.fields.some((one) => one.key === key)));
        try {
          return end(await make({ title: at.title.trim(), ...(at.type ? { type_id: at.type, fields } : {}), ...(at.contact ? { contact_id: at.contact.id } : {}), ...(at.message.trim() ? { message: at.message.trim() } : {}) }));
        } catch (error) {
          at.wrong = refused(/** @type {import('../api.js').Problem} */ (error));
          at.busy = false;
        }
      }
      draw();
      requestAnimationFrame(() => /** @type {HTMLElement|null} */ (dialog.querySelector('[aria-invalid="true"]'))?.focus());
    };
    does = { send, end };
    const left = matchMedia('(max-width: 720px)').matches ? opened(() => dialog.close()) : null;
    dialog.addEventListener('close', () => {
      left?.();
      dialog.remove();
      resolve(null);
    });
    draw();
    dialog.showModal();
    /** @type {HTMLElement|null} */ (dialog.querySelector(asks ? '#new-customer' : '#new-title'))?.focus();
  });
}
