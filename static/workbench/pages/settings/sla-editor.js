/** What is written about one SLA policy: for whom, how soon, and what happens when time is short or over. */
import { html, live, noChange, nothing } from '../../lit.js';
import { t } from '../../app/texts.js';
import { idOf, select, toggle } from '../../parts/controls.js';
import { filterBuilder } from '../../parts/filter-builder.js';
import { mark } from '../../parts/settings-icons.js';
import { asGroup, complaintAt } from './routing-rules.js';
import { ACTIONS, KINDS, NAME_CHARS, PRIORITIES, STEPS_MAX, doing, spanOf, spanText } from './sla-policies.js';

/** @typedef {import('./sla-policies.js').Policy} Policy */

const FIELDS = ['channel', 'label', 'team', 'priority'];

/** @param {string} label @param {string} id @param {unknown} control @param {string} [wrong] @param {string} [hint] */
const field = (label, id, control, wrong, hint) =>
  html`<div class="set-field">
    <div class="set-label"><label for=${id}>${label}</label></div>
    ${control}
    ${hint ? html`<p class="field-hint">${hint}</p>` : nothing}
    <p class="field-error" role="alert">${wrong ?? ''}</p>
  </div>`;

/** @param {string} name @param {string} label @param {unknown} content @param {string} [hint] @param {string} [wrong] */
const group = (name, label, content, hint, wrong) =>
  html`<div class="set-field" role="group" aria-labelledby=${name}>
    <p class="set-label"><span class="label" id=${name}>${label}</span></p>
    ${hint ? html`<p class="field-hint">${hint}</p>` : nothing}${content}
    ${wrong ? html`<p class="field-error" role="alert">${wrong}</p>` : nothing}
  </div>`;

/** How soon what is promised: a table of priorities. @param {Policy} policy @param {(kind:string, priority:string) => string|undefined} wrong @param {(kind:import('./sla-policies.js').Kind, priority:string, ms:number|null) => void} take */
function targets(policy, wrong, take) {
  /** @param {import('./sla-policies.js').Kind} kind @param {string} priority */
  const cell = (kind, priority) => {
    const name = `${t(`settings_sla.kind_${kind}`)} · ${t(`settings_sla.priority_${priority}`)}`;
    const ms = policy.targets[kind][priority];
    const bad = wrong(kind, priority);
    // What is no time stays as it was typed, and what is being typed outlives a redraw.
    return html`<td data-priority=${t(`settings_sla.priority_${priority}`)}>
      <input class="input" aria-label=${name} placeholder=${t('settings_sla.no_promise')} autocomplete="off" aria-invalid=${bad ? 'true' : nothing} title=${bad ?? nothing} .value=${Number.isNaN(ms) ? noChange : spanText(ms, t)} @change=${(/** @type {FieldEvent} */ event) => take(kind, priority, spanOf(event.target.value, t))} />
    </td>`;
  };
  return html`<table class="sla-targets">
    <thead>
      <tr><td></td>${PRIORITIES.map((priority) => html`<th scope="col">${t(`settings_sla.priority_${priority}`)}</th>`)}</tr>
    </thead>
    <tbody>
      ${KINDS.map((kind) => html`<tr><th scope="row">${t(`settings_sla.kind_${kind}`)}</th>${PRIORITIES.map((priority) => cell(kind, priority))}</tr>`)}
    </tbody>
  </table>`;
}

/** One step, as a sentence that can be changed. @param {string} key @param {import('./sla-policies.js').Step} step @param {import('../../parts/filter-words.js').Choices} choices @param {(next:import('./sla-policies.js').Step|null) => void} set */
function stepRow(key, step, choices, set) {
  const ats = ['warned', 'broken'].map((value) => ({ value, label: t(`settings_sla.at_${value}`) }));
  const offered = ACTIONS.filter((action) => action !== 'set_team' || choices.team?.length || step.do === action);
  const actions = offered.map((value) => ({ value, label: t(`settings_sla.do_${value}`) }));
  return html`<li class="filter-row">
    ${select(`${key}-at`, ats, step.at, (at) => set({ ...step, at }), t('settings_sla.step_when'))}
    ${select(`${key}-do`, actions, step.do, (action) => set(doing(step, action, choices)), t('settings_sla.step_what'))}
    ${step.do === 'set_priority' ? select(`${key}-priority`, choices.priority ?? [], step.priority ?? '', (priority) => set({ ...step, priority }), t('settings_sla.priority')) : nothing}
    ${step.do === 'set_team' ? select(`${key}-team`, choices.team ?? [], step.team_id ?? '', (team_id) => set({ ...step, team_id }), t('settings_sla.team')) : nothing}
    <button type="button" class="icon-button" aria-label=${t('settings_sla.step_remove')} @click=${() => set(null)}>${mark('x')}</button>
  </li>`;
}

