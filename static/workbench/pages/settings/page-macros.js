/**
 * Macros: the team's, which supervisors change, and one's own. A macro is a reply and a list of what is done after it; the list comes
 * first, and each is written in its own place.
 */
import { html, live, nothing } from '../../lit.js';
import { plural, t } from '../../app/texts.js';
import { openMenu } from '../../parts/menu.js';
import { section, select, toggle } from '../../parts/controls.js';
import { createLoaded } from '../../parts/loaded.js';
import { mark } from '../../parts/settings-icons.js';

const ACTIONS_MAX = 20;
const NAME_CHARS = 60;
const TEXT_CHARS = 8000;
const VARIABLES = ['contact.name', 'contact.email', 'contact.phone', 'agent.name', 'shop.name', 'page.title'];
const KINDS = ['assign', 'team', 'priority', 'add_labels', 'remove_labels', 'note', 'snooze', 'status', 'close'];
const PRIORITIES = ['urgent', 'high', 'normal', 'low'];
/** Minutes; 0 is until the customer answers. */
const SNOOZES = [60, 180, 1440, 4320, 10080, 0];

/** @typedef {import('../../store/macros.js').Macro} Macro */
/** @typedef {import('../../store/macros.js').MacroAction} Action */
/** @typedef {{macros:Macro[], agents:import('../../answers.js').Agent[], teams:import('../../answers.js').Team[], statuses:{id:string, name:string}[]}} Known */

/** A macro as it is written. @param {Partial<Macro>} [one] */
const written = (one = {}) => ({
  open: false,
  id: '',
  name: '',
  shared: false,
  ...one,
  reply: one.reply ?? '',
  actions: /** @type {Action[]} */ (structuredClone(one.actions ?? [])),
  busy: false,
  wrong: '',
});
/** @typedef {{draft:ReturnType<typeof written>}} State */

/** What stands in a new action of this kind. @param {string} kind @param {Known} known @returns {Action} */
function blank(kind, { teams, statuses }) {
  if (kind === 'status') return { do: kind, status_id: statuses[0]?.id ?? '' };
  if (kind === 'assign') return { do: kind, agent_id: 'me' };
  if (kind === 'team') return { do: kind, team_id: teams[0]?.id ?? '' };
  if (kind === 'priority') return { do: kind, priority: 'high' };
  if (kind === 'add_labels' || kind === 'remove_labels') return { do: kind, labels: [] };
  if (kind === 'note') return { do: kind, text: '' };
  if (kind === 'snooze') return { do: kind, minutes: SNOOZES[1] };
  return { do: kind };
}

/** Names of labels as somebody types them. @param {string} text */
export const labelsIn = (text) => [...new Set(text.split(/[,，、]/).map((name) => name.trim()).filter(Boolean))];

/**
 * A macro is begun, kept and removed.
 * @param {object} host
 * @param {State} host.here
 * @param {import('./page.js').Context} host.on
 * @param {import('../../parts/loaded.js').Loaded<Known>} host.loaded
 * @param {() => ReturnType<typeof written>} host.empty
 */
