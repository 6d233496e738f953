/** The workbench as an agent meets it: list, thread, composer, by the words and roles on the screen. */

/** @typedef {import('playwright-core').Page} Page */

/**
 * @param {Page} page
 * @param {string} address
 */
export async function openInbox(page, address) {
  await page.goto(address);
  return inbox(page);
}

/** @param {Page} page with the inbox in it, or on its way there */
export async function inbox(page) {
  await page.locator('.list-head').waitFor();
  const composer = page.locator('#composer-text');
  return {
    page,
    composer,
    /** A row of the list, by what stands in it. @param {string} text */
    row: (text) => page.locator('.row', { hasText: text }),
    rows: () => page.locator('.row .row-name .name').allInnerTexts(),
    /** @param {string} name of a view */
    view: (name) => page.locator('.view-pill', { hasText: name }).click(),
    /** @param {string} text of the row to open */
    async open(text) {
      await page.locator('.row', { hasText: text }).first().click();
      await composer.waitFor();
      // The list stands still under a pointer.
      await page.mouse.move(700, 400);
    },
    /** @param {string} text */
    async reply(text) {
      await page.locator('#tab-reply').click();
      await composer.fill(text);
      await composer.press('Control+Enter');
    },
    /** @param {string} text */
    async note(text) {
      await page.locator('#tab-note').click();
      await composer.fill(text);
      await composer.press('Control+Enter');
    },
    /** Customers' words in the thread. @param {string} text */
    hears: (text) => page.locator('.bubble-customer', { hasText: text }).first().waitFor(),
    /** Own words with a state beside them. @param {string} text @param {string} state */
    becomes: (text, state) => page.locator('.turn-own', { hasText: text }).locator(`.state-${state}`).waitFor(),
    /** Everything said in the thread, in order. */
    said: () => page.locator('.thread-scroll .bubble, .thread-scroll .note-text').allInnerTexts(),
    lines: () => page.locator('.thread-scroll .line').allInnerTexts(),
    /** @param {string} label of an entry of the own menu */
    async menu(label) {
      await page.locator('.rail-me').click();
      await page.locator('.menu-item', { hasText: label }).first().click();
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof inbox>>} Inbox */
