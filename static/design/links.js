/**
 * Web addresses in what people write: the one pattern of widget and workbench. An address ends where a script without blanks goes
 * on, at quotes and brackets of any script, and at an emoji; what a sentence puts behind it is not part of it, a bracket that was
 * opened within is. Plain enough for Chrome 87 and Safari 14 (no look-behind).
 */

const LINK =
  /(https?:\/\/|www\.(?=[\w-]+\.))[a-z0-9\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u1fff[][^\s<>"`\\^\u00ab\u00bb\u1100-\u11ff\u2000-\u206f\u2e80-\ua4cf\uac00-\udfff\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe4f\uff00-\uffef]*/gi;
/** Longer ones are none. */
const CHARS = 2048;
const OPEN = { ')': '(', ']': '[', '}': '{' };

/** @param {string} address as far as it could reach */
function trimmed(address) {
  let end = address.length;
  for (; end > 0; end -= 1) {
    const char = address[end - 1];
    if (char in OPEN) {
      const inside = address.slice(0, end);
      if (inside.split(char).length <= inside.split(OPEN[/** @type {keyof typeof OPEN} */ (char)]).length) break;
    } else if (!".,;:!?'*|".includes(char)) break;
  }
  return address.slice(0, end);
}

/**
 * The addresses of a text, in order.
 * @param {string} text @returns {{at:number, text:string, url:string}[]} `text` as it is written, `url` as it is gone to
 */
export function findLinks(text) {
  const found = [];
  LINK.lastIndex = 0;
  for (let match = LINK.exec(text); match; match = LINK.exec(text)) {
    const before = text[match.index - 1] ?? ' ';
    const bare = !match[1].includes('/');
    if (/\w/.test(before) || (bare && '.@/-'.includes(before))) {
      LINK.lastIndex = match.index + match[1].length;
      continue;
    }
    const said = trimmed(match[0].slice(0, CHARS));
    LINK.lastIndex = match.index + match[0].length;
    if (said.length > match[1].length) found.push({ at: match.index, text: said, url: bare ? `https://${said}` : said });
  }
  return found;
}

/** The first address of a text that names its scheme, as it is written; null = there is none. @param {string} text */
export const firstLink = (text) => findLinks(text).find(({ text: said, url }) => said === url)?.url ?? null;
