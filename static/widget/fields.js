/**
 * Fields of a form with a rule each: drawn, checked and read. An error stands under its field, says what is missing in words, and
 * goes away as soon as it is mended. Used by the forms before a conversation and by cards.
 */
import { isBlank } from '../im/text.js';
import { el, icon } from './dom.js';

const TEXT_CHARS = 500;

/**
 * What is wrong with a value; the name of a text, or null.
 * @param {{type:string, required?:boolean}} field @param {string|boolean} value
 */
export function problemOf({ type, required }, value) {
  if (type === 'checkbox' || type === 'consent') return required && !value ? (type === 'consent' ? 'rule.consent' : 'rule.checkbox') : null;
  const text = String(value).trim();
  if (isBlank(text)) return required ? (type === 'select' ? 'rule.select' : 'rule.required') : null;
  if ([...text].length > TEXT_CHARS) return 'rule.long';
  if (type === 'email') {
    if (!text.includes('@')) return 'rule.email_at';
    const [name, host = '', ...rest] = text.split('@');
    if (!name || rest.length || /\s/.test(text)) return 'rule.email';
    return /^[^.]+(\.[^.]+)+$/.test(host) ? null : 'rule.email_host';
  }
  if (type === 'number') return /^[+-]?\d+([.,]\d+)?$/.test(text) ? null : 'rule.number';
  if (type === 'date') return /^\d{4}-\d\d-\d\d$/.test(text) ? null : 'rule.date';
  if (type === 'phone') {
    if (!/^[+\d\s().-]+$/.test(text)) return 'rule.phone';
    const digits = text.replace(/\D/g, '').length;
    return digits < 5 ? 'rule.phone_short' : digits > 20 ? 'rule.phone' : null;
  }
  return null;
}

const AUTOCOMPLETE = /** @type {Record<string, string>} */ ({ email: 'email', phone: 'tel' });
const INPUT = /** @type {Record<string, string>} */ ({ email: 'email', phone: 'tel', text: 'text', date: 'date' });

/**
 * The fields of one form.
 * @param {Array<{id:string, type:string, label:string, required?:boolean, options?:string[]}>} fields
 * @param {{texts:import('./types.js').Texts, prefix:string, values?:Record<string,string>}} how
 */
export function createFields(fields, { texts, prefix, values = {} }) {
  const { t } = texts;
  const parts = fields.map((field) => {
    const { id, type, label, required } = field;
    const name = `${prefix}-${id}`;
    const tick = type === 'checkbox' || type === 'consent';
    const error = el('p', { class: 'field-error', id: `${name}-error`, hidden: true });
    const shared = { id: name, 'aria-required': required ? 'true' : null, 'aria-describedby': `${name}-error` };
    /** @type {any} */ let input;
    if (type === 'select') {
      input = el('select', shared, el('option', { value: '' }, t('form.choose')), ...(field.options ?? []).map((one) => el('option', { value: one }, one)));
    } else if (tick) input = el('input', { ...shared, type: 'checkbox' });
    else input = el('input', { ...shared, type: INPUT[type] ?? 'text', autocomplete: AUTOCOMPLETE[type] ?? (id === 'name' ? 'name' : 'off'), inputmode: type === 'number' ? 'decimal' : null, maxlength: TEXT_CHARS });
    if (tick) input.checked = values[id] === 'true';
    else if (values[id]) input.value = values[id];
    const optional = !required && !tick ? el('span', { class: 'optional' }, t('form.optional')) : null;
    const node = tick
      ? el('div', { class: 'field' }, el('label', { class: 'tick', for: name }, input, el('span', {}, label)), error)
      : el('div', { class: 'field' }, el('div', { class: 'field-head' }, el('label', { for: name }, label), optional), input, error);
    const read = () => (tick ? input.checked : input.value.trim());
    const check = () => {
      const problem = problemOf(field, read());
      error.hidden = !problem;
      error.replaceChildren(...(problem ? [icon('circle-alert', 16), el('span', {}, t(problem))] : []));
      if (problem) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
      return !problem;
    };
    input.addEventListener('input', () => input.hasAttribute('aria-invalid') && check());
    input.addEventListener('change', () => input.hasAttribute('aria-invalid') && check());
    return { field, node, input, read, check, error };
  });

  return {
    nodes: parts.map((part) => part.node),
    /** All of them; the first that is wrong gets the focus. @returns {boolean} */
    check() {
      const wrong = parts.filter((part) => !part.check());
      wrong[0]?.input.focus();
      return !wrong.length;
    },
    /** What the desk found wrong. @param {string} id @returns {boolean} whether it is a field of this form */
    refuse(id) {
      const part = parts.find((one) => one.field.id === id);
      if (!part) return false;
      part.error.hidden = false;
      part.error.replaceChildren(icon('circle-alert', 16), el('span', {}, t('rule.refused')));
      part.input.setAttribute('aria-invalid', 'true');
      part.input.focus();
      return true;
    },
    /** @returns {Record<string, string>} what was filled in, as text */
    values: () => Object.fromEntries(parts.map(({ field, read }) => [field.id, String(read())]).filter(([, value]) => value && value !== 'false')),
    /** As a person reads it, a line per answer. */
    words: () =>
      parts
        .map(({ field, read }) => {
          const value = read();
          if (typeof value === 'boolean') return value ? t('form.ticked', { label: field.label }) : '';
          return value ? t('form.answer', { label: field.label, value }) : '';
        })
        .filter(Boolean)
        .join('\n'),
    focus: () => parts[0]?.input.focus({ preventScroll: true }),
    disable() {
      for (const { input } of parts) input.disabled = true;
    },
  };
}
