/** What was pasted and waits above the field for the press that sends the words. */
import { el, icon } from '../dom.js';

/**
 * The row of pasted files above the field.
 * @param {object} options
 * @param {import('../types.js').Texts} options.texts
 * @param {import('../types.js').Composer} options.composer
 * @param {number} options.most files at once
 * @param {(files:File[]) => void} options.send
 * @param {() => void} options.tooMany
 */
export function createTray({ texts, composer, most, send, tooMany }) {
  const { t } = texts;
  /** @type {{file:File, address:string|null}[]} */ let held = [];
  const forget = (/** @type {{address:string|null}} */ { address }) => address && URL.revokeObjectURL(address);

  const release = () => {
    const files = held.map((one) => one.file);
    held.forEach(forget);
    held = [];
    composer.hold(null);
    send(files);
  };
  const draw = () => {
    const chips = held.map((one) => {
      const name = one.address ? t('file.pasted') : one.file.name;
      const leave = () => {
        forget(one);
        held = held.filter((other) => other !== one);
        draw();
        composer.focus();
      };
      return el(
        'li',
        {},
        one.address && el('img', { src: one.address, alt: '' }),
        el('span', { class: 'tray-name' }, name),
        el('button', { type: 'button', class: 'icon-button', 'aria-label': t('file.remove', { name }), title: t('file.remove', { name }), onclick: leave }, icon('x', 16)),
      );
    });
    composer.hold(held.length ? { node: el('ul', { class: 'tray', 'aria-label': t('file.tray') }, ...chips), send: release } : null);
  };
  return {
    /** @param {File[]} files */
    hold(files) {
      const room = most - held.length;
      if (files.length > room) tooMany();
      held.push(...files.slice(0, room).map((file) => ({ file, address: file.type.startsWith('image/') ? URL.createObjectURL(file) : null })));
      draw();
      composer.focus();
    },
    clear() {
      held.forEach(forget);
      held = [];
      draw();
    },
  };
}
