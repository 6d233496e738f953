/**
 * Business hours: calendars with their week, the days that differ, and what they make of this moment. All of them are one form, so
 * that going from one to another loses nothing. Closed, the widget says when somebody is back.
 */
import { html, live, nothing } from '../../lit.js';
import { lang, t } from '../../app/texts.js';
import { clockIn, momentIn, zoneName } from '../../parts/zone.js';
import { complaint, section, segments, select, selectField, textField } from '../../parts/controls.js';
import { createForm } from '../../parts/form.js';
import { mark } from '../../parts/settings-icons.js';
import { DAYS, USUAL, rebase, toCalendar, toDraft, wrong } from './calendars.js';
import { createDays } from './hours-days.js';
import { weekDay } from './hours-week.js';

/** @typedef {import('./calendars.js').Row} Row */
/** @typedef {import('./calendars.js').Draft} Draft */
/** @typedef {import('../../api.js').Problem} Problem */

const NAME_CHARS = 40;
const TYPES = '.json,.ics,.csv,.txt,application/json,text/calendar,text/csv';

const begun = () => ({
  /** As the desk has them. @type {Map<string, Row>} */
  rows: new Map(),
  /** Which one is shown. */
  shown: '',
  /** Which one is being saved. */
  saving: '',
  /** The part that reads files, once somebody has one. @type {ReturnType<typeof import('./hours-import.js').createImport>|null} */
  importing: null,
});
/** @typedef {ReturnType<typeof begun>} State */

/** Every zone this browser knows, and the one that is set. @param {string} now */
const zones = (now) => {
  const known = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  return [...new Set([now, ...known])].sort().map((value) => ({ value, label: value.replaceAll('_', ' ') }));
};

/** What the team calls it. @param {Row} row */
const nameOf = (row) => row.name || t('settings_hours.shop');

/** Whether somebody answers, and until when, on the calendar's clock. @param {Row} row */
function nowOf({ open, time_zone }) {
  const moment = (/** @type {string} */ at) => momentIn(time_zone, Date.parse(at), Date.now(), lang, t);
  if (open.now) return open.closes_at ? t('settings_hours.open_until', { time: moment(open.closes_at) }) : t('settings_hours.open_always');
  return open.opens_at ? t('settings_hours.closed_until', { time: moment(open.opens_at) }) : t('settings_hours.closed');
}

/**
 * Puts what is being written upon what others made of the calendars meanwhile.
 * @param {import('../../parts/form.js').SettingsForm} form @param {Record<string, Draft>} fresh
 */
function join(form, fresh) {
  const mine = form.draft;
  form.draft = Object.fromEntries(Object.entries(fresh).map(([id, one]) => [id, mine[id] ? rebase(form.saved[id], mine[id], one) : structuredClone(one)]));
  form.saved = structuredClone(fresh);
}

/**
 * The form over all calendars.
 * @param {State} here @param {import('./page.js').Context['call']} call @param {() => void} changed
 * @param {(id:string) => import('./calendars.js').Wrong|undefined} entryWrong
 */
function createCalendars(here, call, changed, entryWrong) {
  const took = (/** @type {Row} */ row) => {
    here.rows.set(row.id, row);
    return toDraft(row);
  };
  /** Somebody else was faster: what was not touched here is theirs, and the next saving replaces the rest. @param {string} id */
  const meet = async (id) => {
    const before = form.saved[id];
    form.saved[id] = took(await call('GET', `/calendars/${id}`));
    form.draft[id] = rebase(before, form.draft[id], form.saved[id]);
  };
  const form = createForm({
    read: async () => {
      /** @type {Row[]} */ const items = (await call('GET', '/calendars')).items;
      here.rows = new Map(items.map((row) => [row.id, row]));
      if (!here.rows.has(here.shown)) here.shown = items[0].id;
      const fresh = Object.fromEntries(items.map((row) => [row.id, toDraft(row)]));
      if (form.changes.length > 0) join(form, fresh);
      return fresh;
    },
    check: (draft) => {
      const found = Object.entries(draft).flatMap(([id, one]) => {
        if (JSON.stringify(one) === JSON.stringify(form.saved[id])) return [];
        const entry = entryWrong(id);
        const all = { ...wrong(one, here.rows.get(id)?.shop ?? false), ...(entry && { special_days: entry }) };
        return Object.entries(all).map(([path, what]) => [`${id}.${path}`, t(`settings_hours.wrong_${what}`)]);
      });
      const at = found[0]?.[0].split('.')[0];
      if (at && !found.some(([path]) => path.startsWith(here.shown))) here.shown = at;
      return Object.fromEntries(found);
    },
    refused: ({ field }) => (field === 'name' || field === 'time_zone' ? { [`${here.saving}.${field}`]: t(field === 'name' ? 'settings_hours.wrong_name' : 'settings_hours.wrong_zone') } : {}),
    async write(draft, changes) {
      for (const id of new Set(changes.map((path) => path.split('.')[0]))) {
        here.saving = id;
        const version = here.rows.get(id)?.version;
        try {
          form.saved[id] = took(await call('PUT', `/calendars/${id}`, { version, ...toCalendar(draft[id]) }));
        } catch (error) {
          if (/** @type {Problem} */ (error).code === 'version') await meet(id);
          throw error;
        }
      }
      return form.saved;
    },
    changed,
  });
  return { form, took };
}

