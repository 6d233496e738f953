/** Earlier pages of the conversation that is shown, and the greeting above its first word. */
import { face, pictureAt } from '../dom.js';
import { when } from './entries.js';

const FIRST_PAGE = 30;
const PAGE = 50;

/**
 * Loads what was said before.
 * @param {import('../talk.js').Options} frame
 * @param {import('../talk.js').Here} here
 * @param {object} parts
 * @param {ReturnType<typeof import('./people.js').createPeople>} parts.people
 * @param {ReturnType<typeof import('./entries.js').createEntries>} parts.entries
 * @param {ReturnType<typeof import('./unsent.js').createUnsent>} parts.unsent
 * @param {() => void} onPage one has come
 */
export function createHistory({ client, timeline, cache, texts, extras }, here, { people, entries, unsent }, onPage) {
  /** History is still to come from before this entry; null = from its end, false = there is none. @type {number|null|false} */
  let ahead = false;
  let busy = false;
  let crowned = false;
  /** Pages of what was shown before are not for what is shown now. */
  let epoch = 0;

  /** @param {import('../types.js').Entry[]} page */
  const show = (page) => {
    const items = [];
    let before = when(page.find((one) => one.sent_at)?.sent_at);
    for (const entry of page) {
      cache.take(entry, entries.textOf(entry.content));
      // A message this page shows already, sent from here and settled while the page was on its way.
      const id = entry.client_message_id ?? '';
      const double = here.known.get(id);
      if (id && double) {
        timeline.remove(double.node);
        here.known.delete(id);
        unsent.drop(id);
        here.known.delete(String(entry.sequence));
      }
      const item = entries.make(entry, before);
      if (item) {
        before = item.at;
        items.push(item);
      }
    }
    timeline.prepend(items);
    for (const entry of page) if (entry.kind === 'edited' || entry.kind === 'recalled') entries.effect(entry);
  };
  /** The greeting stands above the first word of a conversation. */
  const crown = () => {
    const { settings } = here;
    if (crowned || !settings.shop_name) return;
    crowned = true;
    const { welcome, offline } = settings.texts ?? {};
    const author = people.shopName();
    const text = (settings.open?.now === false && offline) || welcome || settings.greeting || texts.t('greeting');
    const { node } = entries.makeBubble({ mine: false, author, group: 'greeting', at: new Date(), content: { kind: 'text', text } });
    node.classList.add('greeting');
    node.querySelector('.more')?.remove();
    node.querySelector('.face')?.replaceWith(face(author, 28, pictureAt(settings.logo)));
    timeline.crown(node);
    extras.end();
  };
  /** @param {number} mine epoch */
  const next = async (mine) => {
    const id = /** @type {string} */ (here.current);
    const before = ahead;
    const page = before === null ? await client.load(id, FIRST_PAGE) : await client.older(id, /** @type {number} */ (before), PAGE);
    if (mine !== epoch) return;
    if (before === null) {
      entries.begin();
      const last = [...page.entries].reverse().find((one) => one.kind === 'assigned' || one.sender?.kind === 'agent');
      if (last) entries.effect(last);
    }
    show(page.entries);
    ahead = page.more && page.entries.length ? page.entries[0].sequence : false;
    onPage();
  };

  return {
    /** Loads earlier pages until the view is full or there is nothing earlier. */
    async more() {
      if (busy) return;
      busy = true;
      const mine = epoch;
      try {
        while (ahead !== false && timeline.hungry() && mine === epoch) await next(mine);
      } catch {
        // The link is away or everything was forgotten; the next look asks again.
      } finally {
        if (mine === epoch) busy = false;
      }
      if (mine === epoch && ahead === false) crown();
    },
    /** Begins at the end of what is shown now. @param {boolean} [waits] nothing is asked before the desk has said what there is */
    turn(waits = false) {
      epoch += 1;
      busy = false;
      crowned = waits;
      ahead = here.current && !waits ? null : false;
    },
    /** What is shown has a history that nobody knew of. */
    found() {
      ahead = null;
    },
  };
}
