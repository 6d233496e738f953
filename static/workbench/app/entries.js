/**
 * What the palette offers right now, gathered from the desk: actions on what is selected or open, colleagues it could go to,
 * views with their counts, conversations by the customer's name, the pages of the settings, and what concerns the desk.
 */
import { standing } from './idle.js';
import { html } from '../lit.js';
import { icon } from '../parts/icons.js';
import { agentAvatar, contactAvatar, contactName } from '../parts/people.js';
import { VIEWS } from '../store/rows.js';
import { withKind } from '../parts/message-summary.js';
import { has, plural, t } from './texts.js';
import { when } from '../parts/times.js';
import './later-icons.js';

export { createPaletteSearch } from './palette-search.js';
export { createPalette } from './palette-view.js';

/** Conversations that were open last, without a question; with one, every known conversation is looked through. */
const RECENT = 5;
/** Needless to offer to somebody who is in the palette already. */
const UNSAID = new Set(['palette', 'open', 'back', 'next', 'previous']);

/** @typedef {import('./palette.js').Entry} Entry */

/** @param {import('./page-table.js').PageRow[]} pages @param {boolean} asked  only once something was typed @param {(path:string) => void} go @returns {Entry[]} */
const settingsEntries = (pages, asked, go) =>
  pages.map((page) => ({
    id: `settings:${page.name}`,
    group: 'settings',
    label: t('palette.settings_page', { name: t(page.title) }),
    more: `${page.name.replace('-', ' ')} ${t(page.find)}`,
    mark: icon('settings', 18),
    asked,
    run: () => go(page.path),
  }));

/**
 * Colleagues and teams, to hand what is open or chosen to.
 * @param {object} host
 * @param {import('../store/desk.js').Desk} host.desk
 * @param {Selection} host.selection
 * @param {(team:string) => void} host.toTeam   asks for a note first
 */
function createColleagues({ desk, selection, toTeam }) {
  /** @returns {Entry[]} */
  const colleagues = () => {
    const row = desk.row;
    if (!row && selection.count === 0) return [];
    const give = (/** @type {string|null} */ id) => (selection.count > 0 ? selection.assign(id) : row && desk.assign(row.id, id));
    const now = selection.count > 0 ? undefined : row?.agent_id;
    /** @type {Entry[]} */
    const people = desk.agents
      .filter((agent) => agent.active !== false && agent.id !== now)
      .map((agent) => ({
        id: `assign:${agent.id}`,
        group: 'assign',
        label: agent.id === desk.agent.id ? t('palette.assign_me') : t('palette.assign_to', { name: agent.name }),
        hint: t(`agent.state_${standing(agent)}`),
        more: 'assign',
        mark: agentAvatar(agent, 'small'),
        asked: true,
        next: true,
        run: () => give(agent.id),
      }));
    if (now !== null) {
      people.push({
        id: 'assign:nobody', group: 'assign', label: t('palette.assign_nobody'), more: 'assign unassign', mark: icon('users', 18),
        asked: true, next: true, run: () => give(null),
      });
    }
    const teams = desk.teams.rows
      .filter((team) => selection.count > 0 || team.id !== row?.team_id)
      .map((team) => ({
        id: `team:${team.id}`,
        group: /** @type {const} */ ('assign'),
        label: t('palette.assign_team', { name: team.name }),
        more: 'team transfer',
        mark: icon('users', 18),
        asked: true,
        next: selection.count > 0,
        run: () => (selection.count > 0 ? selection.team(team.id) : toTeam(team.id)),
      }));
    return [...people, ...teams];
  };

  return colleagues;
}

/**
 * What can be done right now, by the actions that have keys.
 * @param {object} host
 * @param {() => import('../store/desk.js').Desk|null} host.desk   of the inbox, while that is seen
 * @param {Record<string, import('../pages/inbox/actions.js').Action>} host.actions
 * @param {() => import('./keymap.js').Keymap} host.keymap
 */
function createDoings({ desk, actions, keymap }) {
  const count = () => desk()?.selection.size ?? 0;
  /** @param {string} id @param {import('../pages/inbox/actions.js').Action} action */
  const name = (id, action) => {
    if (id === 'close' && desk()?.row?.state === 'closed' && count() === 0) return t('palette.act_reopen');
    return has(`palette.act_${id}`) ? t(`palette.act_${id}`) : t(action.label);
  };

  /** @returns {Entry[]} */
  const doings = () =>
    Object.entries(actions).flatMap(([id, action]) => {
      if (UNSAID.has(id) || id.startsWith('view_') || action.when?.() === false) return [];
      /** @type {import('./palette.js').Group} */
      const chosen = count() > 0 ? 'selection' : 'conversation';
      // Ticking rows is about the list as long as none is ticked.
      const ticks = action.group === 'select' && count() === 0;
      const group = ticks ? 'desk' : action.group === 'write' ? 'conversation' : ['conversation', 'select'].includes(action.group) ? chosen : 'desk';
      return [
        {
          id,
          group,
          label: name(id, action),
          more: id.replaceAll('_', ' '),
          key: keymap().keyOf(id),
          mark: icon(action.icon ?? 'arrow-right', 18),
          next: action.group === 'conversation',
          asked: ticks,
          run: action.run,
        },
      ];
    });

  return doings;
}

