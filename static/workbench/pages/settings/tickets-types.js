/** Types of tickets in the settings: what each is called, whether customers are offered it, and the fields that it asks for. */
import { html, live, nothing } from '../../lit.js';
import { plural, t } from '../../app/texts.js';
import { idOf, section, select, toggle } from '../../parts/controls.js';
import { createGrips } from '../../parts/grip.js';
import { mark } from '../../parts/settings-icons.js';
import { line } from './text-line.js';
import { FIELD_TYPES, freeKey, movedTo } from './tickets-draft.js';

/** @typedef {import('./tickets-draft.js').TypeDraft} TypeDraft */
/** @typedef {import('./tickets-draft.js').FieldDraft} FieldDraft */
/** @typedef {import('../../parts/form.js').SettingsForm} Form */

const KEY_CHARS = 32;
const OPTION_LINES = 4;

/**
 * The fields of one type.
 * @param {object} host
 * @param {Form} host.form
 * @param {{said:string}} host.here
 * @param {() => TypeDraft[]} host.all
 * @param {(i:number, change:Partial<TypeDraft>) => void} host.set
 */
function createFields({ form, here, all, set }) {
  /** The type and the place of a field. @param {string} row @returns {[number, number]} */
  const where = (row) => {
    const i = all().findIndex((type) => type.fields.some((field) => field.row === row));
    return [i, all()[i]?.fields.findIndex((field) => field.row === row) ?? -1];
  };
  const { grip, over } = createGrips({
    keys: (row) => all()[where(row)[0]]?.fields.map((field) => field.row) ?? [],
    move(row, to) {
      const [i, j] = where(row);
      const fields = movedTo(all()[i].fields, j, to);
      set(i, { fields });
      const place = fields.findIndex((one) => one.row === row);
      here.said = t('settings_tickets.moved', { name: fields[place].label['zh-CN'] || fields[place].label.en, place: place + 1, count: fields.length });
    },
  });
  /** @param {TypeDraft} type @param {number} i @param {FieldDraft} field @param {number} j */
  return (type, i, field, j) => {
    const path = `types[${i}].fields[${j}]`;
    const id = (/** @type {string} */ name) => idOf(`field.${field.row}.${name}`);
    const change = (/** @type {Partial<FieldDraft>} */ next) => {
      for (const name of Object.keys(next)) delete form.errors[`${path}.${name}`];
      set(i, { fields: type.fields.with(j, { ...field, ...next }) });
    };
    const name = field.label['zh-CN'] || field.label.en || t('settings_tickets.unnamed');
    return html`<li class="field-row" @dragover=${over(field.row)}>
      ${grip({ key: field.row, name, place: j, label: t('settings_tickets.move', { name, place: j + 1 }), hint: t('settings_tickets.move_hint') })}
      <div class="set-columns">
        ${line(id('zh'), t('settings_tickets.label_zh'), field.label['zh-CN'], (text) => change({ label: { ...field.label, 'zh-CN': text } }), { wrong: form.errors[`${path}.label`] })}
        ${line(id('en'), t('settings_tickets.label_en'), field.label.en, (text) => change({ label: { ...field.label, en: text } }))}
        <div class="set-field">
          <div class="set-label"><label for=${id('type')}>${t('settings_tickets.field_type')}</label></div>
          ${select(id('type'), FIELD_TYPES.map((value) => ({ value, label: t(`settings_tickets.type_${value}`) })), field.type, (next) => change({ type: next }))}
        </div>
        ${line(id('key'), t('settings_tickets.field_key'), field.key, (key) => change({ key }), { wrong: form.errors[`${path}.key`], hint: t('settings_tickets.field_key_hint'), max: KEY_CHARS })}
      </div>
      ${field.type === 'select'
        ? html`<div class="set-field">
            <div class="set-label"><label for=${id('options')}>${t('settings_tickets.options')}</label></div>
            <textarea id=${id('options')} class="input area" rows=${OPTION_LINES} aria-invalid=${form.errors[`${path}.options`] ? 'true' : nothing} .value=${live(field.options)} @input=${(/** @type {FieldEvent} */ event) => change({ options: event.target.value })}></textarea>
            <p class="field-error" role="alert">${form.errors[`${path}.options`] ?? ''}</p>
          </div>`
        : nothing}
      ${toggle(field.required, (required) => change({ required }), t('settings_tickets.field_required'))}
      ${toggle(field.public, (asked) => change({ public: asked }), t('settings_tickets.field_public'), t('settings_tickets.field_public_hint'))}
      <button type="button" class="text-button quiet" @click=${() => set(i, { fields: type.fields.toSpliced(j, 1) })}>${t('settings_tickets.remove_field', { name })}</button>
    </li>`;
  };
}

