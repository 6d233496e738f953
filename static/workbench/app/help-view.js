/**
 * The list of every key, opened by `?`: what stands there is what works, found by typing. Where keys can be changed is one step
 * away.
 */
import { html, nothing } from '../lit.js';
import { icon } from '../parts/icons.js';
import { signal } from '../signals.js';
import { t } from './texts.js';
import { isMac, keycaps } from './combo.js';
import { match } from './fuzzy.js';

/** @type {import('../pages/inbox/actions.js').Action['group'][]} */
const GROUPS = ['move', 'conversation', 'write', 'select', 'view', 'go', 'desk'];

/** A key as caps. @param {string} key */
export const keysView = (key) => keycaps(key).map((cap) => html`<kbd>${cap}</kbd>`);

/**
 * The list of keys.
 * @param {object} host
 * @param {Record<string, import('../pages/inbox/actions.js').Action>} host.actions
 * @param {() => import('./keymap.js').Keymap} host.keymap
 * @param {string|null} host.settings  address of the page where keys are changed
 * @param {() => void} host.close
 */
export function createHelp({ actions, keymap, settings, close }) {
  const query = signal('');

  const groups = () => {
    const map = keymap();
    return GROUPS.map((group) => ({
      group,
      rows: Object.entries(actions)
        .filter(([id, action]) => action.group === group && map.keyOf(id))
        .map(([id, action]) => ({ label: t(action.label), key: map.keyOf(id) }))
        .filter(({ label, key }) => match(query.value, label, `${key} ${keycaps(key).join('')}`)),
    })).filter(({ rows }) => rows.length > 0);
  };

  return {
    forget: () => (query.value = ''),
    view: () => {
      const found = groups();
      return html`<div class="dialog-head">
          <h2 id="dialog-title">${t('keys.title')}</h2>
          <button class="icon-button" aria-label=${t('common.close')} @click=${close}>${icon('x', 18)}</button>
        </div>
        <div class="keys-find">
          ${icon('search', 16)}
          <input
            type="search"
            autofocus
            autocomplete="off"
            spellcheck="false"
            aria-label=${t('keys.find')}
            placeholder=${t('keys.find')}
            @input=${(/** @type {FieldEvent} */ event) => (query.value = event.target.value)}
          />
        </div>
        <div class="keys-groups" tabindex="0" role="region" aria-labelledby="dialog-title">
          ${found.map(
            ({ group, rows }) => html`<section class="keys-group" aria-label=${t(`keys.group_${group}`)}>
              <h3>${t(`keys.group_${group}`)}</h3>
              <dl class="keys">
                ${rows.map(
                  ({ label, key }) =>
                    html`<div>
                      <dt>${label}</dt>
                      <dd>${keysView(key)}</dd>
                    </div>`,
                )}
              </dl>
            </section>`,
          )}
          ${found.length ? nothing : html`<p class="dialog-note" role="status">${t('keys.nothing')}</p>`}
        </div>
        <p class="dialog-note">
          ${t(isMac ? 'keys.note_mac' : 'keys.note')}
          ${settings ? html` <a href=${settings}>${t('keys.change')}</a>` : nothing}
        </p>`;
    },
  };
}
