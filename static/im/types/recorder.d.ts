/** Records a voice message with what the browser has; bounded in time. */
export declare const LONGEST_MS: number;
/** Whether a voice message can be recorded here. */
export declare const canRecord: () => boolean;
/**
 * Begins to record; rejects where the microphone is refused or missing.
 * @param {{clock:import('./types.js').Clock, onTick:(ms:number, loud:number) => void, onFull:() => void}} host
 */
export declare function record({ clock, onTick, onFull }: {
    clock: import('./types.js').Clock;
    onTick: (ms: number, loud: number) => void;
    onFull: () => void;
}): Promise<{
    /** @returns {Promise<{blob:Blob, duration_ms:number, ending:string}>} */
    finish: () => Promise<{
        blob: Blob;
        duration_ms: number;
        ending: string;
    }>;
    cancel: () => void;
}>;
