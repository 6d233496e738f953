/** Last word either way, and the longest silence since the last sign of life. */
declare const begun: () => {
    /** Last word either way, and the longest silence since the last sign of life. */
    wordAt: number;
    silent: number;
};
export type Line = ReturnType<typeof begun>;
/**
 * Watches one link: pings when it has to, and reports when the link is lost.
 * @param {object} host
 * @param {import('./types.js').Clock} host.clock
 * @param {() => number} host.random
 * @param {() => void} host.ping      sends the frame
 * @param {() => number} host.cursor
 * @param {(why:string) => void} host.lost
 * @param {(ms:number, survived:boolean) => void} host.quiet  the line was silent for so long
 */
export declare function createHeartbeat({ clock, random, ping, cursor, lost, quiet }: {
    clock: import('./types.js').Clock;
    random: () => number;
    ping: () => void;
    cursor: () => number;
    lost: (why: string) => void;
    quiet: (ms: number, survived: boolean) => void;
}): {
    /** @param {{ping_every_ms:number, pong_within_ms:number}} [times] @param {number|null} [silence] asked for */
    start(times?: {
        ping_every_ms: number;
        pong_within_ms: number;
    }, silence?: number | null): void;
    stop(): void;
    /** Any frame but a pong. */
    heard(): void;
    /** Something was sent. */
    spoke: () => void;
    /** The socket broke. */
    broke: () => void | false;
    /** @param {number} position */
    pong(position: number): void;
    /** @param {boolean} value */
    setVisible(value: boolean): void;
    now: () => void;
};
export {};
