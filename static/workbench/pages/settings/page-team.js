/**
 * Members: who works here, in which role and teams, what they speak and know, who is disabled, how many seats are taken, and who was
 * invited. What may not be done is not offered: nobody gives or takes a role with rights that they lack, nobody changes their own
 * role here, the last owner stays.
 */
import { standing } from '../../app/idle.js';
import { html, live, nothing } from '../../lit.js';
import { looksLikeEmail } from '../../parts/fields.js';
import { agentAvatar } from '../../parts/people.js';
import { reasonName } from '../../parts/reasons.js';
import { t } from '../../app/texts.js';
import { exact, when } from '../../parts/times.js';
import { createAwayReasons } from './away-reasons.js';
import { confirmed } from './confirmed.js';
import { codeBlock, section, select } from '../../parts/controls.js';
import { mark } from '../../parts/settings-icons.js';
import { createLoaded } from '../../parts/loaded.js';
import { createMemberForm } from './member-form.js';
import { nameOf } from './role-names.js';

const NAME_CHARS = 80;

/** An invitation just made, whose link is shown once. */
const begun = () => ({
  /** @type {any} */
  made: null,
});
/** @typedef {ReturnType<typeof begun>} State */
/** @typedef {import('../../answers.js').Agent} Agent */
/** @typedef {import('../../answers.js').RoleRow} Role */
/** @typedef {{agents:Agent[], invitations:import('../../answers.js').Invitation[], roles:Role[], teams:import('../../answers.js').Team[]}} Known */

/**
 * Which roles somebody may give, and take.
 * @param {import('./page.js').Context['me']} me
 */
const createGiving = (me) => {
  /** @param {Known} known @param {string|undefined} id */
  const roleOf = ({ roles }, id) => roles.find((role) => role.id === id);
  /** @param {Known} known @param {Role|undefined} role */
  const mayGive = (known, role) => {
    const own = roleOf(known, me.agent.role_id);
    const readsMore = role?.reading === 'all' && own?.reading === 'teams';
    return Boolean(role?.rights.every((right) => me.rights.includes(right))) && !readsMore;
  };
  return { roleOf, mayGive };
};

/**
 * Agents are changed, invited and taken back.
 * @param {object} host
 * @param {import('./page.js').Context['say']} host.say
 * @param {import('./page.js').Context['failed']} host.failed
 * @param {import('./page.js').Context['ask']} host.ask
 * @param {import('./page.js').Context['call']} host.call
 * @param {import('../../parts/loaded.js').Loaded<Known>} host.loaded
 * @param {{ email: string; name: string; role: string; wrong: string; busy: boolean; }} host.draft
 * @param {State} host.at
 * @param {() => void} host.changed
 */
function createChanges({ say, failed, ask, call, loaded, draft, at, changed }) {
  /** @param {unknown} error */
  const refused = (error) => {
    const known = { seat_limit: 'settings_team.no_seat', last_owner: 'settings_team.last_owner', email_taken: 'settings_team.email_taken' };
    const key = known[/** @type {keyof typeof known} */ (/** @type {import('../../api.js').Problem} */ (error).code)];
    if (key) say(t(key), { bad: true });
    else failed(error);
  };
  /** @param {import('../../answers.js').Agent} agent @param {object} change @param {string} done */
  const change = async (agent, change, done) => {
    try {
      const now = await confirmed(ask, (more) => call('PATCH', `/agents/${agent.id}`, { ...change, ...more }));
      if (now) {
        Object.assign(agent, now);
        say(done);
      }
    } catch (error) {
      refused(error);
    }
    await loaded.load();
  };
  /** @param {import('../../answers.js').Agent} agent */
  const disable = async (agent) => {
    const sure = await ask({
      title: t('settings_team.disable_ask', { name: agent.name }),
      text: t('settings_team.disable_means'),
      confirm: t('settings_team.disable'),
    });
    if (sure) await change(agent, { active: false }, t('settings_team.is_disabled', { name: agent.name }));
  };
  /** @param {Event} event */
  const invite = async (event) => {
    event.preventDefault();
    if (draft.busy) return;
    draft.wrong = looksLikeEmail(draft.email.trim()) ? '' : 'settings_team.email_odd';
    if (!draft.wrong) {
      draft.busy = true;
      try {
        const whom = { email: draft.email.trim(), name: draft.name.trim(), role: draft.role };
        const told = await confirmed(ask, (more) => call('POST', '/agents/invitations', { ...whom, ...more }));
        if (told) {
          at.made = told;
          Object.assign(draft, { email: '', name: '', role: 'agent' });
          await loaded.load();
        }
      } catch (error) {
        refused(error);
      }
      draft.busy = false;
    }
    changed();
  };
  /** @param {import('../../answers.js').Invitation} invitation */
  const takeBack = async (invitation) => {
    try {
      await call('DELETE', `/agents/invitations/${invitation.id}`, {});
      if (at.made?.id === invitation.id) at.made = null;
      say(t('settings_team.taken_back', { email: invitation.email }));
    } catch (error) {
      failed(error);
    }
    await loaded.load();
  };

  return { change, disable, takeBack, invite };
}

