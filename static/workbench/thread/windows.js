/** What opens over a conversation and is drawn with its first use: menus of what can be done, pickers, suggestions, pictures. One piece, because somebody who moves needs the first of them soon. */
export { openEmoji } from '../parts/emoji.js';
export { openPicker } from '../parts/picker.js';
export { openViewer } from '../parts/viewer.js';
export { assignMenu, labelMenu, priorityMenu, snoozeMenu } from './actions-menu.js';
export { createSuggest } from './suggest.js';
