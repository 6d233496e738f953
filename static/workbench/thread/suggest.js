/**
 * What the letters before the caret bring up over the field: canned replies after a slash, colleagues after an @ in a note, emoji after a
 * colon. The field keeps the focus; arrow keys walk, Enter or Tab takes, Esc leaves it alone until something else is written.
 */
import { findEmoji } from '../../design/emoji.js';
import { html, nothing } from '../lit.js';
import { agentAvatar } from '../parts/people.js';
import { fillCanned } from '../store/canned.js';
import { asks, replace } from '../store/writing.js';
import { t } from '../app/texts.js';
import { openPicker } from '../parts/picker.js';

/** Rows shown; more are found by writing on. */
const SHOWN = 8;
/** Of a canned reply's words: more than a line holds. */
const MORE_CHARS = 120;
/** What the list is called, by what it holds. */
const NAMES = { canned: 'thread.canned', mention: 'thread.mention', emoji: 'thread.emoji' };

/** What is asked for, and what was waved away. */
const begun = () => ({
  /** @type {import('../store/writing.js').Ask|null} */
  ask: null,
  at: 0,
  /** Left alone with Esc: the mark's place. */
  dismissed: -1,
});
/** @typedef {ReturnType<typeof begun>} State */

/**
 * What there is to choose from, and what choosing puts into the text.
 * @param {object} host
 * @param {import('../store/desk.js').Desk} host.desk
 * @param {() => HTMLTextAreaElement|null} host.field
 * @param {(edit:import('../store/writing.js').Edit) => void} host.put
 * @param {State} host.at
 */
function createOffers({ desk, field, put, at }) {
  /** Words of a canned reply with what is known filled in; a gap is what is not. @param {import('../store/canned.js').Canned} one */
  const wordsOf = (one) => {
    const data = desk.contact?.data;
    const values = {
      'contact.name': data?.name ?? desk.row?.contact.name,
      'contact.email': data?.email,
      'agent.name': desk.agent.name,
      'shop.name': desk.shop.name,
      'page.title': data?.page?.title,
    };
    return fillCanned(one.text, values, t('thread.canned_gap'));
  };
  /** @param {import('../store/canned.js').Canned} one @param {{from:number, to:number}} where */
  const putCanned = (one, where) => {
    const area = field();
    if (!area) return;
    const words = wordsOf(one);
    const edit = replace(area.value, where, words);
    const gap = words.indexOf(t('thread.canned_gap'));
    // What has no value is selected, to be written at once.
    put(gap < 0 ? edit : { ...edit, start: where.from + gap, end: where.from + gap + t('thread.canned_gap').length });
    desk.canned.used(one.id);
  };
  /** @param {string} words @param {{from:number, to:number}} where */
  const putWords = (words, where) => {
    const area = field();
    if (area) put(replace(area.value, where, words));
  };
  /** How a canned reply is offered: its title, the words it puts in, and its shortcut where that is not the title. @param {import('../store/canned.js').Canned} one */
  const offered = (one) => ({ id: one.id, label: one.title, more: wordsOf(one).slice(0, MORE_CHARS), hint: one.shortcut === one.title ? undefined : `/${one.shortcut}` });
  /** @returns {{id:string, label:string, more?:string, hint?:string, mark?:unknown, take:() => void}[]} */
  const options = () => {
    const mine = at.ask;
    if (!mine) return [];
    if (mine.kind === 'canned') {
      return desk.canned
        .search(mine.query)
        .slice(0, SHOWN)
        .map((one) => ({ ...offered(one), take: () => putCanned(one, mine) }));
    }
    if (mine.kind === 'emoji') {
      return findEmoji(mine.query, t('thread.emoji_names'))
        .slice(0, SHOWN)
        .map(({ emoji, name }) => ({ id: emoji, label: name, mark: emoji, take: () => putWords(emoji, mine) }));
    }
    const query = mine.query.toLowerCase();
    return desk.agents
      .filter((agent) => agent.active !== false && agent.id !== desk.agent.id && agent.name.toLowerCase().includes(query))
      .slice(0, SHOWN)
      .map((agent) => ({
        id: agent.id,
        label: agent.name,
        mark: agentAvatar(agent, 'small'),
        take: () => putWords(`@${agent.name} `, mine),
      }));
  };

  return { options, offered, putCanned };
}

