/**
 * Roles: what their holders may do, as sentences with boxes, and which conversations they read. The built-in ones can be looked at
 * and stay as they are; nobody gives a right that they lack.
 */
import { html, live, nothing } from '../../lit.js';
import { plural, t } from '../../app/texts.js';
import { openMenu } from '../../parts/menu.js';
import { section, segments } from '../../parts/controls.js';
import { mark } from '../../parts/settings-icons.js';
import { createLoaded } from '../../parts/loaded.js';
import { checkList, namesOf } from './check-list.js';
import { confirmed } from './confirmed.js';
import { nameOf } from './role-names.js';

const NAME_CHARS = 60;

/** Rights by what they are for; one that is in none of these stands with the last. */
const SERVING = ['reply', 'note', 'take', 'assign', 'close', 'snooze', 'label', 'bulk', 'upload', 'open', 'rate', 'contact_edit', 'schedule', 'macro_own', 'block'];
const LEADING = ['supervise', 'canned', 'macro_team', 'view_shared', 'labels', 'routing', 'sla', 'teams'];

/** @typedef {import('../../answers.js').RoleRow} Role */
/** @typedef {{roles:Role[], agents:import('../../answers.js').Agent[]}} Known */

/** A role as it is written. @param {Partial<Role>} [role] */
const written = (role = {}) => ({
  open: false,
  id: '',
  name: '',
  reading: /** @type {'all'|'teams'} */ ('all'),
  builtin: false,
  ...role,
  rights: new Set(role.rights ?? []),
  busy: false,
  wrong: '',
});
/** @typedef {{draft:ReturnType<typeof written>}} State */

/**
 * A role is begun, kept and deleted.
 * @param {object} host
 * @param {State} host.at
 * @param {import('./page.js').Context} host.on
 * @param {import('../../parts/loaded.js').Loaded<Known>} host.loaded
 */
function createChanges({ at, on, loaded }) {
  const { call, say, failed, ask, changed } = on;
  /** @param {unknown} error */
  const refused = (error) => {
    const { code, field, status } = /** @type {import('../../api.js').Problem} */ (error);
    if (code === 'name_taken' || field === 'name') at.draft.wrong = t(code === 'name_taken' ? 'settings_roles.taken' : 'settings_roles.name_wrong');
    else if (code === 'role_limit') say(t('settings_roles.limit'), { bad: true });
    else if (code === 'in_use') say(t('settings_roles.in_use', { names: namesOf(error) }), { bad: true });
    else if (status === 403) say(t('settings_roles.beyond'), { bad: true });
    else failed(error);
  };
  /** @param {Event} event */
  const keep = async (event) => {
    event.preventDefault();
    const { id, name, reading, rights, busy, builtin } = at.draft;
    if (busy || builtin || !name.trim()) return;
    at.draft.busy = true;
    changed();
    try {
      const body = { name: name.trim(), reading, rights: [...rights] };
      const role = await confirmed(ask, (more) => (id ? call('PATCH', `/roles/${id}`, { ...body, ...more }) : call('POST', '/roles', body)));
      if (role) {
        at.draft = written();
        say(t('settings_roles.kept', { name: role.name }));
      } else at.draft.busy = false;
    } catch (error) {
      at.draft.busy = false;
      refused(error);
      if (at.draft.wrong) requestAnimationFrame(() => document.getElementById('role-name')?.focus());
    }
    await loaded.load();
  };
  /** @param {Role} role */
  const remove = async (role) => {
    const sure = await ask({ title: t('settings_roles.delete_ask', { name: role.name }), confirm: t('settings_roles.delete') });
    if (!sure) return;
    try {
      await call('DELETE', `/roles/${role.id}`, {});
      if (at.draft.id === role.id) at.draft = written();
      say(t('settings_roles.deleted', { name: role.name }));
    } catch (error) {
      refused(error);
    }
    await loaded.load();
  };

  return { keep, remove };
}

