/** The outbox's messages themselves: which there are, in which order, what of them is in the store, and who is told of them. */
/**
 * The messages that are not settled, in their order, kept in the store and let go of.
 * @param {import('./types.js').Clock} clock
 * @param {import('./emitter.js').Emit} emit
 * @param {import('./types.js').OutboxStore} store
 */
export declare function createOutboxQueue(clock: import('./types.js').Clock, emit: import('./emitter.js').Emit, store: import('./types.js').OutboxStore): {
    unkept: (error: unknown) => void;
    items: Map<string, import("./types.js").Item>;
    over: Set<string>;
    earlier: Set<string>;
    sorted: () => import("./types.js").Item[];
    tell: (item: import('./types.js').Item, change: string, entry?: import('./types.js').Entry) => void | false;
    keep: (item: import('./types.js').Item) => Promise<void>;
    erase: (id: string) => void;
    unanswered: Set<string>;
    held: ({ hold_until: until }: import('./types.js').Item) => boolean;
    finish: (id: string) => void;
};
