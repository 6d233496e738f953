/** Where the widget stands: the line to paste with where it goes in the usual site builders, whether it was seen, and which sites may. */
import { BUILDERS, snippet } from '../../parts/builders.js';
import { html } from '../../lit.js';
import { tagParts, tagTrouble } from '../../parts/tag.js';
import { t } from '../../app/texts.js';
import { span } from '../../parts/times.js';
import { areaField, codeBlock, section, segments } from '../../parts/controls.js';
import { mark } from '../../parts/settings-icons.js';

const SEEN_EVERY_MS = 4000;

/**
 * The line for the page, and the sites that may use it.
 * @param {import('./page.js').Context} on @param {import('../../parts/form.js').SettingsForm} form
 */
export function createSite({ me, call, changed, origin, seen: isSeen }, form) {
  let builder = 'any';
  /** @type {{url:string, at:string}|null} */ let seen = me.widget?.seen ?? null;

  let looking = false;
  const look = async () => {
    try {
      if (isSeen()) {
        seen = (await call('GET', '/setup/seen')).seen;
        changed();
      }
    } catch {
      // The next look asks again.
    }
    setTimeout(look, SEEN_EVERY_MS);
  };
  /** @param {string} url */
  const host = (url) => {
    try {
      return new URL(url).host;
    } catch {
      return url;
    }
  };

  return {
    start() {
      if (!looking) look();
      looking = true;
    },
    status: () =>
      seen
        ? html`<span class="chip chip-ok"><i class="chip-dot now-dot"></i><span>${host(seen.url)}</span></span>`
        : html`<span class="chip"><span>${t('settings_site.not_seen')}</span></span>`,
    body() {
      const trouble = tagTrouble(origin);
      const text = snippet(builder, origin, me.widget?.key ?? '');
      return html`${section(
          t('settings_site.tag'),
          html`${segments(
              t('settings_site.where'),
              BUILDERS.map((value) => ({ value, label: t(`settings_site.builder_${value}`) })),
              builder,
              (value) => {
                builder = value;
                changed();
              },
            )}
            <p class="steps-text">${t(`settings_site.how_${builder}`)}</p>
            ${trouble ? html`<p class="warning" role="status">${t(`settings_site.${trouble}`, { origin })}</p>` : ''}
            ${codeBlock(text, tagParts(text).map((part) => html`<span class=${part.kind}>${part.text}</span>`), t('settings_site.tag'))}`,
          t('settings_site.tag_intro'),
        )}
        ${section(
          seen ? t('settings_site.seen') : t('settings_site.unseen'),
          '',
          seen ? `${seen.url.replace(/^https?:\/\//, '')} · ${span(seen.at, Date.now())}` : t('settings_site.unseen_hint'),
          html`<a class="button" href="/demo" target="_blank" rel="noopener">${t('settings_site.try_it')}${mark('out')}</a>`,
        )}
        ${section(
          t('settings_site.origins'),
          areaField(form, 'origins', { label: t('settings_site.origins_label'), rows: 3, mono: true, placeholder: 'https://www.example.com\n*.example.com', hint: t('settings_site.origins_hint') }),
          t('settings_site.origins_intro'),
        )}`;
    },
  };
}
