/**
 * How signed-in customers are known: what the shop's server runs, what its page says, the secret between them, and a box that tells
 * what is wrong with a token.
 */
import { html, live, nothing } from '../lit.js';
import { t } from '../texts.js';
import { exact } from '../times.js';
import { codeBlock, section, segments } from './controls.js';
import { IDENTIFY_LINE, IDENTITY_LINES } from './identity-lines.js';

/** @param {import('./settings.js').Context} on */
export function createIdentity({ call, changed, say, failed, ask }) {
  let language = 'php';
  /** @type {string|null} */ let secret = null;
  let shown = false;
  let token = '';
  /** @type {any} */ let verdict = null;

  const show = async () => {
    if (shown) {
      shown = false;
      return changed();
    }
    try {
      secret ??= (await call('GET', '/widgets/default/secret')).secret;
      shown = true;
    } catch (error) {
      failed(error);
    }
    changed();
  };
  const replace = async () => {
    const sure = await ask({ title: t('settings_widget.secret_ask'), text: t('settings_widget.secret_means'), confirm: t('settings_widget.secret_replace') });
    if (!sure) return;
    try {
      secret = (await call('POST', '/widgets/default/secret', {})).secret;
      shown = true;
      say(t('settings_widget.secret_replaced'));
    } catch (error) {
      failed(error);
    }
    changed();
  };
  /** @param {Event} event */
  const check = async (event) => {
    event.preventDefault();
    if (!token.trim()) return;
    try {
      verdict = await call('POST', '/widgets/default/identity-check', { token: token.trim() });
    } catch (error) {
      failed(error);
    }
    changed();
  };

  const answer = () => {
    if (!verdict) return nothing;
    if (!verdict.valid) return html`<p class="check-line bad">${t(`settings_widget.problem_${verdict.problem}`)}</p>`;
    const { sub, name, email, phone } = verdict.claims ?? {};
    const facts = /** @type {[string, unknown][]} */ (Object.entries({ sub, name, email, phone })).filter(([, value]) => value);
    return html`<p class="check-line good">${t('settings_widget.valid', { time: verdict.expires_at ? exact(verdict.expires_at) : '' })}</p>
      <dl class="facts">${facts.map(([fact, value]) => html`<dt>${t(`settings_widget.claim_${fact}`)}</dt><dd>${value}</dd>`)}</dl>`;
  };

  return {
    start() {},
    body() {
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
        ${section(
          t('settings_widget.secret'),
          html`${shown && secret ? codeBlock(secret, undefined, t('settings_widget.secret')) : nothing}
            <div class="set-actions">
              <button type="button" class="button" aria-expanded=${shown} @click=${show}>${t(shown ? 'settings_widget.secret_hide' : 'settings_widget.secret_show')}</button>
              <button type="button" class="button quiet danger" @click=${replace}>${t('settings_widget.secret_replace')}</button>
            </div>`,
          t('settings_widget.secret_intro'),
        )}
        ${section(
          t('settings_widget.check'),
          html`<form class="set-stack" @submit=${check}>
            <textarea
              class="input area mono"
              rows="3"
              aria-label=${t('settings_widget.check')}
              spellcheck="false"
             
              .value=${live(token)}
              @input=${(/** @type {FieldEvent} */ event) => {
                token = event.target.value;
                verdict = null;
                changed();
              }}
            ></textarea>
            <div class="set-actions"><button type="submit" class="button" ?disabled=${!token.trim()}>${t('settings_widget.check_it')}</button></div>
            <div role="status" class="set-stack">${answer()}</div>
          </form>`,
          t('settings_widget.check_intro'),
        )}`;
    },
  };
}
