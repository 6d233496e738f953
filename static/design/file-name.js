/**
 * The name of a file in two parts, so that one too long for its place is cut before its ending, which says what it is.
 * @param {string} name @returns {[string, string]} the stem and, with its dot, the ending; '' where it has none
 */
export function parted(name) {
  const dot = name.search(/\.\w{1,8}$/);
  return dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
}
