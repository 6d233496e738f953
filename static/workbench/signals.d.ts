/** What signals.js gives out: the types that signals-core publishes, under the name its module does not find them by. */
export { signal, computed, effect, batch, untracked } from '../vendor/signals-core@1.14.5/dist/signals-core.js';
export type { Signal, ReadonlySignal } from '../vendor/signals-core@1.14.5/dist/signals-core.js';
