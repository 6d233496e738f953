/** Choosing a picture: made small here, sent at once, and part of the form's draft by its name. */
import { html, nothing } from '../lit.js';

/**
 * A field for one picture.
 * @param {import('./form.js').SettingsForm} form @param {string} path
 * @param {{upload:(file:Blob, most:number) => Promise<string>, failed:(error:unknown)=>void, most:number, choose:string, remove:string}} how
 */
export function pictureField(form, path, { upload, failed, most, choose, remove }) {
  const id = `picture-${path}`;
  return html`<div class="set-actions">
    <input
      id=${id}
      class="hidden"
      type="file"
      accept="image/png,image/jpeg,image/webp"
      tabindex="-1"
      aria-hidden="true"
      @change=${async (/** @type {FieldEvent} */ event) => {
        const file = event.target.files?.[0];
        event.target.value = '';
        if (!file) return;
        try {
          form.set(path, await upload(file, most));
        } catch (error) {
          failed(error);
        }
      }}
    /><button type="button" class="button" @click=${() => document.getElementById(id)?.click()}>${choose}</button>
    ${form.get(path) ? html`<button type="button" class="button quiet" @click=${() => form.set(path, null)}>${remove}</button>` : nothing}
  </div>`;
}
