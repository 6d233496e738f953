/** The widget as people handle it: opened and closed, on a phone and by keyboard, in both languages and themes, with its badge. */
import assert from 'node:assert/strict';
import { eventually, settles } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { callWidget, frameOf, launcher, launcherBox, openChat, pressLauncher } from './support/widget.js';

const { stage, scene } = openStage();

/** Answers in the newest conversation. @param {string} text */
async function answer(text) {
  const { items } = await stage.owner.call('GET', '/conversations?view=all&sort=newest&limit=1');
  await stage.owner.call('POST', `/conversations/${items[0].id}/messages`, { client_message_id: crypto.randomUUID(), content: { kind: 'text', text } });
}

/** Which element has the focus, the launcher's closed root included. @param {import('playwright-core').Page} page */
const focusOf = (page) => page.evaluate(() => document.activeElement?.tagName ?? '');

scene('opens by keyboard, closes by Esc, gives the focus back and keeps what was begun', async ({ person, shop }) => {
  const page = await (await person()).newPage();
  await page.goto(shop.page());
  await eventually('the launcher is there', () => launcher(page));
  assert.deepEqual({ ...(await launcher(page)), id: 0 }, { name: '打开聊天', expanded: false, id: 0 });
  // Past the page's own link and field.
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const chat = await openChat(page, { press: false });
  assert.equal((await launcher(page))?.expanded, true);
  await eventually('the field has the focus', () => chat.frame.evaluate(() => document.activeElement?.tagName === 'TEXTAREA' && document.hasFocus()));
  await page.keyboard.type('想问');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('一下');
  await settles(() => chat.box.inputValue(), '想问\n一下');

  await page.keyboard.press('Escape');
  await eventually('it is closed', async () => (await launcher(page))?.expanded === false);
  assert.equal(await focusOf(page), 'SERVICEDESK-WIDGET', 'the focus is back on the launcher');
  await page.keyboard.press('Enter');
  await eventually('it is open again', async () => (await launcher(page))?.expanded === true);
  await settles(() => chat.box.inputValue(), '想问\n一下');
  await page.reload();
  const again = await openChat(page);
  await eventually('a draft outlives a reload', async () => (await again.box.inputValue()) === '想问\n一下');
});

scene('Enter that ends a composition does not send', async ({ person, shop }) => {
  const page = await (await person()).newPage();
  await page.goto(shop.page());
  const chat = await openChat(page);
  await chat.box.click();
  const ime = await page.context().newCDPSession(chat.frame);
  await ime.send('Input.imeSetComposition', { text: 'hang zhou', selectionStart: 9, selectionEnd: 9 });
  await chat.box.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true });
  assert.deepEqual(await chat.said(), []);
  await ime.send('Input.insertText', { text: '杭州' });
  await chat.box.press('Enter');
  await eventually('then it is sent', async () => String(await chat.said()) === '> 杭州');
});

scene('a closed chat counts what comes, says so in the launcher, and forgets it when it is read', async ({ person, shop }) => {
  const lina = await person();
  const page = await lina.newPage();
  await page.goto(shop.page());
  const chat = await openChat(page);
  await chat.write('几点发货？');
  await chat.becomes('几点发货？', 'sent', 'delivered');
  await page.keyboard.press('Escape');
  await eventually('the chat is closed', async () => (await launcher(page))?.expanded === false);
  // The page told the frame; once the frame has answered anything after it, it knows, and what comes now is unread.
  await chat.frame.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  await answer('四点前的订单当天发');
  await eventually('one', async () => (await launcher(page))?.name === '聊天，1 条未读');
  await answer('江浙沪次日到');
  await eventually('two', async () => (await launcher(page))?.name === '聊天，2 条未读');

  // The count is there on the next page, too, without opening anything.
  await page.goto(shop.page());
  await eventually('two on the next page', async () => (await launcher(page))?.name === '聊天，2 条未读');
  await pressLauncher(page);
  const again = await openChat(page, { press: false });
  await again.hears('江浙沪次日到');
  await eventually('read', async () => (await callWidget(page, 'unread')) === 0);
  const { items } = await stage.owner.call('GET', '/conversations?view=all&sort=newest&limit=1');
  await eventually('the desk knows', async () => {
    const row = await stage.owner.call('GET', `/conversations/${items[0].id}`);
    return row.theirs.read === row.last_sequence;
  });
});

