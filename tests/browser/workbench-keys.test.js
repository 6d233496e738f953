/** A whole round at the workbench without a mouse: every key that the list of keys promises. */
import assert from 'node:assert/strict';
import { COLLEAGUE } from './support/desk.js';
import { eventually, settles } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { openInbox } from './support/workbench.js';

const { scene } = openStage();

scene('a day by keyboard: move, open, reply, note, take, assign, close, views, details, theme, help', async ({ person, owner, desk }) => {
  await desk.addAgent(COLLEAGUE);
  const customers = [];
  for (const name of ['陈思远', 'Bob Stone', '李娜']) {
    const visitor = await openVisitor(desk, owner.key, { identity: { name } });
    await visitor.say(`${name} 在问`);
    customers.push(visitor);
  }
  const page = await (await person({ as: owner })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.row('李娜').waitFor();
  const press = (/** @type {string} */ key) => page.keyboard.press(key);
  const focus = () => page.evaluate(() => document.activeElement?.querySelector('.name')?.textContent ?? document.activeElement?.id ?? '');
  const focused = (/** @type {string} */ what) => eventually(`the focus is on ${what}`, async () => (await focus()) === what);

  // Rows: j and k move, Enter opens.
  await press('j');
  await press('j');
  await focused('Bob Stone');
  await press('k');
  await focused('陈思远');
  await press('j');
  await press('Enter');
  await mine.hears('Bob Stone 在问');

  // r to the reply, Shift Enter is a new line, Enter sends, and Ctrl Enter does everywhere; Esc is back in the list.
  await press('r');
  await focused('composer-text');
  await page.keyboard.type('One moment,');
  await press('Shift+Enter');
  await page.keyboard.type('I look it up. j k e');
  await press('Enter');
  await customers[1].hears('One moment,\nI look it up. j k e');
  await press('Escape');
  await focused('Bob Stone');

  // n to the note.
  await press('n');
  await page.keyboard.type('parcel 0987');
  await press('Control+Enter');
  await page.locator('.note', { hasText: 'parcel 0987' }).waitFor();
  await press('Escape');

  // a opens the menu of colleagues, arrows and Enter choose; m takes it back.
  await press('a');
  await page.getByRole('menu').waitFor();
  await press('ArrowDown');
  await press('Enter');
  await page.locator('.line', { hasText: '您把会话分配给了王磊' }).waitFor();
  // Where the menu was asked for.
  await focused('Bob Stone');
  await press('m');
  await page.locator('.line', { hasText: '您接手了' }).waitFor();

  // e closes, e again reopens.
  await press('e');
  await page.getByRole('button', { name: '重新打开' }).waitFor();
  await press('e');
  await page.getByRole('button', { name: '关闭', exact: true }).waitFor();

  // i hides and shows the details.
  await press('i');
  await eventually('details are hidden', async () => (await page.locator('#inbox').getAttribute('data-details')) === 'false');
  await press('i');
  await page.locator('.details .who-name').waitFor();

  // Digits are views.
  await press('2');
  await page.locator('.view-pill[aria-pressed="true"]', { hasText: '未分配' }).waitFor();
  await press('1');
  await page.locator('.view-pill[aria-pressed="true"]', { hasText: '我的' }).waitFor();
  await press('3');

  // Ctrl Shift L turns light into dark and back.
  await press('Control+Shift+L');
  await eventually('dark', () => page.evaluate(() => document.documentElement.dataset.theme === 'dark'));
  await press('Control+Shift+L');
  await eventually('light', () => page.evaluate(() => document.documentElement.dataset.theme === 'light'));

  // ? lists them all; Esc leaves the dialog, then the thread.
  await press('?');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  assert.ok((await dialog.locator('dt').count()) >= 14);
  await press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await press('Escape');
  await eventually('nothing is open', () => new URL(page.url()).pathname === '/inbox');
  await focused('Bob Stone');

  // Single keys are letters in a field, also while an input method is at work.
  await press('Enter');
  await press('r');
  await page.keyboard.type('e');
  await settles(() => mine.composer.inputValue(), 'e');
  await page.getByRole('button', { name: '关闭', exact: true }).waitFor();
});

scene('Tab reaches everything in order, with a visible ring', async ({ person, owner, desk }) => {
  const page = await (await person({ as: owner })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.open('李娜');
  await page.reload();
  await mine.composer.waitFor();
  const seen = [];
  for (let i = 0; i < 25; i += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const node = document.activeElement;
      if (!node || node === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(node);
      const place = node.closest('.rail, .list, .thread, .details')?.classList[0] ?? '';
      return { place, name: node.id || node.className || node.tagName, ring: outlineStyle !== 'none' && outlineWidth !== '0px' };
    });
    if (!at) break;
    seen.push(at);
  }
  const places = seen.map((one) => one.place).filter((place, i, all) => place !== all[i - 1]);
  assert.deepEqual(places, ['rail', 'list', 'thread'], JSON.stringify(seen));
  const ringless = seen.filter((one) => !one.ring && one.name !== 'composer-text').map((one) => one.name);
  assert.deepEqual(ringless, []);
});
