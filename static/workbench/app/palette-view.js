/**
 * The palette: one field over everything the desk can do. ⌘/Ctrl K opens it, arrows move, Enter does it, ⌘/Ctrl Enter does it and
 * goes on to the next conversation, Esc closes and gives the focus back. A combobox with its list open; the focus never leaves
 * the field.
 */
import { html, nothing } from '../lit.js';
import { icon } from '../parts/icons.js';
import { computed, signal, untracked } from '../signals.js';
import { plural, t } from './texts.js';
import { isMac, keycaps } from './combo.js';
import { pieces } from './fuzzy.js';
import { opened } from './layers.js';
import { answer, extended, moved } from './palette.js';

/** @param {string} key */
const caps = (key) => (key ? html`<span class="palette-keys">${keycaps(key).map((cap) => html`<kbd>${cap}</kbd>`)}</span>` : nothing);

/** What stands over a group; where nothing has a name, its actions are those of the page. @param {import('./palette.js').Group} name @param {string|null} subject */
const headOf = (name, subject) => (name === 'conversation' && subject === null ? t('palette.group_here') : t(`palette.group_${name}`, { subject: subject ?? '' }));

/**
 * The dialog with its field and its list.
 * @param {object} host
 * @param {import('../signals.js').Signal<boolean>} host.shown
 * @param {import('../signals.js').ReadonlySignal<{ groups: import('./palette.js').Answered[]; flat: import('./palette.js').Hit[]; local: number; }>} host.answered
 * @param {() => string|null} host.subject
 * @param {() => void} host.closed
 * @param {() => void | undefined} host.close
 * @param {import('../signals.js').Signal<number>} host.at
 * @param {import('../signals.js').Signal<string>} host.query
 * @param {(query:string) => void} host.ask
 * @param {(event: KeyboardEvent) => void} host.onKey
 * @param {() => unknown[]} host.list
 */
function viewOf({ shown, answered, subject, closed, close, at, query, ask, onKey, list }) {
  return {
    view: () => {
      if (!shown.value) return nothing;
      const { flat, local } = answered.value;
      const about = untracked(subject);
      return html`<dialog
        class="palette"
        id="palette"
        aria-label=${t('palette.title')}
        @close=${closed}
        @click=${(/** @type {Event} */ event) => event.target === event.currentTarget && close()}
      >
        <div class="palette-field">
          ${about ? html`<span class="palette-chip">${about}</span>` : html`<span class="palette-lens">${icon('search', 18)}</span>`}
          <input
            id="palette-query"
            type="text"
            role="combobox"
            aria-expanded="true"
            aria-controls="palette-list"
            aria-autocomplete="list"
            aria-activedescendant=${flat.length ? `palette-${at.value}` : nothing}
            aria-label=${about ? t('palette.label_about', { subject: about }) : t('palette.label')}
            placeholder=${t('palette.placeholder')}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            enterkeyhint="go"
            .value=${untracked(() => query.value)}
            @input=${(/** @type {FieldEvent} */ event) => {
              query.value = event.target.value;
              at.value = 0;
              ask(event.target.value);
              document.getElementById('palette-list')?.scrollTo(0, 0);
            }}
            @keydown=${onKey}
          />
          <button class="palette-esc" type="button" aria-label=${t('palette.close')} @click=${close}>
            <kbd class="no-phone">Esc</kbd><span class="only-phone">${icon('x', 20)}</span>
          </button>
        </div>
        <div class="palette-list" id="palette-list" role="listbox" aria-label=${t('palette.results')}>${list()}</div>
        ${local || flat.length > 1 ? nothing : html`<p class="palette-none">${t('palette.nothing', { query: query.value })}</p>`}
        <div class="palette-foot">
          <span class="no-phone" aria-hidden="true"
            ><span><kbd>↑</kbd><kbd>↓</kbd>${t('palette.key_move')}</span><span><kbd>↵</kbd>${t('palette.key_run')}</span
            ><span><kbd>${isMac ? '⌘↵' : 'Ctrl ↵'}</kbd>${t('palette.key_next')}</span></span
          >
          <span role="status">${plural('palette.count', flat.length)}</span>
        </div>
      </dialog>`;
    },
  };
}

