/**
 * Where the visitor writes. Grows with the text, keeps it over a reload, never sends while an input method is composing.
 * On touch keyboards Enter is a new line, since they show it as one. What a message is about (a quote, a correction) stands
 * above the field.
 */
import { isBlank } from '../im/text.js';
import { el, icon } from './dom.js';

/** What is written about, and whether it may go. */
const begun = () => ({
  limit: 8000,
  /** @type {{kind:'quote'|'edit', id:string, before?:string}|null} */
  about: null,
  /** What waits beside the words for the same press. @type {{node:HTMLElement, send:() => void}|null} */
  held: null,
});
/** @typedef {ReturnType<typeof begun>} State */

/**
 * The field and the buttons around it.
 * @param {import('./types.js').Texts['t']} t
 * @param {(button:HTMLElement) => void} emoji
 * @param {(button:HTMLElement) => void} attach
 * @param {MediaQueryList} touch
 */
function createField(t, emoji, attach, touch) {
  const box = el('textarea', { rows: '1', 'aria-label': t('message'), placeholder: t('placeholder'), autocomplete: 'off' });
  const button = el('button', { type: 'submit', class: 'send', disabled: true, 'aria-label': t('send'), title: t('send') }, icon('arrow-up', 22));
  const smile = el('button', { type: 'button', class: 'icon-button smile', 'aria-haspopup': 'dialog', 'aria-label': t('emoji'), title: t('emoji'), onclick: () => emoji(smile) }, icon('smile', 22));
  const plus = el('button', { type: 'button', class: 'icon-button', 'aria-haspopup': 'menu', 'aria-label': t('attach'), title: t('attach'), onclick: () => attach(plus) }, icon('plus', 22));
  const hint = el('p', { class: 'over', id: 'over', role: 'status', hidden: true });
  const chip = el('div', { class: 'about', hidden: true });
  // Phones have their own.
  const form = el('form', { class: 'composer' }, plus, box, !touch.matches && smile, button);

  return { box, form, hint, button, chip };
}

/**
 * What is written: its room, its bounds, and its way out.
 * @param {HTMLTextAreaElement} box
 * @param {HTMLFormElement} form
 * @param {State} at
 * @param {HTMLParagraphElement} hint
 * @param {ReturnType<typeof import('./texts.js').createTexts>} texts
 * @param {HTMLButtonElement} button
 * @param {ReturnType<typeof import('./draft.js').createDraft>} draft
 * @param {HTMLDivElement} chip
 * @param {import('./types.js').Texts['t']} t
 * @param {(text:string, about:any) => boolean} send
 * @param {(writing:boolean, text:string) => void} onWriting
 */
function createWriting(box, form, at, hint, texts, button, draft, chip, t, send, onWriting) {
  const grow = () => {
    // Not laid out yet: the frame is still hidden.
    if (!box.clientWidth) return;
    // While it is measured the form keeps its height, or the list above would gain room and lose its place at the end.
    form.style.setProperty('min-height', `${form.offsetHeight}px`);
    box.style.setProperty('height', 'auto');
    box.style.setProperty('height', `${box.scrollHeight + 2}px`);
    form.style.removeProperty('min-height');
    form.classList.toggle('tall', box.scrollHeight > 44);
  };
  const changed = () => {
    const over = [...box.value].length - at.limit;
    const empty = isBlank(box.value);
    hint.hidden = over <= 0;
    if (over > 0) hint.textContent = texts.count('over', over, { limit: at.limit });
    if (over > 0) box.setAttribute('aria-describedby', 'over');
    else box.removeAttribute('aria-describedby');
    box.setAttribute('aria-invalid', String(over > 0));
    button.disabled = (empty && !at.held) || over > 0 || box.disabled;
    grow();
  };
  const edited = () => {
    changed();
    // A correction is not a draft: the message stands as it is until it is sent.
    if (at.about?.kind !== 'edit') draft.keep(box.value.trim() ? box.value : '');
  };
  const setAbout = (/** @type {any} */ next, /** @type {string} */ words) => {
    const before = at.about?.kind === 'edit' ? at.about.before ?? '' : null;
    at.about = next;
    chip.hidden = !next;
    if (!next && before !== null) {
      box.value = before;
      edited();
    }
    if (!next) return;
    chip.replaceChildren(
      el('span', { class: 'about-words' }, el('b', {}, t(next.kind === 'edit' ? 'about.edit' : 'about.quote')), el('span', {}, words)),
      el('button', { type: 'button', class: 'icon-button', 'aria-label': t('about.cancel'), title: t('about.cancel'), onclick: () => { setAbout(null, ''); box.focus(); } }, icon('x', 16)),
    );
  };
  const submit = () => {
    if (button.disabled || (!isBlank(box.value) && !send(box.value, at.about))) return;
    at.held?.send();
    const kept = at.about?.kind === 'edit' ? at.about.before ?? '' : '';
    at.about = null;
    chip.hidden = true;
    box.value = kept;
    edited();
    onWriting(false, '');
  };

  return { submit, edited, setAbout, changed, grow };
}

