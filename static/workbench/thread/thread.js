/**
 * The thread pane: a range of the entries, and the way back to their end. Keeps the reader's place: stays at the end while they are
 * there, keeps what they read where it is when something comes in above or goes, and counts what arrived below.
 */
import { html, nothing } from '../lit.js';
import { repeat } from '../lit-repeat.js';
import { signal } from '../signals.js';
import { icon } from '../parts/icons.js';
import { createThreadRange } from '../store/thread-range.js';
import { timeline } from '../store/timeline.js';
import { plural, t } from '../app/texts.js';
import { typingView } from './bubbles.js';
import { createJump } from './jump.js';
import { createLinkWatch } from './link-card.js';

/** @typedef {typeof import('./bubbles.js').pieceView} Draws */

/** Nearer than this to the end counts as reading the end. */
const AT_END = 48;
/** Nearer than this to an edge of the range asks for more of the thread. */
const NEAR_EDGE = 400;
/** Entries kept in memory while the end is read; what is above is asked for again. */
const KEPT_ENTRIES = 400;

/** How the thread is read. */
const begun = () => ({
  /** @type {HTMLElement|null} */
  scroller: null,
  /** @type {string|null} */
  shown: null,
  /** The first sequence that was loaded when it was drawn last. */
  first: 0,
  settled: false,
  /** Its first sight is not on the screen yet: nothing is taken in beside it. */
  resting: false,
  /** The message that somebody came for. @type {{id:string, sequence:number}|null} */
  goal: null,
  /** What the reader looks at, and where it stands, while the page is drawn anew. @type {{node:Element, top:number}|null} */
  held: null,
  /** Places in the document by what stands there. Another conversation takes over those of the last one, from the first on: its
   *  words are written over the old ones, which costs half of building it anew. @type {Map<string, number>} */
  places: new Map(),
  nextPlace: 0,
});
/** @typedef {ReturnType<typeof begun>} State */

/**
 * Where the reader is, and where the thread goes by itself.
 * @param {object} host
 * @param {import('../store/desk.js').Desk} host.desk
 * @param {import('../signals.js').Signal<boolean>} host.atEnd
 * @param {() => boolean} host.looking
 * @param {State} host.at
 * @param {ReturnType<typeof import('../store/thread-range.js').createThreadRange>} host.range
 * @param {import('../signals.js').Signal<number>} host.below
 * @param {import('../signals.js').Signal<number>} host.moved
 */
