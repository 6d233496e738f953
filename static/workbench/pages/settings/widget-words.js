/** What the widget says, in both languages, and what it does beside: quick questions, rating, sound, showing what is being written. */
import { html, live, nothing } from '../../lit.js';
import { t } from '../../app/texts.js';
import { areaField, complaint, section, segments, switchField, textField } from '../../parts/controls.js';
import { mark } from '../../parts/settings-icons.js';
import { LOCALES, QUESTIONS_MAX } from './widget.js';

const TITLE_CHARS = 40;
const WORDS_CHARS = 300;
const QUESTION_CHARS = 60;
const LANGUAGES = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
];
/** @type {typeof LOCALES[number]} */
let shown = document.documentElement.lang === 'en' ? 'en' : 'zh-CN';

/** Which language is worked on; the preview speaks it, too. */
export const wordsLocale = () => shown;
/** The language whose words are changed. @param {import('../../parts/form.js').SettingsForm} form */
export const languageChoice = (form) =>
  segments(t('settings_widget.words_language'), LANGUAGES, shown, (value) => {
    shown = /** @type {typeof shown} */ (value);
    // Nothing of the draft changes, but everything is drawn anew.
    form.set('accent', form.get('accent'));
  });

/** @param {import('../../parts/form.js').SettingsForm} form */
function questions(form) {
  const path = `questions.${shown}`;
  /** @type {string[]} */ const list = form.get(path) ?? [];
  const set = (/** @type {string[]} */ next) => form.set(path, next);
  return html`<ul class="lines">
      ${list.map(
        (question, i) =>
          html`<li>
            <input
              class="input"
              aria-label=${t('settings_widget.question_n', { n: i + 1 })}
              placeholder=${t('settings_widget.question_example')}
              maxlength=${QUESTION_CHARS}
              .value=${live(question)}
              @input=${(/** @type {FieldEvent} */ event) => set(list.with(i, event.target.value))}
            />
            ${i > 0
              ? html`<button type="button" class="icon-button" aria-label=${t('settings_widget.up', { n: i + 1 })} title=${t('settings_widget.up', { n: i + 1 })} @click=${() => set(list.with(i - 1, question).with(i, list[i - 1]))}>${mark('up')}</button>`
              : html`<span class="icon-space"></span>`}
            <button type="button" class="icon-button" aria-label=${t('settings_widget.remove_n', { n: i + 1 })} title=${t('settings_widget.remove_n', { n: i + 1 })} @click=${() => set(list.toSpliced(i, 1))}>${mark('x')}</button>
          </li>`,
      )}
    </ul>
    ${list.length < QUESTIONS_MAX
      ? html`<div class="set-actions"><button type="button" class="button" data-adds=".lines li:last-child input" @click=${() => set([...list, ''])}>${mark('plus')}${t('settings_widget.question_add')}</button></div>`
      : nothing}
    ${complaint(form, path)}`;
}

/**
 * Words of the widget, by language.
 * @param {import('../../parts/form.js').SettingsForm} form @param {string} shopName the title where none is given
 */
export function wordsTab(form, shopName) {
  const own = (/** @type {string} */ name) => t(`settings_widget.own_${shown === 'en' ? 'en' : 'zh'}_${name}`);
  const at = (/** @type {string} */ name) => `texts.${shown}.${name}`;
  return html`${section(
      t('settings_widget.words'),
      html`${textField(form, at('title'), { label: t('settings_widget.title'), hint: t('settings_widget.title_hint'), placeholder: shopName, max: TITLE_CHARS })}
        ${areaField(form, at('greeting'), { label: t('settings_widget.greeting'), hint: t('settings_widget.greeting_hint'), placeholder: own('greeting'), max: WORDS_CHARS, rows: 2 })}
        ${areaField(form, at('welcome'), { label: t('settings_widget.welcome'), hint: t('settings_widget.welcome_hint'), placeholder: own('welcome'), max: WORDS_CHARS, rows: 2 })}
        ${areaField(form, at('offline'), { label: t('settings_widget.offline'), hint: t('settings_widget.offline_hint'), placeholder: own('offline'), max: WORDS_CHARS, rows: 2 })}`,
      t('settings_widget.words_intro'),
      languageChoice(form),
    )}
    ${section(t('settings_widget.questions'), questions(form), t('settings_widget.questions_intro'))}
    ${section(
      t('settings_widget.habits'),
      html`${switchField(form, 'rating', t('settings_widget.rating'), t('settings_widget.rating_hint'))}
      ${switchField(form, 'sound', t('settings_widget.sound'), t('settings_widget.sound_hint'))}
      ${switchField(form, 'typing_preview', t('settings_widget.typing'), t('settings_widget.typing_hint'))}`,
    )}`;
}
