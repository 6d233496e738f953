/**
 * Import: what another desk had. A file is sent, its first lines are looked at, and it is brought in while the desk works, with
 * progress; it can be stopped and go on. What was left out is named by its line.
 */
import { html, nothing } from '../../lit.js';
import { lang, plural, t } from '../../app/texts.js';
import { exact } from '../../parts/times.js';
import { bytes } from '../../parts/byte-size.js';
import { section, toggle } from '../../parts/controls.js';
import { mark } from '../../parts/settings-icons.js';
import { createLoaded } from '../../parts/loaded.js';
import { sendHistory } from './import-upload.js';

/** @typedef {import('../../answers.js').ImportRow} ImportRow */
/** @typedef {import('../../answers.js').ImportPreview} ImportPreview */

const LOOK_EVERY_MS = 700;
/** Conversations that are shown before the import begins. */
const SHOWN = 3;
const number = new Intl.NumberFormat(lang);

/** What goes on in this page. */
const begun = () => ({
  user_ids: false,
  /** The file on its way. @type {{id:string, there:number, size:number, stop:AbortController}|null} */ sending: null,
  /** What the first lines of a file hold, by import. @type {Map<string, ImportPreview>} */ previews: new Map(),
  watching: false,
  /** Where each running one was when it was first seen. @type {Map<string, {at:number, bytes:number, entries:number}>} */ seen: new Map(),
});
/** @typedef {ReturnType<typeof begun>} State */

/** How fast it goes, and for how long still. @param {State['seen']} seen @param {ImportRow} one */
export function pace(seen, one, now = Date.now()) {
  const from = seen.get(one.id);
  if (!from) {
    seen.set(one.id, { at: now, bytes: one.read_bytes, entries: one.report.entries });
    return null;
  }
  const [passed, read] = [(now - from.at) / 1000, one.read_bytes - from.bytes];
  if (passed < 1 || read <= 0) return null;
  return { rate: Math.round((one.report.entries - from.entries) / passed), left: Math.ceil(((one.byte_size - one.read_bytes) * passed) / read) };
}

/**
 * What can be done with imports.
 * @param {object} host
 * @param {State} host.at
 * @param {import('./page.js').Context} host.on
 * @param {import('../../parts/loaded.js').Loaded<{items:ImportRow[]}>} host.list
 */
function createActions({ at, on, list }) {
  const { call, slice, changed, say, failed, ask } = on;
  const watch = async () => {
    if (at.watching) return;
    at.watching = true;
    await list.load();
    while (list.value?.items.some((one) => one.state === 'running')) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      await list.load();
    }
    at.watching = false;
  };
  /** @param {string} id */
  const look = async (id) => {
    try {
      at.previews.set(id, await call('GET', `/imports/${id}/preview`));
    } catch (error) {
      failed(error);
    }
    changed();
  };
  /** @param {File} file */
  const choose = async (file) => {
    try {
      const row = await call('POST', '/imports', { file_name: file.name, byte_size: file.size, user_ids: at.user_ids });
      const stop = new AbortController();
      at.sending = { id: row.id, there: 0, size: file.size, stop };
      changed();
      const progress = (/** @type {number} */ there) => {
        if (at.sending) at.sending.there = there;
        changed();
      };
      await sendHistory({ call, put: slice, file, import: row, signal: stop.signal, progress });
      at.sending = null;
      await list.load();
      if (!stop.signal.aborted) await look(row.id);
    } catch (error) {
      at.sending = null;
      const { code } = /** @type {import('../../api.js').Problem} */ (error);
      if (['too_large', 'too_many_imports', 'storage_full'].includes(code)) say(t(`settings_import.${code}`), { bad: true });
      else failed(error);
      await list.load();
    }
  };
  /** @param {ImportRow} one @param {'start'|'stop'} what */
  const run = async (one, what) => {
    try {
      await call('POST', `/imports/${one.id}/${what}`, {});
      at.previews.delete(one.id);
      at.seen.delete(one.id);
    } catch (error) {
      failed(error);
    }
    at.watching ? await list.load() : await watch();
  };
  /** @param {ImportRow} one */
  const remove = async (one) => {
    if (one.report.conversations > 0 && !(await ask({ title: t('settings_import.remove_ask'), text: t('settings_import.remove_means'), confirm: t('settings_import.remove') }))) return;
    at.sending?.id === one.id && at.sending.stop.abort();
    try {
      await call('DELETE', `/imports/${one.id}`, {});
    } catch (error) {
      failed(error);
    }
    at.previews.delete(one.id);
    await list.load();
  };
  return { watch, look, choose, run, remove };
}

/** What was left out, by line. @param {{line:number, entry?:number|null, reason:string}[]} refused @param {number} all */
const refusedView = (refused, all) =>
  all === 0
    ? nothing
    : html`<details class="history-refused">
        <summary>${plural('settings_import.refused', all, { n: number.format(all) })}</summary>
        <ul>
          ${refused.map(({ line, entry, reason }) => {
            const place = entry ? t('settings_import.place_entry', { line: number.format(line), entry }) : t('settings_import.place_line', { line: number.format(line) });
            return html`<li>${t('settings_import.refused_line', { place, why: t(`settings_import.why_${reason}`) })}</li>`;
          })}
          ${all > refused.length ? html`<li>${t('settings_import.and_more', { n: number.format(all - refused.length) })}</li>` : nothing}
        </ul>
      </details>`;

