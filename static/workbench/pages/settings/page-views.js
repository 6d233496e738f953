/**
 * Saved views: lists of conversations by a filter, those that everybody sees and one's own, in the order in which the inbox offers
 * them. One is moved by its grip or by the arrow keys on it, and opened to be changed.
 */
import { html, live, nothing } from '../../lit.js';
import { has, t } from '../../app/texts.js';
import { section, select, toggle } from '../../parts/controls.js';
import { filterBuilder } from '../../parts/filter-builder.js';
import { group, modeOf, sentence } from '../../parts/filter-words.js';
import { createGrips } from '../../parts/grip.js';
import { createLoaded } from '../../parts/loaded.js';
import { openMenu } from '../../parts/menu.js';
import { mark } from '../../parts/settings-icons.js';

/** @typedef {import('../../store/views.js').SavedView} SavedView */
/** @typedef {import('../../parts/filter-words.js').Choices} Choices */

const NAME_CHARS = 40;
/** What is offered to ask for; what else a view asks for is shown as well. */
const FIELDS = ['label', 'state', 'agent', 'team', 'priority', 'channel', 'waiting_ms', 'idle_ms', 'age_ms', 'due_in_ms', 'verified'];
const SORTS = ['waiting', 'newest', 'due'];
const STATES = ['waiting', 'open', 'snoozed', 'closed'];
const PRIORITIES = ['urgent', 'high', 'normal', 'low'];
const CHANNELS = ['web', 'api'];

/** @typedef {{open:boolean, id:string, name:string, filter:import('../../parts/filter-words.js').Filter, sort:string, shared:boolean, busy:boolean, wrong:{field:string, text:string}|null}} Draft */

/** @returns {Draft} what is open, not yet closed, begins most views */
const empty = () => ({ open: false, id: '', name: '', filter: { all: [{ field: 'state', op: 'is_not', value: 'closed' }] }, sort: 'waiting', shared: false, busy: false, wrong: null });

/** @param {import('../../parts/filter-words.js').Filter} filter a group is where conditions are added */
const asGroup = (filter) => (modeOf(filter) ? filter : group('all', [filter]));

/** What there is to choose, by field. @param {{agents:import('../../answers.js').Agent[], teams:{id:string, name:string}[], labels:{name:string}[]}} known @returns {Choices} */
function choicesOf({ agents, teams, labels }) {
  /** @param {string[]} values @param {string} words */
  const named = (values, words) => values.map((value) => ({ value, label: t(`settings_views.${words}_${value}`) }));
  return {
    label: labels.map(({ name }) => ({ value: name, label: name })),
    state: [{ value: 'bot', label: t('settings_views.state_bot') }, ...named(STATES, 'state')],
    agent: [{ value: 'me', label: t('settings_views.me') }, ...agents.filter((one) => one.active).map(({ id, name }) => ({ value: id, label: name }))],
    team: teams.map(({ id, name }) => ({ value: id, label: name })),
    priority: named(PRIORITIES, 'priority'),
    channel: named(CHANNELS, 'channel'),
  };
}

/** @typedef {{views:SavedView[], choices:Choices}} Known */

/**
 * Views are begun, kept, moved and removed.
 * @param {object} host
 * @param {{draft:Draft, said:string}} host.here
 * @param {import('./page.js').Context} host.on
 * @param {import('../../parts/loaded.js').Loaded<Known>} host.loaded
 */
