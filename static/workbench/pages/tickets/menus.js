/** Menus of what can be done to tickets: one that is open, one in the list, or all that are chosen. */
import { standing } from '../../app/idle.js';
import { html, nothing } from '../../lit.js';
import { icon } from '../../parts/icons.js';
import { openMenu } from '../../parts/menu.js';
import { openPicker } from '../../parts/picker.js';
import { agentAvatar } from '../../parts/people.js';
import { closePopup, openPopup } from '../../parts/popup.js';
import { lang, t } from '../../app/texts.js';
import { CATEGORIES, PRIORITIES, following, isDone, labelOf } from '../../store/tickets/ticket.js';
import { fieldControl, isGiven } from '../../thread/ticket-fields.js';
import { bars, statusIcon } from './icons.js';
import { openLinkPicker } from './links.js';
import { priorityName } from './words.js';

/** @typedef {import('../../store/tickets/tickets.js').Tickets} Tickets */

/** @param {Date} at as a field for a date and a time takes it */
const local = (at) => new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

/**
 * Menus of what one ticket and many have alike.
 * @param {object} host
 * @param {import('../../store/desk.js').Desk} host.desk
 * @param {Tickets} host.tickets
 */
function createChoices({ desk, tickets }) {
  /** What all of them have in common; undefined = they differ. @template T @param {string[]} ids @param {(ticket:import('../../store/tickets/ticket.js').Ticket) => T} of */
  const common = (ids, of) => {
    const values = new Set(ids.flatMap((id) => tickets.rows.get(id) ?? []).map(of));
    return values.size === 1 ? [...values][0] : undefined;
  };
  /** @param {string[]} ids */
  const quiet = (ids) => ({ quiet: ids.length === 1 && !tickets.selection.has(ids[0]) });
  /** @param {string[]} ids @param {import('../../store/tickets/actions.js').ActionName} action @param {import('../../store/tickets/actions.js').How} how @param {{quiet?:boolean, key?:string}} [say] */
  const act = (ids, action, how, say = quiet(ids)) => {
    if (ids.some((id) => tickets.selection.has(id)) && action !== 'label' && action !== 'unlabel') tickets.selection.clear();
    return tickets.act(ids, action, how, say);
  };

  /** @param {HTMLElement} anchor @param {string[]} ids */
  const status = (anchor, ids) => {
    const now = common(ids, (one) => one.status_id);
    const from = common(ids, (one) => one.category);
    const offered = following(tickets.statuses, from);
    openMenu(
      anchor,
      t('tickets.col_status'),
      CATEGORIES.map((category) => ({
        items: offered
          .filter((one) => one.category === category)
          .map((one) => ({ label: one.name, mark: statusIcon(category), checked: one.id === now, run: () => act(ids, 'status', { status_id: one.id }, isDone(category) ? { key: 'tickets.done_solve' } : quiet(ids)) })),
      })),
    );
  };
  /** @param {HTMLElement} anchor @param {string[]} ids */
  const priority = (anchor, ids) => {
    const now = common(ids, (one) => one.priority);
    openMenu(anchor, t('tickets.col_priority'), [{ items: PRIORITIES.map((one) => ({ label: priorityName(one), mark: bars(one), checked: one === now, run: () => act(ids, 'priority', { priority: one }) })) }]);
  };
  /** @param {HTMLElement} anchor @param {string[]} ids */
  const assign = (anchor, ids) => {
    const now = common(ids, (one) => one.agent_id);
    const team = common(ids, (one) => one.team_id);
    const me = desk.agent.id;
    /** @param {any} agent */
    const face = (agent) => html`${agentAvatar(agent, 'small')}`;
    /** @param {string|null} agent_id */
    const give = (agent_id) => () => act(ids, 'assign', { agent_id });
    const colleagues = desk.agents.filter((agent) => agent.active && agent.id !== me);
    openMenu(anchor, t('thread.assign'), [
      { items: [{ label: t('thread.assign_me'), hint: 'M', mark: face(desk.agent), checked: now === me, run: give(me) }] },
      { label: colleagues.length ? t('thread.colleagues') : undefined, items: colleagues.map((agent) => ({ label: agent.name, hint: t(`agent.state_${standing(agent)}`), mark: face(agent), checked: now === agent.id, run: give(agent.id) })) },
      { label: desk.teams.rows.length ? t('thread.teams') : undefined, items: desk.teams.rows.map((one) => ({ label: one.name, mark: icon('users', 18), checked: one.id === team, run: () => act(ids, 'team', { team_id: one.id }) })) },
      { items: [{ label: t('thread.assign_nobody'), checked: now === null, run: give(null) }] },
    ]);
  };
  /** @param {HTMLElement} anchor @param {string[]} ids */
  const label = (anchor, ids) => {
    const chosen = [...ids];
    const has = (/** @type {string} */ name) => chosen.every((id) => tickets.rows.get(id)?.labels.includes(name));
    /** @param {string} name */
    const toggle = (name) => {
      const action = has(name) ? 'unlabel' : 'label';
      desk.labels.expect(name);
      act(chosen, action, { labels: [name] }, { quiet: chosen.length === 1 });
    };
    openPicker(anchor, {
      label: t('thread.labels'),
      placeholder: t('thread.labels_find'),
      nothing: t('thread.labels_none'),
      several: true,
      options: (query) =>
        desk.labels.search(query).map((one) => ({ id: one.id, label: one.name, mark: html`<i class="label-dot series-${desk.labels.colour(one.name)}"></i>`, checked: has(one.name) })),
      choose: (option) => toggle(option.label),
      create: { label: (query) => t('thread.labels_create', { name: query }), run: toggle },
    });
  };
  return { status, priority, assign, label };
}