/**
 * @param {object} host
 * @param {import('../../parts/form.js').SettingsForm} host.form
 * @param {() => Policy[]} host.policies as they are now
 * @param {() => import('../../parts/filter-words.js').Choices} host.choices
 * @param {(i:number, change:Partial<Policy>) => void} host.set
 */
export function createEditor({ form, policies, choices, set }) {
  /** @param {Policy} policy @param {number} i @param {string} key */
  const steps = (policy, i, key) => {
    const change = (/** @type {number} */ at) => (/** @type {import('./sla-policies.js').Step|null} */ next) =>
      set(i, { steps: next ? policies()[i].steps.with(at, next) : policies()[i].steps.toSpliced(at, 1) });
    const add = () => set(i, { steps: [...policies()[i].steps, { at: 'broken', do: 'tell_supervisors' }] });
    return html`<ul class="filter-rows">${policy.steps.map((step, at) => stepRow(`${key}-step-${at}`, step, choices(), change(at)))}</ul>
      ${policy.steps.length < STEPS_MAX ? html`<div class="set-actions"><button type="button" class="text-button" @click=${add}>${t('settings_sla.step_add')}</button></div>` : nothing}`;
  };
  /** @param {Policy} policy @param {number} i */
  return (policy, i) => {
    const key = idOf(`policy.${policy.key}`);
    const at = `policies[${i}]`;
    const wrong = (/** @type {string} */ path) => complaintAt(form.errors, `${at}.${path}`);
    const builder = filterBuilder({ id: `${key}-when`, fields: FIELDS, choices: choices(), complaint: (path) => wrong(`when.${path}`) });
    const calendars = [{ value: '', label: t('settings_sla.always') }, ...(choices().calendar ?? [])];
    // Two cells may change before they are drawn: what is written now counts.
    const aim = (/** @type {import('./sla-policies.js').Kind} */ kind, /** @type {string} */ priority, /** @type {number|null} */ ms) => {
      const { targets } = policies()[i];
      set(i, { targets: { ...targets, [kind]: { ...targets[kind], [priority]: ms } } });
    };
    const name = html`<input id="${key}-name" class="input" maxlength=${NAME_CHARS} autocomplete="off" .value=${live(policy.name)} @input=${(/** @type {FieldEvent} */ event) => set(i, { name: event.target.value })} />`;
    const percent = html`<div class="set-box number-box"><input id="${key}-warn" class="input number" type="number" min="1" max="99" .value=${live(String(policy.warn_percent))} @change=${(/** @type {FieldEvent} */ event) => set(i, { warn_percent: Math.round(Number(event.target.value)) })} /><span>%</span></div>`;
    return html`<div class="thing-edit">
      ${field(t('settings_sla.name'), `${key}-name`, name, wrong('name'))}
      ${group(`${key}-for`, t('settings_sla.for'), builder(asGroup(policy.when), (when) => set(i, { when })))}
      ${group(`${key}-targets`, t('settings_sla.targets'), targets(policy, (kind, priority) => form.errors[`${at}.targets.${kind}.${priority}`], aim), t('settings_sla.targets_hint'), wrong('targets'))}
      <div class="set-columns">
        ${field(t('settings_sla.calendar'), `${key}-calendar`, select(`${key}-calendar`, calendars, policy.calendar_id ?? '', (value) => set(i, { calendar_id: value || null })), wrong('calendar_id'), t('settings_sla.calendar_hint'))}
        ${field(t('settings_sla.warn'), `${key}-warn`, percent, wrong('warn_percent'), t('settings_sla.warn_hint'))}
      </div>
      ${toggle(policy.pause_for_customer, (pause_for_customer) => set(i, { pause_for_customer }), t('settings_sla.pause'), t('settings_sla.pause_hint'))}
      ${group(`${key}-steps`, t('settings_sla.steps'), steps(policy, i, key), undefined, wrong('steps'))}
    </div>`;
  };
}
