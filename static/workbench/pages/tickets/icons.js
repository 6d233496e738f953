/** Icons that only tickets draw, beside those of conversations: Lucide, as there; `bars` is a priority's own. */
import { html, svg } from '../../lit.js';
import { addIcons, icon } from '../../parts/icons.js';

const shapes = {
  'circle-dot': svg`<circle cx="12" cy="12" r="10"/><circle cx="12" cy="12" r="1.5" fill="currentColor"/>`,
  'circle-ellipsis': svg`<circle cx="12" cy="12" r="10"/><path d="M17 12h.01"/><path d="M12 12h.01"/><path d="M7 12h.01"/>`,
  columns: svg`<rect width="18" height="18" x="3" y="3" rx="2"/><path d="M9 3v18"/><path d="M15 3v18"/>`,
  kanban: svg`<rect width="18" height="18" x="3" y="3" rx="2"/><path d="M8 7v7"/><path d="M12 7v4"/><path d="M16 7v9"/>`,
  bookmark: svg`<path d="m19 21-7-4-7 4V5a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v16z"/>`,
  'chevron-up': svg`<path d="m18 15-6-6-6 6"/>`,
  flag: svg`<path d="M4 22V4a1 1 0 0 1 .4-.8A6 6 0 0 1 8 2c3 0 5 2 7.333 2q2 0 3.067-.8A1 1 0 0 1 20 4v10a1 1 0 0 1-.4.8A6 6 0 0 1 16 16c-3 0-5-2-8-2a6 6 0 0 0-4 1.528"/>`,
  calendar: svg`<path d="M8 2v4"/><path d="M16 2v4"/><rect width="18" height="18" x="3" y="4" rx="2"/><path d="M3 10h18"/>`,
};

/** @typedef {keyof typeof shapes} TicketIcon */

addIcons(shapes);

/** @type {Record<string, import('../../parts/icons.js').IconName>} */
const CATEGORY = { new: 'circle', open: 'circle-dot', pending: 'clock', on_hold: 'circle-ellipsis', solved: 'circle-check', closed: 'lock' };

/** The sign of a status. @param {string} category @param {number} [size] */
export const statusIcon = (category, size = 16) => html`<span class="status-icon status-${category}">${icon(CATEGORY[category] ?? 'circle', size)}</span>`;

/** @type {Record<string, number>} */
const BARS = { urgent: 3, high: 3, normal: 2, low: 1 };

/** The sign of a priority: as many bars as it weighs. @param {string} priority */
export const bars = (priority) =>
  html`<svg class="bars bars-${priority}" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
    ${[0, 1, 2].map((i) => svg`<rect x=${1 + i * 4.5} y=${9 - i * 3.5} width="3" height=${4 + i * 3.5} rx="0.8" class=${i < (BARS[priority] ?? 2) ? 'on' : 'off'} />`)}
  </svg>`;
