/** Blocking from the contact panel and from the settings: it holds at once, says so to the team, and is lifted as easily. */
import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.js';
import { eventually, settles } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { openInbox } from './support/workbench.js';

const { stage, scene } = openStage();

scene('a customer is blocked in the contact panel and let in again', async ({ person, owner, desk }) => {
  const one = await openVisitor(desk, owner.key);
  await one.say('买粉丝吗');
  const page = await (await person({ as: owner })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.open('买粉丝吗');
  await page.getByRole('button', { name: '拉黑' }).click();
  await page.getByRole('textbox', { name: /原因/ }).fill('广告');
  await page.getByRole('combobox', { name: '期限' }).selectOption({ label: '7 天' });
  await assertAccessible(page, 'the form that blocks');
  await page.keyboard.press('Enter');
  const status = page.getByRole('status').filter({ hasText: '已拉黑' });
  await status.waitFor();
  await settles(async () => /广告/.test((await status.textContent()) ?? ''), true);
  await assertAccessible(page, 'a blocked customer');
  await page.screenshot({ path: 'tests/browser/out/blocked.png' });
  assert.equal((await owner.call('GET', '/blocks')).items.length, 1);
  // A colleague's change arrives without a touch.
  const [{ id }] = (await owner.call('GET', '/blocks')).items;
  await owner.call('DELETE', `/blocks/${id}`);
  await page.getByRole('button', { name: '拉黑' }).waitFor();
  await page.getByRole('button', { name: '拉黑' }).click();
  await eventually('the reason has the focus', () => page.evaluate(() => document.activeElement?.id === 'block-reason'));
  await page.screenshot({ path: 'tests/browser/out/block-form.png' });
  await page.keyboard.press('Escape');
  await eventually('the focus is back', () => page.evaluate(() => document.activeElement?.id === 'block'));
  one.leave();
});

scene('the settings list who is blocked, and take an address', async ({ person, owner, desk, expect }) => {
  expect(/400 \(Bad Request\) \(\/api\/v1\/blocks\)/);
  const page = await (await person({ as: owner, locale: 'zh-CN' })).newPage();
  await page.goto(new URL('/settings/blocks', desk.links.workbench).href);
  await page.getByText('黑名单是空的').waitFor();
  await page.getByRole('button', { name: '拉黑地址' }).click();
  const address = page.getByRole('textbox', { name: 'IP 地址' });
  await address.fill('everywhere');
  await page.getByRole('button', { name: '拉黑', exact: true }).click();
  await page.getByText('不是有效的地址或网段').waitFor();
  await address.fill('203.0.113.77/24');
  await page.getByRole('button', { name: '拉黑', exact: true }).click();
  await page.getByText('203.0.113.0/24', { exact: true }).waitFor();
  await assertAccessible(page, 'blocked addresses');
  await page.getByRole('button', { name: '把203.0.113.0/24移出黑名单' }).click();
  await page.getByText('黑名单是空的').waitFor();
  assert.deepEqual((await stage.owner.call('GET', '/blocks')).items, []);
});
