/** Everything around the talk: home with its questions, forms before and instead of it, cards and their answers, the end with a rating, what the page says. */
import assert from 'node:assert/strict';
import { assertAccessible } from './support/axe.js';
import { eventually } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { callWidget, frameOf, launcher, pressLauncher } from './support/widget.js';

const { stage, scene } = openStage();
const both = (/** @type {string} */ zh) => ({ 'zh-CN': zh, en: zh });

/** @param {object} settings */
const set = (settings) => stage.owner.call('PATCH', '/widgets/default', { settings });
const newest = async () => (await stage.owner.call('GET', '/conversations?view=all&sort=newest&limit=1')).items[0];

/** Opens the widget by its launcher; the frame, whatever it shows first. @param {import('playwright-core').Page} page */
async function open(page) {
  await eventually('the launcher is there', () => launcher(page));
  await pressLauncher(page);
  const frame = await frameOf(page);
  await frame.locator('.view:not([hidden])').first().waitFor();
  return frame;
}

scene('home: a question is asked by one press, Back leads home, and the talk stands there as the last one', async ({ person, shop }) => {
  await set({ questions: { 'zh-CN': ['多久发货', '怎么开发票'], en: [] }, form: { when: 'never', fields: [] } });
  const page = await (await person()).newPage();
  await page.goto(shop.page());
  const frame = await open(page);
  await frame.getByRole('button', { name: '怎么开发票' }).waitFor();
  await assertAccessible(frame, 'home with questions');
  await frame.getByRole('button', { name: '怎么开发票' }).click();
  await frame.locator('.turn.mine', { hasText: '怎么开发票' }).waitFor();
  await eventually('the desk has it', async () => (await newest())?.last_message?.text === '怎么开发票');
  await frame.getByRole('button', { name: '返回' }).click();
  await frame.locator('.home .home-card', { hasText: '怎么开发票' }).last().waitFor();
  await assertAccessible(frame, 'home with a conversation');
  await frame.locator('.home-talk').click();
  await frame.locator('.turn.mine', { hasText: '怎么开发票' }).waitFor();
});

scene('the form before a talk says what is missing, and what was said reaches the desk', async ({ person, shop, owner }) => {
  await set({
    questions: { 'zh-CN': [], en: [] },
    form: {
      when: 'before',
      fields: [
        { id: 'name', type: 'text', label: both('怎么称呼您'), required: true, options: [] },
        { id: 'email', type: 'email', label: both('邮箱'), required: false, options: [] },
        { id: 'about', type: 'select', label: both('关于'), required: true, options: [both('订单'), both('茶')] },
        { id: 'agree', type: 'consent', label: both('我同意隐私说明'), required: true, options: [] },
      ],
    },
  });
  const page = await (await person()).newPage();
  await page.goto(shop.page());
  const frame = await open(page);
  await frame.locator('.home-talk').click();
  await frame.getByLabel('怎么称呼您').waitFor();
  await frame.getByLabel('邮箱').fill('lina163.com');
  await frame.getByRole('button', { name: '开始聊天' }).click();
  await eventually('each is told', async () => (await frame.locator('.field-error:visible').count()) === 4);
  await assertAccessible(frame, 'the form with complaints');
  await frame.getByLabel('怎么称呼您').fill('李娜');
  await frame.getByLabel('邮箱').fill('lina@163.com');
  await frame.getByLabel('关于').selectOption('订单');
  assert.equal(await frame.getByLabel('我同意隐私说明').evaluate((box) => getComputedStyle(box).appearance), 'none', 'a box of ours, not a grey one on dark');
  await frame.getByLabel('我同意隐私说明').check();
  await frame.getByRole('button', { name: '开始聊天' }).click();
  await frame.locator('.composer textarea').fill('1042 到哪了');
  await frame.locator('.composer textarea').press('Enter');
  await eventually('the desk has it', async () => (await newest())?.last_message?.text === '1042 到哪了');
  const contact = await owner.call('GET', `/contacts/${(await newest()).contact.id}`);
  assert.deepEqual([contact.name, contact.email, contact.verified], ['李娜', 'lina@163.com', false]);
  assert.equal(contact.attributes.about, '订单');
  // Asked once.
  await page.reload();
  const again = await frameOf(page);
  await again.locator('.turn.mine', { hasText: '1042' }).waitFor();
});

