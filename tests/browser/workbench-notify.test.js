/** What a new agent hears and sees without having set anything: one sound from one page, the number on title and icon. */
import assert from 'node:assert/strict';
import { eventually } from './support/eventually.js';
import { listenTo, tones } from './support/tones.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { openInbox } from './support/workbench.js';

const { scene } = openStage();

scene('somebody new is heard once, in one of two pages, and counted on title and icon', async ({ person, owner, desk }) => {
  const mei = await person({ as: owner });
  await listenTo(mei.context);
  const [one, two] = [await mei.newPage(), await mei.newPage()];
  for (const page of [one, two]) {
    await openInbox(page, desk.links.workbench);
    // Any touch lets a page sound.
    await page.locator('.list-head').click({ position: { x: 200, y: 20 } });
  }
  const visitor = await openVisitor(desk, owner.key, { identity: { name: '李娜' } });
  await visitor.say('在吗');
  await eventually('a sound', async () => (await tones(one)) + (await tones(two)) > 0);
  await eventually('the title says so', async () => (await one.title()).startsWith('(1) '));
  assert.match(String(await one.locator('link[rel="icon"]').getAttribute('href')), /^data:image\/svg\+xml/);
  assert.equal(Math.min(await tones(one), await tones(two)), 0, 'only one page rings');

  // What they add while they wait is no news.
  const before = (await tones(one)) + (await tones(two));
  await visitor.say('还在吗');
  await one.locator('.row', { hasText: '还在吗' }).waitFor();
  assert.equal((await tones(one)) + (await tones(two)), before);
});

scene('what one looks at makes no sound', async ({ person, owner, desk }) => {
  const mei = await person({ as: owner });
  await listenTo(mei.context);
  const page = await mei.newPage();
  const visitor = await openVisitor(desk, owner.key, { identity: { name: '赵敏' } });
  await visitor.say('开发票');
  await owner.call('POST', `/conversations/${visitor.conversation}/assign`, { agent_id: owner.agent.id });
  const mine = await openInbox(page, desk.links.workbench);
  await mine.open('赵敏');
  const before = await tones(page);
  await visitor.say('抬头怎么写');
  await mine.hears('抬头怎么写');
  assert.equal(await tones(page), before);
});
