/** Teams, roles and what people are good at: made in the settings, and used where a conversation is given away. */
import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.js';
import { COLLEAGUE } from './support/desk.js';
import { eventually, settles } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { openInbox } from './support/workbench.js';

const { scene, stage } = openStage();

/** The colleague, who joins once. */
async function colleague() {
  const { items } = await stage.owner.call('GET', '/agents');
  const known = items.find((/** @type {any} */ agent) => agent.email === COLLEAGUE.email);
  if (known) return known;
  await stage.desk.addAgent(COLLEAGUE);
  return colleague();
}

/** @param {string} path */
const items = async (path) => /** @type {any[]} */ ((await stage.owner.call('GET', path)).items);

scene('a team is made, filled, changed and given a conversation', async ({ person, owner, desk, expect }) => {
  expect(/status of 409/);
  const agent = await colleague();
  await owner.call('PATCH', '/me', { locale: 'en' });
  const page = await (await person({ as: owner, locale: 'en' })).newPage();
  await page.goto(`${desk.origin}/settings/teams`);
  await page.getByText('There are no teams yet').waitFor();
  await page.getByRole('button', { name: 'New team' }).click();
  await settles(() => page.locator('#team-name').evaluate((field) => document.activeElement === field), true);
  await page.keyboard.type('Returns');
  await page.getByRole('checkbox', { name: agent.name }).check();
  await assertAccessible(page, 'a team being written');
  await page.keyboard.press('Enter');
  await page.locator('[data-team="Returns"]', { hasText: '1 member' }).waitFor();
  const [team] = await items('/teams');
  assert.deepEqual(team.agent_ids, [agent.id]);

  // The same name again is told at the field.
  await page.getByRole('button', { name: 'New team' }).click();
  await page.locator('#team-name').fill('returns');
  await page.locator('#team-name').press('Enter');
  await page.getByText('Another team has this name').waitFor();
  await page.locator('#team-name').press('Escape');
  await page.getByRole('button', { name: 'More for “Returns”' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByRole('switch', { name: 'Customers may choose it' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('[data-team="Returns"]', { hasText: 'customers may choose it' }).waitFor();

  const visitor = await openVisitor(desk, owner.key);
  await visitor.say('My cup arrived chipped');
  const mine = await openInbox(page, desk.links.workbench);
  await mine.open('My cup arrived chipped');
  await page.locator('.assign-button').click();
  await page.getByRole('menuitemradio', { name: /Returns.*nobody online/ }).waitFor();
  await assertAccessible(page, 'whom to give it to');
  await page.getByRole('menuitemradio', { name: /Returns/ }).click();
  await page.getByRole('textbox', { name: /Note for your team/ }).fill('The rim, not the lid');
  await assertAccessible(page, 'the note for a team');
  await page.keyboard.press('Enter');
  await page.locator('.line', { hasText: 'The rim, not the lid' }).waitFor();
  const row = () => owner.call('GET', `/conversations/${visitor.conversation}`);
  await eventually('the team has it', async () => (await row()).team_id === team.id);
  // Taken back as quickly.
  await page.getByRole('button', { name: 'Undo' }).click();
  await eventually('it is everybody’s again', async () => (await row()).team_id === null);
  visitor.leave();
});

scene('a role is made of sentences, and given', async ({ person, owner, desk, expect }) => {
  expect(/status of 422/);
  const agent = await colleague();
  await owner.call('PATCH', '/me', { locale: 'en' });
  const page = await (await person({ as: owner, locale: 'en' })).newPage();
  await page.goto(`${desk.origin}/settings/roles`);
  await page.getByRole('button', { name: 'View: Supervisor' }).click();
  await settles(() => page.getByRole('checkbox', { name: 'Reply to customers' }).isDisabled(), true, 'built in: to read');
  await assertAccessible(page, 'a built-in role');
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'New role' }).click();
  await page.locator('#role-name').fill('Night shift');
  await page.getByRole('button', { name: 'Only their teams’' }).click();
  await page.getByRole('checkbox', { name: 'Close and reopen' }).uncheck();
  await assertAccessible(page, 'a role being written');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.locator('[data-role="Night shift"]', { hasText: 'nobody has it' }).waitFor();
  const made = (await items('/roles')).find((role) => role.name === 'Night shift');
  assert.ok(made.rights.includes('reply') && !made.rights.includes('close'), String(made.rights));
  assert.equal(made.reading, 'teams');

  await page.goto(`${desk.origin}/settings/team`);
  await page.getByLabel(`Role of ${agent.name}`).selectOption({ label: 'Night shift' });
  await eventually('it is theirs', async () => (await colleague()).role_name === 'Night shift');
  await page.goto(`${desk.origin}/settings/roles`);
  await page.getByRole('button', { name: 'More for “Night shift”' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText(`${agent.name} would be left without a role`).waitFor();
});

scene('what somebody speaks and knows is written in their place', async ({ person, owner, desk, expect }) => {
  expect(/status of 400/);
  const agent = await colleague();
  await owner.call('PATCH', '/me', { locale: 'en' });
  const page = await (await person({ as: owner, locale: 'en' })).newPage();
  await page.goto(`${desk.origin}/settings/team`);
  await page.getByRole('button', { name: `Edit ${agent.name}` }).click();
  await page.locator('#member-languages').fill('english');
  await page.locator('#member-skills').fill('退款、 物流');
  await assertAccessible(page, 'a member being written');
  await page.locator('#member-skills').press('Enter');
  await page.getByText('Write languages as tags, such as zh-CN or en').waitFor();
  await page.locator('#member-languages').fill('zh-CN, en');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('zh-CN · en').waitFor();
  assert.deepEqual((await colleague()).skills.toSorted(), ['物流', '退款']);
});
