/**
 * Asks the desk while somebody types: a moment after the last key, one question at a time, and what an older one brings is left out.
 * Where the desk wants fewer, it is asked again by itself. Knows no page.
 */

/** So long after the last key, where nothing else is said. */
const AFTER_MS = 200;
/** Items of one page. */
const PAGE = 40;

/**
 * @typedef {object} Answer
 * @property {import('./hits.js').Hit[]} items
 * @property {string|null} next
 * @property {string[]} suggestions
 * @property {boolean} [partial]   older messages may be missing: the index is being made
 */

/** Nothing was asked. */
const begun = () => ({
  q: '',
  /** @type {'idle'|'asking'|'ready'|'failed'} */
  phase: 'idle',
  /** @type {import('./hits.js').Hit[]} */
  items: [],
  /** What the items answer: while the next answer travels they stay. */
  of: '',
  /** @type {string|null} */
  next: null,
  /** @type {string[]} */
  suggestions: [],
  partial: false,
  /** @type {import('../../api.js').Problem|null} */
  problem: null,
  more: false,
});

/**
 * @param {object} host
 * @param {(ask:{q:string, limit:number, before?:string|null}) => Promise<Answer>} host.search
 * @param {() => void} host.changed
 * @param {(fn:() => void, ms:number) => unknown} host.after
 * @param {(timer:any) => void} host.cancel
 * @param {number} [host.wait]   in milliseconds
 */
export function createAsking({ search, changed, after, cancel, wait = AFTER_MS }) {
  let at = begun();
  let turn = 0;
  /** @type {unknown} */ let timer = null;

  /** @param {unknown} error @param {() => void} again */
  const failed = (error, again) => {
    at.problem = /** @type {import('../../api.js').Problem} */ (error);
    at.phase = 'failed';
    if (at.problem.status === 429) timer = after(again, (at.problem.retryAfter ?? 1) * 1000);
  };
  const run = async () => {
    const mine = (turn += 1);
    at.phase = 'asking';
    at.problem = null;
    changed();
    try {
      const { items, next, suggestions, partial = false } = await search({ q: at.q, limit: PAGE });
      if (mine !== turn) return;
      Object.assign(at, { items, next: next ?? null, suggestions: suggestions ?? [], partial, of: at.q, phase: 'ready' });
    } catch (error) {
      if (mine !== turn) return;
      failed(error, run);
    }
    changed();
  };

  return {
    get state() {
      return at;
    },
    /** @param {string} q @param {boolean} [now] without waiting for another key */
    ask(q, now = false) {
      if (q === at.q && !(now && at.phase === 'failed')) return;
      cancel(timer);
      turn += 1;
      if (!q) {
        at = begun();
        return changed();
      }
      at.q = q;
      at.phase = 'asking';
      at.problem = null;
      changed();
      if (now) run();
      else timer = after(run, wait);
    },
    /** The same once more. */
    retry: () => void (at.q && run()),
    /** Older ones. */
    async more() {
      if (!at.next || at.more || at.phase !== 'ready') return;
      const mine = turn;
      at.more = true;
      changed();
      try {
        const { items, next } = await search({ q: at.q, limit: PAGE, before: at.next });
        if (mine !== turn) return;
        at.items = [...at.items, ...items];
        at.next = next ?? null;
      } catch {
        // The next scroll to the end asks again.
      } finally {
        at.more = false;
        changed();
      }
    },
  };
}

/** @typedef {ReturnType<typeof createAsking>} Asking */
