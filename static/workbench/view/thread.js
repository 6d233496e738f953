/**
 * The thread pane: head, entries, composer. Keeps the reader's place: stays at the bottom while he is there, keeps what he reads
 * in place when history comes in above, and counts what arrived below.
 */
import { html, nothing, repeat } from '../lit.js';
import { signal } from '../signals.js';
import { icon } from '../icons.js';
import { timeline } from '../store/timeline.js';
import { plural, t } from '../texts.js';
import { pieceView, typingView } from './bubbles.js';
import { emptyView } from './empty.js';
import { createLinkWatch } from './link-card.js';

/** Nearer than this to the end counts as reading the end. */
const AT_END = 48;
/** Nearer than this to the top asks for history. */
const NEAR_TOP = 400;

/**
 * @param {import('../store/desk.js').Desk} desk
 * @param {import('../ui.js').Ui} ui
 * @param {(item:any) => void} edit
 */
export function createThreadPane(desk, ui, edit) {
  /** @type {HTMLElement|null} */ let scroller = null;
  const atEnd = signal(true);
  const below = signal(0);
  /** @type {string|null} */ let shown = null;
  /** What the reader sees before a rendering: distance from the end, first sequence, place. */
  let was = { height: 0, top: 0, first: 0 };
  let settled = false;
  const watchLinks = createLinkWatch(desk);

  const looking = () => document.visibilityState === 'visible' && document.hasFocus();

  const markRead = () => {
    if (desk.openId && atEnd.value && looking()) desk.read();
  };

  const onScroll = () => {
    if (!scroller) return;
    const end = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < AT_END;
    if (end !== atEnd.value) atEnd.value = end;
    if (end) {
      below.value = 0;
      markRead();
    }
    if (settled && scroller.scrollTop < NEAR_TOP) desk.thread?.older();
  };

  const toEnd = () => scroller?.scrollTo(0, scroller.scrollHeight);

  const firstSequence = () => desk.thread?.entries[0]?.sequence ?? 0;

  /** First sight of a thread: at the new messages if they do not fit, else at the end. */
  const settle = () => {
    if (!scroller) return;
    toEnd();
    const mark = /** @type {HTMLElement|null} */ (scroller.querySelector('.fresh'));
    if (mark && mark.offsetTop < scroller.scrollTop) scroller.scrollTop = mark.offsetTop - 16;
    settled = true;
    onScroll();
    requestAnimationFrame(() => setTimeout(markRead));
  };

  const pieces = () => {
    const thread = desk.thread;
    if (!thread || !desk.openId) return [];
    return timeline({
      entries: thread.entries,
      items: desk.unsentOf(desk.openId),
      me: desk.agent.id,
      name: desk.agent.name,
      theirs: desk.row?.theirs ?? { received: 0, read: 0 },
      seen: desk.seen,
    });
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
      desk.onHeard((entry) => {
        if (entry.type === 'message' && entry.sender.kind === 'visitor' && !atEnd.value) below.value += 1;
      });
    },
    around: {
      before() {
        // What was read before is of no use to another conversation, and looking costs a layout.
        if (scroller && shown === desk.openId) was = { height: scroller.scrollHeight, top: scroller.scrollTop, first: was.first };
      },
      after() {
        if (!scroller) return;
        if (shown !== desk.openId) {
          shown = desk.openId;
          was = { height: 0, top: 0, first: 0 };
          settled = false;
          below.value = 0;
          atEnd.value = true;
        }
        if (desk.thread?.phase !== 'ready') return;
        watchLinks(scroller);
        const first = firstSequence();
        if (!settled) settle();
        else if (was.first && first < was.first) scroller.scrollTop = was.top + scroller.scrollHeight - was.height;
        else if (atEnd.value) {
          toEnd();
          markRead();
        }
        // The desk asked for everything anew and the pages above are gone: who stands at the top wants them again.
        const dropped = was.first && first > was.first;
        was.first = first;
        if (dropped) onScroll();
      },
    },
    view: () => {
      desk.ticks.thread.value;
      const thread = desk.thread;
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
          pieces(),
          (/** @type {import('../store/timeline.js').Piece} */ piece) => piece.key,
          (/** @type {import('../store/timeline.js').Piece} */ piece) => pieceView(desk, piece, now, edit),
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
