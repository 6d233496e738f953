/** Promises of time: how they are written down, and what an agent sees of them in the inbox. */
import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.js';
import { eventually } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { openInbox } from './support/workbench.js';

const { scene } = openStage();

/** @typedef {import('./support/stage.js').Scene} Scene */

/** @param {Scene['owner']} owner */
const policies = async (owner) => (await owner.call('GET', '/sla/policies')).items;

/** No policy is left of another scene. @param {Scene} on */
async function begin({ owner }) {
  for (const { id } of await policies(owner)) await owner.call('DELETE', `/sla/policies/${id}?also_running=true`);
}

/** @param {Scene} on @param {{locale?:'en'|'zh-CN', phone?:boolean}} [how] */
async function openPage(on, { locale = 'en', phone = false } = {}) {
  await begin(on);
  await on.owner.call('PATCH', '/me', { locale });
  const page = await (await on.person({ as: on.owner, locale, phone })).newPage();
  await page.goto(`${on.desk.origin}/settings/sla`);
  await page.locator('#add-policy').waitFor();
  return page;
}

for (const phone of [false, true]) {
  scene(`a promise is made, changed and put in order, ${phone ? 'on a phone' : 'at a desk'}`, async (on) => {
    const page = await openPage(on, { phone });
    await page.locator('#add-policy').click();
    await page.getByLabel('First answer · Urgent').fill('45 s');
    await page.getByLabel('Solution · Normal').fill('1 h 30');
    await page.getByLabel('Solution · Normal').blur();
    await eventually('it is said back as it was understood', async () => (await page.getByLabel('Solution · Normal').inputValue()) === '1 h 30 min');
    const actions = page.getByLabel('What to do');
    const added = await actions.count();
    await page.getByRole('button', { name: 'Add step' }).click();
    await actions.nth(added).selectOption({ label: 'set the priority to' });
    await assertAccessible(page, 'a policy that is written');
    await page.keyboard.press('Control+s');
    await eventually('it is live', async () => (await policies(on.owner)).length === 1);
    const [policy] = await policies(on.owner);
    assert.deepEqual([policy.targets.first.urgent, policy.targets.first.low, policy.targets.solution.normal, policy.targets.next.normal], [45_000, 120_000, 5_400_000, null]);
    assert.deepEqual(policy.steps.at(-1), { at: 'broken', do: 'set_priority', priority: 'urgent' });
    assert.match(policy.calendar_id, /^cal_/, 'in business hours');
    await page.getByText('first answer in 45 s to 2 min, solved in 1 h 30 min').waitFor();

    // A second one goes first, by keyboard.
    await page.locator('#add-policy').click();
    await page.getByLabel('Name').last().fill('VIP');
    await page.locator('.order-grip').last().focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Control+s');
    await eventually('the order is live', async () => (await policies(on.owner)).map((/** @type {any} */ one) => one.name).join() === 'VIP,First answer in 2 minutes');

    // And back by hand.
    if (!phone) {
      await page.locator('.order-grip').first().dragTo(page.locator('.rule').last());
      await page.keyboard.press('Control+s');
      await eventually('the order is live again', async () => (await policies(on.owner)).map((/** @type {any} */ one) => one.name).join() === 'First answer in 2 minutes,VIP');
    }

    // What is no time is said where it is.
    await page.locator('#add-policy').click();
    await page.getByLabel('First answer · High').last().fill('soon');
    await page.getByLabel('First answer · High').last().blur();
    await page.keyboard.press('Control+s');
    await page.getByText('1 setting needs correcting').waitFor();
    assert.equal(await page.getByLabel('First answer · High').last().inputValue(), 'soon');
  });
}

scene('who waits has a bar that fills; time that is up is red, and no answer needed has a key', async (on) => {
  const { person, owner, desk } = on;
  await begin(on);
  const targets = (/** @type {number} */ ms) => ({ first: { urgent: ms, high: ms, normal: ms, low: ms } });
  await owner.call('POST', '/sla/policies', { name: 'Ten', targets: targets(600_000), steps: [{ at: 'broken', do: 'tell_supervisors' }] });
  const visitor = await openVisitor(desk, owner.key, { identity: { name: '李娜' } });
  await visitor.say('新的大概几天能到?');
  await owner.call('PATCH', '/me', { locale: 'zh-CN' });
  const page = await (await person({ as: owner, locale: 'zh-CN' })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  const bar = mine.row('李娜').locator('progress.clock');
  await bar.waitFor();
  assert.match(String(await bar.getAttribute('title')), /^首次回复 · 还剩 \d+ 分钟$/);
  await mine.open('李娜');
  const head = page.locator('.thread-who');
  await head.getByText(/还剩 \d+ 分钟/).waitFor();
  await assertAccessible(page, 'a promise in the list and the head');

  // The same is promised in a second, also to who waits already.
  const [policy] = await policies(owner);
  await owner.call('PUT', `/sla/policies/${policy.id}`, { version: policy.version, also_running: true, name: 'One', targets: targets(1000), steps: policy.steps });
  await mine.row('李娜').locator('.late').waitFor();
  await head.getByText(/^超时/).waitFor();
  await page.getByText(/首次回复已于 .+ 超时/).first().waitFor();
  assert.equal(await bar.getAttribute('class'), 'clock broken');

  // What needs no answer has no clock.
  await page.keyboard.press('Escape');
  await head.waitFor({ state: 'detached' });
  await page.keyboard.press('q');
  await bar.waitFor({ state: 'detached' });
  await page.getByText('等客户回复').first().waitFor();
  const answered = await owner.call('GET', `/conversations/${visitor.conversation}`);
  assert.deepEqual([answered.waiting_since, answered.clock], [null, null]);
  await begin(on);
});
