/**
 * A year at a glance: twelve months drawn small, each a button that opens its days. Whoever cannot see the drawing hears how many days
 * of a month differ; the arrow keys move through the days.
 */
import { html, nothing, svg } from '../../lit.js';
import { lang, plural, t } from '../../app/texts.js';
import { mark } from '../../parts/settings-icons.js';
import { closePopup, openPopup } from '../../parts/popup.js';
import { dateOf, monthOf, number, weekday } from './calendars.js';
import { rangesText } from './hours-week.js';

/** @typedef {import('./calendars.js').Draft} Draft */
/** @typedef {ReturnType<typeof monthOf>[number]} Day */

const written = (/** @type {Intl.DateTimeFormatOptions} */ how) => {
  const form = new Intl.DateTimeFormat(lang, { ...how, timeZone: 'UTC' });
  return (/** @type {string} */ date) => form.format(Date.parse(`${date}T00:00:00Z`));
};
const monthShort = written({ month: 'short' });
const monthYear = written({ year: 'numeric', month: 'short' });
const monthLong = written({ year: 'numeric', month: 'long' });
const dayLong = written({ weekday: 'long', month: 'long', day: 'numeric' });
const dayNarrow = written({ weekday: 'narrow' });
/** Edge of a day and its distance to the next, in the drawing's own units. */
const [EDGE, STEP] = [8, 10];
const KEYS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** What a day is, in words. @param {Day} day */
const whatOf = ({ ranges, special }) => [special?.name, ranges.length > 0 ? rangesText(ranges) : t('settings_hours.rest')].filter(Boolean).join(t('common.list_comma'));

/** @param {Day[]} days */
const drawing = (days) => {
  const before = weekday(days[0].date) - 1;
  return html`<svg class="year-days" viewBox="-1 -1 70 60" aria-hidden="true">
    ${days.map(({ is }, n) => svg`<rect class="year-${is}" x=${((before + n) % 7) * STEP} y=${Math.floor((before + n) / 7) * STEP} width=${EDGE} height=${EDGE} rx="2" />`)}
  </svg>`;
};

/** The arrow keys go from day to day. @param {KeyboardEvent} event */
function walk(event) {
  const buttons = /** @type {HTMLElement[]} */ ([...(/** @type {HTMLElement} */ (event.currentTarget).querySelectorAll('button'))]);
  const at = buttons.indexOf(/** @type {HTMLElement} */ (event.target));
  const by = KEYS[/** @type {keyof typeof KEYS} */ (event.key)];
  const to = event.key === 'Home' ? 0 : event.key === 'End' ? buttons.length - 1 : by === undefined ? -1 : at + by;
  if (at < 0 || (by === undefined && to < 0)) return;
  event.preventDefault();
  buttons[Math.max(0, Math.min(buttons.length - 1, to))].focus();
}

/** The days of a month, to be chosen from. @param {Day[]} days @param {(date:string) => void} choose */
const monthDays = (days, choose) =>
  html`<div class="month">
    <p class="month-name">${monthLong(days[0].date)}</p>
    <div class="month-grid" role="group" aria-label=${monthLong(days[0].date)} @keydown=${walk}>
      ${[0, 1, 2, 3, 4, 5, 6].map((n) => html`<span class="month-head" aria-hidden="true">${dayNarrow(dateOf(number('2026-01-05') + n))}</span>`)}
      ${days.map(
        (day, n) =>
          html`<button
            type="button"
            class="month-day year-${day.is} ${n === 0 ? `month-from-${weekday(day.date)}` : ''}"
            aria-label=${t('settings_hours.day_is', { day: dayLong(day.date), what: whatOf(day) })}
            title=${whatOf(day)}
            @click=${() => {
              closePopup();
              choose(day.date);
            }}
          >
            ${n + 1}
          </button>`,
      )}
    </div>
  </div>`;

/**
 * @param {Draft} draft @param {number} year @param {(year:number) => void} turn @param {(date:string) => void} choose
 */
export function yearView(draft, year, turn, choose) {
  const months = Array.from({ length: 12 }, (_, month) => monthOf(draft, year, month));
  const step = (/** @type {number} */ by) => {
    const to = year + by;
    return html`<button type="button" class="icon-button" ?disabled=${to < 2000 || to > 2199} aria-label=${t('settings_hours.year_to', { year: to })} @click=${() => turn(to)}>
      ${mark(by < 0 ? 'chevron-left' : 'chevron-right')}
    </button>`;
  };
  const key = (/** @type {string} */ is) => html`<li><i class="year-key year-${is}"></i>${t(`settings_hours.year_${is}`)}</li>`;
  return html`<div class="year">
    <div class="year-head">
      ${step(-1)}<span class="year-number" aria-live="polite">${year}</span>${step(1)}
      <ul class="year-keys">
        ${['open', 'shut', 'own', 'off'].map(key)}
      </ul>
    </div>
    <div class="year-months">
      ${months.map((days) => {
        const differ = days.filter((day) => day.special).length;
        // What is seen is part of what is heard; the number is drawn by the style.
        const name = monthYear(days[0].date);
        return html`<button
          type="button"
          class="year-month"
          aria-haspopup="dialog"
          aria-label=${differ ? plural('settings_hours.month_has', differ, { month: name }) : name}
          @click=${(/** @type {Event} */ event) => void openPopup(/** @type {HTMLElement} */ (event.currentTarget), name, () => monthDays(days, choose))}
        >
          <span class="year-name">${monthShort(days[0].date)}<b data-count=${differ || nothing}></b></span>${drawing(days)}
        </button>`;
      })}
    </div>
  </div>`;
}
