/** How the widget looks: colour, theme, corners, launcher, pictures, and tokens for the rest. */
import { contrastOf, readable } from '../../parts/colour.js';
import { html, live } from '../../lit.js';
import { t } from '../../app/texts.js';
import { areaField, complaint, idOf, section, segments, switchField, textField } from '../../parts/controls.js';
import { mark } from '../../parts/settings-icons.js';
import { pictureField } from '../../parts/picture.js';

const ACCENTS = { green: '#1f6f5c', blue: '#3569b0', amber: '#96590b', plum: '#84508f', red: '#a4372c', ink: '#2c322b' };
/** @type {Record<string, import('../../parts/settings-icons.js').MarkName>} */
const LAUNCHERS = { bubble: 'bubble', square: 'square', headset: 'headset', leaf: 'leaf' };
const LABEL_CHARS = 20;
const LOGO_PX = 256;
const HEADER_PX = 1200;

/** @param {any} form */
function colour(form) {
  const accent = String(form.get('accent'));
  const proper = /^#[0-9a-f]{6}$/.test(accent);
  const shown = proper ? readable(accent) : null;
  const id = idOf('accent');
  return html`<div class="swatches" role="radiogroup" aria-label=${t('settings_widget.colour')}>
      ${Object.entries(ACCENTS).map(
        ([name, value]) =>
          html`<label class="swatch swatch-${name}"
            ><input type="radio" name="accent" aria-label=${t(`settings_widget.accent_${name}`)} .checked=${live(value === accent)} @change=${() => form.set('accent', value)} /><i></i
          ></label>`,
      )}
      <span class="own-colour"
        ><input
          type="color"
          aria-label=${t('settings_widget.accent_own')}
          .value=${live(proper ? accent : '#1f6f5c')}
          @input=${(/** @type {FieldEvent} */ event) => form.set('accent', event.target.value)} /><input
          id=${id}
          class="input mono"
          maxlength="7"
          spellcheck="false"
          aria-label=${t('settings_widget.accent_hex')}
          aria-invalid=${form.errors.accent ? 'true' : 'false'}
          aria-describedby="${id}-error"
          .value=${live(accent)}
          @input=${(/** @type {FieldEvent} */ event) => form.set('accent', event.target.value.trim().toLowerCase())}
      /></span>
    </div>
    ${shown
      ? shown.accent === accent
        ? html`<p class="check-line good">${mark('done')}${t(shown.on === '#ffffff' ? 'settings_widget.contrast_white' : 'settings_widget.contrast_black', { ratio: contrastOf(accent, shown.on).toFixed(1) })}</p>`
        : html`<p class="check-line warn">${mark('alert')}${t('settings_widget.darkened', { colour: shown.accent })}</p>`
      : ''}
    ${complaint(form, 'accent')}`;
}

/** @param {any} form @param {'x'|'y'} axis @param {string} label */
const offset = (form, axis, label) =>
  html`<label class="with-unit"
    ><span>${label}</span
    ><input
      class="input"
      inputmode="numeric"
      maxlength="3"
      .value=${live(String(form.get(`launcher.offset.${axis}`)))}
      @input=${(/** @type {FieldEvent} */ event) => form.set(`launcher.offset.${axis}`, /^\d+$/.test(event.target.value) ? Number(event.target.value) : event.target.value)}
  /></label>`;

/**
 * Colours, corners and place of the widget.
 * @param {import('./page.js').Context} on @param {import('../../parts/form.js').SettingsForm} form
 */
