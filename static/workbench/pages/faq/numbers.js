/**
 * How much the bot answers by itself, and how well: by day with the answer as the title, by category, and what that is worth once somebody
 * said what an hour costs. Each picture has its table.
 *
 * @typedef {object} Day
 * @property {string} day
 * @property {number} asked
 * @property {number} answered
 * @property {number} helpful
 * @property {number} unhelpful
 *
 * @typedef {object} Stats              `GET /faq/stats`
 * @property {Day[]} days
 * @property {{name:string, asked:number, answered:number, helpful:number, unhelpful:number}[]} categories
 * @property {number} answered
 * @property {number} saved_minutes
 */
import { html, nothing, svg } from '../../lit.js';
import { lang, plural, t } from '../../app/texts.js';
import { icon } from '../../parts/icons.js';
import { segments } from '../../parts/choices.js';
import { DAYS } from './lists.js';
import { points } from './gaps.js';
import { rates, told, weekly } from './rates.js';

const [HIGH, LEFT, TOP, RIGHT, FOOT] = [220, 44, 18, 56, 26];
/** Drawn as wide as there is room, so that words keep their size. */
const WIDTHS = { phone: 300, desk: 680 };
const number = new Intl.NumberFormat(lang);
const day = new Intl.DateTimeFormat(lang, { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
/** @param {number|null} share */
const percent = (share) => (share === null ? '–' : `${Math.round(share * 100)}%`);

/** @param {Stats['days']} days @param {(number|null)[]} values @param {string} label @param {number} wide */
function curve(days, values, label, wide) {
  const inner = [wide - LEFT - RIGHT, HIGH - TOP - FOOT];
  const line = points(values, inner[0], inner[1], 1).map(([x, y]) => /** @type {const} */ ([x + LEFT, y + TOP]));
  const last = line.at(-1);
  const now = values.findLast((one) => one !== null) ?? null;
  const y = (/** @type {number} */ share) => TOP + inner[1] * (1 - share);
  const marks = [...new Set([0, Math.floor((days.length - 1) / 2), days.length - 1])];
  return html`<svg class="faq-curve" viewBox="0 0 ${wide} ${HIGH}" role="img" aria-label=${label}>
    ${[0, 0.5, 1].map((share) => svg`<line class="grid" x1=${LEFT} x2=${wide - RIGHT} y1=${y(share)} y2=${y(share)}></line><text x=${LEFT - 8} y=${y(share) + 4} text-anchor="end">${share * 100}%</text>`)}
    ${marks.map((at) => svg`<text x=${LEFT + (days.length > 1 ? (at / (days.length - 1)) * inner[0] : 0)} y=${HIGH - 6} text-anchor="middle">${day.format(new Date(days[at].day))}</text>`)}
    <polyline points=${line.map(([a, b]) => `${a.toFixed(1)},${b.toFixed(1)}`).join(' ')}></polyline>
    ${last ? svg`<circle cx=${last[0]} cy=${last[1]} r="3.5"></circle><text class="now" x=${last[0] + 9} y=${last[1] + 4}>${percent(now)}</text>` : nothing}
  </svg>`;
}

/** @param {string} title @param {string} hint @param {unknown} picture @param {unknown} table */
const figure = (title, hint, picture, table) => html`<figure class="faq-figure">
  <figcaption><h3>${title}</h3><p class="field-hint">${hint}</p></figcaption>
  ${picture}
  <details><summary>${t('faq_numbers.table')}</summary><div class="faq-table-scroll" tabindex="0" role="group" aria-label=${title}>${table}</div></details>
</figure>`;

/** @param {Stats} stats @param {'coverage'|'hits'} what @param {number} wide */
function course({ days }, what, wide) {
  const values = weekly(days, what);
  const { key, now, change } = told(values);
  const title = t(`faq_numbers.${what}_${key}`, { share: percent(now), points: Math.abs(change ?? 0) });
  const rows = days.map((one) => ({ ...one, share: rates(one)[what] }));
  const table = html`<table>
    <thead><tr><th scope="col">${t('faq_numbers.day')}</th><th scope="col">${t('faq_numbers.asked')}</th><th scope="col">${t(what === 'coverage' ? 'faq_numbers.answered' : 'faq_numbers.helpful')}</th><th scope="col">${t('faq_numbers.share')}</th></tr></thead>
    <tbody>${rows.map((one) => html`<tr><th scope="row">${day.format(new Date(one.day))}</th><td>${number.format(one.asked)}</td><td>${number.format(what === 'coverage' ? one.answered : one.helpful)}</td><td>${percent(one.share)}</td></tr>`)}</tbody>
  </table>`;
  return figure(title, t(`faq_numbers.${what}_hint`), now === null ? html`<p class="faq-note">${t('faq_numbers.nothing_yet')}</p>` : curve(days, values, title, wide), table);
}

/** @param {Stats} stats */
function byCategory({ categories }) {
  const shown = categories.filter((one) => one.asked > 0).sort((a, b) => b.asked - a.asked);
  if (shown.length === 0) return nothing;
  const top = shown[0].asked;
  const name = (/** @type {string} */ one) => one || t('faq_numbers.no_category');
  const title = t('faq_numbers.most', { category: name(shown[0].name) });
  const table = html`<table>
    <thead><tr><th scope="col">${t('faq.category')}</th><th scope="col">${t('faq_numbers.asked')}</th><th scope="col">${t('faq_numbers.answered')}</th><th scope="col">${t('faq_numbers.share')}</th></tr></thead>
    <tbody>${shown.map((one) => html`<tr><th scope="row">${name(one.name)}</th><td>${number.format(one.asked)}</td><td>${number.format(one.answered)}</td><td>${percent(rates(one).coverage)}</td></tr>`)}</tbody>
  </table>`;
  const bars = html`<ul class="faq-bars-list">
    ${shown.slice(0, 8).map((one) => html`<li><span class="cut">${name(one.name)}</span><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="all" width=${(one.asked / top) * 100} height="10"></rect><rect class="part" width=${(one.answered / top) * 100} height="10"></rect></svg><span>${number.format(one.asked)}</span></li>`)}
  </ul>`;
  return figure(title, t('faq_numbers.category_hint'), bars, table);
}

/** @param {Stats} stats @param {number|null} hourly what an hour of a person costs */
function saved({ answered, saved_minutes: minutes }, hourly) {
  const hours = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(minutes / 60);
  return html`<dl class="faq-tiles">
    <div><dt>${t('faq_numbers.answered_alone')}</dt><dd>${number.format(answered)}</dd></div>
    <div><dt>${t('faq_numbers.hours')}</dt><dd>${hours}</dd></div>
    <div>
      <dt>${t('faq_numbers.cost')}</dt>
      <dd>${hourly === null ? html`<a class="faq-tile-link" href="/settings/bot">${t('faq_numbers.say_cost')}</a>` : number.format(Math.round((minutes / 60) * hourly))}</dd>
    </div>
  </dl>`;
}

/** @param {import('./page.js').Faq} faq */
export function createNumbers(faq) {
  const { api, changed, app } = faq;
  const at = { days: 30, /** @type {Stats|null} */ stats: null, /** @type {number|null} */ hourly: null, failed: false };
  const load = async () => {
    const days = at.days;
    try {
      const [stats, bot] = await Promise.all([api.stats(days), api.bot()]);
      if (days !== at.days) return;
      Object.assign(at, { stats, hourly: bot.hourly_cost ?? null, failed: false });
    } catch {
      at.failed = at.stats === null;
    }
    changed();
  };
  load();
  const body = () => {
    if (at.failed) return html`<p class="faq-note" role="alert">${t('faq.failed')} <button class="text-button" @click=${load}>${t('common.retry')}</button></p>`;
    if (!at.stats) return html`<p class="faq-note" role="status">${t('common.loading')}</p>`;
    const wide = app.ui.narrow.value ? WIDTHS.phone : WIDTHS.desk;
    return html`${saved(at.stats, at.hourly)} ${course(at.stats, 'coverage', wide)} ${course(at.stats, 'hits', wide)} ${byCategory(at.stats)}`;
  };
  return () => html`<div class="faq-whole">
    <header class="faq-head">
      <button class="icon-button only-phone" aria-label=${t('common.back')} title=${t('common.back')} @click=${() => faq.go('entries', null)}>${icon('chevron-left', 22)}</button>
      <h2 class="faq-whole-title">${t('faq_numbers.title')}</h2>
      <div class="faq-does">
        ${segments(t('faq.since'), DAYS.map((days) => ({ value: String(days), label: plural('faq.days', days) })), String(at.days), (value) => {
          at.days = Number(value);
          load();
          changed();
        })}
      </div>
    </header>
    <div class="faq-body">${body()}</div>
  </div>`;
}
