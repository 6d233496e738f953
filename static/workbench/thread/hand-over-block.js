/** Where the bot handed over: why, and what there is to know before somebody answers. And where it was given back. */
import { t } from '../app/texts.js';
import { html, nothing } from '../lit.js';
import { icon } from '../parts/icons.js';
import { clock, exact } from '../parts/times.js';
import { reasonOf } from './bot-bubble.js';

/**
 * @typedef {object} Summary
 * @property {string[]} [asked]
 * @property {{faq_id:string, question:string}[]} [shown]
 * @property {number} [tried]
 * @property {Record<string, string>} [fields]
 */

/** The field's name in words, where it is one that every shop has. @param {string} name */
const fieldName = (name) => {
  const words = t(`bot_talk.field_${name}`);
  return words === `bot_talk.field_${name}` ? name : words;
};

/** @param {string} label @param {unknown} what */
const part = (label, what) => html`<div><dt>${label}</dt><dd>${what}</dd></div>`;

/** @param {import('../../im/types.js').EventEntry & {summary?:Summary}} entry */
function blockView(entry) {
  const { asked = [], shown = [], tried = 0, fields = {} } = entry.summary ?? {};
  const known = Object.entries(fields);
  return html`<div class="hand-over" role="group" aria-label=${t('bot_talk.handed')}>
    <header>
      ${icon('bot', 16)}<strong>${t('bot_talk.handed')}</strong><span class="hand-over-why">${reasonOf(String(entry.reason))}</span>
      <time datetime=${entry.at ?? ''} title=${exact(entry.at ?? '')}>${clock(entry.at ?? '')}</time>
    </header>
    ${asked.length || shown.length || known.length || tried > 1
      ? html`<dl>
          ${asked.length ? part(t('bot_talk.asked'), html`<ul>${asked.map((one) => html`<li>${one}</li>`)}</ul>`) : nothing}
          ${shown.length
            ? part(t('bot_talk.shown'), html`<ul>${shown.map((one) => html`<li><a href=${`/faq/${encodeURIComponent(one.faq_id)}`}>${one.question}</a></li>`)}</ul>`)
            : nothing}
          ${known.map(([name, value]) => part(fieldName(name), value))}
          ${tried > 1 ? part(t('bot_talk.tried'), t('bot_talk.tried_times', { count: tried })) : nothing}
        </dl>`
      : nothing}
  </div>`;
}

/**
 * A change of state that concerns the bot.
 * @param {import('../../im/types.js').EventEntry} entry @param {string} by who did it; empty = the desk
 */
export function stateView(entry, by) {
  if (entry.reason) return blockView(entry);
  return html`<div class="line">
    <time datetime=${entry.at ?? ''} title=${exact(entry.at ?? '')}>${clock(entry.at ?? '')}</time> ${entry.by?.kind === 'agent' ? t('bot_talk.line_given', { by }) : t('bot_talk.line_begins')}
  </div>`;
}
