/**
 * Done for today: what is left goes to a colleague, a team or back into the queue, each with a note, as the routing would do it unless
 * somebody chooses otherwise; then the agent is offline. Loaded when used.
 */
import { html, live, nothing, render } from '../lit.js';
import { contactName } from '../parts/people.js';
import { span } from '../parts/times.js';
import { standing } from './idle.js';
import { loadStyle } from './load-style.js';
import { laterWords } from './page-table.js';
import { plural, t } from './texts.js';

const NOTE_CHARS = 2000;

/** @typedef {import('../store/core.js').Core} Core */
/** @typedef {{conversation:import('../store/rows.js').Row, suggestion:{agent_id:string|null, team_id:string|null, why:{code:string}|null}}} Left */
/** @typedef {{left:Left, to:string, note:string}} Item  `to` = `agent:…`, `team:…`, `queue` or `keep` */

/** Where the routing would take it. @param {Left} left */
const suggested = ({ suggestion: { agent_id, team_id } }) => (agent_id ? `agent:${agent_id}` : team_id ? `team:${team_id}` : 'queue');

/** Tickets, and what was put off, stay with their agent unless they say otherwise. @param {Left} left @returns {Item} */
const begun = (left) => ({ left, to: left.conversation.ticket || left.conversation.state === 'snoozed' ? 'keep' : suggested(left), note: '' });

/** As the desk takes it. @param {Item} item */
export function sent({ left, to, note }) {
  const [kind, id] = to.split(':');
  return { conversation_id: left.conversation.id, ...(kind === 'agent' ? { agent_id: id } : kind === 'team' ? { team_id: id } : {}), ...(note.trim() ? { note: note.trim() } : {}) };
}

/** How long the customer has waited, once that is worth a word. @param {string|null} since @param {number} now */
const waited = (since, now) => (since && now - Date.parse(since) >= 60_000 ? t('shift.waits', { time: span(since, now) }) : null);

/**
 * One conversation with where it goes.
 * @param {Core} desk @param {import('../answers.js').Team[]} teams @param {Item} item @param {number} at @param {() => void} draw
 */
function row(desk, teams, item, at, draw) {
  const { conversation } = item.left;
  const now = Date.now();
  const facts = [
    conversation.last_message?.text?.slice(0, 80),
    conversation.state === 'snoozed' ? t('shift.snoozed') : waited(conversation.waiting_since, now),
  ];
  const colleagues = desk.agents.filter((agent) => agent.active !== false && agent.id !== desk.agent.id);
  const best = suggested(item.left);
  /** @param {string} value @param {string} label */
  const option = (value, label) => html`<option value=${value} ?selected=${item.to === value}>${value === best ? t('shift.suggested', { name: label }) : label}</option>`;
  return html`<li class="left-one">
    <div class="left-what"><strong>${contactName(conversation.contact)}</strong><span>${facts.filter(Boolean).join(' · ')}</span></div>
    <label class="hidden" for="left-to-${at}">${t('shift.goes_to', { name: contactName(conversation.contact) })}</label>
    <span class="select"
      ><select
        id="left-to-${at}"
        @change=${(/** @type {FieldEvent} */ event) => {
          item.to = event.target.value;
          draw();
        }}
      >
        ${option('queue', t('shift.to_queue'))} ${option('keep', t('shift.to_keep'))}
        ${teams.length ? html`<optgroup label=${t('shift.teams')}>${teams.map((team) => option(`team:${team.id}`, team.name))}</optgroup>` : nothing}
        ${colleagues.length
          ? html`<optgroup label=${t('shift.colleagues')}>
              ${colleagues.map((agent) => option(`agent:${agent.id}`, `${agent.name} (${t(`agent.state_${standing(agent)}`)})`))}
            </optgroup>`
          : nothing}
      </select></span
    >
    ${item.to === 'keep'
      ? nothing
      : html`<input
          class="input"
          maxlength=${NOTE_CHARS}
          autocomplete="off"
          placeholder=${t('shift.note')}
          aria-label=${t('shift.note_for', { name: contactName(conversation.contact) })}
          .value=${live(item.note)}
          @input=${(/** @type {FieldEvent} */ event) => (item.note = event.target.value)}
        />`}
  </li>`;
}

/** What the desk said against it, in words. @param {Item[]} given @param {import('../api.js').Problem} error */
function wrong(given, error) {
  const place = Number(/^items\[(\d+)\]/.exec(error.field ?? '')?.[1] ?? Number.NaN);
  const item = given[place];
  return item ? t('shift.left_wrong', { name: contactName(item.left.conversation.contact) }) : t('shift.left_failed');
}

/**
 * Opens the dialog.
 * @param {Core} desk
 */
export async function openHandOver(desk) {
  /** @type {Item[]} */ let items;
  /** @type {import('../answers.js').Team[]} */ let teams;
  try {
    // Colleagues are known a moment after the page is there.
    const known = desk.agents.length > 0 ? null : desk.loadAgents();
    const [, , left, all] = await Promise.all([laterWords('shift'), loadStyle('shift'), desk.api.left(), desk.api.teams(), known]);
    items = left.items.map(begun);
    teams = all.items;
  } catch (error) {
    return desk.failed(error);
  }
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog dialog-left';
  dialog.setAttribute('aria-labelledby', 'left-title');
  let busy = false;
  let trouble = '';
  const opener = /** @type {HTMLElement|null} */ (document.activeElement);
  const close = () => dialog.close();
  const go = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (busy) return;
    const given = items.filter((item) => item.to !== 'keep');
    busy = true;
    draw();
    try {
      Object.assign(desk.agent, await desk.api.handOver(given.map(sent)));
    } catch (error) {
      busy = false;
      trouble = wrong(given, /** @type {import('../api.js').Problem} */ (error));
      draw();
      return;
    }
    close();
    desk.touch('frame');
    desk.notify({ text: given.length ? plural('shift.left_done', given.length) : t('shift.left_offline'), icon: 'circle-check' });
  };
  const draw = () =>
    render(
      html`<form class="dialog-body" @submit=${go}>
        <h2 id="left-title">${t('shift.done_for_today')}</h2>
        <p>${items.length ? plural('shift.left_intro', items.length) : t('shift.left_nothing')}</p>
        ${items.length
          ? html`<ul class="left">
              ${items.map((item, at) => row(desk, teams, item, at, draw))}
            </ul>`
          : nothing}
        <p class="field-error" role="alert">${trouble}</p>
        <div class="dialog-actions">
          <button type="button" class="button" @click=${close}>${t('shift.not_yet')}</button>
          <button type="submit" class="button primary" aria-busy=${busy}>${t(items.some((item) => item.to !== 'keep') ? 'shift.hand_over' : 'shift.go_offline')}</button>
        </div>
      </form>`,
      dialog,
    );
  draw();
  dialog.addEventListener('click', (event) => event.target === dialog && close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    opener?.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}
