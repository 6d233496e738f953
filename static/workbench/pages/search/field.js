/**
 * The one box: chips of what narrows the question, then the words. What an operator can be given is offered below it while it is
 * typed; the focus never leaves the field.
 */
import { html, live, nothing } from '../../lit.js';
import { t } from '../../app/texts.js';
import { icon } from '../../parts/icons.js';
import { valueName } from './choices.js';
import { begun, read, withChip } from './query.js';

/** @typedef {import('./query.js').Chip} Chip */

/** A chip in words. @param {Chip} chip */
export const named = ({ op, value }) => (op === 'in' || op === 'has' ? t(`search.only_${value}`) : t('search.chip', { name: t(`search.op_${op}`), value: valueName(op, value) }));

/** @typedef {{label:string, hint?:string, run:() => void}} Offer */
/** @typedef {{at:number, shut:boolean}} Place   which offer is the one; put away until something else is typed */

const input = () => /** @type {HTMLInputElement|null} */ (document.getElementById('search-words'));

/**
 * What changes the question.
 * @param {object} host
 * @param {import('./query.js').Asked & {typing:boolean}} host.asked
 * @param {Place} host.here
 * @param {(now?:boolean) => void} host.changed
 */
function createWriting({ asked, here, changed }) {
  /** @param {string} text */
  const write = (text) => {
    Object.assign(asked, { words: text, typing: true });
    Object.assign(here, { at: 0, shut: false });
    changed();
  };
  return {
    write,
    /** @param {Chip} chip @param {string} words what is left of them */
    take(chip, words) {
      asked.chips = withChip(asked.chips, chip);
      Object.assign(asked, { words: words ? `${words} ` : '', typing: false });
      here.at = 0;
      changed(true);
      input()?.focus();
    },
    /** @param {Chip} chip @param {boolean} [back] to change it */
    drop(chip, back) {
      asked.chips = asked.chips.filter((one) => one !== chip);
      if (back) Object.assign(asked, { words: `${chip.op}:${chip.value}${asked.words}`, typing: true });
      here.shut = false;
      changed(!back);
      input()?.focus();
    },
    /** Its value comes next. @param {string} op */
    begin(op) {
      write(`${asked.words.trimEnd()} ${op}:`.trimStart());
      input()?.focus();
    },
    clear() {
      asked.chips = [];
      write('');
      input()?.focus();
    },
    /** @param {Event} event */
    onInput(event) {
      const field = /** @type {HTMLInputElement} */ (event.target);
      // Nothing is taken apart under an input method, nor where somebody writes in the middle.
      const ends = field.selectionStart === field.value.length && !(/** @type {InputEvent} */ (event).isComposing);
      const { chips, words } = ends ? read(field.value, true) : { chips: [], words: field.value };
      for (const chip of chips) asked.chips = withChip(asked.chips, chip);
      write(words);
    },
  };
}

/**
 * @param {object} host
 * @param {Offer[]} host.offers
 * @param {Place} host.here
 */
function offersView({ offers, here }) {
  here.at = Math.min(here.at, Math.max(0, offers.length - 1));
  if (offers.length === 0) return nothing;
  return html`<ul class="ask-list" id="search-list" role="listbox" aria-label=${t('search.offered')}>
    ${offers.map(
      ({ label, hint, run }, index) => html`<li
        class="menu-item ${index === here.at ? 'picked' : ''}"
        id="search-choice-${index}"
        role="option"
        aria-selected=${index === here.at}
        @pointerdown=${(/** @type {Event} */ event) => event.preventDefault()}
        @click=${run}
      >
        <span class="menu-label">${label}</span>${hint ? html`<span class="menu-hint">${hint}</span>` : nothing}
      </li>`,
    )}
  </ul>`;
}

/**
 * @param {object} host
 * @param {import('./query.js').Asked & {typing:boolean}} host.asked
 * @param {import('./choices.js').Choices} host.choices
 * @param {(now?:boolean) => void} host.changed   what is asked for is another question
 * @param {() => void} host.redraw
 * @param {() => void} host.enter    the question is as it is meant
 * @param {() => void} host.down     on to what was found
 * @param {() => void} host.leave
 */
export function createField({ asked, choices, changed, redraw, enter, down, leave }) {
  /** @type {Place} */ const here = { at: 0, shut: false };
  const { take, drop, clear, begin, onInput } = createWriting({ asked, here, changed });

  /** @returns {Offer[]} */
  const offered = () => {
    const open = here.shut ? null : begun(asked.words);
    if (!open) return [];
    return choices.of(open.op, open.value).map(({ value, label, hint }) => ({ label, hint: hint ?? (label === value ? undefined : value), run: () => take({ op: open.op, value }, open.before) }));
  };
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const list = offered();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chooses = list.length > 0 && (event.key === 'Tab' || event.key === 'Enter');
    if (step && list.length > 0) {
      here.at = (here.at + step + list.length) % list.length;
      redraw();
    } else if (event.key === 'ArrowDown') down();
    else if (chooses && !event.shiftKey) list[Math.min(here.at, list.length - 1)].run();
    else if (event.key === 'Enter') {
      here.shut = true;
      enter();
    } else if (event.key === 'Backspace' && asked.chips.length > 0 && input()?.selectionEnd === 0) drop(asked.chips[asked.chips.length - 1], true);
    else if (event.key === 'Escape' && list.length > 0) {
      here.shut = true;
      redraw();
    } else if (event.key === 'Escape' && (asked.words || asked.chips.length > 0)) clear();
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  /** @param {Chip} chip */
  const chipView = (chip) =>
    html`<span class="ask-chip"
      >${named(chip)}<button type="button" aria-label=${t('search.chip_off', { name: named(chip) })} @click=${() => drop(chip)}>${icon('x', 14)}</button></span
    >`;

  return {
    input,
    begin,
    view: () => {
      const offers = offered();
      const open = offers.length > 0;
      return html`<div class="ask-box">
        <span class="ask-lens">${icon('search', 20)}</span>
        <div class="ask-inner">
          ${asked.chips.map(chipView)}
          <input
            id="search-words"
            type="text"
            role="combobox"
            aria-label=${t('search.label')}
            aria-expanded=${open}
            aria-controls=${open ? 'search-list' : nothing}
            aria-autocomplete="list"
            aria-activedescendant=${open ? `search-choice-${here.at}` : nothing}
            placeholder=${asked.chips.length > 0 ? '' : t('search.placeholder')}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            enterkeyhint="search"
            .value=${live(asked.words)}
            @input=${onInput}
            @compositionend=${onInput}
            @keydown=${onKey}
          />
        </div>
        ${asked.words || asked.chips.length > 0
          ? html`<button type="button" class="icon-button" aria-label=${t('search.clear')} title=${t('search.clear')} @click=${clear}>${icon('x', 18)}</button>`
          : html`<kbd class="no-phone" aria-hidden="true">/</kbd>`}
        ${offersView({ offers, here })}
      </div>`;
    },
  };
}
