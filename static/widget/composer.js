/**
 * Where the visitor writes. Grows with the text, keeps it over a reload, never sends while an input method is composing.
 * On touch keyboards Enter is a new line, since they show it as one.
 */
import { el, icon } from './dom.js';

/**
 * @param {object} options
 * @param {ReturnType<typeof import('./texts.js').createTexts>} options.texts
 * @param {ReturnType<typeof import('./draft.js').createDraft>} options.draft
 * @param {(text:string) => boolean} options.send false = not taken, the text stays
 * @param {(writing:boolean) => void} options.onWriting
 */
export function createComposer({ texts, draft, send, onWriting }) {
  const { t } = texts;
  const touch = matchMedia('(hover: none) and (pointer: coarse)');
  const box = el('textarea', { rows: '1', 'aria-label': t('message'), placeholder: t('placeholder'), autocomplete: 'off' });
  const button = el('button', { type: 'submit', class: 'send', disabled: true, 'aria-label': t('send'), title: t('send') }, icon('arrow-up', 22));
  const hint = el('p', { class: 'over', id: 'over', role: 'status', hidden: true });
  const form = el('form', { class: 'composer' }, box, button);
  let limit = 8000;

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
    const over = [...box.value].length - limit;
    const empty = !box.value.trim();
    hint.hidden = over <= 0;
    if (over > 0) hint.textContent = texts.count('over', over, { limit });
    if (over > 0) box.setAttribute('aria-describedby', 'over');
    else box.removeAttribute('aria-describedby');
    box.setAttribute('aria-invalid', String(over > 0));
    button.disabled = empty || over > 0 || box.disabled;
    grow();
  };
  const edited = () => {
    changed();
    draft.keep(box.value.trim() ? box.value : '');
  };
  const submit = () => {
    if (button.disabled || !send(box.value)) return;
    box.value = '';
    edited();
    onWriting(false);
  };

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
    onWriting(Boolean(box.value.trim()));
  });
  box.addEventListener('blur', () => onWriting(false));
  box.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
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

  return {
    node: el('div', {}, hint, form),
    focus: () => box.focus({ preventScroll: true }),
    refresh: changed,
    /** @param {number} chars */
    setLimit(chars) {
      limit = chars;
    },
    /** @param {string} key of the placeholder */
    invite(key) {
      box.placeholder = t(key);
    },
    /** @param {boolean} off */
    disable(off) {
      box.disabled = off;
      changed();
    },
    /** Puts a text back in front of what is there. @param {string} text */
    offer(text) {
      box.value = [text, box.value.trim()].filter(Boolean).join('\n');
      edited();
    },
    clear() {
      box.value = '';
      edited();
    },
  };
}
