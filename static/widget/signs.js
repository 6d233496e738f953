/**
 * Signs of unread words on the shop's page while nobody looks at it: its title, which comes back exactly as it was, and one soft
 * sound, made rather than loaded, and only where the person has already touched the page.
 */

const BLINK_MS = 1500;

/** @param {{words:() => string}} options what is said about the unread ones */
export function createSigns({ words }) {
  let count = 0;
  let own = '';
  let before = '';
  /** @type {any} */ let timer = null;
  /** @type {any} */ let audio = null;

  const restore = () => {
    clearInterval(timer);
    timer = null;
    // The page may have given itself another title meanwhile: that one stays.
    if (own && document.title === own) document.title = before;
    own = '';
  };
  const turn = () => {
    if (own && document.title === own) {
      document.title = before;
      own = '';
      return;
    }
    before = document.title;
    document.title = `(${count}) ${words()}`;
    own = document.title;
  };
  const look = () => {
    if (!count || !document.hidden) return restore();
    timer ??= (turn(), setInterval(turn, BLINK_MS));
  };
  document.addEventListener('visibilitychange', look);

  return {
    /** @param {number} next */
    unread(next) {
      if (count !== next && own) restore();
      count = next;
      look();
    },
    sound() {
      const { userActivation } = /** @type {any} */ (navigator);
      if (userActivation && !userActivation.hasBeenActive) return;
      try {
        const Context = window.AudioContext ?? /** @type {any} */ (window).webkitAudioContext;
        audio ??= new Context();
        // Two notes, 120 ms apart, that fade like a struck bowl.
        for (const [i, pitch] of [740, 988].entries()) {
          const begin = audio.currentTime + i * 0.12;
          const tone = audio.createOscillator();
          const level = audio.createGain();
          tone.frequency.value = pitch;
          level.gain.setValueAtTime(0.0001, begin);
          level.gain.exponentialRampToValueAtTime(0.12, begin + 0.02);
          level.gain.exponentialRampToValueAtTime(0.0001, begin + 0.5);
          tone.connect(level).connect(audio.destination);
          tone.start(begin);
          tone.stop(begin + 0.55);
        }
        audio.resume?.();
      } catch {
        // No sound here: the badge says it.
      }
    },
  };
}
