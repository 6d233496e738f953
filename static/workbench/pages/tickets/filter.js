/**
 * Conditions for the list: the builder of saved views in a small window, kept as a view of one's own under a name, and shown. Comes with
 * the first use.
 */
import { html, live } from '../../lit.js';
import { filterBuilder } from '../../parts/filter-builder.js';
import { closePopup, openPopup } from '../../parts/popup.js';
import { has, t } from '../../app/texts.js';

const NAME_CHARS = 40;
const FIELDS = ['status', 'category', 'type', 'agent', 'team', 'priority', 'label', 'channel', 'due_in_ms', 'age_ms', 'idle_ms', 'verified'];

/** @typedef {{value:string, label:string}} Choice */

/** What there is to choose, by field. @param {import('../../store/desk.js').Desk} desk @param {import('../../store/tickets/tickets.js').Tickets} tickets @param {Choice[]} priority @returns {import('../../parts/filter-words.js').Choices} */
const choicesOf = (desk, tickets, priority) => ({
  status: tickets.statuses.map(({ id, name }) => ({ value: id, label: name })),
  category: ['new', 'open', 'pending', 'on_hold', 'solved', 'closed'].map((value) => ({ value, label: t(`tickets.category_${value}`) })),
  type: tickets.types.map(({ id, name }) => ({ value: id, label: name })),
  agent: [{ value: 'me', label: t('common.me') }, ...desk.agents.filter((one) => one.active).map(({ id, name }) => ({ value: id, label: name }))],
  team: desk.teams.rows.map(({ id, name }) => ({ value: id, label: name })),
  priority,
  label: desk.labels.search('').map(({ name }) => ({ value: name, label: name })),
  channel: ['web', 'api'].map((value) => ({ value, label: t(`common.channel_${value}`) })),
});

/**
 * @param {HTMLElement} anchor
 * @param {object} host
 * @param {import('../../store/desk.js').Desk} host.desk
 * @param {import('../../store/tickets/tickets.js').Tickets} host.tickets
 * @param {Choice[]} host.priorities   said by the page: this piece is built on the settings' and shares nothing with it
 * @param {(view:string) => void} host.show
 */
export function openFilter(anchor, { desk, tickets, priorities, show }) {
  const choices = choicesOf(desk, tickets, priorities);
  const here = {
    name: '',
    /** @type {any} */ filter: { all: [{ field: 'status', op: 'is', value: choices.status[0]?.value ?? '' }] },
    wrong: '',
    busy: false,
  };
  /** @type {(() => void)|null} */ let draw = null;
  const set = (/** @type {Partial<typeof here>} */ change) => {
    Object.assign(here, change);
    draw?.();
  };
  const fields = FIELDS.filter((field) => !(field in choices) || choices[field].length > 0);
  /** @param {Event} event */
  const keep = async (event) => {
    event.preventDefault();
    if (here.busy) return;
    set({ busy: true, wrong: '' });
    try {
      const view = await tickets.api.addView({ name: here.name.trim(), filter: { all: [{ field: 'kind', op: 'is', value: 'ticket' }, here.filter] }, sort: 'due', shared: false });
      closePopup();
      await desk.views.load();
      show(view.id);
    } catch (error) {
      const { field, code } = /** @type {import('../../api.js').Problem} */ (error);
      set({ busy: false, wrong: t(field?.startsWith('name') ? 'tickets.filter_wrong_name' : field?.startsWith('filter') ? 'tickets.filter_wrong' : has(`error.${code}`) ? `error.${code}` : 'error.unexpected', { seconds: 0 }) });
    }
  };
  draw = openPopup(
    anchor,
    t('tickets.add_condition'),
    () => html`<form class="popup-form ticket-filter" @submit=${keep}>
      ${filterBuilder({ id: 'ticket-filter', fields, choices })(here.filter, (filter) => set({ filter, wrong: '' }))}
      <label for="ticket-filter-name">${t('tickets.filter_name')}</label>
      <input id="ticket-filter-name" required maxlength=${NAME_CHARS} autocomplete="off" .value=${live(here.name)} @input=${(/** @type {FieldEvent} */ event) => {
        here.name = event.target.value;
      }} />
      <p class="field-error" role="alert">${here.wrong}</p>
      <button class="button primary" aria-busy=${here.busy}>${t('tickets.filter_keep')}</button>
    </form>`,
  );
}
