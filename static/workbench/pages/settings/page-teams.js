/**
 * Teams: who is in them, whose hours they keep, whether customers may choose them. The list comes first: a new one is written behind
 * "New", one is changed in its own place.
 */
import { html, live, nothing } from '../../lit.js';
import { plural, t } from '../../app/texts.js';
import { openMenu } from '../../parts/menu.js';
import { section, select, toggle } from '../../parts/controls.js';
import { agentAvatar } from '../../parts/people.js';
import { mark } from '../../parts/settings-icons.js';
import { createLoaded } from '../../parts/loaded.js';
import { checkList, namesOf } from './check-list.js';

const NAME_CHARS = 60;

/** @typedef {import('../../answers.js').Team} Team */
/** @typedef {import('../../answers.js').Agent} Agent */
/** @typedef {{id:string, name:string, shop:boolean}} Calendar */
/** @typedef {{teams:Team[], agents:Agent[], calendars:Calendar[]}} Known */

/** A team as it is written. @param {Partial<Team>} [team] */
const written = (team = {}) => ({
  open: false,
  id: '',
  name: '',
  offered: false,
  only_in_hours: false,
  calendar_id: /** @type {string|null} */ (null),
  ...team,
  agent_ids: new Set(team.agent_ids ?? []),
  busy: false,
  wrong: '',
});
/** @typedef {{draft:ReturnType<typeof written>}} State */

/**
 * A team is begun, kept and deleted.
 * @param {object} host
 * @param {State} host.at
 * @param {import('./page.js').Context} host.on
 * @param {import('../../parts/loaded.js').Loaded<Known>} host.loaded
 */
function createChanges({ at, on, loaded }) {
  const { call, say, failed, ask, changed } = on;
  /** What went wrong, in words. @param {unknown} error */
  const refused = (error) => {
    const { code = '', field = '', status } = /** @type {import('../../api.js').Problem} */ (error);
    if (code === 'name_taken' || field === 'name') at.draft.wrong = t(code === 'name_taken' ? 'settings_teams.taken' : 'settings_teams.name_wrong');
    else if (code === 'team_limit') say(t('settings_teams.limit'), { bad: true });
    else if (status === 403) say(t('settings_teams.beyond'), { bad: true });
    else if (code === 'in_use') say(t('settings_teams.in_use', { names: namesOf(error) }), { bad: true });
    else failed(error);
  };
  /** @param {Event} event */
  const keep = async (event) => {
    event.preventDefault();
    const { id, name, offered, only_in_hours, calendar_id, agent_ids, busy } = at.draft;
    if (busy || !name.trim()) return;
    at.draft.busy = true;
    changed();
    try {
      const body = { name: name.trim(), offered, only_in_hours, calendar_id };
      const team = /** @type {Team} */ (id ? await call('PATCH', `/teams/${id}`, body) : await call('POST', '/teams', body));
      // It is there from now on, even if its members are refused.
      at.draft.id = team.id;
      const now = [...agent_ids];
      if (String(now.toSorted()) !== String(team.agent_ids.toSorted())) await call('PUT', `/teams/${team.id}/members`, { agent_ids: now });
      at.draft = written();
      say(t('settings_teams.kept', { name: team.name }));
    } catch (error) {
      at.draft.busy = false;
      refused(error);
      if (at.draft.wrong) requestAnimationFrame(() => document.getElementById('team-name')?.focus());
    }
    await loaded.load();
  };
  /** @param {Team} team */
  const remove = async (team) => {
    const sure = await ask({ title: t('settings_teams.delete_ask', { name: team.name }), text: t('settings_teams.delete_means'), confirm: t('settings_teams.delete') });
    if (!sure) return;
    try {
      await call('DELETE', `/teams/${team.id}`, {});
      if (at.draft.id === team.id) at.draft = written();
      say(t('settings_teams.deleted', { name: team.name }));
    } catch (error) {
      refused(error);
    }
    await loaded.load();
  };
  /** @param {Team} [team] a new one where none is named */
  const open = (team) => {
    const closes = !team && at.draft.open && !at.draft.id;
    at.draft = { ...written(team), open: !closes };
    changed();
    if (!closes) requestAnimationFrame(() => document.getElementById('team-name')?.focus());
  };

  return { keep, remove, open };
}

/**
 * The form of a team.
 * @param {object} host
 * @param {State} host.at
 * @param {(event:Event) => Promise<void>} host.keep
 * @param {() => void} host.changed
 */
