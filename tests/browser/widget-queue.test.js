/** Whoever waits is told their place, or that they may leave; whoever has not begun may choose a team that the shop offers. */
import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.js';
import { eventually } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { openChat } from './support/widget.js';

const { scene, stage } = openStage({ env: { SERVICEDESK_ROUTING__ENABLED: 'true' } });

/** @param {string} state */
const self = (state) => stage.owner.call('PUT', '/agents/me/availability', { state });
const newest = async () => (await stage.owner.call('GET', '/conversations?view=all&sort=newest&limit=1')).items[0];

scene('nobody is there: the customer may leave', async ({ person, shop }) => {
  await self('offline');
  const page = await (await person()).newPage();
  await page.goto(shop.page());
  const { frame, write } = await openChat(page);
  await write('在吗？');
  await frame.locator('.queue', { hasText: '您可以先离开，我们会在这里回复您' }).waitFor();
  await assertAccessible(frame, 'nobody is there');
});

scene('somebody is there and full: the place is told, and goes when somebody comes', async ({ person, shop, desk, owner }) => {
  await owner.call('PATCH', `/agents/${owner.agent.id}`, { capacity: 1 });
  await self('online');
  const bench = await (await person({ as: owner })).newPage();
  await bench.goto(`${desk.origin}/inbox`);
  const first = await openVisitor(desk, owner.key);
  await first.say('第一位');
  await eventually('the owner has one', async () => (await owner.call('GET', '/conversations?view=mine')).items.length >= 1);
  const page = await (await person()).newPage();
  await page.goto(shop.page());
  const { frame, write } = await openChat(page);
  await write('第二位');
  const line = frame.locator('.queue');
  await eventually('a place is told', async () => /前面还有 \d+ 位|下一位就是您/.test(await line.innerText()));
  // Too few were assigned to tell a time.
  assert.ok(!/预计/.test(await line.innerText()));
  await assertAccessible(frame, 'waiting');
  const { id } = await newest();
  await owner.call('POST', `/conversations/${id}/assign`, { agent_id: owner.agent.id });
  await eventually('the line goes', async () => !(await line.isVisible()));
});

scene('a team is chosen before the first words, and told with them', async ({ person, shop, owner }) => {
  const team = await owner.call('POST', '/teams', { name: '售后', offered: true });
  await owner.call('POST', '/teams', { name: '内部', offered: false });
  const page = await (await person()).newPage();
  await page.goto(shop.page());
  const { frame, write } = await openChat(page);
  const choice = frame.getByRole('group', { name: /想联系哪个团队/ });
  await choice.getByRole('button', { name: '售后' }).waitFor();
  assert.equal(await choice.getByRole('button').count(), 1);
  await choice.getByRole('button', { name: '售后' }).click();
  assert.equal(await choice.getByRole('button', { name: '售后' }).getAttribute('aria-pressed'), 'true');
  await assertAccessible(frame, 'a choice of teams');
  await write('杯子碎了');
  await eventually('the choice is gone', async () => !(await choice.isVisible()));
  await eventually('it belongs to the team', async () => (await newest()).team_id === team.id);
});
