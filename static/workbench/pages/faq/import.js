/**
 * Entries out of a file, and into one: dropped or chosen, looked at before anything is kept, brought in with progress, told with what
 * was refused, taken back whole.
 *
 * @typedef {object} Import             `GET /faq/imports/{id}`
 * @property {string} id
 * @property {string} [name]            of the file
 * @property {'dry_run'|'running'|'done'|'stopped'|'undoing'|'undone'} state
 * @property {number} lines             that hold something
 * @property {number} read              of them so far
 * @property {number} added
 * @property {number} updated
 * @property {number} unchanged
 * @property {{line:number, field:string|null, reason:string}[]} refused
 * @property {number} refused_count     of which the first are told
 * @property {string} [at]
 * @property {{line:number, question:string, alternatives:string[], answer:string, category:string|null}[]} [sample]
 */
import { html, nothing } from '../../lit.js';
import { has, lang, plural, t } from '../../app/texts.js';
import { icon } from '../../parts/icons.js';
import { when } from '../../parts/times.js';
import { Problem } from '../../api.js';

const LOOK_EVERY_MS = 500;
const FILE_BYTES = 20 * 1024 * 1024;
const number = new Intl.NumberFormat(lang);
const KINDS = /** @type {Record<string, string>} */ ({ csv: 'text/csv', tsv: 'text/tab-separated-values', jsonl: 'application/x-ndjson', ndjson: 'application/x-ndjson', json: 'application/x-ndjson', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });

/** @typedef {{file:File|null, preview:Import|null, running:Import|null, busy:boolean, over:boolean, problem:string, before:Import[]}} State */

/** Sends a file as it is. @param {import('./page.js').Faq} faq @param {File} file @param {boolean} dry @returns {Promise<Import>} */
async function sendFile({ app }, file, dry) {
  const kind = KINDS[file.name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
  let answer;
  try {
    answer = await fetch(`/api/v1/faq/imports?${new URLSearchParams({ name: file.name, dry_run: String(dry) })}`, { method: 'POST', headers: { 'x-csrf-token': app.csrf, 'content-type': kind }, credentials: 'same-origin', body: file });
  } catch {
    throw new Problem(0, null, null);
  }
  if (answer.status === 401) app.signedOut();
  const json = await answer.json().catch(() => null);
  if (!answer.ok) throw new Problem(answer.status, json, null);
  return json;
}

/** What is done with files. @param {import('./page.js').Faq} faq @param {State} at */
function createWork(faq, at) {
  const { api, changed, app, say } = faq;
  const wrong = (/** @type {any} */ error) => {
    at.problem = has(`faq_import.problem_${error.code}`) ? t(`faq_import.problem_${error.code}`) : '';
    if (!at.problem) app.desk.failed(error);
  };
  const load = async () => {
    try {
      at.before = (await api.imports()).items;
    } catch {
      // What was brought in before is not needed to bring in more.
    }
    changed();
  };
  /** @param {Import} one */
  const follow = async (one) => {
    at.running = one;
    changed();
    while (at.running && (at.running.state === 'running' || at.running.state === 'undoing')) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      try {
        at.running = { ...at.running, ...(await api.import(one.id)) };
      } catch (error) {
        wrong(error);
        break;
      }
      changed();
    }
    faq.entries.load();
    await load();
  };
  /** @param {() => Promise<void>} work */
  const busy = async (work) => {
    if (at.busy) return;
    Object.assign(at, { busy: true, problem: '' });
    changed();
    try {
      await work();
    } catch (error) {
      wrong(error);
    } finally {
      at.busy = false;
      changed();
    }
  };
  return {
    load,
    /** Looked at, nothing kept. @param {File} file */
    look: (file) =>
      busy(async () => {
        Object.assign(at, { file, preview: null, running: null });
        if (file.size > FILE_BYTES) at.problem = t('faq_import.problem_too_large');
        else if (file.size === 0) at.problem = t('error.empty_file');
        else at.preview = await sendFile(faq, file, true);
      }),
    bring: () =>
      busy(async () => {
        if (!at.file) return;
        const one = await sendFile(faq, at.file, false);
        Object.assign(at, { file: null, preview: null });
        await follow(one);
      }),
    /** @param {Import} one */
    undo: (one) =>
      busy(async () => {
        const sure = await app.dialogs.ask({ title: t('faq_import.undo_ask', { name: one.name ?? '' }), text: plural('faq_import.undo_means', one.added + one.updated), confirm: t('faq_import.undo') });
        if (!sure) return;
        await follow(await api.undoImport(one.id));
        say({ text: t('faq_import.undone'), icon: 'circle-check' });
      }),
    forget() {
      Object.assign(at, { file: null, preview: null, problem: '' });
      changed();
    },
  };
}