function createForm({ at, keep, changed }) {
  /** @param {Partial<State['draft']>} fields */
  const set = (fields) => {
    Object.assign(at.draft, fields);
    changed();
  };
  /** @param {string} id @param {boolean} on */
  const member = (id, on) => {
    if (on) at.draft.agent_ids.add(id);
    else at.draft.agent_ids.delete(id);
    changed();
  };
  /** @param {Known} known */
  const form = ({ agents, calendars }) => {
    const { draft } = at;
    const own = calendars.filter((one) => !one.shop).map((one) => ({ value: one.id, label: one.name }));
    const people = agents.filter((agent) => agent.active || draft.agent_ids.has(agent.id));
    return html`<form class="thing-edit" novalidate @submit=${keep} @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && set(written())}>
      <div class="set-field">
        <div class="set-label"><label for="team-name">${t('settings_teams.name')}</label></div>
        <input
          id="team-name"
          class="input"
          autocomplete="off"
          maxlength=${NAME_CHARS}
          aria-invalid=${draft.wrong ? 'true' : nothing}
          aria-describedby="team-name-error"
          .value=${live(draft.name)}
          @input=${(/** @type {FieldEvent} */ event) => set({ name: event.target.value, wrong: '' })}
        />
        <p class="field-error" id="team-name-error" role="alert">${draft.wrong}</p>
      </div>
      ${checkList(
        t('settings_teams.members'),
        people.map((agent) => ({ id: agent.id, label: agent.name, mark: agentAvatar(agent, 'small'), on: draft.agent_ids.has(agent.id) })),
        member,
      )}
      ${own.length > 0
        ? html`<div class="set-field">
            <div class="set-label"><label for="team-hours">${t('settings_teams.hours')}</label></div>
            ${select('team-hours', [{ value: '', label: t('settings_teams.shop_hours') }, ...own], draft.calendar_id ?? '', (id) => set({ calendar_id: id || null }))}
          </div>`
        : nothing}
      ${toggle(draft.only_in_hours, (only_in_hours) => set({ only_in_hours }), t('settings_teams.only_in_hours'), t('settings_teams.only_in_hours_hint'))}
      ${toggle(draft.offered, (offered) => set({ offered }), t('settings_teams.offered'), t('settings_teams.offered_hint'))}
      <div class="set-box">
        <button class="button primary" type="submit" ?disabled=${!draft.name.trim()} aria-busy=${draft.busy}>${t(draft.id ? 'settings_teams.save' : 'settings_teams.add')}</button>
        <button class="button" type="button" @click=${() => set(written())}>${t('settings_teams.leave')}</button>
      </div>
    </form>`;
  };

  return form;
}

/** @param {import('./page.js').Context} on @returns {import('./frame.js').SettingsView} */
export function teamsPage(on) {
  const { call, changed } = on;
  const loaded = createLoaded(async () => {
    const [teams, agents, calendars] = await Promise.all([call('GET', '/teams'), call('GET', '/agents?limit=200'), call('GET', '/calendars')]);
    return /** @type {Known} */ ({ teams: teams.items, agents: agents.items, calendars: calendars.items });
  }, changed);
  /** @type {State} */
  const at = { draft: written() };
  const { keep, remove, open } = createChanges({ at, on, loaded });
  const form = createForm({ at, keep, changed });

  /** @param {Team} team @param {HTMLElement} anchor */
  const actions = (team, anchor) =>
    openMenu(anchor, team.name, [
      { items: [{ label: t('settings_teams.change'), mark: mark('pencil'), run: () => open(team) }] },
      { items: [{ label: t('settings_teams.delete'), mark: mark('trash'), run: () => remove(team) }] },
    ]);
  /** @param {Team} team @param {Known} known */
  const row = (team, { agents, calendars }) => {
    const people = agents.filter((agent) => team.agent_ids.includes(agent.id));
    const hours = calendars.find((one) => one.id === team.calendar_id);
    const about = [people.length > 0 ? plural('settings_teams.members_count', people.length) : t('settings_teams.nobody')];
    if (hours) about.push(hours.name);
    if (team.offered) about.push(t('settings_teams.is_offered'));
    return html`<li class="thing" data-team=${team.name}>
      <span class="thing-mark">${mark('users')}</span>
      <div class="thing-what">
        <span class="thing-name">${team.name}</span>
        <span class="thing-about">${about.join(' · ')}</span>
      </div>
      <div class="thing-does">
        <span class="faces" role="img" aria-label=${people.map((agent) => agent.name).join(', ')}>${people.slice(0, 5).map((agent) => agentAvatar(agent, 'small'))}</span>
        <button
          type="button"
          class="icon-button"
          aria-haspopup="menu"
          aria-label=${t('settings_teams.more_of', { name: team.name })}
          title=${t('settings_teams.more_of', { name: team.name })}
          @click=${(/** @type {FieldEvent} */ event) => actions(team, event.currentTarget)}
        >
          ${mark('more', 18)}
        </button>
      </div>
    </li>`;
  };

  return {
    start: loaded.load,
    body: () =>
      loaded.view((known) =>
        section(
          t('settings_teams.list'),
          html`${at.draft.open && !at.draft.id ? form(known) : nothing}
          ${known.teams.length === 0
            ? html`<p class="nothing-yet">${t('settings_teams.none')}</p>`
            : html`<ul class="things">
                ${known.teams.map((team) => (at.draft.open && at.draft.id === team.id ? html`<li class="thing">${form(known)}</li>` : row(team, known)))}
              </ul>`}`,
          t('settings_teams.intro'),
          html`<button type="button" class="button" aria-expanded=${at.draft.open && !at.draft.id ? 'true' : 'false'} @click=${() => open()}>${mark('plus')}${t('settings_teams.new')}</button>`,
        ),
      ),
  };
}