scene('fills a phone, keeps the page behind in its place, and goes with Back', async ({ person, shop }) => {
  const page = await (await person({ phone: true })).newPage();
  await page.goto(shop.page());
  await eventually('the launcher is there', () => launcher(page));
  await page.evaluate(() => scrollTo(0, 600));
  const chat = await openChat(page);
  const frame = await chat.frame.frameElement();
  assert.deepEqual(await frame.boundingBox(), { x: 0, y: 0, width: 360, height: 740 });
  await settles(() => page.evaluate(() => document.querySelector('main')?.hasAttribute('inert')), true, 'the page is out of reach');
  assert.equal(await focusOf(page), 'SERVICEDESK-WIDGET');
  assert.notEqual(await chat.frame.evaluate(() => document.activeElement?.tagName), 'TEXTAREA', 'no keyboard jumps up');
  await settles(() => chat.box.evaluate((box) => getComputedStyle(box).fontSize), '16px', 'no zoom on focus');
  await settles(() => chat.frame.evaluate(() => document.documentElement.scrollWidth), 360, 'nothing sideways');
  const small = await chat.frame.evaluate(() =>
    [...document.querySelectorAll('button:not([hidden])')]
      .map((button) => button.getBoundingClientRect())
      .filter(({ width, height }) => width && (width < 44 || height < 44)).length,
  );
  assert.equal(small, 0, 'every button takes a finger');
  await chat.write('手机上问一句');
  await chat.becomes('手机上问一句', 'sent', 'delivered');

  await page.goBack({ waitUntil: 'commit' }).catch(() => {});
  await eventually('Back closes it', async () => (await launcher(page))?.expanded === false);
  await settles(() => page.evaluate(() => scrollY), 600, 'the page is where it was');
  await settles(() => page.evaluate(() => document.body.getAttribute('style') || ''), '', 'its styles are its own');
  await settles(() => page.evaluate(() => document.querySelector('[inert]')), null);
  assert.match(page.url(), /\/page-\d+$/, 'and it is still the same page');

  await pressLauncher(page);
  await chat.frame.locator('.head .back').first().tap();
  await chat.frame.locator('.home .leave').tap();
  await eventually('the arrow leads home, and the cross closes it', async () => (await launcher(page))?.expanded === false);
  await settles(() => page.evaluate(() => history.state?.servicedesk ?? null), null, 'no history entry is left behind');
});

scene('speaks the language of the tag, of the browser, and of a call', async ({ person, shop }) => {
  const bob = await person({ locale: 'en-GB' });
  const page = await bob.newPage();
  await page.goto(shop.page({ lang: 'en' }));
  await eventually('English by the browser', async () => (await launcher(page))?.name === 'Open chat');
  const chat = await openChat(page);
  await settles(() => chat.box.getAttribute('placeholder'), 'Write a message…');
  await settles(() => chat.frame.evaluate(() => document.documentElement.lang), 'en');
  await callWidget(page, 'setLocale', 'zh-CN');
  await eventually('Chinese by a call', async () => (await launcher(page))?.name === '关闭聊天');
  const after = await openChat(page, { press: false });
  await settles(() => after.box.getAttribute('placeholder'), '说点什么…');

  const lina = await (await person()).newPage();
  await lina.goto(shop.page({ attributes: { 'data-locale': 'en' } }));
  await eventually('English by the tag', async () => (await launcher(lina))?.name === 'Open chat');
});

