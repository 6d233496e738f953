/** Giving a conversation back to the bot: what happens is said first where the customer waits, and can be taken back after. */
import { t } from '../app/texts.js';

/** Faults that have words of their own. */
const REFUSED = new Set(['wrong_state', 'no_bot']);

/** @param {import('./conversation.js').Bench} app @param {string} id */
export async function give(app, id) {
  const { desk, dialogs } = app;
  const row = desk.cache.rows.get(id);
  if (!row) return;
  if (row.waiting_since) {
    const sure = await dialogs.ask({ title: t('bot_talk.give_ask'), text: t('bot_talk.give_waits'), confirm: t('bot_talk.give') });
    if (!sure) return;
  }
  const before = { agent_id: row.agent_id, state: row.state, waiting_since: row.waiting_since };
  desk.cache.patch(id, { state: 'bot', agent_id: null, waiting_since: null });
  try {
    await desk.api.call('POST', `/conversations/${encodeURIComponent(id)}/give-to-bot`, {});
  } catch (error) {
    desk.cache.patch(id, before);
    const { code } = /** @type {{code:string}} */ (error);
    if (REFUSED.has(code)) desk.notify({ text: t(`bot_talk.refused_${code}`), icon: 'circle-alert' });
    else desk.failed(error);
    return;
  }
  desk.cache.countsSoon();
  /** Whoever had it has it again; what nobody had is taken. */
  const back = () => void desk.assign(id, before.agent_id ?? desk.agent.id);
  desk.notify({ text: t('bot_talk.given'), icon: 'circle-check', action: { key: 'thread.undo', run: back, undo: true } });
}
