/** Colleagues who are in a conversation right now. */
import { html, nothing } from '../lit.js';
import { agentAvatar, dots } from '../parts/people.js';
import { t } from '../app/texts.js';

/** Colleagues here: typing first, then looking. @param {import('../store/desk.js').Desk} desk @param {string} id */
export function company(desk, id) {
  const writing = desk.presence.writing(id).filter((one) => one.member.kind === 'agent' && one.member.id !== desk.agent.id);
  const looking = desk.presence.viewing(id, desk.agent.id);
  const who = writing[0]?.member.id ?? looking[0];
  if (!who) return null;
  const name = desk.agentName(who) ?? writing[0]?.member.name ?? '';
  const looksIn = Boolean(desk.presence.agent(who)?.looksIn);
  return { id: who, name, looksIn, writing: writing.length > 0, more: new Set([...writing.map((one) => one.member.id), ...looking]).size - 1 };
}

/** @param {import('../store/desk.js').Desk} desk @param {string} id */
export function companyPill(desk, id) {
  const here = company(desk, id);
  if (!here) return nothing;
  return html`<span class="company" role="status">
    ${agentAvatar(here, 'small')}
    <span
      >${t(here.writing ? 'thread.company_writing' : here.looksIn ? 'thread.company_looks_in' : 'thread.company_here', { name: here.name })}${here.more > 0
        ? ` +${here.more}`
        : ''}</span
    >
    ${here.writing ? dots : nothing}
  </span>`;
}
