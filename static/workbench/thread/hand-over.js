/**
 * Handing a conversation to a colleague or to a team, with a note that only the team sees: whom, by typing, then what they should
 * know. Loaded when used.
 */
import { standing } from '../app/idle.js';
import { keyText } from '../app/combo.js';
import { html } from '../lit.js';
import { icon } from '../parts/icons.js';
import { agentAvatar } from '../parts/people.js';
import { openPicker } from '../parts/picker.js';
import { closePopup, openPopup } from '../parts/popup.js';
import { t } from '../app/texts.js';
import { perform, there } from './perform.js';

/** Characters of a note, as the desk takes them. */
const NOTE_MAX = 2000;

/** @typedef {import('../store/desk.js').Desk} Desk */
/** @typedef {{agent_id:string}|{team_id:string}} To */

/** @param {Desk} desk @param {To} to */
const nameOf = (desk, to) => ('team_id' in to ? desk.teams.rows.find((team) => team.id === to.team_id)?.name : desk.agentName(to.agent_id)) ?? '';

/** Asks for the note. @param {Desk} desk @param {HTMLElement} anchor @param {string[]} ids @param {To} to */
function askNote(desk, anchor, ids, to) {
  const title = t('thread.hand_to', { name: nameOf(desk, to) });
  /** @param {HTMLTextAreaElement} field */
  const go = (field) => {
    const note = field.value.trim();
    closePopup();
    perform(desk, ids, 'team_id' in to ? 'team' : 'assign', { ...to, note });
  };
  openPopup(
    anchor,
    title,
    () => html`<form
      class="popup-form"
      @submit=${(/** @type {SubmitEvent & {target: HTMLFormElement}} */ event) => {
        event.preventDefault();
        go(/** @type {HTMLTextAreaElement} */ (event.target.elements.namedItem('note')));
      }}
    >
      <strong>${title}</strong>
      <label for="hand-note">${t('thread.hand_note')}</label>
      <textarea
        id="hand-note"
        name="note"
        rows="3"
        maxlength=${NOTE_MAX}
        autofocus
        placeholder=${t('thread.hand_note_hint')}
        @keydown=${(/** @type {KeyboardEvent & {target: HTMLTextAreaElement}} */ event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          go(event.target);
        }}
      ></textarea>
      <button class="button primary">${t('thread.hand_over')}<kbd class="no-phone" aria-hidden="true">${keyText('Enter')}</kbd></button>
    </form>`,
  );
}

/**
 * Hands one conversation over; where it is not said to whom, that is asked first.
 * @param {Desk} desk @param {HTMLElement} anchor @param {string[]} ids @param {To} [to]
 */
export function handOver(desk, anchor, ids, to) {
  if (to) return askNote(desk, anchor, ids, to);
  const here = new Set(ids.map((id) => desk.cache.rows.get(id)?.agent_id));
  const people = desk.agents.filter((agent) => agent.active && !(here.size === 1 && here.has(agent.id)));
  const options = [
    ...people.map((agent) => ({ id: agent.id, label: agent.name, hint: t(`agent.state_${standing(agent)}`), mark: agentAvatar(agent, 'small') })),
    ...desk.teams.rows.map((team) => ({ id: team.id, label: team.name, hint: there(desk, team), mark: icon('users', 18) })),
  ];
  const teams = new Set(desk.teams.rows.map((team) => team.id));
  openPicker(anchor, {
    label: t('thread.hand_over'),
    placeholder: t('thread.hand_find'),
    nothing: t('thread.hand_none'),
    options: (query) => options.filter((one) => one.label.toLowerCase().includes(query.toLowerCase())),
    // Once the window with the names is gone.
    choose: ({ id }) => void setTimeout(() => askNote(desk, anchor, ids, teams.has(id) ? { team_id: id } : { agent_id: id })),
  });
}
