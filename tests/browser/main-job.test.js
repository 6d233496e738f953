/**
 * What the desk is for, from an empty data folder to an answered customer, on both screens: set-up, the tag on a shop page of
 * another host, a question, an answer, typing and read marks, and everything still there after a reload on both sides.
 */
import assert from 'node:assert/strict';
import { OWNER, openDesk } from './support/desk.js';
import { eventually, settles } from './support/eventually.js';
import { openShop, strictPolicy } from './support/shop.js';
import { openStage } from './support/stage.js';
import { callWidget, launcher, openChat } from './support/widget.js';
import { inbox } from './support/workbench.js';

const { scene } = openStage({ setUp: false });

/** The owner's first two minutes, typed. @param {import('playwright-core').Page} page @param {string} link */
async function setUp(page, link) {
  await page.goto(link);
  await page.getByLabel('您的名字').fill(OWNER.name);
  await page.getByLabel('邮箱').fill(OWNER.email);
  await page.getByLabel('密码', { exact: true }).fill(OWNER.password);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('店名').fill('半山茶铺');
  await page.getByRole('button', { name: '完成创建' }).click();
  await page.getByText('data-key').waitFor();
  const tag = await page.locator('#tag').innerText();
  const key = /data-key="(pk_[^"]+)"/.exec(tag)?.[1];
  assert.ok(key, `the tag has a key: ${tag}`);
  return key;
}

/** @param {import('./support/stage.js').Scene} scene @param {{host:string, strict:boolean}} how */
async function job({ person, keep }, { host, strict }) {
  const desk = keep(await openDesk());
  const mei = await person();
  const lina = await person();
  const bench = await mei.newPage();
  assert.ok(desk.links.setup, 'an empty folder gives a set-up link');
  const key = await setUp(bench, desk.links.setup);

  const shop = keep(await openShop(desk, key));
  const policy = strict ? await strictPolicy(desk.origin) : undefined;
  const page = await lina.newPage();
  await page.goto(shop.page({ host, policy }));

  // The shop's page was seen: the owner is told, and goes to the inbox. One on their own machine proves nothing yet.
  if (host === 'shop.localhost') {
    await eventually('the launcher is there', () => launcher(page));
    const answer = await bench.waitForResponse((one) => one.url().endsWith('/api/v1/setup/seen'));
    assert.deepEqual(await answer.json(), { seen: null });
    await bench.getByText('等待网站首次打开聊天').waitFor();
  } else await bench.getByText('已在您的网站上看到，安装成功').waitFor();
  for (const name of ['下一步', '下一步', '打开收件箱']) await bench.getByRole('button', { name, exact: true }).click();
  const mine = await inbox(bench);
  await bench.getByText('还没有会话').waitFor();

  const chat = await openChat(page);
  await chat.write('订单 1042 今天收到了，盖碗口上磕掉了一块');
  await chat.becomes('订单 1042 今天收到了，盖碗口上磕掉了一块', 'sent', 'delivered');

  await mine.open('盖碗口上磕掉了一块');
  await mine.hears('盖碗口上磕掉了一块');
  await chat.becomes('订单 1042 今天收到了，盖碗口上磕掉了一块', 'read');

  // Each sees that the other is writing.
  await chat.box.pressSequentially('能');
  await bench.locator('.turn-customer .bubble-dots').waitFor();
  await chat.box.fill('');
  await mine.composer.pressSequentially('实在抱歉，');
  await chat.frame.locator('.turn.typing').waitFor();

  await mine.reply('实在抱歉，今天下午给您补发一只新的');
  await chat.hears('今天下午给您补发一只新的');
  await mine.becomes('今天下午给您补发一只新的', 'read');
  await settles(() => chat.frame.locator('.head .name').innerText(), OWNER.name, 'the visitor sees who answers');
  assert.ok(await chat.frame.locator('.turn.typing').isHidden(), 'what was being typed has been said');

  await chat.write('太好了，谢谢！');
  await mine.hears('太好了，谢谢！');
  await chat.becomes('太好了，谢谢！', 'read');

  const conversation = ['> 订单 1042 今天收到了，盖碗口上磕掉了一块', '< 实在抱歉，今天下午给您补发一只新的', '> 太好了，谢谢！'];
  assert.deepEqual(await chat.said(), conversation);

  await Promise.all([page.reload(), bench.reload()]);
  await callWidget(page, 'open');
  const again = await openChat(page, { press: false });
  await eventually('the visitor finds everything again', async () => String(await again.said()) === String(conversation));
  await again.becomes('太好了，谢谢！', 'read');
  await mine.composer.waitFor();
  await mine.hears('太好了，谢谢！');
  assert.deepEqual((await mine.said()).map((text) => text.trim()), conversation.map((line) => line.slice(2)));
  await mine.becomes('今天下午给您补发一只新的', 'read');
}

scene('from an empty folder to an answered customer, on a shop without https', (on) => job(on, { host: 'shop.test', strict: false }));
scene("the same under default-src 'none', the three promised directives and Trusted Types", (on) =>
  job(on, { host: 'shop.localhost', strict: true }));
