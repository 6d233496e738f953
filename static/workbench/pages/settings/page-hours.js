/** Working hours: the week, days that differ, and what they make of this moment. Closed, the widget says when somebody is back. */
import { html, live, nothing } from '../../lit.js';
import { lang, t } from '../../app/texts.js';
import { clockIn, momentIn, zoneName } from '../../parts/zone.js';
import { complaint, section, segments, timeField, toggle } from '../../parts/controls.js';
import { createForm } from '../../parts/form.js';
import { DAYS, HOLIDAYS_MAX, RANGES_A_DAY, USUAL, overnight, toDraft, toHours, wrong } from './hours.js';
import { mark } from '../../parts/settings-icons.js';

const NAME_CHARS = 40;
// 5 January 2026 was a Monday.
const dayName = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' });
const names = DAYS.map((day) => dayName.format(new Date(Date.UTC(2026, 0, 4 + day))));

/** The shop as the desk has it. */
const begun = () => ({
  /** @type {any} */
  shop: null,
});
/** @typedef {ReturnType<typeof begun>} State */

/**
 * Days of the week.
 * @param {object} host
 * @param {import('../../parts/form.js').SettingsForm} host.form
 */
function createDays({ form }) {
  /** @param {number} day */
  const dayRow = (day) => {
    const path = `days.${day}`;
    /** @type {import('./hours.js').Range[]} */ const ranges = form.get(path);
    const name = names[day - 1];
    const set = (/** @type {import('./hours.js').Range[]} */ next) => form.set(path, next);
    return html`<li class="open-day">
      ${toggle(ranges.length > 0, (on) => set(on ? [{ ...USUAL }] : []), name)}
      <div class="day-ranges">
        ${ranges.length === 0 ? html`<span class="thing-about">${t('settings_hours.rest')}</span>` : nothing}
        ${ranges.map(
          (range, i) =>
            html`<div class="day-range">
              ${timeField(t('settings_hours.opens', { day: name }), range.opens, (opens) => set(ranges.with(i, { ...range, opens })))}
              <span aria-hidden="true">–</span>
              ${timeField(t('settings_hours.closes', { day: name }), range.closes, (closes) => set(ranges.with(i, { ...range, closes })))}
              ${overnight(range) ? html`<span class="chip">${t('settings_hours.next_day')}</span>` : nothing}
              ${ranges.length > 1
                ? html`<button type="button" class="icon-button" aria-label=${t('settings_hours.remove_range', { day: name, time: range.opens })} @click=${() => set(ranges.toSpliced(i, 1))}>${mark('x')}</button>`
                : nothing}
              ${i === ranges.length - 1 && ranges.length < RANGES_A_DAY
                ? html`<button type="button" class="icon-button" data-adds=".day-range:last-child input" aria-label=${t('settings_hours.add_range', { day: name })} title=${t('settings_hours.add_range', { day: name })} @click=${() => set([...ranges, { opens: range.closes, closes: range.closes < '21:00' ? '21:00' : '23:00' }])}>${mark('plus')}</button>`
                : nothing}
            </div>`,
        )}
        ${complaint(form, path)}
      </div>
    </li>`;
  };
  const likeMonday = () => {
    const monday = form.get('days.1');
    for (const day of [2, 3, 4, 5]) form.set(`days.${day}`, structuredClone(monday));
  };

  return { dayRow, likeMonday };
}

/**
 * Days that are unlike the others.
 * @param {object} host
 * @param {import('../../parts/form.js').SettingsForm} host.form
 */
function createHolidays({ form }) {
  /** @param {import('./hours.js').Holiday} day @param {number} i @param {import('./hours.js').Holiday[]} all */
  const holiday = (day, i, all) => {
    const set = (/** @type {Partial<import('./hours.js').Holiday>} */ change) => form.set('holidays', all.with(i, { ...day, ...change }));
    const what = day.name || day.date || String(i + 1);
    return html`<li class="holiday">
      <input class="input" type="date" aria-label=${t('settings_hours.date')} .value=${live(day.date)} @input=${(/** @type {FieldEvent} */ event) => set({ date: event.target.value })} />
      <input
        class="input"
        aria-label=${t('settings_hours.holiday_name')}
        placeholder=${t('settings_hours.holiday_example')}
        maxlength=${NAME_CHARS}
        .value=${live(day.name)}
        @input=${(/** @type {FieldEvent} */ event) => set({ name: event.target.value })}
      />
      ${segments(
        t('settings_hours.that_day', { day: what }),
        [
          { value: 'closed', label: t('settings_hours.rest') },
          { value: 'open', label: t('settings_hours.other_hours') },
        ],
        day.closed ? 'closed' : 'open',
        (value) => set({ closed: value === 'closed' }),
      )}
      <button type="button" class="icon-button" aria-label=${t('settings_hours.remove_holiday', { day: what })} @click=${() => form.set('holidays', all.toSpliced(i, 1))}>${mark('trash')}</button>
      ${day.closed
        ? nothing
        : html`<div class="day-range">
            ${timeField(t('settings_hours.opens', { day: what }), day.opens, (opens) => set({ opens }))}<span aria-hidden="true">–</span>
            ${timeField(t('settings_hours.closes', { day: what }), day.closes, (closes) => set({ closes }))}
            ${overnight(day) ? html`<span class="chip">${t('settings_hours.next_day')}</span>` : nothing}
          </div>`}
    </li>`;
  };

  return holiday;
}

