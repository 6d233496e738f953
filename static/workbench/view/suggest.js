/**
 * What the letters before the caret bring up over the field: canned replies after a slash, colleagues after an @ in a note, emoji after a
 * colon. The field keeps the focus; arrow keys walk, Enter or Tab takes, Esc leaves it alone until something else is written.
 */
import { findEmoji } from '../../design/emoji.js';
import { html, nothing } from '../lit.js';
import { agentAvatar } from '../people.js';
import { fillCanned } from '../store/canned.js';
import { asks, replace } from '../store/writing.js';
import { t } from '../texts.js';
import { openPicker } from './picker.js';

/** Rows shown; more are found by writing on. */
const SHOWN = 8;
/** Of a canned reply's words: more than a line holds. */
const MORE_CHARS = 120;
/** What the list is called, by what it holds. */
const NAMES = { canned: 'thread.canned', mention: 'thread.mention', emoji: 'thread.emoji' };

/**
 * @param {import('../store/desk.js').Desk} desk
 * @param {object} host
 * @param {() => HTMLTextAreaElement|null} host.field
 * @param {() => boolean} host.note
 * @param {(edit:import('../store/writing.js').Edit) => void} host.put   puts a text with its selection into the field
 */
export function createSuggest(desk, { field, note, put }) {
  /** @type {import('../store/writing.js').Ask|null} */ let ask = null;
  let at = 0;
  /** Left alone with Esc: the mark's place. */
  let dismissed = -1;

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
    const mine = ask;
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

  const close = () => {
    ask = null;
    desk.touch('composer');
  };

  return {
    /** The text or the caret has changed. */
    look() {
      const area = field();
      const found = area && area.selectionStart === area.selectionEnd ? asks(area.value, area.selectionStart, note()) : null;
      const next = found && found.from !== dismissed ? found : null;
      if (!found) dismissed = -1;
      if (!next && !ask) return;
      if (next?.kind === 'canned') desk.canned.load();
      if (next?.query !== ask?.query) at = 0;
      ask = next;
      desk.touch('composer');
    },
    close,
    /** Whether the key was meant for the list. @param {KeyboardEvent} event */
    key(event) {
      if (!ask || event.metaKey || event.ctrlKey || event.altKey) return false;
      const found = options();
      if (event.key === 'Escape') {
        dismissed = ask.from;
        close();
        return true;
      }
      if (found.length === 0) return false;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        at = (at + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length;
        desk.touch('composer');
        return true;
      }
      if (event.key !== 'Enter' && event.key !== 'Tab') return false;
      const chosen = found[at];
      close();
      chosen?.take();
      return true;
    },
    /** Id of the row that Enter would take, for the field to name. */
    active: () => (ask && options().length ? `suggest-${at}` : ''),
    get isOpen() {
      return ask !== null && options().length > 0;
    },
    view() {
      if (!ask) return nothing;
      const found = options();
      if (found.length === 0) {
        const empty = ask.kind === 'canned' && desk.canned.phase === 'ready';
        return empty ? html`<p class="suggest suggest-nothing" role="status">${t('thread.canned_none')}</p>` : nothing;
      }
      return html`<ul class="suggest" id="suggest" role="listbox" aria-label=${t(NAMES[ask.kind])}>
        ${found.map(
          (one, index) => html`<li
            id="suggest-${index}"
            class="menu-item ${index === at ? 'picked' : ''}"
            role="option"
            aria-selected=${index === at}
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
