/** Agents and customers come back by themselves: after a power cut of the desk, a break of the line, a night without a connection. */
import assert from 'node:assert/strict';
import { eventually } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { openChat } from './support/widget.js';
import { openInbox } from './support/workbench.js';

const { scene } = openStage();
const AWAY = [/net::ERR_/, /WebSocket connection to/];

scene('after a kill and a start on the same data both sides go on, and what was written meanwhile arrives once', async ({ person, owner, shop, desk, expect }) => {
  expect(...AWAY);
  const lina = await person();
  const page = await lina.newPage();
  await page.goto(shop.page());
  const chat = await openChat(page);
  await chat.write('停电之前写的');
  await chat.becomes('停电之前写的', 'sent', 'delivered');
  const mine = await openInbox(await (await person({ as: owner })).newPage(), desk.links.workbench);
  await mine.open('停电之前写的');
  await chat.becomes('停电之前写的', 'read');

  await desk.kill();
  await chat.write('停电时客人写的');
  await chat.becomes('停电时客人写的', 'sending');
  await mine.reply('停电时客服写的');
  await mine.page.getByText('正在重新连接，您写的内容都会保留。').waitFor();
  await chat.frame.getByText('正在重连').waitFor();

  await desk.start();
  for (const place of [mine.page, chat.frame]) await place.evaluate(() => dispatchEvent(new Event('online')));
  await mine.hears('停电时客人写的');
  await chat.hears('停电时客服写的');
  await mine.becomes('停电时客服写的', 'read');
  await chat.becomes('停电时客人写的', 'read');
  await mine.page.locator('.banner').waitFor({ state: 'detached' });
  await eventually('the agent’s page shows each once', async () => {
    const said = (await mine.said()).map((text) => text.trim());
    return said.length === 3 && new Set(said).size === 3;
  });
  await eventually('so does the customer’s', async () => (await chat.said()).length === 3);
});

scene('a page that was asleep while others worked shows what it missed', async ({ person, owner, desk, expect }) => {
  expect(...AWAY);
  const visitor = await openVisitor(desk, owner.key, { identity: { name: '刘一帆' } });
  await visitor.say('这个是正常的茶毫吗？');
  const mei = await person({ as: owner });
  const mine = await openInbox(await mei.newPage(), desk.links.workbench);
  await mine.open('刘一帆');
  await mei.context.setOffline(true);
  await desk.kill();
  await desk.start();
  const second = await openVisitor(desk, owner.key, { identity: { name: '孙悦' } });
  await second.say('给我留两罐');
  const { id } = (await owner.call('GET', '/conversations?view=all')).items.find((/** @type {any} */ row) => row.contact.name === '刘一帆');
  await owner.call('POST', `/conversations/${id}/messages`, { client_message_id: 'from-the-phone', content: { kind: 'text', text: '是茶毫，放心喝' } });
  await mei.context.setOffline(false);
  await mine.row('孙悦').waitFor();
  await mine.page.locator('.turn-own', { hasText: '是茶毫，放心喝' }).waitFor();
  assert.equal(await mine.page.locator('.turn-own', { hasText: '是茶毫，放心喝' }).count(), 1);
});
