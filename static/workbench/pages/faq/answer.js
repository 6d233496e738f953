/** The answer by language: small markdown with its buttons, beside what the customer sees; below it buttons and a picture. */
import { html, live, nothing } from '../../lit.js';
import { plural, t } from '../../app/texts.js';
import { icon } from '../../parts/icons.js';
import { BUTTONS_MAX, LABEL_CHARS, LOCALES, says } from './draft.js';
import { goesOn, marked } from './marking.js';

/** @typedef {import('../../../design/markdown.js').Inline} Inline */
/** @typedef {typeof import('../../../design/markdown.js')} Markdown */

const TOOLS = /** @type {const} */ ([
  ['bold', 'bold', 'b'],
  ['italic', 'italic', 'i'],
  ['list', 'list', ''],
  ['ordered', 'list-ordered', ''],
  ['link', 'link', 'k'],
]);
/** @param {string} name */
const mark = (name, size = 18) => icon(/** @type {any} */ (name), size);
const PICTURE_PX = 1280;

/** @type {Markdown|null} */ let markdown = null;
/** What other rooms have within their pieces, as a file of its own, so that those keep theirs. @param {'markdown'|'uploads'} name @returns {Promise<any>} */
const apart = (name) => import(`${document.querySelector('meta[name="assets"]')?.getAttribute('content') ?? ''}/dist/${name}.js`);

/** The same marks as in messages. @param {() => void} changed */
async function loadMarkdown(changed) {
  markdown = /** @type {Markdown} */ (await apart('markdown'));
  changed();
}

/** @param {Inline} part @returns {unknown} */
function inline(part) {
  if (typeof part === 'string') return part;
  if (part.type === 'code') return html`<code>${part.text}</code>`;
  if (part.type === 'mention') return part.text;
  if (part.type === 'link') return html`<a href=${part.url} target="_blank" rel="noopener noreferrer">${part.parts.map(inline)}</a>`;
  return part.type === 'b' ? html`<strong>${part.parts.map(inline)}</strong>` : html`<em>${part.parts.map(inline)}</em>`;
}

/** Without the empty lines around it: blocks have their distance. @param {Inline[]} parts @returns {Inline[]} */
const trimmed = (parts) =>
  parts.map((part, at) => (typeof part !== 'string' ? part : part.replace(at === 0 ? /^\n+/ : /^$/, '').replace(at === parts.length - 1 ? /\n+$/ : /^$/, '')));

/** Words as the customer sees them. @param {string} text */
export const shown = (text) =>
  (markdown?.parse(text) ?? [{ type: /** @type {const} */ ('text'), parts: [text] }]).map((block) => {
    if (block.type === 'code') return html`<pre><code>${block.text}</code></pre>`;
    if (block.type === 'text') return html`<span class="faq-said">${trimmed(block.parts).map(inline)}</span>`;
    const items = block.items.map((item) => html`<li>${item.map(inline)}</li>`);
    return block.ordered ? html`<ol start=${block.start}>${items}</ol>` : html`<ul>${items}</ul>`;
  });

/** What a mark does to a field, so that the browser can take it back. @param {HTMLTextAreaElement} field @param {import('./marking.js').Change} change */
function put(field, { from, to, insert, select }) {
  field.focus();
  field.setSelectionRange(from, to);
  if (!document.execCommand('insertText', false, insert) && field.value.slice(from, from + insert.length) !== insert) {
    field.setRangeText(insert, from, to);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  field.setSelectionRange(...select);
}

/** The textarea with its keys. @param {import('./editor.js').Table} faq */
function createField({ editing }) {
  const field = () => /** @type {HTMLTextAreaElement} */ (document.getElementById('faq-answer'));
  /** @param {import('./marking.js').Mark} what */
  const set = (what) => {
    const at = field();
    put(at, marked(at.value, at.selectionStart, at.selectionEnd, what));
  };
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const chord = event.metaKey || event.ctrlKey;
    const tool = chord && !event.shiftKey && !event.altKey && TOOLS.find(([, , key]) => key && key === event.key.toLowerCase());
    if (tool) {
      event.preventDefault();
      event.stopPropagation();
      set(tool[0]);
    } else if (event.key === 'Enter' && !chord && !event.shiftKey) {
      const at = field();
      const change = at.selectionStart === at.selectionEnd ? goesOn(at.value, at.selectionStart) : null;
      if (!change) return;
      event.preventDefault();
      put(at, change);
    }
  };
  const view = () => {
    const { draft, locale, wrong } = editing.at;
    const path = `${locale}.answer`;
    return html`<textarea
      id="faq-answer"
      class="faq-answer"
      lang=${locale}
      aria-label=${t(`faq_editor.answer_${locale === 'en' ? 'en' : 'zh'}`)}
      aria-invalid=${wrong[path] ? 'true' : nothing}
      placeholder=${t('faq_editor.answer_placeholder')}
      .value=${live(draft.texts[locale].answer)}
      @input=${(/** @type {FieldEvent} */ event) => editing.edit((one) => void (one.texts[locale].answer = event.target.value), path)}
      @keydown=${onKey}
    ></textarea>`;
  };
  return { set, view };
}

