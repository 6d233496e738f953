/** About this desk: version, since when it runs, seats, and the work of others that it is made of. */
import { html, nothing } from '../../lit.js';
import { t } from '../../app/texts.js';
import { exact } from '../../parts/times.js';
import { section } from '../../parts/controls.js';
import { createLoaded } from '../../parts/loaded.js';

/** @param {import('./page.js').Context} on @returns {import('./frame.js').SettingsView} */
export function aboutPage({ call, changed, origin }) {
  const loaded = createLoaded(() => call('GET', '/about'), changed);
  return {
    start: loaded.load,
    body: () =>
      loaded.view((about) => {
        /** @type {[string, string][]} */
        const facts = [
          ['version', about.version],
          ['address', origin],
          ['started', exact(about.started_at)],
          ['seats', t('settings_about.seats_of', { used: about.seats.used, allowed: about.seats.allowed })],
          ['schema', String(about.schema)],
          ['sqlite', about.sqlite],
          ['log', about.log_epoch],
        ];
        return html`${section(
            'servicedesk',
            html`<dl class="fact-list">${facts.map(([name, value]) => html`<dt>${t(`settings_about.${name}`)}</dt><dd>${value}</dd>`)}</dl>`,
            t('settings_about.intro'),
            html`<a class="button" href="/docs">${t('settings_about.docs')}</a>`,
          )}
          ${section(
            t('settings_about.licences'),
            html`<details class="licences">
              <summary>${t('settings_about.licences_count', { count: about.licences.length })}</summary>
              <div class="table-scroll" tabindex="0" role="region" aria-label=${t('settings_about.licences')}>
                <table>
                  <thead><tr><th scope="col">${t('settings_about.part')}</th><th scope="col">${t('settings_about.version')}</th><th scope="col">${t('settings_about.licence')}</th></tr></thead>
                  <tbody>${about.licences.map((/** @type {any} */ one) => html`<tr><td>${one.name}</td><td>${one.version ?? nothing}</td><td>${one.licence}</td></tr>`)}</tbody>
                </table>
              </div>
            </details>`,
            t('settings_about.licences_intro'),
          )}`;
      }),
  };
}
