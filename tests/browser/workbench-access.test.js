/** Who may work at the desk: sign-in and what it says when it fails, sign-out here and everywhere, and a colleague who is disabled. */
import assert from 'node:assert/strict';
import { COLLEAGUE, OWNER, openDesk } from './support/desk.js';
import { eventually, settles } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { inbox, openInbox } from './support/workbench.js';

// One address signs in again and again here; where that is too much is a scene of its own.
const { scene } = openStage({ env: { SERVICEDESK_LIMITS__LOGIN_BURST: '1000' } });
const UNAUTHORISED = /status of 401/;

/** @param {import('playwright-core').Page} page @param {{email:string, password:string}} who */
async function signIn(page, { email, password }) {
  await page.getByLabel('邮箱').fill(email);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

scene('a wrong password is said where it was typed, the right one leads to where one was going', async ({ person, owner, desk, expect }) => {
  expect(UNAUTHORISED);
  const visitor = await openVisitor(desk, owner.key);
  await visitor.say('有人吗');
  const page = await (await person()).newPage();
  await page.goto(`${desk.origin}/inbox/${visitor.conversation}`);
  assert.match(page.url(), /\/login\?next=%2Finbox%2Fc_/);
  await settles(() => page.locator('h1').innerText(), '半山茶铺');

  await page.getByRole('button', { name: '登录' }).click();
  await page.getByText('请填写邮箱').waitFor();
  await signIn(page, { ...OWNER, password: 'not the password' });
  await page.getByText('邮箱或密码不对').waitFor();
  await settles(() => page.locator('#password').getAttribute('aria-invalid'), 'true');
  await settles(() => page.locator('#password').evaluate((field) => document.activeElement === field), true, 'to be typed again');
  await page.keyboard.type(OWNER.password);
  await settles(() => page.getByText('邮箱或密码不对').count(), 0, 'gone as soon as it is typed anew');
  await page.keyboard.press('Enter');
  const mine = await inbox(page);
  await mine.hears('有人吗');
  assert.ok(page.url().endsWith(`/inbox/${visitor.conversation}`));
  visitor.leave();
});

scene('an address elsewhere is nowhere to go after signing in', async ({ person, desk }) => {
  const page = await (await person()).newPage();
  await page.goto(`${desk.origin}/login?next=//evil.example/inbox`);
  await signIn(page, OWNER);
  await inbox(page);
  assert.equal(page.url(), `${desk.origin}/inbox`);
});

scene('the sign-in page speaks both languages and shows the password on request', async ({ person, desk }) => {
  const page = await (await person({ locale: 'en' })).newPage();
  await page.goto(`${desk.origin}/login?next=/inbox`);
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  await page.getByLabel('Password', { exact: true }).fill('mist');
  await page.getByRole('button', { name: 'Show password' }).click();
  await settles(() => page.locator('#password').getAttribute('type'), 'text');
  await page.getByRole('link', { name: '中文' }).click();
  await page.getByRole('button', { name: '登录' }).waitFor();
  assert.match(page.url(), /next=/, 'where one was going is kept');
  await page.goto(`${desk.origin}/login`);
  await page.getByRole('button', { name: '登录' }).waitFor();
});

scene('too many wrong passwords have to wait, and are told how long', async ({ person, keep, expect }) => {
  expect(UNAUTHORISED, /status of 429/);
  const desk = keep(await openDesk({ env: { SERVICEDESK_LIMITS__LOGIN_BURST: '2' } }));
  await desk.setUp();
  const page = await (await person()).newPage();
  await page.goto(`${desk.origin}/login`);
  await eventually('the desk has had enough', async () => {
    await signIn(page, { email: 'somebody@banshantea.cn', password: 'guess after guess' });
    await page.locator('button[type="submit"]:not([aria-busy="true"])').waitFor();
    return page.getByText(/尝试次数过多，请在 .*\d+.+后再试/).count();
  });
});

scene('signing out ends this page only; everywhere ends them all', async ({ person, desk, expect }) => {
  expect(UNAUTHORISED);
  const [here, there] = [await desk.signIn(OWNER), await desk.signIn(OWNER)];
  const one = await openInbox(await (await person({ as: here })).newPage(), desk.links.workbench);
  const two = await openInbox(await (await person({ as: there })).newPage(), desk.links.workbench);
  await one.menu('退出登录');
  await one.page.waitForURL(/\/login/);
  await assert.rejects(here.call('GET', '/me'), /401/);
  await there.call('GET', '/me');

  const three = await openInbox(await (await person({ as: await desk.signIn(OWNER) })).newPage(), desk.links.workbench);
  await two.menu('退出所有设备');
  await two.page.getByRole('dialog').getByRole('button', { name: '退出所有设备' }).click();
  await Promise.all([two.page.waitForURL(/\/login/), three.page.waitForURL(/\/login/)]);
});

scene('a colleague who is disabled is told so at once and has no way back', async ({ person, desk, expect }) => {
  expect(UNAUTHORISED, /status of 403/);
  await desk.addAgent(COLLEAGUE);
  const way = await desk.signIn(COLLEAGUE);
  const page = await (await person({ as: way })).newPage();
  const theirs = await openInbox(page, desk.links.workbench);
  await theirs.page.locator('.rail-me').waitFor();
  const seen = await desk.signIn(OWNER);
  await eventually('they are seen at the desk', async () => (await seen.call('GET', '/agents')).items.some((/** @type {any} */ one) => one.email === COLLEAGUE.email && one.online));
  await desk.command(['agent', 'disable', '--email', COLLEAGUE.email]);
  await page.getByText('这个账号已停用，请联系管理员。').waitFor();
  await page.reload();
  await page.waitForURL(/\/login/);
  await signIn(page, COLLEAGUE);
  await page.locator('#password-error:not(:empty)').waitFor();
});
