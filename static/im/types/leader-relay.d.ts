/** The name of the page whose link it is. */
export declare const OWN = "own";
/** Where the real link stands. */
declare const begun: () => {
    /** @type {import('./types.js').WelcomeFrame|null} */
    welcome: import('./types.js').WelcomeFrame | null;
    live: boolean;
    heardAt: number;
    askedAt: number;
    head: number;
    /** When what the desk would not take may be repeated; 0 = it takes all. */
    pausedUntil: number;
    /** The page that was looked at last. */
    looking: string;
};
export type State = ReturnType<typeof begun>;
export type Welcome = import('./types.js').WelcomeFrame;
export type Answer = import('./types.js').PageFrame | import('./types.js').ErrorFrame | import('./types.js').RowsFrame | import('./types.js').RowFrame | import('./types.js').CountsFrame;
export type Pages = Map<string, {
    visible: boolean;
    viewing: string | null;
    looksIn: boolean;
    wall: boolean;
    watching: string | null;
    paused: boolean;
    heardAt: number;
    resume: import('./types.js').Cursor | null;
    admitted: boolean;
}>;
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
export declare function createLeaderRelay({ buffer, now, resume, visible, asked, name, rows, toDesk, toPage, toOthers }: {
    buffer: ReturnType<typeof import('./replay-buffer.js').createReplayBuffer>;
    now: () => number;
    resume: {
        log_epoch: string;
        log_position: number;
    } | null;
    visible: boolean;
    asked: number | null;
    name: string | null;
    rows: () => import('./types.js').Conversation[];
    toDesk: (frame: import('./types.js').ClientFrame) => void;
    toPage: (page: string, frame: import('./types.js').Frame) => void;
    toOthers: (frame: import('./types.js').Frame, but: string[]) => void;
}): {
    /** A frame of the desk. @param {import('./types.js').Frame} frame */
    hear(frame: import('./types.js').Frame): void;
    /** A frame of a page. @param {string} id @param {import('./types.js').ClientFrame} frame */
    say(id: string, frame: import('./types.js').ClientFrame): void;
    /** A page wants to follow. @param {string} id @param {{resume:import('./types.js').Cursor|null, visible:boolean}} hello */
    hello(id: string, hello: {
        resume: import('./types.js').Cursor | null;
        visible: boolean;
    }): void;
    /** @param {string} id */
    knows: (id: string) => boolean;
    /** @param {string} id */
    leave(id: string): void;
};
export {};
