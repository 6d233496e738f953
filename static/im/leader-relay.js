/**
 * The leading page as a desk for the pages that follow it: one link's words and answers given out to many, each as if the link
 * were its own. Knows no channel, no socket and no clock but what it is given. Its own page is one among the others.
 *
 * Positions reach all pages in the order of the link. What answers one page goes to that page: pages of history, refusals, pauses.
 * A send that is on the wire is not put there again because another page repeats it, so the order and the number of sends in
 * flight stay those of one link.
 */
import { HEARTBEAT, isOrdered } from './frames.js';

/** The name of the page whose link it is. */
export const OWN = 'own';
/** After a sign of life this young a following page's `ping` is answered from here. */
const FRESH_MS = 10_000;
/** A `ping` of another page waits for the answer to the one before for this long. */
const PONG_MS = 5000;
/** A page that says nothing for this long is not looked at any more, whatever it said last. */
const SILENT_MS = 120_000;

/** Where the real link stands. */
const begun = () => ({
  /** @type {import('./types.js').WelcomeFrame|null} */
  welcome: null,
  live: false,
  heardAt: 0,
  askedAt: 0,
  head: 0,
  /** When what the desk would not take may be repeated; 0 = it takes all. */
  pausedUntil: 0,
  /** The page that was looked at last. */
  looking: OWN,
});
/** @typedef {ReturnType<typeof begun>} State */
/** @typedef {import('./types.js').WelcomeFrame} Welcome */
/** @typedef {import('./types.js').PageFrame|import('./types.js').ErrorFrame|import('./types.js').RowsFrame|import('./types.js').RowFrame|import('./types.js').CountsFrame} Answer */
/** @typedef {Map<string, {visible:boolean, viewing:string|null, looksIn:boolean, wall:boolean, watching:string|null, paused:boolean, heardAt:number, resume:import('./types.js').Cursor|null, admitted:boolean}>} Pages */

/**
 * Messages of all pages on their way to the desk, each once.
 * @param {State} at
 * @param {(frame:import('./types.js').ClientFrame) => void} toDesk
 * @param {Pages} pages
 * @param {(page:string, frame:import('./types.js').Frame) => void} toPage
 * @param {() => number} now
 */
function createSends(at, toDesk, pages, toPage, now) {
  /** On the wire, or in line behind what may be on the wire. @type {Map<string, {frame:import('./types.js').SendFrame, pages:Set<string>, gone:boolean}>} */
  const sends = new Map();
  const flow = () => {
    let wire = [...sends.values()].filter((one) => one.gone).length;
    for (const one of sends.values()) {
      if (one.gone) continue;
      if (wire >= /** @type {Welcome} */ (at.welcome).limits.sends_in_flight) return;
      wire += 1;
      one.gone = true;
      toDesk(one.frame);
    }
  };
  /** @param {string} id of a message @returns {{frame:import('./types.js').SendFrame, pages:Set<string>}|undefined} */
  const answered = (id) => {
    const sent = sends.get(id);
    sends.delete(id);
    if (sent) flow();
    return sent;
  };
  /** @param {string} id @param {import('./types.js').SendFrame} frame */
  const send = (id, frame) => {
    const page = pages.get(id);
    if (!page || page.paused) return;
    if (at.pausedUntil) {
      page.paused = true;
      return toPage(id, { type: 'paused', reason: 'unavailable', retry_after_ms: Math.max(0, at.pausedUntil - now()) });
    }
    const known = sends.get(frame.client_message_id);
    if (known) return void known.pages.add(id);
    sends.set(frame.client_message_id, { frame, pages: new Set([id]), gone: false });
    flow();
  };

  return { answered, sends, send };
}

/**
 * What the desk is told of who looks, and where.
 * @param {Pages} pages
 * @param {() => number} now
 * @param {State} at
 * @param {{ visible: boolean; viewing: string | null; }} told
 * @param {(frame:import('./types.js').ClientFrame) => void} toDesk
 */
function createSight(pages, now, at, told, toDesk) {
  const tellState = () => {
    const any = [...pages.values()].some((page) => page.visible && now() - page.heardAt < SILENT_MS) || Boolean(pages.get(OWN)?.visible);
    if (!at.welcome || any === told.visible) return;
    told.visible = any;
    toDesk({ type: 'client_state', state: any ? 'visible' : 'hidden' });
  };
  /** The desk is told what one page views: the one looked at last. @param {string} id */
  const look = (id) => {
    at.looking = id;
    const { viewing = null, looksIn = false } = pages.get(id) ?? {};
    if (viewing === told.viewing) return;
    told.viewing = viewing;
    toDesk({ type: 'viewing', conversation_id: viewing, ...(looksIn && { look_in: true }) });
  };

  return { tellState, look };
}