export function lookTab({ upload, failed }, form) {
  /** @param {string} path @param {number} most @param {string} name */
  const picture = (path, most, name) =>
    html`<div class="set-field">
      <span class="field-label">${name}</span>
      <div class="picture-line">
        ${form.get(path) ? html`<img class="picture-shown" src="/p/${form.get(path)}" alt="" />` : html`<span class="picture-shown" aria-hidden="true"></span>`}
        ${pictureField(form, path, { upload, failed, most, choose: t('settings_widget.picture_choose'), remove: t('settings_widget.picture_remove') })}
      </div>
      ${complaint(form, path)}
    </div>`;
  return html`${section(t('settings_widget.colour'), colour(form), t('settings_widget.colour_intro'))}
    ${section(
      t('settings_widget.theme'),
      '',
      t('settings_widget.theme_intro'),
      segments(
        t('settings_widget.theme'),
        ['auto', 'light', 'dark'].map((value) => ({ value, label: t(`settings_widget.theme_${value}`) })),
        form.get('theme'),
        (value) => form.set('theme', value),
      ),
    )}
    ${section(
      t('settings_widget.launcher'),
      html`<div class="set-columns">
          <div class="set-field">
            <span class="field-label">${t('settings_widget.position')}</span>
            ${segments(
              t('settings_widget.position'),
              ['left', 'right'].map((value) => ({ value, label: t(`settings_widget.position_${value}`) })),
              form.get('launcher.position'),
              (value) => form.set('launcher.position', value),
            )}
          </div>
          <div class="set-field">
            <span class="field-label">${t('settings_widget.offset')} <span class="field-hint">${t('settings_widget.offset_hint')}</span></span>
            <div class="set-pair">
              ${offset(form, 'x', t(`settings_widget.from_${form.get('launcher.position')}`))} ${offset(form, 'y', t('settings_widget.from_below'))}
            </div>
            ${complaint(form, 'launcher.offset')}
          </div>
          <div class="set-field">
            <span class="field-label">${t('settings_widget.icon')}</span>
            <div class="icon-choice" role="radiogroup" aria-label=${t('settings_widget.icon')}>
              ${Object.entries(LAUNCHERS).map(
                ([value, name]) =>
                  html`<label title=${t(`settings_widget.icon_${value}`)}
                    ><input
                      type="radio"
                      name="launcher-icon"
                      aria-label=${t(`settings_widget.icon_${value}`)}
                      .checked=${live(form.get('launcher.icon') === value)}
                      @change=${() => form.set('launcher.icon', value)} /><span>${mark(name, 20)}</span></label
                  >`,
              )}
            </div>
          </div>
          <div class="set-field">
            ${textField(form, 'launcher.label.zh-CN', { label: t('settings_widget.label_zh'), max: LABEL_CHARS, placeholder: t('settings_widget.label_example') })}
          </div>
          <div class="set-field">${textField(form, 'launcher.label.en', { label: t('settings_widget.label_en'), note: t('settings_widget.label_hint'), max: LABEL_CHARS })}</div>
        </div>
        ${switchField(form, 'launcher.hidden', t('settings_widget.hidden'), html`${t('settings_widget.hidden_hint')} <code>servicedesk('open')</code>`)}`,
    )}
    ${section(t('settings_widget.pictures'), html`<div class="set-columns">${picture('logo', LOGO_PX, t('settings_widget.logo'))}${picture('header', HEADER_PX, t('settings_widget.header'))}</div>`, t('settings_widget.pictures_intro'))}
    ${section(
      t('settings_widget.radius'),
      '',
      undefined,
      html`<span class="slider"
        ><span class="thing-about">${t('settings_widget.radius_square')}</span
        ><input
          type="range"
          min="0"
          max="24"
          aria-label=${t('settings_widget.radius')}
          .value=${live(String(form.get('radius')))}
          @input=${(/** @type {FieldEvent} */ event) => form.set('radius', Number(event.target.value))}
        /><span class="thing-about">${t('settings_widget.radius_round')}</span><output>${form.get('radius')}</output></span
      >`,
    )}
    ${section(
      t('settings_widget.custom'),
      areaField(form, 'custom', { label: t('settings_widget.custom_label'), rows: 3, mono: true, placeholder: '--sd-surface: #fffdf8', hint: t('settings_widget.custom_hint') }),
      t('settings_widget.custom_intro'),
    )}`;
}
