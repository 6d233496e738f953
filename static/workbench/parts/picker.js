/**
 * A list to choose from by typing: a field over a list box, arrow keys and Enter in the field (WAI-ARIA combobox). Stays open
 * where several can be chosen; may offer to make what was typed.
 *
 * @typedef {{id:string, label:string, mark?:unknown, more?:string, hint?:string, checked?:boolean}} Option
 */
import { html, live, nothing } from '../lit.js';
import { icon } from './icons.js';
import { closePopup, openPopup } from './popup.js';

/** Options drawn at once; more are found by typing. */
const SHOWN = 50;

/**
 * Opens a picker at a button.
 * @param {HTMLElement} anchor
 * @param {object} how
 * @param {string} how.label @param {string} how.placeholder @param {string} how.nothing what is said where nothing fits
 * @param {(query:string) => Option[]} how.options
 * @param {(option:Option) => void} how.choose
 * @param {boolean} [how.several]
 * @param {{label:(query:string) => string, run:(query:string) => void}} [how.create]
 */
export function openPicker(anchor, how) {
  let query = '';
  let at = 0;
  /** @type {(() => void)|null} */ let draw = null;

  const rows = () => {
    const found = how.options(query.trim()).slice(0, SHOWN);
    const known = found.some((one) => one.label.toLowerCase() === query.trim().toLowerCase());
    return { found, makes: Boolean(how.create) && query.trim() !== '' && !known };
  };
  /** @param {number} index */
  const run = (index) => {
    const { found, makes } = rows();
    if (index < found.length) how.choose(found[index]);
    else if (makes) how.create?.run(query.trim());
    else return;
    if (!how.several) return closePopup();
    query = '';
    draw?.();
  };
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const { found, makes } = rows();
    const count = found.length + Number(makes);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      at = count ? (at + (event.key === 'ArrowDown' ? 1 : -1) + count) % count : 0;
      draw?.();
      document.getElementById(`picker-${at}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(at);
    }
  };
  const view = () => {
    const { found, makes } = rows();
    const count = found.length + Number(makes);
    at = Math.max(0, Math.min(at, count - 1));
    /** @param {number} index @param {unknown} inner @param {boolean} checked */
    const row = (index, inner, checked) => html`<li
      id="picker-${index}"
      class="menu-item ${index === at ? 'picked' : ''}"
      role="option"
      aria-selected=${checked}
      @pointerdown=${(/** @type {Event} */ event) => event.preventDefault()}
      @click=${() => run(index)}
    >
      ${inner}
    </li>`;
    return html`<input
        class="picker-field"
        type="text"
        role="combobox"
        aria-label=${how.label}
        aria-expanded="true"
        aria-controls="picker-list"
        aria-autocomplete="list"
        aria-activedescendant=${count ? `picker-${at}` : ''}
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
      <ul class="picker-list" id="picker-list" role="listbox" aria-label=${how.label} aria-multiselectable=${Boolean(how.several)}>
        ${found.map((one, index) =>
          row(
            index,
            html`${one.mark ? html`<span class="menu-mark">${one.mark}</span>` : nothing}<span class="menu-label">${one.label}${one.more ? html`<small class="menu-more">${one.more}</small>` : nothing}</span>${one.hint
                ? html`<span class="menu-hint">${one.hint}</span>`
                : nothing}${one.checked ? html`<span class="menu-check">${icon('check')}</span>` : nothing}`,
            Boolean(one.checked),
          ),
        )}
        ${makes ? row(found.length, html`<span class="menu-mark">${icon('plus')}</span><span class="menu-label">${how.create?.label(query.trim())}</span>`, false) : nothing}
      </ul>
      ${count ? nothing : html`<p class="picker-nothing" role="status">${how.nothing}</p>`}`;
  };
  draw = openPopup(anchor, how.label, view);
}
