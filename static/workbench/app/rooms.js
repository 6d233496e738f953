/**
 * Rooms hand themselves over as they are loaded, by name: a file that other pieces build on has nothing to export to whoever asks
 * for it, and needs no second one that only hands on.
 */

/** @typedef {(app:import('./bench.js').Bench) => import('./router.js').Room} Opens */

/** @type {Map<string, Opens>} */
const rooms = new Map();

/** A room hands itself over. @param {string} name @param {Opens} opens */
export const offer = (name, opens) => void rooms.set(name, opens);

/** A room that was loaded. @param {string} name @param {import('./bench.js').Bench} app */
export function openRoom(name, app) {
  const opens = rooms.get(name);
  if (!opens) throw new Error(`no room ${name}`);
  return opens(app);
}
