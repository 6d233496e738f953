/**
 * Tickets: the statuses that they go through, each with what customers are told, and the types with what each asks for. Two documents
 * of the desk, saved together; lists in their order are moved by a grip.
 */
import { html, nothing } from '../../lit.js';
import { t } from '../../app/texts.js';
import { idOf, section, select } from '../../parts/controls.js';
import { createForm } from '../../parts/form.js';
import { createGrips } from '../../parts/grip.js';
import { mark } from '../../parts/settings-icons.js';
import { line } from './text-line.js';
import { CATEGORIES, missing, movedTo, statusesToDesk, statusesToDraft, typesToDesk, typesToDraft, wrongAt } from './tickets-draft.js';
import { createTypes } from './tickets-types.js';

/** @typedef {import('./tickets-draft.js').StatusDraft} StatusDraft */
/** @typedef {import('../../parts/form.js').SettingsForm} Form */

const begun = () => ({
  versions: { statuses: 0, types: 0 },
  /** What stands open, by its key. @type {string|null} */ open: null,
  made: 0,
  said: '',
});
/** @typedef {ReturnType<typeof begun>} Here */

/** @param {{form:Form, here:Here, changed:() => void}} host */
function createStatuses({ form, here, changed }) {
  /** @returns {StatusDraft[]} */
  const all = () => form.get('statuses');
  const find = (/** @type {string} */ key) => all().findIndex((one) => one.key === key);
  const set = (/** @type {number} */ i, /** @type {Partial<StatusDraft>} */ change) => {
    for (const name of Object.keys(change)) delete form.errors[`statuses[${i}].${name}`];
    form.set('statuses', all().with(i, { ...all()[i], ...change }));
  };
  const open = (/** @type {string|null} */ key) => {
    here.open = key;
    changed();
    if (key) requestAnimationFrame(() => document.getElementById(idOf(`status.${key}.name`))?.focus());
  };
  const { grip, over } = createGrips({
    keys: () => all().map((one) => one.key),
    move(key, to) {
      const from = find(key);
      const next = movedTo(all(), from, to);
      form.set('statuses', next);
      here.said = t('settings_tickets.moved', { name: all()[find(key)].name, place: find(key) + 1, count: next.length });
    },
  });
  const add = () => {
    here.made += 1;
    const key = `new-${here.made}`;
    const before = all().findLastIndex((one) => one.category === 'on_hold');
    form.set('statuses', all().toSpliced(before + 1, 0, { key, name: '', public_name: { 'zh-CN': '', en: '' }, category: 'on_hold', builtin: false }));
    open(key);
  };
  /** @param {StatusDraft} status @param {number} i */
  const editor = (status, i) => {
    const id = (/** @type {string} */ name) => idOf(`status.${status.key}.${name}`);
    const told = (/** @type {'zh-CN'|'en'} */ locale) => (/** @type {string} */ text) => set(i, { public_name: { ...status.public_name, [locale]: text } });
    return html`<div class="thing-edit">
      <div class="set-columns">
        ${line(id('name'), t('settings_tickets.name'), status.name, (name) => set(i, { name }), { wrong: form.errors[`statuses[${i}].name`] })}
        <div class="set-field">
          <div class="set-label"><label for=${id('category')}>${t('settings_tickets.category')}</label></div>
          ${status.builtin
            ? html`<p class="fixed-value" id=${id('category')}>${t(`settings_tickets.category_${status.category}`)}</p>`
            : select(id('category'), CATEGORIES.map((value) => ({ value, label: t(`settings_tickets.category_${value}`) })), status.category, (category) => set(i, { category }))}
          <p class="field-hint">${t(`settings_tickets.means_${status.category}`)}</p>
          <p class="field-error" role="alert">${form.errors[`statuses[${i}].category`] ?? ''}</p>
        </div>
        ${line(id('public-zh'), t('settings_tickets.public_zh'), status.public_name['zh-CN'], told('zh-CN'), { wrong: form.errors[`statuses[${i}].public_name`], hint: t('settings_tickets.public_hint') })}
        ${line(id('public-en'), t('settings_tickets.public_en'), status.public_name.en, told('en'))}
      </div>
      ${status.builtin ? nothing : html`<div class="set-box"><button type="button" class="button danger" @click=${() => form.set('statuses', all().toSpliced(i, 1))}>${t('settings_tickets.remove_status')}</button></div>`}
    </div>`;
  };
  /** @param {StatusDraft} status @param {number} i */
  const row = (status, i) => {
    const isOpen = here.open === status.key;
    return html`<li class="thing rule" data-status=${status.name} @dragover=${over(status.key)}>
      ${grip({ key: status.key, name: status.name, place: i, label: t('settings_tickets.move', { name: status.name || t('settings_tickets.unnamed'), place: i + 1 }), hint: t('settings_tickets.move_hint') })}
      <div class="thing-what">
        <button type="button" class="rule-name" aria-expanded=${isOpen} @click=${() => open(isOpen ? null : status.key)}>${status.name || t('settings_tickets.unnamed')}</button>
        <span class="thing-about">${[t(`settings_tickets.category_${status.category}`), t('settings_tickets.told', { text: status.public_name[/** @type {'en'} */ (document.documentElement.lang)] || status.public_name['zh-CN'] || status.public_name.en || status.name })].join(' · ')}</span>
      </div>
      ${isOpen ? editor(status, i) : nothing}
    </li>`;
  };
  return () =>
    section(
      t('settings_tickets.statuses'),
      html`<ol class="things rules" id="ticket-statuses">${all().map(row)}</ol>
        ${form.errors.statuses ? html`<p class="field-error" role="alert">${form.errors.statuses}</p>` : nothing}`,
      t('settings_tickets.statuses_intro'),
      html`<button type="button" class="button" id="add-status" @click=${add}>${mark('plus')}${t('settings_tickets.add_status')}</button>`,
    );
}

