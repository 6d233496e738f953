/** What else belongs to an entry: who may get it and when, its kind, what follows it, how it does, what it said before. */
import { html, live, nothing } from '../../lit.js';
import { lang, plural, t } from '../../app/texts.js';
import { select, segments } from '../../parts/choices.js';
import { icon } from '../../parts/icons.js';
import { ANSWER_CHARS, FIELDS_MAX, LINKS_MAX, labelIn, optionsOf, titleOf } from './draft.js';
import { openPick } from './pick.js';
import { toggle } from './toggle.js';

const own = /** @type {import('./draft.js').Locale} */ (lang === 'en' ? 'en' : 'zh-CN');
/** Channels that a desk has today. */
const CHANNELS = ['web', 'api'];
const CATEGORY_CHARS = 60;
const number = new Intl.NumberFormat(lang);

/** A moment of the desk as a field has it, and back. @param {string|null} at */
const toField = (at) => {
  if (!at) return '';
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};
/** @param {string} text */
const fromField = (text) => (text ? new Date(text).toISOString() : null);
/** @param {string|undefined} what */
const complaint = (what) => (what ? html`<p class="field-error" role="alert">${t(`faq_editor.wrong_${what}`)}</p>` : nothing);

/** @param {import('./editor.js').Table} faq */
function figures({ editing }) {
  const stats = editing.at.entry?.stats;
  if (!stats?.asked) return nothing;
  const judged = stats.helpful + stats.unhelpful;
  return html`<dl class="faq-figures">
    <div><dt>${t('faq_editor.stat_asked')}</dt><dd>${number.format(stats.asked)}</dd></div>
    <div><dt>${t('faq_editor.stat_answered')}</dt><dd>${number.format(stats.answered)}</dd></div>
    <div><dt>${t('faq_editor.stat_helped')}</dt><dd>${judged ? `${Math.round((stats.helpful / judged) * 100)}%` : '–'}</dd></div>
  </dl>`;
}

/** @param {import('./editor.js').Table} faq */
function reach({ editing, entries }) {
  const { draft, wrong } = editing.at;
  /** @param {string} channel @param {boolean} on */
  const carry = (channel, on) =>
    editing.edit((one) => {
      const now = new Set(one.channels ?? CHANNELS);
      if (on) now.add(channel);
      else now.delete(channel);
      one.channels = CHANNELS.every((each) => now.has(each)) ? null : [...now];
    }, 'channels');
  return html`<div class="faq-after">
      ${toggle(draft.bot, (on) => editing.edit((one) => void (one.bot = on)), t('faq_editor.bot_may'))}
      ${toggle(draft.public, (on) => editing.edit((one) => void (one.public = on)), t('faq_editor.article'))}
    </div>
    <div class="faq-side-field">
      <label for="faq-category">${t('faq.category')}</label>
      <input id="faq-category" class="input" list="faq-categories" autocomplete="off" maxlength=${CATEGORY_CHARS} placeholder=${t('faq_editor.category_placeholder')} .value=${live(draft.category)} @input=${(/** @type {FieldEvent} */ event) => editing.edit((one) => void (one.category = event.target.value))} />
      <datalist id="faq-categories">${[...entries.at.categories].map((one) => html`<option value=${one}></option>`)}</datalist>
    </div>
    <fieldset class="faq-side-field">
      <legend>${t('faq_editor.channels')}</legend>
      ${CHANNELS.map((channel) => html`<label class="check"><input type="checkbox" .checked=${live(draft.channels === null || draft.channels.includes(channel))} @change=${(/** @type {FieldEvent} */ event) => carry(channel, event.target.checked)} /><span>${t(`common.channel_${channel}`)}</span></label>`)}
      ${complaint(wrong.channels)}
    </fieldset>
    <fieldset class="faq-side-field">
      <legend>${t('faq_editor.valid')}</legend>
      <label for="faq-from">${t('faq_editor.valid_from')}</label>
      <input id="faq-from" class="input" type="datetime-local" .value=${live(toField(draft.valid_from))} @change=${(/** @type {FieldEvent} */ event) => editing.edit((one) => void (one.valid_from = fromField(event.target.value)), 'valid')} />
      <label for="faq-until">${t('faq_editor.valid_until')}</label>
      <input id="faq-until" class="input" type="datetime-local" .value=${live(toField(draft.valid_until))} @change=${(/** @type {FieldEvent} */ event) => editing.edit((one) => void (one.valid_until = fromField(event.target.value)), 'valid')} />
      ${complaint(wrong.valid)}
    </fieldset>`;
}

