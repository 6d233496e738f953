/** The week of a calendar: a day has several ranges, or none. And ranges as they are written anywhere. */
import { html, nothing } from '../../lit.js';
import { lang, t } from '../../app/texts.js';
import { complaint, timeField, toggle } from '../../parts/controls.js';
import { mark } from '../../parts/settings-icons.js';
import { DAYS, RANGES_A_DAY, USUAL, overnight } from './calendars.js';

/** @typedef {import('./calendars.js').Range} Range */

// 5 January 2026 was a Monday.
const dayName = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' });
/** Names of the days of the week, Monday first. */
export const NAMES = DAYS.map((day) => dayName.format(new Date(Date.UTC(2026, 0, 4 + day))));

/** The range that is offered behind others. @param {Range[]} ranges @returns {Range} */
const next = (ranges) => {
  const opens = ranges.at(-1)?.closes ?? USUAL.opens;
  return { opens: opens === '24:00' ? '00:00' : opens, closes: opens < '21:00' ? '21:00' : '23:00' };
};

/**
 * Ranges of a day as fields.
 * @param {Range[]} ranges @param {string} name of the day, for whoever cannot see it @param {(change:(now:Range[]) => Range[]) => void} set from what they are by then: two fields may change before they are drawn
 * @param {boolean} [always] the last one stays
 */
export const rangeFields = (ranges, name, set, always = false) =>
  ranges.map(
    (range, i) =>
      html`<div class="day-range">
        ${timeField(t('settings_hours.opens', { day: name }), range.opens, (opens) => set((now) => now.with(i, { ...now[i], opens })))}
        <span aria-hidden="true">–</span>
        ${timeField(t('settings_hours.closes', { day: name }), range.closes, (closes) => set((now) => now.with(i, { ...now[i], closes })))}
        ${overnight(range) ? html`<span class="chip">${t('settings_hours.next_day')}</span>` : nothing}
        ${ranges.length > 1 || !always
          ? html`<button type="button" class="icon-button" aria-label=${t('settings_hours.remove_range', { day: name, time: range.opens })} @click=${() => set((now) => now.toSpliced(i, 1))}>${mark('x')}</button>`
          : nothing}
        ${i === ranges.length - 1 && ranges.length < RANGES_A_DAY
          ? html`<button type="button" class="icon-button" data-adds=".day-range:last-child input" aria-label=${t('settings_hours.add_range', { day: name })} title=${t('settings_hours.add_range', { day: name })} @click=${() => set((now) => [...now, next(now)])}>${mark('plus')}</button>`
          : nothing}
      </div>`,
  );

/** What ranges are, in words: 09:00–12:00, 13:30–18:00. @param {Range[]} ranges */
export const rangesText = (ranges) => ranges.map(({ opens, closes }) => `${opens}–${closes}`).join(t('common.list_comma'));

/**
 * One day of the week.
 * @param {import('../../parts/form.js').SettingsForm} form @param {string} path of the calendar @param {number} day
 */
export function weekDay(form, path, day) {
  const place = `${path}.days.${day}`;
  /** @type {Range[]} */ const ranges = form.get(place);
  const name = NAMES[day - 1];
  const set = (/** @type {(now:Range[]) => Range[]} */ change) => form.set(place, change(form.get(place)));
  return html`<li class="open-day">
    ${toggle(ranges.length > 0, (on) => set(() => (on ? [{ ...USUAL }] : [])), name)}
    <div class="day-ranges">
      ${ranges.length === 0 ? html`<span class="thing-about">${t('settings_hours.rest')}</span>` : rangeFields(ranges, name, set, true)}
      ${complaint(form, place)}
    </div>
  </li>`;
}
