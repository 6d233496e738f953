/**
 * The editor: what is asked, how else, what is answered in each language beside what the customer sees, a line to try it with; at the
 * right where a question came from, or what else belongs to an entry. Comes when something is first opened.
 */
import { html, nothing } from '../../lit.js';
import { lang, plural, t } from '../../app/texts.js';
import { icon } from '../../parts/icons.js';
import { when } from '../../parts/times.js';
import { hands } from './actions.js';
import { createAnswer } from './answer.js';
import { createDeciding } from './deciding.js';
import { createKept, localeOf } from './draft.js';
import { createEditing } from './editing.js';
import './editor-icons.js';
import { createEntrySide } from './entry-side.js';
import { createGapSide } from './gap-side.js';
import { createQuestion } from './question.js';
import { createTester } from './tester.js';
import { createVersions } from './versions.js';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const own = /** @type {import('./draft.js').Locale} */ (lang === 'en' ? 'en' : 'zh-CN');
/** @param {string} name */
const mark = (name, size = 16) => icon(/** @type {any} */ (name), size);

/** What it is, and whether the desk has it. @param {Table} faq */
function standing(faq) {
  const { editing } = faq;
  const { entry, draft, busy } = editing.at;
  const kind = entry ? t(entry.state === 'published' ? 'faq_editor.is_published' : 'faq_editor.is_draft') : t('faq_editor.is_new');
  const facts = [kind];
  if (busy) facts.push(t('faq_editor.saving'));
  else if (editing.dirty()) facts.push(t('faq_editor.kept_here'));
  else if (entry) facts.push(entry.updated_by ? t('faq_editor.changed_by', { name: entry.updated_by.name, when: when(entry.updated_at, Date.now()) }) : t('faq_editor.changed', { when: when(entry.updated_at, Date.now()) }));
  return html`<p class="faq-standing" role="status" title=${facts.join(' · ')}>${facts.join(' · ')}${draft.kind === 'task' ? html` <span class="chip chip-line">${t('faq_editor.kind_task')}</span>` : nothing}</p>`;
}

/** Buttons over the sheet. @param {Table} faq @param {ReturnType<typeof createDeciding>} does */
function head(faq, does) {
  const { editing, at, may, mayDraft } = faq;
  const { gap, busy, entry } = editing.at;
  const waits = at.place === 'queue' && gap !== null;
  const publish = waits ? 'faq_editor.publish_next' : entry?.state === 'published' ? 'faq_editor.update' : 'faq_editor.publish';
  const isWeak = gap?.faq_id && gap.kind !== 'phrasing';
  return html`<header class="faq-head">
    <button class="icon-button only-phone" aria-label=${t('common.back')} title=${t('common.back')} @click=${() => faq.go(at.place, null)}>${icon('chevron-left', 22)}</button>
    <h2 id="faq-open" class="hidden" tabindex="-1">${does.title() || t('faq_editor.is_new')}</h2>
    ${standing(faq)}
    <div class="faq-does">
      ${waits && may
        ? html`<button class="button quiet no-phone" title="${t('faq.key_dismiss')} (d)" @click=${() => does.decide('dismiss')}>${t('faq_editor.dismiss')}</button>
            <button class="button quiet faq-roomy" title="${t('faq.key_later')} (l)" @click=${() => does.decide('later')}>${t('faq_editor.later')}</button>
            ${isWeak
              ? nothing
              : html`<button class="button faq-merge" aria-haspopup="menu" aria-expanded="false" title="${t('faq.key_merge')} (m)" @click=${(/** @type {Event} */ event) => does.mergeMenu(/** @type {HTMLElement} */ (event.currentTarget))}>
                  ${mark('git-merge')}<span>${t('faq_editor.merge')}</span>
                </button>`}`
        : nothing}
      ${!waits && entry
        ? html`<button class="icon-button" aria-haspopup="menu" aria-expanded="false" aria-label=${t('faq_editor.more')} title=${t('faq_editor.more')} @click=${(/** @type {Event} */ event) => does.moreMenu(/** @type {HTMLElement} */ (event.currentTarget))}>${mark('ellipsis', 18)}</button>`
        : nothing}
      ${mayDraft && !(entry?.state === 'published')
        ? html`<button class="button" aria-busy=${busy === 'draft'} ?disabled=${!editing.dirty() && Boolean(entry)} @click=${() => does.save(false)}>${t('faq_editor.save_draft')}</button>`
        : nothing}
      ${may
        ? html`<button class="button primary" aria-busy=${busy === 'publish'} @click=${() => does.save(true)}>
            ${t(editing.at.concerns ? 'faq_editor.despite' : publish)} <kbd class="no-phone" aria-hidden="true">${isMac ? '⌘' : 'Ctrl '}↵</kbd>
          </button>`
        : nothing}
    </div>
  </header>`;
}

