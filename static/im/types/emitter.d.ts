/**
 * Events by name. A listener that throws does not stop the others or the link; its error surfaces as uncaught.
 *
 * @typedef {import('./types.js').Events} Events
 * @typedef {<K extends keyof Events>(name:K, value?:Events[K]) => void} Emit
 */
export type Events = import('./types.js').Events;
export type Emit = <K extends keyof Events>(name: K, value?: Events[K]) => void;
export declare function createEmitter(): {
    /** @template {keyof Events} K @param {K} name @param {(value:Events[K])=>void} fn @returns {() => void} */
    on<K extends keyof Events>(name: K, fn: (value: Events[K]) => void): () => void;
    emit<K extends keyof Events>(name: K, value?: Events[K]): void;
};