/**
 * The calendars there are, a new one, and one that goes.
 * @param {State} here @param {import('../../parts/form.js').SettingsForm} form @param {(row:Row) => Draft} took
 * @param {import('./page.js').Context} on
 */
function createList(here, form, took, { call, changed, say, failed, ask }) {
  const adding = { open: false, name: '', busy: false };
  const toggle = () => {
    adding.open = !adding.open;
    changed();
    if (adding.open) requestAnimationFrame(() => document.getElementById('calendar-name')?.focus());
  };
  /** @param {string} id */
  const show = (id) => {
    here.shown = id;
    changed();
  };
  /** @param {Event} event */
  const add = async (event) => {
    event.preventDefault();
    const name = adding.name.trim();
    if (!name || adding.busy) return;
    adding.busy = true;
    try {
      /** @type {Row} */ const made = await call('POST', '/calendars', { ...toCalendar(form.saved[here.shown]), name });
      form.draft[made.id] = took(made);
      form.saved[made.id] = took(made);
      Object.assign(adding, { open: false, name: '' });
      show(made.id);
      say(t('settings_hours.made', { name }));
    } catch (error) {
      if (/** @type {Problem} */ (error).code === 'calendar_limit') say(t('settings_hours.full'), { bad: true });
      else failed(error);
    }
    adding.busy = false;
    changed();
  };
  /** @param {Row} row */
  const remove = async (row) => {
    const name = nameOf(row);
    if (!(await ask({ title: t('settings_hours.delete_ask', { name }), text: t('settings_hours.delete_means'), confirm: t('settings_hours.delete') }))) return;
    try {
      await call('DELETE', `/calendars/${row.id}`, {});
      here.rows.delete(row.id);
      delete form.draft[row.id];
      delete form.saved[row.id];
      if (here.shown === row.id) here.shown = [...here.rows.keys()][0];
      say(t('settings_hours.deleted', { name }));
    } catch (error) {
      const { code, named } = /** @type {Problem} */ (error);
      if (code === 'in_use') say(t('settings_hours.in_use', { names: named.map((one) => one.name).join(t('common.list_comma')) }), { bad: true });
      else failed(error);
    }
    changed();
  };
  /** @param {Row} row */
  const item = (row) => html`<li class="thing">
    <span class="thing-mark">${mark('clock')}</span>
    <div class="thing-what">
      <span class="thing-name">${nameOf(row)}</span>
      <span class="thing-about">${[zoneName(row.time_zone, lang, t), nowOf(row)].join(' · ')}</span>
    </div>
    <div class="thing-does">
      ${row.id === here.shown ? html`<span class="chip">${t('settings_hours.shown')}</span>` : html`<button type="button" class="button" aria-label=${t('settings_hours.show_one', { name: nameOf(row) })} @click=${() => show(row.id)}>${t('settings_hours.show')}</button>`}
      ${row.shop ? nothing : html`<button type="button" class="icon-button" aria-label=${t('settings_hours.delete_one', { name: nameOf(row) })} @click=${() => remove(row)}>${mark('trash')}</button>`}
    </div>
  </li>`;
  const fresh = () => html`<form class="set-stack" novalidate @submit=${add}>
    <div class="set-field">
      <div class="set-label"><label for="calendar-name">${t('settings_hours.name')}</label></div>
      <div class="set-box">
        <input
          id="calendar-name"
          class="input"
          autocomplete="off"
          maxlength=${NAME_CHARS}
          placeholder=${t('settings_hours.name_example')}
          .value=${live(adding.name)}
          @input=${(/** @type {FieldEvent} */ event) => {
            adding.name = event.target.value;
            changed();
          }}
          @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && toggle()}
        /><button class="button primary" type="submit" ?disabled=${!adding.name.trim()} aria-busy=${adding.busy}>${t('settings_hours.add')}</button>
      </div>
      <p class="field-hint">${t('settings_hours.add_hint', { name: nameOf(/** @type {Row} */ (here.rows.get(here.shown))) })}</p>
    </div>
  </form>`;
  return {
    show,
    view: () =>
      section(
        t('settings_hours.calendars'),
        html`${adding.open ? fresh() : nothing}
          <ul class="things">
            ${[...here.rows.values()].map(item)}
          </ul>`,
        t('settings_hours.calendars_intro'),
        html`<button type="button" class="button" aria-expanded=${adding.open ? 'true' : 'false'} @click=${toggle}>${mark('plus')}${t('settings_hours.new')}</button>`,
      ),
  };
}

