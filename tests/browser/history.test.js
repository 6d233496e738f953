/** Long threads and long lists come by pages, and what is read stays where it is while they come. */
import assert from 'node:assert/strict';
import { eventually } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { callWidget, openChat } from './support/widget.js';
import { openInbox } from './support/workbench.js';

const { stage, scene } = openStage();
const SAID = 240;

/** @param {string} id @param {number} count */
async function talk(id, count) {
  for (let i = 1; i <= count; i += 1) {
    await stage.owner.call('POST', `/conversations/${id}/messages`, { client_message_id: `${id}-${i}`, content: { kind: 'text', text: `第 ${i} 句` } });
  }
}

scene('a visitor scrolls up to the first word, and the page under their eyes stands still', async ({ person, shop }) => {
  const lina = await person();
  const page = await lina.newPage();
  await page.goto(shop.page());
  const chat = await openChat(page);
  await chat.write('从头说起');
  await chat.becomes('从头说起', 'sent', 'delivered');
  const { items } = await stage.owner.call('GET', '/conversations?view=all&sort=newest&limit=1');
  await talk(items[0].id, SAID);
  await page.reload();
  await callWidget(page, 'open');
  const again = await openChat(page, { press: false });
  await again.hears(`第 ${SAID} 句`);
  assert.ok((await again.said()).length < 80, 'only the newest pages were loaded');

  const list = again.frame.locator('.scroll');
  let moved = 0;
  await eventually('the first word is reached', async () => {
    // The bubble in the middle of the window before and after a page came in above it.
    moved = Math.max(
      moved,
      await list.evaluate(async (scroll) => {
        scroll.scrollTop = 100;
        const middle = [...scroll.querySelectorAll('.bubble')].find((one) => one.getBoundingClientRect().top > scroll.clientHeight / 2);
        const before = middle?.getBoundingClientRect().top ?? 0;
        const top = scroll.scrollTop;
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        const grown = scroll.scrollTop - top;
        return grown > 0 ? Math.abs((middle?.getBoundingClientRect().top ?? 0) - before) : 0;
      }),
    );
    return (await again.said())[0] === '> 从头说起';
  });
  assert.ok(moved <= 2, `what is read moved by ${moved} px`);
  assert.equal((await again.said()).length, SAID + 1);
  await again.frame.locator('.greeting').waitFor();
});

scene('an agent does, too; and a list of hundreds keeps few rows in the document', async ({ person, owner, desk }) => {
  for (let i = 1; i <= 130; i += 1) await owner.call('POST', '/conversations', { user_id: `user-${i}`, channel: 'api', initial_message: `问题 ${i}` });
  const first = (await owner.call('GET', '/conversations?view=waiting&limit=1')).items[0];
  await talk(first.id, SAID);
  const mine = await openInbox(await (await person({ as: owner })).newPage(), `${desk.origin}/inbox/${first.id}`);
  const thread = mine.page.locator('.thread-scroll');
  await mine.page.locator('.bubble', { hasText: `第 ${SAID} 句` }).waitFor();
  assert.ok((await mine.said()).length <= 60);
  const turns = async () => (await mine.said()).map((words) => words.trim());
  const everything = ['问题 1', ...Array.from({ length: SAID }, (_, i) => `第 ${i + 1} 句`)];
  /** What is read must not move while more comes in above or below, and what goes at the other end is not missed. @param {number} step */
  const walk = async (step) => {
    const seen = new Set(await turns());
    await eventually('the other end is reached', async () => {
      const moved = await thread.evaluate(async (scroll, by) => {
        const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        scroll.scrollTop += by;
        const edge = scroll.getBoundingClientRect().top;
        const middle = [...scroll.querySelectorAll('.bubble')].find((one) => one.getBoundingClientRect().top > edge + scroll.clientHeight / 2);
        const before = middle?.getBoundingClientRect().top ?? 0;
        await frame();
        return middle?.isConnected ? Math.abs(middle.getBoundingClientRect().top - before) : 0;
      }, step);
      assert.ok(moved <= 2, `what is read moved by ${moved} px`);
      const now = await turns();
      assert.ok(now.length <= 160, `${now.length} turns at once`);
      for (const words of now) seen.add(words);
      return now.includes(step < 0 ? everything[0] : everything[SAID]) && (await thread.evaluate((scroll, up) => (up ? scroll.scrollTop === 0 : scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 2), step < 0));
    });
    return everything.filter((words) => !seen.has(words));
  };
  assert.deepEqual(await walk(-600), []);
  assert.deepEqual(await walk(600), []);
  assert.equal(await mine.page.locator('.jump').count(), 0);

  await walk(-600);
  await mine.page.locator('.jump').click();
  await eventually('back at the end', async () => (await turns()).at(-1) === everything[SAID]);
  await walk(-600);
  await mine.composer.fill('我在看上面');
  await mine.composer.press('Control+Enter');
  await eventually('what I say is in sight', async () => (await turns()).at(-1) === '我在看上面');

  const list = mine.page.locator('.list-scroll');
  const seen = new Set();
  let most = 0;
  await eventually('every row was seen', async () => {
    const rows = await list.locator('.row').evaluateAll((all) => all.map((row) => /** @type {HTMLElement} */ (row).dataset.id));
    most = Math.max(most, rows.length);
    for (const id of rows) seen.add(id);
    await list.evaluate((scroll) => scroll.scrollBy(0, 500));
    return seen.size >= 131;
  });
  assert.ok(most <= 40, `${most} rows at once`);
});
