/** Three pages of one visitor and whatever can happen to them, by seed: each word is stored once, in order, and all see the same. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { settle } from './support/clock.js';
import { texts } from './support/desk.js';
import { createBrowser } from './support/pages.js';

const SEEDS = Number(process.env.SEEDS ?? 25);
const STEPS = 60;

/** @param {number} seed @returns {() => number} mulberry32 */
const generator = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

/** What a page shows: its page of history, and what came after. */
function watch(page) {
  const view = new Map();
  let era = 0;
  const put = (entry) => {
    assert.ok(!view.has(entry.sequence), 'an entry is given out once');
    view.set(entry.sequence, entry.content?.text);
  };
  const load = async () => {
    const mine = (era += 1);
    view.clear();
    if (!page.client.conversation('c_1')) return;
    const answer = await page.client.load('c_1', 10_000).catch(() => null);
    if (mine !== era || !answer) return;
    for (const entry of answer.entries) put(entry);
  };
  page.client.on('reset', () => setImmediate(load));
  page.client.on('entry', ({ entry }) => put(entry));
  load();
  return () => [...view].sort(([a], [b]) => a - b).map(([, text]) => text);
}

async function play(seed) {
  const random = generator(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const browser = createBrowser({ random });
  const { desk, clock } = browser;
  // There is a conversation, so that every page loads the same one.
  desk.agentSays('c_1', 'begin');
  let pages = [];
  const written = new Map();
  let words = 0;
  const open = async () => {
    const page = await browser.open({ visible: random() < 0.7 });
    page.view = watch(page);
    page.name = `p${written.size}`;
    written.set(page.name, []);
    pages.push(page);
  };
  for (let i = 0; i < 3; i += 1) await open();

  const actions = {
    write() {
      const page = pick(pages.filter((one) => !one.frozen));
      if (!page) return;
      const text = `${page.name} ${(words += 1)}`;
      written.get(page.name).push(text);
      page.client.send({ conversation_id: 'c_1', text });
    },
    again: () => actions.write(),
    agent: () => void desk.agentSays('c_1', `agent ${(words += 1)}`),
    freeze: () => void pick(pages).freeze(),
    thaw: () => pick(pages).thaw(),
    wake: () => pick(pages.filter((one) => !one.frozen))?.client.wake(),
    look: () => pick(pages.filter((one) => !one.frozen))?.hide(random() < 0.5 ? 'hidden' : 'visible'),
    away() {
      const page = pick(pages.filter((one) => one.life && !one.frozen));
      page?.life.leave();
      page?.freeze();
    },
    async back() {
      const page = pick(pages.filter((one) => one.life));
      await page?.thaw();
      page?.life.back();
    },
    async kill() {
      const page = pick(pages);
      if (random() < 0.5) page.kill();
      else page.close();
      pages = pages.filter((one) => one !== page);
      await open();
    },
    lose: () => void desk.link.close(),
    silence: () => void (desk.answering = random() < 0.5),
    // A desk that takes nothing for a while takes nothing more on that link.
    swallow() {
      desk.storing = !desk.storing;
      if (desk.storing) for (const link of desk.links) link.close();
    },
    pause: () => void (desk.pausing = 1),
    network: () => void (desk.unreachable = random() < 0.5),
  };
  for (let i = 0; i < STEPS; i += 1) {
    await actions[pick(Object.keys(actions))]();
    await settle();
    await clock.advance(pick([0, 1, 5, 50, 500, 1500, 6000]));
  }

  Object.assign(desk, { answering: true, storing: true, pausing: 0, unreachable: false });
  for (const link of desk.links) link.close();
  for (const page of pages) {
    await page.thaw();
    page.life?.back();
    page.hide('visible');
  }
  // What a page that is gone has left in the store is found by the next one.
  await open();
  await clock.advance(120_000);

  const said = texts(desk);
  for (const [name, own] of written) assert.deepEqual(said.filter((text) => text.startsWith(`${name} `)), own, `${name} in its order, once`);
  for (const page of pages) {
    assert.equal(page.client.status.phase, 'live');
    assert.deepEqual(page.view(), said);
    assert.deepEqual(page.client.items(), []);
  }
  assert.equal(browser.links().length, 1);
}

test(`${SEEDS} schedules: no loss, no double, one order, the same on all pages`, async () => {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    try {
      await play(seed);
    } catch (/** @type {any} */ error) {
      error.message = `seed ${seed}: ${error.message}`;
      throw error;
    }
  }
});
