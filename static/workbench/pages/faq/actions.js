/** What can be done here by keys and from the palette, in the form of the inbox's actions. */

import { PLACES } from './places.js';

/** @typedef {import('../inbox/actions.js').Actions} Actions */

/** What the editor takes on, once it is there. */
export const hands = {
  /** @type {null|((publish:boolean) => Promise<void>)} */ save: null,
  /** @type {null|((what:'dismiss'|'later') => Promise<void>)} */ decide: null,
  /** @type {null|((what:'attach'|'merge') => void)} */ pick: null,
  /** What `u` takes back. @type {null|(() => void)} */ undo: null,
};

/** The field of this page has the key that leads to the search elsewhere. @param {import('./page.js').Faq} faq */
export function listenForSearch({ at, root, go }) {
  addEventListener('keydown', (event) => {
    if (root.inert || event.key !== '/' || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector('dialog[open], .menu:popover-open')) return;
    if (event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    event.preventDefault();
    if (at.place !== 'entries') go('entries', null);
    requestAnimationFrame(() => document.getElementById('faq-search')?.focus());
  });
}

/** @param {import('./page.js').Faq} faq @returns {Actions} */
export function createActions(faq) {
  const { at } = faq;
  const open = () => faq.editing?.at;
  const inGap = () => at.place === 'queue' && Boolean(open()?.gap);
  const decides = () => inGap() && faq.may;
  const isOpen = () => Boolean(open()?.key);
  return {
    next: { label: 'faq.key_next', key: 'j', group: 'move', icon: 'arrow-down', run: () => faq.step(1) },
    previous: { label: 'faq.key_previous', key: 'k', group: 'move', icon: 'arrow-up', run: () => faq.step(-1) },
    open: {
      label: 'faq.key_approve',
      key: 'Enter',
      group: 'move',
      run() {
        const focused = document.activeElement;
        // A focused button or link has its own Enter; the line that is open is none.
        if (focused instanceof HTMLElement && focused.matches('a, button, summary, [tabindex="0"]') && !focused.matches('.faq-row[aria-current]')) focused.click();
        else if (decides()) hands.save?.(true);
        else if (!isOpen()) faq.step(1);
      },
    },
    faq_publish: { label: 'faq.key_publish', key: 'mod+Enter', group: 'write', icon: 'check', when: () => isOpen() && faq.may, run: () => void hands.save?.(true) },
    faq_keep: { label: 'faq.key_keep', key: 'mod+s', group: 'write', when: () => isOpen() && faq.mayDraft, run: () => void hands.save?.(false) },
    faq_phrasing: { label: 'faq.key_phrasing', key: 'p', group: 'conversation', icon: 'plus', when: decides, run: () => hands.pick?.('attach') },
    faq_merge: { label: 'faq.key_merge', key: 'm', group: 'conversation', icon: 'copy', when: decides, run: () => hands.pick?.('merge') },
    faq_dismiss: { label: 'faq.key_dismiss', key: 'd', group: 'conversation', icon: 'x', when: decides, run: () => void hands.decide?.('dismiss') },
    faq_later: { label: 'faq.key_later', key: 'l', group: 'conversation', icon: 'clock', when: decides, run: () => void hands.decide?.('later') },
    undo: { label: 'faq.key_undo', key: 'u', group: 'conversation', icon: 'chevron-left', when: () => hands.undo !== null, run: () => hands.undo?.() },
    faq_edit: { label: 'faq.key_edit', key: 'e', group: 'write', when: isOpen, run: () => document.getElementById('faq-answer')?.focus() },
    faq_try: { label: 'faq.key_try', key: 't', group: 'write', icon: 'search', when: isOpen, run: () => document.getElementById('faq-try')?.focus() },
    faq_new: { label: 'faq.key_new', key: 'c', group: 'desk', icon: 'plus', when: () => faq.mayDraft, run: faq.add },
    ...Object.fromEntries(
      PLACES.map((place, index) => [
        `faq_${place}`,
        { label: `faq.key_${place}`, key: String(index + 1), group: /** @type {const} */ ('view'), icon: /** @type {const} */ ('list-filter'), when: () => place !== 'import' || faq.may, run: () => faq.go(place, null) },
      ]),
    ),
    back: {
      label: 'faq.key_back',
      key: 'Escape',
      group: 'move',
      field: true,
      run() {
        const focused = /** @type {HTMLElement|null} */ (document.activeElement);
        if (focused?.matches('input, textarea, select')) focused.blur();
        else if (at.id) faq.go(at.place, null);
      },
    },
  };
}
