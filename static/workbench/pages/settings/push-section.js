/** Push in the settings of notices: this device on or off, the agent's other devices, and whether notices name people. */
import { html, nothing } from '../../lit.js';
import { t } from '../../app/texts.js';
import { canPush, subscription, turnOff, turnOn } from '../../app/push.js';
import { section, toggle } from '../../parts/controls.js';
import { createLoaded } from '../../parts/loaded.js';
import { mark } from '../../parts/settings-icons.js';
import { exact } from '../../parts/times.js';

/** @typedef {{id:string, device:string, created_at:string, sent_at:string|null, refused:number|null}} Device */
/** @typedef {{key:{enabled:boolean, key:string|null, names:boolean}, devices:Device[], here:boolean}} Known */

/**
 * @param {Pick<import('./page.js').Context, 'me'|'call'|'changed'|'failed'>} host
 */
export function createPushSection({ me, call, changed, failed }) {
  const at = { busy: false, trouble: /** @type {null|'denied'|'unreachable'} */ (null) };
  const known = createLoaded(
    /** @returns {Promise<Known>} */ async () => {
      const [key, { items }, given] = await Promise.all([call('GET', '/push/key'), call('GET', '/push/subscriptions'), subscription()]);
      return { key, devices: items, here: Boolean(given) };
    },
    changed,
  );
  /** @param {() => Promise<unknown>} work */
  const doing = async (work) => {
    if (at.busy) return;
    at.busy = true;
    changed();
    try {
      await work();
    } catch (error) {
      failed(error);
    }
    at.busy = false;
    await known.load();
  };
  /** @param {Known} now */
  const flip = ({ here, key }) =>
    doing(async () => {
      at.trouble = null;
      if (here) return turnOff(call);
      const ended = await turnOn(call, key.key ?? '');
      at.trouble = ended === 'on' ? null : ended;
      return undefined;
    });
  /** @param {Device} one */
  const row = (one) => html`<li class="thing">
    <span class="thing-mark">${mark('smartphone')}</span>
    <div class="thing-what">
      <span class="thing-name">${one.device || t('settings_notices.push_this')}</span>
      <span class="thing-about">${one.refused ? t('settings_notices.push_refused', { status: one.refused }) : one.sent_at ? t('settings_notices.push_sent', { time: exact(one.sent_at) }) : t('settings_notices.push_new')}</span>
    </div>
  </li>`;
  /** @param {Known} now */
  const shown = (now) => {
    const can = canPush();
    const intro = !now.key.enabled ? 'push_disabled' : !can ? 'push_unsupported' : at.trouble ? `push_${at.trouble}` : 'push_intro';
    return section(
      t('settings_notices.push_title'),
      html`<ul class="things">${now.devices.map(row)}</ul>
        ${now.devices.length === 0 ? html`<p class="nothing-yet">${t('settings_notices.push_none')}</p>` : nothing}
        ${me.agent.role === 'owner' && now.key.enabled
          ? toggle(now.key.names, (names) => void doing(() => call('PUT', '/push/names', { names })), t('settings_notices.push_names'), t('settings_notices.push_names_hint'))
          : nothing}`,
      t(`settings_notices.${intro}`),
      now.key.enabled && can
        ? html`<button type="button" class="button" aria-busy=${at.busy} @click=${() => flip(now)}>${t(now.here ? 'settings_notices.push_off' : 'settings_notices.push_on')}</button>`
        : nothing,
    );
  };
  return { start: () => void known.load(), view: () => known.view(shown) };
}
