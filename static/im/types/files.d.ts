/** What sends files, fetched when somebody first has one to send. */
export { createIdMaker } from './ids.js';
export { createFileOutbox, createFileOutbox as createParcels } from './file-outbox.js';
export { prepare, renamed } from './picture.js';
export { canRecord, record } from './recorder.js';