scene('while the shop is closed words are left, with the honest place of the answer', async ({ person, shop, owner }) => {
  await set({ texts: { 'zh-CN': { offline: '周一早上九点回您' } }, form: { when: 'closed', fields: [{ id: 'phone', type: 'phone', label: both('手机号'), required: true, options: [] }] } });
  await owner.call('PATCH', '/shop', { hours: { always: false, week: [], holidays: [] } });
  try {
    const page = await (await person()).newPage();
    await page.goto(shop.page());
    const frame = await open(page);
    if (await frame.locator('.home-talk').isVisible()) await frame.locator('.home-talk').click();
    await frame.getByLabel('手机号').fill('138 1642 0042');
    await frame.getByLabel('您的问题').fill('能寄到杭州吗');
    await frame.locator('.form-note', { hasText: '周一早上九点回您' }).waitFor();
    await assertAccessible(frame, 'the form while closed');
    await frame.getByRole('button', { name: '提交留言' }).click();
    await frame.getByText(/您的留言是 T-\d+ 号/).waitFor();
    await frame.getByText('回复会出现在这个对话里').waitFor();
    await assertAccessible(frame, 'the receipt');
    const left = async () => (await owner.call('GET', '/tickets?view=unsolved')).items.find((/** @type {any} */ one) => one.title === '能寄到杭州吗');
    await eventually('the desk has it', async () => Boolean(await left()));
    assert.equal((await owner.call('GET', `/contacts/${(await left()).contact.id}`)).phone, '138 1642 0042');
    // Its thread is open to what comes next, and stands among the visitor's conversations.
    await frame.getByRole('button', { name: '补充一句' }).click();
    await frame.locator('.head .state', { hasText: '已收到' }).waitFor();
    await frame.locator('.turn.mine', { hasText: '能寄到杭州吗' }).waitFor();
  } finally {
    await owner.call('PATCH', '/shop', { hours: { always: true, week: [], holidays: [] } });
    await set({ texts: {}, form: { when: 'never', fields: [] } });
  }
});

scene('a card is answered by a press, the end is rated in place, and a new talk begins', async ({ person, shop, owner }) => {
  const page = await (await person()).newPage();
  await page.goto(shop.page());
  const frame = await open(page);
  if (await frame.locator('.home-talk').isVisible()) await frame.locator('.home-talk').click();
  await frame.locator('.composer textarea').fill('退货');
  await frame.locator('.composer textarea').press('Enter');
  await eventually('the desk has it', async () => (await newest())?.last_message?.text === '退货');
  const { id } = await newest();
  const say = (/** @type {any} */ content) => owner.call('POST', `/conversations/${id}/messages`, { client_message_id: crypto.randomUUID(), content });
  await say({ kind: 'card', text: '怎么退？', card: { type: 'buttons', text: '怎么退？', buttons: [{ id: 'pickup', label: '上门取件' }, { id: 'self', label: '自己寄回' }] } });
  await frame.getByRole('button', { name: '上门取件' }).waitFor();
  await assertAccessible(frame, 'a card with buttons');
  await frame.getByRole('button', { name: '上门取件' }).click();
  await eventually('the choice is said', async () => (await newest())?.last_message?.text === '上门取件');
  await eventually('it cannot be chosen twice', () => frame.getByRole('button', { name: '自己寄回' }).isDisabled());
  await say({ kind: 'card', text: '订单 1042', card: { type: 'order', number: '1042', status: '已签收', lines: [{ label: '青瓷旅行茶具', value: '¥329' }] } });
  await frame.getByText('¥329').waitFor();

  await owner.call('POST', `/conversations/${id}/resolve`, {});
  await frame.locator('.rating-face').nth(4).click();
  await assertAccessible(frame, 'the rating');
  await frame.locator('.rating textarea').fill('很快');
  await frame.locator('.rating button[type="submit"]').click();
  await frame.locator('.rating-thanks').waitFor();
  const { items } = await owner.call('GET', `/conversations/${id}/entries`);
  assert.ok(items.some((/** @type {any} */ entry) => entry.kind === 'rated' && entry.score === 5 && entry.comment === '很快'));
  await frame.getByRole('button', { name: '问问别的' }).click();
  await frame.locator('.composer textarea').fill('另一件事');
  await frame.locator('.composer textarea').press('Enter');
  await eventually('it is another conversation', async () => (await newest())?.last_message?.text === '另一件事' && (await newest()).id !== id);
});

