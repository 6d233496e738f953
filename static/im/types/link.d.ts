export type Host = {
    clock: import('./types.js').Clock;
    random: () => number;
    transport: import('./types.js').Transport;
    session: import('./types.js').Options['session'];
    version: string;
    /**
     * the silence that `hello` asks for
     */
    pace: () => number | null;
    onStatus: (status: import('./types.js').Status) => void;
    onSession: (session: import('./types.js').Session) => void;
    onWelcome: (frame: import('./types.js').WelcomeFrame) => void;
    onFrame: (frame: import('./types.js').Frame) => void;
    /**
     * the link is no longer live
     */
    onDown: () => void;
    /**
     * the server refused a frame for its size and hung up
     */
    onTooLarge: () => void;
    onEnded: (code: string) => void;
};
/**
 * @typedef {object} Host
 * @property {import('./types.js').Clock} clock
 * @property {() => number} random
 * @property {import('./types.js').Transport} transport
 * @property {import('./types.js').Options['session']} session
 * @property {string} version
 * @property {() => number|null} pace   the silence that `hello` asks for
 * @property {(status:import('./types.js').Status) => void} onStatus
 * @property {(session:import('./types.js').Session) => void} onSession
 * @property {(frame:import('./types.js').WelcomeFrame) => void} onWelcome
 * @property {(frame:import('./types.js').Frame) => void} onFrame
 * @property {() => void} onDown     the link is no longer live
 * @property {() => void} onTooLarge the server refused a frame for its size and hung up
 * @property {(code:string) => void} onEnded
 */
/** Where the link stands. */
declare const begun: () => {
    /** @type {import('./types.js').Status} */
    status: import('./types.js').Status;
    /** @type {{log_epoch:string, log_position:number, identity:string}|null} */
    cursor: {
        log_epoch: string;
        log_position: number;
        identity: string;
    } | null;
    /** @type {import('./types.js').Socket|null} */
    socket: import('./types.js').Socket | null;
    generation: number;
    visible: boolean;
    told: boolean;
    renew: boolean;
    /** @type {string|null} */
    previous: string | null;
    /** @type {string|null} */
    current: string | null;
    /** @type {import('./types.js').Member|null} */
    identity: import('./types.js').Member | null;
    /** @type {import('./types.js').Limits} */
    limits: import('./types.js').Limits;
    liveAt: number;
    /** @type {unknown} */
    timer: unknown;
    /** @type {unknown} */
    draining: unknown;
    /** The silence that the present link asked for. @type {number|null} */
    asked: number | null;
    /** @type {import('./types.js').Quiet} */
    onQuiet: import('./types.js').Quiet;
};
export type State = ReturnType<typeof begun>;
/** Keeps one link open, and opens the next one when it ends. @param {Host} host */
export declare function createLink(host: Host): {
    /** Something says that the network may be back. */
    wake(): void;
    /** @param {boolean} value */
    setVisible(value: boolean): void;
    restart({ renew: fresh }?: {
        renew?: boolean | undefined;
    }): void;
    start(): void;
    stop(): void;
    send: (frame: import('./types.js').ClientFrame) => boolean;
    /** Who is told of silences: their length, whether the link outlived them, and what was asked for. @param {import('./types.js').Quiet} fn */
    observe: (fn: import('./types.js').Quiet) => undefined;
    roomy: () => boolean;
    /** @param {boolean} paused */
    setPaused: (paused: boolean) => void | false;
    status: import("./types.js").Status;
    identity: import("./types.js").Member | null;
    limits: import("./types.js").Limits;
    cursor: {
        log_epoch: string;
        log_position: number;
    } | null;
    visible: boolean;
};
export {};
