/** Whether somebody answers, as an open panel shows it while it changes. */
import assert from 'node:assert/strict';
import { eventually } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openChat } from './support/widget.js';
import { openInbox } from './support/workbench.js';

const { scene } = openStage();
/** A change is on the panel within this time. */
const SOON_MS = 2000;

scene('what an agent chooses is on an open panel at once, and a message does not make it otherwise', async ({ person, shop, owner, desk }) => {
  const mei = await person({ as: owner });
  const bench = await openInbox(await mei.newPage(), desk.links.workbench);
  const lina = await person();
  const page = await lina.newPage();
  await page.goto(shop.page());
  const chat = await openChat(page);
  await chat.write('在吗？');
  await chat.becomes('在吗？', 'sent', 'delivered');
  const state = chat.frame.locator('.head .state');
  const shows = (/** @type {string} */ kind) => eventually(`the head says ${kind}`, async () => (await state.getAttribute('data-kind')) === kind);
  await shows('online');
  for (const kind of ['away', 'online', 'offline']) {
    const before = Date.now();
    await owner.call('PUT', '/agents/me/availability', { state: kind });
    await shows(kind);
    assert.ok(Date.now() - before < SOON_MS, `${kind} took ${Date.now() - before} ms`);
  }
  // Words of an agent who is off do not bring the mark back.
  const conversation = (await owner.call('GET', '/conversations?view=all&sort=newest&limit=1')).items[0].id;
  await owner.call('POST', `/conversations/${conversation}/messages`, { client_message_id: 'p1', content: { kind: 'text', text: '明天回您' } });
  await chat.hears('明天回您');
  assert.equal(await state.getAttribute('data-kind'), 'offline');
  await owner.call('PUT', '/agents/me/availability', { state: 'online' });
  await shows('online');
  // The workbench closes: after a moment nobody is there.
  await bench.page.close();
  await shows('away');
});

scene('what the head says is not cut short', async ({ person, shop, owner }) => {
  await owner.call('PUT', '/agents/me/availability', { state: 'offline' });
  const page = await (await person({ locale: 'en' })).newPage();
  await page.goto(shop.page({ lang: 'en' }));
  const { frame } = await openChat(page);
  await frame.locator('.head .state', { hasText: 'leave a message' }).waitFor();
  const whole = (/** @type {Element} */ text) => text.scrollWidth <= text.clientWidth && text.scrollHeight <= text.clientHeight;
  assert.ok(await frame.locator('.head .state > span:last-child').evaluate(whole), 'it is longer than its place');
  await owner.call('PUT', '/agents/me/availability', { state: 'online' });
});
