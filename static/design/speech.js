/** Reading aloud and dictation, where the browser offers them; both only while somebody has asked for it. */

/**
 * Reading aloud and dictation in one language.
 * @param {{locale:string, onWords:(text:string) => void, onEnd:() => void}} options
 */
export function createSpeech({ locale, onWords, onEnd }) {
  const page = /** @type {any} */ (window);
  const Recognition = page.SpeechRecognition ?? page.webkitSpeechRecognition;
  /** @type {any} */ let listening = null;

  return {
    canSpeak: Boolean(page.speechSynthesis && page.SpeechSynthesisUtterance),
    canListen: Boolean(Recognition),
    /** @param {string} text */
    speak(text) {
      const words = new page.SpeechSynthesisUtterance(text);
      words.lang = locale;
      page.speechSynthesis.speak(words);
    },
    hush: () => page.speechSynthesis?.cancel(),
    get listening() {
      return Boolean(listening);
    },
    /** Begins, or ends what has begun. */
    listen() {
      if (listening) return listening.stop();
      listening = new Recognition();
      listening.lang = locale;
      listening.interimResults = false;
      listening.onresult = (/** @type {any} */ event) => {
        for (const result of [...event.results].slice(event.resultIndex)) if (result.isFinal) onWords(result[0].transcript);
      };
      listening.onend = listening.onerror = () => {
        listening = null;
        onEnd();
      };
      listening.start();
    },
  };
}