/** Other words for one channel. @param {import('./editor.js').Table} faq */
function byChannel({ editing }) {
  const { draft, locale } = editing.at;
  const mine = draft.channel_answers.flatMap((one, index) => (one.locale === locale ? [{ ...one, index }] : []));
  const free = CHANNELS.filter((channel) => !mine.some((one) => one.channel === channel));
  return html`<details class="faq-side-part" .open=${mine.length > 0}>
    <summary>${t('faq_editor.channel_answers')}</summary>
    ${mine.map(
      ({ channel, answer, index }) =>
        html`<div class="faq-side-field">
          <label for="faq-channel-${channel}">${t('faq_editor.answer_on', { channel: t(`common.channel_${channel}`) })}</label>
          <textarea id="faq-channel-${channel}" class="input area" rows="4" maxlength=${ANSWER_CHARS} .value=${live(answer)} @input=${(/** @type {FieldEvent} */ event) => editing.edit((one) => void (one.channel_answers[index].answer = event.target.value))}></textarea>
          <button type="button" class="text-button" @click=${() => editing.edit((one) => void one.channel_answers.splice(index, 1))}>${t('faq_editor.remove_plain')}</button>
        </div>`,
    )}
    ${free.map((channel) => html`<button type="button" class="text-button faq-adds" @click=${() => editing.edit((one) => void one.channel_answers.push({ channel, locale, answer: '' }))}>${icon('plus', 14)} ${t('faq_editor.answer_on', { channel: t(`common.channel_${channel}`) })}</button>`)}
  </details>`;
}

/** @param {import('./editor.js').Table} faq */
function links({ editing, entries, go }) {
  const { draft } = editing.at;
  const named = (/** @type {string} */ id) => {
    const known = entries.at.items.find((one) => one.id === id);
    return known ? titleOf(known, own) : t('faq_editor.another');
  };
  /** @param {Event} event */
  const add = (event) =>
    openPick(/** @type {HTMLElement} */ (event.currentTarget), {
      label: t('faq_editor.link_add'),
      placeholder: t('faq_editor.pick_entry'),
      nothing: t('faq_editor.pick_none'),
      options: (query) => entries.at.items.filter((one) => one.id !== draft.id && !draft.links.includes(one.id)).map((one) => ({ id: one.id, label: titleOf(one, own), more: one.category })).filter((one) => one.label.toLowerCase().includes(query.toLowerCase())),
      choose: ({ id }) => editing.edit((one) => void one.links.push(id)),
    });
  return html`<div class="faq-side-field">
    <p class="faq-side-label">${t('faq_editor.links')} <span>${t('faq_editor.links_hint')}</span></p>
    <ul class="faq-links">
      ${draft.links.map(
        (id, index) =>
          html`<li><a class="cut" href="/faq/${id}" @click=${(/** @type {MouseEvent} */ event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            go('entries', id);
          }}>${named(id)}</a><button type="button" class="icon-button" aria-label=${t('faq_editor.remove', { text: named(id) })} title=${t('faq_editor.remove', { text: named(id) })} @click=${() => editing.edit((one) => void one.links.splice(index, 1))}>${icon('x', 14)}</button></li>`,
      )}
    </ul>
    ${draft.links.length < LINKS_MAX ? html`<button type="button" class="text-button faq-adds" aria-haspopup="dialog" aria-expanded="false" @click=${add}>${icon('plus', 14)} ${t('faq_editor.link_add')}</button>` : nothing}
  </div>`;
}

