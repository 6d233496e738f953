/** Figures of the wall: waits that are read from three metres away, and which hours the curve shows. Pure. */

const SECOND = 1000;
const MINUTE = 60;
const HOUR = 3600;

/** `4:12`, or `1:04:12`. @param {number} ms */
export function stopwatch(ms) {
  const seconds = Math.max(0, Math.floor(ms / SECOND));
  const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / HOUR), Math.floor((seconds % HOUR) / MINUTE)];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % MINUTE)}` : `${minutes}:${two(seconds % MINUTE)}`;
}

/** Marks of the curve's height: few, round, and none below four. @param {number} most @returns {[number, number]} step and top */
export function scale(most) {
  const rough = Math.max(4, most) / 2;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough;
  return [step, step * 2];
}

/** Fewest hours that are drawn. */
const SPAN = 6;

/**
 * From which hour to which: all in which something came, today or a week ago, and now.
 * @param {number[]} today   up to now
 * @param {number[]} before  the whole day
 * @returns {[number, number]}
 */
export function hoursShown(today, before) {
  const now = today.length - 1;
  const busy = [...today, ...before.slice(today.length)].flatMap((_, hour) => (today[hour] || before[hour] ? [hour] : []));
  const last = Math.max(now, ...busy);
  const first = Math.min(now, ...busy);
  const from = Math.max(0, Math.min(first, last - SPAN));
  return [from, Math.min(23, Math.max(last, from + SPAN))];
}

/** What part of its time a wait has used, 0 to 100. @param {{waiting_since:string, late_at:string}} row @param {number} now */
export function used(row, now) {
  const since = Date.parse(row.waiting_since);
  const whole = Date.parse(row.late_at) - since;
  return whole <= 0 ? 100 : Math.min(100, Math.max(0, ((now - since) / whole) * 100));
}
