/** "This customer, now": what rules and routing would do, asked of the desk, which does nothing. */
import { html, live, nothing } from '../../lit.js';
import { t } from '../../app/texts.js';
import { section, select, toggle } from '../../parts/controls.js';
import { mark } from '../../parts/settings-icons.js';
import { followsSays } from './routing-rules.js';

/** @typedef {import('../../parts/filter-words.js').Choices} Choices */

const begun = () => ({
  /** The conversation that is asked about; empty for somebody described. */
  conversation: '',
  facts: { channel: 'web', language: '', page: '', widget_id: '', chosen_team_id: '', verified: false, returning: false },
  /** @type {any} */ answer: null,
  busy: false,
});

/** What the desk is asked. @param {ReturnType<typeof begun>} at */
function question({ conversation, facts }) {
  if (conversation) return { conversation_id: conversation };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ''));
}

/** What came of it. @param {any} answer @param {Choices} choices */
function outcome(answer, choices) {
  const follows = followsSays(answer, choices, t);
  const rules = answer.rules.map((/** @type {{name:string}} */ one) => one.name).join(t('filters.comma'));
  return html`<div class="try-answer" role="status">
    <p class="try-who">${mark(answer.agent ? 'user' : 'clock')}<strong>${answer.agent ? answer.agent.name : t('settings_routing.try_nobody')}</strong></p>
    <p>${answer.why ? t(`settings_routing.why_${answer.why.code}`, { ...answer.why, skills: (answer.why.skills ?? []).join(t('filters.comma')) }) : nothing}</p>
    <dl class="fact-list">
      <dt>${t('settings_routing.try_rules')}</dt>
      <dd>${rules || t('settings_routing.try_no_rules')}</dd>
      <dt>${t('settings_routing.try_follows')}</dt>
      <dd>${follows || t('settings_routing.try_everybody')}</dd>
    </dl>
    <ul class="things">
      ${answer.candidates.map(
        (/** @type {any} */ one) =>
          html`<li class="thing ${one.eligible ? '' : 'off'}">
            ${mark(one.eligible ? 'check' : 'x')}
            <div class="thing-what"><span class="thing-name">${one.name}</span><span class="thing-about">${one.eligible ? t('settings_routing.try_load', { load: one.load, capacity: one.capacity }) : t(`settings_routing.not_${one.why_not}`)}</span></div>
          </li>`,
      )}
    </ul>
  </div>`;
}

/**
 * @param {object} host
 * @param {import('./page.js').Context['call']} host.call
 * @param {import('./page.js').Context['failed']} host.failed
 * @param {() => void} host.changed
 * @param {() => Choices} host.choices
 * @param {() => import('../../parts/filter-words.js').Choice[]} host.waiting  conversations that can be asked about
 * @param {() => boolean} host.dirty    whether what is shown is not saved
 */
export function createTry({ call, failed, changed, choices, waiting, dirty }) {
  const at = begun();
  const ask = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (at.busy) return;
    at.busy = true;
    changed();
    try {
      at.answer = await call('POST', '/routing/test', question(at));
    } catch (error) {
      failed(error);
    }
    at.busy = false;
    changed();
  };
  const fact = (/** @type {string} */ name) => (/** @type {string|boolean} */ value) => {
    at.facts = { ...at.facts, [name]: value };
    changed();
  };
  /** @param {string} label @param {string} id @param {unknown} control */
  const field = (label, id, control) => html`<div class="set-field"><div class="set-label"><label for=${id}>${label}</label></div>${control}</div>`;
  /** @param {string} id @param {string} name @param {string} label @param {import('../../parts/filter-words.js').Choice[]} [there] */
  const one = (id, name, label, there) => {
    const value = String(/** @type {any} */ (at.facts)[name]);
    const control = there
      ? select(id, [{ value: '', label: t('filters.none') }, ...there], value, fact(name))
      : html`<input id=${id} class="input" autocomplete="off" .value=${live(value)} @input=${(/** @type {FieldEvent} */ event) => fact(name)(event.target.value)} />`;
    return field(label, id, control);
  };
  const described = () => html`<div class="set-columns">
      ${one('try-channel', 'channel', t('filters.field_channel'))} ${one('try-language', 'language', t('filters.field_language'), choices().language)}
      ${one('try-page', 'page', t('filters.field_page'))} ${one('try-widget', 'widget_id', t('filters.field_widget'), choices().widget)}
      ${one('try-team', 'chosen_team_id', t('filters.field_chosen_team'), choices().chosen_team)}
    </div>
    ${toggle(at.facts.verified, fact('verified'), t('filters.field_verified'))} ${toggle(at.facts.returning, fact('returning'), t('filters.field_returning'))}`;
  const choose = (/** @type {string} */ id) => {
    at.conversation = id;
    changed();
  };
  return () =>
    section(
      t('settings_routing.try'),
      html`<form class="set-stack" @submit=${ask}>
          ${field(t('settings_routing.try_whom'), 'try-whom', select('try-whom', [{ value: '', label: t('settings_routing.try_somebody') }, ...waiting()], at.conversation, choose))}
          ${at.conversation ? nothing : described()}
          <div class="set-actions">
            <button type="submit" class="button" id="try-ask" aria-busy=${at.busy}>${t('settings_routing.try_ask')}</button>
            ${dirty() ? html`<span class="field-hint">${t('settings_routing.try_saved')}</span>` : nothing}
          </div>
        </form>
        ${at.answer ? outcome(at.answer, choices()) : nothing}`,
      t('settings_routing.try_intro'),
    );
}
