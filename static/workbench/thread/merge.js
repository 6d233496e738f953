/**
 * Merging: a conversation goes on in another one of the same customer. Their conversations come first, found by typing; what a merge
 * does is said before it is done, and it can be undone.
 */
import { t } from '../app/texts.js';
import { html, nothing } from '../lit.js';
import { contactName } from '../parts/people.js';
import { openPicker } from '../parts/picker.js';
import { when } from '../parts/times.js';
import { choices } from '../store/merge-targets.js';

/**
 * @typedef {import('./conversation.js').Bench} Bench
 * @typedef {import('../store/rows.js').Row & {ticket?:{name:string, title:string}|null}} Row
 * @typedef {import('../store/merge-targets.js').Target} Target
 */

/** What a conversation is called among others of the same customer. @param {Row} row @param {number} now @returns {Target} */
const targetOf = (row, now) => ({
  id: row.id,
  label: row.ticket ? `${row.ticket.name} · ${row.ticket.title}` : (row.last_message?.text ?? t('merge.no_words')),
  more: [t(row.ticket ? 'merge.ticket' : 'merge.chat'), when(row.updated_at, now), t(`common.state_${row.state}`)].join(' · '),
  closed: row.state === 'closed',
});

/** Own drafts that went along, by the conversation that they were written in. @type {Map<string, {tab:'reply'|'note', target:string, text:string, there:string, joined:string}[]>} */
const moved = new Map();
const TABS = /** @type {const} */ (['reply', 'note']);

/** What is being written goes where it will be sent to, below what stands there. @param {import('../store/desk.js').Desk} desk @param {string} id @param {string} target */
function moveDrafts({ drafts }, id, target) {
  const found = TABS.map((tab) => ({ tab, target, text: drafts.get(id, tab), there: drafts.get(target, tab) })).filter(({ text }) => text.trim());
  moved.set(id, found.map((one) => ({ ...one, joined: [one.there, one.text].filter(Boolean).join('\n\n') })));
  for (const { tab, joined } of moved.get(id) ?? []) {
    drafts.set(target, tab, joined);
    drafts.set(id, tab, '');
  }
}

/** @param {import('../store/desk.js').Desk} desk @param {string} id */
function bringDraftsBack({ drafts }, id) {
  for (const { tab, target, text, there, joined } of moved.get(id) ?? []) {
    if (drafts.get(target, tab) !== joined) continue;
    drafts.set(target, tab, there);
    drafts.set(id, tab, text);
  }
  moved.delete(id);
}

/**
 * Undoes a merge, and says so where it could not.
 * @param {import('../store/desk.js').Desk} desk @param {string} id
 */
export async function unmerge(desk, id) {
  try {
    await desk.api.unmerge(id);
    bringDraftsBack(desk, id);
    desk.notify({ key: 'merge.undone', icon: 'circle-check' });
  } catch (error) {
    desk.failed(error);
  }
}

/** Says what happens, and does it. @param {Bench} app @param {Row} row @param {Target} target */
async function confirm({ desk, dialogs }, row, target) {
  const drafts = TABS.some((tab) => desk.drafts.get(row.id, tab).trim());
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
    await desk.api.merge(row.id, target.id);
    if (!target.named) moveDrafts(desk, row.id, target.id);
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
  const row = /** @type {Row|undefined} */ (desk.cache.rows.get(id) ?? (desk.openId === id ? desk.row : undefined));
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
    options: (query) => choices(targets, query).map((one) => (one.named ? { ...one, more: t('merge.by_number') } : one)),
    choose: (option) => void setTimeout(() => confirm(app, row, option)),
  });
}
