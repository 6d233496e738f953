/** A supervisor: the wall lives, says what would help and does it; over a colleague's conversation they look in, whisper and take over. */
import assert from 'node:assert/strict';
import { COLLEAGUE } from './support/desk.js';
import { eventually } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { openInbox } from './support/workbench.js';

const { stage, scene } = openStage();

/** Events of half an hour in a busy shop: one every nine seconds. */
const EVENTS = 200;
/** What a heap may gain over them that is no leak: caches, compiled code. */
const HEAP_GROWS_BYTES = 1_000_000;

const called = (/** @type {string} */ name) => ({ identity: { name } });
/** @param {string} text @param {object} [who] */
async function customer(text, who) {
  const visitor = await openVisitor(stage.desk, stage.owner.key, who);
  await visitor.say(text);
  return visitor;
}

/** The colleague, who joins once. @type {Promise<any>|null} */
let joined = null;
/** @param {any} desk */
function colleague(desk) {
  joined ??= desk.addAgent(COLLEAGUE).then(() => desk.signIn(COLLEAGUE));
  return joined;
}

scene('a supervisor looks in, whispers and takes over; the colleague sees each of it, the customer none', async ({ person, owner, desk }) => {
  const visitor = await customer('寄到杭州多少钱？', called('孙悦'));
  const wang = await colleague(desk);
  const theirs = await openInbox(await (await person({ as: wang })).newPage(), desk.links.workbench);
  await theirs.open('孙悦');
  await theirs.reply('杭州十二元');
  await theirs.hears('寄到杭州多少钱？');
  const mine = await openInbox(await (await person({ as: owner })).newPage(), desk.links.workbench);
  await mine.open('孙悦');
  await mine.page.locator('.look-in').getByText('这是王磊的会话').waitFor();
  await theirs.page.getByText('林晓梅在旁查看').waitFor();

  await mine.page.locator('.look-in').getByRole('button', { name: '提醒王磊' }).click();
  await eventually('the note names them', async () => (await mine.composer.inputValue()).startsWith('@王磊 '));
  await mine.composer.press('End');
  await mine.composer.pressSequentially('满百包邮');
  await mine.composer.press('Control+Enter');
  await theirs.page.locator('.note', { hasText: '满百包邮' }).waitFor();
  const noted = await wang.call('GET', '/conversations?view=mentions&limit=5');
  assert.equal(noted.items.length, 1, 'it rings: the note mentions them');

  await mine.page.locator('.look-in').getByRole('button', { name: '接管' }).click();
  await theirs.page.locator('.line', { hasText: '林晓梅接管了会话' }).waitFor();
  await mine.page.locator('.look-in').waitFor({ state: 'detached' });
  await mine.reply('满百包邮的');
  await eventually('the customer hears the answer', () => visitor.heard.some((frame) => frame.content?.text === '满百包邮的'));
  assert.ok(!visitor.heard.some((frame) => JSON.stringify(frame).includes('@王磊')), 'and not the whisper');
  assert.equal(await theirs.page.locator('.look-in').count(), 0, 'who does not supervise only looks');
});

scene('why somebody is away, and until when, is seen by colleagues', async ({ person, owner, desk }) => {
  const wang = await colleague(desk);
  const page = await (await person({ as: wang })).newPage();
  await openInbox(page, desk.links.workbench);
  await page.locator('.rail-me').click();
  await page.getByRole('menuitemradio', { name: '用餐' }).click();
  await page.getByRole('menuitem', { name: '30 分钟后回来' }).click();
  await page.locator('.rail-me .presence.away').waitFor();
  const agent = await eventually('it is stored', async () => {
    const { items } = await owner.call('GET', '/agents');
    return items.find((/** @type {any} */ one) => one.name === '王磊' && one.presence.reason === 'meal');
  });
  assert.ok(Date.parse(agent.presence.until) > Date.now());
  const wall = await (await person({ as: owner })).newPage();
  await wall.goto(`${desk.origin}/wall`);
  await wall.locator('.wall-people li', { hasText: '王磊' }).getByText('用餐').waitFor();
  await page.locator('.rail-me').click();
  await page.getByRole('menuitemradio', { name: '在线' }).click();
  await page.locator('.rail-me .presence.on').waitFor();
  await wall.locator('.wall-people li.online', { hasText: '王磊' }).waitFor();
});

