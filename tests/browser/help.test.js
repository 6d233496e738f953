/** Help pages: read, searched and printed without a script, on a phone and a wide screen, as search engines want them; and the way to a person. */
import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.js';
import { DESKTOP, PHONE } from './support/browser.js';
import { eventually } from './support/eventually.js';
import { openStage } from './support/stage.js';

const { scene } = openStage();

const TABLET = { width: 768, height: 1024 };
const RETURNS = { question: '怎么退货？', answer: '签收后 **30 天内**可以退货：\n1. 在订单里点“退货”\n2. 打印 *面单*\n3. 寄回 `3 号仓`\n\n详见 [退货政策](https://example.com/returns)。' };

/** @type {Promise<any>|undefined} */ let once;
/** @param {any} owner */
const written = (owner) => (once ??= write(owner));

/** @param {any} owner */
async function write(owner) {
  const back = await owner.call('POST', '/faq', { state: 'published', category: '售后', texts: { 'zh-CN': RETURNS, en: { question: 'How do I return something?', answer: 'Within **30 days**.' } } });
  await owner.call('POST', '/faq', { state: 'published', category: '物流', links: [back.id], texts: { 'zh-CN': { question: '多久到货？', answer: '三天左右。', buttons: [{ id: 'track', label: '查物流', url: 'https://example.com/track' }] } } });
  await owner.call('PUT', '/bot', { help: { enabled: true, title: { 'zh-CN': '半山茶铺帮助中心', en: 'Tea help' } } });
  return back;
}

/** What search engines look at, as Lighthouse's category SEO does. @param {import('playwright-core').Page} page @param {string} origin @param {boolean} found by search engines */
async function assertFindable(page, origin, found = true) {
  const seen = await page.evaluate(() => {
    /** @param {string} query */
    const attribute = (query, /** @type {string} */ name) => document.querySelector(query)?.getAttribute(name) ?? '';
    const texts = [...document.querySelectorAll('body *')].filter((one) => one instanceof HTMLElement && one.offsetParent && [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()));
    return {
      title: document.title,
      description: attribute('meta[name=description]', 'content'),
      lang: document.documentElement.lang,
      viewport: attribute('meta[name=viewport]', 'content'),
      canonical: attribute('link[rel=canonical]', 'href'),
      robots: attribute('meta[name=robots]', 'content'),
      alternates: [...document.querySelectorAll('link[hreflang]')].map((one) => [one.getAttribute('hreflang'), one.getAttribute('href')]),
      links: [...document.querySelectorAll('a')].map((one) => [one.getAttribute('href') ?? '', one.textContent?.trim() ?? '']),
      unnamed: [...document.querySelectorAll('img:not([alt])')].length,
      small: texts.filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 12).map((one) => one.className),
      targets: [...document.querySelectorAll('a, button, input')]
        .filter((one) => !one.closest('p, .help-skip') && one.className !== 'help-skip')
        .map((one) => ({ of: one.className || one.textContent, height: one.getBoundingClientRect().height }))
        .filter(({ height }) => height < 24),
      wide: document.documentElement.scrollWidth - innerWidth,
    };
  });
  assert.ok(seen.title && seen.description && seen.viewport.includes('width=device-width'), JSON.stringify(seen));
  assert.ok(['zh-CN', 'en'].includes(seen.lang));
  assert.ok(seen.canonical.startsWith(`${origin}/help/${seen.lang}`), seen.canonical);
  assert.equal(seen.robots, found ? '' : 'noindex');
  assert.ok(seen.alternates.some(([tag]) => tag === seen.lang) && seen.alternates.every(([tag, href]) => /^(zh-CN|en|x-default)$/.test(tag ?? '') && href?.startsWith(origin)));
  assert.ok(seen.links.every(([href, words]) => words && /^(\/|https?:|#)/.test(href)), JSON.stringify(seen.links));
  assert.deepEqual([seen.unnamed, seen.small, seen.targets, Math.max(0, seen.wide)], [0, [], [], 0]);
}

scene('under a policy that runs no script everything is found, read and searched', async ({ person, owner, desk }) => {
  const back = await written(owner);
  for (const [name, screen] of /** @type {[string, {width:number, height:number}][]} */ ([['phone', PHONE], ['tablet', TABLET], ['desktop', DESKTOP]])) {
    const { context } = await person({ screen, phone: name === 'phone' });
    const page = await context.newPage();
    const answer = await page.goto(`${desk.origin}/help`);
    assert.equal(answer?.status(), 200);
    assert.equal(new URL(page.url()).pathname, '/help/zh-CN');
    assert.match(answer?.headers()['content-security-policy'] ?? '', /script-src 'none'/);
    await assertFindable(page, desk.origin);
    await assertAccessible(page, `help, ${name}`);
    await page.screenshot({ path: `tests/browser/out/help-home-${name}.png` });
    await page.getByRole('link', { name: RETURNS.question }).click();
    await page.waitForURL(`**/help/zh-CN/${back.id}-*`);
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), RETURNS.question);
    assert.equal(await page.locator('.help-answer ol > li').count(), 3);
    await assertFindable(page, desk.origin);
    await assertAccessible(page, `an article, ${name}`);
    await page.screenshot({ path: `tests/browser/out/help-article-${name}.png` });
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'How do I return something?' }).waitFor();
    await page.goto(`${desk.origin}/help/zh-CN`);
    await eventually('the index has it', async () => {
      await page.getByRole('searchbox').fill('退货');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search?q=*');
      return (await page.getByRole('link', { name: RETURNS.question }).count()) === 1;
    });
    await assertFindable(page, desk.origin, false);
    await assertAccessible(page, `what was found, ${name}`);
    await page.screenshot({ path: `tests/browser/out/help-search-${name}.png` });
  }
});

scene('keys lead over the page, and paper shows the answer alone', async ({ person, owner, desk, expect }) => {
  const back = await written(owner);
  const page = await (await person({ theme: 'dark' })).newPage();
  await page.goto(`${desk.origin}/help/zh-CN/${back.id}`);
  await page.screenshot({ path: 'tests/browser/out/help-article-dark.png' });
  await page.keyboard.press('Tab');
  await page.getByRole('link', { name: '跳到正文' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.getByRole('link', { name: '全部问题' }).and(page.locator(':focus')).waitFor();
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.help-ask', '.help-language', '.help-path']) assert.equal(await page.locator(gone).isVisible(), false, gone);
  assert.ok(await page.locator('.help-answer').isVisible());
  await page.screenshot({ path: 'tests/browser/out/help-print.png' });
  await page.emulateMedia({ media: 'screen' });
  expect(/404/);
  const lost = await page.goto(`${desk.origin}/help/zh-CN/faq_0000000000000`);
  assert.equal(lost?.status(), 404);
  await assertAccessible(page, 'no such page');
  await page.getByRole('link', { name: '全部问题' }).click();
  await page.waitForURL('**/help/zh-CN');
});

scene('a person is two presses away', async ({ person, owner, desk }) => {
  await written(owner);
  const page = await (await person()).newPage();
  await page.goto(`${desk.origin}/help/zh-CN`);
  await page.getByRole('link', { name: '联系人工客服' }).click();
  await page.waitForURL('**/ask');
  const frame = await eventually('the chat opens by itself', async () => page.frames().find((one) => one.url().includes('/w/frame')));
  await frame.getByRole('textbox').first().waitFor();
  await assertAccessible(page, 'the way to a person');
  await page.screenshot({ path: 'tests/browser/out/help-ask.png' });
});