/** When it is open: always, or by the week. @param {State} here @param {import('../../parts/form.js').SettingsForm} form */
function whenSection(here, form) {
  const path = here.shown;
  /** @type {Draft} */ const draft = form.get(path);
  const usual = () => DAYS.slice(0, 5).forEach((day) => form.set(`${path}.days.${day}`, [{ ...USUAL }]));
  return section(
    t('settings_hours.when'),
    segments(
      t('settings_hours.when'),
      [
        { value: 'always', label: t('settings_hours.always') },
        { value: 'week', label: t('settings_hours.by_week') },
      ],
      draft.always ? 'always' : 'week',
      (value) => {
        if (value === 'week' && DAYS.every((day) => draft.days[day].length === 0)) usual();
        form.set(`${path}.always`, value === 'always');
      },
    ),
    t('settings_hours.when_intro'),
  );
}

/** Name and clock. @param {State} here @param {import('../../parts/form.js').SettingsForm} form */
function nameSection(here, form) {
  const path = here.shown;
  /** @type {Draft} */ const draft = form.get(path);
  const place = `${path}.time_zone`;
  const label = t('settings_hours.zone');
  const hint = t('settings_hours.clock', { zone: zoneName(draft.time_zone, lang, t), time: clockIn(draft.time_zone, Date.now(), lang) });
  const options = zones(draft.time_zone);
  if (here.rows.get(path)?.shop) {
    const choice = select('shop-zone', options, draft.time_zone, (value) => form.set(place, value), label);
    return section(label, html`${choice}${complaint(form, place)}`, html`${t('settings_hours.zone_shop')} ${hint}`);
  }
  const name = textField(form, `${path}.name`, { label: t('settings_hours.name'), max: NAME_CHARS });
  return section(t('settings_hours.name_and_zone'), html`<div class="set-columns">${name}${selectField(form, place, { label, hint, options })}</div>`);
}

/** @param {import('./page.js').Context} on @returns {import('./frame.js').SettingsView} */
export function hoursPage(on) {
  const { call, changed, say, failed, send } = on;
  const here = begun();
  const { form, took } = createCalendars(here, call, changed, (id) => days.wrong(id));
  const days = createDays({ form, changed });
  const list = createList(here, form, took, on);

  /** @param {FieldEvent} event */
  const chosen = async ({ target }) => {
    const file = /** @type {HTMLInputElement} */ (target).files?.[0];
    target.value = '';
    if (!file) return;
    try {
      here.importing ??= (await import('./hours-import.js')).createImport({ form, send, say, failed, changed });
      await here.importing.look(here.shown, file, 1);
    } catch (error) {
      failed(error);
    }
  };
  const likeMonday = () => {
    const monday = form.get(`${here.shown}.days.1`);
    for (const day of [2, 3, 4, 5]) form.set(`${here.shown}.days.${day}`, structuredClone(monday));
  };
  const weekSection = () =>
    section(
      t('settings_hours.week'),
      html`<ul class="days">${DAYS.map((day) => weekDay(form, here.shown, day))}</ul>`,
      t('settings_hours.week_intro'),
      html`<button type="button" class="button" @click=${likeMonday}>${t('settings_hours.like_monday')}</button>`,
    );
  const daysSection = () => {
    const { year, list: entries, room, add } = days.view(here.shown);
    return section(
      t('settings_hours.holidays'),
      html`${here.importing?.view(here.shown) ?? nothing}${year()}${entries()}`,
      t('settings_hours.holidays_intro'),
      html`<div class="set-actions">
        <input type="file" id="import-file" hidden accept=${TYPES} @change=${chosen} />
        <button type="button" class="button" title=${t('settings_hours.import_kinds')} @click=${() => document.getElementById('import-file')?.click()}>${t('settings_hours.import')}</button>
        ${room > 0 ? html`<button type="button" class="button" @click=${add}>${mark('plus')}${t('settings_hours.add_holiday')}</button>` : nothing}
      </div>`,
    );
  };

  return {
    form,
    get tabs() {
      return here.rows.size > 1 ? [...here.rows.values()].map((row) => ({ id: row.id, label: nameOf(row) })) : undefined;
    },
    get tab() {
      return here.shown;
    },
    choose: list.show,
    status: () => {
      const row = here.rows.get(here.shown);
      return row ? html`<span class="chip ${row.open.now ? 'chip-ok' : ''}" id="hours-now"><span>${nowOf(row)}</span></span>` : nothing;
    },
    body: () => html`${here.rows.get(here.shown)?.shop ? nothing : nameSection(here, form)} ${whenSection(here, form)}
    ${form.get(`${here.shown}.always`) ? nothing : html`${weekSection()} ${daysSection()}`}
    ${here.rows.get(here.shown)?.shop ? nameSection(here, form) : nothing} ${list.view()}`,
  };
}
