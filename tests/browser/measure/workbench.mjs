/**
 * How the workbench feels with much in it: a switch of conversations, typing under a long thread, scrolling the whole list, the
 * heap after thousands of live events. Figures for a person to read, not a test; run it on a quiet machine.
 *
 *   SERVICEDESK_BIN=target/release/servicedesk node tests/browser/measure/workbench.mjs [CONVERSATIONS] [EVENTS]
 */
import { openBrowser } from '../support/browser.js';
import { openDesk } from '../support/desk.js';
import { eventually } from '../support/eventually.js';
import { openVisitor } from '../support/visitor.js';
import { openInbox } from '../support/workbench.js';

const [conversations = 10_000, events = 5_000] = process.argv.slice(2).map(Number);
/** How often each is done. */
const TIMES = 60;
const LONG = 1_000;
/** How long a hand holds a button down; what the page does at its going down is over by then. */
const PRESS_MS = 80;

/** @param {number[]} all @param {number} part */
const quantile = (all, part) => [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * part))];
/** @param {string} name @param {number[]} all in ms */
const tell = (name, all) => console.log(`${name.padEnd(52)} p50 ${quantile(all, 0.5).toFixed(0)} ms   p95 ${quantile(all, 0.95).toFixed(0)} ms   max ${Math.max(...all).toFixed(0)} ms   (${all.length})`);

// The live events come as fast as the desk takes them, faster than one customer may write.
const desk = await openDesk({
  env: {
    SERVICEDESK_STATIC_DIR: process.env.SERVICEDESK_STATIC_DIR,
    SERVICEDESK_LIMITS__VISITOR_SENDS_PER_SECOND: '100000',
    SERVICEDESK_LIMITS__SENDS_HARD_PER_MINUTE: '100000',
  },
});
const owner = await desk.setUp();
await desk.command(['seed', '--conversations', String(conversations)]);
await owner.call('PATCH', '/setup/list', { dismissed: true });
const lina = await openVisitor(desk, owner.key);
await lina.say('从头说起');
const long = (await owner.call('GET', '/conversations?view=all&sort=newest&limit=1')).items[0].id;
/** @param {string} text */
const post = (text) => owner.call('POST', `/conversations/${long}/messages`, { client_message_id: crypto.randomUUID(), content: { kind: 'text', text } });
for (let i = 0; i < LONG; i += 1) await post(`第 ${i + 1} 条：水温八十五度，第一泡五秒出汤，往后每泡多坐两秒。`);

const browser = await openBrowser();
const mei = await browser.person({ as: owner });
const page = await mei.newPage();
const mine = await openInbox(page, desk.links.workbench);
await page.locator('.row').nth(5).waitFor();
const tools = await page.context().newCDPSession(page);
await tools.send('HeapProfiler.enable');

/** From the press of a row until its thread is painted. @param {number} slow */
async function switches(slow) {
  await tools.send('Emulation.setCPUThrottlingRate', { rate: slow });
  const all = [];
  for (let i = 0; i < TIMES; i += 1) {
    // As a hand does: the pointer comes, rests a moment, presses.
    const row = page.locator('.row').nth(i % 7);
    const box = await row.boundingBox();
    if (!box) throw new Error('the row is gone');
    await page.mouse.move(box.x + 120, box.y + box.height / 2, { steps: 4 });
    await page.waitForTimeout(250);
    // The listener stands before the press comes, and the press is bare: a locator's click looks for what lies under it within the
    // event, and that would be counted.
    await page.evaluate(() => {
      const wait = new Promise((resolve) => {
        addEventListener(
          'click',
          (event) => {
            const began = event.timeStamp;
            const row = /** @type {HTMLElement} */ (event.target).closest('.row');
            const name = row?.querySelector('.name')?.textContent;
            const last = () => [...document.querySelectorAll('.thread-scroll .turn')].pop()?.textContent ?? '';
            const before = last();
            const painted = new MessageChannel();
            painted.port1.onmessage = () => resolve(performance.now() - began);
            const watch = new MutationObserver(() => {
              if (document.querySelector('.thread-head .name')?.textContent !== name || last() === before || !last()) return;
              watch.disconnect();
              // Drawn within a frame: what is posted in that frame comes after it is painted.
              requestAnimationFrame(() => painted.port2.postMessage(0));
            });
            watch.observe(document.body, { subtree: true, childList: true, characterData: true });
          },
          { capture: true, once: true },
        );
      });
      /** @type {any} */ (window).switched = wait;
    });
    await page.mouse.down();
    await page.waitForTimeout(PRESS_MS);
    await page.mouse.up();
    const ms = await page.evaluate(() => /** @type {any} */ (window).switched);
    all.push(Number(ms));
  }
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return all;
}
tell(`switch, ${conversations} in the view`, await switches(1));
tell(`switch, ${conversations} in the view, CPU ÷ 4`, await switches(4));

