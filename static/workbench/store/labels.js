/**
 * The team's labels and their colours. A name that the catalogue does not know has a colour of its own, made from its letters and
 * never the red one, which means broken promises.
 *
 * @typedef {{id:string, name:string, colour:number, conversations:number}} Label
 */

import { createCollection } from './collection.js';

const COLOURS = [1, 2, 3, 4, 6];

/** The colour of a name that the catalogue does not know. @param {string} name */
export function ownColour(name) {
  let hash = 0;
  for (const char of name) hash = (hash * 31 + /** @type {number} */ (char.codePointAt(0))) >>> 0;
  return COLOURS[hash % COLOURS.length];
}

/** The team's catalogue of labels. @param {{api:import('../api.js').Api, changed:()=>void}} host */
export function createLabels({ api, changed }) {
  /** @type {Map<string, Label>} */
  let byName = new Map();
  /** @type {import('./collection.js').Collection<Label>} */
  const labels = createCollection({
    read: () => api.labels(),
    order: (a, b) => b.conversations - a.conversations || a.name.localeCompare(b.name),
    changed: () => {
      byName = new Map(labels.rows.map((label) => [label.name, label]));
      changed();
    },
  });

  return {
    get all() {
      return labels.rows;
    },
    /** Where it fails, names and colours of their own serve meanwhile. */
    load: labels.load,
    /** @param {string} name */
    colour: (name) => byName.get(name)?.colour ?? ownColour(name),
    /** A conversation has a label that is not known here: somebody made it. @param {string[]} names */
    heard(names) {
      if (names.some((name) => !byName.has(name))) labels.load();
    },
    /** Best matches first; all where nothing is asked. @param {string} query */
    search(query) {
      const asked = query.trim().toLowerCase();
      if (!asked) return labels.rows;
      return labels.rows
        .filter((label) => label.name.toLowerCase().includes(asked))
        .sort((a, b) => Number(b.name.toLowerCase().startsWith(asked)) - Number(a.name.toLowerCase().startsWith(asked)));
    },
    /** Shown at once; the desk adds it to its catalogue with its first use. @param {string} name */
    expect(name) {
      if (!byName.has(name)) labels.put({ id: `new:${name}`, name, colour: ownColour(name), conversations: 0 });
    },
  };
}
