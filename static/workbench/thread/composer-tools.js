/** What the composer has besides its field: buttons, files, and spoken words. */
import { pastedFiles } from '../../design/paste.js';
import { span } from '../../design/span.js';
import { createSpeech } from '../../design/speech.js';
import { isBlank } from '../../im/text.js';
import { icon } from '../parts/icons.js';
import { html, nothing } from '../lit.js';
import { putLink, toggleList, toggleMark } from '../store/writing.js';
import { lang, t } from '../app/texts.js';
import { snoozeTimes, windows } from './perform.js';
import { openMenu } from '../parts/menu.js';
import { createTray } from './tray.js';

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** Shorter recordings are a slip of the finger. */
const LEAST_VOICE_MS = 600;

const SEND_KEYS = isMac ? '⌘↵' : 'Ctrl ↵';

/**
 * Spoken words: as text, and as a message.
 * @param {object} host
 * @param {import('./composer.js').State} host.at
 * @param {import('../store/desk.js').Desk} host.desk
 * @param {(words: string) => void} host.insert
 * @param {() => boolean} host.isNote
 * @param {() => HTMLTextAreaElement | null} host.field
 */
export function createSpeaking({ at, desk, insert, isNote, field }) {
  const speech = createSpeech({
    locale: lang,
    onWords: (words) => at.dictated === desk.openId && insert(words),
    onEnd: () => desk.touch('composer'),
  });
  const dictate = () => {
    at.dictated = desk.openId;
    speech.listen();
    desk.touch('composer');
  };
  const say = async () => {
    const id = desk.openId;
    if (!id || at.voice) return;
    const now = { recorder: null, ms: 0, id, note: isNote() };
    const tick = (/** @type {number} */ ms) => {
      now.ms = ms;
      desk.touch('composer');
    };
    now.recorder = await desk.files.record(tick, () => sayEnd(true));
    if (!now.recorder) return;
    at.voice = now;
    desk.touch('composer');
    requestAnimationFrame(() => document.getElementById('voice-send')?.focus());
  };
  /** @param {boolean} keep */
  const sayEnd = async (keep) => {
    const said = at.voice;
    at.voice = null;
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

  return { say, speech, dictate, voiceView };
}

/**
 * Files chosen, pasted and dropped.
 * @param {object} host
 * @param {import('../store/desk.js').Desk} host.desk
 * @param {import('../app/ui.js').Ui} host.ui
 * @param {() => HTMLTextAreaElement | null} host.field
 */
export function createAttaching({ desk, ui, field }) {
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

  return { tray, take, isNote, attach, onFiles };
}

/**
 * The buttons under the field.
 * @param {object} host
 * @param {import('./composer.js').State} host.at
 * @param {() => void} host.attach
 * @param {(words: string) => void} host.insert
 * @param {import('./tools-later.js').Suggest} host.suggest
 * @param {(change: (edit: import('../store/writing.js').Edit) => import('../store/writing.js').Edit) => () => void} host.mark
 * @param {() => Promise<void>} host.say
 * @param {ReturnType<typeof import('../../design/speech.js').createSpeech>} host.speech
 * @param {() => void} host.dictate
 * @param {(close?: boolean | undefined, until?: string | undefined) => Promise<void>} host.send
 * @param {(anchor: HTMLElement) => void} host.runMacro
 * @param {((anchor: HTMLElement) => void)|null} host.sendLater   whoever may not, has no such choice
 * @param {ReturnType<typeof import('./tray.js').createTray>} host.tray
 * @param {() => 'enter'|'mod+enter'} host.sendOn
 */
export function createToolbar({ at, attach, insert, suggest, mark, say, speech, dictate, send, runMacro, sendLater, tray, sendOn }) {
  /** @param {import('../parts/icons.js').IconName} shape @param {string} name @param {string} keys @param {(event:any) => void} run @param {boolean} [menu] @param {boolean} [pressed] */
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
  const canRecord = Boolean(navigator.mediaDevices) && 'MediaRecorder' in window;
  const MOD = isMac ? '⌘' : 'Ctrl ';
  /** @param {boolean} note */
  const toolbar = (note) => html`<div class="composer-tools" role="toolbar" aria-label=${t('thread.tools')} data-open=${at.tools}>
    ${tool('paperclip', 'attach', 'F', attach)}
    ${tool('smile', 'emoji', '', ({ currentTarget: button }) => windows.use(({ openEmoji }) => openEmoji(button, insert), () => {}), true)}
    ${tool('square-slash', 'canned', '/', (event) => suggest.pickCanned(event.currentTarget), true)}
    ${tool('zap', 'macro', '', (event) => runMacro(event.currentTarget), true)}
    ${note ? tool('at-sign', 'mention', '@', () => insert('@')) : nothing}
    ${tool('bold', 'bold', `${MOD}B`, mark((edit) => toggleMark(edit, '**')))}
    ${tool('list', 'list', `${MOD}⇧8`, mark((edit) => toggleList(edit, false)))} ${tool('link', 'link', `${MOD}U`, mark(putLink))}
    ${canRecord ? tool('audio-lines', 'voice', '', say) : nothing}
    ${speech.canListen ? tool('mic', 'dictate', '', dictate, false, speech.listening) : nothing}
  </div>`;
  /** @param {any} event */
  const sendMenu = (event) => {
    const { tomorrow } = snoozeTimes(new Date());
    const anchor = event.currentTarget;
    openMenu(
      anchor,
      t('thread.send_more'),
      [
        {
          items: [
            { label: t('thread.send_close'), mark: icon('check', 16), hint: isMac ? '⌘⇧↵' : 'Ctrl ⇧ ↵', run: () => send(true) },
            { label: t('thread.send_snooze'), mark: icon('alarm-clock', 16), run: () => send(false, tomorrow.toISOString()) },
            ...(sendLater ? [{ label: t('thread.send_later'), mark: icon('clock', 16), run: () => sendLater(anchor) }] : []),
          ],
        },
      ],
      { above: true },
    );
  };
  /** The button that sends, and the one that does more. @param {string} text @param {boolean} note @param {boolean} change */
  const goView = (text, note, change) => html`<span class="composer-go">
    <button class="button primary composer-send" ?disabled=${isBlank(text) && (change || !tray.count)}>
      <span class="no-phone">${t(change ? 'thread.save' : note ? 'thread.add_note' : 'thread.send')}</span
      ><kbd class="no-phone" aria-hidden="true">${sendOn() === 'enter' ? '↵' : SEND_KEYS}</kbd
      ><span class="only-phone">${icon('arrow-up', 22)}<span class="hidden">${t(note ? 'thread.add_note' : 'thread.send')}</span></span>
    </button>
    ${note || change
      ? nothing
      : html`<button
          class="button primary composer-also"
          type="button"
          aria-label=${t('thread.send_more')}
          aria-haspopup="menu"
          aria-expanded="false"
          ?disabled=${isBlank(text)}
          @click=${sendMenu}
        >
          ${icon('chevron-down', 16)}
        </button>`}</span
  >`;

  return { toolbar, goView };
}
