/** How long a line may be silent: learnt from quiet times, forgotten after failures, asked for at the next link. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { MOST, STEPS, learn, remember } from '../../static/im/adaptive-heartbeat.js';
import { attend } from '../../static/im/link-watchdog.js';
import { createClock } from './support/clock.js';
import { start } from './support/start.js';

const survive = (known, asked, ms = asked ?? 60_000, now = 0) => learn(known, { ms, survived: true, asked, most: MOST.visitor, now });
const die = (known, asked, ms = asked, now = 0) => learn(known, { ms, survived: false, asked, most: MOST.visitor, now });

test('each quiet time that worked asks for a step more, up to the longest', () => {
  let record = survive(undefined, null);
  const asked = [record?.ask];
  for (let i = 0; i < 7; i += 1) asked.push((record = survive(record, record?.ask))?.ask);
  assert.deepEqual(asked, [...STEPS, 600_000, 600_000]);
});

test('a silence shorter than what was asked for proves nothing', () => {
  const record = survive(undefined, null);
  assert.equal(survive(record, 90_000, 80_000), record);
  assert.equal(die(undefined, null, 70_000), undefined);
});

test('a death in silence falls a step; the second settles it until a week is over', () => {
  let record = survive(survive(undefined, null), 90_000);
  assert.equal(record?.ask, 150_000);
  record = die(record, 150_000, 130_000);
  assert.deepEqual([record?.ask, record?.bad], [90_000, null]);
  record = survive(record, 90_000);
  assert.equal(record?.ask, 150_000);
  record = die(die(record, 150_000), 150_000);
  assert.deepEqual([record?.ask, record?.bad], [90_000, 150_000]);
  assert.equal((record = survive(record, 90_000))?.ask, 90_000);
  assert.equal(survive(record, 90_000, 90_000, 8 * 24 * 3600 * 1000)?.ask, 150_000);
});

test('where not even the first step lives it is tried twice, then nothing is asked for', () => {
  // As behind a proxy that hangs up after a minute.
  let record = die(survive(undefined, null), 90_000, 60_000);
  assert.equal(record?.ask, null);
  record = survive(record, null);
  assert.equal(record?.ask, 90_000);
  record = survive(die(record, 90_000, 60_000), null);
  assert.equal(record?.ask, null);
});

test('a step that lives again after one failure is not held against', () => {
  let record = die(survive(survive(undefined, null), 90_000), 150_000);
  record = survive(survive(record, 90_000), 150_000);
  assert.deepEqual([record?.ask, record?.failed, record?.bad], [240_000, null, null]);
});

test('an agent is missed after 150 s at most', () => {
  let record;
  for (let i = 0; i < 9; i += 1) record = learn(record, { ms: 700_000, survived: true, asked: record?.ask ?? null, most: MOST.agent, now: 0 });
  assert.equal(record?.ask, MOST.agent);
});

test('twenty networks are remembered, the one longest unused is forgotten', () => {
  let all = {};
  for (let i = 0; i < 25; i += 1) all = remember(all, `wifi/${i}`, { ask: null, good: 0, failed: null, bad: null, until: 0, at: i });
  assert.equal(Object.keys(all).length, 20);
  assert.ok(!all['wifi/4'] && all['wifi/5'] && all['wifi/24']);
});

/** A page that is open long enough, on a network. */
async function longPage({ name = 'cellular/4g', kept = {} } = {}) {
  const clock = createClock();
  const world = { clock, name, kept, change: () => {}, loads: 0, saves: false };
  const page = await start({
    clock,
    steady: {
      pace: () => world.kept[world.name]?.ask ?? null,
      saving: () => world.saves,
      load: async () => {
        world.loads += 1;
        return {
          attend: (link, role) =>
            attend(link, role, {
              clock,
              network: () => world.name,
              onNetwork: (fn) => (world.change = fn),
              read: () => world.kept,
              write: (all) => (world.kept = all),
            }),
        };
      },
    },
  });
  return { ...page, world };
}

test('a page that is open for a minute has its link looked after, once', async () => {
  const { clock, world, desk } = await longPage();
  await clock.advance(30_000);
  assert.equal(world.loads, 0);
  desk.link.close();
  await clock.advance(120_000);
  assert.equal(world.loads, 1);
});

test('a quiet hour of a hidden page is learnt from; the next link asks for more and makes sure by itself', async () => {
  const { client, clock, world, desk } = await longPage();
  await clock.advance(70_000);
  client.visibility('hidden');
  await clock.advance(600_000);
  const before = desk.link.of('ping').length;
  client.visibility('visible');
  await clock.advance(10);
  assert.equal(world.kept['cellular/4g'].ask, 90_000);
  assert.equal(desk.link.of('ping').length, before + 1);
  client.visibility('hidden');
  desk.link.close();
  await clock.advance(1000);
  assert.equal(desk.link.received[0].heartbeat_ms, 90_000);
  await clock.advance(100_000);
  assert.equal(desk.link.of('ping').length, 1);
  assert.equal(world.kept['cellular/4g'].ask, 150_000);
});

test('a hidden page whose line a proxy cut in silence asks for less', async () => {
  const kept = { 'wifi/4g': { ask: 240_000, good: 150_000, failed: null, bad: null, until: 0, at: 1_700_000_000_000 } };
  const { client, clock, world, desk } = await longPage({ name: 'wifi/4g', kept });
  await clock.advance(61_000);
  client.visibility('hidden');
  await clock.advance(200_000);
  desk.link.close();
  assert.equal(world.kept['wifi/4g'].ask, 150_000);
});

test('somebody who looks pings as ever, whatever was asked for', async () => {
  const kept = { 'wifi/4g': { ask: 600_000, good: 600_000, failed: null, bad: null, until: 0, at: 1_700_000_000_000 } };
  const { clock, desk } = await longPage({ name: 'wifi/4g', kept });
  assert.equal(desk.link.received[0].heartbeat_ms, 600_000);
  await clock.advance(100_000);
  assert.equal(desk.link.of('ping').length, 2);
});

test('after sleep, and on another network, the link is asked at once; what died of that is not learnt', async () => {
  const kept = { 'wifi/4g': { ask: 240_000, good: 240_000, failed: null, bad: null, until: 0, at: 1_700_000_000_000 } };
  const { clock, desk, world } = await longPage({ name: 'wifi/4g', kept });
  await clock.advance(62_000);
  const asked = () => desk.links.reduce((sum, link) => sum + link.of('ping').length, 0);
  let before = asked();
  clock.jump(3_600_000);
  desk.answering = false;
  await clock.advance(5_001);
  assert.ok(asked() > before);
  await clock.advance(6_000);
  assert.equal(world.kept['wifi/4g'].ask, 240_000);
  desk.answering = true;
  await clock.advance(2_000);
  before = asked();
  world.change();
  assert.equal(asked(), before + 1);
});

test('where data is saved nothing of a text is shown before it is sent, and marks wait', async () => {
  const { client, clock, desk, world } = await longPage();
  desk.agentSays('c_1', 'one');
  await clock.advance(11_000);
  world.saves = true;
  client.typing('c_1', true, 'half a word');
  assert.deepEqual(desk.link.of('typing'), [{ type: 'typing', conversation_id: 'c_1', active: true }]);
  const marks = () => desk.link.of('progress').length;
  const before = marks();
  desk.agentSays('c_1', 'two');
  await clock.advance(1_000);
  desk.agentSays('c_1', 'three');
  await clock.advance(8_000);
  assert.equal(marks(), before + 1);
  await clock.advance(4_000);
  assert.equal(marks(), before + 2);
});
