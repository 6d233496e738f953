/** The one or two letters that stand for a name. */

const CJK = /[\u3400-\u9fff\uf900-\ufaff]/;

/** Chinese names by their last character, others by first and last word. @param {string} name */
export function initials(name) {
  const words = name.trim().split(/\s+/);
  const last = /** @type {string} */ (words.at(-1));
  if (CJK.test(last)) return [...last].at(-1) ?? '';
  const first = [...words[0]][0] ?? '';
  return (words.length > 1 ? first + ([...last][0] ?? '') : first).toUpperCase();
}
