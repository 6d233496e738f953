/** How soon customers are promised an answer: policies in their order, each one sentence, opened to be changed. */
import { html, nothing } from '../../lit.js';
import { t } from '../../app/texts.js';
import { idOf, section, toggle } from '../../parts/controls.js';
import { createForm } from '../../parts/form.js';
import { createGrips } from '../../parts/grip.js';
import { openMenu } from '../../parts/menu.js';
import { mark } from '../../parts/settings-icons.js';
import { moved } from './routing-rules.js';
import { createEditor } from './sla-editor.js';
import { NAME_CHARS, POLICIES_MAX, PRIORITIES, begun, missing, says, toDesk, toDo, toDraft, wrongPolicy } from './sla-policies.js';

/** @typedef {import('./sla-policies.js').Policy} Policy */
/** @typedef {import('./page.js').Context['call']} Call */

const fresh = () => ({
  /** What each policy says at the desk, in order. @type {Map<string, string>} */ known: new Map(),
  /** @type {import('../../parts/filter-words.js').Choices} */ choices: {},
  /** @type {string|null} */ open: null,
  running: false,
  made: 0,
  said: '',
});
/** @typedef {ReturnType<typeof fresh>} Here */

/** @param {any[]} items @param {(one:any) => string} [label] */
const named = (items, label = (one) => one.name) => items.map((one) => ({ value: one.id, label: label(one) }));

/** @param {Here} here @param {Policy} policy */
const know = (here, policy) => here.known.set(/** @type {string} */ (policy.id), JSON.stringify(toDesk(policy)));

/** @param {Call} call @param {Here} here */
async function readAll(call, here) {
  const [policies, calendars, teams, labels] = await Promise.all([call('GET', '/sla/policies'), call('GET', '/calendars'), call('GET', '/teams'), call('GET', '/labels')]);
  here.choices = {
    team: named(teams.items),
    calendar: named(calendars.items, (one) => one.name || t('settings_sla.shop_hours')),
    label: labels.items.map((/** @type {{name:string}} */ one) => ({ value: one.name, label: one.name })),
    priority: PRIORITIES.map((value) => ({ value, label: t(`settings_sla.priority_${value}`) })),
    channel: ['web', 'api'].map((value) => ({ value, label: t(`settings_sla.channel_${value}`) })),
  };
  const all = policies.items.map(toDraft);
  here.known.clear();
  for (const policy of all) know(here, policy);
  return { policies: all };
}

/** Writes what differs, one policy after another; what was taken is known, so that a second try goes on. @param {Call} call @param {Here} here @param {{policies:Policy[]}} draft */
async function writeAll(call, here, draft) {
  const also_running = here.running;
  const { gone, written } = toDo(here.known, draft.policies);
  for (const id of gone) {
    await call('DELETE', `/sla/policies/${id}?also_running=${also_running}`);
    here.known.delete(id);
  }
  for (const i of written) {
    const { key, id, version, ...policy } = draft.policies[i];
    const body = { ...toDesk(draft.policies[i]), also_running, ...(id ? { version } : {}) };
    try {
      const answer = toDraft(await call(id ? 'PUT' : 'POST', id ? `/sla/policies/${id}` : '/sla/policies', body));
      draft.policies[i] = { ...policy, ...answer, key };
      know(here, answer);
    } catch (error) {
      throw Object.assign(/** @type {Error} */ (error), { policy: i });
    }
  }
  const ids = draft.policies.map((policy) => policy.id);
  if (ids.join() !== [...here.known.keys()].join()) {
    const { items } = await call('POST', '/sla/policies/order', { ids, also_running });
    here.known.clear();
    draft.policies = items.map(toDraft);
    for (const policy of draft.policies) know(here, policy);
  }
  here.running = false;
  return draft;
}

/** What the desk said against it. @param {any} error @returns {Record<string, string>} */
function refused(error) {
  if (error.code === 'version' || (error.status === 404 && error.policy !== undefined)) return { policies: t('settings_sla.outdated') };
  if (error.status !== 400 || !error.field || error.policy === undefined) return {};
  const circle = /^steps\[\d+\]$/.test(error.field);
  return { [`policies[${error.policy}].${error.field}`]: t(circle ? 'settings_sla.wrong_circle' : 'settings_sla.wrong_value') };
}

