/** A switch with its words; the settings have theirs, which come with the settings. */
import { html, live, nothing } from '../../lit.js';

/** @param {boolean} on @param {(on:boolean) => void} set @param {unknown} label @param {unknown} [hint] @param {boolean} [disabled] */
export const toggle = (on, set, label, hint, disabled = false) =>
  html`<div class="faq-switch">
    <label class="switch"
      ><input type="checkbox" role="switch" .checked=${live(on)} ?disabled=${disabled} @change=${(/** @type {FieldEvent} */ event) => set(event.target.checked)} /><span>${label}</span></label
    >
    ${hint ? html`<p class="field-hint">${hint}</p>` : nothing}
  </div>`;