/**
 * One line of the list.
 * @param {import('./palette.js').Hit} hit @param {number} index
 * @param {import('../signals.js').Signal<number>} at @param {(entry:import('./palette.js').Entry, onward:boolean) => void} choose
 */
function option({ entry, spans }, index, at, choose) {
  const active = index === at.value;
  return html`<div
    class="palette-item ${active ? 'active' : ''}"
    id="palette-${index}"
    role="option"
    aria-selected=${active}
    @click=${(/** @type {MouseEvent} */ event) => choose(entry, event.metaKey || event.ctrlKey)}
    @pointermove=${() => at.peek() !== index && (at.value = index)}
  >
    <span class="palette-mark">${entry.mark ?? nothing}</span>
    <span class="palette-label"
      ><span>${pieces(entry.label, spans).map((piece) => (piece.hit ? html`<b>${piece.text}</b>` : piece.text))}</span
      >${entry.hint ? html` <span class="palette-hint">${entry.hint}</span>` : nothing}</span
    >
    ${entry.current ? html`<span class="palette-now">${icon('check')}<span class="hidden">${t('palette.current')}</span></span>` : nothing}
    ${caps(entry.key ?? '')}
  </div>`;
}

/**
 * The palette, closed at first.
 * @param {object} host
 * @param {() => import('./palette.js').Entry[]} host.entries  asked each time it opens
 * @param {() => string|null} host.subject    what actions are about, for the chip: "3 conversations", a name
 * @param {() => void} host.next              opens the next conversation
 * @param {() => boolean} host.phone
 * @param {import('./palette-search.js').PaletteSearch} host.search
 */
export function createPalette({ entries, subject, next, phone, search }) {
  const shown = signal(false);
  const query = signal('');
  const at = signal(0);
  /** @type {{value:import('./palette.js').Entry[]}} */
  const offered = /** @type {any} */ (signal([]));
  /** Moves when the desk has found something. */
  const told = signal(0);
  search.onChange(() => (told.value += 1));
  const answered = computed(() => {
    told.value;
    return extended(answer(offered.value, query.value), search.hits(query.value));
  });
  /** @type {(() => void)|null} */ let left = null;

  const dialog = () => /** @type {HTMLDialogElement|null} */ (document.getElementById('palette'));
  const close = () => dialog()?.close();
  const closed = () => {
    shown.value = false;
    left?.();
    left = null;
  };

  /** @param {string} [typed] while it was on its way */
  const open = (typed = '') => {
    if (shown.peek()) return close();
    offered.value = entries();
    query.value = typed;
    at.value = 0;
    search.ask(typed);
    shown.value = true;
    if (phone()) left = opened(close);
  };

  /** @param {import('./palette.js').Entry} entry @param {boolean} [onward] */
  const choose = (entry, onward) => {
    close();
    // The focus is back where it was before the action looks at it.
    entry.run();
    if (onward && entry.next) next();
  };

  /** @param {number} by */
  const move = (by) => {
    at.value = moved(at.value, by, answered.value.flat.length);
    document.getElementById(`palette-${at.value}`)?.scrollIntoView({ block: 'nearest' });
  };

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const to = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 }[event.key];
    if (to !== undefined) move(to);
    else if (event.key === 'Enter') {
      const hit = answered.value.flat[at.value];
      if (hit) choose(hit.entry, event.metaKey || event.ctrlKey);
    } else if (event.key.toLowerCase() === 'k' && (isMac ? event.metaKey : event.ctrlKey)) close();
    else return;
    event.preventDefault();
  };

  const list = () => {
    let index = 0;
    return answered.value.groups.map(
      (group) => html`<div role="group" aria-labelledby="palette-head-${group.name}">
        <div class="palette-head" id="palette-head-${group.name}">
          ${headOf(group.name, untracked(subject))}
        </div>
        ${group.hits.map((hit) => option(hit, index++, at, choose))}
      </div>`,
    );
  };

  return {
    open,
    close,
    ...viewOf({ shown, answered, subject, closed, close, at, query, ask: search.ask, onKey, list }),
    around: {
      after() {
        const box = dialog();
        if (!box || box.open) return;
        box.showModal();
        document.getElementById('palette-query')?.focus();
      },
    },
  };
}

/** @typedef {ReturnType<typeof createPalette>} Palette */
