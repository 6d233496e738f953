/** The bot between customers and the team: it answers what it knows, hands over without a seam, and is given back. */
import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.js';
import { eventually } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { frameOf, openChat, pressLauncher } from './support/widget.js';
import { openInbox } from './support/workbench.js';

const { scene, stage } = openStage({ env: { SERVICEDESK_BOT__UNATTENDED_AFTER: '10s', SERVICEDESK_BOT__PERSON_KEEPS: '0s' } });

const DAMAGED = { question: '包裹破损了怎么办', answer: '签收 **48 小时**内拍照发来，我们免费补发：\n\n- 旧的不用寄回\n- 运费我们出' };
const INVOICE = { question: '怎么开发票', answer: '下单时填写发票抬头，电子发票会发到您的邮箱。' };

/** @param {{question:string, answer:string}} words @param {object} [more] */
async function publish({ question, answer }, more = {}) {
  const texts = { 'zh-CN': { question, answer, alternatives: [], buttons: [], picture: null } };
  const { id } = await stage.owner.call('POST', '/faq', { texts, ...more });
  await stage.owner.call('POST', `/faq/${id}/publish`, {});
  return id;
}

/** What of the bot is written. @param {any} bot */
const settingsOf = ({ enabled, name, face, carefulness, words, hourly_cost }) => ({ enabled, name, face, carefulness, words, hourly_cost });

/** The FAQ is read, and the bot on duty for what comes next. */
async function ready() {
  await stage.owner.call('PUT', '/bot', settingsOf(await stage.owner.call('GET', '/bot')));
  const { items } = await stage.owner.call('GET', '/faq');
  if (items.length === 0) {
    await publish(DAMAGED);
    await publish(INVOICE, { texts: { 'zh-CN': { ...INVOICE, alternatives: ['能开电子发票吗'], buttons: [], picture: null }, en: { question: 'How do I get an invoice?', answer: 'Fill in the name at checkout; the invoice comes by e-mail.', alternatives: [], buttons: [], picture: null } } });
  }
  await eventually('the bot is on duty', async () => (await stage.owner.call('GET', '/bot')).on_duty.web);
}

/** @param {any} frame that a visitor heard */
const isBots = ({ type, sender }) => type === 'message' && sender.kind === 'bot';

/** @param {string} state of the owner */
const self = (state) => stage.owner.call('PUT', '/agents/me/availability', { state });

scene('bot, person, bot', async ({ person, shop, desk, owner }) => {
  await ready();
  const mei = await openInbox(await (await person({ as: owner })).newPage(), desk.links.workbench);
  await self('online');
  const page = await (await person()).newPage();
  await page.goto(shop.page());
  const { frame, write, hears, state } = await openChat(page);
  await write(DAMAGED.question);
  await frame.locator('.turn.bot strong', { hasText: '48 小时' }).waitFor();
  await frame.locator('.turn.bot li', { hasText: '旧的不用寄回' }).waitFor();
  assert.match(await frame.locator('.bot-name').first().innerText(), /自动回复/);
  await eventually('the head says who answers', async () => /正在为您解答/.test(await state()));
  await assertAccessible(frame, 'an answer of the bot');

  // Whether it helped does not end the card: a person is still one tap away.
  await frame.locator('[data-choice="bot:unhelpful"]').click();
  await frame.locator('[data-choice="bot:unhelpful"].chosen').waitFor();
  const ask = frame.locator('[data-choice="bot:person"]:enabled').last();
  await ask.click();
  await frame.locator('[data-choice="bot:person"].chosen').first().waitFor();
  await mei.row('找').or(mei.row(DAMAGED.question)).or(mei.row('人工')).first().click();
  await mei.page.locator('.hand-over', { hasText: '客户要找真人' }).waitFor();
  await mei.page.locator('.hand-over', { hasText: DAMAGED.question }).waitFor();
  await mei.page.locator('.turn-bot', { hasText: '48 小时' }).locator('.bot-verdict', { hasText: '没有帮助' }).waitFor();
  await mei.page.locator('.turn-bot .text-button', { hasText: '为什么这样答' }).first().click();
  await mei.page.locator('.why a', { hasText: DAMAGED.question }).waitFor();
  await assertAccessible(mei.page, 'why the bot said that');
  await mei.page.keyboard.press('Escape');
  await mei.composer.fill('我是林晓梅，这就给您补发。');
  await mei.composer.press('Control+Enter');
  await hears('这就给您补发');
  await eventually('the head says who is there', async () => (await frame.locator('.view:not([hidden]) .name').innerText()) === owner.agent.name);
  assert.equal(await frame.locator('.bot-person:not(.chosen)').locator('visible=true').count(), 0, 'a person is there');

  // Given back with one key; nobody waits, so nothing is asked.
  await mei.page.locator('#thread-title').focus();
  await mei.page.keyboard.press('b');
  await mei.page.locator('.bot-answers').waitFor();
  await mei.page.locator('.line', { hasText: '交还给了机器人' }).waitFor();
  await assertAccessible(mei.page, 'the bot answers');
  await write(INVOICE.question);
  await hears('电子发票会发到您的邮箱');
  await eventually('it is in the view of the bot', async () => (await owner.call('GET', '/conversations?view=bot')).items.length === 1);
  await mei.view('机器人');
  await mei.page.locator('.row .row-facts', { hasText: '机器人接待中' }).waitFor();
  // Taking over is a reply, or a press.
  await mei.page.locator('.bot-answers button').click();
  await eventually('it is the agent’s', async () => (await owner.call('GET', '/conversations?view=mine')).items.length === 1);

  // A second hand-over stands beside the first, and neither is a landmark with the name of the other.
  await mei.page.locator('#thread-title').focus();
  await mei.page.keyboard.press('b');
  await mei.page.locator('.bot-answers').waitFor();
  await write('转人工');
  await mei.page.locator('.hand-over').nth(1).waitFor();
  await assertAccessible(mei.page, 'two hand-overs');
  assert.equal(await mei.page.locator('.bubble-customer', { hasText: '没帮助' }).count(), 0, 'a vote stands with the answer alone');
});

