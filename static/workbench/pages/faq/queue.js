/** The column of questions that wait for an answer: how many are answered, those that were asked most on top, weak answers below. */
import { html, nothing } from '../../lit.js';
import { plural, t } from '../../app/texts.js';
import { icon } from '../../parts/icons.js';
import { openMenu } from '../../parts/menu.js';
import { percent, points, weakness } from './gaps.js';
import { DAYS, TABS } from './lists.js';

const [WIDE, HIGH] = [64, 24];
/** Others that are shown on one line. */
const QUOTED = 2;

/** How the share went, with where it would go as a dashed end. @param {import('./gaps.js').Rate} rate */
function spark({ now, after_three: next, days }) {
  const values = [...days.filter((one) => one.asked > 0).map((one) => one.rate), now, next];
  const floor = Math.min(...values);
  const all = points(values.map((one) => one - floor), WIDE - 8, HIGH - 8, Math.max(0.1, Math.max(...values) - floor));
  const line = (/** @type {[number, number][]} */ some) => some.map(([x, y]) => `${(x + 4).toFixed(1)},${(y + 4).toFixed(1)}`).join(' ');
  const past = all.slice(0, -1);
  const last = past.at(-1);
  if (past.length < 2 || !last) return nothing;
  return html`<svg class="faq-spark" viewBox="0 0 ${WIDE} ${HIGH}" width=${WIDE} height=${HIGH} aria-hidden="true">
    <polyline points=${line(past)}></polyline>
    <polyline class="to-come" points=${line(all.slice(-2))}></polyline>
    <circle cx=${last[0] + 4} cy=${last[1] + 4} r="2.5"></circle>
  </svg>`;
}

/** @param {import('./gaps.js').Rate|null} rate */
function rateCard(rate) {
  if (!rate?.days.some((one) => one.asked > 0)) return nothing;
  const [now, next] = [percent(rate.now) ?? 0, percent(rate.after_three) ?? 0];
  return html`<section class="faq-rate" aria-label=${t('faq.rate')}>
    <div>
      <h3>${t('faq.rate')}</h3>
      <p><strong>${now}%</strong>${next > now ? html`<span>${t('faq.rate_after', { share: next })}</span>` : nothing}</p>
    </div>
    ${spark(rate)}
  </section>`;
}

/** What else they call it. @param {import('./gaps.js').Gap} gap */
function others(gap) {
  const rest = gap.phrasings.filter((one) => one.text !== gap.title);
  if (rest.length === 0) return nothing;
  const said = rest.slice(0, QUOTED).map((one) => t('faq.quoted', { text: one.text })).join(t('faq.quote_join'));
  return html`<span class="faq-row-more cut">${rest.length > QUOTED ? plural('faq.and_more', rest.length, { said }) : said}</span>`;
}

/** @param {import('./gaps.js').Gap} gap */
function week({ count_7d: count, trend }) {
  if (!count) return nothing;
  const way = trend > 0 ? 'up' : trend < 0 ? 'down' : 'same';
  return html`<span class="faq-row-more">${t(`faq.week_${way}`, { count })}</span>`;
}

/** @param {import('./gaps.js').Gap} gap @param {boolean} open @param {(id:string) => void} choose */
function row(gap, open, choose) {
  const weak = weakness(gap.weak);
  const isWeak = gap.kind === 'weak';
  return html`<li>
    <button class="faq-row ${isWeak ? 'faq-weak' : ''}" data-id=${gap.id} aria-current=${open ? 'true' : nothing} @click=${() => choose(gap.id)}>
      <span class="faq-count"
        >${isWeak ? icon(/** @type {any} */ ('thumbs-down'), 18) : html`<b>${gap.count}</b> <small>${plural('faq.times', gap.count)}</small>`}</span
      >
      <span class="faq-row-words">
        <span class="faq-row-title">${gap.title}</span>
        ${isWeak
          ? html`<span class="faq-row-more">${weak === null ? plural('faq.asked', gap.count) : plural('faq.weak_line', gap.weak?.asked ?? 0, { share: weak })}</span>`
          : html`${others(gap)} ${weak !== null && gap.faq_id ? html`<span class="faq-row-warn">${t('faq.has_weak', { share: weak })}</span>` : week(gap)}`}
      </span>
    </button>
  </li>`;
}

/**
 * @param {object} host
 * @param {import('./lists.js').Queue} host.queue
 * @param {() => string|null} host.openId
 * @param {(id:string) => void} host.choose
 */
export function createQueueColumn({ queue, openId, choose }) {
  const { at } = queue;
  /** @param {Event} event */
  const since = (event) =>
    openMenu(/** @type {HTMLElement} */ (event.currentTarget), t('faq.since'), [
      { items: DAYS.map((days) => ({ label: plural('faq.days', days), checked: at.days === days, run: () => queue.since(days) })) },
    ]);
  const pills = () =>
    html`<div class="faq-pills" role="group" aria-label=${t('faq.which')}>
      ${TABS.filter((tab) => ['unanswered', 'weak', 'done', at.tab].includes(tab) || at.totals?.[tab]).map(
        (tab) =>
          html`<button class="view-pill" aria-pressed=${at.tab === tab} @click=${() => queue.show(tab)}>
            ${t(`faq.tab_${tab}`)} ${at.totals ? html`<span class="faq-number">${at.totals[tab] ?? 0}</span>` : nothing}
          </button>`,
      )}
    </div>`;
  const body = () => {
    if (at.phase === 'failed')
      return html`<p class="faq-note" role="alert">${t('faq.failed')} <button class="text-button" @click=${() => queue.load()}>${t('common.retry')}</button></p>`;
    if (at.phase === 'loading') return html`<p class="faq-note" role="status">${t('common.loading')}</p>`;
    if (at.items.length === 0) return html`<p class="faq-note" role="status">${t(`faq.none_${at.tab}`)}</p>`;
    const id = openId();
    return html`<ul class="faq-rows" aria-label=${t(`faq.tab_${at.tab}`)}>
        ${at.items.map((gap) => row(gap, gap.id === id, choose))}
      </ul>
      ${at.cursor ? html`<button class="text-button faq-further" @click=${() => queue.more()}>${t('faq.further')}</button>` : nothing}`;
  };
  const weak = () =>
    at.weak.length === 0
      ? nothing
      : html`<h3 class="faq-part">${t('faq.tab_weak')} <span class="faq-number">${at.totals?.weak ?? at.weak.length}</span></h3>
          <ul class="faq-rows" aria-label=${t('faq.tab_weak')}>
            ${at.weak.map((gap) => row(gap, gap.id === openId(), choose))}
          </ul>`;
  return {
    head: () =>
      html`<div class="faq-title">
          <h2>${t('faq.queue_title')}</h2>
          <button class="title-button" aria-haspopup="menu" aria-expanded="false" @click=${since}>${plural('faq.days', at.days)} ${icon('chevron-down', 14)}</button>
        </div>
        ${pills()}`,
    body: () => html`${at.tab === 'unanswered' ? rateCard(at.rate) : nothing}${body()}${at.tab === 'unanswered' ? weak() : nothing}`,
  };
}
