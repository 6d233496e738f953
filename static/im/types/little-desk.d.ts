/** The name of the page whose link it is. */
export declare const OWN = "own";
/** Where the real link stands. */
declare const begun: () => {
    /** @type {any} */
    welcome: any;
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
/**
 * @param {object} host
 * @param {ReturnType<typeof import('./ring.js').createRing>} host.ring
 * @param {() => number} host.now
 * @param {{log_epoch:string, log_position:number}|null} host.resume   what the real `hello` said
 * @param {boolean} host.visible   the same
 * @param {number|null} host.asked  the same: the silence that the link may have; it is this page's matter alone
 * @param {string|null} host.name  put on own messages for the other pages
 * @param {() => import('./types.js').Conversation[]} host.rows
 * @param {(frame:any) => void} host.toDesk
 * @param {(page:string, frame:any) => void} host.toPage
 * @param {(frame:any, but:string[]) => void} host.toOthers  to every page that follows; those of `but` only keep it
 */
export declare function createLittleDesk({ ring, now, resume, visible, asked, name, rows, toDesk, toPage, toOthers }: {
    ring: ReturnType<typeof import('./ring.js').createRing>;
    now: () => number;
    resume: {
        log_epoch: string;
        log_position: number;
    } | null;
    visible: boolean;
    asked: number | null;
    name: string | null;
    rows: () => import('./types.js').Conversation[];
    toDesk: (frame: any) => void;
    toPage: (page: string, frame: any) => void;
    toOthers: (frame: any, but: string[]) => void;
}): {
    /** A frame of the desk. @param {any} frame */
    hear(frame: any): void;
    /** A frame of a page. @param {string} id @param {any} frame */
    say(id: string, frame: any): void;
    /** A page wants to follow. @param {string} id @param {{resume:any, visible:boolean}} hello */
    hello(id: string, hello: {
        resume: any;
        visible: boolean;
    }): void;
    /** @param {string} id */
    knows: (id: string) => boolean;
    /** @param {string} id */
    leave(id: string): void;
};
export {};