function createScrolling({ desk, atEnd, looking, at, range, below, moved }) {
  const markRead = () => {
    if (desk.openId && atEnd.value && looking()) desk.read();
  };
  const onScroll = () => {
    if (!at.scroller || !at.settled || at.resting) return;
    const under = at.scroller.scrollHeight - at.scroller.scrollTop - at.scroller.clientHeight;
    const end = range.ends && !desk.thread?.parted && under < AT_END;
    if (end !== atEnd.value) atEnd.value = end;
    if (end) {
      below.value = 0;
      markRead();
    }
    if (at.scroller.scrollTop < NEAR_EDGE) {
      if (range.up()) moved.value += 1;
      else desk.thread?.older();
    } else if (under < NEAR_EDGE) {
      if (range.down()) moved.value += 1;
      else desk.thread?.newer();
    }
  };
  const toEnd = () => {
    atEnd.value = true;
    desk.thread?.rejoin();
    if (range.toEnd()) moved.value += 1;
    at.scroller?.scrollTo(0, at.scroller.scrollHeight);
  };
  /** A message that another one answers. @param {string} id */
  const reach = (id) => {
    if (!range.reach(id)) return;
    moved.value += 1;
    at.scroller?.querySelector(`[data-message="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'center' });
  };
  /** The first thing said in sight; a day's name goes up with its day. Looking costs no layout: nothing was changed yet. */
  const inSight = () => {
    if (!at.scroller) return null;
    const edge = at.scroller.getBoundingClientRect().top;
    for (const node of at.scroller.firstElementChild?.children ?? []) {
      const { top, bottom } = node.getBoundingClientRect();
      if (bottom > edge && node.matches('.turn, .line')) return { node, top };
    }
    return null;
  };

  return { reach, onScroll, toEnd, markRead, inSight };
}

/**
 * A conversation is opened, drawn and settled.
 * @param {object} host
 * @param {State} host.at
 * @param {import('../store/desk.js').Desk} host.desk
 * @param {ReturnType<typeof import('../store/thread-range.js').createThreadRange>} host.range
 * @param {import('../signals.js').Signal<number>} host.below
 * @param {import('../signals.js').Signal<boolean>} host.atEnd
 * @param {() => void} host.onScroll
 * @param {() => void} host.go   to the message that somebody came for
 */
function createSettling({ at, desk, range, below, atEnd, onScroll, go }) {
  /** Another conversation: nothing of how the last one was read holds. */
  const begin = () => {
    at.shown = desk.openId;
    range.reset();
    at.places.clear();
    at.nextPlace = 0;
    at.first = 0;
    at.settled = false;
    below.value = 0;
    if (at.goal?.id !== at.shown) at.goal = null;
    // Who came for one message has not read the end.
    atEnd.value = !at.goal;
  };
  /** First sight of a thread: at the new messages if they do not fit, else at the end. */
  const settle = () => {
    if (!at.scroller || at.settled || desk.thread?.phase !== 'ready') return;
    at.scroller.scrollTop = at.scroller.scrollHeight;
    const mark = /** @type {HTMLElement|null} */ (at.scroller.querySelector('.fresh'));
    if (mark && mark.offsetTop < at.scroller.scrollTop) at.scroller.scrollTop = mark.offsetTop - 16;
    at.settled = true;
    at.resting = true;
    const under = at.scroller.scrollHeight - at.scroller.scrollTop - at.scroller.clientHeight;
    atEnd.value = !at.goal && !desk.thread.parted && range.ends && under < AT_END;
    if (at.goal) go();
    // The rest of what is near comes once this is on the screen.
    requestAnimationFrame(() =>
      setTimeout(() => {
        at.resting = false;
        onScroll();
      }),
    );
  };
  /** @param {import('../store/threads.js').Thread} thread @param {string} id */
  const pieces = (thread, id) => {
    const shown = range.cut(
      timeline({
        entries: thread.entries,
        beyond: thread.beyond,
        items: thread.parted ? [] : desk.unsentOf(id),
        outgoing: thread.parted ? [] : desk.files.of(id),
        me: desk.agent.id,
        name: desk.agent.name,
        theirs: desk.row?.theirs ?? { received: 0, read: 0 },
        seen: desk.seen,
      }),
      atEnd.peek(),
    );
    at.places = new Map(shown.map((piece) => [piece.key, at.places.get(piece.key) ?? at.nextPlace++]));
    return shown;
  };

  return { settle, begin, pieces };
}

/**
 * What has to happen before and after the thread is drawn.
 * @param {object} host
 * @param {State} host.at
 * @param {import('../store/desk.js').Desk} host.desk
 * @param {import('../signals.js').Signal<boolean>} host.atEnd
 * @param {() => { node: Element; top: number; } | null} host.inSight
 * @param {ReturnType<typeof import('./link-card.js').createLinkWatch>} host.watchLinks
 * @param {() => void} host.settle
 * @param {() => void} host.markRead
 * @param {() => void} host.onScroll
 */
function aroundOf({ at, desk, atEnd, inSight, watchLinks, settle, markRead, onScroll }) {
  return {
    around: {
      before() {
        // At the end the end is kept; and what was read before is of no use to another conversation.
        at.held = at.settled && at.shown === desk.openId && !atEnd.peek() ? inSight() : null;
      },
      after() {
        if (!at.scroller || desk.thread?.phase !== 'ready') return;
        watchLinks(at.scroller);
        // Measured once everything beside it is drawn, too: what is drawn after a measurement is laid out twice.
        if (!at.settled) queueMicrotask(settle);
        else if (at.held?.node.isConnected) at.scroller.scrollTop += at.held.node.getBoundingClientRect().top - at.held.top;
        else if (atEnd.value) {
          at.scroller.scrollTop = at.scroller.scrollHeight;
          markRead();
        }
        if (atEnd.peek()) desk.thread.trim(KEPT_ENTRIES);
        // Asked for anew, the pages above are gone: who stands at the top wants them again.
        const dropped = at.first && (desk.thread.entries[0]?.sequence ?? 0) > at.first;
        at.first = desk.thread.entries[0]?.sequence ?? 0;
        if (dropped) onScroll();
      },
    },
  };
}

/**
 * The thread of what is open.
 * @param {import('../store/desk.js').Desk} desk
 * @param {import('../app/ui.js').Ui} ui
 * @param {object} host
 * @param {() => boolean} host.seen      the page in which it stands
 * @param {() => unknown} host.empty     what stands there while nothing is open
 * @param {() => Draws} host.piece   how a piece is drawn
 * @param {(item:import('../../im/types.js').Item) => void} host.edit
 */
export function createThreadPane(desk, ui, { seen, empty, piece: drawing, edit }) {
  const at = begun();
  const atEnd = signal(true);
  const below = signal(0);
  const range = createThreadRange();
  /** Moves when the range does. */
  const moved = signal(0);
  const watchLinks = createLinkWatch(desk);
  const hands = { edit, reach: (/** @type {string} */ id) => reach(id) };

  const looking = () => seen() && document.visibilityState === 'visible' && document.hasFocus();
  const { reach, onScroll, toEnd, markRead, inSight } = createScrolling({ desk, atEnd, looking, at, range, below, moved });

  const { settle, begin, pieces } = createSettling({ at, desk, range, below, atEnd, onScroll, go: () => void go() });
  const { go, goTo } = createJump({ desk, at, range, atEnd, redraw: () => void (moved.value += 1) });

  return {
    toEnd,
    goTo,
    markRead,
    /** @param {HTMLElement} place */
    attach(place) {
      at.scroller = place;
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
    ...aroundOf({ at, desk, atEnd, inSight, watchLinks, settle, markRead, onScroll }),
    view: () => {
      desk.ticks.thread.value;
      moved.value;
      const thread = desk.thread;
      if (at.shown !== desk.openId) begin();
      if (!desk.openId) {
        // The first conversation of all may arrive while nothing is open.
        desk.ticks.list.value;
        return empty();
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
      const draws = drawing();
      return html`<div class="entries">
        ${thread.history ? html`<div class="history"><span>${t('thread.history')}</span></div>` : nothing}
        ${repeat(
          pieces(thread, desk.openId),
          (/** @type {import('../store/timeline.js').Piece} */ piece) => at.places.get(piece.key),
          (/** @type {import('../store/timeline.js').Piece} */ piece) => draws(desk, piece, now, hands),
        )}
        ${thread.parted ? nothing : typingView(desk, desk.openId)}
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