/**
 * Answers of the desk, to the pages that asked.
 * @param {State} at
 * @param {string|null} name
 * @param {(id: string) => {frame:import('./types.js').SendFrame, pages:Set<string>}|undefined} answered
 * @param {ReturnType<typeof import('./replay-buffer.js').createReplayBuffer>} buffer
 * @param {(page:string, frame:import('./types.js').Frame) => void} toPage
 * @param {(frame:import('./types.js').Frame, but:string[]) => void} toOthers
 * @param {() => number} now
 * @param {Map<string, {frame:import('./types.js').SendFrame, pages:Set<string>, gone:boolean}>} sends
 * @param {Pages} pages
 */
function createAnswers(at, name, answered, buffer, toPage, toOthers, now, sends, pages) {
  /** What the other pages get where the sender gets `accepted`. @param {import('./types.js').AcceptedFrame} frame @param {import('./types.js').SendFrame} sent @returns {import('./types.js').MessageEntry} */
  const entryOf = (frame, sent) => ({
    type: 'message',
    conversation_id: frame.conversation_id,
    sequence: frame.sequence,
    log_position: frame.log_position,
    message_id: frame.message_id,
    client_message_id: frame.client_message_id,
    sender: { .../** @type {Welcome} */ (at.welcome).identity, name },
    note: Boolean(sent.note),
    sent_at: frame.accepted_at,
    edited_at: null,
    content: sent.content,
  });
  /** @param {import('./types.js').AcceptedFrame} frame */
  const accepted = (frame) => {
    const sent = answered(frame.client_message_id);
    const entry = sent ? entryOf(frame, sent.frame) : frame;
    const senders = sent ? [...sent.pages] : [];
    // An older position is a repeat that was answered: the others have had it in its place.
    const news = buffer.add(entry);
    if (senders.includes(OWN) || !senders.length) toPage(OWN, frame);
    else if (news) toPage(OWN, entry);
    if (news) toOthers(entry, senders);
    for (const id of senders) if (id !== OWN) toPage(id, frame);
  };
  /** @param {import('./types.js').PausedFrame} frame */
  const paused = (frame) => {
    at.pausedUntil = Math.max(1, now() + (frame.retry_after_ms ?? 0));
    const senders = new Set([...sends.values()].flatMap((one) => [...one.pages]));
    sends.clear();
    for (const id of senders) {
      const page = pages.get(id);
      if (!page) continue;
      page.paused = true;
      toPage(id, frame);
    }
  };
  /** @param {Answer} frame that answers a `fetch` or a `watch`, or is about nobody's words in particular */
  const answer = (frame) => {
    const [id, request] = String(frame.request_id ?? '').split(' ');
    if (request === undefined) toPage(OWN, frame);
    else toPage(id, { ...frame, request_id: request });
  };

  return { accepted, paused, answer };
}

/**
 * Lets pages in that wait for the link.
 * @param {() => import('./types.js').Conversation[]} rows
 * @param {State} at
 * @param {Pages} pages
 * @param {ReturnType<typeof import('./replay-buffer.js').createReplayBuffer>} buffer
 * @param {(page:string, frame:import('./types.js').Frame) => void} toPage
 * @param {number|null} asked
 * @param {() => void} tellState
 */
function createAdmission(rows, at, pages, buffer, toPage, asked, tellState) {
  /** How far everybody has read, for a page that may have missed a word of it. @returns {import('./types.js').ProgressFrame[]} */
  const marks = () =>
    rows().flatMap(({ conversation_id, mine, theirs }) => [
      { type: 'progress', conversation_id, member: /** @type {Welcome} */ (at.welcome).identity, ...mine },
      { type: 'progress', conversation_id, member: { kind: /** @type {Welcome} */ (at.welcome).identity.kind === 'visitor' ? 'agent' : 'visitor', id: '' }, ...theirs },
    ]);
  /** @param {string} id */
  const admit = (id) => {
    const page = pages.get(id);
    if (!page || page.admitted) return;
    page.admitted = true;
    const missed = page.resume && buffer.since(page.resume);
    const mode = !page.resume ? 'fresh' : missed ? 'replaying' : 'reload';
    // Agents read their lists by REST; a visitor gets what this page knows.
    const known = missed || /** @type {Welcome} */ (at.welcome).identity.kind === 'agent' ? [] : rows();
    toPage(id, {
      ...(/** @type {Welcome} */ (at.welcome)),
      session_id: null,
      log_position: buffer.end,
      resume: mode,
      heartbeat: asked ? HEARTBEAT : /** @type {Welcome} */ (at.welcome).heartbeat,
      conversations: known.map(({ conversation_id, state, last_sequence, mine, theirs }) => ({ conversation_id, state, last_sequence, mine, theirs })),
    });
    if (missed) {
      for (const frame of [...missed, ...marks()]) toPage(id, frame);
      toPage(id, { type: 'caught_up', log_position: buffer.end });
    }
    tellState();
  };
  const open = () => {
    at.live = true;
    for (const id of [...pages.keys()]) admit(id);
  };

  return { open, admit };
}

