/** What somebody of the team speaks and knows, and which teams they are in: written in their own place in the list. */
import { html, live, nothing } from '../../lit.js';
import { t } from '../../app/texts.js';
import { checkList } from './check-list.js';

/** @typedef {import('../../answers.js').Agent} Agent */
/** @typedef {import('../../answers.js').Team} Team */

/** @param {Agent} [agent] */
const written = (agent) => ({
  id: agent?.id ?? '',
  languages: (agent?.languages ?? []).join(', '),
  skills: (agent?.skills ?? []).join(', '),
  teams: new Set(agent?.team_ids ?? []),
  busy: false,
  wrong: /** @type {Record<string, string>} */ ({}),
});

/** Names between commas of either script. @param {string} text */
export const listed = (text) =>
  text
    .split(/[,，、;；]/)
    .map((name) => name.trim())
    .filter(Boolean);

/**
 * The form, and whose it is.
 * @param {import('./page.js').Context} on
 * @param {() => Promise<unknown>} reload
 */
export function createMemberForm({ me, call, say, failed, changed }, reload) {
  const at = { draft: written() };
  const close = () => {
    at.draft = written();
    changed();
  };
  /** @param {Agent} agent @param {Team[]} teams */
  const keep = async (agent, teams) => {
    const { draft } = at;
    if (draft.busy) return;
    draft.busy = true;
    changed();
    try {
      await call('PATCH', `/agents/${agent.id}`, { languages: listed(draft.languages), skills: listed(draft.skills) });
      for (const team of teams) {
        const others = team.agent_ids.filter((id) => id !== agent.id);
        if (draft.teams.has(team.id) === (others.length < team.agent_ids.length)) continue;
        await call('PUT', `/teams/${team.id}/members`, { agent_ids: draft.teams.has(team.id) ? [...others, agent.id] : others });
      }
      at.draft = written();
      say(t('settings_team.is_changed', { name: agent.name }));
    } catch (error) {
      const { field } = /** @type {import('../../api.js').Problem} */ (error);
      draft.busy = false;
      if (field === 'languages' || field === 'skills') {
        draft.wrong = { [field]: t(`settings_team.${field}_odd`) };
        requestAnimationFrame(() => document.getElementById(`member-${field}`)?.focus());
      } else failed(error);
    }
    await reload();
  };
  /** @param {'languages'|'skills'} name */
  const line = (name) => html`<div class="set-field">
    <div class="set-label"><label for="member-${name}">${t(`settings_team.${name}`)}</label></div>
    <input
      id="member-${name}"
      class="input"
      autocomplete="off"
      aria-invalid=${at.draft.wrong[name] ? 'true' : nothing}
      aria-describedby="member-${name}-hint member-${name}-error"
      .value=${live(at.draft[name])}
      @input=${(/** @type {FieldEvent} */ event) => {
        at.draft[name] = event.target.value;
        delete at.draft.wrong[name];
      }}
    />
    <p class="field-hint" id="member-${name}-hint">${t(`settings_team.${name}_hint`)}</p>
    <p class="field-error" id="member-${name}-error" role="alert">${at.draft.wrong[name] ?? ''}</p>
  </div>`;

  return {
    /** @param {Agent} agent */
    isOpen: (agent) => at.draft.id === agent.id,
    /** @param {Agent} agent */
    open(agent) {
      at.draft = written(agent);
      changed();
      requestAnimationFrame(() => document.getElementById('member-languages')?.focus());
    },
    /** @param {Agent} agent @param {Team[]} teams */
    view: (agent, teams) =>
      html`<form
        class="thing-edit"
        novalidate
        @submit=${(/** @type {Event} */ event) => (event.preventDefault(), keep(agent, teams))}
        @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && close()}
      >
        ${!me.rights.includes('teams')
          ? nothing
          : teams.length === 0
            ? html`<p class="field-hint">${t('settings_team.no_teams')}</p>`
            : checkList(
                t('settings_team.teams'),
                teams.map((team) => ({ id: team.id, label: team.name, on: at.draft.teams.has(team.id) })),
                (id, on) => {
                  if (on) at.draft.teams.add(id);
                  else at.draft.teams.delete(id);
                  changed();
                },
              )}
        <div class="set-columns">${line('languages')} ${line('skills')}</div>
        <div class="set-box">
          <button class="button primary" type="submit" aria-busy=${at.draft.busy}>${t('settings_team.save')}</button>
          <button class="button" type="button" @click=${close}>${t('settings_team.leave')}</button>
        </div>
      </form>`,
  };
}
