/**
 * First run: five steps on one page. The account is made after the second; the others work signed in, and each can wait: what is
 * left stands in the inbox, on the set-up list.
 */
import { Problem, request } from '../../api.js';
import { complain } from '../../parts/fields.js';
import { isUnseen, keepToken, linkToken } from '../link-token.js';
import { changeShop, keepFields, makeDesk, refused, shopIsSaid, showStrength, youAreSaid } from './account.js';
import { startHours } from './hours.js';
import { all, busy } from './page.js';
import { drawPicture } from './picture.js';
import { startSite } from './site.js';
import { startTeam } from './team.js';

const STEPS = 5;

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
  drawPicture(page);
  scrollTo(0, 0);
  /** @type {HTMLElement|null} */ (document.querySelector(`[data-step-form="${step}"] h1`))?.focus();
}

/** Whether this page may be filled in; where not, it says where the link is. @param {HTMLElement} page */
async function isOpen(page) {
  if (!isUnseen()) return true;
  const show = () => {
    for (const part of all('data-asked')) part.hidden = false;
    return false;
  };
  if (!linkToken()) return show();
  try {
    await request('POST', '/api/v1/setup/check', { token: linkToken() });
  } catch (error) {
    // The page behind a query that holds no token says what is wrong.
    if (!(error instanceof Problem && error.status === 401)) return show();
    location.replace('/setup?token=');
    return false;
  }
  page.hidden = false;
  /** @type {HTMLElement|null} */ (page.querySelector('[autofocus]'))?.focus();
  return true;
}

export async function startSetup() {
  const page = document.getElementById('setup');
  if (!page) return;
  // A link that is opened in the page that asks for it changes what stands behind the `#` and nothing else.
  addEventListener('hashchange', () => location.reload());
  if (!(await isOpen(page))) return;
  keepToken();
  /** @type {import('./page.js').Made|null} */ let made = null;
  /** @type {Record<number, import('./page.js').Step>} */ const later = {};
  const step = () => Number(page.dataset.step);
  const next = () => (step() === STEPS ? location.assign('/inbox') : go(page, step() + 1));
  const back = () => go(page, step() - 1);

  keepFields();
  drawPicture(page);
  page.addEventListener('input', (event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    complain(input.id, '');
    for (const id of ['create', 'days', 'times', 'answers']) complain(id, '');
    if (input.id === 'password') showStrength();
    if (input.id === 'accent-own') {
      for (const one of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('[name="accent"]'))) one.checked = false;
    }
    drawPicture(page);
  });

  const create = async () => {
    try {
      if (made) await changeShop(made.csrf_token);
      else {
        made = await makeDesk();
        // The token is spent: what a reload shows is the inbox, not a dead link.
        history.replaceState(null, '', '/inbox');
        // The account stands: its name and address change in the settings from now on.
        /** @type {HTMLElement} */ (document.querySelector('[data-step-form="2"] [data-back]')).hidden = true;
        later[3] = startSite(made);
        later[4] = startHours(made);
        later[5] = startTeam(made);
      }
      next();
    } catch (error) {
      if (refused(error)) {
        back();
        /** @type {HTMLElement|null} */ (page.querySelector('[aria-invalid]'))?.focus();
      }
    }
  };
  const leave = async () => {
    if (step() === 1) return youAreSaid() && next();
    if (step() === 2) return shopIsSaid() && create();
    return (await later[step()].save()) && next();
  };
  for (const form of /** @type {HTMLFormElement[]} */ ([...all('data-step-form')])) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      busy(/** @type {HTMLElement} */ (form.querySelector('[type="submit"]')), async () => void (await leave()));
    });
  }
  for (const button of all('data-later')) button.addEventListener('click', next);
  for (const button of all('data-back')) button.addEventListener('click', back);
}