/**
 * The form of a role; of a built-in one to read.
 * @param {object} host
 * @param {State} host.at
 * @param {import('./page.js').Context['me']} host.me
 * @param {(event:Event) => Promise<void>} host.keep
 * @param {() => void} host.changed
 */
function createForm({ at, me, keep, changed }) {
  /** @param {Partial<State['draft']>} fields */
  const set = (fields) => {
    Object.assign(at.draft, fields);
    changed();
  };
  /** @param {string} right @param {boolean} on */
  const give = (right, on) => {
    if (on) at.draft.rights.add(right);
    else at.draft.rights.delete(right);
    changed();
  };
  /** Those that a role may hold: what stays with owners is shown where it is theirs. @param {Known} known */
  const offered = ({ roles }) => {
    const [owner, admin] = roles;
    const all = at.draft.builtin ? owner.rights : admin.rights;
    const rest = all.filter((right) => !SERVING.includes(right) && !LEADING.includes(right));
    const of = (/** @type {string[]} */ group) => group.filter((right) => all.includes(right));
    return /** @type {[string, string[]][]} */ ([
      ['serving', of(SERVING)],
      ['leading', of(LEADING)],
      ['running', rest],
    ]);
  };
  /** @param {string} right */
  const box = (right) => ({
    id: right,
    label: t(`settings_roles.right_${right}`),
    on: at.draft.rights.has(right),
    fixed: at.draft.builtin || (!me.rights.includes(right) && !at.draft.rights.has(right)),
  });
  /** @param {Known} known */
  const form = (known) => {
    const { draft } = at;
    const lacks = !draft.builtin && offered(known).some(([, rights]) => rights.some((right) => !me.rights.includes(right)));
    return html`<form class="thing-edit" novalidate @submit=${keep} @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && set(written())}>
      ${draft.builtin
        ? html`<p class="field-hint">${t('settings_roles.reading')}: ${t('settings_roles.reading_all')}</p>`
        : html`<div class="set-field">
              <div class="set-label"><label for="role-name">${t('settings_roles.name')}</label></div>
              <input
                id="role-name"
                class="input"
                autocomplete="off"
                maxlength=${NAME_CHARS}
                aria-invalid=${draft.wrong ? 'true' : nothing}
                aria-describedby="role-name-error"
                .value=${live(draft.name)}
                @input=${(/** @type {FieldEvent} */ event) => set({ name: event.target.value, wrong: '' })}
              />
              <p class="field-error" id="role-name-error" role="alert">${draft.wrong}</p>
            </div>
            <div class="set-field">
              <div class="set-label"><span class="label">${t('settings_roles.reading')}</span></div>
              ${segments(
                t('settings_roles.reading'),
                ['all', 'teams'].map((value) => ({ value, label: t(`settings_roles.reading_${value}`) })),
                draft.reading,
                (reading) => set({ reading: /** @type {'all'|'teams'} */ (reading) }),
              )}
              <p class="field-hint">${t('settings_roles.reading_hint')}</p>
            </div>`}
      ${offered(known).map(([group, rights]) => (rights.length > 0 ? checkList(t(`settings_roles.group_${group}`), rights.map(box), give) : nothing))}
      ${lacks ? html`<p class="field-hint">${t('settings_roles.lacking')}</p>` : nothing}
      <div class="set-box">
        ${draft.builtin
          ? nothing
          : html`<button class="button primary" type="submit" ?disabled=${!draft.name.trim()} aria-busy=${draft.busy}>${t(draft.id ? 'settings_roles.save' : 'settings_roles.add')}</button>`}
        <button class="button" type="button" @click=${() => set(written())}>${t(draft.builtin ? 'settings_roles.close' : 'settings_roles.leave')}</button>
      </div>
    </form>`;
  };

  return form;
}

/**
 * One role in the list.
 * @param {(role:Role) => void} open @param {(role:Role) => Promise<void>} remove
 */