function createWriting({ here, on: { call, say, failed, ask, changed }, loaded, empty }) {
  /** What the desk said against it. @param {unknown} error */
  const refused = (error) => {
    const { code = '', field = '' } = /** @type {import('../../api.js').Problem} */ (error);
    const place = Number(/^actions\[(\d+)\]/.exec(String(field))?.[1] ?? Number.NaN);
    if (here.draft.actions[place]) here.draft.wrong = t('settings_macros.wrong_action', { number: place + 1 });
    else if (field === 'reply') here.draft.wrong = t('settings_macros.wrong_reply');
    else if (field === 'name') here.draft.wrong = t('settings_macros.wrong_name');
    else if (field === 'actions') here.draft.wrong = t('settings_macros.wrong_nothing');
    else if (code === 'macro_limit') here.draft.wrong = t('settings_macros.limit');
    else failed(error);
  };
  /** @param {Event} event */
  const keep = async (event) => {
    event.preventDefault();
    if (here.draft.busy) return;
    const { id, name, shared, reply, actions } = here.draft;
    here.draft.busy = true;
    here.draft.wrong = '';
    const body = { name, shared, reply: reply.trim() ? reply : null, actions };
    try {
      if (id) await call('PATCH', `/macros/${id}`, body);
      else await call('POST', '/macros', body);
      say(t('settings_macros.kept', { name }));
      here.draft = empty();
      await loaded.load();
    } catch (error) {
      here.draft.busy = false;
      refused(error);
    }
    changed();
  };
  const focus = () => requestAnimationFrame(() => document.getElementById('macro-name')?.focus());
  /** @param {Macro} one */
  const edit = (one) => {
    here.draft = { ...written(one), open: true };
    changed();
    focus();
  };
  const write = () => {
    here.draft = { ...empty(), open: !here.draft.open || here.draft.id !== '' };
    changed();
    if (here.draft.open) focus();
  };
  /** @param {Macro} one */
  const remove = async (one) => {
    const sure = await ask({ title: t('settings_macros.delete_ask', { name: one.name }), confirm: t('settings_macros.delete') });
    if (!sure) return;
    try {
      await call('DELETE', `/macros/${one.id}`, {});
      if (here.draft.id === one.id) here.draft = empty();
      say(t('settings_macros.deleted', { name: one.name }));
    } catch (error) {
      failed(error);
    }
    await loaded.load();
  };

  return { keep, edit, write, remove };
}

/**
 * The fields of one action.
 * @param {Action} action @param {number} at @param {Known} known @param {() => void} changed
 */
function fields(action, at, { agents, teams, statuses }, changed) {
  const id = `macro-action-${at}`;
  const name = t(`settings_macros.do_${action.do}`);
  /** @param {Partial<Action>} values */
  const set = (values) => {
    Object.assign(action, values);
    changed();
  };
  /** @param {string} value @param {number} max @param {(text:string) => void} take @param {string} [hint] */
  const line = (value, max, take, hint) =>
    html`<input id=${id} class="input" maxlength=${max} autocomplete="off" aria-label=${name} placeholder=${hint ?? nothing} .value=${value} @input=${(/** @type {FieldEvent} */ event) => take(event.target.value)} />`;
  switch (action.do) {
    case 'assign': {
      const people = agents.filter((agent) => agent.active !== false || agent.id === action.agent_id);
      const options = [
        { value: 'me', label: t('settings_macros.to_me') },
        { value: '', label: t('settings_macros.to_nobody') },
        ...people.map((agent) => ({ value: agent.id, label: agent.active === false ? t('settings_macros.gone', { name: agent.name }) : agent.name })),
      ];
      return select(id, options, action.agent_id ?? '', (value) => set({ agent_id: value || null }), name);
    }
    case 'team':
      return select(id, teams.map((team) => ({ value: team.id, label: team.name })), action.team_id ?? '', (value) => set({ team_id: value }), name);
    case 'status':
      return select(id, statuses.map((one) => ({ value: one.id, label: one.name })), action.status_id ?? '', (value) => set({ status_id: value }), name);
    case 'priority':
      return select(id, PRIORITIES.map((value) => ({ value, label: t(`settings_macros.priority_${value}`) })), action.priority ?? '', (value) => set({ priority: value }), name);
    case 'add_labels':
    case 'remove_labels':
      return html`<input
        id=${id}
        class="input"
        autocomplete="off"
        aria-label=${name}
        placeholder=${t('settings_macros.labels_hint')}
        .value=${(action.labels ?? []).join(', ')}
        @change=${(/** @type {FieldEvent} */ event) => set({ labels: labelsIn(event.target.value) })}
      />`;
    case 'note':
      return line(action.text ?? '', TEXT_CHARS, (text) => set({ text }), t('settings_macros.note_hint'));
    case 'snooze': {
      const options = SNOOZES.map((minutes) => ({ value: String(minutes), label: t(`settings_macros.snooze_${minutes}`) }));
      const now = String(action.minutes ?? 0);
      if (!options.some((one) => one.value === now)) options.unshift({ value: now, label: t('common.minutes', { count: Number(now) }) });
      return select(id, options, now, (value) => set({ minutes: Number(value) || null }), name);
    }
    default:
      return nothing;
  }
}

