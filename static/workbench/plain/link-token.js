/** The token of a link by which somebody comes in. It stands behind the `#`, so that no server's log has it. */

/** @param {string} name */
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? '';

/** Links of earlier versions have it in the query: the page repeats it then. */
export const linkToken = () => meta('token') || (new URLSearchParams(location.hash.slice(1)).get('token') ?? '');

/** Whether the desk has not seen it yet. */
export const isUnseen = () => !meta('token');

/** The language links keep it. */
export function keepToken() {
  if (!isUnseen()) return;
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('a[data-lang]'))) {
    link.href = `?lang=${link.dataset.lang}${location.hash}`;
  }
}
