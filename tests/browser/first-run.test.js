/**
 * The merchant's first minutes, counted: from an empty folder through the five steps to the first answered test visitor, by mouse as
 * a person would, each press written down. Then what the steps left behind, the set-up list, and demo data.
 */
import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.js';
import { OWNER, openDesk } from './support/desk.js';
import { eventually, settles } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openChat } from './support/widget.js';
import { inbox, openInbox } from './support/workbench.js';

const CLICKS_MAX = 12;
const { scene } = openStage({ setUp: false });

/** Counts presses of a pointer on every page and frame of a person. @param {import('playwright-core').BrowserContext} context */
async function countClicks(context) {
  let count = 0;
  await context.exposeBinding('pressed', () => void (count += 1));
  await context.addInitScript(() => {
    addEventListener('click', (event) => event.isTrusted && event.detail > 0 && /** @type {any} */ (globalThis).pressed(), true);
  });
  return () => count;
}

/** @param {import('playwright-core').Page} page */
const press = (page) => (/** @type {string} */ name) => page.getByRole('button', { name, exact: true }).click();

scene('from an empty folder to the first answered test visitor', async ({ person, keep }) => {
  const began = Date.now();
  const desk = keep(await openDesk());
  const mei = await person();
  const clicks = await countClicks(mei.context);
  const bench = await mei.newPage();
  const go = press(bench);

  await bench.goto(String(desk.links.setup));
  await bench.getByLabel('您的名字').fill(OWNER.name);
  await bench.getByLabel('邮箱').fill(OWNER.email);
  await bench.getByLabel('密码', { exact: true }).fill(OWNER.password);
  await go('下一步');
  await bench.getByLabel('店名').fill('半山茶铺');
  await go('完成创建');
  await bench.getByRole('heading', { name: '把聊天放到网站上' }).waitFor();

  const [shop] = await Promise.all([mei.context.waitForEvent('page'), bench.getByRole('link', { name: '以客户身份试一试' }).click()]);
  const chat = await openChat(shop);
  await chat.write('有大红袍吗？');
  await chat.becomes('有大红袍吗？', 'sent', 'delivered');

  await bench.bringToFront();
  await go('下一步');
  await go('下一步');
  // A key that is pressed before the step is there goes nowhere.
  await bench.getByText('放到聊天首页').waitFor();
  await bench.getByLabel('放到聊天首页').press('Space');
  await go('打开收件箱');
  const mine = await inbox(bench);
  await mine.open('有大红袍吗？');
  await mine.reply('有的，今年的刚到');
  await chat.hears('今年的刚到');

  console.log(`# first answered test visitor: ${clicks()} clicks, ${((Date.now() - began) / 1000).toFixed(1)} s at a machine's typing speed`);
  assert.ok(clicks() > 0 && clicks() <= CLICKS_MAX, `${clicks()} clicks, at most ${CLICKS_MAX}`);

  // What the steps left behind.
  const owner = await desk.signIn(OWNER);
  const shopNow = await owner.call('GET', '/shop');
  assert.deepEqual(shopNow.hours.week, [1, 2, 3, 4, 5].map((day) => ({ day, opens: '09:00', closes: '18:00' })));
  assert.equal(shopNow.time_zone, await bench.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone));
  const canned = await owner.call('GET', '/canned');
  assert.deepEqual(canned.items.map((/** @type {any} */ one) => one.shortcut).sort(), ['您好', '稍等', '订单', '谢谢', '退换'].sort());
  const { settings } = await owner.call('GET', '/widgets/default');
  assert.deepEqual(settings.questions, { 'zh-CN': ['多久能发货？', '可以退换吗？', '我的订单到哪了？'], en: [] });
  const { steps } = await owner.call('GET', '/setup/list');
  const done = steps.filter((/** @type {any} */ step) => step.done).map((/** @type {any} */ step) => step.name);
  assert.deepEqual(done, ['shop', 'hours', 'answers', 'first_answer']);

  // The list shows the same, and goes when it is put away.
  const card = bench.locator('.first-steps');
  await eventually('the first answer counts', async () => (await card.locator('.done').count()) === 4);
  await settles(() => card.locator('.steps-ring b').innerText(), '4/6');
  await assertAccessible(bench, 'first run');
  await card.getByRole('button', { name: '不再显示' }).click();
  await card.waitFor({ state: 'detached' });
  // It goes before the desk knows, and a reload takes along what is still on its way.
  await eventually('the desk knows', async () => (await owner.call('GET', '/setup/list')).dismissed);
  await bench.reload();
  await mine.composer.waitFor();
  await settles(() => card.count(), 0, 'put away for good');
});

