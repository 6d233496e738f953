/**
 * Where an agent writes: reply or note (the whole box turns amber), grows with the text to 40 % of the thread, keeps a draft of
 * each, sends with ⌘/Ctrl+Enter or with Enter, as they prefer. Nothing is sent while an input method composes.
 */
import { isBlank } from '../../im/text.js';
import { html, live, nothing } from '../lit.js';
import { icon } from '../parts/icons.js';
import { t } from '../app/texts.js';
import { createBotBar } from './bot-later.js';
import { channelIcon, goesTo } from './channel.js';
import { company } from './company.js';
import { mergedInto } from './merged.js';
import { createLateSuggest, openLater, openMacros } from './tools-later.js';
import { dots } from '../parts/people.js';
import { newLine, putLink, toggleCode, toggleList, toggleMark } from '../store/writing.js';
import { createAttaching, createSpeaking, createToolbar } from './composer-tools.js';

/** Of the thread's height. */
const GROWS_TO = 0.4;
const SIZES_ITSELF = CSS.supports('field-sizing: content');
const SAVE_AFTER_MS = 300;
/** Characters left when the count shows. */
const COUNT_BELOW = 500;

/** What goes on in the composer. */
const begun = () => ({
  /** @type {any} */
  saving: null,
  /** @type {string|null} */
  complaint: null,
  saved: false,
  /** On a phone the tools come when they are asked for. */
  tools: false,
  /** The conversation that is dictated to: words that come after a switch belong to nobody. @type {string|null} */
  dictated: null,
  /** A voice message that is being recorded, and how long it is. @type {{recorder:any, ms:number, id:string, note:boolean}|null} */
  voice: null,
});
/** @typedef {ReturnType<typeof begun>} State */

/** The field: its room, and what is put into it. */
function createField() {
  const field = () => /** @type {HTMLTextAreaElement|null} */ (document.getElementById('composer-text'));
  const grow = () => {
    // Where the browser sizes a field by its words itself (composer.css), nothing has to be measured while somebody types.
    if (SIZES_ITSELF) return;
    const area = field();
    if (!area) return;
    const room = (area.closest('.thread')?.clientHeight ?? innerHeight) * GROWS_TO;
    const box = /** @type {HTMLElement} */ (area.closest('.composer'));
    // While it is measured the box keeps its height, or the thread above would gain room and lose its place at the end.
    box.style.setProperty('min-height', `${box.offsetHeight}px`);
    area.style.setProperty('height', 'auto');
    area.style.setProperty('height', `${Math.min(area.scrollHeight, room)}px`);
    box.style.removeProperty('min-height');
  };
  /** Puts a text with its selection into the field, as if it were written. @param {import('../store/writing.js').Edit} edit */
  const put = (edit) => {
    const area = field();
    if (!area) return;
    area.focus();
    area.value = edit.text;
    area.setSelectionRange(edit.start, edit.end);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  };
  /** @param {string} words in the place of the selection */
  const insert = (words) => {
    const area = field();
    if (area) put({ text: area.value.slice(0, area.selectionStart) + words + area.value.slice(area.selectionEnd), start: area.selectionStart + words.length, end: area.selectionStart + words.length });
  };
  /** What a tool makes of the selection. @param {(edit:import('../store/writing.js').Edit) => import('../store/writing.js').Edit} change */
  const mark = (change) => () => {
    const area = field();
    if (area) put(change({ text: area.value, start: area.selectionStart, end: area.selectionEnd }));
  };

  return { field, put, grow, insert, mark };
}

/**
 * Keys of the field.
 * @param {object} host
 * @param {import('./tools-later.js').Suggest} host.suggest
 * @param {() => 'enter'|'mod+enter'} host.sendOn
 * @param {(close?: boolean | undefined, until?: string | undefined) => Promise<void>} host.send
 * @param {import('../app/ui.js').Ui} host.ui
 * @param {() => boolean} host.dismiss
 * @param {(edit: import('../store/writing.js').Edit) => void} host.put
 * @param {ReturnType<typeof createBotBar>} host.bot
 */
