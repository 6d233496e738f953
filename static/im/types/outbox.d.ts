export type Host = {
    clock: import('./types.js').Clock;
    store: import('./types.js').OutboxStore;
    tabs: import('./types.js').Tabs;
    tab: string;
    makeId: () => string;
    role: import('./types.js').Options['role'];
    link: ReturnType<typeof import('./link.js').createLink>;
    emit: import('./emitter.js').Emit;
    recall?: import('./types.js').Options['recall'];
    owner: string | null;
    anonymous: boolean;
};
/**
 * @typedef {object} Host
 * @property {import('./types.js').Clock} clock
 * @property {import('./types.js').OutboxStore} store
 * @property {import('./types.js').Tabs} tabs
 * @property {string} tab
 * @property {() => string} makeId
 * @property {import('./types.js').Options['role']} role
 * @property {ReturnType<typeof import('./link.js').createLink>} link
 * @property {import('./emitter.js').Emit} emit
 * @property {import('./types.js').Options['recall']} [recall]
 * @property {string|null} owner
 * @property {boolean} anonymous
 */
/** Where the outbox stands: whose it is, and what it waits for. @param {Host} host */
declare const begun: (host: Host) => {
    owner: string | null;
    anonymous: boolean;
    live: boolean;
    restored: boolean;
    holder: boolean;
    busyUntil: number;
    /** @type {unknown} */
    pause: unknown;
    /** @type {unknown} */
    poll: unknown;
    /** @type {unknown} */
    due: unknown;
    /** @type {unknown} */
    steal: unknown;
    release: () => void;
};
export type State = ReturnType<typeof begun>;
/** The outbox of messages of one page. @param {Host} host */
export declare function createOutbox(host: Host): {
    /** @param {import('./types.js').Item} item */
    queue(item: import('./types.js').Item): void;
    /** @param {string} id */
    discard(id: string): void;
    /** The conversation is gone; so is what was meant for it. @param {string} conversation_id */
    drop(conversation_id: string): void;
    clear(): Promise<void>;
    /** @param {import('./types.js').RefusedFrame} frame */
    refused(frame: import('./types.js').RefusedFrame): void;
    /** @param {number} ms */
    paused(ms: number): void;
    /** The server hung up on a frame: of what was on the wire, the largest. */
    blameLargest(): void;
    ready: Promise<void>;
    /** @param {string} id @returns {import('./types.js').Item|undefined} */
    get: (id: string) => import('./types.js').Item | undefined;
    list: () => import("./types.js").Item[];
    /** Whether the writer may still take it back, and nobody has seen it. @param {string} id */
    isHeld: (id: string) => boolean;
    /** @param {{identity?:{kind:string,id:string}, anonymous?:boolean}} session */
    setOwner(session: {
        identity?: {
            kind: string;
            id: string;
        };
        anonymous?: boolean;
    }): void;
    /** @param {boolean} [taken] the link was taken from a page that does not answer */
    live(taken?: boolean): void;
    down(): void;
    /** The page may be gone in a moment: another one goes on with what it wrote. */
    leave: () => void;
    settle: (id: string, entry: import('./types.js').Entry) => boolean;
    pump: () => void;
};
export {};
