/** One box over everything that was said: typed, narrowed, walked by keys, opened where it was said, and come back to. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { assertAccessible } from './support/axe.js';
import { COLLEAGUE, openDesk } from './support/desk.js';
import { eventually, settles } from './support/eventually.js';
import { openStage } from './support/stage.js';
import { openVisitor } from './support/visitor.js';
import { openInbox } from './support/workbench.js';

const { scene } = openStage();
const SAID = 180;
const NEEDLE = 60;

/** @typedef {import('../../static/workbench/pages/search/hits.js').Hit} Hit */

/**
 * What the desk finds, by what is asked: the rest goes to the desk itself.
 * @param {import('playwright-core').BrowserContext} context @param {(q:string, before:string|null) => {status?:number, headers?:Record<string, string>, json:object}|null} answer
 */
const standIn = (context, answer) =>
  context.route(/\/api\/v1\/search\?/, (route) => {
    const url = new URL(route.request().url());
    const given = answer(url.searchParams.get('q') ?? '', url.searchParams.get('before'));
    return given ? route.fulfill({ status: given.status ?? 200, headers: given.headers, json: given.json }) : route.continue();
  });
/** @param {Hit[]} items @param {string|null} [next] */
const page = (items, next = null) => ({ json: { items, next, suggestions: [] } });

/** @param {any} owner @param {string|null} id @param {string} text @param {boolean} [note] */
const says = (owner, id, text, note = false) =>
  owner.call('POST', `/conversations/${id}/messages`, { client_message_id: randomUUID(), content: { kind: 'text', text }, note });

/** A long conversation with a needle far up, and what the desk says about it. @param {any} desk @param {any} owner */
async function stageNeedle(desk, owner) {
  const lina = await openVisitor(desk, owner.key, { identity: { name: '李娜' } });
  await lina.say('订单 1042 到哪了');
  for (let i = 2; i <= SAID; i += 1) await says(owner, lina.conversation, i === NEEDLE ? '盖碗磕掉了一块，补发一只' : `第 ${i} 句`);
  const contact = { id: 'ct_1', name: '李娜' };
  const at = new Date().toISOString();
  /** @type {Hit} */
  const hit = { kind: 'message', conversation_id: String(lina.conversation), sequence: NEEDLE, text: '<mark>盖碗</mark>磕掉了一块，补发一只', at, who: { kind: 'agent', id: owner.agent.id, name: owner.agent.name }, contact, channel: 'web' };
  return { lina, contact, hit, at };
}

