/**
 * What concerns the bot comes with the first conversation that it is in, or with the first answer that the FAQ offers. Until it is
 * there a thread reads as it always does.
 */
import { loadStyle } from '../app/load-style.js';
import { laterWords } from '../app/page-table.js';
import { nothing } from '../lit.js';

/** @typedef {import('../store/desk.js').Desk} Desk */
/** @typedef {typeof import('./bot.js')} BotPart */

/** @type {BotPart|null} */ let part = null;
/** @type {Promise<BotPart>|null} */ let coming = null;

/** It is there, with its words and looks. @returns {Promise<BotPart>} */
const load = () => {
  coming ??= Promise.all([import('./bot.js'), laterWords('bot'), loadStyle('bot')]).then(([one]) => (part = one));
  // The next one asks again.
  coming.catch(() => (coming = null));
  return coming;
};

/** What draws it; null = it is on its way, and draws anew once it is there. @param {Desk} desk */
export function botPart(desk) {
  if (!part && !coming) load().then(() => desk.touch('thread', 'composer'), () => {});
  return part;
}

/** Whether it can be given to the bot. @param {Desk} desk @param {import('../store/rows.js').Row|null|undefined} row */
export const mayGetBot = (desk, row) => desk.hasFaq && Boolean(row) && !row?.ticket && (row?.state === 'waiting' || row?.state === 'open');

/** Gives it back to the bot. @param {import('./conversation.js').Bench} app @param {string} id */
export const giveToBot = (app, id) => load().then((one) => one.give(app, id), () => app.desk.failed({ code: 'unreachable' }));

/**
 * What stands over the field: who answers, what the FAQ suggests, whether an answer is worth keeping.
 * @param {Desk} desk @param {import('./bot-bar.js').Writing} writing
 */
export function createBotBar(desk, writing) {
  let asked = '';
  /** Nothing is loaded where the FAQ has nothing to say. @param {import('../store/rows.js').Row} row */
  const look = ({ id, last_sequence: sequence }) => {
    const now = `${id} ${sequence}`;
    if (asked === now) return;
    asked = now;
    desk.api.call('GET', `/conversations/${encodeURIComponent(id)}/suggestions`).then(({ items }) => items.length && botPart(desk), () => {});
  };
  return {
    view() {
      const row = desk.row;
      if (!row) return nothing;
      if (!part) {
        if (row.state === 'bot') botPart(desk);
        else if (desk.hasFaq && row.waiting_since && !row.ticket) look(row);
        return nothing;
      }
      return part.barView(desk, writing);
    },
    /** Whether the key was meant for it. @param {KeyboardEvent} event @returns {boolean} */
    key: (event) => part?.barKey(desk, writing, event) ?? false,
    /** What stands in the empty field. @returns {string|undefined} */
    placeholder: () => (desk.row?.state === 'bot' ? part?.placeholder(desk) : undefined),
  };
}
