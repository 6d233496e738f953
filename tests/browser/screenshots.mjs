/**
 * Pictures of the finished pages, to be looked at by a person: widget and workbench in both languages and themes, on a desk and
 * on a phone, with one story staged through the real interfaces. Not a test.
 *
 *   node tests/browser/screenshots.mjs FOLDER [zh-CN|en] [light|dark]
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { openBrowser } from './support/browser.js';
import { stageStory, storyOf } from './support/cast.js';
import { OWNER, openDesk } from './support/desk.js';
import { openShop } from './support/shop.js';
import { callWidget, frameOf, openChat } from './support/widget.js';
import { openInbox } from './support/workbench.js';

const [folder, onlyLocale, onlyTheme] = process.argv.slice(2);
if (!folder) throw new Error('usage: screenshots.mjs FOLDER [zh-CN|en] [light|dark]');
await mkdir(folder, { recursive: true });

/** Minutes that people of the story have been waiting: the desk knows only the seconds since it was staged. */
const WAITED = { siyuan: 12, bob: 6, lina: 4, nobody: 3, zhao: 2, liu: 1, wen: 0, yue: 55, zhou: 1500, emma: 1700 };

/** Moves the times of a row back. @param {any} story @param {any} row */
function aged(story, row) {
  const who = Object.keys(WAITED).find((key) => (Array.isArray(story[key]) ? story[key][0] : null) === row.contact?.name) ?? 'nobody';
  const earlier = (/** @type {string|null} */ at) => at && new Date(Date.parse(at) - /** @type {any} */ (WAITED)[who] * 60_000).toISOString();
  Object.assign(row, { waiting_since: earlier(row.waiting_since), updated_at: earlier(row.updated_at) });
}

/** The list looks like a working morning, however its rows come. @param {any} story @param {import('playwright-core').BrowserContext} context */
async function age(story, context) {
  await context.route(/\/api\/v1\/conversations(\/c_\w+)?(\?|$)/, async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    const response = await route.fetch();
    const body = await response.json();
    for (const row of body.items ?? [body]) aged(story, row);
    return route.fulfill({ response, json: body });
  });
  await context.routeWebSocket(/\/im\/v1\/socket/, (page) => {
    const desk = page.connectToServer();
    desk.onMessage((text) => {
      const frame = JSON.parse(String(text));
      if (frame.type === 'rows') for (const row of frame.items) aged(story, row);
      if (frame.type === 'row' && frame.row) aged(story, frame.row);
      page.send(JSON.stringify(frame));
    });
  });
}

