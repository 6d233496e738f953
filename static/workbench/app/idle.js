/** How an agent stands, for colleagues. Pure. */

/**
 * Who is not there is offline, whatever they chose. Whoever loads a page anew or is in a tunnel is there.
 * @param {{online:boolean, availability:string, presence?:{there:boolean}}} agent
 */
export const standing = (agent) => ((agent.presence?.there ?? agent.online) ? agent.availability : 'offline');

/**
 * Nobody takes conversations: whoever runs the desk should know.
 * @param {{active?:boolean, online:boolean, availability:string, presence?:{there:boolean}}[]} agents
 */
export const nobodyOnline = (agents) => agents.length > 0 && !agents.some((agent) => agent.active !== false && standing(agent) === 'online');
