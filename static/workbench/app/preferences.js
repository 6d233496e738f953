/**
 * What the agent prefers, kept by the desk for all their browsers: sounds and notices, quiet hours, when they count as away, keys.
 * Shown at once, put back with a word if the desk says no. Pages of this browser tell one another, so that a change in the
 * settings holds in the inbox without loading it anew.
 */
import { signal } from '../signals.js';

/**
 * @typedef {{sound:boolean, browser:boolean, push:boolean}} Signalled
 * @typedef {object} Preferences
 * @property {{new:Signalled, assigned:Signalled, message:Signalled, mention:Signalled, clock:Signalled, ticket:Signalled, followed:Signalled, repeat:boolean, volume:number}} notifications
 * @property {{enabled:boolean, from:string, to:string, days:number[]}} quiet
 * @property {number} away_after_min
 * @property {Record<string, string>} keys
 * @property {'mod+enter'|'enter'} send_on
 * @property {number} undo_send_s
 */

/** @type {Preferences} */
export const DEFAULTS = {
  notifications: {
    new: { sound: true, browser: true, push: true },
    assigned: { sound: true, browser: true, push: true },
    message: { sound: true, browser: true, push: true },
    mention: { sound: true, browser: true, push: true },
    clock: { sound: true, browser: true, push: true },
    ticket: { sound: true, browser: true, push: true },
    followed: { sound: true, browser: true, push: true },
    repeat: true,
    volume: 0.7,
  },
  quiet: { enabled: false, from: '22:00', to: '08:00', days: [1, 2, 3, 4, 5, 6, 7] },
  away_after_min: 10,
  keys: {},
  send_on: 'enter',
  undo_send_s: 2,
};

const CHANNEL = 'servicedesk:preferences';

/** Fields that are not there are as they were meant to be. @param {any} given @returns {Preferences} */
export function complete(given) {
  const notes = given?.notifications ?? {};
  const kinds = /** @type {const} */ (['new', 'assigned', 'message', 'mention', 'clock', 'ticket', 'followed']);
  return {
    ...DEFAULTS,
    ...given,
    notifications: {
      ...DEFAULTS.notifications,
      ...notes,
      ...Object.fromEntries(kinds.map((kind) => [kind, { ...DEFAULTS.notifications[kind], ...notes[kind] }])),
    },
    quiet: { ...DEFAULTS.quiet, ...given?.quiet },
    keys: { ...given?.keys },
  };
}

/**
 * The preferences of the agent who is signed in.
 * @param {object} host
 * @param {() => Promise<any>} host.load
 * @param {(whole:Preferences) => Promise<any>} host.save
 * @param {(error:unknown) => void} host.failed
 */
export function createPreferences({ load, save, failed }) {
  /** @type {{value:Preferences, peek():Preferences}} */
  const value = /** @type {any} */ (signal(DEFAULTS));
  /** @type {BroadcastChannel|null} */ let channel = null;
  try {
    channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = (event) => (value.value = complete(event.data));
  } catch {
    // Storage is blocked: other pages hear of it when they load.
  }
  return {
    value,
    async load() {
      try {
        value.value = complete(await load());
      } catch {
        // The defaults serve until the next load.
      }
    },
    /** @param {Partial<Preferences>} change top-level fields replaced @returns {Promise<boolean>} */
    async change(change) {
      const before = value.peek();
      value.value = complete({ ...before, ...change });
      try {
        await save(value.peek());
        channel?.postMessage(value.peek());
        return true;
      } catch (error) {
        value.value = before;
        failed(error);
        return false;
      }
    },
  };
}

/** @typedef {ReturnType<typeof createPreferences>} PreferencesStore */
