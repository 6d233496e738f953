/**
 * How files stand in the talk: pictures as pictures, sound with a button, everything else as a line to save. What is on its way
 * shows how far it is.
 */
import { el, fit, saving, shape } from '../dom.js';
import { parted } from '../../design/file-name.js';
import { span } from '../../design/span.js';
import { openViewer } from './viewer.js';

/** Lucide (ISC). */
const FILE = ['M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z', 'M14 2v5a1 1 0 0 0 1 1h5'];
const PLAY = ['M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z'];
const PAUSE = ['M14 4h3v16h-3z', 'M7 4h3v16H7z'];
const CLOSE = ['M18 6 6 18', 'm6 6 12 12'];

/** A name that keeps its ending. @param {string} name */
const named = (name) => {
  const [stem, ending] = parted(name);
  return el('span', { class: 'paper-name' }, el('span', { class: 'paper-stem' }, stem), ending);
};

/** The one that is heard. @type {HTMLAudioElement|null} */
let playing = null;

/**
 * A picture as a picture, which opens.
 * @param {import('../types.js').Texts['t']} t
 * @param {ReturnType<typeof import('./fetched.js').createFetched>} fetched
 * @param {import('../types.js').Texts} texts
 * @param {(path: string, name: string) => Promise<void>} download
 * @param {(bytes:number) => string} size
 */
function createPictures(t, fetched, texts, download, size) {
  /** @param {import('../types.js').Content} content */
  const picture = (content) => {
    const { name = '' } = content;
    const { width, height } = fit(content);
    const path = `/files/v1/${content.file_id}`;
    const button = el('button', { type: 'button', class: 'picture', 'aria-label': t('file.open', { name }) });
    button.style.setProperty('width', `${width}px`);
    button.style.setProperty('height', `${height}px`);
    const load = () =>
      fetched.get(`${path}/thumbnail`).then(
        (address) => button.replaceChildren(el('img', { src: address, alt: t('file.picture', { name }), width, height, decoding: 'async' })),
        () => button.replaceChildren(el('span', { class: 'picture-word' }, t('file.gone'))),
      );
    const open = () => openViewer({ texts, name, at: button, load: () => fetched.get(path), save: () => download(path, name) });
    if (saving()) {
      // Who saves data decides for themselves.
      button.append(el('span', { class: 'picture-word' }, t('file.load', { size: size(content.byte_size ?? 0) })));
      button.addEventListener('click', () => load().then(() => button.addEventListener('click', open)), { once: true });
    } else {
      load();
      button.addEventListener('click', open);
    }
    return button;
  };

  return picture;
}

/**
 * A sound with its button and its bar.
 * @param {import('../types.js').Texts['t']} t
 * @param {(key:string) => void} complain
 */
function createSounds(t, complain) {
  /** @param {string} name @param {number|undefined} duration_ms @param {() => Promise<string>} load */
  const sound = (name, duration_ms, load) => {
    const time = el('span', { class: 'sound-time' }, duration_ms ? span(duration_ms) : '');
    const bar = el('progress', { max: '1', value: '0', 'aria-hidden': 'true' });
    const mark = (/** @type {boolean} */ on) => {
      button.replaceChildren(shape(on ? PAUSE : PLAY, 18));
      button.setAttribute('aria-label', on ? t('file.pause') : t('file.play', { time: duration_ms ? span(duration_ms) : name }));
    };
    /** @type {HTMLAudioElement|null} */ let audio = null;
    const press = async () => {
      if (audio && !audio.paused) return audio.pause();
      playing?.pause();
      try {
        if (!audio) {
          audio = new Audio(await load());
          audio.addEventListener('play', () => mark(true));
          audio.addEventListener('pause', () => mark(false));
          audio.addEventListener('timeupdate', () => {
            const all = duration_ms ? duration_ms / 1000 : audio?.duration;
            bar.value = Math.min(1, (audio?.currentTime ?? 0) / (Number.isFinite(all) && all ? all : 1));
            time.textContent = span((audio?.currentTime ?? 0) * 1000);
          });
          audio.addEventListener('ended', () => {
            bar.value = 0;
            time.textContent = duration_ms ? span(duration_ms) : '';
          });
        }
        playing = audio;
        await audio.play();
      } catch {
        complain('file.gone');
      }
    };
    const button = el('button', { type: 'button', class: 'sound-button', onclick: press });
    mark(false);
    return el('div', { class: 'sound' }, button, bar, time);
  };

  return sound;
}

