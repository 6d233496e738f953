/**
 * The thread pane: a stretch of the entries, and the way back to their end. Keeps the reader's place: stays at the end while he is
 * there, keeps what he reads where it is when something comes in above or goes, and counts what arrived below.
 */
import { html, nothing, repeat } from '../lit.js';
import { signal } from '../signals.js';
import { icon } from '../icons.js';
import { createStretch } from '../store/stretch.js';
import { timeline } from '../store/timeline.js';
import { plural, t } from '../texts.js';
import { pieceView, typingView } from './bubbles.js';
import { emptyView } from './empty.js';
import { createLinkWatch } from './link-card.js';

/** Nearer than this to the end counts as reading the end. */
const AT_END = 48;
/** Nearer than this to an edge of the stretch asks for more of the thread. */
const NEAR_EDGE = 400;
/** Entries kept in memory while the end is read; what is above is asked for again. */
const KEPT_ENTRIES = 400;

/**
 * @param {import('../store/desk.js').Desk} desk
 * @param {import('../ui.js').Ui} ui
 * @param {(item:import('../../im/types.js').Item) => void} edit
 */
export function createThreadPane(desk, ui, edit) {
  /** @type {HTMLElement|null} */ let scroller = null;
  const atEnd = signal(true);
  const below = signal(0);
  /** @type {string|null} */ let shown = null;
  const stretch = createStretch();
  /** Moves when the stretch does. */
  const moved = signal(0);
  /** The first sequence that was loaded when it was drawn last. */
  let first = 0;
  let settled = false;
  /** Its first sight is not on the screen yet: nothing is taken in beside it. */
  let resting = false;
  /** What the reader looks at, and where it stands, while the page is drawn anew. @type {{node:Element, top:number}|null} */
  let held = null;
  /** Places in the document by what stands there. Another conversation takes over those of the last one, from the first on: its
   *  words are written over the old ones, which costs half of building it anew. @type {Map<string, number>} */
  let places = new Map();
  let nextPlace = 0;
  const watchLinks = createLinkWatch(desk);
  const hands = { edit, reach: (/** @type {string} */ id) => reach(id) };

  const looking = () => document.visibilityState === 'visible' && document.hasFocus();

  const markRead = () => {
    if (desk.openId && atEnd.value && looking()) desk.read();
  };

  const onScroll = () => {
    if (!scroller || !settled || resting) return;
    const under = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    const end = stretch.ends && under < AT_END;
    if (end !== atEnd.value) atEnd.value = end;
    if (end) {
      below.value = 0;
      markRead();
    }
    if (scroller.scrollTop < NEAR_EDGE) {
      if (stretch.up()) moved.value += 1;
      else desk.thread?.older();
    } else if (under < NEAR_EDGE && stretch.down()) moved.value += 1;
  };

  const toEnd = () => {
    atEnd.value = true;
    if (stretch.toEnd()) moved.value += 1;
    scroller?.scrollTo(0, scroller.scrollHeight);
  };

  /** A message that another one answers. @param {string} id */
  const reach = (id) => {
    if (!stretch.reach(id)) return;
    moved.value += 1;
    scroller?.querySelector(`[data-message="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'center' });
  };

  /** Another conversation: nothing of how the last one was read holds. */
  const begin = () => {
    shown = desk.openId;
    stretch.reset();
    places.clear();
    nextPlace = 0;
    first = 0;
    settled = false;
    below.value = 0;
    atEnd.value = true;
  };

  /** First sight of a thread: at the new messages if they do not fit, else at the end. */
  const settle = () => {
    if (!scroller || settled || desk.thread?.phase !== 'ready') return;
    scroller.scrollTop = scroller.scrollHeight;
    const mark = /** @type {HTMLElement|null} */ (scroller.querySelector('.fresh'));
    if (mark && mark.offsetTop < scroller.scrollTop) scroller.scrollTop = mark.offsetTop - 16;
    settled = true;
    resting = true;
    const under = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    atEnd.value = stretch.ends && under < AT_END;
    // The rest of what is near comes once this is on the screen.
    requestAnimationFrame(() =>
      setTimeout(() => {
        resting = false;
        onScroll();
      }),
    );
  };

  /** @param {import('../store/threads.js').Thread} thread @param {string} id */
  const pieces = (thread, id) => {
    const shown = stretch.cut(
      timeline({
        entries: thread.entries,
        items: desk.unsentOf(id),
        parcels: desk.files.of(id),
        me: desk.agent.id,
        name: desk.agent.name,
        theirs: desk.row?.theirs ?? { received: 0, read: 0 },
        seen: desk.seen,
      }),
      atEnd.peek(),
    );
    places = new Map(shown.map((piece) => [piece.key, places.get(piece.key) ?? nextPlace++]));
    return shown;
  };

  /** The first thing said in sight; a day's name goes up with its day. Looking costs no layout: nothing was changed yet. */
  const inSight = () => {
    if (!scroller) return null;
    const edge = scroller.getBoundingClientRect().top;
    for (const node of scroller.firstElementChild?.children ?? []) {
      const { top, bottom } = node.getBoundingClientRect();
      if (bottom > edge && node.matches('.turn, .line')) return { node, top };
    }
    return null;
  };

  return {
    toEnd,
    markRead,
    /** @param {HTMLElement} place */
    attach(place) {
      scroller = place;
      place.addEventListener('scroll', onScroll, { passive: true });
      // The composer grows and the phone's keyboard comes: who reads the end goes on reading it.
      new ResizeObserver(() => atEnd.value && toEnd()).observe(place);
      desk.readingWhen(() => atEnd.peek() && looking());
      addEventListener('focus', markRead);
      document.addEventListener('visibilitychange', () => (looking() ? markRead() : desk.away()));
      addEventListener('blur', () => desk.away());
      // Who writes wants to see it stand there.
      desk.client.on('outbox', ({ item, change }) => change === 'queued' && item.conversation_id === desk.openId && toEnd());
      desk.onHeard((entry) => {
        if (entry.type === 'message' && entry.sender.kind === 'visitor' && !atEnd.value) below.value += 1;
      });
    },
    around: {
      before() {
        // At the end the end is kept; and what was read before is of no use to another conversation.
        held = settled && shown === desk.openId && !atEnd.peek() ? inSight() : null;
      },
      after() {
        if (!scroller || desk.thread?.phase !== 'ready') return;
        watchLinks(scroller);
        // Measured once everything beside it is drawn, too: what is drawn after a measurement is laid out twice.
        if (!settled) queueMicrotask(settle);
        else if (held?.node.isConnected) scroller.scrollTop += held.node.getBoundingClientRect().top - held.top;
        else if (atEnd.value) {
          scroller.scrollTop = scroller.scrollHeight;
          markRead();
        }
        if (atEnd.peek()) desk.thread.trim(KEPT_ENTRIES);
        // Asked for anew, the pages above are gone: who stands at the top wants them again.
        const dropped = first && (desk.thread.entries[0]?.sequence ?? 0) > first;
        first = desk.thread.entries[0]?.sequence ?? 0;
        if (dropped) onScroll();
      },
    },
    view: () => {
      desk.ticks.thread.value;
      moved.value;
      const thread = desk.thread;
      if (shown !== desk.openId) begin();
      if (!desk.openId) {
        // The first conversation of all may arrive while nothing is open.
        desk.ticks.list.value;
        return emptyView(desk);
      }
      if (!thread) return html`<div class="thread-wait" role="alert"><p>${t('thread.missing')}</p></div>`;
      if (thread.phase === 'loading' || thread.phase === 'empty') {
        return html`<div class="thread-wait" aria-busy="true"><span class="hidden">${t('common.loading')}</span></div>`;
      }
      if (thread.phase !== 'ready' && thread.entries.length === 0) {
        return html`<div class="thread-wait" role="alert">
          <p>${t('thread.failed')}</p>
          <button class="button" @click=${desk.retryThread}>${t('common.retry')}</button>
        </div>`;
      }
      const now = ui.now.value;
      return html`<div class="entries">
        ${thread.history ? html`<div class="history"><span>${t('thread.history')}</span></div>` : nothing}
        ${repeat(
          pieces(thread, desk.openId),
          (/** @type {import('../store/timeline.js').Piece} */ piece) => places.get(piece.key),
          (/** @type {import('../store/timeline.js').Piece} */ piece) => pieceView(desk, piece, now, hands),
        )}
        ${typingView(desk, desk.openId)}
      </div>`;
    },
    jump: () =>
      atEnd.value || !desk.openId
        ? nothing
        : html`<button class="jump" @click=${toEnd}>
            ${icon('arrow-down', 16)}<span>${below.value ? plural('thread.below', below.value) : t('thread.to_end')}</span>
          </button>`,
  };
}
