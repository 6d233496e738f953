/** What a conversation was split off, shown above its first word. */
import { unmarked } from '../design/markdown.js';
import { el } from './dom.js';

const PAGE = 50;

/**
 * Draws it once all of the conversation is there.
 * @param {object} options
 * @param {import('./types.js').Timeline} options.timeline
 * @param {import('./types.js').Client} options.client
 * @param {import('./types.js').Texts} options.texts
 * @param {NonNullable<import('./types.js').Row['source']>} options.source
 */
export async function drawSource({ timeline, client, texts, source }) {
  const greeting = timeline.node.querySelector('.greeting');
  if (!greeting || timeline.node.querySelector('.source')) return;
  const holder = el('div', { class: 'source', role: 'group', 'aria-label': texts.t('source.title') });
  greeting.after(holder);
  const wanted = new Set(source.sequences);
  /** @type {import('./types.js').MessageEntry[]} */ const found = [];
  let before = Math.max(...source.sequences) + 1;
  while (before > Math.min(...source.sequences)) {
    const { entries } = await client.older(source.conversation_id, before, PAGE);
    found.unshift(...entries.flatMap((one) => (one.type === 'message' && wanted.has(one.sequence) ? [one] : [])));
    if (!entries.length) break;
    before = entries[0].sequence;
  }
  const { t } = texts;
  holder.replaceChildren(
    el('p', { class: 'source-title' }, t('source.title')),
    ...found.map(({ sender, content, sent_at: at }) =>
      el(
        'p',
        {},
        el('b', {}, sender.kind === 'visitor' ? t('you') : sender.name ?? ''),
        el('time', {}, ` ${texts.time(new Date(at))} `),
        el('span', {}, content ? unmarked(content.text || content.name || t('unsupported')) : t('recalled.short')),
      ),
    ),
  );
}
