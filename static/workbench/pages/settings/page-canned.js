/**
 * Canned replies: the team's, which owners and admins change, and one's own. The list comes first: a new one is written behind
 * "New", one is changed in its own place.
 */
import { html, live, nothing } from '../../lit.js';
import { has, plural, t } from '../../app/texts.js';
import { openMenu } from '../../parts/menu.js';
import { section, toggle } from '../../parts/controls.js';
import { mark } from '../../parts/settings-icons.js';
import { createLoaded } from '../../parts/loaded.js';

const VARIABLES = ['contact.name', 'contact.email', 'agent.name', 'shop.name', 'page.title'];

/** The answer that is written. @param {() => { open: boolean; id: string; shortcut: string; title: string; text: string; shared: boolean; busy: boolean; wrong: Record<string, string>; }} empty */
const begun = (empty) => ({
  draft: empty(),
});
/** @typedef {ReturnType<typeof begun>} State */

/**
 * An answer is begun, kept and removed.
 * @param {object} host
 * @param {State} host.here
 * @param {import('./page.js').Context['call']} host.call
 * @param {import('./page.js').Context['say']} host.say
 * @param {() => { open: boolean; id: string; shortcut: string; title: string; text: string; shared: boolean; busy: boolean; wrong: Record<string, string>; }} host.empty
 * @param {import('../../parts/loaded.js').Loaded<import('../../store/canned.js').Canned[]>} host.loaded
 * @param {import('./page.js').Context['failed']} host.failed
 * @param {() => void} host.changed
 * @param {import('./page.js').Context['ask']} host.ask
 */
function createWriting({ here, call, say, empty, loaded, failed, changed, ask }) {
  /** @param {Event} event */
  const keep = async (event) => {
    event.preventDefault();
    if (here.draft.busy) return;
    const { id, shortcut, title, text, shared } = here.draft;
    here.draft.busy = true;
    try {
      if (id) await call('PATCH', `/canned/${id}`, { shortcut, title, text, shared });
      else await call('POST', '/canned', { shortcut, title, text, shared });
      say(t('settings_canned.kept', { name: title }));
      here.draft = empty();
      await loaded.load();
    } catch (error) {
      const { code = '', field = '' } = /** @type {import('../../api.js').Problem} */ (error);
      here.draft.busy = false;
      const name = code === 'shortcut_taken' ? 'shortcut' : String(field);
      const key = `settings_canned.wrong_${code === 'shortcut_taken' ? 'taken' : field}`;
      if (['shortcut', 'title', 'text'].includes(name) && has(key)) {
        here.draft.wrong = { [name]: t(key) };
        requestAnimationFrame(() => document.getElementById(`canned-${name}`)?.focus());
      } else failed(error);
    }
    changed();
  };
  /** @param {import('../../store/canned.js').Canned} one */
  const edit = (one) => {
    here.draft = { ...empty(), ...one, open: true };
    changed();
    requestAnimationFrame(() => document.getElementById('canned-title')?.focus());
  };
  const write = () => {
    here.draft = { ...empty(), open: !here.draft.open || here.draft.id !== '' };
    changed();
    if (here.draft.open) requestAnimationFrame(() => document.getElementById('canned-title')?.focus());
  };
  /** @param {import('../../store/canned.js').Canned} one */
  const remove = async (one) => {
    const sure = await ask({ title: t('settings_canned.delete_ask', { name: one.title }), confirm: t('settings_canned.delete') });
    if (!sure) return;
    try {
      await call('DELETE', `/canned/${one.id}`, {});
      if (here.draft.id === one.id) here.draft = empty();
      say(t('settings_canned.deleted', { name: one.title }));
    } catch (error) {
      failed(error);
    }
    await loaded.load();
  };

  return { keep, edit, remove, write };
}

/**
 * The form of one answer.
 * @param {object} host
 * @param {State} host.here
 * @param {(name: 'shortcut' | 'text' | 'title', value: string) => void} host.set
 * @param {(event: Event) => Promise<void>} host.keep
 * @param {boolean} host.manages
 * @param {() => void} host.changed
 * @param {() => { open: boolean; id: string; shortcut: string; title: string; text: string; shared: boolean; busy: boolean; wrong: Record<string, string>; }} host.empty
 */