scene('what an agent marks is shown so, what a visitor marks stays as it was written', async ({ person, shop, owner }) => {
  const page = await (await person()).newPage();
  await page.goto(shop.page());
  const frame = await open(page);
  if (await frame.locator('.home-talk').isVisible()) await frame.locator('.home-talk').click();
  await frame.locator('.composer textarea').fill('**急**');
  await frame.locator('.composer textarea').press('Enter');
  await eventually('the desk has it', async () => (await newest())?.last_message?.text === '**急**');
  const { id } = await newest();
  const text = '**今天**发，单号 `SF1042`：\n- 顺丰 https://www.sf-express.com\n- 到了[告诉我们](https://shop.example.com/hi)\n<b>不是标签</b> [坏](javascript:alert(1))';
  await owner.call('POST', `/conversations/${id}/messages`, { client_message_id: crypto.randomUUID(), content: { kind: 'text', text } });
  const said = frame.locator('.turn.theirs .bubble', { hasText: 'SF1042' });
  await said.locator('strong', { hasText: '今天' }).waitFor();
  assert.deepEqual(await said.locator('li').allInnerTexts(), ['顺丰 https://www.sf-express.com', '到了告诉我们']);
  assert.equal(await said.locator('code').innerText(), 'SF1042');
  const links = await said.locator('a').evaluateAll((all) => all.map((one) => [one.getAttribute('href'), one.getAttribute('rel')]));
  assert.deepEqual(links, [['https://www.sf-express.com', 'noopener noreferrer nofollow'], ['https://shop.example.com/hi', 'noopener noreferrer nofollow']]);
  assert.match(await said.innerText(), /<b>不是标签<\/b> \[坏\]\(javascript:alert\(1\)\)/);
  await frame.locator('.turn.mine .bubble', { hasText: '**急**' }).waitFor();
  await assertAccessible(frame, 'marked words');

  // A line of them stands without marks, quoted or in a list.
  await said.hover();
  await frame.locator('.turn.theirs .more').click();
  await frame.getByRole('menuitem', { name: '引用' }).click();
  await frame.locator('.composer textarea').fill('好的');
  await frame.locator('.composer textarea').press('Enter');
  await frame.locator('.turn.mine .quote', { hasText: '今天发，单号 SF1042：' }).waitFor();
  await eventually('the desk has it before the last word', async () => (await newest())?.last_message?.text === '好的');
  await owner.call('POST', `/conversations/${id}/messages`, { client_message_id: crypto.randomUUID(), content: { kind: 'text', text: '**不客气**' } });
  await frame.locator('.turn.theirs strong', { hasText: '不客气' }).waitFor();
  await frame.getByRole('button', { name: '返回' }).click();
  await eventually('the row has no marks', async () => (await frame.locator('.home .talk-last').innerText()) === '不客气');
});

scene('what the page says of its visitor is seen at the desk', async ({ person, shop, owner }) => {
  const page = await (await person()).newPage();
  await page.goto(shop.page());
  await callWidget(page, 'setAttributes', { plan: 'gold', orders: 3 });
  await callWidget(page, 'track', 'added_to_cart', { sku: 'tin-1' });
  const frame = await open(page);
  if (await frame.locator('.home-talk').isVisible()) await frame.locator('.home-talk').click();
  await frame.locator('.composer textarea').fill('在吗，请教');
  await frame.locator('.composer textarea').press('Enter');
  await eventually('the desk has it', async () => (await newest())?.last_message?.text === '在吗，请教');
  await callWidget(page, 'addTag', 'vip');
  await callWidget(page, 'setConversationAttributes', { cart: 88 });
  await eventually('the tag is on it', async () => String((await newest()).labels) === 'vip');
  const contact = await owner.call('GET', `/contacts/${(await newest()).contact.id}`);
  assert.deepEqual(contact.attributes, { plan: 'gold', orders: 3 });
  assert.equal(contact.events[0].name, 'added_to_cart');
  await eventually('attributes of the conversation', async () => (await owner.call('GET', `/conversations/${(await newest()).id}`)).attributes.cart === 88);
  const labels = (await owner.call('GET', '/labels')).items.map((/** @type {any} */ one) => one.name);
  assert.ok(!labels.includes('vip'), 'a page does not write into the team’s catalogue');
});

scene('the preview draws drafts of the settings and asks the desk for nothing', async ({ person, desk, owner }) => {
  const page = await (await person({ as: owner })).newPage();
  /** @type {string[]} */ const asked = [];
  page.on('request', (request) => request.method() !== 'GET' && asked.push(request.url()));
  await page.goto(`${desk.origin}/w/preview?k=${owner.key}&locale=zh-CN`);
  const frame = await frameOf(page);
  for (const [view, text] of [['home', '开始聊天'], ['talk', '好的'], ['offline', '提交留言']]) {
    await page.evaluate((name) => window.postMessage({ servicedesk: 'preview', view: name }, location.origin), view);
    if (view === 'talk') await frame.locator('.turn.theirs').nth(1).waitFor();
    else await frame.getByRole('button', { name: text }).waitFor();
  }
  assert.deepEqual(asked, []);
});
