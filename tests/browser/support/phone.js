/** What a page has to be under a thumb: nothing sideways, everything large enough to hit. */

/** @param {import('playwright-core').Page} page */
export const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
/** Buttons and links in sight that are smaller than a finger in both directions. @param {import('playwright-core').Page} page */
export const tooSmall = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], summary')]
      .filter((node) => node.checkVisibility?.({ visibilityProperty: true }) && !node.closest('[inert], .bubble'))
      .map((node) => ({ node, box: node.getBoundingClientRect(), after: getComputedStyle(node, '::after') }))
      .filter(({ box, after }) => {
        // A drawn pill may be lower: what counts is what can be hit.
        const grow = (/** @type {string} */ side) => (after.content === 'none' || after.position !== 'absolute' ? 0 : Math.max(0, -parseFloat(after.getPropertyValue(side)) || 0));
        const height = box.height + grow('top') + grow('bottom');
        const width = box.width + grow('left') + grow('right');
        return box.width > 1 && (height < 44 || width < 44);
      })
      .map(({ node, box }) => `${node.className || node.tagName} ${Math.round(box.width)}×${Math.round(box.height)}`),
  );