/**
 * The form of one macro.
 * @param {object} host
 * @param {State} host.here
 * @param {(event:Event) => Promise<void>} host.keep
 * @param {{own:boolean, team:boolean}} host.may
 * @param {() => void} host.changed
 * @param {() => ReturnType<typeof written>} host.empty
 */
function createForm({ here, keep, may, changed, empty }) {
  /** Puts a variable where the caret is. @param {string} name */
  const put = (name) => {
    const area = /** @type {HTMLTextAreaElement|null} */ (document.getElementById('macro-reply'));
    const at = area?.selectionStart ?? here.draft.reply.length;
    here.draft.reply = `${here.draft.reply.slice(0, at)}{{${name}}}${here.draft.reply.slice(area?.selectionEnd ?? at)}`;
    changed();
    area?.focus();
  };
  /** @param {number} from @param {number} to */
  const move = (from, to) => {
    const { actions } = here.draft;
    actions.splice(to, 0, ...actions.splice(from, 1));
    changed();
  };
  /** @param {Action} action @param {number} at @param {Known} known */
  const actionRow = (action, at, known) =>
    html`<li class="macro-step">
      <span class="macro-step-name">${t(`settings_macros.do_${action.do}`)}</span>
      <span class="macro-step-how">${fields(action, at, known, changed)}</span>
      <button type="button" class="icon-button" ?disabled=${at === 0} aria-label=${t('settings_macros.up', { number: at + 1 })} @click=${() => move(at, at - 1)}>${mark('up')}</button>
      <button
        type="button"
        class="icon-button"
        aria-label=${t('settings_macros.drop', { number: at + 1 })}
        @click=${() => {
          here.draft.actions.splice(at, 1);
          changed();
        }}
      >
        ${mark('x')}
      </button>
    </li>`;
  /** @param {Known} known @param {HTMLElement} anchor */
  const addMenu = (known, anchor) =>
    openMenu(anchor, t('settings_macros.add_action'), [
      {
        items: KINDS.filter((kind) => kind !== 'team' || known.teams.length > 0).map((kind) => ({
          label: t(`settings_macros.do_${kind}`),
          run: () => {
            here.draft.actions.push(blank(kind, known));
            changed();
            requestAnimationFrame(() => document.getElementById(`macro-action-${here.draft.actions.length - 1}`)?.focus());
          },
        })),
      },
    ]);
  /** @param {Known} known */
  return (known) =>
    html`<form class="thing-edit" @submit=${keep}>
      <div class="set-field">
        <div class="set-label"><label for="macro-name">${t('settings_macros.name')}</label></div>
        <input id="macro-name" class="input" maxlength=${NAME_CHARS} autocomplete="off" .value=${live(here.draft.name)} @input=${(/** @type {FieldEvent} */ event) => ((here.draft.name = event.target.value), changed())} />
      </div>
      <div class="set-field">
        <div class="set-label"><label for="macro-reply">${t('settings_macros.reply')}</label></div>
        <textarea
          id="macro-reply"
          class="input area"
          rows="3"
          maxlength=${TEXT_CHARS}
          .value=${live(here.draft.reply)}
          @input=${(/** @type {FieldEvent} */ event) => ((here.draft.reply = event.target.value), changed())}
        ></textarea>
        <p class="field-hint">
          ${t('settings_macros.variables')}
          ${VARIABLES.map((name) => html`<button type="button" class="text-button" @click=${() => put(name)}>${t(`settings_macros.var_${name.replace('.', '_')}`)}</button> `)}
        </p>
      </div>
      <div class="set-field">
        <div class="set-label"><span id="macro-actions">${t('settings_macros.actions')}</span></div>
        <ol class="macro-steps" aria-labelledby="macro-actions">
          ${here.draft.actions.map((action, at) => actionRow(action, at, known))}
        </ol>
        ${here.draft.actions.length < ACTIONS_MAX
          ? html`<button type="button" class="button" aria-haspopup="menu" aria-expanded="false" @click=${(/** @type {FieldEvent} */ event) => addMenu(known, event.currentTarget)}>
              ${mark('plus')}${t('settings_macros.add_action')}
            </button>`
          : nothing}
      </div>
      ${may.team && may.own
        ? toggle(here.draft.shared, (on) => ((here.draft.shared = on), changed()), t('settings_macros.shared'), t('settings_macros.shared_hint'))
        : nothing}
      <p class="field-error" role="alert">${here.draft.wrong}</p>
      <div class="set-box">
        <button class="button primary" type="submit" ?disabled=${!here.draft.name.trim() || (!here.draft.reply.trim() && here.draft.actions.length === 0)} aria-busy=${here.draft.busy}>
          ${t(here.draft.id ? 'settings_macros.save' : 'settings_macros.add')}
        </button>
        <button class="button" type="button" @click=${() => ((here.draft = empty()), changed())}>${t('settings_macros.leave')}</button>
      </div>
    </form>`;
}

