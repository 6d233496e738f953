/** The column of entries: search, state, category, order; each with how it does. */
import { html, live, nothing } from '../../lit.js';
import { lang, plural, t } from '../../app/texts.js';
import { icon } from '../../parts/icons.js';
import { openMenu } from '../../parts/menu.js';
import { titleOf } from './spoken.js';
import { SORTS, STATES, spoken } from './lists.js';

/** How long nothing is typed before it is asked for. */
const ASK_AFTER_MS = 200;
const own = /** @type {import('./draft.js').Locale} */ (lang === 'en' ? 'en' : 'zh-CN');

/** How it does, in a few words. @param {import('./draft.js').Entry} entry */
function does({ state, stats, bot }) {
  if (state === 'draft') return html`<span class="chip chip-line">${t('faq.state_draft')}</span>`;
  if (!stats?.asked) return html`<span>${t(bot ? 'faq.unused' : 'faq.not_bot')}</span>`;
  const judged = stats.helpful + stats.unhelpful;
  return html`<span>${plural('faq.asked', stats.asked)}${judged ? ` · ${t('faq.helped', { share: Math.round((stats.helpful / judged) * 100) })}` : ''}</span>`;
}

/** Whether customers get it today. @param {import('./draft.js').Entry} entry @param {number} now */
function standing({ valid_from: from, valid_until: until }, now) {
  if (until && Date.parse(until) <= now) return html`<span class="faq-row-warn">${t('faq.over')}</span>`;
  if (from && Date.parse(from) > now) return html`<span class="faq-row-warn">${t('faq.not_yet')}</span>`;
  return nothing;
}

/** @param {import('./draft.js').Entry} entry @param {boolean} open @param {(id:string) => void} choose */
function row(entry, open, choose) {
  const languages = spoken(entry);
  return html`<li>
    <button class="faq-row faq-entry" data-id=${entry.id} aria-current=${open ? 'true' : nothing} @click=${() => choose(entry.id)}>
      <span class="faq-row-words">
        <span class="faq-row-title">${titleOf(entry, own)}</span>
        <span class="faq-row-more faq-facts">
          ${entry.category ? html`<span class="cut">${entry.category}</span>` : nothing} ${does(entry)} ${standing(entry, Date.now())}
          ${languages.length === 1 ? html`<span>${t(`faq.only_${languages[0] === 'en' ? 'en' : 'zh'}`)}</span>` : nothing}
        </span>
      </span>
    </button>
  </li>`;
}

/**
 * @param {object} host
 * @param {import('./lists.js').Entries} host.entries
 * @param {() => string|null} host.openId
 * @param {(id:string) => void} host.choose
 * @param {() => void} host.add
 * @param {(by:number) => void} host.step
 */
export function createEntriesColumn({ entries, openId, choose, add, step }) {
  const { at } = entries;
  /** @type {Timer} */ let timer = null;
  /** @param {string} q */
  const search = (q) => {
    at.q = q;
    clearTimeout(timer);
    timer = setTimeout(() => entries.load(), ASK_AFTER_MS);
  };
  /** @param {string} label @param {string} shown @param {import('../../parts/menu.js').MenuItem[]} items */
  const choice = (label, shown, items) =>
    html`<button
      class="faq-choice"
      aria-haspopup="menu"
      aria-expanded="false"
      aria-label="${label}: ${shown}"
      @click=${(/** @type {Event} */ event) => openMenu(/** @type {HTMLElement} */ (event.currentTarget), label, [{ items }])}
    >
      <span class="cut">${shown}</span> ${icon('chevron-down', 14)}
    </button>`;
  const filters = () => {
    const state = (/** @type {string} */ one) => t(`faq.state_${one || 'all'}`);
    const category = (/** @type {string} */ one) => one || t('faq.category_all');
    return html`<div class="faq-filters">
      ${choice(t('faq.state'), state(at.state), STATES.map((one) => ({ label: state(one), checked: at.state === one, run: () => entries.ask({ state: one }) })))}
      ${at.categories.size > 0 || at.category
        ? choice(t('faq.category'), category(at.category), ['', ...[...at.categories].sort()].map((one) => ({ label: category(one), checked: at.category === one, run: () => entries.ask({ category: one }) })))
        : nothing}
      ${choice(t('faq.sort'), t(`faq.sort_${at.sort}`), SORTS.map((one) => ({ label: t(`faq.sort_${one}`), checked: at.sort === one, run: () => entries.ask({ sort: one }) })))}
    </div>`;
  };
  const field = () =>
    html`<div class="faq-search" role="search">
      ${icon('search')}
      <input
        id="faq-search"
        type="search"
        autocomplete="off"
        placeholder=${t('faq.search')}
        aria-label=${t('faq.search')}
        .value=${live(at.q)}
        @input=${(/** @type {FieldEvent} */ event) => search(event.target.value)}
        @keydown=${(/** @type {KeyboardEvent} */ event) => {
          if (event.isComposing || event.keyCode === 229) return;
          if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            step(1);
            /** @type {HTMLElement} */ (event.target).blur();
          }
        }}
      /><kbd class="no-phone" aria-hidden="true">/</kbd>
    </div>`;
  const body = () => {
    if (at.phase === 'failed')
      return html`<p class="faq-note" role="alert">${t('faq.failed')} <button class="text-button" @click=${() => entries.load()}>${t('common.retry')}</button></p>`;
    if (at.phase === 'loading') return html`<p class="faq-note" role="status">${t('common.loading')}</p>`;
    if (at.items.length === 0) return html`<p class="faq-note" role="status">${t(entries.filtered() ? 'faq.nothing_found' : 'faq.no_entries')}</p>`;
    return html`<ul class="faq-rows" aria-label=${t('faq.entries')}>
        ${at.items.map((entry) => row(entry, entry.id === openId(), choose))}
      </ul>
      ${at.cursor ? html`<button class="text-button faq-further" @click=${() => entries.more()}>${t('faq.further')}</button>` : nothing}`;
  };
  return {
    head: () =>
      html`<div class="faq-title">
          <h2>${t('faq.entries')} ${at.total ? html`<span class="faq-number">${at.total}</span>` : nothing}</h2>
          <button class="button" @click=${add}>${icon('plus')} ${t('faq.add')}</button>
        </div>
        ${field()} ${filters()}`,
    body,
  };
}
