/** Keys on a text: marks, lists, links, and what the letters before the caret ask for. `[` and `]` show the selection. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { EMOJI, findEmoji } from '../../static/design/emoji.js';
import { asks, newLine, putLink, replace, toggleCode, toggleList, toggleMark } from '../../static/workbench/store/writing.js';

const read = (shown) => {
  const start = shown.indexOf('<');
  const end = shown.indexOf('>') - 1;
  return { text: shown.replace(/[<>]/g, ''), start, end };
};
/** @param {any} edit */
const show = ({ text, start, end }) => `${text.slice(0, start)}<${text.slice(start, end)}>${text.slice(end)}`;

test('marks go on and off', () => {
  for (const [mark, from, to] of [
    ['**', 'a <b> c', 'a **<b>** c'],
    ['**', 'a **<b>** c', 'a <b> c'],
    ['**', 'a <**b**> c', 'a <b> c'],
    ['*', '<>', '*<>*'],
    ['`', '<x>', '`<x>`'],
  ]) {
    assert.equal(show(toggleMark(read(from), mark)), to);
  }
  assert.equal(show(toggleCode(read('a<b\nc>'))), 'a\n```\n<b\nc>\n```');
  assert.equal(show(toggleCode(read('<b>'))), '`<b>`');
});

test('links select what is still to be written', () => {
  assert.equal(show(putLink(read('see <page>'))), 'see [page](<https://>)');
  assert.equal(show(putLink(read('<https://a.cn>'))), '[<>](https://a.cn)');
});

test('lists go on, off, over to numbers, and on with Enter', () => {
  assert.equal(toggleList(read('<a\nb>'), false).text, '- a\n- b');
  assert.equal(toggleList(read('<- a\n- b>'), false).text, 'a\nb');
  assert.equal(toggleList(read('<- a\n- b>'), true).text, '1. a\n2. b');
  assert.equal(show(toggleList(read('x\n<>'), false)), 'x\n- <>');
  assert.equal(show(newLine(read('- a<>'))), '- a\n- <>');
  assert.equal(show(newLine(read('2. a<>'))), '2. a\n3. <>');
  assert.equal(show(newLine(read('- a\n- <>'))), '- a\n<>');
  assert.equal(newLine(read('a<>')), null);
});

test('what is asked for', () => {
  const ask = (text, note = false) => {
    const found = asks(text, text.length, note);
    return found && `${found.kind}:${found.query}`;
  };
  for (const [text, note, found] of /** @type {any[][]} */ ([
    ['/', false, 'canned:'],
    ['/re', false, 'canned:re'],
    ['hello /退', false, 'canned:退'],
    ['和/或', false, null],
    ['a/b', false, null],
    ['https://x', false, null],
    ['@', true, 'mention:'],
    ['@林', true, 'mention:林'],
    ['请@林', true, 'mention:林'],
    ['@林', false, null],
    ['a@b', true, null],
    [':sm', false, 'emoji:sm'],
    ['好的:笑', false, 'emoji:笑'],
    [':s', false, null],
    ['10:30', false, null],
    ['at 10:30', false, null],
    [':', false, null],
    ['/two words', false, null],
  ])) {
    assert.equal(ask(text, note), found, text);
  }
  assert.deepEqual(replace('hi /re you', { from: 3, to: 6 }, 'R'), { text: 'hi R you', start: 4, end: 4 });
});

test('emoji are found by the beginning of a word, and by any Chinese of theirs', () => {
  for (const [lang, query, first] of [['en', 'tea', '🍵'], ['en', 'THUMBS', '👍'], ['zh-CN', '茶', '🍵'], ['zh-CN', '谢', '🙏'], ['zh-CN', 'smile', '😄']]) {
    const { emoji_names: names } = JSON.parse(readFileSync(`src/i18n/${lang}/thread.json`, 'utf8'));
    assert.equal(names.split('|').length, EMOJI.length);
    assert.equal(findEmoji(query, names)[0]?.emoji, first);
  }
  assert.deepEqual(findEmoji('smile', '笑 grinning|开心 笑 smile happy'), [{ emoji: EMOJI[1], name: '开心 笑' }]);
  assert.deepEqual(findEmoji('ea', 'tea|eagle'), [{ emoji: EMOJI[1], name: 'eagle' }]);
});