scene('a burst of three is answered once', async ({ owner, desk }) => {
  await ready();
  const lina = await openVisitor(desk, owner.key);
  for (const text of ['你好', '想问一下', INVOICE.question]) await lina.say(text);
  const spoken = () => lina.heard.filter(isBots).map(({ content }) => content.text);
  await eventually('it answers', () => spoken().some((text) => text.includes('电子发票')));
  await eventually('what waits is dealt with', async () => (await owner.call('GET', `/conversations/${lina.conversation}/bot`)).items.length >= 1);
  assert.equal(spoken().filter((text) => text.includes('电子发票')).length, 1);
  assert.equal(spoken().length, 1, spoken().join(' | '));
  lina.leave();
});

scene('nobody is there: a form for where the answer goes, and word again when nobody comes', async ({ person, shop, owner }) => {
  await ready();
  await self('offline');
  const page = await (await person()).newPage();
  await page.goto(shop.page());
  const { frame, write } = await openChat(page);
  await write('转人工');
  const form = frame.locator('.card-form');
  await form.waitFor();
  await assertAccessible(frame, 'a form of the bot');
  await form.locator('input[type="email"]').fill('lina@163.com');
  await form.getByRole('button').click();
  await frame.locator('.card-done').waitFor();
  const { items } = await owner.call('GET', '/conversations?view=unassigned&sort=newest');
  const { contact } = await owner.call('GET', `/conversations/${items[0].id}`);
  await eventually('it is kept as what they said', async () => JSON.stringify(await owner.call('GET', `/contacts/${contact.id}`)).includes('lina@163.com'));
  await self('online');
});

scene('somebody is there and does not come: the customer is told again', async ({ person, shop, desk, owner }) => {
  await ready();
  await openInbox(await (await person({ as: owner })).newPage(), desk.links.workbench);
  await self('online');
  const page = await (await person()).newPage();
  await page.goto(shop.page());
  const { frame, write } = await openChat(page);
  await write('我要找人工客服');
  await eventually('it says that somebody comes', async () => (await frame.locator('.turn.bot').count()) >= 1);
  await eventually('the head says so, too', async () => /转接/.test(await frame.locator('.view:not([hidden]) .state').innerText()));
  await eventually('and says so again', async () => (await frame.locator('.turn.bot').count()) >= 2, 30_000);
});

scene('what was closed is the bot’s again when the customer comes back', async ({ desk, owner }) => {
  await ready();
  const lina = await openVisitor(desk, owner.key);
  await lina.say('转人工');
  await eventually('it waits', async () => (await owner.call('GET', `/conversations/${lina.conversation}`)).state === 'waiting');
  await owner.call('POST', `/conversations/${lina.conversation}/messages`, { content: { kind: 'text', text: '已经处理好了' }, client_message_id: `reopen-${Date.now()}` });
  await owner.call('POST', `/conversations/${lina.conversation}/resolve`, {});
  await lina.say(INVOICE.question);
  await eventually('the bot answers', () => lina.heard.some((frame) => isBots(frame) && frame.content.text.includes('电子发票')));
  assert.equal((await owner.call('GET', `/conversations/${lina.conversation}`)).state, 'bot');
  lina.leave();
});