/** @param {import('./page.js').Context} on @returns {import('./frame.js').SettingsView} */
export function hoursPage({ call, changed }) {
  const here = begun();
  const took = (/** @type {any} */ answer) => {
    here.shop = answer;
    return toDraft(answer.hours);
  };
  const form = createForm({
    read: async () => took(await call('GET', '/shop')),
    check: (draft) => Object.fromEntries(Object.entries(wrong(draft)).map(([path, what]) => [path, t(`settings_hours.wrong_${what}`)])),
    write: async (draft) => took(await call('PATCH', '/shop', { hours: toHours(draft) })),
    changed,
  });

  /** When it changes next, on the shop's clock. @param {string} at */
  const moment = (at) => momentIn(here.shop.time_zone, Date.parse(at), Date.now(), lang, t);
  const now = () => {
    const { open } = here.shop;
    if (open.now) return open.closes_at ? t('settings_hours.open_until', { time: moment(open.closes_at) }) : t('settings_hours.open_always');
    return open.opens_at ? t('settings_hours.closed_until', { time: moment(open.opens_at) }) : t('settings_hours.closed');
  };
  const { dayRow, likeMonday } = createDays({ form });

  const holiday = createHolidays({ form });

  return {
    form,
    status: () =>
      here.shop
        ? html`<span class="chip ${here.shop.open.now ? 'chip-ok' : ''}" id="hours-now"><span>${now()}</span></span>`
        : nothing,
    body: () => {
      const always = form.get('always');
      /** @type {import('./hours.js').Holiday[]} */ const holidays = form.get('holidays');
      return html`${section(
        t('settings_hours.when'),
        segments(
          t('settings_hours.when'),
          [
            { value: 'always', label: t('settings_hours.always') },
            { value: 'week', label: t('settings_hours.by_week') },
          ],
          always ? 'always' : 'week',
          (value) => {
            if (value === 'week' && DAYS.every((day) => form.get(`days.${day}`).length === 0)) {
              for (const day of [1, 2, 3, 4, 5]) form.set(`days.${day}`, [{ ...USUAL }]);
            }
            form.set('always', value === 'always');
          },
        ),
        html`${t('settings_hours.when_intro')}
        ${t('settings_hours.clock', { zone: zoneName(here.shop.time_zone, lang, t), time: clockIn(here.shop.time_zone, Date.now(), lang) })}
        <a href="/settings/shop">${t('settings_hours.change_zone')}</a>`,
      )}
      ${always
        ? nothing
        : html`${section(
              t('settings_hours.week'),
              html`<ul class="days">${DAYS.map(dayRow)}</ul>`,
              t('settings_hours.week_intro'),
              html`<button type="button" class="button" @click=${likeMonday}>${t('settings_hours.like_monday')}</button>`,
            )}
            ${section(
              t('settings_hours.holidays'),
              html`${holidays.length === 0 ? html`<p class="nothing-yet">${t('settings_hours.no_holidays')}</p>` : html`<ul class="holidays">${holidays.map(holiday)}</ul>`}
                ${complaint(form, 'holidays')}`,
              t('settings_hours.holidays_intro'),
              holidays.length < HOLIDAYS_MAX
                ? html`<button type="button" class="button" data-adds=".holidays li:last-child input" @click=${() => form.set('holidays', [...holidays, { date: '', name: '', closed: true, ...USUAL }])}>
                    ${mark('plus')}${t('settings_hours.add_holiday')}
                  </button>`
                : nothing,
            )}`}`;
    },
  };
}