scene('what is found is walked by keys, opens at the message, and is there again on the way back', async ({ person, desk, owner }) => {
  const { lina, contact, hit, at } = await stageNeedle(desk, owner);
  const mei = await person({ as: owner });
  const others = Array.from({ length: 6 }, (_, i) => ({ ...hit, kind: /** @type {const} */ ('note'), sequence: i + 10, text: `<mark>盖碗</mark> ${i} <img src=x>` }));
  await standIn(mei.context, (q) => (q === '盖碗' ? page([{ ...hit, kind: 'contact', sequence: null, text: '李娜 <mark>盖碗</mark>控', contact }, hit, ...others]) : page([])));
  const tab = await mei.newPage();
  const mine = await openInbox(tab, desk.links.workbench);
  await mine.row('李娜').waitFor();
  const focused = () => tab.evaluate(() => document.activeElement?.id || document.activeElement?.className || '');

  await tab.keyboard.press('/');
  await settles(focused, 'search-words');
  await tab.keyboard.type('盖碗');
  await tab.locator('.hit-message').waitFor();
  assert.deepEqual(await tab.locator('.hits h2').allInnerTexts(), ['客户', '消息']);
  assert.equal(await tab.locator('.hit-message mark').innerText(), '盖碗');
  assert.equal(await tab.locator('.ask-scroll img').count(), 0, 'what was written is no markup');
  await assertAccessible(tab, 'what was found');
  await tab.keyboard.press('ArrowDown');
  await settles(focused, 'hit hit-contact');
  await tab.keyboard.press('ArrowUp');
  await settles(focused, 'search-words');
  await tab.keyboard.press('ArrowDown');
  await tab.keyboard.press('j');
  await settles(focused, 'hit hit-message');
  await tab.keyboard.press('Enter');

  // The message, with what was said around it, marked and in focus; the newest are not what is shown.
  const needle = tab.locator('.bubble', { hasText: '盖碗磕掉了一块' });
  await needle.waitFor();
  await settles(() => tab.evaluate(() => document.activeElement?.textContent?.trim() ?? ''), '盖碗磕掉了一块，补发一只');
  await settles(() => needle.getAttribute('data-found'), 'true');
  await tab.locator('.bubble', { hasText: `第 ${NEEDLE - 1} 句` }).waitFor();
  await tab.locator('.bubble', { hasText: `第 ${NEEDLE + 1} 句` }).waitFor();
  assert.equal(await tab.locator('.bubble', { hasText: `第 ${SAID} 句` }).count(), 0);
  await assertAccessible(tab, 'a message that was jumped to');
  await eventually('the mark goes', async () => (await needle.getAttribute('data-found')) === null);

  // Further pages come in on both sides, down to the end.
  const scroll = tab.locator('.thread-scroll');
  await eventually('the first word is reached', async () => {
    await scroll.evaluate((box) => (box.scrollTop = 0));
    return (await tab.locator('.bubble', { hasText: '订单 1042 到哪了' }).count()) > 0;
  });
  await eventually('the last word is reached', async () => {
    await scroll.evaluate((box) => (box.scrollTop = box.scrollHeight));
    return (await tab.locator('.bubble', { hasText: `第 ${SAID} 句` }).count()) > 0;
  });
  await lina.say('还有一件事');
  await eventually('the end is read, with what came meanwhile', async () => {
    await scroll.evaluate((box) => (box.scrollTop = box.scrollHeight));
    return (await tab.locator('.bubble-customer', { hasText: '还有一件事' }).count()) > 0 && (await tab.locator('.jump').count()) === 0;
  });

  // Back is at what was found, on the same hit; Esc out of a conversation does the same.
  await tab.goBack();
  await settles(focused, 'hit hit-message');
  assert.equal(new URL(tab.url()).search, `?q=${encodeURIComponent('盖碗')}`);
  await tab.keyboard.press('Enter');
  await needle.waitFor();
  await tab.keyboard.press('Escape');
  await settles(focused, 'hit hit-message');

  // A person opens with what is known of them.
  await tab.keyboard.press('ArrowUp');
  await tab.keyboard.press('Enter');
  await tab.locator('.details .who-name').waitFor();
  lina.leave();
  assert.ok(at);
});

scene('operators are typed or picked, become chips, and are taken back', async ({ person, desk, owner }) => {
  await desk.addAgent(COLLEAGUE);
  const visitor = await openVisitor(desk, owner.key, { identity: { name: 'Bob' } });
  await visitor.say('x');
  await owner.call('POST', `/conversations/${visitor.conversation}/labels`, { labels: ['退款', 'VIP'] });
  const mei = await person({ as: owner });
  /** @type {string[]} */ const asked = [];
  await standIn(mei.context, (q) => {
    asked.push(q);
    return page([]);
  });
  const tab = await mei.newPage();
  await tab.goto(`${desk.origin}/search`);
  const field = tab.locator('#search-words');
  await field.waitFor();
  const chips = () => tab.locator('.ask-chip').allInnerTexts();
  const last = () => asked.at(-1);

  // Typed, with what can be meant below it.
  await field.pressSequentially('tag:');
  await tab.getByRole('option', { name: '退款' }).waitFor();
  await assertAccessible(tab, 'an operator being typed');
  await field.pressSequentially('V');
  await field.press('Enter');
  await settles(chips, ['标签：VIP']);
  await field.pressSequentially('from：“Li Na” ');
  await settles(chips, ['标签：VIP', '发言人：Li Na']);
  await field.pressSequentially('杯子');
  await eventually('it is asked for', () => last() === 'tag:VIP from:"Li Na" 杯子');

  // Back into the last one, and out of it.
  await field.press('Home');
  await field.press('Backspace');
  await settles(() => field.inputValue(), 'from:Li Na杯子');
  await field.fill('');
  await field.press('Backspace');
  await settles(chips, []);
  await field.press('Escape');
  await field.press('Escape');
  await tab.getByText('缩小范围').waitFor();

  // Picked.
  await tab.getByRole('button', { name: '负责人', exact: true }).click();
  await settles(() => field.inputValue(), 'agent:');
  await tab.getByRole('option', { name: COLLEAGUE.name }).click();
  await tab.getByRole('button', { name: '有文件', exact: true }).click();
  await tab.getByRole('button', { name: '时间', exact: true }).click();
  await tab.getByRole('menuitemradio', { name: '今天' }).click();
  const today = await tab.evaluate(() => new Date().toLocaleDateString('sv'));
  await eventually('all of it is asked for', () => last() === `agent:${COLLEAGUE.name} has:file after:${today}`);
  await assertAccessible(tab, 'chips');
  await tab.getByRole('button', { name: '移除「有文件」' }).click();
  await eventually('it is taken back', () => last() === `agent:${COLLEAGUE.name} after:${today}`);
  await tab.reload();
  await settles(chips, [`负责人：${COLLEAGUE.name}`, `不早于：${today}`], 'the address keeps it');
  visitor.leave();
});

