/**
 * A rough feeling for a password while it is typed: 0 too short … 4 very strong. It only encourages; the server decides and knows
 * the common ones.
 */

const SHORTEST = 10;
const EASY = /(password|passwort|qwerty|asdf|letmein|admin|welcome|iloveyou|woaini|1q2w3e|abc123|12345|11111|00000|88888)/i;

/** The strength of a password, 0 to 4. @param {string} text */
export function strength(text) {
  const chars = [...text];
  if (chars.length < SHORTEST) return 0;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u, /\p{Lo}/u].filter((kind) => kind.test(text)).length;
  const distinct = new Set(chars).size;
  if (EASY.test(text) || distinct < 5) return 1;
  const points = chars.length + 2 * kinds + Math.min(distinct, 14) / 2;
  return points < 19 ? 2 : points < 25 ? 3 : 4;
}
