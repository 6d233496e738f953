/**
 * What the sheet says when no conversation is open: on a desk where nobody has asked yet, what will appear, why, and the one next
 * step; else only that one may be chosen, and how.
 */
import { html, nothing } from '../lit.js';
import { icon } from '../icons.js';
import { tagLine, tagParts } from '../tag.js';
import { t } from '../texts.js';

/** @param {string} text @param {HTMLElement} button */
async function copy(text, button) {
  const label = button.querySelector('.copy-label');
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Plain http has no clipboard: the text is selected instead, one key away.
    const code = button.parentElement?.querySelector('code');
    if (code) getSelection()?.selectAllChildren(code);
    return;
  }
  if (label) label.textContent = t('common.copied');
  setTimeout(() => label && (label.textContent = t('common.copy')), 2000);
}

/** @param {string} key */
function tag(key) {
  const text = tagLine(location.origin, key);
  return html`<div class="tag">
    <p>${t('inbox.tag_intro')}</p>
    <div class="code"
      ><code tabindex="0">${tagParts(text).map((part) => html`<span class=${part.kind}>${part.text}</span>`)}</code
      ><button class="code-copy" @click=${(/** @type {any} */ event) => copy(text, event.currentTarget)}>
        ${icon('copy', 14)}<span class="copy-label" aria-live="polite">${t('common.copy')}</span>
      </button></div
    >
  </div>`;
}

/** @param {import('../store/desk.js').Desk} desk */
export function emptyView(desk) {
  const counts = desk.book.counts;
  if (!counts) return nothing;
  if (counts.all > 0) {
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
    <a class="button primary tall" href="/demo" target="_blank" rel="noopener">${icon('store', 18)}${t('inbox.try_it')}</a>
    ${desk.widget && !desk.widget.seen ? tag(desk.widget.key) : nothing}
  </div>`;
}