/** The list. @param {{form:import('../../parts/form.js').SettingsForm, here:Here, changed:() => void}} host */
function createList({ form, here, changed }) {
  /** @returns {Policy[]} */
  const policies = () => form.get('policies');
  const set = (/** @type {number} */ i, /** @type {Partial<Policy>} */ change) => form.set('policies', policies().with(i, { ...policies()[i], ...change }));
  const edit = createEditor({ form, policies, choices: () => here.choices, set });
  const open = (/** @type {string|null} */ key) => {
    here.open = key;
    changed();
    if (key) requestAnimationFrame(() => document.getElementById(`${idOf(`policy.${key}`)}-name`)?.focus());
  };
  const move = (/** @type {number} */ from, /** @type {number} */ to) => {
    const next = moved(policies(), from, to);
    here.said = t('settings_sla.moved', { name: policies()[from].name, place: next.indexOf(policies()[from]) + 1, count: next.length });
    form.set('policies', next);
  };
  const add = (/** @type {Partial<Policy>} */ from = {}) => {
    here.made += 1;
    const key = `new-${here.made}`;
    const first = begun(here.choices.calendar?.[0]?.value ?? null, t('settings_sla.begun'), key);
    form.set('policies', [...policies(), { ...first, ...structuredClone(from), id: undefined, version: undefined, key }]);
    open(key);
  };
  const more = (/** @type {Policy} */ policy, /** @type {number} */ i, /** @type {HTMLElement} */ anchor) =>
    openMenu(anchor, policy.name, [
      {
        items: [
          ...(i > 0 ? [{ label: t('settings_sla.up'), mark: mark('up'), run: () => move(i, i - 1) }] : []),
          ...(i + 1 < policies().length ? [{ label: t('settings_sla.down'), mark: mark('down'), run: () => move(i, i + 1) }] : []),
          ...(policy.unreadable ? [] : [{ label: t('settings_sla.copy'), mark: mark('copy'), run: () => add({ ...policy, name: t('settings_sla.copy_of', { name: policy.name }).slice(0, NAME_CHARS) }) }]),
        ],
      },
      { items: [{ label: t('settings_sla.remove'), mark: mark('trash'), run: () => form.set('policies', policies().toSpliced(i, 1)) }] },
    ]);
  const { grip, over } = createGrips({ keys: () => policies().map((policy) => policy.key), move: (key, to) => move(policies().findIndex((policy) => policy.key === key), to) });
  const row = (/** @type {Policy} */ policy, /** @type {number} */ i) => {
    const isOpen = here.open === policy.key && !policy.unreadable;
    return html`<li class="thing rule" @dragover=${over(policy.key)}>
      ${grip({ key: policy.key, name: policy.name, place: i, label: t('settings_sla.move', { name: policy.name, place: i + 1 }), hint: t('settings_sla.move_hint') })}
      <div class="thing-what">
        ${policy.unreadable
          ? html`<span class="rule-name">${policy.name}</span><span class="broken-row">${mark('alert', 14)}<span>${t('settings_sla.unreadable')}</span></span>`
          : html`<button type="button" class="rule-name" aria-expanded=${isOpen} @click=${() => open(isOpen ? null : policy.key)}>${policy.name || t('settings_sla.unnamed')}</button>
              <span class="thing-about">${says(policy, here.choices, t)}</span>`}
      </div>
      <div class="thing-does">
        <button type="button" class="icon-button" aria-haspopup="menu" aria-label=${t('settings_sla.more', { name: policy.name })} @click=${(/** @type {FieldEvent} */ event) => more(policy, i, event.currentTarget)}>${mark('more')}</button>
      </div>
      ${isOpen ? edit(policy, i) : nothing}
    </li>`;
  };
  return () =>
    section(
      t('settings_sla.policies'),
      html`${policies().length === 0 ? html`<p class="nothing-yet">${t('settings_sla.none')}</p>` : html`<ol class="things rules">${policies().map(row)}</ol>`}
        <p class="unseen" aria-live="polite">${here.said}</p>
        ${form.errors.policies ? html`<p class="field-error" role="alert">${form.errors.policies}</p>` : nothing}
        ${form.changes.length > 0
          ? toggle(here.running, (on) => {
              here.running = on;
              changed();
            }, t('settings_sla.running'), t('settings_sla.running_hint'))
          : nothing}`,
      t('settings_sla.policies_intro'),
      policies().length < POLICIES_MAX ? html`<button type="button" class="button" id="add-policy" @click=${() => add()}>${mark('plus')}${t('settings_sla.add')}</button>` : nothing,
    );
}

/** @param {import('./page.js').Context} on @returns {import('./frame.js').SettingsView} */
export function slaPage({ call, changed }) {
  const here = fresh();
  const form = createForm({
    read: () => readAll(call, here),
    check: (draft) => Object.fromEntries(Object.entries(missing(draft.policies)).map(([path, what]) => [path, t(`settings_sla.wrong_${what}`)])),
    refused,
    write: (draft) => writeAll(call, here, draft),
    changed() {
      const wrong = form.phase === 'ready' ? wrongPolicy(form.errors) : -1;
      if (wrong >= 0) here.open = form.get('policies')[wrong]?.key ?? here.open;
      changed();
    },
  });
  const list = createList({ form, here, changed });
  return { form, body: () => html`<p class="page-intro">${t('settings_sla.intro')}</p>${list()}` };
}