function createKeys({ suggest, sendOn, send, ui, dismiss, put, bot }) {
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (suggest.key(event) || bot.key(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const mod = event.metaKey || event.ctrlKey;
    if (event.key === 'Enter' && (mod || (sendOn() === 'enter' && !event.shiftKey && !event.altKey))) {
      event.preventDefault();
      send(mod && event.shiftKey && ui.tab.value === 'reply');
      return;
    }
    if (event.key === 'Escape' && dismiss()) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const edit = marks(event, mod);
    if (!edit) return;
    event.preventDefault();
    put(edit);
  };
  /** What a key makes of the text, null = the key is its own. @param {KeyboardEvent} event @param {boolean} mod */
  const marks = (event, mod) => {
    const area = /** @type {HTMLTextAreaElement} */ (event.target);
    const now = { text: area.value, start: area.selectionStart, end: area.selectionEnd };
    if (event.altKey) return null;
    if (!mod) return event.key === 'Enter' && (!event.shiftKey || sendOn() === 'enter') ? newLine(now) : null;
    const key = event.key.toLowerCase();
    if (event.shiftKey) return event.code === 'Digit8' ? toggleList(now, false) : event.code === 'Digit7' ? toggleList(now, true) : null;
    if (key === 'b') return toggleMark(now, '**');
    if (key === 'i') return toggleMark(now, '*');
    if (key === 'e') return toggleCode(now);
    return key === 'u' ? putLink(now) : null;
  };

  return onKey;
}

/**
 * What is written is kept, and leaves.
 * @param {object} host
 * @param {State} host.at
 * @param {import('../store/desk.js').Desk} host.desk
 * @param {import('../app/ui.js').Ui} host.ui
 * @param {() => void} host.grow
 * @param {import('./tools-later.js').Suggest} host.suggest
 * @param {() => HTMLTextAreaElement | null} host.field
 * @param {ReturnType<typeof import('./tray.js').createTray>} host.tray
 * @param {(files: Iterable<File>) => any} host.take
 */
function createWriting({ at, desk, ui, grow, suggest, field, tray, take }) {
  const save = () => {
    clearTimeout(at.saving);
    at.saving = null;
    desk.drafts.flush();
    at.saved = true;
    desk.touch('composer');
  };
  /** @param {Event} event */
  const onInput = (event) => {
    const id = desk.openId;
    if (!id) return;
    const text = /** @type {HTMLTextAreaElement} */ (event.target).value;
    const tab = ui.tab.value;
    at.complaint = null;
    at.saved = false;
    const change = desk.compose.change(id);
    if (change) {
      desk.compose.setChange(id, { ...change, text });
      grow();
      return;
    }
    if (!text.trim()) desk.compose.setAnswered(id, null);
    desk.drafts.set(id, tab, text);
    if (tab === 'reply') desk.client.typing(id, text.trim() !== '');
    clearTimeout(at.saving);
    at.saving = setTimeout(save, SAVE_AFTER_MS);
    suggest.look();
    grow();
  };
  /** Leaves a change or a quote alone; true if there was one. */
  const dismiss = () => {
    const id = desk.openId;
    if (!id || (!desk.compose.change(id) && !desk.compose.quote(id))) return false;
    desk.compose.setChange(id, null);
    desk.compose.setQuote(id, null);
    requestAnimationFrame(grow);
    return true;
  };
  /** @param {boolean} [close] the conversation once the answer has gone out @param {string} [until] puts it off until then */
  const send = async (close = false, until = '') => {
    const area = field();
    const id = desk.openId;
    if (!area || !id || (isBlank(area.value) && !tray.count)) return;
    if (desk.compose.change(id)) {
      await desk.saveChange(id);
      requestAnimationFrame(grow);
      return;
    }
    const files = tray.release();
    if (files.length) take(files);
    const error = isBlank(area.value) ? null : desk.send(area.value, ui.tab.value === 'note', { close });
    if (error) {
      at.complaint = error.code;
      desk.touch('composer');
      return;
    }
    suggest.close();
    if (until) desk.act(id, 'snooze', { until });
    area.value = '';
    if (ui.tab.value === 'reply') desk.client.typing(id, false);
    at.saved = false;
    grow();
    if (!ui.phone.value) area.focus();
  };
  /** @param {'reply'|'note'} tab */
  const choose = (tab) => {
    ui.tab.value = tab;
    at.complaint = null;
    at.saved = false;
    grow();
    field()?.focus();
  };

  return { send, dismiss, choose, save, onInput };
}

/**
 * Reply and note.
 * @param {object} host
 * @param {import('../app/ui.js').Ui} host.ui
 * @param {(tab: 'note' | 'reply') => void} host.choose
 */
function createTabs({ ui, choose }) {
  /** @param {KeyboardEvent} event */
  const onTabKey = (event) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    ui.tab.value = ui.tab.value === 'reply' ? 'note' : 'reply';
    document.getElementById(`tab-${ui.tab.value}`)?.focus();
  };
  /** @param {'reply'|'note'} tab */
  const tabButton = (tab) =>
    html`<button
      class="composer-tab"
      type="button"
      role="tab"
      id="tab-${tab}"
      aria-selected=${ui.tab.value === tab}
      aria-controls="composer-text"
      tabindex=${ui.tab.value === tab ? 0 : -1}
      title=${tab === 'reply' ? 'R' : 'N'}
      @click=${() => choose(tab)}
      @keydown=${onTabKey}
    >
      ${t(`thread.tab_${tab}`)}
    </button>`;

  return tabButton;
}

