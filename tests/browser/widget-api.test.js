/** `servicedesk(…)` as a shop's developer uses it: before it is loaded, with its events, and at log-out. */
import assert from 'node:assert/strict';
import { eventually, settles } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { callWidget, launcher, openChat, pressLauncher } from './support/widget.js';

const { scene } = openStage();

const EVENTS = ['ready', 'open', 'close', 'unread', 'message', 'identified', 'conversation-started', 'conversation-ended', 'error'];

/** The queue line of the documentation, listeners for every event on both ways, all before the tag is loaded. @param {string[]} names */
function listenEarly(names) {
  const page = /** @type {any} */ (window);
  // Frames have no shop around them.
  if (page !== page.top) return;
  page.servicedesk ||= function queue() {
    (page.servicedesk.q ||= []).push(arguments);
  };
  page.heard = [];
  for (const name of names) {
    page.servicedesk('on', name, (/** @type {any} */ detail) => page.heard.push([name, detail]));
    addEventListener(`servicedesk:${name}`, (event) => page.heard.push([`window ${name}`, /** @type {CustomEvent} */ (event).detail]));
  }
}

/** @param {import('playwright-core').Page} page @param {string} name @returns {Promise<any[]>} details heard so far */
const heard = (page, name) => page.evaluate((wanted) => /** @type {any} */ (window).heard.filter((/** @type {any[]} */ one) => one[0] === wanted).map((/** @type {any[]} */ one) => one[1]), name);

scene('events come to listeners that were there before the tag, by call and on window', async ({ person, shop, owner }) => {
  const lina = await person();
  await lina.context.addInitScript(listenEarly, EVENTS);
  const page = await lina.newPage();
  await page.goto(shop.page());
  await eventually('ready', async () => (await heard(page, 'ready')).length === 1);
  assert.equal((await heard(page, 'window ready')).length, 1);

  const chat = await openChat(page);
  assert.equal((await heard(page, 'open')).length, 1);
  await chat.write('蜜兰香还有吗');
  await eventually('started', async () => (await heard(page, 'conversation-started')).length === 1);
  const [{ conversation_id: id }] = await heard(page, 'conversation-started');

  await owner.call('POST', `/conversations/${id}/messages`, { client_message_id: crypto.randomUUID(), content: { kind: 'text', text: '有的，今天刚到' } });
  await eventually('a message', async () => (await heard(page, 'message')).length === 1);
  assert.deepEqual(await heard(page, 'message'), [{ from: '林晓梅' }], 'who, and not what: texts stay in the frame');

  await callWidget(page, 'toggle');
  assert.equal((await heard(page, 'close')).length, 1);
  await owner.call('POST', `/conversations/${id}/messages`, { client_message_id: crypto.randomUUID(), content: { kind: 'text', text: '给您留两罐？' } });
  await eventually('unread', async () => (await heard(page, 'unread')).at(-1)?.count === 1);
  assert.equal(await callWidget(page, 'unread'), 1);
  await owner.call('POST', `/conversations/${id}/resolve`, {});
  await eventually('ended', async () => (await heard(page, 'conversation-ended')).length === 1);
  for (const name of ['open', 'close', 'message', 'unread', 'conversation-started', 'conversation-ended']) {
    assert.equal((await heard(page, `window ${name}`)).length, (await heard(page, name)).length, `${name} on window`);
  }
});

scene('a tag that waits for boot does nothing before it', async ({ person, shop }) => {
  const lina = await person();
  const page = await lina.newPage();
  /** @type {string[]} */ const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(shop.page({ attributes: { 'data-manual': '' } }));
  await page.waitForFunction(() => typeof (/** @type {any} */ (window).servicedesk) === 'function');
  assert.equal(await launcher(page), null);
  assert.ok(!asked.includes('/w/boot'));
  await callWidget(page, 'boot', { locale: 'en' });
  assert.equal((await launcher(page))?.name, 'Open chat');
});

scene('a method that does not exist is said so, and a wrong key is an error', async ({ person, shop, expect }) => {
  expect(/status of 404/);
  const lina = await person();
  await lina.context.addInitScript(listenEarly, EVENTS);
  const page = await lina.newPage();
  await page.goto(shop.page({ attributes: { 'data-manual': '' } }));
  await assert.rejects(callWidget(page, 'dance'), /no method "dance"/);
  await assert.rejects(callWidget(page, 'constructor'), /no method/);
  await assert.rejects(callWidget(page, 'boot', { key: 'pk_of_nobody' }), /404/);
  assert.deepEqual((await heard(page, 'error')).map((one) => one.code), ['boot']);
  assert.equal(await launcher(page), null);
});

scene('shutdown forgets the visitor, and boot brings a new one', async ({ person, shop }) => {
  const lina = await person();
  const page = await lina.newPage();
  await page.goto(shop.page());
  const chat = await openChat(page);
  await chat.write('我要退出登录了');
  await chat.becomes('我要退出登录了', 'sent', 'delivered');
  assert.notEqual(await page.evaluate(() => localStorage.length), 0);
  await callWidget(page, 'shutdown');
  assert.equal(await launcher(page), null);
  await settles(() => page.evaluate(() => localStorage.length), 0);

  await callWidget(page, 'boot');
  await eventually('it is back', () => launcher(page));
  await pressLauncher(page);
  const next = await openChat(page, { press: false });
  await next.frame.locator('.greeting').waitFor();
  assert.deepEqual(await next.said(), []);
});

scene('what was asked while nobody had loaded anything is kept in order', async ({ person, shop }) => {
  const page = await (await person()).newPage();
  await page.addInitScript(() => {
    const top = /** @type {any} */ (window);
    if (top !== top.top) return;
    top.servicedesk ||= function queue() {
      (top.servicedesk.q ||= []).push(arguments);
    };
    top.servicedesk('setTheme', 'dark');
    top.servicedesk('open');
  });
  await page.goto(shop.page());
  const chat = await openChat(page, { press: false });
  assert.equal((await launcher(page))?.expanded, true);
  await settles(() => chat.frame.evaluate(() => document.documentElement.dataset.theme), 'dark');
});
