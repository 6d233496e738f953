/** Joining by an invitation's link: sends JSON, says what was wrong where it was wrong, and goes on to the inbox. */
import { Problem, request } from './api.js';
import { complain, field, judge } from './fields.js';
import { lang, t } from './texts.js';

/** @param {unknown} error @returns {[string, string]} the field and what to say there */
function explain(error) {
  if (!(error instanceof Problem)) return ['password', t('join.unexpected')];
  if (error.code === 'weak_password') return ['password', t('join.password_weak')];
  if (error.code === 'seat_limit') return ['password', t('join.seats')];
  if (error.status === 401) return ['password', t('join.gone_text')];
  if (error.status === 429) return ['password', t('join.throttled')];
  if (error.status === 400) return ['name', t('join.name_odd')];
  return ['password', t(error.status === 0 ? 'join.unreachable' : 'join.unexpected')];
}

export function startJoin() {
  const form = document.getElementById('join');
  if (!(form instanceof HTMLFormElement)) return;
  const host = document.querySelector('[data-host]');
  if (host) host.textContent = location.host;
  for (const id of ['name', 'password']) field(id).addEventListener('input', () => complain(id, ''));
  const token = document.querySelector('meta[name="token"]')?.getAttribute('content') ?? '';
  const button = /** @type {HTMLButtonElement} */ (form.querySelector('[type="submit"]'));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (button.getAttribute('aria-busy') === 'true') return;
    const name = field('name').value.trim();
    const password = field('password').value;
    const fine = judge({
      name: name ? '' : t('join.name_missing'),
      password: [...password].length < 10 ? t('join.password_hint') : '',
    });
    if (!fine) return;
    button.setAttribute('aria-busy', 'true');
    try {
      await request('POST', '/api/v1/join', { token, name, password, locale: lang });
      location.assign('/inbox');
    } catch (error) {
      button.removeAttribute('aria-busy');
      const [id, text] = explain(error);
      complain(id, text);
      field(id).focus();
    }
  });
}
