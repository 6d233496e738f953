/** A message of the bot: its words, what could be pressed under them and what was, and why it said that. */
import { has, t } from '../app/texts.js';
import { html, nothing } from '../lit.js';
import { icon } from '../parts/icons.js';
import { openPopup } from '../parts/popup.js';
import { clock, exact } from '../parts/times.js';
import { askedBy, goesOn, percent, turnOf } from './bot-cards.js';
import { botFace } from './bot-face.js';
import { cardView, marked } from './message-content.js';

/** @typedef {import('../store/desk.js').Desk} Desk */
/** @typedef {import('../store/timeline.js').Bubble} Bubble */

/** Name as customers read it. @param {Bubble} piece */
const nameOf = (piece) => piece.sender.name ?? t('thread.sender_bot');

/** A bar as wide as it was sure. @param {number} p @param {number|null|undefined} threshold */
export const sure = (p, threshold) => html`<span class="sure">
  <svg class="sure-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    <rect class="sure-all" width="100" height="6"></rect><rect class="sure-is" width=${percent(p)} height="6"></rect>
    <rect class="sure-needs" x=${threshold ? percent(threshold) : 100} width="0.7" height="6"></rect>
  </svg>
  <span class="sure-text">${percent(p)}%</span>
</span>`;

/** An entry with how sure it was of it. @param {import('./bot-cards.js').Near} near @param {number} [threshold] */
const nearView = ({ faq_id: id, question, p }, threshold) =>
  html`${question ? html`<a href=${`/faq/${encodeURIComponent(id)}`}>${question}</a>` : html`<span>${t('bot_talk.entry_gone')}</span>`} ${p === null ? nothing : sure(p, threshold)}`;

/**
 * @param {import('./bot-cards.js').Turn} turn
 * @param {{zh:number, en:number}|null|undefined} thresholds from where on it answers
 */
function turnView({ outcome, reason, entry, others, language }, thresholds) {
  const threshold = thresholds?.[language.startsWith('zh') ? 'zh' : 'en'];
  const did = has(`bot_talk.outcome_${outcome}`) ? t(`bot_talk.outcome_${outcome}`) : t('bot_talk.outcome_nothing');
  const rest = others.filter((one) => one.faq_id !== entry?.faq_id).slice(0, 3);
  return html`<p class="why-did">${did}</p>
    ${reason ? html`<p class="why-reason">${reasonOf(reason)}</p>` : nothing}
    ${entry ? html`<div class="why-match"><span class="why-label">${t('bot_talk.matched')}</span> ${nearView(entry, threshold)}</div>` : nothing}
    ${rest.length
      ? html`<p class="why-label">${t(entry ? 'bot_talk.others' : 'bot_talk.nearest')}</p>
          <ul class="why-others">
            ${rest.map((one) => html`<li>${nearView(one, threshold)}</li>`)}
          </ul>`
      : nothing}
    ${threshold ? html`<p class="why-label">${t('bot_talk.threshold', { percent: percent(threshold) })}</p>` : nothing}`;
}

/** Why it handed over, in words. @param {string} reason */
export const reasonOf = (reason) => (has(`bot_talk.reason_${reason}`) ? t(`bot_talk.reason_${reason}`) : t('bot_talk.reason_other'));

/** @param {Desk} desk @param {HTMLElement} anchor @param {Bubble} piece */
async function showWhy(desk, anchor, piece) {
  const id = desk.openId;
  if (!id) return;
  /** @type {import('./bot-cards.js').Turn|null|undefined} */ let turn;
  /** @type {{zh:number, en:number}|null|undefined} */ let thresholds;
  let failed = false;
  const view = () => html`<div class="why">
    <h3>${t('bot_talk.why')}</h3>
    ${failed
      ? html`<p role="alert">${t('bot_talk.why_failed')}</p>`
      : turn === undefined
        ? html`<p aria-busy="true">${t('common.loading')}</p>`
        : turn
          ? turnView(turn, thresholds)
          : html`<p>${t('bot_talk.why_gone')}</p>`}
  </div>`;
  const again = openPopup(anchor, t('bot_talk.why'), view, { above: true });
  if (!again) return;
  try {
    const [{ items }, bot] = await Promise.all([desk.api.call('GET', `/conversations/${encodeURIComponent(id)}/bot`), desk.api.call('GET', '/bot').catch(() => null)]);
    thresholds = bot?.threshold;
    const entry = desk.thread?.entries.find((one) => one.sequence === piece.sequence);
    turn = turnOf(items, { sequence: piece.sequence, client_message_id: entry?.client_message_id });
  } catch {
    failed = true;
  }
  again();
}

/** What could be pressed, and what was. @param {Desk} desk @param {Bubble} piece */
function askedView(desk, piece) {
  const { choices, helped, person } = askedBy(piece.content?.card, piece.id ?? '', desk.thread?.entries ?? []);
  if (!choices.length && !helped && !person) return nothing;
  return html`<div class="bot-asked">
    ${choices.map((one) => html`<span class="chip ${one.chosen ? 'chip-chosen' : ''}">${one.chosen ? html`${icon('check', 12)}<span class="hidden">${t('bot_talk.chosen')} </span>` : nothing}${one.label}</span>`)}
    ${helped ? html`<span class="bot-verdict">${icon(helped === 'yes' ? 'thumbs-up' : 'thumbs-down', 14)}${t(`bot_talk.helped_${helped}`)}</span>` : nothing}
    ${person ? html`<span class="bot-verdict">${icon('user', 14)}${t('bot_talk.asked_person')}</span>` : nothing}
  </div>`;
}

/** @param {Bubble} piece */
const cardOf = ({ content }) => (content?.kind === 'card' ? content.card : null);

/** @param {Bubble} piece */
function wordsOf(piece) {
  const card = cardOf(piece);
  if (piece.text === null) return html`<em class="recalled">${t('thread.recalled')}</em>`;
  return card && card.type !== 'buttons' ? cardView(card) : marked(card?.text ?? piece.text);
}

/**
 * @param {Desk} desk @param {Bubble} piece @param {unknown} tools what can be done with it
 */
export function botBubble(desk, piece, tools) {
  const name = nameOf(piece);
  const own = cardOf(piece)?.type === 'buttons';
  return html`<div class="turn turn-own turn-bot ${piece.first ? '' : 'turn-joined'}">
    <div class="turn-body">
      <span class="hidden">${t('bot_talk.says', { name })}</span>
      ${tools}
      <div data-message=${piece.id ?? nothing} class="bubble bubble-own bubble-bot ${piece.first ? '' : 'joins'} ${piece.last ? '' : 'goes-on'}">${wordsOf(piece)}</div>
      ${own && piece.text !== null ? askedView(desk, piece) : nothing}
      <div class="stamp stamp-own">
        ${piece.last ? html`<span class="bot-who">${botFace(desk)}${t('bot_talk.automatic', { name })}</span>` : nothing}
        ${goesOn(piece, desk.thread?.entries ?? []) ? nothing : html`<button class="text-button" aria-haspopup="dialog" aria-expanded="false" @click=${(/** @type {FieldEvent} */ event) => showWhy(desk, event.currentTarget, piece)}>${t('bot_talk.why')}</button>`}
        ${piece.last ? html`<time datetime=${piece.at} title=${exact(piece.at)}>${clock(piece.at)}</time>` : nothing}
      </div>
    </div>
  </div>`;
}
