/**
 * Parts of the conversation that not every visitor meets, fetched when one of them is wanted: cards, forms, rating, menus,
 * emoji, the list of conversations, previews of links, marked words, speech. One file, so that weak networks are asked once.
 */
export { drawCard } from './cards.js';
export { createEmoji } from './emoji.js';
export { createHelp } from './help.js';
export { createFormView, openForm, openTicketForm, tellProfile } from './forms.js';
export { createList } from './list.js';
export { drawLink } from './links.js';
export { openMenu } from './menu.js';
export { createMenus } from './menus.js';
export { createPeek } from './peek.js';
export { createQueue } from './queue.js';
export { drawQuote } from './quote.js';
export { createRating } from './rating.js';
export { drawRich } from './rich.js';
export { drawLast } from './rows.js';
export { firstLink } from '../design/links.js';
export { drawSource } from './source.js';
export { drawTold, findTicket } from './tickets.js';
// Pages of an older release ask for it.
export { unmarked } from '../design/markdown.js';
export { createSpeech } from '../design/speech.js';
