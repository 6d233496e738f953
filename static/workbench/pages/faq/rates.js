/** Shares by day as the curves draw them: smoothed over a week, since a small shop has few questions a day. Plain values. */

/** @typedef {{asked:number, answered:number, helpful:number, unhelpful:number}} Counts */

/** How much was answered, and how much of what was judged had helped. @param {Counts} counts @returns {{coverage:number|null, hits:number|null}} */
export const rates = ({ asked, answered, helpful, unhelpful }) => ({
  coverage: asked > 0 ? answered / asked : null,
  hits: helpful + unhelpful > 0 ? helpful / (helpful + unhelpful) : null,
});

const WEEK = 7;

/** The share of the seven days up to each. @param {Counts[]} days @param {'coverage'|'hits'} what @returns {(number|null)[]} */
export const weekly = (days, what) =>
  days.map((_, at) => {
    const sum = { asked: 0, answered: 0, helpful: 0, unhelpful: 0 };
    for (const one of days.slice(Math.max(0, at - WEEK + 1), at + 1)) for (const key of /** @type {(keyof Counts)[]} */ (Object.keys(sum))) sum[key] += one[key];
    return rates(sum)[what];
  });

/** What the curve says in a sentence. @param {(number|null)[]} values @returns {{key:'none'|'now'|'same'|'up'|'down', now:number|null, change:number|null}} change in points of a hundred */
export function told(values) {
  const known = /** @type {number[]} */ (values.filter((one) => one !== null));
  const now = known.at(-1) ?? null;
  if (now === null) return { key: 'none', now, change: null };
  if (known.length < WEEK + 1) return { key: 'now', now, change: null };
  const change = Math.round(now * 100) - Math.round(known[0] * 100);
  return { key: change > 0 ? 'up' : change < 0 ? 'down' : 'same', now, change };
}
