/**
 * The knowledge: questions that wait for an answer, entries, import and figures at the left, and what is open of them beside. Comes when it is
 * first entered; the editor and what is used seldom come when they are first opened.
 */
import { html, nothing, render } from '../../lit.js';
import { effect, signal } from '../../signals.js';
import { take } from '../../app/layers.js';
import { loadStyle } from '../../app/load-style.js';
import { mount } from '../../app/mount.js';
import { offer } from '../../app/rooms.js';
import { t } from '../../app/texts.js';
import { createActions, listenForSearch } from './actions.js';
import { createFaqApi } from './api.js';
import { beginView, restView } from './empty.js';
import { stepped } from './gaps.js';
import './icons.js';
import { createEntriesColumn } from './list.js';
import { createEntries, createQueue } from './lists.js';
import { PLACES, addressOf, placeOf } from './places.js';
import { createQueueColumn } from './queue.js';

/** @typedef {import('./places.js').Place} Place */
/** @typedef {{view:() => unknown, lay:(id:string) => Promise<void>, begin:(question:string, answer:string) => void}} Editor */
/**
 * @template T
 * @typedef {{ready:() => Promise<T>, get:() => T|null}} Part
 */

/** Places of the room, by their names. @param {string} shop */
function layOut(shop) {
  const root = document.createElement('main');
  root.id = 'faq';
  root.className = 'room';
  render(
    html`<h1 class="hidden" tabindex="-1">${t('rail.faq')} · ${shop}</h1>
      <section class="faq-column" aria-label=${t('rail.faq')}>
        <div class="faq-top"></div>
        <div class="faq-scroll"></div>
      </section>
      <section class="sheet faq-sheet" aria-label=${t('faq.sheet')}></section>`,
    root,
  );
  return root;
}

/**
 * A part that is loaded when it is first looked at, with its words; who draws it is told once it is there.
 * @template T
 * @param {() => Promise<T>} load @param {() => void} changed
 */
function late(load, changed) {
  /** @type {T|null} */ let part = null;
  /** @type {Promise<T>|null} */ let coming = null;
  const ready = () => {
    coming ??= load().then((made) => {
      part = made;
      changed();
      return made;
    });
    // Away: the next look asks again.
    coming.catch(() => (coming = null));
    return coming;
  };
  return {
    ready,
    get() {
      if (!part) ready().catch(() => {});
      return part;
    },
  };
}

/**
 * What is known and what is open, with everything that can be done to it.
 * @param {import('../../app/bench.js').Bench} app @param {HTMLElement} root
 */
function createFaq(app, root) {
  const { desk, ui, client, table } = app;
  const drawn = signal(0);
  const changed = () => void (drawn.value = drawn.peek() + 1);
  const api = createFaqApi(app.api.call);
  const queue = createQueue(api, changed);
  const entries = createEntries(api, changed);
  const at = /** @type {{place:Place, id:string|null, shown:boolean}} */ ({ place: 'queue', id: null, shown: false });
  /** @type {Part<Editor>} */
  const editor = late(() => Promise.all([import('./editor.js'), table.later('faq_editor'), loadStyle('faq-editor')]).then(([part]) => part.createEditor(/** @type {any} */ (faq))), changed);
  /** What is on the table, once the editor is there. @type {import('./editing.js').Editing|null} */
  let editing = null;
  const faq = {
    app,
    api,
    at,
    queue,
    entries,
    editor,
    get editing() {
      return editing;
    },
    /** @param {import('./editing.js').Editing} made */
    setEditing(made) {
      editing = made;
    },
    drawn,
    changed,
    root,
    may: desk.may('faq'),
    mayDraft: desk.may('faq') || desk.may('faq_draft'),
    /** Goes within the room. @param {Place} place @param {string|null} id @param {{keep?:boolean, focus?:boolean}} [how] */
    go(place, id, how = {}) {
      const moves = at.id !== id || at.place !== place;
      Object.assign(at, { place, id });
      if (!how.keep && moves) take({ from: 'faq' }, faq.address());
      app.moved(Boolean(id) || place === 'import' || place === 'numbers');
      if (!id) editing?.shut();
      else if (moves || !editing?.at.key) faq.lay(id);
      changed();
      if (how.focus && id) requestAnimationFrame(() => document.getElementById('faq-open')?.focus({ preventScroll: true }));
    },
    /** Lays what is named on the table. @param {string} id */
    async lay(id) {
      try {
        await (await editor.ready()).lay(id);
      } catch (error) {
        if (at.id !== id || !at.shown) return;
        desk.failed(error);
        faq.go(at.place, null);
      }
    },
    address: () => (at.id ? `/faq/${encodeURIComponent(at.id)}` : addressOf(at.place)),
    /** @param {string} id */
    choose: (id) => faq.go(at.place, id, { focus: ui.phone.peek() }),
    /** What stands in the column. @returns {{id:string}[]} */
    column: () => (at.place === 'queue' ? queue.all() : at.place === 'entries' ? entries.at.items : []),
    /** @param {number} by */
    step(by) {
      const id = stepped(faq.column(), at.id, by);
      if (!id) return;
      faq.go(at.place, id);
      requestAnimationFrame(() => /** @type {HTMLElement|null} */ (root.querySelector(`.faq-row[data-id="${CSS.escape(id)}"]`))?.scrollIntoView({ block: 'nearest' }));
    },
    add: () => faq.go('entries', 'new', { focus: true }),
    /** @param {object} notice */
    say: (notice) => desk.notify(/** @type {any} */ (notice)),
    refresh() {
      if (!at.shown) return;
      queue.load();
      entries.load();
    },
  };
  client.on('settings', ({ area }) => (area === 'knowledge' || area === 'bot') && faq.refresh());
  return faq;
}
/** @typedef {ReturnType<typeof createFaq>} Faq */

