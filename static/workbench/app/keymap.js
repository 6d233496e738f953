/**
 * Which key does what: the defaults of the actions, laid over with what the agent chose. A key belongs to one action; whoever
 * takes it leaves the other without. Pure: actions come in as `{id: {key}}`, choices as `{id: key}`, `none` for an action without a key.
 */
import { normal } from './combo.js';

/** What browsers, systems or reading itself need. */
const RESERVED = new Set([
  ...[...'acvxwtnqrpfo'].map((letter) => `mod+${letter}`),
  ...['Tab', 'Shift+Tab', 'Escape', ' ', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'],
]);
/** Keys that mean the same everywhere and stay where they are. */
export const FIXED = new Set(['back', 'open', 'send', 'undo_send']);

/** An action that is to have no key: the desk keeps no empty texts. */
const NONE = 'none';

/** @typedef {Record<string, {key:string}>} Defaults */

/**
 * The keymap of one agent.
 * @param {Defaults} defaults @param {Record<string, string>} [chosen]
 */
export function createKeymap(defaults, chosen = {}) {
  /** @type {Map<string, string>} action by key */
  const byKey = new Map();
  /** @type {Map<string, string>} key by action */
  const byAction = new Map();
  const mine = Object.entries(chosen).filter(([id]) => id in defaults && !FIXED.has(id));
  for (const [id, text] of mine) {
    const key = text === NONE ? '' : normal(text);
    if (key === null || (key && byKey.has(key))) continue;
    if (key) byKey.set(key, id);
    byAction.set(id, key);
  }
  for (const [id, { key: text }] of Object.entries(defaults)) {
    const key = text && normal(text);
    if (byAction.has(id) || !key || byKey.has(key)) continue;
    byKey.set(key, id);
    byAction.set(id, key);
  }
  const first = new Set([...byKey.keys()].filter((key) => key.includes(' ')).map((key) => key.split(' ')[0]));

  return {
    /** @param {string} id */
    keyOf: (id) => byAction.get(id) ?? '',
    /** @param {string} combo */
    actionOf: (combo) => byKey.get(combo) ?? null,
    /** A key that waits for another one. @param {string} combo */
    opens: (combo) => first.has(combo),
    /**
     * What stands against giving this key to this action: it is kept for something else, opens a pair, or is in use, which may
     * be overruled.
     * @param {string} id @param {string} text
     * @returns {{problem:'malformed'|'reserved'|'pair'|'taken', by?:string}|null}
     */
    against(id, text) {
      const key = normal(text);
      if (!key) return { problem: 'malformed' };
      if (RESERVED.has(key) || RESERVED.has(key.split(' ')[0])) return { problem: 'reserved' };
      const by = byKey.get(key);
      if (by && by !== id) return FIXED.has(by) ? { problem: 'reserved' } : { problem: 'taken', by };
      if (first.has(key) || (key.includes(' ') && byKey.has(key.split(' ')[0]))) return { problem: 'pair' };
      return null;
    },
    /** Every action that has lost its key to another. */
    keyless: () => Object.keys(defaults).filter((id) => defaults[id].key && !byAction.get(id)),
  };
}

/** @typedef {ReturnType<typeof createKeymap>} Keymap */

/**
 * The choices after one more: only what differs from the defaults is kept, and whoever had the key is left without.
 * @param {Defaults} defaults @param {Record<string, string>} chosen @param {string} id @param {string|null} text null = the default again
 * @returns {Record<string, string>}
 */
export function rebind(defaults, chosen, id, text) {
  const next = { ...chosen };
  const key = text === null ? normal(defaults[id].key) : normal(text) || '';
  if (text === null) delete next[id];
  else next[id] = key || NONE;
  const before = createKeymap(defaults, chosen);
  const by = key ? before.actionOf(key) : null;
  if (by && by !== id) next[by] = NONE;
  return Object.fromEntries(
    Object.entries(next).filter(([one, kept]) => one in defaults && kept !== (normal(defaults[one].key) ?? NONE)),
  );
}
