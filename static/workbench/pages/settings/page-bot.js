/** The bot: whether it answers and when, what it is called, how sure it has to be, what it says, which words mean the same, what an hour costs, help pages. */
import { html, live, nothing } from '../../lit.js';
import { has, plural, t } from '../../app/texts.js';
import { areaField, complaint, idOf, section, segments, select, switchField, textField } from '../../parts/controls.js';
import { createForm } from '../../parts/form.js';
import { pictureField } from '../../parts/picture.js';
import { mark } from '../../parts/settings-icons.js';
import { ANSWERS, CAREFULNESS, LINES, LOCALES, MODES, NAME_CHARS, RIGHT, WORDS_CHARS, placeOf, toDesk, toDraft, wrongIn } from './bot.js';

/** @typedef {import('../../parts/form.js').SettingsForm} Form */

const FACE_PX = 256;
const LANGUAGES = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
];
const WHEN = /** @type {const} */ (['closed', 'busy', 'free']);

/** @param {{locale:string, entries:number, threshold:{zh:number, en:number}|null}} here @param {Form} form @param {import('./page.js').Context} on */
function sample({ locale }, form, { me }) {
  const face = form.get('face');
  const own = locale === 'en' ? 'en' : 'zh';
  const name = form.get(`name.${locale}`) || t(`settings_bot.own_${own}_name`);
  const said = (/** @type {string} */ line) => form.get(`words.${line}.${locale}`) || t(`settings_bot.own_${own}_${line}`);
  return html`<div class="bot-sample" lang=${locale} role="img" aria-label=${t('settings_bot.sample', { shop: me.shop.name })}>
    <div class="bot-who">${face ? html`<img src=${face} alt="" />` : html`<span class="bot-face">${mark('bot', 16)}</span>`}<b>${name}</b><span class="chip chip-line">${t('settings_bot.automatic')}</span></div>
    <p>${said('greeting')}</p>
    <p>${said('hand_over')}</p>
  </div>`;
}

/** @param {Form} form @param {{on:Record<string, boolean>}} here which channels it answers now */
function duty(form, here) {
  const channels = Object.keys(form.get('duty') ?? {});
  const row = (/** @type {string} */ channel) => {
    const path = `duty.${channel}`;
    const mode = /** @type {typeof MODES[number]} */ (form.get(path));
    const name = has(`common.channel_${channel}`) ? t(`common.channel_${channel}`) : has(`settings_bot.channel_${channel}`) ? t(`settings_bot.channel_${channel}`) : channel;
    return html`<div class="bot-duty">
      <div class="set-field">
        <div class="set-label"><label for=${idOf(path)}>${name}</label>${channel in here.on ? html`<span class="chip ${here.on[channel] ? 'chip-ok' : ''}">${t(here.on[channel] ? 'settings_bot.on_now' : 'settings_bot.off_now')}</span>` : nothing}</div>
        ${select(idOf(path), MODES.map((value) => ({ value, label: t(`settings_bot.mode_${value}`) })), mode, (value) => form.set(path, value))}
      </div>
      <dl class="bot-answers" aria-label=${t('settings_bot.who_answers')}>
        ${WHEN.map((one, at) => {
          const who = ANSWERS[mode]?.[at] ?? 'person';
          return html`<div><dt>${t(`settings_bot.when_${one}`)}</dt><dd class=${who}>${mark(who === 'bot' ? 'bot' : 'user', 14)} ${t(`settings_bot.by_${who}`)}</dd></div>`;
        })}
      </dl>
    </div>`;
  };
  return section(t('settings_bot.duty'), html`${channels.map(row)}`, t('settings_bot.duty_intro'));
}

/** @param {Form} form @param {{threshold:{zh:number, en:number}|null, saved:string}} here */
function carefulness(form, here) {
  const now = form.get('carefulness');
  const shown = here.threshold && now === here.saved ? t('settings_bot.line', { zh: here.threshold.zh.toFixed(2), en: here.threshold.en.toFixed(2) }) : t('settings_bot.line_later');
  return section(
    t('settings_bot.carefulness'),
    html`<div class="bot-care" role="radiogroup" aria-label=${t('settings_bot.carefulness')}>
        ${CAREFULNESS.map(
          (one) =>
            html`<label class="bot-care-one"
              ><input type="radio" name="carefulness" .checked=${live(now === one)} @change=${() => form.set('carefulness', one)} /><span><b>${t(`settings_bot.care_${one}`)}</b><span>${t('settings_bot.care_right', { right: RIGHT[one] })}</span><span>${t(`settings_bot.care_${one}_hint`)}</span></span></label
            >`,
        )}
      </div>
      <p class="field-hint" role="status">${shown} <a href="/faq/numbers">${t('settings_bot.see_numbers')}</a></p>`,
    t('settings_bot.carefulness_intro'),
  );
}

/** @param {Form} form @param {{locale:string}} here @param {() => void} changed */
function words(form, here, changed) {
  const language = segments(t('settings_bot.words_language'), LANGUAGES, here.locale, (value) => {
    here.locale = value;
    changed();
  });
  return section(
    t('settings_bot.words'),
    html`${LINES.map((line) => areaField(form, `words.${line}.${here.locale}`, { label: t(`settings_bot.word_${line}`), hint: t(`settings_bot.word_${line}_hint`), placeholder: t(`settings_bot.own_${here.locale === 'en' ? 'en' : 'zh'}_${line}`), max: WORDS_CHARS, rows: 2 }))}`,
    t('settings_bot.words_intro'),
    language,
  );
}

