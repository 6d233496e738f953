/** What the desk finds for a question typed into the palette: the first few, and the way to all of them. */
import { icon } from '../parts/icons.js';
import { contactAvatar } from '../parts/people.js';
import { when } from '../parts/times.js';
import { html } from '../lit.js';
import { createAsking } from '../pages/search/asking.js';
import { addressOf, pieces, plain } from '../pages/search/hits.js';
import { t } from './texts.js';

/** Of what was found. */
const SHOWN = 5;
/** Most who type here look for something that is known already. */
const WAIT_MS = 350;

/** @param {string|null} text @returns {[number, number][]} where its hits are, without their marks */
function spansOf(text) {
  /** @type {[number, number][]} */ const spans = [];
  let at = 0;
  for (const piece of pieces(text)) {
    if (piece.hit) spans.push([at, at + piece.text.length]);
    at += piece.text.length;
  }
  return spans;
}

/**
 * @param {object} host
 * @param {import('../api.js').Api} host.api
 * @param {(path:string) => void} host.go
 * @param {boolean} host.tickets   they have a page
 */
export function createPaletteSearch({ api, go, tickets }) {
  /** @type {() => void} */ let told = () => {};
  const asking = createAsking({
    search: (ask) => api.search({ ...ask, limit: SHOWN }),
    changed: () => told(),
    after: (fn, ms) => setTimeout(fn, ms),
    cancel: (timer) => clearTimeout(timer),
    wait: WAIT_MS,
  });
  /** @param {import('../pages/search/hits.js').Hit} hit @param {number} index @returns {import('./palette.js').Hit[]} */
  const found = (hit, index) => {
    const address = addressOf(hit, tickets);
    if (!address) return [];
    const mark = hit.contact ? html`<span class="palette-face">${contactAvatar(hit.contact)}</span>` : icon('search', 18);
    const hint = [hit.ticket?.name, hit.contact?.name, hit.at && when(hit.at, Date.now())].filter(Boolean).join(' · ');
    return [{ entry: { id: `found:${index}`, group: 'found', label: plain(hit.text), hint, mark, run: () => go(address) }, spans: spansOf(hit.text) }];
  };
  return {
    /** Whoever shows it is told of each answer. @param {() => void} listener */
    onChange: (listener) => void (told = listener),
    /** @param {string} query */
    ask: (query) => asking.ask(query.trim()),
    /** @param {string} query @returns {import('./palette.js').Hit[]} the way to the page first */
    hits(query) {
      const q = query.trim();
      if (!q) return [];
      const all = { id: 'search', group: /** @type {const} */ ('found'), label: t('palette.search_for', { query: q }), mark: icon('search', 18), run: () => go(`/search?q=${encodeURIComponent(q)}`) };
      return [{ entry: all, spans: [] }, ...(asking.state.of === q ? asking.state.items.flatMap(found) : [])];
    },
  };
}

/** @typedef {ReturnType<typeof createPaletteSearch>} PaletteSearch */
