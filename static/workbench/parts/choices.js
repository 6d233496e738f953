/** Choices of one among several, as a list that opens and as buttons side by side. */
import { html, live, nothing } from '../lit.js';

/**
 * A choice of many. @param {string} id @param {{value:string, label:string}[]} options @param {string} value
 * @param {(value:string) => void} choose @param {string} [name] for whoever cannot see the label
 */
export const select = (id, options, value, choose, name) =>
  html`<span class="select"
    ><select id=${id} aria-label=${name ?? nothing} @change=${(/** @type {FieldEvent} */ event) => choose(event.target.value)}>
      ${options.map((one) => html`<option value=${one.value} ?selected=${live(one.value === value)}>${one.label}</option>`)}
    </select></span
  >`;

/**
 * A few choices side by side, one of them taken.
 * @param {string} name for whoever cannot see the heading @param {{value:string, label:unknown, title?:string}[]} options
 * @param {string} value @param {(value:string) => void} choose
 */
export const segments = (name, options, value, choose) =>
  html`<div class="segments" role="group" aria-label=${name}>
    ${options.map(
      (one) =>
        html`<button
          type="button"
          class="segment"
          aria-pressed=${one.value === value}
          aria-label=${one.title ?? nothing}
          title=${one.title ?? nothing}
          @click=${() => choose(one.value)}
        >
          ${one.label}
        </button>`,
    )}
  </div>`;
