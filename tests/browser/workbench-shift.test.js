/** Tools of a shift: macros by pointer, key and palette, sending later, paper, and done for today. */
import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.js';
import { COLLEAGUE } from './support/desk.js';
import { eventually, settles } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { openInbox } from './support/workbench.js';

const { stage, scene } = openStage();

/** @param {string} text @param {object|null} [identity] */
async function customer(text, identity = null) {
  const one = await openVisitor(stage.desk, stage.owner.key, { identity });
  await one.say(text);
  return one;
}
/** @param {string|null} id */
const rowOf = (id) => stage.owner.call('GET', `/conversations/${id}`);

scene('a macro shows what it will do, asks for what nobody knows, and is taken back but for words', async ({ person, owner, desk }) => {
  const one = await customer('盖碗碎了');
  await owner.call('POST', '/macros', {
    name: '补发',
    shared: true,
    reply: '{{contact.name}}您好，马上给您补发。',
    actions: [{ do: 'add_labels', labels: ['破损补发'] }, { do: 'assign', agent_id: 'me' }, { do: 'snooze', minutes: 1440 }],
  });
  await owner.call('POST', '/macros', { name: '关掉', shared: true, actions: [{ do: 'close' }] });
  const page = await (await person({ as: owner })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.open('盖碗碎了');
  await page.getByRole('button', { name: '快捷操作' }).click();
  await page.getByRole('option', { name: /补发/ }).waitFor();
  await assertAccessible(page, 'the list of macros');
  await page.keyboard.type('补');
  await page.keyboard.press('Enter');
  const name = page.getByLabel(/还不知道客户的名字/);
  await name.waitFor();
  await page.getByText('推后1 天').waitFor();
  assert.equal(await page.getByRole('button', { name: '执行' }).isDisabled(), true);
  await assertAccessible(page, 'what a macro will do');
  await page.screenshot({ path: 'tests/browser/out/shift-macro.png' });
  await name.fill('亲');
  await page.keyboard.press('Enter');
  await one.hears('亲您好，马上给您补发。');
  await page.getByText('「补发」已执行').waitFor();
  const after = await rowOf(one.conversation);
  assert.deepEqual([after.state, after.labels, after.agent_id], ['snoozed', ['破损补发'], owner.agent.id]);
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await eventually('it is as before', async () => {
    const { state, labels } = await rowOf(one.conversation);
    return state === 'waiting' && labels.length === 0;
  });

  // By keys: the list, then what it does, then done.
  await page.evaluate(() => /** @type {HTMLElement|null} */ (document.activeElement)?.blur());
  await page.keyboard.press('y');
  await page.getByRole('option', { name: /关掉/ }).waitFor();
  await page.keyboard.type('关');
  await page.keyboard.press('Enter');
  await eventually('the press has the focus', () => page.evaluate(() => document.activeElement?.textContent?.trim() === '执行'));
  await page.keyboard.press('Enter');
  await eventually('it is closed', async () => (await rowOf(one.conversation)).state === 'closed');

  // And from the palette.
  await owner.call('POST', `/conversations/${one.conversation}/reopen`, {});
  await page.keyboard.press('Control+k');
  await page.locator('#palette-query:focus').waitFor();
  await page.keyboard.type('关掉');
  await page.getByRole('option', { name: /快捷操作：关掉/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '执行' }).press('Enter');
  await eventually('it is closed again', async () => (await rowOf(one.conversation)).state === 'closed');
  one.leave();
});

scene('a macro whose colleague is gone says which action it is, and does nothing', async ({ person, owner, desk, expect }) => {
  const one = await customer('转给谁');
  await desk.addAgent({ ...COLLEAGUE, email: 'gone@banshantea.cn' });
  const { items } = await owner.call('GET', '/agents');
  const gone = items.find((/** @type {any} */ agent) => agent.email === 'gone@banshantea.cn');
  await owner.call('POST', '/macros', { name: '转同事', shared: true, reply: '您稍等', actions: [{ do: 'assign', agent_id: gone.id }] });
  await desk.command(['agent', 'disable', '--email', 'gone@banshantea.cn']);
  const page = await (await person({ as: owner })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.open('转给谁');
  expect(/422/);
  await page.getByRole('button', { name: '快捷操作' }).click();
  await page.getByRole('option', { name: /转同事/ }).click();
  await page.getByText('「转同事」没有执行').waitFor();
  assert.deepEqual(await mine.said(), ['转给谁']);
  one.leave();
});

scene('macros are written on their page, and a wrong step is told', async ({ person, owner, desk, expect }) => {
  expect(/400/);
  await owner.call('PATCH', '/me', { locale: 'en' });
  const page = await (await person({ as: owner, locale: 'en' })).newPage();
  await page.goto(`${desk.origin}/settings/macros`);
  await page.getByRole('button', { name: 'New macro' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Send a new one');
  await page.getByLabel('Reply (optional)').fill('Hello ');
  await page.getByRole('button', { name: 'customer’s name' }).click();
  const add = async (/** @type {string} */ name) => {
    await page.getByRole('button', { name: 'Add an action' }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  await add('Add labels');
  await add('Close');
  await assertAccessible(page, 'a macro that is written');
  await page.screenshot({ path: 'tests/browser/out/shift-macro-page.png' });
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('Action 1 doesn’t work').waitFor();
  await page.getByLabel('Add labels', { exact: true }).fill('broken, vip');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('“Send a new one” saved').waitFor();
  const kept = (await owner.call('GET', '/macros')).items.find((/** @type {any} */ one) => one.name === 'Send a new one');
  assert.deepEqual([kept.reply, kept.actions, kept.shared], ['Hello {{contact.name}}', [{ do: 'add_labels', labels: ['broken', 'vip'] }, { do: 'close' }], true]);
  await page.getByRole('button', { name: 'More actions for “Send a new one”' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('“Send a new one” deleted').waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  await settles(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  await owner.call('PATCH', '/me', { locale: 'zh-CN' });
});

scene('a message is sent later, changed, taken back, and comes back when the customer writes first', async ({ person, owner, desk }) => {
  const one = await customer('什么时候到');
  const page = await (await person({ as: owner })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.open('什么时候到');
  const later = async (/** @type {string} */ text) => {
    await mine.composer.fill(text);
    await page.getByRole('button', { name: '更多发送方式' }).click();
    await page.getByRole('menuitem', { name: '定时发送…' }).click();
    await page.getByRole('menuitem', { name: '明天', exact: false }).first().waitFor();
  };
  await later('您收到了吗');
  await assertAccessible(page, 'times to send at');
  await page.getByRole('menuitem', { name: /明天/ }).first().click();
  const waiting = page.getByRole('list', { name: '定时消息' });
  await waiting.getByText('您收到了吗').waitFor();
  await settles(() => mine.composer.inputValue(), '');
  await assertAccessible(page, 'a message that goes out later');
  await page.screenshot({ path: 'tests/browser/out/shift-later.png' });
  await waiting.getByRole('button', { name: /编辑/ }).click();
  await page.getByLabel('内容').fill('您收到包裹了吗');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await waiting.getByText('您收到包裹了吗').waitFor();
  const [kept] = (await owner.call('GET', `/scheduled?conversation_id=${one.conversation}`)).items;
  const hour = await page.evaluate((at) => new Date(at).getHours(), kept.send_at);
  assert.deepEqual([kept.content.text, hour], ['您收到包裹了吗', 9]);

  await mine.composer.fill('还没写完');
  await one.say('收到了，谢谢');
  await eventually('it is a draft again', async () => (await owner.call('GET', `/scheduled?conversation_id=${one.conversation}`)).items.length === 0);
  await waiting.waitFor({ state: 'detached' });
  // In front of what was being written, and nothing of either is lost.
  await settles(() => mine.composer.inputValue(), '您收到包裹了吗\n还没写完');

  await later('那就好');
  await page.getByRole('menuitem', { name: /下周一|明天/ }).first().click();
  await waiting.getByRole('button', { name: /取消/ }).click();
  await waiting.waitFor({ state: 'detached' });
  assert.equal((await owner.call('GET', `/scheduled?conversation_id=${one.conversation}`)).items.length, 0);
  one.leave();
});

scene('a conversation on paper, with notes or without', async ({ person, owner, desk }) => {
  const one = await customer('想要一份记录');
  await owner.call('POST', `/conversations/${one.conversation}/messages`, { content: { kind: 'text', text: '好的' } });
  await owner.call('POST', `/conversations/${one.conversation}/messages`, { content: { kind: 'text', text: '老客户' }, note: true });
  const page = await (await person({ as: owner })).newPage();
  await page.goto(`${desk.origin}/print/${one.conversation}`);
  await page.getByText('想要一份记录').waitFor();
  assert.equal(await page.getByText('老客户').count(), 0);
  await assertAccessible(page, 'the page for paper');
  await page.getByRole('link', { name: '包含内部备注' }).click();
  await page.getByText('老客户').waitFor();
  await assertAccessible(page, 'the page for paper with notes');
  await page.screenshot({ path: 'tests/browser/out/shift-print.png' });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.screenshot({ path: 'tests/browser/out/shift-paper.png' });
  const looks = await page.evaluate(() => ({
    bar: getComputedStyle(/** @type {Element} */ (document.querySelector('.print-bar'))).display,
    paper: getComputedStyle(document.body).backgroundColor,
  }));
  assert.deepEqual(looks, { bar: 'none', paper: 'rgb(255, 255, 255)' });
  assert.ok((await page.pdf()).length > 1000);
  one.leave();
});

scene('done for today, by keys: what is left goes on with a note, and the agent is offline', async ({ person, owner, desk }) => {
  await desk.addAgent(COLLEAGUE);
  const wang = await desk.signIn(COLLEAGUE);
  const [first, second] = [await customer('第一位'), await customer('第二位')];
  for (const one of [first, second]) await owner.call('POST', `/conversations/${one.conversation}/assign`, { agent_id: owner.agent.id });
  const page = await (await person({ as: owner })).newPage();
  await openInbox(page, desk.links.workbench);
  await page.keyboard.press('Shift+D');
  const dialog = page.getByRole('dialog', { name: '下班交接' });
  await dialog.waitFor();
  await assertAccessible(page, 'done for today');
  await page.screenshot({ path: 'tests/browser/out/shift-left.png' });
  const item = dialog.locator('li', { hasText: '第一位' });
  await item.getByRole('combobox').selectOption(`agent:${wang.agent.id}`);
  await item.getByRole('textbox').fill('等快递回话');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  const standing = async (/** @type {string|null} */ id) => {
    const { state, agent_id } = await rowOf(id);
    return [state, agent_id];
  };
  await eventually('it is handed over', async () => (await standing(first.conversation))[1] === wang.agent.id);
  assert.deepEqual(await standing(second.conversation), ['waiting', null]);
  assert.equal((await owner.call('GET', '/me')).agent.availability, 'offline');
  // From the own menu it says that nothing is left.
  await page.locator('.rail-me').click();
  await page.getByRole('menuitem', { name: '下班交接…' }).click();
  await dialog.getByText('没有需要交接的会话').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await owner.call('PUT', '/agents/me/availability', { state: 'online' });
  first.leave();
  second.leave();
});
