/** Tickets: list, board and page of one, by pointer and by keyboard, at a desk and on a phone; and their settings. */
import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.js';
import { COLLEAGUE } from './support/desk.js';
import { eventually, settles } from './support/eventually.js';
import { sideways, tooSmall } from './support/phone.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { inbox, openInbox } from './support/workbench.js';

const { stage, scene } = openStage();

/** @typedef {import('playwright-core').Page} Page */

/** A customer with an open chat; their contact. @param {string} name @param {string} text */
async function customer(name, text) {
  const visitor = await openVisitor(stage.desk, stage.owner.key);
  await visitor.say(text);
  const { contact } = await stage.owner.call('GET', `/conversations/${visitor.conversation}`);
  await stage.owner.call('PATCH', `/contacts/${contact.id}`, { name });
  return { visitor, contact: contact.id };
}

/** A ticket for a customer of its own. @param {string} title @param {Record<string, any>} [more] */
async function ticket(title, more = {}) {
  const { contact, visitor } = await customer(`客户 ${title}`, `关于${title}`);
  const made = await stage.owner.call('POST', '/tickets', { contact_id: contact, title, ...more });
  return { ...made, visitor };
}

/** @param {any} of as the desk has it now */
const now = (of) => stage.owner.call('GET', `/tickets/${of.name}`);

/** @param {string} name of a status */
const statusNamed = async (name) => (await stage.owner.call('GET', '/ticket-statuses')).statuses.find((/** @type {any} */ one) => one.name === name);

/** @param {Page} page @param {string} text in a line of the list */
const line = (page, text) => page.locator('.ticket-row', { hasText: text });

/** @param {import('./support/stage.js').Scene} on @param {object} [how] @param {string} [path] */
async function openTickets({ person, owner, desk }, how = {}, path = '/tickets') {
  const page = await (await person({ as: owner, ...how })).newPage();
  await page.goto(desk.origin + path);
  await page.locator('.tickets-head').waitFor({ state: 'attached' });
  return page;
}

scene('the list: told live, gone through by keys, changed in bulk and taken back', async (on) => {
  const [cup, gift, invoice] = [await ticket('盖碗破损'), await ticket('礼盒刻字'), await ticket('发票抬头')];
  const page = await openTickets(on);
  for (const one of [cup, gift, invoice]) await line(page, one.name).waitFor();
  await assertAccessible(page, 'the list of tickets');

  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByRole('toolbar').getByText('已选 2 张').waitFor();
  await assertAccessible(page, 'tickets chosen');
  await page.keyboard.press('p');
  await page.getByRole('menuitemradio', { name: '高' }).click();
  await page.getByText('2 张已改优先级').waitFor();
  const high = async () => (await Promise.all([cup, gift, invoice].map(now))).filter((one) => one.priority === 'high').length;
  await eventually('both are high', async () => (await high()) === 2);
  await page.keyboard.press('u');
  await eventually('neither is', async () => (await high()) === 0);

  // What is solved leaves the list, and stands below it this week.
  await line(page, '盖碗破损').focus();
  await page.keyboard.press('e');
  await page.getByText('1 张已解决').waitFor();
  assert.equal((await now(cup)).status.category, 'solved');
  await page.keyboard.press('u');
  await eventually('it is not', async () => (await now(cup)).status.category !== 'solved');

  const late = await ticket('快递退回');
  await page.mouse.move(10, 500);
  await line(page, late.name).waitFor();
  await on.owner.call('PATCH', `/tickets/${late.name}`, { title: '快递柜超时被退回' });
  await line(page, '快递柜超时被退回').waitFor();

  await page.keyboard.press('2');
  await page.locator('.ticket-tabs .segment[aria-current]', { hasText: '我的' }).waitFor();
  await page.keyboard.press('1');
  await page.getByRole('button', { name: '列', exact: true }).click();
  await page.getByRole('menuitemradio', { name: '标签' }).click();
  await page.getByRole('columnheader', { name: '标签' }).waitFor();
});

