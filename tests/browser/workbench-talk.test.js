/** An agent's day: the list that lives, replies and notes, drafts, taking and giving away, closing and reopening. */
import assert from 'node:assert/strict';
import { COLLEAGUE, OWNER } from './support/desk.js';
import { eventually, settles } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { openChat } from './support/widget.js';
import { openInbox } from './support/workbench.js';

const { stage, scene } = openStage();

/** A customer who said something. @param {string} text @param {object} [who] */
async function customer(text, who) {
  const visitor = await openVisitor(stage.desk, stage.owner.key, who);
  await visitor.say(text);
  return visitor;
}
const called = (/** @type {string} */ name) => ({ identity: { name } });

scene('the list shows who comes without being asked, the longest waiting first, and counts', async ({ person, owner, desk }) => {
  const mine = await openInbox(await (await person({ as: owner })).newPage(), desk.links.workbench);
  await mine.page.getByText('还没有会话').waitFor();
  await customer('退款申请第三天了，还没到账', called('陈思远'));
  await mine.row('退款申请第三天了').waitFor();
  const bob = await customer('Re: Order 0987', called('Bob Stone'));
  await mine.row('Bob Stone').waitFor();
  assert.deepEqual(await mine.rows(), ['陈思远', 'Bob Stone']);
  await eventually('two wait', async () => (await mine.page.title()).startsWith('(2) '));
  await bob.say('— the tin arrived open');
  await mine.row('the tin arrived open').locator('.pill', { hasText: '2' }).waitFor();

  await mine.open('退款申请第三天了');
  await mine.reply('今天到账，抱歉久等');
  await mine.row('陈思远').getByText('您：今天到账，抱歉久等').waitFor();
  await eventually('who was answered waits no more', async () => String(await mine.rows()) === 'Bob Stone,陈思远');
  await eventually('one waits', async () => (await mine.page.title()).startsWith('(1) '));

  await mine.view('未分配');
  await eventually('the reply took it', async () => String(await mine.rows()) === 'Bob Stone');
  await mine.view('我的');
  await eventually('and it is mine', async () => String(await mine.rows()) === '陈思远');
});

scene('a note is for the team alone', async ({ person, owner, shop, desk }) => {
  const lina = await person();
  const page = await lina.newPage();
  await page.goto(shop.page());
  const chat = await openChat(page);
  await chat.write('盖碗磕掉了一块');
  await chat.becomes('盖碗磕掉了一块', 'sent', 'delivered');
  const mine = await openInbox(await (await person({ as: owner })).newPage(), desk.links.workbench);
  await mine.open('盖碗磕掉了一块');
  await mine.note('这批已经是第 3 单磕碰');
  const note = mine.page.locator('.note', { hasText: '第 3 单磕碰' });
  await note.getByText('仅团队可见').waitFor();
  await mine.reply('给您补发一只');
  await chat.hears('给您补发一只');
  assert.deepEqual(await chat.said(), ['> 盖碗磕掉了一块', '< 给您补发一只']);
  await page.reload();
  const again = await openChat(page);
  await again.hears('给您补发一只');
  assert.equal((await again.frame.content()).includes('第 3 单磕碰'), false);
});

scene('a reply and a note that were begun outlive a reload, and the row says so', async ({ person, owner, desk }) => {
  await customer('开公司发票需要什么？', called('赵敏'));
  await customer('年底送客户，能刻字吗？', called('何雯'));
  const mine = await openInbox(await (await person({ as: owner })).newPage(), desk.links.workbench);
  await mine.open('赵敏');
  await mine.composer.fill('抬头和税号就行');
  await mine.page.locator('#tab-note').click();
  await mine.composer.fill('她家每年都买');
  await mine.page.getByText('草稿已保存').waitFor();
  await mine.page.reload();
  await mine.composer.waitFor();
  await settles(() => mine.composer.inputValue(), '抬头和税号就行');
  await mine.page.locator('#tab-note').click();
  await settles(() => mine.composer.inputValue(), '她家每年都买');
  await mine.open('何雯');
  await mine.row('赵敏').getByText('草稿').waitFor();
  await settles(() => mine.composer.inputValue(), '');
});

scene('taking, giving away and letting go are seen by both agents and told to the customer once', async ({ person, owner, desk }) => {
  const visitor = await customer('寄到杭州多少钱？', called('孙悦'));
  await desk.addAgent(COLLEAGUE);
  const mine = await openInbox(await (await person({ as: owner })).newPage(), desk.links.workbench);
  const colleague = await openInbox(await (await person({ as: await desk.signIn(COLLEAGUE) })).newPage(), desk.links.workbench);
  await mine.open('孙悦');
  await colleague.open('孙悦');
  await mine.page.getByText('王磊也在查看').waitFor();
  await colleague.composer.pressSequentially('我来');
  await mine.page.getByText('王磊正在写回复').waitFor();

  await mine.page.locator('#assign').click();
  await mine.page.getByRole('menuitemradio', { name: /分配给我/ }).click();
  await colleague.page.locator('.line', { hasText: '林晓梅接手了' }).waitFor();
  await mine.page.locator('#assign').click();
  await mine.page.getByRole('menuitemradio', { name: /王磊/ }).click();
  await colleague.page.locator('.line', { hasText: '林晓梅把会话分配给了您' }).waitFor();
  await colleague.view('我的');
  await eventually('it is theirs', async () => String(await colleague.rows()) === '孙悦');
  await mine.page.locator('#assign').click();
  await mine.page.getByRole('menuitemradio', { name: /不分配/ }).click();
  await eventually('and nobody’s', async () => String(await colleague.rows()) === '');
  const told = () => visitor.heard.filter((frame) => frame.kind === 'assigned').map((frame) => frame.agent_name);
  await eventually('the customer knows who came', () => String(told()) === '林晓梅,王磊');
});

