/** Many conversations at once, and what is known of a customer: selected, labelled, closed and put back; sorted and filtered; written down. */
import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.js';
import { eventually, settles } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { openInbox } from './support/workbench.js';

const { stage, scene } = openStage();

/** Customers who wait, newest last. @param {string[]} texts */
async function customers(...texts) {
  const all = [];
  for (const text of texts) {
    const one = await openVisitor(stage.desk, stage.owner.key);
    await one.say(text);
    all.push(one);
  }
  return all;
}

/** @param {string} text @returns {Promise<any>} the row as the desk has it */
async function rowOf(text) {
  const { items } = await stage.owner.call('GET', '/conversations?view=all&limit=200');
  return items.find((/** @type {any} */ row) => row.last_message?.text === text);
}

scene('several are chosen by keyboard, labelled, closed and brought back', async ({ person, owner, desk }) => {
  const all = await customers('第一位', '第二位', '第三位');
  const page = await (await person({ as: owner })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.row('第三位').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  await page.getByText('已选 3 个会话').waitFor();
  await assertAccessible(page, 'with rows chosen');

  await page.keyboard.press('t');
  const field = page.getByRole('combobox', { name: '标签' });
  await field.fill('加急');
  await assertAccessible(page, 'choosing a label');
  await field.press('Enter');
  await field.press('Escape');
  for (const text of ['第一位', '第二位', '第三位']) await eventually('labelled', async () => String((await rowOf(text)).labels) === '加急');

  await page.locator('.list-scroll').focus().catch(() => {});
  await page.keyboard.press('e');
  await page.getByText('3 个会话已关闭').waitFor();
  await eventually('closed', async () => (await rowOf('第一位')).state === 'closed');
  await page.keyboard.press('u');
  for (const text of ['第一位', '第二位', '第三位']) await eventually('open again', async () => (await rowOf(text)).state === 'waiting');
  for (const one of all) one.leave();
});

scene('the list shows one label, or the newest first, and remembers the order', async ({ person, owner, desk }) => {
  const all = await customers('要发票', '问茶');
  const row = await rowOf('要发票');
  await owner.call('POST', `/conversations/${row.id}/labels`, { labels: ['发票'] });
  const page = await (await person({ as: owner })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.row('问茶').first().waitFor();
  await page.getByRole('button', { name: '按标签筛选' }).click();
  await page.getByRole('combobox', { name: '按标签筛选' }).fill('发票');
  await page.keyboard.press('Enter');
  await eventually('only that label', async () => (await mine.rows()).length === 1);
  await page.getByRole('button', { name: '显示全部' }).click();
  await mine.row('问茶').first().waitFor();

  await page.getByRole('button', { name: /排序/ }).click();
  await page.getByRole('menuitemradio', { name: '最新的在前' }).click();
  const { items } = await owner.call('GET', '/conversations?view=open&sort=newest&limit=1');
  const first = () => page.locator('.row').first().getAttribute('data-id');
  await eventually('the newest stands first', async () => (await first()) === items[0].id);
  await page.reload();
  await eventually('also after a reload', async () => (await first()) === items[0].id);
  for (const one of all) one.leave();
});

scene('a pointer takes and closes from the list without opening', async ({ person, owner, desk }) => {
  const [one] = await customers('在吗，急');
  const page = await (await person({ as: owner })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  const place = page.locator('.place', { has: mine.row('在吗，急') });
  await place.hover();
  await place.locator('[data-action="take"]').click();
  await eventually('it is mine', async () => (await rowOf('在吗，急')).agent_id === owner.agent.id);
  await place.hover();
  await place.locator('[data-action="close"]').click();
  await eventually('it is closed', async () => (await rowOf('在吗，急')).state === 'closed');
  assert.equal(new URL(page.url()).pathname, '/inbox');
  one.leave();
});

scene('what an agent learns is written down where it stands; a wrong address is said and not lost', async ({ person, owner, desk, expect }) => {
  expect(/status of 400/);
  const [one] = await customers('想问下明前龙井');
  const page = await (await person({ as: owner })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.open('想问下明前龙井');
  await page.getByRole('button', { name: '名字' }).click();
  await page.getByRole('textbox', { name: '名字' }).fill('李娜');
  await page.keyboard.press('Enter');
  await page.locator('.who-name', { hasText: '李娜' }).waitFor();
  await page.locator('.thread-head', { hasText: '李娜' }).waitFor();
  await page.getByRole('button', { name: '邮箱' }).click();
  const mail = page.getByRole('textbox', { name: '邮箱' });
  await mail.fill('lina163.com');
  await mail.press('Enter');
  await page.getByText('邮箱格式不对').waitFor();
  await settles(() => mail.inputValue(), 'lina163.com');
  await assertAccessible(page, 'a field of the details with a complaint');
  await mail.fill('lina@163.com');
  await mail.press('Enter');
  await page.getByRole('link', { name: 'lina@163.com' }).waitFor();
  await page.getByRole('button', { name: '添加备注' }).click();
  await page.getByRole('textbox', { name: '备注' }).last().fill('喜欢清淡的\n送礼多');
  await page.keyboard.press('Control+Enter');
  await page.locator('.note-lines', { hasText: '送礼多' }).waitFor();
  const contact = await owner.call('GET', `/contacts/${(await rowOf('想问下明前龙井')).contact.id}`);
  assert.deepEqual([contact.name, contact.email, contact.note], ['李娜', 'lina@163.com', '喜欢清淡的\n送礼多']);
  one.leave();
});
