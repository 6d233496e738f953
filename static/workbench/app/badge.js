/**
 * How many wait, where one sees it without looking: before the page's title, on its icon, on the installed app's. The icon is drawn
 * as SVG text, which needs neither a canvas nor a request.
 */

const MARK =
  '<rect width="32" height="32" rx="8" fill="#1f6f5c"/><path d="M5 24.5 12 13l4.2 6.4 3.3-5.2L27 24.5" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/>';

/**
 * The icon with a number on it.
 * @param {number|string} count a number, or a letter @returns {string} an address for `<link rel="icon">`
 */
export function iconWith(count) {
  const text = Number(count) > 99 ? '99' : String(count);
  const wide = text.length > 1;
  const badge =
    count
      ? `<rect x="${wide ? 10 : 14}" y="0" width="${wide ? 22 : 18}" height="18" rx="9" fill="#b3261e"/><text x="${wide ? 21 : 23}" y="13.6" font-family="system-ui,sans-serif" font-size="14" font-weight="700" fill="#fff" text-anchor="middle">${text}</text>`
      : '<circle cx="22.3" cy="8.6" r="2.5" fill="#fff"/>';
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${MARK}${badge}</svg>`)}`;
}

/** Before the title: who waits, and how often one is mentioned. @param {Record<string, number|null>|null} counts */
export function numbersOf(counts) {
  const [waiting, mentions] = [counts?.waiting ?? 0, counts?.mentions_unread ?? 0];
  const words = [waiting ? `${waiting}` : '', mentions ? `@${mentions}` : ''].filter(Boolean).join(' · ');
  return words ? `(${words}) ` : '';
}

let shown = '';

/** Shows the number on the title, the icon and the app. @param {Record<string, number|null>|null} counts @param {string} title */
export function showBadge(counts, title) {
  const numbers = numbersOf(counts);
  document.title = `${numbers}${title}`;
  if (numbers === shown) return;
  shown = numbers;
  const [waiting, mentions] = [counts?.waiting ?? 0, counts?.mentions_unread ?? 0];
  document.querySelector('link[rel="icon"]')?.setAttribute('href', iconWith(waiting || (mentions ? '@' : 0)));
  const app = /** @type {any} */ (navigator);
  const all = waiting + mentions;
  // Only installed apps have one; others refuse.
  Promise.resolve(all ? app.setAppBadge?.(all) : app.clearAppBadge?.()).catch(() => {});
}
