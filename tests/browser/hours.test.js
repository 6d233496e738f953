/** Business hours as a person keeps them: several ranges, days in a row, a year by keyboard, a file of holidays, two who edit. */
import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.js';
import { eventually } from './support/eventually.js';
import { openStage } from './support/stage.js';

const { scene } = openStage();

const WEEK = [1, 2, 3, 4, 5].map((day) => ({ day, opens: '09:00', closes: '18:00' }));
const HOLIDAYS = JSON.stringify({
  year: 2026,
  days: [
    { name: '国庆节', date: '2026-10-01', isOffDay: true },
    { name: '国庆节', date: '2026-10-02', isOffDay: true },
    { name: '国庆节', date: '2026-10-10', isOffDay: false },
    { name: '春节', date: '2026-02-30', isOffDay: true },
  ],
});

/** @typedef {import('./support/stage.js').Scene} Scene */

/** The shop's calendar as the desk has it. @param {Scene['owner']} owner */
const shops = async (owner) => (await owner.call('GET', '/calendars')).items[0];

/** A fresh week, and the page with it. @param {Scene} on @param {{locale?:'en'|'zh-CN', phone?:boolean}} [how] */
async function openHours({ person, owner, desk }, { locale = 'en', phone = false } = {}) {
  await owner.call('PATCH', '/me', { locale });
  const { version } = await shops(owner);
  await owner.call('PUT', `/calendars/${(await shops(owner)).id}`, { version, time_zone: 'Asia/Shanghai', week: WEEK });
  const page = await (await person({ as: owner, locale, phone })).newPage();
  await page.goto(`${desk.origin}/settings/hours`);
  await page.locator('.year-months').waitFor();
  // The days of a test lie in this year, whichever year it is.
  const back = page.getByRole('button', { name: `${locale === 'en' ? 'Show ' : '看 '}` }).first();
  while (Number(await page.locator('.year-number').innerText()) > 2026) await back.click();
  return page;
}

scene('a day gets a break, days in a row become one entry, and all is live at once', async (on) => {
  const page = await openHours(on);
  await page.getByRole('button', { name: 'Add hours on Monday' }).click();
  await page.getByLabel('Monday, opens').nth(1).waitFor();
  await page.getByLabel('Monday, closes').first().fill('12');
  await page.getByLabel('Monday, opens').last().fill('1330');
  await page.getByLabel('Monday, closes').last().fill('18');
  await page.getByRole('button', { name: 'Add a date' }).click();
  await eventually('its date is next', () => page.evaluate(() => document.activeElement?.id === 'day-from'));
  await page.getByLabel('From').fill('2026-10-01');
  await page.getByLabel('From').blur();
  await page.getByLabel('To', { exact: true }).fill('2026-10-03');
  await page.getByLabel('To', { exact: true }).blur();
  await page.getByLabel('Name').fill('National Day');
  await assertAccessible(page, 'an entry that is written');
  await page.getByRole('button', { name: 'Done' }).click();
  const run = page.locator('.run', { hasText: 'National Day' });
  assert.match(await run.innerText(), /Oct 1 – 3/, 'three days are one line');
  assert.deepEqual((await shops(on.owner)).special_days, [], 'nothing is live yet');
  await page.keyboard.press('Control+s');
  await eventually('it is live', async () => (await shops(on.owner)).special_days.length === 3);
  const stored = await shops(on.owner);
  assert.deepEqual(stored.week.slice(0, 2), [
    { day: 1, opens: '09:00', closes: '12:00' },
    { day: 1, opens: '13:30', closes: '18:00' },
  ]);
  // Another kind of day, in its own place.
  await run.getByRole('button', { name: /^Edit/ }).click();
  await page.getByRole('button', { name: 'Like a weekday' }).click();
  await page.getByLabel('Which weekday it’s like').selectOption({ label: 'Tuesday' });
  await page.getByRole('button', { name: 'Done' }).click();
  await page.keyboard.press('Control+s');
  await eventually('they are like a Tuesday', async () => (await shops(on.owner)).special_days.every((/** @type {any} */ day) => day.like === 2));
});

scene('what cannot be kept is said where it is, and nothing goes live', async (on) => {
  const page = await openHours(on);
  await page.getByRole('button', { name: 'Add hours on Friday' }).click();
  await page.getByLabel('Friday, opens').nth(1).waitFor();
  await page.getByLabel('Friday, opens').last().fill('17:00');
  await page.keyboard.press('Control+s');
  await page.getByText('These hours overlap').waitFor();
  const { version } = await shops(on.owner);
  await page.getByLabel('Friday, opens').last().fill('18:00');
  await page.getByRole('button', { name: 'Add a date' }).click();
  await page.getByLabel('From').fill('2026-05-04');
  await page.getByLabel('From').blur();
  await page.getByLabel('To', { exact: true }).fill('2026-05-01');
  await page.getByLabel('To', { exact: true }).blur();
  await page.getByText('The last day is before the first').waitFor();
  await page.keyboard.press('Control+s');
  await page.getByText('1 setting needs correcting').waitFor();
  assert.equal((await shops(on.owner)).version, version);
});

