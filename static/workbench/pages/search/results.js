/** What was found: groups, the newest first, each hit a link to where it lives; and what is said where there is nothing to show. */
import { html, nothing } from '../../lit.js';
import { plural, t } from '../../app/texts.js';
import { icon } from '../../parts/icons.js';
import { contactAvatar } from '../../parts/people.js';
import { exact, when } from '../../parts/times.js';
import { addressOf, grouped, pieces, plain } from './hits.js';
import { OPERATORS } from './query.js';

/** Shown of a group of things until somebody wants all of them. */
const FIRST = 4;

/** @typedef {import('./hits.js').Hit} Hit */

/** @param {string|null} text */
const marked = (text) => pieces(text).map(({ text: part, hit }) => (hit ? html`<mark>${part}</mark>` : part));

/** @param {Hit['contact']} contact */
const nameOf = (contact) => contact?.name || (contact?.label ? t('common.visitor', { label: contact.label }) : t('search.somebody'));

/** Who said it, where it was not the customer. @param {Hit} hit @param {string} me */
function saidBy({ kind, who }, me) {
  const name = who && who.kind !== 'visitor' ? (who.id === me ? t('common.you') : (who.name ?? '')) : '';
  if (kind === 'note') return html`<span class="hit-lock">${icon('lock', 12)}${name ? t('search.note_by', { name }) : t('search.note')}</span>`;
  const clip = kind === 'file' ? icon('paperclip', 12) : nothing;
  return name || kind === 'file' ? html`<span class="hit-who">${clip}${name}</span>` : nothing;
}

/** @param {Hit} hit */
const time = ({ at }) => (at ? html`<time datetime=${at} title=${exact(at)}>${when(at, Date.now())}</time>` : nothing);

/** @param {Hit} hit @param {string} me */
function said(hit, me) {
  return html`${hit.contact ? contactAvatar(hit.contact) : nothing}
    <span class="hit-body">
      <span class="hit-head"
        ><b>${nameOf(hit.contact)}</b>${saidBy(hit, me)}${hit.ticket ? html`<span class="chip">${hit.ticket.name}</span>` : nothing}${time(hit)}</span
      >
      <span class="hit-text">${marked(hit.text)}</span>
    </span>`;
}

/** One thing: a person, a ticket, an answer. @param {Hit} hit */
function thing(hit) {
  const mark = hit.kind === 'contact' ? contactAvatar(hit.contact ?? { id: '', name: null }) : html`<span class="hit-mark">${icon(hit.kind === 'ticket' ? 'ticket' : 'quote', 18)}</span>`;
  const title = hit.kind === 'contact' && plain(hit.text) !== hit.contact?.name ? nameOf(hit.contact) : '';
  return html`${mark}
    <span class="hit-body">
      <span class="hit-head">
        ${title ? html`<b>${title}</b>` : hit.kind === 'canned' ? html`<span class="hit-text">${marked(hit.text)}</span>` : html`<b>${marked(hit.text)}</b>`}
        ${hit.kind === 'ticket' && hit.contact ? html`<span class="hit-who">${nameOf(hit.contact)}</span>` : nothing}${time(hit)}
      </span>
      ${title ? html`<span class="hit-text">${marked(hit.text)}</span>` : nothing}
    </span>`;
}

/**
 * Nothing answers.
 * @param {boolean} partial @param {string[]} suggestions @param {boolean} narrowed @param {(q:string) => void} ask
 */
const nothingFound = (partial, suggestions, narrowed, ask) => html`<div class="ask-none">
  <p class="ask-none-title">${t('search.nothing')}</p>
  ${suggestions.length > 0
    ? html`<p>
        ${t('search.meant')}${suggestions.map((one) => html`<button type="button" class="text-button ask-meant" @click=${() => ask(one)}>${one}</button>`)}
      </p>`
    : html`<p>${t(partial ? 'search.partial' : narrowed ? 'search.nothing_narrow' : 'search.nothing_hint')}</p>`}
</div>`;

/** What is wrong, and what to do about it. @param {import('../../api.js').Problem|null} problem @param {() => void} retry */
function trouble(problem, retry) {
  const code = ['unreachable', 'rate_limited', 'invalid', 'unavailable', 'forbidden', 'search_off'].find((one) => one === problem?.code) ?? 'unexpected';
  return html`<div class="ask-none" role="alert">
    <p class="ask-none-title">${t(`search.error_${code}`, { seconds: problem?.retryAfter ?? 1 })}</p>
    ${code === 'rate_limited' ? nothing : html`<button type="button" class="button" @click=${retry}>${t('common.retry')}</button>`}
  </div>`;
}

/**
 * Before anything was asked: what was asked last, and what narrows a question.
 * @param {object} host
 * @param {{all:() => string[], clear:() => void}} host.recent
 * @param {boolean} host.tickets
 * @param {(q:string) => void} host.ask
 * @param {(operator:string) => void} host.begin
 * @param {() => void} host.redraw
 */
