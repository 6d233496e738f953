/**
 * What an agent has written and not sent, per conversation and per tab (reply, note), kept in this browser over a reload.
 * Storage may be missing or full: then drafts live as long as the page, and nothing breaks. Holds at most DRAFTS_MAX;
 * the oldest go first.
 */

const DRAFTS_MAX = 200;

/** @typedef {'reply'|'note'} Tab */

/**
 * @param {object} host
 * @param {Storage|null} host.storage
 * @param {string} host.owner   agent's id: drafts of somebody else on this browser are never shown
 * @param {() => number} host.now
 * @param {() => void} host.changed
 */
export function createDrafts({ storage, owner, now, changed }) {
  const prefix = `servicedesk.draft.${owner}.`;
  /** @type {Map<string, {text:string, at:number}>} */
  const drafts = new Map();
  /** @type {Set<string>} */
  const unwritten = new Set();

  const load = () => {
    if (!storage) return;
    for (let i = 0; i < storage.length; i += 1) {
      const key = storage.key(i);
      if (!key?.startsWith(prefix)) continue;
      try {
        drafts.set(key.slice(prefix.length), JSON.parse(storage.getItem(key) ?? ''));
      } catch {
        // Not ours, or half written: it is overwritten by the next draft there.
      }
    }
  };
  try {
    load();
  } catch {
    // Storage is blocked.
  }

  /** @param {string} conversation @param {Tab} tab */
  const keyOf = (conversation, tab) => `${conversation}.${tab}`;

  const flush = () => {
    for (const key of unwritten) {
      const draft = drafts.get(key);
      try {
        if (draft) storage?.setItem(prefix + key, JSON.stringify(draft));
        else storage?.removeItem(prefix + key);
      } catch {
        // Full: the page still has it.
      }
    }
    unwritten.clear();
  };

  const trim = () => {
    if (drafts.size <= DRAFTS_MAX) return;
    const oldest = [...drafts].sort((a, b) => a[1].at - b[1].at).slice(0, drafts.size - DRAFTS_MAX);
    for (const [key] of oldest) {
      drafts.delete(key);
      unwritten.add(key);
    }
  };

  /** @param {string} conversation @param {Tab} tab @param {string} text */
  const set = (conversation, tab, text) => {
    const key = keyOf(conversation, tab);
    if ((drafts.get(key)?.text ?? '') === text) return;
    if (text.trim()) drafts.set(key, { text, at: now() });
    else drafts.delete(key);
    unwritten.add(key);
    trim();
    changed();
  };

  return {
    /** @param {string} conversation @param {Tab} tab */
    get: (conversation, tab) => drafts.get(keyOf(conversation, tab))?.text ?? '',
    set,
    /** The text to show in the list: the reply's first. @param {string} conversation */
    of: (conversation) => drafts.get(keyOf(conversation, 'reply'))?.text ?? drafts.get(keyOf(conversation, 'note'))?.text ?? null,
    /** Everything set so far is written; true if it is safe in storage. */
    flush,
    get pending() {
      return unwritten.size > 0;
    },
    get size() {
      return drafts.size;
    },
    /** @param {string} conversation */
    drop(conversation) {
      set(conversation, 'reply', '');
      set(conversation, 'note', '');
    },
    /** Sign-out on a shared computer. */
    forget() {
      for (const key of drafts.keys()) unwritten.add(key);
      drafts.clear();
      flush();
      changed();
    },
  };
}
