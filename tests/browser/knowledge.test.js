/** The FAQ's page: begun, written, tried, saved by two people, imported and taken back; and the queue of what nobody answered, by keys. */
import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.js';
import { COLLEAGUE, openDesk } from './support/desk.js';
import { eventually } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';

const { scene } = openStage();

/** @typedef {import('./support/stage.js').Scene} Scene */
/** @typedef {import('playwright-core').Page} Page */

/** @param {Scene} scene @param {string} path @param {object} [how] */
async function open({ person, owner, desk }, path, how = {}) {
  const page = await (await person({ as: owner, ...how })).newPage();
  await page.goto(desk.origin + path);
  await page.locator('.faq-rooms').waitFor({ state: 'attached' });
  return page;
}

/** @param {string} question @param {string} answer @param {object} [more] */
const entryOf = (question, answer, more = {}) => ({ state: 'published', texts: { 'zh-CN': { question, answer } }, ...more });

/** Somebody asks, and a person answers. @param {{desk:any, owner:any}} on @param {string} question @param {string} answer */
async function asked({ desk, owner }, question, answer) {
  const visitor = await openVisitor(desk, owner.key);
  await visitor.say(question);
  await owner.call('POST', `/conversations/${visitor.conversation}/messages`, { content: { kind: 'text', text: answer } });
  await visitor.hears(answer);
  return visitor;
}

/** A desk of one scene, and who owns it. @param {Scene} scene */
async function own(scene) {
  const desk = scene.keep(await openDesk());
  return { ...scene, desk, owner: await desk.setUp() };
}

const question = (/** @type {Page} */ page) => page.getByRole('textbox', { name: '问题', exact: true });
const answer = (/** @type {Page} */ page) => page.getByRole('textbox', { name: '中文答案' });
const toast = (/** @type {Page} */ page, /** @type {string} */ text) => page.locator('.toast', { hasText: text }).waitFor();

scene('the first look says what it is for, and the first entry is written from there', async (scene) => {
  const at = await own(scene);
  const page = await open(at, '/faq');
  await page.getByRole('heading', { name: '让机器人替您回答常见的问题' }).waitFor();
  await assertAccessible(page, 'the FAQ with nothing in it');
  await page.getByRole('button', { name: '写第一条' }).click();
  await question(page).fill('你们寄台湾吗？');
  const more = page.getByRole('textbox', { name: '再加一种问法' });
  await more.focus();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '- 台湾能收吗\n- 寄到台北多少钱\n- Do you ship to Taiwan?');
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await toast(page, '加了 3 种问法');
  await page.getByRole('button', { name: '移除「寄到台北多少钱」' }).click();
  await answer(page).fill('可以寄');
  await answer(page).press('Control+a');
  await answer(page).press('Control+b');
  assert.equal(await answer(page).inputValue(), '**可以寄**');
  await page.locator('.faq-bubble strong', { hasText: '可以寄' }).waitFor();
  await page.getByText('草稿已存在本机').waitFor();
  await page.keyboard.press('Control+Enter');
  await toast(page, '已发布，机器人现在就会用');
  const { items } = await at.owner.call('GET', '/faq');
  assert.deepEqual([items.length, items[0].state, items[0].texts['zh-CN'].alternatives, items[0].texts.en], [1, 'published', ['台湾能收吗', 'Do you ship to Taiwan?'], undefined]);
  assert.match(page.url(), /\/faq\/faq_/);
  await page.locator('.faq-row[aria-current]', { hasText: '你们寄台湾吗？' }).waitFor();
});

scene('a draft is kept over a reload, and thrown away when it is told so', async (scene) => {
  const { owner } = scene;
  const { id } = await owner.call('POST', '/faq', entryOf('多久到货？', '三天'));
  const page = await open(scene, `/faq/${id}`);
  await answer(page).fill('两天');
  await page.reload();
  await eventually('it is there again', async () => (await answer(page).inputValue()) === '两天');
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: '放弃修改' }).click();
  assert.equal(await answer(page).inputValue(), '三天');
});

scene('what somebody else saved meanwhile is shown, and one of both is kept', async (scene) => {
  const { owner, desk } = scene;
  await desk.addAgent(COLLEAGUE, 'admin');
  const wang = await desk.signIn(COLLEAGUE);
  const entry = await owner.call('POST', '/faq', entryOf('怎么洗杯子？', '温水'));
  scene.expect(/status of 409/);
  const page = await open(scene, `/faq/${entry.id}`);
  await answer(page).fill('冷水');
  await wang.call('PATCH', `/faq/${entry.id}`, { version: entry.version, texts: { 'zh-CN': { question: '怎么洗杯子？', answer: '不要洗' } } });
  await page.getByRole('button', { name: '更新' }).click();
  await page.getByRole('heading', { name: /王磊.*改过这一条/ }).waitFor();
  await page.getByText('不要洗').waitFor();
  await page.getByRole('button', { name: '保留我的' }).click();
  await page.getByRole('button', { name: '更新' }).click();
  await toast(page, '已发布');
  assert.equal((await owner.call('GET', `/faq/${entry.id}`)).texts['zh-CN'].answer, '冷水');
});

