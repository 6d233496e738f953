/** The rules in their order: each one sentence, moved by its grip or by keys, opened to be changed. */
import { html, live, nothing } from '../../lit.js';
import { t } from '../../app/texts.js';
import { idOf, section, select, toggle } from '../../parts/controls.js';
import { filterBuilder } from '../../parts/filter-builder.js';
import { isReadable } from '../../parts/filter-words.js';
import { createGrips } from '../../parts/grip.js';
import { openMenu } from '../../parts/menu.js';
import { mark } from '../../parts/settings-icons.js';
import { NAME_CHARS, PRIORITIES, asGroup, changedThen, complaintAt, moved, says, skillsOf } from './routing-rules.js';

/** @typedef {import('./routing-rules.js').Rule} Rule */
/** @typedef {import('../../parts/form.js').SettingsForm} Form */
/** @typedef {{open:string|null, said:string, made:number}} At */

/** What is offered to ask for; what else a rule asks for is shown as well. */
const FIELDS = ['channel', 'language', 'page', 'widget', 'chosen_team', 'hours_open', 'returning', 'verified', 'attribute:', 'label', 'team', 'priority', 'waiting_ms'];

/** @param {string} label @param {string} id @param {unknown} control @param {string} [wrong] @param {string} [hint] */
const field = (label, id, control, wrong, hint) =>
  html`<div class="set-field">
    <div class="set-label"><label for=${id}>${label}</label></div>
    ${control}
    ${hint ? html`<p class="field-hint">${hint}</p>` : nothing}
    <p class="field-error" role="alert">${wrong ?? ''}</p>
  </div>`;

/**
 * What is written about one rule.
 * @param {object} host
 * @param {Form} host.form
 * @param {() => import('../../parts/filter-words.js').Choices} host.choices
 * @param {(i:number, change:Partial<Rule>) => void} host.set
 */
function createEditor({ form, choices, set }) {
  /** @param {Rule} rule @param {number} i */
  const follows = (rule, i) => {
    const then = (/** @type {Partial<import('./routing-rules.js').Then>} */ change) => set(i, { follows: changedThen(rule.follows, change) });
    const unchanged = { value: '', label: t('settings_routing.leave') };
    const priorities = PRIORITIES.map((value) => ({ value, label: t(`settings_routing.priority_${value}`) }));
    const id = (/** @type {string} */ name) => idOf(`rule.${rule.key}.${name}`);
    const wrong = (/** @type {string} */ name) => complaintAt(form.errors, `rules[${i}].then.${name}`);
    const skills = (/** @type {'required_skills'|'preferred_skills'} */ name) =>
      html`<input id=${id(name)} class="input" autocomplete="off" placeholder=${t('settings_routing.skills_example')} .value=${live((rule.follows[name] ?? []).join(t('filters.comma')))} @change=${(/** @type {FieldEvent} */ event) => then({ [name]: skillsOf(event.target.value) })} />`;
    return html`<div class="set-columns">
      ${field(t('settings_routing.to_team'), id('team'), select(id('team'), [unchanged, ...(choices().team ?? [])], rule.follows.team_id ?? '', (team_id) => then({ team_id })), wrong('team_id'))}
      ${field(t('settings_routing.priority'), id('priority'), select(id('priority'), [unchanged, ...priorities], rule.follows.priority ?? '', (priority) => then({ priority })), wrong('priority'))}
      ${field(t('settings_routing.required'), id('required_skills'), skills('required_skills'), wrong('required_skills'), t('settings_routing.required_hint'))}
      ${field(t('settings_routing.preferred'), id('preferred_skills'), skills('preferred_skills'), wrong('preferred_skills'), t('settings_routing.preferred_hint'))}
    </div>`;
  };
  /** @param {Rule} rule @param {number} i */
  return (rule, i) => {
    const name = idOf(`rule.${rule.key}.name`);
    const builder = filterBuilder({
      id: idOf(`rule.${rule.key}.when`),
      fields: FIELDS,
      choices: choices(),
      complaint: (path) => complaintAt(form.errors, `rules[${i}].when.${path}`),
    });
    const whole = form.errors[`rules[${i}].when`] ?? form.errors[`rules[${i}].then`];
    return html`<div class="thing-edit">
      ${field(
        t('settings_routing.name'),
        name,
        html`<input id=${name} class="input" maxlength=${NAME_CHARS} autocomplete="off" .value=${live(rule.name)} @input=${(/** @type {FieldEvent} */ event) => set(i, { name: event.target.value })} />`,
        form.errors[`rules[${i}].name`],
      )}
      <div class="set-field" role="group" aria-labelledby="${name}-when">
        <p class="set-label"><span class="label" id="${name}-when">${t('settings_routing.when')}</span></p>
        ${isReadable(rule.when)
          ? builder(asGroup(rule.when), (when) => set(i, { when }))
          : html`<p class="field-hint">${t('settings_routing.unreadable')} <button type="button" class="text-button" @click=${() => set(i, { when: { all: [] } })}>${t('settings_routing.anew')}</button></p>`}
      </div>
      <div class="set-field" role="group" aria-labelledby="${name}-then">
        <p class="set-label"><span class="label" id="${name}-then">${t('settings_routing.then')}</span></p>
        ${follows(rule, i)}
      </div>
      ${whole ? html`<p class="field-error" role="alert">${whole}</p>` : nothing}
      ${toggle(rule.stop, (stop) => set(i, { stop }), t('settings_routing.stop'), t('settings_routing.stop_hint'))}
    </div>`;
  };
}

