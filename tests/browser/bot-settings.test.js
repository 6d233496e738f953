/** The bot's settings: what is changed shows what it does, is kept, and comes back; without the right there is no such page. */
import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.js';
import { COLLEAGUE } from './support/desk.js';
import { eventually } from './support/eventually.js';
import { openStage } from './support/stage.js';

const { scene } = openStage();

/** @param {import('./support/stage.js').Scene} scene */
async function open({ person, owner, desk }) {
  const page = await (await person({ as: owner })).newPage();
  await page.goto(`${desk.origin}/settings/bot`);
  await page.locator('.bot-care').waitFor();
  return page;
}

scene('without an entry it says why it is silent, and leads to the first', async (scene) => {
  const page = await open(scene);
  await page.getByText('知识库里还没有已发布的条目').waitFor();
  await assertAccessible(page, 'the bot without an entry');
  await page.getByRole('link', { name: '去写第一条' }).click();
  await page.waitForURL(/\/faq$/);
});

scene('duty, carefulness, name, words, synonyms and cost are kept', async (scene) => {
  const { owner } = scene;
  await owner.call('POST', '/faq', { state: 'published', texts: { 'zh-CN': { question: '多久到货？', answer: '三天' } } });
  const page = await open(scene);
  const duty = page.locator('.bot-duty').first();
  assert.deepEqual(await duty.locator('dd').allInnerTexts().then((all) => all.map((one) => one.trim())), ['机器人', '机器人', '机器人']);
  await page.getByLabel('网页', { exact: true }).selectOption('closed');
  assert.deepEqual(await duty.locator('dd').allInnerTexts().then((all) => all.map((one) => one.trim())), ['机器人', '人', '人'], 'what a mode means is seen at once');
  await page.getByRole('radio', { name: /谨慎/ }).check();
  await page.getByLabel('中文名字').fill('小茶');
  await page.getByLabel('打招呼', { exact: true }).fill('您好，我是小茶。');
  await page.locator('.bot-sample', { hasText: '小茶' }).getByText('您好，我是小茶。').waitFor();
  await page.getByLabel('一行一组，用逗号分开').fill('快递, 物流');
  await page.getByLabel('一位客服每小时的成本').fill('很多');
  await page.keyboard.press('Control+s');
  await page.getByText('请写一个数字').waitFor();
  await page.getByLabel('一位客服每小时的成本').fill('60');
  await assertAccessible(page, 'the bot as it is changed');
  await page.keyboard.press('Control+s');
  const kept = await eventually('it is kept', async () => {
    const bot = await owner.call('GET', '/bot');
    return bot.hourly_cost === 60 ? bot : null;
  });
  assert.deepEqual([kept.duty.web, kept.carefulness, kept.name['zh-CN'], kept.words.greeting, kept.synonyms], ['closed', 'careful', '小茶', { 'zh-CN': '您好，我是小茶。' }, [['快递', '物流']]]);
  await page.reload();
  await eventually('and comes back', async () => (await page.getByLabel('中文名字').inputValue()) === '小茶');
});

scene('help pages are switched on, and lead there once they are saved', async (scene) => {
  const page = await open(scene);
  await page.getByRole('switch', { name: '公开帮助页' }).check();
  await page.getByText(`保存以后在 ${scene.desk.origin}/help`).waitFor();
  await page.keyboard.press('Control+s');
  await page.getByRole('link', { name: `${scene.desk.origin}/help` }).waitFor();
  assert.equal((await scene.owner.call('GET', '/bot')).help.enabled, true);
});

scene('who may not change it does not see the page, and drafts without publishing', async ({ person, owner, desk }) => {
  await desk.addAgent(COLLEAGUE);
  const wang = await desk.signIn(COLLEAGUE);
  const page = await (await person({ as: wang })).newPage();
  await page.goto(`${desk.origin}/settings`);
  await page.locator('.pages-list').waitFor();
  assert.equal(await page.locator('.pages-link[href="/settings/bot"]').count(), 0);
  await page.goto(`${desk.origin}/faq/new`);
  await page.getByRole('textbox', { name: '问题', exact: true }).fill('可以自提吗？');
  assert.equal(await page.getByRole('button', { name: '发布' }).count(), 0);
  await page.getByRole('button', { name: '存草稿' }).click();
  await page.locator('.toast', { hasText: '草稿已保存' }).waitFor();
  const { items } = await owner.call('GET', '/faq?state=draft');
  assert.equal(items[0].texts['zh-CN'].question, '可以自提吗？');
});
