/** Days that are unlike their week: the year, days in a row as one entry, and the entry that is written. */
import { html, live, nothing } from '../../lit.js';
import { lang, t } from '../../app/texts.js';
import { complaint, segments, select } from '../../parts/controls.js';
import { mark } from '../../parts/settings-icons.js';
import { RANGES_A_DAY, SPECIAL_DAYS_MAX, USUAL, entryOf, expand, inOrder, runs, wrongEntry } from './calendars.js';
import { NAMES, rangeFields, rangesText } from './hours-week.js';
import { yearView } from './hours-year.js';

/** @typedef {import('./calendars.js').Special} Special */
/** @typedef {import('./calendars.js').Entry} Entry */
/** @typedef {import('./calendars.js').Run} Run */

const NAME_CHARS = 40;
const dates = new Intl.DateTimeFormat(lang, { month: 'short', day: 'numeric', timeZone: 'UTC' });
const days = new Intl.DateTimeFormat(lang, { day: 'numeric', timeZone: 'UTC' });
const withDay = new Intl.DateTimeFormat(lang, { month: 'short', day: 'numeric', weekday: 'short', timeZone: 'UTC' });
const moment = (/** @type {string} */ date) => Date.parse(`${date}T00:00:00Z`);

/** The dates of a run. @param {Run} run */
const when = ({ date, to }) =>
  date === to
    ? withDay.format(moment(date))
    : t('settings_hours.run', { from: dates.format(moment(date)), to: (date.slice(0, 7) === to.slice(0, 7) ? days : dates).format(moment(to)) });

/** What a special day is. @param {Special} day */
export const whatOf = ({ ranges, like }) => (like ? t('settings_hours.like', { day: NAMES[like - 1] }) : ranges.length > 0 ? rangesText(ranges) : t('settings_hours.rest'));

/** A run in a line: dates, name, what it is. @param {Run} run @param {unknown} [before] */
export const runText = (run, before) =>
  html`<span class="run-when">${when(run)}</span>
    <span class="run-what"><b>${run.name || nothing}</b><span>${before ?? nothing}${whatOf(run)}</span></span>`;

/**
 * The entry that is written; everything written is in the form at once.
 * @param {{form:import('../../parts/form.js').SettingsForm, changed:() => void}} host
 */
function createEntry({ form, changed }) {
  /** @type {{path:string, others:Special[], entry:Entry, at:string, list:Special[]}|null} */ let open = null;
  const list = (/** @type {string} */ path) => /** @type {Special[]} */ (form.get(path));

  const host = {
    /** What is written, as long as the form has not gone another way. @param {string} path */
    of: (path) => (open?.path === path && open.list === list(path) ? open : null),
    /** @param {string} path @param {Entry} entry @param {string} at where it stands among the others */
    begin(path, entry, at = '') {
      const others = list(path).filter((day) => !at || day.date < entry.from || day.date > entry.to);
      open = { path, others, entry, at, list: list(path) };
      changed();
      requestAnimationFrame(() => document.getElementById('day-from')?.focus());
    },
    end() {
      open = null;
      changed();
    },
    /** @param {Partial<Entry>} change */
    set(change) {
      if (!open) return;
      open.entry = { ...open.entry, ...change };
      const wrong = wrongEntry(open.entry, open.others);
      const days = wrong === undefined || wrong === 'time' || wrong === 'overlap' ? expand(open.entry) : [];
      open.list = inOrder([...open.others, ...days]);
      form.set(open.path, open.list);
    },
    /** What is wrong with it. @param {string} path */
    wrong: (path) => {
      const now = host.of(path);
      return now ? wrongEntry(now.entry, now.others) : undefined;
    },
  };
  return host;
}
/** @typedef {ReturnType<typeof createEntry>} Writing */

/** Which days an entry is for. @param {Entry} entry @param {Writing} writing @param {boolean} faulty */
const dayFields = (entry, writing, faulty) => {
  const field = (/** @type {'from'|'to'} */ name) =>
    html`<div class="set-field">
      <div class="set-label"><label for="day-${name}">${t(`settings_hours.${name}`)}</label></div>
      <input
        id="day-${name}"
        class="input"
        type="date"
        min="2000-01-01"
        max="2199-12-31"
        aria-invalid=${faulty ? 'true' : nothing}
        .value=${live(entry[name])}
        @change=${(/** @type {FieldEvent} */ event) => {
          const { value } = event.target;
          // The end follows the beginning until it is said.
          writing.set(name === 'from' && (entry.to === entry.from || !entry.to || entry.to < value) ? { from: value, to: value } : { [name]: value });
        }}
      />
    </div>`;
  return html`${field('from')}${field('to')}
    <div class="set-field">
      <div class="set-label"><label for="day-name">${t('settings_hours.holiday_name')}</label></div>
      <input
        id="day-name"
        class="input"
        autocomplete="off"
        placeholder=${t('settings_hours.holiday_example')}
        maxlength=${NAME_CHARS}
        .value=${live(entry.name)}
        @input=${(/** @type {FieldEvent} */ event) => writing.set({ name: event.target.value })}
      />
    </div>`;
};

