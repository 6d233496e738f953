/** What a visitor writes arrives once, in order, whatever the network and the tabs do. */
import assert from 'node:assert/strict';
import { eventually } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { callWidget, frameOf, openChat } from './support/widget.js';

const { stage, scene } = openStage({ line: true });

/** What browsers report about a line that is away. */
const AWAY = [/net::ERR_/, /WebSocket connection to/];

/** Texts of the visitors' messages of the newest conversation that holds `text`, as the desk stored them. @param {string} text */
async function stored(text) {
  const { items } = await stage.owner.call('GET', '/conversations?view=all&sort=newest');
  for (const { id } of items) {
    const entries = (await stage.owner.call('GET', `/conversations/${id}/entries?limit=200`)).items;
    const texts = entries.filter((/** @type {any} */ one) => one.type === 'message').map((/** @type {any} */ one) => one.content.text);
    if (texts.includes(text)) return { id, texts, sequences: entries.map((/** @type {any} */ one) => one.sequence) };
  }
  return null;
}

scene('two tabs show one conversation, and what is read in one is read in both', async ({ person, owner, shop }) => {
  const lina = await person();
  const address = shop.page();
  const [one, two] = [await lina.newPage(), await lina.newPage()];
  await one.goto(address);
  const first = await openChat(one);
  await first.write('第一页写的');
  await first.becomes('第一页写的', 'sent', 'delivered');
  await two.goto(address);
  const second = await openChat(two);
  await eventually('the second tab has it', async () => String(await second.said()) === '> 第一页写的');
  await second.write('第二页写的');
  await eventually('so does the first', async () => String(await first.said()) === '> 第一页写的,> 第二页写的');

  await callWidget(two, 'close');
  await callWidget(one, 'close');
  const { id } = /** @type {any} */ (await stored('第一页写的'));
  await owner.call('POST', `/conversations/${id}/messages`, { client_message_id: crypto.randomUUID(), content: { kind: 'text', text: '两页都看得到' } });
  for (const page of [one, two]) await eventually('both count it', async () => (await callWidget(page, 'unread')) === 1);
  await callWidget(one, 'open');
  for (const page of [one, two]) await eventually('read in one is read in both', async () => (await callWidget(page, 'unread')) === 0);
});

/** @param {import('./support/stage.js').Scene} scene @param {string} host of the shop */
async function writeWhileAway({ person, shop, line, expect }, host) {
  expect(...AWAY);
  const lina = await person();
  const page = await lina.newPage();
  await page.goto(shop.page({ host }));
  const chat = await openChat(page);
  const first = `在吗，我在 ${host}`;
  await chat.write(first);
  await chat.becomes(first, 'sent', 'delivered');

  line.refuseLinks();
  for (const text of ['那寄到杭州吧', '杭州市西湖区龙井路 1 号']) await chat.write(text);
  await chat.becomes('杭州市西湖区龙井路 1 号', 'sending');
  await chat.frame.getByText('正在重连').waitFor();
  assert.match(await chat.frame.locator('.turn.mine').last().innerText(), /等待网络恢复，2 条消息/);

  await page.reload();
  await callWidget(page, 'open');
  const again = await openChat(page, { press: false });
  await again.becomes('那寄到杭州吧', 'sending');
  await again.becomes('杭州市西湖区龙井路 1 号', 'sending');

  line.heal();
  await again.frame.evaluate(() => dispatchEvent(new Event('online')));
  await again.becomes('杭州市西湖区龙井路 1 号', 'sent', 'delivered');
  assert.deepEqual(await again.said(), [`> ${first}`, '> 那寄到杭州吧', '> 杭州市西湖区龙井路 1 号']);
  const { texts, sequences } = /** @type {any} */ (await stored(first));
  assert.deepEqual(texts, [first, '那寄到杭州吧', '杭州市西湖区龙井路 1 号']);
  assert.deepEqual(sequences, [1, 2, 3]);
}