/**
 * @param {object} host
 * @param {import('../store/desk.js').Desk} host.desk
 * @param {Record<string, import('../pages/inbox/actions.js').Action>} host.actions
 * @param {() => import('./keymap.js').Keymap} host.keymap
 * @param {(id:string) => void} host.open
 * @param {() => string[]} host.recent        conversations that were open, newest first
 * @param {Selection} host.selection
 * @param {(team:string) => void} host.toTeam
 */
function createInboxEntries({ desk, actions, keymap, open, recent, selection, toTeam }) {
  const subject = () => {
    if (selection.count > 0) return plural('palette.selected', selection.count);
    return desk.row ? contactName(desk.row.contact) : null;
  };

  const colleagues = createColleagues({ desk, selection, toTeam });

  /** @returns {Entry[]} */
  const views = () =>
    VIEWS.map((view) => ({
      id: `view:${view}`,
      group: 'view',
      label: t('palette.view', { name: t(`inbox.view_${view}`) }),
      hint: desk.cache.counts?.[view] === null ? '999+' : String(desk.cache.counts?.[view] ?? ''),
      more: view,
      key: keymap().keyOf(`view_${view}`),
      mark: icon('list-filter', 18),
      current: desk.list.view === view,
      run: () => actions[`view_${view}`]?.run(),
    }));

  /** @returns {Entry[]} */
  const conversations = () => {
    const last = new Map(recent().slice(0, RECENT).map((id, index) => [id, index]));
    const now = Date.now();
    /** @param {import('../store/rows.js').Row} row @returns {Entry} */
    const entry = (row) => ({
      id: `conversation:${row.id}`,
      group: 'recent',
      label: contactName(row.contact),
      hint: [withKind(row.last_message?.text ?? null, row.last_message?.media_type, row.last_message?.sender?.kind)?.slice(0, 60), when(row.updated_at, now)].filter(Boolean).join(' · '),
      mark: html`<span class="palette-face">${contactAvatar(row.contact)}</span>`,
      asked: !last.has(row.id),
      run: () => open(row.id),
    });
    const rows = [...desk.cache.rows.values()].filter((row) => row.id !== desk.openId);
    const order = (/** @type {import('../store/rows.js').Row} */ row) => last.get(row.id) ?? RECENT;
    return rows.sort((a, b) => order(a) - order(b) || b.updated_at.localeCompare(a.updated_at)).map(entry);
  };

  /** Those that are known: the others come with the next look. @returns {Entry[]} */
  const macros = () => {
    desk.macros.ensure();
    const chosen = selection.count > 0;
    if (!chosen && !desk.row) return [];
    return desk.macros.rows
      .filter((one) => !one.unreadable)
      .map((one) => ({
        id: `macro:${one.id}`,
        group: chosen ? 'selection' : 'conversation',
        label: t('palette.macro', { name: one.name }),
        more: 'macro',
        mark: icon('zap', 18),
        asked: true,
        run: () => void runMacro(one, chosen ? desk.selection.ids : [/** @type {string} */ (desk.openId)]),
      }));
  };
  /** @param {import('../store/macros.js').Macro} one @param {string[]} ids */
  const runMacro = async (one, ids) => {
    const { confirmMacro, ready } = await import('../thread/macros.js');
    await ready(desk);
    const anchor = document.querySelector('.bulk') ?? document.getElementById('composer-text');
    if (anchor) confirmMacro(desk, /** @type {HTMLElement} */ (anchor), one, ids);
  };

  return {
    subject,
    /** @returns {Entry[]} */
    all: () => [...colleagues(), ...macros(), ...views(), ...conversations()],
  };
}

/** What is ticked in the list, to hand it to somebody. @param {import('../store/desk.js').Desk} desk */
const selectionOf = (desk) => ({
  get count() {
    return desk.selection.size;
  },
  assign(/** @type {string|null} */ agent_id) {
    const { ids } = desk.selection;
    desk.selection.clear();
    desk.actOnAll(ids, 'assign', { agent_id });
  },
  team(/** @type {string} */ team_id) {
    const { ids } = desk.selection;
    desk.selection.clear();
    desk.actOnAll(ids, 'team', { team_id });
  },
});
/** @typedef {ReturnType<typeof selectionOf>} Selection */

/**
 * The entries of the palette, gathered anew at each call.
 * @param {object} host
 * @param {() => import('../store/desk.js').Desk|null} host.whole   the desk as the inbox knows it
 * @param {Record<string, import('../pages/inbox/actions.js').Action>} host.actions
 * @param {() => import('./keymap.js').Keymap} host.keymap
 * @param {(id:string) => void} host.open
 * @param {() => string[]} host.recent        conversations that were open, newest first
 * @param {(team:string) => void} host.toTeam
 * @param {import('./page-table.js').Table} host.table
 * @param {import('./ui.js').Ui} host.ui
 * @param {(path:string) => void} host.go
 */
export function createEntries({ whole, actions, keymap, open, recent, toTeam, table, ui, go }) {
  const desk = () => (ui.sees('inbox') ? whole() : null);
  const doings = createDoings({ desk, actions, keymap });
  /** @type {ReturnType<typeof createInboxEntries>|null} */ let made = null;
  /** Of the inbox, while that is seen. */
  const inbox = () => {
    const known = desk();
    if (known) made ??= createInboxEntries({ desk: known, actions, keymap, open, recent, selection: selectionOf(known), toTeam });
    return known && made;
  };

  return {
    subject: () => inbox()?.subject() ?? null,
    /** @returns {Entry[]} */
    all: () => [...doings(), ...(inbox()?.all() ?? []), ...settingsEntries(table.in('settings'), Boolean(desk()), go)],
  };
}
