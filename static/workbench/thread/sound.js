/**
 * A voice message to listen to: a button, how far it is, how long it is. An element of its own, because what it plays outlives
 * every drawing of the thread. One is heard at a time.
 */
import { span } from '../../design/span.js';
import { html, render } from '../lit.js';
import { icon } from '../parts/icons.js';
import { t } from '../app/texts.js';

/** @type {HTMLAudioElement|null} */
let heard = null;

class DeskSound extends HTMLElement {
  static observedAttributes = ['src'];
  /** @type {HTMLAudioElement|null} */ audio = null;

  connectedCallback() {
    this.draw();
  }
  disconnectedCallback() {
    this.audio?.pause();
  }
  /** The thread writes another message over this one. */
  attributeChangedCallback() {
    this.audio?.pause();
    this.audio = null;
    this.draw();
  }
  get duration() {
    return Number(this.getAttribute('duration')) || (this.audio && Number.isFinite(this.audio.duration) ? this.audio.duration * 1000 : 0);
  }
  press = async () => {
    if (this.audio && !this.audio.paused) return this.audio.pause();
    heard?.pause();
    if (!this.audio) {
      const audio = new Audio(this.getAttribute('src') ?? '');
      for (const name of ['play', 'pause', 'timeupdate', 'ended', 'error']) audio.addEventListener(name, () => audio === this.audio && this.draw());
      this.audio = audio;
    }
    heard = this.audio;
    await this.audio.play().catch(() => {});
  };
  draw() {
    if (!this.isConnected) return;
    const { audio, duration } = this;
    const at = audio && !audio.ended ? audio.currentTime * 1000 : 0;
    const on = Boolean(audio && !audio.paused);
    const label = on ? t('thread.file_pause') : t('thread.file_play', { time: duration ? span(duration) : t('common.kind_voice') });
    render(
      html`<button class="sound-button" type="button" aria-label=${label} title=${label} @click=${this.press}>${icon(on ? 'pause' : 'play', 16)}</button
        ><progress max=${duration || 1} .value=${Math.min(at, duration || 1)} aria-hidden="true"></progress
        ><span class="sound-time">${audio?.error ? t('thread.file_gone') : duration || at ? span(at || duration) : ''}</span>`,
      this,
    );
  }
}
customElements.define('desk-sound', DeskSound);
