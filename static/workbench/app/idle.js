/**
 * When an agent counts as away: nobody touched any of their pages for so long. What was set by the clock is taken back by a touch;
 * what they chose themselves stays. Pure.
 */

/**
 * The availability that the clock asks for.
 * @param {object} now
 * @param {'online'|'away'|'offline'} now.availability
 * @param {boolean} now.automatic    away was set by the clock
 * @param {number} now.idleMs        since the last touch of any page
 * @param {number} now.afterMin      0 = never
 * @returns {'online'|'away'|null} what to change to
 */
export function settle({ availability, automatic, idleMs, afterMin }) {
  const idle = afterMin > 0 && idleMs >= afterMin * 60_000;
  if (availability === 'online' && idle) return 'away';
  if (availability === 'away' && automatic && !idle) return 'online';
  return null;
}

/**
 * Nobody takes conversations: whoever runs the desk should know.
 * @param {{active?:boolean, online:boolean, availability:string}[]} agents
 */
export const nobodyOnline = (agents) =>
  agents.length > 0 && !agents.some((agent) => agent.active !== false && agent.online && agent.availability === 'online');