scene('each step after the second can wait, is checked, and can be gone back to', async ({ person, keep, expect }) => {
  // No third seat.
  expect(/422/);
  const desk = keep(await openDesk());
  const mei = await person({ locale: 'en' });
  const page = await mei.newPage();
  const go = press(page);
  const title = (/** @type {string} */ name) => page.getByRole('heading', { name }).waitFor();
  await page.goto(String(desk.links.setup));
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByLabel('Your name').fill('Mei Lin');
  await page.getByLabel('E-mail').fill(OWNER.email);
  await page.getByLabel('Password', { exact: true }).fill(OWNER.password);
  await go('Next');
  await page.getByLabel('Shop name').fill('Hillside Tea');
  await go('Create desk');
  await title('Put the chat on your site');

  // Back to the shop: it changes what is there instead of making a second desk.
  await go('Back');
  assert.ok(await page.locator('[data-step-form="2"] [data-back]').isHidden(), 'the account stands');
  await page.getByLabel('Shop name').fill('Hillside Tea House');
  await page.getByLabel('Plum').check({ force: true });
  await go('Create desk');
  await title('Put the chat on your site');

  for (const name of ['WordPress', 'Next.js', 'Someone else builds it']) {
    await go(name);
    assert.match(await page.locator('#tag').innerText(), /data-key="pk_/, `${name} has the line`);
  }
  await page.getByLabel('Allowed sites').fill('not a site');
  await go('Next');
  await page.getByText('This isn’t a site address: not').waitFor();
  await page.getByLabel('Allowed sites').fill('tea.example');
  await go('Next');
  await title('When are you open?');

  await assertAccessible(page, 'first run');
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) await page.getByLabel(day).uncheck({ force: true });
  await go('Next');
  await page.getByText('Choose at least one day').waitFor();
  await page.getByLabel('Saturday').check({ force: true });
  await page.getByLabel('Opens').fill('10:30');
  await page.getByLabel('Message outside opening hours').fill('We are out picking tea.');
  assert.match(await page.locator('.preview-theirs').innerText(), /picking tea/, 'the picture shows it at once');
  await go('Next');
  await title('A colleague and canned replies');

  await page.getByLabel('Invite a colleague').fill('wang@example.com');
  await go('Create link');
  await page.getByText('Link for wang@example.com').waitFor();
  await page.getByLabel('Invite a colleague').fill('third@example.com');
  await go('Create link');
  await page.getByText('Both seats are taken').waitFor();
  await assertAccessible(page, 'first run');
  await go('Do it later');
  await inbox(page);

  const owner = await desk.signIn(OWNER);
  const shop = await owner.call('GET', '/shop');
  assert.deepEqual([shop.name, shop.locale], ['Hillside Tea House', 'en']);
  assert.deepEqual(shop.hours.week, [{ day: 6, opens: '10:30', closes: '18:00' }]);
  const widget = await owner.call('GET', '/widgets/default');
  assert.deepEqual(widget.allowed_origins, ['https://tea.example']);
  assert.equal(widget.settings.accent, '#84508f');
  assert.equal(widget.settings.texts.en.offline, 'We are out picking tea.');
  assert.equal((await owner.call('GET', '/canned')).items.length, 0, 'Later keeps nothing');
});

scene('demo data comes and goes in one press each, and takes nothing else along', async ({ person, keep, expect }) => {
  // A thread that was fetched ahead while it went.
  expect(/404.*entries/);
  const desk = keep(await openDesk());
  const owner = await desk.setUp();
  const mei = await person({ as: owner });
  const bench = await openInbox(await mei.newPage(), desk.links.workbench);
  await bench.page.getByRole('button', { name: '用示例数据先看看' }).click();
  await eventually('demo conversations', async () => (await bench.page.locator('.row').count()) > 5);
  const line = bench.page.locator('.first-steps');
  await line.waitFor();
  assert.equal(await bench.page.locator('.steps-ring b').innerText(), '1/6', 'demo data does no step');
  await assertAccessible(bench.page, 'first run');
  await line.getByRole('button', { name: '删除示例数据' }).click();
  await bench.page.getByText('还没有会话').waitFor();
  await line.getByRole('button', { name: '删除示例数据' }).waitFor({ state: 'detached' });
});

scene('on a phone every step fits its width', async ({ person, keep }) => {
  const desk = keep(await openDesk());
  const page = await (await person({ phone: true })).newPage();
  await page.goto(String(desk.links.setup));
  await page.locator('#name').fill(OWNER.name);
  await page.locator('#email').fill(OWNER.email);
  await page.locator('#password').fill(OWNER.password);
  for (const step of [1, 2, 3, 4, 5]) {
    const form = page.locator(`[data-step-form="${step}"]`);
    await form.waitFor();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `step ${step} does not scroll sideways`);
    await assertAccessible(page, `first run on a phone, step ${step}`);
    if (step === 2) await page.locator('#shop').fill('半山茶铺');
    if (step === 5) await page.locator('[name="answer"]').first().uncheck();
    await form.locator('[type="submit"]').tap();
  }
  await inbox(page);
});

scene('on a phone the steps unfold on a tap; an agent has no list', async ({ person, keep }) => {
  const desk = keep(await openDesk());
  const owner = await desk.setUp();
  const mei = await person({ as: owner, phone: true });
  const bench = await openInbox(await mei.newPage(), desk.links.workbench);
  const unfold = bench.page.getByRole('button', { name: '展开步骤' });
  await unfold.tap();
  await bench.page.getByRole('link', { name: '营业时间' }).waitFor();
  await assertAccessible(bench.page, 'first run');

  await desk.addAgent({ name: '王磊', email: 'wang@banshantea.cn', password: 'rain on the tea leaves' });
  const wang = await person({ as: await desk.signIn({ email: 'wang@banshantea.cn', password: 'rain on the tea leaves' }) });
  const colleague = await openInbox(await wang.newPage(), desk.links.workbench);
  await colleague.page.getByText('还没有会话').waitFor();
  assert.equal(await colleague.page.locator('.first-steps').count(), 0);
  assert.equal(await colleague.page.getByRole('button', { name: '用示例数据先看看' }).count(), 0);
});