scene('the board: by arrows and Shift, and by hand', async (on) => {
  const [a, b] = [await ticket('看板一'), await ticket('看板二')];
  const page = await openTickets(on);
  await line(page, a.name).waitFor();
  await page.keyboard.press('b');
  const card = (/** @type {any} */ one) => page.locator('.board-card', { hasText: one.title });
  await card(a).waitFor();
  await assertAccessible(page, 'the board');
  await card(a).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await eventually('it is open', async () => (await now(a)).status.category === 'open');
  await settles(() => page.evaluate(() => document.activeElement?.getAttribute('data-id')), a.id, 'the focus goes with it');
  const waiting = await statusNamed('等客户');
  await card(b).dragTo(page.locator(`.board-column[data-status="${waiting.id}"]`));
  await eventually('it waits', async () => (await now(b)).status.category === 'pending');
  await page.keyboard.press('b');
  await line(page, a.name).waitFor();
});

scene('the page of a ticket: every property by its key, answered, solved, and the next', async (on) => {
  await on.desk.addAgent(COLLEAGUE).catch(() => {});
  const wang = await on.desk.signIn(COLLEAGUE);
  const [one, other] = [await ticket('旅行茶具盖碗破损'), await ticket('罐盖松动')];
  const page = await openTickets(on, {}, `/tickets/${one.name}`);
  const mine = { composer: page.locator('#composer-text') };
  await mine.composer.waitFor();
  await settles(() => page.locator('#ticket-title').inputValue(), '旅行茶具盖碗破损');
  await assertAccessible(page, 'the page of a ticket');

  await page.keyboard.press('s');
  await page.getByRole('menuitemradio', { name: '处理中' }).click();
  await eventually('open', async () => (await now(one)).status.category === 'open');
  await page.keyboard.press('m');
  await eventually('mine', async () => (await now(one)).agent_id === on.owner.agent.id);
  await page.keyboard.press('p');
  await page.getByRole('menuitemradio', { name: '紧急' }).click();
  await eventually('urgent', async () => (await now(one)).priority === 'urgent');
  await page.keyboard.press('d');
  await page.locator('#ticket-due-at').fill('2030-01-02T17:00');
  await page.keyboard.press('Enter');
  await eventually('due', async () => (await now(one)).due_at?.startsWith('2030-01-02'));
  await page.keyboard.press('t');
  await page.getByRole('combobox', { name: '标签' }).fill('破损补发');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await eventually('labelled', async () => String((await now(one)).labels) === '破损补发');
  await page.keyboard.press('h');
  await page.locator('#ticket-title').fill('旅行茶具盖碗破损，要求补发');
  await page.keyboard.press('Enter');
  await eventually('named', async () => (await now(one)).title === '旅行茶具盖碗破损，要求补发');
  await page.keyboard.press('l');
  await page.locator('#link-other').fill(other.name);
  await page.keyboard.press('Enter');
  await page.locator('.ticket-links', { hasText: '罐盖松动' }).waitFor();
  await page.keyboard.press('w');
  await page.getByRole('option', { name: COLLEAGUE.name }).click();
  await page.keyboard.press('Escape');
  await eventually('followed', async () => (await now(one)).followers.length === 1);
  await page.locator('.activity-head').click();
  await page.locator('.activity li').first().waitFor();
  await assertAccessible(page, 'a ticket with its activity');

  await page.keyboard.press('r');
  await mine.composer.fill('给您补发一只新的。');
  await mine.composer.press('Control+Enter');
  await page.locator('.turn-own', { hasText: '给您补发一只新的。' }).locator('.state-sent, .state-delivered, .state-read').first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await mine.composer.fill('换厚内衬');
  await mine.composer.press('Control+Enter');
  await page.locator('.note', { hasText: '换厚内衬' }).waitFor();

  // What a colleague changes is told.
  await wang.call('POST', `/conversations/${one.id}/priority`, { priority: 'low' });
  await page.locator('#prop-priority', { hasText: '低' }).waitFor();

  await page.locator('body').click({ position: { x: 5, y: 300 } });
  await page.keyboard.press('e');
  await page.getByText('1 张已解决').waitFor();
  assert.equal((await now(one)).status.category, 'solved');
  await page.keyboard.press('u');
  await eventually('back', async () => (await now(one)).status.category !== 'solved');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await line(page, other.name).waitFor();
  await line(page, other.name).click();
  await settles(() => page.locator('#ticket-title').inputValue(), '罐盖松动');
  await page.keyboard.press('k');
  await eventually('the one above it', async () => (await page.locator('#ticket-title').inputValue()) !== '罐盖松动');
  await page.goBack();
  await settles(() => page.locator('#ticket-title').inputValue(), '罐盖松动');
});

