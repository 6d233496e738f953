/**
 * What an entry said before: who saved it when, what differs from the version before it, and back to it as a new version.
 *
 * @typedef {object} Version            one of `GET /faq/{id}/versions`
 * @property {number} version
 * @property {string} at
 * @property {{id:string, name:string}|null} by
 * @property {string|null} import_id    that it came with
 * @property {import('./draft.js').Entry} entry   as it was
 */
import { html, nothing } from '../../lit.js';
import { t } from '../../app/texts.js';
import { exact, when } from '../../parts/times.js';
import { differences } from './diff.js';

/** @param {import('./diff.js').Difference} one */
const differs = (one) => html`<div class="faq-diff">
  <p class="faq-diff-what">${t(`faq_editor.what_${one.what}`)}${one.locale ? ` · ${t(`faq_editor.locale_${one.locale === 'en' ? 'en' : 'zh'}`)}` : ''}</p>
  <p>${one.parts.map((part) => (part.kind === 'same' ? part.text : part.kind === 'gone' ? html`<del>${part.text}</del>` : html`<ins>${part.text}</ins>`))}</p>
</div>`;

/** @param {import('./editor.js').Table} faq */
export function createVersions(faq) {
  const { api, editing, entries, changed, app, say } = faq;
  /** @type {{id:string, items:Version[], phase:'loading'|'ready'|'failed'}|null} */ let at = null;
  let open = false;
  /** @type {number|null} */ let looked = null;

  const load = async () => {
    const { entry } = editing.at;
    if (!entry) return;
    const mine = { id: entry.id, items: /** @type {Version[]} */ ([]), phase: /** @type {'loading'|'ready'|'failed'} */ ('loading') };
    at = mine;
    changed();
    try {
      mine.items = (await api.versions(entry.id)).items;
      mine.phase = 'ready';
    } catch {
      mine.phase = 'failed';
    }
    changed();
  };
  /** @param {Version} version */
  const back = async ({ version }) => {
    const { entry } = editing.at;
    if (!entry) return;
    const before = entry.version;
    /** @param {number} to @param {string} text @param {boolean} undoable */
    const revert = async (to, text, undoable) => {
      try {
        const now = await api.revert(entry.id, to);
        if (editing.at.entry?.id === now.id) editing.took(now);
        entries.put(now);
        await load();
        say({ text, icon: 'circle-check', action: undoable ? { label: t('faq_editor.undo'), run: () => void revert(before, t('faq_editor.reverted', { version: before }), false) } : undefined });
      } catch (error) {
        app.desk.failed(error);
      }
    };
    await revert(version, t('faq_editor.reverted', { version }), true);
  };
  /** @param {Version} one @param {Version|undefined} before @param {boolean} current */
  const row = (one, before, current) => {
    const is = looked === one.version;
    return html`<li class="faq-version">
      <button
        type="button"
        class="faq-version-head"
        aria-expanded=${is}
        @click=${() => {
          looked = is ? null : one.version;
          changed();
        }}
      >
        <b>${t('faq_editor.version', { n: one.version })}</b>
        <span class="cut">${one.by?.name ?? t('faq_editor.by_import')}</span>
        <time datetime=${one.at} title=${exact(one.at)}>${when(one.at, Date.now())}</time>
      </button>
      ${is
        ? html`<div class="faq-version-body">
            ${before ? (differences(before.entry, one.entry).map(differs)) : html`<p class="faq-diff-what">${t('faq_editor.first_version')}</p>`}
            ${current ? html`<p class="faq-diff-what">${t('faq_editor.current_version')}</p>` : faq.may ? html`<button type="button" class="button" @click=${() => back(one)}>${t('faq_editor.revert')}</button>` : nothing}
          </div>`
        : nothing}
    </li>`;
  };
  return {
    /** They are asked for anew when they are looked at next. */
    forget() {
      at = null;
    },
    open() {
      open = true;
      load();
      requestAnimationFrame(() => faq.root.querySelector('.faq-versions')?.scrollIntoView({ block: 'nearest' }));
    },
    view() {
      const { entry } = editing.at;
      if (!entry) return nothing;
      if (open && at?.id !== entry.id) load();
      const known = at;
      return html`<details class="faq-versions" .open=${open} @toggle=${(/** @type {Event} */ event) => {
        const is = /** @type {HTMLDetailsElement} */ (event.target).open;
        if (is === open) return;
        open = is;
        if (is) load();
      }}>
        <summary>${t('faq_editor.versions')} <span class="faq-number">${entry.version}</span></summary>
        ${!open || !known || known.phase === 'loading'
          ? html`<p class="faq-diff-what" role="status">${t('common.loading')}</p>`
          : known.phase === 'failed'
            ? html`<p class="faq-diff-what" role="alert">${t('faq.failed')} <button class="text-button" @click=${load}>${t('common.retry')}</button></p>`
            : html`<ol>
                ${known.items.map((one, index) => row(one, known.items[index + 1], index === 0))}
              </ol>`}
      </details>`;
    },
  };
}
