/**
 * The wire: names, close codes, reading and writing of frames. A frame is one JSON object; several may come in one
 * WebSocket message, separated by newlines. What cannot be read is skipped and reported, never thrown.
 */
export declare const PROTOCOL = "servicedesk.im.v1";
/** Until `welcome` says otherwise. */
export declare const LIMITS: Readonly<{
    sends_in_flight: 16;
    frame_bytes: 131072;
    text_chars: 8000;
}>;
export declare const HEARTBEAT: Readonly<{
    ping_every_ms: 45000;
    pong_within_ms: 5000;
    dead_after_ms: 60000;
}>;
/** Frames that leave the server in order of `log_position` and move the cursor. */
export declare const ORDERED: Set<string>;
/**
 * The frames of one WebSocket message; lines that are no frames are left out.
 * @param {string} text
 * @returns {import('./types.js').Frame[]}
 */
export declare function readFrames(text: string): import('./types.js').Frame[];
/**
 * Whether a frame has a position in the log.
 * @param {import('./types.js').Frame} frame @returns {frame is import('./types.js').OrderedFrame}
 */
export declare const isOrdered: (frame: import('./types.js').Frame) => frame is import('./types.js').OrderedFrame;
/** The frame that sends an unsent message. @param {import('./types.js').Item} item @returns {import('./types.js').SendFrame} */
export declare const sendFrame: (item: import('./types.js').Item) => import('./types.js').SendFrame;
