/** What sends files, fetched when somebody first has one to send. */
export { createIdMaker } from './ids.js';
export { createParcels } from './parcels.js';
export { prepare, renamed } from './picture.js';
export { canRecord, record } from './recorder.js';
