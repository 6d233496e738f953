/** The bot in a conversation, as agents see it. Loaded when the first one is shown. */
import './bot-icons.js';

export { barKey, barView, placeholder } from './bot-bar.js';
export { botBubble } from './bot-bubble.js';
export { give } from './bot-give.js';
export { stateView } from './hand-over-block.js';