/** What the bot asks for first. @param {import('./editor.js').Table} faq */
function task({ editing }) {
  const { draft, wrong, locale } = editing.at;
  const set = (/** @type {(task:NonNullable<import('./draft.js').Draft['task']>) => void} */ how) => editing.edit((one) => how((one.task ??= { fields: [], next: 'answer' })), 'task');
  const types = ['order', 'phone', 'email', 'text', 'select'].map((value) => ({ value, label: t(`faq_editor.field_${value}`) }));
  const fresh = () => `f${Math.max(0, ...(draft.task?.fields ?? []).map((one) => Number(/^f(\d+)$/.exec(one.id)?.[1] ?? 0))) + 1}`;
  return html`<div class="faq-side-field">
    <p class="faq-side-label">${t('faq_editor.kind')}</p>
    ${segments(t('faq_editor.kind'), ['answer', 'task'].map((value) => ({ value, label: t(`faq_editor.kind_${value}`) })), draft.kind, (value) =>
      editing.edit((one) => {
        one.kind = value === 'task' ? 'task' : 'answer';
        if (one.kind === 'task') one.task ??= { fields: [{ id: 'f1', label: {}, type: 'order', required: true }], next: 'answer' };
      }, 'task'),
    )}
    ${draft.kind === 'task'
      ? html`<p class="field-hint">${t('faq_editor.task_hint')}</p>
          ${(draft.task?.fields ?? []).map(
            (one, index) =>
              html`<div class="faq-task-field">
                <input class="input" maxlength="80" aria-label=${t('faq_editor.field_label_n', { n: index + 1 })} .value=${live(one.label[locale] ?? '')} placeholder=${labelIn(one.label, locale) || t('faq_editor.field_label')} @input=${(/** @type {FieldEvent} */ event) => set((all) => void (all.fields[index].label[locale] = event.target.value))} />
                ${select(`faq-field-${index}`, types, one.type, (value) => set((all) => void (all.fields[index].type = /** @type {any} */ (value))), t('faq_editor.field_type_n', { n: index + 1 }))}
                <button type="button" class="icon-button" aria-label=${t('faq_editor.field_remove', { n: index + 1 })} title=${t('faq_editor.field_remove', { n: index + 1 })} @click=${() => set((all) => void all.fields.splice(index, 1))}>${icon('x')}</button>
                ${one.type === 'select'
                  ? html`<input class="input" placeholder=${t('faq_editor.field_options')} aria-label=${t('faq_editor.field_options_n', { n: index + 1 })} .value=${live((one.options ?? []).map((option) => labelIn(option, locale)).join(', '))} @change=${(/** @type {FieldEvent} */ event) => set((all) => void (all.fields[index].options = optionsOf(all.fields[index].options ?? [], event.target.value, locale)))} />`
                  : nothing}
                <label class="check"><input type="checkbox" .checked=${live(one.required)} @change=${(/** @type {FieldEvent} */ event) => set((all) => void (all.fields[index].required = event.target.checked))} /><span>${t('faq_editor.field_required')}</span></label>
              </div>`,
          )}
          ${complaint(wrong.task)}
          ${(draft.task?.fields.length ?? 0) < FIELDS_MAX ? html`<button type="button" class="text-button faq-adds" @click=${() => set((all) => void all.fields.push({ id: fresh(), label: {}, type: 'order', required: true }))}>${icon('plus', 14)} ${t('faq_editor.field_add')}</button>` : nothing}
          <label for="faq-then">${t('faq_editor.then')}</label>
          ${select('faq-then', ['answer', 'hand_over'].map((value) => ({ value, label: t(`faq_editor.then_${value}`) })), draft.task?.next ?? 'answer', (value) => set((all) => void (all.next = /** @type {any} */ (value))))}`
      : nothing}
  </div>`;
}

/** @param {import('./editor.js').Table} faq @param {ReturnType<typeof import('./versions.js').createVersions>} versions */
export const createEntrySide = (faq, versions) => () => html`<header class="faq-side-head"><h3>${t('faq_editor.belongs')}</h3>${faq.editing.at.entry?.stats.asked ? html`<span class="faq-number">${plural('faq.asked', faq.editing.at.entry.stats.asked)}</span>` : nothing}</header>
  ${figures(faq)}
  <div class="faq-side-body">${reach(faq)} ${byChannel(faq)} ${links(faq)} ${task(faq)} ${versions.view()}</div>`;
