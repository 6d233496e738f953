/** A list of things that are each in or out, and the names of what stands in the way. */
import { html, live, nothing } from '../../lit.js';

/**
 * Boxes under a heading of their own.
 * @param {unknown} title @param {{id:string, label:unknown, on:boolean, mark?:unknown, fixed?:boolean}[]} items fixed = not to be changed
 * @param {(id:string, on:boolean) => void} set
 */
export const checkList = (title, items, set) =>
  html`<fieldset class="checks">
    <legend class="set-label"><span class="label">${title}</span></legend>
    ${items.map(
      (one) =>
        html`<label class="check"
          ><input
            type="checkbox"
            name=${one.id}
            .checked=${live(one.on)}
            ?disabled=${one.fixed ?? false}
            @change=${(/** @type {FieldEvent} */ event) => set(one.id, event.target.checked)}
          />${one.mark ?? nothing}<span>${one.label}</span></label
        >`,
    )}
  </fieldset>`;

/** The names of what is in the way of a deletion. @param {unknown} error */
export const namesOf = (error) => /** @type {import('../../api.js').Problem} */ (error).named.map((one) => one.name).join(', ');
