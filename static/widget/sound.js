/** One soft sound, made rather than loaded, and only where the person has already touched the page. */

/** @type {any} */ let audio = null;

export function sound() {
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
}
