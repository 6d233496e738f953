/** The line for the shop's page: as one line to copy, and in coloured parts over two lines to look at. */

/** @param {string} origin @param {string} key */
export const tagLine = (origin, key) => `<script async src="${origin}/w.js" data-key="${key}"></script>`;

/** @param {string} line @returns {{text:string, kind:''|'code-name'|'code-text'}[]} */
export function tagParts(line) {
  return line
    .replace(' data-key', '\n  data-key')
    .split(/("[^"]*"|script)/)
    .map((text) => ({ text, kind: text.startsWith('"') ? 'code-text' : text === 'script' ? 'code-name' : '' }));
}
