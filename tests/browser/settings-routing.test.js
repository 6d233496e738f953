/** The page of the routing: rules are written, ordered and tried by hand and by keys, and say what they do. */
import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.js';
import { eventually } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';

const { scene } = openStage({ env: { SERVICEDESK_ROUTING__ENABLED: 'true' } });

/** @typedef {import('./support/stage.js').Scene} Scene */

/** @param {Scene} scene @param {object} [how] */
async function open({ person, owner, desk }, how = {}) {
  await owner.call('PATCH', '/me', { locale: 'en', theme: 'light' });
  const page = await (await person({ as: owner, locale: 'en', ...how })).newPage();
  await page.goto(`${desk.origin}/settings/routing`);
  await page.locator('#add-rule').waitFor();
  return page;
}

/** @param {Scene['owner']} owner */
const stored = async (owner) => (await owner.call('GET', '/routing/rules')).rules;
/** @param {Scene['owner']} owner @param {object[]} rules */
async function put(owner, rules) {
  const { version } = await owner.call('GET', '/routing/rules');
  return owner.call('PUT', '/routing/rules', { version, rules });
}
/** @param {string} name @param {any} when @param {object} follows */
// biome-ignore lint/suspicious/noThenProperty: what follows from a rule, which nobody awaits
const rule = (name, when, follows) => ({ name, when, then: follows });
const french = { field: 'language', op: 'is', value: 'fr' };

scene('a rule is written, reads as a sentence and is kept', async (scene) => {
  const { owner } = scene;
  const team = await owner.call('POST', '/teams', { name: 'Returns' });
  const page = await open(scene);
  await page.locator('#add-rule').click();
  await page.getByLabel('Name', { exact: true }).fill('Refunds in French');
  await page.getByRole('button', { name: 'Add condition' }).click();
  await page.getByLabel('What to look at').selectOption('language');
  await page.getByLabel('Value').selectOption('fr');
  await page.getByRole('button', { name: 'Add condition' }).click();
  await page.getByLabel('What to look at').nth(1).selectOption('page');
  await page.getByLabel('Value').nth(1).fill('/refund');
  await page.getByLabel('Team', { exact: true }).selectOption(team.id);
  await page.getByLabel('Required skills', { exact: true }).fill('VAT, Accounts');
  await page.getByLabel('Required skills', { exact: true }).blur();
  await page.getByText('If language is French and page address contains “/refund”: team Returns, needs VAT, Accounts.').waitFor();
  await assertAccessible(page, 'a rule that is written');
  await page.keyboard.press('Control+s');
  const [kept] = await eventually('it is kept', async () => ((await stored(owner)).length === 1 ? stored(owner) : null));
  assert.deepEqual(kept.then, { team_id: team.id, required_skills: ['VAT', 'Accounts'] });
  assert.deepEqual(kept.when, { all: [french, { field: 'page', op: 'contains', value: '/refund' }] });
});

scene('what is missing is said where it is missing, and nothing is sent', async (scene) => {
  await put(scene.owner, []);
  const page = await open(scene);
  await page.locator('#add-rule').click();
  await page.keyboard.press('Control+s');
  await page.getByText('Give the rule a name').waitFor();
  await page.getByText('Choose a team, a priority or a skill').waitFor();
  assert.equal((await stored(scene.owner)).length, 0);
});

scene('rules are moved by the arrow keys, and the focus stays', async (scene) => {
  const { owner } = scene;
  await put(owner, ['First', 'Second', 'Third'].map((name) => rule(name, french, { priority: 'low' })));
  const page = await open(scene);
  await page.getByRole('button', { name: /“First”, rule 1/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await eventually('the grip keeps the focus', () => page.evaluate(() => document.activeElement?.getAttribute('aria-label')?.startsWith('“First”, rule 3')));
  await page.keyboard.press('Control+s');
  await eventually('the order is kept', async () => (await stored(owner)).map((/** @type {any} */ one) => one.name).join() === 'Second,Third,First');
});

scene('somebody else was faster', async (scene) => {
  const { owner } = scene;
  await put(owner, [rule('Mine', french, { priority: 'low' })]);
  const page = await open(scene);
  scene.expect(/409/);
  await page.getByRole('switch', { name: 'Use “Mine”' }).click();
  await put(owner, [rule('Theirs', french, { priority: 'high' })]);
  await page.keyboard.press('Control+s');
  await page.getByText('Somebody else changed the rules or times meanwhile.').waitFor();
});

scene('a customer is tried: who gets them, why, and why nobody else', async (scene) => {
  const { owner, desk } = scene;
  await put(owner, [rule('French first', french, { priority: 'urgent' })]);
  const visitor = await openVisitor(desk, owner.key, { locale: 'en' });
  const page = await open(scene);
  await page.locator('#try-language').selectOption('fr');
  await page.locator('#try-ask').click();
  const answer = page.locator('.try-answer');
  await answer.getByText('French first').waitFor();
  await answer.getByText('priority urgent').waitFor();
  await eventually('the owner would get it', async () => {
    await page.locator('#try-ask').click();
    return (await answer.locator('.try-who').innerText()).includes(owner.agent.name);
  });
  await assertAccessible(page, 'a trial');
  await owner.call('PUT', '/agents/me/availability', { state: 'offline' });
  await page.locator('#try-ask').click();
  await answer.getByText('Nobody can take it now; it waits').waitFor();
  await answer.getByText('Offline').waitFor();
  visitor.leave();
});

for (const width of [768, 360]) {
  scene(`the page fits ${width} pixels`, async (scene) => {
    const { owner } = scene;
    await put(owner, [rule('A rule with a name that is longer than others', { all: [french, { any: [french, french] }] }, { priority: 'high' })]);
    const page = await open(scene, { screen: { width, height: 800 } });
    await page.getByRole('button', { name: /^A rule with/ }).click();
    await page.getByLabel('Name', { exact: true }).waitFor();
    const wide = await page.evaluate(() => [...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.className));
    assert.deepEqual(wide, []);
    await assertAccessible(page, `routing at ${width}`);
  });
}
