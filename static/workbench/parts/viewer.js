/** A picture over the page, with a way to save it and back; the browser's own dialog keeps focus and Escape. */
import { html, render } from '../lit.js';
import { icon } from './icons.js';
import { t } from '../app/texts.js';

/** Opens the viewer with one picture. @param {{url:string, name:string}} picture */
export function openViewer({ url, name }) {
  const dialog = document.createElement('dialog');
  dialog.className = 'viewer';
  dialog.setAttribute('aria-label', name);
  const close = () => dialog.close();
  render(
    html`<div class="viewer-head">
        <span class="viewer-name">${name}</span>
        <a class="icon-button" href=${url} download=${name} aria-label=${t('thread.file_save', { name })} title=${t('thread.file_save', { name })}>${icon('download', 20)}</a>
        <button class="icon-button" type="button" autofocus aria-label=${t('common.close')} title=${t('common.close')} @click=${close}>${icon('x', 20)}</button>
      </div>
      <div class="viewer-stage" @click=${(/** @type {Event} */ event) => event.target === event.currentTarget && close()}><img src=${url} alt=${name} /></div>`,
    dialog,
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
