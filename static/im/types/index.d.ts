/**
 * Delivery core of servicedesk: one ordered link to the desk, an outbox that loses nothing, conversations without holes.
 *
 * Promises what the protocol promises (no loss, no duplicate, order, cheap resume), for visitors and agents alike.
 * Does not touch the DOM, does not keep a copy of conversations and knows no wording: whoever shows them listens to events.
 * How to use it is in README.md beside this file; shapes are in types.js.
 */
export { createClient } from './client.js';
export { createMemoryStore } from './store-memory.js';
export { createIndexedStore } from './store-indexed.js';
export { createRemoteStore } from './store-remote.js';
export { createFallbackStore } from './store-fallback.js';
export { createSystemClock, createSocketTransport, createSteady, createTransport, createTabs, singleTab } from './browser.js';
export { createIdMaker } from './ids.js';
export { countScalars, wellFormed } from './text.js';
export { PROTOCOL } from './frames.js';
