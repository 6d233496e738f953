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
export declare function createLeader({ id, hello, transport, buffer, clock, name, rows, taken, post, give, onEnd }: {
    id: string;
    hello: import('./types.js').HelloFrame;
    transport: import('./types.js').Transport;
    buffer: ReturnType<typeof import('./replay-buffer.js').createReplayBuffer>;
    clock: import('./types.js').Clock;
    name: string | null;
    rows: () => import('./types.js').Conversation[];
    taken: boolean;
    post: (message: import('./types.js').PageMessage) => void;
    give: (text: string) => void;
    onEnd: (code: number) => void;
}): {
    /** @param {string} text */
    say: (text: string) => void;
    /** @param {import('./types.js').PageMessage} message */
    hear(message: import('./types.js').PageMessage): void;
    /** @param {number} [code] */
    close(code?: number): void;
    buffered: () => number;
};
