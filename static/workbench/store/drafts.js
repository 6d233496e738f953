/**
 * What an agent has written and not sent, per conversation and per tab (reply, note): in this browser at once and on the desk a
 * second later, so that they go on writing on another machine. The newest wins. Storage may be missing or full and the desk away:
 * then drafts live as long as the page, and nothing breaks. Holds at most DRAFTS_MAX; the oldest go first.
 *
 * Not a collection (collection.js): there the desk's rows take the place of the page's. Here both sides write, each text is compared
 * by itself, and what the desk has not heard of outlives a load.
 */

const DRAFTS_MAX = 200;
/** The desk hears of a draft this long after the last key. */
const KEEP_AFTER_MS = 1000;

/** @typedef {'reply'|'note'} Tab */
/** @typedef {{text:string, at:number, kept?:boolean}} Draft   kept = the desk has this text */

/**
 * Drafts in this browser's storage.
 * @param {object} host
 * @param {string} host.owner
 * @param {Storage|null} host.storage
 * @param {Map<string, Draft>} host.drafts
 */
function createKept({ owner, storage, drafts }) {
  const prefix = `servicedesk.draft.${owner}.`;
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

  return { unwritten, flush };
}

/**
 * Drafts at the desk, kept soon after the last letter.
 * @param {object} host
 * @param {Map<string, Draft>} host.drafts
 * @param {Pick<import('../api.js').Api, 'drafts'|'keepDraft'>} host.api
 * @param {(key: string) => string} host.conversationOf
 * @param {Set<string>} host.unwritten
 * @param {() => void} host.flush
 * @param {(conversation:string) => void} host.changed
 * @param {(fn:()=>void, ms:number) => unknown} host.after
 */
function createKeeping({ drafts, api, conversationOf, unwritten, flush, changed, after }) {
  /** What the desk has to hear, with the number of the change that made it so. @type {Map<string, number>} */
  const unkept = new Map();
  let change = 0;
  /** Tells the desk what stands here now. @param {string} key */
  const keep = async (key) => {
    const mine = unkept.get(key);
    if (mine === undefined) return;
    const text = drafts.get(key)?.text ?? '';
    try {
      await api.keepDraft(conversationOf(key), key.endsWith('.note'), text);
    } catch {
      // The next load compares again.
      return;
    }
    if (unkept.get(key) !== mine) return;
    unkept.delete(key);
    const draft = drafts.get(key);
    if (draft) {
      draft.kept = true;
      unwritten.add(key);
      flush();
    }
    changed(conversationOf(key));
  };
  /** @param {string} key */
  const keepSoon = (key) => {
    const mine = (change += 1);
    unkept.set(key, mine);
    after(() => unkept.get(key) === mine && keep(key), KEEP_AFTER_MS);
  };

  return { keepSoon, unkept };
}

/**
 * What the desk has is taken in.
 * @param {object} host
 * @param {Pick<import('../api.js').Api, 'drafts'|'keepDraft'>} host.api
 * @param {(conversation: string, tab: Tab) => string} host.keyOf
 * @param {Map<string, Draft>} host.drafts
 * @param {Map<string, number>} host.unkept
 * @param {(key: string) => void} host.keepSoon
 * @param {Set<string>} host.unwritten
 * @param {(conversation:string) => void} host.changed
 * @param {(key: string) => string} host.conversationOf
 * @param {() => void} host.trim
 * @param {() => void} host.flush
 */
