/** Pages carry no inline script or style and say so in a policy; what would break it is refused by the browser. */
import assert from 'node:assert/strict';
import { eventually } from './support/eventually.js';
import { openDesk } from './support/desk.js';
import { openShop, strictPolicy } from './support/shop.js';
import { openStage } from './support/stage.js';
import { launcher, openChat } from './support/widget.js';

const { scene } = openStage();

/** @param {string} html */
function inline(html) {
  const found = [];
  for (const [tag] of html.matchAll(/<script\b[^>]*>(?!<\/script>)/gi)) found.push(tag);
  for (const [tag] of html.matchAll(/<style\b|\sstyle=|\son[a-z]+=|javascript:/gi)) found.push(tag);
  return found;
}

scene('no page has anything inline, and each has a policy that would not allow it', async ({ owner, desk }) => {
  const empty = await openDesk();
  try {
    const pages = ['/login', '/inbox', '/inbox/c_x', '/demo', '/docs', `/w/frame?k=${owner.key}`, '/setup?token=spent'].map((place) => desk.origin + place);
    pages.push(/** @type {string} */ (empty.links.setup));
    for (const address of pages) {
      for (const language of ['zh-CN', 'en']) {
        const response = await fetch(address, { headers: { 'accept-language': language, cookie: `${owner.cookie.name}=${owner.cookie.value}` }, redirect: 'manual' });
        if (response.status === 303) continue;
        const html = await response.text();
        assert.match(html, new RegExp(`<html lang="(${language}|zh-CN)"`), address);
        assert.deepEqual(inline(html), [], address);
        const policy = response.headers.get('content-security-policy') ?? '';
        assert.match(policy, /^default-src 'none'; script-src 'self'; style-src 'self';/, address);
        assert.doesNotMatch(policy, /unsafe/, address);
        assert.equal(response.headers.get('x-content-type-options'), 'nosniff', address);
      }
    }
  } finally {
    await empty.end();
  }
});

scene('a list of sites decides where the widget works, and the frame says so itself', async ({ person, keep, expect }) => {
  expect(/status of 403/, /CORS policy/, /net::ERR_FAILED/, /frame-ancestors|violates the following Content Security Policy/);
  const desk = keep(await openDesk());
  const owner = await desk.setUp();
  const shop = keep(await openShop(desk, owner.key));
  const { port } = new URL(shop.page());
  await owner.call('PUT', '/widgets/default/allowed-origins', { allowed_origins: [`http://allowed.localhost:${port}`, `http://*.branch.localhost:${port}`] });
  for (const host of ['allowed.localhost', 'north.branch.localhost']) {
    const page = await (await person()).newPage();
    await page.goto(shop.page({ host }));
    await openChat(page);
  }
  const stranger = await (await person()).newPage();
  await stranger.goto(shop.page({ host: 'other.localhost' }));
  await stranger.waitForFunction(() => typeof (/** @type {any} */ (window).servicedesk) === 'function');
  assert.equal(await launcher(stranger), null);
  // Who frames the conversation by hand gets an empty box.
  await stranger.evaluate((address) => document.body.append(Object.assign(document.createElement('iframe'), { src: address })), `${desk.origin}/w/frame?k=${owner.key}`);
  await eventually('the browser refuses it', () => stranger.frames().some((frame) => frame.url().startsWith('chrome-error:')));
});

scene('under the strictest policy of a shop one missing line keeps the widget away, and nothing else breaks', async ({ person, shop, desk, expect }) => {
  expect(/Content Security Policy/, /Fetch API cannot load/);
  const whole = await strictPolicy(desk.origin);
  for (const missing of ['script-src', 'connect-src']) {
    const page = await (await person()).newPage();
    await page.goto(shop.page({ policy: whole.replace(new RegExp(`${missing} [^;]+;`), '') }));
    assert.equal(await page.locator('h1').innerText(), '购物车');
    assert.equal(await launcher(page), null, missing);
  }
});

scene('the page around finds no way into the conversation', async ({ person, shop }) => {
  const page = await (await person()).newPage();
  await page.goto(shop.page());
  await openChat(page);
  const reached = await page.evaluate(() => ({ root: document.querySelector('servicedesk-widget')?.shadowRoot, frames: window.length }));
  assert.deepEqual(reached, { root: null, frames: 0 });
});