/** Buttons under an answer. @param {import('./editor.js').Table} faq */
function buttonsView({ editing }) {
  const { draft, locale, wrong } = editing.at;
  const { buttons } = draft.texts[locale];
  /** @param {number} index @param {Partial<import('./draft.js').AnswerButton>} what */
  const set = (index, what) => editing.edit((one) => Object.assign(one.texts[locale].buttons[index], what), `${locale}.buttons`);
  const fresh = () => `b${Math.max(0, ...buttons.map((one) => Number(/^b(\d+)$/.exec(one.id)?.[1] ?? 0))) + 1}`;
  return html`<div class="faq-field">
    <p class="faq-label">${t('faq_editor.buttons')} <span>${t('faq_editor.buttons_hint')}</span></p>
    ${buttons.map(
      (one, index) =>
        html`<div class="faq-button-line">
          <input class="input" maxlength=${LABEL_CHARS} placeholder=${t('faq_editor.button_label')} aria-label=${t('faq_editor.button_label_n', { n: index + 1 })} .value=${live(one.label)} @input=${(/** @type {FieldEvent} */ event) => set(index, { label: event.target.value })} />
          <input class="input" inputmode="url" placeholder=${t('faq_editor.button_url')} aria-label=${t('faq_editor.button_url_n', { n: index + 1 })} .value=${live(one.url ?? '')} @input=${(/** @type {FieldEvent} */ event) => set(index, { url: event.target.value.trim() || undefined })} />
          <button type="button" class="icon-button" aria-label=${t('faq_editor.button_remove', { n: index + 1 })} title=${t('faq_editor.button_remove', { n: index + 1 })} @click=${() => editing.edit((all) => void all.texts[locale].buttons.splice(index, 1), `${locale}.buttons`)}>${icon('x')}</button>
        </div>`,
    )}
    ${wrong[`${locale}.buttons`] ? html`<p class="field-error" role="alert">${t(`faq_editor.wrong_${wrong[`${locale}.buttons`]}`)}</p>` : nothing}
    ${buttons.length < BUTTONS_MAX
      ? html`<button type="button" class="text-button faq-adds" @click=${() => editing.edit((all) => void all.texts[locale].buttons.push({ id: fresh(), label: '' }))}>${icon('plus', 14)} ${t('faq_editor.button_add')}</button>`
      : nothing}
  </div>`;
}

/** @param {import('./editor.js').Table} faq */
function preview(faq) {
  const { draft, locale } = faq.editing.at;
  const { answer, buttons, picture } = draft.texts[locale];
  const says = answer.trim();
  return html`<div class="faq-preview" lang=${locale}>
    <p class="faq-preview-name">${t('faq_editor.sees')}</p>
    <div class="faq-turn">
      <span class="faq-face" aria-hidden="true">${mark('bot', 16)}</span>
      <div class="faq-bubble">
        ${picture ? html`<img src=${picture} alt="" />` : nothing}
        ${says ? shown(says) : html`<span class="faq-nothing">${t('faq_editor.nothing_yet')}</span>`}
        ${buttons.filter((one) => one.label.trim()).map((one) => html`<span class="faq-card-button">${one.label}</span>`)}
      </div>
    </div>
    <p class="faq-asks">
      <span>${t('faq_editor.helped')}</span><span class="faq-thumb">${mark('thumbs-up', 14)} ${t('faq_editor.yes')}</span><span class="faq-thumb">${mark('thumbs-down', 14)} ${t('faq_editor.no')}</span>
    </p>
  </div>`;
}

