/** Sign-in: sends JSON, says what was wrong where it was wrong, and goes on to where the person wanted to be. */
import { Problem, request } from '../api.js';
import { complain, field, judge, looksLikeEmail } from '../parts/fields.js';
import { lang, t } from '../app/texts.js';

/** Only places on this desk: an address from elsewhere in `next` would make the sign-in page a stranger's helper. */
function destination() {
  const next = document.querySelector('meta[name="next"]')?.getAttribute('content') || '/inbox';
  return /^\/(?![/\\])/.test(next) ? next : '/inbox';
}

/** @param {number|null} seconds */
function throttled(seconds) {
  if (!seconds) return t('login.throttled_soon');
  const format = (/** @type {number} */ value, /** @type {string} */ unit) =>
    new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  return t('login.throttled', { time: seconds < 90 ? format(seconds, 'second') : format(Math.ceil(seconds / 60), 'minute') });
}

/** @param {unknown} error */
function explain(error) {
  if (!(error instanceof Problem)) return t('login.unexpected');
  if (error.status === 0) return t('login.unreachable');
  if (error.status === 429) return throttled(error.retryAfter);
  if (error.status === 403) return t('login.disabled');
  if (error.status === 401 || error.status === 400) return t('login.wrong');
  return t('login.unexpected');
}

export function startLogin() {
  const form = document.getElementById('login');
  if (!(form instanceof HTMLFormElement)) return;
  const host = document.querySelector('[data-host]');
  if (host) host.textContent = location.host;
  // The language links keep where the person was going.
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('a[data-lang]'))) {
    const here = new URL(location.href);
    here.searchParams.set('lang', link.dataset.lang ?? '');
    link.href = here.search;
  }
  for (const id of ['email', 'password']) field(id).addEventListener('input', () => complain(id, ''));

  const button = /** @type {HTMLButtonElement} */ (form.querySelector('[type="submit"]'));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (button.getAttribute('aria-busy') === 'true') return;
    const email = field('email').value.trim();
    const password = field('password').value;
    const fine = judge({
      email: !email ? t('login.email_missing') : looksLikeEmail(email) ? '' : t('login.email_odd'),
      password: password ? '' : t('login.password_missing'),
    });
    if (!fine) return;
    button.setAttribute('aria-busy', 'true');
    try {
      await request('POST', '/api/v1/login', { email, password });
      location.assign(destination());
    } catch (error) {
      button.removeAttribute('aria-busy');
      complain('password', explain(error));
      field('password').select();
    }
  });
}
