/** Signed-in devices: every browser that is signed in as me, each of which can be signed out from here. */
import { html, nothing } from '../../lit.js';
import { t } from '../../app/texts.js';
import { exact, span } from '../../parts/times.js';
import { section } from '../../parts/controls.js';
import { mark } from '../../parts/settings-icons.js';
import { createLoaded } from '../../parts/loaded.js';

/** @param {import('./page.js').Context} on @returns {import('./frame.js').SettingsView} */
export function sessionsPage({ call, changed, say, failed, ask }) {
  const loaded = createLoaded(async () => /** @type {import('../../answers.js').SignIn[]} */ ((await call('GET', '/agents/me/sessions')).items), changed);

  /** @param {import('../../answers.js').SignIn} one */
  const nameOf = (one) => {
    const device = one.device;
    if (!device) return one.user_agent || t('settings_devices.unknown');
    return [device.app ?? device.browser, device.os].filter(Boolean).join(' · ') || t(`settings_devices.kind_${device.kind}`);
  };
  /** @param {import('../../answers.js').SignIn} one */
  const end = async (one) => {
    try {
      await call('DELETE', `/agents/me/sessions/${one.id}`, {});
      say(t('settings_devices.ended', { device: nameOf(one) }));
    } catch (error) {
      failed(error);
    }
    await loaded.load();
  };
  const endAll = async () => {
    const sure = await ask({ title: t('settings_devices.all_ask'), text: t('settings_devices.all_means'), confirm: t('settings_devices.all') });
    if (!sure) return;
    const others = (loaded.value ?? []).filter((one) => !one.current);
    try {
      for (const one of others) await call('DELETE', `/agents/me/sessions/${one.id}`, {});
      say(t('settings_devices.all_ended'));
    } catch (error) {
      failed(error);
    }
    await loaded.load();
  };

  return {
    start: loaded.load,
    body: () =>
      loaded.view((items) =>
        section(
          t('settings_devices.title'),
          html`<ul class="things">
            ${items.map(
              (one) =>
                html`<li class="thing">
                  <span class="thing-mark">${mark(one.device?.kind === 'phone' || one.device?.kind === 'tablet' ? 'smartphone' : 'monitor')}</span>
                  <div class="thing-what">
                    <span class="thing-name">${nameOf(one)}${one.current ? html`<span class="chip chip-ok">${t('settings_devices.this')}</span>` : nothing}</span>
                    <span class="thing-about" title=${exact(one.last_seen_at)}
                      >${[one.address, one.current ? null : t('settings_devices.seen', { time: span(one.last_seen_at, Date.now()) }), t('settings_devices.since', { time: exact(one.created_at) })]
                        .filter(Boolean)
                        .join(' · ')}</span
                    >
                  </div>
                  <div class="thing-does">
                    ${one.current
                      ? nothing
                      : html`<button type="button" class="button" aria-label=${t('settings_devices.end_one', { device: nameOf(one) })} @click=${() => end(one)}>${t('settings_devices.end')}</button>`}
                  </div>
                </li>`,
            )}
          </ul>`,
          t('settings_devices.intro'),
          items.some((one) => !one.current) ? html`<button type="button" class="button" @click=${endAll}>${t('settings_devices.all')}</button>` : nothing,
        ),
      ),
  };
}
