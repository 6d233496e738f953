/** What tells an agent that something is new where they do not look: on a settings page, in a long list, in somebody else's conversation. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { COLLEAGUE, OWNER, openDesk } from './support/desk.js';
import { eventually } from './support/eventually.js';
import { listenTo, tones } from './support/tones.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { openInbox } from './support/workbench.js';

const { scene } = openStage({ setUp: false });

scene('a settings page rings, counts and says who is mentioned, as the inbox does', async ({ person, keep }) => {
  const own = keep(await openDesk());
  const boss = await own.setUp();
  const mei = await person({ as: boss });
  await listenTo(mei.context);
  const page = await mei.newPage();
  await page.goto(`${own.origin}/settings/shop`);
  await page.locator('.rail-item').first().waitFor();
  await page.locator('#page-title').click();
  const visitor = await openVisitor(own, boss.key, { identity: { name: '李娜' } });
  await eventually('the link is there', async () => (await boss.call('GET', '/agents')).items[0].online);
  await visitor.say('在吗');
  await eventually('a sound', async () => (await tones(page)) > 0);
  await eventually('the title says so', async () => (await page.title()).startsWith('(1) '));
  assert.match(String(await page.locator('link[rel="icon"]').getAttribute('href')), /^data:image\/svg\+xml/);
  await page.locator('.rail-item .badge', { hasText: '1' }).waitFor();

  await own.addAgent(COLLEAGUE);
  const colleague = await own.signIn(COLLEAGUE);
  const content = { kind: 'text', text: '@林晓梅 看一下', mentions: [boss.agent.id] };
  await colleague.call('POST', `/conversations/${visitor.conversation}/messages`, { client_message_id: randomUUID(), content, note: true });
  await page.getByText('王磊在备注里提到').waitFor();
  await eventually('the title says so', async () => (await page.title()).startsWith('(1 · @1) '));
  await page.locator('.toast .text-button').click();
  await page.locator('.note-text, .bubble-note').first().waitFor();
  assert.ok(page.url().endsWith(`/inbox/${visitor.conversation}`));
});

scene('the list of members says who is here as they come and go', async ({ person, keep }) => {
  const desk = keep(await openDesk());
  const owner = await desk.setUp();
  await desk.addAgent(COLLEAGUE);
  const colleague = await desk.signIn(COLLEAGUE);
  const page = await (await person({ as: owner })).newPage();
  await page.goto(`${desk.origin}/settings/team`);
  const row = (/** @type {string} */ email) => page.locator(`[data-agent="${email}"] .thing-what .thing-about`);
  await row(OWNER.email).getByText('在线').waitFor();
  await row(COLLEAGUE.email).getByText('离线').waitFor();
  const other = await person({ as: colleague });
  await openInbox(await other.newPage(), desk.links.workbench);
  await row(COLLEAGUE.email).getByText('在线').waitFor();
  await colleague.call('PUT', '/agents/me/availability', { state: 'away' });
  await row(COLLEAGUE.email).getByText('离开').waitFor();
  // Who closes the page is missed after two minutes; who says so at once.
  await other.context.close();
  await colleague.call('PUT', '/agents/me/availability', { state: 'offline' });
  await row(COLLEAGUE.email).getByText('离线').waitFor();
});

