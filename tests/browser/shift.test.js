/**
 * A shift at the workbench by keyboard alone: what somebody does all day, one after another, each seen at the desk; the same on a
 * phone by touch; and how long it takes from a key to what it shows, once, to be told.
 */
import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.js';
import { COLLEAGUE } from './support/desk.js';
import { eventually } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { openInbox } from './support/workbench.js';

const { stage, scene } = openStage();

/** Customers who wait, the longest first. @param {string[]} names */
async function customers(...names) {
  /** @type {Record<string, Awaited<ReturnType<typeof openVisitor>>>} */ const all = {};
  for (const name of names) {
    all[name] = await openVisitor(stage.desk, stage.owner.key, { identity: { name } });
    await all[name].say(`${name}有一个问题`);
  }
  return all;
}

/** A conversation as the desk has it. @param {{conversation:string|null}} one */
const rowOf = (one) => stage.owner.call('GET', `/conversations/${one.conversation}`);
/** What happened in it. @param {{conversation:string|null}} one @returns {Promise<any[]>} */
const entriesOf = async (one) => (await stage.owner.call('GET', `/conversations/${one.conversation}/entries?limit=200`)).items;

/** A colleague with a team of their own. */
async function staff() {
  await stage.desk.addAgent(COLLEAGUE);
  const wang = await stage.desk.signIn(COLLEAGUE);
  const team = await stage.owner.call('POST', '/teams', { name: '售后', agent_ids: [wang.agent.id] });
  await stage.owner.call('POST', '/canned', { shortcut: 'ship', title: '发货时间', text: '16:00 前下单当天发出。', shared: true });
  return { wang, team };
}

