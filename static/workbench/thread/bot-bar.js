/**
 * What stands over the field where the bot or the FAQ has something to say: that the bot answers, and how to take over; answers that
 * fit the customer's newest words, with their source and how well they fit; and, after a reply, whether it is worth keeping. Never
 * sends by itself. What became of a suggestion is told to the desk once the reply is there.
 */
import { t } from '../app/texts.js';
import { html, nothing } from '../lit.js';
import { icon } from '../parts/icons.js';
import { percent } from './bot-cards.js';
import { createAdvice } from './advice.js';
import { createKeeping } from './keeping.js';
import { unmarked } from '../../design/markdown.js';

/** @typedef {import('../store/desk.js').Desk} Desk */
/**
 * The field, and what is put into it.
 * @typedef {object} Writing
 * @property {() => HTMLTextAreaElement|null} field
 * @property {(edit:import('../store/writing.js').Edit) => void} put
 * @property {() => boolean} note   a note is written
 * @property {() => ((address:string) => void)|null} keep   leads to where entries are written; null = nobody here may
 */

/** One for the desk's store. @type {WeakMap<Desk, {advice:ReturnType<typeof createAdvice>, keeping:ReturnType<typeof createKeeping>}>} */
const made = new WeakMap();

/** @param {Desk} desk */
function of(desk) {
  let one = made.get(desk);
  if (!one) made.set(desk, (one = { advice: createAdvice(desk), keeping: createKeeping(desk, t('bot_talk.small').split('|')) }));
  return one;
}

/** What stands in the empty field while the bot answers. @param {Desk} desk */
export const placeholder = (desk) => t('bot_talk.placeholder', { name: botName(desk) });

/** As it signs in this conversation. @param {Desk} desk */
function botName(desk) {
  for (const entry of [...(desk.thread?.entries ?? [])].reverse()) if (entry.type === 'message' && entry.sender.kind === 'bot' && entry.sender.name) return entry.sender.name;
  return t('thread.sender_bot');
}

/** @param {Desk} desk @param {string} id */
const answering = (desk, id) => html`<div class="bot-answers" role="status">
  ${icon('bot', 16)}<span>${t('bot_talk.answers', { name: botName(desk) })}</span>
  <button class="button compact" type="button" aria-keyshortcuts="m" @click=${() => desk.assign(id, desk.agent.id)}>${t('bot_talk.take')}<kbd class="no-phone" aria-hidden="true">M</kbd></button>
</div>`;

/** Puts an answer where the caret is. @param {Writing} writing @param {string} words */
function insert({ field, put }, words) {
  const area = field();
  if (!area) return;
  const { value, selectionStart: from, selectionEnd: to } = area;
  put({ text: value.slice(0, from) + words + value.slice(to), start: from + words.length, end: from + words.length });
}

/** @param {Writing} writing @param {ReturnType<typeof createAdvice>} advice */
function adviceView(writing, advice) {
  const { items, chosen, shown } = advice.now();
  if (!items.length) return nothing;
  const one = items[chosen];
  const take = () => {
    insert(writing, shown.answer);
    advice.taken();
  };
  return html`<section class="advice" aria-label=${t('bot_talk.advice')}>
    <div class="advice-one">
      ${icon('sparkles', 18)}
      <div class="advice-what">
        <p class="advice-source"><b>${t('bot_talk.source', { question: shown.question })}</b> <span class="advice-p">${t('bot_talk.fits', { percent: percent(one.p) })}</span></p>
        <p class="advice-answer" lang=${shown.lang ?? nothing}>${unmarked(shown.answer).replace(/\n{2,}/g, '\n')}</p>
      </div>
      <span class="advice-does">
        <button class="button compact" type="button" @click=${take}>${t('bot_talk.insert')}<kbd class="no-phone" aria-hidden="true">Tab</kbd></button>
        ${advice.hasOther() ? html`<button class="text-button" type="button" @click=${() => advice.turn()}>${t(shown.other ? 'bot_talk.language_back' : 'bot_talk.language')}</button>` : nothing}
        <button class="icon-button" type="button" aria-label=${t('bot_talk.hide')} title=${`${t('bot_talk.hide')} · Esc`} @click=${() => advice.hide()}>${icon('x', 16)}</button>
      </span>
    </div>
    ${items.length > 1
      ? html`<div class="advice-more" role="group" aria-label=${t('bot_talk.choose')}>
          ${items.map(
            (other, index) => html`<button class="advice-pick" type="button" aria-pressed=${index === chosen} @click=${() => advice.choose(index)}>
              <kbd class="no-phone" aria-hidden="true">${index + 1}</kbd><span class="advice-name">${other.question}</span><span class="advice-p">${percent(other.p)}%</span>
            </button>`,
          )}
        </div>`
      : nothing}
  </section>`;
}

/** @param {Desk} desk @param {Writing} writing @param {ReturnType<typeof createKeeping>} keeping */
function keepView(desk, writing, keeping) {
  const pair = keeping.offered(desk.openId);
  const go = writing.keep();
  if (!pair || !go) return nothing;
  return html`<div class="keep" role="status">
    ${icon('sparkles', 16)}<span>${t('bot_talk.keep_ask')}</span>
    <button class="button compact" type="button" @click=${() => go(keeping.address(pair))}>${t('bot_talk.keep')}</button>
    <button class="icon-button" type="button" aria-label=${t('bot_talk.hide')} @click=${() => keeping.dismiss()}>${icon('x', 16)}</button>
  </div>`;
}

/** @param {Desk} desk @param {Writing} writing */
export function barView(desk, writing) {
  const { advice, keeping } = of(desk);
  const row = desk.row;
  if (!row) return nothing;
  if (row.state === 'bot') return answering(desk, row.id);
  advice.look(row);
  if (writing.note()) return nothing;
  const suggested = adviceView(writing, advice);
  return suggested === nothing ? keepView(desk, writing, keeping) : suggested;
}

/** Whether the key was meant for the suggestions: they have keys while nothing is written. @param {Desk} desk @param {Writing} writing @param {KeyboardEvent} event */
export function barKey(desk, writing, event) {
  const { advice } = of(desk);
  const { items, chosen, shown } = advice.now();
  if (!items.length || desk.row?.state === 'bot' || writing.note() || event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return false;
  if (event.key === 'Escape') {
    advice.hide();
    return true;
  }
  if (/** @type {HTMLTextAreaElement} */ (event.target).value) return false;
  const digit = /^[1-3]$/.test(event.key) ? Number(event.key) - 1 : -1;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
  if (event.key === 'Tab') {
    insert(writing, shown.answer);
    advice.taken();
    return true;
  }
  if (digit >= 0 && digit < items.length) {
    advice.choose(digit);
    return true;
  }
  if (step && items.length > 1) {
    advice.choose((chosen + step + items.length) % items.length);
    return true;
  }
  return false;
}
