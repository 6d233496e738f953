/** The card under the list: how far the desk is set up, as a ring and as steps that lead to where each is done; and demo data's end. */
import { html, nothing } from '../../lit.js';
import { icon } from '../../parts/icons.js';
import { signal } from '../../signals.js';
import { tagTrouble } from '../../parts/tag.js';
import { plural, t } from '../../app/texts.js';

/** Where each step is done; a step that only customers can do leads to the shop page that comes with the desk. */
const PLACES = { shop: '/settings/shop', site: '/settings/widget#site', hours: '/settings/hours', colleague: '/settings/team', answers: '/settings/canned', first_answer: '/demo' };
const AROUND = 2 * Math.PI * 15;

/** @param {number} done @param {number} all */
const ring = (done, all) =>
  html`<span class="steps-ring" aria-hidden="true"
    ><svg viewBox="0 0 36 36" width="36" height="36"><circle cx="18" cy="18" r="15" /><circle class="steps-ring-done" cx="18" cy="18" r="15" stroke-dasharray="${(AROUND * done) / all} ${AROUND}" /></svg><b>${done}/${all}</b></span
  >`;

/** @param {import('../../store/first-steps.js').FirstStep} step */
function line({ name, done }) {
  const label = t(`inbox.step_${name}`);
  if (done) return html`<li class="done">${icon('circle-check', 18)}<span>${label}</span><span class="hidden">${t('inbox.step_done')}</span></li>`;
  const trouble = name === 'site' && tagTrouble(location.origin);
  const place = /** @type {Record<string, string>} */ (PLACES)[name];
  return html`<li>
    <a href=${place} target=${place === '/demo' ? '_blank' : nothing} rel=${place === '/demo' ? 'noopener' : nothing}>${icon('circle', 18)}<span>${label}${trouble ? html`<small class="step-trouble">${t(`inbox.step_site_${trouble}`)}</small>` : nothing}</span>${icon('chevron-right')}</a>
  </li>`;
}

/**
 * Where there are conversations, and on a phone, the steps unfold on a press: the conversations come first.
 * @param {import('../../store/desk.js').Desk} desk @param {import('../../app/ui.js').Ui} ui
 */
export function createFirstSteps(desk, ui) {
  /** @type {{value:boolean|null}} what the agent chose, if anything */
  const chosen = signal(null);

  const card = () => {
    const { steps, left, demo, work, removeDemo } = desk.firstSteps;
    const removing = work === 'removing';
    const open = chosen.value ?? (!ui.phone.value && desk.cache.counts?.all === 0);
    return html`<section class="first-steps" aria-labelledby="first-steps-title">
      <header>
        ${ring(steps.length - left, steps.length)}
        <div>
          <h2 id="first-steps-title">${plural('inbox.steps_left', left)}</h2>
          <button class="text-button quiet" aria-expanded=${open} aria-controls="first-steps-list" @click=${() => (chosen.value = !open)}>
            ${t(open ? 'inbox.steps_fold' : 'inbox.steps_unfold')}
          </button>
          ${demo ? html` · <button class="text-button quiet" aria-busy=${removing} @click=${removeDemo}>${t(removing ? 'inbox.demo_removing' : 'inbox.demo_remove_all')}</button>` : nothing}
        </div>
        <button class="icon-button" aria-label=${t('inbox.steps_dismiss')} title=${t('inbox.steps_dismiss')} @click=${desk.firstSteps.dismiss}>${icon('x')}</button>
      </header>
      <ul id="first-steps-list" ?hidden=${!open}>
        ${steps.map(line)}
      </ul>
    </section>`;
  };

  return () => {
    desk.ticks.frame.value;
    const { shown, demo, work, removeDemo } = desk.firstSteps;
    // One thing at a time: where the card is, it says so.
    return html`${demo && !shown
      ? html`<p class="demo-line">
          ${icon('info')}<span>${t('inbox.demo_there')}</span
          ><button class="text-button" aria-busy=${work === 'removing'} @click=${removeDemo}>${t(work === 'removing' ? 'inbox.demo_removing' : 'inbox.demo_remove')}</button>
        </p>`
      : nothing}
    ${shown ? card() : nothing}`;
  };
}
