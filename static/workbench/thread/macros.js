/**
 * Macros of the inbox: a list to choose from, then what the chosen one would do, with a field for every word that nobody knows, and
 * the press that does it. Loaded when used.
 */
import { loadStyle } from '../app/load-style.js';
import { laterWords } from '../app/page-table.js';
import { plural, t } from '../app/texts.js';
import { html, live, nothing } from '../lit.js';
import { addIcons, icon } from '../parts/icons.js';
import { openPicker } from '../parts/picker.js';
import { contactName } from '../parts/people.js';
import { closePopup, openPopup } from '../parts/popup.js';
import { preview, run, searchMacros } from '../store/macros.js';

/** @typedef {import('../store/desk.js').Desk} Desk */
/** @typedef {import('../store/macros.js').Macro} Macro */

/** Of a macro's words: more than a line holds. */
const MORE_CHARS = 120;
/** Longest value of a variable, in characters. */
const VALUE_CHARS = 200;

addIcons({});

/** Their words, looks and the list of them are there. @param {Desk} desk */
export const ready = (desk) => Promise.all([laterWords('shift'), loadStyle('shift'), desk.macros.ensure()]);

/** One action in words. @param {Desk} desk @param {import('../store/macros.js').MacroAction} action */
export function actionText(desk, action) {
  switch (action.do) {
    case 'assign':
      if (action.agent_id === 'me') return t('shift.does_assign_me');
      return action.agent_id ? t('shift.does_assign', { name: desk.agentName(action.agent_id) ?? t('shift.somebody_gone') }) : t('shift.does_unassign');
    case 'team':
      return t('shift.does_team', { name: desk.teams.get(action.team_id ?? '')?.name ?? t('shift.team_gone') });
    case 'priority':
      return t('shift.does_priority', { name: t(`shift.priority_${action.priority}`) });
    case 'add_labels':
      return t('shift.does_add_labels', { names: (action.labels ?? []).join('、') });
    case 'remove_labels':
      return t('shift.does_remove_labels', { names: (action.labels ?? []).join('、') });
    case 'status':
      return t('shift.does_status');
    case 'note':
      return t('shift.does_note', { text: action.text ?? '' });
    case 'snooze':
      return action.minutes ? t('shift.does_snooze', { time: lasts(action.minutes) }) : t('shift.does_snooze_reply');
    default:
      return t(`shift.does_${action.do}`);
  }
}

/** @param {number} minutes */
function lasts(minutes) {
  if (minutes % 1440 === 0) return t('common.days', { count: minutes / 1440 });
  return minutes % 60 === 0 ? t('common.hours', { count: minutes / 60 }) : t('common.minutes', { count: minutes });
}

/** How a macro is offered. @param {Desk} desk @param {Macro} one */
export const offered = (desk, one) => ({
  id: one.id,
  label: one.name,
  more: [one.reply, ...one.actions.map((action) => actionText(desk, action))].filter(Boolean).join(' · ').slice(0, MORE_CHARS),
});

/** Why nothing can be done with it. @param {Desk} desk @param {Macro} one @param {unknown} error */
function refused(desk, one, error) {
  const { code, field } = /** @type {import('../api.js').Problem} */ (error);
  const place = Number(/^actions\[(\d+)\]/.exec(field ?? '')?.[1] ?? Number.NaN);
  const action = one.actions[place];
  if (action && ['unknown_agent', 'unknown_team', 'unknown_status', 'forbidden'].includes(code)) {
    desk.notify({ text: t(`shift.macro_${code}`, { name: one.name, action: actionText(desk, action) }), icon: 'circle-alert' });
  } else desk.failed(error);
}

/** Names of the variables that nobody knows, each once. @param {import('../store/macros.js').Preview[]} items */
const missingIn = (items) => [...new Set(items.flatMap((item) => item.missing))];

/**
 * What the macro would do, and the press that does it.
 * @param {Desk} desk @param {HTMLElement} anchor @param {Macro} one @param {string[]} ids
 */
export async function confirmMacro(desk, anchor, one, ids) {
  /** @type {import('../store/macros.js').Preview[]} */ let items;
  try {
    items = await preview(desk, one, ids);
  } catch (error) {
    return refused(desk, one, error);
  }
  const missing = missingIn(items);
  /** @type {Record<string, string>} */ const values = {};
  let busy = false;
  const able = items.filter((item) => !item.code);
  const [first] = able.length ? able : items;
  /** @type {(() => void)|null} */ let draw = null;
  const isReady = () => !busy && able.length > 0 && missing.every((name) => values[name]?.trim());
  const go = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!isReady()) return;
    busy = true;
    draw?.();
    closePopup();
    await run(desk, one, ids, values);
  };
  const view = () =>
    html`<form class="popup-form macro" @submit=${go}>
      <strong class="macro-name">${one.name}</strong>
      ${ids.length > 1 ? html`<p class="macro-about">${plural('shift.on_many', ids.length)}</p>` : nothing}
      ${first?.reply ? html`<p class="macro-reply"><span>${t('shift.replies')}</span>${first.reply}</p>` : nothing}
      ${one.actions.length
        ? html`<ul class="macro-does">
            ${one.actions.map((action) => html`<li>${icon('check', 14)}<span>${actionText(desk, action)}</span></li>`)}
          </ul>`
        : nothing}
      ${items.length > able.length ? html`<p class="macro-about" role="status">${plural('shift.not_on', items.length - able.length)}</p>` : nothing}
      ${missing.map(
        (name) => html`<label for="macro-${name}">${t('shift.unknown', { name: t(`shift.var_${name.replace('.', '_')}`) })}</label>
          <input
            id="macro-${name}"
            maxlength=${VALUE_CHARS}
            autocomplete="off"
            .value=${live(values[name] ?? '')}
            @input=${(/** @type {FieldEvent} */ input) => {
              values[name] = input.target.value;
              draw?.();
            }}
          />`,
      )}
      <button class="button primary" ?autofocus=${missing.length === 0} ?disabled=${!isReady()}>${t('shift.run')}</button>
    </form>`;
  draw = openPopup(anchor, t('shift.preview_of', { name: one.name }), view, { above: true });
}

/** A list of them to choose from. @param {Desk} desk @param {HTMLElement} anchor @param {string[]} ids */
export async function pickMacro(desk, anchor, ids) {
  if (ids.length === 0) return;
  try {
    await ready(desk);
  } catch {
    return desk.failed({ code: 'unreachable' });
  }
  openPicker(anchor, {
    label: t('shift.macros'),
    placeholder: t('shift.macros_find'),
    nothing: t(desk.macros.rows.length ? 'shift.macros_none' : 'shift.macros_empty'),
    options: (query) => searchMacros(desk.macros.rows, query).map((one) => offered(desk, one)),
    choose(option) {
      const one = desk.macros.get(option.id);
      // The list closes first.
      if (one) setTimeout(() => confirmMacro(desk, anchor, one, ids));
    },
  });
}

/** Whom it is about, in words. @param {Desk} desk @param {string[]} ids */
export const subjectOf = (desk, ids) => (ids.length === 1 ? contactName(/** @type {any} */ (desk.cache.rows.get(ids[0])?.contact)) : plural('inbox.chosen', ids.length));
