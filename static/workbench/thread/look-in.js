/** Over a colleague's conversation, for who supervises: that they see who looks in, a word to them alone, and taking over. */
import { html, nothing } from '../lit.js';
import { t } from '../app/texts.js';

/**
 * @param {import('../store/desk.js').Desk} desk
 * @param {(tab:'note') => void} choose   what is written
 * @param {boolean} may   somebody who supervises
 */
export function createLookIn(desk, choose, may) {
  /** A note that names them: it rings there, and the customer sees nothing of it. @param {string} id @param {string} name */
  const whisper = (id, name) => {
    const there = desk.drafts.get(id, 'note');
    if (!there.includes(`@${name}`)) desk.drafts.set(id, 'note', `@${name} ${there}`);
    choose('note');
  };
  return () => {
    desk.ticks.thread.value;
    const row = desk.row;
    desk.view(desk.openId);
    const name = row && desk.looksIn(row) ? desk.agentName(String(row.agent_id)) : null;
    if (!may || !row || !name || row.state === 'closed') return nothing;
    return html`<div class="banner look-in" role="status">
      <span>${t('thread.look_in', { name })}</span>
      <button class="text-button" @click=${() => whisper(row.id, name)}>${t('thread.whisper', { name })}</button>
      <button class="text-button" @click=${() => desk.api.takeOver(row.id).catch(desk.failed)}>${t('thread.take_over')}</button>
    </div>`;
  };
}