scene('a chat becomes a ticket, from its menu and by its key; its address leads to the ticket', async ({ person, owner, desk }) => {
  const { visitor } = await customer('李娜', '盖碗口上磕掉了一块');
  const page = await (await person({ as: owner })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.open('盖碗口上磕掉了一块');
  await page.locator('#more').click();
  await page.getByRole('menuitem', { name: '转成工单…' }).click();
  await assertAccessible(page, 'a chat that becomes a ticket');
  await settles(() => page.locator('#new-title').inputValue(), '盖碗口上磕掉了一块', 'the customer’s words to begin with');
  await page.locator('#new-title').fill('');
  await page.keyboard.press('Enter');
  await page.getByText('请写一句话说明是什么事').waitFor();
  await page.locator('#new-title').fill('盖碗破损，要求补发');
  await page.keyboard.press('Enter');
  await page.locator('#ticket-title').waitFor();
  await page.locator('.bubble-customer', { hasText: '盖碗口上磕掉了一块' }).waitFor();
  await page.goto(`${desk.origin}/inbox/${visitor.conversation}`);
  await page.locator('#ticket-title').waitFor();
  assert.match(new URL(page.url()).pathname, /^\/tickets\/T-\d+$/);
  await page.locator('.rail-item[href="/inbox"]').click();
  await page.locator('.list-head').waitFor();
  // And another one from the palette.
  const bob = await customer('Bob Stone', 'Tin arrived open');
  await mine.open('Tin arrived open');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('转成工单');
  await page.getByRole('option', { name: /转成工单/ }).first().click();
  await page.locator('#new-title').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.new-ticket-dialog').waitFor({ state: 'detached' });
  bob.visitor.leave();
  const back = await inbox(page);
  await settles(() => back.row('盖碗口上磕掉了一块').count(), 0, 'the inbox shows chats');
});

scene('a new ticket by C, of a type that asks for something', async (on) => {
  const { version } = await on.owner.call('GET', '/ticket-types');
  await on.owner.call('PUT', '/ticket-types', {
    version,
    types: [{ name: '破损补发', public: true, fields: [{ key: 'order_no', label: { 'zh-CN': '订单号', en: 'Order' }, type: 'text', required: true, public: true }, { key: 'way', label: { 'zh-CN': '处理方式', en: 'How' }, type: 'select', options: ['补发', '退款'], required: false, public: false }] }],
  });
  await customer('何雯', '三十份礼盒');
  const page = await openTickets(on);
  await page.keyboard.press('c');
  await page.locator('#new-customer').fill('何雯');
  await page.locator('.new-found .menu-item', { hasText: '何雯' }).click();
  await page.locator('#new-title').fill('三十份年底礼盒刻字报价');
  await page.locator('#new-type').selectOption({ label: '破损补发' });
  await page.getByRole('button', { name: '建工单' }).click();
  await page.getByText('请填写这一项').waitFor();
  await assertAccessible(page, 'a new ticket with a complaint');
  await page.locator('#new-field-order_no').fill('1042');
  await page.locator('#new-field-order_no').blur();
  await page.getByRole('button', { name: '建工单' }).click();
  await settles(() => page.locator('#ticket-title').inputValue(), '三十份年底礼盒刻字报价');
  const made = await on.owner.call('GET', `/tickets/${new URL(page.url()).pathname.split('/').pop()}`);
  assert.deepEqual(made.fields, { order_no: '1042' });
  await page.locator('#ticket-field-way').selectOption('退款');
  await eventually('the field is kept', async () => (await now(made)).fields.way === '退款');
});

scene('statuses and types are written in the settings', async (on) => {
  const page = await (await on.person({ as: on.owner })).newPage();
  await page.goto(`${on.desk.origin}/settings/tickets`);
  await page.locator('#add-status').click();
  await page.locator('#ticket-statuses [aria-expanded="true"]').waitFor();
  await page.keyboard.press('Control+s');
  await page.getByText('请填写名称').waitFor();
  await assertAccessible(page, 'a status without a name');
  const name = page.locator('#ticket-statuses').getByLabel('团队内名称');
  await name.fill('等快递');
  await page.getByLabel('客户看到（中文）').fill('快递途中');
  await page.getByLabel('客户看到（英文）').fill('On its way');
  await page.locator('#ticket-statuses .thing', { hasText: '等快递' }).locator('.order-grip').focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Control+s');
  const stored = async () => (await on.owner.call('GET', '/ticket-statuses')).statuses;
  await eventually('it is live', async () => (await stored()).some((/** @type {any} */ one) => one.name === '等快递'));
  const all = await stored();
  const at = all.findIndex((/** @type {any} */ one) => one.name === '等快递');
  assert.deepEqual(all[at].public_name, { 'zh-CN': '快递途中', en: 'On its way' });
  assert.equal(all[at].category, 'on_hold');
  assert.equal(all[at + 1].category, 'on_hold', 'it was moved above the one that every desk has');

  await page.locator('#add-type').click();
  await page.locator('#ticket-types').getByLabel('名称', { exact: true }).last().fill('催发货');
  await page.getByRole('button', { name: '新增填写项' }).click();
  await page.getByLabel('名称（中文）').last().fill('订单号');
  await page.keyboard.press('Control+s');
  await eventually('the type is live', async () => (await on.owner.call('GET', '/ticket-types')).types.some((/** @type {any} */ one) => one.name === '催发货' && one.fields[0].label['zh-CN'] === '订单号'));
});

scene('conditions are kept as a view, which only the tickets offer', async (on) => {
  const one = await ticket('加急的');
  await on.owner.call('POST', `/conversations/${one.id}/priority`, { priority: 'urgent' });
  const page = await openTickets(on);
  await page.getByRole('button', { name: '加条件' }).click();
  const form = page.locator('.ticket-filter');
  await form.getByLabel('看什么').selectOption({ label: '优先级' });
  await form.getByLabel('值', { exact: true }).selectOption({ label: '紧急' });
  await assertAccessible(page, 'conditions of a list of tickets');
  await form.getByLabel('视图名称').fill('紧急工单');
  await form.getByRole('button', { name: '存成视图并显示' }).click();
  await page.locator('.ticket-tabs .segment[aria-current]', { hasText: '紧急工单' }).waitFor();
  await settles(() => page.locator('.ticket-row').count(), 1);
});

scene('360: list, page and properties, nothing sideways, Back leads back', async (on) => {
  const one = await ticket('手机上的工单');
  const page = await openTickets(on, { phone: true });
  await line(page, one.title).waitFor();
  assert.equal(await sideways(page), 0);
  assert.deepEqual(await tooSmall(page), []);
  await assertAccessible(page, 'tickets on a phone');
  await page.locator('.tickets-head .title-button').tap();
  await page.getByRole('menuitem', { name: '多选' }).tap();
  await line(page, one.title).tap();
  await page.getByRole('toolbar').getByText('已选 1 张').waitFor();
  assert.deepEqual(await tooSmall(page), []);
  await assertAccessible(page, 'tickets chosen on a phone');
  await page.getByRole('button', { name: '取消' }).tap();
  await page.getByRole('toolbar').waitFor({ state: 'detached' });
  await line(page, one.title).tap();
  await page.locator('#composer-text').waitFor();
  assert.equal(await sideways(page), 0);
  assert.deepEqual(await tooSmall(page), []);
  await page.locator('#details-toggle').tap();
  await page.locator('#prop-status').waitFor();
  await assertAccessible(page, 'properties on a phone');
  assert.equal(await sideways(page), 0);
  assert.deepEqual(await tooSmall(page), []);
  await page.goBack();
  await page.locator('.ticket-side').waitFor({ state: 'hidden' });
  await settles(() => page.locator('#ticket-title').isVisible(), true, 'Back closes the sheet before it leaves the ticket');
  await page.goBack();
  await line(page, one.title).waitFor();
  assert.equal(new URL(page.url()).pathname, '/tickets');
});
