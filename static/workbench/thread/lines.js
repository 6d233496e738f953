/** What happened in a conversation besides words, as sentences. */
import { t } from '../app/texts.js';
import { chosen, clock } from '../parts/times.js';
import { nameOfOther } from './merged.js';

/**
 * Why the desk gave it to somebody, or took it from them.
 * @param {import('../../im/types.js').EventEntry} entry @param {string} agent
 */
function routed(entry, agent) {
  const code = entry.why?.code;
  const why = code ? t(`lines.why_${code}`) : '';
  return why ? t('lines.routed_why', { agent, why }) : t('lines.routed', { agent });
}

/** @param {import('../../im/types.js').EventEntry} entry @param {(id:string) => string} nameOf */
function left(entry, nameOf) {
  const { code, agent_id } = entry.why ?? {};
  const agent = agent_id ? nameOf(agent_id) : '';
  return code && (agent || code === 'team_changed') ? t(`lines.left_${code}`, { agent }) : t('lines.left');
}

/** @param {import('../../im/types.js').EventEntry} entry */
function lateness({ clock: which, alarm, due_at }) {
  const time = clock(due_at ?? '');
  return alarm === 'broken' ? t(`lines.overdue_${which}`, { time }) : t(`lines.due_${which}`, { time });
}

/** What a link to another conversation came from, where nobody chose it. @type {Record<string, string>} */
const LINKS = { merged: 'merge.line_merged_here', unmerged: 'merge.line_unmerged_here', split: 'merge.line_split', source: 'merge.line_source' };

/**
 * What changed about a ticket, the first change that has words.
 * @param {import('../../im/types.js').EventEntry} entry @param {string} by
 */
function changed({ changes = [] }, by) {
  const [one] = changes;
  const to = one?.to;
  switch (one?.field) {
    case 'title':
      return t('lines.ticket_title', { by, to: to ?? '' });
    case 'status':
      return t('lines.ticket_status', { by, to: to?.name ?? t(`lines.category_${to?.category ?? 'open'}`) });
    case 'type':
      return to ? t('lines.ticket_type', { by, to: to.name ?? '' }) : t('lines.ticket_no_type', { by });
    case 'due_at':
      return to ? t('lines.ticket_due', { by, to: chosen(to) }) : t('lines.ticket_no_due', { by });
    case 'followers':
      return t('lines.ticket_followers', { by });
    case 'link':
      return t('lines.linked', { by });
    default:
      return one?.field.startsWith('field:') ? t('lines.ticket_field', { by, field: one.field.slice('field:'.length) }) : t('thread.line_other');
  }
}

/** What somebody is called. @param {import('../store/desk.js').Desk} desk @param {import('../../im/types.js').Member} [member] */
export const nameOf = (desk, member) =>
  !member || member.kind === 'system'
    ? t('thread.system')
    : member.id === desk.agent.id
      ? t('common.you')
      : (member.name ?? desk.agentName(member.id) ?? t(`thread.sender_${member.kind}`));

/**
 * @param {import('../store/desk.js').Desk} desk @param {import('../../im/types.js').EventEntry} entry
 * @returns {string}
 */
export function lineText(desk, entry) {
  /** @param {string} id */
  const agentName = (id) => (id === desk.agent.id ? t('common.you') : (desk.agentName(id) ?? ''));
  const by = nameOf(desk, entry.by);
  const agent = entry.agent_id === desk.agent.id ? t('common.you') : (entry.agent_name ?? agentName(entry.agent_id ?? ''));
  const byDesk = entry.by?.kind === 'system';
  const note = entry.note ?? '';
  switch (entry.kind) {
    case 'assigned':
      if (byDesk) return routed(entry, agent);
      if (entry.why?.code === 'taken_over') return t('lines.took_over', { by });
      return entry.by?.id === entry.agent_id ? t('thread.line_took', { by }) : t('thread.line_assigned', { by, agent });
    case 'unassigned':
      return byDesk ? left(entry, agentName) : t('thread.line_unassigned', { by });
    case 'transferred':
      return t(note ? 'thread.line_transferred_note' : 'thread.line_transferred', { by, agent, note });
    case 'team':
      if (!entry.team_id) return t('lines.team_none', { by });
      return t(note ? 'lines.team_note' : 'lines.team', { by, team: entry.team_name ?? '', note });
    case 'priority':
      return t(`lines.priority_${entry.priority}`, { by });
    case 'clock':
      return lateness(entry);
    case 'ticket':
      return t('lines.ticket', { by, name: desk.cache.rows.get(entry.conversation_id)?.ticket?.name ?? `#${entry.number}` });
    case 'ticket_changed':
      return changed(entry, by);
    case 'no_answer_needed':
      return t('lines.no_answer_needed', { by });
    case 'state':
      return t(entry.reason ? 'thread.line_handed' : `thread.line_state_${entry.state}`, { by });
    case 'rated':
      return t(entry.comment ? 'thread.line_rated_comment' : 'thread.line_rated', { score: entry.score ?? 0, comment: entry.comment ?? '' });
    case 'labels':
      return entry.labels?.length
        ? t('thread.line_labels', { by, labels: entry.labels.join(t('common.list_comma')) })
        : t('thread.line_labels_none', { by });
    case 'merged':
      return t('merge.line_merged', { by, name: nameOfOther(desk, entry.into ?? '') });
    case 'unmerged':
      return t('merge.line_unmerged', { by });
    case 'linked':
      return entry.link && LINKS[entry.link] ? t(LINKS[entry.link], { by }) : t('lines.linked', { by });
    default:
      return t('thread.line_other');
  }
}
