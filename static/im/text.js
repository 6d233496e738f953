/**
 * What may be sent: well-formed text within the desk's limits. Sizes are Unicode scalar values and UTF-8 bytes, as the
 * server counts them; `length` in UTF-16 units would disagree at every emoji.
 */

const PAIR_OR_LONE = /[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;

/** Replaces lone surrogates, which no UTF-8 can carry, by U+FFFD. @param {string} text */
export const wellFormed = (text) => text.replace(PAIR_OR_LONE, (found) => (found.length === 2 ? found : '\ufffd'));

/** Length in Unicode scalar values. @param {string} text well-formed */
export function countScalars(text) {
  let count = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit < 0xdc00) count -= 1;
  }
  return count;
}

/** Length in bytes of UTF-8. @param {string} text well-formed */
export function countBytes(text) {
  let bytes = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    // A surrogate pair is four bytes: two for each half.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return bytes;
}

/** Whether there is nothing to be seen: blanks, signs without width, fillers. @param {string} text */
export const isBlank = (text) => /^[\s\p{DI}\p{Cc}\p{Cf}\u2800]*$/u.test(text);
