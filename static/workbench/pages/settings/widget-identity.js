/**
 * How signed-in customers are known: what the shop's server runs, what its page says, the secret between them, and a box that tells
 * what is wrong with a token.
 */
import { html, live, nothing } from '../../lit.js';
import { t } from '../../app/texts.js';
import { exact } from '../../parts/times.js';
import { codeBlock, section, segments } from '../../parts/controls.js';
import { IDENTIFY_LINE, IDENTITY_LINES } from './identity-lines.js';

/** What is shown and tried. */
const begun = () => ({
  language: 'php',
  /** @type {string|null} */
  secret: null,
  shown: false,
  token: '',
  /** @type {any} */
  verdict: null,
});
/** @typedef {ReturnType<typeof begun>} State */

/**
 * The secret: looked at, and replaced.
 * @param {object} host
 * @param {State} host.at
 * @param {() => void} host.changed
 * @param {import('./page.js').Context['call']} host.call
 * @param {import('./page.js').Context['failed']} host.failed
 * @param {import('./page.js').Context['ask']} host.ask
 * @param {import('./page.js').Context['say']} host.say
 */
function createSecret({ at, changed, call, failed, ask, say }) {
  const show = async () => {
    if (at.shown) {
      at.shown = false;
      return changed();
    }
    try {
      at.secret ??= (await call('GET', '/widgets/default/secret')).secret;
      at.shown = true;
    } catch (error) {
      failed(error);
    }
    changed();
  };
  const replace = async () => {
    const sure = await ask({ title: t('settings_widget.secret_ask'), text: t('settings_widget.secret_means'), confirm: t('settings_widget.secret_replace') });
    if (!sure) return;
    try {
      at.secret = (await call('POST', '/widgets/default/secret', {})).secret;
      at.shown = true;
      say(t('settings_widget.secret_replaced'));
    } catch (error) {
      failed(error);
    }
    changed();
  };

  return { show, replace };
}

/**
 * A token, tried.
 * @param {object} host
 * @param {State} host.at
 * @param {import('./page.js').Context['call']} host.call
 * @param {import('./page.js').Context['failed']} host.failed
 * @param {() => void} host.changed
 */
function createTrial({ at, call, failed, changed }) {
  /** @param {Event} event */
  const check = async (event) => {
    event.preventDefault();
    if (!at.token.trim()) return;
    try {
      at.verdict = await call('POST', '/widgets/default/identity-check', { token: at.token.trim() });
    } catch (error) {
      failed(error);
    }
    changed();
  };
  const answer = () => {
    if (!at.verdict) return nothing;
    if (!at.verdict.valid) return html`<p class="check-line bad">${t(`settings_widget.problem_${at.verdict.problem}`)}</p>`;
    const { sub, name, email, phone } = at.verdict.claims ?? {};
    const facts = /** @type {[string, unknown][]} */ (Object.entries({ sub, name, email, phone })).filter(([, value]) => value);
    return html`<p class="check-line good">${t('settings_widget.valid', { time: at.verdict.expires_at ? exact(at.verdict.expires_at) : '' })}</p>
      <dl class="fact-list">${facts.map(([fact, value]) => html`<dt>${t(`settings_widget.claim_${fact}`)}</dt><dd>${value}</dd>`)}</dl>`;
  };

  return { check, answer };
}

/** How a shop proves who its visitors are. @param {import('./page.js').Context} on */
export function createIdentity({ call, changed, say, failed, ask }) {
  const at = begun();
  const { show, replace } = createSecret({ at, changed, call, failed, ask, say });

  const { check, answer } = createTrial({ at, call, failed, changed });

  return {
    start() {},
    body() {
      const lines = IDENTITY_LINES.find((one) => one.id === at.language) ?? IDENTITY_LINES[0];
      return html`${section(
          t('settings_widget.server'),
          html`${segments(
              t('settings_widget.language'),
              IDENTITY_LINES.map((one) => ({ value: one.id, label: one.name })),
              at.language,
              (value) => {
                at.language = value;
                changed();
              },
            )}
            ${codeBlock(lines.lines, undefined, lines.name)}`,
          t('settings_widget.server_intro'),
        )}
        ${section(t('settings_widget.page'), codeBlock(IDENTIFY_LINE, undefined, t('settings_widget.page')), t('settings_widget.page_intro'))}
        ${section(
          t('settings_widget.secret'),
          html`${at.shown && at.secret ? codeBlock(at.secret, undefined, t('settings_widget.secret')) : nothing}
            <div class="set-actions">
              <button type="button" class="button" aria-expanded=${at.shown} @click=${show}>${t(at.shown ? 'settings_widget.secret_hide' : 'settings_widget.secret_show')}</button>
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
             
              .value=${live(at.token)}
              @input=${(/** @type {FieldEvent} */ event) => {
                at.token = event.target.value;
                at.verdict = null;
                changed();
              }}
            ></textarea>
            <div class="set-actions"><button type="submit" class="button" ?disabled=${!at.token.trim()}>${t('settings_widget.check_it')}</button></div>
            <div role="status" class="set-stack">${answer()}</div>
          </form>`,
          t('settings_widget.check_intro'),
        )}`;
    },
  };
}
