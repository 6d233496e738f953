/**
 * Merging: a conversation goes on in another one of the same customer. Their conversations come first, found by typing; what a merge
 * does is said before it is done, and it can be undone.
 */
import { t } from '../app/texts.js';
import { html, nothing } from '../lit.js';
import { contactName } from '../parts/people.js';
import { openPicker } from '../parts/picker.js';
import { when } from '../parts/times.js';

/**
 * @typedef {import('./conversation.js').Bench} Bench
 * @typedef {import('../store/rows.js').Row & {ticket?:{name:string, title:string}|null}} Row
 * @typedef {import('../parts/picker.js').Option & {closed?:boolean}} Target
 */

/** A ticket's number as somebody types it. */
const NUMBER = /^(\p{L}*-?)?\d+$/u;

/** What a conversation is called among others of the same customer. @param {Row} row @param {number} now @returns {Target} */
const targetOf = (row, now) => ({
  id: row.id,
  label: row.ticket ? `${row.ticket.name} · ${row.ticket.title}` : (row.last_message?.text ?? t('merge.no_words')),
  more: [t(row.ticket ? 'merge.ticket' : 'merge.chat'), when(row.updated_at, now), t(`common.state_${row.state}`)].join(' · '),
  closed: row.state === 'closed',
});

/**
 * What may be chosen: open ones of the customer, and what was typed as a number.
 * @param {Target[]} targets @param {string} query
 * @returns {Target[]}
 */
export function choices(targets, query) {
  const wanted = query.toLowerCase();
  const found = targets.filter((one) => !one.closed && one.label.toLowerCase().includes(wanted));
  return found.length === 0 && NUMBER.test(query) ? [{ id: query, label: query, more: t('merge.by_number') }] : found;
}

/**
 * Undoes a merge, and says so where it could not.
 * @param {import('../store/desk.js').Desk} desk @param {string} id
 */
export const unmerge = (desk, id) => desk.api.unmerge(id).then(() => desk.notify({ key: 'merge.undone', icon: 'circle-check' }), desk.failed);

/** Says what happens, and does it. @param {Bench} app @param {Row} row @param {Target} target */
async function confirm({ desk, dialogs }, row, target) {
  const drafts = ['reply', 'note'].filter((tab) => desk.drafts.get(row.id, /** @type {'reply'|'note'} */ (tab)).trim()).length > 0;
  const sure = await dialogs.ask({
    title: t('merge.ask', { name: target.label }),
    confirm: t('merge.do'),
    content: html`<ul class="dialog-list">
      <li>${t('merge.means_closes', { name: contactName(row.contact) })}</li>
      <li>${t('merge.means_later')}</li>
      <li>${t('merge.means_moves')}</li>
      ${drafts ? html`<li>${t('merge.means_draft')}</li>` : nothing}
      <li>${t('merge.means_customer')}</li>
    </ul>`,
  });
  if (!sure) return;
  try {
    await desk.drafts.flush?.();
    await desk.api.merge(row.id, target.id);
    desk.notify({ key: 'merge.done', icon: 'circle-check', action: { key: 'thread.undo', run: () => unmerge(desk, row.id), undo: true } });
  } catch (error) {
    const { code } = /** @type {any} */ (error);
    if (['different_people', 'circle', 'wrong_state'].includes(code)) desk.notify({ key: `merge.refused_${code}`, icon: 'circle-alert' });
    else desk.failed(error);
  }
}

/**
 * Asks where a conversation is to go on.
 * @param {Bench} app @param {HTMLElement} anchor @param {string} id
 */
export async function openMerge(app, anchor, id) {
  const { desk, ui } = app;
  const row = /** @type {Row|undefined} */ (desk.cache.rows.get(id));
  if (!row) return;
  let targets;
  try {
    const { conversations } = await desk.api.contact(row.contact.id);
    targets = conversations.filter((one) => one.id !== id).map((one) => targetOf(one, ui.now.peek()));
  } catch (error) {
    return desk.failed(error);
  }
  openPicker(anchor, {
    label: t('merge.title'),
    placeholder: t('merge.find'),
    nothing: t('merge.none'),
    options: (query) => choices(targets, query),
    choose: (option) => void setTimeout(() => confirm(app, row, option)),
  });
}
