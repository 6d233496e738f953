/** The team's labels: added by everybody, renamed, coloured, joined and removed by who manages the desk; each tells where it is used. */
import { html, live, nothing } from '../lit.js';
import { plural, t } from '../texts.js';
import { section, select } from './controls.js';
import { createLoaded } from './loaded.js';

const COLOURS = [1, 2, 3, 4, 6];

/** @param {import('./settings.js').Context} on @returns {import('./frame.js').SettingsView} */
export function labelsPage({ me, call, changed, say, failed, ask }) {
  const manages = me.agent.role !== 'agent';
  const loaded = createLoaded(async () => /** @type {any[]} */ ((await call('GET', '/labels')).items), changed);
  const draft = { name: '', busy: false, wrong: '' };
  /** What is being changed. @type {{id:string, name:string}|null} */ let edits = null;

  /** @param {() => Promise<any>} work @param {string} [done] */
  const attempt = async (work, done) => {
    try {
      await work();
      if (done) say(done);
      return true;
    } catch (error) {
      if (/** @type {any} */ (error).code === 'label_taken') draft.wrong = t('settings_labels.taken');
      else failed(error);
      return false;
    } finally {
      await loaded.load();
    }
  };
  /** @param {Event} event */
  const add = async (event) => {
    event.preventDefault();
    const name = draft.name.trim();
    if (!name || draft.busy) return;
    draft.busy = true;
    if (await attempt(() => call('POST', '/labels', { name }))) draft.name = '';
    draft.busy = false;
    changed();
  };
  /** @param {any} label */
  const rename = async (label) => {
    const name = edits?.name.trim() ?? '';
    edits = null;
    if (name && name !== label.name) await attempt(() => call('PATCH', `/labels/${label.id}`, { name }), t('settings_labels.renamed', { name }));
    changed();
  };
  /** @param {any} label @param {any} into */
  const merge = async (label, into) => {
    if (!into) return;
    const sure = await ask({ title: t('settings_labels.merge_ask', { from: label.name, into: into.name }), text: t('settings_labels.merge_means', { from: label.name }), confirm: t('settings_labels.merge') });
    if (sure) await attempt(() => call('POST', `/labels/${label.id}/merge`, { into: into.id }));
    changed();
  };
  /** @param {any} label */
  const remove = async (label) => {
    const sure = await ask({ title: t('settings_labels.delete_ask', { name: label.name }), text: plural('settings_labels.delete_means', label.conversations), confirm: t('settings_labels.delete') });
    if (sure) await attempt(() => call('DELETE', `/labels/${label.id}`, {}), t('settings_labels.deleted', { name: label.name }));
  };

  /** @param {any} label @param {any[]} items */
  const row = (label, items) => {
    const name =
      edits?.id === label.id
        ? html`<input
            class="input"
            maxlength="40"
            aria-label=${t('settings_labels.name')}
            .value=${live(edits?.name ?? '')}
            @input=${(/** @type {any} */ event) => edits && (edits.name = event.target.value)}
            @keydown=${(/** @type {KeyboardEvent} */ event) => {
              if (event.key === 'Enter' && !event.isComposing) rename(label);
              if (event.key === 'Escape') ((edits = null), changed());
            }}
            @blur=${() => rename(label)}
          />`
        : html`<span class="thing-name">${label.name}</span>`;
    return html`<li class="thing">
      <span class="thing-mark"><i class="chip-dot series-${label.colour}"></i></span>
      <div class="thing-what">${name}<span class="thing-about">${plural('settings_labels.used', label.conversations)}</span></div>
      ${manages
        ? html`<div class="thing-does">
            ${select(
              `colour-${label.id}`,
              COLOURS.map((colour) => ({ value: String(colour), label: t(`settings_labels.colour_${colour}`) })),
              String(label.colour),
              (value) => attempt(() => call('PATCH', `/labels/${label.id}`, { colour: Number(value) })),
              t('settings_labels.colour_of', { name: label.name }),
            )}
            ${items.length > 1
              ? select(
                  `merge-${label.id}`,
                  [{ value: '', label: t('settings_labels.merge_into') }, ...items.filter((one) => one.id !== label.id).map((one) => ({ value: one.id, label: one.name }))],
                  '',
                  (value) => merge(label, items.find((one) => one.id === value)),
                  t('settings_labels.merge_one', { name: label.name }),
                )
              : nothing}
            <button type="button" class="button" aria-label=${t('settings_labels.rename_one', { name: label.name })} @click=${() => ((edits = { id: label.id, name: label.name }), changed())}>
              ${t('settings_labels.rename')}
            </button>
            <button type="button" class="button" aria-label=${t('settings_labels.delete_one', { name: label.name })} @click=${() => remove(label)}>${t('settings_labels.delete')}</button>
          </div>`
        : nothing}
    </li>`;
  };

  return {
    start: loaded.load,
    body: () => html`${section(
        t('settings_labels.new'),
        html`<form class="set-stack" @submit=${add}>
          <div class="set-field">
            <div class="set-label"><label for="label-name">${t('settings_labels.name')}</label></div>
            <div class="set-box">
              <input
                id="label-name"
                class="input"
                maxlength="40"
                autocomplete="off"
                aria-invalid=${draft.wrong ? 'true' : nothing}
                aria-describedby="label-error"
                .value=${live(draft.name)}
                @input=${(/** @type {any} */ event) => {
                  draft.name = event.target.value;
                  draft.wrong = '';
                  changed();
                }}
              /><button class="button primary" type="submit" ?disabled=${!draft.name.trim()} aria-busy=${draft.busy}>${t('settings_labels.add')}</button>
            </div>
            <p class="field-error" id="label-error" role="alert">${draft.wrong}</p>
          </div>
        </form>`,
        t('settings_labels.intro'),
      )}
      ${loaded.view((items) =>
        section(
          t('settings_labels.list'),
          items.length === 0 ? html`<p class="nothing-yet">${t('settings_labels.none')}</p>` : html`<ul class="things">${items.map((one) => row(one, items))}</ul>`,
          manages ? undefined : t('settings_labels.managed'),
        ),
      )}`,
  };
}
