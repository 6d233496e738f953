/** So often it is seen whether a WebSocket gets through by now. */
export declare const PROBE_MS: number;
export type World = {
    fetch: typeof fetch;
    clock: import('./types.js').Clock;
    /**
     * the way that works here; null: a WebSocket does
     */
    remember?: (way: string | null) => void;
};
export type Hello = import('./types.js').HelloFrame;
export type At = {
    signal: AbortSignal;
    hello: Hello | null;
    session: string | null;
    cursor: import('./types.js').Cursor | null;
    end: (code: number) => void;
    refused: (status: number) => void;
    take: (text: string) => void;
    headers: () => Record<string, string>;
    over: boolean;
};
/** A stream of events for what comes, requests for what goes. @param {World} world @returns {import('./types.js').Transport} */
export declare const createStreamTransport: (world: World) => import('./types.js').Transport;
/** One request after the other, for both ways. @param {World} world @returns {import('./types.js').Transport} */
export declare const createPollTransport: (world: World) => import('./types.js').Transport;
/**
 * Goes from way to way until one brings something, stays with it, and comes back to the WebSocket once that gets through.
 * @param {import('./types.js').Transport} socket
 * @param {World} [world]
 * @returns {import('./types.js').Transport}
 */
export declare function createWays(socket: import('./types.js').Transport, world?: World): import('./types.js').Transport;
