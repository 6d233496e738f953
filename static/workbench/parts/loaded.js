/** A list that a page shows and changes row by row, with no form around it: asked for when the page starts, again on demand. */
import { html } from '../lit.js';
import { t } from '../app/texts.js';

/**
 * Loads a value and says how far that is.
 * @template T
 * @param {() => Promise<T>} read @param {() => void} changed
 */
export function createLoaded(read, changed) {
  const loaded = {
    /** @type {'loading'|'ready'|'failed'} */ phase: 'loading',
    /** @type {T|null} */ value: null,
    async load() {
      if (loaded.value === null) loaded.phase = 'loading';
      try {
        loaded.value = await read();
        loaded.phase = 'ready';
      } catch {
        if (loaded.value === null) loaded.phase = 'failed';
      }
      changed();
    },
    /** @param {(value:T) => unknown} view */
    view(view) {
      if (loaded.value !== null) return view(loaded.value);
      if (loaded.phase === 'loading') return html`<p class="page-loading" role="status">${t('common.loading')}</p>`;
      return html`<p class="page-failed" role="alert">
        ${t('settings_frame.load_failed')}
        <button type="button" class="text-button" @click=${() => loaded.load()}>${t('common.retry')}</button>
      </p>`;
    },
  };
  return loaded;
}

/**
 * @template T
 * @typedef {ReturnType<typeof createLoaded<T>>} Loaded
 */
