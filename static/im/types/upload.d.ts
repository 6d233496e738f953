export type Outcome = {
    file_id: string;
    name: string;
    media_type: string;
    byte_size: number;
    width: number | null;
    height: number | null;
};
/**
 * Uploads one file; resolves when the desk has all of it.
 * @param {object} options
 * @param {Blob} options.blob
 * @param {string} options.name
 * @param {(method:string, path:string, init:{headers?:Record<string,string>, body?:BodyInit|null, signal:AbortSignal}) => Promise<Response>} options.call
 *   an authorised request; rejects only where the network does
 * @param {import('./types.js').Clock} options.clock
 * @param {() => number} options.random
 * @param {AbortSignal} options.signal
 * @param {(wake:() => void) => () => void} options.onOnline tells when the network is back; returns a way to stop
 * @param {string|null} [options.upload_id] of an earlier try
 * @param {(upload_id:string) => void} options.onBegun
 * @param {(bytes:number) => void} options.onProgress bytes that the desk has
 * @returns {Promise<Outcome>} rejects with `code`; `cancelled` after the signal
 */
export declare function upload({ blob, name, call, clock, random, signal, onOnline, upload_id, onBegun, onProgress }: {
    blob: Blob;
    name: string;
    call: (method: string, path: string, init: {
        headers?: Record<string, string>;
        body?: BodyInit | null;
        signal: AbortSignal;
    }) => Promise<Response>;
    clock: import('./types.js').Clock;
    random: () => number;
    signal: AbortSignal;
    onOnline: (wake: () => void) => () => void;
    upload_id?: string | null;
    onBegun: (upload_id: string) => void;
    onProgress: (bytes: number) => void;
}): Promise<Outcome>;
