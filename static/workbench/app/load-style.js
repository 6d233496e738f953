/** Styles that come with what is loaded later. */

/** The sheet of this name is there; what the document brought already is not asked for again. @param {string} name @returns {Promise<unknown>} */
export function loadStyle(name) {
  const assets = document.querySelector('meta[name="assets"]')?.getAttribute('content') ?? '';
  const href = `${assets}/dist/${name}.css`;
  if ([...document.querySelectorAll('link[rel="stylesheet"]')].some((one) => one.getAttribute('href') === href)) return Promise.resolve();
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  return new Promise((resolve) => {
    link.onload = resolve;
    // Plain words are better than none.
    link.onerror = resolve;
    document.head.append(link);
  });
}
