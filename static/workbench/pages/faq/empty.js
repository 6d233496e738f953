/** The first look: what the knowledge is for, in two sentences, and three ways to begin. Later: what to do where nothing is open. */
import { html, nothing } from '../../lit.js';
import { plural, t } from '../../app/texts.js';
import { icon } from '../../parts/icons.js';

/**
 * @param {{waiting:number, may:boolean}} known how many questions customers asked already
 * @param {{write:() => void, first:() => void}} does
 */
export const beginView = ({ waiting, may }, does) => html`<section class="faq-begin">
  <span class="faq-begin-mark">${icon(/** @type {any} */ ('book-open'), 28)}</span>
  <h2>${t('faq.begin_title')}</h2>
  <p>${t('faq.begin_text')}</p>
  <div class="faq-ways">
    ${may
      ? html`<a class="faq-way" href="/faq/import">${icon(/** @type {any} */ ('upload'), 20)}<b>${t('faq.begin_import')}</b><span>${t('faq.begin_import_text')}</span></a>`
      : nothing}
    <button class="faq-way" @click=${does.write}>${icon('plus', 20)}<b>${t('faq.begin_write')}</b><span>${t('faq.begin_write_text')}</span></button>
    <button class="faq-way" ?disabled=${waiting === 0} @click=${does.first}>
      ${icon('message-circle', 20)}<b>${t('faq.begin_asked')}</b><span>${waiting ? plural('faq.begin_asked_text', waiting) : t('faq.begin_asked_none')}</span>
    </button>
  </div>
</section>`;

/** @param {boolean} queue which column is beside it @param {boolean} empty */
export const restView = (queue, empty) =>
  html`<section class="faq-rest">
    <p>${t(queue ? (empty ? 'faq.rest_done' : 'faq.rest_queue') : 'faq.rest_entries')}</p>
    ${empty ? nothing : html`<p class="no-phone"><kbd>j</kbd> <kbd>k</kbd> ${t('faq.rest_keys')}</p>`}
  </section>`;