/** @param {Form} form @param {string} origin */
function help(form, origin) {
  const is = Boolean(form.get('help.enabled'));
  const live_ = Boolean(form.saved?.help?.enabled);
  return section(
    t('settings_bot.help'),
    html`${switchField(form, 'help.enabled', t('settings_bot.help_on'), t('settings_bot.help_hint'))}
    ${is
      ? html`<div class="set-columns">${LOCALES.map((locale) => textField(form, `help.title.${locale}`, { label: t(`settings_bot.help_title_${locale === 'en' ? 'en' : 'zh'}`), max: NAME_CHARS, placeholder: t('settings_bot.help_title_own') }))}</div>`
      : nothing}
    ${is && live_
      ? html`<p><a href="/help" target="_blank" rel="noopener">${`${origin}/help`} ${mark('out', 14)}</a></p>`
      : is
        ? html`<p class="field-hint">${t('settings_bot.help_after', { address: `${origin}/help` })}</p>`
        : nothing}`,
    t('settings_bot.help_intro'),
  );
}

/** @param {Form} form @param {import('./page.js').Context} on */
function person(form, { upload, failed }) {
  const face = form.get('face');
  // The desk names a picture, an answer shows its address.
  const at = { ...form, get: () => face, set: (/** @type {string} */ _, /** @type {string|null} */ name) => form.set('face', name && !name.startsWith('/') ? `/p/${name}` : name) };
  return section(
    t('settings_bot.person'),
    html`<div class="set-columns">${LOCALES.map((locale) => textField(form, `name.${locale}`, { label: t(`settings_bot.name_${locale === 'en' ? 'en' : 'zh'}`), placeholder: t(`settings_bot.own_${locale === 'en' ? 'en' : 'zh'}_name`), max: NAME_CHARS }))}</div>
      <div class="face-big">
        ${face ? html`<img src=${face} alt="" />` : html`<span class="bot-face big">${mark('bot', 28)}</span>`}
        <div>
          <p class="field-hint">${t('settings_bot.face_hint')}</p>
          ${pictureField(/** @type {any} */ (at), 'face', { upload, failed, most: FACE_PX, choose: t('settings_bot.face_choose'), remove: t('settings_bot.face_remove') })}
        </div>
      </div>`,
    t('settings_bot.person_intro'),
  );
}

/** @param {Form} form */
function cost(form) {
  const id = idOf('cost');
  return section(
    t('settings_bot.cost'),
    html`<div class="set-field">
      <div class="set-label"><label for=${id}>${t('settings_bot.cost_label')}</label></div>
      <div class="set-box number-box"><input id=${id} class="input number" inputmode="decimal" autocomplete="off" aria-describedby="${id}-hint ${id}-error" aria-invalid=${form.errors.cost ? 'true' : nothing} .value=${live(form.get('cost'))} @input=${(/** @type {FieldEvent} */ event) => form.set('cost', event.target.value)} /></div>
      <p class="field-hint" id="${id}-hint">${t('settings_bot.cost_hint')} <a href="/faq/numbers">${t('settings_bot.see_numbers')}</a></p>
      ${complaint(form, 'cost')}
    </div>`,
  );
}

/** @param {import('./page.js').Context} on @returns {import('./frame.js').SettingsView} */
export function botPage(on) {
  const { call, changed, origin } = on;
  const here = { locale: document.documentElement.lang === 'en' ? 'en' : 'zh-CN', entries: 0, version: 0, saved: '', /** @type {Record<string, boolean>} */ on: {}, /** @type {{zh:number, en:number}|null} */ threshold: null };
  const took = (/** @type {any} */ answer) => {
    const { version, entries, threshold, carefulness: saved, on_duty: on } = answer;
    Object.assign(here, { version, entries, threshold, saved, on });
    return toDraft(answer, Object.keys(on));
  };
  const form = createForm({
    read: async () => took(await call('GET', '/bot')),
    check: (draft) => Object.fromEntries(Object.entries(wrongIn(draft)).map(([path, what]) => [path, t(`settings_bot.wrong_${what}`)])),
    refused: (error) => (error.status === 400 && error.field ? { [placeOf(error.field)]: t('settings_bot.wrong_value') } : {}),
    write: async (draft) => took(await call('PUT', '/bot', { version: here.version, ...toDesk(draft) })),
    changed,
  });
  const state = () => {
    if (here.entries === 0) return html`<p class="warning">${t('settings_bot.no_entries')} <a href="/faq">${t('settings_bot.to_faq')}</a></p>`;
    return html`<p class="check-line ${form.saved.enabled ? 'good' : ''}">${mark(form.saved.enabled ? 'done' : 'info')} ${form.saved.enabled ? plural('settings_bot.answers_from', here.entries) : t('settings_bot.is_off')}</p>`;
  };
  return {
    form,
    body: () => html`<p class="page-intro">${t('settings_bot.intro')}</p>
      ${section(t('settings_bot.on'), html`${switchField(form, 'enabled', t('settings_bot.enabled'), t('settings_bot.enabled_hint'))} ${state()}`)}
      ${duty(form, here)} ${carefulness(form, here)} ${person(form, on)} ${words(form, here, changed)}
      ${section(t('settings_bot.looks'), sample(here, form, on), t('settings_bot.looks_intro'))}
      ${section(t('settings_bot.synonyms'), areaField(form, 'synonyms', { label: t('settings_bot.synonyms_label'), hint: t('settings_bot.synonyms_hint'), rows: 5, placeholder: t('settings_bot.synonyms_example') }), t('settings_bot.synonyms_intro'))}
      ${cost(form)} ${help(form, origin)}`,
  };
}
