/**
 * Search: one box over everything that was ever said and everybody who said it. What is asked for stands in the address, so that Back
 * from a hit is back at what was found, where it was left. Comes when it is first entered and stays.
 */
import { mount } from '../../app/mount.js';
import { offer } from '../../app/rooms.js';
import { keyText } from '../../app/combo.js';
import { t } from '../../app/texts.js';
import { html, render } from '../../lit.js';
import { signal } from '../../signals.js';
import { createAsking } from './asking.js';
import { createChoices } from './choices.js';
import { createField } from './field.js';
import { createFilters } from './filters.js';
import { QUERY_MAX, read, sayable, withChip, write } from './query.js';
import { createRecent } from './recent.js';
import { createResults } from './results.js';
import './icons.js';

/** Nearer than this to the end asks for older ones. */
const NEAR_END = 600;

/** Places of the room. @param {() => void} commands */
function layOut(commands) {
  const root = document.createElement('main');
  root.id = 'search';
  root.className = 'room';
  render(
    html`<div class="sheet ask">
      <h1 class="hidden">${t('search.title')}</h1>
      <div class="ask-top" role="search">
        <div class="ask-line">
          <div class="ask-field"></div>
          <button type="button" class="button quiet ask-commands" aria-haspopup="dialog" title=${t('search.commands_hint')} @click=${commands}>
            ${t('search.commands')}<kbd class="no-phone" aria-hidden="true">${keyText('mod+k')}</kbd>
          </button>
        </div>
        <div class="ask-narrow"></div>
      </div>
      <div class="hidden" role="status"></div>
      <div class="ask-scroll"></div>
    </div>`,
    root,
  );
  return root;
}

/**
 * Arrows walk through what was found, and back into the field.
 * @param {HTMLElement} root @param {() => HTMLElement|null} field @param {() => void} more
 */
function walkHits(root, field, more) {
  const all = () => /** @type {HTMLElement[]} */ ([...root.querySelectorAll('.ask-scroll :is(.hit, .hits-all, .ask-meant)')]);
  /** @param {number} to */
  const focus = (to) => {
    const hits = all();
    if (to < 0 || hits.length === 0) return field()?.focus();
    if (to >= hits.length - 2) more();
    const hit = hits[Math.min(to, hits.length - 1)];
    hit.focus();
    hit.scrollIntoView({ block: 'nearest' });
  };
  root.addEventListener('keydown', (event) => {
    const at = all().indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, Home: 0, End: all().length - 1, Escape: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    focus(to);
  });
  return { first: () => focus(0) };
}

/** A person whose conversations are asked for when they are wanted. @param {import('../../app/bench.js').Bench} app */
const findPerson = ({ api, desk, router }) => async (/** @type {import('./hits.js').Hit} */ { contact }) => {
  try {
    const { conversations } = await api.contact(contact?.id ?? '');
    if (conversations[0]) await router.go(`/inbox/${encodeURIComponent(conversations[0].id)}?who`);
    else desk.notify({ key: 'search.no_conversation', icon: 'info' });
  } catch (error) {
    desk.failed(error);
  }
};

/**
 * What is asked for, in the address too.
 * @param {import('../../app/bench.js').Bench} app @param {() => void} redraw
 */
function createQuestion({ api, ui, moved }, redraw) {
  /** @type {import('./query.js').Asked & {typing:boolean}} */
  const asked = { chips: [], words: '', typing: false };
  const question = () => (asked.typing ? sayable(asked) : write(asked));
  const address = () => (question() ? `/search?q=${encodeURIComponent(question())}` : '/search');
  /** The address says what is asked for, without a step of its own in the history. */
  const remember = () => {
    if (!ui.sees('search') || location.pathname + location.search === address()) return;
    history.replaceState(history.state, '', address());
    moved();
  };
  const asking = createAsking({
    search: api.search,
    changed: () => {
      if (asking.state.phase !== 'asking') remember();
      redraw();
    },
    after: (fn, ms) => setTimeout(fn, ms),
    cancel: (timer) => clearTimeout(timer),
  });
  const long = () => question().length > QUERY_MAX;
  const changed = (now = false) => {
    if (!long()) asking.ask(question(), now);
    if (now) remember();
    redraw();
  };
  return {
    asked,
    asking,
    question,
    address,
    long,
    changed,
    /** One more condition. @param {import('./query.js').Chip} chip */
    add(chip) {
      asked.chips = withChip(asked.chips, chip);
      changed(true);
    },
    /** @param {import('./query.js').Chip[]} chips in the place of all of them */
    take(chips) {
      asked.chips = chips;
      changed(true);
    },
    /** @param {string} q another one */
    be(q) {
      Object.assign(asked, read(q), { typing: false });
      changed(true);
    },
    /** What was still being typed is meant as it stands. */
    settle() {
      const { chips, words } = read(asked.words);
      for (const chip of chips) asked.chips = withChip(asked.chips, chip);
      Object.assign(asked, { words, typing: false });
    },
  };
}

/** @param {import('../../app/bench.js').Bench} app @returns {import('../../app/router.js').Room} */
function createSearch(app) {
  const { me, storage, table } = app;
  const root = layOut(() => app.shell.palette.open());
  const place = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(name));
  const tick = signal(0);
  const redraw = () => void (tick.value += 1);
  const { asked, asking, question, address, long, changed, add, take, be, settle } = createQuestion(app, redraw);
  const recent = createRecent(storage, me.agent.id);
  const tickets = Boolean(table.find('/tickets'));
  /** It was entered from another page, so that there is one to go back to. */
  let came = false;

  /** @param {string} q */
  const ask = (q) => {
    be(q);
    place('.ask-scroll').scrollTo(0, 0);
    field.input()?.focus();
  };
  const choices = createChoices(app, redraw);
  const field = createField({
    asked,
    choices,
    changed,
    redraw,
    enter() {
      settle();
      recent.add(question());
      // Asked and answered: Enter goes on to it.
      if (asking.state.phase === 'ready' && asking.state.of === question()) walk.first();
      else changed(true);
    },
    down: () => walk.first(),
    leave: () => void (came && history.back()),
  });
  const walk = walkHits(root, field.input, () => void asking.more());
  const filters = createFilters({ choices, chips: () => asked.chips, add, take, begin: field.begin, tickets });
  const results = createResults({ asking, asked, recent, me: me.agent.id, tickets, ask, begin: field.begin, find: findPerson(app), opened: () => recent.add(question()), redraw, long });

  for (const [name, view] of /** @type {const} */ ([['.ask-field', field.view], ['.ask-narrow', filters], ['.ask-scroll', results.view], ['[role=status]', results.status]])) {
    mount(place(name), () => {
      tick.value;
      return view();
    });
  }
  const onScroll = () => {
    const { scrollHeight, scrollTop, clientHeight } = place('.ask-scroll');
    if (scrollHeight - scrollTop - clientHeight < NEAR_END) asking.more();
  };
  place('.ask-scroll').addEventListener('scroll', onScroll, { passive: true });

  return {
    root,
    returns: true,
    title: () => [question(), t('search.title'), me.shop.name].filter(Boolean).join(' · '),
    heading: () => field.input(),
    address,
    show({ url, back }) {
      came ||= !back;
      document.body.dataset.alone = 'false';
      choices.load();
      const q = url.searchParams.get('q') ?? '';
      if (q !== question()) ask(q);
      redraw();
      if (back) return;
      requestAnimationFrame(() => {
        field.input()?.focus();
        field.input()?.select();
      });
    },
  };
}

offer('search', createSearch);
