/** Several tabs of one person are one to the desk: one connection per browser, whichever tab leads, and nothing is lost when it goes. */
import assert from 'node:assert/strict';
import { eventually } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { openChat } from './support/widget.js';
import { openInbox } from './support/workbench.js';

const { stage, scene } = openStage({ line: true });

/** What browsers report about a line that is away. */
const AWAY = [/net::ERR_/, /WebSocket connection to/];
/** The frame stands on the shop's own site: a private window gives it storage, locks and channels. */
const SITE = { host: '127.0.0.1' };

/**
 * Links of a browser, opened so far and open now.
 * @param {import('playwright-core').BrowserContext} context
 */
function sockets(context) {
  /** @type {{page:import('playwright-core').Page, socket:import('playwright-core').WebSocket}[]} */ const all = [];
  context.on('page', (page) => page.on('websocket', (socket) => socket.url().includes('/im/v1/socket') && all.push({ page, socket })));
  return {
    get opened() {
      return all.length;
    },
    get open() {
      return all.filter(({ page, socket }) => !page.isClosed() && !socket.isClosed()).length;
    },
  };
}

/** Texts of the conversation that holds `text`, as the desk stored them. @param {string} text */
async function stored(text) {
  const { items } = await stage.owner.call('GET', '/conversations?view=all&sort=newest');
  for (const { id } of items) {
    const entries = (await stage.owner.call('GET', `/conversations/${id}/entries?limit=200`)).items;
    const texts = entries.filter((/** @type {any} */ one) => one.type === 'message').map((/** @type {any} */ one) => one.content.text);
    if (texts.includes(text)) return { id, texts };
  }
  return { id: '', texts: [] };
}
/** @param {string} id @param {string} text */
const answer = (id, text) => stage.owner.call('POST', `/conversations/${id}/messages`, { client_message_id: crypto.randomUUID(), content: { kind: 'text', text } });

/** @param {Awaited<ReturnType<typeof openChat>>[]} chats @param {string[]} said */
async function show(chats, said) {
  for (const [i, chat] of chats.entries()) await eventually(`tab ${i + 1} shows what was said`, async () => String(await chat.said()) === String(said));
}

/** A visitor with two tabs that share one link. @param {import('./support/stage.js').Scene} scene @param {string} first */
async function twoTabs({ person, shop }, first) {
  const lina = await person();
  const links = sockets(lina.context);
  const address = shop.page(SITE);
  const [one, two] = [await lina.newPage(), await lina.newPage()];
  await one.goto(address);
  const leader = await openChat(one);
  await leader.write(first);
  await leader.becomes(first, 'sent', 'delivered');
  await two.goto(address);
  const follower = await openChat(two);
  await show([follower], [`> ${first}`]);
  await eventually('two tabs have one link', () => links.open === 1);
  return { lina, links, one, two, leader, follower };
}

scene('a tab that is alone has its link and asks for nothing more', async ({ person, shop }) => {
  const lina = await person();
  const links = sockets(lina.context);
  const page = await lina.newPage();
  /** @type {string[]} */ const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(shop.page(SITE));
  const chat = await openChat(page);
  await chat.write('只有一页');
  await chat.becomes('只有一页', 'sent', 'delivered');
  assert.deepEqual([links.opened, links.open], [1, 1]);
  assert.deepEqual(asked.filter((address) => address.includes('im-meeting')), []);
});

scene('two tabs of a visitor and three of an agent are one link each; what any of them says is said once', async (scene) => {
  const { person, owner, line } = scene;
  const { links, leader, follower } = await twoTabs(scene, '两页一条线');
  const mei = await person({ as: owner });
  const meisLinks = sockets(mei.context);
  const benches = [];
  for (let i = 0; i < 3; i += 1) benches.push(await openInbox(await mei.newPage(), `${line.origin}/inbox`));
  for (const bench of benches.slice(1)) await bench.open('两页一条线');
  await eventually('three tabs have one link', () => meisLinks.open === 1);

  await follower.write('第二页写的');
  await follower.becomes('第二页写的', 'sent', 'delivered', 'read');
  await show([leader, follower], ['> 两页一条线', '> 第二页写的']);
  for (const bench of benches.slice(1)) {
    await bench.hears('第二页写的');
    assert.equal(await bench.page.locator('.bubble-customer', { hasText: '第二页写的' }).count(), 1);
  }
  await benches[2].reply('第三个窗口答');
  await leader.hears('第三个窗口答');
  await show([leader, follower], ['> 两页一条线', '> 第二页写的', '< 第三个窗口答']);
  await benches[1].page.locator('.turn-own', { hasText: '第三个窗口答' }).waitFor();
  assert.deepEqual((await stored('两页一条线')).texts, ['两页一条线', '第二页写的', '第三个窗口答']);
  assert.deepEqual([links.open, meisLinks.open], [1, 1]);
});

scene('the tab that leads is closed: the other goes on, and nothing that was said meanwhile is missing', async (scene) => {
  const { links, one, follower } = await twoTabs(scene, '关掉第一页');
  const { id } = await stored('关掉第一页');
  await Promise.all([one.close(), answer(id, '关的时候说的'), follower.write('关的时候写的')]);
  await follower.becomes('关的时候写的', 'sent', 'delivered');
  await follower.hears('关的时候说的');
  await answer(id, '关了以后说的');
  await follower.hears('关了以后说的');
  const { texts } = await stored('关掉第一页');
  assert.equal(new Set(texts).size, 4);
  assert.equal(texts.length, 4);
  await eventually('one link', () => links.open === 1);
});

