export type Hello = import('./types.js').HelloFrame;
export type Seat = {
    /**
     * the lock is this page's
     */
    granted: () => void;
    lost: () => void;
    end: (code: number) => void;
    hear: (message: import('./types.js').PageMessage) => void;
    open: () => void;
    socket: import('./types.js').Socket;
};
export type World = {
    tabs: (name: string) => import('./types.js').Tabs;
    visible: () => boolean;
    /**
     * the page goes, or is frozen; it comes back
     */
    onAway: (leave: () => void, back: () => void) => void;
};
/**
 * @typedef {import('./types.js').HelloFrame} Hello
 * @typedef {object} Seat  one connection of the page's link
 * @property {() => void} granted  the lock is this page's
 * @property {() => void} lost
 * @property {(code:number) => void} end
 * @property {(message:import('./types.js').PageMessage) => void} hear
 * @property {() => void} open
 * @property {import('./types.js').Socket} socket
 *
 * @typedef {object} World
 * @property {(name:string) => import('./types.js').Tabs} tabs
 * @property {() => boolean} visible
 * @property {(leave:() => void, back:() => void) => void} onAway  the page goes, or is frozen; it comes back
 */
/** Where this page stands among the others. */
declare const begun: () => {
    count: number;
    /** @type {import('./types.js').Tabs|null} */
    tabs: import('./types.js').Tabs | null;
    holds: boolean;
    /** The lock is to be taken from whoever has it. */
    force: boolean;
    /** It was taken from a page that does not answer, which may flush the outbox, too. */
    taken: boolean;
    /** The real link's session, as the page that led told it. @type {string|null} */
    session: string | null;
    /** The link's present connection. @type {Seat|null} */
    seat: Seat | null;
    away: boolean;
    /** @type {unknown} */
    grace: unknown;
};
export type State = ReturnType<typeof begun>;
/**
 * Coordinates this page with the others; the page's own link goes through its transport.
 * @param {import('./types.js').Options} options
 * @param {() => import('./types.js').Conversation[]} rows  what this page knows, for one that follows it
 * @param {World} [world]
 */
export declare function coordinateTabs(options: import('./types.js').Options, rows: () => import('./types.js').Conversation[], world?: World): {
    /** @param {string} name whose pages meet; empty = nobody's @param {boolean} [held] this page has the lock already */
    enter(name: string, held?: boolean): void;
    transport(handlers: import("./types.js").SocketHandlers): import("./types.js").Socket;
};
export { coordinateTabs as createMeeting };
