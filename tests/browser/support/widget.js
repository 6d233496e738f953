/**
 * The widget as a visitor meets it on a page: the launcher, which stands in a closed shadow root and so is found as a screen
 * reader finds it, and the conversation in its frame.
 */
import { eventually } from './eventually.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

/** The launcher as assistive technology sees it; null = not there. @param {Page} page */
export async function launcher(page) {
  const tools = await page.context().newCDPSession(page);
  try {
    const { nodes } = await tools.send('Accessibility.getFullAXTree');
    const button = nodes.find((node) => node.role?.value === 'button' && node.properties?.some((one) => one.name === 'hasPopup'));
    if (!button) return null;
    const expanded = button.properties?.find((one) => one.name === 'expanded');
    return { name: String(button.name?.value ?? ''), expanded: Boolean(expanded?.value?.value), id: button.backendDOMNodeId };
  } finally {
    await tools.detach();
  }
}

/** Where the launcher stands on the screen. @param {Page} page */
export async function launcherBox(page) {
  const found = await eventually('the launcher stands on the page', () => launcher(page));
  const tools = await page.context().newCDPSession(page);
  try {
    const { model } = await tools.send('DOM.getBoxModel', { backendNodeId: found.id });
    const [left, top, right, , , bottom] = model.border;
    return { x: left, y: top, width: right - left, height: bottom - top };
  } finally {
    await tools.detach();
  }
}

/** @param {Page} page */
export async function pressLauncher(page) {
  const { x, y, width, height } = await launcherBox(page);
  if (await page.evaluate(() => 'ontouchstart' in window)) await page.touchscreen.tap(x + width / 2, y + height / 2);
  else await page.mouse.click(x + width / 2, y + height / 2);
}

/** @param {Page} page @returns {Promise<Frame>} */
export const frameOf = (page) =>
  eventually('the conversation has a frame', () => page.frames().find((frame) => frame.url().includes('/w/frame') && !frame.isDetached()));

/**
 * Opens the conversation by the launcher and waits until somebody can write in it.
 * @param {Page} page @param {{press?:boolean}} [how] press:false = it is open already
 */
export async function openChat(page, { press = true } = {}) {
  await eventually('the launcher is there', () => launcher(page));
  // A tab that was left open is open again.
  if (press && !(await launcher(page))?.expanded) await pressLauncher(page);
  const frame = await frameOf(page);
  const box = frame.locator('.composer textarea');
  await frame.locator('.view:not([hidden])').first().waitFor();
  if (await frame.locator('.home-talk').isVisible()) await frame.locator('.home-talk').click();
  await frame.locator('.bubble').first().waitFor();

  const chat = {
    frame,
    box,
    /** Types like a person, with Enter or, on a phone, the button. @param {string} text */
    async write(text) {
      await box.click();
      await box.pressSequentially(text);
      if (await frame.evaluate(() => matchMedia('(hover: none) and (pointer: coarse)').matches)) await frame.locator('.send').tap();
      else await box.press('Enter');
    },
    /** What is shown, oldest first: `> own`, `< theirs`. The greeting of an empty conversation is left out. */
    said: () =>
      frame.evaluate(() =>
        [...document.querySelectorAll('.turn:not(.typing):not(.greeting)')].map(
          (turn) => `${turn.classList.contains('mine') ? '>' : '<'} ${turn.querySelector('.bubble')?.textContent}`,
        ),
      ),
    /** State of the own message with this text. @param {string} text */
    stateOf: (text) =>
      frame.evaluate((wanted) => {
        const turns = [...document.querySelectorAll('.turn.mine')].filter((turn) => turn.querySelector('.bubble')?.textContent === wanted);
        return /** @type {HTMLElement|undefined} */ (turns.at(-1))?.dataset.state ?? null;
      }, text),
    /** @param {string} text @param {...string} states any of these */
    becomes: (text, ...states) => eventually(`"${text}" is ${states.join(' or ')}`, async () => states.includes(String(await chat.stateOf(text)))),
    /** @param {string} text somebody else's */
    hears: (text) => frame.locator('.turn.theirs:not(.greeting) .bubble', { hasText: text }).first().waitFor(),
    lines: () => frame.locator('.line').allInnerTexts(),
    state: () => frame.locator('.view:not([hidden]) .state').innerText(),
  };
  return chat;
}

/** Calls `servicedesk(…)` of the page. @param {Page} page @param {...any} args @returns {Promise<any>} */
export async function callWidget(page, ...args) {
  await page.waitForFunction(() => typeof (/** @type {any} */ (window).servicedesk) === 'function');
  return page.evaluate((given) => /** @type {any} */ (window).servicedesk(...given), args);
}
