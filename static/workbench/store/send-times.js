/** Times at which a message may go out later, as people say them. */

const AFTERNOON = 15;
const MORNING = 9;
/** An afternoon that begins sooner is now. */
const AHEAD_MS = 30 * 60_000;

/**
 * Times to send at, in the agent's own day.
 * @param {Date} now @param {string|null} [opens] when the shop opens next
 * @returns {{name:string, at:Date}[]}
 */
export function sendTimes(now, opens = null) {
  /** @param {number} days @param {number} hour */
  const on = (days, hour) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
  const afternoon = on(0, AFTERNOON);
  const opening = opens ? new Date(opens) : null;
  return [
    ...(afternoon.getTime() - now.getTime() >= AHEAD_MS ? [{ name: 'afternoon', at: afternoon }] : []),
    ...(opening && opening > now ? [{ name: 'opening', at: opening }] : []),
    { name: 'tomorrow', at: on(1, MORNING) },
    // On a Sunday that is tomorrow.
    ...(now.getDay() === 0 ? [] : [{ name: 'monday', at: on(((8 - now.getDay()) % 7) || 7, MORNING) }]),
  ];
}
