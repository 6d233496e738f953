/**
 * Where an agent writes: reply or note (the whole box turns amber), grows with the text to 40 % of the thread, keeps a draft of
 * each, sends with ⌘/Ctrl+Enter or with Enter, as he prefers. Nothing is sent while an input method composes.
 */
import { pastedFiles } from '../../design/paste.js';
import { createSpeech } from '../../design/speech.js';
import { isBlank } from '../../im/text.js';
import { html, live, nothing } from '../lit.js';
import { icon } from '../icons.js';
import { lang, t } from '../texts.js';
import { channelIcon } from './row.js';
import { snoozeTimes } from './deeds.js';
import { openEmoji } from './emoji.js';
import { span } from '../../design/span.js';
import { company } from './header.js';
import { openMenu } from './menu.js';
import { createSuggest } from './suggest.js';
import { createTray } from './tray.js';
import { dots } from '../people.js';
import { newLine, putLink, toggleCode, toggleList, toggleMark } from '../store/writing.js';

/** Of the thread's height. */
const GROWS_TO = 0.4;
const SIZES_ITSELF = CSS.supports('field-sizing: content');
const SAVE_AFTER_MS = 300;
/** Shorter recordings are a slip of the finger. */
const LEAST_VOICE_MS = 600;
/** Characters left when the count shows. */
const COUNT_BELOW = 500;

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const SEND_KEYS = isMac ? '⌘↵' : 'Ctrl ↵';

/**
 * @param {import('../store/desk.js').Desk} desk @param {import('../ui.js').Ui} ui
 * @param {() => 'enter'|'mod+enter'} sendOn which key sends, as the agent prefers
 */
