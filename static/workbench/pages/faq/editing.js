/**
 * One entry on the table: opened from the list, from a question in the queue or new; kept in the browser while it is written, tried
 * against a line, looked at for what it would make worse, and saved. Without a DOM.
 */
import { concernsOf } from './check.js';
import { LOCALES, addAlternatives, equal, localeOf, titleOf, toDesk, toDraft, wrongIn } from './draft.js';
import { draftOf, offersOf } from './gaps.js';

/** @typedef {import('./draft.js').Draft} Draft */
/** @typedef {import('./draft.js').Entry} Entry */
/** @typedef {import('./draft.js').Locale} Locale */
/** @typedef {import('./gaps.js').Gap} Gap */

/** How long nothing is typed before it is kept, and before it is tried. */
const KEEP_AFTER_MS = 400;
const TRY_AFTER_MS = 250;

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
 * @param {object} host
 * @param {import('./api.js').FaqApi} host.api
 * @param {ReturnType<typeof import('./draft.js').createKept>} host.kept
 * @param {() => void} host.changed
 * @param {() => number} host.now
 * @param {(fn:() => void, ms:number) => any} host.after
 */
export function createEditing({ api, kept, changed, now, after }) {
  const at = nothingOpen();
  let turn = 0;
  /** What the concerns were found for. */
  let looked = '';
  /** @type {Timer} */ let keeping = null;
  /** @type {Timer} */ let trying = null;

  const dirty = () => at.key !== null && !equal(at.draft, at.base);
  /** As it would be saved, with what is ticked. */
  const whole = () => {
    const draft = structuredClone(at.draft);
    addAlternatives(draft, chosen());
    return toDesk(draft);
  };
  const chosen = () => at.offers.filter((one) => one.on).map((one) => one.text);
  const keep = () => {
    clearTimeout(keeping);
    if (!at.key) return;
    if (dirty()) kept.put(at.key, at.draft, now());
    else kept.drop(at.key);
  };

  const tryOut = async () => {
    const mine = (turn += 1);
    const question = at.question.trim();
    if (!question) {
      at.checked = null;
      at.untried = false;
      return changed();
    }
    try {
      const found = await api.check({ entry: { id: at.draft.id, ...whole() }, question });
      if (mine !== turn) return;
      at.checked = found;
      at.untried = false;
    } catch {
      if (mine !== turn) return;
      at.checked = null;
      at.untried = true;
    }
    changed();
  };
  const tryLater = () => {
    clearTimeout(trying);
    trying = after(tryOut, TRY_AFTER_MS);
  };
  const touched = () => {
    clearTimeout(keeping);
    keeping = after(keep, KEEP_AFTER_MS);
    at.concerns = null;
    if (at.question.trim()) tryLater();
    changed();
  };

  /** @param {string} key @param {Partial<Open>} what */
  const lay = (key, what) => {
    keep();
    clearTimeout(trying);
    turn += 1;
    Object.assign(at, nothingOpen(), { locale: at.locale }, what, { key });
    at.base = structuredClone(at.draft);
    const mine = kept.get(key);
    // What was written of an older version is not laid over a newer one.
    if (mine && mine.version === at.draft.version) at.draft = mine;
    if (!at.draft.texts[at.locale].question && !at.draft.texts[at.locale].answer) at.locale = LOCALES.find((one) => at.draft.texts[one].question) ?? at.locale;
    changed();
  };

  /** The desk has it. @param {Entry} entry */
  const took = (entry) => {
    if (at.key) kept.drop(at.key);
    at.entry = entry;
    at.draft = toDraft(entry);
    at.base = structuredClone(at.draft);
    at.concerns = null;
    at.theirs = null;
    for (const one of at.offers) one.on = false;
    at.offers = at.offers.filter((one) => !LOCALES.some((locale) => at.draft.texts[locale].alternatives.includes(one.text)));
  };

  /** Asks what it would make worse; what was looked at already is not shown again. @returns {Promise<boolean>} nothing stands against it */
  const looksWell = async () => {
    const what = whole();
    const print = JSON.stringify(what);
    if (looked === print) return true;
    /** @type {import('./check.js').Checked} */ const found = await api.check({ entry: { id: at.draft.id, ...what }, question: at.question.trim() || titleOf(at.draft, at.locale) });
    looked = print;
    at.concerns = concernsOf(found);
    return at.concerns === null;
  };

  /** @param {boolean} publish @param {boolean} despite @returns {Promise<any>} what the desk answered */
  const send = (publish, despite) => {
    const { gap, draft } = at;
    if (gap && publish) {
      if (gap.faq_id && !dirty()) return api.decide(gap.id, 'attach', { faq_id: gap.faq_id, phrasings: chosen(), despite });
      const entry = { ...toDesk(draft), ...(draft.id ? { id: draft.id, version: draft.version } : {}), state: 'published' };
      return api.decide(gap.id, 'approve', { entry, phrasings: chosen(), tell: at.tell, despite });
    }
    const state = publish ? 'published' : draft.id && at.base.state === 'published' ? 'published' : 'draft';
    return draft.id ? api.change(draft.id, { ...whole(), version: draft.version, state, despite }) : api.add({ ...whole(), state, despite });
  };

  return {
    at,
    dirty,
    keep,
    chosen,
    /** @param {Entry} entry */
    openEntry: (entry) => lay(entry.id, { entry, draft: toDraft(entry) }),
    /** @param {Gap} gap @param {Entry|null} entry that is to be mended */
    openGap(gap, entry) {
      const draft = draftOf(gap, entry);
      const title = titleOf(draft, localeOf(gap.title));
      lay(`gap:${gap.id}`, { gap, entry, draft, offers: offersOf(gap, title), locale: localeOf(gap.title) });
    },
    /** @param {Partial<Entry>} [from] */
    openNew: (from) => {
      lay('new', { draft: toDraft(null) });
      if (from) Object.assign(at.draft, toDraft(from), { id: null });
      at.locale = LOCALES.find((one) => at.draft.texts[one].question) ?? at.locale;
      touched();
    },
    shut() {
      keep();
      turn += 1;
      Object.assign(at, nothingOpen(), { locale: at.locale });
      changed();
    },
    touched,
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
      tryLater();
      changed();
    },
    /** Back to what the desk has. */
    revert() {
      if (at.key) kept.drop(at.key);
      at.draft = structuredClone(at.base);
      at.wrong = {};
      touched();
    },
    took(/** @type {Entry} */ entry) {
      took(entry);
      changed();
    },
    /** Somebody else changed it: theirs is taken, or mine is laid over it. @param {boolean} mine */
    settle(mine) {
      const theirs = at.theirs;
      if (!theirs) return;
      if (mine) {
        at.draft.version = theirs.version;
        at.base = toDraft(theirs);
        at.entry = theirs;
      } else took(theirs);
      at.theirs = null;
      touched();
    },
    /**
     * @param {boolean} publish
     * @returns {Promise<{done:boolean, answer?:any, error?:any}>} not done without an error = something is shown that has to be looked at
     */
    async save(publish) {
      if (at.busy || !at.key) return { done: false };
      at.wrong = wrongIn(at.draft, publish);
      if (Object.keys(at.wrong).length > 0) {
        changed();
        return { done: false };
      }
      const key = at.key;
      at.busy = publish ? 'publish' : 'draft';
      changed();
      try {
        const despite = at.concerns !== null;
        if (publish && !despite && !(await looksWell())) return { done: false };
        const answer = await send(publish, publish);
        const entry = answer?.entry ?? answer;
        if (at.key === key && entry?.texts) took(entry);
        else kept.drop(key);
        looked = '';
        return { done: true, answer };
      } catch (error) {
        const { code } = /** @type {import('../../api.js').Problem} */ (error);
        if (at.key !== key) return { done: false, error };
        if (code === 'changed_meanwhile' && at.draft.id) {
          at.theirs = await api.get(at.draft.id).catch(() => null);
          if (at.theirs) return { done: false };
        }
        return { done: false, error };
      } finally {
        at.busy = null;
        changed();
      }
    },
  };
}

/** @typedef {ReturnType<typeof createEditing>} Editing */
