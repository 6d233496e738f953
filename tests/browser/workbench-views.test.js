/** Saved views: made with the builder, looked at in the inbox, put in another order, and one action on all that one holds. */
import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.js';
import { eventually } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { openInbox } from './support/workbench.js';

const { stage, scene } = openStage();

/** @param {any} owner @param {string} name @param {object} filter @param {object} [more] */
const save = (owner, name, filter, more = {}) => owner.call('POST', '/views', { name, filter, ...more });
const labelled = (/** @type {string} */ label) => ({ all: [{ field: 'label', op: 'has', value: label }] });

scene('a view is made by keyboard, with a group, and found in the inbox', async ({ person, owner, desk }) => {
  await owner.call('PATCH', '/me', { locale: 'en' });
  await owner.call('POST', '/labels', { name: 'Refund' });
  const customer = await openVisitor(stage.desk, stage.owner.key);
  await customer.say('where is my money?');
  const { items } = await owner.call('GET', '/conversations?view=all');
  await owner.call('POST', `/conversations/${items[0].id}/labels`, { labels: ['Refund'] });
  const page = await (await person({ as: owner, locale: 'en' })).newPage();
  await page.goto(`${desk.origin}/settings/views`);
  await page.getByRole('button', { name: 'New view' }).press('Enter');
  await eventually('the name has the focus', () => page.evaluate(() => document.activeElement?.id === 'view-name'));
  await page.keyboard.type('Money');
  await page.getByRole('button', { name: 'Add condition' }).press('Enter');
  await page.getByRole('button', { name: 'Add group' }).press('Enter');
  await eventually('three conditions', async () => (await page.locator('.filter-row').count()) === 3);
  assert.equal(await page.locator('.filter-rows .filter-group').count(), 1);
  await assertAccessible(page, 'the builder');
  await page.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await page.locator('.thing-name', { hasText: 'Money' }).waitFor();
  const [view] = (await owner.call('GET', '/views')).items;
  assert.deepEqual(view.filter.all[1], { field: 'label', op: 'has', value: 'Refund' });
  assert.ok(view.filter.all[2].any, 'a group of the other kind');

  const mine = await openInbox(page, desk.links.workbench);
  await mine.row('where is my money?').first().waitFor();
  await page.locator('.title-button').click();
  await page.getByRole('menuitemradio', { name: 'Money' }).click();
  await page.locator('.view-pill[aria-pressed="true"]', { hasText: 'Money' }).waitFor();
  await eventually('it is counted', async () => (await page.locator('.view-pill[aria-pressed="true"] .count').innerText()) === '1');
  // Under the pointer the row stays where it is; it goes once the pointer has left.
  await owner.call('POST', `/conversations/${items[0].id}/labels`, { labels: [] });
  await eventually('it is not counted', async () => (await page.locator('.view-pill[aria-pressed="true"] .count').innerText()) === '0');
  assert.equal(await mine.row('where is my money?').count(), 1);
  await page.mouse.move(700, 400);
  await page.getByText('No conversations match this view.').waitFor();
  await page.keyboard.press('3');
  await mine.row('where is my money?').first().waitFor();
  await page.keyboard.press('8');
  await page.getByText('No conversations match this view.').waitFor();
  customer.leave();
});

scene('views change their places by keys and by dragging', async ({ person, owner, desk }) => {
  await owner.call('PATCH', '/me', { locale: 'zh-CN' });
  for (const name of ['甲', '乙', '丙']) await save(owner, name, labelled('退款'), { shared: true });
  const page = await (await person({ as: owner })).newPage();
  await page.goto(`${desk.origin}/settings/views`);
  await page.locator('.thing-name', { hasText: '丙' }).waitFor();
  const grip = page.getByRole('button', { name: /^丙，/ });
  await grip.press('ArrowUp');
  await grip.press('ArrowUp');
  const names = async () => (await owner.call('GET', '/views')).items.filter((/** @type {any} */ one) => one.shared).map((/** @type {any} */ one) => one.name);
  await eventually('the desk has the order', async () => String(await names()) === '丙,甲,乙');
  await eventually('the grip keeps the focus', () => page.evaluate(() => document.activeElement?.classList.contains('order-grip') ?? false));
  await page.locator('.order-grip', { hasText: '1' }).last().dragTo(page.locator('.thing', { hasText: '乙' }));
  await eventually('dragged', async () => String(await names()) === '甲,乙,丙');
});

scene('one action reaches everything in a view, and is taken back', async ({ person, owner, desk }) => {
  await owner.call('PATCH', '/me', { locale: 'en' });
  for (let number = 0; number < 230; number += 1) await owner.call('POST', '/conversations', { user_id: `w${number}`, channel: 'api', initial_message: `whole ${number}` });
  const view = await save(owner, 'By API', { all: [{ field: 'channel', op: 'is', value: 'api' }, { field: 'state', op: 'is_not', value: 'closed' }] });
  const page = await (await person({ as: owner, locale: 'en' })).newPage();
  await page.goto(`${desk.origin}/inbox?view=${view.id}`);
  await page.locator('.row', { hasText: 'whole' }).first().waitFor();
  // Pressed while a page is on its way, it takes what is there.
  await eventually('all that can be chosen one by one', async () => {
    await page.keyboard.press('Control+Shift+A');
    return page.getByText('200 conversations selected').isVisible();
  });
  await page.getByRole('button', { name: 'Select all in this view' }).click();
  await page.getByText('Everything in this view selected').waitFor();
  await assertAccessible(page, 'with everything selected');
  await page.locator('.bulk-action', { hasText: 'Close' }).click();
  await page.getByText('230 conversations closed').waitFor();
  assert.equal((await owner.call('GET', `/views/${view.id}/counts`)).unclosed, 0);
  await page.keyboard.press('u');
  await eventually('all are back', async () => (await owner.call('GET', `/views/${view.id}/counts`)).unclosed === 230);
});
