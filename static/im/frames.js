/**
 * The wire: names, close codes, reading and writing of frames. A frame is one JSON object; several may come in one
 * WebSocket message, separated by newlines. What cannot be read is skipped and reported, never thrown.
 */

export const PROTOCOL = 'servicedesk.im.v1';

/** Until `welcome` says otherwise. */
export const LIMITS = Object.freeze({ sends_in_flight: 16, frame_bytes: 131072, text_chars: 8000 });
export const HEARTBEAT = Object.freeze({ ping_every_ms: 45000, pong_within_ms: 5000, dead_after_ms: 60000 });

/** Frames that leave the server in order of `log_position` and move the cursor. */
export const ORDERED = new Set(['message', 'entry', 'erased', 'caught_up', 'accepted']);

/**
 * The frames of one WebSocket message; lines that are no frames are left out.
 * @param {string} text
 * @returns {import('./types.js').Frame[]}
 */
export function readFrames(text) {
  /** @type {import('./types.js').Frame[]} */ const frames = [];
  for (const line of text.split('\n')) {
    if (!line.trim()) continue;
    try {
      const frame = JSON.parse(line);
      if (frame && typeof frame.type === 'string') frames.push(frame);
    } catch {
      frames.push({ type: 'unreadable' });
    }
  }
  return frames;
}

/**
 * Whether a frame has a position in the log.
 * @param {import('./types.js').Frame} frame @returns {frame is import('./types.js').OrderedFrame}
 */
export const isOrdered = (frame) => ORDERED.has(frame.type);

/** The frame that sends an unsent message. @param {import('./types.js').Item} item @returns {import('./types.js').SendFrame} */
export const sendFrame = (item) => ({
  type: 'send',
  client_message_id: item.client_message_id,
  conversation_id: item.conversation_id,
  note: item.note,
  content: item.content,
  team: item.team,
});