/** Sends a picture as the desk takes them, and lays it into the draft. @param {import('./editor.js').Table} faq @param {File} file */
async function sendPicture({ app, editing }, file) {
  const { locale } = editing.at;
  try {
    const { createUploads } = /** @type {typeof import('../settings/calls.js')} */ (await apart('uploads'));
    const name = await createUploads({ csrf: app.csrf, signedOut: app.signedOut })(file, PICTURE_PX);
    editing.edit((draft) => void (draft.texts[locale].picture = `/p/${name}`));
  } catch (error) {
    app.desk.failed(error);
  }
}

/** @param {import('./editor.js').Table} faq */
export function createAnswer(faq) {
  const { editing, changed } = faq;
  const field = createField(faq);
  loadMarkdown(changed).catch(() => {});

  const tabs = () =>
    html`<div class="faq-tabs" role="tablist" aria-label=${t('faq_editor.languages')}>
      ${LOCALES.map((locale) => {
        const text = editing.at.draft.texts[locale];
        const lacks = !text.answer.trim();
        return html`<button
          type="button"
          role="tab"
          id="faq-tab-${locale}"
          aria-selected=${locale === editing.at.locale}
          aria-controls="faq-panel"
          tabindex=${locale === editing.at.locale ? 0 : -1}
          @click=${() => editing.speak(locale)}
          @keydown=${(/** @type {KeyboardEvent} */ event) => {
            if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
            event.preventDefault();
            editing.speak(locale === 'en' ? 'zh-CN' : 'en');
            document.getElementById(`faq-tab-${editing.at.locale}`)?.focus();
          }}
        >
          ${t(`faq_editor.locale_${locale === 'en' ? 'en' : 'zh'}`)}
          ${lacks && says(editing.at.draft.texts[locale === 'en' ? 'zh-CN' : 'en']) ? html`<i class="faq-lacks" title=${t('faq_editor.lacks')}></i><span class="hidden">${t('faq_editor.lacks')}</span>` : nothing}
        </button>`;
      })}
      ${drafted()}
    </div>`;
  const drafted = () => {
    const { gap, draft, locale } = editing.at;
    const words = gap?.draft?.[locale];
    if (!gap || !words || draft.texts[locale].answer.trim() === words.trim()) return nothing;
    return html`<button type="button" class="text-button faq-drafted" @click=${() => editing.edit((one) => void (one.texts[locale].answer = words), `${locale}.answer`)}>
      ${mark('sparkles', 16)} ${plural('faq_editor.drafted', gap.examples)}
    </button>`;
  };
  const tools = () =>
    html`<div class="faq-tools" role="toolbar" aria-label=${t('faq_editor.tools')}>
      ${TOOLS.map(([what, sign]) => html`<button type="button" class="icon-button" aria-label=${t(`faq_editor.tool_${what}`)} title=${t(`faq_editor.tool_${what}`)} @click=${() => field.set(what)}>${mark(sign)}</button>`)}
      <button type="button" class="icon-button" aria-label=${t('faq_editor.tool_picture')} title=${t('faq_editor.tool_picture')} @click=${() => document.getElementById('faq-picture')?.click()}>${mark('image')}</button>
      <input id="faq-picture" class="hidden" type="file" accept="image/png,image/jpeg,image/webp" tabindex="-1" aria-hidden="true" @change=${(/** @type {FieldEvent} */ event) => {
        const file = event.target.files?.[0];
        event.target.value = '';
        if (file) sendPicture(faq, file);
      }} />
      ${editing.at.draft.texts[editing.at.locale].picture
        ? html`<button type="button" class="text-button" @click=${() => editing.edit((one) => void (one.texts[editing.at.locale].picture = null))}>${t('faq_editor.picture_off')}</button>`
        : nothing}
      <span class="faq-markdown">${t('faq_editor.markdown')}</span>
    </div>`;
  return () => {
    const { wrong, locale } = editing.at;
    const path = `${locale}.answer`;
    return html`<div>
        ${tabs()}
        <div class="faq-panel" id="faq-panel" role="tabpanel" aria-labelledby="faq-tab-${locale}">
          ${tools()}
          <div class="faq-both">${field.view()}${preview(faq)}</div>
        </div>
        ${wrong[path] ? html`<p class="field-error" role="alert">${t(`faq_editor.wrong_${wrong[path]}`)}</p>` : nothing}
      </div>
      ${buttonsView(faq)}`;
  };
}
