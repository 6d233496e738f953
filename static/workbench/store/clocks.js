/**
 * How a promise of time stands at a moment, from what the desk told last: time goes on while its clock runs, and hours begin and end
 * without a word. Pure.
 *
 * @typedef {object} Clock
 * @property {'first'|'next'|'solution'} kind
 * @property {string} at            when the desk told it
 * @property {number} target_ms
 * @property {number} warn_ms
 * @property {number} spent_ms      until `at`
 * @property {boolean} running
 * @property {'hours'|'customer'|'snoozed'|null} paused
 * @property {string|null} changes_at   when hours begin or end next
 * @property {string|null} due_at
 * @property {string|null} broken_at
 *
 * @typedef {object} Stands
 * @property {Clock['kind']} kind
 * @property {'broken'|'warned'|'paused'|''} level
 * @property {Clock['paused']} paused
 * @property {number} share     of its time that is spent, 0 to 1
 * @property {number} left_ms   open time until it is over; where it is over, how long ago that was
 */

/** @param {string|null} at @param {number} otherwise */
const time = (at, otherwise) => (at ? Date.parse(at) : otherwise);

/** @param {import('./rows.js').Row} row @param {number} now @returns {Stands|null} */
export function standing({ clock, state, waiting_since }, now) {
  // An answer is promised to whoever waits: what was said meanwhile, the desk tells soon.
  if (!clock || state === 'closed' || (clock.kind !== 'solution' && !waiting_since)) return null;
  const change = time(clock.changes_at, Number.POSITIVE_INFINITY);
  const byHours = clock.running || clock.paused === 'hours';
  const open = now < change ? clock.running : clock.paused === 'hours';
  const [from, until] = clock.running ? [Date.parse(clock.at), Math.min(now, change)] : [change, now];
  const spent = clock.spent_ms + (byHours ? Math.max(0, until - from) : 0);
  const paused = open ? null : byHours ? 'hours' : clock.paused;
  const over = clock.broken_at ?? (spent > clock.target_ms ? clock.due_at : null);
  return {
    kind: clock.kind,
    level: over ? 'broken' : paused ? 'paused' : spent >= clock.warn_ms ? 'warned' : '',
    paused,
    share: Math.min(1, spent / clock.target_ms),
    left_ms: over ? Math.max(0, now - Date.parse(over)) : Math.max(0, clock.target_ms - spent),
  };
}
