/**
 * Goes to one message of a thread, however far up it lies: what is around it is loaded, the message is marked for a moment and has
 * the focus.
 */

/** So long the mark stays. */
const MARKED_MS = 2500;

/**
 * @param {object} host
 * @param {import('../store/desk.js').Desk} host.desk
 * @param {import('./thread.js').State} host.at
 * @param {ReturnType<typeof import('../store/thread-range.js').createThreadRange>} host.range
 * @param {import('../signals.js').Signal<boolean>} host.atEnd
 * @param {() => void} host.redraw
 */
export function createJump({ desk, at, range, atEnd, redraw }) {
  /** @param {HTMLElement} node */
  const mark = (node) => {
    node.scrollIntoView({ block: 'center' });
    node.tabIndex = -1;
    node.dataset.found = 'true';
    node.focus({ preventScroll: true });
    setTimeout(() => delete node.dataset.found, MARKED_MS);
  };
  const go = async () => {
    const goal = at.goal;
    at.goal = null;
    const thread = desk.thread;
    if (!goal || !thread) return;
    const there = await thread.reach(goal.sequence).catch(desk.failed);
    if (desk.openId !== goal.id || !there) return;
    atEnd.value = false;
    // Drawn once with what came, and again around the message.
    redraw();
    if (range.reach(goal.sequence)) redraw();
    const entry = thread.entries.find(({ sequence }) => sequence === goal.sequence);
    const node = at.scroller?.querySelector(`[data-message="${CSS.escape(entry?.message_id ?? '')}"]`);
    if (node instanceof HTMLElement) mark(node);
  };
  return {
    go,
    /** Now, or as soon as the conversation is on the screen. @param {string} id @param {number} sequence */
    goTo(id, sequence) {
      at.goal = { id, sequence };
      if (at.shown === id && desk.openId === id && at.settled) go();
    },
  };
}