scene('nothing found says what was meant, trouble says what to do, and what was asked is kept', async ({ person, desk, owner, expect }) => {
  expect(/status of 429/, /status of 400/);
  const mei = await person({ as: owner });
  let busy = true;
  await standIn(mei.context, (q) => {
    if (q === 'chippd') return { json: { items: [], next: null, suggestions: ['chipped'] } };
    if (q === 'wrong') return { status: 400, json: { code: 'invalid', title: 'no' } };
    if (q === 'often' && busy) {
      busy = false;
      return { status: 429, headers: { 'retry-after': '1' }, json: { code: 'rate_limited', title: 'slow' } };
    }
    return page([]);
  });
  const tab = await mei.newPage();
  await tab.goto(`${desk.origin}/search`);
  const field = tab.locator('#search-words');
  await field.fill('chippd');
  await tab.getByRole('button', { name: 'chipped' }).waitFor();
  await assertAccessible(tab, 'did you mean');
  await field.press('ArrowDown');
  await tab.keyboard.press('Enter');
  await settles(() => field.inputValue(), 'chipped');
  await tab.getByText('试试换个说法').waitFor();
  await field.press('Enter');

  await field.fill('often');
  await tab.getByText('搜索太频繁').waitFor();
  await tab.getByText('试试换个说法').waitFor();
  await field.fill('wrong');
  await tab.getByRole('alert').getByText('无法识别').waitFor();
  await assertAccessible(tab, 'trouble');
  await field.fill('长'.repeat(201));
  await tab.getByText('最多 200 个字').waitFor();
  await field.press('Escape');
  await tab.getByRole('button', { name: 'chipped' }).waitFor();
  await assertAccessible(tab, 'what was looked for');
  await tab.getByRole('button', { name: '清除' }).click();
  await tab.getByText('最近搜索').waitFor({ state: 'detached' });
});

