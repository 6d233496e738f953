/**
 * The page of all parts: drawn without a complaint by the workbench's own views, accessible in both themes and languages, no
 * wider than a phone. Debug builds only, so that is what these tests run against.
 */
import assert from 'node:assert/strict';
import { openDesk } from './support/desk.js';
import { assertAccessible } from './support/axe.js';
import { openStage } from './support/stage.js';

const { scene } = openStage({ setUp: false });

for (const locale of /** @type {const} */ (['zh-CN', 'en'])) {
  for (const theme of /** @type {const} */ (['light', 'dark'])) {
    scene(`every part stands in every state: ${locale}, ${theme}`, async ({ person, keep }) => {
      const desk = keep(await openDesk());
      for (const phone of [false, true]) {
        const page = await (await person({ locale, theme, phone })).newPage();
        await page.goto(`${desk.origin}/dev/components?theme=${theme}`);
        await page.locator('h1').waitFor();
        assert.equal(await page.locator('#components > section').count(), 10);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(sideways <= 0, `nothing is wider than the screen, phone: ${phone}`);
        await assertAccessible(page, `all parts, ${phone ? 'phone' : 'desktop'}`);
      }
    });
  }
}
