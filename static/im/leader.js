/** The link of the page that leads: the real one, with the relay behind it for the pages that follow. */
import { readFrames } from './frames.js';
import { OWN, createLeaderRelay } from './leader-relay.js';

/** A link that another page replaced because this one slept: its lock is gone, too, and this is how long that may take to be heard. */
const REPLACED_MS = 1000;

/**
 * Opens the real link and relays it to the pages that follow.
 * @param {object} host
 * @param {string} host.id
 * @param {import('./types.js').HelloFrame} host.hello
 * @param {import('./types.js').Transport} host.transport
 * @param {ReturnType<typeof import('./replay-buffer.js').createReplayBuffer>} host.buffer
 * @param {import('./types.js').Clock} host.clock
 * @param {string|null} host.name
 * @param {() => import('./types.js').Conversation[]} host.rows
 * @param {boolean} host.taken  from a page that did not answer
 * @param {(message:import('./types.js').PageMessage) => void} host.post
 * @param {(text:string) => void} host.give
 * @param {(code:number) => void} host.onEnd
 */
export function createLeader({ id, hello, transport, buffer, clock, name, rows, taken, post, give, onEnd }) {
  let over = false;
  /** @type {unknown} */ let replaced = null;
  /** @type {string|null} */ let session = null;

  const desk = createLeaderRelay({
    buffer,
    name,
    rows,
    now: clock.now,
    resume: hello.resume,
    visible: hello.client_state === 'visible',
    asked: hello.heartbeat_ms,
    toDesk: (frame) => over || socket.send(JSON.stringify(frame)),
    toPage(page, frame) {
      if (over) return;
      if (page === OWN) give(JSON.stringify(taken && frame.type === 'welcome' ? { ...frame, taken } : frame));
      else post({ t: 'frame', lead: id, to: page, session, frame });
    },
    toOthers: (frame, but) => over || post({ t: 'frame', lead: id, but, frame }),
  });

  const stop = () => {
    if (over) return;
    over = true;
    clock.cancel(replaced);
    post({ t: 'end', lead: id });
  };
  const socket = transport({
    onopen: () => over || socket.send(JSON.stringify(hello)),
    onmessage(text) {
      for (const frame of readFrames(text)) {
        if (over) return;
        if (frame.type === 'welcome') session = frame.session_id;
        if (frame.type === 'session_ended' && frame.code === 'replaced') replaced = clock.after(() => desk.hear(frame), REPLACED_MS);
        else desk.hear(frame);
      }
    },
    onclose(code) {
      if (over || replaced) return;
      stop();
      onEnd(code);
    },
  });
  // From here on pages that wait for somebody to lead them ask here.
  post({ t: 'lead', lead: id });

  return {
    /** @param {string} text */
    say: (text) => desk.say(OWN, JSON.parse(text)),
    /** @param {import('./types.js').PageMessage} message */
    hear(message) {
      const { t, from } = message;
      if (!from || over) return;
      if (t === 'left') return desk.leave(from);
      post({ t: 'ack', lead: id, to: from });
      if (t === 'hello') desk.hello(from, message);
      else if (!desk.knows(from)) post({ t: 'end', lead: id, to: from });
      else if (t === 'say') desk.say(from, message.frame);
    },
    /** @param {number} [code] */
    close(code) {
      stop();
      socket.close(code);
    },
    buffered: () => socket.buffered(),
  };
}
