/** What is done to conversations, for one that is open, one in the list, or all that are selected; and the windows that ask for more. */
import { late, soon } from '../app/late.js';
import { plural, t } from '../app/texts.js';

/** @typedef {import('../store/desk.js').Desk} Desk */
/** @typedef {typeof import('./windows.js')} Windows */

/** Menus, pickers, suggestions: they come once somebody moves, or with the first of them. */
export const windows = late(() => import('./windows.js'));
soon(windows.load);

/** What an action is about: the selection, else what is open. @param {Desk} desk @returns {string[]} */
export const aim = (desk) => (desk.selection.size > 0 ? desk.selection.ids : desk.openId ? [desk.openId] : []);

/**
 * Does an action to one conversation or to several.
 * @param {Desk} desk @param {string[]} ids @param {import('../store/actions.js').ActionName} action @param {import('../store/actions.js').How} [how]
 */
export async function perform(desk, ids, action, how = {}) {
  if (desk.selection.whole && desk.selection.has(ids[0])) {
    desk.selection.clear();
    return performOnWhole(desk, action, how);
  }
  if (ids.length !== 1 || desk.selection.has(ids[0])) {
    desk.selection.clear();
    return desk.actOnAll(ids, action, how);
  }
  const quiet = (action === 'assign' && how.note === undefined) || action === 'label' || action === 'unlabel';
  return desk.act(ids[0], action, how, quiet);
}

/** Does it to everything that the view holds. @param {Desk} desk @param {import('../store/actions.js').ActionName} action @param {import('../store/actions.js').How} how */
export async function performOnWhole(desk, action, how) {
  const { actOnWhole } = await import('./whole-view.js');
  return actOnWhole(desk, action, how);
}

/** Who of a team is there, in words. @param {Desk} desk @param {import('../answers.js').Team} team */
export function there(desk, { agent_ids }) {
  const count = desk.agents.filter((agent) => agent.active && agent.online && agent.availability === 'online' && agent_ids.includes(agent.id)).length;
  return count > 0 ? plural('thread.team_there', count) : t('thread.team_empty');
}

/** Hands one over with a note for who gets it. @param {Desk} desk @param {HTMLElement} anchor @param {string[]} ids @param {import('./hand-over.js').To} [to] */
export async function handOverMenu(desk, anchor, ids, to) {
  const { handOver } = await import('./hand-over.js');
  handOver(desk, anchor, ids, to);
}

/** Times to put a conversation off to, in the agent's own day. @param {Date} now */
export function snoozeTimes(now) {
  /** @param {number} days */
  const morning = (days) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 9);
  // On a Monday it is the next one.
  return { hours: new Date(now.getTime() + 3 * 3_600_000), tomorrow: morning(1), monday: morning(((8 - now.getDay()) % 7) || 7) };
}

/** A menu for these; none where there are none. @param {'assignMenu'|'snoozeMenu'|'priorityMenu'|'labelMenu'} name @returns {(desk:Desk, anchor:HTMLElement, ids?:string[]) => void} */
const menu = (name) => (desk, anchor, ids = aim(desk)) => ids.length > 0 && windows.use((there) => there[name](desk, anchor, ids), desk.failed);

/** Whom to give the conversations to. */
export const assignMenu = menu('assignMenu');
/** Until when to put them off. */
export const snoozeMenu = menu('snoozeMenu');
/** How urgent they are. */
export const priorityMenu = menu('priorityMenu');
/** Labels to give or to take away. */
export const labelMenu = menu('labelMenu');