/** @param {Import} one */
function refused({ refused: lines, refused_count: all }) {
  if (all === 0) return nothing;
  const why = (/** @type {string} */ reason) => (has(`faq_import.why_${reason}`) ? t(`faq_import.why_${reason}`) : reason);
  const field = (/** @type {string|null} */ name) => (name && has(`faq_import.field_${name}`) ? t(`faq_import.field_${name}`) : (name ?? ''));
  return html`<details class="faq-refused" open>
    <summary>${plural('faq_import.refused', all, { n: number.format(all) })}</summary>
    <div class="faq-table-scroll" tabindex="0" role="group" aria-label=${t('faq_import.refused_table')}>
      <table>
        <thead><tr><th scope="col">${t('faq_import.line')}</th><th scope="col">${t('faq_import.field')}</th><th scope="col">${t('faq_import.why')}</th></tr></thead>
        <tbody>${lines.map((one) => html`<tr><td>${number.format(one.line)}</td><td>${field(one.field)}</td><td>${why(one.reason)}</td></tr>`)}</tbody>
      </table>
    </div>
    ${all > lines.length ? html`<p class="field-hint">${t('faq_import.and_more', { n: number.format(all - lines.length) })}</p>` : nothing}
  </details>`;
}

/** @param {Import} one */
const counts = (one) =>
  html`<dl class="faq-figures">
    <div><dt>${t('faq_import.added')}</dt><dd>${number.format(one.added)}</dd></div>
    <div><dt>${t('faq_import.updated')}</dt><dd>${number.format(one.updated)}</dd></div>
    <div><dt>${t('faq_import.unchanged')}</dt><dd>${number.format(one.unchanged)}</dd></div>
    <div><dt>${t('faq_import.refused_short')}</dt><dd>${number.format(one.refused_count)}</dd></div>
  </dl>`;

/** @param {Import} one */
const sample = ({ sample: rows }) =>
  rows?.length
    ? html`<ul class="faq-sample">
        ${rows.map((one) => html`<li><span class="chip chip-line">${t('faq_import.line_n', { n: number.format(one.line) })}</span> <b>${one.question}</b><span class="cut">${one.answer}</span></li>`)}
      </ul>`
    : nothing;

/** @param {State} at @param {ReturnType<typeof createWork>} work @param {() => void} changed */
function drop(at, work, changed) {
  /** @param {boolean} is */
  const over = (is) => {
    if (at.over === is) return;
    at.over = is;
    changed();
  };
  return html`<div
    class="faq-drop ${at.over ? 'over' : ''}"
    @dragover=${(/** @type {Event} */ event) => {
      event.preventDefault();
      over(true);
    }}
    @dragleave=${(/** @type {DragEvent} */ event) => /** @type {HTMLElement} */ (event.currentTarget).contains(/** @type {Node|null} */ (event.relatedTarget)) || over(false)}
    @drop=${(/** @type {DragEvent} */ event) => {
      event.preventDefault();
      over(false);
      const file = event.dataTransfer?.files[0];
      if (file) work.look(file);
    }}
  >
    ${icon(/** @type {any} */ ('upload'), 24)}
    <p><b>${t('faq_import.drop')}</b></p>
    <p class="field-hint">${t('faq_import.kinds')}</p>
    <input id="faq-file" class="hidden" type="file" tabindex="-1" aria-hidden="true" accept=".csv,.tsv,.txt,.jsonl,.ndjson,.json,.xlsx" @change=${(/** @type {FieldEvent} */ event) => {
      const file = event.target.files?.[0];
      event.target.value = '';
      if (file) work.look(file);
    }} />
    <button class="button primary" aria-busy=${at.busy} @click=${() => document.getElementById('faq-file')?.click()}>${t('faq_import.choose')}</button>
  </div>`;
}

