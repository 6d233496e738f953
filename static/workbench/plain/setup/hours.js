/** Step 4: when somebody answers, and what the chat says when nobody does. Several stretches a day and holidays are in the settings. */
import { Problem, request } from '../../api.js';
import { complain, field, judge } from '../../parts/fields.js';
import { lang, t } from '../../app/texts.js';
import { clockIn, zoneName } from '../../parts/zone.js';
import { one } from './page.js';

const dayName = (/** @type {'short'|'long'} */ weekday) => new Intl.DateTimeFormat(lang, { weekday, timeZone: 'UTC' });
// 5 January 2026 was a Monday.
const noonOf = (/** @type {number} */ day) => new Date(Date.UTC(2026, 0, 4 + day, 12));
const days = () => /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll('[name="day"]')]);

/** What the step says now. */
export const readHours = () => ({
  always: /** @type {HTMLInputElement} */ (document.querySelector('[name="open"]:checked')).value === 'always',
  days: days().filter((box) => box.checked).map((box) => Number(box.value)),
  opens: field('opens').value,
  closes: field('closes').value,
});

function nameDays() {
  for (const box of days()) {
    const day = noonOf(Number(box.value));
    /** @type {HTMLElement} */ (box.nextElementSibling).textContent = dayName('short').format(day);
    box.setAttribute('aria-label', dayName('long').format(day));
  }
}

/** @param {any} shop */
function showClock(shop) {
  const hint = /** @type {HTMLElement} */ (document.getElementById('clock-hint'));
  hint.textContent = t('setup.hours_clock', { zone: zoneName(shop.time_zone, lang, t), time: clockIn(shop.time_zone, Date.now(), lang) });
}

/** @param {import('./page.js').Made} made @returns {import('./page.js').Step} */
export function startHours({ csrf_token }) {
  nameDays();
  const week = one('data-week');
  const show = () => (week.hidden = readHours().always);
  for (const choice of document.querySelectorAll('[name="open"]')) choice.addEventListener('change', show);
  show();
  // The zone is worth a line, not a complaint.
  request('GET', '/api/v1/shop').then(showClock, () => {});

  return {
    async save() {
      const { always, days: chosen, opens, closes } = readHours();
      const fine =
        always ||
        judge({
          days: chosen.length ? '' : t('setup.hours_no_day'),
          times: opens && closes ? (opens === closes ? t('setup.hours_same') : '') : t('setup.hours_no_time'),
        });
      if (!fine) return false;
      try {
        const hours = { always, week: always ? [] : chosen.map((day) => ({ day, opens, closes })), holidays: [] };
        await request('PATCH', '/api/v1/shop', { hours }, csrf_token);
        const offline = field('offline').value.trim();
        const { settings } = await request('GET', '/api/v1/widgets/default');
        if (settings.texts[lang].offline !== offline) {
          const texts = { ...settings.texts, [lang]: { ...settings.texts[lang], offline } };
          await request('PATCH', '/api/v1/widgets/default', { settings: { texts } }, csrf_token);
        }
        return true;
      } catch (error) {
        complain('offline', t(error instanceof Problem && error.status === 0 ? 'setup.unreachable' : 'setup.failed'));
        return false;
      }
    },
  };
}
