/**
 * The chat on the shop's site: the line to paste with where it goes in the usual site builders, whether it was seen, and what the
 * shop's server runs so that its signed-in customers are known.
 */
import { html } from '../lit.js';
import { tagLine, tagParts } from '../tag.js';
import { t } from '../texts.js';
import { span } from '../times.js';
import { codeBlock, section, segments } from './controls.js';
import { mark } from './icons.js';
import { IDENTIFY_LINE, IDENTITY_LINES } from './identity-lines.js';

const SEEN_EVERY_MS = 4000;
const SECRET = 'servicedesk widget secret default';
const BUILDERS = ['any', 'youzan', 'wordpress', 'shopify'];

/** @param {import('./settings.js').Context} on @returns {import('./frame.js').SettingsView} */
export function widgetPage({ me, call, changed, origin }) {
  let tab = 'site';
  let builder = 'any';
  let language = 'php';
  /** @type {{url:string, at:string}|null} */ let seen = me.widget?.seen ?? null;

  const look = async () => {
    try {
      if (document.visibilityState === 'visible') {
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

  const site = () => {
    const line = tagLine(origin, me.widget?.key ?? '');
    return html`${section(
        t('settings_widget.tag'),
        html`${segments(
            t('settings_widget.where'),
            BUILDERS.map((value) => ({ value, label: t(`settings_widget.builder_${value}`) })),
            builder,
            (value) => {
              builder = value;
              changed();
            },
          )}
          <p class="steps-text">${t(`settings_widget.how_${builder}`)}</p>
          ${codeBlock(line, tagParts(line).map((part) => html`<span class=${part.kind}>${part.text}</span>`), t('settings_widget.tag'))}`,
        t('settings_widget.tag_intro'),
      )}
      ${section(
        seen ? t('settings_widget.seen') : t('settings_widget.unseen'),
        '',
        seen ? `${seen.url.replace(/^https?:\/\//, '')} · ${span(seen.at, Date.now())}` : t('settings_widget.unseen_hint'),
        html`<a class="button" href="/demo" target="_blank" rel="noopener">${t('settings_widget.try_it')}${mark('out')}</a>`,
      )}`;
  };

  const identity = () => {
    const lines = IDENTITY_LINES.find((one) => one.id === language) ?? IDENTITY_LINES[0];
    return html`${section(
        t('settings_widget.server'),
        html`${segments(
            t('settings_widget.language'),
            IDENTITY_LINES.map((one) => ({ value: one.id, label: one.name })),
            language,
            (value) => {
              language = value;
              changed();
            },
          )}
          ${codeBlock(lines.lines, undefined, lines.name)}`,
        t('settings_widget.server_intro'),
      )}
      ${section(t('settings_widget.page'), codeBlock(IDENTIFY_LINE, undefined, t('settings_widget.page')), t('settings_widget.page_intro'))}
      ${section(t('settings_widget.secret'), codeBlock(SECRET, undefined, t('settings_widget.secret')), t('settings_widget.secret_intro'))}`;
  };

  return {
    start: look,
    status: () =>
      seen
        ? html`<span class="chip chip-ok"><span>${host(seen.url)}</span></span>`
        : html`<span class="chip"><span>${t('settings_widget.not_seen')}</span></span>`,
    tabs: [
      { id: 'site', label: t('settings_widget.tab_site') },
      { id: 'identity', label: t('settings_widget.tab_identity') },
    ],
    get tab() {
      return tab;
    },
    choose(id) {
      tab = id;
      changed();
    },
    body: () => (tab === 'site' ? site() : identity()),
  };
}
