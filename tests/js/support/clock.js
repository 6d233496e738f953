/** A clock moved by hand. Between two timers every promise that can settle does. */

const turn = () => new Promise((resolve) => setImmediate(resolve));
/** Lets a chain of answers run out: a token, a socket, a store. */
export async function settle() {
  for (let i = 0; i < 4; i += 1) await turn();
}

/** @param {number} [start] ms since 1970 */
export function createClock(start = 1_700_000_000_000) {
  let now = start;
  let next = 1;
  /** @type {Map<unknown, {at:number, id:number, fn:() => void}>} */
  const timers = new Map();
  return {
    now: () => now,
    /** @param {() => void} fn @param {number} ms */
    after(fn, ms) {
      const id = next++;
      timers.set(id, { at: now + Math.max(0, ms), id, fn });
      return id;
    },
    /** @param {unknown} id */
    cancel(id) {
      timers.delete(id);
    },
    /** Steps the wall without firing anything, as after sleep. @param {number} ms */
    jump(ms) {
      now += ms;
    },
    /** @param {number} ms */
    async advance(ms) {
      const end = now + ms;
      await settle();
      for (;;) {
        const due = [...timers.values()].filter((t) => t.at <= end).sort((a, b) => a.at - b.at || a.id - b.id)[0];
        if (!due) break;
        timers.delete(due.id);
        now = Math.max(now, due.at);
        due.fn();
        await settle();
      }
      now = end;
      await settle();
    },
  };
}