/**
 * What keys and fingers do.
 * @param {HTMLFormElement} form
 * @param {() => void} submit
 * @param {HTMLTextAreaElement} box
 * @param {HTMLButtonElement} button
 * @param {() => void} edited
 * @param {(writing:boolean, text:string) => void} onWriting
 * @param {State} at
 * @param {(next: any, words: string) => void} setAbout
 * @param {MediaQueryList} touch
 * @param {ReturnType<typeof import('./draft.js').createDraft>} draft
 * @param {() => void} changed
 * @param {() => void} grow
 */
function listen(form, submit, box, button, edited, onWriting, at, setAbout, touch, draft, changed, grow) {
  form.addEventListener('submit', (/** @type {Event} */ event) => {
    event.preventDefault();
    submit();
    // The keyboard stays up.
    box.focus();
  });
  // A tap on the button must not take the focus, or the keyboard would fold first and the tap miss.
  button.addEventListener('pointerdown', (/** @type {Event} */ event) => event.preventDefault());
  box.addEventListener('input', () => {
    edited();
    onWriting(Boolean(box.value.trim()), box.value);
  });
  box.addEventListener('blur', () => onWriting(false, ''));
  box.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Escape' && at.about && !event.isComposing) {
      event.stopPropagation();
      return setAbout(null, '');
    }
    // 229: older engines report the key that ends a composition after it has ended.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229 || touch.matches) return;
    event.preventDefault();
    submit();
  });
  draft.read().then((text) => {
    if (!text || box.value) return;
    box.value = text;
    changed();
  });
  if (window.ResizeObserver) {
    let width = 0;
    new ResizeObserver(() => {
      if (form.clientWidth === width) return;
      width = form.clientWidth;
      grow();
    }).observe(form);
  }
}

/**
 * The field with its buttons.
 * @param {object} options
 * @param {ReturnType<typeof import('./texts.js').createTexts>} options.texts
 * @param {ReturnType<typeof import('./draft.js').createDraft>} options.draft
 * @param {(text:string, about:any) => boolean} options.send false = not taken, the text stays
 * @param {(writing:boolean, text:string) => void} options.onWriting
 * @param {(button:HTMLElement) => void} options.emoji
 * @param {(button:HTMLElement) => void} options.attach
 */
export function createComposer({ texts, draft, send, onWriting, emoji, attach }) {
  const { t } = texts;
  const touch = matchMedia('(hover: none) and (pointer: coarse)');
  const { box, form, hint, button, chip } = createField(t, emoji, attach, touch);
  const at = begun();
  const { submit, edited, setAbout, changed, grow } = createWriting(box, form, at, hint, texts, button, draft, chip, t, send, onWriting);

  listen(form, submit, box, button, edited, onWriting, at, setAbout, touch, draft, changed, grow);

  return {
    node: el('div', {}, hint, chip, form),
    focus: () => box.focus({ preventScroll: true }),
    refresh: changed,
    /** @param {number} chars */
    setLimit(chars) {
      at.limit = chars;
    },
    /** @param {boolean} off */
    disable(off) {
      box.disabled = off;
      changed();
    },
    /** What the next message is about. @param {string} id @param {string} words */
    quote(id, words) {
      setAbout(null, '');
      setAbout({ kind: 'quote', id }, words);
      box.focus();
    },
    /** @param {string} id @param {string} text */
    correct(id, text) {
      setAbout(null, '');
      setAbout({ kind: 'edit', id, before: box.value }, text);
      box.value = text;
      changed();
      box.focus();
    },
    calm: () => setAbout(null, ''),
    /** Puts a text back in front of what is there. @param {string} text */
    offer(text) {
      box.value = [text, box.value.trim()].filter(Boolean).join('\n');
      edited();
    },
    /** Where nothing has been begun. @param {string} text */
    prefill(text) {
      if (box.value.trim()) return;
      box.value = text;
      edited();
    },
    /** @param {{node:HTMLElement, send:() => void}|null} next */
    hold(next) {
      at.held?.node.remove();
      at.held = next;
      if (next) form.before(next.node);
      changed();
    },
    /** At the cursor. @param {string} text */
    insert(text) {
      const { selectionStart: from, selectionEnd: to } = box;
      box.setRangeText(text, from, to, 'end');
      edited();
      onWriting(true, box.value);
    },
    clear() {
      at.about = null;
      chip.hidden = true;
      box.value = '';
      edited();
    },
  };
}
