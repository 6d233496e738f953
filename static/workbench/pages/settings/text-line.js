/** A field of one line that no form knows by its path. */
import { html, live, nothing } from '../../lit.js';

const NAME_CHARS = 40;

/** A text with its label and what is wrong with it. @param {string} id @param {string} label @param {string} value @param {(text:string) => void} set @param {{wrong?:string, hint?:string, max?:number}} [how] */
export const line = (id, label, value, set, { wrong, hint, max = NAME_CHARS } = {}) =>
  html`<div class="set-field">
    <div class="set-label"><label for=${id}>${label}</label></div>
    <input id=${id} class="input" autocomplete="off" maxlength=${max} aria-invalid=${wrong ? 'true' : nothing} aria-describedby="${id}-hint ${id}-error" .value=${live(value)} @input=${(/** @type {FieldEvent} */ event) => set(event.target.value)} />
    <p class="field-hint" id="${id}-hint">${hint ?? nothing}</p>
    <p class="field-error" id="${id}-error" role="alert">${wrong ?? ''}</p>
  </div>`;
