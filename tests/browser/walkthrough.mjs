/**
 * Frames of one conversation as both sides see it, a phone beside the workbench, for the moving picture of the README. Not a test.
 *
 *   node tests/browser/walkthrough.mjs FOLDER
 *
 * Each frame is two pictures of one height, `NN-phone.png` and `NN-desk.png`; any tool that joins pictures makes the film.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { openBrowser } from './support/browser.js';
import { stageStory, storyOf } from './support/cast.js';
import { openDesk } from './support/desk.js';
import { openChat } from './support/widget.js';
import { openInbox } from './support/workbench.js';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: walkthrough.mjs FOLDER');
await mkdir(folder, { recursive: true });

const story = storyOf('zh-CN');
const desk = await openDesk();
const owner = await desk.setUp();
await stageStory(desk, owner, 'zh-CN');
await owner.call('PATCH', '/setup/list', { dismissed: true });
const browser = await openBrowser();
const phone = await (await browser.person({ phone: true, scale: 1 })).newPage();
const bench = await openInbox(await (await browser.person({ as: owner, screen: { width: 1180, height: 740 } })).newPage(), desk.links.workbench);

let frames = 0;
const frame = async () => {
  const name = String((frames += 1)).padStart(2, '0');
  await phone.screenshot({ path: path.join(folder, `${name}-phone.png`), animations: 'disabled' });
  await bench.page.screenshot({ path: path.join(folder, `${name}-desk.png`), animations: 'disabled' });
};

await phone.goto(`${desk.origin}/demo`);
await phone.waitForFunction(() => 'servicedesk' in window);
await frame();
const chat = await openChat(phone);
await chat.frame.locator('.state:not(:empty)').waitFor();
await frame();
await chat.box.fill(story.lina[1]);
await frame();
await chat.frame.locator('.send').tap();
await chat.becomes(story.lina[1], 'sent', 'delivered');
await bench.row(story.lina[1]).first().waitFor();
await frame();
await bench.row(story.lina[1]).first().click();
await bench.hears(story.lina[1]);
await bench.page.mouse.move(600, 300);
await frame();
await bench.composer.fill(story.answer);
await chat.frame.locator('.turn.typing').waitFor();
await frame();
await bench.composer.press('Control+Enter');
await chat.hears(story.answer);
await frame();
await bench.page.locator('.state-read').last().waitFor();
await frame();
await bench.page.locator('.thread-head .button[aria-keyshortcuts="e"]').click();
await bench.page.mouse.move(600, 300);
await bench.page.locator('.toast').waitFor();
await chat.frame.locator('.rating-face').nth(4).waitFor();
await frame();
await chat.frame.locator('.rating-face').nth(4).tap();
await chat.frame.locator('.rating button[type="submit"]').tap();
await chat.frame.locator('.rating-thanks').waitFor();
await frame();

await browser.end();
await desk.end();
process.exit(0);