/** What the desk said against it, by setting. @param {any} error @returns {Record<string, string>} */
function refused({ code, field, status, document: of = 'statuses' }) {
  if (code === 'version') return { [of]: t('settings_tickets.outdated') };
  if (code === 'in_use') return { [of]: t(`settings_tickets.in_use_${of}`) };
  return status === 400 && field ? { [field]: t('settings_tickets.wrong_value') } : {};
}

/** @param {import('./page.js').Context} on @returns {import('./frame.js').SettingsView} */
export function ticketsPage({ call, changed }) {
  const here = begun();
  const form = createForm({
    async read() {
      const [statuses, types] = await Promise.all([call('GET', '/ticket-statuses'), call('GET', '/ticket-types')]);
      here.versions = { statuses: statuses.version, types: types.version };
      return { statuses: statusesToDraft(statuses.statuses), types: typesToDraft(types.types) };
    },
    check: (draft) => Object.fromEntries(Object.entries(missing(draft)).map(([path, what]) => [path, t(`settings_tickets.wrong_${what}`)])),
    refused,
    async write(draft, changes) {
      /** @param {'statuses'|'types'} name @param {any[]} content */
      const put = async (name, content) => {
        try {
          const answer = await call('PUT', `/ticket-${name}`, { version: here.versions[name], [name]: content });
          here.versions[name] = answer.version;
          return answer[name];
        } catch (error) {
          throw Object.assign(/** @type {Error} */ (error), { document: name });
        }
      };
      if (changes.includes('statuses')) draft.statuses = statusesToDraft(await put('statuses', statusesToDesk(draft.statuses)));
      if (changes.includes('types')) draft.types = typesToDraft(await put('types', typesToDesk(draft.types)));
      here.open = null;
      return draft;
    },
    changed() {
      const wrong = form.phase === 'ready' ? wrongAt(form.errors) : null;
      if (wrong) here.open = form.get(wrong.list)[wrong.at]?.key ?? here.open;
      changed();
    },
  });
  const statuses = createStatuses({ form, here, changed });
  const types = createTypes({ form, here, changed });
  return {
    form,
    body: () => html`<p class="page-intro">${t('settings_tickets.intro')}</p>${statuses()}${types()}<p class="hidden" aria-live="polite">${here.said}</p>`,
  };
}

