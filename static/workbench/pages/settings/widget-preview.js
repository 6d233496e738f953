/**
 * The widget as customers will see it, beside the page: the real one on a page of this desk, told of every change of the draft. The
 * desk's picture is drawn at its size and made to fit; a phone's is as wide as a phone.
 */
import { html } from '../../lit.js';
import { t } from '../../app/texts.js';
import { segments, select } from '../../parts/controls.js';
import { mark } from '../../parts/settings-icons.js';
import { wordsLocale } from './widget-words.js';
import { settingsOf } from './widget.js';

const VIEWS = ['home', 'talk', 'form', 'offline', 'closed'];
const DESKTOP_PX = 640;
const PHONE_PX = 360;
const PHONE_TALL_PX = 700;

/**
 * The widget beside the settings, with what is being changed.
 * @param {import('./page.js').Context} on @param {import('../../parts/form.js').SettingsForm} form @param {() => string} tab
 */
export function createPreview({ me, changed }, form, tab) {
  let device = 'desktop';
  let theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  /** @type {string|null} */ let chosen = null;
  let open = false;
  let lastTab = '';

  const frame = () => /** @type {HTMLIFrameElement|null} */ (document.getElementById('preview-frame'));
  /** A tab shows what it is about, until somebody looks elsewhere. */
  const view = () => {
    if (tab() !== lastTab) {
      lastTab = tab();
      chosen = null;
    }
    return chosen ?? (tab() === 'form' ? 'form' : 'home');
  };
  const tell = () => {
    if (form.phase !== 'ready') return;
    frame()?.contentWindow?.postMessage(
      { servicedesk: 'preview', settings: settingsOf(form.draft), shop: { name: me.shop.name }, view: view(), theme, device, locale: wordsLocale() },
      location.origin,
    );
  };
  const fit = () => {
    const box = document.querySelector('.preview-box');
    const inner = frame();
    if (!(box instanceof HTMLElement) || !inner) return;
    const [width, height] = [box.clientWidth, box.clientHeight];
    if (!width || !height) return;
    const wide = device === 'desktop' ? Math.max(DESKTOP_PX, width) : PHONE_PX;
    const scale = device === 'desktop' ? width / wide : Math.min(1, height / PHONE_TALL_PX, width / PHONE_PX);
    const tall = device === 'desktop' ? height / scale : Math.min(PHONE_TALL_PX, height / scale);
    inner.style.setProperty('width', `${wide}px`);
    inner.style.setProperty('height', `${tall}px`);
    inner.style.setProperty('transform', `scale(${scale})`);
    inner.style.setProperty('left', `${Math.max(0, (width - wide * scale) / 2)}px`);
    inner.style.setProperty('top', `${device === 'desktop' ? 0 : Math.max(0, (height - tall * scale) / 2)}px`);
  };
  addEventListener('message', ({ origin, source, data }) => {
    if (origin === location.origin && source === frame()?.contentWindow && data?.servicedesk === 'preview-ready') tell();
  });
  addEventListener('resize', fit);
  const set = (/** @type {() => void} */ change) => {
    change();
    changed();
  };

  return {
    view() {
      requestAnimationFrame(() => {
        fit();
        tell();
      });
      const locale = wordsLocale();
      return html`<button type="button" class="button preview-open" @click=${() => set(() => (open = true))}>${mark('smartphone')}${t('settings_widget.preview')}</button>
        <section class="preview" data-open=${open} aria-label=${t('settings_widget.preview')}>
          <header class="preview-head">
            <span class="preview-name">${t('settings_widget.preview')}</span>
            ${segments(
              t('settings_widget.device'),
              ['desktop', 'phone'].map((value) => ({ value, label: t(`settings_widget.device_${value}`) })),
              device,
              (value) => set(() => (device = value)),
            )}
            ${segments(
              t('settings_widget.theme'),
              [
                { value: 'light', label: mark('sun'), title: t('settings_widget.theme_light') },
                { value: 'dark', label: mark('moon'), title: t('settings_widget.theme_dark') },
              ],
              theme,
              (value) => set(() => (theme = value)),
            )}
            ${select(
              'preview-view',
              VIEWS.map((value) => ({ value, label: t(`settings_widget.view_${value}`) })),
              view(),
              (value) => set(() => (chosen = value)),
              t('settings_widget.view'),
            )}
            <button type="button" class="icon-button preview-close" aria-label=${t('common.close')} @click=${() => set(() => (open = false))}>${mark('x', 20)}</button>
          </header>
          <div class="preview-box ${device}">
            <iframe id="preview-frame" title=${t('settings_widget.preview')} tabindex="-1" src="/w/preview?k=${me.widget?.key ?? ''}&locale=${locale}"></iframe>
          </div>
        </section>`;
    },
  };
}