/**
 * Draws files that are there and files that are on their way.
 * @param {object} host
 * @param {import('../types.js').Texts} host.texts
 * @param {ReturnType<typeof import('./fetched.js').createFetched>} host.fetched
 * @param {(key:string) => void} host.complain
 * @param {(bytes:number) => string} host.size
 */
export function createShown({ texts, fetched, complain, size }) {
  const { t } = texts;

  /** @param {string} path @param {string} name */
  const download = (path, name) =>
    fetched.get(path).then(
      (address) => el('a', { href: address, download: name }).click(),
      () => complain('file.gone'),
    );
  const picture = createPictures(t, fetched, texts, download, size);

  const sound = createSounds(t, complain);

  /** @param {import('../types.js').Content} content */
  const paper = (content) => {
    const { name = '' } = content;
    const path = `/files/v1/${content.file_id}`;
    const film = content.media_type?.startsWith('video/');
    const press = (/** @type {MouseEvent} */ event) =>
      film
        ? openViewer({ texts, name, film: true, at: /** @type {HTMLElement} */ (event.currentTarget), load: () => fetched.get(path), save: () => download(path, name) })
        : download(path, name);
    return el(
      'button',
      { type: 'button', class: 'paper', onclick: press, 'aria-label': t(film ? 'file.film' : 'file.save', { name }) },
      shape(film ? PLAY : FILE, 22),
      el('span', { class: 'paper-words' }, named(name), el('span', { class: 'paper-size' }, size(content.byte_size ?? 0))),
    );
  };

  return {
    /** Fills the room that a message with a file has. @param {HTMLElement} holder @param {import('../types.js').Content} content */
    draw(holder, content) {
      const isPicture = content.media_type?.startsWith('image/') && content.width;
      const isSound = content.media_type?.startsWith('audio/');
      const path = `/files/v1/${content.file_id}`;
      const node = isPicture ? picture(content) : isSound ? sound(content.name ?? '', content.duration_ms, () => fetched.get(path)) : paper(content);
      holder.style.removeProperty('min-height');
      holder.closest('.turn')?.classList.toggle('pictured', Boolean(isPicture));
      holder.replaceChildren(node, ...(content.text ? [el('p', { class: 'caption' }, content.text)] : []));
    },
    /**
     * One on its way. @param {import('../../im/file-outbox.js').OutgoingFile} outgoing @param {string|null} address of its bytes @param {() => void} cancel
     */
    waiting(outgoing, address, cancel) {
      const isPicture = outgoing.blob.type.startsWith('image/') && outgoing.width;
      const words = el('span', {});
      const count = el('span', {});
      const bar = el('progress', { max: String(outgoing.blob.size), 'aria-label': outgoing.name });
      const stop = el('button', { type: 'button', class: 'stop', 'aria-label': t('file.cancel'), title: t('file.cancel'), onclick: cancel }, shape(CLOSE, 18));
      const state = el('div', { class: 'on-the-way' }, el('div', { class: 'way-words' }, words, count), bar);
      const holder = el('div', { class: 'file' });
      if (isPicture) {
        const { width, height } = fit(outgoing);
        const frame = el('div', { class: 'picture' }, el('img', { src: address, alt: t('file.picture', { name: outgoing.name }), width, height }), state, stop);
        frame.style.setProperty('width', `${Math.max(width, 168)}px`);
        frame.style.setProperty('height', `${Math.max(height, 84)}px`);
        holder.append(frame);
      } else {
        const name = named(outgoing.duration_ms ? `${outgoing.name.replace(/\.\w+$/, '')} ${span(outgoing.duration_ms)}` : outgoing.name);
        holder.append(el('div', { class: 'paper' }, shape(FILE, 22), el('div', { class: 'paper-words' }, name, state), stop));
      }
      const draw = () => {
        const all = outgoing.blob.size;
        const failed = outgoing.state === 'failed';
        holder.classList.toggle('failed', failed);
        state.hidden = stop.hidden = failed;
        bar.value = outgoing.sent;
        words.textContent = outgoing.state === 'waiting' ? t('file.waits') : t('file.sending', { percent: Math.floor((outgoing.sent / all) * 100) });
        count.textContent = outgoing.state === 'waiting' ? size(all) : t('file.sent', { sent: Math.round(outgoing.sent / 1e3), all: size(all) });
        holder.closest('.turn')?.classList.toggle('pictured', Boolean(isPicture));
      };
      return { holder, draw };
    },
  };
}