/**
 * Gives out what the desk says.
 * @param {State} at
 * @param {() => number} now
 * @param {ReturnType<typeof import('./replay-buffer.js').createReplayBuffer>} buffer
 * @param {{log_epoch:string, log_position:number}|null} resume
 * @param {(page:string, frame:import('./types.js').Frame) => void} toPage
 * @param {() => void} open
 * @param {(frame: import('./types.js').AcceptedFrame) => void} accepted
 * @param {(id: string) => {frame:import('./types.js').SendFrame, pages:Set<string>}|undefined} answered
 * @param {(frame: import('./types.js').PausedFrame) => void} paused
 * @param {(frame: Answer) => void} answer
 * @param {Set<string>} asking
 * @param {(frame:import('./types.js').Frame, but:string[]) => void} toOthers
 */
function fromDesk(at, now, buffer, resume, toPage, open, accepted, answered, paused, answer, asking, toOthers) {
  return {
    /** A frame of the desk. @param {import('./types.js').Frame} frame */
    hear(frame) {
      at.heardAt = now();
      switch (frame.type) {
        case 'welcome':
          at.welcome = frame;
          buffer.begin(resume, frame);
          toPage(OWN, frame);
          if (frame.resume !== 'replaying') open();
          return;
        case 'caught_up':
          buffer.add(frame);
          toPage(OWN, frame);
          return open();
        case 'accepted':
          return accepted(frame);
        case 'refused': {
          const to = answered(frame.client_message_id)?.pages ?? [OWN];
          for (const id of to) toPage(id, frame);
          return;
        }
        case 'paused':
          return paused(frame);
        case 'page':
        case 'error':
        case 'rows':
        case 'row':
        case 'counts':
          return answer(frame);
        case 'pong': {
          at.head = Math.max(at.head, frame.log_position);
          // Its own page keeps the count of silence.
          const all = new Set([OWN, ...asking]);
          asking.clear();
          for (const id of all) toPage(id, frame);
          return;
        }
        case 'behind':
        case 'drain':
          // The link's own page leaves it, and with the link's end all come back.
          return toPage(OWN, frame);
        default:
          if (frame.type === 'message' && frame.client_message_id) answered(frame.client_message_id);
          if (isOrdered(frame)) buffer.add(frame);
          toPage(OWN, frame);
          toOthers(frame, []);
      }
    },
  };
}

/**
 * Takes what a page says.
 * @param {Pages} pages
 * @param {State} at
 * @param {() => number} now
 * @param {(id: string, frame: import('./types.js').SendFrame) => void} send
 * @param {(frame:import('./types.js').ClientFrame) => void} toDesk
 * @param {(page:string, frame:import('./types.js').Frame) => void} toPage
 * @param {ReturnType<typeof import('./replay-buffer.js').createReplayBuffer>} buffer
 * @param {Set<string>} asking
 * @param {(id: string) => void} look
 * @param {(frame:import('./types.js').Frame, but:string[]) => void} toOthers
 * @param {{ visible: boolean; viewing: string | null; }} told
 * @param {() => void} tellState
 */