/** Why they are away, in the words of built-in reasons. @param {import('../../answers.js').Agent} agent */
const reasonOf = ({ presence }) => presence?.reason && reasonName({ id: presence.reason, name: null });

/**
 * Agents and invitations, a line each.
 * @param {object} host
 * @param {import('./page.js').Context['me']} host.me
 * @param {ReturnType<typeof createGiving>} host.giving
 * @param {ReturnType<typeof createMemberForm>} host.form
 * @param {(agent: Agent, change: object, done: string) => Promise<void>} host.change
 * @param {(agent: Agent) => Promise<void>} host.disable
 * @param {(invitation: import('../../answers.js').Invitation) => Promise<void>} host.takeBack
 */
function createRows({ me, giving, form, change, disable, takeBack }) {
  /** @param {Agent} agent @param {Known} known */
  const roleOfAgent = (agent, known) => {
    const role = giving.roleOf(known, agent.role_id);
    return role ? nameOf(role, 'settings_team') : '';
  };
  /** What somebody who may not be changed is, or what can be done to them. @param {Agent} agent @param {Known} known */
  const does = (agent, known) => {
    const mine = agent.id === me.agent.id;
    const mayChange = !mine && giving.mayGive(known, giving.roleOf(known, agent.role_id));
    const roles = known.roles.filter((role) => giving.mayGive(known, role)).map((role) => ({ value: role.id, label: nameOf(role, 'settings_team') }));
    const edit = html`<button type="button" class="button quiet" aria-label=${t('settings_team.change_of', { name: agent.name })} @click=${() => form.open(agent)}>${t('settings_team.change')}</button>`;
    /** @param {string} role_id */
    const give = (role_id) => change(agent, { role_id }, t('settings_team.role_changed', { name: agent.name, role: roles.find((role) => role.value === role_id)?.label ?? '' }));
    if (!mayChange) return html`<span class="thing-about">${roleOfAgent(agent, known)}</span>${mine ? edit : nothing}`;
    if (!agent.active) {
      return html`<span class="thing-about">${roleOfAgent(agent, known)}</span
        ><button type="button" class="button" @click=${() => change(agent, { active: true }, t('settings_team.is_enabled', { name: agent.name }))}>${t('settings_team.enable')}</button>`;
    }
    return html`${select(`role-${agent.id}`, roles, agent.role_id ?? '', give, t('settings_team.role_of', { name: agent.name }))}${edit}
      <button type="button" class="button quiet" @click=${() => disable(agent)}>${t('settings_team.disable')}</button>`;
  };
  /** Teams, languages and skills, where there are some. @param {Agent} agent @param {Known} known */
  const traits = (agent, known) => [...known.teams.filter((team) => team.agent_ids.includes(agent.id)).map((team) => team.name), ...(agent.languages ?? []), ...(agent.skills ?? [])];
  /** @param {Agent} agent @param {Known} known */
  const row = (agent, known) => {
    const mine = agent.id === me.agent.id;
    // Whoever reads this is here, whatever was known when the list was asked for.
    const state = mine ? me.agent.availability : standing(agent);
    const has = traits(agent, known);
    return html`<li class="thing ${agent.active ? '' : 'off'}" data-agent=${agent.email}>
      ${agentAvatar(agent)}
      <div class="thing-what">
        <span class="thing-name"
          >${agent.name}${mine ? html`<span class="chip">${t('common.you')}</span>` : nothing}${agent.active
            ? nothing
            : html`<span class="chip">${t('settings_team.disabled')}</span>`}</span
        >
        <span class="thing-about"
          >${agent.email} ·
          ${agent.active ? (state === 'away' && reasonOf(agent)) || t(`agent.state_${state}`) : t('settings_team.no_access')}</span
        >
        ${has.length > 0 ? html`<span class="thing-about">${has.join(' · ')}</span>` : nothing}
      </div>
      ${form.isOpen(agent) ? form.view(agent, known.teams) : html`<div class="thing-does">${does(agent, known)}</div>`}
    </li>`;
  };
  /** @param {import('../../answers.js').Invitation[]} invitations */
  const invited = (invitations) =>
    invitations.length === 0
      ? nothing
      : html`<ul class="things">
          ${invitations.map(
            (one) =>
              html`<li class="thing">
                <span class="thing-mark">${mark('user')}</span>
                <div class="thing-what">
                  <span class="thing-name">${one.name || one.email}<span class="chip">${t('settings_team.invited')}</span></span>
                  <span class="thing-about" title=${exact(one.expires_at)}
                    >${one.name ? `${one.email} · ` : ''}${t(`settings_team.role_${one.role}`)} ·
                    ${t('settings_team.until', { time: when(one.expires_at, Date.now()) })}</span
                  >
                </div>
                <div class="thing-does">
                  <button type="button" class="button quiet" @click=${() => takeBack(one)}>${t('settings_team.take_back')}</button>
                </div>
              </li>`,
          )}
        </ul>`;

  return { row, invited };
}