function createRow(open, remove) {
  /** @param {Role} role @param {HTMLElement} anchor */
  const actions = (role, anchor) =>
    openMenu(anchor, nameOf(role), [
      { items: [{ label: t('settings_roles.change'), mark: mark('pencil'), run: () => open(role) }] },
      { items: [{ label: t('settings_roles.delete'), mark: mark('trash'), run: () => remove(role) }] },
    ]);
  /** @param {Role} role */
  const does = (role) =>
    role.builtin
      ? html`<button type="button" class="button quiet" aria-label="${t('settings_roles.view')}: ${nameOf(role)}" @click=${() => open(role)}>${t('settings_roles.view')}</button>`
      : html`<button
          type="button"
          class="icon-button"
          aria-haspopup="menu"
          aria-label=${t('settings_roles.more_of', { name: role.name })}
          title=${t('settings_roles.more_of', { name: role.name })}
          @click=${(/** @type {FieldEvent} */ event) => actions(role, event.currentTarget)}
        >
          ${mark('more', 18)}
        </button>`;
  /** @param {Role} role @param {Known} known @param {unknown} [form] under it, while it is open */
  return (role, { roles, agents }, form) => {
    const holders = agents.filter((agent) => agent.active && agent.role_id === role.id).length;
    const about = [
      t('settings_roles.rights_count', { count: role.rights.length, all: roles[0].rights.length }),
      t(`settings_roles.reading_${role.reading}`),
      holders > 0 ? plural('settings_roles.holders', holders) : t('settings_roles.no_holders'),
    ];
    return html`<li class="thing" data-role=${role.name}>
      <span class="thing-mark">${mark(role.builtin ? 'lock' : 'user')}</span>
      <div class="thing-what">
        <span class="thing-name">${nameOf(role)}${role.builtin ? html`<span class="chip chip-line">${t('settings_roles.builtin')}</span>` : nothing}</span>
        <span class="thing-about">${about.join(' · ')}</span>
      </div>
      ${form ? form : html`<div class="thing-does">${does(role)}</div>`}
    </li>`;
  };
}

/** @param {import('./page.js').Context} on @returns {import('./frame.js').SettingsView} */
export function rolesPage(on) {
  const { call, changed, me } = on;
  const loaded = createLoaded(async () => {
    const [roles, agents] = await Promise.all([call('GET', '/roles'), call('GET', '/agents?limit=200')]);
    return /** @type {Known} */ ({ roles: roles.items, agents: agents.items });
  }, changed);
  /** @type {State} */
  const at = { draft: written() };
  const { keep, remove } = createChanges({ at, on, loaded });
  const form = createForm({ at, me, keep, changed });
  /** @param {Partial<Role>} role */
  const open = (role) => {
    at.draft = { ...written(role), open: true };
    changed();
    requestAnimationFrame(() => document.getElementById('role-name')?.focus());
  };
  /** A new one starts from the agent's, as far as its maker has them. @param {Known} known */
  const begin = ({ roles }) => {
    if (at.draft.open && !at.draft.id) at.draft = written();
    else return open({ rights: roles[3].rights.filter((right) => me.rights.includes(right)) });
    changed();
  };
  const row = createRow(open, remove);

  return {
    start: loaded.load,
    body: () =>
      loaded.view((known) =>
        section(
          t('settings_roles.list'),
          html`${at.draft.open && !at.draft.id ? form(known) : nothing}
            <ul class="things">
              ${known.roles.map((role) => row(role, known, at.draft.open && at.draft.id === role.id ? form(known) : undefined))}
            </ul>`,
          t('settings_roles.intro'),
          html`<button type="button" class="button" aria-expanded=${at.draft.open && !at.draft.id ? 'true' : 'false'} @click=${() => begin(known)}>${mark('plus')}${t('settings_roles.new')}</button>`,
        ),
      ),
  };
}
