/** Where a question came from: the conversations, each a way into it; and what is to happen once it is answered. */
import { html, nothing } from '../../lit.js';
import { lang, plural, t } from '../../app/texts.js';
import { toggle } from './toggle.js';
import { contactAvatar } from '../../parts/people.js';
import { when } from '../../parts/times.js';

/** Conversations that are shown at first, and with each further look. */
const FIRST = 4;
const MORE = 20;

/** @param {import('./gaps.js').Example} one */
function became(one) {
  if (one.answer) return html`<span class="faq-example-more cut">${t('faq_editor.answered_by', { name: one.agent_name ?? t('faq_editor.somebody'), answer: one.answer })}</span>`;
  if (one.outcome === 'ticket') return html`<span class="faq-row-warn">${t('faq_editor.became_a_ticket')}</span>`;
  if (one.outcome === 'left') return html`<span class="faq-row-warn">${t('faq_editor.left')}</span>`;
  return nothing;
}

/** @param {import('./gaps.js').Example} one */
const example = (one) => html`<li>
  <a class="faq-example" href="/inbox/${encodeURIComponent(one.conversation_id)}?at=${one.sequence}">
    <span class="faq-example-who">
      ${contactAvatar({ id: one.conversation_id, name: one.contact_name })}<b class="cut">${one.contact_name ?? t('faq_editor.visitor')}</b
      ><time datetime=${one.at}>${when(one.at, Date.now())}</time>
    </span>
    <span class="faq-example-asked">${one.question}</span>
    ${became(one)}
  </a>
</li>`;

/** @param {import('./editor.js').Table} faq */
export function createGapSide(faq) {
  const { api, editing, changed } = faq;
  /** @type {{id:string, items:import('./gaps.js').Example[], cursor:string|null, phase:'loading'|'ready'|'failed'}} */
  let at = { id: '', items: [], cursor: null, phase: 'loading' };
  /** @param {string} id @param {boolean} more */
  const load = async (id, more) => {
    const mine = at;
    try {
      const { questions, next_cursor } = await api.gap(id, { limit: more ? MORE : FIRST, cursor: more ? mine.cursor : null });
      if (at !== mine) return;
      mine.items = more ? [...mine.items, ...questions] : questions;
      Object.assign(mine, { cursor: next_cursor ?? null, phase: 'ready' });
    } catch {
      if (at !== mine) return;
      if (!more) mine.phase = 'failed';
    }
    changed();
  };
  const switches = () => {
    const { draft, tell } = editing.at;
    // Who was answered needs no word; of the rest the desk finds those it still reaches.
    const told = new Set(at.items.filter((one) => !one.answer).map((one) => one.conversation_id)).size;
    const all = at.cursor === null && at.phase === 'ready';
    return html`<div class="faq-after">
      <h3>${t('faq_editor.afterwards')}</h3>
      ${toggle(draft.bot, (on) => editing.edit((one) => void (one.bot = on)), t('faq_editor.bot_may'))}
      ${toggle(draft.public, (on) => editing.edit((one) => void (one.public = on)), t('faq_editor.article'))}
      ${toggle(
        tell,
        (on) => {
          editing.at.tell = on;
          changed();
        },
        all && told ? plural('faq_editor.tell', told) : t('faq_editor.tell_all'),
        all && !told ? t('faq_editor.tell_none') : undefined,
        all && !told,
      )}
    </div>`;
  };
  return () => {
    const { gap } = editing.at;
    if (!gap) return nothing;
    if (at.id !== gap.id) {
      at = { id: gap.id, items: [], cursor: null, phase: 'loading' };
      load(gap.id, false);
    }
    const rest = Math.max(0, gap.examples - at.items.length);
    return html`<header class="faq-side-head"><h3>${t('faq_editor.from_these')}</h3><span class="faq-number">${new Intl.NumberFormat(lang).format(gap.examples)}</span></header>
      ${at.phase === 'loading' ? html`<p class="faq-note" role="status">${t('common.loading')}</p>` : nothing}
      ${at.phase === 'failed' ? html`<p class="faq-note" role="alert">${t('faq.failed')} <button class="text-button" @click=${() => load(gap.id, false)}>${t('common.retry')}</button></p>` : nothing}
      <ul class="faq-examples">
        ${at.items.map(example)}
      </ul>
      ${at.cursor ? html`<button class="text-button faq-examples-more" @click=${() => load(gap.id, true)}>${plural('faq_editor.more_examples', rest)}</button>` : nothing} ${switches()}`;
  };
}
