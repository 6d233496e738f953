/** Handing over and priorities: shown at once, said to the desk by the right call, and taken back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changes, createActions, foresee } from '../../static/workbench/store/actions.js';

/** @param {object} [some] */
const row = (some) => /** @type {any} */ ({ id: 'c_1', state: 'open', agent_id: 'a_1', team_id: null, priority: 'normal', labels: [], waiting_since: null, snoozed_until: null, last_sequence: 4, ...some });

function desk() {
  /** @type {any[]} */ const said = [];
  /** @type {any[]} */ const told = [];
  const rows = new Map([['c_1', row()]]);
  const call = (/** @type {string} */ name) => async (/** @type {any[]} */ ...given) => {
    said.push([name, ...given]);
    return {};
  };
  const api = /** @type {any} */ ({ transfer: call('transfer'), prioritize: call('prioritize'), assign: call('assign'), bulk: call('bulk') });
  const cache = /** @type {any} */ ({
    rows,
    patch: (/** @type {string} */ id, /** @type {object} */ fields) => rows.set(id, { ...rows.get(id), ...fields }),
    countsSoon() {},
    want() {},
  });
  const actions = createActions({ api, cache, notify: (notice) => told.push(notice), failed: (error) => assert.fail(String(error)) });
  return { actions, said, told, now: () => rows.get('c_1') };
}

test('a note makes an assignment a transfer, to a team too, and both are taken back', async () => {
  const { actions, said, told, now } = desk();
  await actions.act('c_1', 'assign', { agent_id: 'a_2', note: '只讲英文' });
  assert.deepEqual([said.pop(), now().agent_id], [['transfer', 'c_1', { agent_id: 'a_2', note: '只讲英文' }], 'a_2']);
  await told.pop().action.run();
  assert.deepEqual([said.pop(), now().agent_id], [['assign', 'c_1', 'a_1'], 'a_1']);

  await actions.act('c_1', 'team', { team_id: 'tm_1', note: '' });
  assert.deepEqual(said.pop(), ['transfer', 'c_1', { team_id: 'tm_1', note: null }], 'an empty note is none');
  assert.deepEqual([now().team_id, now().agent_id, now().state], ['tm_1', null, 'waiting']);
  await told.pop().action.run();
  assert.equal(said.pop()[1].action, 'restore');

  await actions.act('c_1', 'assign', { agent_id: 'a_2' }, true);
  assert.deepEqual(said.pop(), ['assign', 'c_1', 'a_2'], 'without a note it is assigned as ever');
});

test('a priority is shown at once, and goes back to what it was', async () => {
  const { actions, said, told, now } = desk();
  assert.equal(changes(row(), 'priority', { priority: 'normal' }), false, 'what is so already asks for nothing');
  assert.deepEqual(foresee(row(), 'priority', { priority: 'high' }), { priority: 'high' });
  await actions.act('c_1', 'priority', { priority: 'urgent' });
  assert.deepEqual([said.pop(), now().priority], [['prioritize', 'c_1', 'urgent'], 'urgent']);
  await told.pop().action.run();
  assert.deepEqual([said.pop(), now().priority], [['prioritize', 'c_1', 'normal'], 'normal']);
});
