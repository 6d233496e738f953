/**
 * The widget on a cheap phone and a slow network: how much later than the bare page's first paint the launcher stands there, how
 * long from the tap until somebody can type, and how long the page's main thread is kept busy, each beside the same page without
 * the tag, in turn. Figures for a person to read, not a test; run it on a quiet machine.
 *
 *   SERVICEDESK_BIN=target/release/servicedesk node tests/browser/measure/widget.mjs [TIMES]
 */
import { openBrowser } from '../support/browser.js';
import { openDesk } from '../support/desk.js';
import { openShop } from '../support/shop.js';
import { frameOf, pressLauncher } from '../support/widget.js';

const [times = 9] = process.argv.slice(2).map(Number);
const CPU = 4;
/** Round trip in ms, bytes per second each way. */
const NETWORKS = {
  'slow 4G': { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 },
  '400 kbit/s': { latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 },
};

/** @param {number[]} all */
const median = (all) => [...all].sort((a, b) => a - b)[all.length >> 1];
/** @param {string} name @param {number[]} all in ms */
const tell = (name, all) => console.log(`${name.padEnd(48)} median ${String(Math.round(median(all))).padStart(5)} ms   worst ${Math.round(Math.max(...all))} ms   (${all.length})`);

const desk = await openDesk();
const owner = await desk.setUp();
const shop = await openShop(desk, owner.key);
// As on a phone with little memory, every frame lives in one process: what slows the page slows the frame.
const browser = await openBrowser({ flags: ['--disable-site-isolation-trials'], off: ['IsolateOrigins', 'site-per-process'] });

/** @param {string} address @param {typeof NETWORKS['slow 4G']} network @param {boolean} open */
async function visit(address, network, open) {
  const person = await browser.person({ phone: true });
  const page = await person.newPage();
  const tools = await page.context().newCDPSession(page);
  await tools.send('Network.enable');
  await tools.send('Network.emulateNetworkConditions', { offline: false, ...network });
  await tools.send('Emulation.setCPUThrottlingRate', { rate: CPU });
  await page.addInitScript(() => {
    if (window !== top) {
      // In the frame: from the first line on, until a box that takes words is painted.
      const look = () => {
        const home = /** @type {HTMLElement|null} */ (document.querySelector('.home-talk'));
        const box = /** @type {HTMLTextAreaElement|null} */ (document.querySelector('.composer textarea'));
        if (home?.offsetParent) home.click();
        if (box?.offsetParent && !box.disabled) requestAnimationFrame(() => setTimeout(() => (/** @type {any} */ (window).typed = performance.timeOrigin + performance.now())));
        else setTimeout(look, 10);
      };
      look();
      return;
    }
    const seen = /** @type {any} */ (window).seen = { ready: 0, busy: 0 };
    // The launcher's element, known by the colour that it carries; what is inside is closed to the page.
    new MutationObserver((changes) => {
      const added = changes.flatMap((change) => [...change.addedNodes]);
      if (seen.ready || !added.some((node) => node instanceof HTMLElement && node.style.getPropertyValue('--back'))) return;
      requestAnimationFrame(() => setTimeout(() => (seen.ready = performance.now())));
    }).observe(document, { subtree: true, childList: true });
    new PerformanceObserver((list) => list.getEntries().forEach((one) => (seen.busy += Math.max(0, one.duration - 50)))).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(address, { waitUntil: 'load' });
  const tagged = await page.evaluate(() => Boolean(document.querySelector('script[data-key]')));
  if (tagged) await page.waitForFunction(() => /** @type {any} */ (window).seen.ready > 0);
  await page.waitForTimeout(1500);
  const figures = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    .../** @type {any} */ (window).seen,
    typing: 0,
  }));
  if (open) {
    // The tap comes to the page when it is done: the wait for the launcher's place is not counted.
    await page.evaluate(() => {
      addEventListener('pointerdown', (event) => (/** @type {any} */ (window).tapped = performance.timeOrigin + event.timeStamp), { capture: true, once: true });
    });
    await pressLauncher(page);
    const frame = await frameOf(page);
    await frame.waitForFunction(() => /** @type {any} */ (window).typed);
    const typed = await frame.evaluate(() => /** @type {any} */ (window).typed);
    figures.typing = Number(typed) - (await page.evaluate(() => /** @type {any} */ (window).tapped));
  }
  await person.context.close();
  return figures;
}

const bare = shop.page({ tag: false });
const tagged = shop.page();
for (const [name, network] of Object.entries(NETWORKS)) {
  const all = { bare: /** @type {any[]} */ ([]), with: /** @type {any[]} */ ([]) };
  for (let i = 0; i < times; i += 1) {
    all.bare.push(await visit(bare, network, false));
    all.with.push(await visit(tagged, network, true));
  }
  tell(`${name}: bare page painted`, all.bare.map((one) => one.paint));
  tell(`${name}: page with the tag painted`, all.with.map((one) => one.paint));
  tell(`${name}: launcher after the bare page`, all.with.map((one, i) => one.ready - all.bare[i].paint));
  tell(`${name}: tap until one can type`, all.with.map((one) => one.typing));
  tell(`${name}: main thread kept busy, added`, all.with.map((one, i) => one.busy - all.bare[i].busy));
}
await browser.end();
await shop.end();
await desk.end();
process.exit(0);