scene('closing takes it from the list, undo brings it back, and the customer reopens it by writing', async ({ person, owner, desk }) => {
  const visitor = await customer('换货地址发我一下', called('周明轩'));
  const mine = await openInbox(await (await person({ as: owner })).newPage(), desk.links.workbench);
  await mine.open('周明轩');
  await mine.page.getByRole('button', { name: '关闭', exact: true }).click();
  await mine.page.locator('.toast').waitFor();
  await settles(() => mine.row('周明轩').count(), 0);
  await mine.page.getByRole('button', { name: '撤销' }).click();
  await mine.row('周明轩').waitFor();
  await mine.page.getByRole('button', { name: '关闭', exact: true }).click();
  await mine.page.getByRole('button', { name: '重新打开' }).waitFor();
  const closings = () => visitor.heard.filter((frame) => frame.kind === 'state' && frame.state === 'closed').length;
  await eventually('the customer is told of the second closing, too', () => closings() === 2);
  await visitor.say('地址收到了，谢谢');
  await mine.hears('地址收到了，谢谢');
  await mine.row('周明轩').waitFor();
  await mine.page.getByRole('button', { name: '关闭', exact: true }).waitFor();
  await mine.page.locator('.line', { hasText: '会话重新打开' }).last().waitFor();
});

scene('an agent who is away is seen as such, and who answers is there', async ({ person, owner, shop, desk }) => {
  const page = await (await person()).newPage();
  await page.goto(shop.page());
  const chat = await openChat(page);
  await chat.write('在吗？');
  await chat.becomes('在吗？', 'sent', 'delivered');
  // Whoever left a moment ago may only be loading the page anew.
  await eventually('nobody is at the desk', async () => (await chat.state()).startsWith('暂时离开'));
  const mine = await openInbox(await (await person({ as: owner })).newPage(), desk.links.workbench);
  await mine.open('在吗？');
  await mine.reply('在的');
  await chat.hears('在的');
  await eventually('who answers is there', async () => (await chat.state()) === '在线');

  await mine.menu('离开');
  await mine.page.locator('.rail-me .presence.away').waitFor();
  await mine.page.reload();
  await mine.page.locator('.rail-me .presence.away').waitFor();
  const agents = (await owner.call('GET', '/agents')).items;
  assert.equal(agents.find((/** @type {any} */ one) => one.id === owner.agent.id).availability, 'away');
  const other = await (await person()).newPage();
  await other.goto(shop.page());
  const late = await openChat(other);
  await eventually('who comes now is told', async () => (await late.state()).startsWith('暂时离开'));
  await mine.menu('在线');
  await mine.page.locator('.rail-me .presence.on').waitFor();
});

scene('language and theme are the agent’s own, wherever they sign in', async ({ person, desk }) => {
  const here = await openInbox(await (await person({ as: await desk.signIn(OWNER) })).newPage(), desk.links.workbench);
  await here.menu('深色');
  await settles(() => here.page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  await here.menu('English');
  await here.page.getByRole('heading', { name: 'Inbox' }).first().waitFor();
  const there = await openInbox(await (await person({ as: await desk.signIn(OWNER) })).newPage(), desk.links.workbench);
  await settles(() => there.page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  await settles(() => there.page.evaluate(() => document.documentElement.lang), 'en');
  await there.menu('中文');
  await there.page.getByRole('heading', { name: '收件箱' }).first().waitFor();
  await there.menu('跟随系统');
  await eventually('both are kept', async () => {
    const me = await stage.owner.call('GET', '/me');
    return me.theme === 'auto' && me.locale === 'zh-CN';
  });
});

scene('markup that a customer writes stays text', async ({ person, owner, desk }) => {
  const nasty = '<img src=x onerror=alert(1)><script>alert(2)</script> https://example.com/a?b=<c>';
  await customer(nasty, called('<b>Bold</b>'));
  const mine = await openInbox(await (await person({ as: owner })).newPage(), desk.links.workbench);
  await mine.open('<b>Bold</b>');
  await mine.hears('<script>alert(2)</script>');
  assert.equal(await mine.page.locator('.bubble a').getAttribute('href'), 'https://example.com/a?b=');
  assert.equal(await mine.page.locator('.bubble img, .bubble script').count(), 0);
});
