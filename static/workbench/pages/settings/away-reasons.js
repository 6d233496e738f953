/** The team's words for being away, as agents choose them in their own menu: renamed where they stand, added below, removed. */
import { html, live } from '../../lit.js';
import { t } from '../../app/texts.js';
import { section } from '../../parts/controls.js';
import { createLoaded } from '../../parts/loaded.js';
import { reasonName } from '../../parts/reasons.js';

const NAME_CHARS = 40;
/** What the desk refuses, in the page's words. @type {Record<string, string>} */
const REFUSED = { name_taken: 'settings_team.reason_taken', reason_limit: 'settings_team.reason_limit' };

/**
 * @param {Pick<import('./page.js').Context, 'call'|'changed'|'say'|'failed'>} on
 */
export function createAwayReasons({ call, changed, say, failed }) {
  const loaded = createLoaded(async () => /** @type {{id:string, name:string|null}[]} */ ((await call('GET', '/availability-reasons')).items), changed);
  const draft = { name: '' };
  /** @param {() => Promise<unknown>} work */
  const attempt = async (work) => {
    try {
      await work();
      return true;
    } catch (error) {
      const key = REFUSED[/** @type {import('../../api.js').Problem} */ (error).code];
      if (key) say(t(key), { bad: true });
      else failed(error);
      return false;
    } finally {
      await loaded.load();
    }
  };
  /** @param {Event} event */
  const add = async (event) => {
    event.preventDefault();
    const name = draft.name.trim();
    if (name && (await attempt(() => call('POST', '/availability-reasons', { name })))) draft.name = '';
    changed();
  };
  /** @param {{id:string, name:string|null}} reason */
  const row = (reason) => {
    const name = reasonName(reason);
    return html`<li class="thing">
      <div class="thing-what">
        <input
          class="input"
          maxlength=${NAME_CHARS}
          aria-label=${t('settings_team.reason_name', { name })}
          .value=${live(name)}
          @change=${(/** @type {FieldEvent} */ event) => {
            const now = event.target.value.trim();
            if (now && now !== name) attempt(() => call('PATCH', `/availability-reasons/${reason.id}`, { name: now }));
            else changed();
          }}
        />
      </div>
      <div class="thing-does">
        <button type="button" class="button quiet" aria-label=${t('settings_team.reason_remove', { name })} @click=${() => attempt(() => call('DELETE', `/availability-reasons/${reason.id}`, {}))}>
          ${t('settings_team.remove')}
        </button>
      </div>
    </li>`;
  };

  return {
    load: loaded.load,
    view: () =>
      section(
        t('settings_team.reasons'),
        html`${loaded.view((reasons) => html`<ul class="things" id="away-reasons">${reasons.map(row)}</ul>`)}
          <form class="set-actions" novalidate @submit=${add}>
            <input
              id="reason-new"
              class="input"
              maxlength=${NAME_CHARS}
              aria-label=${t('settings_team.reason_new')}
              placeholder=${t('settings_team.reason_new')}
              .value=${live(draft.name)}
              @input=${(/** @type {FieldEvent} */ event) => Object.assign(draft, { name: event.target.value })}
            />
            <button class="button" type="submit">${t('settings_team.reason_add')}</button>
          </form>`,
        t('settings_team.reasons_intro'),
      ),
  };
}
