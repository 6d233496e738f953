/** The two columns of the knowledge: questions that wait for an answer, and entries. What is loaded of them, and what is asked for next. Without a DOM. */
import { LOCALES } from './spoken.js';

/** @typedef {'unanswered'|'phrasing'|'conflict'|'weak'|'done'} Tab */
/** @type {Tab[]} */
export const TABS = ['unanswered', 'phrasing', 'conflict', 'weak', 'done'];
export const DAYS = [7, 30, 90];
export const SORTS = /** @type {const} */ (['updated', 'asked', 'question', 'category']);
export const STATES = /** @type {const} */ (['', 'published', 'draft']);
const WEAK_SHOWN = 3;
const PAGE = 50;

/**
 * @param {import('./api.js').FaqApi} api @param {() => void} changed
 */
export function createQueue(api, changed) {
  const at = {
    /** @type {Tab} */ tab: 'unanswered',
    days: 30,
    /** @type {'loading'|'ready'|'failed'} */ phase: 'loading',
    /** @type {import('./gaps.js').Gap[]} */ items: [],
    /** Below those that wait. @type {import('./gaps.js').Gap[]} */ weak: [],
    /** @type {import('./gaps.js').Totals|null} */ totals: null,
    /** @type {import('./gaps.js').Rate|null} */ rate: null,
    /** @type {string|null} */ cursor: null,
  };
  let turn = 0;
  const asked = () => (at.tab === 'done' ? { state: 'done', days: at.days } : { kind: at.tab, state: 'open', days: at.days });
  const load = async () => {
    const mine = (turn += 1);
    try {
      const [page, weak] = await Promise.all([
        api.gaps({ ...asked(), limit: PAGE }),
        at.tab === 'unanswered' ? api.gaps({ kind: 'weak', state: 'open', days: at.days, limit: WEAK_SHOWN }) : null,
      ]);
      if (mine !== turn) return;
      Object.assign(at, { items: page.items, cursor: page.next_cursor ?? null, totals: page.totals, rate: page.rate, weak: weak?.items ?? [], phase: 'ready' });
    } catch {
      if (mine !== turn) return;
      if (at.phase !== 'ready') at.phase = 'failed';
    }
    changed();
  };
  return {
    at,
    load,
    /** In the order of the column. */
    all: () => [...at.items, ...at.weak],
    /** @param {string} id */
    find: (id) => [...at.items, ...at.weak].find((one) => one.id === id) ?? null,
    /** @param {Tab} tab */
    show(tab) {
      Object.assign(at, { tab, items: [], weak: [], cursor: null, phase: 'loading' });
      changed();
      return load();
    },
    /** @param {number} days */
    since(days) {
      at.days = days;
      changed();
      return load();
    },
    async more() {
      const cursor = at.cursor;
      if (!cursor) return;
      at.cursor = null;
      const mine = turn;
      try {
        const page = await api.gaps({ ...asked(), limit: PAGE, cursor });
        if (mine !== turn) return;
        at.items = [...at.items, ...page.items];
        at.cursor = page.next_cursor ?? null;
      } catch {
        at.cursor = cursor;
      }
      changed();
    },
    /** It is decided: gone from the column at once. @param {string} id */
    drop(id) {
      const gap = at.items.find((one) => one.id === id) ?? at.weak.find((one) => one.id === id);
      if (!gap) return;
      at.items = at.items.filter((one) => one.id !== id);
      at.weak = at.weak.filter((one) => one.id !== id);
      if (at.totals && at.tab !== 'done') at.totals = { ...at.totals, [gap.kind]: Math.max(0, at.totals[gap.kind] - 1) };
      changed();
    },
  };
}
/** @typedef {ReturnType<typeof createQueue>} Queue */

/** @param {import('./api.js').FaqApi} api @param {() => void} changed */
export function createEntries(api, changed) {
  const at = {
    q: '',
    state: '',
    category: '',
    /** @type {typeof SORTS[number]} */ sort: 'updated',
    /** @type {'loading'|'ready'|'failed'} */ phase: 'loading',
    /** @type {import('./draft.js').Entry[]} */ items: [],
    /** @type {string|null} */ cursor: null,
    /** @type {Set<string>} */ categories: new Set(),
    /** How many there are of those that are asked for; null = not known yet. @type {number|null} */ total: null,
  };
  let turn = 0;
  const asked = () => ({ q: at.q.trim(), state: at.state, category: at.category, sort: at.sort, limit: PAGE });
  const filtered = () => Boolean(at.q.trim() || at.state || at.category);
  /** @param {import('../../answers.js').Page<import('./draft.js').Entry> & {categories?:{name:string, entries:number}[], total?:number}} page */
  const note = (page) => {
    if (page.categories) at.categories = new Set(page.categories.map((one) => one.name).filter(Boolean));
    at.total = page.total ?? at.items.length;
  };
  const load = async () => {
    const mine = (turn += 1);
    try {
      const page = await api.list(asked());
      if (mine !== turn) return;
      Object.assign(at, { items: page.items, cursor: page.next_cursor ?? null, phase: 'ready' });
      note(page);
    } catch {
      if (mine !== turn) return;
      if (at.phase !== 'ready') at.phase = 'failed';
    }
    changed();
  };
  return {
    at,
    load,
    filtered,
    /** @param {Partial<{q:string, state:string, category:string, sort:typeof SORTS[number]}>} what */
    ask(what) {
      Object.assign(at, what);
      changed();
      return load();
    },
    async more() {
      const cursor = at.cursor;
      if (!cursor) return;
      at.cursor = null;
      const mine = turn;
      try {
        const page = await api.list({ ...asked(), cursor });
        if (mine !== turn) return;
        at.items = [...at.items, ...page.items];
        at.cursor = page.next_cursor ?? null;
        note(page);
      } catch {
        at.cursor = cursor;
      }
      changed();
    },
    /** It is as the desk has it now. @param {import('./draft.js').Entry} entry */
    put(entry) {
      if (entry.category) at.categories.add(entry.category);
      const known = at.items.some((one) => one.id === entry.id);
      at.items = known ? at.items.map((one) => (one.id === entry.id ? { ...one, ...entry } : one)) : [entry, ...at.items];
      if (!known) at.total = (at.total ?? 0) + 1;
      changed();
    },
    /** @param {string} id */
    drop(id) {
      const before = at.items.length;
      at.items = at.items.filter((one) => one.id !== id);
      if (at.total !== null && at.items.length < before) at.total -= 1;
      changed();
    },
  };
}
/** @typedef {ReturnType<typeof createEntries>} Entries */

/** Languages in which it is answered, in short. @param {import('./draft.js').Entry} entry */
export const spoken = (entry) => LOCALES.filter((locale) => entry.texts[locale]?.question || entry.texts[locale]?.answer);
