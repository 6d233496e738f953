/**
 * Files that somebody has chosen and the desk does not have yet. Kept with their bytes until a message names them, so that a
 * reload goes on where it was; sent one after the other in the order of choosing. What arrived becomes a message of the outbox
 * under the id that the file had from the start: it cannot come twice.
 */
import { upload } from './upload.js';
export type OutgoingFile = {
    /**
     * UUIDv7; also the message's
     */
    client_message_id: string;
    conversation_id: string | null;
    note: boolean;
    /**
     * identity that chose it
     */
    owner: string | null;
    blob: Blob;
    name: string;
    /**
     * words to it
     */
    text: string;
    /**
     * of a voice message
     */
    duration_ms?: number;
    /**
     * of a picture, as it was prepared
     */
    width?: number;
    height?: number;
    upload_id: string | null;
    /**
     * once the desk has it all
     */
    file_id?: string;
    state: 'waiting' | 'sending' | 'failed';
    /**
     * why it failed
     */
    code: string | null;
    /**
     * bytes that the desk has
     */
    sent: number;
    /**
     * ms since 1970
     */
    created_at: number;
};
export type Host = {
    /**
     * the client's; the message is durable or on its way when it returns
     */
    send: (message: {
        id: string;
        conversation_id: string | null;
        note: boolean;
        content: import('./types.js').Content;
    }) => unknown;
    call: Parameters<typeof upload>[0]['call'];
    store: import('./types.js').OutboxStore;
    tabs: import('./types.js').Tabs;
    clock: import('./types.js').Clock;
    random: () => number;
    makeId: () => string;
    owner: () => string | null;
    onOnline: Parameters<typeof upload>[0]['onOnline'];
    onChange: (outgoing: OutgoingFile, change: 'added' | 'changed' | 'sent' | 'gone') => void;
};
/**
 * @typedef {object} OutgoingFile
 * @property {string} client_message_id     UUIDv7; also the message's
 * @property {string|null} conversation_id
 * @property {boolean} note
 * @property {string|null} owner            identity that chose it
 * @property {Blob} blob
 * @property {string} name
 * @property {string} text                  words to it
 * @property {number} [duration_ms]         of a voice message
 * @property {number} [width]               of a picture, as it was prepared
 * @property {number} [height]
 * @property {string|null} upload_id
 * @property {string} [file_id]             once the desk has it all
 * @property {'waiting'|'sending'|'failed'} state
 * @property {string|null} code             why it failed
 * @property {number} sent                  bytes that the desk has
 * @property {number} created_at            ms since 1970
 */
/**
 * @typedef {object} Host
 * @property {(message:{id:string, conversation_id:string|null, note:boolean, content:import('./types.js').Content}) => unknown} send the client's; the message is durable or on its way when it returns
 * @property {Parameters<typeof upload>[0]['call']} call
 * @property {import('./types.js').OutboxStore} store
 * @property {import('./types.js').Tabs} tabs
 * @property {import('./types.js').Clock} clock
 * @property {() => number} random
 * @property {() => string} makeId
 * @property {() => string|null} owner
 * @property {Parameters<typeof upload>[0]['onOnline']} onOnline
 * @property {(outgoing:OutgoingFile, change:'added'|'changed'|'sent'|'gone') => void} onChange
 */
/** The file on its way, and what stops it. */
declare const begun: () => {
    /** @type {AbortController|null} */
    working: AbortController | null;
    /** @type {string|null} */
    at: string | null;
};
export type State = ReturnType<typeof begun>;
/** The outbox of files: keeps them, sends them, and hands the finished ones to the outbox of messages. @param {Host} host */
export declare function createFileOutbox(host: Host): {
    /** Those that were left by an earlier page of the same identity; what somebody else chose goes. */
    restore(): Promise<void>;
    /** @param {{blob:Blob, name:string, conversation_id:string|null, note?:boolean, text?:string, duration_ms?:number, width?:number, height?:number}} chosen */
    add({ note, text, ...chosen }: {
        blob: Blob;
        name: string;
        conversation_id: string | null;
        note?: boolean;
        text?: string;
        duration_ms?: number;
        width?: number;
        height?: number;
    }): Promise<OutgoingFile>;
    /** @param {string} id */
    cancel(id: string): void;
    /** @param {string} id */
    retry(id: string): void;
    /** A conversation that had no name has one now. @param {string} conversation_id */
    named(conversation_id: string): void;
    kept: (id: string) => void;
    list: () => OutgoingFile[];
    /** Somebody else is there now: nothing of the one before is sent. */
    clear(): void;
};
export {};
