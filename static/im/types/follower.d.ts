/**
 * The end of the channel in a page that follows.
 * @param {object} host
 * @param {string} host.id
 * @param {import('./types.js').HelloFrame} host.hello
 * @param {ReturnType<typeof import('./replay-buffer.js').createReplayBuffer>} host.buffer
 * @param {import('./types.js').Clock} host.clock
 * @param {() => boolean} host.visible
 * @param {(message:import('./types.js').PageMessage) => void} host.post
 * @param {(text:string) => void} host.give
 * @param {(session:string|null) => void} host.onWelcome   the real link's session
 * @param {() => void} host.onUnled    nobody acknowledges
 * @param {(code:number) => void} host.onEnd
 */
export declare function createFollower({ id, hello, buffer, clock, visible, post, give, onWelcome, onUnled, onEnd }: {
    id: string;
    hello: import('./types.js').HelloFrame;
    buffer: ReturnType<typeof import('./replay-buffer.js').createReplayBuffer>;
    clock: import('./types.js').Clock;
    visible: () => boolean;
    post: (message: import('./types.js').PageMessage) => void;
    give: (text: string) => void;
    onWelcome: (session: string | null) => void;
    onUnled: () => void;
    onEnd: (code: number) => void;
}): {
    hear: (message: import('./types.js').PageMessage) => void;
    /** @param {string} text */
    say(text: string): void;
    stop(): void;
    readonly welcomed: boolean;
    /** The page that leads acknowledges and yet brings nothing. */
    readonly unserved: boolean;
};
