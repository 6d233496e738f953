/**
 * One entry on the table: opened from the list, from a question in the queue or new; kept in the browser while it is written, tried
 * against a line, looked at for what it would make worse, and saved. Without a DOM.
 */
import { addAlternatives, equal, localeOf, toDesk, toDraft } from './draft.js';
import { draftOf, offersOf } from './offers.js';
import { createSaving } from './saving.js';
import { LOCALES, titleOf } from './spoken.js';
import { createTrying } from './trying.js';

/** @typedef {import('./draft.js').Draft} Draft */
/** @typedef {import('./draft.js').Entry} Entry */
/** @typedef {import('./draft.js').Locale} Locale */
/** @typedef {import('./gaps.js').Gap} Gap */

/** How long nothing is typed before it is kept. */
const KEEP_AFTER_MS = 400;

const nothingOpen = () => ({
  /** What is kept is found by it; null = nothing is open. @type {string|null} */ key: null,
  draft: toDraft(null),
  base: toDraft(null),
  /** @type {Entry|null} */ entry: null,
  /** @type {Gap|null} */ gap: null,
  /** @type {import('./gaps.js').Offer[]} */ offers: [],
  /** @type {Locale} */ locale: 'zh-CN',
  /** @type {Record<string, string>} */ wrong: {},
  /** @type {'draft'|'publish'|null} */ busy: null,
  /** @type {import('./check.js').Concerns|null} */ concerns: null,
  /** What the desk has meanwhile. @type {Entry|null} */ theirs: null,
  tell: false,
  question: '',
  /** @type {import('./check.js').Checked|null} */ checked: null,
  /** The line could not be tried. */ untried: false,
});
/** @typedef {ReturnType<typeof nothingOpen>} Open */

/**
 * What is on the table, and what belongs to it.
 * @param {{api:import('./api.js').FaqApi, kept:ReturnType<typeof import('./draft.js').createKept>, changed:() => void, now:() => number, after:(fn:() => void, ms:number) => any}} host
 */
function createTable({ api, kept, changed, now, after }) {
  const at = nothingOpen();
  /** @type {Timer} */ let keeping = null;
  const dirty = () => at.key !== null && !equal(at.draft, at.base);
  const chosen = () => at.offers.filter((one) => one.on).map((one) => one.text);
  /** As it would be saved, with what is ticked. */
  const whole = () => {
    const draft = structuredClone(at.draft);
    addAlternatives(draft, chosen());
    return toDesk(draft);
  };
  const trying = createTrying({ api, at, whole, changed, after });
  const keep = () => {
    clearTimeout(keeping);
    if (!at.key) return;
    if (dirty()) kept.put(at.key, at.draft, now());
    else kept.drop(at.key);
  };
  return {
    at,
    dirty,
    chosen,
    whole,
    trying,
    keep,
    touched() {
      clearTimeout(keeping);
      keeping = after(keep, KEEP_AFTER_MS);
      at.concerns = null;
      if (at.question.trim()) trying.later();
      changed();
    },
    /** @param {string|null} key @param {Partial<Open>} what */
    lay(key, what) {
      keep();
      trying.stop();
      Object.assign(at, nothingOpen(), { locale: at.locale }, what, { key });
      at.base = structuredClone(at.draft);
      const mine = key ? kept.get(key) : null;
      // What was written of an older version is not laid over a newer one.
      if (mine && mine.version === at.draft.version) at.draft = mine;
      const { question, answer } = at.draft.texts[at.locale];
      if (!question && !answer) at.locale = LOCALES.find((one) => at.draft.texts[one].question) ?? at.locale;
      changed();
    },
    /** The desk has it. @param {Entry} entry */
    took(entry) {
      if (at.key) kept.drop(at.key);
      Object.assign(at, { entry, draft: toDraft(entry), base: toDraft(entry), concerns: null, theirs: null });
      at.offers = at.offers.filter((one) => !LOCALES.some((locale) => at.draft.texts[locale].alternatives.includes(one.text)));
      for (const one of at.offers) one.on = false;
    },
  };
}

/** @param {Parameters<typeof createTable>[0]} host */
export function createEditing(host) {
  const { api, kept, changed } = host;
  const table = createTable(host);
  const { at, dirty, chosen, whole, trying, keep, touched, lay, took } = table;
  const drop = (/** @type {string} */ key) => kept.drop(key);

  return {
    at,
    dirty,
    keep,
    chosen,
    touched,
    save: createSaving({ api, at, dirty, whole, chosen, took, drop, changed }),
    /** @param {Entry} entry */
    openEntry: (entry) => lay(entry.id, { entry, draft: toDraft(entry) }),
    /** @param {Gap} gap @param {Entry|null} entry that is to be mended */
    openGap(gap, entry) {
      const draft = draftOf(gap, entry);
      const locale = localeOf(gap.title);
      lay(`gap:${gap.id}`, { gap, entry, draft, offers: offersOf(gap, titleOf(draft, locale)), locale });
    },
    /** @param {Partial<Entry>} [from] */
    openNew(from) {
      lay('new', { draft: toDraft(null) });
      if (!from) return;
      Object.assign(at.draft, toDraft(from), { id: null });
      at.locale = LOCALES.find((one) => at.draft.texts[one].question) ?? at.locale;
      touched();
    },
    shut: () => lay(null, {}),
    /** @param {(draft:Draft) => void} how @param {string} [path] whose complaint is over */
    edit(how, path) {
      how(at.draft);
      if (path) delete at.wrong[path];
      touched();
    },
    /** @param {Locale} locale */
    speak(locale) {
      at.locale = locale;
      changed();
    },
    /** @param {number} index */
    tick(index) {
      at.offers[index].on = !at.offers[index].on;
      touched();
    },
    /** @param {string} question */
    ask(question) {
      at.question = question;
      trying.later();
      changed();
    },
    /** Back to what the desk has. */
    revert() {
      if (at.key) drop(at.key);
      at.draft = structuredClone(at.base);
      at.wrong = {};
      touched();
    },
    /** @param {Entry} entry */
    took(entry) {
      took(entry);
      changed();
    },
    /** Somebody else changed it: theirs is taken, or mine is laid over it. @param {boolean} mine */
    settle(mine) {
      const theirs = at.theirs;
      if (!theirs) return;
      if (mine) {
        at.draft.version = theirs.version;
        Object.assign(at, { base: toDraft(theirs), entry: theirs });
      } else took(theirs);
      at.theirs = null;
      touched();
    },
  };
}

/** @typedef {ReturnType<typeof createEditing>} Editing */
