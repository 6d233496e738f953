/**
 * The widget has its own share of the design tokens: what none of its files reads is not sent to visitors.
 */
import { readFile, readdir } from 'node:fs/promises';

/** Folders and files that the widget is made of. */
const WIDGET = new URL('widget/', import.meta.url);
const SHARED = ['design/link-card.css', 'design/rich.css'];

/** Names of the custom properties that a text reads. @param {string} text @returns {string[]} */
const readIn = (text) => [...text.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name);

/** Custom properties that the widget's styles and scripts read. @returns {Promise<Set<string>>} */
export async function usedByWidget() {
  const own = (await readdir(WIDGET, { recursive: true })).filter((name) => /\.(css|js)$/.test(name)).map((name) => new URL(name, WIDGET));
  const files = [...own, ...SHARED.map((name) => new URL(name, import.meta.url))];
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return new Set(texts.flatMap(readIn));
}

/**
 * Leaves out custom properties that nobody reads, and the space before the values of the others. @param {string} css minified @param {Set<string>} used by whoever has this style sheet
 * @returns {string}
 */
export function withoutUnused(css, used) {
  const read = new Set([...used, ...readIn(css)]);
  const kept = css.replace(/(--[\w-]+): ?([^;{}]*(;|(?=\})))/g, (_, name, value) => (read.has(name) ? `${name}:${value}` : ''));
  return kept.replace(/;\}/g, '}');
}