/**
 * The list under the caret.
 * @param {object} host
 * @param {State} host.at
 * @param {() => { id: string; label: string; more?: string | undefined; hint?: string | undefined; mark?: unknown; take: () => void; }[]} host.options
 * @param {import('../store/desk.js').Desk} host.desk
 * @param {() => void} host.close
 */
function viewOf({ at, options, desk, close }) {
  return {
    view() {
      if (!at.ask) return nothing;
      const found = options();
      if (found.length === 0) {
        const empty = at.ask.kind === 'canned' && desk.canned.phase === 'ready';
        return empty ? html`<p class="suggest suggest-nothing" role="status">${t('thread.canned_none')}</p>` : nothing;
      }
      return html`<ul class="suggest" id="suggest" role="listbox" aria-label=${t(NAMES[at.ask.kind])}>
        ${found.map(
          (one, index) => html`<li
            id="suggest-${index}"
            class="menu-item ${index === at.at ? 'picked' : ''}"
            role="option"
            aria-selected=${index === at.at}
            @pointerdown=${(/** @type {Event} */ event) => event.preventDefault()}
            @click=${() => {
              close();
              one.take();
            }}
          >
            ${one.mark ? html`<span class="menu-mark">${one.mark}</span>` : nothing}<span class="menu-label">${one.label}${one.more ? html`<small class="menu-more">${one.more}</small>` : nothing}</span
            >${one.hint ? html`<span class="menu-hint">${one.hint}</span>` : nothing}
          </li>`,
        )}
      </ul>`;
    },
  };
}

/**
 * Suggestions over one field.
 * @param {import('../store/desk.js').Desk} desk
 * @param {object} host
 * @param {() => HTMLTextAreaElement|null} host.field
 * @param {() => boolean} host.note
 * @param {(edit:import('../store/writing.js').Edit) => void} host.put   puts a text with its selection into the field
 */
export function createSuggest(desk, { field, note, put }) {
  const at = begun();
  const { options, offered, putCanned } = createOffers({ desk, field, put, at });

  const close = () => {
    at.ask = null;
    desk.touch('composer');
  };

  return {
    /** The text or the caret has changed. */
    look() {
      const area = field();
      const found = area && area.selectionStart === area.selectionEnd ? asks(area.value, area.selectionStart, note()) : null;
      const next = found && found.from !== at.dismissed ? found : null;
      if (!found) at.dismissed = -1;
      if (!next && !at.ask) return;
      if (next?.kind === 'canned') desk.canned.load();
      if (next?.query !== at.ask?.query) at.at = 0;
      at.ask = next;
      desk.touch('composer');
    },
    close,
    /** Whether the key was meant for the list. @param {KeyboardEvent} event */
    key(event) {
      if (!at.ask || event.metaKey || event.ctrlKey || event.altKey) return false;
      const found = options();
      if (event.key === 'Escape') {
        at.dismissed = at.ask.from;
        close();
        return true;
      }
      if (found.length === 0) return false;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        at.at = (at.at + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length;
        desk.touch('composer');
        return true;
      }
      if (event.key !== 'Enter' && event.key !== 'Tab') return false;
      const chosen = found[at.at];
      close();
      chosen?.take();
      return true;
    },
    /** Id of the row that Enter would take, for the field to name. */
    active: () => (at.ask && options().length ? `suggest-${at.at}` : ''),
    get isOpen() {
      return at.ask !== null && options().length > 0;
    },
    ...viewOf({ at, options, desk, close }),
    /** The canned replies in a window of their own, for pointers and thumbs. @param {HTMLElement} anchor */
    async pickCanned(anchor) {
      await desk.canned.load();
      const area = field();
      const where = { from: area?.selectionStart ?? 0, to: area?.selectionEnd ?? 0 };
      openPicker(anchor, {
        label: t('thread.canned'),
        placeholder: t('thread.canned_find'),
        nothing: t('thread.canned_none'),
        options: (query) => desk.canned.search(query).map(offered),
        choose(option) {
          const one = desk.canned.all.find((reply) => reply.id === option.id);
          if (one) setTimeout(() => putCanned(one, where));
        },
      });
    },
  };
}