function loadingOf({ api, keyOf, drafts, unkept, keepSoon, unwritten, changed, conversationOf, trim, flush }) {
  return {
    /** Compares with what the desk has: the newer text stays, on both sides. */
    async load() {
      let items;
      try {
        ({ items } = await api.drafts());
      } catch {
        return;
      }
      /** @type {Set<string>} */
      const there = new Set();
      for (const { conversation_id, note, text, updated_at } of items) {
        const key = keyOf(conversation_id, note ? 'note' : 'reply');
        there.add(key);
        const draft = drafts.get(key);
        if (unkept.has(key) || (draft && !draft.kept && draft.at > Date.parse(updated_at))) {
          keepSoon(key);
        } else if (draft?.text !== text) {
          drafts.set(key, { text, at: Date.parse(updated_at), kept: true });
          unwritten.add(key);
          changed(conversation_id);
        } else if (draft) draft.kept = true;
      }
      for (const [key, draft] of drafts) {
        if (there.has(key)) continue;
        if (unkept.has(key)) {
          keepSoon(key);
          continue;
        }
        // The desk had it and has it no more: it was sent or thrown away elsewhere.
        if (draft.kept) {
          drafts.delete(key);
          unwritten.add(key);
          changed(conversationOf(key));
        } else keepSoon(key);
      }
      trim();
      flush();
    },
  };
}

/**
 * Drafts of one agent.
 * @param {object} host
 * @param {Storage|null} host.storage
 * @param {string} host.owner   agent's id: drafts of somebody else on this browser are never shown
 * @param {() => number} host.now
 * @param {(fn:()=>void, ms:number) => unknown} host.after
 * @param {Pick<import('../api.js').Api, 'drafts'|'keepDraft'>} host.api
 * @param {(conversation:string) => void} host.changed
 */
export function createDrafts({ storage, owner, now, after, api, changed }) {
  /** @type {Map<string, Draft>} */
  const drafts = new Map();
  const { unwritten, flush } = createKept({ owner, storage, drafts });
  const { keepSoon, unkept } = createKeeping({ drafts, api, conversationOf: (key) => conversationOf(key), unwritten, flush, changed, after });

  /** @param {string} conversation @param {Tab} tab */
  const keyOf = (conversation, tab) => `${conversation}.${tab}`;
  /** @param {string} key */
  const conversationOf = (key) => key.slice(0, key.lastIndexOf('.'));

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
    const before = drafts.get(key);
    if ((before?.text ?? '') === text) return;
    if (text.trim()) drafts.set(key, { text, at: now() });
    else drafts.delete(key);
    unwritten.add(key);
    // What the desk never heard of need not be taken from it.
    if (before || text.trim()) keepSoon(key);
    trim();
    changed(conversation);
  };

  return {
    /** @param {string} conversation @param {Tab} tab */
    get: (conversation, tab) => drafts.get(keyOf(conversation, tab))?.text ?? '',
    set,
    /** The text to show in the list: the reply's first. @param {string} conversation */
    of: (conversation) => drafts.get(keyOf(conversation, 'reply'))?.text ?? drafts.get(keyOf(conversation, 'note'))?.text ?? null,
    /** Everything set so far is written; true if it is safe in storage. */
    flush,
    /** @param {string} conversation @param {Tab} tab whether the desk has it */
    kept: (conversation, tab) => drafts.get(keyOf(conversation, tab))?.kept === true,
    get pending() {
      return unwritten.size > 0;
    },
    get size() {
      return drafts.size;
    },
    /** How many the desk does not have yet. */
    get unkept() {
      return [...drafts.values()].filter((draft) => !draft.kept).length;
    },
    ...loadingOf({ api, keyOf, drafts, unkept, keepSoon, unwritten, changed, conversationOf, trim, flush }),
    /** @param {string} conversation that is gone, and on the desk with it */
    drop(conversation) {
      for (const tab of /** @type {const} */ (['reply', 'note'])) {
        const key = keyOf(conversation, tab);
        unkept.delete(key);
        if (drafts.delete(key)) unwritten.add(key);
      }
      changed(conversation);
    },
    /** Sign-out on a shared computer: nothing stays here; the desk keeps what it has. */
    forget() {
      const gone = [...drafts.keys()];
      for (const key of gone) unwritten.add(key);
      drafts.clear();
      unkept.clear();
      flush();
      for (const key of gone) changed(conversationOf(key));
    },
  };
}
