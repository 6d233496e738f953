/** What the widget asks: when, and which fields in which order. Name, e-mail and phone fill the contact's own. */
import { html, live, nothing } from '../../lit.js';
import { t } from '../../app/texts.js';
import { complaint, section, segments, select } from '../../parts/controls.js';
import { mark } from '../../parts/settings-icons.js';
import { FIELDS_MAX, KINDS, OPTIONS_MAX, freshId } from './widget.js';

const LABEL_CHARS = 80;

/** What the widget asks before a conversation. @param {import('../../parts/form.js').SettingsForm} form */
export function formTab(form) {
  /** @type {any[]} */ const fields = form.get('form.fields');
  const set = (/** @type {any[]} */ next) => form.set('form.fields', next);
  /** @param {string} type */
  const add = (type) => {
    set([...fields, { id: freshId(type, fields), type, label: { 'zh-CN': t(`settings_widget.asks_zh_${type}`), en: t(`settings_widget.asks_en_${type}`) }, required: type === 'consent', options: type === 'select' ? [{ 'zh-CN': '', en: '' }] : [] }]);
    if (form.get('form.when') === 'never') form.set('form.when', 'before');
  };

  /** @param {any} field @param {number} i */
  const card = (field, i) => {
    const change = (/** @type {object} */ change) => set(fields.with(i, { ...field, ...change }));
    const n = i + 1;
    /** @param {string} locale @param {string} name */
    const label = (locale, name) =>
      html`<input
        class="input"
        aria-label="${t('settings_widget.field_n', { n })} · ${name}"
        placeholder=${name}
        maxlength=${LABEL_CHARS}
        .value=${live(field.label[locale] ?? '')}
        @input=${(/** @type {FieldEvent} */ event) => change({ label: { ...field.label, [locale]: event.target.value } })}
      />`;
    return html`<li class="field-card">
      <div class="field-card-head">
        ${select(
          `field-type-${i}`,
          KINDS.map((value) => ({ value, label: t(`settings_widget.kind_${value}`) })),
          field.type,
          (type) => change({ type, id: freshId(type, fields.toSpliced(i, 1)), options: type === 'select' ? [{ 'zh-CN': '', en: '' }] : [] }),
          `${t('settings_widget.field_n', { n })} · ${t('settings_widget.field_kind')}`,
        )}
        <label class="check"><input type="checkbox" .checked=${live(field.required)} @change=${(/** @type {FieldEvent} */ event) => change({ required: event.target.checked })} /><span>${t('settings_widget.required')}</span></label>
        <span class="grow"></span>
        ${i > 0
          ? html`<button type="button" class="icon-button" aria-label=${t('settings_widget.up', { n })} title=${t('settings_widget.up', { n })} @click=${() => set(fields.with(i - 1, field).with(i, fields[i - 1]))}>${mark('up')}</button>`
          : nothing}
        <button type="button" class="icon-button" aria-label=${t('settings_widget.remove_n', { n })} title=${t('settings_widget.remove_n', { n })} @click=${() => set(fields.toSpliced(i, 1))}>${mark('trash')}</button>
      </div>
      <div class="set-columns tight">${label('zh-CN', t('settings_widget.in_zh'))}${label('en', t('settings_widget.in_en'))}</div>
      ${field.type === 'select'
        ? html`<ul class="lines">
              ${field.options.map(
                (/** @type {any} */ option, /** @type {number} */ j) =>
                  html`<li>
                    ${['zh-CN', 'en'].map(
                      (locale) =>
                        html`<input
                          class="input"
                          aria-label="${t('settings_widget.field_n', { n })} · ${t('settings_widget.option_n', { n: j + 1 })} · ${t(locale === 'en' ? 'settings_widget.in_en' : 'settings_widget.in_zh')}"
                          placeholder="${t('settings_widget.option_n', { n: j + 1 })} · ${t(locale === 'en' ? 'settings_widget.in_en' : 'settings_widget.in_zh')}"
                          maxlength=${LABEL_CHARS}
                          .value=${live(option[locale] ?? '')}
                          @input=${(/** @type {FieldEvent} */ event) => change({ options: field.options.with(j, { ...option, [locale]: event.target.value }) })}
                        />`,
                    )}
                    <button type="button" class="icon-button" aria-label=${t('settings_widget.remove_option', { n: j + 1 })} @click=${() => change({ options: field.options.toSpliced(j, 1) })}>${mark('x')}</button>
                  </li>`,
              )}
            </ul>
            ${field.options.length < OPTIONS_MAX
              ? html`<button type="button" class="text-button" data-adds=".lines li:last-child input" @click=${() => change({ options: [...field.options, { 'zh-CN': '', en: '' }] })}>${t('settings_widget.option_add')}</button>`
              : nothing}`
        : nothing}
      ${complaint(form, `form.fields.${i}`)}
    </li>`;
  };

  return html`${section(
      t('settings_widget.asks'),
      segments(
        t('settings_widget.asks'),
        ['never', 'before', 'closed'].map((value) => ({ value, label: t(`settings_widget.asks_${value}`) })),
        form.get('form.when'),
        (value) => form.set('form.when', value),
      ),
      t('settings_widget.asks_intro'),
    )}
    ${section(
      t('settings_widget.fields'),
      html`${fields.length ? html`<ul class="field-cards">${fields.map(card)}</ul>` : html`<p class="nothing-yet">${t('settings_widget.no_fields')}</p>`}
        ${complaint(form, 'form.fields')}
        ${fields.length < FIELDS_MAX
          ? html`<div class="set-actions" role="group" aria-label=${t('settings_widget.field_add')}>
              <span class="thing-about">${t('settings_widget.field_add')}</span>
              ${KINDS.map((kind) => html`<button type="button" class="button" data-adds=".field-card:last-child .input" @click=${() => add(kind)}>${mark('plus', 14)}${t(`settings_widget.kind_${kind}`)}</button>`)}
            </div>`
          : nothing}`,
      t('settings_widget.fields_intro'),
    )}`;
}