scene('the year is walked by keyboard alone, and a day is chosen in it', async (on) => {
  const page = await openHours(on, { locale: 'zh-CN' });
  await page.getByRole('button', { name: '2026年10月' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('.month').waitFor();
  await assertAccessible(page, 'the days of a month');
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  const chosen = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  assert.match(String(await chosen()), /10月10日星期六：休息/);
  await page.keyboard.press('Enter');
  await eventually('its date is next', () => page.evaluate(() => document.activeElement?.id === 'day-from'));
  assert.equal(await page.getByLabel('从').inputValue(), '2026-10-10');
  await page.getByRole('button', { name: '按某个星期' }).click();
  await page.keyboard.press('Control+s');
  await eventually('a Saturday is worked like a Monday', async () => (await shops(on.owner)).special_days[0]?.like === 1);
  await page.getByRole('button', { name: '2026年10月，1 个特殊日期' }).waitFor();
});

for (const phone of [false, true]) {
  scene(`a file of holidays is looked at, and taken, ${phone ? 'on a phone' : 'at a desk'}`, async (on) => {
    on.expect(/status of 400/);
    const page = await openHours(on, { phone });
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import holidays' }).click();
    await (await choosing).setFiles({ name: '2026.json', mimeType: 'application/json', buffer: Buffer.from(HOLIDAYS) });
    const panel = page.locator('.import');
    await panel.getByText('3 new days').waitFor();
    await panel.getByText('1 line left out').click();
    await panel.getByText('Line 4, not a date').waitFor();
    await assertAccessible(page, 'what a file changes');
    await panel.getByLabel('Work make-up days like').selectOption({ label: 'Tuesday' });
    await panel.getByText('Like Tuesday').waitFor();
    await panel.getByRole('button', { name: 'Add 3 days' }).click();
    await panel.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Publish' }).click();
    await eventually('they are live', async () => (await shops(on.owner)).special_days.length === 3);
    assert.equal((await shops(on.owner)).special_days[2].like, 2);

    const again = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import holidays' }).click();
    await (await again).setFiles({ name: 'face.png', mimeType: 'image/png', buffer: Buffer.from([137, 80, 78, 71, 13, 10, 26, 10, 0]) });
    await page.getByText('No holidays found in this file').waitFor();
  });
}

scene('of two who edit, nobody loses what they wrote', async (on) => {
  on.expect(/status of 409/);
  const page = await openHours(on);
  await page.getByRole('switch', { name: 'Friday' }).uncheck({ force: true });
  const theirs = await shops(on.owner);
  // Told of at once, so that the page has both; hidden from it, so that the desk has to say so.
  await page.route('**/api/v1/calendars', (route) => (route.request().method() === 'GET' ? route.abort() : route.continue()));
  on.expect(/ERR_FAILED/);
  const special_days = [{ date: '2026-10-01', name: 'National Day' }];
  await on.owner.call('PUT', `/calendars/${theirs.id}`, { version: theirs.version, time_zone: theirs.time_zone, week: theirs.week, special_days });
  await page.keyboard.press('Control+s');
  await page.getByText('Somebody just changed this').waitFor();
  await page.locator('.run', { hasText: 'National Day' }).waitFor();
  await page.keyboard.press('Control+s');
  await eventually('both are live', async () => {
    const { week, special_days: days } = await shops(on.owner);
    return days.length === 1 && !week.some((/** @type {any} */ range) => range.day === 5);
  });
});

scene('a second calendar begins as a copy, has a clock of its own, and goes', async (on) => {
  const page = await openHours(on);
  await page.getByRole('button', { name: 'New calendar' }).click();
  await eventually('its name is next', () => page.evaluate(() => document.activeElement?.id === 'calendar-name'));
  await page.keyboard.type('Night shift');
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'Night shift', selected: true }).waitFor();
  await page.getByLabel('Time zone').selectOption('Europe/Berlin');
  await page.keyboard.press('Control+s');
  const night = async () => (await on.owner.call('GET', '/calendars')).items[1];
  await eventually('it is live', async () => (await night()).time_zone === 'Europe/Berlin');
  assert.deepEqual((await night()).week, WEEK);
  assert.equal((await shops(on.owner)).time_zone, 'Asia/Shanghai');
  await assertAccessible(page, 'two calendars');
  await page.getByRole('button', { name: 'Delete “Night shift”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await eventually('it is gone', async () => (await night()) === undefined);
  await page.getByRole('tab').first().waitFor({ state: 'detached' });
});