function createForm({ here, set, keep, manages, changed, empty }) {
  /** Puts a variable where the caret is. @param {string} name */
  const put = (name) => {
    const area = /** @type {HTMLTextAreaElement|null} */ (document.getElementById('canned-text'));
    const at = area?.selectionStart ?? here.draft.text.length;
    set('text', `${here.draft.text.slice(0, at)}{{${name}}}${here.draft.text.slice(area?.selectionEnd ?? at)}`);
    area?.focus();
  };
  /** @param {'shortcut'|'title'} name @param {number} max */
  const line = (name, max) => html`<div class="set-field">
    <div class="set-label"><label for="canned-${name}">${t(`settings_canned.${name}`)}</label></div>
    <div class="set-box">
      <input
        id="canned-${name}"
        class="input"
        autocomplete="off"
        maxlength=${max}
        aria-invalid=${here.draft.wrong[name] ? 'true' : nothing}
        aria-describedby="canned-${name}-error"
        .value=${live(here.draft[name])}
        @input=${(/** @type {FieldEvent} */ event) => set(name, event.target.value)}
      />
    </div>
    <p class="field-error" id="canned-${name}-error" role="alert">${here.draft.wrong[name] ?? ''}</p>
  </div>`;
  const form = () =>
    html`<form class="thing-edit" @submit=${keep}>
      <div class="set-columns">${line('title', 100)} ${line('shortcut', 40)}</div>
      <div class="set-field">
        <div class="set-label"><label for="canned-text">${t('settings_canned.text')}</label></div>
        <textarea
          id="canned-text"
          class="input area"
          rows="4"
          maxlength="8000"
          aria-invalid=${here.draft.wrong.text ? 'true' : nothing}
          aria-describedby="canned-text-error"
          .value=${live(here.draft.text)}
          @input=${(/** @type {FieldEvent} */ event) => set('text', event.target.value)}
        ></textarea>
        <p class="field-error" id="canned-text-error" role="alert">${here.draft.wrong.text ?? ''}</p>
        <p class="field-hint">
          ${t('settings_canned.variables')}
          ${VARIABLES.map((name) => html`<button type="button" class="text-button" @click=${() => put(name)}>${t(`settings_canned.var_${name.replace('.', '_')}`)}</button> `)}
        </p>
      </div>
      ${manages
        ? toggle(here.draft.shared, (on) => ((here.draft.shared = on), changed()), t('settings_canned.shared'), t('settings_canned.shared_hint'))
        : nothing}
      <div class="set-box">
        <button class="button primary" type="submit" ?disabled=${!here.draft.title.trim() || !here.draft.shortcut.trim() || !here.draft.text.trim()} aria-busy=${here.draft.busy}>
          ${t(here.draft.id ? 'settings_canned.save' : 'settings_canned.add')}
        </button>
        <button class="button" type="button" @click=${() => ((here.draft = empty()), changed())}>${t('settings_canned.leave')}</button>
      </div>
    </form>`;

  return form;
}

/** @param {import('./page.js').Context} on @returns {import('./frame.js').SettingsView} */
export function cannedPage({ me, call, changed, say, failed, ask }) {
  const manages = me.rights.includes('canned');
  const loaded = createLoaded(async () => /** @type {import('../../store/canned.js').Canned[]} */ ((await call('GET', '/canned')).items), changed);
  const empty = () => ({ open: false, id: '', shortcut: '', title: '', text: '', shared: manages, busy: false, wrong: /** @type {Record<string, string>} */ ({}) });
  const here = begun(empty);

  /** @param {'shortcut'|'title'|'text'} name @param {string} value */
  const set = (name, value) => {
    here.draft[name] = value;
    delete here.draft.wrong[name];
    changed();
  };
  const { keep, edit, remove, write } = createWriting({ here, call, say, empty, loaded, failed, changed, ask });
  const form = createForm({ here, set, keep, manages, changed, empty });

  /** @param {import('../../store/canned.js').Canned} one @param {HTMLElement} anchor */
  const actions = (one, anchor) =>
    openMenu(anchor, one.title, [
      { items: [{ label: t('settings_canned.change_it'), mark: mark('pencil'), run: () => edit(one) }] },
      { items: [{ label: t('settings_canned.delete'), mark: mark('trash'), run: () => remove(one) }] },
    ]);
  /** @param {import('../../store/canned.js').Canned} one */
  const row = (one) =>
    html`<li class="thing" id="canned-${one.id}" tabindex="-1">
      <span class="thing-mark">${mark('quote')}</span>
      <div class="thing-what">
        <span class="thing-name">${one.title} <span class="chip">/${one.shortcut}</span>${one.shared ? nothing : html`<span class="chip chip-line">${t('settings_canned.own')}</span>`}</span>
        <span class="thing-about">${one.text.slice(0, 120)} · ${plural('settings_canned.used', one.used)}</span>
      </div>
      ${one.shared && !manages
        ? nothing
        : html`<div class="thing-does">
            <button
              type="button"
              class="icon-button"
              aria-haspopup="menu"
              aria-label=${t('settings_canned.more_of', { name: one.title })}
              title=${t('settings_canned.more_of', { name: one.title })}
              @click=${(/** @type {FieldEvent} */ event) => actions(one, event.currentTarget)}
            >
              ${mark('more', 18)}
            </button>
          </div>`}
    </li>`;

  return {
    start: loaded.load,
    /** One that a search found. */
    aim(url) {
      const one = loaded.value?.find(({ id }) => id === url.searchParams.get('id'));
      if (!one) return;
      if (!one.shared || manages) return edit(one);
      document.getElementById(`canned-${one.id}`)?.focus();
    },
    body: () =>
      loaded.view((items) =>
        section(
          t('settings_canned.list'),
          html`${here.draft.open && !here.draft.id ? form() : nothing}
          ${items.length === 0
            ? html`<p class="nothing-yet">${t('settings_canned.none')}</p>`
            : html`<ul class="things">
                ${items.map((one) => (here.draft.open && here.draft.id === one.id ? html`<li class="thing">${form()}</li>` : row(one)))}
              </ul>`}`,
          t('settings_canned.intro'),
          html`<button type="button" class="button" aria-expanded=${here.draft.open && !here.draft.id ? 'true' : 'false'} @click=${write}>${mark('plus')}${t('settings_canned.new')}</button>`,
        ),
      ),
  };
}
