/** The one place that names signals-core's version. Has no DOM, so the store may use it in tests. */
export { signal, computed, effect, batch, untracked } from '../vendor/signals-core@1.14.5/dist/signals-core.mjs';
