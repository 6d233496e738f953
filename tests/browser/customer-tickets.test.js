/** Tickets as their customer meets them, and conversations that agents merge, take apart and split. */
import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.js';
import { eventually } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { callWidget, frameOf, openChat } from './support/widget.js';
import { openInbox } from './support/workbench.js';

const { stage, scene } = openStage();
const both = (/** @type {string} */ zh) => ({ 'zh-CN': zh, en: zh });

/** Types that customers are offered. */
async function offer() {
  const { version } = await stage.owner.call('GET', '/ticket-types');
  const order = { key: 'order_no', label: both('订单号'), type: 'text', required: true, public: true };
  const count = { key: 'count', label: both('数量'), type: 'number', required: false, public: true };
  const types = [
    { name: '破损补发', public: true, fields: [order, count] },
    { name: '开发票', public: true, fields: [] },
  ];
  await stage.owner.call('PUT', '/ticket-types', { version, types });
}

scene('a ticket is left in the chat, followed there, and found by its number', async ({ person, shop, owner }) => {
  await offer();
  const page = await (await person()).newPage();
  await page.goto(shop.page());
  const chat = await openChat(page);
  const { frame } = chat;
  await frame.getByRole('button', { name: '更多' }).click();
  await frame.getByRole('menuitem', { name: '提交工单' }).click();
  await frame.getByLabel('类型').selectOption('破损补发');
  await frame.getByLabel('数量').fill('两个');
  await frame.getByRole('button', { name: '提交', exact: true }).click();
  await eventually('each is told at its field', async () => (await frame.locator('.field-error:visible').count()) === 3);
  await assertAccessible(frame, 'the ticket form with complaints');
  await frame.getByLabel('订单号').fill('1042');
  await frame.getByLabel('数量').fill('2');
  await frame.getByLabel('您的问题').fill('盖碗的盖子能单买吗？');
  await frame.getByRole('button', { name: '提交', exact: true }).click();
  const line = await frame.locator('.receipt-line').innerText();
  assert.match(line, /您的留言是 T-\d+ 号/);
  await assertAccessible(frame, 'the receipt with the number');
  const name = /T-\d+/.exec(line)?.[0] ?? '';
  const ticket = await owner.call('GET', `/tickets/${name}`);
  assert.deepEqual([ticket.fields, ticket.title], [{ order_no: '1042', count: 2 }, '盖碗的盖子能单买吗？']);

  await frame.getByRole('button', { name: '补充一句' }).click();
  await frame.locator('.head .name', { hasText: '盖碗的盖子能单买吗？' }).waitFor();
  await frame.locator('.head .state', { hasText: `${name} · 已收到` }).waitFor();
  await chat.write('摔了一个角');
  await chat.becomes('摔了一个角', 'sent', 'delivered', 'read');

  // An own status: the customer is told its public name, at once.
  const statuses = await owner.call('GET', '/ticket-statuses');
  const own = { name: 'SF 待揽收', public_name: both('等快递'), category: 'on_hold' };
  const kept = await owner.call('PUT', '/ticket-statuses', { version: statuses.version, statuses: [...statuses.statuses, own] });
  await owner.call('POST', `/tickets/${name}/status`, { status_id: kept.statuses.at(-1).id });
  await frame.locator('.head .state', { hasText: `${name} · 等快递` }).waitFor();
  await owner.call('POST', `/conversations/${ticket.id}/messages`, { content: { kind: 'text', text: '今天寄出' } });
  await chat.hears('今天寄出');

  // In the list, and by a call of the page, in a page that begins anew.
  await page.reload();
  await callWidget(page, 'ticket', name);
  const again = await frameOf(page);
  await again.locator('.turn.theirs', { hasText: '今天寄出' }).waitFor();
  await again.getByRole('button', { name: '返回' }).click();
  await again.locator('.home-last .talk-row', { hasText: `${name} · 等快递` }).waitFor();
  await assertAccessible(again, 'home with a ticket');
});

scene('two conversations of one customer go together by keys, and come apart again', async ({ person, owner, desk }) => {
  const visitor = await openVisitor(desk, owner.key);
  await visitor.say('盖碗破了');
  const first = visitor.conversation;
  await visitor.begin('还有发票');
  const second = visitor.conversation;
  const page = await (await person({ as: owner })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.open('还有发票');
  await page.locator('#tab-reply').click();
  await mine.composer.fill('稍等');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+M');
  const field = page.getByRole('combobox', { name: '合并到同一位客户的' });
  await field.fill('盖碗');
  await assertAccessible(page, 'choosing where it goes on');
  await field.press('Enter');
  await page.getByRole('dialog').getByText('之后双方说的话都进入目标会话').waitFor();
  await assertAccessible(page, 'what a merge does');
  await page.getByRole('dialog').getByRole('button', { name: '合并', exact: true }).click();
  await page.locator('.banner.merged').waitFor();
  await eventually('closed', async () => (await owner.call('GET', `/conversations/${second}`)).state === 'closed');
  await assertAccessible(page, 'the thread of what was merged');
  const taken = await visitor.say('到哪了');
  assert.equal(taken.conversation_id, first);
  await eventually('the draft went along', async () => {
    const { items } = await owner.call('GET', '/drafts');
    return items.some((/** @type {any} */ one) => one.conversation_id === first && one.text === '稍等') && !items.some((/** @type {any} */ one) => one.conversation_id === second);
  });
  await page.locator('.banner.merged').getByRole('button', { name: '撤销合并' }).click();
  await page.locator('.banner.merged').waitFor({ state: 'detached' });
  await eventually('as before', async () => (await owner.call('GET', `/conversations/${second}`)).state === 'waiting');

  // Chosen messages go into a thread of their own, where they are shown in place.
  await page.locator('.bubble-customer', { hasText: '还有发票' }).hover();
  await page.locator('.turn-customer', { hasText: '还有发票' }).locator('.turn-tools').click();
  await page.getByRole('menuitem', { name: '选择消息…' }).click();
  await page.getByText('已选 1 条消息').waitFor();
  await assertAccessible(page, 'choosing messages');
  await page.getByRole('button', { name: '拆成新会话' }).click();
  await page.getByRole('button', { name: '去看看' }).click();
  await page.locator('.source', { hasText: '还有发票' }).waitFor();
  await assertAccessible(page, 'the thread of what was split off');
  visitor.leave();
});
