/**
 * The fields of the settings: each has its label, a hint, the complaint about it in words, and shows what the form's draft holds.
 * A setting is named by its path in the form, from which its element's id is made.
 */
import { html, live, nothing } from '../lit.js';
import { t } from '../app/texts.js';
import { segments, select } from './choices.js';
import { mark } from './settings-icons.js';

export { segments, select };

/** The id of the element of a setting. @param {string} path */
export const idOf = (path) => `f-${path.replace(/[^\w-]/g, '-')}`;

/** @typedef {import('./form.js').SettingsForm} Form */

/** The complaint under a field. @param {Form} form @param {string} path */
export function complaint(form, path) {
  const text = form.errors[path];
  return html`<p class="field-error" id="${idOf(path)}-error" role="alert">${text ?? ''}</p>`;
}

/** @param {unknown} label @param {string} id @param {unknown} [note] */
const head = (label, id, note) =>
  html`<div class="set-label"><label for=${id}>${label}</label>${note ? html`<span class="field-hint">${note}</span>` : nothing}</div>`;

/**
 * A field of one line.
 * @param {Form} form @param {string} path
 * @param {{label:unknown, hint?:unknown, note?:unknown, type?:string, placeholder?:string, max?:number, autocomplete?:string, mono?:boolean, inputmode?:string, disabled?:boolean, tail?:unknown}} how
 */
export function textField(form, path, how) {
  const id = idOf(path);
  return html`<div class="set-field">
    ${head(how.label, id, how.note)}
    <div class="set-box">
      <input
        id=${id}
        class="input ${how.mono ? 'mono' : ''}"
        type=${how.type ?? 'text'}
        placeholder=${how.placeholder ?? nothing}
        maxlength=${how.max ?? nothing}
        autocomplete=${how.autocomplete ?? 'off'}
        inputmode=${how.inputmode ?? nothing}
        ?disabled=${how.disabled ?? false}
        aria-invalid=${form.errors[path] ? 'true' : nothing}
        aria-describedby="${id}-hint ${id}-error"
        .value=${live(form.get(path) ?? '')}
        @input=${(/** @type {FieldEvent} */ event) => form.set(path, event.target.value)}
      />${how.tail ?? nothing}
    </div>
    <p class="field-hint" id="${id}-hint">${how.hint ?? nothing}</p>
    ${complaint(form, path)}
  </div>`;
}

/**
 * A field of several lines.
 * @param {Form} form @param {string} path
 * @param {{label:unknown, hint?:unknown, note?:unknown, placeholder?:string, max?:number, rows?:number, mono?:boolean}} how
 */
export function areaField(form, path, how) {
  const id = idOf(path);
  return html`<div class="set-field">
    ${head(how.label, id, how.note)}
    <textarea
      id=${id}
      class="input area ${how.mono ? 'mono' : ''}"
      rows=${how.rows ?? 3}
      placeholder=${how.placeholder ?? nothing}
      maxlength=${how.max ?? nothing}
      aria-invalid=${form.errors[path] ? 'true' : nothing}
      aria-describedby="${id}-hint ${id}-error"
      .value=${live(form.get(path) ?? '')}
      @input=${(/** @type {FieldEvent} */ event) => form.set(path, event.target.value)}
    ></textarea>
    <p class="field-hint" id="${id}-hint">${how.hint ?? nothing}</p>
    ${complaint(form, path)}
  </div>`;
}

/**
 * A choice of one.
 * @param {Form} form @param {string} path @param {{label:unknown, hint?:unknown, note?:unknown, options:{value:string, label:string}[]}} how
 */
export function selectField(form, path, how) {
  const id = idOf(path);
  return html`<div class="set-field">
    ${head(how.label, id, how.note)}
    ${select(id, how.options, String(form.get(path)), (value) => form.set(path, value))}
    <p class="field-hint">${how.hint ?? nothing}</p>
    ${complaint(form, path)}
  </div>`;
}

/**
 * On or off. @param {boolean} on @param {(on:boolean) => void} set @param {unknown} label @param {unknown} [hint] @param {boolean} [disabled]
 */
export const toggle = (on, set, label, hint, disabled = false) =>
  html`<div class="set-switch">
    <label class="switch"
      ><input
        type="checkbox"
        role="switch"
        .checked=${live(on)}
        ?disabled=${disabled}
        @change=${(/** @type {FieldEvent} */ event) => set(event.target.checked)}
      /><span>${label}</span></label
    >
    ${hint ? html`<p class="field-hint">${hint}</p>` : nothing}
  </div>`;

/** A switch. @param {Form} form @param {string} path @param {unknown} label @param {unknown} [hint] */
export const switchField = (form, path, label, hint) => toggle(Boolean(form.get(path)), (on) => form.set(path, on), label, hint);

/**
 * A heading with what belongs under it.
 * @param {unknown} title @param {unknown} content @param {unknown} [intro] @param {unknown} [beside]
 */
export const section = (title, content, intro, beside) =>
  html`<section class="set-section">
    <div class="set-head">
      <div>
        <h2>${title}</h2>
        ${intro ? html`<p>${intro}</p>` : nothing}
      </div>
      ${beside ?? nothing}
    </div>
    ${content}
  </section>`;

/** What somebody typed as a time of day, in the one spelling `HH:MM`; as it was where it is none. @param {string} text */
export function timeOfDay(text) {
  const found = /^(\d{1,2})(?:\D?(\d{2}))?$/.exec(text.trim());
  if (!found) return text;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)];
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return text;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** The same on every machine, whatever clock its browser likes. @param {string} label @param {string} value @param {(value:string)=>void} set */
export const timeField = (label, value, set) =>
  html`<input
    class="input time"
    inputmode="numeric"
    maxlength="5"
    placeholder="09:00"
    autocomplete="off"
    aria-label=${label}
    .value=${live(value)}
    @input=${(/** @type {FieldEvent} */ event) => set(event.target.value)}
    @change=${(/** @type {FieldEvent} */ event) => set(timeOfDay(event.target.value))}
  />`;

/** A line to copy, with the button that does it; on plain http the text is selected instead. @param {string} text @param {unknown} [shown] @param {string} [name] */
export function codeBlock(text, shown, name) {
  const copy = async (/** @type {FieldEvent} */ event) => {
    const button = event.currentTarget;
    const label = /** @type {HTMLElement} */ (button.querySelector('.copy-label'));
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const code = button.parentElement?.querySelector('code');
      if (code) getSelection()?.selectAllChildren(code);
      return;
    }
    label.textContent = t('settings_frame.copied');
    setTimeout(() => (label.textContent = t('common.copy')), 2000);
  };
  return html`<div class="code" role="group" aria-label=${name ?? nothing}
    ><code tabindex="0">${shown ?? text}</code
    ><button type="button" class="code-copy" @click=${copy}>
      ${mark('copy', 14)}<span class="copy-label" aria-live="polite">${t('common.copy')}</span>
    </button></div
  >`;
}
