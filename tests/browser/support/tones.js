/** Sounds as they are struck, not as a machine without a sound device plays them. */

/** Counts the tones of every page of the context. @param {import('playwright-core').BrowserContext} context */
export const listenTo = (context) =>
  context.addInitScript(() => {
    const counted = /** @type {any} */ (window);
    counted.tones = 0;
    const make = AudioContext.prototype.createOscillator;
    AudioContext.prototype.createOscillator = function createOscillator() {
      counted.tones += 1;
      return make.call(this);
    };
  });
/** @param {import('playwright-core').Page} page @returns {Promise<number>} */
export const tones = (page) => page.evaluate(() => /** @type {any} */ (window).tones);
