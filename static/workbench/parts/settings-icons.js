/** Icons of settings and first run, by names of their own: Lucide, as in icons.js, where those are that the inbox draws, too. */
import { svg } from '../lit.js';
import { addIcons, icon } from './icons.js';

const shapes = {
  out: svg`<path d="M15 3h6v6"/><path d="M10 14 21 3"/><path d="M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6"/>`,
  quote: svg`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/><path d="M7 11h10"/><path d="M7 15h6"/><path d="M7 7h8"/>`,
  drive: svg`<path d="M10 16h.01"/><path d="M2.212 11.577a2 2 0 0 0-.212.896V18a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-5.527a2 2 0 0 0-.212-.896L18.55 5.11A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z"/><path d="M21.946 12.013H2.054"/><path d="M6 16h.01"/>`,
  smartphone: svg`<rect width="14" height="20" x="5" y="2" rx="2" ry="2"/><path d="M12 18h.01"/>`,
  more: svg`<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="2.5"/>`,
  pencil: svg`<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"/><path d="m15 5 4 4"/>`,
  split: svg`<path d="M16 3h5v5"/><path d="M8 3H3v5"/><path d="M12 22v-8.3a4 4 0 0 0-1.172-2.872L3 3"/><path d="m15 9 6-6"/>`,
  up: svg`<path d="m18 15-6-6-6 6"/>`,
  square: svg`<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z"/>`,
  headset: svg`<path d="M3 11h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-5Zm0 0a9 9 0 1 1 18 0m0 0v5a2 2 0 0 1-2 2h-1a2 2 0 0 1-2-2v-3a2 2 0 0 1 2-2h3Z"/><path d="M21 16v2a4 4 0 0 1-4 4h-5"/>`,
  bot: svg`<path d="M12 8V4H8"/><rect width="16" height="12" x="4" y="8" rx="2"/><path d="M2 14h2"/><path d="M20 14h2"/><path d="M15 13v2"/><path d="M9 13v2"/>`,
  leaf: svg`<path d="M11 20A7 7 0 0 1 9.8 6.1C15.5 5 17 4.48 19 2c1 2 2 4.18 2 8 0 5.5-4.78 10-10 10Z"/><path d="M2 21c0-3 1.85-5.36 5.08-6C9.5 14.52 12 13 13 12"/>`,
};
addIcons(shapes);

/** The same shapes under the names that they have there. */
const SAME = /** @type {const} */ ({ bubble: 'message-circle', done: 'circle-check', alert: 'circle-alert', code: 'code-xml', trash: 'trash-2', down: 'chevron-down' });

/** @typedef {keyof typeof shapes} SettingsIcon */
/** @typedef {SettingsIcon | keyof typeof SAME | 'search'|'zap'|'monitor'|'users'|'user'|'check'|'copy'|'clock'|'tag'|'store'|'info'|'bell'|'plus'|'lock'|'x'|'download'|'sun'|'moon'|'chevron-left'|'chevron-right'} MarkName */

/** An icon by its name in settings and first run. @param {MarkName} name @param {number} [size] in px */
export const mark = (name, size = 16) => icon(name in SAME ? SAME[/** @type {keyof typeof SAME} */ (name)] : /** @type {import('./icons.js').IconName} */ (name), size);
