/** Members: who works here, in which role, who is connected now, and how many seats are taken. */
import { html, nothing } from '../lit.js';
import { agentAvatar } from '../people.js';
import { t } from '../texts.js';
import { codeBlock, section } from './controls.js';

/** Understood by every shell; the password is asked for, or read from a pipe. */
const ADD = 'servicedesk agent add --email wang@example.com --name Wang --password-stdin';

/** @param {import('./settings.js').Context} on @returns {import('./frame.js').SettingsView} */
export function teamPage({ me, call, changed }) {
  /** @type {'loading'|'ready'|'failed'} */ let phase = 'loading';
  /** @type {any[]} */ let agents = [];

  const load = async () => {
    phase = 'loading';
    changed();
    try {
      agents = (await call('GET', '/agents?limit=200')).items;
      phase = 'ready';
    } catch {
      phase = 'failed';
    }
    changed();
  };

  /** @param {any} agent */
  const row = (agent) => html`<li class="thing ${agent.active ? '' : 'off'}">
    ${agentAvatar(agent)}
    <div class="thing-what">
      <span class="thing-name"
        >${agent.name}${agent.id === me.agent.id ? html`<span class="chip">${t('common.you')}</span>` : nothing}${agent.active
          ? nothing
          : html`<span class="chip">${t('settings_team.disabled')}</span>`}</span
      >
      <span class="thing-about">${agent.email} · ${t(`settings_team.role_${agent.role}`)}</span>
    </div>
    <span class="thing-about">${agent.active ? t(`agent.state_${agent.online ? agent.availability : 'offline'}`) : nothing}</span>
  </li>`;

  return {
    start: load,
    body() {
      if (phase === 'loading' && agents.length === 0) return html`<p class="page-loading" role="status">${t('common.loading')}</p>`;
      if (phase === 'failed') {
        return html`<p class="page-failed" role="alert">
          ${t('settings_frame.load_failed')}
          <button type="button" class="text-button" @click=${load}>${t('common.retry')}</button>
        </p>`;
      }
      const used = agents.filter((agent) => agent.active).length;
      return html`${section(
          t('settings_team.seats', { used, allowed: me.seats.allowed }),
          html`<progress class="seats" max=${me.seats.allowed} value=${used} aria-label=${t('settings_team.seats_name')}></progress>`,
          t('settings_team.seats_intro'),
        )}
        ${section(t('settings.team'), html`<ul class="things">${agents.map(row)}</ul>`, t('settings_team.roles_intro'))}
        ${section(t('settings_team.add'), codeBlock(ADD, undefined, t('settings_team.add')), t('settings_team.add_intro'))}`;
    },
  };
}