scene('versions show what differs, and one of them comes back as a new one', async (scene) => {
  const { owner } = scene;
  const { id } = await owner.call('POST', '/faq', entryOf('几点发货？', '48 小时内发货'));
  await owner.call('PATCH', `/faq/${id}`, { texts: { 'zh-CN': { question: '几点发货？', answer: '24 小时内发货' } } });
  const page = await open(scene, `/faq/${id}`);
  await page.getByText('历史版本').click();
  await page.locator('.faq-version-head').first().click();
  await page.locator('.faq-diff del', { hasText: '48' }).waitFor();
  await page.locator('.faq-diff ins', { hasText: '24' }).waitFor();
  await assertAccessible(page, 'versions of an entry');
  await page.locator('.faq-version-head').nth(1).click();
  await page.getByRole('button', { name: '恢复成这一版' }).click();
  await toast(page, '已恢复成版本 1');
  await eventually('it answers as before', async () => (await answer(page).inputValue()) === '48 小时内发货');
  await page.getByRole('button', { name: '撤销' }).click();
  await eventually('and that is undone', async () => (await owner.call('GET', `/faq/${id}`)).texts['zh-CN'].answer === '24 小时内发货');
});

scene('a line is tried, and a wording that another entry has is shown before it is saved', async (scene) => {
  const { owner } = scene;
  await owner.call('POST', '/faq', entryOf('怎么开发票？', '下单时填写抬头'));
  const page = await open(scene, '/faq/new');
  await question(page).fill('能开专票吗？');
  await answer(page).fill('可以');
  await page.getByLabel('试一句').fill('能开专票吗');
  await page.locator('.faq-bars').getByText('这条').waitFor();
  await page.locator('.faq-line', { hasText: '门槛' }).waitFor();
  await page.getByRole('textbox', { name: '再加一种问法' }).fill('怎么开发票');
  await page.getByRole('textbox', { name: '再加一种问法' }).press('Enter');
  await page.getByRole('button', { name: '发布' }).click();
  await page.getByRole('heading', { name: '发布前请看一眼' }).waitFor();
  await page.locator('.faq-concerns').getByText('怎么开发票').first().waitFor();
  await assertAccessible(page, 'what is to be looked at before it is saved');
  await page.getByRole('button', { name: '仍然发布' }).click();
  await toast(page, '已发布');
});

scene('entries are searched, filtered and walked by keys', async (scene) => {
  const at = await own(scene);
  for (const [name, category] of [['发货时间', '物流'], ['退货运费', '售后'], ['会员积分', '会员']]) await at.owner.call('POST', '/faq', entryOf(name, '见说明', { category }));
  const page = await open(at, '/faq/entries');
  await page.locator('.faq-row').nth(2).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('运费');
  await eventually('one is left', async () => (await page.locator('.faq-row').count()) === 1);
  await page.keyboard.press('Enter');
  await eventually('it is open', async () => (await question(page).inputValue()) === '退货运费');
  await page.locator('#faq-search').fill('');
  await eventually('all are back', async () => (await page.locator('.faq-row').count()) === 3);
  await page.getByRole('button', { name: /分类/ }).click();
  await page.getByRole('menuitemradio', { name: '会员' }).click();
  await eventually('of one category', async () => (await page.locator('.faq-row-title').allInnerTexts()).join() === '会员积分');
  await page.keyboard.press('j');
  await eventually('the next is open', async () => (await question(page).inputValue()) === '会员积分');
  await page.keyboard.press('e');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'faq-answer');
});

