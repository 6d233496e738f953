/** What was pasted and waits beside the words for the same press: of each conversation, and of its notes, its own. */
import { html, nothing } from '../lit.js';
import { icon } from '../parts/icons.js';
import { t } from '../app/texts.js';

/** Files that wait at once. */
const AT_ONCE = 10;

/**
 * The tray beside the composer.
 * @param {import('../store/desk.js').Desk} desk @param {() => boolean} isNote
 * @param {(code:string) => void} failed
 */
export function createTray(desk, isNote, failed) {
  /** @type {Map<string, {file:File, address:string|null}[]>} */
  const held = new Map();
  const key = () => `${desk.openId} ${isNote()}`;
  const here = () => held.get(key()) ?? [];
  /** @param {{address:string|null}} one */
  const forget = ({ address }) => address && URL.revokeObjectURL(address);
  /** @param {{file:File, address:string|null}[]} next */
  const set = (next) => {
    if (next.length) held.set(key(), next);
    else held.delete(key());
    desk.touch('composer');
  };

  return {
    get count() {
      return here().length;
    },
    /** @param {File[]} files */
    hold(files) {
      const room = AT_ONCE - here().length;
      if (files.length > room) failed('too_many_files');
      set([...here(), ...files.slice(0, room).map((file) => ({ file, address: file.type.startsWith('image/') ? URL.createObjectURL(file) : null }))]);
    },
    /** Gives them away, to be sent. @returns {File[]} */
    release() {
      const files = here();
      files.forEach(forget);
      set([]);
      return files.map((one) => one.file);
    },
    view: () =>
      here().length
        ? html`<ul class="composer-tray" aria-label=${t('thread.tray')}>
            ${here().map(
              (one) =>
                html`<li>
                  ${one.address ? html`<img src=${one.address} alt="" />` : icon('file', 18)}
                  <span class="tray-name">${one.address ? t('common.kind_picture') : one.file.name}</span>
                  <button
                    class="icon-button"
                    type="button"
                    aria-label=${t('thread.tray_remove', { name: one.address ? t('common.kind_picture') : one.file.name })}
                    @click=${() => {
                      forget(one);
                      set(here().filter((other) => other !== one));
                      document.getElementById('composer-text')?.focus();
                    }}
                  >
                    ${icon('x', 16)}
                  </button>
                </li>`,
            )}
          </ul>`
        : nothing,
  };
}
