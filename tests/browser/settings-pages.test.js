/** The settings as a person meets them: each page there for whoever may use it, axe content with each, and a change that shows. */
import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.js';
import { COLLEAGUE } from './support/desk.js';
import { eventually } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { frameOf } from './support/widget.js';

const { stage, scene } = openStage();

/** The pages that the list beside them offers. @param {import('playwright-core').Page} page */
const offered = async (page) => page.evaluate(() => [...document.querySelectorAll('a[href^="/settings/"]')].map((one) => one.getAttribute('href')).filter((one, i, all) => all.indexOf(one) === i));

for (const [locale, theme] of /** @type {const} */ ([['zh-CN', 'light'], ['zh-CN', 'dark'], ['en', 'light'], ['en', 'dark']])) {
  scene(`every page and tab, ${locale}, ${theme}`, async ({ person, owner, desk }) => {
    await owner.call('PATCH', '/me', { locale, theme });
    const page = await (await person({ as: owner, locale, theme })).newPage();
    await page.goto(`${desk.origin}/settings/widget`);
    await page.locator('h1, h2').first().waitFor();
    await eventually('the list is there', async () => (await offered(page)).length >= 9);
    for (const address of await offered(page)) {
      await page.goto(`${desk.origin}${address}`);
      await page.getByRole('heading').first().waitFor();
      await page.waitForLoadState('networkidle');
      await assertAccessible(page, String(address));
      const tabs = page.getByRole('tab');
      for (let i = 1; i < (await tabs.count()); i += 1) {
        await tabs.nth(i).click();
        await assertAccessible(page, `${address}, tab ${i + 1}`);
      }
    }
  });
}

scene('a colour is seen in the preview before it is live, and on the site after', async ({ person, owner, desk }) => {
  await owner.call('PATCH', '/me', { locale: 'zh-CN', theme: 'light' });
  const page = await (await person({ as: owner })).newPage();
  await page.goto(`${desk.origin}/settings/widget`);
  const field = page.locator('#f-settings-accent, #f-accent').first();
  await field.waitFor();
  const frame = await frameOf(page);
  const accent = () => frame.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent').trim());
  await eventually('the preview wears the present one', async () => (await accent()) === '#1f6f5c');
  await field.fill('#204a87');
  await eventually('the preview wears the new one', async () => (await accent()) === '#204a87');
  const stored = async () => (await owner.call('GET', '/widgets/default')).settings.accent;
  assert.equal(await stored(), '#1f6f5c', 'nobody else does yet');
  await page.keyboard.press('Control+s');
  await eventually('it is live', async () => (await stored()) === '#204a87');
  const boot = await (await fetch(`${desk.origin}/w/boot?k=${owner.key}`)).json();
  assert.equal(boot.accent, '#204a87');
});

scene('an agent sees his own pages and none that would refuse him', async ({ person, desk }) => {
  await desk.addAgent(COLLEAGUE);
  const agent = await desk.signIn(COLLEAGUE);
  const page = await (await person({ as: agent })).newPage();
  await page.goto(`${desk.origin}/settings`);
  await eventually('the list is there', async () => (await offered(page)).length >= 3);
  const addresses = await offered(page);
  assert.ok(!addresses.some((one) => /widget|team|data|shop/.test(String(one))), String(addresses));
  for (const address of addresses) {
    await page.goto(`${desk.origin}${address}`);
    await page.waitForLoadState('networkidle');
  }
});

scene('what an "add" button has made is written next', async ({ person, owner, desk }) => {
  await owner.call('PATCH', '/me', { locale: 'en' });
  const page = await (await person({ as: owner, locale: 'en' })).newPage();
  await page.goto(`${desk.origin}/settings/widget`);
  await page.getByRole('tab').nth(1).click();
  await page.locator('[data-adds]').first().click();
  await eventually('its field has the focus', () => page.evaluate(() => document.activeElement?.matches('.lines li:last-child input') ?? false));
});
