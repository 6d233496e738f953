/**
 * Version signals that move at most once per frame, however many events arrive. The stores keep plain data and say
 * "this changed"; whoever shows it reads the signal. A replay of a thousand entries is then one rendering, not a thousand.
 */
import { batch, signal } from '../signals.js';

/** @typedef {{value:number}} Tick */

/**
 * Makes version signals and moves those that were touched, together.
 * @param {(flush:()=>void)=>void} schedule calls `flush` soon, once
 */
export function createTicks(schedule) {
  /** @type {Set<Tick>} */
  const dirty = new Set();
  let planned = false;

  const flush = () => {
    planned = false;
    const moved = [...dirty];
    dirty.clear();
    batch(() => {
      for (const tick of moved) tick.value += 1;
    });
  };

  return {
    /** @returns {Tick} */
    create: () => signal(0),
    /** @param {Tick} tick */
    touch(tick) {
      dirty.add(tick);
      if (planned) return;
      planned = true;
      schedule(flush);
    },
    flush,
  };
}
