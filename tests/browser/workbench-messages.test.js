/** Messages at the workbench: held and taken back, quoted, changed, recalled, with the small markdown; a conversation put off. */
import { assertAccessible } from './support/axe.js';
import { eventually, settles } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { openInbox } from './support/workbench.js';

const { scene } = openStage();

scene('held and undone, quoted, changed, recalled, snoozed', async ({ person, owner, desk }) => {
  const visitor = await openVisitor(desk, owner.key, { identity: { name: '李娜' } });
  await visitor.say('订单 1042 到哪了？');
  const page = await (await person({ as: owner })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.open('李娜');
  await mine.hears('订单 1042 到哪了？');

  // Taken back within the time, by key: the words are in the composer again.
  await mine.reply('明天到');
  await page.locator('.held').waitFor();
  await assertAccessible(page, 'a message that is held');
  await page.keyboard.press('Control+z');
  await page.locator('.held').waitFor({ state: 'detached' });
  await settles(() => mine.composer.inputValue(), '明天到');

  // Bold by key, a quote from the message's own menu, and out it goes after its time.
  await mine.composer.fill('明天到');
  await mine.composer.selectText();
  await page.keyboard.press('Control+b');
  await settles(() => mine.composer.inputValue(), '**明天到**');
  await page.locator('.turn-customer').hover();
  await page.locator('.turn-customer .turn-tools').click();
  await assertAccessible(page, 'menu of a message');
  await page.getByRole('menuitem', { name: '引用' }).click();
  await page.locator('.composer-strip').waitFor();
  await assertAccessible(page, 'composer with a quote');
  await mine.composer.press('Control+Enter');
  await page.locator('.bubble-own strong', { hasText: '明天到' }).waitFor();
  await page.locator('.bubble-own .quote', { hasText: '订单 1042' }).waitFor();
  await page.locator('.turn-own .state-sent, .turn-own .state-delivered').first().waitFor();

  await page.locator('.turn-own').hover();
  await page.locator('.turn-own .turn-tools').click();
  await page.getByRole('menuitem', { name: '编辑' }).click();
  await eventually('its words are in the composer', async () => (await mine.composer.inputValue()) === '**明天到**');
  await mine.composer.fill('后天到');
  await mine.composer.press('Control+Enter');
  await page.locator('.bubble-own', { hasText: '后天到' }).waitFor();
  await settles(() => page.locator('.bubble-own .quote').count(), 1, 'what it answers is still there');

  await page.locator('.turn-own').hover();
  await page.locator('.turn-own .turn-tools').click();
  await page.getByRole('menuitem', { name: '撤回' }).click();
  await page.locator('.bubble-own .recalled').waitFor();

  await page.locator('.thread-scroll').focus();
  await page.keyboard.press('z');
  await page.getByRole('menuitem', { name: '明天上午' }).click();
  await page.locator('.toast', { hasText: '会话已推后' }).waitFor();
  visitor.leave?.();
});

scene('a channel of the shop’s own has its name, and no key of a text', async ({ person, owner, desk }) => {
  await owner.call('POST', '/conversations', { user_id: 'wx-1', channel: 'wechat', initial_message: '微信上问的' });
  const page = await (await person({ as: owner })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.open('微信上问的');
  await page.locator('.composer').getByText('通过 API 发出').waitFor();
  await page.locator('.thread-head').getByText('wechat').waitFor();
});
