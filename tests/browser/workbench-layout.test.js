/** The workbench on every width: three panes, a drawer, one pane with Back; nothing sideways, everything reachable by thumb. */
import assert from 'node:assert/strict';
import { eventually, settles } from './support/eventually.js';
import { sideways, tooSmall } from './support/phone.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { openInbox } from './support/workbench.js';

const { stage, scene } = openStage();

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitän https://www.banshantea.cn/orders/1042/replacement?carrier=sf-express&tracking=SF1342778804210000000 和一句没有空格的中文一二三四五六七八九十一二三四五六七八九十';

/** @param {string} name @param {string} text */
async function customer(name, text) {
  const visitor = await openVisitor(stage.desk, stage.owner.key, { identity: { name, email: 'lina@163.com', phone: '138 1642 0042' } });
  await visitor.say(text);
  return visitor;
}
scene('1024: the details are a drawer that Esc and the scrim close, and the focus returns', async ({ person, owner, desk }) => {
  await customer('李娜', '新的大概几天能到？');
  const page = await (await person({ as: owner, screen: { width: 1024, height: 768 } })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.open('李娜');
  await settles(() => page.locator('.details').isVisible(), false);
  await page.locator('#details-toggle').click();
  await page.locator('.details').getByText('lina@163.com').waitFor();
  await settles(() => page.evaluate(() => document.querySelector('.list')?.hasAttribute('inert')), true);
  await page.keyboard.press('Escape');
  await page.locator('.details').waitFor({ state: 'hidden' });
  await settles(() => page.evaluate(() => document.activeElement?.id), 'details-toggle');
  await page.locator('#details-toggle').click();
  await page.locator('.scrim').click({ position: { x: 20, y: 400 } });
  await page.locator('.details').waitFor({ state: 'hidden' });
  assert.equal(await sideways(page), 0);
});

scene('360: one pane, Back to the list, everything an agent does, nothing sideways', async ({ person, owner, desk }) => {
  const visitor = await customer('何雯', '年底送客户，三十份能不能刻字？');
  await visitor.say(LONG);
  const page = await (await person({ as: owner, phone: true })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.row('何雯').waitFor();
  assert.equal(await sideways(page), 0);
  assert.deepEqual(await tooSmall(page), []);

  await mine.row('何雯').tap();
  await mine.hears('能不能刻字');
  await settles(() => page.locator('.list').isVisible(), false);
  assert.equal(await sideways(page), 0);
  assert.deepEqual(await tooSmall(page), []);
  await settles(() => mine.composer.evaluate((box) => getComputedStyle(box).fontSize), '16px');

  await mine.composer.fill('可以刻，一面八个字以内');
  await page.locator('.composer-send').tap();
  await visitor.hears('可以刻，一面八个字以内');
  await page.locator('.composer-switch').tap();
  await mine.composer.fill('给她留三十份');
  await page.locator('.composer-send').tap();
  await page.locator('.note', { hasText: '给她留三十份' }).waitFor();
  assert.equal(await sideways(page), 0);

  await page.locator('#details-toggle').tap();
  await page.locator('.details').getByRole('link', { name: '电话' }).waitFor();
  assert.deepEqual(await tooSmall(page), []);
  assert.equal(await sideways(page), 0);
  await page.goBack();
  await page.locator('.details').waitFor({ state: 'hidden' });
  await settles(() => mine.composer.isVisible(), true, 'Back closes the sheet before it leaves the conversation');

  await page.locator('.thread-head').getByRole('button', { name: '关闭', exact: true }).tap();
  await page.locator('.thread-head').getByRole('button', { name: '重新打开' }).waitFor();
  await page.locator('.thread-head').getByRole('button', { name: '返回' }).tap();
  await page.locator('.list').waitFor();
  assert.equal(new URL(page.url()).pathname, '/inbox');
  await mine.row('何雯').waitFor({ state: 'detached' });

  await page.locator('.rail-me').tap();
  await page.getByRole('menu').waitFor();
  assert.deepEqual(await tooSmall(page), []);
  await page.getByRole('menuitemradio', { name: '离开' }).tap();
  await eventually('away', async () => (await owner.call('GET', '/me')).agent.availability === 'away');
});

scene('360: the browser’s Back leads from a conversation to the list', async ({ person, owner, desk }) => {
  const page = await (await person({ as: owner, phone: true })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.row('李娜').tap();
  await mine.hears('新的大概几天能到？');
  await page.goBack();
  await page.locator('.list').waitFor();
  assert.equal(new URL(page.url()).pathname, '/inbox');
});

scene('the newest word stays in sight while the field grows', async ({ person, owner, desk }) => {
  const visitor = await customer('赵敏', '第 0 句');
  for (let i = 1; i <= 12; i += 1) await visitor.say(`第 ${i} 句，写得长一点，好让它换行，也好让会话有得滚`);
  const page = await (await person({ as: owner, phone: true })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.row('赵敏').tap();
  await mine.hears('第 12 句');
  const below = () => page.locator('.thread-scroll').evaluate((list) => Math.round(list.scrollHeight - list.scrollTop - list.clientHeight));
  await eventually('the end is in sight', async () => (await below()) === 0);
  visitor.typing();
  await page.locator('.bubble-dots').waitFor();
  await mine.composer.fill('一行\n两行\n三行\n四行');
  await eventually('still', async () => (await below()) === 0);
  await settles(() => mine.row('赵敏').count(), 1);
});

scene('every other page fits a phone', async ({ person, desk }) => {
  const someone = await person({ phone: true });
  const page = await someone.newPage();
  for (const place of ['/login', '/setup?token=spent', '/docs', '/demo']) {
    await page.goto(desk.origin + place);
    assert.equal(await sideways(page), 0, place);
  }
  someone.quiet(/status of 410/);
});
