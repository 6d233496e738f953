/** What the inbox knows of set-up and of links: asked for when it matters, and quiet where the desk cannot be reached. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstLink } from '../../static/design/links.js';
import { createFirstSteps } from '../../static/workbench/store/first-steps.js';
import { createLinks } from '../../static/workbench/store/links.js';

const list = (/** @type {object} */ change = {}) => ({
  steps: [
    { name: 'shop', done: true },
    { name: 'first_answer', done: false },
  ],
  dismissed: false,
  demo_data: false,
  ...change,
});

test('an agent who may not set up has no list and asks for none', async () => {
  const steps = createFirstSteps({ api: /** @type {any} */ ({}), list: null, changed() {}, failed() {} });
  await steps.looked();
  await steps.answered();
  assert.deepEqual([steps.allowed, steps.shown, steps.left, steps.steps], [false, false, 0, []]);
});

test('the first answer is looked for once, and a list that is done is not asked for again', async () => {
  let asked = 0;
  const done = list({ steps: [{ name: 'shop', done: true }, { name: 'first_answer', done: true }] });
  const api = /** @type {any} */ ({ setupList: async () => ((asked += 1), done) });
  const steps = createFirstSteps({ api, list: list(), changed() {}, failed() {} });
  assert.equal(steps.shown, true);
  await steps.answered();
  await steps.answered();
  await steps.looked();
  assert.deepEqual([asked, steps.shown], [1, false]);
});

test('put away at once, and back where the desk did not hear of it', async () => {
  /** @type {unknown[]} */ const failures = [];
  const api = /** @type {any} */ ({ dismissSetupList: async () => Promise.reject(new Error('gone')) });
  const steps = createFirstSteps({ api, list: list(), changed() {}, failed: (error) => failures.push(error) });
  const away = steps.dismiss();
  assert.equal(steps.shown, false);
  await away;
  assert.deepEqual([steps.shown, failures.length], [true, 1]);
});

test('demo data is added once, however often it is pressed', async () => {
  let added = 0;
  const api = /** @type {any} */ ({ addDemoData: async () => (added += 1), setupList: async () => list({ demo_data: true }) });
  const steps = createFirstSteps({ api, list: list(), changed() {}, failed() {} });
  await Promise.all([steps.addDemo(), steps.addDemo()]);
  assert.deepEqual([added, steps.demo, steps.work], [1, true, null]);
});

test('a link is looked at once per message, and never where the desk does not look', async () => {
  /** @type {string[]} */ const asked = [];
  const api = /** @type {any} */ ({
    linkPreview: async (/** @type {string} */ message, /** @type {string} */ url) => {
      asked.push(`${message} ${url}`);
      if (url.endsWith('broken')) throw new Error('no');
      return url.endsWith('tea') ? { title: '大红袍', text: '', site: 'shop.cn' } : null;
    },
  });
  const links = createLinks({ api, enabled: true, changed() {} });
  await Promise.all([links.look('m_1', 'https://shop.cn/tea'), links.look('m_1', 'https://shop.cn/tea'), links.look('m_2', 'https://shop.cn/none'), links.look('m_3', 'https://shop.cn/broken')]);
  assert.equal(asked.length, 3);
  assert.equal(links.get('m_1', 'https://shop.cn/tea')?.title, '大红袍');
  assert.deepEqual([links.get('m_2', 'https://shop.cn/none'), links.isKnown('m_2', 'https://shop.cn/none')], [null, true]);
  const none = createLinks({ api, enabled: false, changed() {} });
  await none.look('m_1', 'https://shop.cn/tea');
  assert.equal(asked.length, 3);
});

test('the first link of a text is the one that is linked', () => {
  assert.equal(firstLink('看看 https://shop.cn/a(1)。好的'), 'https://shop.cn/a(1)');
  assert.equal(firstLink('see http://a.cn/x, and https://b.cn'), 'http://a.cn/x');
  assert.equal(firstLink('no https here, xhttps://a.cn neither'), null);
  assert.equal(firstLink(''), null);
});