/**
 * @param {object} host
 * @param {Form} host.form
 * @param {At} host.at
 * @param {() => import('../../parts/filter-words.js').Choices} host.choices
 * @param {() => number} host.most
 * @param {() => void} host.changed
 */
export function createRules({ form, at, choices, most, changed }) {
  /** @returns {Rule[]} */
  const rules = () => form.get('rules');
  const set = (/** @type {number} */ i, /** @type {Partial<Rule>} */ change) => form.set('rules', rules().with(i, { ...rules()[i], ...change, ...(change.when || change.follows ? { broken: null } : {}) }));
  const edit = createEditor({ form, choices, set });
  const move = (/** @type {number} */ from, /** @type {number} */ to) => {
    const next = moved(rules(), from, to);
    at.said = t('settings_routing.moved', { name: rules()[from].name, place: next.indexOf(rules()[from]) + 1, count: next.length });
    form.set('rules', next);
  };
  const { grip, over } = createGrips({ keys: () => rules().map((rule) => rule.key), move: (key, to) => move(rules().findIndex((rule) => rule.key === key), to) });
  const open = (/** @type {string|null} */ key) => {
    at.open = key;
    changed();
    if (key) requestAnimationFrame(() => document.getElementById(idOf(`rule.${key}.name`))?.focus());
  };
  const add = (/** @type {Partial<Rule>} */ from) => {
    at.made += 1;
    const key = `new-${at.made}`;
    const rule = { name: '', enabled: true, when: { all: [] }, follows: {}, stop: false, ...structuredClone(from), id: undefined, broken: null, key };
    form.set('rules', [...rules(), rule]);
    open(key);
  };
  const more = (/** @type {Rule} */ rule, /** @type {number} */ i, /** @type {HTMLElement} */ anchor) =>
    openMenu(anchor, rule.name, [
      {
        items: [
          ...(i > 0 ? [{ label: t('settings_routing.up'), mark: mark('up'), run: () => move(i, i - 1) }] : []),
          ...(i + 1 < rules().length ? [{ label: t('settings_routing.down'), mark: mark('down'), run: () => move(i, i + 1) }] : []),
          { label: t('settings_routing.copy'), mark: mark('copy'), run: () => add({ ...rule, name: t('settings_routing.copy_of', { name: rule.name }).slice(0, NAME_CHARS) }) },
        ],
      },
      { items: [{ label: t('settings_routing.remove'), mark: mark('trash'), run: () => form.set('rules', rules().toSpliced(i, 1)) }] },
    ]);
  /** @param {Rule} rule @param {number} i */
  const row = (rule, i) => {
    const isOpen = at.open === rule.key;
    return html`<li class="thing rule ${rule.enabled ? '' : 'off'}" @dragover=${over(rule.key)}>
      ${grip({ key: rule.key, name: rule.name, place: i, label: t('settings_routing.move', { name: rule.name, place: i + 1 }), hint: t('settings_routing.move_hint') })}
      <div class="thing-what">
        <button type="button" class="rule-name" aria-expanded=${isOpen} @click=${() => open(isOpen ? null : rule.key)}>${rule.name || t('settings_routing.unnamed')}</button>
        ${rule.broken
          ? html`<span class="broken-row">${mark('alert', 14)}<span>${t('settings_routing.broken', { path: rule.broken.path, why: rule.broken.why })}</span></span>`
          : html`<span class="thing-about">${says(rule, choices(), t)}</span>`}
      </div>
      <div class="thing-does">
        <label class="switch"><input type="checkbox" role="switch" aria-label=${t('settings_routing.enabled', { name: rule.name })} .checked=${live(rule.enabled)} @change=${(/** @type {FieldEvent} */ event) => set(i, { enabled: event.target.checked })} /></label>
        <button type="button" class="icon-button" aria-haspopup="menu" aria-label=${t('settings_routing.more', { name: rule.name })} @click=${(/** @type {FieldEvent} */ event) => more(rule, i, event.currentTarget)}>${mark('more')}</button>
      </div>
      ${isOpen ? edit(rule, i) : nothing}
    </li>`;
  };
  const view = () =>
    section(
      t('settings_routing.rules'),
      html`${rules().length === 0
          ? html`<p class="nothing-yet">${t('settings_routing.no_rules')}</p>`
          : html`<ol class="things rules">${rules().map(row)}</ol>`}
        <p class="unseen" aria-live="polite">${at.said}</p>
        ${form.errors.rules ? html`<p class="field-error" role="alert">${form.errors.rules}</p>` : nothing}`,
      t('settings_routing.rules_intro'),
      rules().length < most() ? html`<button type="button" class="button" id="add-rule" @click=${() => add({})}>${mark('plus')}${t('settings_routing.add')}</button>` : nothing,
    );
  return { view, open };
}
