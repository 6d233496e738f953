/** The line for the shop's page: as one line to copy, and in coloured parts over two lines to look at. */

/** The script tag as one line. @param {string} origin @param {string} key */
export const tagLine = (origin, key) => `<script async src="${origin}/w.js" data-key="${key}"></script>`;

/**
 * Why a line with this address would not work on the shop's site.
 * @param {string} origin of the desk, as this page sees it @returns {'local'|'plain'|null} only this machine reaches it; pages by https do not load it
 */
export function tagTrouble(origin) {
  const { protocol, hostname } = new URL(origin);
  if (/^(localhost|.*\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\]|\[::ffff:7f.*\])$/.test(hostname)) return 'local';
  return protocol === 'https:' ? null : 'plain';
}

/** The script tag in parts with a colour each. @param {string} line @returns {{text:string, kind:''|'code-name'|'code-text'}[]} */
export function tagParts(line) {
  return line
    .replace(' data-key', '\n  data-key')
    .split(/("[^"]*"|script)/)
    .map((text) => ({ text, kind: text.startsWith('"') ? 'code-text' : text === 'script' ? 'code-name' : '' }));
}
