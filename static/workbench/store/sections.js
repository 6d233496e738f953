/**
 * The list as things with a height, for the windowed view: headings where the view has groups, and rows.
 * Pure; finds what lies in a stretch of pixels without touching the rest.
 */

/**
 * @typedef {{kind:'head', key:string, group:import('./rows.js').Group, top:number, height:number}} Head
 * @typedef {{kind:'row', key:string, id:string, index:number, top:number, height:number}} Line
 * @typedef {Head|Line} Section
 */

/**
 * Places headings and rows one under the other.
 * @param {import('./list.js').Place[]} shown
 * @param {boolean} grouped
 * @param {{row:number, head:number}} heights
 * @returns {{sections:Section[], height:number}}
 */
export function layOut(shown, grouped, heights) {
  /** @type {Section[]} */
  const sections = [];
  let top = 0;
  /** @type {import('./rows.js').Group|null} */ let group = null;
  shown.forEach((place, index) => {
    if (grouped && place.group !== group) {
      group = place.group;
      sections.push({ kind: 'head', key: `head:${group}:${index}`, group, top, height: heights.head });
      top += heights.head;
    }
    sections.push({ kind: 'row', key: place.id, id: place.id, index, top, height: heights.row });
    top += heights.row;
  });
  return { sections, height: top };
}

/** Those that touch `from`–`to`. @param {Section[]} sections @param {number} from @param {number} to */
export function within(sections, from, to) {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sections[middle].top + sections[middle].height <= from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < sections.length && sections[end].top < to) end += 1;
  return sections.slice(low, end);
}
