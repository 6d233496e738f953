/**
 * The sounds, made on the spot: short, soft, one figure per kind so that an ear learns them. A browser lets a page sound only after
 * it was touched; any touch will do. `blocked` says that a sound was due and could not come.
 *
 * @typedef {import('./notify.js').Kind} Kind
 * @typedef {{at:number, hz:number, for:number, loud?:number}} Note   seconds, hertz
 */

/** @type {Record<Kind, Note[]>} */
export const FIGURES = {
  // Somebody comes in: two steps up.
  new: [
    { at: 0, hz: 587.3, for: 0.5 },
    { at: 0.16, hz: 880, for: 0.8 },
  ],
  // Handed over: three steps.
  assigned: [
    { at: 0, hz: 523.3, for: 0.35 },
    { at: 0.11, hz: 659.3, for: 0.35 },
    { at: 0.22, hz: 784, for: 0.6 },
  ],
  // One drop.
  message: [{ at: 0, hz: 740, for: 0.4, loud: 0.8 }],
  // The same, lower: it can wait a little.
  ticket: [{ at: 0, hz: 587.3, for: 0.5, loud: 0.8 }],
  // A tap on the shoulder, twice.
  mention: [
    { at: 0, hz: 987.8, for: 0.25, loud: 0.8 },
    { at: 0.14, hz: 987.8, for: 0.45, loud: 0.8 },
  ],
  // Time is short: two steps down.
  clock: [
    { at: 0, hz: 784, for: 0.3, loud: 0.8 },
    { at: 0.16, hz: 587.3, for: 0.6, loud: 0.8 },
  ],
};
const GESTURES = ['pointerdown', 'keydown', 'touchend'];
const ATTACK = 0.008;
const PEAK = 0.22;

/** @param {AudioContext} context @param {Note} note @param {number} volume */
function strike(context, note, volume) {
  const start = context.currentTime + 0.02 + note.at;
  const end = start + note.for;
  // A little of the octave and of the twelfth, gone sooner: wood, not a whistle.
  for (const [times, share, lasts] of [
    [1, 1, 1],
    [2, 0.25, 0.5],
    [3, 0.08, 0.3],
  ]) {
    const tone = context.createOscillator();
    const gain = context.createGain();
    const peak = Math.max(0.0001, PEAK * share * volume * (note.loud ?? 1));
    tone.frequency.value = note.hz * times;
    gain.gain.setValueAtTime(0.0001, start);
    gain.gain.exponentialRampToValueAtTime(peak, start + ATTACK);
    gain.gain.exponentialRampToValueAtTime(0.0001, start + (end - start) * lasts);
    tone.connect(gain).connect(context.destination);
    tone.start(start);
    tone.stop(end);
  }
}

/** The sounds of one page. @param {{changed:()=>void}} host told when it may sound, or a sound was held back */
export function createBell({ changed }) {
  const Audio = globalThis.AudioContext;
  /** @type {AudioContext|null} */ let context = null;
  let blocked = false;

  const ready = () => context?.state === 'running';
  const wake = async () => {
    if (!Audio || ready()) return;
    try {
      context ??= new Audio();
      await context.resume();
    } catch {
      // No sound device: titles and notices serve.
    }
    if (!ready()) return;
    for (const name of GESTURES) removeEventListener(name, wake, true);
    blocked = false;
    changed();
  };
  if (Audio) for (const name of GESTURES) addEventListener(name, wake, { capture: true, passive: true });

  return {
    /** It can be heard in this page. */
    get ready() {
      return ready();
    },
    get blocked() {
      return blocked;
    },
    wake,
    /** A sound is due and no page could make it. */
    missed() {
      if (!Audio || blocked) return;
      blocked = true;
      changed();
    },
    /** @param {Kind} kind @param {number} volume 0–1 @returns {boolean} */
    ring(kind, volume) {
      if (!context || !ready()) return false;
      if (volume > 0) for (const note of FIGURES[kind]) strike(context, note, volume);
      return true;
    },
  };
}
