/** The message that the next one quotes or corrects, told above the field, with a way out. */
import { el, icon } from './dom.js';

/**
 * Quotes and corrects.
 * @param {import('./types.js').Texts} texts
 * @param {import('./types.js').Composer} composer
 */
export function createAbout({ t }, composer) {
  const cancel = () => {
    composer.calm();
    composer.focus();
  };
  /** @param {string} title @param {string} words */
  const chip = (title, words) =>
    el(
      'div',
      { class: 'about' },
      el('span', { class: 'about-words' }, el('b', {}, title), el('span', {}, words)),
      el('button', { type: 'button', class: 'icon-button', 'aria-label': t('about.cancel'), title: t('about.cancel'), onclick: cancel }, icon('x', 16)),
    );

  return {
    /** @param {string} id @param {string} words the beginning of it */
    quote: (id, words) => composer.about({ kind: 'quote', id, node: chip(t('about.quote'), words) }),
    /** @param {string} id @param {string} text */
    correct: (id, text) => composer.about({ kind: 'edit', id, node: chip(t('about.edit'), text) }, text),
  };
}
