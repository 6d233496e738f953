/** What opens over a conversation and is drawn with its first use: menus of what can be done, pickers, suggestions. One piece, because somebody who moves needs the first of them soon. */
export { openPicker } from '../parts/picker.js';
export { assignMenu, labelMenu, priorityMenu, snoozeMenu } from './actions-menu.js';
export { createSuggest } from './suggest.js';
