/** The workbench as an app: what a browser needs to install it, and what it shows while the desk cannot be reached. */
import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.js';
import { eventually } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openInbox } from './support/workbench.js';

const { scene } = openStage();

scene('the manifest names the shop, and its icons are there in the sizes it says', async ({ person, owner, desk }) => {
  const page = await (await person({ as: owner })).newPage();
  await openInbox(page, desk.links.workbench);
  const manifest = await (await fetch(`${desk.origin}/manifest.webmanifest`)).json();
  assert.equal(manifest.name, '半山茶铺');
  assert.equal(manifest.display, 'standalone');
  for (const { src, sizes } of manifest.icons) {
    const size = await page.evaluate(async (address) => {
      const picture = await createImageBitmap(await (await fetch(address)).blob());
      return `${picture.width}x${picture.height}`;
    }, src);
    assert.equal(size, sizes, src);
  }
  assert.ok(manifest.icons.some((/** @type {any} */ one) => one.purpose === 'maskable'));
  const client = await page.context().newCDPSession(page);
  const { errors } = await client.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
});

scene('without a network the desk’s own page is shown, and with one it goes on where one was going', async ({ person, owner, desk, expect }) => {
  expect(/ERR_INTERNET_DISCONNECTED/, /WebSocket/);
  const mei = await person({ as: owner });
  const page = await mei.newPage();
  await openInbox(page, desk.links.workbench);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await eventually('the worker has the page', () => page.evaluate(async () => Boolean(navigator.serviceWorker.controller) && Boolean(await caches.match('/offline'))));
  await mei.context.setOffline(true);
  await page.goto(desk.links.workbench);
  await page.getByRole('heading', { name: '暂时连不上客服台' }).waitFor();
  await assertAccessible(page, 'the offline page');
  await mei.context.setOffline(false);
  await page.getByRole('link', { name: '重试' }).click().catch(() => {});
  await page.locator('.list-head').waitFor();
});