/** @param {{form:Form, here:{open:string|null, made:number, said:string}, changed:() => void}} host */
export function createTypes({ form, here, changed }) {
  /** @returns {TypeDraft[]} */
  const all = () => form.get('types');
  const find = (/** @type {string} */ key) => all().findIndex((one) => one.key === key);
  const set = (/** @type {number} */ i, /** @type {Partial<TypeDraft>} */ change) => {
    for (const name of Object.keys(change)) delete form.errors[`types[${i}].${name}`];
    form.set('types', all().with(i, { ...all()[i], ...change }));
  };
  const fieldView = createFields({ form, here, all, set });
  const open = (/** @type {string|null} */ key) => {
    here.open = key;
    changed();
    if (key) requestAnimationFrame(() => document.getElementById(idOf(`type.${key}.name`))?.focus());
  };
  const { grip, over } = createGrips({
    keys: () => all().map((one) => one.key),
    move(key, to) {
      const next = movedTo(all(), find(key), to);
      form.set('types', next);
      here.said = t('settings_tickets.moved', { name: all()[find(key)].name, place: find(key) + 1, count: next.length });
    },
  });
  const add = () => {
    here.made += 1;
    const key = `new-${here.made}`;
    form.set('types', [...all(), { key, name: '', public: false, fields: [] }]);
    open(key);
  };
  /** @param {TypeDraft} type @param {number} i */
  const addField = (type, i) => {
    here.made += 1;
    set(i, { fields: [...type.fields, { row: `row-${here.made}`, key: freeKey(type.fields), label: { 'zh-CN': '', en: '' }, type: 'text', options: '', required: false, public: true }] });
    requestAnimationFrame(() => document.getElementById(idOf(`field.row-${here.made}.zh`))?.focus());
  };
  /** @param {TypeDraft} type @param {number} i */
  const editor = (type, i) =>
    html`<div class="thing-edit">
      ${line(idOf(`type.${type.key}.name`), t('settings_tickets.type_name'), type.name, (name) => set(i, { name }), { wrong: form.errors[`types[${i}].name`] })}
      ${toggle(type.public, (offered) => set(i, { public: offered }), t('settings_tickets.type_public'), t('settings_tickets.type_public_hint'))}
      <p class="set-label"><span class="label" id=${idOf(`type.${type.key}.fields`)}>${t('settings_tickets.fields')}</span></p>
      <ol class="field-rows" aria-labelledby=${idOf(`type.${type.key}.fields`)}>${type.fields.map((field, j) => fieldView(type, i, field, j))}</ol>
      <div class="set-box">
        <button type="button" class="button" @click=${() => addField(type, i)}>${mark('plus')}${t('settings_tickets.add_field')}</button>
        <button type="button" class="button danger" @click=${() => form.set('types', all().toSpliced(i, 1))}>${t('settings_tickets.remove_type')}</button>
      </div>
    </div>`;
  /** @param {TypeDraft} type @param {number} i */
  const row = (type, i) => {
    const isOpen = here.open === type.key;
    const about = [type.fields.length ? plural('settings_tickets.fields_count', type.fields.length) : t('settings_tickets.no_fields')];
    if (type.public) about.push(t('settings_tickets.is_public'));
    return html`<li class="thing rule" data-type=${type.name} @dragover=${over(type.key)}>
      ${grip({ key: type.key, name: type.name, place: i, label: t('settings_tickets.move', { name: type.name || t('settings_tickets.unnamed'), place: i + 1 }), hint: t('settings_tickets.move_hint') })}
      <div class="thing-what">
        <button type="button" class="rule-name" aria-expanded=${isOpen} @click=${() => open(isOpen ? null : type.key)}>${type.name || t('settings_tickets.unnamed')}</button>
        <span class="thing-about">${about.join(' · ')}</span>
      </div>
      ${isOpen ? editor(type, i) : nothing}
    </li>`;
  };
  return () =>
    section(
      t('settings_tickets.types'),
      html`${all().length === 0 ? html`<p class="nothing-yet">${t('settings_tickets.no_types')}</p>` : html`<ol class="things rules" id="ticket-types">${all().map(row)}</ol>`}
        ${form.errors.types ? html`<p class="field-error" role="alert">${form.errors.types}</p>` : nothing}`,
      t('settings_tickets.types_intro'),
      html`<button type="button" class="button" id="add-type" @click=${add}>${mark('plus')}${t('settings_tickets.add_type')}</button>`,
    );
}