function fromPage(pages, at, now, send, toDesk, toPage, buffer, asking, look, toOthers, told, tellState) {
  return {
    /** A frame of a page. @param {string} id @param {import('./types.js').ClientFrame} frame */
    say(id, frame) {
      const page = pages.get(id);
      if (!page || !at.welcome) return;
      page.heardAt = now();
      switch (frame.type) {
        case 'send':
          return send(id, frame);
        case 'continue':
          page.paused = false;
          if (!at.pausedUntil) return;
          at.pausedUntil = 0;
          return toDesk(frame);
        case 'watch':
          page.watching = frame.view === null ? null : (frame.request_id ?? '');
          return toDesk(id === OWN ? frame : { ...frame, request_id: `${id} ${frame.request_id ?? ''}` });
        case 'watch_wall':
          page.wall = frame.active;
          return toDesk({ ...frame, active: [...pages.values()].some((one) => one.wall) });
        case 'fetch':
          return toDesk(id === OWN ? frame : { ...frame, request_id: `${id} ${frame.request_id}` });
        case 'ping':
          if (id !== OWN && now() - at.heardAt < FRESH_MS) return toPage(id, { type: 'pong', log_position: Math.max(at.head, buffer.end) });
          if (!asking.size || now() - at.askedAt >= PONG_MS) {
            at.askedAt = now();
            toDesk(frame);
          }
          asking.add(id);
          return;
        case 'progress': {
          // The desk keeps an agent's marks only where they look.
          if (/** @type {Welcome} */ (at.welcome).identity.kind === 'agent' && page.viewing) look(id);
          toDesk(frame);
          for (const [conversation_id, received] of Object.entries(frame.received ?? {})) {
            /** @type {import('./types.js').ProgressFrame} */
            const mark = { type: 'progress', conversation_id, member: /** @type {Welcome} */ (at.welcome).identity, received, read: frame.read?.[conversation_id] ?? 0 };
            if (id !== OWN) toPage(OWN, mark);
            toOthers(mark, [id]);
          }
          return;
        }
        case 'viewing':
          page.viewing = frame.conversation_id;
          page.looksIn = Boolean(frame.look_in);
          // A page that nobody sees does not speak for one that is looked at.
          if (!page.visible && at.looking !== id && pages.get(at.looking)?.visible) return;
          at.looking = id;
          told.viewing = page.viewing;
          return toDesk(frame);
        case 'client_state':
          page.visible = frame.state === 'visible';
          tellState();
          if (page.visible && page.viewing) look(id);
          return;
        default:
          return toDesk(frame);
      }
    },
  };
}

/**
 * The relay in the page that leads: one link on one side, all pages on the other.
 * @param {object} host
 * @param {ReturnType<typeof import('./replay-buffer.js').createReplayBuffer>} host.buffer
 * @param {() => number} host.now
 * @param {{log_epoch:string, log_position:number}|null} host.resume   what the real `hello` said
 * @param {boolean} host.visible   the same
 * @param {number|null} host.asked  the same: the silence that the link may have; it is this page's matter alone
 * @param {string|null} host.name  put on own messages for the other pages
 * @param {() => import('./types.js').Conversation[]} host.rows
 * @param {(frame:import('./types.js').ClientFrame) => void} host.toDesk
 * @param {(page:string, frame:import('./types.js').Frame) => void} host.toPage
 * @param {(frame:import('./types.js').Frame, but:string[]) => void} host.toOthers  to every page that follows; those of `but` only keep it
 */
export function createLeaderRelay({ buffer, now, resume, visible, asked, name, rows, toDesk, toPage, toOthers }) {
  const at = begun();
  /** @type {Pages} */
  const pages = new Map();
  const { answered, sends, send } = createSends(at, toDesk, pages, toPage, now);
  /** Waiting for a `pong`. @type {Set<string>} */
  const asking = new Set();
  /** What the desk believes. */
  const told = { visible, viewing: /** @type {string|null} */ (null) };

  /** @param {string} id @param {Partial<{visible:boolean, resume:import('./types.js').Cursor|null, admitted:boolean}>} says */
  const enter = (id, says) => {
    const [page] = id.split('.');
    for (const old of pages.keys()) if (old.split('.')[0] === page) pages.delete(old);
    pages.set(id, { visible: false, viewing: null, looksIn: false, wall: false, watching: null, paused: false, heardAt: now(), resume: null, admitted: false, ...says });
  };
  enter(OWN, { visible, admitted: true });
  const { tellState, look } = createSight(pages, now, at, told, toDesk);

  const { accepted, paused, answer } = createAnswers(at, name, answered, buffer, toPage, toOthers, now, sends, pages);

  const { open, admit } = createAdmission(rows, at, pages, buffer, toPage, asked, tellState);

  return {
    ...fromDesk(at, now, buffer, resume, toPage, open, accepted, answered, paused, answer, asking, toOthers),
    /** A page wants to follow. @param {string} id @param {{resume:import('./types.js').Cursor|null, visible:boolean}} hello */
    hello(id, hello) {
      enter(id, hello);
      if (at.live) admit(id);
    },
    /** @param {string} id */
    knows: (id) => pages.has(id),
    ...fromPage(pages, at, now, send, toDesk, toPage, buffer, asking, look, toOthers, told, tellState),
    /** @param {string} id */
    leave(id) {
      const { watching, wall } = pages.get(id) ?? {};
      if (!pages.delete(id)) return;
      if (wall && ![...pages.values()].some((one) => one.wall)) toDesk({ type: 'watch_wall', active: false });
      if (watching != null) toDesk({ type: 'watch', view: null, request_id: `${id} ${watching}` });
      asking.delete(id);
      if (at.looking === id) {
        const other = [...pages].find(([, page]) => page.visible && page.viewing) ?? [...pages].find(([, page]) => page.viewing);
        look(other?.[0] ?? OWN);
      }
      tellState();
    },
  };
}
