/** Who gets which conversation: rules in their order, the times that routing goes by, and a place to try both. */
import { html, live } from '../../lit.js';
import { t } from '../../app/texts.js';
import { complaint, idOf, section } from '../../parts/controls.js';
import { createForm } from '../../parts/form.js';
import { createRules } from './routing-list.js';
import { missing, toDesk, toDraft, wrongRule } from './routing-rules.js';
import { createTry } from './routing-try.js';

/** Times of the settings, each in the unit in which it is written; negative ones are shown as positive. @type {[string, number][]} */
const TIMES = [
  ['taken_within_ms', 1_000],
  ['gone_after_ms', 60_000],
  ['away_after_ms', 60_000],
  ['sticky_days', 1],
  ['sticky_wait_ms', 1_000],
  ['skills_relax_after_ms', 1_000],
  ['urgent_head_start_ms', 60_000],
  ['high_head_start_ms', 60_000],
  ['low_head_start_ms', -60_000],
];
const LANGUAGES = ['zh', 'en', 'ja', 'ko', 'fr', 'de', 'es', 'ru', 'ar', 'pt', 'it', 'th', 'vi', 'id'];

const begun = () => ({
  versions: { rules: 0, settings: 0 },
  most: 0,
  /** @type {import('../../parts/filter-words.js').Choices} */ choices: {},
  /** @type {import('../../parts/filter-words.js').Choice[]} */ waiting: [],
});

/** @param {any[]} items @param {(one:any) => string} [label] */
const named = (items, label = (one) => one.name) => items.map((one) => ({ value: one.id, label: label(one) }));

/**
 * Everything that the page shows.
 * @param {import('./page.js').Context['call']} call @param {ReturnType<typeof begun>} here
 */
async function readAll(call, here) {
  const [rules, settings, teams, agents, widgets, labels, waiting] = await Promise.all([
    call('GET', '/routing/rules'),
    call('GET', '/routing/settings'),
    call('GET', '/teams'),
    call('GET', '/agents?limit=200'),
    call('GET', '/widgets'),
    call('GET', '/labels'),
    call('GET', '/conversations?view=unassigned&sort=waiting&limit=20'),
  ]);
  here.versions = { rules: rules.version, settings: settings.version };
  here.most = rules.rules_max;
  const languages = new Intl.DisplayNames([document.documentElement.lang], { type: 'language' });
  const team = named(teams.items);
  here.choices = {
    team,
    chosen_team: team,
    agent: named(agents.items),
    widget: named(widgets.items),
    label: labels.items.map((/** @type {{name:string}} */ one) => ({ value: one.name, label: one.name })),
    priority: ['urgent', 'high', 'normal', 'low'].map((value) => ({ value, label: t(`settings_routing.priority_${value}`) })),
    channel: ['web', 'api'].map((value) => ({ value, label: t(`settings_routing.channel_${value}`) })),
    language: LANGUAGES.map((value) => ({ value, label: languages.of(value) ?? value })),
  };
  here.waiting = waiting.items.map((/** @type {any} */ one) => ({ value: one.id, label: one.contact.name ?? t('settings_routing.try_nameless') }));
  return { rules: toDraft(rules.rules), settings: settings.settings };
}

/** The times. @param {import('../../parts/form.js').SettingsForm} form */
function times(form) {
  const row = (/** @type {[string, number]} */ [name, unit]) => {
    const path = `settings.${name}`;
    const id = idOf(path);
    const set = (/** @type {FieldEvent} */ event) => form.set(path, Math.round(Number(event.target.value) * unit));
    return html`<div class="set-field">
      <div class="set-label"><label for=${id}>${t(`settings_routing.${name}`)}</label></div>
      <div class="set-box number-box"><input id=${id} class="input number" type="number" min="0" aria-describedby="${id}-hint ${id}-error" .value=${live(String(form.get(path) / unit))} @change=${set} /><span>${t(`settings_routing.unit_${Math.abs(unit)}`)}</span></div>
      <p class="field-hint" id="${id}-hint">${t(`settings_routing.${name}_hint`)}</p>
      ${complaint(form, path)}
    </div>`;
  };
  return section(t('settings_routing.times'), html`<div class="set-columns">${TIMES.map(row)}</div>`, t('settings_routing.times_intro'));
}

/** What the desk said against it, by setting. @param {import('../../api.js').Problem} error @returns {Record<string, string>} */
function refused(error) {
  if (error.code === 'version') return { rules: t('settings_routing.outdated') };
  if (error.status !== 400 || !error.field) return {};
  const text = t('settings_routing.wrong_value');
  return error.field.startsWith('rules') ? { [error.field]: text } : { [`settings.${error.field}`]: text };
}

/** @param {import('./page.js').Context} on @returns {import('./frame.js').SettingsView} */
export function routingPage({ call, changed, failed }) {
  const here = begun();
  const at = { open: null, said: '', made: 0 };
  const form = createForm({
    read: () => readAll(call, here),
    check: (draft) => Object.fromEntries(Object.entries(missing(draft.rules)).map(([path, what]) => [path, t(`settings_routing.wrong_${what}`)])),
    refused,
    async write(draft, changes) {
      if (changes.includes('rules')) {
        const answer = await call('PUT', '/routing/rules', { version: here.versions.rules, rules: toDesk(draft.rules) });
        here.versions.rules = answer.version;
        draft.rules = toDraft(answer.rules);
      }
      if (changes.some((one) => one.startsWith('settings.'))) {
        const answer = await call('PUT', '/routing/settings', { version: here.versions.settings, settings: draft.settings });
        here.versions.settings = answer.version;
        draft.settings = answer.settings;
      }
      return draft;
    },
    changed() {
      const wrong = form.phase === 'ready' ? wrongRule(form.errors) : -1;
      if (wrong >= 0) at.open = form.get('rules')[wrong]?.key ?? at.open;
      changed();
    },
  });
  const choices = () => here.choices;
  const rules = createRules({ form, at, choices, most: () => here.most, changed });
  const trying = createTry({ call, failed, changed, choices, waiting: () => here.waiting, dirty: () => form.changes.length > 0 });
  return { form, body: () => html`<p class="page-intro">${t('settings_routing.intro')}</p>${rules.view()}${times(form)}${trying()}` };
}