/** The first lines, as they would be taken. @param {ImportPreview} preview */
const previewView = ({ lines, refused }) =>
  html`<div class="history-lines">
    ${lines.slice(0, SHOWN).map(
      (line) =>
        html`<article class="history-talk" aria-label=${line.name ?? line.external_id}>
          <p class="thing-about">${[line.name ?? t('settings_import.nameless'), t(`settings_import.${line.state}`), plural('settings_import.entries', line.entry_count, { n: number.format(line.entry_count) })].join(' · ')}</p>
          ${line.entries.slice(0, 3).map((said) => html`<p><b>${said.sender === 'visitor' ? (line.name ?? t('settings_import.nameless')) : (said.name ?? t(`settings_import.${said.sender}`))}</b> ${said.text} <time class="history-when" datetime=${said.sent_at}>${exact(said.sent_at)}</time></p>`)}
        </article>`,
    )}
    ${refusedView(refused, refused.length)}
  </div>`;

/** What became of the lines. @param {ImportRow} one */
const resultOf = ({ report }) =>
  [
    plural('settings_import.added', report.conversations, { n: number.format(report.conversations) }),
    plural('settings_import.entries', report.entries, { n: number.format(report.entries) }),
    report.continued ? plural('settings_import.continued', report.continued, { n: number.format(report.continued) }) : '',
    report.known ? plural('settings_import.known', report.known, { n: number.format(report.known) }) : '',
  ]
    .filter(Boolean)
    .join(' · ');

/**
 * One import.
 * @param {State} at @param {ReturnType<typeof createActions>} actions @param {ImportRow} one
 */
function rowView(at, { look, run, remove }, one) {
  const sending = at.sending?.id === one.id ? at.sending : null;
  const going = one.state === 'running' ? pace(at.seen, one) : null;
  const told = { arriving: sending ? '' : t('settings_import.cut_off'), ready: t('settings_import.ready'), running: resultOf(one), done: resultOf(one), stopped: t('settings_import.stopped'), failed: t('settings_import.failed') }[one.state];
  const preview = at.previews.get(one.id);
  const [done, all] = sending ? [sending.there, sending.size] : [one.read_bytes, one.byte_size];
  const moves = sending || one.state === 'running';
  return html`<li class="thing history-row">
    <span class="thing-mark">${mark('drive')}</span>
    <div class="thing-what">
      <span class="thing-name">${one.file_name} <span class="thing-about">${bytes(one.byte_size)} · ${exact(one.started_at ?? one.created_at)}</span></span>
      <span class="thing-about" role="status">${told}</span>
      ${moves
        ? html`<div class="work">
            <span>${[sending ? t('settings_import.sending') : t('settings_import.running'), `${Math.floor((done * 100) / Math.max(all, 1))}%`, going ? t('settings_import.rate', { n: number.format(going.rate) }) : '', going ? left(going.left) : ''].filter(Boolean).join(' · ')}</span>
            <progress class="seats" max=${Math.max(all, 1)} value=${done} aria-label=${one.file_name}></progress>
          </div>`
        : nothing}
      ${refusedView(one.report.refused, one.report.refused_lines + one.report.refused_entries)} ${preview ? previewView(preview) : nothing}
    </div>
    <div class="thing-does">
      ${one.state === 'ready' && !preview ? html`<button type="button" class="button quiet" @click=${() => look(one.id)}>${t('settings_import.look')}</button>` : nothing}
      ${one.state === 'ready' ? html`<button type="button" class="button primary" @click=${() => run(one, 'start')}>${t('settings_import.start')}</button>` : nothing}
      ${one.state === 'stopped' || one.state === 'failed' ? html`<button type="button" class="button" @click=${() => run(one, 'start')}>${t('settings_import.go_on')}</button>` : nothing}
      ${one.state === 'running'
        ? html`<button type="button" class="button" @click=${() => run(one, 'stop')}>${t('settings_import.stop')}</button>`
        : html`<button type="button" class="icon-button" aria-label=${t('settings_import.remove_one', { file: one.file_name })} title=${t('settings_import.remove')} @click=${() => remove(one)}>${mark('trash')}</button>`}
    </div>
  </li>`;
}

/** @param {number} seconds */
const left = (seconds) => (seconds < 120 ? t('settings_import.left_s', { n: seconds }) : t('settings_import.left_min', { n: number.format(Math.round(seconds / 60)) }));

/** @param {import('./page.js').Context} on @returns {import('./frame.js').SettingsView} */
export function importPage(on) {
  const at = begun();
  const list = createLoaded(/** @returns {Promise<{items:ImportRow[]}>} */ () => on.call('GET', '/imports'), on.changed);
  const actions = createActions({ at, on, list });
  /** @param {Event & {target:HTMLInputElement}} event */
  const chosen = ({ target }) => {
    const file = target.files?.[0];
    target.value = '';
    if (file) actions.choose(file);
  };
  return {
    start: () => void actions.watch(),
    body: () => html`${section(
        t('settings_import.title'),
        html`${toggle(
            at.user_ids,
            (is) => {
              at.user_ids = is;
              on.changed();
            },
            t('settings_import.user_ids'),
            t('settings_import.user_ids_hint'),
          )}
          <div class="set-actions">
            <input type="file" id="history-file" hidden accept=".jsonl,.ndjson,.json,.txt" @change=${chosen} />
            <button type="button" class="button primary" ?disabled=${Boolean(at.sending)} @click=${() => document.getElementById('history-file')?.click()}>${t('settings_import.choose')}</button>
          </div>`,
        t('settings_import.intro'),
      )}${list.view(({ items }) =>
        items.length === 0
          ? html`<p class="nothing-yet">${t('settings_import.none')}</p>`
          : section(t('settings_import.before'), html`<ul class="things">${items.map((one) => rowView(at, actions, one))}</ul>`),
      )}`,
  };
}