/** Draws the column at the left. @param {Faq} faq @param {(name:string) => HTMLElement} place */
function drawColumn(faq, place) {
  const { at, queue, entries, choose, drawn } = faq;
  const openId = () => at.id;
  const columns = {
    queue: createQueueColumn({ queue, openId, choose }),
    entries: createEntriesColumn({ entries, openId, choose, add: faq.add, step: faq.step }),
  };
  const column = () => columns[at.place === 'queue' ? 'queue' : 'entries'];
  const rooms = () =>
    html`<nav class="segments faq-rooms" aria-label=${t('faq.rooms')}>
      ${PLACES.filter((one) => one !== 'import' || faq.may).map(
        (one) => html`<a class="segment" href=${addressOf(one)} aria-current=${one === at.place ? 'page' : nothing}>${t(`faq.room_${one}`)}</a>`,
      )}
    </nav>`;
  mount(place('faq-top'), () => {
    drawn.value;
    return html`${rooms()}${column().head()}`;
  });
  mount(place('faq-scroll'), () => {
    drawn.value;
    return column().body();
  });
}

/** Draws what is open. @param {Faq} faq @param {HTMLElement} sheet */
function drawSheet(faq, sheet) {
  const { app, at, queue, entries, editor, drawn, changed } = faq;
  const words = () => Promise.all([app.table.later('faq_more'), loadStyle('faq-more')]);
  const importing = late(() => Promise.all([import('./import.js'), words()]).then(([part]) => part.createImport(faq)), changed);
  const numbers = late(() => Promise.all([import('./numbers.js'), words()]).then(([part]) => part.createNumbers(faq)), changed);
  const loading = () => html`<p class="faq-note" role="status">${t('common.loading')}</p>`;
  const isNew = () => entries.at.phase === 'ready' && entries.at.items.length === 0 && !entries.filtered();
  const first = () => {
    const [gap] = queue.all();
    if (gap) faq.go('queue', gap.id);
  };
  mount(sheet, () => {
    drawn.value;
    if (at.place === 'import') return importing.get()?.() ?? loading();
    if (at.place === 'numbers') return numbers.get()?.() ?? loading();
    if (at.id) {
      const part = editor.get();
      return part && faq.editing?.at.key ? part.view() : loading();
    }
    if (entries.at.phase === 'loading' || queue.at.phase === 'loading') return loading();
    const waiting = queue.at.totals?.unanswered ?? 0;
    if (isNew()) return beginView({ waiting, may: faq.may }, { write: faq.add, first });
    return restView(at.place === 'queue', faq.column().length === 0);
  });
}

/** @param {import('../../app/bench.js').Bench} app @returns {import('../../app/router.js').Room} */
function createRoom(app) {
  const root = layOut(app.me.shop.name);
  const faq = createFaq(app, root);
  const { at, queue, entries } = faq;
  /** @param {string} name */
  const place = (name) => /** @type {HTMLElement} */ (root.querySelector(`.${name}`));
  drawColumn(faq, place);
  drawSheet(faq, place('faq-sheet'));
  effect(() => {
    faq.drawn.value;
    root.dataset.pane = at.id || at.place === 'import' || at.place === 'numbers' ? 'sheet' : 'list';
    root.dataset.place = at.place;
  });
  app.shell.addActions('faq', createActions(faq));
  listenForSearch(faq);
  addEventListener('pagehide', () => faq.editing?.keep());

  return {
    root,
    title: () => `${t('rail.faq')} · ${app.me.shop.name}`,
    heading: () => (at.id ? document.getElementById('faq-open') : root.querySelector('h1')),
    address: faq.address,
    show({ inner, url }) {
      at.shown = true;
      const { place: to, id } = placeOf(inner);
      faq.go(to, id, { keep: true });
      if (id === 'new') prefill(faq, url.searchParams);
      queue.load();
      entries.load();
    },
    hide() {
      at.shown = false;
      faq.editing?.keep();
    },
  };
}

/** A new entry that somebody began elsewhere, from a reply. @param {Faq} faq @param {URLSearchParams} asked */
async function prefill(faq, asked) {
  const [question, answer] = [asked.get('question') ?? '', asked.get('answer') ?? ''];
  if (!question && !answer) return;
  try {
    (await faq.editor.ready()).begin(question, answer);
  } catch {
    // Away: the empty editor is asked for again with the next look.
  }
}

offer('faq', createRoom);
