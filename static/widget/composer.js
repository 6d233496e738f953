/**
 * Where the visitor writes. Grows with the text, keeps it over a reload, never sends while an input method is composing.
 * On touch keyboards Enter is a new line, since they show it as one. What a message is about (a quote, a correction) stands
 * above the field.
 */
import { isBlank } from '../im/text.js';
import { el, icon } from './dom.js';

/**
 * @typedef {object} About   the message that the next one quotes or corrects
 * @property {'quote'|'edit'} kind
 * @property {string} id
 * @property {HTMLElement} node tells of it above the field
 * @property {string} [before] words that were begun before the correction
 */

/** What is written about, and whether it may go. */
const begun = () => ({
  limit: 8000,
  /** @type {About|null} */
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
  // Phones have their own.
  const form = el('form', { class: 'composer' }, plus, box, !touch.matches && smile, button);

  return { box, form, hint, button };
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
 * @param {(text:string, about:About|null) => boolean} send
 * @param {(writing:boolean, text:string) => void} onWriting
 */
function createWriting(box, form, at, hint, texts, button, draft, send, onWriting) {
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
  /** @param {About|null} next */
  const setAbout = (next) => {
    const last = at.about;
    at.about = next;
    last?.node.remove();
    if (next) hint.after(next.node);
    if (last?.kind !== 'edit') return;
    box.value = last.before ?? '';
    edited();
  };
  const submit = () => {
    if (button.disabled || (!isBlank(box.value) && !send(box.value, at.about))) return;
    at.held?.send();
    box.value = '';
    setAbout(null);
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
 * @param {(next:null) => void} setAbout
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
      return setAbout(null);
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
 * @param {(text:string, about:About|null) => boolean} options.send false = not taken, the text stays
 * @param {(writing:boolean, text:string) => void} options.onWriting
 * @param {(button:HTMLElement) => void} options.emoji
 * @param {(button:HTMLElement) => void} options.attach
 */
export function createComposer({ texts, draft, send, onWriting, emoji, attach }) {
  const { t } = texts;
  const touch = matchMedia('(hover: none) and (pointer: coarse)');
  const { box, form, hint, button } = createField(t, emoji, attach, touch);
  const at = begun();
  const { submit, edited, setAbout, changed, grow } = createWriting(box, form, at, hint, texts, button, draft, send, onWriting);

  listen(form, submit, box, button, edited, onWriting, at, setAbout, touch, draft, changed, grow);

  return {
    node: el('div', {}, hint, form),
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
    /** What the next message is about. @param {Omit<About, 'before'>} next @param {string} [text] to be corrected */
    about(next, text) {
      setAbout(null);
      setAbout({ ...next, before: box.value });
      if (text) box.value = text;
      changed();
      box.focus();
    },
    calm: () => setAbout(null),
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
      setAbout(null);
      box.value = '';
      edited();
    },
  };
}