scene('a mention marks the row, has a view and a number, and is gone once it is read', async ({ person, keep }) => {
  const desk = keep(await openDesk());
  const owner = await desk.setUp();
  await desk.addAgent(COLLEAGUE);
  const colleague = await desk.signIn(COLLEAGUE);
  const [lina, other] = [await openVisitor(desk, owner.key, { identity: { name: '李娜' } }), await openVisitor(desk, owner.key, { identity: { name: '赵敏' } })];
  await lina.say('盖碗磕了');
  await other.say('开发票');
  await owner.call('POST', `/conversations/${lina.conversation}/assign`, { agent_id: owner.agent.id });
  const page = await (await person({ as: colleague })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.open('赵敏');
  const content = { kind: 'text', text: `@${COLLEAGUE.name} 看一下`, mentions: [colleague.agent.id] };
  await owner.call('POST', `/conversations/${lina.conversation}/messages`, { client_message_id: randomUUID(), content, note: true });
  await page.locator('.toast', { hasText: '提到' }).waitFor();
  await mine.row('李娜').locator('.pill-mention').waitFor();
  await eventually('title and rail say so', async () => (await page.title()).includes('@1'));
  await page.locator('.rail-item', { hasText: '提到我的' }).click();
  await eventually('the view holds it alone', async () => (await mine.rows()).join() === '李娜');
  await page.reload();
  await eventually('and is kept', async () => (await mine.rows()).join() === '李娜');
  await mine.open('李娜');
  await eventually('read', async () => !(await page.title()).includes('@'));
  await eventually('the desk knows', async () => (await colleague.call('GET', '/conversations/counts')).mentions_unread === 0);
  assert.equal(await page.locator('.pill-mention').count(), 0);
  assert.deepEqual(await mine.rows(), ['李娜'], 'until it is closed');
});

scene('who comes to a long list is said above it, and a press leads there', async ({ person, keep }) => {
  const desk = keep(await openDesk());
  const owner = await desk.setUp();
  for (let i = 1; i <= 60; i += 1) await owner.call('POST', '/conversations', { user_id: `u${i}`, initial_message: `第 ${i} 位` });
  const page = await (await person({ as: owner })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.row('第 1 位').first().waitFor();
  await page.mouse.move(900, 400);
  assert.equal(await page.locator('.new-pill').count(), 0);
  const visitor = await openVisitor(desk, owner.key, { identity: { name: '李娜' } });
  await visitor.say('还有人吗');
  await page.locator('.new-pill', { hasText: '1' }).click();
  await mine.row('李娜').waitFor();
  await eventually('it has the focus', () => page.evaluate(() => document.activeElement?.textContent?.includes('李娜') ?? false));
  await page.locator('.new-pill').waitFor({ state: 'detached' });

  // All of them, not those that happen to be loaded.
  await page.keyboard.press('x');
  await page.locator('.bulk .text-button', { hasText: '61' }).click();
  await page.locator('.bulk [role="status"]', { hasText: '61' }).waitFor();
});

scene('keys act on the row that has the focus; close and next goes on', async ({ person, keep }) => {
  const desk = keep(await openDesk());
  const owner = await desk.setUp();
  for (const name of ['一', '二', '三', '四']) await owner.call('POST', '/conversations', { user_id: name, initial_message: `客户${name}` });
  const page = await (await person({ as: owner })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.open('客户四');
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await eventually('keys led to it', () => page.evaluate(() => document.activeElement?.textContent?.includes('客户二') ?? false));
  await page.keyboard.press('e');
  await mine.row('客户二').waitFor({ state: 'detached' });
  const left = async () => (await owner.call('GET', '/conversations?view=open')).items.map((/** @type {any} */ row) => row.last_message.text).sort();
  await eventually('it alone was closed', async () => (await left()).join() === ['客户一', '客户三', '客户四'].sort().join());
  await mine.open('客户一');
  await page.locator('.thread-scroll').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Shift+e');
  await eventually('the next is open', () => page.evaluate(() => document.querySelector('.row[aria-current="true"]')?.textContent?.includes('客户三') ?? false));
  await eventually('the first is closed', async () => (await left()).join() === ['客户三', '客户四'].sort().join());
});

scene('demo data that goes takes its rows and the open conversation along, and asks for none of it again', async ({ person, keep }) => {
  const desk = keep(await openDesk());
  const owner = await desk.setUp();
  const page = await (await person({ as: owner })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await page.getByRole('button', { name: '用示例数据先看看' }).click();
  await eventually('demo conversations', async () => (await page.locator('.row').count()) > 5);
  await page.locator('.row').nth(2).click();
  await mine.composer.waitFor();
  // What was asked for while it was there has come: words, and who the customer is.
  await page.locator('.bubble').first().waitFor();
  await page.locator('.facts').waitFor();
  await page.mouse.move(150, 400);
  /** @type {string[]} */ const failed = [];
  page.on('response', (answer) => answer.status() >= 400 && failed.push(`${answer.status()} ${new URL(answer.url()).pathname}`));
  await owner.call('DELETE', '/demo-data', {});
  await eventually('no dead row', async () => (await page.locator('.row').count()) === 0);
  await mine.composer.waitFor({ state: 'detached' });
  assert.equal(new URL(page.url()).pathname, '/inbox');
  assert.deepEqual(failed, [], 'nothing is asked for that is gone');
});

scene('answers of a form are read by the words it asked with, once', async ({ person, keep }) => {
  const desk = keep(await openDesk());
  const owner = await desk.setUp();
  const both = (/** @type {string} */ text) => ({ 'zh-CN': text, en: text });
  const fields = [
    { id: 'name', type: 'text', label: both('称呼') },
    { id: 'text_1', type: 'text', label: both('订单号') },
    { id: 'consent_1', type: 'consent', label: both('同意保存对话'), required: true },
  ];
  await owner.call('PATCH', '/widgets/default', { settings: { form: { when: 'before', fields } } });
  const visitor = await openVisitor(desk, owner.key, { identity: { name: '李娜' } });
  await visitor.say('在吗');
  const { contact } = await owner.call('GET', `/conversations/${visitor.conversation}`);
  await owner.call('PATCH', `/contacts/${contact.id}`, { attributes: { name: '李娜', text_1: '1042', consent_1: 'true' } });
  const page = await (await person({ as: owner })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.open('李娜');
  await page.locator('.said').first().waitFor();
  assert.deepEqual(await page.locator('.said div').allInnerTexts().then((all) => all.map((one) => one.replace(/\s+/g, ' ').trim())), ['订单号 1042', '同意保存对话 是']);
});
