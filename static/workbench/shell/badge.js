/**
 * How many wait, where one sees it without looking: before the page's title, on its icon, on the installed app's. The icon is drawn
 * as SVG text, which needs neither a canvas nor a request.
 */

const MARK =
  '<rect width="32" height="32" rx="8" fill="#1f6f5c"/><path d="M5 24.5 12 13l4.2 6.4 3.3-5.2L27 24.5" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/>';

/** @param {number} count @returns {string} an address for `<link rel="icon">` */
export function iconWith(count) {
  const text = count > 99 ? '99' : String(count);
  const wide = text.length > 1;
  const badge =
    count > 0
      ? `<rect x="${wide ? 10 : 14}" y="0" width="${wide ? 22 : 18}" height="18" rx="9" fill="#b3261e"/><text x="${wide ? 21 : 23}" y="13.6" font-family="system-ui,sans-serif" font-size="14" font-weight="700" fill="#fff" text-anchor="middle">${text}</text>`
      : '<circle cx="22.3" cy="8.6" r="2.5" fill="#fff"/>';
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${MARK}${badge}</svg>`)}`;
}

let shown = 0;

/** @param {number} count @param {string} title */
export function showBadge(count, title) {
  document.title = `${count ? `(${count}) ` : ''}${title}`;
  if (count === shown) return;
  shown = count;
  document.querySelector('link[rel="icon"]')?.setAttribute('href', iconWith(count));
  const app = /** @type {any} */ (navigator);
  // Only installed apps have one; others refuse.
  Promise.resolve(count ? app.setAppBadge?.(count) : app.clearAppBadge?.()).catch(() => {});
}
