/** The bot's settings as a form works on them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aloneIn, fromLines, placeOf, toDesk, toDraft, wrongIn } from '../../static/workbench/pages/settings/bot.js';

test('groups of synonyms are lines, and come back as groups', () => {
  const typed = '快递, 物流、包裹\n\nparcel; package\n单个\n重复,重复';
  assert.deepEqual(fromLines(typed), [['快递', '物流', '包裹'], ['parcel', 'package']]);
  assert.deepEqual(aloneIn(typed), ['单个']);
  assert.equal(toDraft({ synonyms: [['a', 'b'], ['c', 'd']] }).synonyms, 'a, b\nc, d');
});

test('what is saved is what was read, without what is empty', () => {
  const settings = { enabled: true, name: { 'zh-CN': '小助手' }, face: null, duty: { web: 'closed' }, carefulness: 'bold', words: { greeting: { en: 'Hi' } }, synonyms: [], hourly_cost: 80, help: { enabled: true, title: {} } };
  const draft = toDraft(settings, ['email']);
  assert.deepEqual(draft.duty, { web: 'closed', api: 'off', email: 'off' });
  assert.deepEqual(toDesk(draft), { ...settings, duty: draft.duty });
  draft.words.closed.en = ' We are back at nine. ';
  assert.deepEqual(toDesk(draft).words, { greeting: { en: 'Hi' }, closed: { en: 'We are back at nine.' } });
});

test('costs are numbers above nothing, and a word alone means nothing', () => {
  const draft = (more) => ({ ...toDraft({}), ...more });
  const cases = [[{}, {}], [{ cost: '80' }, {}], [{ cost: '0' }, { cost: 'cost' }], [{ cost: '八十' }, { cost: 'cost' }], [{ synonyms: '快递' }, { synonyms: 'synonyms' }]];
  for (const [more, wrong] of cases) assert.deepEqual(wrongIn(draft(more)), wrong);
  assert.deepEqual(['settings.hourly_cost', 'settings.synonyms[2][0]', 'settings.words.greeting.en'].map(placeOf), ['cost', 'synonyms', 'words.greeting.en']);
});
