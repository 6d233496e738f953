/**
 * Macros: the team's and one's own. Running one says what the desk would do first, asks for words that nobody knows, and can be taken
 * back but for what was said. Loaded with the first look at them.
 *
 * @typedef {{do:string, agent_id?:string|null, team_id?:string, priority?:string, labels?:string[], status_id?:string, text?:string, minutes?:number|null}} MacroAction
 * @typedef {{id:string, name:string, shared:boolean, reply:string|null, actions:MacroAction[], unreadable:boolean, used:number}} Macro
 * @typedef {{id:string, reply:string|null, missing:string[], before?:any, after?:any, code?:string}} Preview
 */

/** Most conversations of one call. */
const AT_ONCE = 100;

/** Macros that fit what was typed; those used most first. @param {Macro[]} all @param {string} query */
export function searchMacros(all, query) {
  const asked = query.trim().toLowerCase();
  const at = (/** @type {Macro} */ one) => (one.name.toLowerCase().startsWith(asked) ? 0 : one.name.toLowerCase().includes(asked) ? 1 : one.reply?.toLowerCase().includes(asked) ? 2 : 3);
  return all
    .filter((one) => !one.unreadable && at(one) < 3)
    .sort((a, b) => at(a) - at(b) || b.used - a.used || a.name.localeCompare(b.name));
}

/**
 * @param {import('./desk.js').Desk} desk @param {string[]} ids
 */
const seen = (desk, ids) => Object.fromEntries(ids.map((id) => [id, desk.cache.rows.get(id)?.last_sequence]).filter(([, sequence]) => sequence !== undefined));

/** What it would do. @param {import('./desk.js').Desk} desk @param {Macro} one @param {string[]} ids @returns {Promise<Preview[]>} */
export const preview = async (desk, one, ids) =>
  (await desk.api.previewMacro(one.id, { conversation_ids: ids.slice(0, AT_ONCE), last_sequences: seen(desk, ids.slice(0, AT_ONCE)) })).items;

/**
 * Does it to all of them, some at a time.
 * @param {import('./desk.js').Desk} desk @param {Macro} one @param {string[]} ids @param {Record<string, string>} values
 * @returns {Promise<boolean>} whether anything was done
 */
export async function run(desk, one, ids, values) {
  /** @type {import('../answers.js').Fate[]} */ const fates = [];
  try {
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const some = ids.slice(at, at + AT_ONCE);
      fates.push(...(await desk.api.runMacro(one.id, { conversation_ids: some, values, last_sequences: seen(desk, some) })).items);
    }
  } catch (error) {
    desk.failed(error);
    if (fates.length === 0) return false;
  }
  for (const { id } of fates) desk.cache.want(id);
  desk.cache.countsSoon();
  const done = fates.filter((fate) => fate.done);
  if (done.length === 0) {
    const kept = fates.some((fate) => fate.code === 'newer_message');
    desk.notify(kept ? { key: 'thread.kept', icon: 'message-circle' } : { key: 'inbox.bulk_none', icon: 'circle-alert' });
    return false;
  }
  const undo = async () => {
    try {
      await desk.api.bulk({ action: 'restore', items: done.map((fate) => ({ id: fate.id, ...fate.before })) });
    } catch (error) {
      desk.failed(error);
    }
    for (const { id } of done) desk.cache.want(id);
    desk.cache.countsSoon();
  };
  // Words stay said: without anything else there is nothing to take back.
  const action = one.actions.some((does) => does.do !== 'note') ? { key: 'thread.undo', run: undo, undo: true } : undefined;
  desk.notify({ key: 'thread.done_macro', count: undefined, vars: { name: one.name }, icon: 'circle-check', action });
  return true;
}
