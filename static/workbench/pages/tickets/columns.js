/** The columns of the list: which there are, which are shown, how wide each is. Kept in this browser. */

/** @typedef {'number'|'title'|'contact'|'status'|'priority'|'agent'|'promise'|'updated'|'type'|'team'|'labels'|'due'} Column */

/** In their order, each with its width in a grid. @type {[Column, string][]} */
const ALL = [
  ['number', '64px'],
  ['title', 'minmax(160px, 1fr)'],
  ['contact', 'minmax(96px, 148px)'],
  ['type', '104px'],
  ['status', '104px'],
  ['priority', '84px'],
  ['agent', '108px'],
  ['team', '96px'],
  ['labels', 'minmax(72px, 140px)'],
  ['due', '96px'],
  ['promise', '188px'],
  ['updated', '84px'],
];
/** Those that make a line of the list what it is. */
export const FIXED = new Set(['number', 'title']);
const FIRST = ['number', 'title', 'contact', 'status', 'priority', 'agent', 'promise', 'updated'];
/** Without room these go first. */
const NARROW_WITHOUT = new Set(['contact', 'updated', 'team', 'labels', 'type', 'due', 'priority']);
const KEPT = 'servicedesk.tickets.columns';

export const COLUMNS = ALL.map(([name]) => name);

/** The columns that were chosen, or those that everybody begins with. @param {Storage|null} storage @returns {Set<string>} */
export function keptColumns(storage) {
  const kept = storage?.getItem(KEPT)?.split(',').filter((name) => COLUMNS.includes(/** @type {Column} */ (name))) ?? [];
  return new Set(kept.length > 0 ? [...kept, ...FIXED] : FIRST);
}

/** @param {Storage|null} storage @param {Set<string>} columns */
export function keepColumns(storage, columns) {
  try {
    storage?.setItem(KEPT, [...columns].join(','));
  } catch {
    // The choice lasts as long as the page.
  }
}

/** Those that are drawn, in their order. @param {Set<string>} chosen @param {boolean} narrow @returns {Column[]} */
export const drawn = (chosen, narrow) => COLUMNS.filter((name) => chosen.has(name) && !(narrow && NARROW_WITHOUT.has(name)));

/** Widths without room, where they differ. @type {Partial<Record<Column, string>>} */
const NARROW = { number: '56px', title: 'minmax(120px, 1fr)', status: '92px', agent: '100px', promise: '166px' };

/** The template of the grid. @param {Column[]} columns @param {boolean} [narrow] */
export const template = (columns, narrow = false) => ['36px', ...columns.map((name) => (narrow && NARROW[name]) || /** @type {[Column, string]} */ (ALL.find(([one]) => one === name))[1])].join(' ');
