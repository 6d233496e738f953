/**
 * Both faces without a pointer: a visitor's whole visit, and an agent's actions on a conversation, by keys alone. The focus is always
 * somewhere, and what has it has a name.
 */
import assert from 'node:assert/strict';
import { eventually, settles } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { frameOf, launcher } from './support/widget.js';
import { openInbox } from './support/workbench.js';

const { scene } = openStage();
const TABS_MAX = 40;

/** Name of what has the focus, as far as a reader would say it. @param {import('playwright-core').Page|import('playwright-core').Frame} place */
const named = (place) =>
  place.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return '';
    const label = /** @type {HTMLInputElement} */ (at).labels?.[0]?.textContent;
    return (at.getAttribute('aria-label') ?? label ?? at.textContent ?? '').trim();
  });

/** Goes on by Tab until something of this name has the focus. @param {import('playwright-core').Page} page @param {import('playwright-core').Page|import('playwright-core').Frame} place @param {string} name @param {string} [key] */
async function goTo(page, place, name, key = 'Tab') {
  const seen = [];
  for (let i = 0; i < TABS_MAX; i += 1) {
    const at = await named(place);
    if (at.includes(name)) return;
    seen.push(at);
    await page.keyboard.press(key);
  }
  throw new Error(`no "${name}" by ${key}: ${seen.join(' · ')}`);
}

scene('a whole visit by keys: find the chat, ask, read, end, rate, leave', async ({ person, shop, owner }) => {
  const page = await (await person()).newPage();
  await page.goto(shop.page());
  await eventually('the launcher is there', () => launcher(page));
  for (let i = 0; i < TABS_MAX && (await page.evaluate(() => document.activeElement?.localName)) !== 'servicedesk-widget'; i += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const frame = await frameOf(page);
  await frame.locator('.view:not([hidden])').first().waitFor();
  if (await frame.locator('.home-talk').isVisible()) {
    await goTo(page, frame, '找人聊');
    await page.keyboard.press('Enter');
  }
  await eventually('the field has the focus', () => frame.evaluate(() => document.activeElement?.tagName === 'TEXTAREA'));
  await page.keyboard.type('盖碗还有吗');
  await page.keyboard.press('Enter');
  await frame.locator('.turn.mine').first().waitFor();
  const [row] = await eventually('the desk has it', async () => {
    const { items } = await owner.call('GET', '/conversations?view=all&sort=newest&limit=1');
    return items[0]?.last_message?.text === '盖碗还有吗' ? items : null;
  });
  await owner.call('POST', `/conversations/${row.id}/messages`, { client_message_id: crypto.randomUUID(), content: { kind: 'text', text: '有的' } });
  await frame.locator('.turn:not(.mine) .bubble', { hasText: '有的' }).waitFor();

  // The menu, by arrows.
  await goTo(page, frame, '更多', 'Shift+Tab');
  await page.keyboard.press('Enter');
  for (let i = 0; i < 12 && !(await named(frame)).includes('结束对话'); i += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await frame.locator('.rating').waitFor();

  await goTo(page, frame, '很差');
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('ArrowRight');
  await goTo(page, frame, '想说点什么');
  await page.keyboard.type('很快');
  await goTo(page, frame, '提交');
  await page.keyboard.press('Enter');
  await frame.locator('.rating-thanks').waitFor();
  const { items } = await owner.call('GET', `/conversations/${row.id}/entries`);
  assert.ok(items.some((/** @type {any} */ entry) => entry.kind === 'rated' && entry.score === 5 && entry.comment === '很快'));

  await page.keyboard.press('Escape');
  await eventually('it is closed', async () => (await launcher(page))?.expanded === false);
  await settles(() => page.evaluate(() => document.activeElement?.localName), 'servicedesk-widget', 'the focus is back on the launcher');
});

scene('an agent answers, notes, labels, snoozes, closes and reopens by keys', async ({ person, desk, owner }) => {
  const lina = await openVisitor(desk, owner.key);
  await lina.say('订单 1042 到哪了');
  const mei = await person({ as: owner });
  const bench = await openInbox(await mei.newPage(), desk.links.workbench);
  const { page } = bench;
  const state = async () => (await owner.call('GET', `/conversations/${lina.conversation}`));
  await bench.row('订单 1042 到哪了').waitFor();
  await page.keyboard.press('j');
  for (let i = 0; i < 6 && !(await page.evaluate(() => document.activeElement?.textContent ?? '')).includes('1042'); i += 1) await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await bench.hears('订单 1042 到哪了');

  await page.keyboard.press('r');
  await eventually('the composer has the focus', () => page.evaluate(() => document.activeElement?.id === 'composer-text'));
  await page.keyboard.type('我查一下');
  await page.keyboard.press('Control+Enter');
  await lina.hears('我查一下');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await page.keyboard.type('催一下仓库');
  await page.keyboard.press('Control+Enter');
  await page.locator('.note-text', { hasText: '催一下仓库' }).waitFor();
  await page.keyboard.press('Escape');

  await page.keyboard.press('e');
  await eventually('it is closed', async () => (await state()).state === 'closed');
  await page.keyboard.press('e');
  await eventually('it is open again', async () => (await state()).state !== 'closed');
  await page.keyboard.press('t');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('加急');
  await page.keyboard.press('Enter');
  await eventually('it has the label', async () => (await state()).labels.includes('加急'));
  await page.keyboard.press('Escape');
  await page.getByRole('combobox').waitFor({ state: 'hidden' });
  // The box gives the focus back a moment after it is gone.
  await eventually('the times to put it off to', async () => {
    await page.keyboard.press('z');
    return page.getByRole('menu').isVisible();
  });
  await page.keyboard.press('Enter');
  await eventually('it is put off', async () => (await state()).state === 'snoozed');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await page.locator('#palette-query:focus').waitFor();
  await page.keyboard.type('工作时间');
  await page.keyboard.press('Escape');
});
