/** Recording a voice message: while it runs, a bar with its time stands where one writes. */
import { el, shape } from '../dom.js';
import { record } from '../../im/recorder.js';
import { span } from '../../design/span.js';

const SEND = ['m5 12 7-7 7 7', 'M12 19V5'];
/** Shorter ones are a slip of the finger. */
const LEAST_MS = 600;

/**
 * The bar that stands in place of the field while somebody records.
 * @param {object} host
 * @param {import('../types.js').Texts} host.texts
 * @param {import('../types.js').Composer} host.composer
 * @param {import('../../im/types.js').Clock} host.clock
 * @param {(key:string) => void} host.complain
 * @param {(recorded:{blob:Blob, duration_ms:number, ending:string}) => void} host.done
 */
export function createVoice({ texts: { t }, composer, clock, complain, done }) {
  /** @type {Awaited<ReturnType<typeof record>>|null} */ let running = null;

  const begin = async () => {
    if (running) return;
    const words = el('span', { class: 'voice-time', role: 'timer' });
    const stop = el('button', { type: 'button', class: 'quiet less', onclick: () => end(false) }, t('voice.cancel'));
    const send = el('button', { type: 'button', class: 'send', 'aria-label': t('voice.send'), title: t('voice.send'), onclick: () => end(true) }, shape(SEND, 22));
    const bar = el('div', { class: 'voice' }, el('span', { class: 'voice-dot', 'aria-hidden': 'true' }), words, stop, send);
    const form = /** @type {HTMLFormElement} */ (composer.node.querySelector('form'));
    const end = async (/** @type {boolean} */ keep) => {
      const recording = running;
      running = null;
      bar.remove();
      form.hidden = false;
      composer.focus();
      if (!recording) return;
      if (!keep) return recording.cancel();
      const recorded = await recording.finish();
      if (recorded.duration_ms >= LEAST_MS && recorded.blob.size) done(recorded);
    };
    bar.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      end(false);
    });
    try {
      running = await record({ clock, onTick: (ms) => (words.textContent = t('voice.recording', { time: span(ms) })), onFull: () => end(true) });
    } catch {
      return complain('voice.refused');
    }
    form.hidden = true;
    composer.node.append(bar);
    send.focus();
  };

  return { begin };
}
