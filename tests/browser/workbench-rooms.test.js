/** One document for every page of the workbench: what somebody was doing goes on while another page is seen, and addresses work as ever. */
import assert from 'node:assert/strict';
import { eventually } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { openInbox } from './support/workbench.js';

const { scene } = openStage();

/** Sessions of a page's sockets, as the desk names them. @param {import('playwright-core').Page} page */
function sessionsOf(page) {
  /** @type {string[]} */ const sessions = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const frame = JSON.parse(String(payload));
      if (frame.type === 'welcome') sessions.push(frame.session_id);
    }),
  );
  return sessions;
}

/** @param {import('playwright-core').Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName);
/** The document is the one that was marked. @param {import('playwright-core').Page} page */
const same = (page) => page.evaluate(() => Reflect.get(window, 'marked') === true);
/** @param {import('playwright-core').Page} page */
const mark = (page) => page.evaluate(() => void Reflect.set(window, 'marked', true));
/** @param {import('playwright-core').Page} page @param {string} href */
const rail = (page, href) => page.locator(`.rail-item[href^="${href}"]`).first();

scene('to the settings and back: link, draft, scroll and what is open stay, and news go on', async ({ person, owner, desk }) => {
  /** @type {Awaited<ReturnType<typeof openVisitor>>[]} */ const visitors = [];
  for (let i = 0; i < 14; i++) {
    const visitor = await openVisitor(desk, owner.key);
    await visitor.say(`第${i}位`);
    visitors.push(visitor);
  }
  const page = await (await person({ as: owner })).newPage();
  const sessions = sessionsOf(page);
  const mine = await openInbox(page, desk.links.workbench);
  await mine.open('第0位');
  await mine.composer.fill('写到一半');
  await eventually('the list is long', async () => (await page.locator('.row').count()) >= 12);
  const list = page.locator('.list-scroll');
  await list.evaluate((scroller) => scroller.scrollTo(0, 200));
  await mark(page);
  const address = page.url();

  await rail(page, '/settings').click();
  await page.locator('#page-title').waitFor();
  assert.match(page.url(), /\/settings$/);
  assert.equal(await focused(page), 'page-title');
  assert.equal(await page.locator('#inbox').getAttribute('inert'), '');
  await eventually('the title is the page’s', async () => /网站聊天 · 设置/.test(await page.title()));

  const before = Number(/^\((\d+)\)/.exec(await page.title())?.[1]);
  const late = await openVisitor(desk, owner.key);
  await late.say('刚来的');
  await eventually('the number goes on', async () => Number(/^\((\d+)\)/.exec(await page.title())?.[1]) === before + 1);
  // Nobody looks at the open conversation: what is said there stays unread.
  await visitors[0].say('您在吗');
  await eventually('it is unread', async () => (await owner.call('GET', `/conversations/${visitors[0].conversation}`)).unread > 0);

  await rail(page, '/inbox').click();
  await mine.composer.waitFor();
  assert.equal(page.url(), address);
  assert.equal(await mine.composer.inputValue(), '写到一半');
  assert.equal(await list.evaluate((scroller) => scroller.scrollTop), 200);
  await mine.hears('您在吗');
  await eventually('it is read', async () => (await owner.call('GET', `/conversations/${visitors[0].conversation}`)).unread === 0);
  await mine.reply('在的');
  await mine.becomes('在的', 'sent');
  assert.ok(await same(page), 'no document was loaded');
  assert.equal(new Set(sessions).size, 1, `one link: ${sessions}`);
  for (const one of [...visitors, late]) one.leave();
});

scene('addresses: deep links, Back and Forward, what is not there', async ({ person, owner, desk, expect }) => {
  expect(/404/);
  const page = await (await person({ as: owner })).newPage();
  for (const [path, heading] of [['/settings/labels', '标签'], ['/settings/team', '成员与权限'], ['/settings/widget#site', '网站聊天']]) {
    await page.goto(desk.origin + path);
    await page.locator('#page-title', { hasText: heading }).waitFor();
  }
  assert.equal(await page.locator('#tab-site').getAttribute('aria-selected'), 'true');
  await page.goto(`${desk.origin}/settings/labels`);
  await page.locator('#page-title', { hasText: '标签' }).waitFor();
  await mark(page);
  await page.locator('.pages-link[href="/settings/canned"]').click();
  await page.locator('#page-title', { hasText: '常用语' }).waitFor();
  assert.equal(await focused(page), 'page-title');
  await rail(page, '/inbox').click();
  await page.locator('.list-head').waitFor();
  assert.equal(await focused(page), 'H1');
  await page.goBack();
  await page.locator('#page-title', { hasText: '常用语' }).waitFor();
  await eventually('the focus is where it was', async () => (await page.evaluate(() => document.activeElement?.getAttribute('href'))) === '/inbox' || (await focused(page)) === 'page-title');
  await page.goBack();
  await page.locator('#page-title', { hasText: '标签' }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/settings/labels');
  await page.goForward();
  await page.locator('#page-title', { hasText: '常用语' }).waitFor();
  assert.match(await page.title(), /常用语 · 设置/);
  assert.ok(await same(page), 'no document was loaded');
  for (const path of ['/settings/nothing', '/settings/labels/x', '/nowhere']) assert.equal((await page.goto(desk.origin + path))?.status(), 404, path);
});

scene('what was not saved is asked for before another page is shown, by a link and by Back', async ({ person, owner, desk }) => {
  const page = await (await person({ as: owner })).newPage();
  await page.goto(`${desk.origin}/settings/labels`);
  await page.locator('.pages-link[href="/settings/shop"]').click();
  const name = page.locator('#set-name, [id$="name"]').first();
  await name.waitFor();
  await name.fill('另一个名字');
  await page.locator('.page-bar[data-changes="1"]').waitFor();
  const dialog = page.getByRole('dialog');
  await rail(page, '/inbox').click();
  await dialog.getByRole('button').first().click();
  await dialog.waitFor({ state: 'detached' });
  assert.equal(new URL(page.url()).pathname, '/settings/shop');
  await page.goBack();
  await dialog.waitFor();
  assert.equal(new URL(page.url()).pathname, '/settings/shop');
  await dialog.getByRole('button').last().click();
  await page.locator('#page-title', { hasText: '标签' }).waitFor();
  await page.locator('.pages-link[href="/settings/shop"]').click();
  await eventually('it is as it was saved', async () => (await name.inputValue()) === '半山茶铺');
});