function createKeeping({ here, on: { call, say, failed, ask, changed }, loaded }) {
  const views = () => loaded.value?.views ?? [];
  /** @param {unknown} error */
  const refused = (error) => {
    const { code = '', field } = /** @type {import('../../api.js').Problem} */ (error);
    const place = String(field ?? '').split('.')[0];
    here.draft.busy = false;
    if (has(`settings_views.wrong_${code}`)) here.draft.wrong = { field: '', text: t(`settings_views.wrong_${code}`) };
    else if (place === 'name' || place === 'filter') here.draft.wrong = { field: String(field), text: t(`settings_views.wrong_${place}`) };
    else failed(error);
    if (place === 'name') requestAnimationFrame(() => document.getElementById('view-name')?.focus());
  };
  /** @param {Event} event */
  const keep = async (event) => {
    event.preventDefault();
    const { id, name, filter, sort, shared, busy } = here.draft;
    if (busy) return;
    here.draft.busy = true;
    try {
      if (id) await call('PATCH', `/views/${id}`, { name, filter, sort, shared });
      else await call('POST', '/views', { name, filter, sort, shared });
      say(t('settings_views.kept', { name }));
      here.draft = empty();
      await loaded.load();
    } catch (error) {
      refused(error);
    }
    changed();
  };
  /** @param {SavedView} view */
  const remove = async (view) => {
    if (!(await ask({ title: t('settings_views.delete_ask', { name: view.name }), confirm: t('settings_views.delete') }))) return;
    try {
      await call('DELETE', `/views/${view.id}`, {});
      if (here.draft.id === view.id) here.draft = empty();
      say(t('settings_views.deleted', { name: view.name }));
    } catch (error) {
      failed(error);
    }
    await loaded.load();
  };
  /** Shown at once. @param {SavedView} view @param {number} to its place among those of its kind */
  const move = (view, to) => {
    const [same, others] = [views().filter((one) => one.shared === view.shared), views().filter((one) => one.shared !== view.shared)];
    const from = same.indexOf(view);
    if (to < 0 || to >= same.length || to === from) return;
    const next = same.toSpliced(from, 1).toSpliced(to, 0, view);
    if (loaded.value) loaded.value.views = view.shared ? [...next, ...others] : [...others, ...next];
    here.said = t('settings_views.moved', { name: view.name, place: to + 1, count: same.length });
    changed();
  };
  /** @param {boolean} shared */
  const keepOrder = async (shared) => {
    try {
      await call('PUT', '/views/order', { ids: views().filter((one) => one.shared === shared).map((one) => one.id) });
    } catch (error) {
      failed(error);
      await loaded.load();
    }
  };
  /** @param {Partial<Draft>} from */
  const open = (from) => {
    here.draft = { ...empty(), ...from, open: true };
    changed();
    requestAnimationFrame(() => document.getElementById('view-name')?.focus());
  };
  const find = (/** @type {string} */ id) => views().find((one) => one.id === id);
  /** Those among which it may be moved. @param {string} id */
  const alike = (id) =>
    views()
      .filter((one) => one.shared === find(id)?.shared)
      .map((one) => one.id);
  return { keep, remove, move, keepOrder, open, find, alike };
}

/**
 * What is written about one view.
 * @param {object} host
 * @param {{draft:Draft}} host.here
 * @param {() => Choices} host.choices
 * @param {boolean} host.manages
 * @param {(event:Event) => void} host.keep
 * @param {() => void} host.changed
 */
function createEditor({ here, choices, manages, keep, changed }) {
  /** @param {Partial<Draft>} change */
  const set = (change) => {
    Object.assign(here.draft, change, { wrong: null });
    changed();
  };
  /** @param {string} name whether the complaint is about it, and what it says */
  const wrongAt = (name) => (here.draft.wrong?.field === name ? here.draft.wrong.text : '');
  /** @param {string} path of a condition in the filter */
  const complaint = (path) => (`${here.draft.wrong?.field}.`.startsWith(`filter.${path}.`) ? here.draft.wrong?.text : undefined);
  return () => {
    const { draft } = here;
    const build = filterBuilder({ id: 'view-filter', fields: FIELDS, choices: choices(), complaint });
    return html`<form class="thing-edit" @submit=${keep}>
      <div class="set-columns">
        <div class="set-field">
          <div class="set-label"><label for="view-name">${t('settings_views.name')}</label></div>
          <input
            id="view-name"
            class="input"
            autocomplete="off"
            maxlength=${NAME_CHARS}
            aria-invalid=${wrongAt('name') ? 'true' : nothing}
            aria-describedby="view-name-error"
            .value=${live(draft.name)}
            @input=${(/** @type {FieldEvent} */ event) => set({ name: event.target.value })}
          />
          <p class="field-error" id="view-name-error" role="alert">${wrongAt('name')}</p>
        </div>
        <div class="set-field">
          <div class="set-label"><label for="view-sort">${t('settings_views.sort')}</label></div>
          ${select('view-sort', SORTS.map((value) => ({ value, label: t(`settings_views.sort_${value}`) })), draft.sort, (sort) => set({ sort }))}
        </div>
      </div>
      <div class="set-field" role="group" aria-labelledby="view-holds">
        <p class="set-label"><span class="label" id="view-holds">${t('settings_views.holds')}</span></p>
        ${build(asGroup(draft.filter), (filter) => set({ filter }))}
        <p class="field-error" role="alert">${wrongAt('filter')}${wrongAt('')}</p>
      </div>
      ${manages ? toggle(draft.shared, (shared) => set({ shared }), t('settings_views.shared'), t('settings_views.shared_hint')) : nothing}
      <div class="set-box">
        <button class="button primary" type="submit" ?disabled=${!draft.name.trim()} aria-busy=${draft.busy}>${t(draft.id ? 'settings_views.save' : 'settings_views.add')}</button>
        <button
          class="button"
          type="button"
          @click=${() => {
            here.draft = empty();
            changed();
          }}
        >
          ${t('settings_views.leave')}
        </button>
      </div>
    </form>`;
  };
}

