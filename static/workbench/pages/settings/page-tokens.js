/** API tokens: keys for programs that act as their agent. A token's text is shown once, when it is made. */
import { html, live, nothing } from '../../lit.js';
import { t } from '../../app/texts.js';
import { exact, span } from '../../parts/times.js';
import { confirmed } from './confirmed.js';
import { codeBlock, section } from '../../parts/controls.js';
import { mark } from '../../parts/settings-icons.js';
import { createLoaded } from '../../parts/loaded.js';

const NAME_CHARS = 80;

/** A token just made, which is shown once. */
const begun = () => ({
  /** @type {{name:string, token:string}|null} */
  made: null,
});
/** @typedef {ReturnType<typeof begun>} State */

/**
 * Makes tokens, and takes them back.
 * @param {object} host
 * @param {{ name: string; busy: boolean; }} host.draft
 * @param {import('./page.js').Context['ask']} host.ask
 * @param {import('./page.js').Context['call']} host.call
 * @param {State} host.at
 * @param {ReturnType<typeof import('../../parts/loaded.js').createLoaded>} host.loaded
 * @param {import('./page.js').Context['failed']} host.failed
 * @param {() => void} host.changed
 * @param {import('./page.js').Context['say']} host.say
 */
function createTokens({ draft, ask, call, at, loaded, failed, changed, say }) {
  /** @param {Event} event */
  const create = async (event) => {
    event.preventDefault();
    if (draft.busy || !draft.name.trim()) return;
    draft.busy = true;
    try {
      const name = draft.name.trim();
      const told = await confirmed(ask, (more) => call('POST', '/tokens', { name, ...more }));
      if (told) {
        at.made = told;
        draft.name = '';
        await loaded.load();
      }
    } catch (error) {
      failed(error);
    }
    draft.busy = false;
    changed();
  };
  /** @param {import('../../answers.js').Token} token */
  const revoke = async (token) => {
    const sure = await ask({ title: t('settings_tokens.revoke_ask', { name: token.name }), text: t('settings_tokens.revoke_means'), confirm: t('settings_tokens.revoke') });
    if (!sure) return;
    try {
      await call('DELETE', `/tokens/${token.id}`, {});
      say(t('settings_tokens.revoked', { name: token.name }));
    } catch (error) {
      failed(error);
    }
    await loaded.load();
  };

  return { create, revoke };
}

/** @param {import('./page.js').Context} on @returns {import('./frame.js').SettingsView} */
export function tokensPage({ me, call, changed, say, failed, ask }) {
  const manages = me.rights.includes('agents');
  const loaded = createLoaded(async () => {
    const [tokens, agents] = await Promise.all([call('GET', '/tokens'), manages ? call('GET', '/agents?limit=200') : { items: [] }]);
    const names = new Map(agents.items.map((/** @type {import('../../answers.js').Agent} */ one) => [one.id, one.name]));
    return /** @type {import('../../answers.js').Token[]} */ (tokens.items)
      .filter((one) => !one.revoked_at)
      .map((one) => ({ ...one, agent: one.agent_id === me.agent.id ? null : names.get(one.agent_id) ?? one.agent_id }));
  }, changed);
  const draft = { name: '', busy: false };
  const at = begun();
  const { create, revoke } = createTokens({ draft, ask, call, at, loaded, failed, changed, say });

  return {
    start: loaded.load,
    body: () => html`${section(
        t('settings_tokens.new'),
        html`<form class="set-stack" @submit=${create}>
            <div class="set-field">
              <div class="set-label"><label for="token-name">${t('settings_tokens.name')}</label></div>
              <div class="set-box">
                <input
                  id="token-name"
                  class="input"
                  autocomplete="off"
                  maxlength=${NAME_CHARS}
                  .value=${live(draft.name)}
                  @input=${(/** @type {FieldEvent} */ event) => {
                    draft.name = event.target.value;
                    changed();
                  }}
                /><button class="button primary" type="submit" ?disabled=${!draft.name.trim()} aria-busy=${draft.busy}>${t('settings_tokens.make')}</button>
              </div>
              <p class="field-hint">${t('settings_tokens.name_hint')}</p>
            </div>
          </form>
          ${at.made
            ? html`<div class="once" role="status">
                <strong>${t('settings_tokens.made', { name: at.made.name })}</strong>
                ${codeBlock(at.made.token, undefined, t('settings_tokens.made', { name: at.made.name }))}
                <p class="field-hint">${t('settings_tokens.once')}</p>
              </div>`
            : nothing}`,
        html`${t('settings_tokens.intro')} <a href="/docs">${t('settings_tokens.docs')}</a>`,
      )}
      ${loaded.view((items) =>
        section(
          t('settings_tokens.list'),
          items.length === 0
            ? html`<p class="nothing-yet">${t('settings_tokens.none')}</p>`
            : html`<ul class="things">
                ${items.map(
                  (one) =>
                    html`<li class="thing">
                      <span class="thing-mark">${mark('code')}</span>
                      <div class="thing-what">
                        <span class="thing-name">${one.name}${one.agent ? html`<span class="chip">${one.agent}</span>` : nothing}</span>
                        <span class="thing-about"
                          >${[one.last_used_at ? t('settings_tokens.used', { time: span(one.last_used_at, Date.now()) }) : t('settings_tokens.unused'), t('settings_tokens.since', { time: exact(one.created_at) }), t(Date.parse(one.expires_at) > Date.now() ? 'settings_tokens.until' : 'settings_tokens.ended', { time: exact(one.expires_at) })].join(' · ')}</span
                        >
                      </div>
                      <div class="thing-does">
                        <button type="button" class="button" aria-label=${t('settings_tokens.revoke_one', { name: one.name })} @click=${() => revoke(one)}>${t('settings_tokens.revoke')}</button>
                      </div>
                    </li>`,
                )}
              </ul>`,
          manages ? t('settings_tokens.list_all') : t('settings_tokens.list_own'),
        ),
      )}`,
  };
}
