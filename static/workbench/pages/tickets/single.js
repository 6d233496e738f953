/** The page of one ticket: the head over its thread, how the thread is read, and its properties beside it. Comes with the first one. */
import { createSide } from './side.js';
import { createTicketHeadView } from './ticket-head.js';

export { flatView } from '../../thread/flat.js';

/**
 * @param {Parameters<typeof createTicketHeadView>[0] & Parameters<typeof createSide>[0]} host
 */
export const createSingle = (host) => ({ head: createTicketHeadView(host), side: createSide(host) });
