/** What the settings pages work out without a page: the draft and what differs, the widget's settings there and back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createForm, differing } from '../../static/workbench/parts/form.js';
import { freeKey, missing, movedTo, statusesToDesk, statusesToDraft, typesToDesk, typesToDraft, wrongAt } from '../../static/workbench/pages/settings/tickets-draft.js';
import { freshId, fromDraft, readSites, readTokens, toDraft, wrongIn } from '../../static/workbench/pages/settings/widget.js';

test('what differs is counted by setting; a list is one', () => {
  const before = { a: 1, b: { c: 'x', d: [1, 2] }, e: null };
  assert.deepEqual(differing(before, structuredClone(before)), []);
  assert.deepEqual(differing(before, { a: 2, b: { c: 'x', d: [2, 1] }, e: null }), ['a', 'b.d']);
  assert.deepEqual(differing(before, { a: 1, b: { c: 'x', d: [1, 2] } }), [], 'missing and null are the same to the desk');
});

test('a draft is saved once, goes back, and keeps what was refused', async () => {
  /** @type {any[]} */ const told = [];
  /** @type {any} */ let refusal = null;
  const form = createForm({
    read: async () => ({ name: '半山茶铺', zone: 'Asia/Shanghai' }),
    check: ({ name }) => (name.trim() ? {} : { name: 'empty' }),
    write: async (draft, changes) => {
      if (refusal) throw refusal;
      told.push(changes);
      return draft;
    },
    refused: (error) => (error.field ? { [error.field]: 'no' } : {}),
    changed() {},
  });
  await form.load();
  assert.deepEqual([form.phase, form.changes], ['ready', []]);
  form.set('name', ' ');
  assert.equal(await form.save(), false);
  assert.deepEqual(form.errors, { name: 'empty' });
  form.set('name', '半山');
  assert.deepEqual([form.errors, form.changes], [{}, ['name']]);
  refusal = { field: 'name' };
  assert.equal(await form.save(), false);
  assert.deepEqual([form.errors, form.draft.name], [{ name: 'no' }, '半山'], 'what was typed stays');
  refusal = new Error('the line is gone');
  await assert.rejects(form.save(), /the line is gone/);
  assert.equal(form.busy, false);
  refusal = null;
  const [first, second] = await Promise.all([form.save(), form.save()]);
  assert.deepEqual([first, second, told.length], [true, false, 1], 'two presses are one saving');
  form.set('zone', 'UTC');
  form.revert();
  assert.deepEqual(form.changes, []);
});

const settings = {
  accent: '#1f6f5c',
  custom: { '--sd-radius': '4px' },
  questions: { 'zh-CN': ['几点发货？'], en: [] },
  launcher: { offset: { x: 24, y: 24 } },
  form: { when: 'never', fields: [] },
};

test("a widget's settings are lines of text on the page, and only the parts that differ are told", () => {
  const draft = toDraft({ settings, allowed_origins: ['https://a.cn', 'https://b.cn'] });
  assert.deepEqual([draft.custom, draft.origins], ['--sd-radius: 4px', 'https://a.cn\nhttps://b.cn']);
  assert.deepEqual(fromDraft(draft, []), {});
  assert.deepEqual(fromDraft({ ...draft, origins: 'c.cn， d.cn\nc.cn' }, ['origins']), { allowed_origins: ['c.cn', 'd.cn'] });
  const asked = { ...draft, questions: { 'zh-CN': [' 怎么退？ ', ''], en: [] } };
  assert.deepEqual(fromDraft(asked, ['questions.zh-CN']), { settings: { questions: { 'zh-CN': ['怎么退？'], en: [] } } });
  assert.deepEqual(readSites(' a.cn;b.cn '), ['a.cn', 'b.cn']);
  assert.equal(readTokens('color: red'), null);
  assert.deepEqual(readTokens('--sd-surface: #fffdf8;\n\n'), { '--sd-surface': '#fffdf8' });
});

test('what a widget cannot be is named by its setting', () => {
  const draft = () => structuredClone(toDraft({ settings, allowed_origins: [] }));
  assert.deepEqual(wrongIn(draft()), {});
  const one = draft();
  Object.assign(one, { accent: 'green', custom: 'nothing', form: { when: 'before', fields: [] } });
  one.launcher.offset.x = 'far';
  assert.deepEqual(wrongIn(one), { accent: 'colour', 'launcher.offset': 'offset', custom: 'custom', 'form.fields': 'fields' });
  const two = draft();
  two.form = {
    when: 'before',
    fields: [
      { id: 'name', type: 'text', label: { 'zh-CN': '', en: ' ' } },
      { id: 'size', type: 'select', label: { 'zh-CN': '大小', en: '' }, options: [{ 'zh-CN': '', en: '' }] },
    ],
  };
  assert.deepEqual(wrongIn(two), { 'form.fields.0': 'label', 'form.fields.1': 'options' });
});

test('a new field has a name that no other has', () => {
  assert.equal(freshId('text', []), 'name');
  assert.equal(freshId('text', [{ id: 'name' }]), 'text_1');
  assert.equal(freshId('email', []), 'email');
  assert.equal(freshId('email', [{ id: 'email' }]), 'email_1');
  assert.equal(freshId('select', [{ id: 'select_1' }]), 'select_2');
});

test('statuses and types of tickets go there and back, and what is missing is named by its place', () => {
  const statuses = [{ id: 'ts_1', name: '新建', public_name: { 'zh-CN': '已收到', en: 'Received' }, category: 'new', builtin: true }];
  const types = [{ id: 'tt_1', name: '破损', public: true, fields: [{ key: 'way', label: { 'zh-CN': '方式' }, type: 'select', options: ['补发', '退款'], required: true, public: false }] }];
  const draft = { statuses: statusesToDraft(statuses), types: typesToDraft(types) };
  assert.deepEqual(statusesToDesk(draft.statuses), [{ id: 'ts_1', name: '新建', public_name: { 'zh-CN': '已收到', en: 'Received' }, category: 'new' }]);
  assert.deepEqual(typesToDesk(draft.types), [{ id: 'tt_1', name: '破损', public: true, fields: [{ key: 'way', label: { 'zh-CN': '方式', en: '' }, type: 'select', options: ['补发', '退款'], required: true, public: false }] }]);
  assert.deepEqual(missing(draft), {});
  const [type] = draft.types;
  const [field] = type.fields;
  draft.statuses.push({ key: 'new', name: ' ', public_name: { 'zh-CN': '', en: '' }, category: 'on_hold', builtin: false });
  type.fields.push({ ...field, label: { 'zh-CN': '', en: '' }, options: ' \n' }, { ...field, key: 'Way' });
  assert.deepEqual(missing(draft), {
    'statuses[1].name': 'name',
    'types[0].fields[1].label': 'label',
    'types[0].fields[1].key': 'key_twice',
    'types[0].fields[1].options': 'options',
    'types[0].fields[2].key': 'key',
  });
  assert.equal(statusesToDesk(draft.statuses)[1].public_name, null, 'no words of its own: the usual ones');
  assert.deepEqual(wrongAt({ statuses: 'x', 'types[0].fields[1].label': 'y' }), { list: 'types', at: 0 });
  assert.equal(freeKey([{ ...field, key: 'field_2' }]), 'field_3');
  assert.deepEqual(movedTo(['a', 'b', 'c'], 0, 9), ['b', 'c', 'a']);
});
