/** What is asked, and how else: chips that are ticked to be learned, added one by one or many lines at once. */
import { html, live, nothing } from '../../lit.js';
import { plural, t } from '../../app/texts.js';
import { icon } from '../../parts/icons.js';
import { LOCALES, QUESTION_CHARS, addAlternatives, linesOf } from './draft.js';

/** @param {string} text */
const complaint = (text) => (text ? html`<p class="field-error" role="alert">${text}</p>` : nothing);

/** Wordings that it has, each to be taken away. @param {import('./editor.js').Table} faq */
const ownChips = ({ editing }) =>
  LOCALES.flatMap((locale) =>
    editing.at.draft.texts[locale].alternatives.map(
      (text, index) =>
        html`<li class="faq-chip faq-chip-own">
          <span class="faq-chip-words">${text}</span>
          <button
            type="button"
            class="chip-off"
            aria-label=${t('faq_editor.remove', { text })}
            title=${t('faq_editor.remove', { text })}
            @click=${() => editing.edit((draft) => void draft.texts[locale].alternatives.splice(index, 1))}
          >
            ${icon('x', 14)}
          </button>
        </li>`,
    ),
  );

/** @param {import('./editor.js').Table} faq */
export function createQuestion(faq) {
  const { editing, say, changed } = faq;
  let typed = '';

  /** @param {string[]} lines */
  const add = (lines) => {
    if (lines.length === 0) return;
    let told = { added: 0, doubled: 0, over: 0 };
    editing.edit((draft) => {
      told = addAlternatives(draft, lines);
    });
    if (told.over) say({ text: plural('faq_editor.not_added', told.over), icon: 'circle-alert' });
    else if (told.added > 1) say({ text: plural('faq_editor.added', told.added), icon: 'circle-check' });
    else if (!told.added) say({ text: t('faq_editor.known'), icon: 'info' });
  };
  const offers = () =>
    editing.at.offers.map(
      (one, index) =>
        html`<li>
          <button type="button" class="faq-chip ${one.on ? 'on' : ''}" aria-pressed=${one.on} @click=${() => editing.tick(index)}>
            ${icon(one.on ? 'check' : 'plus', 14)} <span class="faq-chip-words">${one.text}</span> <span class="faq-number">${one.count}</span>
          </button>
        </li>`,
    );
  const field = () =>
    html`<li class="faq-chip-add">
      <input
        id="faq-alternative"
        class="input"
        autocomplete="off"
        maxlength=${QUESTION_CHARS}
        placeholder=${t('faq_editor.add_alternative')}
        aria-label=${t('faq_editor.add_alternative')}
        .value=${live(typed)}
        @input=${(/** @type {FieldEvent} */ event) => (typed = event.target.value)}
        @paste=${(/** @type {ClipboardEvent} */ event) => {
          const lines = linesOf(event.clipboardData?.getData('text/plain') ?? '');
          if (lines.length < 2) return;
          event.preventDefault();
          add(lines);
        }}
        @keydown=${(/** @type {KeyboardEvent} */ event) => {
          if (event.isComposing || event.keyCode === 229) return;
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            const lines = linesOf(typed);
            typed = '';
            add(lines);
            changed();
          } else if (event.key === 'Backspace' && typed === '') {
            const locale = [...LOCALES].reverse().find((one) => editing.at.draft.texts[one].alternatives.length > 0);
            if (locale) editing.edit((draft) => void draft.texts[locale].alternatives.pop());
          }
        }}
      />
    </li>`;

  return () => {
    const { draft, locale, wrong, offers: offered } = editing.at;
    const path = `${locale}.question`;
    return html`<div class="faq-field">
        <label class="faq-label" for="faq-question">${t('faq_editor.question')}</label>
        <input
          id="faq-question"
          class="input faq-question"
          autocomplete="off"
          lang=${locale}
          maxlength=${QUESTION_CHARS}
          placeholder=${t(`faq_editor.question_${locale === 'en' ? 'en' : 'zh'}`)}
          aria-invalid=${wrong[path] ? 'true' : nothing}
          .value=${live(draft.texts[locale].question)}
          @input=${(/** @type {FieldEvent} */ event) => editing.edit((one) => void (one.texts[locale].question = event.target.value), path)}
        />
        ${complaint(wrong[path] ? t(`faq_editor.wrong_${wrong[path]}`) : '')}
      </div>
      <div class="faq-field">
        <p class="faq-label">${t('faq_editor.alternatives')} <span>${t(offered.length ? 'faq_editor.alternatives_tick' : 'faq_editor.alternatives_hint')}</span></p>
        <ul class="faq-chips">
          ${offers()} ${ownChips(faq)} ${field()}
        </ul>
      </div>`;
  };
}
