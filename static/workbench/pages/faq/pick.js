/** A list to choose one of by typing, in the window beside a button (WAI-ARIA combobox); rooms with conversations have a larger one. */
import { html, live, nothing } from '../../lit.js';
import { closePopup, openPopup } from '../../parts/popup.js';

/** More are found by typing. */
const SHOWN = 30;

/** @typedef {{id:string, label:string, more?:string, hint?:string}} Option */

/**
 * @param {HTMLElement} anchor
 * @param {{label:string, placeholder:string, nothing:string, options:(query:string) => Option[], choose:(option:Option) => void}} how
 */
export function openPick(anchor, how) {
  let query = '';
  let at = 0;
  /** @type {(() => void)|null} */ let draw = null;
  const found = () => how.options(query.trim()).slice(0, SHOWN);
  /** @param {Option|undefined} option */
  const choose = (option) => {
    if (!option) return;
    closePopup();
    how.choose(option);
  };
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) {
      event.preventDefault();
      at += by;
      draw?.();
      document.getElementById(`pick-${at}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(found()[at]);
    }
  };
  draw = openPopup(anchor, how.label, () => {
    const options = found();
    at = options.length ? (at + options.length) % options.length : 0;
    return html`<input
        class="picker-field"
        role="combobox"
        aria-label=${how.label}
        aria-expanded="true"
        aria-controls="pick-list"
        aria-autocomplete="list"
        aria-activedescendant=${options.length ? `pick-${at}` : nothing}
        placeholder=${how.placeholder}
        autocomplete="off"
        .value=${live(query)}
        @input=${(/** @type {FieldEvent} */ event) => {
          query = event.target.value;
          at = 0;
          draw?.();
        }}
        @keydown=${onKey}
      />
      <ul class="picker-list" id="pick-list" role="listbox" aria-label=${how.label}>
        ${options.map(
          (one, index) =>
            html`<li id="pick-${index}" class="menu-item ${index === at ? 'picked' : ''}" role="option" aria-selected=${index === at} @pointerdown=${(/** @type {Event} */ event) => event.preventDefault()} @click=${() => choose(one)}>
              <span class="menu-label">${one.label}${one.more ? html`<small class="menu-more">${one.more}</small>` : nothing}</span>${one.hint ? html`<span class="menu-hint">${one.hint}</span>` : nothing}
            </li>`,
        )}
      </ul>
      ${options.length ? nothing : html`<p class="picker-nothing" role="status">${how.nothing}</p>`}`;
  });
}
