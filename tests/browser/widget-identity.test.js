/** Who the visitor is: proven by the shop's server, only said, or forged; and what the agent sees of it. */
import assert from 'node:assert/strict';
import { eventually } from './support/eventually.js';
import { makeHash, makeJwt } from './support/identity.js';
import { openStage } from './support/stage.js';
import { callWidget, openChat } from './support/widget.js';
import { openInbox } from './support/workbench.js';

const { stage, scene } = openStage();
const secret = () => stage.desk.command(['widget', 'secret', 'default']);

/** The newest conversation. */
const newest = async () => (await stage.owner.call('GET', '/conversations?view=all&sort=newest&limit=1')).items[0];

scene('a JWT proves a visitor, their anonymous words become their own, and the agent sees the mark', async ({ person, shop, owner, desk }) => {
  const lina = await person();
  const page = await lina.newPage();
  const address = shop.page();
  await page.goto(address);
  const chat = await openChat(page);
  await chat.write('还没登录时问的');
  await chat.becomes('还没登录时问的', 'sent', 'delivered');
  const token = makeJwt(await secret(), { sub: 'user-1042', name: '李娜', email: 'lina@163.com' });
  const result = await callWidget(page, 'identify', null, token);
  assert.equal(result.verified, true);
  await eventually('the words stay', async () => String(await chat.said()) === '> 还没登录时问的');
  await chat.write('登录以后问的');
  await chat.becomes('登录以后问的', 'sent', 'delivered', 'read');

  const mei = await person({ as: owner });
  const bench = await openInbox(await mei.newPage(), desk.links.workbench);
  await bench.open('李娜');
  await bench.hears('还没登录时问的');
  await bench.page.locator('.thread-head').getByRole('img', { name: '已验证' }).waitFor();
  await bench.page.locator('.details').getByText('lina@163.com').waitFor();

  // On the next page the proof is wanted again; with it they find their conversation.
  await page.goto(address);
  await callWidget(page, 'identify', null, token);
  await callWidget(page, 'open');
  const again = await openChat(page, { press: false });
  await eventually('everything is there', async () => String(await again.said()) === '> 还没登录时问的,> 登录以后问的');
});

scene('without its proof a verified conversation stays closed', async ({ person, shop, expect }) => {
  expect(/status of 401/);
  const lina = await person();
  const page = await lina.newPage();
  const address = shop.page();
  await page.goto(address);
  await callWidget(page, 'identify', null, makeJwt(await secret(), { sub: 'user-7', name: '何雯' }));
  const chat = await openChat(page);
  await chat.write('只给我自己看');
  await chat.becomes('只给我自己看', 'sent', 'delivered');
  await page.goto(address);
  const stranger = await openChat(page);
  await stranger.frame.locator('.greeting').waitFor();
  assert.deepEqual(await stranger.said(), []);
});

scene('an HMAC of the id proves as much; what is said beside it is taken as said', async ({ person, shop }) => {
  const page = await (await person()).newPage();
  await page.goto(shop.page());
  const chat = await openChat(page);
  const user = { id: 'user-2', name: '赵敏', email: 'zhao@example.com', hash: makeHash(await secret(), 'user-2') };
  assert.equal((await callWidget(page, 'identify', user)).verified, true);
  await chat.write('开公司发票需要提供什么信息？');
  await chat.becomes('开公司发票需要提供什么信息？', 'sent', 'delivered');
  const row = await newest();
  assert.deepEqual([row.contact.name, row.contact.verified], ['赵敏', true]);
});

scene('a forged proof is refused and the conversation goes on as it was', async ({ person, shop, expect }) => {
  expect(/status of 401/);
  const page = await (await person()).newPage();
  await page.goto(shop.page());
  const chat = await openChat(page);
  await chat.write('我是匿名的');
  await chat.becomes('我是匿名的', 'sent', 'delivered');
  const reported = page.evaluate(() => new Promise((resolve) => addEventListener('servicedesk:error', (event) => resolve(/** @type {CustomEvent} */ (event).detail))));
  await assert.rejects(callWidget(page, 'identify', null, makeJwt('not the secret', { sub: 'user-1042' })), /invalid_identity/);
  await assert.rejects(callWidget(page, 'identify', { id: 'user-1042', hash: 'f'.repeat(64) }), /invalid_identity/);
  assert.deepEqual(await reported, { code: 'invalid_identity' });
  await chat.write('还是我');
  await chat.becomes('还是我', 'sent', 'delivered');
  assert.deepEqual(await chat.said(), ['> 我是匿名的', '> 还是我']);
  const row = await newest();
  assert.deepEqual([row.contact.name, row.contact.verified], [null, false]);
});

scene('a name that is only said is shown as unverified', async ({ person, shop, owner, desk }) => {
  const page = await (await person()).newPage();
  await page.goto(shop.page());
  // Nothing is open yet: it is told to the desk with the first opening.
  await callWidget(page, 'identify', { name: 'Bob Stone', email: 'bob@example.com' });
  const identified = page.evaluate(() => new Promise((resolve) => addEventListener('servicedesk:identified', (event) => resolve(/** @type {CustomEvent} */ (event).detail))));
  const chat = await openChat(page);
  assert.equal((await identified).verified, false);
  await chat.write('Where is order 0987?');
  await chat.becomes('Where is order 0987?', 'sent', 'delivered');
  const bench = await openInbox(await (await person({ as: owner })).newPage(), desk.links.workbench);
  await bench.open('Bob Stone');
  await bench.page.locator('.details').getByText('未验证').waitFor();
  assert.equal(await bench.page.locator('.thread-head').getByRole('img', { name: '已验证' }).count(), 0);
});