/** @param {'zh-CN'|'en'} locale @param {'light'|'dark'} theme */
async function take(locale, theme) {
  const browser = await openBrowser();
  const story = storyOf(locale);
  const desk = await openDesk();
  const look = `${locale.slice(0, 2)}-${theme}`;
  /** @param {import('playwright-core').Page} page @param {string} name @param {object} [how] */
  const shot = (page, name, how) => page.screenshot({ path: path.join(folder, `${name}-${look}.png`), animations: 'disabled', ...how });
  const sizes = /** @type {const} */ ([
    ['1440', { scale: 1 }],
    ['360', { phone: true, scale: 2 }],
  ]);

  // First run.
  for (const [width, how] of sizes) {
    const page = await (await browser.person({ locale, theme, ...how })).newPage();
    await page.goto(String(desk.links.setup));
    await shot(page, `setup-1-empty-${width}`);
    await page.locator('#name').fill(story.owner);
    await page.locator('#email').fill(OWNER.email);
    await page.locator('#password').fill(OWNER.password);
    await shot(page, `setup-1-${width}`);
    await page.locator('[data-step-form="1"] [type="submit"]').click();
    await page.locator('#shop').fill(story.shop);
    await shot(page, `setup-2-${width}`);
    if (width === '1440') continue;
    await page.locator('[data-step-form="2"] [type="submit"]').click();
    await page.getByText('data-key').waitFor();
    await shot(page, `setup-3-waiting-${width}`);
    await page.setViewportSize({ width: 1440, height: 900 });
    await shot(page, `setup-3-waiting-1440`, {});
  }
  const owner = await desk.signIn(OWNER);
  await owner.call('PATCH', '/me', { theme, locale });
  const key = (await owner.call('GET', '/me')).widget.key;
  for (const [width, how] of sizes) {
    const bench = await openInbox(await (await browser.person({ locale, as: owner, ...how })).newPage(), desk.links.workbench);
    await bench.page.locator(width === '360' ? '.lone-head' : '.empty img').waitFor();
    await shot(bench.page, `inbox-empty-${width}`);
    const guest = await (await browser.person({ locale, theme, ...how })).newPage();
    await guest.goto(`${desk.origin}/login`);
    await shot(guest, `login-${width}`);
    await guest.goto(`${desk.origin}/setup?token=spent`);
    await shot(guest, `setup-used-${width}`);
    await guest.goto(`${desk.origin}/docs`);
    await shot(guest, `docs-${width}`);
  }

  // The story.
  const shop = await openShop(desk, key);
  const staged = Object.assign(owner, { key });
  const { people, colleague } = await stageStory(desk, staged, locale);
  for (const [width, how] of sizes) {
    const mei = await browser.person({ locale, as: owner, ...how });
    await age(story, mei.context);
    const bench = await openInbox(await mei.newPage(), desk.links.workbench);
    await bench.row(story.wen[0]).waitFor();
    await bench.open(story.bob[0]);
    await bench.composer.fill(story.draft);
    await shot(bench.page, `inbox-bob-${width}`);
    if (width === '360') await bench.page.locator('.thread-head .icon-button').first().tap();
    people.nobody.typing();
    await shot(bench.page, `inbox-list-${width}`);
    if (width === '1440') await people.lina.say(story.lina[2]);
    await bench.open(story.lina[0]);
    await bench.hears(story.lina[2]);
    const second = width === '1440' ? await openInbox(await (await browser.person({ locale, as: colleague })).newPage(), `${desk.origin}/inbox/${people.lina.conversation}`) : null;
    if (second) {
      await second.composer.waitFor();
      await second.composer.pressSequentially('…');
      await bench.page.locator('.company').waitFor();
    }
    people.lina.typing();
    await bench.page.locator('.bubble-dots').waitFor();
    await bench.composer.fill(story.reply);
    await bench.page.locator('.composer-hint:not(:empty)').waitFor({ state: 'attached' });
    await shot(bench.page, `inbox-thread-${width}`);
    if (width === '360') {
      await bench.composer.fill('');
      await bench.page.locator('#details-toggle').tap();
      await bench.page.locator('.earlier').waitFor();
      await shot(bench.page, `inbox-details-${width}`);
      await bench.page.locator('.details .icon-button:not(.edit-button)').tap();
      await bench.page.locator('.composer-switch').tap();
      await bench.composer.fill(story.note);
      await shot(bench.page, `inbox-note-${width}`);
      await bench.composer.fill('');
      await bench.page.locator('.thread-head .icon-button').first().tap();
      await bench.page.locator('.rail-me').tap();
      await bench.page.getByRole('menu').waitFor();
      await shot(bench.page, `inbox-me-${width}`);
      continue;
    }
    await bench.page.locator('#tab-note').click();
    await bench.composer.fill(story.note);
    await shot(bench.page, `inbox-note-${width}`);
    await bench.composer.fill('');
    await bench.page.locator('#tab-reply').click();
    await bench.composer.fill('');
    await bench.page.locator('#assign').click();
    await shot(bench.page, `inbox-assign-${width}`);
    await bench.page.keyboard.press('Escape');
    await bench.page.locator('.rail-me').click();
    await shot(bench.page, `inbox-me-${width}`);
    await bench.page.keyboard.press('Escape');
    await bench.page.locator('.title-button').click();
    await shot(bench.page, `inbox-views-${width}`);
    await bench.page.keyboard.press('Escape');
    await bench.page.locator('.thread-scroll').focus();
    await bench.page.keyboard.press('?');
    await bench.page.locator('dialog[open]').waitFor();
    await shot(bench.page, `inbox-keys-${width}`);
    await bench.page.keyboard.press('Escape');
    await bench.page.setViewportSize({ width: 1024, height: 768 });
    await bench.page.locator('#details-toggle').click();
    await bench.page.locator('.details .panel').first().waitFor();
    await shot(bench.page, 'inbox-drawer-1024');
    await bench.page.keyboard.press('Escape');
    await bench.page.setViewportSize({ width: 1440, height: 900 });
    await bench.page.locator('.thread-scroll').focus();
    await bench.page.keyboard.press('e');
    await bench.page.locator('.toast').waitFor();
    await shot(bench.page, `inbox-closed-${width}`);
    await bench.page.keyboard.press('e');
    await bench.page.keyboard.press('Escape');
    await shot(bench.page, `inbox-choose-${width}`);
    await bench.open(story.bob[0]);
    await bench.page.locator('.thread-scroll').focus();
    for (const key of ['x', 'j', 'x', 'j', 'x']) await bench.page.keyboard.press(key);
    await bench.page.locator('.bulk').waitFor();
    await shot(bench.page, `inbox-bulk-${width}`);
    await bench.page.keyboard.press('Escape');
    await bench.page.keyboard.press('Control+k');
    await bench.page.getByRole('dialog').waitFor();
    await shot(bench.page, `inbox-palette-${width}`);
  }

  // The settings.
  for (const [width, how] of sizes) {
    const page = await (await browser.person({ locale, as: owner, ...how })).newPage();
    await page.goto(`${desk.origin}/settings/widget`);
    await page.locator('nav a[href^="/settings/"]').first().waitFor({ state: 'attached' });
    const places = await page.locator('nav a[href^="/settings/"]').evaluateAll((all) => [...new Set(all.map((one) => /** @type {HTMLAnchorElement} */ (one).pathname))]);
    for (const place of places) {
      await page.goto(desk.origin + place, { waitUntil: 'networkidle' });
      await shot(page, `${place.slice(1).replaceAll('/', '-')}-${width}`);
    }
  }

  // The visitor's side.
  for (const [width, how] of sizes) {
    const lina = await browser.person({ locale, theme, ...how });
    const page = await lina.newPage();
    await page.goto(`${desk.origin}/demo`);
    await page.waitForFunction(() => 'servicedesk' in window);
    await callWidget(page, 'hideLauncher');
    await callWidget(page, 'showLauncher');
    await shot(page, `demo-${width}`, width === '1440' ? { fullPage: true } : { fullPage: true });
    const chat = await openChat(page);
    await chat.frame.locator('.state:not(:empty)').waitFor();
    await shot(page, `widget-greeting-${width}`);
    await chat.write(story.lina[1]);
    await chat.becomes(story.lina[1], 'sent', 'delivered');
    const { items } = await owner.call('GET', '/conversations?view=open&sort=newest&limit=1');
    const at = `/conversations/${items[0].id}`;
    const says = (/** @type {string} */ text) => owner.call('POST', `${at}/messages`, { client_message_id: crypto.randomUUID(), content: { kind: 'text', text } });
    await owner.call('POST', `${at}/assign`, { agent_id: owner.agent.id });
    await says(story.answer);
    await chat.hears(story.answer);
    await chat.write(story.lina[2]);
    const reader = await openInbox(await (await browser.person({ locale, as: owner })).newPage(), `${desk.origin}/inbox/${items[0].id}`);
    await reader.hears(story.lina[2]);
    await chat.becomes(story.lina[2], 'read');
    await reader.composer.pressSequentially('…');
    await chat.frame.locator('.turn.typing').waitFor();
    await shot(page, `widget-talk-${width}`);
    await reader.composer.fill('');
    await reader.page.close();
    await chat.box.fill(`${story.reply}\n${story.reply}\n${story.draft}`);
    await shot(page, `widget-writing-${width}`);
    await chat.box.fill('');
    await callWidget(page, 'close');
    await says(story.zhou[2]);
    await says(story.yue[2]);
    await page.waitForFunction(() => /** @type {any} */ (window).servicedesk('unread').then((/** @type {number} */ count) => count === 2));
    await shot(page, `widget-unread-${width}`);
    await callWidget(page, 'open');
    await owner.call('POST', `${at}/resolve`, {});
    await chat.frame.locator('.line').last().waitFor();
    await shot(page, `widget-ended-${width}`);
  }

  // The first view, of somebody who comes again.
  await owner.call('PATCH', '/widgets/default', { settings: { questions: { 'zh-CN': ['多久发货？', '茶怎么存？'], en: ['When do you ship?', 'How do I keep tea?'] } } });
  for (const [width, how] of sizes) {
    const page = await (await browser.person({ locale, theme, ...how })).newPage();
    await page.goto(`${desk.origin}/demo`);
    await page.waitForFunction(() => 'servicedesk' in window);
    await callWidget(page, 'open');
    const frame = await frameOf(page);
    await frame.locator('.home-talk').waitFor();
    await shot(page, `widget-home-${width}`);
  }

  // The desk is away.
  for (const context of browser.browser.contexts()) await context.close();
  for (const [width, how] of sizes) {
    const lina = await browser.person({ locale, theme, ...how });
    const page = await lina.newPage();
    await page.goto(`${desk.origin}/demo`);
    const chat = await openChat(page);
    await chat.write(story.lina[1]);
    await chat.becomes(story.lina[1], 'sent', 'delivered');
    await desk.kill();
    for (const text of [story.lina[2], story.wen[1]]) await chat.write(text);
    await chat.frame.locator('.state[data-kind="wait"]').waitFor();
    await shot(page, `widget-away-${width}`);
    await desk.start();
  }
  await browser.end();
  await shop.end();
  await desk.end();
}

for (const locale of /** @type {const} */ (['zh-CN', 'en'])) {
  for (const theme of /** @type {const} */ (['light', 'dark'])) {
    if ((onlyLocale && onlyLocale !== locale) || (onlyTheme && onlyTheme !== theme)) continue;
    await take(locale, theme);
    console.log(`${locale}, ${theme}: done`);
  }
}