/**
 * One view in its list.
 * @param {object} host
 * @param {{draft:Draft, said:string}} host.here
 * @param {() => Choices} host.choices
 * @param {boolean} host.manages
 * @param {() => unknown} host.editor
 * @param {ReturnType<typeof createKeeping>} host.keeping
 */
function createRows({ here, choices, manages, editor, keeping: { move, keepOrder, open, remove, find, alike } }) {
  const { grip, over } = createGrips({
    keys: alike,
    move(id, to) {
      const view = find(id);
      if (view) move(view, to);
    },
    done: (id) => keepOrder(Boolean(find(id)?.shared)),
  });
  /** @param {SavedView} view @param {FieldEvent} event */
  const more = (view, event) =>
    openMenu(event.currentTarget, view.name, [
      { items: [{ label: t('settings_views.change_it'), mark: mark('pencil'), run: () => open(view.filter ? /** @type {Partial<Draft>} */ (view) : { ...view, filter: empty().filter }) }] },
      { items: [{ label: t('settings_views.delete'), mark: mark('trash'), run: () => remove(view) }] },
    ]);
  return (/** @type {SavedView} */ view, /** @type {number} */ i) => {
    if (here.draft.open && here.draft.id === view.id) return html`<li class="thing">${editor()}</li>`;
    const mine = !view.shared || manages;
    return html`<li class="thing" @dragover=${over(view.id)}>
      ${mine
        ? grip({ key: view.id, name: view.name, place: i, label: t('settings_views.move', { name: view.name, place: i + 1 }), hint: t('settings_views.move_hint') })
        : html`<span class="order-grip">${i + 1}</span>`}
      <div class="thing-what">
        <span class="thing-name">${view.name}</span>
        ${view.filter
          ? html`<span class="thing-about">${sentence(view.filter, choices(), t)} · ${t(`settings_views.sort_${view.sort}`)}</span>`
          : html`<span class="broken-row">${mark('alert', 14)}<span>${t('settings_views.broken', { path: view.problem?.field ?? '' })}</span></span>`}
      </div>
      ${mine
        ? html`<div class="thing-does">
            <button type="button" class="icon-button" aria-haspopup="menu" aria-label=${t('settings_views.more_of', { name: view.name })} @click=${(/** @type {FieldEvent} */ event) => more(view, event)}>${mark('more', 18)}</button>
          </div>`
        : nothing}
    </li>`;
  };
}

/** @param {import('./page.js').Context} on @returns {import('./frame.js').SettingsView} */
export function viewsPage(on) {
  const { me, call, changed } = on;
  const manages = me.rights.includes('view_shared');
  /** @type {import('../../parts/loaded.js').Loaded<Known>} */
  const loaded = createLoaded(async () => {
    const [views, agents, teams, labels] = await Promise.all(['/views', '/agents?limit=200', '/teams', '/labels'].map(async (path) => (await call('GET', path)).items));
    return { views, choices: choicesOf({ agents, teams, labels }) };
  }, changed);
  const here = { draft: empty(), said: '' };
  const choices = () => loaded.value?.choices ?? {};
  const keeping = createKeeping({ here, on, loaded });
  const editor = createEditor({ here, choices, manages, keep: keeping.keep, changed });
  const rows = createRows({ here, choices, manages, editor, keeping });
  /** @param {SavedView[]} same @param {string} none */
  const list = (same, none) => (same.length === 0 ? html`<p class="nothing-yet">${none}</p>` : html`<ol class="things">${same.map(rows)}</ol>`);

  return {
    start: () => {
      if (!here.draft.open) loaded.load();
    },
    body: () =>
      loaded.view(({ views }) => {
        const writes = here.draft.open && !here.draft.id;
        const add = html`<button type="button" class="button" aria-expanded=${writes ? 'true' : 'false'} @click=${() => keeping.open({})}>${mark('plus')}${t('settings_views.new')}</button>`;
        return html`${section(t('settings_views.own'), html`${writes ? editor() : nothing}${list(views.filter((one) => !one.shared), t('settings_views.none'))}`, t('settings_views.intro'), add)}
          ${section(t('settings_views.team'), list(views.filter((one) => one.shared), t('settings_views.none_shared')), t('settings_views.team_intro'))}
          <p class="hidden" aria-live="polite">${here.said}</p>`;
      }),
  };
}
