/**
 * The agent's availability as the clock sees it: away after minutes in which no page of theirs was touched, back at the first touch if
 * the clock had done it. Whether it had is kept in this browser, so that a page that was loaded anew still brings them back.
 */
import { settle } from './idle.js';

const KEPT = 'servicedesk.away_by_clock';
const LOOK_EVERY_MS = 5000;
/** Touches come by the hundred; the others hear of one in so many milliseconds. */
const SAY_EVERY_MS = 3000;
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'];

/**
 * Sets the agent away and back.
 * @param {object} host
 * @param {import('../store/core.js').Core} host.desk
 * @param {import('./tabs.js').Tabs} host.tabs
 * @param {import('./preferences.js').PreferencesStore} host.preferences
 * @param {Storage|null} host.storage
 */
export function createAvailability({ desk, tabs, preferences, storage }) {
  let automatic = storage?.getItem(KEPT) === desk.agent.id;
  let saidAt = 0;
  let changing = false;

  /** @param {boolean} by */
  const keep = (by) => {
    automatic = by;
    try {
      if (by) storage?.setItem(KEPT, desk.agent.id);
      else storage?.removeItem(KEPT);
    } catch {
      // Holds as long as the page.
    }
  };

  const look = async () => {
    if (changing) return;
    const change = settle({
      availability: desk.agent.availability,
      automatic: automatic || storage?.getItem(KEPT) === desk.agent.id,
      idleMs: Date.now() - tabs.touched,
      afterMin: preferences.value.peek().away_after_min,
    });
    if (!change || (change === 'away' && !tabs.leads)) return;
    changing = true;
    keep(change === 'away');
    await desk.setAvailability(change);
    changing = false;
  };

  const touched = () => {
    const now = Date.now();
    if (now - saidAt < SAY_EVERY_MS) return;
    saidAt = now;
    tabs.set({ active_at: now });
    if (desk.agent.availability === 'away') look();
  };
  for (const name of TOUCHES) addEventListener(name, touched, { capture: true, passive: true });
  setInterval(look, LOOK_EVERY_MS);

  return {
    /** The agent chose for themselves: the clock does not take it back. @param {'online'|'away'|'offline'} state */
    choose(state) {
      keep(false);
      return desk.setAvailability(state);
    },
    get automatic() {
      return automatic;
    },
  };
}