/** @param {State} at @param {ReturnType<typeof createWork>} work */
function previewView({ file, preview, busy }, work) {
  if (!file || !preview) return nothing;
  const changes = preview.added + preview.updated;
  return html`<section class="faq-part-box">
    <h3>${t('faq_import.preview', { name: file.name })}</h3>
    ${counts(preview)} ${sample(preview)} ${refused(preview)}
    <p class="field-hint">${t('faq_import.preview_hint')}</p>
    <div class="faq-inline">
      <button class="button primary" aria-busy=${busy} ?disabled=${changes === 0} @click=${work.bring}>${changes ? plural('faq_import.bring', changes, { n: number.format(changes) }) : t('faq_import.nothing_new')}</button>
      <button class="button quiet" @click=${work.forget}>${t('faq_import.another')}</button>
    </div>
  </section>`;
}

/** @param {State} at @param {ReturnType<typeof createWork>} work */
function runningView({ running, busy }, work) {
  if (!running) return nothing;
  const moves = running.state === 'running' || running.state === 'undoing';
  return html`<section class="faq-part-box" aria-live="polite">
    <h3>${t(`faq_import.state_${running.state}`)}</h3>
    ${moves ? html`<progress class="faq-progress" max=${running.lines || nothing} value=${running.lines ? running.read : nothing} aria-label=${t(`faq_import.state_${running.state}`)}></progress><p class="field-hint">${plural('faq_import.read', running.read, { n: number.format(running.read) })}</p>` : nothing}
    ${counts(running)} ${refused(running)}
    ${running.state === 'done' ? html`<div class="faq-inline"><a class="button" href="/faq/entries">${t('faq_import.see')}</a><button class="button quiet" aria-busy=${busy} @click=${() => work.undo(running)}>${t('faq_import.undo')}</button></div>` : nothing}
  </section>`;
}

/** @param {State} at @param {ReturnType<typeof createWork>} work */
function beforeView({ before, running }, work) {
  const rest = before.filter((one) => one.id !== running?.id);
  if (rest.length === 0) return nothing;
  return html`<section class="faq-part-box">
    <h3>${t('faq_import.before')}</h3>
    <ul class="faq-before">
      ${rest.map(
        (one) =>
          html`<li>
            <span class="faq-before-what"><b class="cut">${one.name ?? t('faq_import.file')}</b><span>${[one.at ? when(one.at, Date.now()) : '', t(`faq_import.state_${one.state}`), plural('faq_import.changes', one.added + one.updated, { n: number.format(one.added + one.updated) })].filter(Boolean).join(' · ')}</span></span>
            ${one.state === 'done' && one.added + one.updated > 0 ? html`<button class="button quiet" @click=${() => work.undo(one)}>${t('faq_import.undo')}</button>` : nothing}
          </li>`,
      )}
    </ul>
  </section>`;
}

/** @param {import('./page.js').Faq} faq */
export function createImport(faq) {
  /** @type {State} */
  const at = { file: null, preview: null, running: null, busy: false, over: false, problem: '', before: [] };
  const work = createWork(faq, at);
  work.load();
  return () => html`<div class="faq-whole">
    <header class="faq-head">
      <button class="icon-button only-phone" aria-label=${t('common.back')} title=${t('common.back')} @click=${() => faq.go('entries', null)}>${icon('chevron-left', 22)}</button>
      <h2 class="faq-whole-title">${t('faq_import.title')}</h2>
    </header>
    <div class="faq-body">
      ${drop(at, work, faq.changed)} ${at.problem ? html`<p class="field-error" role="alert">${at.problem}</p>` : nothing} ${at.busy && !at.preview && !at.running ? html`<p class="faq-note" role="status">${t('faq_import.looking')}</p>` : nothing}
      ${previewView(at, work)} ${runningView(at, work)} ${beforeView(at, work)}
      <section class="faq-part-box">
        <h3>${t('faq_import.export')}</h3>
        <p class="field-hint">${t('faq_import.export_hint')}</p>
        <div class="faq-inline">
          <a class="button" href="/api/v1/faq/export?format=csv" download="faq.csv">${icon('download')} ${t('faq_import.export_csv')}</a>
          <a class="button" href="/api/v1/faq/export?format=jsonl" download="faq.jsonl">${icon('download')} ${t('faq_import.export_jsonl')}</a>
        </div>
      </section>
    </div>
  </div>`;
}
