/** Coming in and staying oneself: links whose token no server's log has, and what changes who gets in. */
import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.js';
import { OWNER, openDesk } from './support/desk.js';
import { settles } from './support/eventually.js';
import { openStage } from './support/stage.js';

const { scene } = openStage({ env: { SERVICEDESK_LIMITS__LOGIN_BURST: '1000', SERVICEDESK_SESSIONS__FRESH_FOR: '0s' } });
const REFUSED = /status of 4(01|03|10|22)/;

scene('a new desk leads to the link in the terminal, and a spent one says so', async ({ person, expect, keep }) => {
  expect(REFUSED);
  const fresh = await openDesk({});
  keep(fresh);
  const page = await (await person({ locale: 'en' })).newPage();
  await page.goto(fresh.origin);
  await page.getByRole('heading', { name: 'Open the set-up link' }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/setup');
  await assertAccessible(page, 'the link is asked for');
  await page.goto(`${fresh.origin}/setup#token=spent`);
  await page.getByRole('heading', { name: 'This link doesn’t work' }).waitFor();
  await page.goto(/** @type {string} */ (fresh.links.setup));
  await page.getByRole('heading', { name: 'First, who are you?' }).waitFor();
  await page.getByRole('link', { name: '中文' }).click();
  await page.getByRole('heading', { name: '先介绍一下您自己' }).waitFor();
  assert.match(page.url(), /#token=/, 'the other language keeps the link');
});

scene('a colleague joins by a link that tells the server nothing', async ({ person, desk, owner, expect }) => {
  expect(REFUSED);
  const made = await owner.call('POST', '/agents/invitations', { email: 'wang@example.com', name: '小王', role: 'agent' });
  assert.match(made.url, /\/join#token=/);
  const page = await (await person()).newPage();
  await page.goto(`${desk.origin}/join#token=spent`);
  await page.getByRole('heading', { name: '这个链接已失效' }).waitFor();
  await page.goto(made.url);
  await settles(() => page.getByLabel('邮箱').inputValue(), 'wang@example.com');
  assert.equal(await page.getByLabel('您的名字').inputValue(), '小王');
  await page.getByLabel('密码', { exact: true }).fill('wang@example.com');
  await page.getByRole('button', { name: '加入' }).click();
  await page.getByText('容易被猜到').waitFor();
  await page.getByLabel('密码', { exact: true }).fill('三壶凤凰单丛加一壶水仙');
  await page.getByRole('button', { name: '加入' }).click();
  await page.waitForURL(`${desk.origin}/inbox`);
});

scene('what changes who gets in asks for the password', async ({ person, desk, owner, expect }) => {
  expect(REFUSED);
  const page = await (await person({ as: owner })).newPage();
  await page.goto(`${desk.origin}/settings/tokens`);
  await page.getByLabel('用途').fill('订单系统');
  await page.getByRole('button', { name: '生成令牌' }).click();
  await page.getByRole('heading', { name: '请再输一次密码' }).waitFor();
  await page.getByLabel('密码', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: '继续' }).click();
  await page.getByText('密码不对').waitFor();
  await assertAccessible(page, 'the password is asked for');
  await page.getByLabel('密码', { exact: true }).fill(OWNER.password);
  await page.keyboard.press('Enter');
  await page.getByText('只显示这一次').waitFor();

  await page.goto(`${desk.origin}/settings/profile`);
  const email = page.getByLabel('邮箱');
  await email.fill('mei@banshan.example');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('请填写当前密码').waitFor();
  await page.getByLabel('当前密码').first().fill(OWNER.password);
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('已保存').waitFor();
  const back = await desk.signIn({ email: 'mei@banshan.example', password: OWNER.password });
  assert.equal(back.agent.email, 'mei@banshan.example');
});

scene('a forgotten password has a way on', async ({ person, desk }) => {
  const page = await (await person({ locale: 'en' })).newPage();
  await page.goto(`${desk.origin}/login`);
  await page.getByText('Forgot your password?').click();
  await page.getByText('servicedesk agent passwd').waitFor();
  await assertAccessible(page, 'a way on');
});