scene('the desk itself finds words, persons and canned replies, and each opens where it lives', async ({ person, keep }) => {
  const desk = keep(await openDesk());
  const owner = await desk.setUp();
  const lina = await openVisitor(desk, owner.key, { identity: { name: '李娜', phone: '13816420042' } });
  await lina.say('盖碗口上磕掉了一块');
  await says(owner, lina.conversation, '盖碗补发一只', true);
  const { id } = await owner.call('POST', '/canned', { shortcut: 'gaiwan', title: '盖碗怎么养', text: '先用温水冲一遍。', shared: true });
  const tab = await (await person({ as: owner })).newPage();
  await tab.goto(`${desk.origin}/search`);
  const field = tab.locator('#search-words');
  const hits = (/** @type {string} */ kind) => tab.locator(`.hit-${kind}`);
  await field.fill('盖碗');
  // The index follows what was said a moment later.
  await eventually('all of it is found', async () => {
    if ((await hits('message').count()) === 1 && (await hits('note').count()) === 1 && (await hits('canned').count()) === 1) return true;
    await field.fill('');
    await field.fill('盖碗');
    await tab.locator('.hit, .ask-none').first().waitFor();
    return false;
  });
  assert.deepEqual(await hits('message').locator('mark').allInnerTexts(), ['盖碗']);
  await hits('canned').click();
  await settles(() => tab.locator('#canned-title').inputValue(), '盖碗怎么养');
  assert.equal(new URL(tab.url()).searchParams.get('id'), id);
  await tab.goBack();
  await hits('note').click();
  await settles(() => tab.locator('.note[data-found]').innerText().then((text) => text.includes('盖碗补发一只')), true);
  await tab.goBack();

  // Some digits of a number are enough to find whose it is, and they open with what is known of them.
  await field.fill('6420042');
  await hits('contact').click();
  await tab.locator('.details .who-name', { hasText: '李娜' }).waitFor();

  // From any page: what the palette does not know itself, the desk finds.
  await tab.keyboard.press('Control+k');
  await tab.locator('#palette-query:focus').waitFor();
  await tab.keyboard.type('磕掉');
  await tab.getByRole('option', { name: /盖碗口上磕掉了一块/ }).waitFor();
  await assertAccessible(tab, 'the palette with what the desk found');
  await tab.keyboard.press('ArrowDown');
  await tab.keyboard.press('Enter');
  await settles(() => tab.locator('.bubble[data-found]').innerText(), '盖碗口上磕掉了一块');
  await tab.keyboard.press('Control+k');
  await tab.locator('#palette-query:focus').waitFor();
  await tab.keyboard.type('磕掉');
  await tab.getByRole('option', { name: '搜索全部记录：磕掉' }).click();
  await settles(() => field.inputValue(), '磕掉');
  lina.leave();
});

for (const locale of /** @type {const} */ (['zh-CN', 'en'])) {
  for (const theme of /** @type {const} */ (['light', 'dark'])) {
    scene(`the search page has no barrier, ${locale}, ${theme}`, async ({ person, keep }) => {
      const desk = keep(await openDesk());
      const owner = await desk.setUp({ locale });
      await owner.call('PATCH', '/me', { theme });
      const visitor = await openVisitor(desk, owner.key, { identity: { name: 'Li Na' } });
      await visitor.say('The cup is chipped');
      const at = new Date().toISOString();
      /** @type {Hit} */
      const hit = { kind: 'message', conversation_id: String(visitor.conversation), sequence: 1, text: 'The <mark>cup</mark> is chipped', at, who: { kind: 'visitor', id: 'v', name: 'Li Na' }, contact: { id: 'ct_1', name: 'Li Na' }, channel: 'web' };
      const ticket = { number: 7, name: 'T-7' };
      const items = /** @type {Hit[]} */ ([
        { ...hit, kind: 'contact', sequence: null, text: '<mark>cup</mark>@example.com' },
        ...Array.from({ length: 6 }, (_, i) => ({ ...hit, kind: 'ticket', sequence: null, ticket, text: `A chipped <mark>cup</mark> ${i}` })),
        { ...hit, kind: 'canned', id: 'cr_1', conversation_id: null, sequence: null, contact: null, text: 'We replace every <mark>cup</mark>' },
        hit,
        { ...hit, kind: 'note', text: 'third <mark>cup</mark>', who: { kind: 'agent', id: 'a', name: 'Wang' } },
        { ...hit, kind: 'file', text: '<mark>cup</mark>.png' },
      ]);
      for (const phone of [false, true]) {
        const someone = await person({ locale, as: owner, phone });
        await standIn(someone.context, (q, before) => (q && !before ? page(items, 'next') : page([])));
        const tab = await someone.newPage();
        await tab.goto(`${desk.origin}/search?q=cup`);
        await tab.locator('.hit-file').waitFor();
        await assertAccessible(tab, `results, ${phone}`);
        assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing hangs over the edge');
        await tab.goto(`${desk.origin}/search`);
        await tab.locator('.ask-hints').waitFor();
        await assertAccessible(tab, `before anything is asked, ${phone}`);
        if (phone) {
          // On a phone too: a hit opens, and its way back leads to what was found.
          await tab.goto(`${desk.origin}/search?q=cup`);
          await tab.locator('.hit-message').tap();
          await tab.locator('.bubble', { hasText: 'The cup is chipped' }).waitFor();
          await tab.locator('.thread-head .only-phone').first().tap();
          await tab.locator('.hit-message').waitFor();
          assert.equal(new URL(tab.url()).pathname, '/search');
        }
      }
      visitor.leave();
    });
  }
}
