/** The palette by keyboard: what it is about, what it finds, doing it, going on to the next. */
import { assertAccessible } from './support/axe.js';
import { COLLEAGUE } from './support/desk.js';
import { eventually, settles } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { openInbox } from './support/workbench.js';

const { scene } = openStage();

scene('Ctrl K finds people, views and actions, does them, and gives the focus back', async ({ person, owner, desk }) => {
  await desk.addAgent(COLLEAGUE);
  for (const name of ['陈思远', 'Bob Stone', '李娜']) {
    const visitor = await openVisitor(desk, owner.key, { identity: { name } });
    await visitor.say(`${name} 在问`);
  }
  const page = await (await person({ as: owner })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.open('Bob Stone');
  const palette = page.locator('#palette');
  const chosen = () => page.locator('#palette [aria-selected="true"] .palette-label').innerText();

  await page.keyboard.press('Control+k');
  await palette.waitFor();
  await settles(() => page.locator('.palette-chip').innerText(), 'Bob Stone');
  await assertAccessible(page, 'the palette');
  await page.keyboard.type('王磊');
  await eventually('the colleague is found', async () => (await chosen()).includes('王磊'));
  await page.keyboard.press('Enter');
  await palette.waitFor({ state: 'detached' });
  await page.locator('.line', { hasText: '您把会话分配给了王磊' }).waitFor();

  // A customer's name leads to the conversation.
  const before = page.url();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('李娜');
  await eventually('the customer is found', async () => (await chosen()).startsWith('李娜'));
  await page.keyboard.press('Enter');
  await eventually('it is open', () => page.url() !== before);
  await mine.hears('李娜 在问');

  // Ctrl Enter closes this one and opens another.
  const was = page.url();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('关闭会话');
  await eventually('closing is found', async () => (await chosen()).startsWith('关闭会话'));
  await page.keyboard.press('Control+Enter');
  await page.locator('.toast').waitFor();
  await eventually('another one is open', () => page.url() !== was && page.url().includes('/inbox/'));

  // Nothing found says so; Esc leaves.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('zzzz');
  await page.locator('.palette-none').waitFor();
  await assertAccessible(page, 'the palette without an answer');
  await page.keyboard.press('Escape');
  await palette.waitFor({ state: 'detached' });
});
