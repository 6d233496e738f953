/** Who is typing, both ways. May be lost and is never stored, so it ends by itself: a word is good for six seconds. */
/**
 * Tells the desk that somebody types here, and the page that somebody types there.
 * @param {object} host
 * @param {import('./types.js').Clock} host.clock
 * @param {(frame:import('./types.js').ClientFrame) => boolean} host.send
 * @param {import('./emitter.js').Emit} host.emit
 */
export declare function createTyping({ clock, send, emit }: {
    clock: import('./types.js').Clock;
    send: (frame: import('./types.js').ClientFrame) => boolean;
    emit: import('./emitter.js').Emit;
}): {
    /** @param {import('./types.js').TypingFrame} frame */
    take({ conversation_id, member, active, preview }: import('./types.js').TypingFrame): void;
    /** What somebody wrote has come: they no longer type it. @param {import('./types.js').Entry} entry */
    entry(entry: import('./types.js').Entry): void;
    /** @param {string} conversation_id @param {boolean} active @param {string|null} preview */
    say(conversation_id: string, active: boolean, preview: string | null): void;
    /** The server has taken a message from here, or the link is new: nothing is being typed as far as the desk knows. */
    forgetOwn(): void;
    forget(): void;
};
