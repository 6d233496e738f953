/**
 * UUIDv7 (RFC 9562 §5.7) from a clock and random bytes. Ids made by one maker sort in the order they were made, also
 * within a millisecond and when the clock steps back. Needs no secure context: `crypto.randomUUID` would.
 */
/**
 * A maker of UUIDv7 whose ids sort in the order of making.
 * @param {{now?:()=>number, randomBytes?:(bytes:Uint8Array)=>Uint8Array}} [options]
 * @returns {() => string}
 */
export declare function createIdMaker({ now, randomBytes }?: {
    now?: () => number;
    randomBytes?: (bytes: Uint8Array) => Uint8Array;
}): () => string;