scene('written in a tab that follows while the network is away: delivered once, after it', async (scene) => {
  const { line, expect } = scene;
  expect(...AWAY);
  const { lina, links, leader, follower } = await twoTabs(scene, '飞行模式');
  await lina.context.setOffline(true);
  line.cut();
  await follower.write('飞行中写的');
  await follower.becomes('飞行中写的', 'sending');
  await leader.write('另一页也写');
  line.heal();
  await lina.context.setOffline(false);
  for (const chat of [leader, follower]) {
    await chat.becomes('飞行中写的', 'sent', 'delivered');
    await chat.becomes('另一页也写', 'sent', 'delivered');
  }
  assert.deepEqual((await stored('飞行模式')).texts, ['飞行模式', '飞行中写的', '另一页也写']);
  await show([leader, follower], ['> 飞行模式', '> 飞行中写的', '> 另一页也写']);
  await eventually('one link', () => links.open === 1);
});

scene('the tab that leads sleeps: the one that is looked at takes over, and after waking both are one again', async (scene) => {
  const { lina, links, one, leader, follower } = await twoTabs(scene, '睡着了');
  // Stopped at its next line, without a word to anybody, as a phone does it.
  const tools = await lina.context.newCDPSession(one);
  await tools.send('Debugger.enable');
  await tools.send('Debugger.pause');
  await follower.write('睡的时候写的');
  await follower.becomes('睡的时候写的', 'sent', 'delivered');
  const { id } = await stored('睡着了');
  await answer(id, '睡的时候答的');
  await follower.hears('睡的时候答的');
  await tools.send('Debugger.disable');
  await show([leader, follower], ['> 睡着了', '> 睡的时候写的', '< 睡的时候答的']);
  await leader.write('醒了');
  await leader.becomes('醒了', 'sent', 'delivered');
  await show([leader, follower], ['> 睡着了', '> 睡的时候写的', '< 睡的时候答的', '> 醒了']);
  assert.equal(links.open, 1);
});

scene('a tab that is told to freeze, or goes to the back and forward cache, gives its link away and follows when it is back', async (scene) => {
  const { links, leader, follower } = await twoTabs(scene, '放进缓存');
  const { id } = await stored('放进缓存');
  for (const [going, back] of [['freeze', 'resume'], ['pagehide', 'pageshow']]) {
    const opened = links.opened;
    await leader.frame.evaluate((name) => (name === 'freeze' ? document : window).dispatchEvent(new Event(name)), going);
    await eventually('the other tab has the link', () => links.opened === opened + 1 && links.open === 1);
    await answer(id, `${going} 的时候`);
    await follower.hears(`${going} 的时候`);
    assert.ok(!(await leader.said()).includes(`< ${going} 的时候`));
    await leader.frame.evaluate((name) => (name === 'resume' ? document : window).dispatchEvent(new Event(name)), back);
    await leader.hears(`${going} 的时候`);
    assert.deepEqual([links.opened, links.open], [opened + 1, 1]);
    // Back again, so that it leads the next time.
    await follower.frame.evaluate(() => window.dispatchEvent(new Event('pagehide')));
    await eventually('it leads again', () => links.opened === opened + 2 && links.open === 1);
    await follower.frame.evaluate(() => window.dispatchEvent(new Event('pageshow')));
  }
  await show([leader, follower], ['> 放进缓存', '< freeze 的时候', '< pagehide 的时候']);
});

scene('a tab that was alone and lies in the back and forward cache keeps nobody waiting; shown again, it follows', async ({ person, shop }) => {
  const lina = await person();
  const links = sockets(lina.context);
  const address = shop.page(SITE);
  const [one, two] = [await lina.newPage(), await lina.newPage()];
  await one.goto(address);
  const first = await openChat(one);
  await first.write('先来的');
  await first.becomes('先来的', 'sent', 'delivered');
  await first.frame.evaluate(() => window.dispatchEvent(new Event('pagehide')));
  /** @type {string[]} */ const asked = [];
  two.on('request', (request) => asked.push(request.url()));
  await two.goto(address);
  const second = await openChat(two);
  await show([second], ['> 先来的']);
  assert.deepEqual(asked.filter((place) => place.includes('im-meeting')), []);
  await first.frame.evaluate(() => window.dispatchEvent(new Event('pageshow')));
  await eventually('two tabs have one link', () => links.open === 1);
  await first.write('又回来了');
  await first.becomes('又回来了', 'sent', 'delivered');
  await show([first, second], ['> 先来的', '> 又回来了']);
});

scene('who is somebody else in the same browser has a link of their own', async ({ person, shop, desk, owner }) => {
  const mei = await person({ as: owner });
  const links = sockets(mei.context);
  const page = await mei.newPage();
  await page.goto(shop.page(SITE));
  const chat = await openChat(page);
  await chat.write('店主自己试试');
  await chat.becomes('店主自己试试', 'sent', 'delivered');
  const bench = await openInbox(await mei.newPage(), desk.links.workbench);
  await bench.row('店主自己试试').first().waitFor();
  const visitor = await openVisitor(desk, owner.key);
  await visitor.say('别人');
  await bench.row('别人').first().waitFor();
  assert.equal(links.open, 2);
});