function beginning({ recent, tickets, ask, begin, redraw }) {
  const last = recent.all();
  const clear = () => {
    recent.clear();
    redraw();
  };
  return html`${last.length > 0
      ? html`<section class="hits" aria-labelledby="search-recent">
          <div class="hits-title"><h2 id="search-recent">${t('search.recent')}</h2><button type="button" class="text-button" @click=${clear}>${t('search.recent_clear')}</button></div>
          <ul>
            ${last.map(
              (q) => html`<li><button type="button" class="hit hit-recent" @click=${() => ask(q)}><span class="hit-mark">${icon('history', 18)}</span><span class="hit-text">${q}</span></button></li>`,
            )}
          </ul>
        </section>`
      : nothing}
    <section class="hits" aria-labelledby="search-narrow">
      <div class="hits-title"><h2 id="search-narrow">${t('search.narrow_title')}</h2></div>
      <ul class="ask-hints">
        ${OPERATORS.filter((op) => tickets || op !== 'in').map(
          (op) => html`<li><button type="button" class="hit" @click=${() => begin(op)}><code>${op}:</code><span class="hit-who">${t(`search.means_${op}`)}</span></button></li>`,
        )}
      </ul>
    </section>`;
}

/**
 * @param {object} host
 * @param {import('./asking.js').Asking} host.asking
 * @param {{chips:unknown[]}} host.asked
 * @param {{all:() => string[], clear:() => void}} host.recent
 * @param {string} host.me
 * @param {boolean} host.tickets   they have a page
 * @param {(q:string) => void} host.ask          this instead
 * @param {(operator:string) => void} host.begin  an operator to go on with
 * @param {(hit:Hit) => void} host.find   a person of whom no conversation is known yet
 * @param {() => void} host.opened
 * @param {() => void} host.redraw
 * @param {() => boolean} host.long   the question is longer than the desk takes
 */
export function createResults({ asking, asked, recent, me, tickets, ask, begin, find, opened, redraw, long }) {
  /** Groups that are shown whole. @type {Set<string>} */
  let whole = new Set();
  let of = '';

  /** @param {Hit} hit */
  const row = (hit) => {
    const inner = hit.kind === 'contact' || hit.kind === 'ticket' || hit.kind === 'canned' ? thing(hit) : said(hit, me);
    const address = addressOf(hit, tickets);
    return html`<li>
      ${address
        ? html`<a class="hit hit-${hit.kind}" href=${address} @click=${opened}>${inner}</a>`
        : html`<button type="button" class="hit hit-${hit.kind}" @click=${() => find(hit)}>${inner}</button>`}
    </li>`;
  };
  /** @param {{name:import('./hits.js').Group, items:Hit[]}} group */
  const group = ({ name, items }) => {
    const shown = name === 'message' || whole.has(name) ? items : items.slice(0, FIRST);
    const all = () => {
      whole.add(name);
      redraw();
    };
    return html`<section class="hits" aria-labelledby="hits-${name}">
      <div class="hits-title"><h2 id="hits-${name}">${t(`search.group_${name}`)}</h2></div>
      <ul>
        ${shown.map(row)}
      </ul>
      ${shown.length < items.length ? html`<button type="button" class="text-button hits-all" @click=${all}>${plural('search.all', items.length)}</button>` : nothing}
    </section>`;
  };
  const groups = () => {
    const { items, of: now, next, more, partial } = asking.state;
    if (of !== now) [of, whole] = [now, new Set()];
    return html`${partial ? html`<p class="ask-partial">${t('search.partial')}</p>` : nothing}${grouped(items).map(group)}
    ${next ? html`<button type="button" class="button hits-more" aria-busy=${more} @click=${() => asking.more()}>${t('search.more')}</button>` : nothing}`;
  };

  return {
    /** How many, for who hears the page. */
    status: () => {
      const { phase, items, next } = asking.state;
      if (phase !== 'ready' || long()) return '';
      return next ? t('search.count_more', { count: items.length }) : plural('search.count', items.length);
    },
    view: () => {
      const { phase, items, of: answered, suggestions, problem, partial } = asking.state;
      if (long()) return html`<div class="ask-none" role="alert"><p class="ask-none-title">${t('search.too_long')}</p></div>`;
      if (phase === 'idle') return beginning({ recent, tickets, ask, begin, redraw });
      if (phase === 'failed') return trouble(problem, asking.retry);
      if (phase === 'asking' && !answered) return html`<p class="ask-wait">${t('search.asking')}</p>`;
      if (phase === 'ready' && items.length === 0) return nothingFound(partial, suggestions, asked.chips.length > 0, ask);
      return html`<div aria-busy=${phase === 'asking'}>${groups()}</div>`;
    },
  };
}