scene('the team keeps its own reasons for being away', async ({ person, owner, desk }) => {
  const page = await (await person({ as: owner })).newPage();
  await page.goto(`${desk.origin}/settings/team`);
  await page.locator('#reason-new').fill('仓库盘点');
  await page.getByRole('button', { name: '添加原因' }).click();
  await eventually('it is kept', async () => (await owner.call('GET', '/availability-reasons')).items.at(-1).name === '仓库盘点');
  const training = page.getByRole('textbox', { name: '原因「培训」' });
  await training.fill('早会');
  await training.press('Enter');
  await page.getByRole('textbox', { name: '原因「早会」' }).waitFor();
  await page.getByRole('button', { name: '删除原因「早会」' }).click();
  await page.getByRole('textbox', { name: '原因「早会」' }).waitFor({ state: 'detached' });
  await page.locator('.rail-me').click();
  await page.getByRole('menuitemradio', { name: '仓库盘点' }).waitFor();
  assert.equal(await page.getByRole('menuitemradio', { name: '早会' }).count(), 0);
});

scene('the wall says what is wrong and what would help, and does it', async ({ person, owner, desk }) => {
  const wang = await colleague(desk);
  const theirs = await (await person({ as: wang })).newPage();
  await openInbox(theirs, desk.links.workbench);
  await owner.call('PUT', '/agents/me/availability', { state: 'offline' });
  await wang.call('PUT', '/agents/me/availability', { state: 'away' });
  const page = await (await person({ as: owner })).newPage();
  await page.goto(`${desk.origin}/wall`);
  await page.locator('.wall-well').waitFor();
  await customer('退款三天未到账', called('陈思远'));
  await page.locator('.wall-big strong', { hasText: /^1$/ }).waitFor();
  await page.locator('.wall-longest li', { hasText: '陈思远' }).getByText('退款三天未到账').waitFor();
  const alarm = page.locator('.wall-alarm');
  await alarm.getByText('1 位客户在等，没有人接待').waitFor();
  await alarm.getByText('王磊在，可以设为在线。').waitFor();
  await alarm.getByRole('button', { name: '把王磊设为在线' }).click();
  await page.locator('.wall-people li.online', { hasText: '王磊' }).waitFor();
  await page.locator('.wall-well').waitFor();
  await theirs.locator('.rail-me .presence.on').waitFor();
  // A person's availability is set where they stand.
  await page.locator('.wall-people li', { hasText: '王磊' }).getByRole('button').click();
  await page.getByRole('menuitemradio', { name: '离开' }).click();
  await page.locator('.wall-people li.away', { hasText: '王磊' }).waitFor();
  // And a row leads to the conversation.
  await page.locator('.wall-longest a').first().click();
  await page.locator('.bubble-customer', { hasText: '退款三天未到账' }).waitFor();
  await page.goBack();
  await page.locator('.wall-longest a').first().waitFor();
});

scene('who does not supervise has no wall', async ({ person, desk, expect }) => {
  expect(/status of 404/);
  const wang = await colleague(desk);
  const page = await (await person({ as: wang })).newPage();
  await openInbox(page, desk.links.workbench);
  assert.equal(await page.locator('.rail-item[href="/wall"]').count(), 0);
});

scene('half an hour of events leaves the wall true and its heap as it was', async ({ person, owner, desk }) => {
  const page = await (await person({ as: owner })).newPage();
  await page.goto(`${desk.origin}/wall`);
  await page.locator('.wall-big').waitFor();
  const devtools = await page.context().newCDPSession(page);
  const heap = async () => {
    await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = /** @type {any} */ (await devtools.send('Runtime.getHeapUsage'));
    return usedSize;
  };
  const waiting = async () => (await owner.call('GET', '/wall')).waiting;
  const shows = async () => Number(await page.locator('.wall-big strong').innerText());
  /** @param {number} from @param {number} to */
  const play = async (from, to) => {
    for (let at = from; at < to; at += 2) {
      const visitor = await customer(`第 ${at} 个问题`, called(`客人 ${at}`));
      if (at % 4 === 0) await owner.call('POST', `/conversations/${visitor.conversation}/messages`, { content: { kind: 'text', text: '好的' } });
      else await owner.call('POST', `/conversations/${visitor.conversation}/resolve`, {});
      visitor.leave();
    }
    await eventually('the wall shows what is so', async () => (await shows()) === (await waiting()));
  };
  await play(0, EVENTS / 4);
  const before = await heap();
  await play(EVENTS / 4, EVENTS);
  const grown = (await heap()) - before;
  console.log(`the wall's heap after ${EVENTS} events: ${before} B, then ${grown} B more, at most ${HEAP_GROWS_BYTES}`);
  assert.ok(grown < HEAP_GROWS_BYTES, `${grown} B`);
  assert.ok((await page.locator('*').count()) < 700, 'no rows pile up');
});
