/** What helps to write: canned replies by a slash, colleagues by an @, emoji, ways to send, drafts that follow to another machine. */
import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.js';
import { COLLEAGUE } from './support/desk.js';
import { eventually, settles } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { openInbox } from './support/workbench.js';

const { stage, scene } = openStage();

/** @param {string} text */
async function customer(text) {
  const one = await openVisitor(stage.desk, stage.owner.key);
  await one.say(text);
  return one;
}
const rowOf = async (/** @type {string} */ contact) => {
  const { items } = await stage.owner.call('GET', '/conversations?view=all&limit=200');
  return items.find((/** @type {any} */ row) => row.visitor_id === contact);
};

scene('a slash brings canned replies, filled in, and the gap is selected', async ({ person, owner, desk }) => {
  const one = await customer('退款呢');
  await owner.call('POST', '/canned', { shortcut: 'refund', title: '退款在路上', text: '{{contact.name}}您好，{{agent.name}}给您盯着。', shared: true });
  await owner.call('POST', '/canned', { shortcut: 'ship', title: '发货时间', text: '16:00 前下单当天发出。', shared: true });
  const page = await (await person({ as: owner })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.open('退款呢');
  await mine.composer.pressSequentially('/re');
  await page.getByRole('option', { name: /退款在路上/ }).waitFor();
  await assertAccessible(page, 'canned replies over the field');
  await page.keyboard.press('Enter');
  await eventually('it is filled in', async () => (await mine.composer.inputValue()) === `［待填］您好，${owner.agent.name}给您盯着。`);
  await page.keyboard.type('李娜');
  await settles(() => mine.composer.inputValue(), `李娜您好，${owner.agent.name}给您盯着。`);
  const used = async () => (await owner.call('GET', '/canned')).items.find((/** @type {any} */ row) => row.shortcut === 'refund').used;
  await eventually('the use is counted', async () => (await used()) === 1);
  // A slash within a word is none, and Esc leaves it alone.
  await mine.composer.fill('和/re');
  await eventually('no list', async () => (await page.getByRole('option').count()) === 0);
  await mine.composer.fill('');
  await mine.composer.pressSequentially('/sh');
  await page.getByRole('option', { name: /发货时间/ }).waitFor();
  await page.keyboard.press('Escape');
  await eventually('no list', async () => (await page.getByRole('option').count()) === 0);
  await settles(() => mine.composer.inputValue(), '/sh');
  one.leave();
});

scene('tools by pointer: emoji, bold, list; sent and closed, sent and put off', async ({ person, owner, desk }) => {
  const one = await customer('周六能到吗');
  const page = await (await person({ as: owner })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.open('周六能到吗');
  await mine.composer.fill('能');
  await page.getByRole('button', { name: '表情' }).click();
  await assertAccessible(page, 'the emoji');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await eventually('an emoji stands there', async () => /^能./u.test(await mine.composer.inputValue()));
  await mine.composer.pressSequentially(' :茶');
  await page.locator('#suggest [role=option]').first().waitFor();
  await assertAccessible(page, 'emoji by name');
  await mine.composer.press('Enter');
  await eventually('the one of that name, too', async () => (await mine.composer.inputValue()).endsWith(' 🍵'));
  for (let i = 0; i < 2; i += 1) await mine.composer.press('Backspace');
  await mine.composer.fill('到');
  await mine.composer.press('Control+a');
  await page.getByRole('button', { name: '加粗' }).click();
  await settles(() => mine.composer.inputValue(), '**到**');
  await mine.composer.fill('能到，放心');
  await page.getByRole('button', { name: '更多发送方式' }).click();
  await page.getByRole('menuitem', { name: '发送并推后到明天' }).click();
  await eventually('it is sent and put off', async () => (await rowOf(one.id))?.state === 'snoozed');
  one.leave();
});

scene('what is spoken is written at the caret, and a message is read aloud, where the browser can', async ({ person, owner, desk }) => {
  const one = await customer('能寄到拉萨吗');
  const page = await (await person({ as: owner })).newPage();
  await page.addInitScript(() => {
    const here = /** @type {any} */ (window);
    here.spoken = [];
    here.webkitSpeechRecognition = here.SpeechRecognition = class {
      start() {
        here.listening = this;
      }
      stop() {
        /** @type {any} */ (this).onend();
      }
    };
    here.SpeechSynthesisUtterance = class {
      /** @param {string} text */
      constructor(text) {
        /** @type {any} */ (this).text = text;
      }
    };
    Object.defineProperty(here, 'speechSynthesis', { value: { cancel() {}, speak: (/** @type {any} */ words) => here.spoken.push([words.text, words.lang]) } });
  });
  const mine = await openInbox(page, desk.links.workbench);
  await mine.open('能寄到拉萨吗');
  await mine.composer.fill('您好，');
  const button = page.getByRole('button', { name: '语音输入' });
  await button.click();
  await eventually('it listens', async () => (await button.getAttribute('aria-pressed')) === 'true');
  const hear = (/** @type {string} */ words) =>
    page.evaluate((text) => /** @type {any} */ (window).listening.onresult({ resultIndex: 0, results: [Object.assign([{ transcript: text }], { isFinal: true })] }), words);
  await hear('能寄，三天到');
  await settles(() => mine.composer.inputValue(), '您好，能寄，三天到');
  await button.click();
  await eventually('it listens no more', async () => (await button.getAttribute('aria-pressed')) === 'false');

  await page.locator('.turn-customer .turn-tools').first().click();
  await page.getByRole('menuitem', { name: '朗读' }).click();
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).spoken), [['能寄到拉萨吗', 'zh-CN']]);
  one.leave();
});

scene('an @ in a note names a colleague', async ({ person, owner, desk }) => {
  await desk.addAgent(COLLEAGUE);
  const one = await customer('谁管仓库');
  const page = await (await person({ as: owner })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.open('谁管仓库');
  await page.locator('#tab-note').click();
  await mine.composer.pressSequentially('@');
  await page.getByRole('option', { name: COLLEAGUE.name }).click();
  await settles(() => mine.composer.inputValue(), `@${COLLEAGUE.name} `);
  one.leave();
});

scene('a draft goes on at another machine, and is gone there once it is sent here', async ({ person, owner, desk }) => {
  const one = await customer('两台电脑');
  const page = await (await person({ as: owner })).newPage();
  const mine = await openInbox(page, desk.links.workbench);
  await mine.open('两台电脑');
  await mine.composer.fill('写到一半');
  const id = (await rowOf(one.id)).id;
  const kept = async () => (await owner.call('GET', '/drafts')).items.filter((/** @type {any} */ draft) => draft.conversation_id === id);
  await eventually('the desk has it', async () => (await kept())[0]?.text === '写到一半');
  const elsewhere = await (await person({ as: owner })).newPage();
  const there = await openInbox(elsewhere, page.url());
  await eventually('it goes on there', async () => (await there.composer.inputValue()) === '写到一半');
  await mine.reply('写完了');
  await eventually('the desk has none', async () => (await kept()).length === 0);
  await elsewhere.reload();
  const again = await openInbox(elsewhere, page.url());
  await again.hears('两台电脑');
  await settles(() => again.composer.inputValue(), '');
  one.leave();
});
