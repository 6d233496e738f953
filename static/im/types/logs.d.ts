/**
 * Conversations as seen from here: for each loaded one the entries come out once and without holes, whatever order and
 * however often they come in. Asks for what is missing. Keeps no entries but those that wait for a hole to close.
 */
export type Page = {
    entries: import('./types.js').Entry[];
    more: boolean;
};
export type Record = import('./types.js').Conversation & {
    known: boolean;
    loading: boolean;
    filling: boolean;
    held: Map<number, {
        entry: import('./types.js').Entry;
        own: boolean;
    }>;
};
/**
 * The conversations that this page knows, and the holes in the loaded ones.
 * @param {object} host
 * @param {import('./types.js').Clock} host.clock
 * @param {boolean} host.adoptNew     a conversation whose first entry comes in is loaded by that
 * @param {(frame:import('./types.js').ClientFrame) => boolean} host.send
 * @param {import('./emitter.js').Emit} host.emit
 * @param {(entry:import('./types.js').Entry) => boolean} host.settle  offers an entry to the outbox
 * @param {(record:Record, entry:import('./types.js').Entry) => void} host.applied
 */
export declare function createLogs({ clock, adoptNew, send, emit, settle, applied }: {
    clock: import('./types.js').Clock;
    adoptNew: boolean;
    send: (frame: import('./types.js').ClientFrame) => boolean;
    emit: import('./emitter.js').Emit;
    settle: (entry: import('./types.js').Entry) => boolean;
    applied: (record: Record, entry: import('./types.js').Entry) => void;
}): {
    /** The desk has something this side cannot show by itself: get it. @param {string} id @param {number} sequence */
    missing(id: string, sequence: number): void;
    /** @param {string} id @param {number} [limit] */
    load(id: string, limit?: number): Promise<Page>;
    /** @param {string} id @param {number} last @param {import('./types.js').Entry[]} [entries] */
    adopt(id: string, last: number, entries?: import('./types.js').Entry[]): void;
    /** @param {string} id */
    release(id: string): void;
    /** @param {string} id @param {number} before @param {number} [limit] */
    older: (id: string, before: number, limit?: number) => Promise<Page>;
    record: (id: string) => Record;
    get: (/** @type {string} */ id: string) => Record | undefined;
    all: () => Record[];
    /** An entry from the link. @param {import('./types.js').Entry} entry @param {boolean} own */
    take(entry: import('./types.js').Entry, own: boolean): void;
    /** @param {import('./types.js').PageFrame} frame */
    page(frame: import('./types.js').PageFrame): void;
    /** @param {import('./types.js').ErrorFrame} frame @returns {boolean} whether it answered a fetch */
    error(frame: import('./types.js').ErrorFrame): boolean;
    /** @param {string} id @param {'erased'|'not_found'} reason */
    drop(id: string, reason: 'erased' | 'not_found'): void;
    forget(): void;
    /** @param {import('./types.js').KnownRow[]} rows of `welcome` @param {boolean} replaying all entries of one never heard of will follow */
    know(rows: import('./types.js').KnownRow[], replaying: boolean): void;
    /** Asks again what the last link did not answer. */
    resume(): void;
    /** All that was missed has come: what is still absent was lost on the way. */
    check(): void;
};
