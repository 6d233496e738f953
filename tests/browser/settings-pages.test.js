/** The settings as a person meets them: each page there for whoever may use it, axe content with each, and a change that shows. */
import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.js';
import { COLLEAGUE } from './support/desk.js';
import { eventually } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { frameOf } from './support/widget.js';

const { scene } = openStage();

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

scene('an agent sees their own pages and none that would refuse them', async ({ person, desk }) => {
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

scene('labels: the list comes first, a dot chooses the colour, a menu holds the rest', async ({ person, owner, desk }) => {
  await owner.call('PATCH', '/me', { locale: 'en' });
  const made = await owner.call('POST', '/labels', { name: 'Refund' });
  await owner.call('POST', '/labels', { name: 'Money back' });
  const page = await (await person({ as: owner, locale: 'en' })).newPage();
  const labels = async () => (await owner.call('GET', '/labels')).items.map((/** @type {any} */ one) => one.name).sort();
  await page.goto(`${desk.origin}/settings/labels`);
  const row = (/** @type {string} */ name) => page.locator('.thing', { hasText: name });
  await row('Refund').waitFor();
  assert.equal(await page.locator('#label-name').count(), 0, 'nothing to fill in before it is asked for');
  assert.equal(await row('Refund').getByRole('button').count(), 2, 'a dot and a menu');

  await page.getByRole('button', { name: 'New label' }).click();
  await eventually('its field has the focus', () => page.evaluate(() => document.activeElement?.id === 'label-name'));
  await page.keyboard.type('Wholesale');
  await page.keyboard.press('Enter');
  await row('Wholesale').waitFor();
  await page.locator('#label-name').waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Colour of “Refund”' }).click();
  await assertAccessible(page, 'the colours');
  await page.getByRole('menuitemradio', { name: 'Purple' }).click();
  const colour = async () => (await owner.call('GET', '/labels')).items.find((/** @type {any} */ one) => one.id === made.id).colour;
  await eventually('it is purple', async () => (await colour()) === 4);

  const act = async (/** @type {string} */ name, /** @type {string} */ what) => {
    await page.getByRole('button', { name: `More actions for “${name}”` }).click();
    await page.getByRole('menuitem', { name: what }).click();
  };
  await act('Wholesale', 'Rename');
  await eventually('its name has the focus', () => page.evaluate(() => document.activeElement?.matches('.thing input') ?? false));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Bulk');
  await page.keyboard.press('Enter');
  await eventually('it is renamed', async () => (await labels()).includes('Bulk'));
  // The list is in another order then: whoever presses waits until it stands.
  const shown = () => page.locator('.thing-name').allInnerTexts();
  await eventually('the list shows it', async () => String(await shown()) === 'Bulk,Money back,Refund');
  await act('Money back', 'Merge into…');
  await page.getByRole('menuitem', { name: 'Refund' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Merge' }).click();
  await eventually('one is left of the two', async () => String(await labels()) === 'Bulk,Refund');
  await eventually('the list shows that', async () => String(await shown()) === 'Bulk,Refund');
  await act('Bulk', 'Delete');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await eventually('it is gone', async () => String(await labels()) === 'Refund');
});

scene('canned replies: a new one behind a button, one is changed in its own place', async ({ person, owner, desk }) => {
  await owner.call('PATCH', '/me', { locale: 'en' });
  const page = await (await person({ as: owner, locale: 'en' })).newPage();
  await page.goto(`${desk.origin}/settings/canned`);
  await page.getByRole('button', { name: 'New canned reply' }).click();
  await eventually('its name is next', () => page.evaluate(() => document.activeElement?.id === 'canned-title'));
  await page.locator('#canned-title').fill('Delivery');
  await page.locator('#canned-shortcut').fill('delivery');
  await page.locator('#canned-text').fill('Two days, ');
  await page.getByRole('button', { name: 'customer’s name' }).click();
  await assertAccessible(page, 'a new canned reply');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.locator('.thing', { hasText: '/delivery' }).waitFor();
  await page.locator('#canned-title').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'More actions for “Delivery”' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.locator('.thing #canned-title').fill('Shipping');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('.thing', { hasText: 'Shipping' }).waitFor();
  const [kept] = (await owner.call('GET', '/canned')).items;
  assert.deepEqual([kept.title, kept.text], ['Shipping', 'Two days, {{contact.name}}']);
});

scene('an empty text of the widget shows what it then says, a complaint takes the place of its hint', async ({ person, owner, desk }) => {
  await owner.call('PATCH', '/me', { locale: 'en' });
  const page = await (await person({ as: owner, locale: 'en' })).newPage();
  await page.goto(`${desk.origin}/settings/widget`);
  await page.getByRole('tab', { name: 'Wording' }).click();
  assert.equal(await page.getByLabel('Welcome message').getAttribute('placeholder'), 'Hello, how can we help?');
  assert.equal(await page.getByLabel('Window title').getAttribute('placeholder'), '半山茶铺');
  await page.getByRole('tab', { name: 'Appearance' }).click();
  const field = page.locator('#f-accent');
  await field.fill('green');
  await page.keyboard.press('Control+s');
  const box = page.locator(':has(> #f-accent-error)').last();
  await box.getByText('Write the colour like #1f6f5c').waitFor();
  assert.equal(await box.locator(':scope > .field-hint').filter({ visible: true }).count(), 0);
});
