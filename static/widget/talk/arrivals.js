/** What comes from the delivery core, and where it goes: into the conversation that is shown, the cache, the count. */
import { when } from './entries.js';

/**
 * What becomes of the visitor's own messages.
 * @param {import('../talk.js').Options} frame
 * @param {import('../talk.js').Here} here
 * @param {import('../talk.js').Parts} parts
 * @param {(id:string) => void} begin
 */
function createSettling({ client, timeline, extras }, here, { entries, history, receipts, unsent }, begin) {
  /** The desk has taken it. @param {string} id @param {import('../timeline.js').Bubble} bubble @param {import('../types.js').MessageEntry} entry */
  const settle = (id, bubble, entry) => {
    unsent.drop(id);
    const elsewhere = entry.conversation_id !== here.current;
    if (elsewhere && !here.current) {
      begin(entry.conversation_id);
      // It went on with one that has a history.
      if (entry.sequence > 1 && !client.conversation(entry.conversation_id)?.last) history.found();
    }
    // Sent again by a page that did not know that it had arrived: it stands there.
    const before = here.known.get(String(entry.sequence));
    if (before?.entry) timeline.remove(before.node);
    entries.remember(entry, bubble);
    bubble.update({ state: receipts.markOf(entry), waiting: 0, at: when(entry.sent_at) });
    // Another page's words may have been taken before those written here: what is settled stands above what is not.
    timeline.raise(bubble.node, unsent.first());
    // The desk took it into another conversation than the one shown, whose time to reopen had passed.
    if (elsewhere && here.current !== entry.conversation_id) extras.moved(entry.conversation_id);
    history.more();
  };

  /** @param {import('../../im/types.js').Events['outbox']} news */
  return ({ item, change, entry }) => {
    const { client_message_id: id, code } = item;
    const bubble = unsent.get(id);
    if (change === 'settled' && bubble && entry?.type === 'message') {
      settle(id, bubble, entry);
    } else if (change === 'removed' && bubble) {
      unsent.drop(id);
      here.known.delete(id);
      timeline.remove(bubble.node);
    } else if (!bubble && unsent.belongs(item) && (change === 'queued' || change === 'sending' || change === 'failed')) {
      unsent.add(item);
    } else if (bubble) {
      bubble.update({ state: change === 'failed' ? 'failed' : 'sending', code });
      timeline.regroup(bubble.node);
    }
    unsent.draw();
  };
}

/**
 * Listens to the core.
 * @param {import('../talk.js').Options} frame
 * @param {import('../talk.js').Here} here
 * @param {import('../talk.js').Parts} parts
 * @param {() => void} changed the cache, the count or a state has
 */
export function followCore(frame, here, parts, changed) {
  const { client, timeline, composer, cache, tell, extras, onHeard } = frame;
  const { people, receipts, entries, unsent } = parts;
  /** What had no name has one now. @param {string} id */
  const begin = (id) => {
    here.current = id;
    here.fresh = false;
    extras.named(id);
  };
  /** @param {import('../types.js').Entry} entry @param {boolean} own */
  const arrive = (entry, own) => {
    const { conversation_id: id, sequence, sender } = entry;
    cache.take(entry, entries.textOf(entry.content));
    // Somebody who has not begun anything here follows what they began in another tab.
    if (here.current === null && !here.fresh && sequence === 1 && unsent.empty) begin(id);
    if (id === here.current) {
      if (client.conversation(id)?.last === null) client.adopt(id, sequence);
      entries.effect(entry);
      const item = entries.make(entry);
      if (item) timeline.append(item.node, item.at, { before: unsent.first() });
    }
    if (sender && !own && sender.kind !== 'visitor') onHeard(entry, people.nameOf(sender));
    if (entry.kind === 'state' && entry.state === 'closed') tell('event', { name: 'conversation-ended', detail: { conversation_id: id } });
    if (sequence === 1) tell('event', { name: 'conversation-started', detail: { conversation_id: id } });
    receipts.maybeRead();
    changed();
  };
  const settling = createSettling(frame, here, parts, begin);

  client.on('conversation', changed);
  client.on('entry', ({ entry, own }) => arrive(entry, own));
  client.on('notice', ({ entry }) => arrive(entry, false));
  client.on('outbox', (news) => {
    settling(news);
    changed();
  });
  client.on('unsent', ({ items }) => composer.offer(items.map((item) => item.content.text ?? '').join('\n')));
  client.on('progress', ({ conversation_id: id }) => {
    if (id === here.current) receipts.redraw();
    changed();
  });
  client.on('typing', ({ conversation_id: id, member, active }) => {
    if (member.kind !== 'visitor' && id === here.current) timeline.typing(active ? people.nameOf(member) : null, people.pictureOf(member));
  });
}