/** What would be worse, before it is saved all the same. @param {Table} faq */
function concernsView({ editing, entries }) {
  const { concerns } = editing.at;
  if (!concerns) return nothing;
  const name = (/** @type {string|null} */ id) => {
    if (id === null) return t(editing.at.draft.id ? 'faq_editor.nothing_found' : 'faq_editor.this_or_person');
    if (id === 'draft' || id === editing.at.draft.id) return t('faq_editor.this_one');
    const known = entries.at.items.find((one) => one.id === id);
    return known ? t('faq.quoted', { text: known.texts[own]?.question ?? known.texts[own === 'en' ? 'zh-CN' : 'en']?.question ?? '' }) : t('faq_editor.another');
  };
  return html`<section class="faq-concerns" role="alert">
    <h3>${icon('circle-alert', 18)} ${t('faq_editor.concerns')}</h3>
    ${concerns.worse.length
      ? html`<p>${plural('faq_editor.worse', concerns.worse.length)}</p>
          <ul>
            ${concerns.worse.map((one) => html`<li><b>${t('faq.quoted', { text: one.question })}</b> ${t('faq_editor.worse_line', { before: name(one.before), after: name(one.after) })}</li>`)}
          </ul>`
      : nothing}
    ${concerns.conflicts.length
      ? html`<p>${plural('faq_editor.conflicts', concerns.conflicts.length)}</p>
          <ul>
            ${concerns.conflicts.map((one) => html`<li><b>${t('faq.quoted', { text: one.text })}</b> <a href="/faq/${one.faq_id}">${one.question ?? name(one.faq_id)}</a></li>`)}
          </ul>`
      : nothing}
    ${concerns.worse.length + concerns.conflicts.length === 0 ? html`<p>${t('faq_editor.makes_worse')}</p>` : nothing}
    <p>${t('faq_editor.concerns_next')}</p>
  </section>`;
}

/** Somebody else saved meanwhile. @param {Table} faq */
function theirsView({ editing }) {
  const { theirs } = editing.at;
  if (!theirs) return nothing;
  return html`<section class="faq-concerns" role="alert">
    <h3>${icon('circle-alert', 18)} ${t('faq_editor.meanwhile', { name: theirs.updated_by?.name ?? t('faq_editor.somebody'), when: when(theirs.updated_at, Date.now()) })}</h3>
    <blockquote>${theirs.texts[editing.at.locale]?.answer || theirs.texts[editing.at.locale]?.question}</blockquote>
    <div class="faq-inline">
      <button class="button" @click=${() => editing.settle(false)}>${t('faq_editor.take_theirs')}</button>
      <button class="button" @click=${() => editing.settle(true)}>${t('faq_editor.keep_mine')}</button>
    </div>
  </section>`;
}

/** Lays what an address names on the table. @param {Table} faq @param {string} id */
async function lay({ api, at, queue, editing }, id) {
  const here = () => at.id === id && at.shown;
  if (id === 'new') return editing.openNew();
  if (id.startsWith('gap_')) {
    const gap = queue.find(id) ?? (await api.gap(id));
    const entry = gap.faq_id ? await api.get(gap.faq_id) : null;
    if (here()) editing.openGap(gap, entry);
    return;
  }
  const entry = await api.get(id);
  if (here()) editing.openEntry(entry);
}

/** @typedef {Omit<import('./page.js').Faq, 'editing'> & {editing:import('./editing.js').Editing}} Table   once the editor is there */

/** @param {import('./page.js').Faq} room */
export function createEditor(room) {
  const { api, changed, app } = room;
  room.setEditing(createEditing({ api, kept: createKept(app.storage), changed, now: Date.now, after: (fn, ms) => setTimeout(fn, ms) }));
  const faq = /** @type {Table} */ (room);
  const { editing, at } = faq;
  const versions = createVersions(faq);
  const does = createDeciding(faq, versions);
  const question = createQuestion(faq);
  const answer = createAnswer(faq);
  const tester = createTester(faq);
  const gapSide = createGapSide(faq);
  const entrySide = createEntrySide(faq, versions);
  Object.assign(hands, { save: does.save, decide: does.decide, pick: does.pick });

  const view = () => {
    const { gap, wrong } = editing.at;
    const bad = Object.keys(wrong).length;
    const waits = gap !== null && at.place === 'queue';
    return html`<div class="faq-editor">
      <div class="faq-main">
        ${head(faq, does)}
        <div class="faq-body">
          ${theirsView(faq)} ${bad ? html`<p class="field-error" role="alert">${plural('faq_editor.wrong', bad)}</p>` : nothing} ${question()} ${answer()} ${concernsView(faq)} ${tester()}
        </div>
      </div>
      <section class="faq-side" aria-label=${t(waits ? 'faq_editor.from_these' : 'faq_editor.belongs')}>${waits ? gapSide() : entrySide()}</section>
    </div>`;
  };
  return {
    view,
    lay: (/** @type {string} */ id) => lay(faq, id),
    /** A new entry from what was said elsewhere. @param {string} question @param {string} answer */
    begin: (question, answer) => editing.openNew({ texts: { [localeOf(question + answer)]: { question, answer, alternatives: [], buttons: [], picture: null } } }),
  };
}
