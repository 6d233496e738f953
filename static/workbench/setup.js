/**
 * First run. Three steps on one page; the account is made after the second, the third works signed in and watches for the first
 * page that loads the chat. Fields survive a change of language (not the password).
 */
import { Problem, request } from './api.js';
import { readable } from './colour.js';
import { complain, field, judge, looksLikeEmail } from './fields.js';
import { initials } from './initials.js';
import { strength } from './strength.js';
import { tagLine, tagParts } from './tag.js';
import { lang, t } from './texts.js';

const SEEN_EVERY_MS = 2000;
const KEPT = ['name', 'email', 'shop'];
const KEEP = 'servicedesk.setup';

/** @param {string} name */
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? '';
/** @param {string} name */
const all = (name) => /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(`[${name}]`));
/** @param {string} name @param {string} text */
const say = (name, text) => all(name).forEach((place) => (place.textContent = text));

const accent = () => /** @type {HTMLInputElement} */ (document.querySelector('[name="accent"]:checked'))?.value ?? field('accent-own').value;

/** @param {HTMLElement} page */
function preview(page) {
  const name = field('name').value.trim();
  const shop = field('shop').value.trim();
  const step = page.dataset.step;
  say('data-preview-title', step === '1' ? name || t('setup.preview_name') : shop || t('setup.preview_shop'));
  say('data-preview-initial', initials((step === '1' ? name : shop) || '·'));
  say('data-preview-hello', name ? t('setup.preview_hello', { name }) : t('setup.preview_hello_nameless'));
  say('data-preview-shop', shop);
  const { accent: ground, on } = readable(accent());
  page.style.setProperty('--shop-accent', ground);
  page.style.setProperty('--shop-on-accent', on);
}

/** @param {HTMLElement} page @param {number} step */
function go(page, step) {
  page.dataset.step = String(step);
  for (const form of all('data-step-form')) form.hidden = form.dataset.stepForm !== String(step);
  for (const text of all('data-when')) text.hidden = text.dataset.when !== String(step);
  for (const dot of all('data-dot')) {
    const n = Number(dot.dataset.dot);
    dot.dataset.done = String(n < step);
    if (n === step) dot.setAttribute('aria-current', 'step');
    else dot.removeAttribute('aria-current');
  }
  preview(page);
  /** @type {HTMLElement|null} */ (document.querySelector(`[data-step-form="${step}"] h1`))?.focus();
}

const youComplaints = () => {
  const email = field('email').value.trim();
  return {
    name: field('name').value.trim() ? '' : t('setup.name_missing'),
    email: !email ? t('setup.email_missing') : looksLikeEmail(email) ? '' : t('setup.email_odd'),
    password: [...field('password').value].length >= 10 ? '' : t('setup.password_short'),
  };
};

/** What the desk refused, at the field it is about; true if that field is on the first step. @param {unknown} error */
function refused(error) {
  if (error instanceof Problem) {
    if (error.code === 'weak_password') {
      complain('password', t('setup.password_weak'));
      return true;
    }
    const fields = { name: 'name', email: 'email', password: 'password', shop_name: 'shop', accent: 'accent' };
    const id = fields[/** @type {keyof typeof fields} */ (error.field ?? '')];
    const texts = { name: 'name_missing', email: 'email_odd', password: 'password_short', shop: 'shop_missing', accent: 'accent_odd' };
    if (id) {
      complain(id, t(`setup.${texts[/** @type {keyof typeof texts} */ (id)]}`));
      return id === 'name' || id === 'email' || id === 'password';
    }
    if (error.status === 0) complain('create', t('setup.unreachable'));
    else if ([401, 403, 404, 409, 410].includes(error.status)) location.reload();
    else complain('create', t('setup.failed'));
    return false;
  }
  complain('create', t('setup.failed'));
  return false;
}

/** What was typed as web addresses; names without a scheme are https. @param {string} text */
function readOrigins(text) {
  const origins = [];
  for (const part of text.split(/[\s,，;；、]+/).filter(Boolean)) {
    const whole = /^https?:\/\//i.test(part) ? part : `https://${part}`;
    const star = whole.replace('://*.', '://');
    try {
      const { origin, hostname } = new URL(star);
      if (!/^(localhost|[\d.]+|\[.*\]|.*\.[^.]+)$/.test(hostname)) return { origins, odd: part };
      origins.push(star === whole ? origin : origin.replace('://', '://*.'));
    } catch {
      return { origins, odd: part };
    }
  }
  return { origins: [...new Set(origins)], odd: null };
}

