/** A file in the thread: a picture as a picture, sound with a button, everything else to save; and one that is on its way. */
import { html, nothing } from '../lit.js';
import { icon } from '../parts/icons.js';
import { lang, t } from '../app/texts.js';
import { kindOf } from '../parts/message-summary.js';
import { parted } from '../../design/file-name.js';
import { span } from '../../design/span.js';
import './sound.js';
import { marked } from './message-content.js';
import { windows } from './perform.js';

/** The room that a picture takes, in pixels. */
const WIDE = 320;
const HIGH = 280;

const number = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
/** Bytes in the unit that suits them. @param {number} bytes */
export const sizeOf = (bytes) => (bytes < 1e6 ? `${number.format(Math.max(1, Math.round(bytes / 1e3)))} KB` : `${number.format(bytes / 1e6)} MB`);

/** @param {{width?:number, height?:number}} picture @param {number} [least] */
function fit({ width = 1, height = 1 }, least = 0) {
  const scale = Math.min(1, WIDE / width, HIGH / height);
  return { width: Math.max(least, Math.round(width * scale)), height: Math.max(least / 2, Math.round(height * scale)) };
}
/** @param {{width:number, height:number}} box */
const sized = ({ width, height }) => `width:${width}px;height:${height}px`;

/** @param {import('../../im/types.js').Content} content @param {string} from kind of the sender */
const caption = (content, from) => (content.text ? html`<div class="file-caption">${marked(content.text, from)}</div>` : nothing);

/** A file that is a message. @param {import('../../im/types.js').Content} content @param {string} from kind of the sender */
export function fileView(content, from) {
  const url = `/files/v1/${encodeURIComponent(String(content.file_id))}`;
  const { media_type = '', name = '' } = content;
  if (media_type.startsWith('image/') && content.width) {
    const box = fit(content);
    return html`<button class="file-picture" type="button" .style=${sized(box)} aria-label=${t('thread.file_open', { name })} @click=${() => windows.use(({ openViewer }) => openViewer({ url, name }), () => {})}>
        <img src="${url}/thumbnail" alt=${t('thread.file_picture_of', { name })} width=${box.width} height=${box.height} loading="lazy" decoding="async" />
      </button>${caption(content, from)}`;
  }
  if (media_type.startsWith('audio/')) {
    return html`<desk-sound src=${url} duration=${content.duration_ms ?? nothing}></desk-sound>${caption(content, from)}`;
  }
  if (media_type.startsWith('video/')) {
    return html`<video class="file-film" src=${url} controls preload="metadata" aria-label=${name}></video>${caption(content, from)}`;
  }
  return html`<a class="file-paper" href=${url} download=${name} aria-label=${t('thread.file_save', { name })}>
      ${icon('file', 22)}<span class="file-words">${named(name)}<span class="file-size">${sizeOf(content.byte_size ?? 0)}</span></span>${icon('download', 16)}
    </a>${caption(content, from)}`;
}

/** A name that keeps its ending. @param {string} name */
function named(name) {
  const [stem, ending] = parted(name);
  return html`<span class="file-name"><span class="file-stem">${stem}</span>${ending}</span>`;
}

/**
 * A file that is on its way.
 * @param {import('../store/desk.js').Desk} desk @param {import('../../im/file-outbox.js').OutgoingFile} outgoing
 */
export function outgoingFileView(desk, outgoing) {
  const { client_message_id: id, blob, name, sent, state } = outgoing;
  const isPicture = blob.type.startsWith('image/') && outgoing.width;
  const percent = Math.floor((sent / blob.size) * 100);
  const way =
    state === 'failed'
      ? nothing
      : html`<span class="file-way">
          <span class="file-way-words"
            ><span>${state === 'waiting' ? t('thread.file_waits') : t('thread.file_sending', { percent })}</span
            ><span>${state === 'waiting' ? sizeOf(blob.size) : t('thread.file_sent', { sent: sizeOf(sent), all: sizeOf(blob.size) })}</span></span
          ><progress max=${blob.size} .value=${sent} aria-label=${name}></progress>
        </span>`;
  const stop =
    state === 'failed'
      ? nothing
      : html`<button class="file-stop" type="button" aria-label=${t('thread.file_cancel')} title=${t('thread.file_cancel')} @click=${() => desk.files.cancel(id)}>${icon('x', 16)}</button>`;
  if (isPicture) {
    const box = fit(outgoing, 168);
    return html`<div class="file-picture" .style=${sized(box)}><img src=${desk.files.addressOf(outgoing)} alt=${t('thread.file_picture_of', { name })} width=${box.width} height=${box.height} />${way}${stop}</div>`;
  }
  const label = outgoing.duration_ms ? `${kindOf(blob.type) ?? ''} ${span(outgoing.duration_ms)}` : name;
  return html`<div class="file-paper">${icon('file', 22)}<span class="file-words">${named(label)}${way}</span>${stop}</div>`;
}
