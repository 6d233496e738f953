/**
 * What a network allows: how long a line may be silent and live. Grows a step after each silence that the link outlived, falls a
 * step after one that it did not; what failed twice is not tried again for a week. Pure: a record goes in, a record comes out.
 */
/** Silences that are asked for, in ms. Below the first the desk's own PINGs keep the line. */
export declare const STEPS: number[];
/** An agent who is gone is to be missed sooner than a visitor. */
export declare const MOST: {
    agent: number;
    visitor: number;
};
export type NetworkRecord = {
    /**
     * for the next link; null = nothing
     */
    ask: number | null;
    /**
     * longest silence that was outlived
     */
    good: number;
    /**
     * the one that was not, the last time
     */
    failed: number | null;
    /**
     * shortest that was not, twice
     */
    bad: number | null;
    /**
     * so long that holds, ms since 1970
     */
    until: number;
    /**
     * last change, the same
     */
    at: number;
};
/**
 * What a network is known to allow after one more silence.
 * @param {NetworkRecord|undefined} known
 * @param {{ms:number, survived:boolean, asked:number|null, most:number, now:number}} silence
 * @returns {NetworkRecord|undefined} the same where it says nothing new
 */
export declare function learn(known: NetworkRecord | undefined, { ms, survived, asked, most, now }: {
    ms: number;
    survived: boolean;
    asked: number | null;
    most: number;
    now: number;
}): NetworkRecord | undefined;
/**
 * All networks, the oldest of too many forgotten.
 * @param {Record<string, NetworkRecord>} all @param {string} network @param {NetworkRecord} record @returns {Record<string, NetworkRecord>}
 */
export declare function remember(all: Record<string, NetworkRecord>, network: string, record: NetworkRecord): Record<string, NetworkRecord>;
