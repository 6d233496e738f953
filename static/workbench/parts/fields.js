/** Errors in words beside the field they concern; the first wrong field gets the focus. */

/** The input with an id. @param {string} id */
export const field = (id) => /** @type {HTMLInputElement} */ (document.getElementById(id));

/** Shows a complaint under one field. @param {string} id @param {string} text empty takes the complaint back */
export function complain(id, text) {
  const place = document.getElementById(`${id}-error`);
  if (place) place.textContent = text;
  const input = document.getElementById(id);
  if (!input) return;
  if (text) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
}

/** Shows all complaints. @param {Record<string, string>} complaints by field id, empty = fine @returns {boolean} all fine */
export function judge(complaints) {
  let first = null;
  for (const [id, text] of Object.entries(complaints)) {
    complain(id, text);
    if (text && !first) first = id;
  }
  if (first) document.getElementById(first)?.focus();
  return first === null;
}

/** Enough of an address to write to; the server has the last word. @param {string} text */
export const looksLikeEmail = (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) || /^[^\s@]+@localhost$/.test(text);
