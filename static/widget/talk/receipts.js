/** How far both sides have read the conversation that is shown. */

/**
 * Marks under own messages, and the visitor's own mark.
 * @param {Pick<import('../talk.js').Options, 'client'|'timeline'|'looking'>} frame
 * @param {import('../talk.js').Here} here
 */
export function createReceipts({ client, timeline, looking }, here) {
  /** @param {import('../types.js').Entry} entry */
  const markOf = (entry) => {
    const marks = client.conversation(entry.conversation_id)?.theirs;
    if (!marks) return 'sent';
    return marks.read >= entry.sequence ? 'read' : marks.received >= entry.sequence ? 'delivered' : 'sent';
  };

  return {
    markOf,
    /** The other side's marks have moved. */
    redraw() {
      for (const bubble of new Set(here.known.values())) if (bubble?.said.mine && bubble.entry) bubble.update({ state: markOf(bubble.entry) });
    },
    /** Marks as read what somebody has in sight. */
    maybeRead() {
      if (!here.current || !looking() || !timeline.inSight()) return;
      const last = client.conversation(here.current)?.last;
      if (last) client.read(here.current, last);
    },
  };
}