scene('a file is looked at, imported, told line by line, and taken back', async (scene) => {
  const at = await own(scene);
  const page = await open(at, '/faq/import');
  const csv = 'question,alternatives,answer\n怎么退货？,如何退货|退货流程,七天内可退\n几点营业？,,九点\n,,没有问题的一行\n';
  await page.locator('#faq-file').setInputFiles({ name: 'faq.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('heading', { name: '「faq.csv」里有这些' }).waitFor();
  await page.locator('.faq-refused', { hasText: '1 行没有导入' }).waitFor();
  assert.equal((await at.owner.call('GET', '/faq')).items.length, 0, 'nothing is kept yet');
  await assertAccessible(page, 'a file before it is imported');
  await page.getByRole('button', { name: '导入 2 条' }).click();
  await page.getByRole('heading', { name: '导入好了' }).waitFor();
  assert.equal((await at.owner.call('GET', '/faq')).items.length, 2);
  await page.getByRole('button', { name: '撤销这次导入' }).click();
  await page.locator('.dialog').getByRole('button', { name: '撤销这次导入' }).click();
  await toast(page, '已撤销');
  assert.equal((await at.owner.call('GET', '/faq')).items.length, 0);
});

scene('what nobody answered is answered by keys, put off, taken back', async (scene) => {
  const at = await own(scene);
  await at.owner.call('POST', '/faq', entryOf('怎么开发票？', '下单时填写抬头', { bot: false }));
  for (const [words, reply] of [['你们的青瓷杯能进洗碗机吗', '可以，用轻柔模式'], ['青瓷杯可以放洗碗机里洗吗', '可以的，轻柔模式']]) (await asked(at, words, reply)).leave();
  (await asked(at, '礼盒上能不能刻名字', '可以刻四个字')).leave();
  await eventually('they are gathered', async () => (await at.owner.call('GET', '/faq/gaps?kind=unanswered')).totals.unanswered >= 2);
  const page = await open(at, '/faq');
  await page.locator('.faq-row').nth(1).waitFor();
  const titles = () => page.locator('.faq-rows').first().locator('.faq-row-title').allInnerTexts();
  const before = await titles();
  await page.keyboard.press('j');
  await eventually('the first is open, with what a person answered', async () => (await answer(page).inputValue()) !== '');
  await page.locator('.faq-example').first().waitFor();
  assert.match(String(await page.locator('.faq-example').first().getAttribute('href')), /^\/inbox\/c_\w+\?at=\d+$/);
  await assertAccessible(page, 'a question of the queue');
  const first = await question(page).inputValue();
  await page.keyboard.press('Enter');
  await toast(page, '已发布');
  await eventually('it is gone, and the next is open', async () => !(await titles()).includes(first) && (await question(page).inputValue()) !== first);
  const { items } = await at.owner.call('GET', '/faq?state=published');
  assert.ok(items.some((/** @type {any} */ one) => one.texts['zh-CN'].question === first && one.texts['zh-CN'].answer));
  await page.keyboard.press('u');
  await eventually('it waits again', async () => (await titles()).includes(first));
  await page.keyboard.press('l');
  await toast(page, '已留到以后');
  await eventually('it is put off', async () => (await titles()).length === before.length - 1);
  await page.keyboard.press('d');
  await toast(page, '已标为不是问题');
  await eventually('and one is no question', async () => (await page.locator('.faq-rows .faq-row').count()) === before.length - 2);
  const { totals } = await at.owner.call('GET', '/faq/gaps?kind=unanswered');
  assert.equal(totals.unanswered, before.length - 2);
});

scene('what is done with a question leaves room for how it stands, in the longer language', async (scene) => {
  const at = await own(scene);
  await at.owner.call('PATCH', '/me', { locale: 'en' });
  await at.owner.call('POST', '/faq', entryOf('怎么开发票？', '下单时填写抬头'));
  (await asked(at, 'Could you engrave a name on the box', 'Yes, four letters')).leave();
  await eventually('it is gathered', async () => (await at.owner.call('GET', '/faq/gaps?kind=unanswered')).totals.unanswered >= 1);
  const page = await open(at, '/faq');
  await page.locator('.faq-row').first().click();
  await page.locator('.faq-does .primary').waitFor();
  for (const width of [1440, 1280, 1101]) {
    await page.setViewportSize({ width, height: 900 });
    const over = () =>
      page.evaluate(() => {
        const box = (/** @type {string} */ of) => /** @type {Element} */ (document.querySelector(of)).getBoundingClientRect();
        const [said, does, head] = ['.faq-standing', '.faq-does', '.faq-head'].map(box);
        return { lines: Math.round(said.height / 18), apart: said.right <= does.left || said.bottom <= does.top, inside: does.right <= head.right };
      });
    await eventually(`it stands apart at ${width}`, async () => Object.values(await over()).join() === '1,true,true');
  }
});

for (const locale of ['zh-CN', 'en']) {
  scene(`every part of it reads on a phone, ${locale}`, async (scene) => {
    const { owner } = scene;
    await owner.call('PATCH', '/me', { locale });
    const { id } = await owner.call('POST', '/faq', entryOf(`手机 ${locale}`, '**好**\n\n- 一\n- 二'));
    for (const path of ['/faq', '/faq/entries', `/faq/${id}`, '/faq/import', '/faq/numbers', '/settings/bot']) {
      const page = await (await scene.person({ as: owner, locale, phone: true })).newPage();
      await page.goto(scene.desk.origin + path, { waitUntil: 'networkidle' });
      await page.locator('.faq-row, .faq-note, .faq-answer, .faq-drop, .faq-tiles, .bot-care').first().waitFor({ state: 'attached' });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `${path} is not wider than the screen`);
      await assertAccessible(page, `${path} on a phone, ${locale}`);
    }
    await owner.call('PATCH', '/me', { locale: 'zh-CN' });
  });
}