/** What a type asks for before it can be taken. @param {HTMLElement} anchor @param {import('../../store/tickets/ticket.js').Field[]} fields @param {(values:Record<string, any>) => void} done */
function askFields(anchor, fields, done) {
  /** @type {Record<string, any>} */ const values = {};
  let tried = false;
  const missing = (/** @type {import('../../store/tickets/ticket.js').Field} */ field) => tried && !isGiven(field, values[field.key]);
  /** @type {(() => void)|null} */ let draw = null;
  draw = openPopup(
    anchor,
    t('tickets.col_type'),
    () => html`<form
      class="popup-form type-form"
      novalidate
      @submit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        tried = true;
        draw?.();
        const wrong = fields.find(missing);
        if (wrong) return document.getElementById(`type-${wrong.key}`)?.focus();
        closePopup();
        done(values);
      }}
    >
      ${fields.map(
        (field) => html`<label for="type-${field.key}">${labelOf(field, lang)}</label>
          ${fieldControl(field, { id: `type-${field.key}`, value: values[field.key], wrong: missing(field), look: 'prop-field', set: (value) => (values[field.key] = value) })}
          ${missing(field) ? html`<p class="field-error" role="alert">${t('ticket_new.wrong_required')}</p>` : nothing}`,
      )}
      <button class="button primary">${t('tickets.set')}</button>
    </form>`,
  );
}

/**
 * Menus of what one ticket alone has.
 * @param {object} host
 * @param {import('../../store/desk.js').Desk} host.desk
 * @param {Tickets} host.tickets
 */
function createProperties({ desk, tickets }) {
  /** @param {HTMLElement} anchor @param {string} id @param {(error:import('../../api.js').Problem) => void} refused */
  const type = (anchor, id, refused) => {
    const now = tickets.rows.get(id)?.type_id ?? null;
    /** @param {string|null} type_id @param {Record<string, any>} [fields] */
    const keep = async (type_id, fields) => {
      const found = tickets.type(type_id);
      const error = await tickets.change(id, { type_id, ...(fields ? { fields } : {}) }, { type_id, type: found && { id: found.id, name: found.name } });
      if (error) refused(error);
    };
    const set = (/** @type {string|null} */ type_id) => () => {
      const has = tickets.opened.ticket?.fields ?? {};
      const asked = (tickets.type(type_id)?.fields ?? []).filter((field) => field.required && !isGiven(field, has[field.key]));
      // The menu closes first: the window opens beside the same button.
      if (asked.length > 0) setTimeout(() => askFields(anchor, asked, (fields) => keep(type_id, fields)));
      else keep(type_id);
    };
    openMenu(anchor, t('tickets.col_type'), [
      { items: tickets.types.map((one) => ({ label: one.name, checked: one.id === now, run: set(one.id) })) },
      { items: [{ label: t('tickets.no_type'), checked: now === null, run: set(null) }] },
    ]);
  };
  /** @param {HTMLElement} anchor @param {string} id @param {(error:import('../../api.js').Problem) => void} refused */
  const due = (anchor, id, refused) => {
    const now = tickets.rows.get(id)?.due_at ?? null;
    const tonight = new Date();
    tonight.setHours(17, 0, 0, 0);
    /** @param {string|null} due_at */
    const set = async (due_at) => {
      closePopup();
      const error = await tickets.change(id, { due_at });
      if (error) refused(error);
    };
    openPopup(
      anchor,
      t('tickets.col_due'),
      () => html`<form
        class="popup-form"
        @submit=${(/** @type {SubmitEvent & {target: HTMLFormElement}} */ event) => {
          event.preventDefault();
          const field = /** @type {HTMLInputElement} */ (event.target.elements.namedItem('due'));
          const at = new Date(field.value);
          if (Number.isNaN(at.getTime())) return field.focus();
          set(at.toISOString());
        }}
      >
        <label for="ticket-due-at">${t('tickets.col_due')}</label>
        <input id="ticket-due-at" name="due" type="datetime-local" required .value=${local(now ? new Date(now) : tonight)} />
        <button class="button primary">${t('tickets.set')}</button>
        ${now ? html`<button type="button" class="text-button quiet" @click=${() => set(null)}>${t('tickets.no_due')}</button>` : ''}
      </form>`,
    );
  };
  /** Colleagues who hear of it. @param {HTMLElement} anchor @param {any} ticket */
  const followers = (anchor, ticket) => {
    let now = [...ticket.followers];
    openPicker(anchor, {
      label: t('tickets.followers'),
      placeholder: t('tickets.followers_find'),
      nothing: t('tickets.followers_none'),
      several: true,
      options: (query) =>
        desk.agents
          .filter((agent) => agent.active && agent.name.toLowerCase().includes(query.toLowerCase()))
          .map((agent) => ({ id: agent.id, label: agent.id === desk.agent.id ? t('tickets.follow_me', { name: agent.name }) : agent.name, mark: html`${agentAvatar(agent, 'small')}`, checked: now.includes(agent.id) })),
      choose({ id }) {
        now = now.includes(id) ? now.filter((one) => one !== id) : [...now, id];
        tickets.opened.patch(ticket.id, { followers: now });
        tickets.api.followers(ticket.id, now).then(tickets.tell, (error) => {
          desk.failed(error);
          tickets.want(ticket.id);
        });
      },
    });
  };

  /** What it belongs with. @param {HTMLElement} anchor @param {any} ticket */
  const link = (anchor, ticket) => openLinkPicker(anchor, { ticket, tickets, failed: desk.failed });

  return { type, due, followers, link };
}

/** @param {{desk:import('../../store/desk.js').Desk, tickets:Tickets}} host */
export const createMenus = (host) => ({ ...createChoices(host), ...createProperties(host) });

/** @typedef {ReturnType<typeof createMenus>} Menus */
