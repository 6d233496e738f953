/** What stands in the workbench stands apart: counts beside faces, a pencil beside its fact, each tool within its box. */
import assert from 'node:assert/strict';
import { COLLEAGUE } from './support/desk.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { openInbox } from './support/workbench.js';

const { scene } = openStage();

/** @param {import('playwright-core').Locator} place @returns {Promise<{x:number, y:number, width:number, height:number}>} */
const boxOf = async (place) => /** @type {any} */ (await place.boundingBox());

scene('an unread count and the face under it do not touch', async ({ person, owner, desk }) => {
  await desk.addAgent(COLLEAGUE);
  const colleague = await desk.signIn(COLLEAGUE);
  const visitor = await openVisitor(desk, owner.key, { identity: { name: '李娜' } });
  await visitor.say('新的大概几天能到？');
  const [{ id }] = (await owner.call('GET', '/conversations?view=all&sort=newest&limit=1')).items;
  await owner.call('POST', `/conversations/${id}/assign`, { agent_id: colleague.agent.id });
  const page = await (await person({ as: owner })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.view('全部');
  const row = mine.row('李娜');
  await row.locator('.row-who .avatar').waitFor();
  const [pill, face] = [await boxOf(row.locator('.pill')), await boxOf(row.locator('.row-who .avatar'))];
  assert.ok(face.y - (pill.y + pill.height) >= 2, `${face.y - pill.y - pill.height} px between them`);
});

scene('the pencil stands beside a long fact, not under it', async ({ person, owner, desk }) => {
  const email = 'a.customer.with.quite.a.long.address@a-shop-that-is-far-away.example.com';
  const visitor = await openVisitor(desk, owner.key, { identity: { name: '何雯', email } });
  await visitor.say('能刻字吗？');
  const page = await (await person({ as: owner })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.open('何雯');
  await page.locator('.details').getByText(email).waitFor();
  const [fact, pencil] = [await boxOf(page.locator('.details dd', { hasText: email })), await boxOf(page.locator('#edit-email'))];
  const words = await boxOf(page.locator('.details dd a', { hasText: email }));
  assert.ok(pencil.y + pencil.height <= words.y + words.height + 12 && pencil.x >= words.x + words.width, 'beside the words');
  assert.ok(pencil.x + pencil.width <= fact.x + fact.width + 1, 'within the panel');
});

for (const width of [724, 768, 830]) {
  scene(`${width}: every tool of the composer lies within it`, async ({ person, owner, desk }) => {
    const visitor = await openVisitor(desk, owner.key, { identity: { name: `客户 ${width}` } });
    await visitor.say('在吗？');
    const page = await (await person({ as: owner, screen: { width, height: 900 } })).newPage();
    const mine = await openInbox(page, desk.links.workbench);
    await mine.open(`客户 ${width}`);
    const box = await boxOf(page.locator('.composer'));
    for (const tool of await page.locator('.composer-bottom button').filter({ visible: true }).all()) {
      const at = await boxOf(tool);
      assert.ok(at.x >= box.x && at.x + at.width <= box.x + box.width, String(await tool.getAttribute('aria-label')));
    }
    assert.ok(await page.locator('[data-tool="attach"]').isVisible());
  });
}
