/**
 * The keys of the workbench, each of which can be given to something else: press the key that is shown, then the new one. What has
 * a key already loses it, which is said before; keys that browsers need are refused in words.
 */
import { html, nothing } from '../lit.js';
import { createInboxActions } from '../pages/inbox/actions.js';
import { createTicketActions } from '../pages/tickets/actions.js';
import { createShellActions } from '../app/actions.js';
import { comboOf, keycaps } from '../app/combo.js';
import { FIXED, createKeymap, rebind } from '../app/keymap.js';
import { t } from '../app/texts.js';
import { section } from './controls.js';

/** @type {import('../pages/inbox/actions.js').Action['group'][]} */
const GROUPS = ['move', 'conversation', 'write', 'select', 'view', 'go', 'desk'];
const PAIR_MS = 900;

/** Every action with a key, of every page. @returns {Record<string, import('../pages/inbox/actions.js').Action>} */
function allActions() {
  // Only names and keys are read: nothing is run from here.
  const nowhere = /** @type {any} */ ({ desk: {}, ui: {}, list: {}, composer: {} });
  const actions = createInboxActions(nowhere);
  // What tickets call the same has the same key; where only the page differs, as with "solve", the key of the inbox is its.
  for (const [id, action] of Object.entries(createTicketActions(nowhere))) {
    if (action.group !== 'view' && !Object.values(actions).some((one) => one.key === action.key)) actions[id] ??= action;
  }
  Object.assign(actions, createShellActions(nowhere));
  return actions;
}

/** The list of keys in the settings. @param {import('./form.js').SettingsForm} form @param {() => void} changed */
export function createKeyList(form, changed) {
  const actions = allActions();
  /** @type {string|null} */ let asked = null;
  /** @type {string[]} */ let pressed = [];
  /** @type {Timer} */ let timer = null;
  /** @type {{id:string, text:string}|null} */ let refused = null;

  const name = (/** @type {string} */ id) => t(actions[id].label);
  const stop = () => {
    clearTimeout(timer);
    asked = null;
    pressed = [];
    changed();
  };
  const take = () => {
    const id = /** @type {string} */ (asked);
    const key = pressed.join(' ');
    const against = createKeymap(actions, form.get('keys')).against(id, key);
    stop();
    if (against && against.problem !== 'taken') {
      refused = { id, text: t(`settings_notices.key_${against.problem}`, { key: keycaps(key).join(' ') }) };
      return changed();
    }
    refused = against?.by ? { id, text: t('settings_notices.key_taken', { action: name(against.by) }) } : null;
    form.set('keys', rebind(actions, form.get('keys'), id, key));
  };
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (!asked) return;
    if (event.key === 'Tab') return stop();
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return stop();
    if (event.key === 'Backspace' || event.key === 'Delete') {
      const id = asked;
      stop();
      return form.set('keys', rebind(actions, form.get('keys'), id, ''));
    }
    const combo = comboOf(event);
    if (!combo) return;
    pressed.push(combo);
    clearTimeout(timer);
    // A single letter may be the first of two.
    if (pressed.length === 2 || combo.includes('+')) return take();
    timer = setTimeout(take, PAIR_MS);
    changed();
  };

  return () => {
    const map = createKeymap(actions, form.get('keys'));
    const own = form.get('keys');
    return html`${GROUPS.map((group) => {
      const ids = Object.keys(actions).filter((id) => actions[id].group === group && !FIXED.has(id));
      if (ids.length === 0) return nothing;
      return section(
        t(`keys.group_${group}`),
        html`<ul class="key-rows">
          ${ids.map((id) => {
            const waiting = asked === id;
            const key = map.keyOf(id);
            return html`<li class="key-row" data-action=${id}>
              <span>${name(id)}</span>
              <button
                type="button"
                class="key-button ${waiting ? 'waiting' : ''}"
                aria-label=${waiting ? t('settings_notices.press') : t('settings_notices.change_key', { action: name(id), key: keycaps(key).join(' ') || t('settings_notices.no_key') })}
                aria-pressed=${waiting}
                @click=${() => {
                  asked = waiting ? null : id;
                  pressed = [];
                  refused = null;
                  changed();
                }}
                @keydown=${onKey}
                @blur=${() => waiting && stop()}
              >
                ${waiting
                  ? html`<span>${pressed.length ? keycaps(pressed.join(' ')).map((cap) => html`<kbd>${cap}</kbd>`) : t('settings_notices.press')}</span>`
                  : key
                    ? keycaps(key).map((cap) => html`<kbd>${cap}</kbd> `)
                    : html`<span class="thing-about">${t('settings_notices.no_key')}</span>`}
              </button>
              ${id in own
                ? html`<button type="button" class="text-button" aria-label=${t('settings_notices.reset_one', { action: name(id) })} @click=${() => form.set('keys', rebind(actions, own, id, null))}>${t('settings_notices.reset')}</button>`
                : html`<span></span>`}
              ${refused?.id === id ? html`<p class="field-hint key-said" role="status">${refused.text}</p>` : nothing}
            </li>`;
          })}
        </ul>`,
      );
    })}
    ${Object.keys(own).length > 0
      ? html`<div class="set-section"><button type="button" class="button key-all" @click=${() => form.set('keys', {})}>${t('settings_notices.reset_all')}</button></div>`
      : nothing}`;
  };
}
