/**
 * Which range of a long thread is in the document. It begins with what fills a window, grows towards where the reader scrolls and
 * lets go at the other end, so that a thread of thousands costs what a short one does. Pieces are known by their keys, which stay
 * while the thread changes around them. Knows nothing of pixels.
 *
 * @typedef {import('./timeline.js').Piece} Piece
 */

/** Pieces of the first sight: what fills a usual window, and little more. */
const FIRST = 20;
/** So many come when the reader nears an edge. */
const STEP = 40;
/** Never more in the document. */
export const MOST = 160;

/** The range of one thread, by the keys of its ends. */
export function createThreadRange() {
  /** Keys of the ends; null = where the thread ends. @type {string|null} */ let top = null;
  /** @type {string|null} */ let bottom = null;
  let begun = false;
  /** @type {readonly Piece[]} the whole thread as of the last cut */ let whole = [];
  let from = 0;
  let to = 0;

  /** @param {number} start @param {number} end */
  const hold = (start, end) => {
    from = Math.max(0, start);
    to = Math.min(whole.length, Math.max(end, from));
    top = from < to ? whole[from].key : null;
    bottom = to < whole.length ? whole[to - 1].key : null;
  };
  const tail = () => hold(whole.length - FIRST, whole.length);

  /** New messages are read from their mark on; without one, the end is what is looked at. */
  const begin = () => {
    const mark = whole.findIndex((piece) => piece.type === 'new');
    if (mark < 0 || mark >= whole.length - FIRST) tail();
    else hold(mark - 2, mark - 2 + FIRST);
  };

  return {
    /** Another thread. */
    reset() {
      [top, bottom, begun, whole, from, to] = [null, null, false, [], 0, 0];
    },
    /**
     * @param {readonly Piece[]} pieces  the whole thread
     * @param {boolean} following        the reader is at the end and stays there
     * @returns {readonly Piece[]} what belongs into the document
     */
    cut(pieces, following) {
      const held = to - from;
      whole = pieces;
      if (!begun) {
        if (whole.length === 0) return whole;
        begun = true;
        begin();
        return whole.slice(from, to);
      }
      const last = bottom === null ? whole.length - 1 : whole.findIndex((piece) => piece.key === bottom);
      const first = top === null ? 0 : whole.findIndex((piece) => piece.key === top);
      if (last < 0) tail();
      else if (first < 0) hold(last + 1 - Math.max(held, FIRST), last + 1);
      else if (last + 1 - first <= MOST) hold(first, last + 1);
      else if (following) hold(last + 1 - MOST + STEP, last + 1);
      else hold(first, first + MOST);
      return whole.slice(from, to);
    },
    /** Towards older ones. @returns {boolean} whether there were any to take in */
    up() {
      if (from === 0) return false;
      const start = Math.max(0, from - STEP);
      hold(start, Math.min(to, start + MOST));
      return true;
    },
    /** Towards newer ones. @returns {boolean} whether there were any to take in */
    down() {
      if (to === whole.length) return false;
      const end = Math.min(whole.length, to + STEP);
      hold(Math.max(from, end - MOST), end);
      return true;
    },
    /** Back to the end. @returns {boolean} whether it was elsewhere */
    toEnd() {
      if (to === whole.length) return false;
      tail();
      return true;
    },
    /** So that this message is among them. @param {string|number} what its id or its sequence @returns {boolean} whether the thread has it */
    reach(what) {
      const at = whole.findIndex((piece) => piece.type === 'bubble' && (piece.id === what || piece.sequence === what));
      if (at < 0) return false;
      if (at < from || at >= to) hold(at - FIRST / 2, at + FIRST / 2);
      return true;
    },
    /** Whether its last piece is the thread's. */
    get ends() {
      return to === whole.length;
    },
  };
}
