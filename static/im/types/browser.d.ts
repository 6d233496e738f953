/** The browser's own clock and timers. @returns {import('./types.js').Clock} */
export declare const createSystemClock: () => import('./types.js').Clock;
/**
 * Opens WebSockets to one address.
 * @param {string} address path on this host, or an absolute http(s) or ws(s) address
 * @returns {import('./types.js').Transport}
 */
export declare const createSocketTransport: (address: string) => import('./types.js').Transport;
/** Where a page that found another way leaves word for the next one of its tab. */
export declare const WAY = "servicedesk:way";
/**
 * A WebSocket, and what `load` brings where none gets through.
 * @param {import('./types.js').Transport} socket
 * @param {() => Promise<{createWays:(socket:import('./types.js').Transport) => import('./types.js').Transport}>} load
 * @returns {import('./types.js').Transport}
 */
export declare const createTransport: (socket: import('./types.js').Transport, load: () => Promise<{
    createWays: (socket: import('./types.js').Transport) => import('./types.js').Transport;
}>) => import('./types.js').Transport;
/** Where pages leave word of the silence that networks were seen to allow. */
export declare const PACE = "servicedesk:pace";
/** The network, as far as the browser tells one from another. */
export declare const network: () => string;
/**
 * What looks after a link that lives long, and what it has learnt.
 * @param {() => Promise<typeof import('./link-watchdog.js')>} load
 * @returns {NonNullable<import('./types.js').Options['steady']>}
 */
export declare const createSteady: (load: () => Promise<typeof import('./link-watchdog.js')>) => NonNullable<import('./types.js').Options['steady']>;
/** A page that is alone. @returns {import('./types.js').Tabs} */
export declare const singleTab: () => import('./types.js').Tabs;
/**
 * Locks and a channel between the pages of one identity; where the browser has neither, a page that is alone.
 * @param {string} name shared by the pages that belong together
 * @returns {import('./types.js').Tabs}
 */
export declare function createTabs(name: string): import('./types.js').Tabs;
