/** What a paste means where words and files come together. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { pastedFiles } from '../../static/design/paste.js';

/** @param {string} text @param {...string} names */
const clipboard = (text, ...names) => ({ files: /** @type {any} */ (names.map((name) => ({ name }))), getData: (/** @type {string} */ type) => (type === 'text/plain' ? text : '<b>x</b>') });

test('words win over the picture of them, files over their names', () => {
  for (const [what, data, want] of /** @type {[string, any, number][]} */ ([
    ['Word', clipboard('Dear Lina,\r\n', 'image.png'), 0],
    ['Excel', clipboard('A\tB\r\n', 'image.png'), 0],
    ['words that name a file and say more', clipboard('see image.png', 'image.png'), 0],
    ['a screenshot', clipboard('', 'image.png'), 1],
    ['a picture of a page', clipboard('  \n', 'image.png'), 1],
    ['a file manager: names', clipboard('茶.png\n报告_2024.docx', '茶.png', '报告_2024.docx'), 2],
    ['a file manager: paths', clipboard('/home/lina/茶 叶.png\n', '茶 叶.png'), 1],
    ['a file manager: Windows', clipboard('C:\\Users\\lina\\a.png', 'a.png'), 1],
    ['a file manager: addresses', clipboard('file:///home/lina/%E8%8C%B6.png', '茶.png'), 1],
    ['a name that is no address', clipboard('100%.png', '100%.png'), 1],
    ['words alone', clipboard('words'), 0],
    ['nothing', null, 0],
  ])) {
    assert.equal(pastedFiles(data).length, want, what);
  }
});
