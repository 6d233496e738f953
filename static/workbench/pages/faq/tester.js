/** A line as a customer might write it, tried against what is being written: what would be used, how near it comes, where the threshold is. */
import { html, live, nothing } from '../../lit.js';
import { t } from '../../app/texts.js';
import { icon } from '../../parts/icons.js';
import { verdictOf } from './check.js';

/** A share as a bar with the threshold in it. @param {number} p @param {number} threshold @param {boolean} own */
const bar = (p, threshold, own) =>
  html`<svg class="faq-bar ${own ? 'own' : ''}" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
    <rect width="100" height="4" rx="2"></rect><rect class="part" width=${Math.max(0, Math.min(100, p * 100))} height="4" rx="2"></rect
    ><rect class="line" x=${threshold * 100 - 0.5} width="1" height="4"></rect>
  </svg>`;

/** @param {number} p */
const figure = (p) => p.toFixed(2);

/** @param {import('./editor.js').Table} faq */
export function createTester({ editing }) {
  const verdict = () => {
    const { checked, draft, question, untried } = editing.at;
    if (untried) return html`<p class="faq-verdict hand_over" role="status">${t('faq_editor.untried')}</p>`;
    if (!question.trim() || !checked) return nothing;
    const { kind, p, own, other } = verdictOf(checked, draft.id);
    const said = kind === 'other' ? t('faq_editor.would_other', { question: other?.question ?? '' }) : t(`faq_editor.would_${kind}`);
    return html`<p class="faq-verdict ${kind}" role="status">
      ${icon(kind === 'this' ? 'circle-check' : 'info', 18)} <span>${said}</span> <b>${figure(kind === 'this' ? own : p)}</b>
    </p>`;
  };
  const bars = () => {
    const { checked, draft, question } = editing.at;
    if (!question.trim() || !checked) return html`<p class="faq-try-hint">${t('faq_editor.try_hint')}</p>`;
    const { own, other, threshold } = verdictOf(checked, draft.id);
    return html`<div class="faq-bars">
      <span>${bar(own, threshold, true)} ${t('faq_editor.this_one')} ${figure(own)}</span>
      ${other ? html`<span>${bar(other.p, threshold, false)} <span class="cut">${other.question}</span> ${figure(other.p)}</span>` : nothing}
      <span class="faq-line">${t('faq_editor.threshold', { p: figure(threshold) })}</span>
    </div>`;
  };
  return () => html`<section class="faq-try">
    <label for="faq-try">${t('faq_editor.try')}</label>
    <input
      id="faq-try"
      class="input"
      autocomplete="off"
      maxlength="500"
      placeholder=${t('faq_editor.try_placeholder')}
      .value=${live(editing.at.question)}
      @input=${(/** @type {FieldEvent} */ event) => editing.ask(event.target.value)}
    />
    ${verdict()} ${bars()}
  </section>`;
}