/** Keys, and where they have led. @param {import('playwright-core').Page} page */
function hands(page) {
  const press = (/** @type {string[]} */ ...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  return {
    press,
    type: (/** @type {string} */ text) => page.keyboard.type(text),
    /** The row of this name has the focus. @param {string} name */
    async reach(name) {
      const focused = () => page.evaluate(() => document.activeElement?.closest('.row')?.querySelector('.name')?.textContent ?? '');
      let [key, last] = ['j', ''];
      await eventually(`the focus is on ${name}`, async () => {
        const now = await focused();
        if (now === name) return true;
        // At the end of the list: back up.
        if (now && now === last) key = key === 'j' ? 'k' : 'j';
        last = now;
        await press(key);
        return false;
      });
    },
    /** A menu, a field: what has the focus. @param {string} selector */
    at: (selector) => eventually(`${selector} has the focus`, () => page.evaluate((where) => Boolean(document.activeElement?.matches(where)), selector)),
    /** Down to an entry of the open menu, and chosen. @param {RegExp} label */
    async choose(label) {
      await page.getByRole('menu').waitFor();
      await eventually(`${label} has the focus`, async () => {
        if (label.test((await page.evaluate(() => document.activeElement?.textContent)) ?? '')) return true;
        await press('ArrowDown');
        return false;
      });
      await press('Enter');
    },
  };
}

scene('twenty things of a shift, by keys alone', async ({ person, owner, desk }) => {
  const { wang, team } = await staff();
  const { 李娜: lina, 赵敏: zhao, 何雯: wen, 孙悦: yue, 周明: zhou } = await customers('李娜', '赵敏', '何雯', '孙悦', '周明');
  const page = await (await person({ as: owner })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.row('周明').first().waitFor();
  const { press, type, reach, at, choose } = hands(page);

  // 1 by number to a view, 2 down to a customer and in, 3 take.
  await press('4');
  await page.locator('.view-pill[aria-pressed="true"]', { hasText: '待回复' }).waitFor();
  await press('3');
  await page.locator('.view-pill[aria-pressed="true"]', { hasText: '全部' }).waitFor();
  await reach('李娜');
  await press('Enter');
  await mine.hears('李娜有一个问题');
  await press('m');
  await eventually('taken', async () => (await rowOf(lina)).agent_id === owner.agent.id);

  // 4 reply, with 5 a canned reply.
  await press('r');
  await at('#composer-text');
  await type('/sh');
  await page.getByRole('option', { name: /发货时间/ }).waitFor();
  await press('Enter');
  await eventually('filled in', async () => (await mine.composer.inputValue()).includes('当天发出'));
  await press('Control+Enter');
  await lina.hears('16:00 前下单当天发出。');
  await press('Escape');

  // 6 a note that names somebody.
  await press('n');
  await type('@王');
  await page.getByRole('option', { name: /王磊/ }).waitFor();
  await press('Enter');
  await type('看一下这单');
  await press('Control+Enter');
  await eventually('they are named', async () => (await entriesOf(lina)).some((entry) => entry.note && entry.content?.mentions?.includes(wang.agent.id)));
  await press('Escape');

  // 7 a label, 8 a priority.
  await press('t');
  await page.getByRole('combobox', { name: '标签' }).waitFor();
  await type('破损');
  await press('Enter', 'Escape');
  await eventually('labelled', async () => (await rowOf(lina)).labels.includes('破损'));
  await page.getByRole('combobox', { name: '标签' }).waitFor({ state: 'hidden' });
  await press('p');
  await choose(/^\s*高/);
  await eventually('urgent', async () => (await rowOf(lina)).priority === 'high');
  await page.locator('.thread-head', { hasText: '优先级高' }).waitFor();

  // 9 snooze, 10 undo.
  await press('z');
  await choose(/明天/);
  await eventually('asleep', async () => (await rowOf(lina)).state === 'snoozed');
  await page.getByRole('button', { name: '撤销' }).first().waitFor();
  await press('u');
  await eventually('awake', async () => (await rowOf(lina)).state === 'open');

  // 11 no answer needed: nobody waits any more.
  await reach('赵敏');
  await press('q');
  await eventually('nobody waits', async () => (await rowOf(zhao)).waiting_since === null);

  // 12 hand over to a team with a note, from the menu of colleagues.
  await reach('何雯');
  await press('Enter');
  await mine.hears('何雯有一个问题');
  await press('a');
  await choose(/售后/);
  await at('#hand-note');
  await assertAccessible(page, 'the note for a team');
  await type('要换一只盖碗');
  await press('Enter');
  await eventually('the team has it', async () => (await rowOf(wen)).team_id === team.id);
  assert.ok((await entriesOf(wen)).some((entry) => entry.kind === 'team' && entry.note === '要换一只盖碗'));
  await page.locator('.line', { hasText: '要换一只盖碗' }).waitFor();
  // 13 taken back at once.
  await page.getByRole('button', { name: '撤销' }).first().waitFor();
  await press('u');
  await eventually('it is everybody’s again', async () => (await rowOf(wen)).team_id === null);

  // 14 the same to a colleague, by a key of its own.
  await press('Shift+A');
  await page.getByRole('combobox', { name: '转交' }).waitFor();
  await assertAccessible(page, 'whom to hand it to');
  await type('王磊');
  await press('Enter');
  await at('#hand-note');
  await type('客户只讲英文');
  await press('Enter');
  await eventually('the colleague has it', async () => (await rowOf(wen)).agent_id === wang.agent.id);
  assert.ok((await entriesOf(wen)).some((entry) => entry.kind === 'transferred' && entry.note === '客户只讲英文'));

  // 15 in the palette, teams too.
  await press('Control+k');
  await at('#palette-query');
  await type('售后');
  await eventually('the team is found', async () => (await page.locator('#palette [aria-selected="true"]').innerText()).includes('售后'));
  await press('Enter');
  await at('#hand-note');
  await press('Enter');
  await eventually('the team has it', async () => (await rowOf(wen)).team_id === team.id);
  await page.getByRole('button', { name: '撤销' }).first().waitFor();
  await press('u');
  await eventually('taken back', async () => (await rowOf(wen)).team_id === null);

  // 16 close and on to the next, 17 reopen.
  await reach('孙悦');
  await press('Shift+E');
  await eventually('closed', async () => (await rowOf(yue)).state === 'closed');
  await page.locator('#thread-title', { hasText: '周明' }).waitFor();
  await press('e');
  await eventually('closed, too', async () => (await rowOf(zhou)).state === 'closed');
  await press('e');
  await eventually('open again', async () => (await rowOf(zhou)).state !== 'closed');

  // 18 several at once: ticked, labelled, given a priority, all of it undone.
  await press('Escape');
  await reach('李娜');
  await press('x');
  await reach('赵敏');
  await press('x');
  await page.getByText('已选 2 个会话').waitFor();
  await press('p');
  await choose(/紧急/);
  for (const one of [lina, zhao]) await eventually('both are urgent', async () => (await rowOf(one)).priority === 'urgent');
  await page.getByText('已更改 2 个会话的优先级').waitFor();
  await page.getByRole('button', { name: '撤销' }).first().waitFor();
  await press('u');
  await eventually('as before', async () => (await rowOf(lina)).priority === 'high' && (await rowOf(zhao)).priority === 'normal');

  // 19 look in on a colleague's, and tell them something that the customer does not hear.
  await owner.call('POST', `/conversations/${zhao.conversation}/assign`, { agent_id: wang.agent.id });
  await reach('赵敏');
  await press('Enter');
  await page.getByText('对方能看到您在旁查看').waitFor();
  await press('n');
  await type('先别退款');
  await press('Control+Enter');
  await eventually('a note', async () => (await entriesOf(zhao)).some((entry) => entry.note && entry.content?.text === '先别退款'));
  await press('Escape');

  // 20 away, and back, from the palette.
  await press('Control+k');
  await at('#palette-query');
  await type('接待状态：离开');
  await eventually('it is found', async () => (await page.locator('#palette [aria-selected="true"]').innerText()).includes('离开'));
  await press('Enter');
  const mei = async () => (await owner.call('GET', '/agents')).items.find((/** @type {any} */ agent) => agent.id === owner.agent.id);
  await eventually('away', async () => (await mei()).availability === 'away');
  await press('Control+k');
  await at('#palette-query');
  await type('接待状态：在线');
  await eventually('it is found', async () => (await page.locator('#palette [aria-selected="true"]').innerText()).includes('在线'));
  await press('Enter');
  await eventually('there', async () => (await mei()).availability === 'online');
  await assertAccessible(page, 'the end of a shift');
  for (const one of [lina, zhao, wen, yue, zhou]) one.leave();
});

scene('what a shift needs is under the thumb, too', async ({ person, owner, desk }) => {
  const [team] = (await owner.call('GET', '/teams')).items;
  const { 阿福: fu } = await customers('阿福');
  const page = await (await person({ as: owner, phone: true })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.row('阿福').first().tap();
  await mine.hears('阿福有一个问题');
  await mine.composer.fill('马上看');
  await page.getByRole('button', { name: '发送', exact: true }).tap();
  await fu.hears('马上看');
  await page.locator('#snooze').tap();
  await page.getByRole('menuitem', { name: /3 小时后/ }).tap();
  await eventually('asleep', async () => (await rowOf(fu)).state === 'snoozed');
  await page.getByRole('button', { name: '撤销' }).tap();
  await eventually('awake', async () => (await rowOf(fu)).state === 'open');
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing hangs over the edge');

  // Whatever has no button of its own is in the palette, one tap from the search.
  await page.locator('.thread-head .only-phone').first().tap();
  await page.locator('.rail-item', { hasText: '搜索' }).tap();
  await page.locator('#search-words').waitFor();
  await page.getByRole('button', { name: '命令' }).tap();
  await page.locator('#palette').waitFor();
  await assertAccessible(page, 'the palette on a phone');
  await page.goBack();
  await page.locator('#palette').waitFor({ state: 'detached' });
  assert.ok(team);
  fu.leave();
});

scene('from a key to what it shows, measured once', async ({ person, owner, desk }) => {
  const { 钱多: qian, 孙悦: sun } = await customers('钱多', '孙悦');
  const page = await (await person({ as: owner })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.row('钱多').first().waitFor();
  const { press, reach } = hands(page);
  // From the key, as the browser stamped it, to the frame after what it was to show is in the document.
  await page.evaluate(() => {
    const told = /** @type {any} */ (window);
    told.took = [];
    told.watch = (/** @type {string} */ what, /** @type {string} */ selector, /** @type {string} */ text) => {
      addEventListener(
        'keydown',
        ({ timeStamp }) => {
          const look = () => {
            const there = [...document.querySelectorAll(selector)].some((node) => node.textContent?.includes(text));
            if (!there) return requestAnimationFrame(look);
            requestAnimationFrame(() => told.took.push({ what, ms: performance.now() - timeStamp }));
          };
          requestAnimationFrame(look);
        },
        { once: true, capture: true },
      );
    };
  });
  /** @param {string} what @param {string} key @param {string} selector @param {string} [text] */
  const measure = async (what, key, selector, text = '') => {
    const before = await page.evaluate(() => /** @type {any} */ (window).took.length);
    await page.evaluate(([name, where, words]) => /** @type {any} */ (window).watch(name, where, words), [what, selector, text]);
    await press(key);
    await eventually(`${what} is shown`, () => page.evaluate((count) => /** @type {any} */ (window).took.length > count, before));
  };
  await reach('钱多');
  await measure('open', 'Enter', '.bubble-customer', '钱多有一个问题');
  await measure('take', 'm', '.row', '林');
  await measure('close', 'e', '.thread-head', '重新打开');
  await measure('reopen', 'e', '.thread-head', '关闭');
  await measure('assign menu', 'a', '.menu:popover-open', '');
  await press('Escape');
  await measure('view', '1', '.view-pill[aria-pressed="true"]', '我的');
  const took = await page.evaluate(() => /** @type {any} */ (window).took);
  for (const { what, ms } of took) console.log(`${what}: ${Math.round(ms)} ms from key to paint, 100 are the aim`);
  assert.equal(took.length, 6);
  qian.leave();
  sun.leave();
});
