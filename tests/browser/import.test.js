/** Moving in by the settings: a file is chosen, looked at, brought in; what was left out is named by its line. And the worker shows what a push tells. */
import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.js';
import { eventually } from './support/eventually.js';
import { openStage } from './support/stage.js';

const { scene } = openStage();

/** @param {number} width @param {number} number */
const line = (width, number) =>
  JSON.stringify({
    external_id: `${width}-${number}`,
    channel: 'web',
    state: 'closed',
    contact: { external_id: `p${number}`, name: '李娜' },
    entries: [
      { external_id: '1', sender: 'visitor', name: '李娜', text: `茶杯碎了 ${number}`, sent_at: '2024-03-01T08:30:12Z' },
      { external_id: '2', sender: 'agent', name: '老陈', text: '马上补发', sent_at: '2024-03-01T08:31:12Z' },
    ],
  });

for (const width of [1440, 360]) {
  scene(`a history is looked at and goes in, at ${width}`, async ({ person, owner, desk }) => {
    await owner.call('PATCH', '/me', { locale: 'en' });
    const page = await (await person({ as: owner, locale: 'en', screen: { width, height: 800 } })).newPage();
    await page.goto(`${desk.origin}/settings/import`);
    await page.getByRole('button', { name: 'Choose a file' }).waitFor();
    await assertAccessible(page, 'empty');
    const lines = [...Array.from({ length: 60 }, (_, number) => line(width, number)), '{"broken', line(width, 99)];
    await page.locator('#history-file').setInputFiles({ name: 'old desk.jsonl', mimeType: 'application/json', buffer: Buffer.from(`${lines.join('\n')}\n`) });
    await page.getByText('茶杯碎了 0').first().waitFor();
    await page.getByText('老陈').first().waitFor();
    await assertAccessible(page, 'preview');
    await page.getByRole('button', { name: 'Start import' }).click();
    // The newest stands first.
    const row = page.getByRole('listitem').filter({ hasText: 'old desk.jsonl' }).first();
    await row.getByText('61 conversations').waitFor();
    await row.getByText('1 left out').click();
    await row.getByText('Line 61: not JSON').waitFor();
    await assertAccessible(page, 'done');
    const { items } = await owner.call('GET', '/conversations?view=closed&limit=200');
    assert.ok(items.length >= 61);
    assert.equal(items[0].last_message.sender.name ?? items[0].last_message.name, '老陈', 'the list names who said it');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    assert.ok(wide, 'nothing stands beside the page');
  });
}

scene('the worker shows what a push tells, in the words of the desk, one of a conversation', async ({ person, owner, desk }) => {
  await owner.call('PATCH', '/me', { locale: 'en' });
  const { context, newPage } = await person({ as: owner, locale: 'en' });
  await context.grantPermissions(['notifications'], { origin: desk.origin });
  const page = await newPage();
  const session = await context.newCDPSession(page);
  /** @type {string|null} */ let registration = null;
  session.on('ServiceWorker.workerRegistrationUpdated', (/** @type {{registrations:{registrationId:string}[]}} */ { registrations }) => {
    registration = registrations[0]?.registrationId ?? registration;
  });
  await session.send('ServiceWorker.enable');
  await page.goto(`${desk.origin}/settings/notifications`);
  await page.getByRole('heading', { name: 'Push notifications' }).waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.evaluate(async () => {
    const texts = { push_message: 'A customer wrote to you', push_message_name: '{name} wrote to you', push_open: 'Open the desk' };
    await (await caches.open('offline-1')).put('/push-words', new Response(JSON.stringify({ texts, lang: 'en' })));
  });
  await eventually('the worker is known', async () => registration !== null);
  /** @param {object} told */
  const deliver = (told) => session.send('ServiceWorker.deliverPushMessage', { origin: desk.origin, registrationId: String(registration), data: JSON.stringify(told) });
  const shown = () => page.evaluate(async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(({ title, tag }) => `${tag}: ${title}`));
  await deliver({ kind: 'message', conversation_id: 'c_1', sequence: 4 });
  await eventually('it is shown', async () => (await shown()).join() === 'c_1: A customer wrote to you');
  await deliver({ kind: 'message', conversation_id: 'c_1', sequence: 5, name: 'Li Na' });
  await eventually('the newer takes its place', async () => (await shown()).join() === 'c_1: Li Na wrote to you');
});
