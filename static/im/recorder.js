/** Records a voice message with what the browser has; bounded in time. */

export const LONGEST_MS = 5 * 60 * 1000;
/** In the order of liking: small, and played everywhere it is made. */
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];

/** Whether a voice message can be recorded here. */
export const canRecord = () => Boolean(navigator.mediaDevices) && 'MediaRecorder' in window;

/**
 * Begins to record; rejects where the microphone is refused or missing.
 * @param {{clock:import('./types.js').Clock, onTick:(ms:number, loud:number) => void, onFull:() => void}} host
 */
export async function record({ clock, onTick, onFull }) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true } });
  const type = TYPES.find((one) => MediaRecorder.isTypeSupported(one)) ?? '';
  const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: 24000 });
  /** @type {Blob[]} */ const parts = [];
  recorder.ondataavailable = (event) => event.data.size && parts.push(event.data);
  const begun = clock.now();
  let ended = 0;
  /** @type {unknown} */ let timer = null;
  const tick = () => {
    const ms = clock.now() - begun;
    onTick(ms, 0);
    if (ms >= LONGEST_MS) onFull();
    else timer = clock.after(tick, 200);
  };
  const stop = () => {
    clock.cancel(timer);
    ended = clock.now();
    if (recorder.state !== 'inactive') recorder.stop();
    // The browser shows that it listens as long as a track runs.
    for (const track of stream.getTracks()) track.stop();
  };
  recorder.start(1000);
  tick();

  return {
    /** @returns {Promise<{blob:Blob, duration_ms:number, ending:string}>} */
    finish: () =>
      new Promise((resolve) => {
        recorder.onstop = () => {
          const plain = (recorder.mimeType || type).split(';')[0] || 'audio/webm';
          resolve({ blob: new Blob(parts, { type: plain }), duration_ms: ended - begun, ending: plain === 'audio/mp4' ? 'm4a' : plain.split('/')[1] });
        };
        stop();
      }),
    cancel: stop,
  };
}
