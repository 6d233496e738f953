/** How messages of the outbox end: stored by the desk, and taken back if their writer has deleted them meanwhile. */
/**
 * What the desk has is settled, or taken back where its writer had deleted it.
 * @param {{recall?:import('./types.js').Options['recall']}} host
 * @param {ReturnType<typeof import('./shelf.js').createShelf>} shelf
 * @param {import('./types.js').Tabs} tabs
 * @param {() => void} pump
 */
export declare function createSettling(host: {
    recall?: import('./types.js').Options['recall'];
}, shelf: ReturnType<typeof import('./shelf.js').createShelf>, tabs: import('./types.js').Tabs, pump: () => void): {
    recallNow: (item: import('./types.js').Item) => Promise<void>;
    settle: (id: string, entry: import('./types.js').Entry) => boolean;
};
