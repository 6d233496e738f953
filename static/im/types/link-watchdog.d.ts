export type World = {
    clock: import('./types.js').Clock;
    network: () => string;
    onNetwork: (fn: () => void) => void;
    read: () => Record<string, import('./adaptive-heartbeat.js').NetworkRecord>;
    write: (all: Record<string, import('./adaptive-heartbeat.js').NetworkRecord>) => void;
};
/**
 * @typedef {object} World
 * @property {import('./types.js').Clock} clock
 * @property {() => string} network
 * @property {(fn:() => void) => void} onNetwork
 * @property {() => Record<string, import('./adaptive-heartbeat.js').NetworkRecord>} read
 * @property {(all:Record<string, import('./adaptive-heartbeat.js').NetworkRecord>) => void} write
 */
/**
 * Watches a link from here on, for as long as the page lives.
 * @param {Pick<ReturnType<typeof import('./link.js').createLink>, 'observe'|'wake'|'visible'>} link
 * @param {import('./types.js').Options['role']} role
 * @param {World} [world]
 */
export declare function attend(link: Pick<ReturnType<typeof import('./link.js').createLink>, 'observe' | 'wake' | 'visible'>, role: import('./types.js').Options['role'], world?: World): void;
