/** What the page looks at, and whether its link is looked after. @param {{ pace: () => number | null; saving: () => boolean; load: () => Promise<typeof import('./link-watchdog.js')>; } | undefined} steady */
declare const begun: (steady: {
    pace: () => number | null;
    saving: () => boolean;
    load: () => Promise<typeof import('./link-watchdog.js')>;
} | undefined) => {
    attended: boolean;
    /** @type {string|null} */
    viewed: string | null;
    looksIn: boolean;
};
export type State = ReturnType<typeof begun>;
/**
 * The client of one page and one identity; README.md describes its calls and events.
 * @param {import('./types.js').Options} options
 */
export declare function createClient(options: import('./types.js').Options): {
    /**
     * @param {{id?:string, conversation_id?:string|null, text?:string, content?:import('./types.js').Content, note?:boolean, replaces?:string, hold_ms?:number, then?:string, team?:string}} message
     *   id = one made before (UUIDv7), so that the same message cannot come twice;
     *   hold_ms = leaves no sooner, so that `unsend` takes it back without a trace; then = kept with the item for whoever settles it
     * @returns {import('./types.js').Item}
     */
    send({ id, conversation_id, text, content, note, replaces, hold_ms, then, team }: {
        id?: string;
        conversation_id?: string | null;
        text?: string;
        content?: import('./types.js').Content;
        note?: boolean;
        replaces?: string;
        hold_ms?: number;
        then?: string;
        team?: string;
    }): import('./types.js').Item;
    /** Takes a message back that is still held. @param {string} id @returns {import('./types.js').Item|null} null: it has gone out */
    unsend(id: string): import('./types.js').Item | null;
    /** @param {string} [conversation_id] */
    items: (conversation_id?: string) => import("./types.js").Item[];
    load: (id: string, limit?: number) => Promise<import("./logs.js").Page>;
    adopt: (id: string, last: number, entries?: import('./types.js').Entry[]) => void;
    release: (id: string) => void;
    older: (id: string, before: number, limit?: number) => Promise<import("./logs.js").Page>;
    conversation: (/** @type {string} */ id: string) => import("./logs.js").Record | undefined;
    conversations: () => import("./logs.js").Record[];
    read: (id: string, sequence: number) => void;
    /** @param {string} conversation_id @param {boolean} active @param {string|null} [preview] */
    typing: (conversation_id: string, active: boolean, preview?: string | null) => void;
    /** A list of conversations, told from here on; `view` null ends it. @param {Omit<import('./types.js').WatchFrame, 'type'>} list */
    watch: (list: Omit<import('./types.js').WatchFrame, 'type'>) => boolean;
    /** What the client knows nothing of. @param {import('./types.js').ClientFrame} frame */
    say: (frame: import('./types.js').ClientFrame) => boolean;
    /** @param {string|null} conversation_id @param {boolean} [looksIn] over a colleague's shoulder */
    view(conversation_id: string | null, looksIn?: boolean): void;
    on: <K extends keyof import("./emitter.js").Events>(name: K, fn: (value: import("./emitter.js").Events[K]) => void) => () => void;
    start: () => void;
    stop(): void;
    restart: ({ renew: fresh }?: {
        renew?: boolean | undefined;
    }) => void;
    forget(): Promise<void>;
    /** @param {string} id @returns {import('./types.js').Item|null} */
    retry(id: string): import('./types.js').Item | null;
    discard: (id: string) => void;
    /** @param {'visible'|'hidden'} state */
    visibility(state: 'visible' | 'hidden'): void;
    wake: () => void;
    flush(): void;
    ready: Promise<void>;
    status: import("./types.js").Status;
    identity: import("./types.js").Member | null;
    limits: import("./types.js").Limits;
    cursor: {
        log_epoch: string;
        log_position: number;
    } | null;
};
export type Client = ReturnType<typeof createClient>;
export {};
/** @typedef {ReturnType<typeof createClient>} Client */