/** @param {Entry} entry @param {Writing} writing @param {import('../../parts/form.js').SettingsForm} form @param {string} path */
function entryFields(entry, writing, form, path) {
  const wrong = writing.wrong(path);
  const what = entry.name || t('settings_hours.that_day');
  const kinds = /** @type {const} */ (['closed', 'open', 'like']);
  return html`<li class="thing-edit">
    <div class="day-fields">${dayFields(entry, writing, wrong === 'date' || wrong === 'order')}</div>
    <div class="day-kind">
      ${segments(
        what,
        kinds.map((value) => ({ value, label: t(`settings_hours.kind_${value}`) })),
        entry.kind,
        (kind) => writing.set({ kind: /** @type {Entry['kind']} */ (kind) }),
      )}
      ${entry.kind === 'like'
        ? select('day-like', NAMES.map((label, n) => ({ value: String(n + 1), label })), String(entry.like), (like) => writing.set({ like: Number(like) }), t('settings_hours.like_which'))
        : nothing}
    </div>
    ${entry.kind === 'open'
      ? html`<div class="day-ranges">${rangeFields(entry.ranges.slice(0, RANGES_A_DAY), what, (change) => writing.set({ ranges: change(entry.ranges.slice(0, RANGES_A_DAY)) }), true)}</div>`
      : nothing}
    <p class="field-error" role="alert">${wrong && (form.errors[path] || (entry.from && wrong !== 'date')) ? t(`settings_hours.wrong_${wrong}`) : ''}</p>
    <div class="set-actions">
      <button type="button" class="button" ?disabled=${wrong !== undefined} @click=${writing.end}>${t('settings_hours.done')}</button>
    </div>
  </li>`;
}

/**
 * @param {{form:import('../../parts/form.js').SettingsForm, changed:() => void}} host
 */
export function createDays({ form, changed }) {
  const writing = createEntry({ form, changed });
  const begun = { year: new Date().getFullYear() };

  /** @param {string} path of the calendar */
  const view = (path) => {
    const place = `${path}.special_days`;
    /** @type {Special[]} */ const all = form.get(place);
    const open = writing.of(place);
    const shown = runs(open ? open.others : all).filter((run) => run.date.slice(0, 4) <= String(begun.year) && run.to.slice(0, 4) >= String(begun.year));
    const fresh = (/** @type {string} */ date) => writing.begin(place, { from: date, to: date, name: '', kind: 'closed', like: 1, ranges: [{ ...USUAL }] });
    const edit = (/** @type {Run} */ run) => writing.begin(place, entryOf(run), run.date);
    const choose = (/** @type {string} */ date) => {
      const run = runs(all).find((one) => one.date <= date && one.to >= date);
      if (run) edit(run);
      else fresh(date);
    };
    const remove = (/** @type {Run} */ run) => form.set(place, all.filter((day) => day.date < run.date || day.date > run.to));
    const row = (/** @type {Run} */ run) => {
      const name = `${when(run)} ${run.name}`;
      return html`<li class="run">
        ${runText(run)}
        <span class="run-does">
          <button type="button" class="icon-button" aria-label=${t('settings_hours.edit_day', { day: name })} @click=${() => edit(run)}>${mark('pencil')}</button>
          <button type="button" class="icon-button" aria-label=${t('settings_hours.remove_holiday', { day: name })} @click=${() => remove(run)}>${mark('trash')}</button>
        </span>
      </li>`;
    };
    const turn = (/** @type {number} */ year) => {
      begun.year = year;
      changed();
    };
    const editor = () => (open ? entryFields(open.entry, writing, form, place) : nothing);
    const at = open?.at ? shown.findIndex((run) => run.date > open.at) : 0;
    const before = at < 0 ? shown : shown.slice(0, at);
    const none = shown.length === 0 && !open;
    return {
      year: () => yearView(form.get(path), begun.year, turn, choose),
      list: () => html`${none ? html`<p class="nothing-yet">${t('settings_hours.no_holidays', { year: begun.year })}</p>` : html`<ul class="runs">${before.map(row)}${editor()}${at < 0 ? nothing : shown.slice(at).map(row)}</ul>`}
        ${complaint(form, place)}`,
      room: SPECIAL_DAYS_MAX - all.length,
      add: () => fresh(''),
    };
  };
  return { view, wrong: (/** @type {string} */ path) => writing.wrong(`${path}.special_days`) };
}
