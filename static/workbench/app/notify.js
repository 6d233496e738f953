/**
 * What an agent is told of, and how: the kind of an event, and what their preferences, the clock and their pages make of it. Pure; who
 * rings is tabs.js, how it sounds bell.js.
 *
 * @typedef {'new'|'assigned'|'message'|'mention'|'clock'|'ticket'} Kind
 * @typedef {object} Situation
 * @property {Date} now                    in the agent's own time
 * @property {'online'|'away'|'offline'} availability
 * @property {Set<string>} looking         conversations in front of somebody's eyes, in any page of this browser
 * @property {boolean} focused             some page of this browser has the focus
 * @property {boolean} allowed             the browser shows notices
 */

/** How long until a sound comes again for who is still not taken. */
export const REPEAT_EVERY_MS = 30_000;

/** Nobody has it, and somebody waits. @param {import('../store/rows.js').Row|null|undefined} row */
export const untaken = (row) =>
  Boolean(row && !row.agent_id && row.waiting_since && (row.state === 'waiting' || row.state === 'open'));

/**
 * What an entry is to this agent.
 * @param {import('../../im/types.js').Entry} entry
 * @param {import('../store/rows.js').Row} row     as it is after the entry
 * @param {string} me
 * @returns {Kind|null}
 */
export function kindOf(entry, row, me) {
  if (entry.type === 'message') {
    const { sender, note, content } = entry;
    if (note) return sender.id !== me && content?.mentions?.includes(me) ? 'mention' : null;
    if (sender.kind !== 'visitor') return null;
    if (row.agent_id === me) return row.ticket ? 'ticket' : 'message';
    // The first words of who waits; what they add is not news, the repeat sees to them.
    return untaken(row) && Date.parse(row.waiting_since ?? '') >= Date.parse(entry.sent_at) ? 'new' : null;
  }
  if (entry.kind === 'assigned' || entry.kind === 'transferred') {
    return entry.agent_id === me && entry.by?.id !== me ? 'assigned' : null;
  }
  // The bot handed over: somebody waits from now on.
  if (entry.kind === 'state' && entry.reason) return untaken(row) ? 'new' : null;
  return entry.kind === 'clock' && entry.calls?.includes(me) ? 'clock' : null;
}

/** @param {string} text `HH:MM` @returns {number} minutes */
function minutes(text) {
  const [hours, rest] = text.split(':').map(Number);
  return hours * 60 + rest;
}

/**
 * Whether it is a quiet time. A night belongs to the day on which it begins; the same hour twice is the whole day.
 * @param {import('./preferences.js').Preferences['quiet']} quiet @param {Date} now
 */
export function isQuiet(quiet, now) {
  if (!quiet.enabled) return false;
  const [from, to, at] = [minutes(quiet.from), minutes(quiet.to), now.getHours() * 60 + now.getMinutes()];
  const today = now.getDay() || 7;
  const yesterday = today === 1 ? 7 : today - 1;
  if (from < to) return at >= from && at < to && quiet.days.includes(today);
  return (at >= from && quiet.days.includes(today)) || (at < to && quiet.days.includes(yesterday));
}

/**
 * Whether one event sounds, and whether it shows a notice.
 * @param {Kind} kind @param {string} conversation
 * @param {import('./preferences.js').Preferences} prefs @param {Situation} now
 * @returns {{sound:boolean, notice:boolean}}
 */
export function decide(kind, conversation, prefs, now) {
  const nothing = { sound: false, notice: false };
  if (now.availability === 'offline' || now.looking.has(conversation) || isQuiet(prefs.quiet, now.now)) return nothing;
  const { sound, browser } = prefs.notifications[kind];
  return { sound, notice: browser && now.allowed && !now.focused };
}

/**
 * Whether the sound for new conversations comes again: one of them rang, nobody took it or looks at it, and it was quiet long enough.
 * @param {Iterable<import('../store/rows.js').Row|undefined>} rung
 * @param {number} rangAt
 * @param {import('./preferences.js').Preferences} prefs @param {Situation} now
 */
export function ringsAgain(rung, rangAt, prefs, now) {
  if (!prefs.notifications.repeat || now.now.getTime() - rangAt < REPEAT_EVERY_MS) return false;
  for (const row of rung) {
    if (row && untaken(row) && decide('new', row.id, prefs, now).sound) return true;
  }
  return false;
}