/** @param {import('./page.js').Context} on @returns {import('./frame.js').SettingsView} */
export function teamPage(on) {
  const { me, call, changed, say, failed, ask, onSeen } = on;
  const loaded = createLoaded(async () => {
    const [agents, invitations, roles, teams] = await Promise.all([
      call('GET', '/agents?limit=200'),
      call('GET', '/agents/invitations'),
      call('GET', '/roles'),
      call('GET', '/teams'),
    ]);
    return /** @type {Known} */ ({ agents: agents.items, invitations: invitations.items, roles: roles.items, teams: teams.items });
  }, changed);
  onSeen(({ id, online, availability, presence }) => {
    const agent = loaded.value?.agents.find((one) => one.id === id);
    if (!agent) return;
    Object.assign(agent, { online, availability: availability ?? agent.availability, presence: presence ?? agent.presence });
    changed();
  });
  const draft = { email: '', name: '', role: 'agent', wrong: '', busy: false };
  const at = begun();
  const giving = createGiving(me);
  const form = createMemberForm(on, loaded.load);
  const { change, disable, takeBack, invite } = createChanges({ say, failed, ask, call, loaded, draft, at, changed });

  const { row, invited } = createRows({ me, giving, form, change, disable, takeBack });
  /** Invitations are to one of the three; what is above oneself is not offered. @param {Known} known */
  const invitedRoles = (known) =>
    known.roles.filter((role) => ['admin', 'agent'].includes(role.name) && role.builtin && giving.mayGive(known, role)).map((role) => ({ value: role.name, label: nameOf(role, 'settings_team') }));
  const reasons = createAwayReasons({ call, changed, say, failed });

  return {
    start: () => {
      loaded.load();
      reasons.load();
    },
    body: () =>
      loaded.view((known) => {
        const { agents, invitations } = known;
        const used = agents.filter((agent) => agent.active).length;
        const allowed = me.seats.allowed;
        return html`${section(
            t('settings_team.seats', { used, allowed }),
            html`<progress class="seats" max=${allowed} value=${used} aria-label=${t('settings_team.seats_name')}></progress>`,
            t('settings_team.seats_intro'),
          )}
          ${section(t('settings_team.members'), html`<ul class="things">${agents.map((agent) => row(agent, known))}</ul>`, t('settings_team.roles_intro'))}
          ${section(
            t('settings_team.invite'),
            html`<form class="set-stack" novalidate @submit=${invite}>
                <div class="set-columns">
                  <div class="set-field">
                    <div class="set-label"><label for="invite-email">${t('settings_team.email')}</label></div>
                    <input
                      id="invite-email"
                      class="input"
                      type="email"
                      inputmode="email"
                      autocomplete="off"
                      aria-invalid=${draft.wrong ? 'true' : nothing}
                      aria-describedby="invite-wrong"
                      .value=${live(draft.email)}
                      @input=${(/** @type {FieldEvent} */ event) => Object.assign(draft, { email: event.target.value, wrong: '' })}
                    />
                    <p class="field-error" id="invite-wrong" role="alert">${draft.wrong ? t(draft.wrong) : ''}</p>
                  </div>
                  <div class="set-field">
                    <div class="set-label"><label for="invite-name">${t('settings_team.name')}</label></div>
                    <input
                      id="invite-name"
                      class="input"
                      autocomplete="off"
                      maxlength=${NAME_CHARS}
                      .value=${live(draft.name)}
                      @input=${(/** @type {FieldEvent} */ event) => Object.assign(draft, { name: event.target.value })}
                    />
                  </div>
                </div>
                <div class="set-actions">
                  ${select('invite-role', invitedRoles(known), draft.role, (role) => Object.assign(draft, { role }), t('settings_team.role'))}
                  <button class="button primary" type="submit" aria-busy=${draft.busy}>${t('settings_team.make_link')}</button>
                </div>
              </form>
              ${at.made
                ? html`<div class="once" role="status">
                    <strong>${t('settings_team.link_for', { email: at.made.email })}</strong>
                    ${codeBlock(at.made.url, undefined, t('settings_team.link_for', { email: at.made.email }))}
                    <p class="field-hint">${t('settings_team.link_once')}</p>
                  </div>`
                : nothing}
              ${invited(invitations)}`,
            t('settings_team.invite_intro'),
          )}
          ${reasons.view()}`;
      }),
  };
}
