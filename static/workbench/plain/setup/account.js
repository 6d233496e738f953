/** Steps 1 and 2: the owner and the shop. The account is made when the second is sent; after that it changes the shop. */
import { Problem, request } from '../../api.js';
import { readable } from '../../parts/colour.js';
import { complain, field, judge, looksLikeEmail } from '../../parts/fields.js';
import { strength } from '../../parts/password-strength.js';
import { lang, t } from '../../app/texts.js';
import { linkToken } from '../link-token.js';
import { all } from './page.js';
import { accent } from './picture.js';

const KEPT = ['name', 'email', 'shop'];
const KEEP = 'servicedesk.setup';
const PASSWORD_CHARS = 10;

/** Whether the first step is filled in; what is missing is said. */
export function youAreSaid() {
  const email = field('email').value.trim();
  return judge({
    name: field('name').value.trim() ? '' : t('setup.name_missing'),
    email: !email ? t('setup.email_missing') : looksLikeEmail(email) ? '' : t('setup.email_odd'),
    password: [...field('password').value].length >= PASSWORD_CHARS ? '' : t('setup.password_short'),
  });
}

export const shopIsSaid = () => judge({ shop: field('shop').value.trim() ? '' : t('setup.shop_missing') });

const FIELDS = { name: 'name', email: 'email', password: 'password', shop_name: 'shop', accent: 'accent' };
const TEXTS = { name: 'name_missing', email: 'email_odd', password: 'password_short', shop: 'shop_missing', accent: 'accent_odd' };

/** What the desk refused, at the field it is about; true if that field is on the first step. @param {unknown} error */
export function refused(error) {
  const problem = error instanceof Problem ? error : null;
  if (problem?.code === 'weak_password') {
    complain('password', t('setup.password_weak'));
    return true;
  }
  const id = FIELDS[/** @type {keyof typeof FIELDS} */ (problem?.field ?? '')];
  if (id) {
    complain(id, t(`setup.${TEXTS[/** @type {keyof typeof TEXTS} */ (id)]}`));
    return id === 'name' || id === 'email' || id === 'password';
  }
  if (problem?.status === 0) complain('create', t('setup.unreachable'));
  else if (problem && [401, 403, 404, 409, 410].includes(problem.status)) location.reload();
  else complain('create', t('setup.failed'));
  return false;
}

/** Where the clocks of this browser are. */
const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Makes the owner and the shop. @returns {Promise<import('./page.js').Made>} */
export const makeDesk = () =>
  request('POST', '/api/v1/setup', {
    token: linkToken(),
    name: field('name').value.trim(),
    email: field('email').value.trim(),
    password: field('password').value,
    locale: lang,
    time_zone: timeZone(),
    shop_name: field('shop').value.trim(),
    accent: readable(accent()).accent,
    allowed_origins: [],
  });

/** The owner came back to the shop. @param {string} csrf */
export async function changeShop(csrf) {
  await request('PATCH', '/api/v1/shop', { name: field('shop').value.trim() }, csrf);
  await request('PATCH', '/api/v1/widgets/default', { settings: { accent: readable(accent()).accent } }, csrf);
}

export function showStrength() {
  const { value } = field('password');
  const level = strength(value);
  const bar = /** @type {HTMLElement} */ (document.querySelector('.strength'));
  bar.dataset.strength = value ? String(level) : '';
  const hint = /** @type {HTMLElement} */ (document.getElementById('password-hint'));
  hint.textContent = value ? t(`setup.strength_${level}`) : t('setup.password_hint');
}

/** Typed fields survive a change of language (not the password). */
export function keepFields() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEEP) ?? '{}');
    for (const id of KEPT) if (kept[id]) field(id).value = kept[id];
    sessionStorage.removeItem(KEEP);
    for (const link of all('data-lang')) {
      link.addEventListener('click', () =>
        sessionStorage.setItem(KEEP, JSON.stringify(Object.fromEntries(KEPT.map((id) => [id, field(id).value])))),
      );
    }
  } catch {
    // Storage is blocked: the fields are typed again.
  }
}