await page.goto(`${desk.origin}/inbox/${long}`);
await mine.composer.waitFor();
await page.locator('.turn').first().waitFor();
for (let i = 0; i < 40; i += 1) {
  await page.locator('.thread-scroll').evaluate((node) => node.scrollTo(0, 0));
  await page.waitForTimeout(120);
}
const turns = await page.locator('.thread-scroll .turn').count();
await page.locator('.thread-scroll').evaluate((node) => node.scrollTo(0, node.scrollHeight));
await mine.composer.click();
await page.evaluate(() => {
  const all = /** @type {number[]} */ ((/** @type {any} */ (window).keys = []));
  addEventListener('keydown', (event) => requestAnimationFrame(() => setTimeout(() => all.push(performance.now() - event.timeStamp))), true);
});
for (const char of '水温八十五度第一泡五秒出汤 the first infusion five seconds and then two more'.repeat(2)) await page.keyboard.press(char === ' ' ? 'Space' : char.length === 1 && char < '\u0080' ? char : 'a', { delay: 25 });
tell(`key to paint with ${turns} turns in the document`, await page.evaluate(() => /** @type {any} */ (window).keys));

await page.goto(desk.links.workbench);
await page.locator('.row').nth(5).waitFor();
const scrolled = await page.evaluate(async () => {
  const list = /** @type {HTMLElement} */ (document.querySelector('.list-scroll'));
  const frames = [];
  let most = 0;
  let before = performance.now();
  let still = 0;
  let last = -1;
  while (still < 60) {
    list.scrollTop += 900;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const now = performance.now();
    frames.push(now - before);
    before = now;
    most = Math.max(most, list.querySelectorAll('.row').length);
    still = list.scrollTop === last ? still + 1 : 0;
    last = list.scrollTop;
  }
  return { frames, most, height: list.scrollHeight };
});
tell(`frame while scrolling to row ${Math.round(scrolled.height / 72)}`, scrolled.frames);
console.log(`rows in the document at most: ${scrolled.most}; frames over 50 ms: ${scrolled.frames.filter((ms) => ms > 50).length}`);

await page.goto(`${desk.origin}/inbox/${long}`);
await mine.composer.waitFor();
const heap = async () => {
  await tools.send('HeapProfiler.collectGarbage');
  return (await tools.send('Runtime.getHeapUsage')).usedSize / 1e6;
};
const began = await heap();
for (let i = 0; i < events; i += 1) {
  await (i % 2 ? post(`动静 ${i}`) : lina.say(`动静 ${i}`));
  if ((i + 1) % (events / 5) === 0) {
    await eventually('it is here', async () => (await page.locator('.thread-scroll').innerText()).includes(`动静 ${i}`), 60_000);
    console.log(`heap after ${String(i + 1).padStart(5)} live events: ${(await heap()).toFixed(1)} MB (began with ${began.toFixed(1)})`);
  }
}
lina.leave();
await browser.end();
await desk.end();
process.exit(0);
