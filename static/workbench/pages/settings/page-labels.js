/**
 * The team's labels: added by everybody, renamed, coloured, joined and removed by who manages the desk; each tells where it is used.
 * The list comes first: a new one is written behind "New", a label's dot chooses its colour, a menu holds the rest.
 */
import { html, live, nothing } from '../../lit.js';
import { plural, t } from '../../app/texts.js';
import { openMenu } from '../../parts/menu.js';
import { section } from '../../parts/controls.js';
import { mark } from '../../parts/settings-icons.js';
import { createLoaded } from '../../parts/loaded.js';

const COLOURS = [1, 2, 3, 4, 6];

/** The label whose name is written. */
const begun = () => ({
  /** What is being changed. @type {{id:string, name:string}|null} */
  edits: null,
});
/** @typedef {ReturnType<typeof begun>} State */

/**
 * What is done to labels.
 * @param {object} host
 * @param {import('./page.js').Context['say']} host.say
 * @param {{ open: boolean; name: string; busy: boolean; wrong: string; }} host.draft
 * @param {import('./page.js').Context['failed']} host.failed
 * @param {import('../../parts/loaded.js').Loaded<import('../../store/labels.js').Label[]>} host.loaded
 * @param {import('./page.js').Context['call']} host.call
 * @param {() => void} host.changed
 * @param {State} host.at
 * @param {import('./page.js').Context['ask']} host.ask
 */
