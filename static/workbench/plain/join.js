/** Joining by an invitation's link: sends JSON, says what was wrong where it was wrong, and goes on to the inbox. */
import { Problem, request } from '../api.js';
import { complain, field, judge } from '../parts/fields.js';
import { isUnseen, keepToken, linkToken } from './link-token.js';
import { lang, t } from '../app/texts.js';

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

/** Asks whom the link is for, where the page does not know yet. @param {HTMLFormElement} form */
async function meet(form) {
  if (!isUnseen()) return;
  try {
    const { email, name } = await request('POST', '/api/v1/join/check', { token: linkToken() });
    field('email').value = email;
    field('name').value = name;
  } catch (error) {
    // The page behind a query that holds no token says that the link is gone.
    if (error instanceof Problem && error.status === 401) return location.replace('/join?token=');
    complain('password', explain(error)[1]);
  }
  form.hidden = false;
  field('password').focus();
}

export function startJoin() {
  const form = document.getElementById('join');
  if (!(form instanceof HTMLFormElement)) return;
  const host = document.querySelector('[data-host]');
  if (host) host.textContent = location.host;
  for (const id of ['name', 'password']) field(id).addEventListener('input', () => complain(id, ''));
  const token = linkToken();
  addEventListener('hashchange', () => location.reload());
  keepToken();
  meet(form);
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
