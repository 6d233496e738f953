/** Networks that let no WebSocket through: links find another way, and nothing is lost or doubled on it. */
import assert from 'node:assert/strict';
import { eventually } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { openChat } from './support/widget.js';
import { openInbox } from './support/workbench.js';

const { scene } = openStage({ line: true });

/** What browsers report about a line that lets something through and something not. */
const AWAY = [/net::ERR_/, /WebSocket connection to/];

/** @param {import('./support/stage.js').Scene} scene @param {string} first @param {string} way of the requests that must be seen */
async function talk({ person, shop, owner, line, expect }, first, way) {
  expect(...AWAY);
  const lina = await person();
  const page = await lina.newPage();
  /** @type {string[]} */ const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(shop.page());
  const chat = await openChat(page);
  await chat.write(first);
  await chat.becomes(first, 'sent', 'delivered');
  assert.ok(asked.includes(way), `went another way: ${[...new Set(asked)].join(' ')}`);

  const { items } = await owner.call('GET', '/conversations?view=all&sort=newest');
  const { id } = items[0];
  for (const text of ['有的', '今天下午发货']) {
    await owner.call('POST', `/conversations/${id}/messages`, { client_message_id: crypto.randomUUID(), content: { kind: 'text', text } });
  }
  await eventually('the answers came in order', async () => String(await chat.said()) === `> ${first},< 有的,< 今天下午发货`);
  await chat.write('谢谢');
  await chat.becomes('谢谢', 'sent', 'delivered');
  const entries = (await owner.call('GET', `/conversations/${id}/entries?limit=50`)).items;
  const texts = entries.filter((/** @type {any} */ one) => one.type === 'message').map((/** @type {any} */ one) => one.content.text);
  assert.deepEqual(texts, [first, '有的', '今天下午发货', '谢谢']);
  line.heal();
}

scene('where a proxy lets no WebSocket through, a stream of events carries the talk', async (scene) => {
  scene.line.refuseSockets();
  await talk(scene, '有没有小包装？', '/im/v1/stream');
});

scene('where streams are held back as well, requests do', async (scene) => {
  scene.line.refuseStreams();
  await talk(scene, '能寄到拉萨吗？', '/im/v1/poll');
});

scene('a network that closes while the page is open costs nothing that is written', async ({ person, shop, line, expect }) => {
  expect(...AWAY);
  const lina = await person();
  const page = await lina.newPage();
  await page.goto(shop.page());
  const chat = await openChat(page);
  await chat.write('在家写的');
  await chat.becomes('在家写的', 'sent', 'delivered');
  line.refuseSockets();
  await chat.write('在公司写的');
  await chat.becomes('在公司写的', 'sent', 'delivered');
  line.heal();
});

scene('the workbench finds another way, too', async ({ person, owner, desk, line, expect }) => {
  expect(...AWAY);
  line.refuseSockets();
  const lina = await openVisitor(desk, owner.key);
  await lina.say('工作台收得到吗？');
  const mei = await person({ as: owner });
  const page = await mei.newPage();
  const inbox = await openInbox(page, `${line.origin}/inbox`);
  await inbox.open('工作台收得到吗');
  await lina.say('第二句');
  await page.locator('.thread-scroll .turn', { hasText: '第二句' }).waitFor();
  await inbox.reply('收得到');
  await lina.hears('收得到');
  line.heal();
});
