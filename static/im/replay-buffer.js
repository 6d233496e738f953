/**
 * The last frames that moved the cursor of this page, so that it can tell another page what that one missed. Bounded in frames
 * and in letters; what has fallen out is told by the desk.
 */

const FRAMES = 500;
const LETTERS = 1_000_000;

/** A bounded buffer of frames, oldest first. @param {{frames?:number, letters?:number}} [most] */
export function createReplayBuffer({ frames: most = FRAMES, letters: widest = LETTERS } = {}) {
  let epoch = '';
  /** Everything after this position is here. */
  let start = 0;
  let end = 0;
  /** @type {{frame:import('./types.js').OrderedFrame, letters:number}[]} */ let kept = [];
  let letters = 0;

  return {
    /**
     * A link was opened: what it brings follows on what is here, or nothing before it is known.
     * @param {import('./types.js').Cursor|null} resume what `hello` said @param {import('./types.js').WelcomeFrame} welcome
     */
    begin(resume, welcome) {
      const from = welcome.resume === 'replaying' && resume ? resume.log_position : welcome.log_position;
      if (epoch === welcome.log_epoch && from === end) return;
      epoch = welcome.log_epoch;
      start = end = from;
      kept = [];
      letters = 0;
    },
    /** @param {import('./types.js').OrderedFrame} frame with a position @returns {boolean} whether it is news */
    add(frame) {
      if (!(frame.log_position > end)) return false;
      end = frame.log_position;
      if (frame.type !== 'caught_up') {
        kept.push({ frame, letters: JSON.stringify(frame).length });
        letters += kept[kept.length - 1].letters;
      }
      while (kept.length > most || letters > widest) {
        const [oldest] = kept.splice(0, 1);
        letters -= oldest.letters;
        start = oldest.frame.log_position;
      }
      return true;
    },
    /** @param {import('./types.js').Cursor} cursor @returns {import('./types.js').OrderedFrame[]|null} null = more was missed than is here */
    since(cursor) {
      if (cursor.log_epoch !== epoch || cursor.log_position < start) return null;
      return kept.map(({ frame }) => frame).filter((frame) => frame.log_position > cursor.log_position);
    },
    get end() {
      return end;
    },
  };
}