scene('suggestions are chosen and inserted by key, and told what became of them', async ({ person, desk, owner }) => {
  await ready();
  const before = await owner.call('GET', '/bot');
  await owner.call('PUT', '/bot', { ...settingsOf(before), duty: { web: 'off' } });
  await eventually('the bot is off', async () => !(await owner.call('GET', '/bot')).on_duty.web);
  const lina = await openVisitor(desk, owner.key);
  await lina.say('你们能开电子发票吗');
  const mei = await openInbox(await (await person({ as: owner })).newPage(), desk.links.workbench);
  await mei.open('能开电子发票');
  const { page, composer } = mei;
  await page.locator('.advice-source', { hasText: INVOICE.question }).waitFor();
  await assertAccessible(page, 'a suggestion');
  // The entry speaks English, too.
  await page.locator('.advice').getByRole('button', { name: '换一种语言' }).click();
  await page.locator('.advice-answer[lang="en"]', { hasText: 'at checkout' }).waitFor();
  await page.locator('.advice').getByRole('button', { name: '换回来' }).click();
  await composer.focus();
  await page.keyboard.press('1');
  await page.keyboard.press('Tab');
  assert.equal(await composer.inputValue(), INVOICE.answer);
  await page.locator('.advice').waitFor({ state: 'detached' });
  const told = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/suggestions'));
  await composer.press('Control+Enter');
  assert.equal((await told).postDataJSON().used, 'taken');

  // Waved away, Tab is the browser's again.
  await lina.say(`${INVOICE.question}？`);
  await page.locator('.advice').waitFor();
  await composer.focus();
  await page.keyboard.press('Escape');
  await page.locator('.advice').waitFor({ state: 'detached' });
  await page.keyboard.press('Tab');
  assert.notEqual(await page.evaluate(() => document.activeElement?.id), 'composer-text');
  lina.leave();
});

scene('a visitor finds an article, says that it helped, and asks', async ({ person, shop, expect }) => {
  await ready();
  const lina = await person();
  /** The first question does not come; what is asked after it does. */
  let away = true;
  await lina.context.route(/\/widget\/v1\/articles/, (route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    if (route.request().method() === 'POST') return route.fulfill({ status: 204 });
    if (pathname.endsWith('/faq_1')) return route.fulfill({ json: { id: 'faq_1', ...INVOICE, links: [{ id: 'faq_2', question: DAMAGED.question }] } });
    if (away) return route.fulfill({ status: 503, json: { code: 'busy' } });
    const found = searchParams.get('q') === '没有这种问题' ? [] : [{ id: 'faq_1', question: INVOICE.question, excerpt: INVOICE.answer }];
    return route.fulfill({ json: { items: found } });
  });
  expect(/503/);
  const page = await lina.newPage();
  await page.goto(shop.page());
  await pressLauncher(page);
  const frame = await frameOf(page);
  await frame.locator('.find').click();
  const field = frame.locator('.help-field');
  await frame.locator('.help-failed').waitFor();
  away = false;
  await frame.locator('.help-failed button').click();
  await field.fill('没有这种问题');
  await frame.locator('.help-none').waitFor();
  // What an input method composes is not searched for before it is chosen.
  await field.evaluate((/** @type {HTMLInputElement} */ node) => {
    node.value = 'fa piao';
    node.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));
  });
  assert.ok(await frame.locator('.help-none').isVisible());
  await field.fill('发票');
  const found = frame.locator('.help-list .line-button', { hasText: INVOICE.question });
  await found.first().waitFor();
  await assertAccessible(frame, 'articles');
  await field.press('ArrowDown');
  await frame.locator('.help-list .line-button:focus').press('Enter');
  await frame.locator('.article-words', { hasText: '电子发票' }).waitFor();
  await frame.locator('.article-helped button').first().click();
  await frame.locator('.article-told', { hasText: '谢谢' }).waitFor();
  await assertAccessible(frame, 'an article');
  await frame.locator('.help-ask').click();
  await frame.locator('.composer textarea').waitFor();
});