/** What it does, in a line. @param {Macro} one */
const about = (one) =>
  one.unreadable ? t('settings_macros.unreadable') : [one.reply?.slice(0, 80), ...one.actions.map((action) => t(`settings_macros.do_${action.do}`))].filter(Boolean).join(' · ');

/** @param {import('./page.js').Context} on @returns {import('./frame.js').SettingsView} */
export function macrosPage(on) {
  const { me, call, changed } = on;
  const may = { own: me.rights.includes('macro_own'), team: me.rights.includes('macro_team') };
  const read = async () => {
    const [macros, agents, teams, statuses] = await Promise.all(['/macros', '/agents?limit=200', '/teams', '/ticket-statuses'].map((path) => call('GET', path)));
    return /** @type {Known} */ ({ macros: macros.items, agents: agents.items, teams: teams.items, statuses: statuses.statuses });
  };
  const loaded = createLoaded(read, changed);
  const empty = () => ({ ...written(), shared: may.team });
  /** @type {State} */ const here = { draft: empty() };
  const { keep, edit, write, remove } = createWriting({ here, on, loaded, empty });
  const form = createForm({ here, keep, may, changed, empty });

  /** @param {Macro} one @param {HTMLElement} anchor */
  const actions = (one, anchor) =>
    openMenu(anchor, one.name, [
      { items: [{ label: t('settings_macros.change_it'), mark: mark('pencil'), run: () => edit(one) }] },
      { items: [{ label: t('settings_macros.delete'), mark: mark('trash'), run: () => remove(one) }] },
    ]);
  /** @param {Macro} one */
  const row = (one) =>
    html`<li class="thing">
      <span class="thing-mark">${mark('zap')}</span>
      <div class="thing-what">
        <span class="thing-name">${one.name} ${one.shared ? nothing : html`<span class="chip chip-line">${t('settings_macros.own')}</span>`}</span>
        <span class="thing-about">${about(one)} · ${plural('settings_macros.used', one.used)}</span>
      </div>
      ${(one.shared ? may.team : may.own)
        ? html`<div class="thing-does">
            <button
              type="button"
              class="icon-button"
              aria-haspopup="menu"
              aria-label=${t('settings_macros.more_of', { name: one.name })}
              title=${t('settings_macros.more_of', { name: one.name })}
              @click=${(/** @type {FieldEvent} */ event) => actions(one, event.currentTarget)}
            >
              ${mark('more', 18)}
            </button>
          </div>`
        : nothing}
    </li>`;

  return {
    start: loaded.load,
    body: () =>
      loaded.view((known) =>
        section(
          t('settings_macros.list'),
          html`${here.draft.open && !here.draft.id ? form(known) : nothing}
          ${known.macros.length === 0
            ? html`<p class="nothing-yet">${t('settings_macros.none')}</p>`
            : html`<ul class="things">
                ${known.macros.map((one) => (here.draft.open && here.draft.id === one.id ? html`<li class="thing">${form(known)}</li>` : row(one)))}
              </ul>`}`,
          t('settings_macros.intro'),
          may.own || may.team
            ? html`<button type="button" class="button" aria-expanded=${here.draft.open && !here.draft.id ? 'true' : 'false'} @click=${write}>${mark('plus')}${t('settings_macros.new')}</button>`
            : nothing,
        ),
      ),
  };
}
