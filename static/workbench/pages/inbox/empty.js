/**
 * What the sheet says when no conversation is open: on a desk where nobody has asked yet, what will appear, why, and the one next
 * step; else only that one may be chosen, and how.
 */
import { html, nothing } from '../../lit.js';
import { icon } from '../../parts/icons.js';
import { t } from '../../app/texts.js';

/** @param {import('../../store/desk.js').Desk} desk */
function demoButton(desk) {
  const adding = desk.firstSteps.work === 'adding';
  return html`<button class="button tall" aria-busy=${adding} @click=${desk.firstSteps.addDemo}>${t(adding ? 'inbox.demo_adding' : 'inbox.demo_add')}</button>`;
}

/** What stands in place of a thread. @param {import('../../store/desk.js').Desk} desk */
export function emptyView(desk) {
  const counts = desk.cache.counts;
  if (!counts) return nothing;
  if (counts.all !== 0) {
    return html`<div class="empty empty-quiet">
      <p>${t('inbox.choose')}</p>
      <p class="keys-line"><kbd>J</kbd><kbd>K</kbd> ${t('inbox.choose_keys')} <kbd>↵</kbd> ${t('inbox.choose_open')}</p>
    </div>`;
  }
  const assets = document.querySelector('meta[name="assets"]')?.getAttribute('content') ?? '';
  return html`<div class="empty">
    <img src="${assets}/img/empty-inbox.svg" width="182" height="118" alt="" />
    <h2>${t('inbox.nobody')}</h2>
    <p>${t('inbox.nobody_why')}</p>
    <div class="empty-actions">
      <a class="button primary tall" href="/demo" target="_blank" rel="noopener">${icon('store', 18)}${t('inbox.try_it')}</a>
      ${desk.firstSteps.allowed ? demoButton(desk) : nothing}
    </div>
    ${desk.firstSteps.allowed ? html`<p class="empty-hint">${t('inbox.demo_hint')}</p>` : nothing}
  </div>`;
}