function createChanges({ say, draft, failed, loaded, call, changed, at, ask }) {
  /** @param {() => Promise<unknown>} work @param {string} [done] */
  const attempt = async (work, done) => {
    try {
      await work();
      if (done) say(done);
      return true;
    } catch (error) {
      if (/** @type {import('../../api.js').Problem} */ (error).code === 'label_taken') draft.wrong = t('settings_labels.taken');
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
    if (await attempt(() => call('POST', '/labels', { name }))) Object.assign(draft, { open: false, name: '' });
    draft.busy = false;
    changed();
  };
  /** @param {import('../../store/labels.js').Label} label */
  const rename = async (label) => {
    const name = at.edits?.name.trim() ?? '';
    at.edits = null;
    if (name && name !== label.name) await attempt(() => call('PATCH', `/labels/${label.id}`, { name }), t('settings_labels.renamed', { name }));
    changed();
  };
  /** @param {import('../../store/labels.js').Label} label @param {import('../../store/labels.js').Label} into */
  const merge = async (label, into) => {
    if (!into) return;
    const sure = await ask({ title: t('settings_labels.merge_ask', { from: label.name, into: into.name }), text: t('settings_labels.merge_means', { from: label.name }), confirm: t('settings_labels.merge') });
    if (sure) await attempt(() => call('POST', `/labels/${label.id}/merge`, { into: into.id }));
    changed();
  };
  /** @param {import('../../store/labels.js').Label} label */
  const remove = async (label) => {
    const sure = await ask({ title: t('settings_labels.delete_ask', { name: label.name }), text: plural('settings_labels.delete_means', label.conversations), confirm: t('settings_labels.delete') });
    if (sure) await attempt(() => call('DELETE', `/labels/${label.id}`, {}), t('settings_labels.deleted', { name: label.name }));
  };

  return { attempt, merge, remove, rename, add };
}

/**
 * Menus of a label.
 * @param {object} host
 * @param {(work: () => Promise<unknown>, done?: string | undefined) => Promise<boolean>} host.attempt
 * @param {import('./page.js').Context['call']} host.call
 * @param {(label: import('../../store/labels.js').Label, into: import('../../store/labels.js').Label) => Promise<void>} host.merge
 * @param {State} host.at
 * @param {() => void} host.changed
 * @param {(id: string) => number} host.focus
 * @param {(label: import('../../store/labels.js').Label) => Promise<void>} host.remove
 */
function createMenus({ attempt, call, merge, at, changed, focus, remove }) {
  /** @param {import('../../store/labels.js').Label} label @param {HTMLElement} anchor */
  const colours = (label, anchor) =>
    openMenu(anchor, t('settings_labels.colour_of', { name: label.name }), [
      {
        items: COLOURS.map((colour) => ({
          label: t(`settings_labels.colour_${colour}`),
          mark: html`<i class="chip-dot series-${colour}"></i>`,
          checked: colour === label.colour,
          run: () => attempt(() => call('PATCH', `/labels/${label.id}`, { colour })),
        })),
      },
    ]);
  /** @param {import('../../store/labels.js').Label} label @param {import('../../store/labels.js').Label[]} others @param {HTMLElement} anchor */
  const targets = (label, others, anchor) =>
    openMenu(anchor, t('settings_labels.merge_one', { name: label.name }), [
      {
        label: t('settings_labels.merge_into'),
        items: others.map((one) => ({ label: one.name, mark: html`<i class="chip-dot series-${one.colour}"></i>`, run: () => merge(label, one) })),
      },
    ]);
  /** @param {import('../../store/labels.js').Label} label @param {import('../../store/labels.js').Label[]} others @param {HTMLElement} anchor */
  const actions = (label, others, anchor) =>
    openMenu(anchor, label.name, [
      {
        items: [
          {
            label: t('settings_labels.rename'),
            mark: mark('pencil'),
            run() {
              at.edits = { id: label.id, name: label.name };
              changed();
              focus(`label-${label.id}`);
            },
          },
          ...(others.length > 0
            ? [{ label: t('settings_labels.merge_into'), mark: mark('tag'), run: () => setTimeout(() => targets(label, others, anchor)) }]
            : []),
        ],
      },
      { items: [{ label: t('settings_labels.delete'), mark: mark('trash'), run: () => remove(label) }] },
    ]);

  return { colours, actions };
}

/**
 * One label, with its name as a field while it is written.
 * @param {object} host
 * @param {State} host.at
 * @param {(label: import('../../store/labels.js').Label) => Promise<void>} host.rename
 * @param {() => void} host.changed
 * @param {boolean} host.manages
 * @param {(label: import('../../store/labels.js').Label, anchor: HTMLElement) => void} host.colours
 * @param {(label: import('../../store/labels.js').Label, others: import('../../store/labels.js').Label[], anchor: HTMLElement) => void} host.actions
 */
function createRow({ at, rename, changed, manages, colours, actions }) {
  /** @param {import('../../store/labels.js').Label} label @param {import('../../store/labels.js').Label[]} items */
  const row = (label, items) => {
    const name =
      at.edits?.id === label.id
        ? html`<input
            id="label-${label.id}"
            class="input"
            maxlength="40"
            aria-label=${t('settings_labels.name')}
            .value=${live(at.edits?.name ?? '')}
            @input=${(/** @type {FieldEvent} */ event) => at.edits && (at.edits.name = event.target.value)}
            @keydown=${(/** @type {KeyboardEvent} */ event) => {
              if (event.key === 'Enter' && !event.isComposing) rename(label);
              if (event.key === 'Escape') ((at.edits = null), changed());
            }}
            @blur=${() => rename(label)}
          />`
        : html`<span class="thing-name">${label.name}</span>`;
    const dot = html`<i class="chip-dot series-${label.colour}"></i>`;
    const others = items.filter((one) => one.id !== label.id);
    return html`<li class="thing">
      ${manages
        ? html`<button
            type="button"
            class="icon-button colour-dot"
            aria-haspopup="menu"
            aria-label=${t('settings_labels.colour_of', { name: label.name })}
            title=${t('settings_labels.colour_of', { name: label.name })}
            @click=${(/** @type {FieldEvent} */ event) => colours(label, event.currentTarget)}
          >
            ${dot}
          </button>`
        : html`<span class="colour-dot">${dot}</span>`}
      <div class="thing-what">${name}<span class="thing-about">${plural('settings_labels.used', label.conversations)}</span></div>
      ${manages
        ? html`<div class="thing-does">
            <button
              type="button"
              class="icon-button"
              aria-haspopup="menu"
              aria-label=${t('settings_labels.more_of', { name: label.name })}
              title=${t('settings_labels.more_of', { name: label.name })}
              @click=${(/** @type {FieldEvent} */ event) => actions(label, others, event.currentTarget)}
            >
              ${mark('more', 18)}
            </button>
          </div>`
        : nothing}
    </li>`;
  };

  return row;
}

/** @param {import('./page.js').Context} on @returns {import('./frame.js').SettingsView} */
export function labelsPage({ me, call, changed, say, failed, ask }) {
  const manages = me.rights.includes('labels');
  const loaded = createLoaded(async () => /** @type {import('../../store/labels.js').Label[]} */ ((await call('GET', '/labels')).items), changed);
  const draft = { open: false, name: '', busy: false, wrong: '' };
  const at = begun();
  const { attempt, merge, remove, rename, add } = createChanges({ say, draft, failed, loaded, call, changed, at, ask });

  /** @param {string} id of what is drawn with the next change */
  const focus = (id) => requestAnimationFrame(() => document.getElementById(id)?.focus());
  const write = () => {
    Object.assign(draft, { open: !draft.open, wrong: '' });
    changed();
    if (draft.open) focus('label-name');
  };
  const { colours, actions } = createMenus({ attempt, call, merge, at, changed, focus, remove });

  const row = createRow({ at, rename, changed, manages, colours, actions });

  const fresh = () =>
    html`<form class="thing-edit" @submit=${add}>
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
            @input=${(/** @type {FieldEvent} */ event) => {
              draft.name = event.target.value;
              draft.wrong = '';
              changed();
            }}
            @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && write()}
          /><button class="button primary" type="submit" ?disabled=${!draft.name.trim()} aria-busy=${draft.busy}>${t('settings_labels.add')}</button>
        </div>
        <p class="field-error" id="label-error" role="alert">${draft.wrong}</p>
      </div>
    </form>`;

  return {
    start: loaded.load,
    body: () =>
      loaded.view((items) =>
        section(
          t('settings_labels.list'),
          html`${draft.open ? fresh() : nothing}
          ${items.length === 0
            ? html`<p class="nothing-yet">${t('settings_labels.none')}</p>`
            : html`<ul class="things">
                ${items.map((one) => row(one, items))}
              </ul>`}`,
          html`${t('settings_labels.intro')} ${manages ? nothing : t('settings_labels.managed')}`,
          html`<button type="button" class="button" aria-expanded=${draft.open ? 'true' : 'false'} @click=${write}>${mark('plus')}${t('settings_labels.new')}</button>`,
        ),
      ),
  };
}
