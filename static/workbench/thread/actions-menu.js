/** The menus of what can be done to conversations, for one that is open, one in the list, or all that are selected. */
import { standing } from '../app/idle.js';
import { keyText } from '../app/combo.js';
import { html } from '../lit.js';
import { icon } from '../parts/icons.js';
import { agentAvatar } from '../parts/people.js';
import { t } from '../app/texts.js';
import { clock, dayAndMonth } from '../parts/times.js';
import { openMenu } from '../parts/menu.js';
import { openPicker } from '../parts/picker.js';
import { closePopup, openPopup } from '../parts/popup.js';
import { handOverMenu, perform, performOnWhole, snoozeTimes, there } from './perform.js';

/** @typedef {import('../store/desk.js').Desk} Desk */

/** What all of them have in common; undefined = they differ. @template T @param {Desk} desk @param {string[]} ids @param {(row:import('../store/rows.js').Row) => T} of */
function common(desk, ids, of) {
  const values = new Set(ids.map((id) => desk.cache.rows.get(id)).flatMap((row) => (row ? [of(row)] : [])));
  return values.size === 1 ? [...values][0] : undefined;
}

/** Whom to give the conversations to. @param {Desk} desk @param {HTMLElement} anchor @param {string[]} ids */
export function assignMenu(desk, anchor, ids) {
  const me = desk.agent.id;
  const now = common(desk, ids, (row) => row.agent_id);
  const teamNow = common(desk, ids, (row) => row.team_id);
  const colleagues = desk.agents.filter((agent) => agent.active && agent.id !== me);
  // A note is about one conversation.
  const one = ids.length === 1 && !desk.selection.whole;
  /** @param {string|null} agent_id */
  const give = (agent_id) => () => perform(desk, ids, 'assign', { agent_id });
  /** @param {any} agent */
  const face = (agent) => html`${agentAvatar(agent, 'small')}`;
  openMenu(anchor, t('thread.assign'), [
    { items: [{ label: t('thread.assign_me'), hint: 'M', mark: face(desk.agent), checked: now === me, run: give(me) }] },
    {
      label: colleagues.length ? t('thread.colleagues') : undefined,
      items: colleagues.map((agent) => ({
        label: agent.name,
        hint: t(`agent.state_${standing(agent)}`),
        mark: face(agent),
        checked: now === agent.id,
        run: give(agent.id),
      })),
    },
    {
      label: desk.teams.rows.length ? t('thread.teams') : undefined,
      items: desk.teams.rows.map((team) => ({
        label: team.name,
        hint: there(desk, team),
        mark: icon('users', 18),
        checked: team.id === teamNow,
        run: () => (one ? handOverMenu(desk, anchor, ids, { team_id: team.id }) : perform(desk, ids, 'team', { team_id: team.id })),
      })),
    },
    {
      items: [
        { label: t('thread.assign_nobody'), checked: now === null, run: give(null) },
        ...(one ? [{ label: t('thread.hand_over_note'), hint: keyText('Shift+a'), run: () => handOverMenu(desk, anchor, ids) }] : []),
      ],
    },
  ]);
}

/** @param {Date} at as a field for a date and a time takes it */
const local = (at) => new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

/** @param {Desk} desk @param {HTMLElement} anchor @param {string[]} ids */
function snoozeAt(desk, anchor, ids) {
  const { tomorrow } = snoozeTimes(new Date());
  openPopup(
    anchor,
    t('thread.snooze'),
    () => html`<form
      class="popup-form"
      @submit=${(/** @type {SubmitEvent & {target: HTMLFormElement}} */ event) => {
        event.preventDefault();
        const { until } = /** @type {HTMLFormControlsCollection & {until: HTMLInputElement}} */ (event.target.elements);
        const at = new Date(until.value);
        if (Number.isNaN(at.getTime()) || at.getTime() <= Date.now()) return until.focus();
        closePopup();
        perform(desk, ids, 'snooze', { until: at.toISOString() });
      }}
    >
      <label for="snooze-until">${t('thread.snooze_until')}</label>
      <input id="snooze-until" name="until" type="datetime-local" required min=${local(new Date())} .value=${local(tomorrow)} />
      <button class="button primary">${t('thread.snooze')}</button>
    </form>`,
  );
}

/** Until when to put the conversations off. @param {Desk} desk @param {HTMLElement} anchor @param {string[]} ids */
export function snoozeMenu(desk, anchor, ids) {
  const [id] = ids;
  const waits = ids.length === 1 && desk.cache.rows.get(id)?.waiting_since;
  openMenu(anchor, t('thread.snooze'), [
    ...(waits ? [{ items: [{ label: t('inbox.key_no_answer'), hint: 'Q', run: () => desk.noAnswer(id) }] }] : []),
    {
      items: Object.entries(snoozeTimes(new Date())).map(([name, at]) => ({
        label: t(`thread.snooze_${name}`),
        hint: name === 'monday' ? dayAndMonth(at) : clock(at.toISOString()),
        run: () => perform(desk, ids, 'snooze', { until: at.toISOString() }),
      })),
    },
    {
      items: [
        { label: t('thread.snooze_reply'), run: () => perform(desk, ids, 'snooze', { until: null }) },
        { label: t('thread.snooze_at'), run: () => setTimeout(() => snoozeAt(desk, anchor, ids)) },
      ],
    },
  ]);
}

const PRIORITIES = /** @type {const} */ (['urgent', 'high', 'normal', 'low']);

/** How urgent the conversations are. @param {Desk} desk @param {HTMLElement} anchor @param {string[]} ids */
export function priorityMenu(desk, anchor, ids) {
  const now = common(desk, ids, (row) => row.priority ?? 'normal');
  openMenu(anchor, t('thread.priority'), [
    {
      items: PRIORITIES.map((priority) => ({
        label: t(`thread.priority_${priority}`),
        checked: priority === now,
        run: () => perform(desk, ids, 'priority', { priority }),
      })),
    },
  ]);
}

/** Labels to give or to take away. @param {Desk} desk @param {HTMLElement} anchor @param {string[]} ids */
export function labelMenu(desk, anchor, ids) {
  // The selection is let go only when the window closes: several labels can be given.
  const chosen = [...ids];
  const { whole } = desk.selection;
  const has = (/** @type {string} */ name) => chosen.every((id) => desk.cache.rows.get(id)?.labels.includes(name));
  /** @param {string} name */
  const toggle = (name) => {
    const action = has(name) ? 'unlabel' : 'label';
    desk.labels.expect(name);
    if (whole) performOnWhole(desk, action, { labels: [name] });
    else if (chosen.length === 1) desk.act(chosen[0], action, { labels: [name] }, true);
    else desk.actOnAll(chosen, action, { labels: [name] });
  };
  openPicker(anchor, {
    label: t('thread.labels'),
    placeholder: t('thread.labels_find'),
    nothing: t('thread.labels_none'),
    several: true,
    options: (query) =>
      desk.labels.search(query).map((label) => ({
        id: label.id,
        label: label.name,
        mark: html`<i class="label-dot series-${desk.labels.colour(label.name)}"></i>`,
        hint: label.conversations ? String(label.conversations) : undefined,
        checked: has(label.name),
      })),
    choose: (option) => toggle(option.label),
    create: { label: (query) => t('thread.labels_create', { name: query }), run: toggle },
  });
}