const AWAY_AND_BACK = 'words written while the link is away outlive a reload and are sent once, in order';
// A private window gives a frame of another site no storage: the loader keeps the outbox.
scene(`${AWAY_AND_BACK}, kept by the shop's page`, (on) => writeWhileAway(on, 'shop.localhost'));
// Another port is another origin, but the same site: the frame has a database of its own.
scene(`${AWAY_AND_BACK}, kept by the frame itself`, (on) => writeWhileAway(on, '127.0.0.1'));

scene('a page that was closed while offline sends at the next visit, before anybody opens the chat', async ({ person, shop, line, expect }) => {
  expect(...AWAY);
  const bob = await person({ locale: 'en' });
  const page = await bob.newPage();
  const address = shop.page();
  await page.goto(address);
  const chat = await openChat(page);
  await chat.write('Is the tin still on its way?');
  await chat.becomes('Is the tin still on its way?', 'sent', 'delivered');
  await bob.context.setOffline(true);
  line.cut();
  await chat.write('It is order 0987.');
  await chat.becomes('It is order 0987.', 'sending');
  await page.close();

  line.heal();
  await bob.context.setOffline(false);
  const next = await bob.newPage();
  await next.goto(address);
  await eventually('it is sent', async () => (await stored('Is the tin still on its way?'))?.texts.includes('It is order 0987.'));
  await frameOf(next);
  await callWidget(next, 'open');
  const again = await openChat(next, { press: false });
  await again.becomes('It is order 0987.', 'sent', 'delivered');
  const both = ['> Is the tin still on its way?', '> It is order 0987.'];
  await eventually('and shown after what was said before', async () => String(await again.said()) === String(both));
});

scene('a link that breaks while both write loses and doubles nothing', async ({ person, shop, line, owner, expect }) => {
  expect(...AWAY);
  const lina = await person();
  const page = await lina.newPage();
  await page.goto(shop.page());
  const chat = await openChat(page);
  await chat.write('第 0 句');
  await chat.becomes('第 0 句', 'sent', 'delivered');
  const { id } = /** @type {any} */ (await stored('第 0 句'));
  for (let i = 1; i <= 12; i += 1) {
    await chat.box.fill(`第 ${i} 句`);
    await chat.box.press('Enter');
    await owner.call('POST', `/conversations/${id}/messages`, { client_message_id: `answer-${id}-${i}`, content: { kind: 'text', text: `答 ${i}` } });
    // Cut with the words on their way, as often as not before their answer is back.
    if (i % 3 === 0) {
      line.cut();
      line.heal();
      await chat.frame.evaluate(() => dispatchEvent(new Event('online')));
    }
  }
  await chat.becomes('第 12 句', 'sent', 'delivered');
  await chat.hears('答 12');
  const { texts, sequences } = /** @type {any} */ (await stored('第 0 句'));
  const own = texts.filter((/** @type {string} */ text) => text.startsWith('第'));
  assert.deepEqual(own, Array.from({ length: 13 }, (_, i) => `第 ${i} 句`));
  assert.deepEqual(sequences, sequences.map((/** @type {number} */ _, /** @type {number} */ i) => i + 1));
  const shown = texts.map((/** @type {string} */ text) => (text.startsWith('第') ? `> ${text}` : `< ${text}`));
  await eventually('the page shows what is stored', async () => String(await chat.said()) === String(shown));
});

scene('where storage is blocked the conversation lives as long as the page', async ({ person, shop }) => {
  const lina = await person();
  await lina.context.addInitScript(() => {
    const blocked = { get: () => { throw new DOMException('blocked', 'SecurityError'); } };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, blocked);
  });
  const page = await lina.newPage();
  await page.goto(shop.page());
  const chat = await openChat(page);
  await chat.write('我的浏览器什么都不让存');
  await chat.becomes('我的浏览器什么都不让存', 'sent', 'delivered');
  await callWidget(page, 'close');
  await callWidget(page, 'open');
  assert.deepEqual(await chat.said(), ['> 我的浏览器什么都不让存']);
});