export function createComposer(desk, ui, sendOn) {
  /** @type {any} */ let saving = null;
  /** @type {string|null} */ let complaint = null;
  let saved = false;
  /** On a phone the tools come when they are asked for. */
  let tools = false;

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

  const save = () => {
    clearTimeout(saving);
    saving = null;
    desk.drafts.flush();
    saved = true;
    desk.touch('composer');
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
  const suggest = createSuggest(desk, { field, put, note: () => ui.tab.value === 'note' });

  /** @param {Event} event */
  const onInput = (event) => {
    const id = desk.openId;
    if (!id) return;
    const text = /** @type {HTMLTextAreaElement} */ (event.target).value;
    const tab = ui.tab.value;
    complaint = null;
    saved = false;
    const change = desk.compose.change(id);
    if (change) {
      desk.compose.setChange(id, { ...change, text });
      grow();
      return;
    }
    if (!text.trim()) desk.compose.setAnswered(id, null);
    desk.drafts.set(id, tab, text);
    if (tab === 'reply') desk.client.typing(id, text.trim() !== '');
    clearTimeout(saving);
    saving = setTimeout(save, SAVE_AFTER_MS);
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
      complaint = error.code;
      desk.touch('composer');
      return;
    }
    suggest.close();
    if (until) desk.act(id, 'snooze', { until });
    area.value = '';
    if (ui.tab.value === 'reply') desk.client.typing(id, false);
    saved = false;
    grow();
    if (!ui.phone.value) area.focus();
  };

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (suggest.key(event)) {
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

  /** What a tool makes of the selection. @param {(edit:import('../store/writing.js').Edit) => import('../store/writing.js').Edit} change */
  const mark = (change) => () => {
    const area = field();
    if (area) put(change({ text: area.value, start: area.selectionStart, end: area.selectionEnd }));
  };
  /** The conversation that is dictated to: words that come after a switch belong to nobody. @type {string|null} */
  let dictated = null;
  const speech = createSpeech({
    locale: lang,
    onWords: (words) => dictated === desk.openId && insert(words),
    onEnd: () => desk.touch('composer'),
  });
  const dictate = () => {
    dictated = desk.openId;
    speech.listen();
    desk.touch('composer');
  };
  /** @param {import('../icons.js').IconName} shape @param {string} name @param {string} keys @param {(event:any) => void} run @param {boolean} [menu] @param {boolean} [pressed] */
  const tool = (shape, name, keys, run, menu = false, pressed) => {
    const label = t(`thread.tool_${name}`);
    return html`<button
      class="icon-button composer-tool"
      type="button"
      data-tool=${name}
      aria-label=${label}
      aria-haspopup=${menu ? 'dialog' : nothing}
      aria-pressed=${pressed ?? nothing}
      title=${keys ? `${label} · ${keys}` : label}
      @click=${run}
    >
      ${icon(shape, 18)}
    </button>`;
  };
  const isNote = () => {
    const change = desk.openId ? desk.compose.change(desk.openId) : null;
    return change ? change.note : ui.tab.value === 'note';
  };
  /** @param {Iterable<File>} files */
  const take = (files) => desk.openId && desk.files.take(files, desk.openId, isNote());
  const attach = () => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'file', multiple: true, hidden: true });
    input.addEventListener('change', () => {
      take(input.files ?? []);
      input.remove();
      field()?.focus();
    });
    input.addEventListener('cancel', () => input.remove());
    // Some engines let go of an input that stands nowhere before its answer has come.
    document.body.append(input);
    input.click();
  };
  const tray = createTray(desk, isNote, (code) => desk.failed({ code }));
  /** What is dropped goes at once, what is pasted waits for the press. @param {ClipboardEvent|DragEvent} event */
  const onFiles = (event) => {
    if (!desk.openId) return;
    if ('clipboardData' in event) {
      const files = pastedFiles(event.clipboardData);
      if (!files.length) return;
      event.preventDefault();
      tray.hold(files);
      return;
    }
    const data = event.dataTransfer;
    if (!data?.types.includes('Files')) return;
    event.preventDefault();
    if (data.files.length) take(data.files);
  };

  /** A voice message that is being recorded, and how long it is. @type {{recorder:any, ms:number, id:string, note:boolean}|null} */
  let voice = null;
  const say = async () => {
    const id = desk.openId;
    if (!id || voice) return;
    const now = { recorder: null, ms: 0, id, note: isNote() };
    const tick = (/** @type {number} */ ms) => {
      now.ms = ms;
      desk.touch('composer');
    };
    now.recorder = await desk.files.record(tick, () => sayEnd(true));
    if (!now.recorder) return;
    voice = now;
    desk.touch('composer');
    requestAnimationFrame(() => document.getElementById('voice-send')?.focus());
  };
  /** @param {boolean} keep */
  const sayEnd = async (keep) => {
    const said = voice;
    voice = null;
    desk.touch('composer');
    requestAnimationFrame(() => field()?.focus());
    if (!said) return;
    if (!keep) return said.recorder.cancel();
    const recorded = await said.recorder.finish();
    if (recorded.duration_ms > LEAST_VOICE_MS) desk.files.say(recorded, said.id, said.note);
  };
  /** @param {{ms:number}} said */
  const voiceView = ({ ms }) =>
    html`<div
      class="composer-voice"
      @keydown=${(/** @type {KeyboardEvent} */ event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        sayEnd(false);
      }}
    >
      <span class="voice-dot" aria-hidden="true"></span><span class="voice-time" role="timer">${t('thread.voice_recording', { time: span(ms) })}</span>
      <button class="button" type="button" @click=${() => sayEnd(false)}>${t('thread.voice_cancel')}</button>
      <button class="button primary" type="button" id="voice-send" @click=${() => sayEnd(true)}>${t('thread.send')}</button>
    </div>`;
  const canRecord = Boolean(navigator.mediaDevices) && 'MediaRecorder' in window;
  const MOD = isMac ? '⌘' : 'Ctrl ';
  /** @param {boolean} note */
  const toolbar = (note) => html`<div class="composer-tools" role="toolbar" aria-label=${t('thread.tools')} data-open=${tools}>
    ${tool('paperclip', 'attach', 'F', attach)}
    ${tool('smile', 'emoji', '', (event) => openEmoji(event.currentTarget, insert), true)}
    ${tool('square-slash', 'canned', '/', (event) => suggest.pickCanned(event.currentTarget), true)}
    ${note ? tool('at-sign', 'mention', '@', () => insert('@')) : nothing}
    ${tool('bold', 'bold', `${MOD}B`, mark((edit) => toggleMark(edit, '**')))}
    ${tool('list', 'list', `${MOD}⇧8`, mark((edit) => toggleList(edit, false)))} ${tool('link', 'link', `${MOD}U`, mark(putLink))}
    ${canRecord ? tool('audio-lines', 'voice', '', say) : nothing}
    ${speech.canListen ? tool('mic', 'dictate', '', dictate, false, speech.listening) : nothing}
  </div>`;

  /** @param {any} event */
  const sendMenu = (event) => {
    const { tomorrow } = snoozeTimes(new Date());
    openMenu(
      event.currentTarget,
      t('thread.send_more'),
      [
        {
          items: [
            { label: t('thread.send_close'), mark: icon('check', 16), hint: isMac ? '⌘⇧↵' : 'Ctrl ⇧ ↵', run: () => send(true) },
            { label: t('thread.send_snooze'), mark: icon('alarm-clock', 16), run: () => send(false, tomorrow.toISOString()) },
          ],
        },
      ],
      { above: true },
    );
  };

  /** @param {'reply'|'note'} tab */
  const choose = (tab) => {
    ui.tab.value = tab;
    complaint = null;
    saved = false;
    grow();
    field()?.focus();
  };

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

  const hint = () => {
    if (complaint) return html`<span class="failed" role="alert">${t(`thread.not_taken_${complaint}`)}</span>`;
    const text = desk.openId ? (desk.compose.change(desk.openId)?.text ?? desk.drafts.get(desk.openId, ui.tab.value)) : '';
    const left = (desk.client.limits?.text_chars ?? 8000) - [...text].length;
    if (left < COUNT_BELOW) return html`<span class=${left < 0 ? 'failed' : ''}>${left}</span>`;
    return text && saved ? t('thread.draft_saved') : nothing;
  };

  return {
    attach,
    onFiles,
    field,
    grow,
    send,
    choose,
    flush: save,
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
      const placeholder = note ? t('thread.note_placeholder') : row?.state === 'closed' ? t('thread.closed_placeholder') : t('thread.placeholder');
      const plain = !note && !change;
      return html`${suggest.view()}${here?.writing
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
              ${note ? html`${icon('lock', 14)} ${t('thread.note_private')}` : html`${channelIcon(row?.channel ?? 'web')} ${t(`thread.goes_${row?.channel ?? 'web'}`)}`}
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
            aria-expanded=${tools}
            @click=${() => {
              tools = !tools;
              desk.touch('composer');
            }}
          >
            ${icon(tools ? 'x' : 'plus', 22)}
          </button>
          ${voice ? voiceView(voice) : nothing}
          <div class="composer-bottom" ?hidden=${Boolean(voice)}>
            ${toolbar(note)}
            <span class="composer-hint">${hint()}</span>
            <span class="composer-go">
            <button class="button primary composer-send" ?disabled=${isBlank(text) && (change || !tray.count)}>
              <span class="no-phone">${t(change ? 'thread.save' : note ? 'thread.add_note' : 'thread.send')}</span
              ><kbd class="no-phone" aria-hidden="true">${sendOn() === 'enter' ? '↵' : SEND_KEYS}</kbd
              ><span class="only-phone">${icon('arrow-up', 22)}<span class="hidden">${t(note ? 'thread.add_note' : 'thread.send')}</span></span>
            </button>
            ${plain
              ? html`<button
                  class="button primary composer-also"
                  type="button"
                  aria-label=${t('thread.send_more')}
                  aria-haspopup="menu"
                  aria-expanded="false"
                  ?disabled=${isBlank(text)}
                  @click=${sendMenu}
                >
                  ${icon('chevron-down', 16)}
                </button>`
              : nothing}</span>
          </div>
        </form>`;
    },
  };
}
