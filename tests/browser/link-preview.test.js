/**
 * A link in a message becomes a small card under it on both screens, fetched by the desk: neither browser goes to the page itself.
 */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { after, before } from 'node:test';
import { assertAccessible } from './support/axe.js';
import { openStage } from './support/stage.js';
import { openChat } from './support/widget.js';
import { openInbox } from './support/workbench.js';

const { scene } = openStage({ env: { SERVICEDESK_LINK_PREVIEWS__PRIVATE_NETWORKS: 'true' } });
/** @type {import('node:http').Server} */ let site;
let origin = '';
/** Who asked for the page. @type {string[]} */ const asked = [];

before(async () => {
  site = createServer((request, response) => {
    asked.push(String(request.headers['user-agent']));
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<title>x</title><meta property="og:title" content="武夷大红袍"><meta property="og:description" content="岩上采的，足火三道"><meta property="og:site_name" content="半山茶铺">');
  });
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  const address = /** @type {import('node:net').AddressInfo} */ (site.address());
  origin = `http://127.0.0.1:${address.port}`;
});
after(() => site.close());

scene('the card of a link comes up on both sides', async ({ desk, shop, owner, person }) => {
  const lina = await person();
  const page = await lina.newPage();
  await page.goto(shop.page());
  const chat = await openChat(page);
  await chat.write(`这款还有吗 ${origin}/tea。`);
  const card = chat.frame.locator('.link-card');
  await card.getByText('武夷大红袍').waitFor();
  assert.equal(await card.getAttribute('href'), `${origin}/tea`);

  const mei = await person({ as: owner });
  const bench = await openInbox(await mei.newPage(), desk.links.workbench);
  await bench.open('这款还有吗');
  const seen = bench.page.locator('.link-card');
  await seen.getByText('岩上采的，足火三道').waitFor();
  assert.equal(await seen.getAttribute('rel'), 'noopener noreferrer nofollow');
  await assertAccessible(bench.page, 'a link card in the workbench');
  await assertAccessible(/** @type {any} */ (await (await page.$('iframe'))?.contentFrame() ?? page), 'a link card in the widget');
  assert.equal(asked.length, 1, 'asked once, by the desk');
  assert.match(asked[0], /^servicedesk\//);
});