/** @param {{url:string, at:string}} seen */
function showSeen(seen) {
  const box = all('data-seen')[0];
  if (!box) return;
  const minutes = Math.floor((Date.now() - Date.parse(seen.at)) / 60_000);
  const time = minutes < 1 ? t('setup.seen_now') : t('setup.seen_minutes', { count: minutes });
  box.dataset.seen = 'yes';
  say('data-seen-title', t('setup.seen_title'));
  say('data-seen-text', t('setup.seen_text', { url: seen.url.replace(/^https?:\/\//, ''), time }));
}

async function watch() {
  try {
    const { seen } = await request('GET', '/api/v1/setup/seen');
    if (seen) showSeen(seen);
  } catch {
    // The next look asks again.
  }
  setTimeout(watch, SEEN_EVERY_MS);
}

/** @param {{csrf_token:string, widget:{key:string, tag?:string}}} made */
function startThird(made) {
  const tag = made.widget.tag ?? tagLine(meta('origin'), made.widget.key);
  const code = /** @type {HTMLElement} */ (document.getElementById('tag'));
  for (const { text, kind } of tagParts(tag)) {
    const part = document.createElement('span');
    part.className = kind;
    part.textContent = text;
    code.append(part);
  }
  const copy = /** @type {HTMLElement} */ (document.querySelector('[data-copy]'));
  const label = /** @type {HTMLElement} */ (copy.lastElementChild);
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(tag);
      label.textContent = t('setup.copied');
      setTimeout(() => (label.textContent = t('setup.copy')), 2000);
    } catch {
      // Plain http has no clipboard: the line is selected instead, one key away.
      getSelection()?.selectAllChildren(code);
    }
  });

  const save = /** @type {HTMLButtonElement} */ (document.querySelector('[data-save-origins]'));
  const input = field('origins');
  input.addEventListener('input', () => {
    complain('origins', '');
    save.textContent = t('setup.origins_save');
  });
  const store = async () => {
    const { origins, odd } = readOrigins(input.value);
    if (odd) return complain('origins', t('setup.origins_odd', { origin: odd }));
    try {
      await request('PUT', '/api/v1/widgets/default/allowed-origins', { allowed_origins: origins }, made.csrf_token);
      input.value = origins.join(' ');
      save.textContent = t('setup.origins_saved');
      if (origins[0]) say('data-preview-address', new URL(origins[0].replace('*.', 'www.')).host);
    } catch {
      complain('origins', t('setup.failed'));
    }
  };
  save.addEventListener('click', store);
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    store();
  });
  say('data-preview-address', 'www.example.com');
  watch();
}

/** Typed fields over a change of language. @param {HTMLElement} page */
function keepFields(page) {
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
  preview(page);
}

export function startSetup() {
  const page = document.getElementById('setup');
  if (!page) return;
  keepFields(page);
  page.addEventListener('input', (event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    complain(input.id, '');
    complain('create', '');
    if (input.id === 'password') {
      const level = strength(input.value);
      const bar = /** @type {HTMLElement} */ (document.querySelector('.strength'));
      bar.dataset.strength = input.value ? String(level) : '';
      const hint = /** @type {HTMLElement} */ (document.getElementById('password-hint'));
      hint.textContent = input.value ? t(`setup.strength_${level}`) : t('setup.password_hint');
    }
    if (input.id === 'accent-own') {
      for (const one of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('[name="accent"]'))) one.checked = false;
    }
    preview(page);
  });

  const [first, second] = /** @type {HTMLFormElement[]} */ ([...all('data-step-form')]);
  first.addEventListener('submit', (event) => {
    event.preventDefault();
    if (judge(youComplaints())) go(page, 2);
  });
  /** @type {HTMLElement} */ (document.querySelector('[data-back]')).addEventListener('click', () => go(page, 1));

  const button = /** @type {HTMLButtonElement} */ (second.querySelector('[type="submit"]'));
  second.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (button.getAttribute('aria-busy') === 'true') return;
    if (!judge({ shop: field('shop').value.trim() ? '' : t('setup.shop_missing') })) return;
    button.setAttribute('aria-busy', 'true');
    try {
      const made = await request('POST', '/api/v1/setup', {
        token: meta('token'),
        name: field('name').value.trim(),
        email: field('email').value.trim(),
        password: field('password').value,
        locale: lang,
        shop_name: field('shop').value.trim(),
        accent: readable(accent()).accent,
        allowed_origins: [],
      });
      // The token is spent: what a reload shows is the inbox, not a dead link.
      history.replaceState(null, '', '/inbox');
      startThird(made);
      go(page, 3);
    } catch (error) {
      if (refused(error)) {
        go(page, 1);
        /** @type {HTMLElement|null} */ (page.querySelector('[aria-invalid]'))?.focus();
      }
    } finally {
      button.removeAttribute('aria-busy');
    }
  });
}
