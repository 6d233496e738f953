/**
 * axe finds nothing on any page and in any main state, in both languages and both themes; and on the way every console is quiet,
 * so no policy of a page is broken.
 */
import { OWNER, openDesk } from './support/desk.js';
import { assertAccessible } from './support/axe.js';
import { stageStory } from './support/cast.js';
import { openShop } from './support/shop.js';
import { openStage } from './support/stage.js';
import { callWidget, openChat } from './support/widget.js';
import { openInbox } from './support/workbench.js';

const { scene } = openStage({ setUp: false });

/** @typedef {{locale:'zh-CN'|'en', theme:'light'|'dark'}} Look */

/** Before there is an owner: the first two steps of set-up and a link that is no good. @param {import('./support/stage.js').Scene} on @param {Look} look */
async function firstRun({ person, keep, expect }, { locale, theme }) {
  expect(/status of 410/);
  const desk = keep(await openDesk());
  const someone = await person({ locale, theme });
  const page = await someone.newPage();
  await page.goto(`${desk.origin}/setup?token=wrong`);
  await assertAccessible(page, 'set-up with a link that is no good');
  await page.goto(/** @type {string} */ (desk.links.setup));
  await page.locator('#name').waitFor();
  await page.locator('[data-step-form="1"] [type="submit"]').click();
  await page.locator('#name-error:not(:empty)').waitFor();
  await assertAccessible(page, 'set-up, first step with complaints');
  await page.locator('#name').fill(OWNER.name);
  await page.locator('#email').fill(OWNER.email);
  await page.locator('#password').fill(OWNER.password);
  await page.locator('[data-step-form="1"] [type="submit"]').click();
  await page.locator('#shop').fill('半山茶铺');
  await assertAccessible(page, 'set-up, second step');
  await page.locator('[data-step-form="2"] [type="submit"]').click();
  await page.locator('#tag').waitFor();
  await assertAccessible(page, 'set-up, third step');
  await openInbox(page, `${desk.origin}/inbox`);
  await page.locator('.empty').waitFor();
  await assertAccessible(page, 'the empty inbox');
}

/** @param {import('./support/stage.js').Scene} on @param {Look} look */
async function everyPage({ person, keep, expect }, { locale, theme }) {
  expect(/status of 401/);
  const desk = keep(await openDesk());
  const owner = await desk.setUp({ locale });
  const shop = keep(await openShop(desk, owner.key));
  const { story, people } = await stageStory(desk, owner, locale);
  await owner.call('PATCH', '/me', { theme });
  const { items: contacts } = await owner.call('GET', '/contacts?limit=1');
  const ticket = await owner.call('POST', '/tickets', { contact_id: contacts[0].id, title: 'Cup #1042', priority: 'urgent', agent_id: owner.agent.id });

  const guest = await (await person({ locale, theme })).newPage();
  for (const place of ['/demo', '/docs']) {
    await guest.goto(desk.origin + place);
    await assertAccessible(guest, place);
  }
  await guest.goto(`${desk.origin}/login`);
  await guest.locator('#email').fill('nobody@example.com');
  await guest.locator('#password').fill('not the password');
  await guest.locator('[type="submit"]').click();
  await guest.locator('#password-error:not(:empty)').waitFor();
  await assertAccessible(guest, 'sign-in with a wrong password');

  await workbench(await (await person({ locale, as: owner })).newPage(), { desk, story, people, ticket, narrow: false });
  await workbench(await (await person({ locale, as: owner, phone: true })).newPage(), { desk, story, people, ticket, narrow: true });
  for (const phone of [false, true]) {
    const visitor = await person({ locale, theme, phone });
    // axe cannot look into a closed root.
    await visitor.context.addInitScript(() => {
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function attachShadow(init) {
        return attach.call(this, { ...init, mode: 'open' });
      };
    });
    await widget(await visitor.newPage(), shop.page({ lang: locale }), owner);
  }
}

