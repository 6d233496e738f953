/** Nodes without markup strings: text is always text, so nothing that anybody wrote can become an element. */

const SVG = 'http://www.w3.org/2000/svg';

/** Lucide (ISC), 24 × 24, drawn at 1.5. */
const ICONS = {
  x: ['M18 6 6 18', 'm6 6 12 12'],
  'chevron-left': ['m15 18-6-6 6-6'],
  'arrow-up': ['m5 12 7-7 7 7', 'M12 19V5'],
  'arrow-down': ['M12 5v14', 'm19 12-7 7-7-7'],
  plus: ['M5 12h14', 'M12 5v14'],
  check: ['M20 6 9 17l-5-5'],
  'check-check': ['M18 6 7 17l-5-5', 'm22 10-7.5 7.5L13 16'],
  clock: ['M12 6v6l4 2', 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Z'],
  'circle-alert': ['M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Z', 'M12 8v4', 'M12 16h.01'],
  loader: ['M21 12a9 9 0 1 1-6.219-8.56'],
  ellipsis: ['M5 12h.01', 'M12 12h.01', 'M19 12h.01'],
  'chevron-right': ['m9 18 6-6-6-6'],
  chat: ['M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719'],
  smile: ['M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Z', 'M8 14s1.5 2 4 2 4-2 4-2', 'M9 9h.01', 'M15 9h.01'],
  moon: ['M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401'],
};

/**
 * Makes an element with attributes, listeners and children.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, unknown>} [props] `class`, `on…` and attributes; false and null are left out
 * @param {...(Node|string|null|false|undefined)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) if (child !== null && child !== false) node.append(/** @type {Node|string} */ (child));
  return node;
}

/** One of the icons that the frame comes with. @param {keyof typeof ICONS} name */
export const icon = (name, size = 16) => shape(ICONS[name], size, name);

/** An icon made of the lines that are handed over. @param {string[]} lines @param {number} [size] @param {string} [name] */
export function shape(lines, size = 16, name = '') {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [key, value] of Object.entries({ viewBox: '0 0 24 24', width: size, height: size, 'aria-hidden': 'true', class: `icon ${name}` })) {
    svg.setAttribute(key, String(value));
  }
  for (const d of lines) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  // Lines keep 1.5 px whatever the size; dots would be hair-thin.
  svg.style.setProperty('stroke-width', String(((name === 'ellipsis' ? 2.5 : 1.5) * 24) / size));
  return svg;
}

/** The letter that stands for a name. A Chinese name of a person has two or three characters and is told by its last. */
const initial = (/** @type {string} */ name) => {
  const letters = [...name.trim()];
  const person = letters.length > 1 && letters.length < 4 && letters.every((letter) => letter >= '\u3400' && letter <= '\u9fff');
  return (letters[person ? letters.length - 1 : 0] || '?').toUpperCase();
};

/**
 * A face: the picture where there is one, else one letter on a tint that stays the same for one person.
 * @param {string} name @param {number} [size] @param {string|null} [picture]
 */
export function face(name, size = 28, picture) {
  if (picture) return el('img', { class: `face size-${size}`, src: picture, alt: '', width: size, height: size, decoding: 'async' });
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + /** @type {number} */ (letter.codePointAt(0))) >>> 0;
  return el('span', { class: `face size-${size} tint-${1 + (hash % 6)}`, 'aria-hidden': 'true' }, initial(name));
}

/** Address of a picture by its digest, or null. @param {string|null|undefined} digest */
export const pictureAt = (digest) => (digest && !saving() && /^[\w-]+$/.test(digest) ? `/p/${digest}` : null);

/** Whether the visitor asks pages to save data. */
export const saving = () => Boolean(navigator.connection?.saveData);

/** The size at which a picture stands in the talk. @param {{width?:number, height?:number}} picture */
export const fit = ({ width = 1, height = 1 }) => {
  const scale = Math.min(1, 240 / width, 280 / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
};