/**
 * The composer as it stands.
 * @param {object} host
 * @param {import('../store/desk.js').Desk} host.desk
 * @param {import('../app/ui.js').Ui} host.ui
 * @param {import('./tools-later.js').Suggest} host.suggest
 * @param {(event: ClipboardEvent | DragEvent) => void} host.onFiles
 * @param {(close?: boolean | undefined, until?: string | undefined) => Promise<void>} host.send
 * @param {(tab: 'note' | 'reply') => unknown} host.tabButton
 * @param {(tab: 'note' | 'reply') => void} host.choose
 * @param {() => boolean} host.dismiss
 * @param {ReturnType<typeof import('./tray.js').createTray>} host.tray
 * @param {(event: Event) => void} host.onInput
 * @param {(event: KeyboardEvent) => void} host.onKey
 * @param {State} host.at
 * @param {({ ms }: { ms: number; }) => unknown} host.voiceView
 * @param {(note: boolean) => unknown} host.toolbar
 * @param {() => string | typeof nothing | unknown} host.hint
 * @param {(text: string, note: boolean, change: boolean) => unknown} host.goView
 * @param {ReturnType<typeof createBotBar>} host.bot
 */
function viewOf({
  desk, ui, suggest, onFiles, send, tabButton, choose, dismiss, tray, onInput, onKey, at, voiceView, toolbar, hint, goView, bot,
}) {
  return {
    view: () => {
      const row = desk.row;
      const id = desk.openId;
      if (!id || !desk.thread) return nothing;
      const change = desk.compose.change(id);
      const quote = change ? null : desk.compose.quote(id);
      const answered = desk.compose.answered(id);
      const note = change ? change.note : ui.tab.value === 'note';
      const text = change ? change.text : desk.drafts.get(id, ui.tab.value);
      const here = ui.phone.value ? company(desk, id) : null;
      const placeholder = note ? t('thread.note_placeholder') : mergedInto(desk) ? t('merge.placeholder') : row?.state === 'closed' ? t('thread.closed_placeholder') : (bot.placeholder() ?? t('thread.placeholder'));
      return html`${bot.view()}${suggest.view()}${here?.writing
          ? html`<div class="collision" role="status">${t('thread.collision', { name: here.name })}${dots}</div>`
          : answered
            ? html`<div class="collision" role="status">${t('thread.answered', { name: answered })}</div>`
            : nothing}
        <form
          class="composer ${note ? 'composer-note' : ''}"
          aria-label=${t('thread.composer')}
          @paste=${onFiles}
          @submit=${(/** @type {Event} */ event) => {
            event.preventDefault();
            send();
          }}
        >
          <div class="composer-top">
            <div class="composer-tabs" role="tablist" aria-label=${t('thread.composer')}>${tabButton('reply')}${tabButton('note')}</div>
            <span class="composer-goes">
              ${note ? html`${icon('lock', 14)} ${t('thread.note_private')}` : html`${channelIcon(row?.channel ?? 'web')} ${goesTo(row?.channel ?? 'web')}`}
            </span>
          </div>
          <button
            class="icon-button only-phone composer-switch"
            type="button"
            aria-label=${t('thread.tab_note')}
            aria-pressed=${note}
            @click=${() => choose(note ? 'reply' : 'note')}
          >
            ${icon('lock', 20)}
          </button>
          ${change || quote
            ? html`<div class="composer-strip">
                ${icon(change ? 'pencil-line' : 'undo-2', 14)}
                <span>${change ? t('thread.changing') : t('thread.quoting', { name: quote?.name ?? '', text: quote?.text ?? '' })}</span>
                <button class="icon-button" type="button" aria-label=${t('thread.leave_it')} @click=${dismiss}>${icon('x', 16)}</button>
              </div>`
            : nothing}
          ${change ? nothing : tray.view()}
          <textarea
            id="composer-text"
            rows="1"
            .value=${live(text)}
            placeholder=${placeholder}
            aria-label=${note ? t('thread.note_label') : t('thread.reply_label')}
            aria-autocomplete="list"
            aria-controls=${suggest.isOpen ? 'suggest' : nothing}
            aria-activedescendant=${suggest.active() || nothing}
            @input=${onInput}
            @keydown=${onKey}
            @blur=${suggest.close}
          ></textarea>
          <button
            class="icon-button only-phone composer-more"
            type="button"
            aria-label=${t('thread.tools')}
            aria-expanded=${at.tools}
            @click=${() => {
              at.tools = !at.tools;
              desk.touch('composer');
            }}
          >
            ${icon(at.tools ? 'x' : 'plus', 22)}
          </button>
          ${at.voice ? voiceView(at.voice) : nothing}
          <div class="composer-bottom" ?hidden=${Boolean(at.voice)}>
            ${toolbar(note)}
            <span class="composer-hint">${hint()}</span>
            ${goView(text, note, Boolean(change))}
          </div>
        </form>`;
    },
  };
}

