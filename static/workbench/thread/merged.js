/** Over a conversation that goes on in another one: where, and the way back. */
import { t } from '../app/texts.js';
import { html, nothing } from '../lit.js';

/** @typedef {import('../store/desk.js').Desk} Desk */

/** Of the words that another conversation is called by. */
const NAME_CHARS = 20;

/** What another conversation is called. @param {Desk} desk @param {string} id */
export function nameOfOther(desk, id) {
  const row = /** @type {any} */ (desk.cache.rows.get(id));
  const text = row?.last_message?.text;
  return row?.ticket?.name ?? (text ? t('merge.banner_words', { text: text.slice(0, NAME_CHARS) }) : t('merge.banner_other'));
}

/** Where the open conversation goes on; '' = it stands for itself. @param {Desk} desk */
export function mergedInto(desk) {
  const entries = desk.thread?.entries ?? [];
  const last = entries.findLast((entry) => entry.kind === 'merged' || entry.kind === 'unmerged');
  return last?.kind === 'merged' ? String(last.into) : '';
}

/** @param {Desk} desk */
export function mergedView(desk) {
  desk.ticks.thread.value;
  const into = desk.openId && mergedInto(desk);
  if (!into) return nothing;
  const id = String(desk.openId);
  const row = /** @type {any} */ (desk.cache.rows.get(into));
  const undo = () => import('./merge.js').then(({ unmerge }) => unmerge(desk, id), desk.failed);
  return html`<div class="banner merged" role="status">
    <span>${t('merge.banner', { name: nameOfOther(desk, into) })}</span>
    <a class="text-button" href=${`${row?.ticket ? '/tickets' : '/inbox'}/${encodeURIComponent(into)}`}>${t('merge.go')}</a>
    ${desk.may('merge') ? html`<button class="text-button" @click=${undo}>${t('merge.undo')}</button>` : nothing}
  </div>`;
}