/** @param {import('playwright-core').Page} page @param {any} on */
async function workbench(page, { desk, story, people, ticket, narrow }) {
  const width = narrow ? 'phone' : 'desktop';
  const mine = await openInbox(page, `${desk.origin}/inbox`);
  await mine.row(story.lina[0]).waitFor();
  await assertAccessible(page, `list, ${width}`);
  await mine.open(story.lina[0]);
  await mine.page.locator('.note').waitFor();
  people.lina.typing();
  await page.locator('.turn-customer .bubble-dots').waitFor();
  await assertAccessible(page, `thread with note and typing, ${width}`);
  if (narrow) {
    await page.locator('.composer-switch').tap();
    await mine.composer.fill('…');
    await assertAccessible(page, 'note on a phone');
    await mine.composer.fill('');
    await page.locator('#details-toggle').tap();
    await page.locator('.details .panel').nth(1).waitFor();
    await assertAccessible(page, 'details on a phone');
    await theTickets(page, desk, ticket, width);
    await theFaq(page, desk, width);
    await theWall(page, desk, width);
    return;
  }
  await page.locator('#tab-note').click();
  await mine.composer.fill('…');
  await assertAccessible(page, 'note');
  await mine.composer.fill('');
  await page.locator('#tab-reply').click();
  await mine.composer.fill('/');
  await page.locator('.suggest').waitFor();
  await assertAccessible(page, 'canned replies');
  await mine.composer.fill('');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await assertAccessible(page, 'the palette');
  await page.keyboard.press('Escape');
  await page.locator('#snooze').click();
  await page.getByRole('menu').waitFor();
  await assertAccessible(page, 'until when');
  await page.keyboard.press('Escape');
  // What the shop vouched for cannot be written over.
  await page.locator('#edit-city').click();
  await assertAccessible(page, 'a field of the details');
  await page.keyboard.press('Escape');
  await page.locator('.thread-scroll').focus();
  await page.keyboard.press('x');
  await page.locator('.bulk').waitFor();
  await assertAccessible(page, 'several are chosen');
  await page.keyboard.press('Escape');
  await page.locator('#assign').click();
  await page.getByRole('menu').waitFor();
  await assertAccessible(page, 'menu of colleagues');
  await page.keyboard.press('Escape');
  await page.locator('.rail-me').click();
  await page.getByRole('menu').waitFor();
  await assertAccessible(page, 'own menu');
  await page.keyboard.press('Escape');
  await page.locator('.thread-scroll').focus();
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await assertAccessible(page, 'list of keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await page.locator('.toast').waitFor();
  await assertAccessible(page, 'closed, with the toast');
  await page.keyboard.press('e');
  await theTickets(page, desk, ticket, width);
  await theFaq(page, desk, width);
  await theWall(page, desk, width);
}

/** @param {import('playwright-core').Page} page @param {any} desk @param {any} ticket @param {string} width */
async function theTickets(page, desk, ticket, width) {
  await page.goto(`${desk.origin}/tickets`);
  await page.locator('.ticket-row', { hasText: ticket.title }).waitFor();
  await assertAccessible(page, `tickets, ${width}`);
  await page.keyboard.press('b');
  await page.locator('.board-card', { hasText: ticket.title }).waitFor();
  await assertAccessible(page, `tickets by status, ${width}`);
  await page.keyboard.press('b');
  await page.goto(`${desk.origin}/tickets/${ticket.name}`);
  await page.locator('#ticket-title').waitFor();
  await page.locator('#composer-text').waitFor();
  await assertAccessible(page, `a ticket, ${width}`);
  await page.goto(`${desk.origin}/settings/tickets`);
  await page.locator('#ticket-statuses .rule-name').first().click();
  await page.locator('#ticket-statuses .thing-edit').waitFor();
  await assertAccessible(page, `settings of tickets, ${width}`);
}

/** @param {import('playwright-core').Page} page @param {any} desk @param {string} width */
async function theFaq(page, desk, width) {
  await page.goto(`${desk.origin}/faq`);
  await page.locator(':is(.faq-begin, .faq-rest, .faq-row):visible').first().waitFor();
  await assertAccessible(page, `the FAQ, ${width}`);
  await page.goto(`${desk.origin}/faq/new`);
  await page.locator('#faq-answer').waitFor();
  await page.locator('#faq-question').fill('1042?');
  await page.locator('#faq-answer').fill('**1042**\n\n- [1042](https://www.banshantea.cn)');
  await assertAccessible(page, `an entry of the FAQ, ${width}`);
  for (const path of ['/faq/entries', '/faq/import', '/faq/numbers']) {
    await page.goto(desk.origin + path);
    await page.locator('.faq-rooms').waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
    await assertAccessible(page, `${path}, ${width}`);
  }
}

/** @param {import('playwright-core').Page} page @param {any} desk @param {string} width */
async function theWall(page, desk, width) {
  await page.goto(`${desk.origin}/wall`);
  await page.locator('.wall-longest, .wall-well').first().waitFor();
  await assertAccessible(page, `the wall, ${width}`);
}

/** @param {import('playwright-core').Page} page @param {string} address @param {any} owner */
async function widget(page, address, owner) {
  await page.goto(address);
  const chat = await openChat(page);
  await assertAccessible(chat.frame, 'the greeting');
  await chat.write('https://www.banshantea.cn/orders/1042');
  await chat.becomes('https://www.banshantea.cn/orders/1042', 'sent', 'delivered');
  const { items } = await owner.call('GET', '/conversations?view=all&sort=newest&limit=1');
  const at = `/conversations/${items[0].id}`;
  await owner.call('POST', `${at}/messages`, { client_message_id: `a-${items[0].id}`, content: { kind: 'text', text: '看到了' } });
  await chat.hears('看到了');
  await owner.call('POST', `${at}/typing`, { active: true });
  await chat.frame.locator('.turn.typing').waitFor();
  await chat.box.fill('x'.repeat(8001));
  await chat.frame.locator('.over').waitFor();
  await assertAccessible(chat.frame, 'a conversation with somebody typing, and a text that is too long');
  await assertAccessible(page, 'the shop’s page with the chat open');
  await chat.box.fill('');
  await owner.call('POST', `${at}/resolve`, {});
  await chat.frame.locator('.line').last().waitFor();
  await assertAccessible(chat.frame, 'an ended conversation');
  await callWidget(page, 'close');
}

for (const locale of /** @type {const} */ (['zh-CN', 'en'])) {
  for (const theme of /** @type {const} */ (['light', 'dark'])) {
    scene(`first run, ${locale}, ${theme}`, (on) => firstRun(on, { locale, theme }));
    scene(`every page and state, ${locale}, ${theme}`, (on) => everyPage(on, { locale, theme }));
  }
}