/**
 * The composer under the thread.
 * @param {import('../store/desk.js').Desk} desk @param {import('../app/ui.js').Ui} ui
 * @param {() => 'enter'|'mod+enter'} sendOn which key sends, as the agent prefers
 * @param {((address:string) => void)|null} keep   to where entries of the FAQ are written; null = not here
 */
export function createComposer(desk, ui, sendOn, keep) {
  const at = begun();
  const { field, put, grow, insert, mark } = createField();

  const suggest = createLateSuggest(desk, { field, put, note: () => ui.tab.value === 'note' });

  const bot = createBotBar(desk, { field, put, note: () => isNote(), keep: () => keep });
  const onKey = createKeys({ suggest, sendOn, send: (close, until) => send(close, until), ui, dismiss: () => dismiss(), put, bot });

  const { say, speech, dictate, voiceView } = createSpeaking({ at, desk, insert, isNote: () => isNote(), field });
  const { tray, take, isNote, attach, onFiles } = createAttaching({ desk, ui, field });
  const { send, dismiss, choose, save, onInput } = createWriting({ at, desk, ui, grow, suggest, field, tray, take });

  const sendLater = desk.may('schedule') ? (/** @type {HTMLElement} */ anchor) => void openLater(desk, anchor, { field, grow, suggest }) : null;
  const runMacro = (/** @type {HTMLElement} */ anchor) => void openMacros(desk, anchor, desk.openId ? [desk.openId] : []);
  const { toolbar, goView } = createToolbar({ at, attach, insert, suggest, mark, say, speech, dictate, send, runMacro, sendLater, tray, sendOn });

  const tabButton = createTabs({ ui, choose });

  const hint = () => {
    if (at.complaint) return html`<span class="failed" role="alert">${t(`thread.not_taken_${at.complaint}`)}</span>`;
    const text = desk.openId ? (desk.compose.change(desk.openId)?.text ?? desk.drafts.get(desk.openId, ui.tab.value)) : '';
    const left = (desk.client.limits?.text_chars ?? 8000) - [...text].length;
    if (left < COUNT_BELOW) return html`<span class=${left < 0 ? 'failed' : ''}>${left}</span>`;
    return text && at.saved ? t('thread.draft_saved') : nothing;
  };

  return {
    attach,
    onFiles,
    field,
    grow,
    send,
    choose,
    flush: save,
    ...viewOf({ desk, ui, suggest, onFiles, send, tabButton, choose, dismiss, tray, onInput, onKey, at, voiceView, toolbar, hint, goView, bot }),
  };
}
