/**
 * Outbox store in one text value that somebody else keeps: the loader, in the shop page's own storage, for frames whose
 * storage the browser blocks. Small and rarely used, so the whole list is written each time; calls queue behind one another.
 */
/**
 * A store in a text value that somebody else keeps.
 * @param {{get:()=>Promise<string|null>, set:(text:string)=>Promise<void>}} value
 * @returns {import('./types.js').OutboxStore}
 */
export declare function createRemoteStore(value: {
    get: () => Promise<string | null>;
    set: (text: string) => Promise<void>;
}): import('./types.js').OutboxStore;
