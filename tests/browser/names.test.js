/**
 * What a screen reader is told: roles, names and states of each main view, as the browser's accessibility tree has them, beside the
 * copies in `names/`. A wording that changes on purpose is written anew with `UPDATE_NAMES=1`.
 */
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { stageStory } from './support/cast.js';
import { openDesk } from './support/desk.js';
import { eventually } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { launcher, openChat } from './support/widget.js';
import { openInbox } from './support/workbench.js';

const { scene } = openStage();
const folder = new URL('./names/', import.meta.url);

/** What differs from run to run, said alike. @param {string} tree */
const steady = (tree) =>
  tree
    .replace(/\d{1,2}:\d{2}(:\d{2})?/g, 'TIME')
    .replace(/(\d{4} ?年 ?)?\d{1,2} ?月 ?\d{1,2} ?日/g, 'DATE')
    .replace(/\b(January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}(, \d{4})?/g, 'DATE')
    .replace(/\b\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*( \d{4})?/g, 'DATE')
    .replace(/(#|user-|[a-z]_)[0-9a-z]{6,}(_\d+)?/g, 'ID')
    .replace(/(127\.0\.0\.1|localhost):\d+/g, 'HOST')
    .replace(/\/url: .*/g, '/url: …');

/** @param {string} name @param {string} tree */
async function assertNames(name, tree) {
  const file = new URL(`${name}.yaml`, folder);
  const now = `${steady(tree)}\n`;
  if (process.env.UPDATE_NAMES) {
    await mkdir(folder, { recursive: true });
    await writeFile(file, now);
  }
  assert.equal(now, await readFile(file, 'utf8').catch(() => ''), `${name}: UPDATE_NAMES=1 writes it anew`);
}

for (const locale of /** @type {const} */ (['zh-CN', 'en'])) {
  scene(`the widget, ${locale}`, async ({ person, shop, owner }) => {
    const page = await (await person({ locale })).newPage();
    await page.goto(shop.page({ lang: locale }));
    const button = await eventually('the launcher is there', () => launcher(page));
    const words = { 'zh-CN': '茶到了吗', en: 'Has the tea arrived?' }[locale];
    const chat = await openChat(page);
    await assertNames(`widget-new-${locale}`, `launcher: ${button?.name}\n${await chat.frame.locator('body').ariaSnapshot()}`);
    await chat.write(words);
    await chat.becomes(words, 'sent', 'delivered');
    const { items } = await owner.call('GET', '/conversations?view=all&sort=newest&limit=1');
    await owner.call('POST', `/conversations/${items[0].id}/messages`, { client_message_id: `names-${locale}`, content: { kind: 'text', text: '**✓**' } });
    await chat.hears('✓');
    await owner.call('POST', `/conversations/${items[0].id}/resolve`, {});
    await chat.frame.locator('.rating-face').first().waitFor();
    await assertNames(`widget-ended-${locale}`, await chat.frame.locator('body').ariaSnapshot());
  });

  scene(`the inbox, ${locale}`, async ({ person, keep }) => {
    const desk = keep(await openDesk());
    const owner = await desk.setUp({ locale });
    const { story } = await stageStory(desk, owner, locale);
    const page = await (await person({ locale, as: owner })).newPage();
    const mine = await openInbox(page, `${desk.origin}/inbox`);
    await mine.open(story.lina[0]);
    await page.locator('.note').waitFor();
    for (const [name, place] of [['rail', '.rail'], ['thread', '.sheet']]) await assertNames(`inbox-${name}-${locale}`, await page.locator(place).ariaSnapshot());
    await assertNames(`inbox-list-${locale}`, await page.locator('.list-top').ariaSnapshot());
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await assertNames(`palette-${locale}`, await page.getByRole('dialog').ariaSnapshot());
  });
}