scene('follows the theme of the system, of the tag, and of a call', async ({ person, shop }) => {
  const ground = (/** @type {import('playwright-core').Frame} */ frame) => frame.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const night = await person({ theme: 'dark' });
  const page = await night.newPage();
  await page.goto(shop.page());
  const chat = await openChat(page);
  assert.equal(await ground(chat.frame), 'rgb(25, 29, 26)');
  await callWidget(page, 'setTheme', 'light');
  await eventually('light by a call', async () => (await ground(chat.frame)) === 'rgb(255, 255, 255)');
  await callWidget(page, 'setTheme', 'auto');
  await eventually('the system again', async () => (await ground(chat.frame)) === 'rgb(25, 29, 26)');
  await page.emulateMedia({ colorScheme: 'light' });
  await eventually('the system at dawn', async () => (await ground(chat.frame)) === 'rgb(255, 255, 255)');

  const other = await (await person()).newPage();
  await other.goto(shop.page({ attributes: { 'data-theme': 'dark' } }));
  assert.equal(await ground((await openChat(other)).frame), 'rgb(25, 29, 26)');
});

scene('stands where the shop wants it and hides when asked', async ({ person, shop }) => {
  const page = await (await person()).newPage();
  await page.goto(shop.page({ attributes: { 'data-manual': '' } }));
  await callWidget(page, 'boot', { position: 'left', offset: { x: 40, y: 32 } });
  assert.deepEqual(await launcherBox(page), { x: 40, y: 900 - 32 - 60, width: 60, height: 60 });
  await pressLauncher(page);
  const box = await (await (await frameOf(page)).frameElement()).boundingBox();
  assert.deepEqual(box, { x: 40, y: 900 - 32 - 72 - 680, width: 384, height: 680 });
  await callWidget(page, 'close');
  await callWidget(page, 'hideLauncher');
  assert.equal(await launcher(page), null);
  await callWidget(page, 'showLauncher');
  await eventually('it is back', () => launcher(page));
});

scene('the newest word stays in sight while the field grows', async ({ person, shop }) => {
  const page = await (await person({ phone: true })).newPage();
  await page.goto(shop.page());
  const chat = await openChat(page);
  for (let i = 1; i <= 10; i += 1) {
    await chat.box.fill(`第 ${i} 句，写得长一点，好让它换行，也好让列表有得滚`);
    await chat.frame.locator('.send').tap();
  }
  await chat.becomes('第 10 句，写得长一点，好让它换行，也好让列表有得滚', 'sent', 'delivered');
  const below = () => chat.frame.evaluate(() => {
    const list = /** @type {HTMLElement} */ (document.querySelector('.scroll'));
    return Math.round(list.scrollHeight - list.scrollTop - list.clientHeight);
  });
  await eventually('the end is in sight', async () => (await below()) === 0);
  await chat.box.fill('一行\n两行\n三行\n四行');
  await eventually('still', async () => (await below()) === 0);
  await chat.box.fill('');
  await eventually('and again', async () => (await below()) === 0);
});

scene('words that come to a closed chat stand at the button, out of the page\'s reach, and leave on a press', async ({ person, shop, owner }) => {
  const page = await (await person()).newPage();
  await page.goto(shop.page());
  const chat = await openChat(page);
  await chat.write('有货告诉我');
  await chat.becomes('有货告诉我', 'sent', 'delivered');
  await callWidget(page, 'close');
  const { id } = (await owner.call('GET', '/conversations?view=all&sort=newest&limit=1')).items[0];
  const say = (/** @type {string} */ text) => owner.call('POST', `/conversations/${id}/messages`, { client_message_id: crypto.randomUUID(), content: { kind: 'text', text } });
  const peek = chat.frame.locator('.peek');
  await say('**到货了**，给您留两罐？');
  await peek.getByText('到货了，给您留两罐？').waitFor();
  await settles(() => chat.frame.evaluate(() => innerWidth), 320);
  assert.equal((await launcher(page))?.expanded, false);
  await peek.locator('.leave').click();
  await settles(() => peek.count(), 0);
  await settles(() => chat.frame.locator('.composer').isVisible(), false);
  await say('明天发');
  await peek.locator('.peek-open').click();
  await chat.hears('明天发');
  await eventually('it is open', async () => (await launcher(page))?.expanded);
  await settles(() => peek.count(), 0);
});
